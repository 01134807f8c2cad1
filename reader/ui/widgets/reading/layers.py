"""Named layers of spans over one text, answering quickly which of them touch a line."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, compress, count, islice
from operator import itemgetter, le, lt, ne
from typing import Any

from reader.columns import Same, columns_of
from reader.model import Span

#: The layers a text can have, in the order in which their styles are laid over each other.
LAYERS: tuple[str, ...] = ("person_faint", "person", "figure_faint", "figure", "note", "hit")


class Layer:
    """Spans sorted by start; they may overlap. Empty spans are left out.

    The running maximum of the ends bounds how far back a search for overlaps must go; mostly these are the ends
    themselves. Arrays and ranges are kept as they were given, and never changed.
    """

    __slots__ = ("_ends", "_kinds", "_names", "_reach", "_refs", "_starts")

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._names: list[str] = []  # of the kinds, which are few
        self._starts: Sequence[int] = ()
        self._ends: Sequence[int] = ()
        self._reach: Sequence[int] = ()
        self._refs: Sequence[int] = ()
        self._kinds = b""
        self._append(_in_order(spans))

    def _append(self, columns: Sequence[Sequence[Any]]) -> None:
        """Add spans, in order, that come after all there are: by columns, for there may be ten thousand of them."""
        if not columns:
            return
        starts, ends, kinds, refs = columns
        same = isinstance(kinds, Same)
        names = dict.fromkeys((*self._names, *(kinds[:1] if same else kinds)))
        codes = {name: code for code, name in enumerate(names)}
        before = self._reach[-1] if self._reach else 0
        self._names = list(codes)
        self._starts = _joined(self._starts, starts)
        self._ends = _joined(self._ends, ends)
        self._refs = _joined(self._refs, refs)
        self._kinds += (
            bytes((codes[kinds[0]],)) * len(kinds) if same else bytes(map(codes.__getitem__, kinds))
        )
        rising = not before and all(map(le, ends, islice(ends, 1, None)))
        self._reach = (
            self._ends if rising else _joined(self._reach, [*accumulate(ends, max, initial=before)][1:])
        )

    def extend(self, spans: Iterable[Span]) -> None:
        """Add spans; cheap when they all come after those that are there, as in a search that goes on."""
        added = _in_order(spans)
        count = len(self)
        if count and added and tuple(column[0] for column in added) < self[count - 1]:
            self.__init__([*(self[i] for i in range(count)), *map(Span._make, zip(*added))])  # type: ignore[misc]
        else:
            self._append(added)

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, index: int) -> Span:
        return Span(
            self._starts[index], self._ends[index], self._names[self._kinds[index]], self._refs[index]
        )

    def change_from(self, before: Layer) -> tuple[int, int] | None:
        """The stretch of the text outside of which `before` had the same spans, refs aside; None if that is not to be
        told in short, or all of it."""
        one, other = sorted((self, before), key=len)
        if one._names != other._names[: len(one._names)]:
            return None
        pairs = [(one._starts, other._starts), (one._ends, other._ends), (one._kinds, other._kinds)]
        first = min(_same(*pair) for pair in pairs)
        last = min(len(one) - first, *(_same(*map(reversed, pair)) for pair in pairs))
        rows = [(each, slice(first, len(each) - last)) for each in (one, other)]
        starts = [start for each, there in rows for start in each._starts[there]]
        ends = [end for each, there in rows for end in each._ends[there]]
        return (min(starts), max(ends)) if starts else (0, 0)

    def between(self, start: int, end: int) -> Iterator[Span]:
        """The spans that share at least one character with `[start, end)`, by their start."""
        ends = self._ends
        for i in range(bisect_right(self._reach, start), bisect_left(self._starts, end)):
            if ends[i] > start:
                yield self[i]

    def after(self, offset: int) -> Span | None:
        """The first span that starts after `offset`."""
        i = bisect_right(self._starts, offset)
        return self[i] if i < len(self) else None

    def before(self, offset: int) -> Span | None:
        """The last span that starts before `offset`."""
        i = bisect_left(self._starts, offset) - 1
        return self[i] if i >= 0 else None

    def index_at(self, offset: int) -> int:
        """How many spans start at or before `offset`."""
        return bisect_right(self._starts, offset)


def _joined(before: Sequence[int], numbers: Sequence[int]) -> Sequence[int]:
    if not before:
        return numbers if isinstance(numbers, array | range) else array("i", numbers)
    return array("i", before) + array("i", numbers)


def _same(one: Iterable[int], other: Iterable[int]) -> int:
    """With how many equal numbers two columns begin; the first is not longer."""
    known = [*one]
    return next(compress(count(), map(ne, known, other)), len(known))


def _in_order(spans: Iterable[Span]) -> Sequence[Sequence[Any]]:
    """The columns of those that are not empty, by their starts; () of none. Those of a table mostly are so already."""
    columns = columns_of(spans, *Span._fields)
    starts, ends = columns[:2]
    if all(map(lt, starts, ends)) and all(map(le, starts, islice(starts, 1, None))):
        return columns if len(starts) else ()
    return [*zip(*sorted((row for row in zip(*columns) if row[1] > row[0]), key=itemgetter(0)))]


_EMPTY = Layer()


class Layers:
    """The layers of one text and which of them are drawn."""

    def __init__(self) -> None:
        self._layers: dict[str, Layer] = {}
        self.shown: frozenset[str] = frozenset(LAYERS)

    def clear(self) -> None:
        """Forget every span; which layers are drawn stays."""
        self._layers.clear()

    def put(self, kind: str, spans: Iterable[Span]) -> tuple[int, int] | None:
        """Replace the layer `kind`, one of `LAYERS`; KeyError otherwise. Returns what `Layer.change_from` says."""
        if kind not in LAYERS:
            raise KeyError(kind)
        before, layer = self.layer(kind), Layer(spans)
        self._layers[kind] = layer
        return layer.change_from(before)

    def extend(self, kind: str, spans: Iterable[Span]) -> None:
        """Add spans to the layer `kind`, one of `LAYERS`; KeyError otherwise."""
        if kind in self._layers:
            self._layers[kind].extend(spans)
        else:
            self.put(kind, spans)

    def layer(self, kind: str) -> Layer:
        """The layer `kind`, perhaps empty."""
        return self._layers.get(kind) or _EMPTY

    def touching(self, start: int, end: int) -> list[tuple[str, Span]]:
        """(layer, span) of everything drawn on `[start, end)`, in the order of painting."""
        shown, layers = self.shown, self._layers
        return [
            (kind, span)
            for kind in LAYERS
            if kind in shown and kind in layers
            for span in layers[kind].between(start, end)
        ]

    def at(self, offset: int) -> tuple[tuple[str, Span], ...]:
        """(layer, span) of the drawn marks under the character at `offset`, the topmost first."""
        return tuple(reversed(self.touching(offset, offset + 1)))
