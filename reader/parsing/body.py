"""The body of an article whose borders are known: wraps joined, lines given their roles."""

from __future__ import annotations

from reader.parsing.compose import compose
from reader.parsing.cues import kind_of
from reader.parsing.draft import Piece
from reader.parsing.head import Zone
from reader.parsing.lines import Line
from reader.parsing.page import Page
from reader.parsing.wraps import unwrap


def line_pieces(lines: list[Line], width: int = 0) -> list[Piece]:
    """The pieces that the lines of a body make; `width` is what short ones were wrapped at, if that is known."""
    if not lines:
        return []
    if len(lines) == 1 and not kind_of(lines[0].text) and lines[0].text[0] not in "-•*–·‣▪●■>#o":
        return [Piece.of(lines[0], "para", "running text")]
    page = Page(unwrap(lines, width))
    return compose(page, 0, len(page.lines), Zone(0), None).pieces
