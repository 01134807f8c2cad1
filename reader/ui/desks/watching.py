"""The watch list: queries that are followed, whose new articles are marked in the list."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.library import QueryError
from reader.library.query import person_query
from reader.text import one_line
from reader.ui import wording
from reader.ui.screens.desk import MainDesk

if TYPE_CHECKING:
    from reader.library import Library
    from reader.model import Watch
    from reader.ui.room import Teller

_COUNTING = "…"  # its articles are being counted


class WatchingDesk(MainDesk):
    """Following a query, under a name or without, or no longer."""

    def toggle_watch(self) -> None:
        """Follow what the list is filtered by, or the person chosen in the sidebar; the same again ends it."""
        if query := self._meant():
            self.toggle(query, self.frame)

    def name_watch(self) -> None:
        """Follow the same under a name, or change that."""
        if query := self._meant():
            self.name(query, self.frame)

    def _meant(self) -> str:
        frame, session = self.frame, self.frame.session
        person = frame.side.shown.current if frame.pane == "people" else None
        query = person_query(person.name) if person is not None else session.query.strip()
        if not query:
            frame.say("Filter the list first (/): W follows what it is filtered by.")
        return query

    def _followed(self, query: str) -> Watch | None:
        return next((watch for watch in self.frame.session.library.watches() if watch.query == query), None)

    def _is_fixed(self, query: str) -> bool:
        return any(watch.query == query for watch in self.frame.session.settings.watch)

    def name(self, query: str, teller: Teller) -> None:
        """Ask what `query` is to be called in the watch list, and follow it; `teller` is the screen that says so."""
        if self._is_fixed(query):
            teller.say("This is followed by the settings (watch:); name it there.")
            return
        from reader.ui.screens.picker import Picker

        short, known = one_line(query), self._followed(query)

        def named(name: str | None) -> None:
            if name is None:
                return
            called = one_line(name).strip()
            said = f"Following {short}" + (f" as {called}" if called else "")
            self._change(lambda library: library.watch(query, called), said, teller)

        asked = Picker(f"A name for {short}", [], free=True, text=known.name if known else "")
        self.frame.app.push_screen(asked, named)

    def toggle(self, query: str, teller: Teller) -> None:
        """Follow `query` or no longer; `teller` is the screen that says so."""
        known = self._followed(query)
        if known is not None and self._is_fixed(query):
            teller.say("This is followed by the settings (watch:); take it out there.")
        elif known is not None:
            said = f"No longer following {one_line(known.label)}"
            self._change(lambda library: library.unwatch(query), said, teller)
        else:
            said = f"Following {one_line(query)}: articles that match are marked ◉"
            self._change(lambda library: library.watch(query), said, teller)

    def _change(self, change: Callable[[Library], None], said: str, teller: Teller) -> None:
        library = self.frame.session.library

        def done(_: object) -> None:
            self.frame.looking.reload_rows()
            teller.say(said, "good")

        def failed(error: Exception) -> None:
            teller.trouble(error.message if isinstance(error, QueryError) else error)

        self.frame.jobs.write(lambda: change(library), done, failed)

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
        choices += [
            Choice(
                one_line(watch.label),
                watch.query,
                one_line(watch.query) if watch.name else "",
                hint=_COUNTING,
            )
            for watch in watches
        ]

        def chosen(query: str | None) -> None:
            if query is not None:
                frame.looking.filter_by(query)

        picker = Picker("Followed — in the list W ends it, g W names it", choices)
        frame.app.push_screen(picker, chosen)
        queries = ("is:watched", *(watch.query for watch in watches))
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
