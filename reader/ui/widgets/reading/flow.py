"""A long text laid out in display rows, exactly where it is looked at and soon everywhere.

The text is cut into chunks at line feeds, 16 Ki code points or so each, which costs nothing to set up at
any size. A chunk finds its paragraphs (lines of the text) and wraps them when it is first needed; until
then its height is estimated from the chunks that are known. So opening and resizing cost the same for a
page and for a book, and `refine` makes the rest exact in slices, for which lines are counted. Heights are
sums over two levels, chunks and the paragraphs in one (square-root decomposition), so one chunk measured
moves the others cheaply.

A paragraph longer than a chunk is cut at a space, or between two clusters: it shows as one early line end.
"""

from __future__ import annotations

import time
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from itertools import accumulate
from typing import NamedTuple

from reader.ui.widgets.reading.cells import cluster_start
from reader.ui.widgets.reading.wrapping import rows, wrap

_CHUNK = 1 << 14
_LONGEST = 3 * _CHUNK
_KEPT_BREAKS = 2048


class Shape(NamedTuple):
    """How a paragraph is set: extra rows before and after, cells of indent, more indent after line one."""

    before: int = 0
    after: int = 0
    indent: int = 0
    hang: int = 0


class Line(NamedTuple):
    """One display row: `[start, end)` of the text, in the paragraph `[paragraph, stop)`.

    `part` is 0 for text; -1 is the extra row right above the paragraph, -2 the one over it; 1 the first
    row below it. `indent` is in cells. Extra rows have start = end.
    """

    start: int
    end: int
    paragraph: int
    stop: int
    part: int
    indent: int


_PLAIN = Shape()


class _Chunk:
    __slots__ = ("starts", "tops")

    def __init__(self, starts: array[int], tops: array[int]) -> None:
        self.starts = starts  # of the paragraphs, and the end of the chunk
        self.tops = tops  # rows above each paragraph, and all rows of the chunk


