"""Where the text stands on the widget, what moves over it, and what a painted row is."""

from __future__ import annotations

from typing import NamedTuple

from textual.strip import Strip

#: Cells left of the text that are always there: note bar, pointer, space.
GUTTER = 3
_NOTHING = (0, 0)


class Page(NamedTuple):
    """Where the text stands on the widget, in cells: all of its width, the left margin, the measure.

    The last cell of the width is the rail, which shows how far down the view is.
    """

    width: int
    left: int
    measure: int

    @classmethod
    def fitted(cls, width: int, wanted: int) -> Page:
        """A centred measure of `wanted` cells, or what a widget of `width` cells has room for."""
        measure = max(8, min(wanted, width - GUTTER - 2))
        return cls(width, max(GUTTER, (width - 1 - measure) // 2), measure)


class Row(NamedTuple):
    """A painted row, after which cell there is only background, and whether the rail has its thumb there."""

    strip: Strip
    end: int
    thumb: bool


class Cursor(NamedTuple):
    """What moves over the text: the current sentence, the selection, the focus (a character or a mark)."""

    sentence: tuple[int, int] = _NOTHING
    selection: tuple[int, int] = _NOTHING
    focus: tuple[int, int] = _NOTHING
