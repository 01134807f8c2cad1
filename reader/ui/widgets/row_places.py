"""Where the rows of a list stand, in lines from its top. Plain numbers, no widget."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate


class RowPlaces:
    """`count` rows of `height` lines each, with a heading of one line before each of the rows `heads` (ascending)."""

    def __init__(self, count: int = 0, height: int = 1, heads: Sequence[int] = ()) -> None:
        self.height, self._heads = height, heads
        #: The lines of all.
        self.total = count * height + len(heads)

    def y_of(self, index: int) -> int:
        """The first line of a row."""
        return index * self.height + bisect_right(self._heads, index)

    def lines_of(self, index: int) -> int:
        """How many lines a row takes."""
        return self.height

    def at(self, y: int) -> tuple[int, int]:
        """(row, line of it) at line `y`; a heading is (its row, -1)."""
        # The k-th heading stands at heads[k] * height + k.
        before = bisect_right(range(len(self._heads)), y, key=lambda k: self._heads[k] * self.height + k)
        if before and self._heads[before - 1] * self.height + before - 1 == y:
            return self._heads[before - 1], -1
        return divmod(y - before, self.height)

    def has_heading(self, index: int) -> bool:
        """Whether a heading stands right above a row."""
        place = bisect_left(self._heads, index)
        return place < len(self._heads) and self._heads[place] == index


class UnevenPlaces(RowPlaces):
    """Rows of different `heights`, without headings."""

    def __init__(self, heights: Iterable[int]) -> None:
        super().__init__()
        self._tops = list(accumulate(heights, initial=0))
        self.total = self._tops[-1]

    def y_of(self, index: int) -> int:
        """The first line of a row; after the last one the end."""
        return self._tops[max(0, min(index, len(self._tops) - 1))]

    def lines_of(self, index: int) -> int:
        """How many lines a row takes."""
        return self.y_of(index + 1) - self.y_of(index)

    def at(self, y: int) -> tuple[int, int]:
        """(row, line of it) at line `y`."""
        index = bisect_right(self._tops, y) - 1
        return index, y - self._tops[index]
