"""The notes of an article in text order: category, quote, body, tags; those that lost their place at the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from reader.columns import changed
from reader.model import Located, Note
from reader.text import is_quotation, one_line
from reader.ui import wording
from reader.ui.actions import bindings
from reader.ui.widgets.line_list import LineList
from reader.ui.widgets.lines import Line, Piece
from reader.ui.widgets.reading.cells import cells, is_known_narrow

_BODY_LINES = 8
# So many notes that are new here are counted at once; of more those near the screen, and so many around them.
_FEW, _STEP = 500, 64
# The lines of a note that is not counted yet: a quote of two, a body of one, the gap.
_USUAL = 4
_STATUS = {
    "moved": "the text around it changed",
    "unsure": "this may be its passage: M",
    "lost": "passage not found: M",
}
#: Of a note that was changed in two places at once.
OTHER_VERSION = "another version: keep one"


class NotesList(LineList):
    """Rows are `reader.model.Located`; each takes as many lines as its note needs."""

    PANE = "notes"
    BINDINGS: ClassVar = bindings("notes")
    variable = True
    gap = 1

    def __init__(self, categories: Sequence[str], *, id: str | None = None) -> None:
        super().__init__(
            empty="No notes here yet. In the text, a writes one on the sentence at the cursor.",
            id=id,
        )
        self._categories = categories
        self._known: tuple[int, Sequence[Located], list[int]] = (
            0,
            (),
            [],
        )  # width, rows and their lines, 0 unknown

    def heights(self, width: int) -> list[int]:
        """The lines of every row, counted without drawing it, and once: the same row comes again with every change.
        Of very many rows those that were not seen yet have what is usual, until `count_near` comes to them."""
        rows, room = self.rows, _room(width)
        if not rows:  # what is known is for the next article with notes, perhaps the same
            return []
        known, before, lines = self._known
        if rows is not before or width != known:
            first, last = changed(before, rows) if width == known else (0, 0)
            new = rows[first : len(rows) - last]
            counted = [self._count(row, room) for row in new] if len(new) <= _FEW else [0] * len(new)
            lines = [*lines[:first], *counted, *lines[len(before) - last :]]
            self._known = width, rows, lines
        return [each or _USUAL for each in lines]

    def count_near(self, index: int, reach: int) -> bool:
        """Count the lines of the rows that stand around one; whether some of them had not been."""
        width, rows, lines = self._known
        first, last = max(index - reach, 0) // _STEP * _STEP, (index + reach) // _STEP * _STEP + _STEP
        if rows is not self.rows or all(lines[first:last]):
            return False
        room = _room(width)
        lines[first:last] = [
            each or self._count(row, room) for each, row in zip(lines[first:last], rows[first:last])
        ]
        return True

    def _count(self, row: Located, room: int) -> int:
        note, _, _, status = row
        _, _, anchor, body, tags, category, _, links, _, _, conflict_of = note
        quote, lines = anchor[0] or wording.WHOLE, 2
        if category or conflict_of or status != "ok":
            lines += bool(self._head(row))
        # By far the most are of narrow characters: those that are short enough are not looked into.
        if len(quote) > room - 2 or not (quote.isascii() or is_known_narrow(quote)):
            if "  " in quote or not quote.isprintable():
                quote = one_line(quote)
            quote = quote.strip()
            wide = len(quote) if quote.isascii() else cells(quote)
            lines += wide > room or (wide > room - 2 and not is_quotation(quote))
        if "\n" in body or (len(body) if body.isascii() else cells(body)) > room:
            lines += len(_body_lines(body, room))
        elif body and not body.isspace():
            lines += 1
        if links or tags:
            lines += bool(links or "#" not in body or other_tags(note))
        return lines

    def _head(self, row: Located) -> list[Piece]:
        """What stands above the quote: the category, what is to be known of the place, and of the note."""
        note, status = row.note, row.status
        said = [(category_word(note, self._categories), f"category-{note.category}")]
        said.append((OTHER_VERSION if note.conflict_of else "", "bad"))
        said.append((_STATUS.get(status, ""), "meta" if status == "moved" else "bad"))
        said = [(text, tone) for text, tone in said if text]
        return [Piece(("  " if number else "") + text, tone) for number, (text, tone) in enumerate(said)]

    def words(self, row: Located) -> str:
        """Category, passage, text and tags."""
        note = row.note
        return " ".join(
            (
                category_word(note, self._categories),
                note.anchor.exact,
                note.body,
                *(f"#{tag}" for tag in note.tags),
            )
        )

    def draw(self, row: Located, index: int, width: int) -> Sequence[Line]:
        """A line with the quote, the body wrapped, the tags, an empty line."""
        note = row.note
        bar = f"category-{note.category}" if note.category else "note"
        room = _room(width)
        lines: list[Line] = []
        if head := self._head(row):
            lines.append([Piece("▎ ", bar), *head])
        for text in wording.wrap_words(wording.passage(note.anchor.exact), room, 2):
            lines.append([Piece("▎ ", bar), Piece(text, "meta")])
        for text in _body_lines(note.body, room):
            lines.append([Piece("▎ ", bar), Piece(text, "title")])
        tags = other_tags(note)
        links = f"→ {wording.count(len(note.links), 'linked note')}: &" if note.links else ""
        if tags or links:
            gap = "  " if tags and links else ""
            lines.append([Piece("▎ ", bar), Piece(tags, "person"), Piece(gap + links, "meta")])
        lines.append([Piece("")])
        return lines


def _room(width: int) -> int:
    """The cells of a line that are for the note."""
    return max(width - 3, 8)


def _body_lines(body: str, room: int) -> list[str]:
    body = body.strip()
    return wording.wrap_words(body, room, _BODY_LINES) if body else []


def category_word(note: Note, categories: Sequence[str]) -> str:
    """The user's word for the category of a note; "" without one."""
    return categories[note.category - 1] if 1 <= note.category <= len(categories) else ""


def other_tags(note: Note) -> str:
    """The tags that are not written in the body."""
    from reader.notes.tags import unwritten  # what notes need is loaded after the first frame

    return " ".join(f"#{one_line(tag)}" for tag in unwritten(note.tags, note.body))
