"""Mentions of one person under one name: variants, second mentions by surname, namesakes kept apart.

A name is cut into parts; every part has a skeleton that is equal for the usual spellings of one name
("Muhammadawi", "al-Mohammadawi"; "Hussein", "Husayn"). Mentions join by skeletons, fuller ones first. The
cost is linear in the number of mentions: a mention is compared with a bounded number of recent people.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from reader.detect.lexicon import ARTICLES, PARTICLES
from reader.detect.mention import Mention
from reader.text import fold_text

#: At most so many people of one family name are compared with a mention.
RECENT = 24
_PART = re.compile(r"[^\s.,]+\.?")
_INITIALS = re.compile(r"(?:[a-z]\.)+(?:-?[a-z]\.)*|[a-z]")
# Spellings of one sound, longest first; what follows is applied to folded text.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"[’'ʻʼ`‘]", ""),
        (r"(?<=.)[iy]?[eo]v(?=a?$)", "uv"),  # Korolev, Korolyov
        (r"tsch|tch|ch|sch|sh|sz|cz", "S"),
        (r"kh|ck|q|c(?![eiy])", "k"),
        (r"gh|dj", "g"),
        (r"dh|th", "d"),
        (r"ph", "f"),
        (r"zh|z|c", "s"),
        (r"aw|au|ow|ou|oo|w|o|u", "u"),
        (r"ay|ai|ey|ei|ee|ie|iy|yi|ij|y|i", "i"),
        (r"a+|e+", "a"),
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
    "|mikhail misha|vladimir volodya|yevgeny evgeny|sergei sergey|dmitry dmitri|yuri yury|jose pepe|francisco paco"
    "|mohammed mohd md|abdul abd abdel abdal abdoul|binyamin benjamin bibi|yitzhak isaac|shimon simon|moshe moses"
)


@lru_cache(maxsize=20000)
def skeleton(part: str) -> str:
    """What the usual spellings of one name part have in common; initials stay as they are."""
    form = fold_text(part).strip("-'")
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


# "Father of" and "mother of" belong to the name they open: Abu Sayyaf, Umm Sayyaf.
_KUNYA = frozenset(("abu", "abou", "umm"))


@lru_cache(maxsize=20000)
def parts_of(name: str) -> tuple[str, ...]:
    """The skeletons of a name's parts, particles and generation marks left out."""
    words = _PART.findall(name)
    kept = [
        w for at, w in enumerate(words)
        if w.lower().rstrip(".") not in PARTICLES or w.lower() in _KUNYA or (at == 0 and w in ("Ben", "Dan", "Bat"))
    ] or words  # fmt: skip
    while len(kept) > 1 and kept[-1].lower().rstrip(".") in ("jr", "sr", "ii", "iii", "iv"):
        kept.pop()
    return tuple(skeleton(w) for w in kept)


def _same_part(one: str, other: str) -> bool:
    if one == other:
        return True
    if one.endswith(".") or other.endswith("."):
        initial, name = (one, other) if one.endswith(".") else (other, one)
        return name[0] in _INITIAL_SOUNDS.get(initial[0], initial[0])
    if one in _FAMILIAR and other in _FAMILIAR and _FAMILIAR[one] & _FAMILIAR[other]:
        return True
    return _is_slip(one, other)


def _middle_initials(parts: Sequence[str]) -> set[str]:
    return {p for p in parts[1:] if p.endswith(".")}


def _is_slip(one: str, other: str) -> bool:
    """Whether two long skeletons of one length differ in one vowel only: "Kristen", "Kristin"."""
    if len(one) != len(other) or len(one) < 6:
        return False
    unlike = [(a, b) for a, b in zip(one, other) if a != b]
    return len(unlike) == 1 and unlike[0][0] in "aiu" and unlike[0][1] in "aiu"


