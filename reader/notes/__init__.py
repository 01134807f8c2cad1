"""Notes: never lost, and always at their passage. `NoteStore` keeps them, `anchor` finds their places."""

from reader.notes.refusals import NoteMissing, NotesBusy, NotesError, NotesRefused
from reader.notes.store import FileNotes, NoteStore

__all__ = ["FileNotes", "NoteMissing", "NoteStore", "NotesBusy", "NotesError", "NotesRefused"]
