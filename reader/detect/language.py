"""Which language a text is in, by its small words: what is no English is read by other rules."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from reader.detect import latin_words
from reader.detect.languages import LANGUAGES, Language

_LOOKED_AT, _HEAD = 8_000, 2_000  # characters
#: So many small words, and such a share of all words, make sure of a language.
_FEWEST, _SURE, _SHARE = 3, 6, 0.1
#: In a sentence without a small word of English fewer do, if they are many among its words.
_FEW, _LARGE_SHARE = 4, 0.25
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset("the of and to for that was with is it on as by from at has were said".split())
#: Where digits are grouped by spaces or commas.
_NO_POINTS = frozenset(("pl", "sw", "ru"))
_RUSSIAN = re.compile(r"[\u0430-\u044f]{2}")
_SPOKEN: dict[str, list[Language]] = {}
for _language in LANGUAGES:
    for _small in _language.small:
        _SPOKEN.setdefault(_small, []).append(_language)


def _votes(text: str) -> tuple[Language | None, int, int, int]:
    """The likeliest other language of the head of `text`, and how many small words of it, small English words and words
    at all stand there; no language (None) of which there are fewer than three different words."""
    words = Counter(_WORD.findall(text[:_LOOKED_AT].lower()))
    votes: Counter[str] = Counter()
    different: Counter[str] = Counter()
    for word, times in words.items():
        for language in _SPOKEN.get(word, ()):
            votes[language.code] += times
            different[language.code] += 1
    english = sum(words[word] for word in _ENGLISH)
    if not votes:
        return None, 0, english, words.total()
    code, most = votes.most_common(1)[0]
    if different[code] < _FEWEST:
        return None, 0, english, words.total()
    return next(one for one in LANGUAGES if one.code == code), most, english, words.total()


def _is_english(text: str) -> bool:
    """Whether "the" stands so often at the head of `text` that there is nothing to count."""
    return text.count(" the ", 0, _HEAD) > max(2, min(len(text), _HEAD) // 400)


def language_of(text: str) -> Language | None:
    """The language of `text` where it is surely another than English, else None."""
    if _is_english(text):
        return None
    language, theirs, english, total = _votes(text)
    few = english == 0 and theirs >= _FEW and theirs >= _LARGE_SHARE * total
    sure = theirs >= _SURE and theirs > 2 * english and theirs >= _SHARE * total
    return language if sure or few else None


def spoken_in(text: str) -> str:
    """The code of the language of `text` where its small words point to another than English, else ""; a sentence is
    enough."""
    if _is_english(text):
        return ""
    language, theirs, english, _total = _votes(text)
    if language is not None and theirs >= _FEWEST and theirs > 2 * english:
        return language.code
    if english:
        return ""
    return "ru" if _RUSSIAN.search(text[:_HEAD]) else _measured_in(text)


def _measured_in(text: str) -> str:
    """The code of the language whose months, units and small words stand in a text of few words; "" for none: a month
    or a unit of one language alone is worth two words."""
    words = set(_WORD.findall(text[:_LOOKED_AT].lower()))
    votes: Counter[str] = Counter()
    for word in words:
        told = _told_by(word)
        votes.update(dict.fromkeys(told, 2 if len(told) == 1 else 1))
        votes.update({language.code: 1 for language in _SPOKEN.get(word, ())})
    best = votes.most_common(2)
    if not best or best[0][1] < 2 or (len(best) > 1 and best[1][1] == best[0][1]):
        return ""
    return best[0][0]


def _told_by(word: str) -> frozenset[str]:
    """The codes of the languages of which a word is a month or a unit."""
    return _measures().get(plain_letters(word), frozenset())


def plain_letters(word: str) -> str:
    """A word in lower case without its accents."""
    return (
        word
        if word.isascii()
        else "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    )


@cache
def _measures() -> dict[str, frozenset[str]]:
    known: dict[str, set[str]] = {}
    for code, months in latin_words.MONTHS.items():
        for form in "/".join(months).split("/"):
            known.setdefault(form, set()).add(code)
    for table in (latin_words.UNITS, latin_words.DURATIONS):
        for line in table.strip().replace("\n ", "").splitlines():
            code, _, row = line.partition("|")
            for form in re.findall(r"[^\W\d_]{3,}(?=[ ;]|$)", row):
                known.setdefault(form, set()).add(code)
    return {word: frozenset(codes) for word, codes in known.items() if word not in _ENGLISH_TOO}


#: Months and units that are English words or names as well.
_ENGLISH_TOO = frozenset(
    "april august september november juni lat lata dag timer tony gun rok litre minute".split()
)


def groups_by_points(code: str) -> bool:
    """Whether the language of a code groups digits by points: "5.000 Euro" is five thousand there."""
    return bool(code) and code not in _NO_POINTS
