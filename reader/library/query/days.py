"""Days as people type them: 2024, 2024-03, 2024-03-30, 1990s, 4 May 2021, today, yesterday, 7d, 2w, 3m, 1y (ago)."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from reader.library.query.tree import QueryError

_DAY = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_DECADE = re.compile(r"(\d{3})0s")
_AGO = re.compile(r"(\d{1,4}) ?([dwmy])(?:(?<=d)ays?|(?<=w)eeks?|(?<=m)onths?|(?<=y)ears?)?(?: ago)?")


def span_of_days(text: str, start: int, today: date | None = None) -> tuple[str, str]:
    """First and last ISO day of the time named by `text` (typed at `start`); raises QueryError."""
    today = today or date.today()
    word = text.lower()
    if word in ("today", "yesterday"):
        day = today - timedelta(days=word == "yesterday")
        return day.isoformat(), day.isoformat()
    try:
        if match := _AGO.fullmatch(word):
            day = _ago(today, int(match[1]), match[2])
            return day.isoformat(), day.isoformat()
        if match := _DAY.fullmatch(word):
            year, month, day_number = (int(part) if part else 0 for part in match.groups())
            low = date(year, month or 1, day_number or 1)
            last = day_number or monthrange(year, month or 12)[1]
            return low.isoformat(), date(year, month or 12, last).isoformat()
        if match := _DECADE.fullmatch(word):
            return f"{match[1]}0-01-01", f"{match[1]}9-12-31"
    except (ValueError, OverflowError):
        pass
    if len(word) > 5 and (found := _in_words(text, start)):
        return found
    raise QueryError(
        f'{text!r} is not a day; write 2024, 2024-03, 2024-03-30, "4 May 2021", today, yesterday'
        " or 7d, 2w, 3m, 1y for ago",
        start,
        start + len(text),
    )


def _in_words(text: str, start: int) -> tuple[str, str] | None:
    """The same of a day or a month as papers print them, None for what is none: `4 May 2021`, `mai 2021`."""
    from reader.parsing.dates import date_line

    if day := date_line(text):
        return day.iso[:10], day.iso[:10]
    if date_line(text, True):
        raise QueryError("is the day or the month first? Write it like 2021-05-04", start, start + len(text))
    if re.search(r"\d{4}", text) and (first := date_line(f"1 {text}")):
        return span_of_days(first.iso[:7], start)
    return None


def _ago(today: date, count: int, unit: str) -> date:
    if unit in "dw":
        return today - timedelta(days=count * (7 if unit == "w" else 1))
    months = today.year * 12 + today.month - 1 - count * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))
