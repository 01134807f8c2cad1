"""A scrolling view whose last column is a rail: where the view is in all there is, and a handle for the mouse.

A scroll bar is a widget more on the screen, which is laid out again with every other height.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip

from reader.ui.widgets.plain import Drawn

# A mixin, as in `plain`.
if TYPE_CHECKING:
    from textual.scroll_view import ScrollView as _Mixin
else:
    _Mixin = object


class RailView(Drawn, _Mixin):
    """Stands before `ScrollView`. Subclasses paint lines `room` cells wide, and after each the cell of `rail`."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.styles.overflow_x = self.styles.overflow_y = "hidden"
        self._thumb = range(0)  # the lines of the view on which the rail has its thumb
        self._dragging = False

    @property
    def allow_vertical_scroll(self) -> bool:
        """The wheel scrolls though there is no scroll bar."""
        return True

    @property
    def room(self) -> int:
        """How many cells of the width are not the rail's."""
        return max(self.size.width - 1, 1)

    def set_height(self, height: int) -> None:
        """There are so many lines now. Nothing is laid out anew, as no other widget depends on it."""
        self.set_reactive(Drawn.virtual_size, Size(0, height))
        if self.scroll_y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True, immediate=True)

    def rail(self, y: int) -> str:
        """The cell of the rail on line `y` of the view."""
        return "▐" if y in self._thumb else " "

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Paint what came into view. Not what ScrollView does: there is no scroll bar to tell."""
        if round(old_value) != round(new_value):
            self.refresh()

    def _place_thumb(self) -> None:
        rows, height = self.size.height, self.virtual_size.height
        length = max(1, rows * rows // height) if height > rows > 0 else 0
        start = round(self.scroll_offset.y * (rows - length) / (height - rows)) if length else 0
        self._thumb = range(start, start + length)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint lines, and the thumb where it is now."""
        self._place_thumb()
        return super().render_lines(crop)

    # ------------------------------------------------------------ the mouse on the rail
    def on_mouse_down(self, event: events.MouseDown) -> None:
        """The rail is taken hold of."""
        if event.x >= self.room and self._thumb:
            self._dragging = True
            self.capture_mouse()
            self._drag_to(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The view follows the hand on the rail."""
        if self._dragging:
            self._drag_to(event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """The rail is let go."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def _drag_to(self, y: int) -> None:
        share = min(max(y / max(self.size.height - 1, 1), 0), 1)
        self.scroll_to(y=round(share * self.max_scroll_y), animate=False, force=True, immediate=True)
