"""Rows drawn line by line over any lazy sequence: nothing is mounted per row, so their cost is flat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Region
from textual.strip import Strip

from reader.ui.widgets.lines import Line, Piece
from reader.ui.widgets.looks import ROWS, Looks
from reader.ui.widgets.rail import RailView
from reader.ui.widgets.row_places import RowPlaces, UnevenPlaces
from reader.ui.wording import fit, wrap_words


class RowPainting(RailView):
    """Subclasses say how a row looks (`draw`, `state_of`) and may put headings between rows (`headings`). Strips are
    kept until something about the rows changes."""

    ALLOW_SELECT = False
    #: Rows take as many lines as `draw` gives; for short lists only. Headings are not drawn then.
    variable: ClassVar[bool] = False
    #: Blank lines at the end of a row, which have no state.
    gap: ClassVar[int] = 0
    row_height: int = 1

    def __init__(self, rows: Sequence[Any] = (), *, empty: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: Sequence[Any] = rows
        self.empty = self._usual = empty
        self._heads: dict[int, str] = {}  # what stands before a row
        self.places = RowPlaces(len(rows), self.row_height)
        self._measured = 0  # the width that the places of a variable list are for
        self._strips: LRUCache[Any, Strip] = LRUCache(512)
        self.looks = Looks(self, ROWS)

    # ------------------------------------------------------------ what subclasses say
    def draw(self, row: Any, index: int, width: int) -> Sequence[Line]:
        """The `row_height` lines of a row; each is cut or filled to `width` cells."""
        raise NotImplementedError

    def headings(self) -> Sequence[tuple[int, str]]:
        """(row index, text) of every heading, ascending; a heading stands before its row."""
        return ()

    def state_of(self, index: int) -> str:
        """The style in which a row stands out, "" for none."""
        return ""

    def _reveal(self) -> None:
        """Scroll to what is to be seen."""

    def say_when_empty(self, text: str) -> None:
        """What stands there while there are no rows; "" for what usually does."""
        self.empty = text or self._usual

    def heights(self, width: int) -> Iterable[int]:
        """How many lines each row takes in a list of variable rows."""
        return [len(self.draw(row, index, width)) for index, row in enumerate(self.rows)]

    def count_near(self, index: int, reach: int) -> bool:
        """See to it that `heights` are right `reach` rows around one; whether some were not."""
        return False

    # ------------------------------------------------------------ what has changed
    def repaint_rows(self) -> None:
        """Draw again what is seen, after something about the rows has changed."""
        self._strips.clear()
        self.refresh()

    def repaint_row(self, index: int) -> None:
        """Draw one row again: something about it has changed."""
        self._strips.clear()
        self._refresh_row(index)

    def _measure(self) -> None:
        if self.variable:
            self._measured = self.room if self.size.width else 0  # hidden: measured when it is seen
            self.places = UnevenPlaces(self.heights(self._measured) if self._measured else ())
        else:
            self.places = RowPlaces(len(self.rows), self.row_height, tuple(self._heads))
        self.set_height(self.places.total)

    def _settle(self, index: int, screens: int) -> None:
        """Let the rows around one have their true heights; what is on the screen stays where it is."""
        top = int(self.scroll_offset.y)
        first, part = self.places.at(top)
        if not self._measured or not self.count_near(index, screens * self.size.height):
            return
        self.places = UnevenPlaces(self.heights(self._measured))
        self.set_height(self.places.total)
        top_now = self.places.y_of(first) + min(part, self.places.lines_of(first) - 1)
        if top_now != top:
            self.scroll_to(y=top_now, animate=False, force=True, immediate=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Rows that are about to be seen have their true heights."""
        super().watch_scroll_y(old_value, new_value)
        if self.variable:
            self._settle(self.places.at(int(self.scroll_offset.y))[0], 2)

    def _refresh_row(self, index: int) -> None:
        self.refresh_lines(self.places.y_of(index), self.places.lines_of(index))

    # ------------------------------------------------------------ painting
    def notify_style_update(self) -> None:
        """Forget everything drawn in the old style."""
        super().notify_style_update()
        self._strips.clear()
        self.looks.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint lines; the first time it has a size before it is told so."""
        if self._drawn is None:
            self.on_resize()
        return super().render_lines(crop)

    def on_resize(self) -> None:
        """Fit the rows to the new size, which Textual paints by itself."""
        others = self.fit_rows() or (not self.variable and self.row_height != self.places.height)
        if others or (self.variable and self.room != self._measured):
            self._strips.clear()
            self._measure()
            self.refresh()
        self._reveal()

    def fit_rows(self) -> bool:
        """Choose the lines of a row for the height there is; whether they are others now."""
        return False

    def _style(self, name: str, state: str) -> Style:
        return self.looks.of(*name.split(), *(state.split()))

    def render_line(self, y: int) -> Strip:
        """The strip of one visible line, with its cell of the rail."""
        rail = Segment(self.rail(y), self._style("rail", ""))
        return Strip([*self._line(y), rail], self.room + 1)

    def _line(self, y: int) -> Strip:
        width = self.room
        y += int(self.scroll_offset.y)
        if not len(self.rows):
            said = wrap_words(self.empty, max(width - 2, 1), 4)
            text = f" {said[y]}" if y < len(said) else ""
            return Strip([Segment(fit(text, width), self._style("meta", ""))], width)
        index, part = self.places.at(y)
        if index >= len(self.rows):
            return Strip.blank(width, self._style("", ""))
        is_gap = part < 0 or (self.gap and part >= self.places.lines_of(index) - self.gap)
        state = "" if is_gap else self.state_of(index)
        key = (index, part, state, width)
        strip = self._strips.get(key)
        if strip is None:
            if part < 0:
                strip = self._strip([Piece(f" {self._heads[index]} ", "heading")], "", width)
                self._strips[key] = strip
                return strip
            for number, line in enumerate(self.draw(self.rows[index], index, width)):
                self._strips[index, number, state, width] = self._strip(line, state, width)
            strip = self._strips.get(key) or Strip.blank(width, self._style("", ""))
        return strip

    def _strip(self, line: Line, state: str, width: int) -> Strip:
        segments = []
        left = width
        for text, name in line:
            if left <= 0:
                break
            cells = cell_len(text)
            if cells > left:
                text, cells = fit(text, left), left
            segments.append(Segment(text, self._style(name, state)))
            left -= cells
        if left > 0:
            segments.append(Segment(" " * left, self._style("", state)))
        return Strip(segments, width)
