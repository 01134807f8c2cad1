"""The last wall between outside text and the terminal: a filter over every segment of every widget.

Texts are made harmless when files are decoded; this one holds for whatever did not come that way (a file
name, an error message, pasted input). Textual itself passes control characters through.
"""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from reader.text import printable


def _harmless(text: str) -> str:
    """`text` fit for the inside of one terminal line, character for character."""
    if text.isprintable():  # the common case, decided in C; soft hyphens and the like take the slow path
        return text
    return printable(text).replace("\n", " ").replace("\t", " ")


class Wall(LineFilter):
    """Replaces unsafe characters of every segment and drops terminal hyperlinks."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same line, harmless; the very same list when nothing had to change."""
        for text, style, _ in segments:
            if not text.isprintable() or (style is not None and style.link):
                break
        else:
            return segments
        made = []
        for text, style, control in segments:
            if control:
                continue
            if style is not None and style.link:
                style = style.update_link(None)
            made.append(Segment(_harmless(text), style))
        return made
