"""A scrolling view of one document: layout, painting, keeping the place. It knows no cursor keys."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from reader.ui.widgets.looks import Looks
from reader.ui.widgets.plain import Drawn, take_focus
from reader.ui.widgets.reading.document import Document
from reader.ui.widgets.reading.flow import Flow, Line
from reader.ui.widgets.reading.layers import Layers
from reader.ui.widgets.reading.page import Cursor, Page, Row
from reader.ui.widgets.reading.painter import Painter
from reader.ui.widgets.reading.styles import LOOKS

_EAGER = 1 << 16  # code points measured at once; more is refined while the reader reads
_SLICE = 0.008
_PAUSE = 0.012
_BREATH = 0.12  # before refining begins: first the page is painted
_SHOW_EVERY = 16  # slices between two updates of the height


class TextView(Drawn, ScrollView, can_focus=True):
    """Shows a `Document` at a centred measure and keeps the place when rows move."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.styles.overflow_x = self.styles.overflow_y = "hidden"
        self.document = Document("")
        self.flow = Flow("")
        self.marks = Layers()
        self.cursor = Cursor()
        self.painter = Painter(Looks(self, LOOKS), self.marks)
        self.page = Page(80, 4, 72)
        self.wanted_width = 72
        self._place = (0, 0)  # text at the top of the view, extra rows above it
        self._refiner: Timer | None = None
        self._slices = 0
        self._keeping = False
        self._painted: list[Row | None] = []  # what is on the screen, by row
        self._soon = False  # all rows will be compared with the screen before the next frame
        self._thumb = range(0)
        self._fitted = (Size(0, 0), 0)  # the room and the wanted width that the page was fitted to

    @property
    def allow_vertical_scroll(self) -> bool:
        """The wheel scrolls: the rail is painted with the text, a scroll bar would be sent whole at every step."""
        return True

    # ------------------------------------------------------------ focus

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Nothing looks different with the focus: no styles are worked out."""

    def on_focus(self, event: events.Focus) -> None:
        """Take the keys without painting anything."""
        take_focus(self, event)

    def on_blur(self, event: events.Blur) -> None:
        """Give the keys away without painting anything."""
        take_focus(self, event)

    # ------------------------------------------------------------ layout

    def show_document(self, document: Document) -> None:
        """Put another document on the page, at its top."""
        self._refresh_soon()
        self.document = document
        self.marks.clear()
        self.flow = Flow(document.text, self.page.measure, document.shapes)
        self.painter.show(document)
        self._measure()
        self._place = (0, self.flow.row_of(0))
        self._fit_height()
        self._restore_place()

    def set_width(self, width: int) -> None:
        """Wrap at `width` cells, or as many as there is room for; the place is kept."""
        self.wanted_width = max(20, width)
        self.lay_out()

    def on_resize(self) -> None:
        """Fit the page to the widget; the place is kept."""
        self.lay_out()

    def lay_out(self) -> None:
        """Fit the page to the widget and the wanted width."""
        if self._fit_page():
            self.refresh()

    @property
    def size(self) -> Size:
        """What there is to draw on: all of it. Textual takes off at every call what is round it: nothing."""
        return self.outer_size

    def _fit_page(self) -> bool:
        """The same without painting; whether there is anything to paint."""
        room = self.size
        fitted, self._fitted = self._fitted, (room, self.wanted_width)
        page = Page.fitted(room.width or 80, self.wanted_width)
        if page != self.page:
            self.page = self.painter.page = page
            self.painter.reset()
            if page.measure != self.flow.width:
                self.flow.set_width(page.measure)
                self._measure()
        self._fit_height()
        self._restore_place()
        return fitted != self._fitted

    def _measure(self) -> None:
        if len(self.flow.text) <= _EAGER:
            self.flow.refine(60)
        elif self._refiner is None and self.is_attached:
            self._refiner = self.set_timer(_BREATH, self._refine)

    def _refine(self) -> None:
        self._refiner = None
        done = self.flow.refine(_SLICE)
        self._slices += 1
        if done or not self._slices % _SHOW_EVERY:
            self._fit_height()
        self._restore_place()
        if not done:
            self._refiner = self.set_timer(_PAUSE, self._refine)

    def _fit_height(self) -> None:
        size = Size(self.page.width, self.flow.height)
        if size != self.virtual_size:
            # Without scroll bars no other widget depends on it: no layout, which costs more than a page.
            self.set_reactive(TextView.virtual_size, size)
            self._place_thumb()
            self.refresh_rows()

    # ------------------------------------------------------------ the place

    @property
    def rows(self) -> int:
        """How many rows of the widget show text."""
        return max(1, self.size.height)

    @property
    def top(self) -> int:
        """The row at the top of the view."""
        return round(self.scroll_y)

    @property
    def on_screen(self) -> tuple[int, int]:
        """The stretch of the text that is on screen."""
        last = min(self.top + self.rows, self.flow.height) - 1
        return self.flow.line(self.top).start, self.flow.line(max(last, self.top)).end

    def _note_place(self) -> None:
        line = self.flow.line(self.top)
        self._place = (line.start, self.flow.row_of(line.start) - self.top)

    def _restore_place(self) -> None:
        """Scroll so that the noted place is at the top again."""
        offset, above = self._place
        row = max(0, self.flow.row_of(offset) - above)
        if row != self.top:
            self._keeping = True
            self.scroll_to(y=row, animate=False, force=True, immediate=True)
            self._keeping = False

    def scroll_to_row(self, row: int) -> None:
        """Bring `row` to the top of the view, as far as there is text, at once."""
        row = self.flow.settle(max(0, row), self.rows)
        self._fit_height()
        self.scroll_to(y=min(row, self.max_scroll_y), animate=False, force=True, immediate=True)

    def show_row(self, row: int, margin: int = 0) -> None:
        """Scroll as little as shows `row` with `margin` rows around it; far jumps put it in the upper third."""
        rows = self.rows
        margin = min(margin, (rows - 1) // 2)
        top = self.top
        if row - margin < top:
            wanted = row - margin
        elif row + margin >= top + rows:
            wanted = row + margin - rows + 1
        else:
            return
        if abs(wanted - top) > rows:
            wanted = row - rows // 3
        self.scroll_to_row(wanted)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Measure what comes into view before it is painted; remember the place."""
        # Not what ScrollView does: there is no scroll bar, and only what changes is painted.
        if round(old_value) == round(new_value):
            return
        if self._keeping:
            self._place_thumb()
            self.refresh_rows()  # rows moved above the view: perhaps nothing in it did
            return
        if not self.flow.exact:
            row = self.flow.settle(round(new_value), self.rows)
            if row != round(new_value):
                self.set_scroll(None, row)
                self.scroll_target_y = row
        self._note_place()
        self.scrolled(round(new_value) - round(old_value))
        self._place_thumb()
        self.refresh_rows()

    def refresh_rows(self, rows: Iterable[int] = ()) -> None:
        """Repaint what differs from the screen on these rows of the view, or on all.

        The blank end of a row is not sent again. A row is one region: Textual sends a row from its left
        edge for every region on it.
        """
        if self._soon:
            return
        if len(self._painted) != self.size.height:
            self.refresh()
            return
        regions = []
        painted = self._painted
        for y in rows or range(len(painted)):
            if not 0 <= y < len(painted):
                continue
            old, new = painted[y], self._row(y)
            if old is None:
                self.refresh()
                return
            if old is not new and old != new:
                end = self.page.width if old.thumb != new.thumb else max(old.end, new.end)
                if end:
                    regions.append(Region(0, y, end, 1))
        if regions:
            self.refresh(*regions)

    def _refresh_soon(self) -> None:
        """Repaint what differs from the screen once the message that is being dealt with has changed it all."""
        if not self.is_attached:
            self.refresh()
        elif not self._soon:
            self._soon = True
            self.call_next(self._refresh_now)

    def _refresh_now(self) -> None:
        self._soon = False
        self.refresh_rows()

    def scrolled(self, by: int) -> None:
        """Called when the reader scrolled by so many rows."""

    # ------------------------------------------------------------ painting

    def notify_style_update(self) -> None:
        """Another theme: every style is made again."""
        super().notify_style_update()
        self.painter.looks.clear()
        self.painter.reset()

    def repaint(self, where: tuple[int, int] | None = None) -> None:
        """Paint again what is on a stretch of the text, or everything: the marks changed."""
        self.painter.reset(where)
        self._refresh_soon()

    def progress_label(self) -> str:
        """What the meta line says at its end."""
        return ""

    def line_at(self, y: int) -> Line | None:
        """The line at row `y` of the view, None below the text."""
        y += self.top
        return self.flow.line(y) if y < self.flow.height else None

    def _place_thumb(self) -> None:
        rows, height = self.rows, self.flow.height
        if height <= rows:
            self._thumb = range(0)
            return
        length = max(1, rows * rows // height)
        start = round(self.top * (rows - length) / (height - rows))
        self._thumb = range(start, start + length)

    def _row(self, y: int) -> Row:
        line = self.line_at(y)
        thumb = y in self._thumb
        if line is None:
            return self.painter.blank_row(thumb)
        if line.part:
            return self.painter.extra_row(line, self.progress_label(), thumb)
        return self.painter.text_row(line, self.cursor, thumb)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint rows."""
        if self.page.width != (self.size.width or 80):
            self._fit_page()  # painted before it is told its new size
        self._place_thumb()
        if len(self._painted) != self.size.height:
            self._painted = [None] * self.size.height
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """The strip at row `y` of the view."""
        row = self._row(y)
        if y < len(self._painted):
            self._painted[y] = row
        return row.strip
