"""What can be done to a row of the indexes: names, corrections, notes, orders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from reader.model import FIGURE_KINDS, Correction
from reader.text import one_line
from reader.ui.screens.desk import BrowsingDesk
from reader.ui.screens.picker import Choice, Picker

if TYPE_CHECKING:
    from reader.library.records import LedgerRow, PersonEntry
    from reader.model import Note


class SortingDesk(BrowsingDesk):
    """Another order."""

    def sort(self) -> None:
        """The next order."""
        self.frame.resort()


class PeopleDesk(SortingDesk):
    """People: right names, who is the same, who is nobody."""

    @property
    def _row(self) -> PersonEntry | None:
        """Who is under the cursor."""
        row: PersonEntry | None = self.frame.list.current
        return row

    @property
    def _chosen(self) -> list[PersonEntry]:
        """Those selected, or who is under the cursor."""
        return self.frame.list.chosen

    def _record(self, *corrections: Correction, of: Sequence[str] = ()) -> None:
        self.frame.main.correcting.record(*corrections, index=self.frame, of=of)

    def edit_record(self) -> None:
        """The right name."""
        row = self._row
        if row is None:
            return

        def right(name: str) -> None:
            if name.strip() and name.strip() != row.name:
                self._record(Correction("", "same", row.name, name.strip()))

        self.frame.main.house.ask("The right name", row.name, right)

    def delete_record(self) -> None:
        """Not people, under no spelling."""
        chosen = self._chosen
        texts = dict.fromkeys(text for row in chosen for text in (row.name, *row.spellings))
        if texts:
            self._record(
                *(Correction("", "not_person", text) for text in texts), of=[row.name for row in chosen]
            )

    def correct(self) -> None:
        """The menu."""
        row, several = self._row, len(self._chosen)
        if row is None:
            return
        if several > 1:
            choices = [
                Choice("Not people", "not_person", f"all {several} selected", "n"),
                Choice("One person …", "join", "under several names", "s"),
            ]
        else:
            choices = [
                Choice("Not a person", "not_person", one_line(row.name), "n"),
                Choice("The same as …", "same", "one person under two names", "s"),
                Choice("Different from …", "different", "two people under one name", "d"),
            ]

        def chosen(what: Any) -> None:
            if what == "not_person":
                self.delete_record()
            elif what == "join":
                self.merge_people()
            elif what is not None:
                self._ask_other(row, what)

        self.frame.app.push_screen(Picker("Correct", choices, keys=True), chosen)

    def _ask_other(self, row: PersonEntry, what: Any) -> None:
        everyone = self.frame.session.library.people()[:1000]
        self.frame.main.correcting.choose_other(
            row.name, what, row.spellings, (entry.name for entry in everyone), self.frame
        )

    def merge_people(self) -> None:
        """Those selected are one person; else review people who may be the same."""
        chosen = sorted(self._chosen, key=lambda row: row.articles, reverse=True)
        picked = bool(self.frame.list.picked)
        self.frame.main.correcting.join_or_review([row.name for row in chosen], picked, self.frame)


class PassageDesk(BrowsingDesk):
    """Passages: a note on one."""

    def edit_record(self) -> None:
        """Go there and write a note on it, or edit the one that is there."""
        self.there(self.frame.main.noting.add_note)

    def there(self, then: Callable[[], object]) -> None:
        """Go to the passage, then do something there."""
        frame = self.frame
        row = frame.list.current
        goal = frame.goal(row) if row is not None else None
        if goal is not None:
            frame.main.visiting.keep()
            frame.leave()
            frame.main.visiting.go(goal)
            frame.main.call_after_refresh(then)


class FiguresDesk(PassageDesk, SortingDesk):
    """Figures: another kind, or none."""

    def _record(self, action: Any, target: str = "") -> None:
        chosen: list[LedgerRow] = self.frame.list.chosen
        texts = list(dict.fromkeys(row.figure.text for row in chosen))
        if texts:
            corrections = [Correction("", action, text, target) for text in texts]
            self.frame.main.correcting.record(*corrections, index=self.frame, of=texts)

    def delete_record(self) -> None:
        """Not a figure."""
        self._record("not_figure")

    def correct(self) -> None:
        """Another kind, or not a figure."""
        choices = [Choice("Not a figure", ("not_figure", ""), key="n")]
        choices += [
            Choice(f"It is {kind}", ("figure", kind), key=str(n)) for n, kind in enumerate(FIGURE_KINDS, 1)
        ]

        def chosen(value: tuple[str, str] | None) -> None:
            if value is not None:
                self._record(*value)

        self.frame.app.push_screen(Picker("Correct", choices, keys=True), chosen)


class NoteDesk(PassageDesk):
    """Notes: edit or delete one."""

    def delete_record(self) -> None:
        """Delete the selected notes, or the one under the cursor; u brings them back."""
        frame = self.frame
        notes: list[Note] = [note for note, _ in frame.list.chosen]
        if not notes:
            return

        def removed(gone: list[Note]) -> None:
            frame.main.house.show_corrected()
            frame.reload()
            several = f"{len(gone)} notes deleted — u brings them back"
            frame.say(several if len(gone) > 1 else "Deleted — u brings it back", "good")

        frame.main.jobs.write(lambda: frame.main.house.changes.remove_notes(notes), removed, frame.trouble)
