"""Choosing from a list by typing: the palette, themes, orders, corrections, anything with names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from reader.folding import fold_text
from reader.text import one_line
from reader.ui.screens.dialog import Dialog
from reader.ui.widgets.line_list import LineList
from reader.ui.widgets.lines import Line, Piece
from reader.ui.widgets.shown import Field, Shown
from reader.ui.wording import fit, wrap_words

_COLUMN = 32  # labels that are longer push their own detail aside


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: `value` is returned, `detail` tells more, `key` chooses it at once.

    `hint` stands at the right end, whole. `name` is a short name it answers to as well, `also` are other words.
    """

    label: str
    value: Any
    detail: str = ""
    key: str = ""
    hint: str = ""
    name: str = ""
    also: str = ""


class ChoiceList(LineList):
    """The choices that match."""

    PANE = "results"
    can_focus = False
    #: The cells that labels take, so that the details stand below one another.
    column = 0

    def draw(self, row: Choice, index: int, width: int) -> Sequence[Line]:
        """Label, detail, hint."""
        lead = f" {row.key}  " if row.key else " "
        hint = f" {one_line(row.hint)} " if row.hint else " "
        room = max(width - cell_len(lead) - cell_len(hint), 1)
        label, detail = one_line(row.label), one_line(row.detail)
        taken = min(max(self.column, cell_len(label)), room) if detail else room
        if detail and room - taken < 12:  # a long label leaves the detail no place to be read in
            taken = room
        return [
            [
                Piece(lead, "hit"),
                Piece(fit(label, taken), "title"),
                Piece(fit(f"  {detail}", room - taken) if taken < room else "", "meta"),
                Piece(hint, "star"),
            ]
        ]


class LongChoices(ChoiceList):
    """Choices whose labels are sentences: on as many lines as they need."""

    variable = True

    def draw(self, row: Choice, index: int, width: int) -> Sequence[Line]:
        """The label, wrapped."""
        said = wrap_words(one_line(row.label), width - 3, 5)
        return [[Piece("   " if number else " "), Piece(text, "title")] for number, text in enumerate(said)]


def matches(words: Sequence[str], choice: Choice) -> tuple[int, int] | None:
    """How well a choice answers the folded `words`: smaller is better, None is not at all."""
    label = fold_text(choice.label)
    name = fold_text(choice.name)
    others = fold_text(choice.also)
    both = f"{label} {name} {fold_text(choice.detail)} {fold_text(choice.hint)} {others}"
    if not all(word in both for word in words):
        return None
    missing = sum(word not in label for word in words)
    if " ".join(words) in (label, name):
        return 0, -1
    first = label.find(words[0]) if words else 0
    if first < 0:
        first = 98 if words[0] in others.split() else 99  # a whole word goes before a part of one
    return missing, first


class Picker(Dialog[Any]):
    """Typing narrows the choices; Enter returns the value of one, Esc None.

    With `keys` there is no text field: each choice's own key chooses it. `preview` is called as the cursor
    moves, and with None when nothing was chosen. `long` labels are wrapped.
    """

    BINDINGS: ClassVar = [
        Binding("escape", "close", show=False, priority=True),
        Binding("down,ctrl+n", "step(1)", show=False, priority=True),
        Binding("up,ctrl+p", "step(-1)", show=False, priority=True),
        Binding("pagedown", "step(10)", show=False, priority=True),
        Binding("pageup", "step(-10)", show=False, priority=True),
        Binding("enter", "choose", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        *,
        keys: bool = False,
        start: int = 0,
        preview: Callable[[Any], None] | None = None,
        free: bool = False,
        text: str = "",
        wide: bool = False,
        long: bool = False,
    ) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._keys = keys
        self._start = start
        self._preview = preview
        self._free = free
        self._text = text
        self._box = "box wide" if wide else "box"
        empty = "Nothing by that name." if not free else "Enter takes what you typed."
        self._list = LongChoices(empty=empty) if long else ChoiceList(empty=empty)

    def compose(self) -> ComposeResult:
        """A title, the field, the list."""
        with Vertical(classes=self._box):
            yield Shown(self._title, classes="title")
            if not self._keys:
                hint = f"type {'a name, or ' * self._free}to choose · Enter takes it · Esc back"
                yield Field(self._text, hint)
            yield self._list

    def on_mount(self) -> None:
        """Show every choice."""
        short = [cell_len(one_line(choice.label)) for choice in self._choices if choice.detail]
        self._list.column = min(max(short, default=0), _COLUMN)
        self._fit(len(self._choices))
        self._narrow(self._text)
        if self._list.variable:  # how many lines there are is known once it has a width
            self.call_after_refresh(lambda: self._fit(self._list.places.total))
        if self._start:
            self._list.cursor = self._start
        if not self._keys:
            self.query_one(Input).focus()

    def tell(self, hints: Mapping[Any, str]) -> None:
        """More is known of the choices: their hints, by value."""
        if self.is_attached:
            self._choices = [replace(choice, hint=hints[choice.value]) for choice in self._choices]
            at = self._list.cursor
            self._narrow(self._text if self._keys else self.query_one(Input).value)
            self._list.cursor = at

    def _fit(self, lines: int) -> None:
        self._list.styles.height = max(1, min(lines, max(3, self.app.size.height - 8)))

    def _narrow(self, text: str) -> None:
        words = fold_text(text).split()
        scored = [
            (score, number, choice)
            for number, choice in enumerate(self._choices)
            if (score := matches(words, choice)) is not None
        ]
        if words:
            scored.sort(key=lambda item: item[:2])
        self._list.set_rows([choice for _, _, choice in scored])

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow as it is typed."""
        event.stop()
        self._narrow(event.value)

    def on_key(self, event: events.Key) -> None:
        """A choice's own key chooses it."""
        if not self._keys:
            return
        for choice in self._choices:
            if event.character is not None and choice.key == event.character:
                event.stop()
                self.dismiss(choice.value)
                return
        if event.character == "q":
            self.action_close()
        elif event.character in ("j", "k"):
            self.action_step(1 if event.character == "j" else -1)

    def on_line_list_highlighted(self, event: LineList.Highlighted) -> None:
        """Preview the choice under the cursor."""
        event.stop()
        if self._preview is not None and self._list.current is not None:
            self._preview(self._list.current.value)

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """A double click chooses."""
        event.stop()
        self.action_choose()

    def on_click(self, event: events.Click) -> None:
        """A click on a choice takes it; beside the box it cancels."""
        if event.widget is self:
            self.action_close()
        elif event.widget is self._list:
            self.call_after_refresh(self.action_choose)

    def action_step(self, step: int) -> None:
        """Move in the list."""
        self._list.cursor += step

    def action_choose(self) -> None:
        """Return the choice under the cursor, or what was typed where anything may be."""
        current = self._list.current
        if current is not None:
            self.dismiss(current.value)
        elif self._free:
            self.dismiss(self.query_one(Input).value)

    def action_close(self) -> None:
        """Return nothing."""
        if self._preview is not None:
            self._preview(None)
        super().action_close()
