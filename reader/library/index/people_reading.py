"""Questions about people to the index."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from reader.library.index.conditions import PersonIds, condition, naming
from reader.library.index.orders import NUMBERS, OrderReader
from reader.library.index.records import NameRow
from reader.library.query.tree import Query

#: The folded words of a name between spaces; kept only where LIKE, blind to case, would not do with the name itself.
NAME_KEY = "coalesce(key, ' ' || name || ' ')"


# All mentions are gone through in their order. The days of the articles are looked up for each in a table of nothing
# else, put together first: that is three times as fast as in the table of the articles.
_MENTIONS_THERE = "mentions m CROSS JOIN chosen ON chosen.id = m.article"
_FEW = 500  # articles whose people are had from each of them, not from all mentions
_AT_HAND = 50_000  # names that are kept while one of them is typed
_OFTEN = 300  # articles that name somebody, from which one that does is met soon


class PeopleReader(OrderReader):
    """Who is named where. Persons are numbers; one human may have several names, hence numbers."""

    _typed: tuple[tuple[int, int], str, list[tuple[str, str]]] | None = None

    def persons(self, query: Query, persons: PersonIds) -> list[NameRow]:
        """Every name met in the matching articles, with the first and last day of them; in all articles the days
        are None: they take longer than all else, and few are looked at."""
        if query.empty:
            return self.database.connection.execute(
                "SELECT p.id, p.name, p.key, m.articles, m.mentions, NULL, NULL FROM (SELECT person,"
                " count(*) AS articles, sum(count) AS mentions FROM mentions GROUP BY person) m"
                " JOIN persons p ON p.id = m.person"
            ).fetchall()
        found = condition(query.root, persons)
        some = self.database.connection.execute(
            f"SELECT a.id FROM articles a WHERE {found.sql} LIMIT {_FEW + 1}", found.parameters
        ).fetchall()
        if len(some) <= _FEW:
            return self._persons_in([number for (number,) in some])
        return self.database.connection.execute(
            f"WITH chosen(id, day) AS MATERIALIZED (SELECT a.id, a.published FROM articles a WHERE {found.sql})"
            " SELECT p.id, p.name, p.key, articles, mentions, first, last FROM"
            " (SELECT m.person, count(*) AS articles, sum(m.count) AS mentions,"
            " coalesce(min(nullif(chosen.day, '')), '') AS first, max(chosen.day) AS last"
            f" FROM {_MENTIONS_THERE} GROUP BY m.person) JOIN persons p ON p.id = person",
            found.parameters,
        ).fetchall()

    def _persons_in(self, articles: Sequence[int]) -> list[NameRow]:
        """Every name met in these articles, with the first and last day of them."""
        marks = ",".join(map(str, articles))
        casts = self.database.connection.execute(
            f"SELECT people, article FROM marks WHERE people != '' AND article IN ({marks})"
        )
        met = ",".join([f"({person},{article})" for cast, article in casts for person in cast.split(",")])
        if not met:
            return []
        return self.database.connection.execute(
            f"WITH met(person, article) AS (VALUES {met}) SELECT p.id, p.name, p.key, count(*), sum(m.count),"
            " coalesce(min(nullif(a.published, '')), ''), max(a.published) FROM met"
            " CROSS JOIN mentions m ON m.person = met.person AND m.article = met.article"
            " JOIN articles a ON a.id = m.article JOIN persons p ON p.id = m.person GROUP BY m.person"
        ).fetchall()

    def has_more_persons(self, than: int) -> bool:
        """Whether there are more names than that; quicker than counting them."""
        row = self.database.connection.execute("SELECT 1 FROM persons LIMIT 1 OFFSET ?", (than,)).fetchone()
        return row is not None

    def forms(self, persons: Sequence[int]) -> Iterator[tuple[int, str, str, int]]:
        """(mentions, name, forms as `pack_forms` has them, in how many articles) of `persons`, in order of the first
        article."""
        marks = ",".join(map(str, persons))
        yield from self.database.connection.execute(
            "SELECT sum(m.count), p.name, m.forms, count(*) FROM mentions m JOIN persons p ON p.id = m.person"
            f" WHERE m.person IN ({marks}) GROUP BY m.person, m.forms ORDER BY m.person, min(m.article)"
        )

    def spelt_otherwise(self) -> Iterator[tuple[int, str]]:
        """(person, forms as `pack_forms` has them) where a text spells the name in another way."""
        yield from self.database.connection.execute(
            "SELECT DISTINCT person, forms FROM mentions WHERE instr(forms, '=')"
        )

    def articles_on(self, *people: Sequence[int], among: Sequence[int] | None = None) -> array[int]:
        """Numbers of the articles, of all or those `among`, that name one of each of these sets of persons, newest
        first."""
        rows = self.database.connection.execute(
            f"SELECT a.id FROM articles a WHERE {_naming(people, among)} ORDER BY a.published DESC, a.id"
        )
        return array(NUMBERS, [number for (number,) in rows])

    def casts(self, query: Query, persons: PersonIds, *people: Sequence[int]) -> Iterator[tuple[int, str]]:
        """(number, persons that it names between commas) of each matching article that names one of each of `people`.

        It is what `mentions` has, by article: a hundred times as quick for somebody who is named in few of them.
        """
        found = condition(query.root, persons)
        yield from self.database.connection.execute(
            f"SELECT a.id, k.people FROM marks k JOIN articles a ON a.id = k.article"
            f" WHERE k.people != '' AND {_naming(people)} AND {found.sql}",
            found.parameters,
        )

    def dated_casts(self, query: Query, persons: PersonIds) -> Iterator[tuple[str, str]]:
        """(day, persons that it names between commas) of each matching article that names any, in the order of days;
        first those without one."""
        found = condition(query.root, persons)
        yield from self.database.connection.execute(
            "SELECT a.published, k.people FROM articles a CROSS JOIN marks k ON k.article = a.id"
            f" WHERE k.people != '' AND {found.sql} ORDER BY a.published, a.id",
            found.parameters,
        )

    def together(self, ones: Sequence[int], others: Sequence[int]) -> int:
        """In how many articles persons of both sets are named."""
        left, right = ",".join(map(str, ones)), ",".join(map(str, others))
        row = self.database.connection.execute(
            f"SELECT count(DISTINCT article) FROM mentions WHERE person IN ({left}) AND article IN"
            f" (SELECT article FROM mentions WHERE person IN ({right}))"
        ).fetchone()
        return int(row[0])

    def days_of(
        self, articles: int, *people: Sequence[int], among: Sequence[int] | None = None
    ) -> tuple[str, str]:
        """The first and last day on which one of each of `people` is named, "" when no article tells its day; they
        are named in so many `articles`, of all or those `among`. Quickest with those first who are named least."""
        if articles > _OFTEN:  # articles in order of days, up to the first one that names them
            named = " AND ".join(map(_is_named, people))
            days = (
                f"SELECT a.published FROM articles a WHERE a.published > '' AND {named} AND {_naming((), among)}"
                " ORDER BY a.published"
            )
            ends = [
                self.database.connection.execute(f"{days} {way} LIMIT 1").fetchone() for way in ("", "DESC")
            ]
            return ends[0][0] if ends[0] else "", ends[1][0] if ends[1] else ""
        named = " AND ".join([_naming(people[:1], among), *map(_is_named, people[1:])])
        first, last = self.database.connection.execute(
            f"SELECT min(nullif(a.published, '')), max(a.published) FROM articles a WHERE {named}"
        ).fetchone()
        return first or "", last or ""

    def last_met(self) -> dict[int, int]:
        """A rank for every person, by number: higher for who is met on a later day."""
        # Numbers are compared twice as fast as days.
        days = "SELECT id, rank() OVER (ORDER BY published) FROM articles"
        question = (
            f"WITH chosen(id, day) AS MATERIALIZED ({days})"
            f" SELECT m.person, max(chosen.day) FROM {_MENTIONS_THERE} GROUP BY m.person"
        )
        return dict(self.database.connection.execute(question).fetchall())

    def named(self, persons: Sequence[int]) -> list[tuple[int, str]]:
        """(id, name) of `persons`."""
        marks = ",".join(map(str, persons))
        return self.database.connection.execute(
            f"SELECT id, name FROM persons WHERE id IN ({marks})"
        ).fetchall()

    def names_of(self, persons: Sequence[int]) -> list[str]:
        """The names of `persons`."""
        return [name for _, name in self.named(persons)]

    def persons_typed(self, typed: str, most: int) -> list[str]:
        """The names in which a word begins with what is `typed`, at `most` so many, those of most articles first. Who
        types on is answered from those found before."""
        generation, known, db = self.marks_generation, self._typed, self.database.connection
        if known is not None and known[0] == generation and typed.startswith(known[1]):
            found = [row for row in known[2] if f" {typed}" in row[1]]
        elif not typed:
            rows = db.execute(
                "SELECT name FROM (SELECT person, count(*) AS articles FROM mentions GROUP BY person"
                " ORDER BY articles DESC LIMIT ?) JOIN persons ON id = person ORDER BY articles DESC",
                (most,),
            )
            return [name for (name,) in rows]
        else:
            found = db.execute(
                f"SELECT name, lower({NAME_KEY}) FROM persons JOIN mentions ON person = id"
                " WHERE (key IS NULL AND (name LIKE ? OR name LIKE ?)) OR key LIKE ?"
                " GROUP BY id ORDER BY count(*) DESC",
                (f"{typed}%", f"% {typed}%", f"% {typed}%"),
            ).fetchall()
        self._typed = (generation, typed, found) if len(found) <= _AT_HAND else None
        return [name for name, _ in found[:most]]

    def persons_like(self, words: Sequence[str]) -> list[tuple[int, str]]:
        """(id, name) of the persons whose name holds all of the folded `words`."""
        if not words:
            return []
        test = " AND ".join(f"{NAME_KEY} LIKE ?" for _ in words)
        return self.database.connection.execute(
            f"SELECT id, name FROM persons WHERE {test}", [f"% {word}%" for word in words]
        ).fetchall()


def _naming(people: Sequence[Sequence[int]], among: Sequence[int] | None = None) -> str:
    """SQL: one of each of `people` is named, in an article of `among` if there are any."""
    parts = [naming(persons) for persons in people]
    if among is not None:
        parts.append(f"a.id IN ({','.join(map(str, among))})")
    return " AND ".join(parts) or "1"


def _is_named(persons: Sequence[int]) -> str:
    """SQL: the same of one set, for few articles of many."""
    marks = ",".join(map(str, persons))
    return f"EXISTS (SELECT 1 FROM mentions m WHERE m.person IN ({marks}) AND m.article = a.id)"
