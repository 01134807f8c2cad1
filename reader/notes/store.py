"""All notes of a library: read, add, edit, remove, restore. What a method returns is durable.

The store never holds "the file" as its truth: every change reads the file again and is merged into what
it says then.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reader import paths
from reader.model import Anchor, Article, Note, Problem
from reader.notes import copies, reading, schema
from reader.notes.drafts import Drafts
from reader.notes.keeper import Keeper
from reader.notes.lost import Lost
from reader.notes.merge import Operation
from reader.notes.names import normal_file, notes_name
from reader.notes.refusals import NoteMissing, NotesRefused, refusal
from reader.notes.sheet import Entry, Sheet
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


class NoteStore:
    """The notes folder of a library. Cheap to make; the folder appears with the first note."""

    def __init__(
        self,
        folder: Path,
        *,
        library: Path,
        fallback: bool = False,
        colors: Sequence[str] = schema.COLORS,
    ) -> None:
        self.folder = Path(folder)
        self.library = Path(library)
        self.fallback = fallback
        self.colors = tuple(colors) if len(colors) == 5 else schema.COLORS
        self.keeper = Keeper(self.folder)
        self.drafts = Drafts(self.folder)
        self.lost = Lost(self.keeper)
        self._seen: dict[str, Note] = {}

    @classmethod
    def open(cls, library: Path, settings: Settings | None = None) -> NoteStore:
        """The store of `library` (a folder, or one file): the folder in the settings, `notes/` in the library,
        or a folder of the user's when that cannot be written (`fallback` is then true)."""
        settings = settings or Settings()
        library = Path(library)
        root = library if library.is_dir() or not library.exists() else library.parent
        colors = settings.category_colors
        if settings.notes:
            folder = Path(os.path.expanduser(settings.notes))
            return cls(folder if folder.is_absolute() else root / folder, library=root, colors=colors)
        folder = root / "notes"
        if _can_write(folder):
            return cls(folder, library=root, colors=colors)
        return cls(paths.data_dir() / paths.library_key(root), library=root, fallback=True, colors=colors)

    @property
    def where(self) -> Path:
        """The notes folder."""
        return self.folder

    # ------------------------------------------------------------------ reading

    def key(self, file: str | Path) -> str:
        """`file` as the store knows it: relative to the library when it lies inside."""
        path = Path(file)
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

    def _read(self, name: str, file: str, patience: float) -> FileNotes:
        path = self.folder / name
        others = copies.listing(self.folder).get(name, ())
        stamp = (reading.stamp_of(path), *(reading.stamp_of(self.folder / other) for other in others))
        problems: list[Problem] = []
        notes: list[Note] = []
        sheet = self._sheet(name, problems, patience)
        readonly = bool(sheet and sheet.readonly)
        if sheet:
            file = file or normal_file(sheet.file)
            notes = self._notes(sheet, file, problems)
        taken = {note.id: note for note in notes}
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
                    taken[note.id] = note
                    notes.append(note)
        for note in notes:
            self._seen[note.id] = note
        return FileNotes(file, tuple(notes), tuple(problems), stamp, readonly, path)

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

    def _notes(self, sheet: Sheet, file: str, problems: list[Problem]) -> list[Note]:
        made = []
        for entry in sheet.entries:
            if entry.made is None or entry.made[0].file != file:
                entry.made = schema.to_note(entry.fields, file, entry.id, self.colors)
            note, flaws = entry.made
            made.append(note)
            if flaws:
                problems.append(Problem(sheet.name, entry.line, "; ".join(flaws)))
        return made

    def every(self) -> Iterator[FileNotes]:
        """The notes of every notes file, unreadable ones included (they have problems and no notes)."""
        for name in copies.listing(self.folder):
            yield self._read(name, "", 0)

    def files(self) -> tuple[str, ...]:
        """The source files that have a notes file, sorted."""
        found = set()
        for name in copies.listing(self.folder):
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

    # ------------------------------------------------------------------ changing

    def add(self, file: str, note: Note, *, source: Article | None = None, sha256: str = "") -> Note:
        """Save a new note; returns it with its id and dates. Raises: NotesError."""
        return self.add_many(file, [note], source=source, sha256=sha256)[0]

    def add_many(
        self, file: str, notes: Iterable[Note], *, source: Article | None = None, sha256: str = ""
    ) -> list[Note]:
        """Save several new notes of one file in one durable step. Raises: NotesError, and none is saved."""
        file = self.key(file)
        made = [schema.with_id(replace(note, file=file)) for note in notes]
        operations = [Operation("add", n.id, schema.to_fields(n, self.colors)) for n in made]
        self._change(file, operations, self._source(file, source, sha256))
        for note in made:
            self._seen[note.id] = note
        return made

    def edit(
        self,
        file: str,
        note_id: str,
        *,
        body: str | None = None,
        tags: Sequence[str] | None = None,
        category: int | None = None,
        anchor: Anchor | None = None,
        people: Sequence[str] | None = None,
        links: Sequence[str] | None = None,
        base: Note | None = None,
    ) -> Note:
        """Change what is not None. `base` is the note as the user saw it when the edit began (default: as last
        read); what others changed since is kept. Raises: NoteMissing, NotesError."""
        file = self.key(file)
        before = base or self._seen.get(note_id) or self._find(file, note_id)
        after = replace(
            before,
            body=before.body if body is None else body,
            tags=before.tags if tags is None else tuple(tags),
            category=before.category if category is None else category,
            anchor=before.anchor if anchor is None else anchor,
            people=before.people if people is None else tuple(people),
            links=before.links if links is None else tuple(links),
        )
        changes = schema.changed_fields(before, after, self.colors)
        if not changes:
            return before
        changes["modified"] = schema.now()
        fields = schema.to_fields(before, self.colors)
        current = self._entry(file, note_id)
        if current is not None:  # unknown keys take part in what is re-added if the entry has gone
            fields = current.fields | fields
            if "anchor" in changes and isinstance(current.fields.get("anchor"), dict):
                changes["anchor"] = current.fields["anchor"] | (changes["anchor"] or {})
        self._change(file, [Operation("edit", note_id, changes, fields)])
        made = replace(after, modified=changes["modified"])
        self._seen[note_id] = made
        return made

    def remove(self, file: str, note_id: str) -> Note:
        """Delete a note; `restore` brings it back. Returns what was deleted. Raises: NoteMissing, NotesError."""
        file = self.key(file)
        note = self._find(file, note_id)
        current = self._entry(file, note_id)
        fields = current.fields if current else schema.to_fields(note, self.colors)
        seen = self._seen.get(note_id)
        if seen is not None and seen != note:  # changed elsewhere since it was last seen: that stays
            fields = fields | schema.to_fields(seen, self.colors)
        done = self._change(file, [Operation("remove", note_id, base=fields)])
        if not any(op.kind == "remove" for op in done):
            self._seen.pop(note_id, None)
            text = f"note {note_id} has been changed by another program; NOT removed, look at it first"
            raise NotesRefused(Problem(str(self.folder / notes_name(file)), 0, text))
        return note

    def restore(self, note_id: str) -> Note:
        """Bring back a note that was removed or set back, here or by another program.

        Raises: NoteMissing, NotesError.
        """
        found = self.lost.find(note_id)
        if found is None:
            raise NoteMissing(Problem(str(self.folder), 0, f"nothing is known of a note {note_id}"))
        file, fields, block = found
        current = self._entry(file, note_id)
        if current is not None:
            changes = {
                k: fields.get(k)
                for k in {**current.fields, **fields}
                if current.fields.get(k) != fields.get(k)
            }
            self._change(file, [Operation("edit", note_id, changes, current.fields)])
        else:
            self._change(file, [Operation("add", note_id, fields, block=block)])
        note, _ = schema.to_note(fields, file, note_id, self.colors)
        self._seen[note_id] = note
        return note

    def _change(
        self, file: str, operations: Sequence[Operation], source: dict[str, str] | None = None
    ) -> list[Operation]:
        name = notes_name(file)
        about = source or {"file": file}
        try:
            copies.settle(self.keeper, name, file)
            target = copies.holder(self.keeper, name, operations)
            _, done = self.keeper.change(target, operations, source=about, about=file)
        except YamlError as error:
            if any(op.kind != "add" for op in operations):
                text = f"{error.problem.message}; NOT saved, repair the file first"
                raise NotesRefused(replace(error.problem, message=text)) from error
            name = copies.recovery_name(name)
            try:
                _, done = self.keeper.change(name, operations, source=about, about=file)
            except YamlError as second:
                raise NotesRefused(second.problem) from second
            except OSError as second:
                raise refusal(self.folder / name, second) from second
        except OSError as error:
            raise refusal(self.folder / name, error) from error
        return done

    def _entry(self, file: str, note_id: str) -> Entry | None:
        name = notes_name(file)
        for candidate in (name, *copies.listing(self.folder).get(name, ())):
            sheet = self._sheet(candidate, [], 0)
            entry = sheet.find(note_id) if sheet else None
            if entry is not None:
                return entry
        return None

    def _find(self, file: str, note_id: str) -> Note:
        entry = self._entry(file, note_id)
        if entry is None:
            text = f"no note {note_id} on {file}"
            raise NoteMissing(Problem(str(self.folder / notes_name(file)), 0, text))
        return schema.to_note(entry.fields, file, note_id, self.colors)[0]

    def find(self, note_id: str) -> Note | None:
        """The note with that id in any file."""
        for notes in self.every():
            for note in notes.notes:
                if note.id == note_id:
                    return note
        return None

    def source_of(self, file: str) -> dict[str, str]:
        """What a new notes file says about its source."""
        return self._source(file, None, "")

    def fingerprint_of(self, name: str) -> str:
        """The sha256 of the source file that a notes file remembers, "" when it does not."""
        sheet = self._sheet(name, [], 0)
        value = sheet.source.get("sha256") if sheet else None
        return value if isinstance(value, str) else ""

    def _source(self, file: str, article: Article | None, sha256: str) -> dict[str, str]:
        made = {"file": file}
        digest = sha256 or self._fingerprint(file)
        if digest:
            made["sha256"] = digest
        if article is not None and article.title:
            made["title"] = article.title
        return made

    def source_path(self, file: str) -> Path:
        """Where the source file is; files outside the library are known by their absolute path."""
        inside = self.library / file
        outside = Path("/") / file
        return outside if not inside.exists() and outside.is_file() else inside

    def _fingerprint(self, file: str) -> str:
        """The sha256 of the source file, "" when it cannot be read."""
        try:
            with self.source_path(file).open("rb") as data:
                return hashlib.file_digest(data, "sha256").hexdigest()
        except OSError:
            return ""

    # ------------------------------------------------------------------ tags

    def rename_tag(self, old: str, new: str) -> int:
        """Rename a tag in every note, or merge it into one that exists; "" takes it away. Returns how many
        notes changed. Raises: NotesError; files before the one that failed are done."""
        changed = 0
        for notes in list(self.every()):
            if notes.readonly:
                continue
            for note in notes.notes:
                if old in note.tags:
                    tags = dict.fromkeys(t for tag in note.tags if (t := new if tag == old else tag))
                    self.edit(notes.file, note.id, tags=tuple(tags))
                    changed += 1
        return changed

    # ------------------------------------------------------------------ what went missing, drafts

    def orphans(self, existing: Iterable[str]) -> tuple[FileNotes, ...]:
        """The notes whose source file is not among `existing` (paths relative to the library)."""
        present = {normal_file(file) for file in existing}
        return tuple(notes for notes in self.every() if notes.notes and notes.file not in present)

    def missing(self) -> tuple[Note, ...]:
        """Notes that were saved here and are in no file any more, though nobody removed them through Reader."""
        present = {note.id for notes in self.every() for note in notes.notes}
        return tuple(
            schema.to_note(fields, file, note_id, self.colors)[0]
            for note_id, file, fields in self.lost.missing(present)
        )

    def set_back(self) -> tuple[Note, ...]:
        """Notes that another program has set back to an older text, as they should be; `restore` does it."""
        present = {}
        for notes in self.every():
            for name in (notes.path.name, *copies.listing(self.folder).get(notes.path.name, ())):
                sheet = self._sheet(name, [], 0)
                present.update({e.id: e.fields for e in sheet.entries} if sheet else {})
        return tuple(
            schema.to_note(fields, file, note_id, self.colors)[0]
            for note_id, file, fields in self.lost.set_back(present)
        )

    def forget(self, note_id: str) -> None:
        """Stop listing a missing note; it can still be restored. Raises: NotesError."""
        self.lost.forget(note_id)

    def start(self) -> tuple[Problem, ...]:
        """Tidy up after a crash: temporary files, copies that can be merged now. Call once at start; never
        raises, returns what could not be done."""
        return copies.start(self.keeper)

    def save_draft(self, file: str, key: str, text: str) -> Path:
        """Keep what is being typed. Raises: NotesRefused."""
        return self.drafts.save(self.key(file), key, text)

    def draft(self, file: str, key: str) -> str | None:
        """What was being typed, None when there is nothing."""
        return self.drafts.get(self.key(file), key)

    def drop_draft(self, file: str, key: str) -> None:
        """Throw a draft away."""
        self.drafts.drop(self.key(file), key)


def _can_write(folder: Path) -> bool:
    while not folder.exists():
        if folder.parent == folder:
            return False
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
