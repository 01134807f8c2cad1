"""The ways to what lies over the library: results, indexes, comparisons, cards; and back from there to a passage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.library.query import person_query, phrase_query
from reader.model import Figure
from reader.sentences import sentence_at
from reader.text import one_line
from reader.ui.screens.desk import MainDesk

if TYPE_CHECKING:
    from reader.model import Person
    from reader.ui.room import Room
    from reader.ui.screens.browse import Browse
    from reader.ui.trail import Goal


class VisitingDesk(MainDesk):
    """Screens over the main one; each is closed with the passage that the reader goes to, if any."""

    def __init__(self, frame: Room) -> None:
        super().__init__(frame)
        self._kept: tuple[Browse, ...] = ()  # what was left last, the lowest first
        self._before: list[Browse] = []  # what was kept before that, and may still be on the screen

    def go(self, goal: Goal | None) -> None:
        """To a passage, if one was chosen."""
        frame = self.frame
        self._drop()
        if goal is None:
            return
        if frame.reading.go(goal):
            frame.finding.paint_hits()
            frame.looking.focus_text()
            frame.looking.show_state()

    def find_library(self) -> None:
        """Search the library."""
        from reader.ui.screens.indexes import SearchResults

        self.frame.app.push_screen(SearchResults(self.frame), self.go)

    # ------------------------------------------------------------ and back to them
    def keep(self) -> None:
        """The screens that are shown now are being left: they stay as they are, to come back to."""
        from reader.ui.screens.browse import Browse

        app, before = self.frame.app, (*self._before, *self._kept)
        self._kept = tuple(screen for screen in app.screen_stack if isinstance(screen, Browse))
        self._before = [screen for screen in before if screen not in self._kept]
        for screen in self._kept:
            if not app.is_screen_installed(screen):
                app.install_screen(screen, f"kept {id(screen)}")

    def forget(self) -> None:
        """Something else was searched for since."""
        self._before += self._kept
        self._kept = ()
        self._drop()

    def _drop(self) -> None:
        """Let go of what is neither kept any longer nor shown."""
        app = self.frame.app
        gone = [screen for screen in self._before if screen not in app.screen_stack]
        self._before = [screen for screen in self._before if screen not in gone]
        for screen in gone:
            app.uninstall_screen(screen)
            screen.remove()

    def show_results(self) -> None:
        """What was left last, as it was, such as what the text was opened from; else the results of the last search."""
        if self._kept:
            back: Callable[[Goal | None], None] = self.go
            for screen in self._kept:
                self.frame.app.push_screen(screen, back)
                back = screen.came_back
            self._kept[-1].come_again()
            return
        from reader.ui.screens.indexes import SearchResults

        query = self.frame.finding.last_query
        self.frame.app.push_screen(SearchResults(self.frame, query, typing=not query), self.go)

    def find_same(self) -> None:
        """Search what is under the cursor across the library: a person, a figure, else the selection or word."""
        frame, session = self.frame, self.frame.session
        if session.article is None:
            return
        caret = frame.text.caret
        person = None if session.raw or frame.text.selection else session.person_at(caret)
        if person is not None:
            query = person_query(person.name)
        else:
            text = frame.text.selected_text or _word_at(frame.text.document.text, caret)
            query = phrase_query(one_line(text)[:200])
        from reader.ui.screens.indexes import SearchResults

        frame.app.push_screen(SearchResults(frame, query, typing=False), self.go)

    def show_people_index(self) -> None:
        """Everyone in the library."""
        from reader.ui.screens.indexes import PeopleScreen

        self.frame.app.push_screen(PeopleScreen(self.frame), self.go)

    def show_ledger(self) -> None:
        """Every figure in the library."""
        from reader.ui.screens.indexes import LedgerScreen

        self.frame.app.push_screen(LedgerScreen(self.frame), self.go)

    def show_every_note(self) -> None:
        """Every note of the library."""
        from reader.ui.screens.indexes import NotesScreen

        self.frame.app.push_screen(NotesScreen(self.frame), self.go)

    def show_duplicates(self) -> None:
        """The near-duplicates of the open article and how they differ."""
        article = self.frame.session.article
        if article is not None:
            from reader.ui.screens.coverage import Duplicates

            self.frame.app.push_screen(Duplicates(self.frame, article.id), self.go)

    def compare(self) -> None:
        """Compare the selected rows; or the open article with those that tell the same story."""
        from reader.ui.screens.coverage import Compared

        frame = self.frame
        ids = frame.filing.targets()
        if ids:
            frame.app.push_screen(Compared(frame, ids), self.go)

    # ------------------------------------------------------------ cards
    def open_mark(self, kind: str, ref: int) -> None:
        """Enter on a mark: a card, or the note."""
        session = self.frame.session
        if kind.startswith(
            "note"
        ):  # a note covers its sentence: what stands right under the cursor goes first
            caret = self.frame.text.caret
            over: tuple[tuple[str, Sequence[Person | Figure]], ...] = (
                ("person", session.detection.people),
                ("figure", session.detection.figures),
            )
            for layer, items in over:
                for number, item in enumerate(items):
                    if item.start <= caret < item.end:
                        kind, ref = layer, number
        if kind.startswith("person"):
            if 0 <= ref < len(session.detection.people):
                self.show_person(session.detection.people[ref].name)
        elif kind.startswith("figure"):
            if 0 <= ref < len(session.detection.figures):
                self.show_figure(session.detection.figures[ref])
        elif kind.startswith("note") and 0 <= ref < len(session.located):
            self.frame.call_next(self.frame.noting.edit, session.located[ref])

    def show_person(self, name: str) -> None:
        """A person's card."""
        from reader.ui.screens.cards import PersonCard

        self.frame.app.push_screen(PersonCard(self.frame, name), self.go)

    def person(self) -> str:
        """The name of the person chosen in the sidebar, else of the one under the cursor in the text; "" for nobody."""
        frame = self.frame
        if frame.pane == "people":
            return frame.side.shown.current.name if frame.side.shown.current is not None else ""
        found = None if frame.session.raw else frame.session.person_at(frame.text.caret)
        return "" if found is None else found.name

    def show_company(self) -> None:
        """Who is named together with that person."""
        from reader.ui.screens.company import CompanyScreen

        if name := self.person():
            self.frame.app.push_screen(CompanyScreen(self.frame, name), self.go)
        else:
            self.frame.say("Choose a person first (g p, or p in the text): w shows who is named with them.")

    def show_figure(self, figure: Figure) -> None:
        """A figure's card."""
        article = self.frame.session.article
        if article is None:
            return
        from reader.ui.screens.cards import FigureCard

        start, end = sentence_at(article.text, figure.start)
        self.frame.app.push_screen(
            FigureCard(self.frame, figure, article.id, article.text[start:end]), self.go
        )


def _word_at(text: str, offset: int) -> str:
    start = end = max(0, min(offset, len(text)))
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end]
