"""All keys of a screen, searchable; generated from the table of actions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from reader.folding import fold_text
from reader.ui.actions import GROUPS, Action, in_series, key_label, keys_of
from reader.ui.other_words import other_words
from reader.ui.palette import available, said
from reader.ui.screens.dialog import Dialog
from reader.ui.screens.frame import Frame
from reader.ui.widgets.line_list import LineList
from reader.ui.widgets.record_lists import PlainList
from reader.ui.widgets.shown import Field, Shown

_KEYS, _KEYS_NARROW = 18, 9
_WIDE = 100  # columns from which the ids that `keys:` in the settings takes are shown


class Help(Dialog[None]):
    """Typing narrows; Esc or a second ? closes."""

    BINDINGS: ClassVar = [
        Binding("escape,enter,f1", "close", show=False, priority=True),
        Binding("down", "step(1)", show=False, priority=True),
        Binding("up", "step(-1)", show=False, priority=True),
        Binding("pagedown", "step(12)", show=False, priority=True),
        Binding("pageup", "step(-12)", show=False, priority=True),
    ]

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._pane = frame.pane
        self._actions = available(frame)
        self._keys = frame.keymap.changed
        self._list: LineList = PlainList(empty="No key does that.")
        self._list.can_focus = False

    def compose(self) -> ComposeResult:
        """The field and the list."""
        with Vertical(classes="box wide"):
            yield Shown("Keys — type to search, Esc closes", classes="title")
            yield Field()
            yield self._list

    def on_mount(self) -> None:
        """Show everything."""
        self._list.styles.height = max(4, self.app.size.height - 8)
        self._fill("")
        self.query_one(Input).focus()

    def _fill(self, text: str) -> None:
        words = fold_text(text).split()
        rows: list[list[tuple[str, str]]] = []
        here = [action for action in self._actions if self._pane in action.panes and self._pane != "app"]
        parts: list[tuple[str, list[Action]]] = [(f"In this pane ({self._pane})", here)] if here else []
        parts += [
            (group, [action for action in self._actions if action.group == group and action not in here])
            for group in GROUPS
        ]
        for title, actions in parts:
            lines = [line for same in in_series(actions) if (line := self._line(same, words)) is not None]
            if lines:
                rows += [[(f" {title}", "heading")], *lines, [("", "")]]
        self._list.set_rows(rows[:-1])

    def _line(self, actions: Sequence[Action], words: list[str]) -> list[tuple[str, str]] | None:
        """The line of an action, or of a series of them."""
        action, last = actions[0], actions[-1]
        keys = " … ".join(
            "  ".join(key_label(key) for key in keys_of(each, self._keys))
            for each in dict.fromkeys((action, last))
        )
        told = said(self._frame, action)
        ids = " … ".join(dict.fromkeys((action.id, last.id)))
        known = fold_text(f"{keys} {action.label} {told} {ids} {other_words(action.id)}")
        if not all(word in known for word in words):
            return None
        wide = self.app.size.width >= _WIDE
        return [
            (f"   {keys:<{_KEYS if wide else _KEYS_NARROW}} ", "hit"),
            (f"{told[:1].upper()}{told[1:]}", "title"),
            (f"  {ids}" if wide else "", "meta"),
        ]

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow; a second ? closes."""
        event.stop()
        if event.value == "?":
            self.dismiss(None)
        else:
            self._fill(event.value)

    def action_step(self, step: int) -> None:
        """Move in the list."""
        self._list.cursor += step
