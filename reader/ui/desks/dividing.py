"""How wide the list and the sidebar are: by keys, or by the mouse on the edge beside them. It is kept for the next
start, for each layout of the screen."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING

from textual import events

from reader import paths
from reader.durable import replacing
from reader.ui.screens.desk import MainDesk

if TYPE_CHECKING:
    from reader.ui.room import Room
    from reader.ui.widgets.edge import Edge

_FILE = "panes.json"
_STEP = 4  # columns a key
_USUAL = 46  # columns of a pane
_LEAST, _TEXT = 20, 40  # columns that a pane has at least, and that are left to the text
_REST = 0.15  # seconds that the mouse is at an edge before that is shown: not while it goes past


class DividingDesk(MainDesk):
    """Where the panes are divided. A pane is "list" or "side"; where the sidebar lies over the list, both are as
    wide."""

    def __init__(self, frame: Room) -> None:
        super().__init__(frame)
        self._total, self._layout, self._columns = 0, "", 0
        self._set: dict[str, int] = {}  # what is set in place of the style sheet's widths
        self._held = ""  # the pane whose edge the mouse holds
        self._near = ""  # the pane at whose edge the mouse is
        self._line: Edge | None = None  # for who uses the mouse

    @cached_property
    def _kept(self) -> dict[str, dict[str, int]]:
        """Layout → pane → columns."""
        try:
            kept = json.loads((paths.state_dir() / _FILE).read_text("utf-8"))
            return {str(a): {str(b): int(n) for b, n in of.items()} for a, of in kept.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def fit(self, width: int, layout: str, columns: int) -> None:
        """The screen is `width` columns wide, and has so many panes beside one another in this layout."""
        self._total, self._layout, self._columns = width, layout, columns
        self.frame.filter_bar.show_grip(columns > 1)
        self._show("")
        self._apply()

    def _apply(self) -> None:
        wanted = self._kept.get(self._layout, {}) if self._columns > 1 else {}
        made = {pane: self._within(pane, width) for pane, width in wanted.items()}
        if made == self._set:
            return
        self._set = made
        over = "list" if self._columns == 2 else "side"
        for widget, pane in ((self.frame.left, "list"), (self.frame.side, over)):
            widget.styles.width = made.get(pane)

    def _within(self, pane: str, width: int) -> int:
        other = self._width("side" if pane == "list" else "list") if self._columns == 3 else 0
        return max(min(width, self._total - other - _TEXT), _LEAST)

    def _width(self, pane: str) -> int:
        """What it is to have or, before it is laid out, usually has."""
        widget = self.frame.side if pane == "side" else self.frame.left
        return self._kept.get(self._layout, {}).get(pane) or widget.region.width or _USUAL

    # ------------------------------------------------------------ keys
    def divide(self, by: int) -> None:
        """Make the list wider or narrower, or the sidebar when the keys are there; 0: both as at first."""
        frame = self.frame
        if self._columns < 2 or frame.has_class("zen"):
            if by:
                frame.say("Only one pane is shown: there is no edge to move.")
        elif by:
            pane = "side" if self._columns == 3 and frame.pane not in ("list", "text") else "list"
            self._resize(pane, self._width(pane) + by * _STEP)
            self._keep()
            frame.say(f"{'Sidebar' if pane == 'side' else 'List'}: {self._set[pane]} columns")
        elif self._kept.pop(self._layout, None):
            self._apply()
            self._keep()

    def _resize(self, pane: str, width: int) -> None:
        self._kept.setdefault(self._layout, {})[pane] = self._within(pane, width)
        self._apply()

    def _keep(self) -> None:
        text = json.dumps(self._kept).encode()

        def write() -> None:
            paths.state_dir().mkdir(parents=True, exist_ok=True)
            with replacing(paths.state_dir() / _FILE) as file:
                file.write(text)

        self.frame.jobs.write(write, lambda _: None, self.frame.trouble)

    # ------------------------------------------------------------ the mouse
    def takes(self, event: events.MouseEvent) -> bool:
        """Whether a mouse event takes hold of an edge, moves it, or lets it go; then it is nobody else's."""
        if isinstance(event, events.MouseDown):
            self._held = self._near = self._edge_at(event) if event.button == 1 else ""
            self._show(self._held)
            return bool(self._held)
        if not self._held:
            if isinstance(event, events.MouseMove):
                self._come_near(self._edge_at(event))
            return False
        if isinstance(event, events.MouseMove):
            x = int(event.screen_x)
            self._resize(self._held, self._total - x if self._held == "side" else x)
            self._show(self._held)
        elif isinstance(event, events.MouseUp):
            self._held = ""
            self._keep()
        return True

    def _come_near(self, pane: str) -> None:
        if pane == self._near:
            return
        self._near = pane
        if pane:
            self.frame.set_timer(_REST, lambda: self._show(self._held or self._near))
        else:
            self._show("")

    def _show(self, pane: str) -> None:
        """Show the edge of a pane, or none."""
        frame = self.frame
        if not pane:
            if self._line is not None:
                self._line.display = False
            return
        if self._line is None:
            from reader.ui.widgets.edge import Edge

            self._line = Edge()
            frame.middle.screen.mount(self._line)
        width = self._set.get(pane) or self._width(pane)
        middle = frame.middle.region
        self._line.stand(self._total - width if pane == "side" else width, middle.y, middle.height)

    def _edge_at(self, event: events.MouseEvent) -> str:
        """The pane whose edge is there: the first column behind the list, the first of the sidebar."""
        frame = self.frame
        x, y = int(event.screen_x), int(event.screen_y)
        middle = frame.middle.region
        if self._columns < 2 or frame.has_class("zen") or not middle.y <= y < middle.bottom:
            return ""
        on_grip = y == middle.y and frame.filter_bar.grip_at(x)
        if x == middle.x or on_grip:
            return "list"
        return "side" if self._columns == 3 and x == frame.side.region.x else ""
