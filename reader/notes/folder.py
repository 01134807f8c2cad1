"""The notes folder as it is read: where it is, which files it has, what their notes say now."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from reader import paths
from reader.garbage import uncollected
from reader.model import Note, Problem
from reader.notes import aside, copies, reading, schema
from reader.notes.drafts import Drafts
from reader.notes.keeper import Keeper
from reader.notes.kept import KeptNotes
from reader.notes.lost import Lost
from reader.notes.names import normal_file, notes_name
from reader.notes.pieces import note_of
from reader.notes.sheet import Sheet
from reader.settings import Settings
from reader.yamlio import YamlError


@dataclass(frozen=True, slots=True)
class FileNotes:
    """The notes of one source file as they are on disk now, in file order, and what is wrong with the file."""

    file: str
    notes: tuple[Note, ...] = ()
    problems: tuple[Problem, ...] = ()
    stamp: tuple[object, ...] = ()
    readonly: bool = False
    path: Path = Path()


class NotesFolder:
    """The notes folder of a library, to be read. Cheap to make; the folder appears with the first note."""

    def __init__(
        self,
        folder: Path,
        *,
        library: Path,
        fallback: bool = False,
        colors: Sequence[str] = schema.COLORS,
        cache: Path | None = None,
    ) -> None:
        self.folder = Path(folder)
        self.library = Path(library)
        self.fallback = fallback
        self.colors = tuple(colors) if len(colors) == 5 else schema.COLORS
        self.keeper = Keeper(self.folder, KeptNotes(cache, self.colors) if cache is not None else None)
        self.drafts = Drafts(self.folder)
        self.lost = Lost(self.keeper)
        #: What has come back that was written while the library could not be, and what could not come back.
        self.tidings: tuple[Problem, ...] = ()
        self._seen: dict[str, Note] = {}
        self._latest: tuple[Sheet, FileNotes] | None = None  # what was read last, where it was one file

    @classmethod
    def open(cls, library: Path, settings: Settings | None = None, cache: Path | None = None) -> Self:
        """The store of `library` (a folder, or one file): the folder in the settings, `notes/` in the library,
        or a folder of the user's when that cannot be written (`fallback` is then true). When it can be written
        again, what is in that folder comes back. In `cache`, a folder that may go at any time, the notes of large
        files are kept as they were read."""
        settings = settings or Settings()
        library = Path(library)
        root = library if library.is_dir() or not library.exists() else library.parent
        colors = settings.category_colors
        if settings.notes:
            folder = Path(os.path.expanduser(settings.notes))
            place = folder if folder.is_absolute() else root / folder
            return cls(place, library=root, colors=colors, cache=cache)
        folder, spare = root / paths.NOTES_FOLDER, paths.data_dir() / paths.library_key(root)
        if _can_write(folder):
            made = cls(folder, library=root, colors=colors, cache=cache)
            if spare.is_dir():
                made.tidings = aside.bring_back(spare, folder)
            return made
        aside.take_along(folder, spare)
        return cls(spare, library=root, fallback=True, colors=colors, cache=cache)

    @property
    def where(self) -> Path:
        """The notes folder."""
        return self.folder

    # ------------------------------------------------------------------ reading

    def key(self, file: str | Path) -> str:
        """`file` as the store knows it: relative to the library when it lies inside."""
        path = Path(os.path.normpath(file))
        if path.is_absolute():
            for root in (self.library.absolute(), self.library.resolve()):
                for candidate in (path, path.resolve() if path.exists() else path):
                    if candidate.is_relative_to(root):
                        return normal_file(str(candidate.relative_to(root)))
            return normal_file(str(path))
        return normal_file(str(file))

    def stamp(self, file: str) -> tuple[object, ...]:
        """Changes whenever the notes of `file` may have changed; cheap enough to poll."""
        name = notes_name(self.key(file))
        own = reading.stamp_of(self.folder / name)
        others = copies.listing(self.folder).get(name, ())
        return (own, *(reading.stamp_of(self.folder / other) for other in others))

    def read(self, file: str, *, patience: float = 0.3) -> FileNotes:
        """The notes of `file`, those in conflict copies and recovery files included. Never raises."""
        file = self.key(file)
        return self._read(notes_name(file), file, patience)

    def latest(self, file: str) -> FileNotes | None:
        """What `file` said when it was read last, None when another one has been read since."""
        found = self._latest[1] if self._latest is not None else None
        return found if found is not None and found.file == self.key(file) else None

    def is_to_be_kept(self, file: str) -> bool:
        """Whether much of a large notes file, the one that was read last, was read from its YAML."""
        kept, sheet = self.keeper.kept, self._latest[0] if self.latest(file) and self._latest else None
        return (
            kept is not None and sheet is not None and sheet.is_sound and kept.is_due(sheet.stretches or ())
        )

    def keep(self, file: str) -> None:
        """Keep the notes of `file` for the next start if `is_to_be_kept` says so. To be done in a worker."""
        if self.is_to_be_kept(file) and self.keeper.kept is not None and self._latest is not None:
            sheet, found = self._latest
            self.keeper.kept.keep(found.path.name, found.file, sheet.stretches or ())

    @uncollected()
    def _read(self, name: str, file: str, patience: float) -> FileNotes:
        path = self.folder / name
        others = copies.listing(self.folder).get(name, ())
        stamp = (reading.stamp_of(path), *(reading.stamp_of(self.folder / other) for other in others))
        problems: list[Problem] = []
        notes: list[Note] = []
        sheet = self._sheet(name, problems, patience)
        readonly = bool(sheet and sheet.readonly)
        if sheet:
            stamp = (self.keeper.stamp(name), *stamp[1:])
            file = file or normal_file(sheet.file)
            latest, before = self._latest or (None, FileNotes(""))
            if latest is sheet and not others and before.file == file and before.path == path:
                return replace(before, stamp=stamp)
            notes = self._notes(sheet, file, problems, latest)
        taken = {note.id for note in notes} if others else set()
        for other in others:
            extra = self._sheet(other, problems, 0)
            if extra is None:
                continue
            file = file or normal_file(extra.file)
            if sheet is not None and "--recovered-" not in other:
                text = "a conflict copy of the notes; it is merged with the next change"
                problems.append(Problem(str(self.folder / other), 0, text))
            for note in self._notes(extra, file, problems):
                if note.id not in taken:
                    taken.add(note.id)
                    notes.append(note)
        made = FileNotes(file, tuple(notes), tuple(problems), stamp, readonly, path)
        self._latest = (sheet, made) if sheet and not others else None
        return made

    def _sheet(self, name: str, problems: list[Problem], patience: float) -> Sheet | None:
        try:
            sheet = self.keeper.sheet(name, patience=patience)
        except YamlError as error:
            problems.append(error.problem)
            return None
        except OSError as error:
            problems.append(Problem(str(self.folder / name), 0, f"cannot be read: {error.strerror or error}"))
            return None
        if sheet:
            problems.extend(sheet.problems)
        return sheet

    def _notes(
        self, sheet: Sheet, file: str, problems: list[Problem], latest: Sheet | None = None
    ) -> list[Note]:
        """The notes of a file; those that are as they were in `latest` are the very same as then."""
        made: list[Note] = []
        if sheet.is_sound:
            known = set(map(id, latest.stretches or ())) if latest is not None else ()
            for stretch in sheet.stretches or ():
                notes, flaws = stretch.notes(file, self.colors)
                if id(stretch) not in known:
                    if latest is not None:
                        notes = [self._as_seen(note) for note in notes]
                        stretch.take(file, self.colors, (notes, flaws))
                    self._seen.update(zip(stretch.ids, notes))
                made += notes
                problems += [
                    Problem(sheet.name, sheet.line_of(stretch, number), text) for number, text in flaws
                ]
        else:
            for entry in sheet.entries:
                before = entry.made[0] if entry.made is not None else None
                if before is None or before.file != file or before.id != entry.id:
                    entry.made = note_of(entry.said, file, entry.id, self.colors)
                note, wrong = entry.made
                made.append(note)
                if wrong:
                    problems.append(Problem(sheet.name, entry.line, "; ".join(wrong)))
            self._seen.update({note.id: note for note in made})
        return made

    def _as_seen(self, note: Note) -> Note:
        seen = self._seen.get(note.id)
        return seen if seen == note else note

    def every(self) -> Iterator[FileNotes]:
        """The notes of every notes file, unreadable ones included (they have problems and no notes)."""
        for name in copies.listing(self.folder):
            yield self._read(name, "", 0)

    def unchanged(self, stamps: Mapping[str, str]) -> set[str]:
        """Those source files of which the notes file is there and its stamp, as `repr` gives it, is still this one."""
        there = copies.listing(self.folder)
        return {
            file
            for file, stamp in stamps.items()
            if notes_name(file) in there and stamp == repr(self.stamp(file))
        }

    def files(self, known: Collection[str] = ()) -> tuple[str, ...]:
        """The source files that have a notes file, sorted; those of `known`, which surely have one, are not read."""
        found, passed = set(known), {notes_name(file) for file in known}
        for name in copies.listing(self.folder):
            if name in passed:
                continue
            try:
                sheet = self.keeper.sheet(name, patience=0)
            except (YamlError, OSError):
                continue
            if sheet and sheet.file:
                found.add(normal_file(sheet.file))
        return tuple(sorted(found))

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with any notes file."""
        return tuple(problem for notes in self.every() for problem in notes.problems)


def _can_write(folder: Path) -> bool:
    while not folder.exists():
        if folder.parent == folder:
            return False
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
