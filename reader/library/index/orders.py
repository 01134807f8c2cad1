"""Which articles match a query, and in which order they are shown.

All articles in their order are one array, kept in memory and with the index; a query is answered as a set of
numbers, part by part, and the array is filtered by it. Nothing is sorted while the reader types.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import chain
from typing import Any

from reader.library.index.conditions import PersonIds, condition, figure_condition, match_expression, merged
from reader.library.index.database import Database
from reader.library.query.tree import All, Amount, Days, Either, Field, Node, Not, Query

#: Four bytes a number: the order of a large library is read at every start.
NUMBERS = "i"
# What has no date goes by its name: the order in which files were taken in tells nobody anything.
_BY_NAME = "CASE WHEN a.published = '' THEN (SELECT path FROM files WHERE id = a.file) END"
_NEWEST = f"a.published DESC, {_BY_NAME}, a.id"
#: By day alone, which an index has ready: for what is too much to be sorted.
NEWEST = "a.published DESC, a.id"
#: The folder of a file in SQL, "" for that of the library: what is left of its path without letters at its end.
FOLDER = "rtrim(path, replace(path, '/', ''))"
_ORDERS = {
    "newest": _NEWEST,
    "oldest": f"a.published = '', a.published, {_BY_NAME}, a.id",
    # Files that came within a minute are one delivery: its articles stand by their days.
    "arrived": f"(SELECT mtime / 60000000000 FROM files WHERE id = a.file) DESC, {_NEWEST}",
    "title": "a.title COLLATE NOCASE, a.id",
    "source": f"(SELECT key FROM sources WHERE id = a.source), {_NEWEST}",
    "file": "(SELECT path FROM files WHERE id = a.file), a.idx",
}
_GROUPS = {
    "none": "",
    "day": "substr(a.published, 1, 10) DESC, ",
    "source": "(SELECT key FROM sources WHERE id = a.source), ",
    "folder": f"(SELECT {FOLDER} FROM files WHERE id = a.file), ",
}
_ONE_BY_ONE = 40  # that many are taken out of an array one by one
_FEW = 4000  # matches that are sorted by themselves
SPARSE = 50  # numbers given out for each that is still in use, from which flags take too much room


def order_by(sort: str, group: str = "none") -> str:
    """The SQL order of `articles a`."""
    return _GROUPS[group] + _ORDERS[sort]


def order_key(sort: str, group: str, fold: bool) -> str:
    """The name under which an order is kept."""
    return f"order {sort} {group} {int(fold)}"


def _is_unread(node: Node) -> bool:
    return isinstance(node, Field) and (node.name, node.value) == ("is", "unread")


def _among(numbers: array[int], found: set[int], spare: set[int], top: int) -> array[int]:
    """Those of `numbers`, all up to `top`, that are `found`, of which there are many, and not `spare`."""
    if top > SPARSE * len(numbers):
        return array(NUMBERS, [number for number in numbers if number in found and number not in spare])
    # A flag for each number is looked up in half the time of a set that does not fit into the cache.
    flags = bytearray(top + 1)
    for number in found:
        flags[number] = 1
    for number in spare:
        flags[number] = 0
    return array(NUMBERS, [number for number in numbers if flags[number]])


def _without(numbers: array[int], left_out: set[int]) -> array[int]:
    """`numbers` but for `left_out`, most of which are among them."""
    if len(left_out) > _ONE_BY_ONE:
        return array(NUMBERS, [number for number in numbers if number not in left_out])
    rest = numbers[:]
    for number in left_out:
        with suppress(ValueError):
            rest.remove(number)
    return rest


class OrderReader:
    """Orders of articles, by their numbers in the index."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._bases: dict[str, tuple[int, array[int]]] = {}
        self._days: tuple[int, Days | None, set[int]] = (-1, None, set())

    @property
    def generation(self) -> int:
        """Grows with every change of articles and their order."""
        return int(self.recall("generation") or 0)

    @property
    def marks_generation(self) -> tuple[int, int]:
        """Changes whenever articles, or people and figures in them, do."""
        return self.generation, int(self.recall("marks generation") or 0)

    def recall(self, key: str) -> Any:
        """A value kept with `Writer.remember`, None when there is none."""
        row = self.database.connection.execute("SELECT value FROM memory WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def order(
        self, query: Query, persons: PersonIds, sort: str = "newest", group: str = "none", fold: bool = False
    ) -> array[int]:
        """The numbers of the articles that match, in order; with `fold` one of each set of near-duplicates."""
        if sort == "unread":
            newest, read = self.order(query, persons, "newest", group, fold), self.read_articles()
            return array(NUMBERS, [n for n in newest if n not in read] + [n for n in newest if n in read])
        if query.empty:
            return self.base(sort, group, fold)
        if _is_unread(query.root):
            return _without(self.base(sort, group, fold), self.read_articles())
        found = self._matches(query.root, persons)
        if found is None:
            return self.base(sort, group, fold)
        spare = set[int]()
        if fold:
            # Who has read an article has read its copies.
            unread = any(map(_is_unread, query.wanted()))
            spare = self._spare(found, self.read_articles() if unread else set())
        if len(found) < _FEW:
            return self._sorted(found - spare, sort, group)
        return _among(self.base(sort, group), found, spare, self._top())

    def matching(self, query: Query, persons: PersonIds) -> set[int]:
        """The numbers of the articles that match, in no order, perhaps some that are gone; not to be changed."""
        found = self._matches(query.root, persons)
        return self._everything() if found is None else found

    def base(self, sort: str, group: str, fold: bool = False) -> array[int]:
        """All articles in an order, with `fold` without copies; from memory, from the index, or sorted now."""
        generation, key = self.generation, order_key(sort, group, fold)
        kept = self._bases.get(key)
        if kept is not None and kept[0] == generation:
            return kept[1]
        numbers = array(NUMBERS)
        packed = self.recall(key)
        if packed and int.from_bytes(packed[:8], "little") == generation:
            numbers.frombytes(packed[8:])
        elif fold:
            numbers = _without(self.base(sort, group), self._spare(None, set()))
        else:
            numbers = self._numbers(f"SELECT a.id FROM articles a ORDER BY {order_by(sort, group)}")
        self._bases[key] = (generation, numbers)
        return numbers

    def packed_base(self, sort: str, group: str, fold: bool) -> tuple[str, bytes]:
        """Key and value under which `Writer.remember` keeps an order."""
        packed = self.generation.to_bytes(8, "little") + self.base(sort, group, fold).tobytes()
        return order_key(sort, group, fold), packed

    def _top(self) -> int:
        """The highest number that was ever given to an article."""
        question = "SELECT seq FROM sqlite_sequence WHERE name = 'articles'"
        row = self.database.connection.execute(question).fetchone()
        return int(row[0]) if row else 0

    def read_articles(self) -> set[int]:
        """Numbers of the articles that have been read."""
        return set(
            self._numbers(
                "SELECT a.id FROM state.marks m JOIN files f ON f.path = m.path"
                " JOIN articles a ON a.file = f.id AND a.idx = m.idx WHERE m.read = 1"
            )
        )

    def _numbers(self, sql: str) -> array[int]:
        return array(NUMBERS, chain.from_iterable(self.database.connection.execute(sql)))

    def _set(self, sql: str, parameters: Sequence[Any]) -> set[int]:
        return set(self._many(sql, parameters))

    def _many(self, sql: str, parameters: Sequence[Any]) -> list[int]:
        """The numbers that a question gives, of which there may be many."""
        import json

        # One long text comes out of SQLite three times as fast as a hundred thousand rows.
        whole = f"WITH found(n) AS ({sql}) SELECT '[' || group_concat(n) || ']' FROM found"
        text = self.database.connection.execute(whole, parameters).fetchone()[0]
        return json.loads(text) if text else []

    def _sorted(self, numbers: Iterable[int], sort: str, group: str) -> array[int]:
        marks = ",".join(map(str, numbers))
        return self._numbers(
            f"SELECT a.id FROM articles a WHERE a.id IN ({marks}) ORDER BY {order_by(sort, group)}"
        )

    def _spare(self, found: set[int] | None, done: set[int]) -> set[int]:
        """The copies of others that were `found` (None: all are), or of those that are `done`."""
        copies = self.database.connection.execute("SELECT id, original FROM articles WHERE original != 0")
        if found is None:
            return {copy for copy, _ in copies}
        spare = set[int]()
        shown: dict[int, int] = {}  # family whose original does not match → the copy that stands for it
        for copy, original in copies:
            folded = original in found or original in done
            if folded or (copy in found and shown.setdefault(original, copy) != copy):
                spare.add(copy)
        return spare

    # ------------------------------------------------------------------ matching

    def _matches(self, node: Node, persons: PersonIds) -> set[int] | None:
        """The numbers that match, perhaps some of articles that are gone; None for all."""
        match = match_expression(node)
        if match is not None:
            return self._set("SELECT rowid FROM texts WHERE texts MATCH ?", (match,))
        if isinstance(node, All):
            return self._matches_all(merged(node.nodes), persons) if node.nodes else None
        if isinstance(node, Either):
            parts = [self._matches(part, persons) for part in node.nodes]
            return None if None in parts else set().union(*(part for part in parts if part is not None))
        if isinstance(node, Not):
            inner = self._matches(node.node, persons)
            return set() if inner is None else self._everything() - inner
        if isinstance(node, Field) and node.name == "is" and node.value in ("read", "unread"):
            read = self.read_articles()
            if node.value == "read":
                return read
            return self._everything() - read if read else None
        if isinstance(node, Amount) and (asked := figure_condition(node)):
            # Straight from where they are kept: a number that comes twice costs less than to look for each article.
            return self._set(f"SELECT g.article FROM figures g WHERE {asked.sql}", asked.parameters)
        if isinstance(node, Field) and node.name == "person":
            named = ",".join(map(str, persons(node.value)))
            return self._set(f"SELECT m.article FROM mentions m WHERE m.person IN ({named})", ())
        if isinstance(node, Days):  # stays the same while more is typed behind it
            generation = self.generation
            if self._days[:2] != (generation, node):
                self._days = (generation, node, self._ask(node, persons, None))
            return self._days[2]
        return self._ask(node, persons, None)

    def _matches_all(self, nodes: Sequence[Node], persons: PersonIds) -> set[int] | None:
        """What all parts match: quick parts first, then what is to be left out, then parts that look at texts."""
        against = [n for n in nodes if isinstance(n, Not)]
        slow: list[Node] = [n for n in nodes if not isinstance(n, Not) and condition(n, persons).slow]
        found: set[int] | None = None
        for part in nodes:
            if part in slow or part in against:
                continue
            matches = self._matches(part, persons)
            if matches is not None:
                found = matches if found is None else found & matches
            if found is not None and not found:
                return found
        for part in against:
            if condition(part.node, persons).slow:
                slow.append(part)
                continue
            matches = self._matches(part.node, persons)
            found = set() if matches is None else (self._everything() if found is None else found) - matches
        for part in slow:
            found = self._ask(part, persons, found)
        return found

    def _ask(self, node: Node, persons: PersonIds, among: set[int] | None) -> set[int]:
        asked = condition(node, persons)
        limit = "" if among is None else f"a.id IN ({','.join(map(str, among))}) AND "
        sql = f"SELECT a.id FROM articles a WHERE {limit}{asked.sql}"
        return self._set(sql, asked.parameters)

    def _everything(self) -> set[int]:
        return set(self.base("newest", "none"))
