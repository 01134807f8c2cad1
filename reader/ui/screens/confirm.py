"""A question answered by one key."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from reader.text import one_line
from reader.ui.actions import key_label
from reader.ui.screens.dialog import Dialog
from reader.ui.widgets.shown import Shown

_SAID = 8


class Confirm(Dialog[str | None]):
    """Shows a title and lines; returns the key of the answer, None on Esc. Answers can be clicked."""

    def __init__(self, title: str, said: Sequence[str], answers: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._title = title
        self._said = said
        self._answers = answers

    def compose(self) -> ComposeResult:
        """Title, lines, answers."""
        more = len(self._said) - _SAID
        lines = [one_line(line) for line in self._said[:_SAID]] + ([f"… and {more} more"] if more > 0 else [])
        with Vertical(classes="box"):
            yield Shown(self._title, classes="title")
            if lines:
                yield Shown("\n".join(lines), classes="said")
            for key, label in self._answers:
                shown = Content.assemble((f" {key_label(key)} ", "bold $accent"), label)
                answer = Shown(shown, classes="answer")
                answer.name_of_key = key  # type: ignore[attr-defined]
                yield answer
            yield Shown(Content.assemble((" Esc ", "bold $accent"), "later"), classes="answer")

    def on_key(self, event: events.Key) -> None:
        """An answer's key, or Esc."""
        event.stop()
        if event.key == "escape":
            self.dismiss(None)
        for key, _ in self._answers:
            if key in (event.character, event.key):
                self.dismiss(key)
                return

    def on_click(self, event: events.Click) -> None:
        """A click on an answer gives it."""
        if event.widget is not None and event.widget.has_class("answer"):
            self.dismiss(getattr(event.widget, "name_of_key", None))
