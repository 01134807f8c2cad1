"""What version control leaves in a notes file when both sides changed it: the markers found, both sides kept."""

from __future__ import annotations

import re
from pathlib import Path

from reader.model import Problem
from reader.notes import copies, reading
from reader.notes.keeper import Keeper
from reader.notes.lock import locked
from reader.notes.merge import Operation, rebase
from reader.notes.refusals import NotesError
from reader.notes.sheet import layout_of, parse_sheet
from reader.paths import CORRECTIONS_FILE
from reader.yamlio import YamlError

# The lines that git writes around the sides ("git merge", "How conflicts are presented"), base included.
_OURS, _BASE, _THEIRS, _END = "<<<<<<<", "|||||||", "=======", ">>>>>>>"
_MARK = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: .*)?")


def sides(text: str) -> tuple[str, str] | None:
    """Our and their version of a file with conflict markers; None when there are none, or not in their order."""
    both: tuple[list[str], list[str]] = ([], [])
    where, found = _END, False
    follows = {_END: (_OURS,), _OURS: (_BASE, _THEIRS), _BASE: (_THEIRS,), _THEIRS: (_END,)}
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        match = _MARK.fullmatch(line.rstrip("\r\n"))
        if match:
            if match[1] not in follows[where]:
                return None
            where, found = match[1], True
            continue
        if where in (_OURS, _END):
            both[0].append(line)
        if where in (_THEIRS, _END):
            both[1].append(line)
    return ("".join(both[0]), "".join(both[1])) if found and where == _END else None


def settle(keeper: Keeper) -> tuple[Problem, ...]:
    """Make one file again of each that has conflict markers; what both sides say of one note becomes two notes, of
    which one is marked with `conflict-of`. The file as it was goes to the history. Returns what could not be done.
    """
    problems = []
    for name in (*copies.listing(keeper.folder), CORRECTIONS_FILE):
        try:
            with locked(keeper.folder):
                _settle(keeper, name)
        except (NotesError, YamlError) as error:
            problems.append(error.problem)
        except OSError as error:
            problems.append(Problem(str(keeper.folder / name), 0, error.strerror or str(error)))
    return tuple(problems)


def _settle(keeper: Keeper, name: str) -> None:
    path = str(Path(keeper.folder / name))
    found = reading.snapshot(keeper.folder / name)
    both = sides(reading.text_of(found.data, path)) if found is not None else None
    if found is None or both is None:
        return
    layout = layout_of(name)
    ours, theirs = (parse_sheet(text, path, layout) for text in both)
    more: list[Operation] = []
    for entry in theirs.entries:
        more += rebase(Operation("add", entry.id, {"id": entry.id} | entry.fields), ours)
    keeper.exchange_locked(name, found, ours, more, layout)
