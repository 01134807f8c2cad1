"""The watch list: queries that are followed, whose new articles are marked in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library import QueryError
from reader.library.query import person_query
from reader.text import one_line
from reader.ui import wording
from reader.ui.screens.desk import MainDesk

if TYPE_CHECKING:
    from reader.ui.room import Teller

_COUNTING = "…"  # its articles are being counted


class WatchingDesk(MainDesk):
    """Following a query, or no longer."""

    def toggle_watch(self) -> None:
        """Follow what the list is filtered by, or the person chosen in the sidebar; the same again ends it."""
        frame, session = self.frame, self.frame.session
        person = frame.side.shown.current if frame.pane == "people" else None
        if person is not None:
            self.toggle(person_query(person.name), frame)
        elif session.query.strip():
            self.toggle(session.query.strip(), frame)
        else:
            frame.say("Filter the list first (/): W follows what it is filtered by.")

    def toggle(self, query: str, teller: Teller) -> None:
        """Follow `query` or no longer; `teller` is the screen that says so."""
        library = self.frame.session.library
        on = query not in library.watches()
        if not on and query in self.frame.session.settings.watch:
            teller.say("This is followed by the settings (watch:); take it out there.")
            return

        def done(_: object) -> None:
            self.frame.looking.reload_rows()
            short = one_line(query)
            said = (
                f"Following {short}: articles that match are marked ◉"
                if on
                else f"No longer following {short}"
            )
            teller.say(said, "good")

        def failed(error: Exception) -> None:
            teller.trouble(error.message if isinstance(error, QueryError) else error)

        self.frame.jobs.write(lambda: library.watch(query, on), done, failed)

    def show_watches(self) -> None:
        """What is followed: choose a query to see what matches."""
        from reader.ui.screens.picker import Choice, Picker

        frame, session = self.frame, self.frame.session
        watches = session.library.watches()
        if not watches:
            frame.say(
                "Nothing is followed yet. W in the list, an index or a card follows what is shown there."
            )
            return
        choices = [Choice("Everything followed", "is:watched", hint=_COUNTING)]
        choices += [Choice(one_line(query), query, hint=_COUNTING) for query in watches]

        def chosen(query: str | None) -> None:
            if query is not None:
                frame.looking.filter_by(query)

        picker = Picker("Followed — W in the list ends it", choices)
        frame.app.push_screen(picker, chosen)
        queries = ("is:watched", *watches)
        frame.jobs.run(
            lambda: {query: self._counted(query) for query in queries},
            picker.tell,
            frame.trouble,
            group="watches",
        )

    def _counted(self, query: str) -> str:
        """How many rows of the list answer a query."""
        session = self.frame.session
        try:
            found, unread = (
                len(session.library.rows(asked, fold=session.fold))
                for asked in (query, f"({query}) is:unread")
            )
        except QueryError as error:
            return error.message
        return wording.count(found, "article") + (f", {unread:,} unread" if unread else "")
