"""The sidebar: notes, people and figures of the open article under one line of tabs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.folding import fold_text
from reader.ui.widgets.line_list import LineList
from reader.ui.widgets.looks import Look, Looks
from reader.ui.widgets.plain import Drawn, Stack

if TYPE_CHECKING:
    from reader.ui.widgets.line_input import LineInput

TABS = ("notes", "people", "figures")
_NOTHING = "Nothing here has these words. Esc shows all."


class TabLine(Drawn, Widget):
    """Names and counts of the tabs in one line."""

    ALLOW_SELECT = False

    @dataclass(repr=False, eq=False)
    class Pressed(Message):
        """A tab was clicked."""

        tab: str

    def __init__(self) -> None:
        super().__init__()
        self.looks = Looks(self, {"active": Look("foreground", "surface", "bold")})
        self.active = TABS[0]
        self.counts: dict[str, str] = dict.fromkeys(TABS, "0")
        self._zones: list[tuple[int, int, str]] = []

    def notify_style_update(self) -> None:
        """Another theme: every style is made again."""
        super().notify_style_update()
        self.looks.clear()

    def render_line(self, y: int) -> Strip:
        """The line."""
        base, active = self.looks.of(), self.looks.of("active")
        segments = []
        self._zones = []
        at = 0
        for tab in TABS:
            text = f" {tab.capitalize()} {self.counts[tab]} "
            self._zones.append((at, at + len(text), tab))
            segments.append(Segment(text, active if tab == self.active else base))
            at += len(text)
        return Strip(segments, at).adjust_cell_length(self.size.width, base)

    def on_click(self, event: events.Click) -> None:
        """Show the tab under the mouse."""
        for start, end, tab in self._zones:
            if start <= event.x < end:
                self.post_message(self.Pressed(tab))


class Sidebar(Stack):
    """Three lists over the open article, one of them shown."""

    def __init__(self, categories: Sequence[str]) -> None:
        super().__init__(id="side")
        self._categories = categories
        self._all: dict[str, Sequence[Any]] = dict.fromkeys(TABS, ())
        self._rows: dict[str, Sequence[Any]] = dict.fromkeys(TABS, ())  # those that are shown
        self._filters: dict[str, str] = dict.fromkeys(TABS, "")
        self._folded: dict[str, tuple[Sequence[Any], list[str]]] = {}  # the words of all rows, once asked for
        self._empty: dict[str, str] = {}
        self._stale: set[str] = set()
        self._lists: dict[str, LineList] = {}
        self._line = TabLine()
        self._field: LineInput | None = None

    def compose(self) -> ComposeResult:
        """Nothing until it is shown."""
        return ()

    def _list(self, tab: str) -> LineList:
        if tab not in self._lists:
            self._lists[tab] = self._made(tab)
        return self._lists[tab]

    def _made(self, tab: str) -> LineList:
        if tab == "people":
            from reader.ui.widgets.people_list import PeopleList

            return PeopleList(id="people")
        if tab == "figures":
            from reader.ui.widgets.figures_list import FiguresList

            return FiguresList(id="figures")
        from reader.ui.widgets.notes_list import NotesList

        return NotesList(self._categories, id="notes")

    @property
    def active(self) -> str:
        """The tab that is shown."""
        return self._line.active

    @property
    def shown(self) -> LineList:
        """The list that is shown."""
        return self._list(self.active)

    @property
    def pending(self) -> int:
        """The count that is being typed in the list that is shown; 0 for none."""
        shown = self._lists.get(self.active)
        return shown.pending if shown is not None else 0

    def set_rows(self, tab: str, rows: Sequence[Any], empty: str = "") -> None:
        """Give a tab its rows; the list is filled when it is shown. `empty` stands there when there are none."""
        self._all[tab], self._empty[tab] = rows, empty
        self._choose(tab)

    # ------------------------------------------------------------ narrowing
    def filter(self, tab: str) -> str:
        """The words that a tab is narrowed to, "" for none."""
        return self._filters[tab]

    def narrow(self, tab: str, words: str) -> None:
        """Show only the rows of a tab in which all `words` stand, in whatever case and spelling of accents."""
        if words != self._filters[tab]:
            self._filters[tab] = words
            self._choose(tab)
            self._list(tab).set_cursor(0)

    def widen(self) -> None:
        """Show all rows of all tabs."""
        for tab in TABS:
            self.narrow(tab, "")

    async def put_field(self, field: LineInput) -> None:
        """Put the field for the words under the tabs; it goes with the tab."""
        self._field = field
        await self.mount(field, after=self._line)

    def _choose(self, tab: str) -> None:
        rows, wanted = self._all[tab], fold_text(self._filters[tab]).split()
        self._line.counts[tab] = str(len(rows))
        if wanted:
            known = self._folded.get(tab)
            if known is None or known[0] is not rows:
                words = self._list(tab).words
                known = self._folded[tab] = rows, [fold_text(words(row)) for row in rows]
            rows = [row for row, said in zip(rows, known[1]) if all(word in said for word in wanted)]
            self._line.counts[tab] = f"{len(rows)}/{len(known[1])}"
        self._rows[tab] = rows
        self._stale.add(tab)
        self._line.refresh()
        if tab == self.active:
            self._fill()

    def _fill(self) -> None:
        if self.active in self._stale and self.display and self.is_attached:
            self._stale.discard(self.active)
            shown = self.shown
            said = _NOTHING if self._filters[self.active] else self._empty.get(self.active, "")
            shown.say_when_empty(said)
            shown.set_rows(
                self._rows[self.active], min(shown.cursor, len(self._rows[self.active])), quiet=True
            )

    def _furnish(self) -> None:
        """Put the tabs and the active list in, once."""
        if not self._line.is_attached:
            self.mount(self._line, self._list(self.active))

    async def show(self, tab: str) -> LineList:
        """Show a tab; returns its list."""
        if self._field is not None and self._field.is_attached and tab != self.active:
            await self._field.remove()
        self._line.active = tab
        if not self._line.is_attached:
            await self.mount(self._line)
        self._line.refresh()
        for name, widget in self._lists.items():
            widget.display = name == tab
        shown = self._list(tab)
        if not shown.is_attached:
            await self.mount(shown)
        self._fill()
        return self.shown

    def refill(self) -> None:
        """Make and fill what was put off while the sidebar was hidden."""
        if self.display and self.is_attached:
            self._furnish()
            self._fill()

    def row_of(self, note_id: str | None, start: int) -> int:
        """Where a note stands on the sidebar, in lines from its top; a new one where it will come to stand."""
        notes = self._rows["notes"]
        shown = self._list("notes")
        if self.active != "notes" or not shown.is_attached:
            return 1
        index = next(
            (
                number
                for number, row in enumerate(notes)
                if (row.note.id == note_id if note_id else row.start > start >= 0)
            ),
            len(notes),
        )
        return 1 + shown.places.y_of(index) - int(shown.scroll_offset.y)

    def rows(self, tab: str) -> Sequence[Any]:
        """The rows of a tab."""
        return self._rows[tab]

    async def on_tab_line_pressed(self, event: TabLine.Pressed) -> None:
        """A click on a tab."""
        (await self.show(event.tab)).focus()
