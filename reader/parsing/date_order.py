"""Whether the day or the month comes first in dates in figures, by what the rest of a file says."""

from __future__ import annotations

import re

from reader.parsing.date_words import ENGLISH


def day_order(texts: list[str]) -> bool | None:
    """Whether numeric dates in these lines put the day first: True, False, or None without evidence."""
    first = second = 0
    for text in texts:
        for a, b in re.findall(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](?:\d{4}|\d\d)(?!\d)", text[:400]):
            first += 12 < int(a) <= 31 and int(b) <= 12
            second += 12 < int(b) <= 31 and int(a) <= 12
    return None if first == second else first > second


def told_order(dated: list[str], text: str) -> bool | None:
    """Whether the first of `dated` that is open puts the day first, told by the dateline of `text`: `Feb 7 (KUNA)`."""
    for line in dated:
        for a, b in re.findall(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.]\d{4}(?!\d)", line[:400]):
            first, second = _names_day(text, int(a), int(b)), _names_day(text, int(b), int(a))
            if first != second:
                return first
    return None


def _names_day(text: str, day: int, month: int) -> bool:
    """Whether the start of a text names that day in words: `Feb 7`, `7 February`."""
    if not 1 <= month <= 12:
        return False
    name = ENGLISH[month - 1]
    return bool(re.search(rf"\b{name}[a-z]*\.? {day}\b|\b{day} {name}", text[:3000]))


def usual_order(text: str) -> bool | None:
    """Whether texts like this one write the day first: English alone is written both ways, but in EBSCO's exports."""
    start = text[:5000]
    if start.count(" the ") * 400 >= len(start) or len(start) < 200:
        return False if "\nAccession Number:" in text[:60_000] else None
    return True
