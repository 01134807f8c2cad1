"""Conflict copies and recovery files: found by name, merged into their notes file, kept in the history."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from reader.durable import sync_folder
from reader.model import Problem
from reader.notes import versions
from reader.notes.keeper import Keeper
from reader.notes.lock import locked
from reader.notes.merge import Operation, additions
from reader.notes.names import RECOVERED, is_notes_name, original_of
from reader.notes.refusals import NotesError
from reader.yamlio import YamlError

_listings: dict[Path, tuple[int, dict[str, tuple[str, ...]]]] = {}
_guard = threading.Lock()


def listing(folder: Path) -> dict[str, tuple[str, ...]]:
    """The notes files of a folder and the copies of each; a file of which only a copy exists is listed too."""
    try:
        changed = os.stat(folder).st_mtime_ns
    except OSError:
        return {}
    with _guard:
        known = _listings.get(folder)
    # A folder that has just changed may change again within the same tick of its clock.
    if known and known[0] == changed:
        return known[1]
    found: dict[str, list[str]] = {}
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return {}
    for name in names:
        if is_notes_name(name):
            original = original_of(name)
            if original is None:
                found.setdefault(name, [])
            else:
                found.setdefault(original, []).append(name)
    made = {name: tuple(others) for name, others in sorted(found.items())}
    import time

    if time.time_ns() - changed > 50_000_000:
        with _guard:
            _listings[folder] = (changed, made)
    return made


def recovery_name(name: str) -> str:
    """The file that takes new notes while `name` cannot be read."""
    return f"{name.removesuffix('.yaml')}{RECOVERED}{date.today():%Y%m%d}.yaml"


def holder(keeper: Keeper, name: str, operations: Sequence[Operation]) -> str:
    """The file to change: `name`, or the copy that holds the one entry which is edited or removed."""
    if len(operations) == 1 and operations[0].kind != "add":
        for candidate in listing(keeper.folder).get(name, ()):
            if _has(keeper, candidate, operations[0].id) and not _has(keeper, name, operations[0].id):
                return candidate
    return name


def _has(keeper: Keeper, name: str, note_id: str) -> bool:
    """Whether the file `name` can be read now and has that entry."""
    try:
        sheet = keeper.sheet(name, patience=0)
    except (YamlError, OSError):
        return False
    return sheet is not None and sheet.find(note_id) is not None


def settle(keeper: Keeper, name: str, file: str = "") -> int:
    """Merge every readable copy of `name` into it; returns how many. The copies go to the history.

    Nothing happens while `name` itself cannot be read. Raises: NotesError, OSError.
    """
    others = listing(keeper.folder).get(name, ())
    if not others:
        return 0
    merged = 0
    with locked(keeper.folder):
        for other in others:
            try:
                copy = keeper.sheet(other, patience=0)
                main = keeper.sheet(name, patience=0)
            except YamlError:
                continue
            if copy is None or copy.readonly or (main is not None and main.readonly):
                continue
            steps = additions(keeper.journal, main, copy)
            about = {k: v for k, v in copy.source.items() if isinstance(v, str)}
            if steps or main is None:
                keeper.change(name, steps, source=about, about=file or copy.file, held=True)
            os.replace(keeper.folder / other, versions.version_path(keeper.folder, name))
            sync_folder(keeper.folder)
            merged += 1
    return merged


def start(keeper: Keeper) -> tuple[Problem, ...]:
    """After a crash: clear temporary files, merge what can be merged, make late saves part of the file."""
    problems: list[Problem] = []
    if not keeper.folder.is_dir():
        return ()
    try:
        with locked(keeper.folder):
            keeper.clear_leftovers()
    except NotesError as error:
        return (error.problem,)
    for name in listing(keeper.folder):
        try:
            settle(keeper, name)
        except NotesError as error:
            problems.append(error.problem)
        except OSError as error:
            problems.append(Problem(str(keeper.folder / name), 0, error.strerror or str(error)))
    return tuple(problems)
