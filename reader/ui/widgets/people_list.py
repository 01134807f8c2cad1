"""The people of an article: name, titles, other spellings, how often."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from reader.text import one_line
from reader.ui.actions import bindings
from reader.ui.marked import Named
from reader.ui.widgets.line_list import LineList
from reader.ui.widgets.lines import Line, Piece, titled


class PeopleList(LineList):
    """Rows are `Named`, two lines each."""

    PANE = "people"
    BINDINGS: ClassVar = bindings("people")
    row_height = 2

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(empty="No people found here.", id=id)

    def words(self, row: Named) -> str:
        """Name, titles, spellings."""
        return " ".join((row.name, *row.titles, *row.spellings))

    def draw(self, row: Named, index: int, width: int) -> Sequence[Line]:
        """The name with its count; titles and spellings below."""
        about = one_line(" · ".join((*row.titles, *row.spellings)))
        return [titled(row.name, str(len(row.mentions)), width, "person"), [Piece(f"   {about}", "meta")]]
