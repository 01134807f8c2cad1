"""A text to look at: what a command printed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from reader.ui.screens.dialog import Dialog
from reader.ui.widgets.record_lists import PlainList, lines_of
from reader.ui.widgets.shown import Shown

_MOST = 5000


class Output(Dialog[None]):
    """Shows lines; Esc, q or Enter closes."""

    BINDINGS: ClassVar = [Binding("escape,q,enter", "close", show=False, priority=True)]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._list = PlainList()

    def compose(self) -> ComposeResult:
        """Title and lines."""
        with Vertical(classes="box"):
            yield Shown(f"{self._title} — Esc closes", classes="title")
            yield self._list

    def on_mount(self) -> None:
        """Wrap the text into rows."""
        width = min(72, self.app.size.width - 8)
        rows: list[list[tuple[str, str]]] = []
        for line in self._text.split("\n")[:_MOST]:
            rows += lines_of(line, width, "title") or [[("", "")]]
        self._list.styles.height = max(1, min(len(rows), self.app.size.height - 8))
        self._list.set_rows(rows)
        self._list.focus()
