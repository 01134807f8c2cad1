"""Undo and redo that outlive the program: a list of changes in a state file, and where in it we are.

The history does not make or unmake changes, it remembers them: what goes through it (notes, marks, tags,
read state, corrections) is told by `Change.kind`, and the caller knows how to apply `before` or `after`.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from reader.durable import naming, replacing
from reader.model import Correction

#: Changes that can be taken back.
DEPTH = 500
_COMPACT_AT = 4 << 20


@dataclass(frozen=True, slots=True)
class Change:
    """One step: `kind` tells what it is about, `label` says it in words ("delete note"), `where` names the
    article, note or correction. `before` and `after` are JSON values; None stands for "was not there"."""

    kind: str
    label: str
    before: Any
    after: Any
    where: str


def exchange(label: str, gone: Iterable[Correction], made: Iterable[Correction]) -> Change:
    """The step of corrections that went, and of those that came in their place."""
    before, after = ([asdict(each) for each in some] or None for some in (gone, made))
    return Change("correction", label, before, after, "")


class History:
    """The steps of one library, shared by every program that has it open. Methods raise OSError only when
    the state folder cannot be written; the steps of this session are then still known."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._read_to = 0
        self._inode = 0
        self._refresh()

    def record(self, change: Change) -> None:
        """Remember a change that has been made; what was undone before can no longer be redone."""
        self._append({"do": asdict(change)})

    def undo(self) -> Change | None:
        """The change to take back now (apply `before`), None when there is none."""
        with self._locked():
            self._refresh()
            change = self._done[-1] if self._done else None
            if change is not None:
                self._write({"undo": 1})
            return change

    def redo(self) -> Change | None:
        """The change to make again now (apply `after`), None when there is none."""
        with self._locked():
            self._refresh()
            change = self._undone[-1] if self._undone else None
            if change is not None:
                self._write({"redo": 1})
            return change

    def drop(self, change: Change) -> None:
        """Forget a change that cannot be taken back or made again any more."""
        self._append({"drop": asdict(change)})

    # ------------------------------------------------------------------ the file

    def _append(self, record: dict[str, Any]) -> None:
        with self._locked():
            self._refresh()
            self._write(record)

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        fd = -1
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            name = self.path.with_name(f"{self.path.name}.lock")
            fd = os.open(name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            fcntl.flock(fd, fcntl.LOCK_EX)
        try:
            yield
        finally:
            if fd >= 0:
                os.close(fd)

    def _write(self, record: dict[str, Any]) -> None:
        """Apply a record here and append it to the file, in one write so that a crash cannot tear two."""
        self._apply(record)
        data = json.dumps(record, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"
        fd = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            info = os.fstat(fd)
            if info.st_size and os.pread(fd, 1, info.st_size - 1) != b"\n":
                data = b"\n" + data
            with naming(self.path):
                os.write(fd, data)
            self._read_to, self._inode = info.st_size + len(data), info.st_ino
        finally:
            os.close(fd)
        if self._read_to > _COMPACT_AT:
            self._compact()

    def _compact(self) -> None:
        rows: list[dict[str, Any]] = [
            {"do": asdict(change)} for change in [*self._done, *reversed(self._undone)]
        ]
        rows += [{"undo": 1} for _ in self._undone]
        data = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
        with replacing(self.path, 0o600) as out:
            out.write(data)
        with contextlib.suppress(OSError):
            self._inode = os.stat(self.path).st_ino
        self._read_to = len(data)

    def _refresh(self) -> None:
        """Read what has been appended since, by us or by another program."""
        try:
            with self.path.open("rb") as file:
                info = os.fstat(file.fileno())
                if info.st_ino != self._inode or info.st_size < self._read_to:
                    self._done, self._undone, self._read_to = [], [], 0
                if info.st_size == self._read_to:
                    return
                file.seek(self._read_to)
                data = file.read()
        except OSError:
            return
        whole = data.rfind(b"\n") + 1
        self._inode, self._read_to = info.st_ino, self._read_to + whole
        for line in data[:whole].split(b"\n"):
            with contextlib.suppress(ValueError, TypeError):
                record = json.loads(line)
                if isinstance(record, dict):
                    self._apply(record)

    def _apply(self, record: dict[str, Any]) -> None:
        if "do" in record:
            self._done.append(_change(record["do"]))
            self._undone.clear()
            del self._done[:-DEPTH]
        elif "undo" in record and self._done:
            self._undone.append(self._done.pop())
        elif "redo" in record and self._undone:
            self._done.append(self._undone.pop())
        elif "drop" in record:
            change = _change(record["drop"])
            for steps in (self._done, self._undone):
                if change in steps:
                    steps.remove(change)


def _change(row: dict[str, Any]) -> Change:
    return Change(str(row["kind"]), str(row["label"]), row["before"], row["after"], str(row.get("where", "")))
