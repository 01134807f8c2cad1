"""Reading the index: orders of articles, pages of rows, places of texts, marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.library.index.figures_reading import FigureReader
from reader.library.index.orders import FOLDER
from reader.library.index.people_reading import PeopleReader
from reader.library.index.records import PlaceRecord
from reader.paths import article_place

if TYPE_CHECKING:
    from reader.model import Row

_ROW = """
SELECT a.id, f.path, a.idx, a.title, s.name, a.published, a.people, a.copies, a.watched, m.read, m.starred, m.tags,
    (SELECT count(*) FROM notes n WHERE n.path = f.path AND n.idx = a.idx)
FROM articles a JOIN files f ON f.id = a.file JOIN sources s ON s.id = a.source
LEFT JOIN state.marks m ON m.path = f.path AND m.idx = a.idx
"""
_PLACE = """
SELECT a.id, f.path, a.idx, f.size, f.mtime, a.recipe, a.title, a.published, s.name
FROM articles a JOIN files f ON f.id = a.file JOIN sources s ON s.id = a.source
"""
_OFFERED_NAMES = (
    "SELECT name FROM {0}s n JOIN articles a ON a.{0} = n.id WHERE ' ' || n.key LIKE ? AND name != ''"
    " GROUP BY n.id ORDER BY count(*) DESC LIMIT ?"
)
_NAMES = 50_000  # names of articles given out at a time
_OFFERED = 12  # values of a field at a time


class Reader(PeopleReader, FigureReader):
    """All questions to the index. Numbers are row ids of articles; the outside speaks of `file#index`."""

    # ------------------------------------------------------------------ orders and rows

    def group_keys(self, group: str) -> dict[int, str]:
        """The group of every article by number: its day (ISO, "" for none), the name of its source or its folder."""
        key = {
            "day": "substr(published, 1, 10)",
            "source": "(SELECT name FROM sources WHERE id = a.source)",
            "folder": f"(SELECT coalesce(nullif({FOLDER}, ''), './') FROM files WHERE id = a.file)",
        }[group]
        return dict(self.database.connection.execute(f"SELECT id, {key} FROM articles a").fetchall())

    def count(self) -> int:
        """How many articles there are."""
        return int(self.database.connection.execute("SELECT count(*) FROM articles").fetchone()[0])

    def rows(self, numbers: Sequence[int]) -> list[Row | None]:
        """The rows of `numbers`, in that order; None for an article that is gone."""
        from reader.model import Row

        marks = ",".join(map(str, numbers))
        found: dict[int, Row] = {}
        for row in self.database.connection.execute(f"{_ROW} WHERE a.id IN ({marks})"):
            (
                number,
                path,
                idx,
                title,
                source,
                published,
                people,
                copies,
                watched,
                read,
                starred,
                tags,
                notes,
            ) = row
            found[number] = Row(
                f"{path}#{idx}", title, source, published, people, notes, not read, bool(starred),
                tuple(filter(None, (tags or "").split("\n"))), copies, bool(watched and not read),
            )  # fmt: skip
        return [found.get(number) for number in numbers]

    def number(self, article: str) -> int | None:
        """The number of the article `file#index`."""
        place = article_place(article)
        if place is None:
            return None
        row = self.database.connection.execute(
            "SELECT a.id FROM files f JOIN articles a ON a.file = f.id WHERE f.path = ? AND a.idx = ?",
            place,
        ).fetchone()
        return int(row[0]) if row else None

    def places(self, numbers: Sequence[int]) -> Iterator[tuple[int, PlaceRecord]]:
        """(number, place) of those of `numbers` that exist, in the order given."""
        at, step = 0, 40  # a first screen first
        while at < len(numbers):
            part = numbers[at : at + step]
            at, step = at + step, min(step * 5, 5000)  # neighbours in the index are read together
            marks = ",".join(map(str, part))
            found = {
                row[0]: PlaceRecord._make(row[1:])
                for row in self.database.connection.execute(f"{_PLACE} WHERE a.id IN ({marks})")
            }
            yield from ((number, found[number]) for number in part if number in found)

    def ids(self, numbers: Sequence[int]) -> Iterator[list[str]]:
        """`file#index` of those of `numbers` that exist, in the order given, many at a time."""
        import json

        for at in range(0, len(numbers), _NAMES):
            part = numbers[at : at + _NAMES]
            # In one long text: that comes out of SQLite quicker than so many rows. No path has two slashes on end.
            known, names = self.database.connection.execute(
                "SELECT '[' || group_concat(a.id) || ']', group_concat(f.path || '#' || a.idx, '//')"
                f" FROM articles a JOIN files f ON f.id = a.file WHERE a.id IN ({str(sorted(part))[1:-1]})"
            ).fetchone()
            found = dict(zip(json.loads(known or "[]"), (names or "").split("//")))
            yield [name for name in map(found.get, part) if name]

    def place(self, number: int) -> PlaceRecord | None:
        """Where the text of one article is."""
        row = self.database.connection.execute(f"{_PLACE} WHERE a.id = ?", (number,)).fetchone()
        return PlaceRecord._make(row[1:]) if row else None

    # ------------------------------------------------------------------ files

    def files(self) -> Iterator[tuple[str, int, int, str]]:
        """(path, size, mtime in ns, version of the parser) of all files."""
        yield from self.database.connection.execute("SELECT path, size, mtime, parser FROM files")

    def file(self, path: str) -> tuple[int, int, bytes] | None:
        """(size, mtime, fingerprint) of one file."""
        row: tuple[int, int, bytes] | None = self.database.connection.execute(
            "SELECT size, mtime, fingerprint FROM files WHERE path = ?", (path,)
        ).fetchone()
        return row or None

    def has_more_files(self, than: int) -> bool:
        """Whether there are more files than that; quicker than counting them."""
        row = self.database.connection.execute("SELECT 1 FROM files LIMIT 1 OFFSET ?", (than,)).fetchone()
        return row is not None

    def file_problems(self) -> list[tuple[str, str]]:
        """(path, reason) of the files that gave no article."""
        return self.database.connection.execute(
            "SELECT path, problem FROM files WHERE problem IS NOT NULL ORDER BY path"
        ).fetchall()

    def prints(self, path: str, idx: int) -> tuple[bytes, bytes] | None:
        """Fingerprints of a file and of one of its articles' text."""
        row: tuple[bytes, bytes] | None = self.database.connection.execute(
            "SELECT f.fingerprint, a.digest FROM files f JOIN articles a ON a.file = f.id"
            " WHERE f.path = ? AND a.idx = ?",
            (path, idx),
        ).fetchone()
        return row or None

    def digests(self, path: str) -> list[bytes]:
        """The fingerprints of the texts of a file's articles, in their order."""
        rows = self.database.connection.execute(
            "SELECT a.digest FROM articles a JOIN files f ON a.file = f.id WHERE f.path = ? ORDER BY a.idx",
            (path,),
        )
        return [digest for (digest,) in rows]

    def distrusted(self, limit: int) -> list[tuple[str, int, int]]:
        """(path, size, mtime) of some files that are to be parsed again."""
        return self.database.connection.execute(
            "SELECT path, size, mtime FROM files WHERE parser = '' LIMIT ?", (limit,)
        ).fetchall()

    # ------------------------------------------------------------------ marks

    def unmarked(self, limit: int) -> list[int]:
        """Some articles whose people and figures are still to be found."""
        rows = self.database.connection.execute(
            "SELECT id FROM articles WHERE marked = 0 ORDER BY id LIMIT ?", (limit,)
        )
        return [number for (number,) in rows]

    def is_behind(self) -> bool:
        """Whether texts, marks or near-duplicates of articles are known to be out of date."""
        row = self.database.connection.execute(
            "SELECT EXISTS (SELECT 1 FROM articles WHERE marked = 0)"
            " OR EXISTS (SELECT 1 FROM files WHERE parser = '')"
            " OR EXISTS (SELECT 1 FROM articles WHERE sketch IS NULL)"
        ).fetchone()
        return bool(row[0])

    def unmarked_count(self) -> int:
        """How many articles still wait for that."""
        row = self.database.connection.execute("SELECT count(*) FROM articles WHERE marked = 0").fetchone()
        return int(row[0])

    def unmarked_length(self) -> int:
        """How many characters those have."""
        row = self.database.connection.execute(
            "SELECT total(length) FROM articles WHERE marked = 0"
        ).fetchone()
        return int(row[0])

    def packed_marks(self, number: int, place: PlaceRecord) -> bytes | None:
        """The packed detection of an article as it was indexed at `place`, None when it is not up to date."""
        row = self.database.connection.execute(
            "SELECT m.packed FROM marks m JOIN articles a ON a.id = m.article JOIN files f ON f.id = a.file"
            " WHERE m.article = ? AND a.marked = 1 AND f.size = ? AND f.mtime = ?",
            (number, place.size, place.mtime),
        ).fetchone()
        return row[0] if row else None

    # ------------------------------------------------------------------ copies and notes

    def unsketched(self, limit: int) -> list[int]:
        """Some articles without a sketch."""
        rows = self.database.connection.execute(
            "SELECT id FROM articles WHERE sketch IS NULL ORDER BY id LIMIT ?", (limit,)
        )
        return [number for (number,) in rows]

    def unsketched_count(self) -> int:
        """How many articles have none."""
        row = self.database.connection.execute(
            "SELECT count(*) FROM articles WHERE sketch IS NULL"
        ).fetchone()
        return int(row[0])

    def sketches(self) -> Iterator[tuple[int, bytes, bytes, int, str, int]]:
        """(number, sketch, digest, length, published, number it is folded under or 0) of every sketched article."""
        yield from self.database.connection.execute(
            "SELECT id, sketch, digest, length, published, original FROM articles WHERE sketch IS NOT NULL ORDER BY id"
        )

    def folded_under(self, number: int) -> int:
        """The article that stands for this one where near-duplicates are folded; 0 when it stands for itself."""
        row = self.database.connection.execute(
            "SELECT original FROM articles WHERE id = ?", (number,)
        ).fetchone()
        return (row and row[0]) or 0

    def copies(self, number: int) -> list[int]:
        """The near-duplicates of an article, itself left out."""
        db = self.database.connection
        row = db.execute("SELECT original FROM articles WHERE id = ?", (number,)).fetchone()
        if row is None:
            return []
        head = row[0] or number
        rows = db.execute(
            # `!= 0` is what lets SQLite use the index of the copies.
            "SELECT id FROM articles WHERE (id = ? OR (original = ? AND original != 0)) AND id != ?"
            " ORDER BY published, id",
            (head, head, number),
        )
        return [n for (n,) in rows]

    def note_stamps(self) -> dict[str, str]:
        """The stamp of each file's notes when they were last taken in."""
        return dict(self.database.connection.execute("SELECT path, stamp FROM notefiles"))

    def vocabulary(self, start: str) -> list[str]:
        """The folded words of all texts that begin with `start`, those of some articles that are gone among them."""
        db = self.database.connection
        db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, texts, row)")
        asked = "SELECT term FROM temp.vocabulary WHERE term >= ? AND term < ?"
        return [term for (term,) in db.execute(asked, (start, f"{start}\U0010ffff"))]

    def values(self, field: str, typed: str) -> list[str]:
        """Values of a query field that begin with what is typed, or names of which a word does, frequent ones first."""
        start = f"{typed}%"
        questions = {
            "source": (_OFFERED_NAMES.format("source"), f"% {start}"),
            "author": (_OFFERED_NAMES.format("author"), f"% {start}"),
            "file": ("SELECT path FROM files WHERE path LIKE ? ORDER BY path LIMIT ?", start),
        }
        db = self.database.connection
        if field == "person":
            return self.persons_typed(typed, _OFFERED)
        if field == "tag":
            rows = db.execute("SELECT tags FROM notes UNION SELECT tags FROM state.marks").fetchall()
            tags = {tag for (text,) in rows for tag in text.split("\n") if tag and tag.startswith(typed)}
            return sorted(tags)[:_OFFERED]
        if field not in questions:
            return []
        question, value = questions[field]
        return [name for (name,) in db.execute(question, (value, _OFFERED))]
