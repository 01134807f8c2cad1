"""Screens of passages: a row each, the whole sentence at the foot. Those in near-duplicates may be left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from reader.export.scope import Scope
from reader.library.query import Query, beside_others
from reader.library.records import Hit
from reader.ui.rounds import goal_of_hit
from reader.ui.screens.browse import Browse
from reader.ui.screens.index_desks import PassageDesk
from reader.ui.trail import Goal
from reader.ui.widgets.record_lists import PassageList

if TYPE_CHECKING:
    from reader.ui.room import Room

MOST = 2000  # passages on a card


class HitDesk(PassageDesk):
    """Passages of a search or a card: what is found there can be corrected, and copies left out."""

    def __init__(self, frame: PassageScreen) -> None:
        super().__init__(frame)
        self._fold: Callable[[], None] = frame.fold

    def correct(self) -> None:
        """Go there; the menu opens over the text."""
        self.there(self.frame.main.correcting.correct)

    def fold_duplicates(self) -> None:
        """Leave the passages of near-duplicates out, or show them all."""
        self._fold()


class PassageScreen(Browse):
    """Passages."""

    LABEL: ClassVar[str] = ""
    WALKED: ClassVar[bool] = True
    DETAIL: ClassVar[bool] = True

    def __init__(self, main: Room, empty: str, query: str, *, typing: bool = True) -> None:
        self.passages = PassageList(empty=empty)
        super().__init__(main, self.passages, query, typing=typing)
        self.folded = False
        self._desks += (HitDesk(self),)

    def fold(self) -> None:
        """Leave near-duplicates out, or show them again."""
        self.folded = not self.folded
        self.restart()
        self.say(
            "Near-duplicates are left out; D shows them." if self.folded else "Near-duplicates are shown."
        )

    def asked(self, query: str, *, typing: bool = False) -> Query:
        """What `query` means, near-duplicates left out if they are to be. Raises: QueryError."""
        meant = self.session.library.query(query, typing=typing)
        return meant.without_copies() if self.folded else meant

    def within(self, query: str) -> str:
        """What is typed for `query`, near-duplicates left out if they are here."""
        return (
            f"{beside_others(self.session.library.query(query))} -is:copy" if self.folded and query else query
        )

    def exported_of(self, rows: Sequence[Hit]) -> Scope:
        """These passages, without the notes."""
        return replace(self.exported(), chosen=rows, parts=("passages",))

    def goal(self, row: Hit) -> Goal:
        """The passage."""
        return goal_of_hit(row)

    def detail(self, row: Hit) -> Content:
        """The whole sentence."""
        return self.passages.detail(row, self.app.size.width)

    def _show(self, found: tuple[Sequence[Hit], str], row: Hit | None = None) -> None:
        """A row a sentence, whatever else is found in it."""
        super()._show((self.passages.by_sentence(found[0]), found[1]), row)
