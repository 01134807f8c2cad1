"""Widgets that Textual would paint more often than they change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from textual import events
from textual.color import TRANSPARENT
from textual.containers import Horizontal, Vertical
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

# Mixins: a widget more in the chain would be one more that Textual looks through at the start.
if TYPE_CHECKING:
    _Mixin = Widget
else:
    _Mixin = object


class Fitted(_Mixin):
    """A widget whose size nothing else depends on: with a new one nothing is laid out, nor all of it painted, again."""

    virtual_size = Reactive(Size(0, 0), repaint=False)


class Drawn(Fitted):
    """A widget without border or padding that draws whole lines in their final looks.

    Lines are kept until they are to be painted again: Textual asks for all of them whatever changed, and would
    look for borders, filters and links on each. What has never been painted need not be painted again.
    """

    _drawn: dict[int, Strip] | None = None
    _drawn_for: tuple[object, ...] = ()

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint again what has been painted."""
        drawn = self._drawn
        if drawn is not None and repaint:
            if regions:
                for region in regions:
                    for y in region.line_range:
                        drawn.pop(y, None)
            else:
                drawn.clear()
        if layout or recompose or drawn is not None:
            super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self

    def notify_style_update(self) -> None:
        """Forget the lines in their old looks."""
        super().notify_style_update()
        self._drawn_for = ()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint lines."""
        width, filters = self.size.width, self.get_line_filters()
        drawn, drawn_for = self._drawn, (self.size, *filters)
        if drawn is None or self._drawn_for != drawn_for:
            drawn, self._drawn_for = {}, drawn_for
            self._drawn = drawn
        missing = [y for y in crop.line_range if y not in drawn]
        ground = self.background_colors[1] if missing else TRANSPARENT
        for y in missing:
            strip = self.render_line(y)
            if strip.cell_length != width:
                strip = strip.adjust_cell_length(width, self.rich_style)
            for look in filters:
                strip = strip.apply_filter(look, ground)
            drawn[y] = strip
        found = [drawn[y] for y in crop.line_range]
        start, end = crop.column_span
        return found if (start, end) == (0, width) else [strip.crop(start, end) for strip in found]


class Covered(Fitted):
    """A widget that its children cover wholly: it paints nothing of its own."""

    BLANK = True

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Lay out again; there is nothing to paint."""
        if layout or recompose:
            super().refresh(repaint=False, layout=layout, recompose=recompose)
        return self

    def post_message(self, message: Message) -> bool:
        """Take a message; keys, which mean nothing to it, go on to what it stands in at once."""
        if isinstance(message, events.Key) and isinstance(self.parent, Widget):
            return self.parent.post_message(message)
        return super().post_message(message)


class Side(Covered, Horizontal):
    """Widgets beside one another."""


class Stack(Covered, Vertical):
    """Widgets below one another."""


def take_focus(widget: Widget, event: events.Focus | events.Blur) -> None:
    """Note that the focus came or went and tell the parent, as Textual does, but paint nothing.

    For widgets whose looks do not depend on the focus, or that repaint by themselves what does.
    """
    event.prevent_default()
    widget.has_focus = isinstance(event, events.Focus)
    if isinstance(widget.parent, Widget):
        told = events.DescendantFocus if widget.has_focus else events.DescendantBlur
        widget.parent.post_message(told(widget))
