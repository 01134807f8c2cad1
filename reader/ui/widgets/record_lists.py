"""Lists over the whole library: passages, people, figures, notes. All lazy, drawn line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from rich.cells import cell_len

from reader.library.records import Hit, LedgerRow, PersonEntry
from reader.model import Note
from reader.text import one_line
from reader.ui import wording
from reader.ui.actions import bindings
from reader.ui.widgets.line_list import Line, LineList, Piece, fit


def _titled(title: str, right: str, width: int, style: str = "unread") -> Line:
    tail = f" {right} " if right else ""
    return [Piece(fit(f" {one_line(title)}", max(width - cell_len(tail), 1)), style), Piece(tail, "meta")]


class PassageList(LineList):
    """Rows are `Hit`: the sentence around the hit, under its article's title."""

    PANE = "results"
    BINDINGS: ClassVar = bindings("results")
    row_height = 3

    def draw(self, row: Hit, index: int, width: int) -> Sequence[Line]:
        """Title and date, then two lines of the sentence around the hit."""
        passage = row.passage
        start = passage.start - passage.sentence_start
        end = max(min(passage.end - passage.sentence_start, len(passage.sentence)), start)
        before, mark, after = wording.clip_around(passage.sentence, start, end, 2 * (width - 5))
        return [
            _titled(row.title or row.article, wording.day(row.published), width),
            *_two(before, mark, after, width - 4),
        ]


def _two(before: str, mark: str, after: str, width: int) -> list[Line]:
    """A marked sentence over two lines, broken at a space."""
    whole = before + mark + after
    cut = len(whole)
    if cell_len(whole) > width:
        cut = whole.rfind(" ", 1, width + 1)
        cut = cut if cut > 0 else width
    lines: list[Line] = []
    for low, high in ((0, cut), (cut, len(whole))):
        pieces = [Piece("   ")]
        edges = (
            (0, len(before), "meta"),
            (len(before), len(before) + len(mark), "hit"),
            (len(before) + len(mark), len(whole), "meta"),
        )
        for start, end, style in edges:
            a, b = max(start, low), min(end, high)
            if a < b:
                text = whole[a:b]
                pieces.append(Piece(text.lstrip() if a == low and low else text, style))
        lines.append(pieces)
    return lines


class PeopleIndex(LineList):
    """Rows are `PersonEntry`: name, titles, spellings, counts, dates."""

    PANE = "people"
    BINDINGS: ClassVar = bindings("people")
    row_height = 2

    def draw(self, row: PersonEntry, index: int, width: int) -> Sequence[Line]:
        """Name and counts; titles and other spellings."""
        counts = f"{wording.count(row.articles, 'article')}, {wording.count(row.mentions, 'mention')}"
        others = [name for name in row.spellings if name != row.name]
        about = one_line(" · ".join((*row.titles[:2], *others[:4])))
        return [_titled(row.name, counts, width, "person"), [Piece(f"   {about}", "meta")]]


class LedgerList(LineList):
    """Rows are `LedgerRow`: the value, then its sentence."""

    PANE = "figures"
    BINDINGS: ClassVar = bindings("figures")
    row_height = 2

    def draw(self, row: LedgerRow, index: int, width: int) -> Sequence[Line]:
        """Value, kind and date; the sentence around the figure."""
        right = f"{row.figure.kind} · {wording.day(row.published) or one_line(row.source)}"
        at = max(row.sentence.find(row.figure.text), 0)
        before, mark, after = wording.clip_around(row.sentence, at, at + len(row.figure.text), width - 5)
        return [
            _titled(wording.figure_text(row.figure), right, width, "figure"),
            [Piece("   " + before, "meta"), Piece(mark, "title"), Piece(after, "meta")],
        ]


class NoteIndex(LineList):
    """Rows are (note, title of its article): every note of the library."""

    PANE = "results"
    BINDINGS: ClassVar = bindings("results")
    row_height = 3

    def draw(self, row: tuple[Note, str], index: int, width: int) -> Sequence[Line]:
        """The article, the note, the quote."""
        note, title = row
        bar = f"category-{note.category}" if note.category else "note"
        tags = " ".join(f"#{one_line(tag)}" for tag in note.tags)
        body = one_line(note.body) or "(mark)"
        return [
            _titled(title or note.file, wording.day(note.created), width),
            [Piece(" ▎ ", bar), Piece(body + "  ", "title"), Piece(tags, "person")],
            [
                Piece(" ▎ ", bar),
                Piece(
                    f"“{one_line(note.anchor.exact)}”" if note.anchor.exact else "the whole article", "meta"
                ),
            ],
        ]


class PlainList(LineList):
    """Rows are lines of (text, style) pieces already drawn: for cards and comparisons."""

    PANE = "results"
    BINDINGS: ClassVar = bindings("results")

    def draw(self, row: Sequence[tuple[str, str]], index: int, width: int) -> Sequence[Line]:
        """The line as it is."""
        return [[Piece(text, style) for text, style in row]]


def lines_of(text: str, width: int, style: str, indent: str = " ") -> list[list[tuple[str, str]]]:
    """`text` wrapped into rows for a `PlainList`."""
    flat: Any = one_line(text)
    return [[(indent + line, style)] for line in wording.wrap_words(flat, width - len(indent), 12)]
