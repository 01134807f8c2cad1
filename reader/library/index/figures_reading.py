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
#: Kind and unit of figures, and how many there are.
Group = tuple[int, str | None, int]
#: Kind and unit of figures, how many of them come before, and how many there are.
Page = tuple[int, str | None, int, int]
_PAGE = 5000  # figures in the order of their values that are looked up at a time
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

    _counted: tuple[tuple[int, int], Counter[int]] | None = None
    _known_groups: tuple[tuple[int, int], str, list[Any], list[Group]] | None = None

    def figures(self, query: Query, persons: PersonIds, sort: str) -> FigurePlaces:
        """The figures of the articles that match `query`; its amounts and kinds choose among the figures too.
        Sorts: newest, oldest, value, kind, unit."""
        _, rest = split_leaves(query.root, Amount)
        asked = figure_condition(query.root)
        if sort in _BY:
            articles, test = condition(rest, persons), asked or Condition("1")
            if articles.sql == "1":
                return self._by_kind(test) if sort == "kind" else self._by_value(test, sort)
            chosen = self.matching(Query("", rest), persons)
            if len(chosen) * SPARSE > self._top():
                if sort == "kind":
                    return self._many_by_kind(self.order(Query("", rest), persons), asked)
                return self._many_by_value(chosen, asked, sort)
            return self._sorted_figures(articles, asked, _BY[sort])
        return self._by_article(asked, self.order(Query("", rest), persons, sort))

    def _by_article(self, asked: Condition | None, order: array[int]) -> FigurePlaces:
        """The figures in an order of articles."""
        # In the order of articles it is enough to know how many each has.
        ends = list(accumulate(map(self._figure_counts(asked, len(order)), order)))
        starts = lru_cache(256)(lambda number: self._figure_starts(number, asked))

        def place(index: int) -> Place:
            at = bisect_right(ends, index)
            found = starts(order[at])
            within = index - (ends[at - 1] if at else 0)
            return (order[at], found[within]) if within < len(found) else _GONE

        return FigurePlaces(ends, place)

    def _by_kind(self, test: Condition) -> FigurePlaces:
        """The figures of all articles, kind after kind, the newest first; a kind is looked up when it is looked at."""
        counts = Counter[int]()
        for kind, _, count in self._groups(test):
            counts[kind] += count
        kinds = list(counts)

        @lru_cache(None)
        def of_kind(at: int) -> FigurePlaces:
            asked = Condition(f"(g.kind = ? AND {test.sql})", [kinds[at], *test.parameters])
            return self._by_article(asked, self.base("newest", "none"))

        return _joined(list(counts.values()), of_kind)

    def _many_by_kind(self, order: array[int], asked: Condition | None) -> FigurePlaces:
        """The figures of the articles in an `order`, which are many, kind after kind; a kind is looked up when it, or
        one behind it, is looked at."""
        from reader.model import FIGURE_KINDS

        test = asked or Condition("1")
        kinds = iter(range(len(FIGURE_KINDS)))
        parts: list[FigurePlaces] = []
        ends: list[int] = []

        def place(index: int) -> Place:
            while not ends or ends[-1] <= index:
                if (kind := next(kinds, None)) is None:
                    return _GONE
                of_kind = Condition(f"(g.kind = ? AND {test.sql})", [kind, *test.parameters])
                parts.append(self._by_article(of_kind, order))
                ends.append((ends[-1] if ends else 0) + len(parts[-1]))
            at = bisect_right(ends, index)
            return parts[at][index - (ends[at - 1] if at else 0)]

        return FigurePlaces([sum(map(self._figure_counts(asked, len(order)), order))], place)

    def _by_value(self, test: Condition, sort: str) -> FigurePlaces:
        """The figures of all articles, the largest first in each kind and unit: the index has them in this order, and
        gives them out by the page."""
        pages = self._pages(test, sort, _PAGE)
        page = lru_cache(16)(lambda at: self._page(test, pages[at]))
        return _joined([count for *_, count in pages], page)

    def _many_by_value(self, chosen: set[int], asked: Condition | None, sort: str) -> FigurePlaces:
        """The figures of the `chosen` articles, which are many, in the same order: who looks at the first ones does not
        wait until all are sorted."""
        test = asked or Condition("1")
        counts = self._figure_counts(asked, len(chosen))
        flags = bytearray(self._top() + 1)
        for number in chosen:
            flags[number] = 1
        pages = iter(self._pages(test, sort, 4 * _PAGE))
        found = array(NUMBERS)

        def place(index: int) -> Place:
            while len(found) <= 2 * index:
                if (page := next(pages, None)) is None:
                    return _GONE
                found.extend(chain.from_iterable(p for p in self._page(test, page) if flags[p[0]]))
            return found[2 * index], found[2 * index + 1]

        return FigurePlaces([sum(map(counts, chosen))], place)

    def _pages(self, test: Condition, sort: str, size: int) -> list[Page]:
        """The figures that pass a test in runs of one kind and unit, those of the largest values first."""
        groups = self._groups(test)
        if sort == "unit":
            groups = sorted(groups, key=lambda group: (group[1] is not None, group[1], group[0]))
        return [
            (kind, unit, offset, min(size, count - offset))
            for kind, unit, count in groups
            for offset in range(0, count, size)
        ]

    def _page(self, test: Condition, page: Page) -> list[Place]:
        kind, unit, offset, count = page
        return self.database.connection.execute(
            f"SELECT g.article, g.start FROM figures g WHERE g.kind = ? AND g.unit IS ? AND {test.sql}"
            f" ORDER BY g.low DESC, g.article, g.start LIMIT {count} OFFSET {offset}",
            [kind, unit, *test.parameters],
        ).fetchall()

    def _groups(self, test: Condition) -> list[Group]:
        """Every kind and unit of the figures that pass a test, in this order, and how many there are."""
        generation, known = self.marks_generation, self._known_groups
        if known is None or known[:3] != (generation, test.sql, test.parameters):
            question = f"SELECT g.kind, g.unit, count(*) FROM figures g WHERE {test.sql} GROUP BY 1, 2"
            groups = self.database.connection.execute(question, test.parameters).fetchall()
            known = self._known_groups = (generation, test.sql, test.parameters, groups)
        return known[3]

    def _figure_counts(self, asked: Condition | None, among: int) -> Callable[[int], int]:
        """Gives how many figures an article has, of those that are asked for; so many articles will be asked about."""
        if asked is not None:
            found, top = (
                self._many(f"SELECT g.article FROM figures g WHERE {asked.sql}", asked.parameters),
                self._top(),
            )
            if top > SPARSE * among:
                return Counter(found).__getitem__
            # Counted in a third of the time.
            counts = [0] * (top + 1)
            for number in found:
                counts[number] += 1
            return counts.__getitem__
        generation = self.marks_generation
        if self._counted is None or self._counted[0] != generation:
            rows = self.database.connection.execute("SELECT article, count(*) FROM figures GROUP BY article")
            self._counted = (generation, Counter(dict(rows.fetchall())))
        return self._counted[1].__getitem__

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


def _joined(counts: Sequence[int], part: Callable[[int], Sequence[Place] | FigurePlaces]) -> FigurePlaces:
    """The places of several parts, one after the other: `part` gives each when it is looked at."""
    ends = list(accumulate(counts))

    def place(index: int) -> Place:
        at = bisect_right(ends, index)
        found = part(at)
        within = index - (ends[at - 1] if at else 0)
        return found[within] if within < len(found) else _GONE

    return FigurePlaces(ends, place)
