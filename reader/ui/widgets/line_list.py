"""A list drawn line by line over any lazy sequence: nothing is mounted per row, so its cost is flat.

Subclasses say how a row looks (`draw`) and may put headings between rows (`headings`). Movement, mouse,
selection and caching are here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from reader.ui.widgets.counting import Counting
from reader.ui.widgets.lines import Line, Piece
from reader.ui.widgets.looks import ROWS, Looks
from reader.ui.widgets.picks import Picks
from reader.ui.widgets.plain import take_focus
from reader.ui.widgets.rail import RailView
from reader.ui.widgets.row_places import RowPlaces, UnevenPlaces
from reader.ui.wording import fit, wrap_words


class LineList(Counting, RailView, can_focus=True):
    """A scrolling list with a cursor.

    Messages: `Highlighted` when the cursor moved, `Opened` on Enter or a click on the row under the cursor,
    `Picked` when other rows are selected, `Left` on the way back.
    """

    ALLOW_SELECT = False
    PANE: ClassVar[str] = "results"
    #: Rows take as many lines as `draw` gives; for short lists only. Headings are not drawn then.
    variable: ClassVar[bool] = False
    #: Blank lines at the end of a row, which the cursor does not mark.
    gap: ClassVar[int] = 0
    row_height: int = 1
    cursor: reactive[int] = reactive(0, repaint=False)

    @dataclass(repr=False, eq=False)
    class Highlighted(Message):
        """The cursor stands on another row."""

        origin: LineList
        index: int

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, LineList.Highlighted) and message.origin is self.origin

    @dataclass(repr=False, eq=False)
    class Opened(Message):
        """A row was chosen."""

        origin: LineList
        index: int

    @dataclass(repr=False, eq=False)
    class Picked(Message):
        """Other rows are selected."""

        origin: LineList

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, LineList.Picked) and message.origin is self.origin

    @dataclass(repr=False, eq=False)
    class Left(Message):
        """The reader wants to go back from here."""

        origin: LineList

    def __init__(self, rows: Sequence[Any] = (), *, empty: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: Sequence[Any] = rows
        self.empty = self._usual = empty
        self.picks = Picks()
        self._heads: dict[int, str] = {}  # what stands before a row
        self.places = RowPlaces(len(rows), self.row_height)
        self._measured = 0  # the width that the places of a variable list are for
        self._strips: LRUCache[Any, Strip] = LRUCache(512)
        self.looks = Looks(self, ROWS)

    # ------------------------------------------------------------ what subclasses say
    def draw(self, row: Any, index: int, width: int) -> Sequence[Line]:
        """The `row_height` lines of a row; each is cut or filled to `width` cells."""
        raise NotImplementedError

    def headings(self) -> Sequence[tuple[int, str]]:
        """(row index, text) of every heading, ascending; a heading stands before its row."""
        return ()

    def words(self, row: Any) -> str:
        """What of a row is looked into when the list is narrowed by words."""
        return ""

    def say_when_empty(self, text: str) -> None:
        """What stands there while there are no rows; "" for what usually does."""
        self.empty = text or self._usual

    def heights(self, width: int) -> Iterable[int]:
        """How many lines each row takes in a list of variable rows."""
        return [len(self.draw(row, index, width)) for index, row in enumerate(self.rows)]

    # ------------------------------------------------------------ rows
    def set_rows(
        self, rows: Sequence[Any], cursor: int = 0, *, quiet: bool = False, picked: Iterable[int] = ()
    ) -> None:
        """Show `rows` with the cursor on one of them, `picked` selected. `quiet` posts no `Highlighted`."""
        self.rows = rows
        self.picks = Picks(picked)
        self._heads = dict(self.headings())
        self._strips.clear()
        self._measure()
        cursor = self.validate_cursor(cursor)
        self.set_reactive(LineList.cursor, cursor)
        self._reveal()
        self.refresh()
        if not quiet:
            self._tell()

    def set_cursor(self, index: int) -> None:
        """Put the cursor on a row without telling."""
        old, new = self.cursor, self.validate_cursor(index)
        self.set_reactive(LineList.cursor, new)
        for row in (old, new):
            self._refresh_row(row)
        self._reveal()

    def repaint_rows(self) -> None:
        """Draw again what is seen, after something about the rows has changed."""
        self._strips.clear()
        self.refresh()

    def repaint_row(self, index: int) -> None:
        """Draw one row again: something about it has changed."""
        self._strips.clear()
        self._refresh_row(index)

    def _measure(self) -> None:
        if self.variable:
            self._measured = self.room if self.size.width else 0  # hidden: measured when it is seen
            self.places = UnevenPlaces(self.heights(self._measured) if self._measured else ())
        else:
            self.places = RowPlaces(len(self.rows), self.row_height, tuple(self._heads))
        self.set_height(self.places.total)

    def _refresh_row(self, index: int) -> None:
        self.refresh_lines(self.places.y_of(index), self.places.lines_of(index))

    @property
    def picked(self) -> set[int]:
        """The selected rows."""
        return self.picks.rows

    @property
    def current(self) -> Any:
        """The row under the cursor, None when there is none."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    # ------------------------------------------------------------ painting
    def notify_style_update(self) -> None:
        """Forget everything drawn in the old style."""
        super().notify_style_update()
        self._strips.clear()
        self.looks.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint lines; the first time it has a size before it is told so."""
        if self._drawn is None:
            self.on_resize()
        return super().render_lines(crop)

    def on_resize(self) -> None:
        """Fit the rows to the new size, which Textual paints by itself."""
        others = self.fit_rows() or (not self.variable and self.row_height != self.places.height)
        if others or (self.variable and self.room != self._measured):
            self._strips.clear()
            self._measure()
            self.refresh()
        self._reveal()

    def fit_rows(self) -> bool:
        """Choose the lines of a row for the height there is; whether they are others now."""
        return False

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the cursor in full, or as a place only. Nothing else looks different: no styles are worked out."""
        self._refresh_row(self.cursor)

    def on_focus(self, event: events.Focus) -> None:
        """The row under the cursor shows that the keys are here; nothing else is painted."""
        take_focus(self, event)

    def on_blur(self, event: events.Blur) -> None:
        """The same when they go."""
        take_focus(self, event)

    def _style(self, name: str, state: str) -> Style:
        return self.looks.of(*name.split(), *(state.split()))

    def render_line(self, y: int) -> Strip:
        """The strip of one visible line, with its cell of the rail."""
        rail = Segment(self.rail(y), self._style("rail", ""))
        return Strip([*self._line(y), rail], self.room + 1)

    def _line(self, y: int) -> Strip:
        width = self.room
        y += int(self.scroll_offset.y)
        if not len(self.rows):
            said = wrap_words(self.empty, max(width - 2, 1), 4)
            text = f" {said[y]}" if y < len(said) else ""
            return Strip([Segment(fit(text, width), self._style("meta", ""))], width)
        index, part = self.places.at(y)
        if index >= len(self.rows):
            return Strip.blank(width, self._style("", ""))
        state = ""
        if part >= 0 and not (self.gap and part >= self.places.lines_of(index) - self.gap):
            if index == self.cursor:
                state = "cursor" if self.has_focus else "cursor-away"
            elif index in self.picked:
                state = "picked"
        key = (index, part, state, width)
        strip = self._strips.get(key)
        if strip is None:
            if part < 0:
                strip = self._strip([Piece(f" {self._heads[index]} ", "heading")], "", width)
                self._strips[key] = strip
                return strip
            for number, line in enumerate(self.draw(self.rows[index], index, width)):
                self._strips[index, number, state, width] = self._strip(line, state, width)
            strip = self._strips.get(key) or Strip.blank(width, self._style("", ""))
        return strip

    def _strip(self, line: Line, state: str, width: int) -> Strip:
        segments = []
        left = width
        for text, name in line:
            if left <= 0:
                break
            cells = cell_len(text)
            if cells > left:
                text, cells = fit(text, left), left
            segments.append(Segment(text, self._style(name, state)))
            left -= cells
        if left > 0:
            segments.append(Segment(" " * left, self._style("", state)))
        return Strip(segments, width)

    # ------------------------------------------------------------ the cursor
    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self.rows) - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint the two rows, show the new one, tell."""
        if self.picks.reach(new):
            self._picked()
        for index in (old, new):
            self._refresh_row(index)
        self._reveal()
        self._tell()

    def _tell(self) -> None:
        if len(self.rows):
            (self.screen if self.is_attached else self).post_message(self.Highlighted(self, self.cursor))

    def _reveal(self) -> None:
        if not self.size.height or not len(self.rows):
            return
        places, extra = self.places, int(self.places.has_heading(self.cursor))
        top = places.y_of(self.cursor) - extra
        region = Region(0, top, max(self.size.width, 1), places.lines_of(self.cursor) + extra)
        self.scroll_to_region(region, animate=False, force=True)

    @property
    def _page(self) -> int:
        return max(1, self.size.height // self.row_height - 1)

    def action_line(self, step: int) -> None:
        """Move `step` rows."""
        self.cursor += self.take_count(step)

    def action_page(self, step: int) -> None:
        """Move `step` pages."""
        self.cursor += self.take_count(step) * self._page

    def action_half_page(self, step: int) -> None:
        """Move `step` half pages."""
        self.cursor += self.take_count(step) * max(1, self._page // 2)

    def action_top(self) -> None:
        """To the first row, or to that of the count."""
        self.cursor = self.take_count(1) - 1

    def action_bottom(self) -> None:
        """To the last row, or to that of the count."""
        self.cursor = (self.take_count(1) if self.pending else len(self.rows)) - 1

    def action_open_row(self) -> None:
        """Choose the row under the cursor."""
        self.drop_count()
        if len(self.rows):
            self.post_message(self.Opened(self, self.cursor))

    def action_leave_row(self) -> None:
        """Go back from the list."""
        self.post_message(self.Left(self))

    def action_select(self, how: str) -> None:
        """Pick the row under the cursor, or as many as the count says, or start (and end) a range."""
        if how == "row":
            end = min(self.cursor + self.take_count(1), len(self.rows))
            self.picks.toggle(range(self.cursor, end))
            self.cursor = end
        else:
            self.drop_count()
            self.picks.turn_range(self.cursor)
        self._picked()

    def _picked(self) -> None:
        self.repaint_rows()
        (self.screen if self.is_attached else self).post_message(self.Picked(self))

    def clear_picked(self) -> bool:
        """Unpick everything; whether anything was picked."""
        had = bool(self.picked)
        self.picks = Picks()
        self._picked()
        return had

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; on the row under the cursor it opens."""
        if event.x >= self.room:
            return
        index, part = self.places.at(event.y + int(self.scroll_offset.y))
        if part < 0 or index >= len(self.rows):
            return
        if index == self.cursor and event.chain > 1:
            self.action_open_row()
        elif index != self.cursor:
            self.cursor = index
