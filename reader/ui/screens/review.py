"""Reviewing proposals one by one: y the same, n different, h unsure, u back to the last one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from reader.library.records import MergeProposal
from reader.model import Correction
from reader.text import one_line
from reader.ui import wording
from reader.ui.screens.dialog import Dialog

_KEYS = (("y", "the same"), ("n", "different"), ("h", "unsure"), ("u", "back"), ("Esc", "enough"))


class Review(Dialog[None]):
    """Asks whether two names are one person. Every answer is durable at once and can be undone."""

    BINDINGS: ClassVar = [
        Binding("y", "answer('same')", show=False),
        Binding("n", "answer('different')", show=False),
        Binding("h", "answer('unsure')", show=False),
        Binding("u", "step_back", show=False),
        Binding("escape,q", "close", show=False),
    ]

    def __init__(self, main: Any, proposals: Sequence[MergeProposal]) -> None:
        super().__init__()
        self._main = main
        self._proposals = proposals
        self._at = 0
        self._given: list[str] = []

    def compose(self) -> ComposeResult:
        """One question and its keys."""
        with Vertical(classes="box"):
            yield Static(Content(""), classes="title", markup=False)
            yield Static(Content(""), classes="said", markup=False)
            pieces: list[Any] = []
            for key, label in _KEYS:
                pieces += [(f" {key} ", "bold $accent"), f"{label} "]
            yield Static(Content.assemble(*pieces), classes="keys", markup=False)

    def on_mount(self) -> None:
        """The first question."""
        self._show()

    def _show(self) -> None:
        if self._at >= len(self._proposals):
            self.dismiss(None)
            return
        proposal = self._proposals[self._at]
        title, said = self.query_one(".title", Static), self.query_one(".said", Static)
        title.update(Content(f"One person? {self._at + 1} of {len(self._proposals)}"))
        one, other = proposal.articles
        said.update(
            Content.assemble(
                (one_line(proposal.name), "bold $person"), (f"   {wording.count(one, 'article')}\n", "$dim"),
                (one_line(proposal.other), "bold $person"), (f"   {wording.count(other, 'article')}\n", "$dim"),
                (f"{one_line(proposal.reason)}, {proposal.score:.0%} sure", "$dim"),
            )
        )  # fmt: skip

    def action_answer(self, answer: str) -> None:
        """Record the answer, go on."""
        proposal = self._proposals[self._at]
        main = self._main
        if answer == "unsure":
            main.session.library.state.set_unsure(proposal.name, proposal.other)
        else:
            correction = Correction("", answer, proposal.other, proposal.name)  # type: ignore[arg-type]
            main.jobs.write(lambda: main.house.changes.correct(correction), lambda _: None, main.trouble)
        self._given.append(answer)
        self._at += 1
        self._show()

    def action_step_back(self) -> None:
        """Take the last answer back."""
        if not self._given:
            return
        answer = self._given.pop()
        self._at -= 1
        proposal = self._proposals[self._at]
        if answer == "unsure":
            self._main.session.library.state.set_unsure(proposal.name, proposal.other, False)
        else:
            self._main.jobs.write(self._main.house.changes.undo, lambda _: None, self._main.trouble)
        self._show()

    def action_close(self) -> None:
        """Enough for now."""
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """A click on a key's name gives that answer."""
        if event.widget is None or not event.widget.has_class("keys"):
            return
        at = 0
        for key, label in _KEYS:
            at += len(key) + len(label) + 3
            if event.x < at:
                self.app.simulate_key("escape" if key == "Esc" else key)
                return
