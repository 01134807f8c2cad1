"""What is on the screen: panes and their order, zen, the rows of the list, the state of things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library import QueryError
from reader.library.query import person_query
from reader.library.wording import why_nothing
from reader.ui import wording
from reader.ui.screens.desk import MainDesk

if TYPE_CHECKING:
    from reader.ui.room import Room

_MEDIUM, _WIDE = 100, 160


class LookingDesk(MainDesk):
    """Panes and looks."""

    def __init__(self, frame: Room) -> None:
        super().__init__(frame)
        self._width = 0
        self._pane = "text"
        self.progress = ""  # how far long work is

    def start(self) -> None:
        """The text has the keys: reading takes none at first."""
        frame = self.frame
        settings = frame.session.settings
        frame.text.set_width(frame.session.width)
        frame.text.set_categories(dict(enumerate(settings.categories, 1)))
        self.settle(frame.app.size.width)
        self.focus_text()

    # ------------------------------------------------------------ panes
    @property
    def narrow(self) -> bool:
        """Whether there is room for one pane only."""
        return self._width < _MEDIUM

    def settle(self, width: int) -> None:
        """The screen is `width` columns wide now."""
        if width != self._width:
            self._width = width
            self._arrange()
            steps = self.frame.app.HORIZONTAL_BREAKPOINTS or []
            layout = max((step for step in steps if step[0] <= width), default=(0, ""))[1]
            self.frame.dividing.fit(width, layout, 1 if self.narrow else 2 + (width >= _WIDE))

    def _arrange(self) -> None:
        frame = self.frame
        wanted = {
            frame.left: not self.narrow or self._pane == "list",
            frame.middle: not self.narrow or self._pane == "text",
            frame.side: self._width >= _WIDE or self._pane == "side",
        }
        for pane, shown in wanted.items():
            if pane.display != shown:  # a class on the screen would have every widget styled anew
                pane.display = shown
        frame.side.refill()
        frame.beside.fill_if_due()

    def _turn_to(self, pane: str) -> None:
        if pane != "text":
            self.frame.remove_class("zen")
        if pane != self._pane:
            self._pane = pane
            self._arrange()

    def show_list(self) -> None:
        """The list, with the keys in it."""
        self._turn_to("list")
        self.frame.list.focus()

    def focus_text(self) -> None:
        """The text, with the keys in it."""
        self._turn_to("text")
        self.frame.text.focus()

    async def show_side(self, tab: str) -> None:
        """A tab of the sidebar, with the keys in it, at what the text stands on."""
        self._turn_to("side")
        shown = await self.frame.side.show(tab)
        shown.focus()
        self.frame.beside.follow_text(self.frame.text.caret)

    def _follow_focus(self) -> None:
        """A click may have moved the keys to another pane."""
        focused = self.frame.pane
        if focused == "list" or (focused == "text" and self._pane == "list"):
            self._pane = focused
        elif focused in ("notes", "people", "figures"):
            self._pane = "side"

    async def next_pane(self, step: int) -> None:
        """The next pane: list, text, sidebar, round."""
        self._follow_focus()
        order = ("list", "text", "side")
        pane = order[(order.index(self._pane) + step) % 3]
        if pane == "list":
            self.show_list()
        elif pane == "text":
            self.focus_text()
        else:
            await self.show_side(self.frame.side.active)

    def back(self) -> None:
        """One level back: sidebar → text → list → out."""
        frame = self.frame
        self._follow_focus()
        if frame.has_class("zen"):
            self.toggle_zen()
        elif self._pane == "side":
            self.focus_text()
        elif self._pane == "text":
            self.show_list()
        else:
            frame.call_next(frame.app.action_quit)

    def toggle_zen(self) -> None:
        """The text alone, or everything again."""
        if not self.frame.has_class("zen"):
            self.focus_text()
        self.frame.toggle_class("zen")

    # ------------------------------------------------------------ the list
    def show_filter(self) -> None:
        """The line above the list."""
        session = self.frame.session
        counts = [wording.count(len(session.rows), "article")]
        if picked := len(self.frame.list.picked):
            counts.insert(0, f"{picked:,} selected")
        if unread := session.unread_count:
            counts.append(f"{unread:,} unread")
        if session.fold and not session.query.strip():
            folded = session.library.index.count() - len(session.rows)
            counts += [f"{folded:,} folded"] * (folded > 0)
        order = session.sort + ("" if session.group == "none" else f", by {session.group}")
        self.frame.filter_bar.show(session.query, counts, order)

    def rows_changed(self) -> None:
        """Something about the rows changed (read, stars, notes), not which they are."""
        session = self.frame.session
        session.rows.refresh()
        self.frame.list.repaint_rows()
        self.count_unread()

    def row_changed(self, article: str) -> None:
        """Something about one row changed, but not whether it is read."""
        session = self.frame.session
        row = session.index(article)
        if row is not None:
            session.rows.refresh(article)
            self.frame.list.repaint_row(row)

    def count_unread(self) -> None:
        """Count what is unread, in a worker: there may be a hundred thousand articles."""
        frame, session = self.frame, self.frame.session
        frame.jobs.run(session.unread, lambda _: self.show_filter(), frame.trouble, group="unread")

    def reload_rows(self) -> None:
        """Which rows there are may have changed: read them again, staying on the same article."""
        frame, session = self.frame, self.frame.session
        current = frame.list.current.id if frame.list.current else None
        session.show(session.query)
        row = session.index(current) if current else None
        if row is None:
            row = session.index()
        self.set_rows(min(frame.list.cursor, len(session.rows) - 1) if row is None else row)
        self.show_filter()
        self.count_unread()

    def filter_by(self, query: str) -> None:
        """The list with what answers `query`, and the keys in it."""
        frame = self.frame
        try:
            frame.session.show(query)
        except QueryError as error:
            frame.trouble(error.message)
            return
        self.set_rows()
        self.show_filter()
        self.count_unread()
        self.show_list()

    def show_in_list(self) -> None:
        """The list, filtered by the person chosen in the sidebar, or the one under the cursor in the text."""
        if name := self.frame.visiting.person():
            self.filter_by(person_query(name))
        else:
            self.frame.say("Choose a person first: F shows the articles that name them.")

    def set_rows(self, row: int = 0) -> None:
        """Hand the rows of the session to the list, with what it says when there are none."""
        frame, session = self.frame, self.frame.session
        if not len(session.rows):
            said = "Nothing here answers the query." if session.query.strip() else ""
            frame.list.say_when_empty(said if said or frame.files.looked else "Reading the folder…")
            if said:
                self._tell_why(session.query)
        kept = (session.rows.index_of(article) for article in frame.list.picked_ids())
        frame.list.set_rows(session.rows, row, quiet=True, picked=[at for at in kept if at is not None])

    def _tell_why(self, query: str) -> None:
        """Which part of a query no article answers, as soon as that is known."""
        frame, session = self.frame, self.frame.session

        def tell(parts: list[tuple[str, int]]) -> None:
            if parts and session.query == query and not len(session.rows):
                frame.list.say_when_empty(why_nothing(parts))
                frame.list.repaint_rows()

        frame.jobs.run(
            lambda: session.library.parts(query, typing=True), tell, lambda _: None, group="why nothing"
        )

    # ------------------------------------------------------------ looks
    def show_progress(self, text: str) -> None:
        """Show how long work goes on; "" when it is over."""
        self.progress = text
        self.show_state()

    def show_state(self) -> None:
        """The right end of the bottom line: work, hits, how far, how long."""
        frame = self.frame
        text = frame.text
        parts = [f"{self.progress} (Esc stops)" if self.progress else ""]
        if pending := max(text.pending, frame.list.pending, frame.side.pending):
            parts.append(f"{pending}×")
        if text.selecting and not frame.noting.writing:
            parts.append(f"selecting {text.selecting}s")
        parts.append((frame.searched.where if frame.searched else "") or text.found)
        doubtful = len(frame.session.doubtful)
        if frame.session.moving is not None:
            parts.append("a puts the note here · Esc leaves it")
        elif doubtful:
            parts.append(f"{wording.count(doubtful, 'note')} to review: M")
        if frame.session.unsaved:
            parts.append(f"{wording.count(frame.session.unsaved, 'draft')}: g !")
        if frame.session.notes is not None and frame.session.notes.problems:
            parts.append("notes file: g !")
        if frame.session.library.notes_elsewhere:
            parts.append("notes elsewhere")
        frame.bar.show_state(" · ".join(part for part in parts if part))
