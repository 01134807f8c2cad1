"""The looks of the reading pane: its component classes, their theme variables, and how styles combine."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget

_NAMES = (
    "headline", "subhead", "caption", "pull-quote", "list", "aside", "hidden", "meta", "notice",
    "person", "person-faint", "figure", "figure-faint", "note", "hit", "sentence", "selection", "caret",
    "category-1", "category-2", "category-3", "category-4", "category-5", "pointer", "rail",
)  # fmt: skip

COMPONENTS: set[str] = {f"reading-pane--{name}" for name in _NAMES}

# Shapes first, colours second: each pair of styles differs by more than its colour.
CSS = """
ReadingPane {
    background: $surface;
    color: $foreground;
    overflow-x: hidden;
    overflow-y: scroll;
    & > .reading-pane--headline { color: $primary; text-style: bold; }
    & > .reading-pane--subhead { text-style: bold; }
    & > .reading-pane--caption { color: $dim; text-style: italic; }
    & > .reading-pane--pull-quote { text-style: italic; }
    & > .reading-pane--aside { color: $dim; }
    & > .reading-pane--hidden { color: $dim; text-style: dim; }
    & > .reading-pane--meta { color: $dim; }
    & > .reading-pane--notice { color: $dim; text-style: italic; }
    & > .reading-pane--person { color: $person; text-style: bold; }
    & > .reading-pane--person-faint { color: $person; text-style: dim; }
    & > .reading-pane--figure { color: $figure; text-style: underline; }
    & > .reading-pane--figure-faint { color: $figure; text-style: dim underline; }
    & > .reading-pane--note { background: $note 16%; }
    & > .reading-pane--hit { color: $hit; text-style: reverse; }
    & > .reading-pane--sentence { background: $sentence; }
    & > .reading-pane--selection {
        background: $screen-selection-background;
        color: $screen-selection-foreground;
    }
    & > .reading-pane--caret {
        background: $block-cursor-background;
        color: $block-cursor-foreground;
        text-style: bold underline;
    }
    & > .reading-pane--rail { color: $scrollbar; }
    & > .reading-pane--pointer { color: $primary; text-style: bold; }
    & > .reading-pane--category-1 { color: $category-1; }
    & > .reading-pane--category-2 { color: $category-2; }
    & > .reading-pane--category-3 { color: $category-3; }
    & > .reading-pane--category-4 { color: $category-4; }
    & > .reading-pane--category-5 { color: $category-5; }
    &:ansi > .reading-pane--note, &:nocolor > .reading-pane--note { background: $surface; text-style: italic; }
    &:nocolor > .reading-pane--selection { text-style: reverse; }
}
"""


class Styles:
    """Rich styles by the names of what lies over one another, the lowest first; each made once."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._made: dict[tuple[str, ...], Style] = {}

    def clear(self) -> None:
        """Forget them: the theme changed."""
        self._made.clear()

    def of(self, *names: str) -> Style:
        """The style of text under `names` (without prefix, the underscores of roles allowed)."""
        style = self._made.get(names)
        if style is None:
            style = self._made[names] = self._blend(names)
        return style

    def _blend(self, names: tuple[str, ...]) -> Style:
        _, _, background, color = self._widget.colors
        looks = Style()
        for name in names:
            over = self._widget.get_component_styles("reading-pane--" + name.replace("_", "-"))
            if over.has_rule("background"):
                background += over.background
            if over.has_rule("color") and over.color.a:
                color = background + over.color if over.color.a < 1 else over.color
            looks += over.text_style
            if name == "caret":
                looks += Style(reverse=False)  # a hit under the caret is swapped back
        return Style(color=color.rich_color, bgcolor=background.rich_color) + looks
