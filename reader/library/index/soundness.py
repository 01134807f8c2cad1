"""Whether the files behind a library are whole: asked when something went wrong, not before.

SQLite keeps no checksums, so what cannot be read, or is not what was made, counts; a figure that became another
one does not.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.index.schema import index_tables

if TYPE_CHECKING:
    import sqlite3

_DAMAGE = ("malformed", "not a database")


def tells_of_damage(error: str) -> bool:
    """Whether the words of an error say that a database is damaged; of many kinds of damage they do not."""
    return any(words in error for words in _DAMAGE)


def is_of_the_disk(error: Exception) -> bool:
    """Whether the disk is full, failing or not ours to write: the index itself may be sound, and stays."""
    import sqlite3

    kinds = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in kinds


def is_in_use(error: Exception) -> bool:
    """Whether another Reader did not let go of a database."""
    import sqlite3

    kinds = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL)
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in kinds


def is_sound(path: Path, *, index: bool) -> bool:
    """Whether the index, or the state, at `path` can be read, every row; also when the disk does not let us see."""
    import sqlite3

    try:
        with closing(sqlite3.connect(path)) as database:
            return _holds(database, index)
    except sqlite3.DatabaseError as error:
        return is_of_the_disk(error) or is_in_use(error)
    except UnicodeDecodeError:  # in the words of an error
        return False


def is_whole(database: sqlite3.Connection) -> bool:
    """Whether every page of the index stands where it belongs: half a second for a hundred thousand articles, and it
    sees nearly all that `is_sound` does. May raise sqlite3.DatabaseError instead."""
    told: tuple[str] = database.execute("PRAGMA main.quick_check(1)").fetchone()
    return told == ("ok",)


def _holds(database: sqlite3.Connection, index: bool) -> bool:
    if not is_whole(database):
        return False
    tables = dict(database.execute("SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index')"))
    if index and not index_tables().items() <= tables.items():
        return False
    for name, sql in tables.items():
        if sql and sql.startswith("CREATE TABLE"):
            for _ in database.execute(f'SELECT * FROM "{name}"'):
                pass  # text that is none does not come out
    if index:
        database.execute("INSERT INTO texts(texts) VALUES('integrity-check')")
    return True
