"""State and notes of articles that have another number in their file now, or have gone from it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from reader.library.index.records import ArticleRecord

_PARKED = 1 << 30  # so far below zero are the numbers of state whose article has gone


def park(db: sqlite3.Connection, path: str, gone: Iterable[int]) -> None:
    """State of articles that have gone and whose numbers others get: kept below zero, until their texts come back."""
    for idx in gone:
        db.execute(
            "UPDATE state.marks SET idx = (SELECT min(0, min(idx)) FROM state.marks WHERE path = ?1) - ?3"
            " WHERE path = ?1 AND idx = ?2",
            (path, idx, _PARKED),
        )


def unpark(db: sqlite3.Connection, path: str, articles: Iterable[ArticleRecord]) -> None:
    """State that was parked belongs to the article with that text again, unless that has some by now."""
    parked = db.execute("SELECT idx, digest FROM state.marks WHERE path = ? AND idx < 0", (path,)).fetchall()
    for article in articles if parked else ():
        for idx in [idx for idx, digest in parked if digest == article.digest]:
            db.execute(
                "UPDATE OR IGNORE state.marks SET idx=? WHERE path=? AND idx=?", (article.idx, path, idx)
            )


def shift(db: sqlite3.Connection, path: str, shifted: dict[int, int]) -> None:
    """Articles of a file got other numbers: state and notes follow by number."""
    for table in ("state.marks", "notes"):
        for was in shifted:
            db.execute(f"UPDATE OR REPLACE {table} SET idx=? WHERE path=? AND idx=?", (-1 - was, path, was))
        for was, now in shifted.items():
            db.execute(f"UPDATE OR REPLACE {table} SET idx=? WHERE path=? AND idx=?", (now, path, -1 - was))
