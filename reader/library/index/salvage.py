"""What can still be read of a damaged state, put into a new one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from reader.library.index.schema import attach_state

if TYPE_CHECKING:
    import sqlite3

# What an older state has not.
_SINCE = {"name": "", "sentence": "", "sentence_start": 0}
# Table → its key, and what its columns hold.
_TABLES: dict[str, tuple[tuple[str, ...], dict[str, type | tuple[type, ...]]]] = {
    "marks": (
        ("path", "idx"),
        {
            "path": str, "idx": int, "read": int, "starred": int, "tags": str, "position": int,
            "sentence": str, "sentence_start": int, "fingerprint": (bytes, type(None)), "digest": (bytes, type(None)),
        },
    ),
    "unsure": (("name", "other"), {"name": str, "other": str}),
    "watches": (("query",), {"query": str, "name": str}),
}  # fmt: skip


def salvage(damaged: Path, state: Path) -> int:
    """Put what can be read of the state `damaged` into the one at `state`, made if need be; how many entries that are.

    A damaged page ends reading: each table is read from both ends towards it. `damaged` stays as it is. Raises:
    OSError, sqlite3.Error.
    """
    import sqlite3

    saved = 0
    with TemporaryDirectory() as folder, closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        copy = Path(folder) / "state.db"
        for suffix in ("", "-wal"):
            with suppress(FileNotFoundError):
                shutil.copyfile(f"{damaged}{suffix}", f"{copy}{suffix}")
        attach_state(made, str(state))
        made.execute("BEGIN")
        with closing(sqlite3.connect(copy)) as source:
            for table, (_, columns) in _TABLES.items():
                names, marks = ", ".join(columns), ", ".join("?" * len(columns))
                for row in _rows(source, table):
                    given = made.execute(f"INSERT OR IGNORE INTO state.{table}({names}) VALUES({marks})", row)
                    saved += given.rowcount
        made.execute("COMMIT")
    return saved


def _rows(source: sqlite3.Connection, table: str) -> Iterator[tuple[Any, ...]]:
    """The rows that hold what they should, from both ends up to where reading breaks off."""
    import sqlite3

    key, columns = _TABLES[table]
    for way in ("", " DESC"):
        order = ", ".join(f"{name}{way}" for name in key)
        # The last: text that is none, or such words in an error.
        with suppress(sqlite3.Error, UnicodeDecodeError):
            cursor = source.execute(f"SELECT * FROM {table} ORDER BY {order}")
            names = [column[0] for column in cursor.description]
            for row in cursor:
                found = _SINCE | dict(zip(names, row))
                if all(isinstance(found.get(name), kind) for name, kind in columns.items()):
                    yield tuple(found[name] for name in columns)
            return
