"""The articles that notes are on: their titles, and the places of the notes in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.model import Note
from reader.notes.anchor import resolve_all
from reader.ui.trail import Goal

if TYPE_CHECKING:
    from reader.library import Library


def titles_of(library: Library, notes: Sequence[Note]) -> list[str]:
    """The title of the article of each note; that it is gone, of one that is nowhere. May take a while."""
    ids = [_article_of(note) for note in notes]
    numbers = [library.index.number(article) for article in dict.fromkeys(ids)]
    rows = library.index.rows([number for number in numbers if number is not None])
    known = {row.id: row.title for row in rows if row is not None}
    for note, article in zip(notes, ids):
        if article not in known:
            try:  # it may not be in the index yet
                known[article] = library.article(article).title or note.file
            except LookupError:
                known[article] = f"{note.file} (gone)"
    return [known[article] for article in ids]


def _article_of(note: Note) -> str:
    """The id of the article that a note is on."""
    return f"{note.file}#{max(note.anchor.article, 0)}"


def goal_of(library: Library, note: Note) -> Goal | None:
    """Where a note is in the text of today; None when its article is gone."""
    article_id = _article_of(note)
    try:
        article = library.article(article_id)
    except LookupError:
        return None
    place = resolve_all([note], article.text)[0]
    return Goal(article_id, max(place.start, 0), max(place.end, 0))
