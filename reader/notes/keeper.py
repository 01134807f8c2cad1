"""The write protocol: lock, journal, read again, merge, splice, sync, exchange, compare, acknowledge.

One keeper serves one folder. Everything it writes goes through `change`; what it returns is durable.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path

from reader.durable import make_folder
from reader.garbage import uncollected
from reader.model import Problem
from reader.notes import piecemeal, reading, versions
from reader.notes.journal import Record
from reader.notes.known import Cached, KnownFiles
from reader.notes.lock import PATIENCE, locked
from reader.notes.merge import Operation, additions
from reader.notes.pieces import LARGE
from reader.notes.refusals import NotesRefused, refusal
from reader.notes.rewrite import apply
from reader.notes.sheet import NOTES, Layout, Sheet, layout_of, parse_sheet
from reader.paths import NOTES_LOCK
from reader.yamlio import YamlError

_ATTEMPTS = 50
# What a notes folder under version control keeps to itself: every merge would be a conflict in them.
_IGNORED = (
    "# Reader's own safety copies; the notes are the YAML files.\n.journal*\n.history/\n.drafts/\n*.tmp\n"
)
# The latest changes after which an editor may still be saving what they replaced.
_LATE = 12


class Keeper(KnownFiles):
    """Reads and writes the YAML files of one notes folder."""

    def ensure_folder(self) -> None:
        """Make the notes folder if it is not there. Raises: NotesRefused."""
        try:
            make_folder(self.folder)
        except OSError as error:
            raise refusal(self.folder, error) from error
        # At the first change alone: from then on the file is as its owner wants it.
        if not (self.folder / NOTES_LOCK).exists():
            with (
                contextlib.suppress(OSError),
                open(self.folder / ".gitignore", "x", encoding="utf-8") as file,
            ):
                file.write(_IGNORED)

    @uncollected()
    def change(
        self,
        name: str,
        operations: Sequence[Operation],
        *,
        layout: Layout = NOTES,
        source: Mapping[str, str] | None = None,
        about: str = "",
        held: bool = False,
    ) -> tuple[Sheet, list[Operation]]:
        """Make `operations` on the file `name` durably; returns the file as written and what was done.

        `about` is the source file, for the journal; `held` says that the caller holds the lock. Raises: NotesBusy,
        NotesRefused, YamlError (the file cannot be read as notes now). After an exception nothing of the change is
        in the file.
        """
        self.ensure_folder()
        with contextlib.nullcontext() if held else locked(self.folder, PATIENCE):
            path = self.folder / name
            self._writable(path)
            self._let_others_finish(name, path)
            operations = [*self._late(name, layout), *operations]
            quick = self._quickly(name, path, operations, layout, source)
            sheet = quick.sheet if quick else self.sheet(name, layout)
            if sheet is not None and sheet.readonly:
                raise NotesRefused(sheet.problems[0])
            number = self.journal.begin([_record(name, about, operation) for operation in operations])
            try:
                made, done, state = self._write(name, path, sheet, list(operations), layout, source, quick)
            except OSError as error:
                raise refusal(path, error) from error
            removed = {operation.id for operation in done if operation.kind == "remove"}
            undone = [op.id for op in operations if op.kind == "remove" and op.id not in removed]
            self.journal.finish(number, name=name, undone=undone, **state)
            return made, done

    def exchange_locked(
        self, name: str, found: reading.Snapshot, sheet: Sheet, operations: list[Operation], layout: Layout
    ) -> None:
        """Put `sheet`, with `operations` made on it, in the place of the file `name`, which is as `found`. For a
        caller that holds the lock. Raises: NotesRefused."""
        path = self.folder / name
        self._writable(path)
        number = self.journal.begin([_record(name, sheet.file, operation) for operation in operations])
        self._cache[name] = Cached(found, sheet)
        try:
            _, _, state = self._write(name, path, sheet, operations, layout, None, None)
        except BaseException as error:
            self._cache.pop(name, None)  # the file says something else
            if isinstance(error, OSError):
                raise refusal(path, error) from error
            raise
        self.journal.finish(number, name=name, undone=[], **state)

    def _late(self, name: str, layout: Layout) -> list[Operation]:
        """What an editor has written into a version after we had replaced it: it had the file open."""
        made: list[Operation] = []
        for record in islice(self.journal.recent(name), _LATE):
            kept, stamp = record.get("kept"), record.get("kept_stamp")
            path = versions.history_folder(self.folder) / Path(str(kept)).name
            now = reading.stamp_of(path)
            if not kept or now == reading.NO_FILE or list(now) == stamp:
                continue
            made += self._salvage(path, name, layout)
            # Under a new name it is not taken for late again.
            with contextlib.suppress(OSError):
                path.rename(versions.version_path(self.folder, name))
        return made

    def _salvage(self, path: Path, name: str, layout: Layout) -> list[Operation]:
        """What the file at `path`, another version of `name`, has that `name` has not."""
        with contextlib.suppress(YamlError, OSError):
            reading.wait_until_quiet(path)
            late, main = self._read_version(path, name, layout), self.sheet(name, layout)
            if late is not None and not late.sheet.readonly:
                return additions(self.journal, main, late.sheet)
        return []

    def clear_leftovers(self) -> None:
        """Clear what a crash has left: a temporary file is the new version that was not put in place, or the old
        one that was not yet put away. What it has that the file has not is made part of it; then it goes to the
        history. Raises: NotesError."""
        for path, name in versions.leftovers(self.folder):
            if not name.endswith((".yaml", ".yml")):
                _unlink(path)
                continue
            layout = layout_of(name)
            if versions.was_put_in_place(path, self.folder / name):
                operations = self._salvage(path, name, layout)
                if operations:
                    self.change(name, operations, layout=layout, held=True)
            with contextlib.suppress(OSError):
                os.replace(path, versions.version_path(self.folder, name))

    def _let_others_finish(self, name: str, path: Path) -> None:
        """Do not read in the middle of a save: a file that was written just now, and not by us, is given time."""
        stamp = reading.stamp_of(path)
        cached = self._cache.get(name)
        if not reading.is_young(stamp) or (cached is not None and cached.snapshot.stamp == stamp):
            return
        if self.journal.last_done(name).get("stamp") != list(stamp):
            reading.wait_until_quiet(path)

    def _quickly(
        self,
        name: str,
        path: Path,
        operations: Sequence[Operation],
        layout: Layout,
        source: Mapping[str, str] | None,
    ) -> piecemeal.Draft | None:
        """The change made on the pieces it is about, in a large file that is as we know it."""
        if not operations:
            return None
        known = self._known(name)
        try:
            found = known.snapshot if known else reading.snapshot(path)
        except (YamlError, OSError):
            return None
        if found is None or len(found.data) < LARGE or not self._vouched(name, found):
            return None
        cached = self._cache.get(name)
        sheet = cached.sheet if cached is not None and cached.snapshot.data == found.data else None
        return piecemeal.change(found, sheet, operations, layout, source)

    def _writable(self, path: Path) -> None:
        """A file that is read-only for us means: hands off."""
        if path.exists() and not os.access(path, os.W_OK):
            raise NotesRefused(Problem(str(path), 0, "the file is read-only; make it writable"))

    def _write(
        self,
        name: str,
        path: Path,
        sheet: Sheet | None,
        operations: list[Operation],
        layout: Layout,
        source: Mapping[str, str] | None,
        quick: piecemeal.Draft | None,
    ) -> tuple[Sheet, list[Operation], Record]:
        for _ in range(_ATTEMPTS):
            made: Sheet | None
            expected: reading.Snapshot | None
            if quick is not None:
                expected, data, made, done = quick.found, quick.data, quick.made, quick.done
            else:
                expected = self._cache[name].snapshot if sheet is not None else None
                made, done = apply(sheet or Sheet(str(path), "", layout), operations, source)
                data = made.text.encode("utf-8")
            is_plain = quick is not None or (made is not None and made.stretches is not None)
            if expected is not None and data == expected.data:
                return made or Sheet(str(path), "", layout), done, _state(expected, is_plain, None, None)
            target = Path(os.path.realpath(path))
            written = expected.followed_by(data) if expected else reading.Snapshot(data)
            mode = reading.mode_of(target) if expected else None
            temporary, written.stamp = versions.write_temporary(target, written, mode)
            version = versions.version_path(self.folder, name)
            try:
                if versions.put_in_place(temporary, target, version, expected):
                    self._cache.pop(name, None)
                    if made is not None:
                        self._remember(name, Cached(written, made))
                    versions.prune(self.folder, name)
                    return (
                        made or Sheet(str(path), "", layout),
                        done,
                        _state(written, is_plain, version, expected),
                    )
            except BaseException:
                _unlink(temporary)
                raise
            # Another program has saved since we looked: make our change on what it wrote.
            reading.wait_until_quiet(path)
            sheet = self.sheet(name, layout)
            quick = self._quickly(name, path, operations, layout, source)
            if sheet is not None and sheet.readonly:
                raise NotesRefused(sheet.problems[0])
        raise NotesRefused(Problem(str(path), 0, "another program keeps rewriting the file"))

    def _read_version(self, path: Path, name: str, layout: Layout) -> Cached | None:
        def make(found: reading.Snapshot | None) -> Cached | None:
            if found is None:
                return None
            if not found.data.strip():
                raise YamlError(Problem(name, 0, "empty"))
            return Cached(found, parse_sheet(found.data, name, layout))

        return reading.patiently(path, make)


def _state(
    written: reading.Snapshot, plain: bool, version: Path | None, replaced: reading.Snapshot | None
) -> Record:
    """What the journal says of a file that has just been written, and of the version that was replaced."""
    record: Record = {"sha": written.sha, "stamp": written.stamp, "plain": plain}
    if version is not None and replaced is not None:
        record |= {"kept": version.name, "kept_stamp": replaced.stamp}
    return record


def _record(name: str, about: str, operation: Operation) -> Record:
    record: Record = {"op": operation.kind, "name": name, "file": about, "id": operation.id}
    if operation.fields:
        record["fields"] = operation.fields
    if operation.base:
        record["base"] = operation.base
    if operation.block:
        record["block"] = operation.block
    return record


def _unlink(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
