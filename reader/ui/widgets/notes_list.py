"""The notes of an article in text order: category, quote, body, tags; those that lost their place at the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from reader.model import Located
from reader.text import one_line
from reader.ui import wording
from reader.ui.actions import bindings
from reader.ui.widgets.line_list import Line, LineList, Piece

_BODY_LINES = 8
_STATUS = {"moved": "the text around it changed", "unsure": "place unsure", "lost": "passage not found"}


class NotesList(LineList):
    """Rows are `reader.model.Located`; each takes as many lines as its note needs."""

    PANE = "notes"
    BINDINGS: ClassVar = bindings("notes")
    variable = True

    def __init__(self, categories: Sequence[str], *, id: str | None = None) -> None:
        super().__init__(empty="No notes yet: a in the text makes one.", id=id)
        self._categories = categories
        self._heights: dict[tuple[int, int], tuple[Located, int]] = {}

    def height(self, row: Located, index: int, width: int) -> int:
        """The lines of a row, counted without drawing where its words fit."""
        note, room = row.note, max(width - 3, 8)
        body, quote = note.body, note.anchor.exact
        if len(body) > room or "\n" in body or not quote or len(quote) + 2 > room or "\n" in quote:
            key = (id(row), width)
            known = self._heights.get(key)
            if known is None:  # the row is kept along, so that no other takes its number
                known = self._heights[key] = (row, len(self.draw(row, index, width)))
            return known[1]
        named = 1 <= note.category <= len(self._categories) and bool(self._categories[note.category - 1])
        return 2 + (named or row.status != "ok") + bool(body.strip()) + bool(note.tags)

    def set_rows(self, rows: Sequence[Located], cursor: int = 0, *, quiet: bool = False) -> None:
        """Show other notes; what is known of those that stay is kept."""
        width = self.scrollable_content_region.width
        kept = {(id(row), width) for row in rows} if self._heights else set()
        self._heights = {key: known for key, known in self._heights.items() if key in kept}
        super().set_rows(rows, cursor, quiet=quiet)

    def draw(self, row: Located, index: int, width: int) -> Sequence[Line]:
        """A line with the quote, the body wrapped, the tags, an empty line."""
        note = row.note
        bar = f"category-{note.category}" if note.category else "note"
        room = max(width - 3, 8)
        quote = one_line(note.anchor.exact) or "The whole article"
        lines: list[Line] = []
        head = self._categories[note.category - 1] if 1 <= note.category <= len(self._categories) else ""
        if head or row.status != "ok":
            said = [Piece("▎ ", bar), Piece(head, bar)]
            if row.status in _STATUS:
                said.append(Piece(("  " if head else "") + _STATUS[row.status], "bad"))
            lines.append(said)
        for text in wording.wrap_words(f"“{quote}”", room, 2):
            lines.append([Piece("▎ ", bar), Piece(text, "meta")])
        body = note.body.strip()
        if body:
            for text in wording.wrap_words(body, room, _BODY_LINES):
                lines.append([Piece("▎ ", bar), Piece(text, "title")])
        written = body.casefold().split()
        tags = " ".join(
            tag for tag in map("#{}".format, map(one_line, note.tags)) if tag.casefold() not in written
        )
        if tags:
            lines.append([Piece("▎ ", bar), Piece(tags, "person")])
        lines.append([Piece("")])
        return lines
