"""The answers of a dialog: their keys and what they do on one line, each of which can be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import events
from textual.content import Content
from textual.widgets import Static


class KeyLine(Static):
    """Shows (key, what it does); a click on one is that key."""

    def __init__(self, keys: Sequence[tuple[str, str]] = ()) -> None:
        self._shown = keys
        super().__init__(self._line(), classes="keys", markup=False)

    def show(self, keys: Sequence[tuple[str, str]]) -> None:
        """Other keys from now on."""
        self._shown = keys
        self.update(self._line())

    def _line(self) -> Content:
        pieces: list[Any] = []
        for key, label in self._shown:
            pieces += [(f" {key} ", "bold $accent"), f"{label} "]
        return Content.assemble(*pieces)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        at = 0
        for key, label in self._shown:
            at += len(key) + len(label) + 3
            if event.x < at:
                self.app.simulate_key("escape" if key == "Esc" else key)
                return
