"""A full screen over the library: a query on top, what answers it below. The indexes and cards are made of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.content import Content
from textual.timer import Timer

from reader.export.scope import Scope
from reader.library.query import QueryError
from reader.ui.screens.browse_desk import BrowseDesk
from reader.ui.screens.desk import Desk
from reader.ui.screens.frame import PICKED_RECORDS
from reader.ui.screens.helping import HelpDesk
from reader.ui.screens.query_screen import QueryScreen
from reader.ui.trail import Goal
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.line_list import LineList
from reader.ui.widgets.shown import Shown

if TYPE_CHECKING:
    from reader.ui.room import Room
    from reader.ui.rounds import Round

_LOOKING = "Looking …"
#: Seconds between looks at a scan that goes on.
_FOLLOW = 0.5
#: Actions that go elsewhere: they are done from here too.
_WAYS = ("go.", "index.", "history.", "find.library", "problems", "rescan")
_NEARBY = 500  # rows in which a row is looked for after a change
_TALL = 16  # rows of a screen that has room for a foot


class Browse(QueryScreen):
    """Shows `list`, filled by `load(query)` in a worker. Subclasses say what is loaded and what a row does.

    The screen is dismissed with a `Goal`, or None.
    """

    DEFAULT_CSS: ClassVar[str] = """
    Browse {
        .top { height: auto; background: $surface; padding: 0 1; }
        .body { height: 1fr; }
        .detail { height: 4; background: $panel; padding: 0 1; }
    }
    """
    #: Whether the foot of the screen tells all about the row under the cursor.
    DETAIL: ClassVar[bool] = False

    #: What an export writes of what is shown ("people", "figures"); empty: notes and passages.
    PART: ClassVar[str] = ""

    #: Whether n and N go on through the rows once one was opened.
    WALKED: ClassVar[bool] = False

    def __init__(self, main: Room, rows: LineList, query: str = "", *, typing: bool = True) -> None:
        super().__init__(main, rows, query, typing=typing)
        self._nothing = ""  # why there is nothing, where the list itself does not say it
        rows.say_when_empty(_LOOKING)  # that nothing is there is said when it is known
        self._foot = Shown(classes="detail")
        self._follow: Timer | None = None
        self.round: Round | None = None  # where n and N have got to since a row was opened
        self._desks: tuple[Desk[Any], ...] = (BrowseDesk(self), HelpDesk(self))

    @property
    def desks(self) -> tuple[Desk[Any], ...]:
        """What every such screen can do, and what this one can do besides."""
        return self._desks

    def verb(self, action_id: str) -> Any:
        """What this screen does, and the ways to other places: those lead over the main screen."""
        if action_id == "find" and not self.LABEL:  # there is no field
            return None
        method = super().verb(action_id)
        if method is None and action_id.startswith(_WAYS):
            return lambda *_: self._leave_for(action_id)
        return method

    def dismiss(self, result: Goal | None = None) -> AwaitComplete:
        """Close it. What somebody has typed a query for stays, to come back to."""
        if result is None and self.LABEL and self.query_text:
            self.main.visiting.keep()
        return super().dismiss(result)

    def leave(self) -> None:
        """Back to the main screen, over all that lie on it."""
        if self.LABEL and self.query_text:
            self.main.visiting.keep()
        for _ in self.app.screen_stack[1:]:
            self.app.pop_screen()

    def _leave_for(self, action_id: str) -> None:
        self.leave()
        self.main.call_next(self.main.perform, action_id)

    # ------------------------------------------------------------ what subclasses say
    def load(self, query: str) -> tuple[Sequence[Any], str]:
        """The rows that answer `query` and a line about them; runs in a worker. Raises: QueryError."""
        raise NotImplementedError

    def goal(self, row: Any) -> Goal | None:
        """Where Enter on `row` goes; None when `open_row` does something else."""
        raise NotImplementedError

    def open_row(self, row: Any) -> None:
        """Enter on a row."""
        goal = self.goal(row)
        if goal is not None:
            if self.WALKED:
                self.round = self.main.finding.walk_rows(
                    self.list.rows, cast("Callable[[Any], Goal]", self.goal), self.list.cursor
                )
            self.main.visiting.keep()
            self.dismiss(goal)

    def names(self, row: Any) -> Sequence[object]:
        """What a row goes by, the best first: it is found again by these when the rows have changed."""
        return (row,)

    def detail(self, row: Any) -> Content:
        """All about a row, for the foot of the screen."""
        return Content("")

    def resort(self) -> None:
        """The next order, of a screen with a desk for that."""
        raise NotImplementedError

    def scope(self) -> str:
        """The query that says in other words what is shown."""
        return self.query_text

    def person(self) -> str:
        """The name of the person shown or under the cursor, on a screen with a desk for that."""
        return ""

    def exported(self) -> Scope:
        """What of the library is shown, for an export."""
        if self.PART:
            named = self.PART == "people"
            return Scope(self.query_text if named else self.scope(), (self.PART,), named=named)
        return Scope(self.scope(), ("notes", "passages"))

    def exported_of(self, rows: Sequence[Any]) -> Scope:
        """The same of these rows alone."""
        return replace(self.exported(), chosen=rows)

    # ------------------------------------------------------------ the screen
    def compose(self) -> ComposeResult:
        """A line about it, the field when it is typed in, the list, the keys."""
        yield self._top
        if self.typing:
            self._field = self._new_field()
            yield self._field
        self.list.add_class("body")
        yield self.list
        if self.DETAIL and self.app.size.height >= _TALL:
            yield self._foot
        yield self.bar

    def on_mount(self) -> None:
        """Fill the list."""
        self.reload()
        if not self.typing:
            self.list.focus()

    @property
    def _busy(self) -> bool:
        return self.main.files.scanning or not self.main.files.looked

    def _follow_scan(self) -> None:
        """Say how far the scan is; show what it has found when it is over, and while there is nothing to show yet."""
        busy = self._busy
        self.bar.show_state(self.main.looking.progress if busy else "")
        if not busy and self._follow is not None:
            self._follow.stop()
            self._follow = None
        if not (busy and len(self.list.rows)):
            self.reload(keep_selected=True)

    def head(self, content: Content) -> None:
        """Show what the screen is about."""
        self._top.update(content)

    def reload(self, *, keep_selected: bool = False) -> None:
        """Ask the library again, in a worker; the cursor stays on its row, wherever that stands then. What a scan that
        goes on will find is shown too."""
        if self._busy and self._follow is None and self.is_attached:
            self._follow = self.set_interval(_FOLLOW, self._follow_scan)

        def show(found: tuple[Sequence[Any], str]) -> None:
            kept = self._selected() if keep_selected else set()
            self._show(found, self.list.current)
            nearby = range(min(len(self.list.rows), _NEARBY)) if kept else ()
            self.list.pick(index for index in nearby if self.names(self.list.rows[index])[0] in kept)

        self._load(show)

    def restart(self) -> None:
        """Ask the library for something else, or in another order: the cursor goes to the first row."""
        self._load(self._show)

    def _load(self, then: Callable[[tuple[Sequence[Any], str]], None]) -> None:
        query = self.query_text

        def arrived(found: tuple[Sequence[Any], str]) -> None:
            self.answered = query
            then(found)

        self.main.jobs.run(lambda: self.load(query), arrived, self._not_loaded, group=f"browse {id(self)}")

    def _show(self, found: tuple[Sequence[Any], str], row: Any = None) -> None:
        """Show what was loaded, with the cursor on `row` if it is still there."""
        rows, said = found
        if self.is_attached:
            self.list.say_when_empty(self._nothing)
            self.list.set_rows(rows, self._where(row, rows) if row is not None else 0)
            if not len(rows):
                self._foot.update(Content(""))
            self._show_picked()
            self.show_summary(said)

    def _selected(self) -> set[object]:
        """What the selected rows go by."""
        return {self.names(row)[0] for row in self.list.chosen} if self.list.picked else set()

    def _where(self, row: Any, rows: Sequence[Any]) -> int:
        """Where `row` stands in `rows`: by its first name, or any; else where the cursor was."""
        here = max(min(self.list.cursor, len(rows) - 1), 0)
        nearby = range(max(here - _NEARBY, 0), min(here + _NEARBY, len(rows)))
        there = {index: self.names(rows[index]) for index in nearby}
        for name in self.names(row):
            for index, names in there.items():
                if names[0] == name:
                    return index
            for index, names in there.items():
                if name in names:
                    return index
        return here

    def _not_loaded(self, error: Exception) -> None:
        self.answered = self.query_text
        if not isinstance(error, QueryError):
            self.list.say_when_empty(self._nothing)
            self.list.refresh()
            self.trouble(error)

    def show_summary(self, said: str) -> None:
        """The line about the rows."""
        self.head(Content.assemble((f"{self.LABEL}  ", "bold $accent"), (said, "$dim")))

    # ------------------------------------------------------------ the rows
    def on_line_list_highlighted(self, event: LineList.Highlighted) -> None:
        """The foot of the screen follows the cursor."""
        if self._foot.is_attached:
            row = self.list.current
            self._foot.update(self.detail(row) if row is not None else Content(""))

    def on_line_list_picked(self, event: LineList.Picked) -> None:
        """Other rows are selected."""
        self._show_picked()

    def _show_picked(self) -> None:
        """How many rows are selected, and the keys that matter then."""
        progress = self.main.looking.progress if self._follow is not None else ""
        self.bar.show_state(f"{len(self.list.picked):,} selected" if self.list.picked else progress)
        self.show_keys()

    def special_keys(self) -> Sequence[tuple[str, str]]:
        """What can be done with what is selected."""
        return PICKED_RECORDS.get(self.pane, ()) if self.list.picked else ()

    def on_line_input_done(self, event: LineInput.Done) -> None:
        """Enter in the field opens the row under the cursor; who comes back from there finds the keys in the list."""
        if self.query_text != event.text or self._rest is not None:
            self._open_when_loaded(event.text)
        elif len(self.list.rows):
            self.list.focus()
            self.open_row(self.list.current)

    def _open_when_loaded(self, text: str) -> None:
        if self._rest is not None:
            self._rest.stop()
            self._rest = None
        self.query_text = text

        def show(found: tuple[Sequence[Any], str]) -> None:
            self._show(found, self.list.current if self.list.cursor else None)
            if self.is_attached and len(found[0]):
                self.list.focus()
                self.open_row(self.list.current)

        self._load(show)

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Enter on a row."""
        if len(self.list.rows):
            self.open_row(self.list.current)

    def on_line_list_left(self, event: LineList.Left) -> None:
        """Back to the text."""
        self.dismiss(None)

    def come_again(self) -> None:
        """Shown again after a row was opened: as it was left, at the row that n and N have got to since."""
        self.list.focus()
        if self.round is not None:
            self.list.set_cursor(min(self.row_at(self.round), len(self.list.rows) - 1))
        self.reload(keep_selected=True)

    def row_at(self, walk: Round) -> int:
        """The row that n and N have got to."""
        return walk.at

    def came_back(self, goal: Goal | None) -> None:
        """A screen over this one was closed: pass its goal on."""
        if goal is not None:
            self.dismiss(goal)
