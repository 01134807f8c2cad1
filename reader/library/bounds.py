"""The values of figures as numbers that can be compared."""

from __future__ import annotations

import re
from datetime import date

from reader.library.query.amounts import counted, words_meant
from reader.library.query.days import span_of_days
from reader.library.query.tree import Amount, QueryError
from reader.model import Figure


def bounds(figure: Figure) -> tuple[float | None, float | None]:
    """Lowest and highest value of a figure as numbers: days as day numbers, times and ISO durations as seconds."""
    value = figure.value
    if isinstance(value, tuple):
        low, high = _number(value[0])[0], _number(value[1])[1]
        if low is not None and high is not None and low > high:
            low, high = high, low
        return low, high
    return _number(value)


def amount_of(figure: Figure) -> Amount | None:
    """What asks for the figures that may be the same as this one, None where its value is not known."""
    low, high = bounds(figure)
    return None if low is None else Amount(figure.kind, figure.unit or "", low, high)


def figure_query(figure: Figure) -> str:
    """What is typed to find the figures of the same value; of times and durations all of the kind."""
    target = figure.kind if figure.kind in ("percent", "number", "ordinal", "date") else figure.unit or ""
    sizes = [_typed(value) for value in figure.ends if value is not None]
    if not target or figure.kind in ("time", "duration") or not all(sizes) or not sizes:
        return f"kind:{figure.kind}"
    return f"figure:{target}={sizes[0]}" if len(sizes) == 1 else f"figure:{target}:{'..'.join(sizes)}"


def _typed(value: float | int | str) -> str:
    if isinstance(value, str):
        return value if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", value) else ""
    return str(value) if isinstance(value, int) else f"{value:f}".rstrip("0").rstrip(".")


def is_same(figure: Figure, other: Figure) -> bool:
    """Whether two figures say the same: kind, value and unit and, of a small number, what is counted."""
    if figure.value is None or (other.kind, other.value, other.unit) != (
        figure.kind,
        figure.value,
        figure.unit,
    ):
        return False
    is_small = figure.kind == "number" and isinstance(figure.value, int | float) and figure.value < _SMALL
    said = set(counted(figure).split()) if is_small else None
    return not said or not said.isdisjoint(counted(other).split())


# Two countries are not two ships; 12,500 dockers may well be 12,500 workers.
_SMALL = 100
_CLOCK = re.compile(r"T?(\d{1,2}):(\d{2})(?::(\d{2}))?")
_DURATION = re.compile(
    r"P(?:(?P<Y>\d+(?:\.\d+)?)Y)?(?:(?P<M>\d+(?:\.\d+)?)M)?(?:(?P<W>\d+(?:\.\d+)?)W)?(?:(?P<D>\d+(?:\.\d+)?)D)?"
    r"(?:T(?:(?P<h>\d+(?:\.\d+)?)H)?(?:(?P<m>\d+(?:\.\d+)?)M)?(?:(?P<s>\d+(?:\.\d+)?)S)?)?"
)
_SECONDS = {"Y": 31_556_952, "M": 2_629_746, "W": 604_800, "D": 86_400, "h": 3600, "m": 60, "s": 1}
_LIMIT = 1e300


def _number(value: float | int | str | None) -> tuple[float | None, float | None]:
    if isinstance(value, bool) or value is None:
        return None, None
    if isinstance(value, int | float):
        try:
            number = float(value)
        except OverflowError:
            return None, None
        return (number, number) if -_LIMIT < number < _LIMIT else (None, None)
    text = str(value)
    if match := _CLOCK.fullmatch(text):
        seconds = int(match[1]) * 3600 + int(match[2]) * 60 + int(match[3] or 0)
        return float(seconds), float(seconds)
    if text.startswith("P") and (match := _DURATION.fullmatch(text)):
        seconds_long = sum(float(n) * _SECONDS[k] for k, n in match.groupdict().items() if n)
        return seconds_long, seconds_long
    try:
        low, high = span_of_days(text[:10], 0)
    except QueryError:
        return None, None
    return float(date.fromisoformat(low).toordinal()), float(date.fromisoformat(high).toordinal())


def within(figure: Figure, amount: Amount) -> bool:
    """Whether a figure is what an amount asks for; the same rule as the index follows."""
    if amount.kind and figure.kind != amount.kind:
        return False
    if amount.unit:
        units, subjects = words_meant(amount.unit)
        said = counted(figure) if subjects else ""
        if (figure.unit or "").casefold() not in units and not any(f" {word} " in said for word in subjects):
            return False
    low, high = bounds(figure)
    top, bottom = (high if high is not None else low), (low if low is not None else high)
    if amount.low is not None and (
        top is None or top < amount.low or (amount.low_open and top == amount.low)
    ):
        return False
    return amount.high is None or not (
        bottom is None or bottom > amount.high or (amount.high_open and bottom == amount.high)
    )
