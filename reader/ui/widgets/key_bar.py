"""The bottom line: the keys of the focused pane on the left, what is going on at the right. One widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from reader.ui.actions import Action, actions_of, key_label
from reader.ui.keymap import Keymap
from reader.ui.widgets.looks import Look, Looks
from reader.ui.widgets.plain import Drawn
from reader.ui.wording import fit

Tone = Literal["", "good", "bad"]
#: What a narrow bar keeps longest.
_LAST_TO_GO = ("Help", "Back", "Read on", "Find", "Note", "Figure", "Person", "Select")
_LOOKS = {
    "key": Look("accent", shape="bold"),
    "state": Look("foreground"),
    "good": Look("success", shape="bold"),
    "bad": Look("error", shape="bold"),
}


class KeyBar(Drawn, Widget):
    """Shows 6–8 keys that work here; a click presses one. A message takes the line for a few seconds."""

    ALLOW_SELECT = False

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self.looks = Looks(self, _LOOKS)
        self._keymap = keymap
        self._hints: Sequence[tuple[str, str]] = ()
        self._state = ""
        self._message: tuple[str, Tone] | None = None
        self._timer: Timer | None = None
        self._zones: list[tuple[int, int, str]] = []

    def show_pane(self, pane: str, can: Callable[[Action], bool]) -> None:
        """Show the keys of `pane` whose actions `can` be done here."""
        chosen = [*actions_of(pane), *(actions_of("app") if pane != "app" else ())]
        hints = []
        for action in chosen:
            keys = self._keymap.changed.get(action.id, action.keys)
            if action.show and keys and can(action):
                hints.append((keys[0], action.label))
        self.show_hints(hints)

    def show_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show (key, label) pairs as they are."""
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    def show_state(self, text: str) -> None:
        """Show `text` at the right end until it changes."""
        if text != self._state:
            self._state = text
            self.refresh()

    def say(self, text: str, tone: Tone = "", seconds: float = 4) -> None:
        """Say something over the keys for `seconds`; trouble ("bad") stays until the next thing is said."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._message = (text, tone)
        if tone != "bad":
            self._timer = self.set_timer(seconds, self.hush)
        self.refresh()

    @property
    def text(self) -> str:
        """What is said now, "" when the keys are shown."""
        return self._message[0] if self._message else ""

    @property
    def state(self) -> str:
        """What stands at the right end."""
        return self._state

    def hush(self) -> bool:
        """Take a message away; whether there was one."""
        had = self._message is not None
        if had:
            self._message = None
            self.refresh()
        return had

    def notify_style_update(self) -> None:
        """Another theme: every style is made again."""
        super().notify_style_update()
        self.looks.clear()

    def _fitting(self, room: int) -> list[tuple[str, str]]:
        """The hints there is room for. The help, which tells the others, and what everybody needs go last."""
        cells = [cell_len(key_label(key)) + cell_len(label) + 3 for key, label in self._hints]
        if sum(cells) <= room:
            return list(self._hints)
        labels = [label for _, label in self._hints]
        first = [labels.index(label) for label in _LAST_TO_GO if label in labels]
        kept: list[int] = []
        for number in [*first, *(n for n in range(len(cells)) if n not in first)]:
            room -= cells[number]
            if room < 0:
                break
            kept.append(number)
        return [self._hints[number] for number in sorted(kept)]

    def render_line(self, y: int) -> Strip:
        """The line."""
        width = self.size.width
        base = self.looks.of()
        self._zones = []
        state = f" {self._state} " if self._state else ""
        state_width = min(cell_len(state), width)
        room = width - state_width
        segments: list[Segment] = []
        if self._message is not None:
            text, tone = self._message
            style = self.looks.of(tone) if tone else base
            if cell_len(text) + 2 > room:
                room, state = width, ""
            segments.append(Segment(fit(f" {text}", room), style))
        else:
            key_style = self.looks.of("key")
            at = 0
            for key, label in self._fitting(room):
                shown = key_label(key)
                cells = cell_len(shown) + cell_len(label) + 3
                segments += [Segment(f" {shown}", key_style), Segment(f" {label} ", base)]
                self._zones.append((at, at + cells, key))
                at += cells
            segments.append(Segment(" " * (room - at), base))
        if state:
            style = self.looks.of("state")
            segments.append(Segment(fit(state, state_width), style))
        return Strip(segments, width)

    def on_click(self, event: events.Click) -> None:
        """Press the key under the mouse, or the two of a chord."""
        for start, end, keys in self._zones:
            if start <= event.x < end:
                from reader.ui.keymap import textual_key

                for key in keys.split():
                    self.app.simulate_key(textual_key(key))
                return
