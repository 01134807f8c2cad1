"""People and figures of an article as a few bytes for the index, and as rows that can be searched."""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from operator import add
from typing import Any, TypeVar

from reader.columns import LARGE, Coded, Slices, Table
from reader.model import FIGURE_KINDS, Detection, Figure, Person

#: (mentions, forms as `pack_forms` has them).
Found = tuple[int, str]
FigureRow = tuple[int, int, float | None, float | None, str | None, str | None]
#: What makes a field of each value of a column.
Fields = tuple[Callable[[Any], Any], ...]
T = TypeVar("T")

_PIECE = 1_000  # marks


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
    """The `detection` of `text` in few bytes: columns, starts as differences, names by reference to the text.

    Those of a long text come in pieces of some marks each: as lists, columns take ten times what they take as arrays.
    """
    words: dict[str, int] = {}
    people, figures = detection.people, detection.figures
    size = _PIECE if len(text) >= LARGE else max(len(people), len(figures), 1)
    reached = [0, 0]
    pieces = [
        _piece(people[at : at + size], figures[at : at + size], words, reached)
        for at in range(0, max(len(people), len(figures), 1), size)
    ]
    packed = json.dumps([list(words), *pieces], separators=(",", ":"), ensure_ascii=False)
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15, zdict=_dictionary(text))
    return squeezer.compress(packed.encode("utf-8", "surrogatepass")) + squeezer.flush()


def _piece(
    people: Sequence[Person], figures: Sequence[Figure], words: dict[str, int], reached: list[int]
) -> list[list[Any]]:
    """The columns of some marks; `words` are numbered, `reached` are the starts of the last marks before."""

    def number(word: str) -> int:
        return words.setdefault(word, len(words))

    last_person, last_figure = reached
    if people:
        reached[0] = people[-1].start
    if figures:
        reached[1] = figures[-1].start
    return [
        _steps((p.start for p in people), last_person), [p.end - p.start for p in people],
        [number(p.name) for p in people],
        [round(p.confidence * 100) for p in people], [number(p.reason) for p in people],
        [[number(title) for title in p.titles] if p.titles else 0 for p in people],
        _steps((f.start for f in figures), last_figure), [f.end - f.start for f in figures],
        [FIGURE_KINDS.index(f.kind) for f in figures], [f.value for f in figures],
        [number(f.unit) + 1 if f.unit else 0 for f in figures], [number(f.approx) for f in figures],
        [round(f.confidence * 100) for f in figures], [number(f.reason) for f in figures],
        [number(f.subject) for f in figures],
    ]  # fmt: skip


def unpack(packed: bytes, text: str) -> Detection:
    """The detection that was packed, on the same text."""
    data = zlib.decompressobj(-15, zdict=_dictionary(text)).decompress(packed)
    pieces = _pieces(data.decode("utf-8", "surrogatepass"))
    del data
    word = next(pieces).__getitem__
    of_people: Fields = (word, _share, word, lambda titles: tuple(map(word, titles or ())))
    of_figures: Fields = (
        FIGURE_KINDS.__getitem__, lambda value: tuple(value) if isinstance(value, list) else value,
        lambda unit: word(unit - 1) if unit else None, word, _share, word, word,
    )  # fmt: skip
    if len(text) < LARGE:
        (columns,) = pieces
        return Detection(
            _few(Person, text, of_people, *columns[:6]), _few(Figure, text, of_figures, *columns[6:])
        )
    people, figures = _Many(of_people), _Many(of_figures)
    for columns in pieces:
        people.add(*columns[:6])
        figures.add(*columns[6:])
    return Detection(people.table(Person, text), figures.table(Figure, text))


def _pieces(packed: str) -> Iterator[list[Any]]:
    """The words, then the pieces; those of a long text one by one."""
    if len(packed) < LARGE:
        yield from json.loads(packed)
        return
    decode = json.JSONDecoder().raw_decode
    at = 0
    while packed[at] != "]":  # [words,piece,piece]
        part, at = decode(packed, at + 1)
        yield part


def _share(hundredths: int) -> float:
    return hundredths / 100


def _few(
    record: Callable[..., T],
    text: str,
    fields: Fields,
    steps: list[int],
    lengths: list[int],
    *values: list[Any],
) -> tuple[T, ...]:
    """Records of places in `text`."""
    starts = [*accumulate(steps)]
    ends = [*map(add, starts, lengths)]
    return tuple(
        map(record, starts, ends, map(text.__getitem__, map(slice, starts, ends)), *map(map, fields, values))
    )


class _Many:
    """The same for a long text, kept in columns."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields
        self._starts, self._ends = array("i"), array("i")
        self._columns: list[Coded[Any]] = [Coded() for _ in fields]

    def add(self, steps: list[int], lengths: list[int], *values: list[Any]) -> None:
        """Add those of a piece."""
        starts = [*accumulate(steps, initial=self._starts[-1] if self._starts else 0)][1:]
        self._starts.extend(starts)
        self._ends.extend(map(add, starts, lengths))
        for column, field, part in zip(self._columns, self._fields, values):
            column.extend(map(field, part))

    def table(self, record: Callable[..., T], text: str) -> Table[T]:
        """All of them."""
        texts = Slices(text, self._starts, self._ends)
        return Table(record, self._starts, self._ends, texts, *self._columns)


def _dictionary(text: str) -> bytes:
    return text[:_QUOTED].encode("utf-8", "surrogatepass") + _COMMON


def _steps(numbers: Iterable[int], last: int) -> list[int]:
    steps = []
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
