"""Lists over the whole library: passages, people, figures, notes. All lazy, drawn line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from rich.cells import cell_len
from textual.content import Content

from reader.library.records import Hit, LedgerRow, PersonEntry
from reader.model import Note
from reader.text import one_line, printable
from reader.ui import wording
from reader.ui.actions import bindings
from reader.ui.widgets.line_list import Line, LineList, Piece, fit


def _titled(title: str, right: str, width: int, style: str = "unread") -> Line:
    tail = f" {right} " if right else ""
    return [Piece(fit(f" {one_line(title)}", max(width - cell_len(tail), 1)), style), Piece(tail, "meta")]


class PassageList(LineList):
    """Rows are `Hit`: as many as the screen has lines where it is wide, else two lines each.

    A row is the sentence cut around the hit, beside (or under) the title of its article; further hits of the same
    article leave the title out.
    """

    PANE = "results"
    BINDINGS: ClassVar = bindings("results")
    row_height = 2

    def on_resize(self) -> None:
        """One line each where title and sentence have room side by side."""
        self.row_height = 1 if self.size.width >= _WIDE else 2
        super().on_resize()

    def draw(self, row: Hit, index: int, width: int) -> Sequence[Line]:
        """Day, title and the sentence around the hit."""
        day = wording.day(row.published)
        again = index > 0 and self.rows[index - 1].article == row.article
        if self.row_height > 1:
            head = _titled("" if again else row.title or row.article, "" if again else day, width)
            return [head, [Piece("   "), *_around(row, width - 4)]]
        title = "" if again else one_line(row.title or row.article)
        side = min(max(width // 4, 24), 44)
        return [
            [
                Piece(f" {'' if again else day:>11}  ", "meta"),
                Piece(fit(title, side), "title"),
                Piece("  "),
                *_around(row, width - side - 17),
            ]
        ]


_WIDE = 100  # columns from which a passage takes one line


def _around(row: Hit, width: int) -> Line:
    """The sentence of a hit in `width` cells."""
    passage = row.passage
    start = passage.start - passage.sentence_start
    end = max(min(passage.end - passage.sentence_start, len(passage.sentence)), start)
    before, mark, after = wording.clip_around(passage.sentence, start, end, width)
    return [Piece(before, "meta"), Piece(mark, "hit"), Piece(after, "meta")]


def passage_detail(row: Hit) -> Content:
    """Title, day and the whole sentence of a hit."""
    passage = row.passage
    start = max(passage.start - passage.sentence_start, 0)
    end = max(passage.end - passage.sentence_start, start)
    said = passage.sentence
    return Content.assemble(
        (one_line(row.title or row.article), "bold"),
        (f"   {wording.day(row.published)}   {one_line(row.article)}\n", "$dim"),
        flat(said[:start]),
        (flat(said[start:end]), "$hit bold"),
        flat(said[end:]),
    )


def flat(text: str) -> str:
    """`text` harmless and on one line, with the spaces at its ends."""
    return printable(text).replace("\n", " ").replace("\t", " ")


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
        years = " – ".join(dict.fromkeys(wording.day(d) for d in (row.first, row.last) if d))
        return [
            _titled(row.name, counts, width, "person"),
            [
                Piece(fit(f"   {about}", max(width - cell_len(years) - 2, 1)), "meta"),
                Piece(f" {years} ", "meta"),
            ],
        ]


class LedgerList(LineList):
    """Rows are `LedgerRow`: the value, then its sentence, side by side where the screen is wide."""

    PANE = "figures"
    BINDINGS: ClassVar = bindings("figures")
    row_height = 2

    def on_resize(self) -> None:
        """One line each where all has room side by side."""
        self.row_height = 1 if self.size.width >= _WIDE else 2
        super().on_resize()

    def draw(self, row: LedgerRow, index: int, width: int) -> Sequence[Line]:
        """Value, kind and date; the sentence around the figure."""
        day = wording.day(row.published) or one_line(row.source)
        value = wording.figure_text(row.figure)
        at = max(row.sentence.find(row.figure.text), 0)
        side = min(max(width // 4, 24), 40)
        room = width - 5 if self.row_height > 1 else width - side - 28
        before, mark, after = wording.clip_around(row.sentence, at, at + len(row.figure.text), room)
        said = [Piece(before, "meta"), Piece(mark, "title"), Piece(after, "meta")]
        if self.row_height > 1:
            return [
                _titled(value, f"{row.figure.kind} · {day}", width, "figure"),
                [Piece("   "), *said],
            ]
        gap = max(side - cell_len(value), 0)
        return [
            [
                Piece(" "),
                Piece(value if gap else fit(value, side), "figure"),
                Piece(f"{' ' * gap}  {row.figure.kind:<9} {fit(day, 11)}  ", "meta"),
                *said,
            ]
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
