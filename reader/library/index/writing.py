"""Writing to the index: files and their articles, what is marked in them, copies, notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from reader.library.index.database import Database
from reader.library.index.records import ArticleRecord, FileRecord
from reader.library.index.shifting import park, shift, unpark
from reader.library.query.tokens import tokens

if TYPE_CHECKING:
    import sqlite3

#: A note: id, article number, tags between line feeds, searchable words, category.
NoteRow = tuple[str, int, str, str, int]
_MERGED = 250  # pages of the word index merged in one transaction, some 1 MB


class Writer:
    """All changes of the index. Every method is one transaction: whole or not at all."""

    def __init__(self, database: Database, parser: str) -> None:
        self.database = database
        self.parser = parser
        # The ids of sources and authors, as far as met in this transaction.
        self._named: dict[tuple[str, str], int] = {}

    # ------------------------------------------------------------------ files

    def store(self, records: Iterable[FileRecord]) -> tuple[int, int]:
        """Write files and their articles; returns how many files were new and how many had changed."""
        added = changed = 0
        with self.database.transaction() as db:
            self._named = {}
            for record in records:
                if self._store_file(db, record):
                    added += 1
                else:
                    changed += 1
            _new_generation(db)
        return added, changed

    def _store_file(self, db: sqlite3.Connection, record: FileRecord) -> bool:
        values = (record.size, record.mtime, record.fingerprint, self.parser, record.problem or None)
        made = db.execute(
            "INSERT OR IGNORE INTO files(size, mtime, fingerprint, parser, problem, path) VALUES(?,?,?,?,?,?)",
            (*values, record.path),
        )
        if made.rowcount:
            for article in record.articles:
                self._insert(db, made.lastrowid or 0, article)
            return True
        (file,) = db.execute("SELECT id FROM files WHERE path = ?", (record.path,)).fetchone()
        db.execute(
            "UPDATE files SET size=?, mtime=?, fingerprint=?, parser=?, problem=? WHERE id=?", (*values, file)
        )
        self._replace_articles(db, file, record)
        return False

    def _replace_articles(self, db: sqlite3.Connection, file: int, record: FileRecord) -> None:
        """The new articles of a known file; those whose text stayed keep their id, marks and state."""
        old = db.execute("SELECT id, idx, digest, published FROM articles WHERE file = ?", (file,)).fetchall()
        by_digest: dict[bytes, list[tuple[int, int, str]]] = {}
        for number, idx, digest, published in old:
            by_digest.setdefault(digest, []).append((number, idx, published))
        kept: dict[int, tuple[int, int, str]] = {}
        for article in record.articles:
            if same := by_digest.get(article.digest):
                kept[article.idx] = same.pop(0)
        staying = {number for number, *_ in kept.values()}
        gone = [(number, idx) for number, idx, *_ in old if number not in staying]
        remove_articles(db, [number for number, _ in gone])
        db.execute("UPDATE articles SET idx = -1 - idx WHERE file = ?", (file,))
        for article in record.articles:
            if article.idx not in kept:
                self._insert(db, file, article)
                continue
            number, _, published = kept[article.idx]
            if article.published != published:  # "yesterday" is another day now
                db.execute("UPDATE articles SET marked=0 WHERE id=?", (number,))
            db.execute(
                "UPDATE articles SET idx=?, title=?, published=?, source=?, author=?, recipe=?, corrected=? WHERE id=?",
                (
                    article.idx, article.title, article.published, *self._whence(db, article), article.recipe,
                    article.corrected, number,
                ),
            )  # fmt: skip
        shifted = {was: now for now, (_, was, _) in kept.items() if was != now}
        if shifted:
            park(db, record.path, {idx for _, idx in gone} & set(shifted.values()))
            shift(db, record.path, shifted)
        unpark(db, record.path, [article for article in record.articles if article.idx not in kept])

    def _insert(self, db: sqlite3.Connection, file: int, article: ArticleRecord) -> None:
        cursor = db.execute(
            "INSERT INTO articles(file, idx, title, published, source, author, length, digest, recipe, corrected)"
            " VALUES(?,?,?,?,?,?,?,?,?,?)",
            (
                file, article.idx, article.title, article.published, *self._whence(db, article),
                article.length, article.digest, article.recipe, article.corrected,
            ),
        )  # fmt: skip
        db.execute("INSERT INTO texts(rowid, text) VALUES(?, ?)", (cursor.lastrowid, article.words))

    def _whence(self, db: sqlite3.Connection, article: ArticleRecord) -> tuple[int, int]:
        """The ids of an article's source and author."""
        return self._name(db, "sources", article.source), self._name(db, "authors", article.author)

    def _name(self, db: sqlite3.Connection, table: str, name: str) -> int:
        found = self._named.get((table, name))
        if found is None:
            row = db.execute(f"SELECT id FROM {table} WHERE name = ?", (name,)).fetchone()
            if row is None:
                key = " ".join(tokens(name))
                made = db.execute(f"INSERT INTO {table}(name, key) VALUES(?, ?)", (name, key))
                row = (made.lastrowid or 0,)
            found = self._named[table, name] = int(row[0])
        return found

    def move(self, moves: Sequence[tuple[str, str, int, int]]) -> None:
        """Files that are elsewhere now, with their articles, notes and state: (old path, new path, size, mtime)."""
        if not moves:
            return
        paths = [(new, old) for old, new, _, _ in moves]
        with self.database.transaction() as db:
            db.executemany(
                "UPDATE files SET path=?, size=?, mtime=? WHERE path=?",
                [(new, size, mtime, old) for old, new, size, mtime in moves],
            )
            for table in ("notes", "notefiles", "state.marks"):
                db.executemany(f"UPDATE OR REPLACE {table} SET path=? WHERE path=?", paths)
            _new_generation(db)

    def forget(self, paths: Sequence[str]) -> None:
        """Files that are gone, with their articles. State stays, in case they come back."""
        with self.database.transaction() as db:
            for path in paths:
                row = db.execute("SELECT id FROM files WHERE path = ?", (path,)).fetchone()
                if row:
                    gone = db.execute("SELECT id FROM articles WHERE file = ?", row).fetchall()
                    remove_articles(db, [number for (number,) in gone])
                    db.execute("DELETE FROM files WHERE id = ?", row)
            _new_generation(db)

    def distrust(self, paths: Sequence[str] | None = None) -> None:
        """Have files parsed again by the next scan: some, or all."""
        with self.database.transaction() as db:
            if paths is None:
                db.execute("UPDATE files SET parser = ''")
            else:
                db.executemany("UPDATE files SET parser = '' WHERE path = ?", [(path,) for path in paths])

    # ------------------------------------------------------------------ marks

    def store_marks(self, marks: Iterable[tuple[int, bytes, dict[str, Any], list[tuple[Any, ...]]]]) -> None:
        """What was found in articles: (id, packed detection, people, figure rows).

        People: name → (mentions, forms as `pack_forms` has them); figure rows: (start, kind, low, high, unit, subject).
        """
        with self.database.transaction() as db:
            for number, packed, people, figures in marks:
                _remove_marks(db, number)
                exists = db.execute(
                    "UPDATE articles SET marked=1, people=? WHERE id=?", (len(people), number)
                ).rowcount
                if not exists:
                    continue
                ids = [_person(db, name) for name in people]
                db.execute("INSERT INTO marks VALUES(?,?,?)", (number, ",".join(map(str, ids)), packed))
                db.executemany(
                    "INSERT OR REPLACE INTO mentions VALUES(?,?,?,?)",
                    [(i, number, *found) for i, found in zip(ids, people.values())],
                )
                db.executemany(
                    "INSERT OR IGNORE INTO figures VALUES(?,?,?,?,?,?,?)", [(number, *row) for row in figures]
                )
            _new_generation(db, "marks generation")

    def unmark(self, articles: Sequence[int] | None) -> None:
        """Have people and figures of these articles, or of all, found again."""
        with self.database.transaction() as db:
            if articles is None:
                db.execute("UPDATE articles SET marked = 0")
                return
            db.executemany("UPDATE articles SET marked = 0 WHERE id = ?", [(a,) for a in articles])

    # ------------------------------------------------------------------ the rest

    def store_sketches(self, sketches: Iterable[tuple[int, bytes]]) -> None:
        """What near-duplicates are found by: (article, sketch)."""
        with self.database.transaction() as db:
            db.executemany("UPDATE articles SET sketch=? WHERE id=?", [(s, a) for a, s in sketches])

    def store_copies(self, originals: dict[int, int]) -> None:
        """Near-duplicates: id of the copy → id of the article it is folded under."""
        counts: dict[int, int] = {}
        for original in originals.values():
            counts[original] = counts.get(original, 0) + 1
        with self.database.transaction() as db:
            db.execute("UPDATE articles SET original=0, copies=0 WHERE original != 0 OR copies != 0")
            db.executemany(
                "UPDATE articles SET original=? WHERE id=?", [(o, c) for c, o in originals.items()]
            )
            db.executemany("UPDATE articles SET copies=? WHERE id=?", [(n, o) for o, n in counts.items()])
            _new_generation(db)

    def store_watched(self, articles: Iterable[int]) -> None:
        """The articles that match the watch list, all of them."""
        with self.database.transaction() as db:
            db.execute("UPDATE articles SET watched = 0 WHERE watched = 1")
            db.executemany("UPDATE articles SET watched = 1 WHERE id = ?", [(a,) for a in articles])

    def store_notes(self, path: str, stamp: str, notes: Iterable[NoteRow]) -> None:
        """The notes on one file."""
        with self.database.transaction() as db:
            db.execute("DELETE FROM notes WHERE path = ?", (path,))
            db.executemany(
                "INSERT OR REPLACE INTO notes VALUES(?,?,?,?,?,?)", [(path, *note) for note in notes]
            )
            if stamp:
                db.execute("INSERT OR REPLACE INTO notefiles VALUES(?, ?)", (path, stamp))
            else:
                db.execute("DELETE FROM notefiles WHERE path = ?", (path,))

    def change_notes(self, path: str, stamp: str, gone: Sequence[str], notes: Iterable[NoteRow]) -> None:
        """Some notes of a file that is known: those that have gone, and those that are new or changed."""
        with self.database.transaction() as db:
            db.executemany("DELETE FROM notes WHERE path = ? AND note = ?", [(path, key) for key in gone])
            db.executemany(
                "INSERT OR REPLACE INTO notes VALUES(?,?,?,?,?,?)", [(path, *note) for note in notes]
            )
            db.execute("INSERT OR REPLACE INTO notefiles VALUES(?, ?)", (path, stamp))

    def remember(self, key: str, value: Any) -> None:
        """Keep a small value with the index."""
        with self.database.transaction() as db:
            db.execute("INSERT OR REPLACE INTO memory VALUES(?, ?)", (key, value))

    def begin_many(self) -> None:
        """Much will be written: leave the merging of the word index to `settle`."""
        with self.database.transaction() as db:
            _configure_words(db, automerge=0, crisismerge=200)

    def settle(self, stop: Callable[[], bool] = lambda: False) -> None:
        """Tidy up after `begin_many`: merge the word index step by step, unless told to stop, and empty the log."""
        db = self.database.connection
        kept = db.execute("SELECT v FROM texts_config WHERE k = 'automerge'").fetchone()
        if kept is None or kept[0]:
            return
        pages = -_MERGED  # below zero: pieces of all sizes are to become one
        while not stop():
            before = db.total_changes
            db.execute("INSERT INTO texts(texts, rank) VALUES('merge', ?)", (pages,))
            if db.total_changes - before < 2:  # SQLite's own sign that there is nothing more to merge
                with self.database.transaction() as db:
                    _configure_words(db, automerge=4, crisismerge=16)
                break
            pages = _MERGED
        db.execute("PRAGMA main.wal_checkpoint(TRUNCATE)")


