"""The mouse in the reading pane, by way of Textual's selection: click, drag, double and triple click.

Textual asks a widget what is painted where by the offsets in the style of its segments. They cost more
than painting, so they are put on only when somebody other than the painting code asks for a row.
"""

from __future__ import annotations

from textual import events
from textual.geometry import Offset, Region
from textual.selection import Selection
from textual.strip import Strip

from reader.ui.widgets.reading.caret_view import CaretView

# Stands in the screen's selections for a selection made by keys: no mouse could make it.
_BY_KEYS = Selection(Offset(-7, -7), Offset(-7, -7))


class MouseView(CaretView):
    """A caret view that the mouse can point at and select in."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._asked = True
        self._dragged = False

    # ------------------------------------------------------------ where things are

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint; rows asked for meanwhile carry no offsets."""
        self._asked = False
        try:
            return super().render_lines(crop)
        finally:
            self._asked = True

    def render_line(self, y: int) -> Strip:
        """The strip at row `y`; with offsets (column, start of the row's text) for whoever asks."""
        strip = super().render_line(y)
        if not self._asked:
            return strip
        line = self.line_at(y)
        if line is None:
            return strip.apply_offsets(0, len(self.document.text))
        if line.part:
            return strip.apply_offsets(-len(strip.text), line.start)
        before = len(strip.crop(0, self.painter.text_x(line)).text)
        return strip.apply_offsets(-before, line.start)

    def _place_of(self, offset: Offset | None, otherwise: int) -> int:
        if offset is None:
            return otherwise
        start = min(max(offset.y, 0), len(self.document.text))
        line = self.flow.line(self.flow.row_of(start))
        return min(line.start + max(offset.x, 0), line.end)

    # ------------------------------------------------------------ Textual's selection and ours

    def selection_updated(self, selection: Selection | None) -> None:
        """The mouse selected something here, or somebody cleared the screen's selection."""
        if selection is None:
            if self not in self.screen.selections:  # else a newer one is there already
                super().clear_selection()
        elif selection != _BY_KEYS:
            self._dragged = True
            start = self._place_of(selection.start, 0)
            end = self._place_of(selection.end, len(self.document.text))
            if start < end and (start, end) != self.selection:
                self._caret.hold(start, end)
                self._redraw()
                self.selecting_changed()
                self.caret_moved(self.caret)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, for Textual's own copying."""
        return (self.selected_text, "\n") if self.selection else None

    def clear_selection(self) -> None:
        """Select nothing, here and for the screen."""
        super().clear_selection()
        if self.is_attached and self in self.screen.selections:
            self.screen.selections = {w: s for w, s in self.screen.selections.items() if w is not self}

    def begin_selection(self, unit: str) -> None:
        """Select by `unit`; the screen knows that there is a selection to copy."""
        super().begin_selection(unit)
        self._announce()

    def go_to(self, offset: int, *, select: tuple[int, int] | None = None) -> None:
        """Put the caret at `offset`, perhaps with a selection, and show it."""
        super().go_to(offset, select=select)
        if select is not None:
            self._announce()

    def _announce(self) -> None:
        if self.is_attached and self.screen.selections.get(self) is None:
            self.screen.selections = {self: _BY_KEYS}

    # ------------------------------------------------------------ clicks

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A drag may begin here."""
        self._dragged = False

    def on_click(self, event: events.Click) -> None:
        """One click moves the caret, two select a word, three a sentence; on the rail it scrolls."""
        event.prevent_default()
        if self._dragged or event.button != 1:
            return
        place = event.get_content_offset(self)
        if place is not None and place.x >= self.page.width - 1:
            self.scroll_to_row(place.y * (self.flow.height - self.rows) // max(1, self.rows - 1))
            return
        line = self.line_at(place.y) if place is not None else None
        if place is None or line is None:
            return
        offset = self.offset_at(place.x, line)
        if event.chain == 1:
            self.clear_selection()
            self.clicked(offset, place.x < self.painter.text_x(line))
        else:
            self.clear_selection()
            self.move(offset, fine=True, show=False)
            self.begin_selection("word" if event.chain == 2 else "sentence")

    def clicked(self, offset: int, in_gutter: bool) -> None:
        """Called for a single click on the text at `offset`, or in the gutter beside it."""
        self.move(offset, fine=True, show=False)
