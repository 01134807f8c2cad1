"""Names of months, days and their parts, and the arithmetic of dates that stand for one another.

Values are ISO 8601: "2020-03-26", "2020-03", "2020", and where the year is not known "--03-26", "--03".
Quarters are "2020-Q3". Relative dates are resolved against a known day only; without one they stay open.
"""

from __future__ import annotations

from datetime import date, timedelta

_MONTHS = (
    "january jan;february feb;march mar;april apr;may;june jun;july jul;august aug;september sept sep;october oct;"
    "november nov;december dec"
)
MONTHS: dict[str, int] = {w: n for n, names in enumerate(_MONTHS.split(";"), 1) for w in names.split()}
#: Months that are also words or names; they need a date around them.
SHY_MONTHS: frozenset[str] = frozenset("may march mar jan apr jun jul dec sep sept feb aug oct nov".split())
NAME_MONTHS: frozenset[str] = frozenset("april june august".split())
_DAYS = "monday mon;tuesday tue tues;wednesday wed weds;thursday thu thur thurs;friday fri;saturday sat;sunday sun"
WEEKDAYS: dict[str, int] = {w: n for n, names in enumerate(_DAYS.split(";")) for w in names.split()}
FULL_WEEKDAYS: frozenset[str] = frozenset(names.split()[0] for names in _DAYS.split(";"))
DAY_PARTS: frozenset[str] = frozenset(
    "morning afternoon evening night midday lunchtime noon midnight".split()
)
RELATIVE_DAYS: dict[str, int] = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "tmrw": 1, "tmr": 1,
}  # fmt: skip
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_day(month: int, day: float | int) -> bool:
    """Whether `month` can have a day `day`."""
    return isinstance(day, int) and 1 <= month <= 12 and 1 <= day <= _LENGTHS[month - 1]


def iso(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """The ISO 8601 form of what is known."""
    if year is None:
        return f"--{month:02d}-{day:02d}" if day and month else f"--{month:02d}" if month else f"---{day:02d}"
    head = f"{year:04d}"
    if not month:
        return head
    return f"{head}-{month:02d}-{day:02d}" if day else f"{head}-{month:02d}"


def long_year(year: int) -> int:
    """The year a two-digit one stands for: 00-39 are 20xx."""
    if year >= 100:
        return year
    return 2000 + year if year < 40 else 1900 + year


def published_day(published: str | None) -> date | None:
    """The day of an ISO 8601 publication date, None when it has none or is not one."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def weekday_near(base: date, weekday: int, way: int) -> str:
    """The `weekday` on or before `base` (way 0), the last one strictly before (-1), or the next after (1)."""
    back = (base.weekday() - weekday) % 7
    try:
        if way > 0:
            return (base + timedelta(days=(7 - back) or 7)).isoformat()
        if way < 0:
            back = back or 7
        return (base - timedelta(days=back)).isoformat()
    except OverflowError:
        return ""


def year_near(base: date, month: int, day: int | None, way: int) -> int:
    """The year of a month (and day) named without one near `base`: the closest, past when `way` < 0."""
    if way > 0:
        return base.year + ((month, day or 31) < (base.month, base.day))
    if way < 0:
        return base.year - ((month, day or 1) > (base.month, base.day))
    months = (base.month - month) % 12
    # Up to four months ahead is still to come, anything further was last time round.
    ahead = (month - base.month) % 12
    if months == 0 or ahead > 4:
        return base.year - (month > base.month)
    return base.year + (month < base.month)


def relative_period(base: date, unit: str, step: int) -> str | tuple[str, str] | None:
    """The week, month, quarter, year, decade or century `step` away from the one `base` is in."""
    try:
        if unit == "day":
            return (base + timedelta(days=step)).isoformat()
        if unit == "week":
            monday = base - timedelta(days=base.weekday()) + timedelta(weeks=step)
            return f"{monday.isocalendar()[0]:04d}-W{monday.isocalendar()[1]:02d}"
        if unit == "weekend":
            saturday = base - timedelta(days=base.weekday()) + timedelta(days=5, weeks=step)
            return saturday.isoformat(), (saturday + timedelta(days=1)).isoformat()
    except OverflowError:
        return None
    if unit == "month":
        months = base.year * 12 + base.month - 1 + step
        return iso(months // 12, months % 12 + 1)
    if unit == "quarter":
        quarters = base.year * 4 + (base.month - 1) // 3 + step
        return f"{quarters // 4:04d}-Q{quarters % 4 + 1}"
    if unit == "year":
        return iso(base.year + step)
    if unit in ("decade", "century"):
        size = 10 if unit == "decade" else 100
        first = (base.year // size + step) * size
        return iso(first), iso(first + size - 1)
    return None
