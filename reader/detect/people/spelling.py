"""Name parts and their spellings: what is equal in "Muhammadawi" and "al-Mohammadawi", "Hussein" and "Husayn"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from reader.detect.lexicon import ARTICLES, HONOURS, PARTICLES
from reader.folding import fold_text

_PART = re.compile(r"[^\s.,]+\.?")
_INITIALS = re.compile(r"(?:[a-z]\.)+(?:-?[a-z]\.)*|[a-z]")
# Spellings of one sound, longest first; what follows is applied to folded text.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"[’'ʻʼ`‘]", ""),
        (r"^mac(?=[^aeiouhk])", "mc"),  # MacDonald, McDonald
        (r"^ch(?=r)", "k"),  # Christian, Kristian
        (r"^dzh", "j"),  # Dzhaparov, Japarov
        (r"(?<=[aeiou])ks(?=.)", "x"),  # Aleksandr, Alexandr
        (r"^said$", "saeed"),
        (r"đ(?=.*ic$)", "dj"),  # Đinđić, Djindjic; but Đặng, Dang
        (r"[đð]", "d"),
        (r"ı", "i"),
        (r"ł", "l"),
        (r"þ", "th"),
        (r"[øœ]|[ou]e(?=[^aeiou])", "u"),  # Søren, Soeren; Müller, Mueller
        (r"(?<=.)[iy]?[eo]v(?=a?$)", "uv"),  # Korolev, Korolyov
        (r"tsch|tch|ch|sch|sh|sz|cz", "S"),
        (r"kh|ck|q|c(?![eiy])", "k"),
        (r"gh|dj", "g"),
        (r"dh|th", "d"),
        (r"ph", "f"),
        (r"zh|z|c", "s"),
        (r"aw|au|ow|ou|oo|w|o|u", "u"),
        (r"ay|ai|ey|ei|ee|ie|iy|yi|ij|y|i", "i"),
        (r"[aeæ]+", "a"),
        (r"(.)\1+", r"\1"),
        (r"(?<=.)h$|(?<=.)h(?=[^aiu])", ""),
    )
)
# How the skeleton of a name with this initial may begin.
_INITIAL_SOUNDS = {
    "c": "cskS", "j": "jgi", "g": "gj", "s": "sS", "t": "tdS", "p": "pf", "q": "qk", "z": "zs", "y": "yi", "e": "eai",
    "o": "ou", "w": "wu", "k": "k", "d": "dg", "a": "aui", "x": "xs",
}  # fmt: skip
_SHORT_FORMS = (
    "william bill billy will|robert bob bobby rob|richard dick rick|james jim jimmy jamie|john jack johnny jon"
    "|jonathan jon|michael mike mick mickey|thomas tom tommy|joseph joe joey|edward ed eddie ted ned|charles charlie"
    " chuck|david dave|daniel dan danny|donald don|anthony tony|andrew andy drew|alexander alex sasha|benjamin ben"
    "|samuel sam|stephen steve steven|christopher chris|gerald gerry jerry|gregory greg|kenneth ken|lawrence larry"
    "|matthew matt|nicholas nick|patrick pat paddy|peter pete|raymond ray|ronald ron|timothy tim|vincent vince"
    "|elizabeth liz beth betty|katherine kate cathy kathy|margaret maggie peggy|deborah debbie|susan sue|patricia pat"
    "|jennifer jen jenny|barbara barb|rebecca becky|victoria vicky|francis frank|franklin frank|frederick fred"
    "|alexander oleksandr aliaksandr alyaksandr|mykola nikolai nikolay|andrei andrey andriy|pavel pavlo|petro pyotr"
    "|mykhailo mikhail|serhii sergei sergey serhiy|yevhen yevgeny evgeny|kateryna ekaterina|olena elena|viktor victor"
    "|mikhail misha|vladimir volodya volodymyr|dmitry dmitri dmytro|yuri yury yurii|jose pepe|francisco paco"
    "|mohammed mohd md|abdul abd abdel abdal abdoul|binyamin benjamin bibi|yitzhak isaac|shimon simon|moshe moses"
)


# Hyphens and the quotation marks of nicknames.
_EDGES = "-'\"“”‘’`"


@lru_cache(maxsize=20000)
def skeleton(part: str) -> str:
    """What the usual spellings of one name part have in common; initials stay as they are."""
    form = fold_text(part).strip(_EDGES)
    for article in ARTICLES:
        if form.startswith(article) and len(form) > len(article) + 2:
            form = form[len(article) :]
            break
    if _INITIALS.fullmatch(form):
        return form[0] + "."
    form = form.replace("-", "").replace(".", "")
    for pattern, sound in _SOUNDS:
        form = pattern.sub(sound, form)
    return form or fold_text(part)


_FAMILIAR: dict[str, set[int]] = defaultdict(set)
for _number, _line in enumerate(_SHORT_FORMS.split("|")):
    for _word in _line.split():
        _FAMILIAR[skeleton(_word)].add(_number)


#: "Father of" and "mother of" belong to the name they open: Abu Sayyaf, Umm Sayyaf.
KUNYA = frozenset(("abu", "abou", "umm", "um"))
#: The same as they are written.
OPENS_KUNYA = frozenset(map(str.capitalize, KUNYA))


@lru_cache(maxsize=20000)
def parts_of(name: str) -> tuple[str, ...]:
    """The skeletons of a name's parts, particles and generation marks left out."""
    words = _PART.findall(name)
    kept = [
        w for at, w in enumerate(words)
        if w.lower().rstrip(".") not in PARTICLES or w.lower() in KUNYA or (at == 0 and w in ("Ben", "Dan", "Bat"))
        or (len(w) == 2 and w[1] == ".")
    ] or words  # fmt: skip
    while len(kept) > 1 and (
        kept[-1].lower().rstrip(".") in ("jr", "sr", "ii", "iii", "iv")
        or (
            kept[-1].isupper()
            and not kept[0].isupper()
            and kept[-1].lower() in HONOURS
            and not (len(kept) == 2 and kept[-1] == "KC")  # "Govinda KC"
        )
    ):
        kept.pop()
    if (
        len(kept) > 1
        and len(kept[0]) in (2, 3)
        and kept[0].isalpha()
        and kept[0].isupper()
        and not kept[-1].isupper()
    ):
        kept[:1] = [f"{letter}." for letter in kept[0]]  # "KP Oli"
    return tuple(skeleton(w) for w in kept)


