"""Which rows of a list are selected."""

from __future__ import annotations

from collections.abc import Iterable


class Picks:
    """Selected rows by their numbers, and a range that grows with the cursor; it adds to what was selected before."""

    def __init__(self, rows: Iterable[int] = ()) -> None:
        self.rows = set(rows)
        self._start: int | None = None  # of the range
        self._before = frozenset[int]()  # what was selected when the range began

    def toggle(self, rows: Iterable[int]) -> None:
        """Select rows, or no longer."""
        self._start = None
        self.rows ^= {*rows}

    def turn_range(self, row: int) -> None:
        """Begin a range, or end the one that grows."""
        if self._start is None:
            self._start, self._before = row, frozenset(self.rows)
            self.rows.add(row)
        else:
            self._start = None

    def reach(self, row: int) -> bool:
        """The cursor is at `row` now: the range reaches to there; whether there is one."""
        if self._start is None:
            return False
        low, high = sorted((self._start, row))
        self.rows = {*self._before, *range(low, high + 1)}
        return True
