"""A full screen with a query field over a list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.timer import Timer

from reader.library.query import QueryError, suggestions
from reader.ui.screens.frame import Frame
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.line_list import LineList
from reader.ui.widgets.shown import Shown

if TYPE_CHECKING:
    from reader.library import Library
    from reader.ui.room import Room

#: Typing has to rest so long (seconds) before the library is asked.
_REST = 0.08


class QueryScreen(Frame):
    """Takes a query for `list`: typed in the field, which is put under the line on top. Subclasses answer it."""

    #: The label of the query field; empty for a screen without one.
    LABEL: ClassVar[str] = ""
    HELP: ClassVar[str] = ""
    #: Whether what is typed is of the query language; else it is plain words.
    QUERIES: ClassVar[bool] = True

    def __init__(self, main: Room, rows: LineList, query: str = "", *, typing: bool = True) -> None:
        super().__init__(main.keymap)
        self.main = main
        self.session = main.session
        self.list = rows
        self.query_text = query
        self.typing = typing and bool(self.LABEL)
        self._field: LineInput | None = None
        self._top = Shown(classes="top")
        self._rest: Timer | None = None
        self.answered = query  # what the list answers

    def restart(self) -> None:
        """The query is another one: ask the library."""
        raise NotImplementedError

    def for_good(self) -> str:
        """What finds later what the query finds while it is being typed."""
        try:
            return self.session.library.as_typed(self.query_text)
        except QueryError:
            return self.query_text

    def _new_field(self) -> LineInput:
        return LineInput(
            "/",
            self.query_text,
            help=self.HELP,
            check=partial(check_query, self.session.library) if self.QUERIES else None,
            complete=partial(complete_query, self.session.library) if self.QUERIES else None,
            hints=(
                ("enter", "Open"),
                ("down", "Move"),
                ("tab", "Complete, then to the list"),
                ("escape", "Back"),
            ),
            id="query",
        )

    async def edit_query(self) -> None:
        """Type in the query field again."""
        if self._field is None:
            self._field = self._new_field()
            await self.mount(self._field, after=self._top)
        else:
            self._field.field.focus()
            self._field.field.select_all()

    def turn_pane(self) -> None:
        """Between the field and the list."""
        if self._field is not None and self.list.has_focus:
            self._field.field.focus()
        else:
            self.list.focus()

    def on_line_input_typed(self, event: LineInput.Typed) -> None:
        """The query changed."""
        self.query_text = event.text
        self.list.set_cursor(0)
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_REST, self._rested)

    def _rested(self) -> None:
        """Typing rests. A timer that was stopped may still go off: what Enter asked for is not overtaken."""
        if self._rest is not None:
            self.restart()

    def on_line_input_stepped(self, event: LineInput.Stepped) -> None:
        """An arrow key moves in the list while typing goes on."""
        self.list.cursor += event.step

    def on_line_input_passed(self, event: LineInput.Passed) -> None:
        """Tab with nothing to complete: to the list and its keys."""
        self.list.focus()

    def on_line_input_cancelled(self, event: LineInput.Cancelled) -> None:
        """Esc in the field: to the list, also if that is still to come; out when nothing was typed or found."""
        if self.query_text and (self.answered != self.query_text or len(self.list.rows)):
            self.list.focus()
        else:
            self.dismiss(None)


def check_query(library: Library, text: str) -> tuple[str, int, int] | None:
    """What is wrong with a query of the library, for a `LineInput`."""
    try:
        library.query(text, typing=True)
    except QueryError as error:
        return error.message, error.start, error.end
    return None


def complete_query(library: Library, text: str, cursor: int) -> list[tuple[str, int, int, str]]:
    """What the word of a query at the cursor may become, for a `LineInput`."""
    found = suggestions(text, cursor, library.complete)
    return [(item.text, item.start, item.end, item.help) for item in found]
