"""A text to be read and a line to be typed in, as all screens have them."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Input, Static


class Shown(Static):
    """Text as it is: nothing in it is taken for markup."""

    def __init__(self, text: str | Content = "", *, classes: str) -> None:
        super().__init__(Content(text) if isinstance(text, str) else text, classes=classes, markup=False)


class Field(Input):
    """One line to type in."""

    def __init__(self, text: str = "", placeholder: str = "") -> None:
        super().__init__(text, placeholder, compact=True, select_on_focus=False)
        self.cursor_blink = False
