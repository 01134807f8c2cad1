"""Which language a text is in, by its small words: what is no English is read by other rules."""

from __future__ import annotations

import re
from collections import Counter

from reader.detect.languages import LANGUAGES, Language

_LOOKED_AT, _HEAD = 8_000, 2_000  # characters
#: So many small words, and such a share of all words, make sure of a language.
_FEWEST, _SURE, _SHARE = 3, 6, 0.1
#: In a sentence without a small word of English fewer do, if they are many among its words.
_FEW, _LARGE_SHARE = 4, 0.25
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset("the of and to for that was with is it on as by from at has were said".split())
#: Where digits are grouped by spaces or commas.
_NO_POINTS = frozenset(("pl",))
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
    return language.code if language is not None and theirs >= _FEWEST and theirs > 2 * english else ""


def groups_by_points(code: str) -> bool:
    """Whether the language of a code groups digits by points: "5.000 Euro" is five thousand there."""
    return bool(code) and code not in _NO_POINTS
