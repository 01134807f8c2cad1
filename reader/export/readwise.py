"""The table that Readwise imports: Highlight, Title, Author, URL, Note, Location, Date.

Tags go into the note as `.tag`, as Readwise reads them there (readwise.io, "import highlights with CSV").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.export.csv import Cell, write_table
from reader.export.material import Material, heading

COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")
_NOT_IN_TAG = re.compile(r"[^\w-]+")


def render(material: Material) -> str:
    """The notes of the material, one row each; a note on a whole article has its title as the highlight."""
    return write_table(COLUMNS, _rows(material))


def _rows(material: Material) -> Iterator[tuple[Cell, ...]]:
    for entry, located in material.notes():
        note, article = located.note, entry.article
        tags = [*note.tags, *([material.category(note.category)] if note.category else [])]
        words = [note.body.strip(), *("." + _NOT_IN_TAG.sub("_", tag) for tag in tags)]
        yield (
            note.anchor.exact or heading(article),
            heading(article),
            article.author or article.source or "",
            entry.url,
            " ".join(word for word in words if word),
            located.start if located.start >= 0 else "",
            note.created.replace("T", " ").removesuffix("Z"),
        )
