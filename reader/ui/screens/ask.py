"""A line of text, asked for in the middle of the screen."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from reader.ui.screens.dialog import Dialog


class Ask(Dialog[str | None]):
    """Returns what was typed, None on Esc."""

    BINDINGS: ClassVar = [Binding("escape", "cancel", show=False, priority=True)]

    def __init__(self, title: str, text: str = "", help: str = "") -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._help = help

    def compose(self) -> ComposeResult:
        """Title, field, help."""
        with Vertical(classes="box"):
            yield Static(Content(self._title), classes="title", markup=False)
            field = Input(self._text, compact=True, select_on_focus=False)
            field.cursor_blink = False
            yield field
            keys = "Enter keeps it, Esc leaves everything as it was"
            yield Static(Content(self._help or keys), classes="said", markup=False)

    def on_mount(self) -> None:
        """Take the keys."""
        field = self.query_one(Input)
        field.focus()
        field.cursor_position = len(self._text)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        event.stop()
        self.dismiss(event.value)

    def action_cancel(self) -> None:
        """Esc."""
        self.dismiss(None)
