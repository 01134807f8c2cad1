"""The reading pane: a text at a comfortable measure with marks, a sentence cursor and a selection.

Use
    pane = ReadingPane(id="text")
    pane.open(Document.from_article(article), position=1200)      # a caret offset saved earlier
    pane.set_layer("person", [Span(s, e, "person", ref=i), ...])  # ref comes back in MarkOpened
    pane.set_layer("note", [Span(s, e, "note:3", ref=i), ...])    # ":3" = category 1-5 of the gutter word
    pane.set_categories({1: "key", 2: "quote", ...})

Offsets are code points in `document.text`, ends exclusive.

Values: `document`, `caret`, `selection` (start, end) or None, `selected_text`, `sentence` (start, end),
`target` (the selection, or else the sentence: what a note would be made on), `progress` 0-1,
`minutes_left`, `wanted_width`, `pending` (count being typed), `selecting` (unit of the selection or None),
`found` ("3/14" or ""), `shown_layers`.

Methods: `open(document, position=0)`, `set_layer(kind, spans)`, `set_categories(words)`,
`show_layers(kinds)`, `go_to(offset, *, select=None)`, `select(start, end)`, `set_width(n)`,
`marks_at(offset) -> ((layer, span), ...)` topmost first, `find(query)`, `find_next(n) -> bool`,
`clear_find()`, `clear_selection()`.
Layers (`LAYERS`): person, person_faint, figure, figure_faint, note, hit.

Actions (names for the action table, arguments in brackets): line(n) page(n) half_page(n) top bottom
sentence(n) paragraph(n) word(n) char(n) line_edge(n: -1 start, 1 end) next_mark(kind, n) find_next(n)
select(unit: 'char' | 'word' | 'sentence') drop (count, else selection, else search) open_mark
digit(d: a digit of a count: 3, then line(1), moves three lines). line scrolls and the sentence cursor
follows what is on the screen; where nothing scrolls it goes by sentences; in a selection it extends.

Messages: `Moved(offset)` the caret moved; `Selected(start, end)` or (None, None); `MarkOpened(kind, ref)`
Enter or click on a mark, kind being the layer; `Read(progress)` more of the text has been on the screen.

Theme variables, with defaults in `VARIABLES` for the app's `get_theme_variable_defaults`: $person,
$figure, $note, $hit, $sentence, $dim and $category-1 to $category-5.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual.message import Message
from textual.timer import Timer

from reader.model import Span
from reader.text import one_line
from reader.ui.actions import bindings
from reader.ui.widgets.reading.document import Document
from reader.ui.widgets.reading.finder import Finder
from reader.ui.widgets.reading.layers import LAYERS
from reader.ui.widgets.reading.moving import MovingView
from reader.ui.widgets.reading.styles import COMPONENTS, CSS, VARIABLES

__all__ = ["LAYERS", "VARIABLES", "Document", "ReadingPane"]

_FIND_PAUSE = 0.02
_DOUBLE_CLICK = 0.4  # a click opens a mark only when no second one follows
_KINDS = {"person": ("person", "person_faint"), "figure": ("figure", "figure_faint")}


class ReadingPane(MovingView, inherit_bindings=False):
    """The reading pane; its whole interface is described at the top of this file."""

    COMPONENT_CLASSES: ClassVar[set[str]] = COMPONENTS
    DEFAULT_CSS: ClassVar[str] = CSS
    BINDINGS = [*bindings("text")]

    @dataclass
    class Moved(Message):
        """The caret is at `offset` now."""

        pane: ReadingPane
        offset: int

        @property
        def control(self) -> ReadingPane:
            return self.pane

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, ReadingPane.Moved)

    @dataclass
    class Selected(Message):
        """`[start, end)` is selected now, or nothing (None, None)."""

        pane: ReadingPane
        start: int | None
        end: int | None

        @property
        def control(self) -> ReadingPane:
            return self.pane

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, ReadingPane.Selected)

    @dataclass
    class MarkOpened(Message):
        """Enter or a click on a mark: its layer (`kind`) and the `ref` of its span."""

        pane: ReadingPane
        kind: str
        ref: int

        @property
        def control(self) -> ReadingPane:
            return self.pane

    @dataclass
    class Read(Message):
        """`progress` (0-1) of the text has been on the screen."""

        pane: ReadingPane
        progress: float

        @property
        def control(self) -> ReadingPane:
            return self.pane

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, ReadingPane.Read)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._finder: Finder | None = None
        self._finding: Timer | None = None
        self._click: Timer | None = None

    # ------------------------------------------------------------ messages up

    def _say(self, message: Message) -> None:
        # Textual's own selection calls us on the screen's behalf; without this the app would not hear it.
        message.set_sender(self)
        self.post_message(message)

    def caret_moved(self, offset: int) -> None:
        """Say where the caret is."""
        self._say(self.Moved(self, offset))

    def selection_changed(self, selection: tuple[int, int] | None) -> None:
        """Say what is selected."""
        self._say(self.Selected(self, *(selection or (None, None))))

    def text_read(self, progress: float) -> None:
        """Say how far the text has been on the screen."""
        self._say(self.Read(self, progress))

    # ------------------------------------------------------------ marks

    def open(self, document: Document, position: int = 0) -> None:
        """Show `document` without marks or search, the caret at `position` (0: the top)."""
        self._finder = None
        self._stop_click()
        super().open(document, position)

    def set_layer(self, kind: str, spans: Iterable[Span]) -> None:
        """Replace the spans of one of `LAYERS`; KeyError for another name."""
        self.marks.put(kind, spans)
        self.repaint()

    def set_categories(self, words: Mapping[int, str]) -> None:
        """The words of the note categories 1-5, shown beside the notes that have them."""
        self.painter.categories = {number: one_line(word) for number, word in words.items()}
        self.repaint()

    @property
    def shown_layers(self) -> frozenset[str]:
        """The layers that are drawn."""
        return self.marks.shown

    def show_layers(self, kinds: Iterable[str]) -> None:
        """Draw these layers only."""
        self.marks.shown = frozenset(kinds)
        self.repaint()

    def marks_at(self, offset: int) -> tuple[tuple[str, Span], ...]:
        """(layer, span) of the drawn marks under the character at `offset`, the topmost first."""
        return self.marks.at(offset)

    def action_next_mark(self, kind: str, by: int) -> None:
        """Go to the next or previous mark of `kind`: person, figure, note, hit. Faint marks are passed."""
        layer = self.marks.layer(kind)
        found, offset = None, self.caret
        for _ in range(abs(self.take_count(by))):
            span = layer.after(offset) if by > 0 else layer.before(offset)
            if span is None:
                break
            found, offset = span, span.start
        if found is not None:
            self.move(found.start, focus=(found.start, found.end))

    def action_open_mark(self) -> None:
        """Open the mark under the caret, else the first one of the sentence."""
        marks = [mark for mark in self.marks_at(self.caret) if mark[0] != "hit"]
        if not marks:
            inside = self.marks.touching(*self.sentence)
            marks = sorted((m for m in inside if m[0] != "hit"), key=lambda m: m[1].start)[:1]
        if marks:
            self._open(*marks[0])

    def _open(self, kind: str, span: Span) -> None:
        self._say(self.MarkOpened(self, kind, span.ref))

    def clicked(self, offset: int, in_gutter: bool) -> None:
        """Move the caret; a mark there is opened unless a second click comes."""
        marks = [mark for mark in self.marks_at(offset) if mark[0] != "hit"]
        if in_gutter:
            line = self.flow.line(self.flow.row_of(offset))
            notes = self.marks.layer("note").between(line.start, max(line.end, line.start + 1))
            marks = [("note", note) for note in notes if "note" in self.shown_layers][:1]
        if not marks or (in_gutter and not marks):
            super().clicked(offset, in_gutter)
            return
        kind, span = marks[0]
        self.move(span.start, focus=(span.start, span.end), show=False)
        self._stop_click()
        self._click = self.set_timer(_DOUBLE_CLICK, lambda: self._open(kind, span))

    def _stop_click(self) -> None:
        if self._click is not None:
            self._click.stop()
            self._click = None

    def begin_selection(self, unit: str) -> None:
        """Select by `unit`; a click that would have opened a mark was the first of two."""
        self._stop_click()
        super().begin_selection(unit)

    # ------------------------------------------------------------ search in the text

    def find(self, query: str) -> int:
        """Mark `query` everywhere and go to the first hit from the caret on; returns the hits so far.

        Of a long text the part up to that hit is searched at once, the rest while the reader reads.
        """
        self._finder = finder = Finder(self.document.text, query)
        start = self.sentence[0] if self.sentence[0] <= self.caret else self.caret
        while not finder.done and not (finder.hits and finder.hits[-1].start >= start):
            finder.step()
        self.set_layer("hit", finder.hits)
        hit = next((hit for hit in finder.hits if hit.start >= start), None)
        hit = hit or (finder.hits[0] if finder.hits else None)
        if hit is not None:
            self.move(hit.start, focus=(hit.start, hit.end))
        if not finder.done:
            self._finding = self.set_timer(_FIND_PAUSE, self._find_on)
        return len(finder.hits)

    def _find_on(self) -> None:
        finder = self._finder
        if finder is None:
            return
        if finder.step() or finder.done:
            self.set_layer("hit", finder.hits)
        if finder.done:
            self.caret_moved(self.caret)
        else:
            self._finding = self.set_timer(_FIND_PAUSE, self._find_on)

    def find_next(self, by: int) -> bool:
        """Go to the next or previous hit; False if there is none on that side."""
        before = self.caret
        self.action_next_mark("hit", by)
        return self.caret != before

    def action_find_next(self, by: int) -> None:
        """Go to the next or previous hit, around the end of the text."""
        layer = self.marks.layer("hit")
        if not self.find_next(by) and len(layer):
            span = layer[0 if by > 0 else len(layer) - 1]
            self.move(span.start, focus=(span.start, span.end))

    def clear_find(self) -> None:
        """Forget the search and its marks."""
        self._finder = None
        self.set_layer("hit", ())

    @property
    def found(self) -> str:
        """Which hit the caret is at, of how many: `3/14`; `14+` while a long text is searched; "" without."""
        layer = self.marks.layer("hit")
        searching = self._finder is not None and not self._finder.done
        if not len(layer):
            return "" if self._finder is None else "0/0"
        return f"{layer.index_at(self.caret)}/{len(layer)}{'+' if searching else ''}"

    def action_drop(self) -> None:
        """Drop the count, else the selection, else the search."""
        if self.pending:
            self.pending = 0
        elif self.selecting:
            self.clear_selection()
        else:
            self.clear_find()
