"""Where a figure may begin: one pattern over the whole text, so that plain prose costs one regex scan."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from functools import cache

from reader.detect.figures.calendars import MONTHS, RELATIVE_DAYS, WEEKDAYS
from reader.detect.figures.currencies import SIGNS
from reader.detect.figures.lexemes import VULGAR
from reader.detect.figures.number_words import MULTIPLIERS, ORDINALS, SMALL, TENS
from reader.detect.figures.number_words_abroad import LANGUAGES, spelt_openers

#: Plurals that count without a number.
VAGUE: frozenset[str] = frozenset(
    "tens dozens scores hundreds thousands millions billions trillions lakhs crores".split()
)
CLOCK_WORDS: frozenset[str] = frozenset("noon midnight".split())
_PLAIN = (
    set(SMALL) | set(TENS) | set(MULTIPLIERS) | set(ORDINALS) | set(MONTHS) | set(WEEKDAYS) | set(RELATIVE_DAYS)
    | VAGUE | CLOCK_WORDS | {"half", "dozen", "quarter"}
)  # fmt: skip
_PERIOD = (
    r"(?:last|next|this|past|previous|current|coming|following|same)\s"
    r"(?:week|month|year|quarter|decade|century)(?:end)?\b"
)
_LENGTH = r"an?\s(?:hour|day|week|month|year|decade|century)\sand\sa\s(?:half|quarter)\b"


def _words(plain: Collection[str]) -> str:
    """All trigger words as one alternation, grouped by first letter so that most words fail on one character."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word in sorted(plain, key=len, reverse=True):
        groups[word[0]].append(re.escape(word[1:]))
    return "|".join(f"{c}(?:{'|'.join(rest)})" for c, rest in sorted(groups.items()))


def _trigger(plain: Collection[str]) -> re.Pattern[str]:
    """group 1: a digit, 2: a sign or fraction, 3: a word, 4: a period, 5: a short quarter or a business year."""
    return re.compile(
        rf"(\d)|([{re.escape(''.join(SIGNS) + ''.join(VULGAR))}])"
        rf"|\b(?:((?:{_words(plain)})(?![a-z]))|({_PERIOD}|{_LENGTH})|([QH](?=[1-4]\b(?![.,]\d))|FY(?=\s?\d\d)))",
        re.IGNORECASE,
    )


TRIGGER = _trigger(_PLAIN)


@cache
def trigger_in(code: str) -> re.Pattern[str]:
    """The pattern for a text in the language of a code, with its number words; `TRIGGER` where none are known."""
    return _trigger(_PLAIN | spelt_openers(code)) if code in LANGUAGES else TRIGGER
