"""Turns rows of the flow into strips: which styles meet where, the gutter, the quiet lines.

What is painted is remembered by what it shows, so that a row costs once however often it scrolls by.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.strip import Strip

from reader.model import Span
from reader.text import printable
from reader.ui.widgets.looks import Looks
from reader.ui.widgets.reading.cells import cells, graphemes, is_narrow, is_simple
from reader.ui.widgets.reading.document import Document
from reader.ui.widgets.reading.flow import Line
from reader.ui.widgets.reading.layers import Layer, Layers
from reader.ui.widgets.reading.page import GUTTER, Cursor, Page, Row

_BAR, _HIDDEN_BAR, _POINTER, _SELECTED, _THUMB = "▌", "┊", "›", "│", "▐"


class Painter:
    """Paints the rows of one document. Call `reset` whenever anything but the cursor changes."""

    def __init__(self, looks: Looks, layers: Layers) -> None:
        self.looks, self.layers = looks, layers
        self.document = Document("")
        self.page = Page(80, 4, 72)
        self.categories: Mapping[int, str] = {}
        self._rows: LRUCache[tuple[int, ...], Row] = LRUCache(1024)
        self._roles = Layer()

    def show(self, document: Document) -> None:
        """Paint `document` from now on."""
        self.document = document
        self._roles = Layer(document.blocks)
        self.reset()

    def reset(self, where: tuple[int, int] | None = None) -> None:
        """Forget what was painted: marks, page or theme changed; or only what touches a stretch of the text."""
        if where is None:
            self._rows.clear()
            return
        for key in list(self._rows.keys()):
            if key[0] <= where[1] and key[1] >= where[0]:
                self._rows.discard(key)

    def blank_row(self, thumb: bool = False) -> Row:
        """A row with nothing on it; `thumb`: the rail shows its thumb there."""
        return self._finish(_Pieces(self.looks.of()), 0, thumb)

    def _finish(self, pieces: _Pieces, used: int, thumb: bool) -> Row:
        """Fills a row on which `used` cells are taken up to its width."""
        width, base = self.page.width, self.looks.of()
        if used > width - 1:  # spaces that hang over the edge, or a page that is too narrow
            cropped = Strip(pieces.segments(), used).crop(0, width - 1)
            pieces, used = _Pieces(base), width - 1
            for segment in cropped:
                pieces.add(segment.text, segment.style or base)
        pieces.add(" " * (width - 1 - used), base)
        pieces.add(*(_THUMB, self.looks.of("rail")) if thumb else (" ", base))
        return Row(Strip(pieces.segments(), width), used, thumb)

    # ------------------------------------------------------------ rows of text

    def text_row(self, line: Line, cursor: Cursor, thumb: bool = False) -> Row:
        """A row of text under the cursor."""
        a, b = line.start, line.end
        key = (
            a,
            b,
            *_clipped(cursor.sentence, a, b),
            *_clipped(cursor.selection, a, b),
            *_clipped(cursor.focus, a, b + (b == line.stop)),  # the end of a paragraph is a place too
            cursor.sentence[0] >= a,
            thumb,
        )
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = self._paint(line, cursor, thumb)
        return row

    def _paint(self, line: Line, cursor: Cursor, thumb: bool) -> Row:
        a, b = line.start, line.end
        page, style_of = self.page, self.looks.of
        base = style_of()
        text = printable(self.document.text[a:b]).replace("\t", " ").replace("\n", " ")
        marks = self._marks(line, cursor)
        simple = is_simple(text)
        if not simple:
            marks = _of_whole_clusters(marks, text, a)
        notes = self._notes(line)
        gutter = self._gutter(line, cursor, marks, notes)
        used = len(text) if is_narrow(text) else cells(text)
        indent = self._indent(line, text, used)
        pieces = _Pieces(base)
        for piece, names in gutter:
            pieces.add(piece, style_of(*names))
        pieces.add(" " * indent, base)
        cuts = sorted({a, b, *(m[0] for m in marks if m[0] > a), *(m[1] for m in marks if m[1] < b)})
        for start, end in zip(cuts, cuts[1:]):
            over = [kind for first, last, kind in marks if first <= start and end <= last]
            pieces.add(text[start - a : end - a], style_of(*over) if over else base)
        used += page.left + indent
        if cursor.focus[0] == b == line.stop < cursor.focus[1]:
            pieces.add(" ", style_of("caret"))
            used += 1
        used = self._right_word(pieces, line, used, notes)
        row = self._finish(pieces, used, thumb)
        # Terminals do not agree on how far such a text goes: whatever replaces it has to clear the whole row.
        return row if simple else row._replace(end=page.width)

    def _indent(self, line: Line, text: str, used: int) -> int:
        """The cells between the left edge of the measure and the text; right-to-left text ends at the right."""
        room = self.page.measure - used
        if line.indent < room and not text.isascii() and self._is_right_to_left(line):
            return room
        return line.indent

    def text_x(self, line: Line) -> int:
        """The cell at which the text of `line` begins on the widget."""
        text = self.document.text[line.start : line.end]
        return self.page.left + (line.indent if text.isascii() else self._indent(line, text, cells(text)))

    def _marks(self, line: Line, cursor: Cursor) -> list[tuple[int, int, str]]:
        """(start, end, style name) of all that lies on the row, the lowest first, clipped to it."""
        a, b = line.start, line.end
        ink = a + len(self.document.text[a:b].rstrip())  # a space that hangs at the end stays plain
        found = [(s.start, min(s.end, ink), s.kind) for s in self._roles.between(a, b)]
        begins, ends = cursor.sentence
        first, last = cursor.selection
        if first == last:
            found.append((begins, min(ends, ink), "sentence"))
        else:  # one ground for all that is selected
            found += [
                (begins, min(ends, first, ink), "sentence"),
                (max(begins, last), min(ends, ink), "sentence"),
            ]
        found += [(s.start, min(s.end, ink), kind) for kind, s in self.layers.touching(a, b)]
        found.append((first, min(last, ink), "selection"))
        found.append((*cursor.focus, "caret"))
        return [
            (max(start, a), min(end, b), kind) for start, end, kind in found if max(start, a) < min(end, b)
        ]

    def _is_right_to_left(self, line: Line) -> bool:
        """Whether the first letter of the paragraph with a direction of its own runs leftwards."""
        for char in self.document.text[line.paragraph : min(line.stop, line.paragraph + 200)]:
            direction = unicodedata.bidirectional(char)
            if direction in ("L", "R", "AL"):
                return direction != "L"
        return False

    # ------------------------------------------------------------ the gutter

    def _notes(self, line: Line) -> list[Span]:
        end = max(line.end, line.start + 1)
        if "note" not in self.layers.shown:
            return []
        return list(self.layers.layer("note").between(line.start, end))

    def _gutter(
        self, line: Line, cursor: Cursor, marks: list[tuple[int, int, str]], notes: list[Span]
    ) -> list[tuple[str, tuple[str, ...]]]:
        """The cells left of the text: category word, or its number where there is no room, note bar, pointer."""
        room = self.page.left - GUTTER
        bar, word = " ", ""
        look: tuple[str, ...] = ()
        if notes:
            opening = [note for note in notes if note.start >= line.start]
            category = category_of(opening[0] if opening else notes[0])
            look = (f"category-{category}",) if category else ("note-bar",)
            bar = _BAR
            if opening and category in self.categories:
                word = self.categories[category]
                if cells(word) >= room:
                    bar = str(category) if self._right_room() <= cells(word) else bar
                    word = ""
        elif any(kind == "hidden" for _, _, kind in marks):
            bar, look = _HIDDEN_BAR, ("aside",)
        selected = any(kind == "selection" for _, _, kind in marks)
        begins, ends = cursor.sentence
        opens = begins < ends and line.start <= begins < line.end
        sign = _SELECTED if selected else _POINTER if opens else " "
        return [
            (" " * (room - 1 - cells(word)) + word + " " if word else " " * room, look if word else ()),
            (bar, look),
            (sign, ("pointer",) if sign != " " else ()),
            (" ", ()),
        ]

    def _right_room(self) -> int:
        return self.page.width - self.page.left - self.page.measure - 3

    def _right_word(self, pieces: _Pieces, line: Line, used: int, notes: list[Span]) -> int:
        """Puts the category word right of the text where only that margin has room for it."""
        opening = [note for note in notes if note.start >= line.start]
        word = self.categories.get(category_of(opening[0]), "") if opening else ""
        edge = self.page.left + self.page.measure + 1
        if not word or cells(word) < self.page.left - GUTTER or self._right_room() <= cells(word):
            return used
        pieces.add(" " * (edge - used), self.looks.of())
        pieces.add(word, self.looks.of(f"category-{category_of(opening[0])}"))
        return max(edge, used) + cells(word)

    # ------------------------------------------------------------ rows between the lines

    def extra_row(self, line: Line, progress: str, thumb: bool = False) -> Row:
        """An extra row: the meta line, the label of something hidden, or space."""
        document, page = self.document, self.page
        place = (line.paragraph, line.part)
        if place == document.meta_at:
            text, name = " · ".join((*document.meta, progress) if progress else document.meta), "meta"
        elif document.title and place == (0, -3):
            text, name = document.title, "headline"
        elif place in document.notices:
            text, name = document.notices[place], "notice"
        else:
            return self.blank_row(thumb)
        text = printable(text)
        if cells(text) > page.measure:
            text = set_cell_size(text, page.measure - 1) + "…"
        lead = "┄ " if name == "notice" else ""
        pieces = _Pieces(self.looks.of())
        pieces.add(" " * (page.left - len(lead)), self.looks.of())
        pieces.add(lead + text, self.looks.of(name))
        return self._finish(pieces, page.left + cells(text), thumb)


class _Pieces:
    """Segments of a row; neighbours of one style are joined, which the terminal thanks."""

    def __init__(self, base: Style) -> None:
        self._style = base
        self._texts: list[str] = []
        self._done: list[Segment] = []

    def add(self, text: str, style: Style) -> None:
        if text:
            if style is not self._style:
                self._flush()
                self._style = style
            self._texts.append(text)

    def _flush(self) -> None:
        if self._texts:
            self._done.append(Segment("".join(self._texts), self._style))
            self._texts.clear()

    def segments(self) -> list[Segment]:
        self._flush()
        return self._done


def _of_whole_clusters(marks: list[tuple[int, int, str]], text: str, a: int) -> list[tuple[int, int, str]]:
    """The marks on the row `text`, which starts at `a`, drawn out to whole clusters: half an emoji cannot be drawn."""
    starts, _ = graphemes(text)
    return [
        (a + starts[bisect_right(starts, start - a) - 1], a + starts[bisect_left(starts, end - a)], kind)
        if start < end <= a + len(text)
        else (start, end, kind)
        for start, end, kind in marks
    ]


def category_of(span: Span) -> int:
    """The category 1-5 in the kind of a note's span, `note:3`; 0 without."""
    tail = span.kind.partition(":")[2]
    return int(tail) if tail.isdigit() and len(tail) == 1 else 0


def _clipped(span: tuple[int, int], low: int, high: int) -> tuple[int, int]:
    start, end = max(span[0], low), min(span[1], high)
    return (start, end) if start < end else (-1, -1)
