"""The sidebar and the text: each moves with the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice
from operator import gt, itemgetter
from typing import TYPE_CHECKING, Any

from reader.ui import wording
from reader.ui.screens.desk import MainDesk
from reader.ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from reader.ui.room import Room

_UNREADABLE = "These notes cannot be read now: {}. They are still in their file: e opens it."


class BesideDesk(MainDesk):
    """What stands beside the text."""

    def __init__(self, frame: Room) -> None:
        super().__init__(frame)
        self._unfilled = True
        self._standing: dict[str, tuple[Sequence[Any], list[int], list[int]]] = {}

    def fill_if_due(self) -> None:
        """Fill it if that was put off while it was hidden."""
        if self._unfilled:
            self.fill()

    def fill(self, *tabs: str) -> None:
        """Give the sidebar the records of the open article; only some tabs of it when these are named."""
        frame, session = self.frame, self.frame.session
        self._unfilled = not frame.side.display
        if self._unfilled:
            return
        rows = {"notes": lambda: session.located, "people": session.people, "figures": session.figures}
        for tab in tabs or rows:
            said = (
                _UNREADABLE.format(wording.told(session.refused))
                if tab == "notes" and session.refused
                else ""
            )
            frame.side.set_rows(tab, rows[tab](), said)
        self.follow_text(frame.text.caret)

    def follow_text(self, offset: int) -> None:
        """Put the sidebar's cursor on the record the text stands at."""
        side = self.frame.side
        self.frame.looking.show_state()
        if not side.display or not side.is_attached:
            return
        starts, owners = self._records(side.active, side.rows(side.active))
        near = bisect_right(starts, offset) - 1
        begin, end = self.frame.text.sentence
        if near + 1 < len(starts) and starts[near + 1] < end and (near < 0 or starts[near] < begin):
            near += 1  # the first of the sentence is nearer than the last one of that before
        # Of several that begin there the one that was chosen stays.
        if near >= 0 and side.shown.cursor not in owners[bisect_left(starts, starts[near]) : near + 1]:
            side.shown.set_cursor(owners[near])

    def _records(self, tab: str, rows: Sequence[Any]) -> tuple[Sequence[int], Sequence[int]]:
        """Where in the text the rows of a tab stand, in text order, and which row each place belongs to."""
        known = self._standing.get(tab)
        if known is None or known[0] is not rows:
            if tab == "notes":
                starts, owners = [*map(itemgetter(1), rows)], [*range(len(rows))]
            else:
                places = [(start, index) for index, row in enumerate(rows) for start in _places(tab, row)]
                starts, owners = [start for start, _ in places], [index for _, index in places]
            if starts and (starts[0] < 0 or any(map(gt, starts, islice(starts, 1, None)))):
                order = sorted(range(len(starts)), key=starts.__getitem__)
                order = order[bisect_left(order, 0, key=starts.__getitem__) :]  # lost notes stand nowhere
                starts, owners = [starts[n] for n in order], [owners[n] for n in order]
            self._standing[tab] = known = rows, starts, owners
        return known[1], known[2]

    def follow_side(self, control: LineList) -> None:
        """Show in the text what the sidebar's cursor stands on."""
        tab = self.frame.side.active
        row = control.current
        places = [] if row is None else _places(tab, row)
        if places and not self.frame.session.raw:
            self.frame.text.go_to(places[0])

    def open_side(self, control: LineList) -> None:
        """Enter in the sidebar: a note's passage; a person's or figure's card."""
        frame = self.frame
        row = control.current
        if row is None:
            return
        if control.PANE == "notes":
            if row.start >= 0:
                frame.text.go_to(row.start)
                frame.looking.focus_text()
            else:
                frame.say(
                    "Its passage is not in the text any more: M shows what may be it, c moves the note, e edits it."
                )
        elif control.PANE == "people":
            frame.visiting.show_person(row.name)
        else:
            frame.visiting.show_figure(row.figure)


def _places(tab: str, row: Any) -> Sequence[int]:
    """Where in the text a row of the sidebar stands: the offsets at which it begins."""
    if tab == "notes":
        return (row.start,) if row.start >= 0 else ()
    return row.starts if tab == "people" else (row.figure.start,)
