"""The edge of a pane, seen while the mouse is at it."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.widgets.looks import Look, Looks
from reader.ui.widgets.plain import Drawn


class Edge(Drawn, Widget):
    """A line from top to bottom over whatever stands there; the mouse is shaped for it where terminals do that."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    Edge { layer: above; width: 1; pointer: ew-resize; background: $background; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.looks = Looks(self, {"line": Look("primary")})

    def notify_style_update(self) -> None:
        """Another theme: every style is made again."""
        super().notify_style_update()
        self.looks.clear()

    def stand(self, x: int, y: int, height: int) -> None:
        """Stand at this cell of the screen."""
        self.styles.offset = (x, y)
        self.styles.height = height
        self.display = True

    def render_line(self, y: int) -> Strip:
        """A cell of the line."""
        return Strip([Segment("│", self.looks.of("line"))], 1)
