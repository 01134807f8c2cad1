"""What the app begins with: the first unread article, in the first frame, and what that frame does not wait for."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from reader.library import FIRST_AT_ONCE
from reader.text import one_line
from reader.ui.screens.desk import MainDesk
from reader.ui.widgets.reading.document import Document

if TYPE_CHECKING:
    from reader.ui.room import Room

#: An article that was opened by itself may give way to a newer one for so long (seconds).
_GLANCE = 2.0
_READING = (
    "Reading {}\n\n"
    "The articles appear here as they are read: you can begin with the first while the others come."
)
_NOTHING = (
    "No articles yet in {}\n\n"
    "Put text files in this folder: they appear here by themselves. "
    "If there are files already, none of them is text; press g ! for what went wrong."
)


class Beginning(MainDesk):
    """The first article."""

    def __init__(self, frame: Room) -> None:
        super().__init__(frame)
        self._first: str | None = None
        self._fresh = False  # there was nothing to start with: the folder is read for the first time
        self._by_itself, self._alone_until = "", 0.0  # what was opened so, and until when it may give way

    def start(self) -> None:
        """Go to the first unread article, or the first; its text comes with `open_first`: the list is there sooner."""
        session = self.frame.session
        rows = session.unread() or session.rows
        self._first = rows[0].id if len(rows) else None
        if self._first is not None:
            self.frame.looking.set_rows(session.index(self._first) or 0)
        else:
            self.frame.looking.set_rows()
            self._fresh = not self.frame.files.looked
            said = _READING if self._fresh else _NOTHING
            self.frame.text.open(Document.plain(said.format(one_line(str(session.library.root)))))
        self.frame.looking.show_filter()

    def opens_at_once(self) -> bool:
        """Whether the article to start with is read so quickly that the first frame may wait for it."""
        return self._first is not None and self.frame.reading.large_files.size(self._first) <= FIRST_AT_ONCE

    def open_first(self) -> None:
        """Open the article to start with, unless the reader is at another already."""
        first, self._first = self._first, None
        opened = self.frame.session.article
        if first is not None and (opened is None or self.gives_way()):
            if opened is None and self._fresh:
                self._alone_until = monotonic() + _GLANCE
            self._by_itself = first
            self.frame.reading.open(first, passing=True)

    def gives_way(self) -> bool:
        """Whether a library is being read for the first time, its first article was opened a moment ago and nobody did
        anything yet: then the newest of those that come is the one to start with."""
        frame, article = self.frame, self.frame.session.article
        return (
            article is not None
            and article.id == self._by_itself
            and monotonic() < self._alone_until
            and not frame.files.looked
            and frame.pane == "text"
            and (frame.text.caret, frame.text.top) == (0, 0)
            and not (frame.text.selecting or frame.session.raw or frame.session.query)
        )

    def catch_up(self) -> None:
        """The first frame is out: find the marks that it did not wait for, load the notes and show those nobody knew
        of."""
        frame, session = self.frame, self.frame.session
        if session.starting and session.needs_marking:
            frame.reading.mark_anew()
        session.starting = False
        session.problems += session.library.attend_to_notes()
        if session.article is not None and session.notes is None:
            session.reload_notes()
            if session.notes is not None and (session.notes.notes or session.notes.problems):
                frame.reading.paint("notes")
                frame.reading.tell_of_notes()

    def keep_coming(self) -> None:
        """Have the article that the next start will open parsed by then."""
        library, coming = self.frame.session.library, self.frame.session.coming
        if coming:
            self.frame.jobs.write(lambda: library.keep(coming), lambda _: None, lambda _: None)
