"""The list of articles: title, then a quiet line; unread bold with a dot, stars, folded copies, watch marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len

from reader.library.rows import Rows
from reader.model import Row
from reader.text import one_line
from reader.ui import wording
from reader.ui.actions import bindings
from reader.ui.widgets.line_list import LineList
from reader.ui.widgets.lines import Line, Piece
from reader.ui.wording import fit

#: Lists at least this high give each article two lines.
TALL = 16


class ArticleList(LineList):
    """Rows are `reader.model.Row`, fetched lazily; headings come from the rows' own `groups`, if they have any."""

    PANE = "list"
    BINDINGS: ClassVar = bindings("list")
    row_height = 2

    def fit_rows(self) -> bool:
        """One line a row when there is little height."""
        old, self.row_height = self.row_height, 2 if self.size.height >= TALL else 1
        return old != self.row_height

    def picked_ids(self) -> list[str]:
        """The selected articles, in the order of the list."""
        found = (self.rows[index].id for index in sorted(self.picked) if index < len(self.rows))
        return [article for article in found if article]  # one that has gone has no id

    def headings(self) -> Sequence[tuple[int, str]]:
        """The groups of the rows: (first row, label)."""
        groups = self.rows.groups if isinstance(self.rows, Rows) else ()
        return [(index, wording.day(label) or "no date or source") for index, label in groups]

    def draw(self, row: Row, index: int, width: int) -> Sequence[Line]:
        """Title line and, when there is room, the line about it."""
        lead = "◉ " if row.watched else "● " if row.unread else "  "
        tail = ""
        if row.copies:
            tail += f" ×{row.copies + 1}"
        if row.starred:
            tail += " ★"
        tail += " "
        room = max(width - 2 - cell_len(tail), 1)
        style = "unread" if row.unread else "title"
        title = [
            Piece(lead, "hit" if row.watched else "unread" if row.unread else ""),
            Piece(fit(one_line(row.title), room), style),
            Piece(tail, "star"),
        ]
        if self.row_height == 1:
            return [title]
        parts = [row.source, wording.day(row.published)]
        if row.notes:
            parts.append(wording.count(row.notes, "note"))
        parts += [f"#{tag}" for tag in row.tags]
        if row.people:
            parts.append(wording.count(row.people, "person", "people"))
        about = "  "
        for part in filter(None, map(one_line, parts)):
            longer = about + (" · " if about.strip() else "") + part
            if about.strip() and cell_len(longer) >= width:
                break  # what does not fit is left out, not cut
            about = longer
        return [title, [Piece(about, "meta")]]
