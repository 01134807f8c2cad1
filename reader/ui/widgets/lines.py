"""The lines of a list's rows: pieces of text with the names of their looks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from reader.text import one_line
from reader.ui.wording import fit


class Piece(NamedTuple):
    """A run of a row's line: its text and the names of its looks."""

    text: str
    style: str = ""


Line = Sequence[Piece]


def titled(title: str, right: str, width: int, style: str = "unread") -> Line:
    """A line of `width` cells with `title` in a look at the left and something quiet at the right."""
    tail = f" {right} " if right else ""
    room = max(width - cell_len(tail) - 1, 1)
    text = one_line(title)
    gap = room - cell_len(text)  # a look with a line below would draw it under what is only filled up
    said = [Piece(text, style), Piece(" " * gap)] if gap >= 0 else [Piece(fit(text, room), style)]
    return [Piece(" "), *said, Piece(tail, "meta")]