def _configure_words(db: sqlite3.Connection, **values: int) -> None:
    for name, value in values.items():
        db.execute("INSERT INTO texts(texts, rank) VALUES(?, ?)", (name, value))


def _new_generation(db: sqlite3.Connection, key: str = "generation") -> None:
    db.execute("INSERT INTO memory VALUES(?, 1) ON CONFLICT(key) DO UPDATE SET value = value + 1", (key,))


def _person(db: sqlite3.Connection, name: str) -> int:
    row = db.execute("SELECT id FROM persons WHERE name = ?", (name,)).fetchone()
    if row:
        return int(row[0])
    folded = " ".join(tokens(name))
    key = None if folded == name.lower() and name.isascii() else f" {folded} "
    return db.execute("INSERT INTO persons(name, key) VALUES(?, ?)", (name, key)).lastrowid or 0


def remove_articles(db: sqlite3.Connection, numbers: Sequence[int]) -> None:
    """Take articles and all that was found in them out of the index."""
    for number in numbers:
        _remove_marks(db, number)
        db.execute("DELETE FROM articles WHERE id = ?", (number,))


def _remove_marks(db: sqlite3.Connection, number: int) -> None:
    row = db.execute("SELECT people FROM marks WHERE article = ?", (number,)).fetchone()
    if row is None:
        return
    pairs = [(int(person), number) for person in row[0].split(",") if person]
    db.executemany("DELETE FROM mentions WHERE person = ? AND article = ?", pairs)
    db.execute("DELETE FROM figures WHERE article = ?", (number,))
    db.execute("DELETE FROM marks WHERE article = ?", (number,))
