"""The tables, and how they are made. The index is a cache: whatever is in it can be had again from the folder; the
state cannot."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

#: Part of the file name of the index, so that two versions of Reader never fight over one file.
VERSION = 11

# The words are kept without their text (contentless FTS5): texts are read from the articles' own files.
# Such a table cannot forget, so rowids are never used twice and a removed article is simply not joined.
# Generations begin anywhere, so that what was kept in memory of a deleted index is not taken for this one's.
# Its `hashsize` holds what one transaction of a large scan writes: one piece of the word index, not ten.
_INDEX = """
CREATE TABLE memory(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
INSERT INTO memory VALUES('generation', abs(random() / 4));
CREATE TABLE files(
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, mtime INTEGER NOT NULL,
    fingerprint BLOB, parser TEXT NOT NULL, problem TEXT);
CREATE INDEX files_fingerprint ON files(fingerprint);
CREATE TABLE sources(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, key TEXT NOT NULL);
CREATE TABLE authors(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, key TEXT NOT NULL);
CREATE TABLE articles(
    id INTEGER PRIMARY KEY AUTOINCREMENT, file INTEGER NOT NULL, idx INTEGER NOT NULL, title TEXT NOT NULL,
    published TEXT NOT NULL, source INTEGER NOT NULL, author INTEGER NOT NULL, length INTEGER NOT NULL,
    digest BLOB NOT NULL, recipe BLOB NOT NULL, sketch BLOB, original INTEGER NOT NULL DEFAULT 0,
    copies INTEGER NOT NULL DEFAULT 0, people INTEGER NOT NULL DEFAULT 0,
    watched INTEGER NOT NULL DEFAULT 0, marked INTEGER NOT NULL DEFAULT 0, corrected INTEGER NOT NULL DEFAULT 0);
CREATE UNIQUE INDEX articles_place ON articles(file, idx);
CREATE INDEX articles_day ON articles(published, id);
CREATE INDEX articles_source ON articles(source);
CREATE INDEX articles_author ON articles(author);
CREATE INDEX articles_copies ON articles(original) WHERE original != 0;
CREATE INDEX articles_watched ON articles(id) WHERE watched = 1;
CREATE INDEX articles_corrected ON articles(id) WHERE corrected = 1;
CREATE INDEX articles_unmarked ON articles(id) WHERE marked = 0;
CREATE INDEX articles_unsketched ON articles(id) WHERE sketch IS NULL;
CREATE VIRTUAL TABLE texts USING fts5(
    text, content='', columnsize=0, tokenize="unicode61 remove_diacritics 2");
INSERT INTO texts(texts, rank) VALUES('hashsize', 16777216);
CREATE TABLE marks(article INTEGER PRIMARY KEY, people TEXT NOT NULL, packed BLOB NOT NULL);
CREATE TABLE persons(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, key TEXT);
CREATE TABLE mentions(
    person INTEGER NOT NULL, article INTEGER NOT NULL, count INTEGER NOT NULL, forms TEXT NOT NULL,
    PRIMARY KEY(person, article)) WITHOUT ROWID;
CREATE TABLE figures(
    article INTEGER NOT NULL, start INTEGER NOT NULL, kind INTEGER NOT NULL, low REAL, high REAL,
    unit TEXT, subject TEXT, PRIMARY KEY(article, start)) WITHOUT ROWID;
CREATE INDEX figures_value ON figures(kind, unit, low DESC, article, start, high, subject);
CREATE TABLE notes(
    path TEXT NOT NULL, note TEXT NOT NULL, idx INTEGER NOT NULL, tags TEXT NOT NULL, key TEXT NOT NULL,
    category INTEGER NOT NULL,
    PRIMARY KEY(path, note)) WITHOUT ROWID;
CREATE TABLE notefiles(path TEXT PRIMARY KEY, stamp TEXT NOT NULL) WITHOUT ROWID;
"""

#: What made each version of the state out of the one before.
_STATE = (
    """
CREATE TABLE state.marks(
    path TEXT NOT NULL, idx INTEGER NOT NULL, read INTEGER NOT NULL DEFAULT 0,
    starred INTEGER NOT NULL DEFAULT 0, tags TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0,
    fingerprint BLOB, digest BLOB, PRIMARY KEY(path, idx)) WITHOUT ROWID;
CREATE TABLE state.unsure(name TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY(name, other)) WITHOUT ROWID;
CREATE TABLE state.watches(query TEXT PRIMARY KEY) WITHOUT ROWID;
""",
    "ALTER TABLE state.watches ADD COLUMN name TEXT NOT NULL DEFAULT ''",
    """
ALTER TABLE state.marks ADD COLUMN sentence TEXT NOT NULL DEFAULT '';
ALTER TABLE state.marks ADD COLUMN sentence_start INTEGER NOT NULL DEFAULT 0;
""",
)
STATE_VERSION = len(_STATE)

NEWER = "state of a newer version"


def make_index(connection: sqlite3.Connection) -> None:
    """Make the tables of the index, unless another instance just did. Raises sqlite3.DatabaseError in a file that holds
    anything else."""
    import sqlite3

    connection.execute("PRAGMA main.journal_mode=WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = connection.execute("PRAGMA main.user_version").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM main.sqlite_master").fetchone()[0]
        if version != VERSION:
            if version or tables:  # another version's, or something else altogether
                raise sqlite3.DatabaseError("made by another version")
            _execute_all(connection, _INDEX)
            connection.execute(f"PRAGMA main.user_version={VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def attach_state(connection: sqlite3.Connection, path: str) -> None:
    """Attach the state at `path`, made or brought up to date if need be. Raises sqlite3.DatabaseError, `NEWER` for a
    newer version's."""
    import sqlite3

    connection.execute("ATTACH ? AS state", (path,))
    version = connection.execute("PRAGMA state.user_version").fetchone()[0]
    if version > STATE_VERSION:
        raise sqlite3.DatabaseError(NEWER)
    if version < STATE_VERSION:
        connection.execute("PRAGMA state.journal_mode=WAL")
        connection.execute("BEGIN IMMEDIATE")
        version = connection.execute("PRAGMA state.user_version").fetchone()[0]
        if version < STATE_VERSION:
            for script in _STATE[version:]:
                _execute_all(connection, script)
            connection.execute(f"PRAGMA state.user_version={STATE_VERSION}")
        connection.execute("COMMIT")
    connection.execute("PRAGMA state.synchronous=NORMAL")


def index_tables() -> dict[str, str | None]:
    """What `make_index` makes: the tables and indexes by name, as SQLite has them; those inside the word index, which
    another version of it may make in another way, left out."""
    import sqlite3

    with closing(sqlite3.connect(":memory:")) as made:
        _execute_all(made, _INDEX)
        tables = made.execute(
            "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'texts\\_%' ESCAPE '\\'"
        )
        return dict(tables.fetchall())


def _execute_all(connection: sqlite3.Connection, script: str) -> None:
    """Within the transaction that is open: `executescript` would commit it."""
    for statement in filter(str.strip, script.split(";\n")):
        connection.execute(statement)
