"""Terminals of 256 colours: each colour becomes the one of the palette that is nearest to it.

Rich judges by how colourful a colour is and then rounds it to the coarse cube: a dark grey-blue page becomes blue,
and what is written on it hard to read.
"""

from __future__ import annotations

from functools import lru_cache

from rich.color import EIGHT_BIT_PALETTE, ColorType  # type: ignore[attr-defined]  # Rich does not list it
from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

#: The sixteen below are the user's own.
_FIRST = 16
#: What a difference in hue weighs against one in light: found by eye, over the themes that are shipped.
_HUE = 3


def _linear(part: int) -> float:
    share = part / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _oklab(color: tuple[int, int, int]) -> tuple[float, float, float]:
    """Light and the two axes of hue, in which equal distances look equal: Oklab (B. Ottosson, 2020)."""
    red, green, blue = map(_linear, color)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


@lru_cache(1)
def _palette() -> list[tuple[int, tuple[float, float, float]]]:
    return [(number, _oklab(EIGHT_BIT_PALETTE[number])) for number in range(_FIRST, 256)]


@lru_cache(4096)
def _nearest(color: RichColor) -> RichColor:
    if color.type is not ColorType.TRUECOLOR or color.triplet is None:
        return color
    light, a, b = _oklab(color.triplet)

    def far(entry: tuple[int, tuple[float, float, float]]) -> float:
        other_light, other_a, other_b = entry[1]
        return (light - other_light) ** 2 + _HUE * ((a - other_a) ** 2 + (b - other_b) ** 2)

    return RichColor.from_ansi(min(_palette(), key=far)[0])


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
