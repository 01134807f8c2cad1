"""Widgets that Textual would paint more often than they change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from textual import events
from textual.containers import Horizontal, Vertical
from textual.geometry import Region, Size
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
    """A widget that draws its lines. Until it is painted for the first time nothing need be painted again."""

    _drawn = False

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint again what has been painted."""
        if layout or recompose or self._drawn:
            super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint lines."""
        self._drawn = True
        return super().render_lines(crop)


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
