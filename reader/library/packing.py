"""People and figures of an article as a few bytes for the index, and as rows that can be searched."""

from __future__ import annotations

import json
import re
import zlib
from datetime import date
from typing import Any

from reader.library.query.days import span_of_days
from reader.library.query.tree import QueryError
from reader.model import FIGURE_KINDS, Detection, Figure, Person

#: (mentions, forms as JSON: [[spellings with counts], [titles]] or "" when the name is the only form).
Found = tuple[int, str]
FigureRow = tuple[int, int, float | None, float | None, str | None]


def pack(detection: Detection) -> bytes:
    """`detection` without the texts, which `unpack` takes from the article."""
    words: dict[str, int] = {}

    def number(word: str) -> int:
        return words.setdefault(word, len(words))

    people = [
        [
            p.start,
            p.end - p.start,
            number(p.name),
            round(p.confidence, 2),
            number(p.reason),
            [number(t) for t in p.titles],
        ]
        for p in detection.people
    ]  # fmt: skip
    figures = [
        [
            f.start, f.end - f.start, FIGURE_KINDS.index(f.kind), f.value, number(f.unit) if f.unit else -1,
            number(f.approx), round(f.confidence, 2), number(f.reason), number(f.subject),
        ]
        for f in detection.figures
    ]  # fmt: skip
    packed = json.dumps([list(words), people, figures], separators=(",", ":"), ensure_ascii=False)
    return zlib.compress(packed.encode("utf-8", "surrogatepass"), 6)


def unpack(packed: bytes, text: str) -> Detection:
    """The detection that was packed, on the same text."""
    words, people, figures = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
    return Detection(
        tuple(
            Person(a, a + n, text[a : a + n], words[name], sure, words[why], tuple(words[t] for t in titles))
            for a, n, name, sure, why, titles in people
        ),
        tuple(
            Figure(
                a, a + n, text[a : a + n], FIGURE_KINDS[kind],
                tuple(value) if isinstance(value, list) else value,
                words[unit] if unit >= 0 else None, words[approx], sure, words[why], words[subject],
            )
            for a, n, kind, value, unit, approx, sure, why, subject in figures
        ),
    )  # fmt: skip


def people_rows(detection: Detection, floor: float) -> dict[str, Found]:
    """Name → (mentions, forms) of the people found at least `floor` sure."""
    spellings: dict[str, dict[str, int]] = {}
    titles: dict[str, dict[str, int]] = {}
    for person in detection.people:
        if person.confidence < floor:
            continue
        forms = spellings.setdefault(person.name, {})
        form = " ".join(person.text.split())
        forms[form] = forms.get(form, 0) + 1
        kept = titles.setdefault(person.name, {})
        for title in person.titles:
            kept[title] = kept.get(title, 0) + 1
    rows: dict[str, Found] = {}
    for name, forms in spellings.items():
        plain = list(forms) == [name] and not titles[name]
        text = (
            ""
            if plain
            else json.dumps([forms, list(titles[name])], ensure_ascii=False, separators=(",", ":"))
        )
        rows[name] = (sum(forms.values()), text)
    return rows


def figure_rows(detection: Detection) -> list[FigureRow]:
    """(start, kind, low, high, unit) of every figure; `high` is None where it equals `low`."""
    rows = []
    for figure in detection.figures:
        low, high = bounds(figure)
        unit = None if figure.unit == "%" else figure.unit
        rows.append((figure.start, FIGURE_KINDS.index(figure.kind), low, None if high == low else high, unit))
    return rows


def bounds(figure: Figure) -> tuple[float | None, float | None]:
    """Lowest and highest value of a figure as numbers: days as day numbers, times and ISO durations as seconds."""
    value = figure.value
    if isinstance(value, tuple):
        low, high = _number(value[0])[0], _number(value[1])[1]
        if low is not None and high is not None and low > high:
            low, high = high, low
        return low, high
    return _number(value)


_CLOCK = re.compile(r"T?(\d{1,2}):(\d{2})(?::(\d{2}))?")
_DURATION = re.compile(
    r"P(?:(?P<Y>\d+(?:\.\d+)?)Y)?(?:(?P<M>\d+(?:\.\d+)?)M)?(?:(?P<W>\d+(?:\.\d+)?)W)?(?:(?P<D>\d+(?:\.\d+)?)D)?"
    r"(?:T(?:(?P<h>\d+(?:\.\d+)?)H)?(?:(?P<m>\d+(?:\.\d+)?)M)?(?:(?P<s>\d+(?:\.\d+)?)S)?)?"
)
_SECONDS = {"Y": 31_556_952, "M": 2_629_746, "W": 604_800, "D": 86_400, "h": 3600, "m": 60, "s": 1}
_LIMIT = 1e300


def _number(value: Any) -> tuple[float | None, float | None]:
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
