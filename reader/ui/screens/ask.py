"""A line of text, asked for in the middle of the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from reader.text import one_line
from reader.ui.screens.dialog import Dialog
from reader.ui.widgets.shown import Field, Shown

#: What a word may become.
Complete = Callable[[str], Sequence[str]]
_OFFERED = 5
_KEYS = "Enter keeps it, Esc leaves everything as it was"


class Ask(Dialog[str | None]):
    """Returns what was typed, None on Esc. What `check` finds wrong with it is said, and the text stays."""

    BINDINGS: ClassVar = [
        Binding("escape", "close", show=False, priority=True),
        Binding("tab", "complete", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        text: str = "",
        help: str = "",
        complete: Complete | None = None,
        check: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__()
        self._complete = complete
        self._check = check
        self._offered: Sequence[str] = ()
        self._title = title
        self._text = text
        self._help = help

    def compose(self) -> ComposeResult:
        """Title, field, help."""
        with Vertical(classes="box"):
            yield Shown(self._title, classes="title")
            yield Field(self._text)
            yield Shown(self._help or _KEYS, classes="said")

    def on_mount(self) -> None:
        """Take the keys."""
        field = self.query_one(Input)
        field.focus()
        field.cursor_position = len(self._text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer what the last word may become."""
        event.stop()
        word = event.value.rpartition(" ")[2]
        self._offered = self._complete(word)[:_OFFERED] if self._complete and word else ()
        said = self.query_one(".said", Shown)
        if self._offered:
            said.update(Content.assemble(("Tab ", "bold"), "   ".join(map(one_line, self._offered))))
        else:
            said.update(Content(self._help or _KEYS))

    def action_complete(self) -> None:
        """Take the first of what is offered."""
        if self._offered:
            field = self.query_one(Input)
            before, space, _ = field.value.rpartition(" ")
            field.value = f"{before}{space}{self._offered[0]} "
            field.cursor_position = len(field.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        event.stop()
        wrong = self._check(event.value) if self._check else ""
        if wrong:
            self.query_one(".said", Shown).update(Content(one_line(wrong)))
        else:
            self.dismiss(event.value)
