"""Notes that are not where they should be: their article has gone, or another program has taken them out or set them
back."""

from __future__ import annotations

from collections.abc import Iterable

from reader.model import Note, Problem
from reader.notes import copies, schema
from reader.notes.folder import FileNotes, NotesFolder
from reader.notes.names import normal_file, notes_name


class AbsentNotes(NotesFolder):
    """A notes folder that knows what is not in it any more."""

    def orphans(self, existing: Iterable[str]) -> tuple[FileNotes, ...]:
        """The notes whose source file is not among `existing` (paths relative to the library)."""
        present = {normal_file(file) for file in existing}
        return tuple(notes for notes in self.every() if notes.notes and notes.file not in present)

    def missing(self) -> tuple[Note, ...]:
        """Notes that were saved here and are in no file any more, though nobody removed them through Reader."""
        present = {note.id for notes in self.every() for note in notes.notes}
        broken = self.unreadable()
        return tuple(
            schema.to_note(fields, file, note_id, self.colors)[0]
            for note_id, file, fields in self.lost.missing(present)
            if notes_name(file) not in broken
        )

    def unreadable(self) -> dict[str, Problem]:
        """Why notes files cannot be read, by their names. What is in them has not gone."""
        made = {}
        for name in copies.listing(self.folder):
            problems: list[Problem] = []
            if self._sheet(name, problems, 0) is None and problems:
                made[name] = problems[0]
        return made

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
