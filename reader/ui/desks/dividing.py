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

_FILE = "panes.json"
_STEP = 4  # columns a key
_USUAL = 46  # columns of a pane
_LEAST, _TEXT = 20, 40  # columns that a pane has at least, and that are left to the text


class DividingDesk(MainDesk):
    """Where the panes are divided. A pane is "list" or "side"; where the sidebar lies over the list, both are as
    wide."""

    def __init__(self, frame: Room) -> None:
        super().__init__(frame)
        self._total, self._layout, self._columns = 0, "", 0
        self._set: dict[str, int] = {}  # what is set in place of the style sheet's widths
        self._held = ""  # the pane whose edge the mouse holds

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
            self._held = self._edge_at(event) if event.button == 1 else ""
            return bool(self._held)
        if not self._held:
            return False
        if isinstance(event, events.MouseMove):
            x = int(event.screen_x)
            self._resize(self._held, self._total - x if self._held == "side" else x)
        elif isinstance(event, events.MouseUp):
            self._held = ""
            self._keep()
        return True

    def _edge_at(self, event: events.MouseEvent) -> str:
        """The pane whose edge is there: the first column behind the list, the first of the sidebar."""
        frame = self.frame
        x, y = int(event.screen_x), int(event.screen_y)
        if (
            self._columns < 2
            or frame.has_class("zen")
            or not frame.middle.region.contains(frame.middle.region.x, y)
        ):
            return ""
        edges = {frame.middle.region.x: "list"}
        if self._columns == 3:
            edges[frame.side.region.x] = "side"
        return edges.get(x, "")
