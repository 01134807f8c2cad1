"""Swahili says what a number measures before it: "shilingi bilioni 2.5", "asilimia 12", "kilomita 30", "miaka 45"."""

from __future__ import annotations

import re

from reader.detect.figures.lexemes import tidy
from reader.detect.figures.reading import Reading

_SIZES = {"elfu": 10**3, "laki": 10**5, "milioni": 10**6, "bilioni": 10**9, "trilioni": 10**12}
_MONEY = {
    "shilingi": "shilling",
    "dola": "$",
    "pauni": "GBP",
    "randi": "ZAR",
    "faranga": "franc",
    "yuro": "EUR",
}
_UNITS = {
    "kilomita": ("quantity", "km"), "mita": ("quantity", "m"), "tani": ("quantity", "t"), "hekta": ("quantity", "ha"),
    "ekari": ("quantity", "acre"), "lita": ("quantity", "L"), "kilogramu": ("quantity", "kg"),
    "miaka": ("duration", "year"), "miezi": ("duration", "month"), "dakika": ("duration", "minute"),
    "asilimia": ("percent", "%"),
}  # fmt: skip
#: The words one of which stands right before such a number.
HEADS: frozenset[str] = frozenset((*_SIZES, *_MONEY, *_UNITS))
_SUM = re.compile(
    rf"\b(?:(?P<money>{'|'.join(_MONEY)})\s(?:[zy]a\s\w{{3,14}}\s)?)?(?:(?P<size>{'|'.join(_SIZES)})\s)?$",
    re.IGNORECASE,
)


def with_head(text: str, reading: Reading, before: str) -> Reading:
    """The bare number with the words of `HEADS` before it, of which `before` is the last."""
    if before in _UNITS:
        kind, unit = _UNITS[before]
        reading = reading.become(kind, unit, reading.end, reading.next, "what is measured stands before it")  # type: ignore[arg-type]
        if kind != "percent":
            reading.start -= len(before) + 1
        return reading
    found = _SUM.search(text, max(0, reading.start - 48), reading.start)
    if found is None or not isinstance(reading.value, (int, float)):
        return reading
    if found["size"]:
        size = _SIZES[found["size"].lower()]
        reading.value, reading.magnitude = tidy(reading.value * size), size
    reading.start = found.start()
    if found["money"]:
        money = _MONEY[found["money"].lower()]
        return reading.become("money", money, reading.end, reading.next, "a currency before the number")
    reading.bare = False
    return reading
