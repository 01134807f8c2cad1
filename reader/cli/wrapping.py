"""Text in lines of a terminal, counted in its cells."""

from __future__ import annotations

import functools
import os
import unicodedata
from collections.abc import Iterator

_NARROWEST = 10  # cells below which nothing is wrapped


def wrapped(text: str, width: int) -> list[tuple[int, int]]:
    """Where the lines of `text` begin and end, each of at most `width` cells, broken at spaces and between wide
    characters; all of it in one line where the width is none."""
    if width < _NARROWEST:
        return [(0, len(text))]
    lines: list[tuple[int, int]] = []
    start = end = at = 0  # of the line, and of the piece
    room = width
    for piece in _pieces(text):
        cells = sum(map(_cells, piece))
        blank = piece.isspace()
        if cells > room and end > start and not blank:
            lines.append((start, end))
            start, room = at, width
        at += len(piece)
        if not blank:
            end = at
        room -= cells
    return [*lines, (start, max(start, end))]


def columns() -> int:
    """The cells of a line: as many as COLUMNS says, else as the terminal has; 80 where there is none.

    `shutil` tells the same, and brings compressors that a search does not need.
    """
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return int(told)
    try:
        return os.get_terminal_size().columns or 80
    except OSError:
        return 80


def _pieces(text: str) -> Iterator[str]:
    """What must stand on one line: words, each with the punctuation that closes or opens it, and spaces."""
    start = 0
    for at in range(1, len(text)):
        before, after = text[at - 1], text[at]
        if before.isspace() != after.isspace() or (
            (_cells(before) == 2 or _cells(after) == 2)
            and unicodedata.category(after) not in ("Pe", "Pf", "Po")
            and unicodedata.category(before) not in ("Ps", "Pi")
        ):
            yield text[start:at]
            start = at
    yield text[start:]


@functools.cache
def _cells(char: str) -> int:
    """The cells that a terminal gives a character (UAX 11)."""
    if unicodedata.east_asian_width(char) in ("W", "F"):
        return 2
    return int(unicodedata.category(char) not in ("Mn", "Me", "Cf"))
