"""Dates without a year in an article that looks back: their year is that of the story, not of the article.

News leaves the year out when it is this one. An anniversary piece or an obituary leaves it out when it was just told:
"On October 4, 1957 … On November 3 a second satellite followed".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reader.detect.figures.calendars import published_day
from reader.detect.figures.reading import BY_ARTICLE
from reader.model import Figure, Value

_LEAST = 3  # dates of years gone by that make an article one that looks back
_AGO = 400  # days


def retell(found: Sequence[Figure], published: date) -> list[Figure]:
    """`found` with the dates that lack a year put beside the date told before them, when the article looks back.

    It does when it gives three dates or more, with their years, that are over a year old, and more of them than
    days of its own time: weekdays, "yesterday", dates of the year that it appeared in, dates without a year that
    stand before any other.
    """
    told = [_month_of(figure) for figure in found]
    now = (published.year, published.month)
    old = sum(month is not None and _days(month, now) > _AGO for month in told)
    first = next((i for i, month in enumerate(told) if month is not None), 0)
    new = sum(figure.reason.endswith(BY_ARTICLE) for figure in found[:first])
    new += sum(_is_of_today(figure, month, published.year) for figure, month in zip(found, told, strict=True))
    if old < _LEAST or old <= new:
        return list(found)
    retold, before = [], None
    for figure, month in zip(found, told, strict=True):
        if month is not None:
            before = month
        elif before is not None and figure.reason.endswith(BY_ARTICLE) and _days(before, now) > _AGO:
            figure = _beside(figure, before)
            before = _numbers(figure.value) or before
        retold.append(figure)
    return retold


def _month_of(figure: Figure) -> tuple[int, int] | None:
    """Year and month of a date that is given with both."""
    month = _numbers(figure.value) if figure.kind == "date" else None
    return month if month is not None and str(month[0]) in figure.text else None


def _numbers(value: Value) -> tuple[int, int] | None:
    """Year and month of an ISO date, or of the first of two."""
    first = value[0] if isinstance(value, tuple) else value
    if not isinstance(first, str) or not first[:4].isdigit() or not first[5:7].isdigit() or first[4] != "-":
        return None
    return int(first[:4]), int(first[5:7])


def _days(month: tuple[int, int], now: tuple[int, int]) -> int:
    """About how many days `month` lies before `now`."""
    return ((now[0] - month[0]) * 12 + now[1] - month[1]) * 30


def _is_of_today(figure: Figure, month: tuple[int, int] | None, year: int) -> bool:
    """Whether a date is seen from the day the article appeared on, or lies in its year."""
    if month is not None:
        return month[0] == year
    return "the article's" in figure.reason and not figure.reason.endswith(BY_ARTICLE)


def _beside(figure: Figure, before: tuple[int, int]) -> Figure:
    """`figure` in the year that brings its month nearest to the one told before."""
    month = _numbers(figure.value)
    if month is None:
        return figure
    ahead = (month[1] - before[1] + 5) % 12 - 5  # months, from -5 to 6
    year = before[0] + (before[1] - 1 + ahead) // 12
    step = year - month[0]
    parts = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    moved = tuple(f"{int(part[:4]) + step:04d}{part[4:]}" for part in parts if isinstance(part, str))
    if any(len(part) == 10 and published_day(part) is None for part in moved):
        return figure
    value: Value = (moved[0], moved[1]) if len(moved) == 2 else moved[0]
    return replace(figure, value=value, reason="a month by name, the year by the date told before")