def same_part(one: str, other: str) -> bool:
    """Whether two parts can be the same: equal, an initial, a short form, a slip of the pen."""
    if one == other:
        return True
    if one.endswith(".") or other.endswith("."):
        initial, name = (one, other) if one.endswith(".") else (other, one)
        return name[0] in _INITIAL_SOUNDS.get(initial[0], initial[0])
    if one in _FAMILIAR and other in _FAMILIAR and _FAMILIAR[one] & _FAMILIAR[other]:
        return True
    return is_slip(one, other)


def middle_initials(parts: Sequence[str]) -> set[str]:
    """The initials behind the first part."""
    return {p for p in parts[1:] if p.endswith(".")}


def is_slip(one: str, other: str, least: int = 6) -> bool:
    """Whether two skeletons of one length, at least `least`, differ in one vowel only: "Kristen", "Kristin"."""
    if len(one) != len(other) or len(one) < least:
        return False
    unlike = [(a, b) for a, b in zip(one, other) if a != b]
    return len(unlike) == 1 and unlike[0][0] in "aiu" and unlike[0][1] in "aiu"


def is_within(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether the parts of `short` stand in `full` in that order."""
    at = iter(full)
    return all(any(same_part(part, other) for other in at) for part in short)


def familiar(part: str) -> set[int]:
    """The numbers of the short forms that a given name has a share in: "Matt" and "Matthew" have one in common."""
    return _FAMILIAR.get(part, set())


def letters_of(name: str) -> str:
    """The first letters of a name's words as capitals: "MBS" of Mohammed bin Salman, "" of fewer than three."""
    words = name.replace("-", " ").split()
    return "".join(w[0] for w in words).upper() if 2 < len(words) < 6 else ""


# What tells a father from a son: John F. Kennedy Jr., August Busch III.
_GENERATION = re.compile(r"(?<=[\s,])(Jr|Sr|II|III|IV)\.?$", re.IGNORECASE)


def generation_of(name: str) -> str:
    """The mark of the generation at the end of a name in lower case, "" for none."""
    found = _GENERATION.search(name)
    return found[1].lower() if found else ""
