"""The indexes of the library: search results, people, figures, every note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from reader.export.scope import Scope
from reader.folding import fold_text
from reader.library.query import person_query
from reader.library.records import Hit, LedgerRow, PersonEntry
from reader.library.wording import why_nothing
from reader.model import Note
from reader.orders import FIGURE_ORDERS
from reader.ui import wording
from reader.ui.noted import goal_of, titles_of
from reader.ui.rounds import Round
from reader.ui.screens.browse import Browse
from reader.ui.screens.company import CompanyDesk
from reader.ui.screens.index_desks import FiguresDesk, NoteDesk, PeopleDesk
from reader.ui.screens.passages import PassageScreen
from reader.ui.trail import Goal
from reader.ui.widgets.notes_list import category_word
from reader.ui.widgets.record_lists import (
    LedgerList,
    NoteIndex,
    PeopleIndex,
    detail_head,
    flat,
)

if TYPE_CHECKING:
    from reader.ui.room import Room

_MOST = 1000
_QUERY_HELP = 'words "a phrase" or - person:name source:name is:unread money>10m after:2024'

_HOW = (
    "Type words, or one of the fields above: what they say stands here at once, sentence by sentence. "
    "Enter opens a passage; n and N then go on through all of them."
)


class SearchResults(PassageScreen):
    """Passages that answer a query."""

    LABEL: ClassVar[str] = "Search"
    HELP: ClassVar[str] = _QUERY_HELP
    WALKED: ClassVar[bool] = False  # all hits are, not only those that are shown

    def __init__(self, main: Room, query: str = "", *, typing: bool = True) -> None:
        super().__init__(main, _HOW, query, typing=typing)

    def load(self, query: str) -> tuple[Sequence[Hit], str]:
        """The first passages, in reading order."""
        self._nothing = ""
        if not query.strip():
            return (), ""
        hits = self.session.library.search(self.asked(query, typing=True))
        rows = list(islice(hits, _MOST))
        if not rows:
            self._nothing = why_nothing(self.session.library.parts(query, typing=True))
        more = "the first " if len(rows) == _MOST else ""
        articles = wording.count(hits.articles, "article")
        sentences = len({hit.sentence_place for hit in rows})
        asked = "" if self.typing else f"{query}   "
        return rows, f"{asked}{more}{wording.count(sentences, 'passage')} in {articles}"

    def row_at(self, walk: Round) -> int:
        """All hits are walked, of which a row may have several."""
        try:
            there = walk.here
        except IndexError:
            return 0
        rows = [at for at, row in enumerate(self.list.rows) if row.article == there.article]
        before = [at for at in rows if self.list.rows[at].passage.start <= there.start]
        return max(before, default=min(rows, default=0))

    def scope(self) -> str:
        """What finds all this for good."""
        return self.within(self.for_good())

    def open_row(self, row: Hit) -> None:
        """Take the hits along: n and N go on from here."""
        self.round = self.main.finding.walk(self.asked(self.query_text, typing=True), row)
        super().open_row(row)


class PeopleScreen(Browse):
    """Everyone in the library."""

    LABEL: ClassVar[str] = "People"
    PART: ClassVar[str] = "people"
    HELP: ClassVar[str] = "a name, or text:word source:name after:2024; Tab, v and M: several are one"

    def __init__(self, main: Room) -> None:
        super().__init__(main, PeopleIndex(empty="Nobody by that name."))
        self._by = "articles"
        self._desks += (PeopleDesk(self), CompanyDesk(self))

    def load(self, query: str) -> tuple[Sequence[PersonEntry], str]:
        """The people, most articles first."""
        library = self.session.library
        people = library.people(query, self._by)
        self._nothing = "" if query.strip() else "Nobody is found in these articles yet."
        if not len(people) and query.strip() and len(alike := library.people_alike(query)):
            return (
                alike,
                f"nobody by that name, {wording.count(len(alike), 'person', 'people')} with one like it",
            )
        by = "last met" if self._by == "last" else self._by
        return people, f"{wording.count(len(people), 'person', 'people')}, by {by}"

    def resort(self) -> None:
        """The next order."""
        order = ("articles", "name", "last")
        self._by = order[(order.index(self._by) + 1) % 3]
        self.restart()

    def goal(self, row: PersonEntry) -> None:
        """A person has a card, not a place."""
        return

    def open_row(self, row: PersonEntry) -> None:
        """The card."""
        from reader.ui.screens.cards import PersonCard

        self.app.push_screen(PersonCard(self.main, row.name), self.came_back)

    def names(self, row: PersonEntry) -> Sequence[object]:
        """The name, and the other spellings: those of two people who turned out to be one are together."""
        return (row.name, *row.spellings)

    def person(self) -> str:
        """The one under the cursor."""
        row: PersonEntry | None = self.list.current
        return "" if row is None else row.name

    def scope(self) -> str:
        """The person under the cursor."""
        name = self.person()
        return person_query(name) if name else self.query_text


class LedgerScreen(Browse):
    """Every figure in the library."""

    LABEL: ClassVar[str] = "Figures"
    PART: ClassVar[str] = "figures"
    HELP: ClassVar[str] = (
        "words of the sentence, people>100 money>10m kind:percent; text:word after:2024; -is:copy: without copies"
    )
    WALKED: ClassVar[bool] = True
    DETAIL: ClassVar[bool] = True

    def __init__(self, main: Room) -> None:
        super().__init__(main, LedgerList(empty="No such figure."))
        self._by = "newest"
        self._desks += (FiguresDesk(self),)

    def load(self, query: str) -> tuple[Sequence[LedgerRow], str]:
        """The figures; who types on does not wait for what stood there before."""
        rows = self.session.library.figures(
            query, self._by, typing=True, stop=lambda: query != self.query_text
        )
        self._nothing = (
            "No such figure. Words are looked for in its sentence, by text:word in the whole article."
            if query.strip()
            else "No figure is found in these articles yet."
        )
        return rows, f"{wording.count(len(rows), 'figure')}, {self._by}"

    def resort(self) -> None:
        """The next order."""
        self._by = FIGURE_ORDERS[(FIGURE_ORDERS.index(self._by) + 1) % len(FIGURE_ORDERS)]
        self.restart()

    def names(self, row: LedgerRow) -> Sequence[object]:
        """Its place, whatever it is taken for."""
        return ((row.article, row.figure.start),)

    def detail(self, row: LedgerRow) -> Content:
        """Its article and the whole sentence."""
        start, end = row.place
        facts = (wording.day(row.published), row.source, row.article)
        return Content.assemble(
            *detail_head(row.title or row.article, facts, self.app.size.width),
            flat(row.sentence[:start]),
            (flat(row.sentence[start:end]), "$figure bold"),
            flat(row.sentence[end:]),
        )

    def scope(self) -> str:
        """What finds all this for good."""
        return self.for_good()

    def goal(self, row: LedgerRow) -> Goal:
        """The figure in its article."""
        return Goal(row.article, row.figure.start, row.figure.end, row.sentence, row.sentence_start)


class NotesScreen(Browse):
    """Every note of the library, also those whose article is gone."""

    LABEL: ClassVar[str] = "Notes"
    QUERIES: ClassVar[bool] = False
    HELP: ClassVar[str] = "words of the note, its passage, category or article, or #tag"

    def __init__(self, main: Room) -> None:
        self._categories = main.session.settings.categories
        super().__init__(main, NoteIndex(self._categories, empty="No note answers that."))
        self._desks += (NoteDesk(self),)
        self._found: frozenset[str] | None = None  # None: every note

    def load(self, query: str) -> tuple[Sequence[tuple[Note, str]], str]:
        """The notes that hold every word, newest first."""
        words = fold_text(query).split()
        self._nothing = (
            "" if words else "No notes yet. In the text, a writes one on the sentence at the cursor."
        )
        library = self.session.library
        notes = [note for part in library.notes.every() for note in part.notes]
        titles = titles_of(library, notes)
        found = [
            (note, title)
            for note, title in zip(notes, titles)
            if not words or all(word in self._said(note, title) for word in words)
        ]
        found.sort(key=lambda item: item[0].created, reverse=True)
        self._found = frozenset(note.id for note, _ in found) if words else None
        return found[:_MOST], wording.count(len(found), "note")

    def names(self, row: tuple[Note, str]) -> Sequence[object]:
        """The note's id."""
        return (row[0].id,)

    def _said(self, note: Note, title: str) -> str:
        """All that a row of the list tells of a note, and its file."""
        tags = (f"#{tag}" for tag in note.tags)
        category = category_word(note, self._categories)
        return fold_text(" ".join((title, category, note.body, note.anchor.exact, note.file, *tags)))

    def goal(self, row: tuple[Note, str]) -> Goal | None:
        """Where the note is in the text of today."""
        goal = goal_of(self.session.library, row[0])
        if goal is None:
            self.say("The article of this note is gone; the note stays in its file.")
        return goal

    def scope(self) -> str:
        """Every note that was found: the words look into notes."""
        words = self.query_text.replace("#", " ").split()
        return " ".join(f"note:{word}" for word in words) or "is:noted"

    def exported(self) -> Scope:
        """The notes that were found, also those whose article is gone."""
        return Scope(notes=self._found, title=self.query_text.strip())

    def special_keys(self) -> Sequence[tuple[str, str]]:
        """Of those selected what can be done with notes."""
        found = super().special_keys()
        return [("record.delete", "Delete"), *found] if found else found

    def exported_of(self, rows: Sequence[tuple[Note, str]]) -> Scope:
        """These notes."""
        return replace(self.exported(), notes=frozenset(note.id for note, _ in rows))
