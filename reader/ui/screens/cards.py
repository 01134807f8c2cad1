"""Cards: a person with every spelling, title and passage; a figure with its value and where else it stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from textual.content import Content

from reader.export.material import heading
from reader.export.scope import Scope
from reader.library.bounds import amount_of, figure_query, is_same
from reader.library.query import Query, person_query
from reader.library.records import Hit, LedgerRow, PersonEntry
from reader.library.wording import figure_text
from reader.model import Figure, Passage
from reader.text import one_line
from reader.ui import wording
from reader.ui.screens.company import CompanyDesk
from reader.ui.screens.passages import MOST, PassageScreen

if TYPE_CHECKING:
    from reader.ui.room import Room

_CROWDED = 5_000  # articles of a person from which the company is not told before it is asked for
_CLOSEST = 5
_PATIENCE = 0.15  # seconds after which a card says what the open article tells


class PersonCard(PassageScreen):
    """Everyone called by a name: spellings, titles, counts, every passage, newest first."""

    def __init__(self, main: Room, name: str) -> None:
        super().__init__(main, "No passage in the index yet.", name)
        self.name_shown = name
        self._desks += (CompanyDesk(self),)
        self._waits = True  # for the index

    def on_mount(self) -> None:
        """The name at once, soon what the open article tells, then all there is."""
        self.show_summary("")
        self.set_timer(_PATIENCE, self._show_here)

    def _show_here(self) -> None:
        if self._waits and (rows := self._here(self.query_text)):
            self.list.set_rows(self.passages.by_sentence(rows))
            self.show_summary("in this article; looking for more …")

    def _show(self, found: tuple[Sequence[Hit], str], row: Hit | None = None) -> None:
        self._waits = False
        super()._show(found, row if self.list.cursor else None)

    def _not_loaded(self, error: Exception) -> None:
        self._waits = False
        super()._not_loaded(error)

    def load(self, query: str) -> tuple[Sequence[Hit], str]:
        """The passages that name the person."""
        found = self.session.library.person(query)
        if found is None:
            return self._here(query), ""
        entry, hits = found
        self.name_shown = entry.name
        if self.folded:
            hits = self.session.library.search(self.asked(person_query(entry.name)))
        rows = list(islice(hits, MOST))
        others = [text for text in entry.spellings if text != entry.name]
        lines = [" · ".join(entry.titles[:4]), "also " + " · ".join(others[:8]) if others else ""]
        span = wording.days(entry.first, entry.last)
        counts = f"{wording.count(entry.articles, 'article')}, {wording.count(entry.mentions, 'mention')}"
        lines.append(" · ".join(part for part in (counts, span) if part))
        lines.append(self._company(entry))
        return rows, "\n".join(one_line(line) for line in lines if line)

    def _company(self, entry: PersonEntry) -> str:
        """Who is named together with the person, in few words; "" where that takes long to find."""
        company = self.session.library.company(entry.name) if entry.articles < _CROWDED else None
        with_whom = " · ".join(f"{row.person.name} {row.articles}" for row in (company or ())[:_CLOSEST])
        return f"named with {with_whom}" if with_whom else ""

    def _here(self, name: str) -> list[Hit]:
        """The mentions in the open article, for a person the index does not know yet."""
        article = self.session.article
        if article is None:
            return []
        from reader.sentences import sentence_at

        made = []
        for person in self.session.detection.people:
            if person.name == name:
                start, end = sentence_at(article.text, person.start)
                passage = Passage(article.id, person.start, person.end, article.text[start:end], start)
                made.append(
                    Hit(article.id, heading(article), article.published or "", passage, article.source or "")
                )
        return made

    def show_summary(self, said: str) -> None:
        """Name, then what is known."""
        self.head(
            Content.assemble(
                (one_line(self.name_shown), "bold $person"), ("\n" if said else ""), (said, "$dim")
            )
        )

    def person(self) -> str:
        """Who it is."""
        return self.name_shown

    def scope(self) -> str:
        """The query that means this person."""
        return self.within(person_query(self.name_shown))

    def exported(self) -> Scope:
        """The passages on the person, and the notes on their articles."""
        return Scope(self.scope(), ("passages", "notes"), title=self.name_shown)


class FigureCard(PassageScreen):
    """A figure in normal form, its sentence, and the same quantity elsewhere in the library."""

    def __init__(self, main: Room, figure: Figure, article: str, sentence: str) -> None:
        super().__init__(main, "The same figure stands nowhere else.", figure.text)
        self._figure = figure
        self._article = article
        self._sentence = sentence

    def load(self, query: str) -> tuple[Sequence[Hit], str]:
        """Figures of the same kind, unit and value."""
        amount = amount_of(self._figure)
        if amount is None:
            return [], ""
        asked = Query("", amount)
        rows = self.session.library.figures(asked.without_copies() if self.folded else asked)
        made: list[Hit] = []
        for row in islice(rows, MOST):
            if self._same(row):
                start = max(row.figure.start, 0)
                at = max(row.sentence.find(row.figure.text), 0)
                passage = Passage(row.article, start, row.figure.end, row.sentence, start - at)
                made.append(Hit(row.article, row.title, row.published, passage, row.source))
        return made, ""

    def _same(self, row: LedgerRow) -> bool:
        here = (row.article, row.figure.start) == (self._article, self._figure.start)
        return not here and is_same(self._figure, row.figure)

    def show_summary(self, said: str) -> None:
        """Value, kind, sentence."""
        figure = self._figure
        sure = "" if figure.confidence >= self.session.settings.confidence else ", unsure"
        about = f"{figure.kind}{sure} · written “{one_line(figure.text)}”"
        places = len(self.list.rows)  # where there is none, the list says so
        elsewhere = f"\nThe same: {wording.count(places, 'other place')}" if places else ""
        self.head(
            Content.assemble(
                (figure_text(figure), "bold underline $figure"), (f"   {about}\n", "$dim"),
                one_line(self._sentence), (elsewhere, "$dim"),
            )
        )  # fmt: skip

    def scope(self) -> str:
        """The query that means figures of this value."""
        return self.within(figure_query(self._figure))

    def exported(self) -> Scope:
        """The places where the same figure stands."""
        return Scope(parts=("passages",), title=one_line(self._figure.text), chosen=self.list.rows)
