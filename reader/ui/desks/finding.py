"""Searching: the list's filter, in the text; walking the hits of either, or of a search of the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from reader.library import QueryError
from reader.library.query import phrase_query
from reader.model import Span
from reader.text import one_line
from reader.ui.rounds import Round, goal_of_hit
from reader.ui.screens.desk import MainDesk
from reader.ui.widgets.reading.marked import NO_HITS
from reader.ui.widgets.sidebar import TABS

if TYPE_CHECKING:
    from reader.library.query import Query
    from reader.library.records import Hit
    from reader.ui.room import Room
    from reader.ui.trail import Goal
    from reader.ui.widgets.line_input import LineInput

#: Hits of a phrase that are looked at for the next article that has one.
_AROUND = 2000
_FILTER_HELP = 'words "a phrase" person: source: tag: is:unread after: figure: — Enter opens, Esc shows all'


class FindingDesk(MainDesk):
    """What is searched for, and where in it the reader is."""

    def __init__(self, frame: Room) -> None:
        super().__init__(frame)
        self._field: LineInput | None = None
        self._before = ""  # the list's query before it was typed over
        self._phrase = ""  # searched in the text
        self._origin = (0, 0)  # where it was begun to be typed
        self._narrowed = ""  # the article whose rows the sidebar was narrowed for
        self._query = ""  # searched in the library
        self._round: Round | None = None

    @property
    def where(self) -> str:
        """ "3/14" while the hits of a search, or the passages of a card or the ledger, are walked."""
        return self._round.said if self._round is not None else ""

    @property
    def last_query(self) -> str:
        """What was searched for last: in the library, in the list, in the text."""
        return self._query or self.frame.session.query or self._phrase

    # ------------------------------------------------------------ asking
    async def find(self) -> None:
        """Search this article; in the list or the sidebar, show only what answers."""
        frame, pane = self.frame, self.frame.pane
        if pane == "list":
            await self.filter_list()
        elif pane in TABS:
            self._narrowed = frame.session.article.id if frame.session.article else ""
            await self._ask("narrow", "/", frame.side.filter(pane), help="words; Enter keeps, Esc shows all")
        else:
            self._origin = frame.text.origin
            await self._ask(
                "find",
                "Find",
                self._phrase,
                help="Enter keeps it: n and N then go from hit to hit",
            )

    async def filter_list(self) -> None:
        """Type a query for the list."""
        self.frame.looking.show_list()
        self._before = self.frame.session.query
        await self._ask("filter", "/", self._before, help=_FILTER_HELP)

    async def _ask(self, name: str, label: str, text: str, help: str) -> None:
        from reader.ui.screens.query_screen import check_query, complete_query
        from reader.ui.widgets.line_input import LineInput

        await self._close()
        is_filter = name == "filter"
        self._field = LineInput(
            label,
            text,
            help=help,
            hints=() if is_filter else (("enter", "Keep"), ("escape", "All" if name == "narrow" else "End")),
            check=partial(check_query, self.frame.session.library) if is_filter else None,
            complete=partial(complete_query, self.frame.session.library) if is_filter else None,
            id=name,
        )
        if is_filter:
            await self.frame.left.mount(self._field, after=self.frame.filter_bar)
        elif name == "narrow":
            await self.frame.side.put_field(self._field)
        else:
            await self.frame.middle.mount(self._field)

    async def _close(self) -> None:
        field, self._field = self._field, None
        if field is not None and field.is_attached:
            await field.remove()

    def typed(self, control: LineInput, text: str) -> None:
        """A query is being typed: show what answers it."""
        frame, session = self.frame, self.frame.session
        if control.id == "find":
            frame.text.find(text, self._origin)
            frame.looking.show_state()
            return
        if control.id == "narrow":
            frame.side.narrow(frame.side.active, text)
            return
        with suppress(QueryError):
            session.show(text, typing=True)
        frame.looking.set_rows()
        frame.looking.show_filter()

    async def done(self, control: LineInput, text: str) -> None:
        """Enter: the article search stays; the list's filter opens its first hit, or stays in the list if it has none
        in the text (`is:starred`)."""
        frame, session = self.frame, self.frame.session
        if control.id == "find":
            self._phrase = text
            self._round = None
            frame.visiting.forget()
            frame.text.find(text, self._origin)
            if text and frame.text.found == NO_HITS:
                frame.say(f"“{one_line(text)}” is not in this article; g / searches the library.")
            await self._close()
            frame.looking.focus_text()
            return
        if control.id == "narrow":
            await self._close()
            frame.side.shown.focus()
            frame.beside.follow_side(frame.side.shown)
            return
        try:
            text = session.library.as_typed(text)  # what was seen while typing is what stays
            session.show(text)
        except QueryError as error:
            frame.trouble(f"{error.message}")
            return
        row = frame.list.cursor
        await self._close()
        frame.looking.set_rows(row)
        frame.looking.show_filter()
        frame.looking.count_unread()
        frame.looking.show_list()
        if not len(session.rows):
            return
        hits = session.library.search(text, sort=session.sort)
        if text.strip() and (hits.in_text or hits.in_notes):
            wanted = session.rows[min(row, len(session.rows) - 1)].id
            self._round, self._query = Round(hits), text
            frame.visiting.forget()
            self._round.start(lambda goal: goal.article == wanted)
            self._show_hit()
        else:
            frame.reading.open_soon()

    async def cancelled(self, control: LineInput) -> None:
        """Esc: as it was before."""
        frame, session = self.frame, self.frame.session
        await self._close()
        if control.id == "find":
            self._phrase = ""
            frame.text.clear_find()
            frame.looking.focus_text()
            frame.looking.show_state()
            return
        if control.id == "narrow":
            frame.side.narrow(frame.side.active, "")
            frame.side.shown.focus()
            return
        frame.looking.show_list()
        if session.query != "":
            session.show("")
            frame.looking.reload_rows()

    def stepped(self, control: LineInput, step: int) -> None:
        """An arrow key in a field moves in what it found."""
        if control.id == "find":
            self.frame.text.action_find_next(step)
            self._origin = (self.frame.text.caret,) * 2
        elif control.id == "narrow":
            self.frame.side.shown.cursor += step
        else:
            self.frame.list.cursor += step

    def clear(self) -> bool:
        """End the search that is on, the innermost first; whether there was one."""
        frame, session = self.frame, self.frame.session
        if frame.pane in TABS and frame.side.filter(frame.pane):
            frame.side.narrow(frame.pane, "")
        elif self._round is not None:
            self._round = None
            frame.text.clear_find()
        elif frame.text.found or self._phrase:
            self._phrase = ""
            frame.text.clear_find()
        elif session.query:
            session.show("")
            frame.looking.reload_rows()
        else:
            return False
        frame.looking.show_state()
        frame.show_keys()
        return True

    # ------------------------------------------------------------ walking hits
    def walk(self, query: Query, hit: Hit) -> Round:
        """Go on from `hit` of a library search with n and N; where they get to."""
        hits = self.frame.session.library.search(query)
        self._round, self._query, self._phrase = Round(hits), query.text, ""
        start, end = hit.passage.start, hit.passage.end
        self._round.start(lambda goal: goal[:3] == (hit.article, start, end))
        return self._round

    def walk_rows(self, rows: Sequence[Any], goal: Callable[[Any], Goal], at: int) -> Round:
        """Go on from row `at` of a screen with n and N; where they get to."""
        self._round, self._phrase = Round(rows, goal), ""
        self._round.start_at(at)
        return self._round

    def step_hit(self, step: int) -> None:
        """The next hit, here or in another article; without a search the next unread article."""
        frame = self.frame
        if self._phrase:
            if not frame.text.find_next(step) and not self._leave_article(step):
                frame.text.action_find_next(step)
            frame.looking.show_state()
            return
        if self._round is None:
            frame.reading.next_unread(step)
        elif self._round.step(frame.take_count(step)):
            self._show_hit()
        else:
            frame.say("The last hit." if step > 0 else "The first hit.")

    def _leave_article(self, step: int) -> bool:
        """From the last hit of an article search on to the next article that has one."""
        session = self.frame.session
        if session.article is None:
            return False
        try:
            hits = list(islice(session.library.search(phrase_query(self._phrase)), _AROUND))
        except QueryError:
            return False
        here = [number for number, hit in enumerate(hits) if hit.article == session.article.id]
        there = ((here[-1] + 1) if step > 0 else (here[0] - 1)) if here else 0
        if not 0 <= there < len(hits):
            return False
        hit = hits[there]
        phrase = self._phrase
        goal = goal_of_hit(hit)
        if not self.frame.reading.go(goal):
            return False
        if session.article.id == hit.article:  # else it is a large one that is still being read
            self._phrase = phrase
            self.frame.text.find(phrase)
            self.frame.text.go_to(goal.within(session.article.text)[0])
        return True

    def _here(self) -> Goal | None:
        """Where the walk is; it is over when that is no longer there: corrections and other files change what is."""
        try:
            return None if self._round is None else self._round.here
        except IndexError:
            self._round = None
            return None

    def _show_hit(self) -> None:
        goal, frame = self._here(), self.frame
        if goal is not None and frame.reading.go(goal):
            self.paint_hits()
            frame.looking.focus_text()
            frame.looking.show_state()

    def paint_hits(self) -> None:
        """Draw the hits that are walked in the open article."""
        session, goal = self.frame.session, self._here()
        if self._round is None or goal is None or session.article is None or session.raw:
            return
        here = self._round.beside() if goal.article == session.article.id else ()
        text = session.article.text
        self.frame.text.set_layer("hit", [Span(*goal.within(text), "hit") for goal in here])

    def article_opened(self) -> None:
        """A text is shown: the search in the one before is over. In another article the sidebar shows all again."""
        self._phrase = ""
        self.frame.text.clear_find()
        article = self.frame.session.article
        if article is not None and article.id != self._narrowed:
            self.frame.side.widen()
