"""Days as people type them: 2024, 2024-03, 2024-03-30, today, yesterday, 7d, 2w, 3m, 1y (ago)."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from reader.library.query.tree import QueryError

_DAY = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_AGO = re.compile(r"(\d{1,4})([dwmy])", re.I)


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
    except (ValueError, OverflowError):
        pass
    raise QueryError(
        f"{text!r} is not a day; write 2024, 2024-03, 2024-03-30, today, yesterday or 7d, 2w, 3m, 1y for ago",
        start,
        start + len(text),
    )


def _ago(today: date, count: int, unit: str) -> date:
    if unit in "dw":
        return today - timedelta(days=count * (7 if unit == "w" else 1))
    months = today.year * 12 + today.month - 1 - count * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))
