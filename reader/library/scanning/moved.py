"""A library that was moved or renamed, or comes from another machine, takes along what is kept of it elsewhere: read
marks, stars, tags, positions, followed queries, and what can be undone."""

from __future__ import annotations

import os
import shutil
from contextlib import closing, suppress
from pathlib import Path

from reader.durable import replacing
from reader.paths import ROOT_FILE

_STATE, _BESIDE = "state.db", ("undo.jsonl", "place")
_SAMPLE = 20  # files that are compared
_LARGE = 4_000_000  # bytes of a file that is not


def take_along(state: Path, root: Path) -> None:
    """Have the folder `state` say that it belongs to the library `root`; if there is none yet, with a copy of what was
    kept for a library that has gone from where it was and had the same files. Never raises."""
    with suppress(OSError):
        state.mkdir(parents=True, exist_ok=True)
        if (state / _STATE).exists() or (former := _former(state, root)) is None or _copy(former, state):
            with replacing(state / ROOT_FILE) as file:
                file.write(os.fsencode(os.path.realpath(root)))


def _copy(former: Path, state: Path) -> bool:
    """Copy what is kept in the folder `former`; whether that could be done. Raises: OSError."""
    import sqlite3

    for name in _BESIDE:
        with suppress(FileNotFoundError):
            shutil.copyfile(former / name, state / name)
    places = former / _STATE, state / _STATE
    try:
        with closing(sqlite3.connect(places[0])) as old, closing(sqlite3.connect(places[1])) as new:
            old.backup(new)
    except sqlite3.Error:
        return False
    return True


def _former(state: Path, root: Path) -> Path | None:
    """The state of a library that is not where it was and has most files in common with `root`: at least half of those
    that are looked at."""
    best, most = None, 0.5
    for place in sorted(state.parent.glob(f"*/{ROOT_FILE}")):
        if place.parent == state or os.path.lexists(os.fsdecode(place.read_bytes())):
            continue
        if (share := _share(place.parent / _STATE, root)) >= most:
            best, most = place.parent, share
    return best


def _share(database: Path, root: Path) -> float:
    """Of the files that a state knows, the share that is below `root` as it knows them."""
    import sqlite3

    from reader.library.scanning.intake import fingerprint

    try:
        with closing(sqlite3.connect(database)) as old:
            known = old.execute(
                "SELECT path, fingerprint FROM marks WHERE fingerprint NOTNULL GROUP BY path LIMIT ?",
                (_SAMPLE,),
            ).fetchall()
    except sqlite3.Error:
        return 0
    same = 0
    for path, mark in known:
        with suppress(OSError, ValueError):
            file = root / path
            same += file.stat().st_size < _LARGE and fingerprint(file.read_bytes()) == mark
    return same / len(known) if known else 0
