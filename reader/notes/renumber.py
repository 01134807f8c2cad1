"""Notes whose article has another number in its file now say so: corrections drew its borders anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.model import Anchor, Note
from reader.notes.anchor import describe, place_scored
from reader.notes.store import NoteStore


def renumber(store: NoteStore, file: str, texts: Sequence[str], numbers: Mapping[int, int]) -> int:
    """Put the notes on a file, the articles of which have these texts now, on the articles in which their passages
    are; returns how many that were. `numbers` tells what became of the former articles, for notes without a passage
    there. Raises: NotesError."""
    notes, changed = store.read(file), 0
    if notes.readonly or not texts:
        return 0
    for number, located, _ in place_scored(notes.notes, texts):
        note, anchor = located.note, located.note.anchor
        if located.status in ("ok", "moved") and anchor.exact.strip():
            if number != anchor.article:
                place = describe(texts[number], located.start, located.end, number)
                changed += _put(store, note, place)
            continue
        as_long = [
            n for n, text in enumerate(texts) if anchor.length == len(text) and not anchor.exact.strip()
        ]
        number = as_long[0] if len(as_long) == 1 else numbers.get(anchor.article, anchor.article)
        if number != anchor.article:
            changed += _put(store, note, anchor._replace(article=number))
    return changed


def _put(store: NoteStore, note: Note, anchor: Anchor) -> int:
    store.edit(note.file, note.id, anchor=anchor, base=note)
    return 1
