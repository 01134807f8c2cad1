"""How counts and values of figures are written for people: the one place for screens, documents, commands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.text import one_line

if TYPE_CHECKING:
    from reader.model import Figure, Value

_SIGNS = {"USD": "$", "$": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
#: What months are called on screens.
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
# A date as far as it is known: year, month and day; month and day; year and month; month; day.
_DATE = re.compile(r"(\d{4}|-)-(0[1-9]|1[0-2])(?:-(\d\d))?|---(\d\d)")
_MANY = {"century": "centuries", "millennium": "millennia"} | {
    unit: f"{unit}s"
    for unit in "second minute hour day night week weekend fortnight month quarter season year decade barrel acre dunam"
    " cup bit byte turn".split()
}
_MEASURES = frozenset(("money", "percent", "quantity", "duration"))
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def count(number: int, one: str, many: str = "") -> str:
    """`1 article`, `3 people`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def why_nothing(parts: Sequence[tuple[str, int]]) -> str:
    """What to say when nothing is found, from the parts of the query and how many articles each matches."""
    missing = [text for text, found in parts if not found]
    if missing:
        return f"Nothing found: no article answers {', '.join(missing)}."
    if len(parts) > 1:
        alone = ", ".join(f"{text} {count(found, 'article')}" for text, found in parts)
        return f"Nothing found: no article has it all. Alone: {alone}."
    return "Nothing found."


def letter(number: int) -> str:
    """What the article at a place of a comparison is called: A, B, C …"""
    return chr(ord("A") + number % 26)


def _day(value: str) -> str:
    """`2024-03-30` → `30 Mar 2024`, `--03-30` → `30 Mar`; anything else as it is."""
    if not (known := _DATE.fullmatch(value)):
        return one_line(value)
    year, month, day, alone = known.groups()
    if alone:
        return f"day {int(alone)}"
    return " ".join(filter(None, (day and str(int(day)), MONTHS[int(month) - 1], year.strip("-"))))


def _fraction(value: float) -> str:
    """`1/3`, `2 2/3` of what decimals never say; "" for what they do."""
    if round(value, 6) == value:
        return ""
    from fractions import Fraction  # seldom needed

    whole = int(value)
    part = Fraction(abs(value - whole)).limit_denominator(12)
    if abs(abs(value - whole) - part) > 1e-9:
        return ""
    return f"{whole} {part}" if whole else f"{'-' if value < 0 else ''}{part}"


def _scaled(value: float | int | str, brief: bool, cents: bool) -> tuple[str, str]:
    """(digits, thousands parted; the word for the zeros left out, if that is `brief` and loses nothing).

    `cents`: two decimals where there are any and no more.
    """
    if isinstance(value, str):
        return _day(value) if brief or value.startswith("--") else one_line(value), ""
    if isinstance(value, float):
        if not abs(value) < 1e15:
            return f"{value:.6g}", ""
        if value.is_integer():
            value = int(value)
    scale, word = next((entry for entry in _SCALES if brief and abs(value) >= entry[0]), (1.0, ""))
    if word and round(value / scale, 3) * scale == value:
        return f"{value / scale:,.10g}", word
    if isinstance(value, int):
        return f"{value:,}", ""
    if part := _fraction(value):
        return part, ""
    return (f"{value:,.2f}" if cents and round(value, 2) == value else f"{value:,.10g}"), ""


def value_text(value: Value, unit: str | None = None, *, brief: bool = False) -> str:
    """A value with its unit: `4,500,000 USD`, `5–10 %`; `brief` for a screen: `$4.5 million`, `5–10%`; "" when open."""
    if value is None:
        return ""
    cents = unit is not None and (unit in _SIGNS or (len(unit) == 3 and unit.isupper()))
    ends = [_scaled(end, brief, cents) for end in (value if isinstance(value, tuple) else (value,))]
    if len({word for _, word in ends}) == 1:  # 14–15 million
        text = " ".join(filter(None, ("–".join(digits for digits, _ in ends), ends[0][1])))
    else:
        text = "–".join(" ".join(filter(None, end)) for end in ends)
    if not unit:
        return text
    if not brief:
        return f"{text} {one_line(unit)}"
    if unit in _SIGNS:
        return f"{_SIGNS[unit]}{text}"
    if unit == "%":
        return f"{text}%"
    return f"{text} {one_line(unit if value == 1 else _MANY.get(unit, unit))}"


def amount_text(figure: Figure) -> str:
    """A figure's value with what it leaves open: `about 4,500,000 USD`; "" when its value is open."""
    value = value_text(figure.value, figure.unit)
    return " ".join(filter(None, (figure.approx, value))) if value else ""


def whole_text(figure: Figure, amount: str) -> str:
    """`amount`, which tells a figure, with what is counted or measured: `5,000 people`, `2 barrels of oil`."""
    link = " of " if figure.subject and figure.kind in _MEASURES else " "
    return f"{amount}{link}{one_line(figure.subject)}".strip()


def _ordinal(value: Value) -> str:
    """`4th`, `21st`; "" for what is no whole number."""
    if not isinstance(value, (int, float)) or value != int(value):
        return ""
    number = int(value)
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"


def figure_text(figure: Figure) -> str:
    """A figure for people, with what it counts: `about 5,000 people`, `$4.5 million`, `4th`."""
    value = (
        _ordinal(figure.value)
        if figure.kind == "ordinal"
        else value_text(figure.value, figure.unit, brief=True)
    )
    amount = f"{figure.approx} {value}" if value else one_line(figure.text)
    return whole_text(figure, amount.strip())
