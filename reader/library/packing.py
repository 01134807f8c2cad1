"""People and figures of an article as a few bytes for the index, and as rows that can be searched."""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from operator import add
from typing import Any, TypeVar

from reader.columns import LARGE, Coded, Slices, Table
from reader.model import FIGURE_KINDS, Detection, Figure, Person

#: (mentions, forms as `pack_forms` has them).
Found = tuple[int, str]
FigureRow = tuple[int, int, float | None, float | None, str | None, str | None]
T = TypeVar("T")


# What most articles have in common, so that it need not be stored with each (a preset dictionary, RFC 1950):
# the detector's own words, the most frequent last. A change asks for another version of the index.
_QUOTED = 8_000  # characters of an article that may be referred to; the window holds 32,768 bytes
_COMMON = (
    "Ambassador Governor Senator Mayor Judge Professor coach analyst spokeswoman spokesman chairman Colonel General"
    " Lieutenant Major Deputy Secretary Minister Prime Minister Vice President President King Sen. Dr. Dr Mrs Ms Mr."
    ' Mr","of which country the article does not say","a date in numbers","an age in tens","a day and a month in'
    ' numbers","a sum without a number","a century","a span of years","a part of a whole","a count without a number",'
    '"a quarter of a year","a day and a month by name","a day and a month by name, the year by the article\'s date",'
    '"a currency sign or code; a dollar","a currency after the number; a dollar","a currency sign or code; a dollar of'
    ' the United States, which the article names","a decade","an age","a range","a day seen from the article\'s",'
    '"a time of day","a currency after the number","a currency sign or code","a measure with its unit","a day of the'
    ' week","a day of the week, its date by the article\'s","a score or a ratio","a period seen from the article\'s'
    ' date","a month by name","a month by name, the year by the article\'s date","a share in percent","%","a length'
    ' of time","a place in an order","a number in words","a year","a number in digits","houses","workers","families",'
    '"points","people","m²","km²","mi","km","kg","min","minute","hour","EUR","GBP","$","USD","day","month","week",'
    '"year","in","at least","at most","nearly","under","over","about","after the role “","shape of a name","a person'
    ' elsewhere in this text","described after a comma","beside “told”","beside “says”","beside “said”","short for “",'
    '"known family name","known given name","stands like a person\'s name","after the title “",""],[[0,11,'
).encode()


def pack(detection: Detection, text: str) -> bytes:
    """The `detection` of `text` in few bytes: columns, starts as differences, names by reference to the text."""
    words: dict[str, int] = {}

    def number(word: str) -> int:
        return words.setdefault(word, len(words))

    people, figures = detection.people, detection.figures
    columns = [
        _steps(p.start for p in people), [p.end - p.start for p in people], [number(p.name) for p in people],
        [round(p.confidence * 100) for p in people], [number(p.reason) for p in people],
        [[number(title) for title in p.titles] if p.titles else 0 for p in people],
        _steps(f.start for f in figures), [f.end - f.start for f in figures],
        [FIGURE_KINDS.index(f.kind) for f in figures], [f.value for f in figures],
        [number(f.unit) + 1 if f.unit else 0 for f in figures], [number(f.approx) for f in figures],
        [round(f.confidence * 100) for f in figures], [number(f.reason) for f in figures],
        [number(f.subject) for f in figures],
    ]  # fmt: skip
    packed = json.dumps([list(words), columns], separators=(",", ":"), ensure_ascii=False)
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15, zdict=_dictionary(text))
    return squeezer.compress(packed.encode("utf-8", "surrogatepass")) + squeezer.flush()


def unpack(packed: bytes, text: str) -> Detection:
    """The detection that was packed, on the same text."""
    data = zlib.decompressobj(-15, zdict=_dictionary(text)).decompress(packed)
    words, columns = json.loads(data.decode("utf-8", "surrogatepass"))
    word = words.__getitem__
    start, length, name, sure, why, titles = columns[:6]
    people: Sequence[Person] = _mentions(
        Person, text, start, length,
        map(word, name), (share / 100 for share in sure), map(word, why),
        (tuple(map(word, of or ())) for of in titles),
    )  # fmt: skip
    start, length, kind, value, unit, approx, sure, why, subject = columns[6:]
    figures: Sequence[Figure] = _mentions(
        Figure, text, start, length,
        map(FIGURE_KINDS.__getitem__, kind), (tuple(v) if isinstance(v, list) else v for v in value),
        (word(u - 1) if u else None for u in unit), map(word, approx), (share / 100 for share in sure),
        map(word, why), map(word, subject),
    )  # fmt: skip
    return Detection(people, figures)


def _mentions(
    record: Callable[..., T], text: str, steps: list[int], lengths: list[int], *fields: Iterable[Any]
) -> Sequence[T]:
    """Records of places in `text`; those of a long one are kept in columns."""
    starts = array("i", accumulate(steps))
    ends = array("i", map(add, starts, lengths))
    if len(text) < LARGE:
        return tuple(map(record, starts, ends, (text[a:b] for a, b in zip(starts, ends)), *fields))
    return Table(record, starts, ends, Slices(text, starts, ends), *map(Coded, fields))


def _dictionary(text: str) -> bytes:
    return text[:_QUOTED].encode("utf-8", "surrogatepass") + _COMMON


def _steps(numbers: Iterable[int]) -> list[int]:
    steps, last = [], 0
    for number in numbers:
        steps.append(number - last)
        last = number
    return steps


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
        rows[name] = (sum(forms.values()), pack_forms(name, forms, titles[name]))
    return rows


def pack_forms(name: str, spellings: dict[str, int], titles: Iterable[str]) -> str:
    """How a person is written in an article, in few characters; "" when the name stands alone.

    A line for each spelling: how many last words of the name it is, 0 for all of it, or "=" and the spelling
    itself; then a tab and its count unless that is 1. A line for each title, which begins with a tab.
    """
    lines = []
    for form, count in spellings.items():
        if form == name:
            short = "0"
        elif name.endswith(f" {form}"):
            short = str(form.count(" ") + 1)
        else:
            short = f"={form}"
        lines.append(short if count == 1 else f"{short}\t{count}")
    lines += [f"\t{' '.join(title.split())}" for title in titles]
    return "" if list(spellings) == [name] and len(lines) == 1 else "\n".join(lines)


def unpack_forms(name: str, packed: str) -> tuple[dict[str, int], list[str]]:
    """(spellings with counts, titles) of a name, from what is not ""."""
    spellings: dict[str, int] = {}
    titles = []
    for line in packed.split("\n"):
        short, _, rest = line.partition("\t")
        if not short:
            titles.append(rest)
            continue
        form = short[1:] if short[0] == "=" else " ".join(name.split(" ")[-int(short) :])
        spellings[form] = int(rest or 1)
    return spellings, titles


def other_spellings(packed: str) -> list[str]:
    """The spellings in what `pack_forms` made that are no part of the name."""
    return [line[1:].partition("\t")[0] for line in packed.split("\n") if line.startswith("=")]


def figure_rows(detection: Detection) -> list[FigureRow]:
    """(start, kind, low, high, unit, what is counted) of every figure; `high` is None where it equals `low`."""
    from reader.library.bounds import bounds  # not needed to unpack
    from reader.library.query.amounts import counted

    rows: list[FigureRow] = []
    for figure in detection.figures:
        low, high = bounds(figure)
        unit = None if figure.unit == "%" else figure.unit
        high = None if high == low else high
        kind = FIGURE_KINDS.index(figure.kind)
        rows.append((figure.start, kind, low, high, unit, counted(figure) or None))
    return rows
