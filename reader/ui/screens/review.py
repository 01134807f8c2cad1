"""Reviewing proposals: y the same, n different, h unsure, Y the same for all of this kind, u back to the last one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content

from reader.library.records import MergeProposal
from reader.model import Correction
from reader.text import one_line
from reader.ui import wording
from reader.ui.screens.dialog import Dialog
from reader.ui.widgets.key_line import KeyLine
from reader.ui.widgets.shown import Shown

if TYPE_CHECKING:
    from reader.library import Library
    from reader.ui.room import Room

_KEYS = (
    ("y", "the same"),
    ("n", "different"),
    ("h", "unsure"),
    ("Y", "all such"),
    ("u", "back"),
    ("Esc", "enough"),
)


_WIDE, _LINES = 68, 3  # columns and lines of a sentence, at most
_TALL = 20  # lines of a screen that has room for so many


def _known_of(library: Library, name: str) -> tuple[str, str]:
    """(titles and dates of a person, the sentence where they are met last)."""
    found = library.person(name)
    if found is None:
        return "", ""
    entry, hits = found
    dates = wording.days(entry.first, entry.last)
    hit = next(iter(hits), None)
    facts = " · ".join(part for part in (", ".join(entry.titles[:2]), dates) if part)
    return one_line(facts), hit.passage.sentence if hit is not None else ""


class Review(Dialog[None]):
    """Asks whether two names are one person. Every answer is durable at once and can be undone."""

    BINDINGS: ClassVar = [
        Binding("y", "answer('same')", show=False),
        Binding("n", "answer('different')", show=False),
        Binding("h", "answer('unsure')", show=False),
        Binding("Y", "answer_all", show=False),
        Binding("u", "step_back", show=False),
        Binding("escape,q", "close", show=False),
    ]

    def __init__(self, main: Room, proposals: Sequence[MergeProposal]) -> None:
        super().__init__()
        self._main = main
        self._proposals = proposals
        self._at = 0
        self._told: tuple[MergeProposal, Sequence[tuple[str, str]]] | None = None
        self._given: list[tuple[str, list[int]]] = []  # each answer, and the questions it was given to

    def compose(self) -> ComposeResult:
        """One question and its keys."""
        with Vertical(classes="box"):
            yield Shown(classes="title")
            yield Shown(classes="said")
            yield KeyLine(_KEYS)

    def on_mount(self) -> None:
        """The first question."""
        self._show()

    def _show(self) -> None:
        if self._at >= len(self._proposals):
            self.dismiss(None)
            return
        at, proposal = self._at, self._proposals[self._at]
        self.query_one(".title", Shown).update(Content(f"One person? {at + 1} of {len(self._proposals)}"))
        self._tell(proposal, [("", "")] * 2)
        library = self._main.session.library

        def found(known: list[tuple[str, str]]) -> None:
            if at == self._at and self.is_attached:
                self._tell(proposal, known)

        self._main.jobs.run(
            lambda: [_known_of(library, name) for name in (proposal.name, proposal.other)],
            found,
            self._main.trouble,
            group="review",
        )

    def _tell(self, proposal: MergeProposal, known: Sequence[tuple[str, str]]) -> None:
        """Both names with what is known of them: titles and dates, and the sentence where each is met last."""
        self._told = proposal, known
        pieces: list[Any] = []
        size = self.app.size
        wide, most = min(_WIDE, size.width * 94 // 100 - 6), _LINES if size.height >= _TALL else 1
        for name, articles, (facts, sentence) in zip(
            (proposal.name, proposal.other), proposal.articles, known, strict=True
        ):
            about = " · ".join(part for part in (wording.count(articles, "article"), facts) if part)
            shown = one_line(name)
            gap = "   " if cell_len(shown) + cell_len(about) + 3 <= wide else "\n  "
            pieces += [(shown, "bold $person"), (f"{gap}{wording.fit(about, wide).rstrip()}\n", "$dim")]
            said = wording.wrap_words(one_line(sentence), wide, most)
            pieces += [f"  {line}\n" for line in (said + [""] * most)[:most]]
        more = len(self._such()) - 1
        alike = f"; Y: this and {wording.count(more, 'more', 'more')} like it" if more else ""
        pieces.append((f"{one_line(proposal.reason)}, {proposal.score:.0%} sure{alike}", "$dim"))
        self.query_one(".said", Shown).update(Content.assemble(*pieces))

    def on_resize(self, event: events.Resize) -> None:
        """The question in as many lines as there is room for."""
        if self._told is not None:
            self._tell(*self._told)

    def _such(self) -> list[int]:
        """The open questions that are asked for the reason of this one."""
        reason = self._proposals[self._at].reason
        return [at for at in self._open() if self._proposals[at].reason == reason]

    def _open(self) -> list[int]:
        given = {at for _, answered in self._given for at in answered}
        return [at for at in range(len(self._proposals)) if at not in given]

    def action_answer(self, answer: str) -> None:
        """Record the answer, go on."""
        proposal = self._proposals[self._at]
        if answer == "unsure":
            self._put_off(proposal, True)
        else:
            self._correct(Correction("", answer, proposal.other, proposal.name))  # type: ignore[arg-type]
        self._go_on(answer, [self._at])

    def action_answer_all(self) -> None:
        """The same for all that are asked for the reason of this one, as one step."""
        such = self._such()
        found = [self._proposals[at] for at in such]
        self._correct(*(Correction("", "same", proposal.other, proposal.name) for proposal in found))
        self._go_on("same", such)

    def _correct(self, *corrections: Correction) -> None:
        main = self._main
        main.jobs.write(lambda: main.house.changes.correct(*corrections), lambda _: None, main.trouble)

    def _put_off(self, proposal: MergeProposal, off: bool) -> None:
        main, state = self._main, self._main.session.library.state
        main.jobs.write(
            lambda: state.set_unsure(proposal.name, proposal.other, off), lambda _: None, main.trouble
        )

    def _go_on(self, answer: str, answered: list[int]) -> None:
        self._given.append((answer, answered))
        self._at = next(iter(self._open()), len(self._proposals))
        self._show()

    def action_step_back(self) -> None:
        """Take the last answer back."""
        if not self._given:
            return
        answer, answered = self._given.pop()
        self._at = answered[0]
        proposal = self._proposals[self._at]
        if answer == "unsure":
            self._put_off(proposal, False)
        else:  # then asked again: who they are without it is known when it is undone
            self._main.jobs.write(
                self._main.house.changes.undo,
                lambda _: self._show() if self.is_attached else None,
                self._main.trouble,
            )
        self._show()
