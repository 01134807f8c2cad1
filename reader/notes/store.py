"""All notes of a library: read, add, edit, remove, restore. What a method returns is durable.

The store never holds "the file" as its truth: every change reads the file again and is merged into what
it says then.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from reader.model import Anchor, Article, Note, Problem
from reader.notes import copies, reading, schema
from reader.notes.absent import AbsentNotes
from reader.notes.edits import edit_of
from reader.notes.folder import FileNotes
from reader.notes.merge import Operation
from reader.notes.names import normal_file, notes_name
from reader.notes.refusals import NoteMissing, NotesError, NotesRefused, refusal
from reader.notes.sheet import Entry
from reader.notes.tags import renamed, with_tag_renamed
from reader.yamlio import YamlError

__all__ = ["FileNotes", "NoteStore"]

# Edits of one file that are made at once: the lock is held for less than a second.
_TOGETHER = 500


class NoteStore(AbsentNotes):
    """The notes folder of a library, to be read and changed."""

    def add(self, file: str, note: Note, *, source: Article | None = None, sha256: str = "") -> Note:
        """Save a new note; returns it with its id and dates. Raises: NotesError."""
        return self.add_many(file, [note], source=source, sha256=sha256)[0]

    def add_many(
        self, file: str, notes: Iterable[Note], *, source: Article | None = None, sha256: str = ""
    ) -> list[Note]:
        """Save several new notes of one file in one durable step. Raises: NotesError, and none is saved."""
        file = self.key(file)
        made = [schema.with_id(note._replace(file=file)) for note in notes]
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
        after = before._replace(
            body=before.body if body is None else body,
            tags=before.tags if tags is None else tuple(tags),
            category=before.category if category is None else category,
            anchor=before.anchor if anchor is None else anchor,
            people=before.people if people is None else tuple(people),
            links=before.links if links is None else tuple(links),
        )
        step = edit_of(before, after, self._entry(file, note_id), self.colors)
        return before if step is None else self._edited(file, [(step, after)])[0]

    def edit_many(self, file: str, pairs: Sequence[tuple[Note, Note]]) -> list[Note]:
        """Make each of the second notes of the first one, as it was seen, some hundred in one durable step. Raises:
        NotesError; steps before are done."""
        file = self.key(file)
        with contextlib.suppress(YamlError, OSError):
            sheet = self.keeper.sheet(notes_name(file))
            here = sheet.by_id() if sheet is not None else {}
            steps = [(edit_of(old, new, here.get(old.id), self.colors), new) for old, new in pairs]
            if here.keys() >= {old.id for old, _ in pairs}:
                wanted = [(step, new) for step, new in steps if step is not None]
                for first in range(0, len(wanted), _TOGETHER):
                    self._edited(file, wanted[first : first + _TOGETHER])
                return [self._seen[new.id] if step is not None else new for step, new in steps]
        # Some are in another file: one is broken, say, and new notes have gone to a second one.
        made = []
        for old, new in pairs:
            step = edit_of(old, new, self._entry(file, old.id), self.colors)
            made.append(new if step is None else self._edited(file, [(step, new)])[0])
        return made

    def _edited(self, file: str, steps: Sequence[tuple[Operation, Note]]) -> list[Note]:
        """Make these edits at once."""
        self._change(file, [step for step, _ in steps])
        made = [note._replace(modified=step.fields["modified"]) for step, note in steps]
        self._seen.update((note.id, note) for note in made)
        return made

    def remove(self, file: str, note_id: str) -> Note:
        """Delete a note; `restore` brings it back. Returns what was deleted. Raises: NoteMissing, NotesError."""
        file = self.key(file)
        self._find(file, note_id)
        gone = self.remove_many(file, [note_id])
        if not gone:
            text = f"note {note_id} has been changed by another program; look at it first"
            raise NotesRefused(Problem(str(self.folder / notes_name(file)), 0, text), "removed")
        return gone[0]

    def remove_many(self, file: str, note_ids: Iterable[str]) -> list[Note]:
        """Delete notes of one file in one durable step. Those stay that have been changed by another program since
        they were seen. Returns what was deleted. Raises: NotesError, and none is."""
        file = self.key(file)
        held = {note_id: entry for note_id in note_ids if (entry := self._entry(file, note_id)) is not None}
        notes = {
            note_id: schema.to_note(entry.fields, file, note_id, self.colors)[0]
            for note_id, entry in held.items()
        }
        operations = []
        for note_id, entry in held.items():
            seen = self._seen.get(note_id)
            # Changed elsewhere since it was last seen: that stays.
            told = schema.to_fields(seen, self.colors) if seen not in (None, notes[note_id]) else {}
            operations.append(Operation("remove", note_id, base=entry.fields | told))
        if copies.listing(self.folder).get(notes_name(file)):  # they may be in several files
            steps = [[operation] for operation in operations]
        else:
            steps = [operations] if operations else []
        done = {op.id for step in steps for op in self._change(file, step) if op.kind == "remove"}
        for note_id in held:
            if note_id in done:
                self._keep_as_one(file, note_id)
            else:
                self._seen.pop(note_id, None)
        return [note for note_id, note in notes.items() if note_id in done]

    def _keep_as_one(self, file: str, gone: str) -> None:
        """What was kept as another version of a note that has gone is one no longer."""
        name = notes_name(file)
        with contextlib.suppress(OSError, YamlError, NotesError):  # the note has gone all the same
            found = reading.snapshot(self.folder / name)
            if found is not None and f"conflict-of: {gone}\n".encode() in found.data:
                sheet = self.keeper.sheet(name, patience=0)
                others = [e for e in sheet.entries if e.fields.get("conflict-of") == gone] if sheet else []
                for entry in others:
                    of = others[0].id if entry is not others[0] else None
                    self._change(file, [Operation("edit", entry.id, {"conflict-of": of}, entry.fields)])

    def restore(self, note_id: str) -> Note:
        """Bring back a note that was removed or set back, here or by another program.

        Raises: NoteMissing, NotesError.
        """
        made = self.restore_many([note_id])
        if not made:
            raise NoteMissing(Problem(str(self.folder), 0, f"nothing is known of a note {note_id}"))
        return made[0]

    def restore_many(self, note_ids: Sequence[str]) -> list[Note]:
        """The same with several, those that have gone from one file in one durable step; returns those of which
        anything is known. Raises: NotesError; steps before are done."""
        gone: dict[str, list[Operation]] = {}
        made = []
        known = self.lost.find(note_ids)
        for note_id in filter(known.__contains__, note_ids):
            file, fields, block = known[note_id]
            current = self._entry(file, note_id)
            if current is not None:
                changes = {
                    k: fields.get(k)
                    for k in {**current.fields, **fields}
                    if current.fields.get(k) != fields.get(k)
                }
                self._change(file, [Operation("edit", note_id, changes, current.fields)])
            else:
                gone.setdefault(file, []).append(Operation("add", note_id, fields, block=block))
            made.append(schema.to_note(fields, file, note_id, self.colors)[0])
        for file, operations in gone.items():
            self._change(file, operations)
        self._seen.update((note.id, note) for note in made)
        return made

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
                text = f"{error.problem.message}; repair the file first"
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
            with contextlib.suppress(YamlError, OSError):
                held = self.keeper.entry(candidate, note_id)
                if held is not None:
                    return held[0]
        return None

    def _find(self, file: str, note_id: str) -> Note:
        entry = self._entry(file, note_id)
        if entry is None:
            text = f"no note {note_id} on {file}"
            raise NoteMissing(Problem(str(self.folder / notes_name(file)), 0, text))
        return schema.to_note(entry.fields, file, note_id, self.colors)[0]

    def find(self, note_id: str) -> Note | None:
        """The note with that id in any file."""
        for name, others in copies.listing(self.folder).items():
            for candidate in (name, *others):
                with contextlib.suppress(YamlError, OSError):
                    found = reading.snapshot(self.folder / candidate)
                    if found is None or note_id.encode() not in found.data:
                        continue
                    held = self.keeper.entry(candidate, note_id)
                    if held is not None and held[1]:
                        return schema.to_note(held[0].fields, normal_file(held[1]), note_id, self.colors)[0]
        for notes in self.every():  # of a note that was written by hand the id may stand nowhere yet
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
        return len(self.rename_tags(old, new))

    def rename_tags(self, old: str, new: str) -> list[tuple[Note, Note]]:
        """`rename_tag`; returns the notes that changed, before and after. Raises: NotesError."""
        changed = []
        for notes in list(self.every()):
            if notes.readonly:
                continue
            pairs = [
                (
                    note,
                    note._replace(
                        tags=renamed(note.tags, old, new), body=with_tag_renamed(note.body, old, new)
                    ),
                )
                for note in notes.notes
                if old in note.tags
            ]
            if pairs:
                made = self.edit_many(notes.file, pairs)
                changed += [(note, now) for (note, _), now in zip(pairs, made)]
        return changed

    # ------------------------------------------------------------------ tidying up, drafts

    def start(self) -> tuple[Problem, ...]:
        """Tidy up after a crash: temporary files, copies that can be merged now. Call once at start; never
        raises, returns what could not be done."""
        return copies.start(self.keeper)

    def settle_conflicts(self) -> tuple[Problem, ...]:
        """Keep both sides where version control has left a merge conflict; never raises, returns what could not be
        done."""
        from reader.notes import conflicts

        return conflicts.settle(self.keeper)

    def save_draft(self, file: str, key: str, text: str, base: str = "") -> Path:
        """Keep what is being typed; `base` is what was there when the typing began. Raises: NotesRefused."""
        return self.drafts.save(self.key(file), key, text, base)

    def draft(self, file: str, key: str, base: str = "") -> str | None:
        """What was being typed on `base`, None when there is nothing."""
        return self.drafts.get(self.key(file), key, base)

    def outdated_draft(self, file: str, key: str) -> str | None:
        """What was being typed, perhaps on something that has been saved over since; None when there is nothing."""
        return self.drafts.outdated(self.key(file), key)

    def draft_place(self, draft: Path, files: Iterable[str]) -> tuple[str, str] | None:
        """Which of `files` a kept draft is on, and its key; None when it is none of them."""
        return self.drafts.place_of(draft, (self.key(file) for file in files))

    def drop_draft(self, file: str, key: str) -> None:
        """Throw a draft away."""
        self.drafts.drop(self.key(file), key)
