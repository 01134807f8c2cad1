"""The notes of a library that cannot be written: kept aside in a folder of the user's, and brought back when it can.

Each file taken along is remembered as it was. So both ways are three-way merges: what the owner of the library changes
meanwhile comes along, what the user changed goes back, and where both changed one note nothing of either is lost.
"""

from __future__ import annotations

import contextlib
import itertools
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reader.durable import replacing, sync_folder
from reader.model import Problem
from reader.notes import copies, reading, versions
from reader.notes.keeper import Keeper
from reader.notes.lock import locked
from reader.notes.merge import Operation, same
from reader.notes.refusals import NotesError, refusal
from reader.notes.sheet import Sheet, layout_of, parse_sheet
from reader.notes.splice import entry_block
from reader.paths import CORRECTIONS_FILE
from reader.yamlio import YamlError

# The files as they were when they were taken along.
_TAKEN = ".taken"


def take_along(folder: Path, aside: Path) -> None:
    """What is in a notes folder that cannot be written is also in `aside`, where it can be changed. What could not be
    read is left for the next time."""
    keeper = Keeper(aside)
    for name in _names(folder):
        with contextlib.suppress(OSError, YamlError, NotesError):
            found = reading.snapshot(folder / name)
            taken = reading.snapshot(aside / _TAKEN / name)
            if found is None or (taken is not None and taken.data == found.data):
                continue
            if taken is None and not (aside / name).exists():
                _put(aside / name, found.data)
            else:
                sheet = _parse(found, name)
                steps = _steps(_before(taken, name), sheet)
                keeper.change(name, steps, layout=layout_of(name), about=sheet.file)
            _put(aside / _TAKEN / name, found.data)


def bring_back(aside: Path, folder: Path) -> tuple[Problem, ...]:
    """Make what was changed in `aside` on the notes in `folder`, which can be written; the files go to the history of
    `aside`. Returns what to tell of it: how much that was, and what could not be done and is still in `aside`."""
    if not [*_names(aside), *_drafts(aside)]:
        return ()
    changes = 0
    problems: list[Problem] = []
    keeper, target = Keeper(aside), Keeper(folder)
    for name in copies.listing(aside):
        with contextlib.suppress(NotesError, OSError):
            copies.settle(keeper, name)
    try:
        with locked(aside):
            for name in _names(aside):
                try:
                    changes += _back(keeper, target, name)
                except (NotesError, YamlError) as error:
                    problems.append(error.problem)
                except OSError as error:
                    problems.append(refusal(aside / name, error).problem)
            for name in _drafts(aside):
                with contextlib.suppress(OSError):
                    _move_draft(aside / ".drafts" / name, folder / ".drafts")
    except NotesError as error:
        problems.append(error.problem)
    told = [replace(p, message=f"not brought back to the library yet: {p.message}") for p in problems]
    if changes:
        made, now = ("change", "is") if changes == 1 else ("changes", "are")
        text = (
            f"{changes} {made} made while the library could not be written {now} here now; before in {aside}"
        )
        told.insert(0, Problem(str(folder), 0, text))
    return tuple(told)


def _back(keeper: Keeper, target: Keeper, name: str) -> int:
    """Bring one file back; returns the number of changes. Raises: NotesError, YamlError, OSError."""
    found, taken = reading.snapshot(keeper.folder / name), reading.snapshot(keeper.folder / _TAKEN / name)
    if found is None:
        return 0
    made = 0
    if taken is None or taken.data != found.data:
        sheet = _parse(found, str(keeper.folder / name))
        steps = _steps(_before(taken, name), sheet)
        about = {key: value for key, value in sheet.source.items() if isinstance(value, str)}
        if steps:
            target.change(name, steps, layout=layout_of(name), source=about or None, about=sheet.file)
        made = len(steps)
    os.replace(keeper.folder / name, versions.version_path(keeper.folder, name))
    if taken is not None:
        os.unlink(keeper.folder / _TAKEN / name)
    sync_folder(keeper.folder)
    return made


def _steps(before: Sheet | None, now: Sheet) -> list[Operation]:
    """The changes that made one sheet the other."""
    if now.readonly:
        raise YamlError(now.problems[0])
    old = before.by_id() if before is not None else {}
    made = []
    for entry in now.entries:
        was, fields = old.pop(entry.id, None), entry.fields
        if was is None:
            block = entry_block(now, entry) if entry.given else ""
            made.append(Operation("add", entry.id, {"id": entry.id} | fields, block=block))
        elif not same(was.fields, fields):
            keys = [key for key in {**was.fields, **fields} if was.fields.get(key) != fields.get(key)]
            changes = {key: fields.get(key) for key in keys}
            made.append(Operation("edit", entry.id, changes, was.fields))
    return made + [Operation("remove", entry_id, base=entry.fields) for entry_id, entry in old.items()]


def _before(taken: reading.Snapshot | None, name: str) -> Sheet | None:
    """What was taken along; None when that was nothing, or could not be made out."""
    with contextlib.suppress(YamlError):
        return _parse(taken, name) if taken is not None else None
    return None


def _parse(found: reading.Snapshot, name: str) -> Sheet:
    return parse_sheet(found.data, name, layout_of(name))


def _names(folder: Path) -> Iterator[str]:
    """The files that hold notes and corrections."""
    names = itertools.chain(*((name, *others) for name, others in copies.listing(folder).items()))
    return (name for name in [*names, CORRECTIONS_FILE] if (folder / name).exists())


def _drafts(folder: Path) -> list[str]:
    with contextlib.suppress(OSError):
        return [name for name in os.listdir(folder / ".drafts") if name.endswith(".txt")]
    return []


def _move_draft(draft: Path, home: Path) -> None:
    place, number = home / draft.name, 1
    while place.exists():
        number += 1
        place = home / f"{draft.stem}-{number}.txt"
    _put(place, draft.read_bytes())
    draft.unlink()


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as out:
        out.write(data)
