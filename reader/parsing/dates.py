"""Dates as news sites print them, to ISO 8601.

`date_line` reads a line that holds nothing but a date (with label, weekday, time, zone); `find_date` finds
one inside a field. The order of day and month in `3/4/2021` is decided by evidence: a number above 12 in the
same file, else the words of the file; a date that stays open gives None.
"""

from __future__ import annotations

import re

from reader.parsing.date_reading import Found, iso_day, read
from reader.parsing.date_words import LABELS, MONTHS, UPDATES


def date_line(text: str, day_first: bool | None = None) -> Found | None:
    """The date on a line that holds nothing else, or None. `day_first` settles 3/4/2021."""
    if not 6 <= len(text) <= 90:
        return None
    found, asked = read(text, None)
    return read(text, day_first)[0] if asked and day_first is not None else found


_INSIDE: re.Pattern[str] | None = None


def is_labelled_day(line: str) -> bool:
    """Whether a line with a date opens with a word for when a text was printed: `Published on May 3, 2021`."""
    first = line.split(None, 1)[0].lower().rstrip(":")
    return len(first) > 4 and (first in LABELS or first in UPDATES)


def find_date(text: str, day_first: bool | None = None) -> str | None:
    """The first full date inside a short text such as a field's value, as ISO 8601, or None."""
    whole = date_line(text, day_first)
    if whole or len(text) < 8:
        return whole.iso if whole else None
    global _INSIDE
    if _INSIDE is None:
        _INSIDE = re.compile(
            r"\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?\b"
            r"|\b[^\W\d_]{3,12}\.?,? \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b"
            r"|\b\d{1,2}(?:st|nd|rd|th|\.|er|º)? (?:de |of )?[^\W\d_]{3,12}\.?,? (?:de )?\d{4}\b"
            r"|\b\d{1,2}[/.]\d{1,2}[/.]\d{4}\b|\b\d{4}/\d{1,2}/\d{1,2}\b|\b(?:19|20)\d\d[01]\d[0-3]\d\b"
            r"|\b\d{4}年 ?\d{1,2}月 ?\d{1,2}日(?: ?\d\d:\d\d)?|\b\d{4}년 ?\d{1,2}월 ?\d{1,2}일",
            re.IGNORECASE,
        )
    for match in _INSIDE.finditer(text[:400]):
        found = date_line(match[0], day_first)
        if found:
            return found.iso
    return None


def url_date(url: str) -> str | None:
    """The day in the path of a web address (/2022/07/31/ or 2022-07-31), or None."""
    match = re.search(
        r"(?<!\d)((?:19|20)\d\d)[/-](0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
        r"[/-](0?[1-9]|[12]\d|3[01])(?!\d)",
        url.lower(),
    )
    if match:
        month = MONTHS.get(match[2]) or int(match[2])
        return iso_day(int(match[1]), month, int(match[3]))
    match = re.search(r"(?<!\d)(20[0-3]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\d{4})?(?!\d)", url)
    return iso_day(int(match[1]), int(match[2]), int(match[3])) if match else None
