"""The figures of an article: value, unit and kind, and the sentence each stands in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from reader.library.wording import figure_text
from reader.text import one_line
from reader.ui import wording
from reader.ui.actions import bindings
from reader.ui.marked import Cited
from reader.ui.widgets.line_list import LineList
from reader.ui.widgets.lines import Line, Piece, titled


class FiguresList(LineList):
    """Rows are `Cited`, two lines each."""

    PANE = "figures"
    BINDINGS: ClassVar = bindings("figures")
    row_height = 2

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(empty="No figures found here.", id=id)

    def words(self, row: Cited) -> str:
        """Value, kind and sentence."""
        return f"{figure_text(row.figure)} {row.figure.kind} {row.sentence()[0]}"

    def draw(self, row: Cited, index: int, width: int) -> Sequence[Line]:
        """The value with its kind; the sentence below, cut around the figure."""
        figure = row.figure
        sentence, begin = row.sentence()
        start = figure.start - begin
        before, mark, after = wording.clip_around(sentence, start, start + len(figure.text), width - 4)
        return [
            titled(figure_text(figure), figure.kind, width, "figure"),
            [Piece("   " + one_line(before) + (" " if before.endswith(" ") else ""), "meta"),
             Piece(one_line(mark), "title"),
             Piece((" " if after.startswith(" ") else "") + one_line(after), "meta")],
        ]  # fmt: skip
