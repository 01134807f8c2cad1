"""The journal: every change as one synced JSON line before it is made. The undo of last resort.

A line is `{"x": number of the change, "t": time, "op": add|edit|remove|forget, "file", "id", "fields",
"base"}`; when the change is in its file a line `{"done": x}` follows. A torn last line is skipped.

The journal is cut into files of a megabyte. Of what falls off at the far end the last that was said of every note is
kept, so that a note is known for as long as nobody has removed it.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from reader.durable import naming, replacing, sync_folder
from reader.notes.refusals import refusal
from reader.notes.schema import now

ROTATE = 1 << 20
KEEP = 5
#: Days for which it is kept that a note was removed.
KEEP_REMOVED = 400
_TAIL = 1 << 16
Record = dict[str, Any]


def _lines(records: list[Record]) -> str:
    return "".join(json.dumps(r, ensure_ascii=True, separators=(",", ":")) + "\n" for r in records)


class Journal:
    """The journal of a notes folder. Appending needs the folder's lock; reading does not."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / ".journal"

    def begin(self, records: list[Record]) -> str:
        """Append `records` durably and return the number of the change. Raises: NotesRefused."""
        number = os.urandom(6).hex()
        stamp = now()
        try:
            self._rotate()
            self._append([{"x": number, "t": stamp} | record for record in records], sync=True)
        except OSError as error:
            raise refusal(self.path, error) from error
        return number

    def finish(self, number: str, **about: Any) -> None:
        """Say that a change is in its file, and `about` that file. Not synced, for its loss only makes the change
        look unfinished."""
        with contextlib.suppress(OSError):
            self._append([{"done": number} | about], sync=False)

    def last_done(self, name: str) -> Record:
        """What was said last about the file `name` when a change was finished; {} when that is long ago."""
        return next(self.recent(name), {})

    def recent(self, name: str) -> Iterator[Record]:
        """What was said about the file `name` when the latest changes were finished, newest first."""
        try:
            with self.path.open("rb") as file:
                file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL))
                tail = file.read()
        except OSError:
            return
        for line in reversed(tail.split(b"\n")):
            if line.startswith(b'{"done"'):
                with contextlib.suppress(ValueError):
                    record = json.loads(line)
                    if record.get("name") == name:
                        yield dict(record)

    def _append(self, records: list[Record], *, sync: bool) -> None:
        text = _lines(records)
        new = not self.path.exists()
        fd = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644)
        try:
            size = os.fstat(fd).st_size
            if size and os.pread(fd, 1, size - 1) != b"\n":
                text = "\n" + text
            view = memoryview(text.encode())
            with naming(self.path):
                while view:
                    view = view[os.write(fd, view) :]
                if sync:
                    os.fsync(fd)
        finally:
            os.close(fd)
        if new and sync:
            sync_folder(self.path.parent)

    def _rotate(self) -> None:
        try:
            if os.stat(self.path).st_size < ROTATE:
                return
        except FileNotFoundError:
            return
        self._keep_last()
        for number in range(KEEP - 1, 0, -1):
            with contextlib.suppress(FileNotFoundError):
                os.replace(self._old(number), self._old(number + 1))
        os.replace(self.path, self._old(1))

    def _keep_last(self) -> None:
        """Take over what the oldest file says last of every note, before it is dropped."""
        oldest = self._old(KEEP)
        if not oldest.exists():
            return
        waiting: dict[str, list[Record]] = {}
        last: dict[str, Record] = {}
        for path in (self._kept, oldest):
            begun = set(waiting)
            for record in self._read(path):
                for step in waiting.pop(str(record.get("done")), ()):
                    if step.get("op") == "remove" and step.get("id") in record.get("undone", ()):
                        continue
                    # Whether a note is to be listed, and where a file went, does not replace what a note says.
                    key = f"{step.get('op') if step.get('op') in ('forget', 'move') else ''}{step.get('id', step)}"
                    last.pop(key, None)  # in the order of the latest changes
                    last[key] = step
                if "x" in record:
                    waiting.setdefault(str(record["x"]), []).append(record)
            for number in begun & set(waiting):  # what was not done within two files never was
                del waiting[number]
        recent = (datetime.now(UTC) - timedelta(days=KEEP_REMOVED)).strftime("%Y-%m-%d")
        with replacing(self._kept) as out:
            for step in last.values():
                if step.get("op") != "remove" or str(step.get("t")) > recent:
                    number = os.urandom(6).hex()
                    out.write(_lines([step | {"x": number}, {"done": number}]).encode())
            for steps in waiting.values():
                out.write(_lines(steps).encode())

    @property
    def _kept(self) -> Path:
        return self.path.with_name(".journal.kept")

    def _old(self, number: int) -> Path:
        return self.path.with_name(f".journal.{number}")

    def records(self) -> Iterator[Record]:
        """All records, oldest first; lines that are no JSON objects are skipped."""
        return self._read(self._kept, *(self._old(n) for n in range(KEEP, 0, -1)), self.path)

    def _read(self, *paths: Path) -> Iterator[Record]:
        for path in paths:
            try:
                with path.open("rb") as file:
                    data = file.read()
            except OSError:
                continue
            for line in data.split(b"\n"):
                with contextlib.suppress(ValueError):
                    record = json.loads(line)
                    if isinstance(record, dict):
                        yield record

    def unfinished(self) -> list[Record]:
        """Changes of the current journal without a `done` line, oldest first."""
        waiting: dict[str, list[Record]] = {}
        for record in self._read(self.path):
            if "done" in record:
                waiting.pop(str(record["done"]), None)
            elif "x" in record:
                waiting.setdefault(str(record["x"]), []).append(record)
        return [record for records in waiting.values() for record in records]
