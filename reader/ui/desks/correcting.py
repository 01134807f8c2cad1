"""Saying what the detectors got wrong: from the text, the sidebar and the indexes; reviewing who may be the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.model import FIGURE_KINDS, Correction, Figure, Person
from reader.text import one_line
from reader.ui import wording
from reader.ui.screens.desk import MainDesk
from reader.ui.screens.picker import Choice, Picker

if TYPE_CHECKING:
    from reader.library.records import MergeProposal
    from reader.model import CorrectionAction
    from reader.ui.room import Index


class CorrectingDesk(MainDesk):
    """Corrections; each holds for the whole library, now and later, and can be undone."""

    # ------------------------------------------------------------ what is meant
    def _meant(self) -> tuple[Person | Figure | None, str]:
        """The detection under the cursor, and the selected text."""
        frame, session = self.frame, self.frame.session
        if frame.pane == "people" and frame.side.shown.current is not None:
            return frame.side.shown.current.mentions[0], ""
        if frame.pane == "figures" and frame.side.shown.current is not None:
            return frame.side.shown.current.figure, ""
        if session.raw or session.article is None:
            return None, ""
        selected = frame.text.selected_text
        start, end = frame.text.selection or (frame.text.caret, frame.text.caret + 1)
        marks: tuple[Person | Figure, ...] = (*session.detection.people, *session.detection.figures)
        for item in marks:
            if item.start < end and item.end > start:
                return item, selected
        return None, selected

    def correct(self) -> None:
        """The menu of what can be said about what is under the cursor or selected."""
        frame, session = self.frame, self.frame.session
        if session.raw and frame.pane != "list":
            self._correct_hidden()
            return
        meant, selected = (None, "") if frame.pane == "list" else self._meant()
        choices: list[Choice] = []
        if isinstance(meant, Person):
            name = one_line(meant.name)
            choices = [
                Choice("Not a person", "not_person", name, "n"),
                Choice("The same as …", "same", "one person under two names", "s"),
                Choice("Different from …", "different", "two people under one name", "d"),
                Choice("Fix the span …", "span", one_line(meant.text), "f"),
                Choice("A figure, not a person …", "figure", one_line(meant.text), "k"),
            ]
        elif isinstance(meant, Figure):
            choices = [
                Choice("Not a figure", "not_figure", one_line(meant.text), "n"),
                Choice("Another kind …", "figure", meant.kind, "k"),
                Choice("Fix the span …", "span", one_line(meant.text), "f"),
                Choice("A person", "person", one_line(meant.text), "p"),
            ]
        if selected:
            short = one_line(selected)[:40]
            choices += [
                Choice("Mark the selection as a person", "mark_person", short, "P"),
                Choice("Mark the selection as a figure …", "mark_figure", short, "F"),
            ]
            if session.article is not None:
                choices.append(Choice("Hide lines like the selection", "hide", short, "h"))
        if frame.pane in ("text", "list"):
            choices += frame.proofs.choices()
        if not choices:
            frame.say("Nothing is marked here. Select words (v) to mark them as a person or figure.")
            return
        text = meant.text if meant is not None else selected

        def chosen(what: str | None) -> None:
            if what is not None and not frame.proofs.choose(what):
                self._say(what, meant, text, selected)

        frame.app.push_screen(Picker("Correct", choices, keys=True), chosen)

    def _say(self, what: str, meant: Person | Figure | None, text: str, selected: str) -> None:
        ask = self.frame.house.ask
        if what == "not_person" and isinstance(meant, Person):
            self._not_people([meant])
        elif what == "not_figure":
            self.send("not_figure", text)
        elif what == "person":
            self.send("person", text)
        elif what == "hide":
            self.send("hide", selected.strip())
        elif what == "mark_person":
            self.send("person", selected.strip())
        elif what in ("figure", "mark_figure"):
            surface = selected.strip() if what == "mark_figure" else text
            choices = [Choice(kind, kind) for kind in FIGURE_KINDS]
            self.frame.app.push_screen(
                Picker("Which kind", choices),
                lambda kind: self.send("figure", surface, kind) if kind else None,
            )
        elif what == "span":
            ask(
                "The right span, as written in the text",
                selected or text,
                lambda right: self._span(text, right),
                check=lambda right: self._no_span(meant, right),
            )
        elif isinstance(meant, Person):
            self.ask_other(meant.name, "same" if what == "same" else "different")

    def _span(self, text: str, right: str) -> None:
        if right.strip() and right.strip() != text:
            self.send("span", text, right.strip())

    def _no_span(self, meant: Person | Figure | None, right: str) -> str:
        """What is wrong with `right` as the span of `meant`; "" when it stands there."""
        article, right = self.frame.session.article, right.strip()
        if meant is None or article is None or not right:
            return ""
        before = max(0, meant.start - len(right) + 1)
        if article.text.find(right, before, meant.end - 1 + len(right)) >= 0:
            return ""
        return f"“{wording.brief(right)}” is not what stands there, around “{wording.brief(meant.text)}”"

    def ask_other(self, name: str, what: CorrectionAction) -> None:
        """Choose the other person of "the same as" and "different from"."""
        session = self.frame.session
        spellings = [person.text for person in session.detection.people if person.name == name]
        names = [named.name for named in session.people()]
        with suppress(ValueError, OSError):
            names += [entry.name for entry in session.library.people()[:500]]
        self.choose_other(name, what, spellings, names)

    def choose_other(
        self,
        name: str,
        what: CorrectionAction,
        spellings: Iterable[str],
        names: Iterable[str],
        index: Index | None = None,
    ) -> None:
        """Ask which of `names` is the same person as `name`, or another; of its `spellings` all may be others."""
        title = f"{one_line(name)} is {'the same as' if what == 'same' else 'different from'}"
        own = [other for other in dict.fromkeys(spellings) if other != name] if what == "different" else []
        choices = [
            Choice(one_line(other), [other]) for other in dict.fromkeys((*own, *names)) if other != name
        ]
        if len(own) > 1:
            choices.insert(0, Choice("all other spellings", own, ", ".join(map(one_line, own))))

        def chosen(others: list[str] | str | None) -> None:
            others = [others] if isinstance(others, str) else others or []  # a name that was typed
            if others:
                self.record(*(Correction("", what, name, other) for other in others), index=index, of=others)

        self.frame.app.push_screen(Picker(title, choices, free=True), chosen)

    def _correct_hidden(self) -> None:
        """In the raw view: show a hidden line for good, or hide a shown one."""
        frame, session = self.frame, self.frame.session
        article = session.article
        caret = frame.text.caret
        block = None
        for sibling in session.library.articles(article.file) if article else ():
            block = block or next((b for b in sibling.blocks if b.raw_start <= caret < b.raw_end), None)
        if block is None or not block.text.strip():
            frame.say("There is nothing here to show or hide.")
        elif block.role == "furniture":
            self.send("show", block.text)
        else:
            self.send("hide", block.text)

    def _not_people(self, people: Sequence[Person]) -> None:
        """Under none of the spellings the article has."""
        names = list(dict.fromkeys(person.name for person in people))
        every = (*people, *(other for other in self.frame.session.detection.people if other.name in names))
        texts = dict.fromkeys(person.text for person in every)
        self.record(*(Correction("", "not_person", text) for text in texts), of=names)

    def send(self, action: CorrectionAction, text: str, target: str = "") -> None:
        """Record a correction and show what it does."""
        if text.strip():
            self.record(Correction("", action, text, target))

    def record(self, *corrections: Correction, index: Index | None = None, of: Sequence[str] = ()) -> None:
        """Record corrections as one step; `index` is the screen that was asked, and shows what came of it. `of`: whom
        they are about."""
        frame = self.frame
        changes = frame.house.changes
        frame.house.settle(
            lambda: f"{changes.correct(*corrections, of=of)} — u takes it back",
            frame.reading.refresh_article,
            index,
        )

    # ------------------------------------------------------------ records of the sidebar
    async def edit_record(self) -> None:
        """A person's right name; the note on a figure's passage."""
        meant, _ = self._meant()
        if isinstance(meant, Person):
            self.frame.house.ask(
                "The right name (the same person under another name)",
                meant.name,
                lambda right: self._rename(meant.name, right),
            )
        elif isinstance(meant, Figure):
            self.frame.text.go_to(meant.start)
            await self.frame.noting.add_note()

    def _rename(self, name: str, right: str) -> None:
        if right.strip() and right.strip() != name:
            self.send("same", name, right.strip())

    def delete_record(self) -> None:
        """Not people, not figures."""
        pane, chosen = self.frame.pane, self.frame.side.shown.chosen
        if pane == "people":
            self._not_people([person.mentions[0] for person in chosen])
        elif pane == "figures":
            texts = list(dict.fromkeys(cited.figure.text for cited in chosen))
            self.record(*(Correction("", "not_figure", text) for text in texts), of=texts)

    # ------------------------------------------------------------ who may be the same
    def merge_people(self) -> None:
        """Those selected are one person; else review pairs of names that may be one."""
        shown = self.frame.side.shown
        chosen = sorted(shown.chosen, key=lambda named: len(named.mentions), reverse=True)
        self.join_or_review([named.name for named in chosen], bool(shown.picked))

    def join_or_review(self, names: Sequence[str], picked: bool, index: Index | None = None) -> None:
        """Make those selected one person; where nobody is `picked`, review who may be the same."""
        if len(names) > 1:
            self.join(names, index)
        elif picked:
            (index or self.frame).say("One is selected: v on who else it is, then M.")
        else:
            self.review(index)

    def join(self, names: Sequence[str], index: Index | None = None) -> None:
        """These are one person: ask for the name, the likeliest first."""

        def called(name: str | None) -> None:
            if name:
                others = [other for other in names if other != name]
                same = [Correction("", "same", other, name) for other in others]
                self.record(*same, index=index, of=others)

        choices = [Choice(one_line(name), name) for name in names]
        self.frame.app.push_screen(Picker("One person, called", choices, free=True), called)

    def review(self, index: Index | None = None) -> None:
        """Ask about each proposal."""
        frame = self.frame
        teller = index or frame

        def found(proposals: tuple[MergeProposal, ...]) -> None:
            if not proposals:
                teller.say("Nobody here looks like the same person under two names.")
                return
            from reader.ui.screens.review import Review

            teller.say("")
            frame.app.push_screen(Review(frame, proposals), lambda _: self._reviewed(index))

        teller.say("Comparing names…", seconds=60)
        frame.jobs.run(frame.session.library.merge_proposals, found, teller.trouble, group="review")

    def _reviewed(self, index: Index | None) -> None:
        self.frame.house.settle(lambda: "", self.frame.house.show_corrected, index)
