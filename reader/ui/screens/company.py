"""Who is named together with a person, and the passages on both."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from reader.export.scope import Scope
from reader.library.query import beside_others, person_query, without_words
from reader.library.records import Companion, Hit, PersonEntry
from reader.text import one_line
from reader.ui import wording
from reader.ui.screens.browse import Browse
from reader.ui.screens.desk import BrowsingDesk
from reader.ui.screens.index_desks import PeopleDesk
from reader.ui.screens.passages import MOST, PassageScreen
from reader.ui.widgets.record_lists import CompanyList

if TYPE_CHECKING:
    from reader.ui.room import Room

_AHEAD = 40  # rows that are described off the UI thread: those seen first
_ORDERS = {"strength": "closest first", "articles": "by articles in common", "name": "by name"}


class CompanyDesk(BrowsingDesk):
    """From a person to those named together with them."""

    def show_company(self) -> None:
        """Who is named together with the person shown or under the cursor."""
        frame = self.frame
        if name := frame.person():
            frame.app.push_screen(CompanyScreen(frame.main, name), frame.came_back)


class _CompanyPeopleDesk(PeopleDesk):
    """People of a company are corrected like those of the index."""

    @property
    def _row(self) -> PersonEntry | None:
        row: Companion | None = self.frame.list.current
        return None if row is None else row.person

    @property
    def _chosen(self) -> list[PersonEntry]:
        return [row.person for row in self.frame.list.chosen]


class CompanyScreen(Browse):
    """Those named in the same articles as a person."""

    LABEL: ClassVar[str] = "Named with"
    HELP: ClassVar[str] = "a name, or source:name after:2024 -is:copy"

    def __init__(self, main: Room, name: str) -> None:
        super().__init__(main, CompanyList(empty="Nobody by that name."), typing=False)
        self._whose = name
        self._by = "strength"
        self._asked = ""  # what was typed
        self._chosen = ""  # what of it says which articles are looked at
        self._desks += (_CompanyPeopleDesk(self), CompanyDesk(self))

    def load(self, query: str) -> tuple[Sequence[Companion], str]:
        """The others, those who are named together with the person oftener than by chance first."""
        company = self.session.library.company(self._whose, query, self._by)
        asked = self.session.library.query(query)
        self._asked, self._chosen = beside_others(asked), without_words(asked)
        self._nothing = "" if query.strip() else "Nobody else is named in these articles."
        if company is None:
            return (), "is not named in these articles"
        company[:_AHEAD]
        people = wording.count(len(company), "person", "people")
        articles = wording.count(company.person.articles, "article")
        return company, f"{people} in {articles}, {_ORDERS[self._by]}"

    def show_summary(self, said: str) -> None:
        """Whose company it is, how many, in which order."""
        self.head(
            Content.assemble(
                (f"{self.LABEL} ", "bold $accent"), (one_line(self._whose), "bold $person"), (f"   {said}", "$dim")
            )
        )  # fmt: skip

    def resort(self) -> None:
        """The next order."""
        order = list(_ORDERS)
        self._by = order[(order.index(self._by) + 1) % len(order)]
        self.restart()

    def goal(self, row: Companion) -> None:
        """Two people have passages, not a place."""
        return

    def open_row(self, row: Companion) -> None:
        """The passages on both."""
        card = TogetherCard(self.main, self._whose, row.person.name, self._chosen)
        self.app.push_screen(card, self.came_back)

    def names(self, row: Companion) -> Sequence[object]:
        """As in the index of people."""
        return (row.person.name, *row.person.spellings)

    def person(self) -> str:
        """The one under the cursor: from person to person."""
        row: Companion | None = self.list.current
        return "" if row is None else row.person.name

    def exported(self) -> Scope:
        """These people, with what is said of them in the articles of the one."""
        return Scope(f"{person_query(self._whose)} {self._asked}".strip(), ("people",), named=True)

    def exported_of(self, rows: Sequence[Companion]) -> Scope:
        """These people."""
        return super().exported_of([row.person for row in rows])

    def scope(self) -> str:
        """The articles that name both."""
        return _both(self._whose, self.person(), self._chosen)


def _both(name: str, other: str, query: str) -> str:
    """What is typed to find the articles that name two people, of those that `query` chooses."""
    parts = [person_query(name), person_query(other) if other else "", query]
    return " ".join(filter(None, parts))


class TogetherCard(PassageScreen):
    """Two people: the sentences that name both, newest first, in articles without one where each is named first."""

    def __init__(self, main: Room, name: str, other: str, query: str) -> None:
        super().__init__(main, "No article names both.", query)
        self._pair = (name, other)

    def load(self, query: str) -> tuple[Sequence[Hit], str]:
        """The passages on both."""
        found = self.session.library.together(*self._pair, self.asked(query))
        if found is None:
            return (), ""
        rows = list(islice(found.hits, MOST))
        days = [row.published for row in rows if row.published]
        span = wording.days(days[-1], days[0]) if days and found.hits.complete else ""
        counts = wording.count(found.hits.articles, "article")
        return rows, " · ".join(part for part in (counts, span, one_line(query)) if part)

    def show_summary(self, said: str) -> None:
        """Both names, then what is known."""
        one, other = map(one_line, self._pair)
        self.head(
            Content.assemble(
                (one, "bold $person"), (" and ", "$dim"), (other, "bold $person"), (f"\n{said}", "$dim")
            )
        )  # fmt: skip

    def scope(self) -> str:
        """The query that means both."""
        return _both(*self._pair, self.query_text)