class Flow:
    """The rows of `text` at `width` cells; `shapes` by the offset at which a paragraph starts."""

    def __init__(self, text: str, width: int = 72, shapes: Mapping[int, Shape] | None = None) -> None:
        self.text = text
        self.width = width
        self._shapes = shapes or {}
        self._shaped = sorted(self._shapes)
        self._edges = _edges(text)
        self._forget()

    def _forget(self) -> None:
        count = len(self._edges) - 1
        self._chunks: list[_Chunk | None] = [None] * count
        self._heights: list[int | None] = [None] * count  # those that are known
        self._breaks: dict[int, list[int]] = {}
        self._known_rows = self._known_chars = 0
        self._unknown = count
        self._next = 0
        self._tops: list[int] | None = None
        self._chunk(0)

    def set_width(self, width: int) -> None:
        """Lay the text out anew at `width` cells."""
        if width != self.width:
            self.width = width
            self._forget()

    # ------------------------------------------------------------ measuring

    @property
    def exact(self) -> bool:
        """Whether the height of every chunk is known."""
        return not self._unknown

    def _chunk(self, index: int) -> _Chunk:
        chunk = self._chunks[index]
        if chunk is None:
            chunk = self._chunks[index] = self._measure(index)
            self._learn(index, chunk.tops[-1])
        return chunk

    def _learn(self, index: int, height: int) -> None:
        if self._heights[index] is None:
            self._heights[index] = height
            self._known_rows += height
            self._known_chars += self._edges[index + 1] - self._edges[index]
            self._unknown -= 1
            self._tops = None

    def _count(self, index: int) -> None:
        """Learn the height of a chunk, its lines counted if none of its paragraphs has a shape of its own."""
        low, high = self._edges[index], self._edges[index + 1]
        height = None
        if bisect_left(self._shaped, low) == bisect_left(self._shaped, high):
            if index < len(self._chunks) - 1 and self.text[high - 1] == "\n":
                high -= 1
            height = rows(self.text[low:high], self.width)
        if height is None:
            self._chunk(index)
        else:
            self._learn(index, height)

    def _measure(self, index: int) -> _Chunk:
        low, high = self._edges[index], self._edges[index + 1]
        last = index == len(self._chunks) - 1
        text, width, shapes = self.text, self.width, self._shapes
        starts, tops, row = array("i"), array("i"), 0
        at = low
        lines = text[low:high].split("\n")
        if not last and not lines[-1]:
            lines.pop()  # the chunk ends with a line feed
        for line in lines:
            starts.append(at)
            tops.append(row)
            shape = shapes.get(at)
            if shape is not None:
                row += shape.before + shape.after
                row += 1 + len(wrap(line, width - shape.indent, shape.hang))
            elif len(line) * 2 <= width:
                row += 1
            else:
                row += 1 + len(wrap(line, width))
            at += len(line) + 1
        starts.append(high)
        tops.append(row)
        return _Chunk(starts, tops)

    def _sums(self) -> list[int]:
        if self._tops is None:
            rate = self._known_rows / max(1, self._known_chars)
            edges = self._edges
            heights = (
                height if height is not None else max(1, int((edges[i + 1] - edges[i]) * rate))
                for i, height in enumerate(self._heights)
            )
            self._tops = list(accumulate(heights, initial=0))
        return self._tops

    def settle(self, y: int, reach: int) -> int:
        """Measure what is within `reach` rows of row `y`; returns where that row is now."""
        for _ in range(64):
            sums = self._sums()
            low = self._index(y - reach)
            missing = [i for i in range(low, self._index(y + reach) + 1) if self._chunks[i] is None]
            if not missing:
                break
            index = self._index(y)
            within = y - sums[index]
            for i in missing:
                self._chunk(i)
            y = self._sums()[index] + within
        return y

    def refine(self, seconds: float) -> bool:
        """Measure more chunks for about `seconds`; whether all heights are known now.

        Rows above a place move by this: keep the place by `row_of` before and after.
        """
        end = time.perf_counter() + seconds
        count = len(self._chunks)
        while self._unknown and time.perf_counter() < end:
            while self._next < count and self._heights[self._next] is not None:
                self._next += 1
            if self._next == count:
                break
            self._count(self._next)
        return self.exact

    # ------------------------------------------------------------ looking up

    @property
    def height(self) -> int:
        """All rows, estimated where nothing has been measured."""
        return self._sums()[-1]

    def _index(self, y: int) -> int:
        return min(max(bisect_right(self._sums(), y) - 1, 0), len(self._chunks) - 1)

    def _breaks_of(self, start: int, stop: int, shape: Shape) -> list[int]:
        found = self._breaks.get(start)
        if found is None:
            if len(self._breaks) >= _KEPT_BREAKS:
                self._breaks.clear()
            found = wrap(self.text[start:stop], self.width - shape.indent, shape.hang)
            self._breaks[start] = found
        return found

    def _stop(self, chunk: _Chunk, i: int) -> int:
        """Where paragraph `i` of `chunk` ends, without its line feed."""
        stop = chunk.starts[i + 1]
        return stop - 1 if stop > chunk.starts[i] and self.text[stop - 1] == "\n" else stop

    def line(self, y: int) -> Line:
        """The row `y`, clamped to the rows there are."""
        for _ in range(64):
            index = self._index(y)
            if self._chunks[index] is not None:
                break
            self._chunk(index)
        chunk = self._chunk(index)
        row = min(max(y - self._sums()[index], 0), chunk.tops[-1] - 1)
        i = bisect_right(chunk.tops, row, 0, len(chunk.tops) - 1) - 1
        start, stop = chunk.starts[i], self._stop(chunk, i)
        shape = self._shapes.get(start, _PLAIN)
        k = row - chunk.tops[i] - shape.before
        if k < 0:
            return Line(start, start, start, stop, k, shape.indent)
        breaks = self._breaks_of(start, stop, shape)
        if k > len(breaks):
            return Line(stop, stop, start, stop, k - len(breaks), shape.indent)
        low = start + breaks[k - 1] if k else start
        high = start + breaks[k] if k < len(breaks) else stop
        return Line(low, high, start, stop, 0, shape.indent + (shape.hang if k else 0))

    def row_of(self, offset: int) -> int:
        """The row that shows the character at `offset` (or the end of the paragraph there)."""
        offset = min(max(offset, 0), len(self.text))
        index = min(bisect_right(self._edges, offset) - 1, len(self._chunks) - 1)
        chunk = self._chunk(index)
        i = bisect_right(chunk.starts, offset, 0, len(chunk.starts) - 1) - 1
        start = chunk.starts[i]
        shape = self._shapes.get(start, _PLAIN)
        breaks = self._breaks_of(start, self._stop(chunk, i), shape)
        return self._sums()[index] + chunk.tops[i] + shape.before + bisect_right(breaks, offset - start)


def _edges(text: str) -> array[int]:
    """Where chunks begin, and the end: after line feeds where there are any within reach."""
    edges, at, length = array("i", [0]), 0, len(text)
    while length - at > _CHUNK + _CHUNK // 2:
        target = at + _CHUNK
        cut = text.rfind("\n", at, target) + 1
        if cut <= at:
            cut = text.find("\n", target, at + _LONGEST) + 1
        if cut <= at and length - at <= _LONGEST:
            break  # one paragraph to the end
        if cut <= at:
            cut = text.rfind(" ", at, at + _LONGEST) + 1
        if cut <= at:
            cut = max(cluster_start(text, min(at + _LONGEST, length)), at + 1)
        edges.append(cut)
        at = cut
    edges.append(length)
    return edges
