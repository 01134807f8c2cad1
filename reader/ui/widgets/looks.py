"""How what a widget draws line by line looks: names, the theme variables behind them, and how they combine.

Textual's component classes would do it too, but each is a node styled by itself: for the few widgets of the
first screen they were a sixth of the time between the imports and the first frame.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rich.style import Style
from textual.color import Color
from textual.widget import Widget

_PLAIN = Style(reverse=False)


class Look(NamedTuple):
    """`ink` and `ground` are theme variables, "note 16%" for a part of one; `shape` is text style words.

    `bare` are the words in place of a ground, or a part of an ink, that cannot be shown: colours are off, or the
    terminal's own colours have no parts.
    """

    ink: str = ""
    ground: str = ""
    shape: str = ""
    bare: str = ""
    on_top: bool = False  # whether what is swapped below is swapped back here


class Looks:
    """The styles of a widget by the names of what lies over one another, the lowest first; each made once."""

    def __init__(self, widget: Widget, table: Mapping[str, Look]) -> None:
        self._widget, self._table = widget, table
        self._made: dict[tuple[str, ...], Style] = {}

    def clear(self) -> None:
        """Forget them: the theme changed."""
        self._made.clear()

    def of(self, *names: str) -> Style:
        """The style of text under `names`; the same name twice is one."""
        style = self._made.get(names)
        if style is None:
            style = self._made[names] = self._blend(dict.fromkeys(names))
        return style

    def _blend(self, names: Iterable[str]) -> Style:
        _, _, ground, ink = self._widget.colors
        bare = self._widget.app.no_color
        shapes = Style()
        for name in names:
            look = self._table[name]
            words = look.shape
            if look.bare and (bare or self._is_bare(look)):
                words = f"{words} {look.bare}".strip()
                look = look._replace(ground="", ink=look.ink.partition(" ")[0])
            if look.ground:
                ground += self._color(look.ground, ground)
            if look.ink:
                over = self._color(look.ink, ground)
                ink = ground + over if 0 < over.a < 1 else over if over.a else ink
            if words:
                shapes += Style.parse(words)
            if look.on_top:
                shapes += _PLAIN
        return Style(color=ink.rich_color, bgcolor=ground.rich_color) + shapes

    def _is_bare(self, look: Look) -> bool:
        """Whether it asks for a part of a colour of the terminal's own."""
        parts = [wanted for wanted in (look.ground, look.ink) if " " in wanted]
        return any(self._color(wanted, Color(0, 0, 0)).ansi is not None for wanted in parts)

    def _color(self, wanted: str, ground: Color) -> Color:
        """The colour a variable names, or a part of it; "auto 87%" is what reads well on `ground`."""
        name, _, part = wanted.partition(" ")
        value, _, share = self._widget.app.theme_variables[name].partition(" ")
        color = ground.get_contrast_text() if value == "auto" else Color.parse(value)
        for percent in (share, part):
            if percent:
                color = color.multiply_alpha(float(percent.rstrip("%")) / 100)
        return color


#: How the rows of lists look.
ROWS = {
    "title": Look("foreground"),
    "unread": Look(shape="bold"),
    "meta": Look("dim"),
    "heading": Look("primary", shape="bold"),
    "cursor": Look("block-cursor-foreground", "block-cursor-background", bare="reverse"),
    "cursor-away": Look(ground="panel", bare="underline"),
    "picked": Look(ground="primary 16%", bare="italic"),
    "person": Look("person", shape="bold"),
    "figure": Look("figure", shape="underline"),
    "note": Look("note"),
    "star": Look("accent"),
    "hit": Look("hit", shape="bold"),
    "bad": Look("error"),
    "rail": Look("scrollbar"),
    **{f"category-{number}": Look(f"category-{number}") for number in range(1, 6)},
}
