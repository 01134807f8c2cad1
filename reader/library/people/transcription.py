"""Names as the languages of the press write them: Gorbachev and Gorbatschow, Mao Zedong and Mao Tse-tung.

Looser than `reader.detect.people.names`, since a reader decides about what comes of it. A name part is reduced to its
consonants, each class of sounds one letter, and its vowels; where a letter stands for different sounds in
different languages (ch, j, w) it is read in every way. Two parts are alike when some reading of both has the
same consonants and vowels that are often taken for each other.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.detect.lexicon import ARTICLES
from reader.folding import fold_text

_LETTERS = str.maketrans(
    {"ı": "i", "ə": "e", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "-": "", "'": "", ".": ""}
)
Rules = tuple[tuple[re.Pattern[str], str], ...]


def _rules(*rules: tuple[str, str]) -> Rules:
    """Patterns, each with the sound that takes its place, in the order in which they are applied."""
    return tuple((re.compile(pattern), sound) for pattern, sound in rules)


# Sounds that every language writes in its own way; S is any hushing sound, H any rough one.
_CLUSTERS = _rules(
    (r"sk(?:aya|aja|aia)$", "ska"),  # Tikhanovskaya, Tichanowskaja
    (r"enk[oa]$", "enko"),  # Lukashenko, Lukaschenka
    (r"(?<=..)[yj]?[eo](?:v|w|ff?)(?=a?$)", "uV"),  # Gorbachev, Gorbatschow, Romanoff; Petrova
    (r"(?<=[^aeiouy])ine$", "in"),  # Poutine
    (r"[iyj]{1,3}$", "i"),  # Zelenskyy, Selenskyj
    (r"ic$", "iS"),  # Milosevic
    (r"schtsch|chtch|shch|szcz", "S"),  # Chruschtschow, Khrushchev
    (r"dsch|tsch|tch|sch|dzh|zh|dj|sh|cz|sz", "S"),  # Brezhnev, Dschugaschwili
    (r"kh", "H"),
    (r"ph", "f"),
    (r"th", "t"),
    (r"dh", "d"),
    (r"x", "ks"),
    (r"ck|q|gh|g|c(?![eiyh])|k", "K"),  # Gaddafi, Qaddafi
    (r"tz|ts|dz|ds|z|c(?!h)", "s"),
)
_READINGS = (("ch", ("S", "H")), ("j", ("y", "S")), ("w", ("v", "u")))
_GLIDE = re.compile(r"[yi](?=[aeou])")
_VOWELS = re.compile(r"[aeiouy]+")
_MUTE = re.compile(r"h(?![aeiouy])")
_TWICE = re.compile(r"(.)\1+")
_LONG = 5  # letters from which vowels may differ a little


@lru_cache(maxsize=50_000)
def readings(part: str) -> tuple[tuple[str, str], ...]:
    """(consonants, vowels) of every way to read a name part."""
    form = fold_text(part).translate(_LETTERS)
    for article in ARTICLES:
        bare = article.rstrip("-'")
        if part.lower().startswith((f"{bare}-", f"{bare}'")) and len(form) > len(bare) + 2:
            form = form[len(bare) :]
            break
    form = _respelt(form, _CLUSTERS)
    forms = [form]
    for sign, sounds in _READINGS:
        if sign in form:
            forms = [one.replace(sign, sound) for one in forms for sound in sounds]
    return tuple(dict.fromkeys(_parted(one) for one in forms))


def _respelt(form: str, sounds: Rules) -> str:
    for pattern, sound in sounds:
        form = pattern.sub(sound, form)
    return form


def _parted(form: str) -> tuple[str, str]:
    form = _MUTE.sub("", form).replace("h", "H").replace("V", "v")
    form = _TWICE.sub(r"\1", _GLIDE.sub("", form))
    vowels = "".join(_vowel(match[0]) for match in _VOWELS.finditer(form))
    start = "-" if _VOWELS.match(form) else ""
    return start + _TWICE.sub(r"\1", _VOWELS.sub("", form)), vowels


def _vowel(run: str) -> str:
    run = run.replace("y", "i")
    if run in ("ou", "oo", "o", "u", "oe", "ue", "au"):
        return "u"
    return "e" if run in ("ai", "ei", "ae", "ea", "ie") else "i" if run == "ee" else run[0]


_CLOSE = frozenset(("ae", "ea", "ei", "ie"))


def alike(one: str, other: str) -> bool:
    """Whether two spellings can be one name part."""
    loose = min(len(one), len(other)) >= _LONG
    return any(
        a == b and len(v) == len(w) and all(x == y or (loose and x + y in _CLOSE) for x, y in zip(v, w))
        for a, v in readings(one)
        for b, w in readings(other)
    )


# One given name in different languages.
_GIVEN = (
    "vladimir volodymyr uladzimir|alexander aleksandr alexandr oleksandr aliaksandr alexandre|alexei aleksei oleksiy"
    " aliaksei|nikolai mykola|sergei sergey serhiy siarhei|dmitry dmitri dmytro dzmitry|mikhail mykhailo michail"
    "|pavel pavlo|pyotr petr petro|evgeny yevgeny yevhen jewgeni|igor ihor|oleg oleh|andrei andrey andriy|vasily vasyl"
    "|grigory hryhoriy|konstantin kostyantyn|yulia julia yuliya|joseph josef iosif|gamal jamal djamel cemal"
    "|mohammed muhammad mohamed mehmet mahomet|abdul abdel abd abdal|ibrahim ebrahim brahim|yahya yehia|ahmed ahmet"
    "|fatima fatma fatemeh fatoumata fatimata|aisha aicha ayesha ayse aissatou|khadija khadijeh hatice kadidja"
    "|zaynab zainab zeynep zeinab|maryam mariam meryem miriam|hussein hossein huseyin|omar umar omer"
    "|othman uthman osman usman|yusuf youssef yousef jussuf|suleiman sulaiman suleyman soleiman|mustafa mostafa"
    "|ismail esmail|khaled khalid halit|rahman rehman"
)
_MEANT: dict[tuple[str, str], set[int]] = {}
for _number, _line in enumerate(_GIVEN.split("|")):
    for _word in _line.split():
        for _reading in readings(_word):
            _MEANT.setdefault(_reading, set()).add(_number)


def given_keys(name: str) -> set[object]:
    """What given names that are `alike_given` have at least one of in common."""
    keys: set[object] = {name}
    if "." not in name and len(name) >= 3:
        for reading in readings(name):
            keys |= {reading[0], *_MEANT.get(reading, ())}
    return keys


def alike_given(one: str, other: str) -> bool:
    """The same for given names, which other languages also translate: Vladimir, Volodymyr."""
    if "." in one + other or min(len(one), len(other)) < 3:  # initials
        return one == other
    if alike(one, other):
        return True
    mine = {number for reading in readings(one) for number in _MEANT.get(reading, ())}
    return any(number in mine for reading in readings(other) for number in _MEANT.get(reading, ()))


# ------------------------------------------------------------------ Chinese

_WADE_GILES = _rules(
    (r"^tzu$", "zi"), (r"^ssu$", "si"), (r"ih$", "i"), (r"eh$", "e"), (r"ien$", "ian"), (r"ung$", "ong"),
    (r"[ei]ou$", "iu"), (r"^hs", "x"), (r"ee$", "i"),
)  # fmt: skip
_PINYIN = _rules(
    (r"ng", "N"), (r"(?:^|(?<= ))yi", "i"), (r"zh|ch|j|q", "J"), (r"ts|tz|z|c", "Z"), (r"d", "t"), (r"g", "k"),
    (r"b", "p"),
)  # fmt: skip


def chinese(name: str) -> tuple[str, bool] | None:
    """(what Wade-Giles and Pinyin have in common, whether it is hyphenated as in Wade-Giles); None for no such name."""
    words = fold_text(name).replace("'", "").split()
    if len(words) != 2 or not all(word.replace("-", "").isalpha() for word in words) or "-" in words[0]:
        return None
    syllables = [words[0], *words[1].split("-")]
    if len(syllables) > 3 or len(words[0]) > 6 or len(words[1]) > 12:
        return None
    hyphened = len(syllables) == 3
    if hyphened:
        syllables = [_respelt(syllable, _WADE_GILES) for syllable in syllables]
    text = f"{syllables[0]} {''.join(syllables[1:])}".replace("ee ", "i ")
    return _respelt(text, _PINYIN), hyphened


# ------------------------------------------------------------------ Korean

_FAMILIES = {
    word: line.split()[0]
    for line in (
        "kim gim", "lee yi rhee ri li", "park pak bak", "roh noh no ro", "choi choe", "moon mun",
        "chung jung jeong chong", "cho jo", "kang gang", "yoon yun", "shin sin", "ahn an", "im lim rim", "yoo yu ryu",
        "chun chon jeon", "ban pan", "han", "hong", "oh o", "song", "hwang", "kwon gwon", "jang chang",
    )
    for word in line.split()
}  # fmt: skip
_KOREAN = _rules(
    (r"sh", "s"), (r"ch|j", "J"), (r"y[eou]+", "Y"), (r"ui|ee|i", "I"), (r"ae|ai", "E"), (r"[eou]+", "O"), (r"g", "k"),
    (r"d", "t"), (r"b", "p"),
)  # fmt: skip


def korean(name: str) -> str | None:
    """What the romanizations of a Korean name of three syllables have in common; None for no such name."""
    words = fold_text(name).replace("-", " ").split()
    if len(words) != 3 or words[0] not in _FAMILIES or not all(word.isalpha() for word in words):
        return None
    return " ".join((_FAMILIES[words[0]], *(_respelt(word, _KOREAN) for word in words[1:])))
