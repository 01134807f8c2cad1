"""Notes that are not sure of their passage, wherever in a library: sought when somebody asks, file by file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from operator import attrgetter
from typing import TYPE_CHECKING

from reader.notes.anchor import place

if TYPE_CHECKING:
    from reader.library.library import Library


def next_doubtful(library: Library, file: str, known: Collection[str]) -> str | None:
    """The next article after those of `file`, going round once, with a note that is unsure of its passage or has lost
    it; None when there is none. Notes with ids in `known` are passed over, and those whose file has gone."""
    every = sorted((notes for notes in library.notes.every() if notes.notes), key=attrgetter("file"))
    here = bisect_right(every, file, key=attrgetter("file"))
    for notes in (*every[here:], *every[:here]):
        asked = [note for note in notes.notes if note.id not in known]
        try:
            texts = [article.text for article in library.articles(notes.file)] if asked else []
        except LookupError:
            continue
        for number, located in place(asked, texts):
            if located.is_doubtful:
                return f"{notes.file}#{number}"
    return None


def without_file(library: Library) -> int:
    """How many notes are on files that have gone."""
    return sum(len(notes.notes) for notes in library.notes.every() if not library.index.file(notes.file))
