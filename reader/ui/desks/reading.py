"""Opening articles and reading on: the shown order, what becomes read by it, where the reader has been."""

from __future__ import annotations

from asyncio import TimerHandle, get_running_loop
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.timer import Timer

from reader.garbage import uncollected
from reader.model import Article
from reader.ui.desks.large_files import LargeFiles
from reader.ui.desks.marking import Marking
from reader.ui.screens.desk import MainDesk
from reader.ui.trail import Goal
from reader.ui.widgets.reading.document import Document, clean_place

if TYPE_CHECKING:
    from reader.ui.room import Room

#: An article opens when the cursor has rested on its row so long (seconds): a held key passes over.
_REST = 0.12
#: What was moved to is remembered after so long (seconds).
_SAVE = 0.8
#: What the tabs of the sidebar list is drawn in these layers.
LAYERS = {"people": ("person", "person_faint"), "figures": ("figure", "figure_faint"), "notes": ("note",)}


class ReadingDesk(MainDesk):
    """The open article."""

    def __init__(self, frame: Room) -> None:
        super().__init__(frame)
        self._rest: TimerHandle | None = None  # until the row under the list's cursor is opened
        self._read: Timer | None = None
        self._saved: Goal | None = None
        self._failed = ""  # what was said of a place that could not be saved
        self._moved = False  # since the place was saved
        self.large_files = LargeFiles(frame)
        self.marking = Marking(frame)
        self._left: Goal | None = None  # where the reader was before looking around in the list

    # ------------------------------------------------------------ opening
    def tell_of_notes(self) -> None:
        """Say what is wrong with the notes of the open article."""
        notes = self.frame.session.notes
        if notes is not None and notes.problems:
            self.frame.trouble(notes.problems[0])

    def _keep_notes(self, file: str) -> None:
        """Have the notes of a file at hand for the next start, if there are many."""
        frame = self.frame
        store = frame.session.library.notes if frame.session.notes is not None else None
        if store is not None and store.is_to_be_kept(file):
            frame.jobs.run(lambda: store.keep(file), lambda _: None, frame.trouble, group="keep notes")

    def open(
        self,
        article_id: str,
        offset: int | None = None,
        *,
        select: tuple[int, int] | None = None,
        jump: bool = False,
        passing: bool = False,
    ) -> bool:
        """Show an article at `offset` (default: where it was left); whether that worked.

        `jump` remembers the place that is left; `passing`: nobody asked for just this one. The open article stays
        open when the new one cannot be read, and until it is read when its file is a large one.
        """
        frame, session = self.frame, self.frame.session
        again = lambda: self.open(article_id, offset, select=select, jump=jump)  # noqa: E731
        if self.large_files.first(article_id, again, passing):
            return True
        if self._rest is not None:
            self._rest.cancel()
            self._rest = None
        if jump:
            self._leave()
        self.save_place()
        if session.article is None or session.article.id != article_id or session.raw:
            raw = session.raw
            try:
                article = session.open(article_id)
            except (OSError, ValueError, LookupError) as error:
                frame.trouble(error)
                return False
            self._show(article, session.position if offset is None else offset)
            if raw:
                frame.show_keys()
        if offset is not None:
            frame.text.go_to(offset, select=select)
        return True

    def go(self, goal: Goal, *, jump: bool = True) -> bool:
        """To a passage, where it stands by now; whether that worked."""
        if self.large_files.first(goal.article, lambda: self.go(goal, jump=jump)):
            return True
        if not self.open(goal.article, goal.start, jump=jump):
            return False
        article = self.frame.session.article
        if article is not None:
            start, _ = goal.within(article.text)
            if start != goal.start:
                self.frame.text.go_to(start)
        return True

    def _show(self, article: Article, offset: int) -> None:
        frame, session = self.frame, self.frame.session
        row = session.index()
        if row is not None and row != frame.list.cursor:
            frame.list.set_cursor(row)  # first: so list and text come in one frame
        frame.text.open(self.document(article), position=offset)
        if frame.searched:
            frame.searched.article_opened()
        self.paint()
        if session.needs_marking and not session.starting:
            self.marking.start(article)
        self.tell_of_notes()
        self._keep_notes(article.file)
        self._saved = self._here()
        if self._read is not None:
            self._read.stop()
        self._read = frame.set_timer(max(session.settings.mark_read_after, 0.01), self._mark_read)

    def mark_anew(self) -> None:
        """The marks of the open article may be others now: find them again, those of a long one beside the keys."""
        session = self.frame.session
        if session.article is None:
            return
        if session.needs_marking:
            self.marking.start(session.article)
        else:
            with suppress(LookupError):  # the file has gone, its marks stay
                session.detection = session.library.detection(session.article.id)
        self.paint()

    def document(self, article: Article) -> Document:
        """The clean text; without a headline of its own under the name that the list gives the article."""
        session = self.frame.session
        row = None if article.title else session.index()
        return Document.from_article(article, name=None if row is None else session.rows[row].title)

    def paint(self, *tabs: str) -> None:
        """Draw every mark again and fill the sidebar; only those of some tabs of it when these are named."""
        frame, session = self.frame, self.frame.session
        with uncollected():
            if not session.raw:
                for tab in tabs or LAYERS:
                    for kind in LAYERS[tab]:
                        frame.text.set_layer(kind, session.layer(kind))
            frame.beside.fill(*tabs)
        frame.looking.show_state()

    def refresh_article(self) -> None:
        """Corrections changed what is shown: parse and mark the open article again, in place."""
        session = self.frame.session
        if session.article is None:
            return
        if session.raw:
            self.frame.views.toggle_raw()
            self.frame.views.toggle_raw()
        else:
            self.reopen()
        self.frame.looking.rows_changed()

    def open_soon(self) -> None:
        """Open the row under the list's cursor when it rests there."""
        self._rest_no_more()
        self._rest = get_running_loop().call_later(_REST, self._rested)  # as in `moved`

    def _rest_no_more(self) -> None:
        if self._rest is not None:
            self._rest.cancel()

    def _rested(self) -> None:
        if self.frame.is_running:
            self.frame.call_next(self._open_rested)

    def _open_rested(self) -> None:
        row = self.frame.list.current
        if row is not None:
            self._left = self._left or self._here()
            self.open(row.id, passing=True)

    def open_row(self) -> None:
        """Enter in the list: the article, with the keys in the text; at the first hit of a search."""
        self._rest_no_more()  # else it would be opened once more, after Esc too
        row = self.frame.list.current
        if row is None:
            return
        self._left = self._left or self._here()
        if self.open(row.id) and self._left is not None and self._left.article != row.id:
            self.frame.session.trail.leave(self._left)
        self._left = None
        self.frame.looking.focus_text()

    def _here(self) -> Goal | None:
        frame, session = self.frame, self.frame.session
        at = frame.text.caret
        if session.raw and session.article is not None:
            at = clean_place(session.article, frame.text.document.text, at)
        return session.here(at)

    def _leave(self) -> None:
        """Remember the place that is left now, and the one left before by looking around in the list."""
        for place in (self._left, self._here()):
            if place is not None:
                self.frame.session.trail.leave(place)
        self._left = None

    def reopen(self, article_id: str = "") -> None:
        """The open file has changed on disk, or goes by another id now: show it anew at the same place."""
        from reader.notes.anchor import carried

        session, text = self.frame.session, self.frame.text
        before = session.article
        if before is None:
            return
        offset, (start, end), raw = text.caret, text.sentence, session.raw
        try:
            article = session.open(article_id or before.id)
        except (OSError, ValueError, LookupError):
            return
        if not raw and (place := carried(before.text, start, end, article.text)):
            offset += place[0] - start
        self._show(article, min(offset, len(article.text)))
        self.frame.noting.follow(before.id, article)

    def is_outdated(self, article: Article) -> bool:
        """Whether an article reads differently now: a correction hides or shows lines of it, or the file changed."""
        try:
            return self.frame.session.library.article(article.id) != article
        except (OSError, ValueError, LookupError):
            return False

    # ------------------------------------------------------------ places
    def moved(self) -> None:
        """The caret has moved: where it is is remembered soon, once for many moves."""
        if not self._moved:
            self._moved = True
            # By the event loop itself: a timer of Textual costs ten times as much.
            get_running_loop().call_later(_SAVE, self._save_soon)

    def _save_soon(self) -> None:
        self._moved = False
        if self.frame.is_running:
            self.save_place()

    def save_place(self) -> None:
        """Remember where the open article is being read."""
        session = self.frame.session
        place = None if session.raw else self._here()
        if place is None:
            return
        session.trail.keep(place)
        if place != self._saved:
            self._saved = place
            self._keep(lambda: session.library.state.set_position(place.article, place.start, *place[3:]))

    def _keep(self, write: Callable[[], None]) -> None:
        """Write how far one has read. A disk that is full keeps nobody from reading on: it is said once."""
        try:
            write()
        except OSError as error:
            if str(error) != self._failed:
                self._failed = str(error)
                self.frame.trouble(error)

    def go_back(self) -> None:
        """Where I was before."""
        self._go("back")

    def go_forward(self) -> None:
        """Forward again."""
        self._go("forward")

    def _go(self, way: str) -> None:
        frame, session = self.frame, self.frame.session
        here, looked = self._here(), self._left
        self._left = None
        if looked is not None and way == "back":  # from looking around in the list, to where reading was
            session.trail.leave(looked)
        place = getattr(session.trail, way)(here) if here else None
        if place is None:
            frame.say("No place to go back to." if way == "back" else "No place to go forward to.")
        elif self.go(place, jump=False):
            frame.looking.focus_text()

    # ------------------------------------------------------------ reading on
    def step_article(self, step: int) -> None:
        """The next or previous article in the shown order, or as many on as the count says."""
        step = self.frame.take_count(step)
        other = self.frame.session.neighbour(step)
        if other is None:
            self.frame.say("The last article." if step > 0 else "The first article.")
        else:
            self.open(other, jump=True)

    def next_unread(self, step: int = 1) -> bool:
        """Open the next (or previous) unread article; whether there is one."""
        self._mark_read()
        other = self.frame.session.next_unread(step)
        if other is None:
            self.frame.say("Everything here is read.")
            return False
        return self.open(other, jump=True)

    def read_on(self) -> None:
        """A page on; from the end, the next unread article. A text that is not shown is shown first."""
        text = self.frame.text
        if self._brought_up():
            return
        if text.scroll_offset.y < text.max_scroll_y:
            text.action_page(1)
        else:
            self.next_unread()

    def read_back(self) -> None:
        """A page back; from the top, the previous article. A text that is not shown is shown first."""
        text = self.frame.text
        if self._brought_up():
            return
        if text.scroll_offset.y > 0:
            text.action_page(-1)
        else:
            self.step_article(-1)

    def _brought_up(self) -> bool:
        """Where there is room for one pane, and that is another one: show the text; whether that was so."""
        frame = self.frame
        hidden = not frame.middle.display
        if hidden and frame.pane == "list":
            self.open_row()
        elif hidden:
            frame.looking.focus_text()
        return hidden

    def leave_text(self) -> None:
        """From the text to the list."""
        self.frame.looking.show_list()

    # ------------------------------------------------------------ state of articles
    def _mark_read(self) -> None:
        session = self.frame.session
        self.stay_unread()
        if session.article is not None:
            row = session.index()
            if row is None or session.rows[row].unread:
                article = session.article.id
                self._keep(lambda: session.library.state.mark_read(article, True))
                if row is None:
                    self.frame.looking.rows_changed()
                else:
                    session.rows.refresh()
                    self.frame.list.repaint_row(row)
                    self.frame.looking.count_unread()

    def stay_unread(self) -> None:
        """The open article does not become read by being on the screen any longer."""
        if self._read is not None:
            self._read.stop()
            self._read = None
