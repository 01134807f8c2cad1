"""The answers of a dialog: their keys and what they do on one line or two, each of which can be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import events
from textual.content import Content

from reader.ui.widgets.shown import Shown

_TIE = "\u00a0"  # a space at which no line ends


class KeyLine(Shown):
    """Shows (key, what it does); a click on one is that key."""

    def __init__(self, keys: Sequence[tuple[str, str]] = ()) -> None:
        self._shown = keys
        super().__init__(self._line(), classes="keys")

    def show(self, keys: Sequence[tuple[str, str]]) -> None:
        """Other keys from now on."""
        self._shown = keys
        self.update(self._line())

    def _line(self) -> Content:
        pieces: list[Any] = []
        for key, label in self._shown:
            kept = label.replace(" ", _TIE)  # a key and what it does stay on one line
            pieces += [(f"{_TIE}{key}{_TIE}", "bold $accent"), f"{kept} "]
        return Content.assemble(*pieces)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        at = line = 0
        for key, label in self._shown:
            taken = len(key) + len(label) + 2
            if at and at + taken > self.size.width:
                at, line = 0, line + 1
            at += taken + 1
            if event.y == line and event.x < at:
                self.app.simulate_key("escape" if key == "Esc" else key)
                return
