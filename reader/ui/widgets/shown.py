"""A text to be read and a line to be typed in, as all screens have them."""

from __future__ import annotations

import re

from textual import events
from textual.content import Content
from textual.widgets import Input, Static

_MOST_PASTED = 4000  # letters that a line takes at once
_BREAKS = re.compile(r"\s*[\r\n]\s*")


class Shown(Static):
    """Text as it is: nothing in it is taken for markup."""

    def __init__(self, text: str | Content = "", *, classes: str) -> None:
        super().__init__(Content(text) if isinstance(text, str) else text, classes=classes, markup=False)


class Field(Input):
    """One line to type in."""

    def __init__(self, text: str = "", placeholder: str = "") -> None:
        super().__init__(text, placeholder, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def _on_paste(self, event: events.Paste) -> None:
        """What is pasted stands on one line: its lines are joined, and of a whole document the beginning is taken."""
        event.stop()
        event.prevent_default()
        line = _BREAKS.sub(" ", event.text[:_MOST_PASTED].strip("\r\n"))
        if line:
            self.replace(line, *self.selection)
