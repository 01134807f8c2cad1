"""Terminals of 256 colours: each colour becomes the one of the palette that is nearest to it.

Rich judges by how colourful a colour is and then rounds it to the coarse cube: a dark grey-blue page becomes blue,
and what is written on it hard to read.
"""

from __future__ import annotations

from functools import lru_cache

from rich.color import EIGHT_BIT_PALETTE, ColorType
from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

#: The sixteen below are the user's own.
_FIRST = 16


@lru_cache(4096)
def _nearest(color: RichColor) -> RichColor:
    if color.type is not ColorType.TRUECOLOR or color.triplet is None:
        return color
    red, green, blue = color.triplet

    def far(number: int) -> int:
        other = EIGHT_BIT_PALETTE[number]
        return (red - other[0]) ** 2 + (green - other[1]) ** 2 + (blue - other[2]) ** 2

    return RichColor.from_ansi(min(range(_FIRST, 256), key=far))


@lru_cache(4096)
def _in_palette(style: Style) -> Style:
    color, ground = style.color, style.bgcolor
    return style + Style(
        color=None if color is None else _nearest(color), bgcolor=None if ground is None else _nearest(ground)
    )


class FewColors(LineFilter):
    """Puts every segment into colours of the palette."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same line in the nearest colours."""
        return [
            Segment(text, _in_palette(style) if style is not None else None, control)
            for text, style, control in segments
        ]
