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
`wanted_width`, `pending` (count being typed), `selecting` (unit of the selection or None),
`found` ("3/14" or ""), `shown_layers`.

Methods: `open(document, position=0)`, `set_layer(kind, spans)`, `extend_layer(kind, spans)`, `set_categories(words)`,
`show_layers(kinds)`, `go_to(offset, *, select=None)`, `select(start, end)`, `set_width(n)`,
`marks_at(offset) -> ((layer, span), ...)` topmost first, `find(query)`, `find_next(n) -> bool`,
`clear_find()`, `clear_selection()`.
Layers (`LAYERS`): person, person_faint, figure, figure_faint, note, hit.

Actions (names for the action table, arguments in brackets): line(n) page(n) half_page(n) top bottom
sentence(n) paragraph(n) word(n) char(n) line_edge(n: -1 start, 1 end) next_mark(kind, n) find_next(n)
select(unit: 'char' | 'word' | 'sentence') drop (count, else selection, else search) open_mark
digit(d: a digit of a count: 3, then line(1), moves three lines). line scrolls and the sentence cursor
follows what is on the screen; where nothing scrolls it goes by sentences; in a selection it extends.

Messages: `Moved(offset)` the caret moved; `Selecting(on)` a selection begins or ends; `MarkOpened(kind, ref)`
Enter or click on a mark, kind being the layer; `Read(progress)` more of the text has been on the screen.

Theme variables, with defaults in `VARIABLES` for the app's `get_theme_variable_defaults`: $person,
$figure, $note, $hit, $sentence, $dim and $category-1 to $category-5.
"""

from __future__ import annotations

from typing import ClassVar

from textual.message import Message
from textual.timer import Timer

from reader.model import Span
from reader.ui.actions import bindings
from reader.ui.theming import VARIABLES
from reader.ui.widgets.reading.document import Document
from reader.ui.widgets.reading.layers import LAYERS
from reader.ui.widgets.reading.marked import MarkedView
from reader.ui.widgets.reading.text_view import TextView

__all__ = ["LAYERS", "VARIABLES", "Document", "ReadingPane"]

_DOUBLE_CLICK = 0.4  # a click opens a mark only when no second one follows
_KINDS = {"person": ("person", "person_faint"), "figure": ("figure", "figure_faint")}


class ReadingPane(MarkedView, TextView, inherit_bindings=False):
    """The reading pane; its whole interface is described at the top of this file."""

    DEFAULT_CSS: ClassVar[str] = """
    ReadingPane { background: $surface; color: $foreground; }
    """
    BINDINGS = [*bindings("text")]

    class Moved(Message):
        """The caret is at `offset` now."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

        def can_replace(self, message: Message) -> bool:
            """Only the last place matters."""
            return isinstance(message, ReadingPane.Moved)

    class Missed(Message):
        """There is no further mark of `kind`, or none before where `by` is negative."""

        def __init__(self, kind: str, by: int) -> None:
            super().__init__()
            self.kind, self.by = kind, by

    class Selecting(Message):
        """A selection begins (`on`) or ends: how far it goes while it grows is `ReadingPane.selection`."""

        def __init__(self, on: bool) -> None:
            super().__init__()
            self.on = on

        def can_replace(self, message: Message) -> bool:
            """Only the last state matters."""
            return isinstance(message, ReadingPane.Selecting)

    class MarkOpened(Message):
        """Enter or a click on a mark: its layer (`kind`) and the `ref` of its span."""

        def __init__(self, kind: str, ref: int) -> None:
            super().__init__()
            self.kind, self.ref = kind, ref

    class Read(Message):
        """`progress` (0-1) of the text has been on the screen."""

        def __init__(self, progress: float) -> None:
            super().__init__()
            self.progress = progress

        def can_replace(self, message: Message) -> bool:
            """Only how far it is by now matters."""
            return isinstance(message, ReadingPane.Read)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._click: Timer | None = None

    # ------------------------------------------------------------ messages up

    def _say(self, message: Message) -> None:
        # Textual's own selection calls us on the screen's behalf; without this the app would not hear it.
        message.set_sender(self)
        # The screen deals with all of them: by way of every container between, a key would cost a tenth more.
        (self.screen if self.is_attached else self).post_message(message)

    def mark_missed(self, kind: str, by: int) -> None:
        """Say that there is no such mark."""
        self._say(self.Missed(kind, by))

    def caret_moved(self, offset: int) -> None:
        """Say where the caret is."""
        self._say(self.Moved(offset))

    def selecting_changed(self) -> None:
        """Say whether something is selected."""
        self._say(self.Selecting(self.selecting is not None))

    def text_read(self, progress: float) -> None:
        """Say how far the text has been on the screen."""
        self._say(self.Read(progress))

    # ------------------------------------------------------------ marks and clicks on them

    def open(self, document: Document, position: int = 0) -> None:
        """Show `document` without marks or search, the caret at `position` (0: the top)."""
        self._stop_click()
        super().open(document, position)

    def action_open_mark(self) -> None:
        """Open the mark under the caret, else the first one of the sentence."""
        if self.bring_marks is not None:
            self.bring_marks()
        marks = [mark for mark in self.marks_at(self.caret) if mark[0] != "hit"]
        if not marks:
            inside = self.marks.touching(*self.sentence)
            marks = sorted((m for m in inside if m[0] != "hit"), key=lambda m: m[1].start)[:1]
        if marks:
            self._open(*marks[0])

    def _open(self, kind: str, span: Span) -> None:
        self._say(self.MarkOpened(kind, span.ref))

    def clicked(self, offset: int, in_gutter: bool) -> None:
        """Move the caret; a mark there is opened unless a second click comes."""
        marks = [mark for mark in self.marks_at(offset) if mark[0] != "hit"]
        if in_gutter:
            line = self.flow.line(self.flow.row_of(offset))
            notes = self.marks.layer("note").between(line.start, max(line.end, line.start + 1))
            marks = [("note", note) for note in notes if "note" in self.shown_layers][:1]
        if not marks:
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

    def action_drop(self) -> None:
        """Drop the count, else the selection, else the search."""
        if self.drop_count():
            return
        if self.selecting:
            self.clear_selection()
        else:
            self.clear_find()
