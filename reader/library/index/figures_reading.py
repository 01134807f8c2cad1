"""Questions about figures to the index."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate, chain

from reader.library.index.conditions import Condition, PersonIds, condition, figure_condition
from reader.library.index.orders import NEWEST, NUMBERS, OrderReader
from reader.library.query.tree import Amount, Query, split_leaves

#: Article and start of the figure at a place in the ledger.
Place = tuple[int, int]
_BY = {
    "value": "g.kind, g.unit, g.low DESC, g.article",
    "kind": f"g.kind, {NEWEST}, g.start",
    "unit": f"g.unit, g.low DESC, {NEWEST}, g.start",
}


class FigurePlaces:
    """Where figures stand, in order: how many, and each one when it is asked for."""

    def __init__(self, ends: Sequence[int], at: Callable[[int], Place]) -> None:
        self._count = ends[-1] if ends else 0
        self._at = at

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index: int) -> Place:
        return self._at(index)


class FigureReader(OrderReader):
    """Which figures stand where."""

    _counted: tuple[tuple[int, int], dict[int, int]] | None = None

    @property
    def marks_generation(self) -> tuple[int, int]:
        """Changes whenever articles, or people and figures in them, do."""
        return self.generation, int(self.recall("marks generation") or 0)

    def figures(self, query: Query, persons: PersonIds, sort: str) -> FigurePlaces:
        """The figures of the articles that match `query`; its amounts and kinds choose among the figures too.
        Sorts: newest, oldest, value, kind, unit."""
        _, rest = split_leaves(query.root, Amount)
        asked = figure_condition(query.root)
        if sort in _BY:
            return self._sorted_figures(condition(rest, persons), asked, _BY[sort])
        # In the order of articles it is enough to know how many each has.
        counts = self._figure_counts(asked)
        numbers = array(NUMBERS, filter(counts.__contains__, self.order(Query("", rest), persons, sort)))
        ends = array("q", accumulate(map(counts.__getitem__, numbers)))
        starts = lru_cache(256)(lambda number: self._figure_starts(number, asked))

        def place(index: int) -> Place:
            at = bisect_right(ends, index)
            return numbers[at], starts(numbers[at])[index - (ends[at - 1] if at else 0)]

        return FigurePlaces(ends, place)

    def _figure_counts(self, asked: Condition | None) -> dict[int, int]:
        """How many figures each article has, of those that are asked for; articles without one are left out."""
        generation = self.marks_generation
        if asked is None and self._counted is not None and self._counted[0] == generation:
            return self._counted[1]
        test = asked or Condition("1")
        rows = self.database.connection.execute(
            f"SELECT g.article, count(*) FROM figures g WHERE {test.sql} GROUP BY g.article", test.parameters
        )
        counts: dict[int, int] = dict(rows.fetchall())
        if asked is None:
            self._counted = (generation, counts)
        return counts

    def _figure_starts(self, number: int, asked: Condition | None) -> list[int]:
        test = asked or Condition("1")
        rows = self.database.connection.execute(
            f"SELECT g.start FROM figures g WHERE g.article = ? AND {test.sql} ORDER BY g.start",
            [number, *test.parameters],
        )
        return [start for (start,) in rows]

    def _sorted_figures(self, articles: Condition, asked: Condition | None, order: str) -> FigurePlaces:
        parts = [articles, *([asked] if asked else [])]
        flat = array(
            NUMBERS,
            chain.from_iterable(
                self.database.connection.execute(
                    "SELECT g.article, g.start FROM figures g JOIN articles a ON a.id = g.article"
                    f" WHERE {' AND '.join(f'({part.sql})' for part in parts)} ORDER BY {order}",
                    [value for part in parts for value in part.parameters],
                )
            ),
        )
        return FigurePlaces([len(flat) // 2], lambda index: (flat[2 * index], flat[2 * index + 1]))
