"""A list with a cursor: movement, mouse and selection over rows that `RowPainting` draws."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from reader.ui.widgets.counting import Counting
from reader.ui.widgets.picks import Picks
from reader.ui.widgets.plain import take_focus
from reader.ui.widgets.row_painting import RowPainting


class LineList(Counting, RowPainting, ScrollView, can_focus=True):
    """A scrolling list with a cursor.

    Messages: `Highlighted` when the cursor moved, `Opened` on Enter or a click on the row under the cursor,
    `Picked` when other rows are selected, `Left` on the way back.
    """

    PANE: ClassVar[str] = "results"
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
        super().__init__(rows, empty=empty, id=id)
        self.picks = Picks()

    def words(self, row: Any) -> str:
        """What of a row is looked into when the list is narrowed by words."""
        return ""

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

    @property
    def picked(self) -> set[int]:
        """The selected rows."""
        return self.picks.rows

    @property
    def current(self) -> Any:
        """The row under the cursor, None when there is none."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    @property
    def chosen(self) -> list[Any]:
        """The selected rows, in order; the row under the cursor when none is."""
        found = [self.rows[index] for index in sorted(self.picked) if index < len(self.rows)]
        return found or ([] if self.current is None else [self.current])

    # ------------------------------------------------------------ focus
    def state_of(self, index: int) -> str:
        """The row under the cursor, in full only while the keys are here, and the selected ones look different."""
        if index == self.cursor:
            return "cursor" if self.has_focus else "cursor-away"
        return "picked" if index in self.picked else ""

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the cursor in full, or as a place only. Nothing else looks different: no styles are worked out."""
        self._refresh_row(self.cursor)

    def on_focus(self, event: events.Focus) -> None:
        """The row under the cursor shows that the keys are here; nothing else is painted."""
        take_focus(self, event)

    def on_blur(self, event: events.Blur) -> None:
        """The same when they go."""
        take_focus(self, event)

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
        if self.variable:  # as far as scrolling to it will look: nothing moves then
            self._settle(self.cursor, 4)
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

    def pick(self, rows: Iterable[int]) -> None:
        """Select just these rows."""
        rows = set(rows)
        if rows != self.picked:
            self.picks = Picks(rows)
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
