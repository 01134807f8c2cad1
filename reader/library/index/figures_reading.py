"""Questions about figures to the index."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from typing import Any

from reader.library.index.conditions import Condition, PersonIds, condition, figure_condition
from reader.library.index.orders import NEWEST, NUMBERS, SPARSE, OrderReader
from reader.library.query.tree import Amount, Query, split_leaves

#: Article and start of the figure at a place in the ledger.
Place = tuple[int, int]
_BY = {
    "value": "g.kind, g.unit, g.low DESC, g.article, g.start",
    "kind": f"g.kind, {NEWEST}, g.start",
    "unit": "g.unit, g.kind, g.low DESC, g.article, g.start",
}
_GONE: Place = (0, -1)  # a figure that is no longer where it was


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
            articles = condition(rest, persons)
            if articles.sql != "1":
                return self._sorted_figures(articles, asked, _BY[sort])
            return self._by_kind(asked) if sort == "kind" else self._by_value(asked, sort)
        return self._by_article(asked, self.order(Query("", rest), persons, sort))

    def _by_article(self, asked: Condition | None, order: array[int]) -> FigurePlaces:
        """The figures in an order of articles."""
        # In the order of articles it is enough to know how many each has.
        counts = self._figure_counts(asked, max(order, default=0))
        numbers = array(NUMBERS, filter(counts, order))
        ends = array("q", accumulate(map(counts, numbers)))
        starts = lru_cache(256)(lambda number: self._figure_starts(number, asked))

        def place(index: int) -> Place:
            at = bisect_right(ends, index)
            found = starts(numbers[at])
            within = index - (ends[at - 1] if at else 0)
            return (numbers[at], found[within]) if within < len(found) else _GONE

        return FigurePlaces(ends, place)

    def _by_kind(self, asked: Condition | None) -> FigurePlaces:
        """The figures of all articles, kind after kind, the newest first; a kind is looked up when it is looked at."""
        test = asked or Condition("1")
        counted = self.database.connection.execute(
            f"SELECT g.kind, count(*) FROM figures g WHERE {test.sql} GROUP BY g.kind", test.parameters
        ).fetchall()
        ends = list(accumulate(count for _, count in counted))
        order = self.base("newest", "none")

        @lru_cache(None)
        def figures(at: int) -> FigurePlaces:
            of_kind = Condition(f"(g.kind = ? AND {test.sql})", [counted[at][0], *test.parameters])
            return self._by_article(of_kind, order)

        def place(index: int) -> Place:
            at = bisect_right(ends, index)
            within = index - (ends[at - 1] if at else 0)
            return figures(at)[within] if within < len(figures(at)) else _GONE

        return FigurePlaces(ends, place)

    def _by_value(self, asked: Condition | None, sort: str) -> FigurePlaces:
        """The figures of all articles, the largest first in each kind and unit: the index has them in this order."""
        db, test = self.database.connection, asked or Condition("1")
        first, second = ("unit", "kind") if sort == "unit" else ("kind", "unit")
        flat = array(NUMBERS)
        for kind, unit in db.execute(
            f"SELECT DISTINCT kind, unit FROM figures ORDER BY {first}, {second}"
        ).fetchall():
            found = db.execute(
                f"SELECT g.article, g.start FROM figures g WHERE g.kind = ? AND g.unit IS ? AND {test.sql}"
                " ORDER BY g.low DESC, g.article, g.start",
                [kind, unit, *test.parameters],
            )
            flat.extend(chain.from_iterable(found))
        return _pairs(flat)

    def _figure_counts(self, asked: Condition | None, top: int) -> Callable[[int], Any]:
        """Gives how many figures an article up to the number `top` has, of those that are asked for."""
        generation = self.marks_generation
        if asked is None and self._counted is not None and self._counted[0] == generation:
            return self._counted[1].get
        if asked is not None:
            found = self._many(f"SELECT g.article FROM figures g WHERE {asked.sql}", asked.parameters)
            if top > SPARSE * len(found):
                return Counter(found).get
            # Counted in a third of the time.
            counts = array(NUMBERS, [0]) * (max(top, max(found, default=0)) + 1)
            for number in found:
                counts[number] += 1
            return counts.__getitem__
        rows = self.database.connection.execute("SELECT article, count(*) FROM figures GROUP BY article")
        self._counted = (generation, dict(rows.fetchall()))
        return self._counted[1].get

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
        return _pairs(flat)


def _pairs(flat: array[int]) -> FigurePlaces:
    """Places as articles and starts in turn."""
    return FigurePlaces([len(flat) // 2], lambda index: (flat[2 * index], flat[2 * index + 1]))
