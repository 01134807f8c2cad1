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
    """Returns what was typed, None on Esc. What `check` finds wrong with it is said, and the text stays.

    `tell` says how what is typed is understood. What `complete` gives is for the last word, or for the `whole` text.
    """

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
        *,
        tell: Callable[[str], str] | None = None,
        whole: bool = False,
    ) -> None:
        super().__init__()
        self._tell = tell
        self._whole = whole
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
        self._say(self._text, offering=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer what the last word may become."""
        event.stop()
        self._say(event.value, offering=event.value != self._text)

    def _say(self, typed: str, *, offering: bool) -> None:
        word = typed if self._whole else typed.rpartition(" ")[2]
        found = self._complete(word) if self._complete and word and offering else ()
        self._offered = [each for each in found if each != typed][:_OFFERED]
        said = self.query_one(".said", Shown)
        if self._offered:
            said.update(Content.assemble(("Tab ", "bold"), "   ".join(map(one_line, self._offered))))
        else:
            understood = one_line(self._tell(typed)) if self._tell else ""
            said.update(Content(understood or self._help or _KEYS))

    def action_complete(self) -> None:
        """Take the first of what is offered."""
        if self._offered:
            field = self.query_one(Input)
            before, space, _ = field.value.rpartition(" ")
            field.value = self._offered[0] if self._whole else f"{before}{space}{self._offered[0]} "
            field.cursor_position = len(field.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        event.stop()
        wrong = self._check(event.value) if self._check else ""
        if wrong:
            self.query_one(".said", Shown).update(Content(one_line(wrong)))
        else:
            self.dismiss(event.value)
