"""The state of articles: read, starred, tags, position; what was left undecided; the watch list of the app."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Any

from reader.library.index.database import Database
from reader.paths import article_place

if TYPE_CHECKING:
    import sqlite3

    from reader.model import Watch


class State:
    """Read state, stars, tags and reading positions, by `file#index`. Every change is on disk when it returns;
    what changes something raises OSError when it cannot be written.

    The file's and the article's fingerprints are kept beside it, so that a file that was moved, even while
    no index was there, finds its state again.
    """

    def __init__(self, database: Database, prints: Callable[[str, int], tuple[bytes, bytes] | None]) -> None:
        self._database = database
        self._prints = prints
        self._lock = Lock()
        self._listener: sqlite3.Connection | None = None
        self._heard = self._others = 0

    # ------------------------------------------------------------------ reading

    @property
    def version(self) -> int:
        """Another number each time that others have written, such as another window; what this object writes does
        not count. Raises: OSError."""
        with self._lock:
            if self._listener is None:
                self._listener = self._database.listener()
                self._heard = self._listen()
            self._count_others()
            return self._others

    def _listen(self) -> int:
        """Of SQLite: another number after each commit but those of the listening connection, which makes none."""
        return self._listener.execute("PRAGMA data_version").fetchone()[0] if self._listener else 0

    def _count_others(self) -> None:
        now = self._listen()
        self._others += now != self._heard
        self._heard = now

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction of the state that is known as our own. Raises: OSError."""
        import sqlite3

        with self._lock:
            try:
                self._count_others()
                with self._database.transaction("state") as db:
                    yield db
                self._heard = self._listen()
            except sqlite3.OperationalError as error:  # a full disk, or another Reader that does not let go
                why = f"read marks, stars and tags cannot be written: {error}"
                raise OSError(errno.EIO, why, str(self._database.state_path)) from error

    def is_read(self, article: str) -> bool:
        """Whether the article with this id is marked read."""
        return bool(self._get("read", article))

    def is_starred(self, article: str) -> bool:
        """Whether it has a star."""
        return bool(self._get("starred", article))

    def tags(self, article: str) -> tuple[str, ...]:
        """Its tags, without the sign before them."""
        return tuple(filter(None, str(self._get("tags", article) or "").split("\n")))

    def position(self, article: str) -> tuple[int, str, int]:
        """The offset where reading stopped, with the sentence there and its start, as they stood then; (0, "", 0) when
        it never began."""
        row = self._row("position, sentence, sentence_start", article)
        return row or (0, "", 0)

    def _get(self, column: str, article: str) -> int | str | None:
        row = self._row(column, article)
        return row[0] if row else None

    def _row(self, columns: str, article: str) -> tuple[Any, ...] | None:
        asked = f"SELECT {columns} FROM state.marks WHERE path = ? AND idx = ?"
        found: tuple[Any, ...] | None = self._database.connection.execute(asked, _place(article)).fetchone()
        return found

    # ------------------------------------------------------------------ changing

    def mark_read(self, article: str | Iterable[str], read: bool = True) -> None:
        """Mark one article or several as read or unread."""
        self._set(article, read=int(read))

    def star(self, article: str | Iterable[str], starred: bool = True) -> None:
        """Star one article or several, or take the star away."""
        self._set(article, starred=int(starred))

    def set_tags(self, article: str | Iterable[str], tags: Sequence[str]) -> None:
        """Replace the tags of one article or several."""
        text = "".join(f"\n{tag}" for tag in dict.fromkeys(map(_clean, tags)) if tag)
        self._set(article, tags=text + "\n" if text else "")

    def change_tags(self, articles: Iterable[str], more: Sequence[str], gone: Sequence[str]) -> None:
        """Give `articles` the tags `more` too, and take those of `gone` away."""
        tagged, without = dict(self.tagged()), set(map(_clean, gone))
        alike: dict[tuple[str, ...], list[str]] = {}  # by the tags they have
        for article in articles:
            alike.setdefault(tagged.get(article, ()), []).append(article)
        for tags, of_these in alike.items():
            self.set_tags(of_these, [tag for tag in map(_clean, (*tags, *more)) if tag not in without])

    def tagged(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The articles that have tags, with them."""
        rows = self._database.connection.execute(
            "SELECT path, idx, tags FROM state.marks WHERE tags != '' AND idx >= 0 ORDER BY path, idx"
        )
        return tuple((f"{path}#{idx}", tuple(filter(None, tags.split("\n")))) for path, idx, tags in rows)

    def rename_tag(self, old: str, new: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
        """Rename a tag of every article, or merge it into another; "" takes it away. Returns the articles that
        changed, each with its tags before and after."""
        from reader.notes.tags import renamed  # searching has no need of it

        changed = [(item, tags, renamed(tags, old, new)) for item, tags in self.tagged() if old in tags]
        for article, _, wanted in changed:
            self.set_tags(article, wanted)
        return changed

    def set_position(self, article: str, offset: int, sentence: str = "", sentence_start: int = 0) -> None:
        """Remember where reading stopped, with the sentence there: by that it is known again when the text changed."""
        self._set(article, position=offset, sentence=sentence, sentence_start=sentence_start)

    def _set(self, article: str | Iterable[str], **values: int | str) -> None:
        articles = [article] if isinstance(article, str) else list(article)
        columns, marks = ", ".join(values), ", ?" * len(values)
        anew = ", ".join(f"{column} = excluded.{column}" for column in values)
        with self._writing() as db:
            for each in articles:
                path, idx = _place(each)
                prints = self._prints(path, idx) or (None, None)
                db.execute(
                    f"INSERT INTO state.marks(path, idx, fingerprint, digest, {columns}) VALUES(?,?,?,?{marks})"
                    f" ON CONFLICT(path, idx) DO UPDATE SET {anew},"
                    " fingerprint = coalesce(excluded.fingerprint, fingerprint),"
                    " digest = coalesce(excluded.digest, digest)",
                    (path, idx, *prints, *values.values()),
                )

    # ------------------------------------------------------------------ files that moved

    def homeless(self, fingerprint: bytes, exists: Callable[[str], bool]) -> str | None:
        """The old path of a file with this fingerprint that has state but is gone, None when there is none."""
        rows = self._database.connection.execute(
            "SELECT DISTINCT path FROM state.marks WHERE fingerprint = ?", (fingerprint,)
        ).fetchall()
        return next((path for (path,) in rows if not exists(path)), None)

    def fingerprints(self) -> frozenset[bytes]:
        """The fingerprints of all files with state."""
        rows = self._database.connection.execute("SELECT DISTINCT fingerprint FROM state.marks")
        return frozenset(found for (found,) in rows if found)

    def adopt(self, old: str, new: str) -> None:
        """The state of the file `old` belongs to `new` now."""
        with self._writing() as db:
            db.execute("UPDATE OR REPLACE state.marks SET path = ? WHERE path = ?", (new, old))

    # ------------------------------------------------------------------ undecided merges, watch list

    def unsure(self) -> frozenset[tuple[str, str]]:
        """Pairs of names the reader put off."""
        return frozenset(self._database.connection.execute("SELECT name, other FROM state.unsure"))

    def set_unsure(self, name: str, other: str, unsure: bool = True) -> None:
        """Put a pair of names off, or take it up again."""
        pair = (min(name, other), max(name, other))
        with self._writing() as db:
            if unsure:
                db.execute("INSERT OR IGNORE INTO state.unsure VALUES(?, ?)", pair)
            else:
                db.execute("DELETE FROM state.unsure WHERE name = ? AND other = ?", pair)

    def watches(self) -> tuple[Watch, ...]:
        """Queries the reader follows, besides those in the settings."""
        from reader.model import Watch

        rows = self._database.connection.execute(
            "SELECT query, name FROM state.watches ORDER BY iif(name = '', query, name) COLLATE NOCASE, query"
        )
        return tuple(map(Watch._make, rows))

    def watch(self, query: str, name: str | None = None) -> None:
        """Follow a query; `name` is what it is to be called, None leaves that."""
        with self._writing() as db:
            db.execute("INSERT OR IGNORE INTO state.watches(query) VALUES(?)", (query,))
            if name is not None:
                named = (" ".join(name.split()), query)
                db.execute("UPDATE state.watches SET name = ? WHERE query = ?", named)

    def unwatch(self, query: str) -> None:
        """Follow a query no longer."""
        with self._writing() as db:
            db.execute("DELETE FROM state.watches WHERE query = ?", (query,))


def _clean(tag: str) -> str:
    return " ".join(tag.split()).lstrip("#")


def _place(article: str) -> tuple[str, int]:
    return article_place(article) or (article, 0)