def _is_within(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether the parts of `short` stand in `full` in that order."""
    at = iter(full)
    return all(any(_same_part(part, other) for other in at) for part in short)


@dataclass(slots=True)
class Someone:
    """A person of one text: the mentions found so far."""

    parts: tuple[str, ...]
    spellings: Counter[str] = field(default_factory=Counter)
    titles: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)
    name: str = ""

    def takes(self, parts: Sequence[str]) -> bool:
        """Whether a mention of at least two `parts` can be this person."""
        mine = self.parts
        if len(mine) == 1:
            return mine[0] == parts[-1]
        if (
            _middle_initials(parts) != _middle_initials(mine)
            and _middle_initials(parts)
            and _middle_initials(mine)
        ):
            return False  # George W. Bush, George H. W. Bush
        if len(parts) == len(mine):
            return all(map(_same_part, parts, mine)) or (
                len(parts) == 2 and parts[0] == mine[1] and parts[1] == mine[0]
            )
        short, full = sorted((parts, mine), key=len)
        if not _is_within(short, full):
            return False
        # "Ali Hassan" is not "Ali Khalil Hassan Majid": the shorter keeps the first or the last part.
        return short[-1] == full[-1] or _same_part(short[0], full[0])


_FEMALE = frozenset(("mrs", "ms", "miss", "lady", "queen", "princess", "madam", "madame", "sister", "dame"))
_MALE = frozenset(("mr", "sir", "lord", "king", "prince", "brother", "father"))


def _sex(titles: Iterable[str]) -> str:
    words = {w.lower().rstrip(".") for title in titles for w in title.split()}
    return "f" if words & _FEMALE else "m" if words & _MALE else ""


def _of_one_sex(people: Sequence[Someone], mention: Mention) -> list[Someone]:
    """Those whose titles do not say the contrary: Mr. Clinton is not Mrs. Clinton."""
    sex = _sex(mention.titles)
    return [p for p in people if not sex or _sex(p.titles) in ("", sex)]


def _pick(people: Sequence[Someone], mention: Mention) -> Someone:
    """The likeliest of several namesakes: the same title, else the one named most often, else the first."""
    if len(people) == 1:
        return people[0]
    fitting = _of_one_sex(people, mention) or list(people)
    titles = set(mention.titles)
    if titles:
        fitting = [p for p in fitting if p.titles & titles] or fitting

    return min(fitting, key=lambda p: (-len(p.places), p.places[0]))


def name_people(mentions: Sequence[Mention]) -> None:
    """Give every mention its `name`, the fullest spelling of its person in the text."""
    by_part: dict[str, list[Someone]] = defaultdict(list)
    owner: dict[int, Someone] = {}
    everyone: list[Someone] = []

    def join(someone: Someone, index: int) -> None:
        mention = mentions[index]
        someone.spellings[mention.text] += 1
        someone.titles.update(mention.titles)
        someone.places.append(mention.start)
        owner[index] = someone

    def found(parts: tuple[str, ...]) -> Someone:
        someone = Someone(parts)
        everyone.append(someone)
        for part in dict.fromkeys(parts):
            by_part[part].append(someone)
        return someone

    cut = [parts_of(m.text) for m in mentions]
    order = sorted(range(len(mentions)), key=lambda i: (-len(cut[i]), mentions[i].start))
    singles: list[int] = []
    known: dict[tuple[str, ...], Someone] = {}
    for index in order:
        parts = cut[index]
        if len(parts) < 2:
            singles.append(index)
            continue
        someone = known.get(parts)
        if someone is None:
            near = by_part.get(parts[-1], ())[-RECENT:] or by_part.get(parts[0], ())[-RECENT:]
            fitting = [p for p in near if p.takes(parts)]
            if not fitting:
                fitting = [p for p in by_part.get(parts[0], ())[-RECENT:] if p.takes(parts)]
            someone = _pick(fitting, mentions[index]) if fitting else found(parts)
            known[parts] = someone
        join(someone, index)
    for someone in everyone:
        someone.places.sort()
    for index in singles:
        part = cut[index][0]
        near = by_part.get(part, ())[-RECENT:]
        last = [p for p in near if p.parts[-1] == part]
        first = [p for p in near if p.parts[0] == part]
        fitting = _of_one_sex(last or first or list(near), mentions[index])
        join(_pick(fitting, mentions[index]) if fitting else found((part,)), index)
    for someone in everyone:
        someone.name = best_spelling(someone.spellings)
    _tell_apart(everyone)
    for index, someone in owner.items():
        mentions[index].name = someone.name


def best_spelling(spellings: Counter[str]) -> str:
    """The fullest spelling: most parts, fewest initials, then the commonest, then the first one seen."""

    def weight(item: tuple[str, int]) -> tuple[int, int, bool, int]:
        parts = parts_of(item[0])
        initials = sum(p.endswith(".") for p in parts)
        return len(parts) - initials, initials, not item[0].isupper(), item[1]

    return max(spellings.items(), key=weight)[0] if spellings else ""


def _tell_apart(everyone: Sequence[Someone]) -> None:
    """Two people of one spelling cannot share a name: the later gets its next spelling or a number."""
    taken: dict[str, Someone] = {}
    for someone in everyone:
        name = someone.name
        number = 2
        while taken.setdefault(name.casefold(), someone) is not someone:
            name = f"{someone.name} ({number})"
            number += 1
        someone.name = name
