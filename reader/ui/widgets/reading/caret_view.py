"""A text view with a caret: the current sentence, a selection, and both kept on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Offset

from reader.ui.widgets.reading import motions
from reader.ui.widgets.reading.caret import Caret
from reader.ui.widgets.reading.cells import cells, graphemes, is_narrow
from reader.ui.widgets.reading.document import Document
from reader.ui.widgets.reading.flow import Line
from reader.ui.widgets.reading.page import Cursor

# A mixin, as in `plain`, and so is all that is made of it up to the pane.
if TYPE_CHECKING:
    from reader.ui.widgets.reading.text_view import TextView as _Mixin
else:
    _Mixin = object

_CONTEXT = 2  # rows kept in sight around the caret


class CaretView(_Mixin):
    """Moves a `Caret` over the text and redraws only the rows that show the difference."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._caret = Caret()
        self._lit: tuple[int, int] | None = None  # shown as selected, whatever is
        self._column: int | None = None  # the cell that moves by rows aim at
        self._furthest = 0.0
        self._rows_before = 0  # of the view, when it was last laid out
        self._leads = False  # the view scrolls after the caret, not the caret after the view

    # ------------------------------------------------------------ what others may want to know

    def caret_moved(self, offset: int) -> None:
        """Called after the caret moved."""

    def selecting_changed(self) -> None:
        """Called after a selection began or ended."""

    def text_read(self, progress: float) -> None:
        """Called when more of the text has been on the screen than before."""

    # ------------------------------------------------------------ state

    @property
    def caret(self) -> int:
        """Where the caret is."""
        return self._caret.offset

    @property
    def selection(self) -> tuple[int, int] | None:
        """The selected `(start, end)`, None if nothing is selected."""
        return self._caret.selection

    @property
    def selecting(self) -> str | None:
        """The unit of the selection, None if nothing is selected."""
        return None if self._caret.anchor is None else self._caret.unit

    @property
    def selected_text(self) -> str:
        """The selected characters of the text."""
        start, end = self.selection or (0, 0)
        return self.document.text[start:end]

    @property
    def sentence(self) -> tuple[int, int]:
        """The sentence at the caret."""
        return self._caret.sentence

    @property
    def target(self) -> tuple[int, int]:
        """What a note would be about: the selection, else the sentence."""
        return self.selection or self.sentence

    @property
    def progress(self) -> float:
        """The share of the text that is above the bottom of the view, 0-1."""
        bottom = self.top + self.rows
        if bottom >= self.flow.height:
            return 1.0
        return self.flow.line(bottom - 1).end / max(1, len(self.document.text))

    def progress_label(self) -> str:
        """Minutes, and how far the text has been read."""
        minutes = f"{max(1, round(self.document.minutes))} min" if self.document.minutes else ""
        done = f"{self._furthest:.0%} read" if self._furthest >= 0.01 else ""
        return " · ".join(piece for piece in (minutes, done) if piece)

    # ------------------------------------------------------------ moving

    def open(self, document: Document, position: int = 0) -> None:
        """Show `document` without marks, the caret at `position` and that on the screen."""
        self._caret = Caret(document.text)
        self._caret.move(position or motions.clamp(document.text, 0))
        self._column = None
        self._furthest = 0.0
        self.show_document(document)
        if self._caret.offset:
            self.show_row(self.flow.row_of(self._caret.offset), _CONTEXT)
            self._furthest = self.progress
        self._lit = None
        self.cursor = self._state()
        self.selecting_changed()
        self.caret_moved(self.caret)

    def show_row(self, row: int, margin: int = 0) -> None:
        """Scroll as little as shows `row`; the caret stays where it is."""
        self._leads = True
        super().show_row(row, margin)
        self._leads = False

    def show_caret(self) -> None:
        """Scroll as little as shows the caret; what is selected stays."""
        self.show_row(self.flow.row_of(self.caret))

    def _turn_to(self, row: int) -> None:
        self._leads = True
        self.scroll_to_row(row)
        self._leads = False

    def lay_out(self) -> None:
        """Fit the page to the widget; a caret that was on the screen stays on it."""
        row = self.flow.row_of(self.caret) - self.top
        shown = 0 <= row < self._rows_before or (not self._rows_before and self.caret > 0)
        super().lay_out()
        self._rows_before = self.rows if self.size else 0
        if shown:
            self.show_row(self.flow.row_of(self.caret))

    def go_to(self, offset: int, *, select: tuple[int, int] | None = None) -> None:
        """Put the caret at `offset` and show it; `select` selects that span besides."""
        if select is not None:
            self._caret.hold(*select)
            self._redraw()
            self._show_span(*select)
            self.selecting_changed()
            self.caret_moved(self.caret)
        else:
            self.move(offset)

    def select(self, start: int, end: int) -> None:
        """Select `[start, end)` and show it."""
        self.go_to(start, select=(start, end))

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        if self._caret.anchor is not None:
            self._caret.drop()
            self._redraw()
            self.selecting_changed()

    def begin_selection(self, unit: str) -> None:
        """Select by `unit` from the caret on, or give the selection another unit."""
        self._caret.begin(unit)
        self._redraw()
        self.selecting_changed()

    def move(
        self,
        offset: int,
        *,
        fine: bool = False,
        focus: tuple[int, int] | None = None,
        show: bool = True,
        keep_column: bool = False,
    ) -> None:
        """Move the caret; a selection goes with it. `fine` draws the character, `focus` a whole span."""
        if not keep_column:
            self._column = None
        self._caret.move(offset, fine=fine, focus=focus)
        self._redraw()
        if show and fine:
            self._show_span(self.caret, self.caret + 1)
        elif show:
            self._leap_to(*(focus or (self.caret, max(self.caret + 1, self.sentence[1]))))
        self.caret_moved(self.caret)

    def _show_span(self, start: int, end: int) -> None:
        """Scroll as little as brings a span into sight, its start if there is no room for all."""
        last = self.flow.row_of(max(start, end - 1))
        if last - self.flow.row_of(start) < self.rows // 2:
            self.show_row(last, _CONTEXT)
        self.show_row(self.flow.row_of(start), _CONTEXT)
        self._place_cursor(self.flow.row_of(start))

    def _leap_to(self, start: int, end: int) -> None:
        """Show a span; if it is out of sight turn most of a page, which is calmer than a row at every key."""
        first, last = self.flow.row_of(start), self.flow.row_of(max(start, end - 1))
        top, rows = self.top, self.rows
        if last - first >= rows * 2 // 3:
            last = first
        if first < top:
            self._turn_to(first - (rows * 2 // 3 if top - first <= rows else rows // 3))
        elif last >= top + rows:
            self._turn_to(first - (rows // 4 if last - top < 2 * rows else rows // 3))
        self._place_cursor(self.flow.row_of(start))

    def _place_cursor(self, row: int) -> None:
        """Tell the terminal where the caret is: input methods, magnifiers and braille lines follow it."""
        if self.has_focus:
            line = self.flow.line(row)
            x = self.painter.text_x(line) + cells(self.document.text[line.start : self.caret])
            self.app.cursor_position = self.content_region.offset + Offset(x, row - self.top)

    def light(self, start: int = 0, end: int = 0) -> None:
        """Show `[start, end)` as selected while something else has the keys; without arguments no longer."""
        self._lit = (start, end) if 0 <= start < end else None
        self._redraw()

    def _state(self) -> Cursor:
        state = self._caret.state()
        return state if self._lit is None else state._replace(selection=self._lit)

    def _redraw(self) -> None:
        """Repaint the rows on which the cursor differs from what is shown."""
        old, new = self.cursor, self._state()
        self.cursor = new
        spans: list[tuple[int, int]] = []
        for before, after in (
            (old.sentence, new.sentence), (old.selection, new.selection), (old.focus, new.focus),
        ):  # fmt: skip
            if before == after:
                continue
            if (
                before[1] > before[0]
                and after[1] > after[0]
                and max(before[0], after[0]) <= min(before[1], after[1])
            ):
                spans += [tuple(sorted((before[0], after[0]))), tuple(sorted((before[1], after[1])))]  # type: ignore[list-item]
            else:
                spans += [before, after]
        rows: set[int] = set()
        for start, end in spans:
            if start < end:
                first, last = self.flow.row_of(start) - self.top, self.flow.row_of(end) - self.top
                rows.update(range(max(first, 0), min(last + 1, self.rows)))
        if rows:
            self.refresh_rows(sorted(rows))

    # ------------------------------------------------------------ by rows

    def offset_at(self, x: int, line: Line) -> int:
        """The offset shown at cell `x` of the view on `line`, the nearest one beside the text."""
        column = x - self.painter.text_x(line)
        if column <= 0 or line.part:
            return line.start
        text = self.document.text[line.start : line.end]
        if is_narrow(text):
            at = line.start + min(column, len(text))
        else:
            starts, widths = graphemes(text)
            for start, width in zip(starts, widths):
                column -= width
                if column < 0:
                    return line.start + start
            at = line.end
        if at >= line.end > line.start and line.end < line.stop:
            return line.end - 1  # the break belongs to the next row
        return at

    def move_rows(self, by: int) -> None:
        """Move the caret by display rows, aiming at the cell where it began."""
        row = self.flow.row_of(self.caret)
        line = self.flow.line(row)
        if self._column is None:
            self._column = self.painter.text_x(line) + cells(self.document.text[line.start : self.caret])
        step = 1 if by > 0 else -1
        row = self.flow.settle(min(max(row + by, 0), self.flow.height - 1), self.rows)
        while 0 <= row < self.flow.height and self.flow.line(row).part:
            row += step
        if 0 <= row < self.flow.height:
            self.move(self.offset_at(self._column, self.flow.line(row)), fine=True, keep_column=True)

    def scroll_rows(self, by: int) -> int:
        """Scroll by rows; returns how many of them there was no text for."""
        top = self.top
        wanted = top + by
        self.scroll_to_row(wanted)
        return wanted - self.top if self.flow.exact else 0

    def scrolled(self, by: int) -> None:
        """The sentence cursor follows what is on the screen."""
        progress = self.progress
        if progress > self._furthest + 0.005 or progress == 1.0 > self._furthest:
            self._furthest = progress
            self.text_read(progress)
        if self._leads or self._caret.anchor is not None:
            return
        turned = abs(by) >= self.rows // 2  # a page is read from its top, in whatever direction it was turned
        if not turned and self.top <= self.flow.row_of(self.caret) < self.top + self.rows:
            return
        text = self.document.text
        first = self.flow.line(self.top).start
        last = self.flow.line(min(self.top + self.rows, self.flow.height) - 1).end
        if by > 0 or turned:
            at: int | None = first
            start = motions.sentence_at(text, first)[0]
            if start < first:
                at = motions.next_sentence(text, first)
        else:
            at = motions.sentence_at(text, max(first, last - 1))[0]
        self.move(first if at is None or not first <= at < last else at, show=False)
