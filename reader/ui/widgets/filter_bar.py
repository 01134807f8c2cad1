"""The line above the list: what is shown and how it is ordered; a query field while one is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.text import one_line
from reader.ui.widgets.looks import Look, Looks
from reader.ui.widgets.plain import Drawn
from reader.ui.wording import fit

_GRIP = "‹›"  # by which the edge of the list is moved


class FilterBar(Drawn, Widget):
    """One line: the query, or how many articles there are, and the order. A click asks for another. At its
    end the edge of the list can be taken hold of."""

    ALLOW_SELECT = False

    @dataclass(repr=False, eq=False)
    class Pressed(Message):
        """The line was clicked: the query, or the order at its right end."""

        origin: FilterBar
        order: bool

    def __init__(self) -> None:
        super().__init__()
        self.looks = Looks(self, {"order": Look("dim")})
        self._query = ""
        self._counts: Sequence[str] = ()
        self._order = ""
        self._order_at = 0  # the cell from which on it stands
        self._grip = ""
        self._grip_cells = range(0)

    def show(self, query: str, counts: Sequence[str], order: str) -> None:
        """Show `query` and as many of the `counts` as there is room for at the left, `order` at the right."""
        shown = (f"/ {one_line(query)}  " if query.strip() else "", counts, order)
        if shown != (self._query, self._counts, self._order):
            self._query, self._counts, self._order = shown
            self.refresh()

    def show_grip(self, shown: bool) -> None:
        """Show at the right end, if there is room, that the list may be made wider, or do not."""
        grip = _GRIP if shown else ""
        if grip != self._grip:
            self._grip = grip
            self.refresh()

    def grip_at(self, x: int) -> bool:
        """Whether that stands at cell `x`."""
        return x in self._grip_cells

    def notify_style_update(self) -> None:
        """Another theme: every style is made again."""
        super().notify_style_update()
        self.looks.clear()

    def render_line(self, y: int) -> Strip:
        """The line."""
        width = self.size.width
        said = self._query + "".join(self._counts[:1])
        order, rest = "", list(self._counts[1:])
        if rest and len(said) + len(rest[0]) + 4 <= width:  # how many are unread goes before the order
            said += f", {rest.pop(0)}"
        if len(self._order) + len(said) + 3 < width:
            order = f"{self._order} "
        for more in rest:
            if len(said) + len(more) + len(order) + 4 > width:
                break
            said += f", {more}"
        grip = self._grip if len(said) + len(order) + len(self._grip) + 3 <= width else ""
        self._grip_cells = range(width - len(grip), width)
        order += grip
        self._order_at = width - len(order)
        return Strip(
            [
                Segment(fit(f" {said}", width - len(order)), self.looks.of()),
                Segment(order, self.looks.of("order")),
            ],
            width,
        )

    def on_click(self, event: events.Click) -> None:
        """Ask for a query or an order."""
        self.post_message(self.Pressed(self, event.x >= self._order_at))
