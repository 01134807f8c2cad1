"""Reviewing notes whose passage is not found for sure: y this is it, n it is not, h unsure, p by hand, u back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content

from reader.model import Note, Status
from reader.text import one_line
from reader.ui.screens.dialog import Dialog
from reader.ui.widgets.key_line import KeyLine
from reader.ui.widgets.shown import Shown

if TYPE_CHECKING:
    from reader.ui.room import Placing

_AROUND, _MOST = 60, 400  # characters of a passage and around it
_HAD = (
    ("y", "this is it"),
    ("n", "it is not"),
    ("h", "unsure"),
    ("p", "by hand"),
    ("u", "back"),
    ("Esc", "enough"),
)
_HAS_NONE = (("h", "leave it"), ("p", "choose by hand"), ("u", "back"), ("Esc", "enough"))


@dataclass(frozen=True, slots=True)
class Case:
    """A note, the likeliest place of its passage if there is any, and what is thought of that."""

    note: Note
    place: tuple[int, int] | None
    status: Status


class NoteReview(Dialog[Case | None]):
    """Asks for each note whether the likeliest place is that of its passage. Every answer is durable at once and can
    be undone, and is kept in mind in `asked`. Returns that which is to be placed by hand, if any."""

    BINDINGS: ClassVar = [
        Binding("y", "answer('yes')", show=False),
        Binding("n", "answer('no')", show=False),
        Binding("h", "answer('unsure')", show=False),
        Binding("p", "by_hand", show=False),
        Binding("u", "step_back", show=False),
        Binding("escape,q", "close", show=False),
    ]

    def __init__(self, desk: Placing, text: str, cases: Sequence[Case], asked: set[str]) -> None:
        super().__init__()
        self._desk = desk
        self._text = text
        self._cases = cases
        self._asked = asked  # ids of the notes that have been answered for
        self._at = 0
        self._given: list[bool] = []  # whether each answer wrote something

    def compose(self) -> ComposeResult:
        """One question and its keys."""
        with Vertical(classes="box wide"):
            yield Shown(classes="title")
            yield Shown(classes="said")
            yield KeyLine()

    def on_mount(self) -> None:
        """The first question."""
        self._show()

    def _show(self) -> None:
        if self._at >= len(self._cases):
            self.dismiss(None)
            return
        case = self._cases[self._at]
        anchor, place = case.note.anchor, case.place
        asked = "Is this its passage?" if place else "Its passage is not in the text"
        self.query_one(".title", Shown).update(
            Content(f"{asked}   Note {self._at + 1} of {len(self._cases)}")
        )
        pieces: list[Any] = [
            ("The note   ", "$dim"),
            (one_line(case.note.body) or "(a mark)", "bold"),
            "\n\n",
        ]
        pieces += [("It was on  ", "$dim"), *_shown(anchor.prefix, anchor.exact, anchor.suffix), "\n\n"]
        if place:
            start, end = place
            around = self._text[max(0, start - _AROUND) : start], self._text[end : end + _AROUND]
            pieces += [("Is it now  ", "$dim"), *_shown(around[0], self._text[start:end], around[1]), "\n\n"]
            said = "Nothing is like it; this is the nearest." if case.status == "lost" else "This may be it."
        else:
            said = (
                "Nothing in the text is like it. The note is kept; it finds its passage when that comes back."
            )
        pieces.append((said, "$dim"))
        self.query_one(".said", Shown).update(Content.assemble(*pieces))
        self.query_one(KeyLine).show(_HAD if place else _HAS_NONE)

    def action_answer(self, answer: str) -> None:
        """Record the answer, go on."""
        case = self._cases[self._at]
        if answer != "unsure" and case.place is None:
            return
        if answer == "yes" and case.place is not None:
            self._desk.accept(case.note, case.place)
        elif answer == "no":
            self._desk.refuse(case.note)
        self._given.append(answer != "unsure")
        self._asked.add(case.note.id)
        self._at += 1
        self._show()

    def action_by_hand(self) -> None:
        """The reader shows where the passage is."""
        self.dismiss(self._cases[self._at])

    def action_step_back(self) -> None:
        """Take the last answer back."""
        if self._given:
            if self._given.pop():
                self._desk.step_back()
            self._at -= 1
            self._asked.discard(self._cases[self._at].note.id)
            self._show()


def _shown(before: str, passage: str, after: str) -> list[Any]:
    """A passage among its surroundings, in short."""
    flat = one_line(passage)
    if len(flat) > _MOST:
        flat = f"{flat[: _MOST // 2]} … {flat[-_MOST // 2 :]}"
    lead, tail = one_line(before)[-_AROUND:], one_line(after)[:_AROUND]
    return [
        (f"…{lead}{' ' * before[-1:].isspace()}" if lead else "", "$dim"),
        (flat, "$note bold"),
        (f"{' ' * after[:1].isspace()}{tail}…" if tail else "", "$dim"),
    ]
