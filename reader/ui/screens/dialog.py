"""A box over the screen, for one question or one list."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.screen import ModalScreen

T = TypeVar("T")
_AROUND = 6  # lines of a box that are not its text: border, title, a gap, keys


class Dialog(ModalScreen[T], Generic[T]):
    """What all boxes share is their look. It is read with the first of them: the start does without."""

    DEFAULT_CSS: ClassVar[str] = """
    Dialog {
        align: center middle;
        background: $background 60%;
        .box {
            width: 76;
            max-width: 94%;
            height: auto;
            max-height: 94%;
            background: $surface;
            border: round $primary;
            padding: 0 1;
            & > .title { color: $accent; text-style: bold; }
            & > Input { background: $panel; margin-bottom: 1; }
            & > .said { margin: 0 0 1 0; }
        }
        .wide { width: 100; }
    }
    """

    def action_close(self) -> None:
        """Nothing was chosen or answered."""
        self.dismiss(None)

    def on_resize(self, event: events.Resize) -> None:
        """Of a long text the end is cut, never the keys below it."""
        for said in self.query(".said"):
            said.styles.max_height = max(event.size.height * 94 // 100 - _AROUND, 1)
