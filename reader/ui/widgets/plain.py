"""Widgets that Textual would paint more often than they change."""

from __future__ import annotations

from textual import events
from textual.containers import Horizontal, Vertical
from textual.widget import Widget


class Side(Horizontal):
    """Widgets beside one another that cover it wholly: it paints nothing of its own."""

    BLANK = True


class Stack(Vertical):
    """Widgets below one another that cover it wholly: it paints nothing of its own."""

    BLANK = True


def take_focus(widget: Widget, event: events.Focus | events.Blur) -> None:
    """Note that the focus came or went and tell the parent, as Textual does, but paint nothing.

    For widgets whose looks do not depend on the focus, or that repaint by themselves what does.
    """
    event.prevent_default()
    widget.has_focus = isinstance(event, events.Focus)
    if isinstance(widget.parent, Widget):
        told = events.DescendantFocus if widget.has_focus else events.DescendantBlur
        widget.parent.post_message(told(widget))
