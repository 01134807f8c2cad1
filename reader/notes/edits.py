"""From a note as it was seen and as it is to be to the step that makes it so."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Note
from reader.notes import schema
from reader.notes.merge import Operation
from reader.notes.sheet import Entry


def edit_of(before: Note, after: Note, current: Entry | None, colors: Sequence[str]) -> Operation | None:
    """The edit that makes `after` of `before`; None when they say the same. `current` is the entry in the file now,
    if it is there: what others changed in it is kept."""
    changes = schema.changed_fields(before, after, colors)
    if not changes:
        return None
    changes["modified"] = schema.now()
    fields = schema.to_fields(before, colors)
    if current is not None:  # unknown keys take part in what is re-added if the entry has gone
        said = current.fields
        now = schema.to_fields(schema.to_note(said, before.file, before.id, colors)[0], colors)
        # What means the same in other words, as somebody wrote it by hand, is not a change.
        fields = said | {key: value for key, value in fields.items() if now.get(key) != value}
        if "anchor" in changes and isinstance(said.get("anchor"), dict):
            changes["anchor"] = said["anchor"] | (changes["anchor"] or {})
    return Operation("edit", before.id, changes, fields)
