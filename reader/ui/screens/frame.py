"""What every full screen shares: the action door, chords, the key bar, help and palette."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from reader.ui import wording
from reader.ui.actions import BY_ID, PANES, Action, bindings, key_label, keys_of
from reader.ui.keymap import Keymap, textual_key
from reader.ui.screens.desk import Desk
from reader.ui.session import Session
from reader.ui.widgets.counting import Counting
from reader.ui.widgets.key_bar import KeyBar, Tone
from reader.ui.widgets.plain import Fitted

if TYPE_CHECKING:
    from reader.ui.widgets.chord_panel import ChordPanel

_SELECTED = (("export", "Export"), ("cancel", "Drop"), ("help", "Help"))
#: (action, label) of what matters while people, figures or passages are selected.
PICKED_RECORDS: dict[str, Sequence[tuple[str, str]]] = {
    "people": (("people.merge", "One person"), ("record.delete", "Not people"), *_SELECTED),
    "figures": (("record.delete", "Not figures"), ("correct", "Correct"), *_SELECTED),
    "results": _SELECTED,
}  # fmt: skip


def pane_of(widget: Widget) -> str:
    """The pane a widget is: its `PANE`, or its id where that is the name of one; "" for none."""
    name = getattr(widget, "PANE", widget.id)
    return name if name in PANES else ""


class Frame(Fitted, Screen[Any]):
    """A screen of Reader. `desks` do the actions that the table gives to the screen."""

    session: Session  # what is open; every screen has one
    #: Nothing but the widget that has the keys looks different with them.
    focused = Reactive[Widget | None](None, repaint=False)
    BINDINGS: ClassVar = bindings("app")
    AUTO_FOCUS = ""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self.keymap = keymap
        self.bar = KeyBar(keymap)
        self._prefix = ""
        self._chords: ChordPanel | None = None

    # ------------------------------------------------------------ the action door
    @property
    def desks(self) -> Iterable[Desk[Any]]:
        """What does the actions of this screen."""
        return ()

    def can(self, action: Action) -> bool:
        """Whether an action means something here."""
        return not action.of_screen or self.verb(action.id) is not None

    def verb(self, action_id: str) -> Callable[..., object] | None:
        """The method that does an action here, or None when this screen has no such action."""
        name = BY_ID[action_id].method
        for desk in self.desks:
            method: Callable[..., object] | None = getattr(desk, name, None)
            if method:
                return method
        return None

    async def action_do(self, action_id: str) -> None:
        """Do an action of the table by its id."""
        method = self.verb(action_id)
        if method is None:
            self.say("That does nothing here.")
            return
        focused = self.focused
        done = method(*BY_ID[action_id].arguments)
        if isinstance(done, Awaitable):
            await done
        if isinstance(focused, Counting):
            focused.drop_count()  # what it does not count for does not keep it

    async def perform(self, action_id: str) -> None:
        """Do any action of the table, wherever it belongs, as if its key were pressed."""
        action = BY_ID[action_id]
        if action.of_screen:
            await self.action_do(action_id)
        elif action.action.startswith("app."):
            await self.run_action(action.action)
        else:
            target = self.pane_widget(action.panes)
            if target is None:
                self.say("That does nothing here.")
                return
            target.focus()
            await target.run_action(action.action)

    def pane_widget(self, panes: tuple[str, ...]) -> Widget | None:
        """The focused widget if it is one of `panes`, else the first on this screen that is shown."""
        focused = self.focused
        if focused is not None and pane_of(focused) in panes:
            return focused
        for widget in self.query("*"):
            if pane_of(widget) in panes and widget.can_focus and widget.display:
                return widget
        return None

    # ------------------------------------------------------------ counts
    def take_count(self, by: int) -> int:
        """`by` times the count typed before, which is used up."""
        return self.focused.take_count(by) if isinstance(self.focused, Counting) else by

    def on_counting_counted(self, event: Counting.Counted) -> None:
        """A count is typed, or used up."""
        self.show_count(event.count)

    def show_count(self, count: int) -> None:
        """Show the count that is being typed; 0 for none."""
        self.bar.show_state(f"{count}×" if count else "")

    # ------------------------------------------------------------ chords
    def action_prefix(self, key: str) -> None:
        """Wait for the second key of a chord, and show what it may be."""
        from reader.ui.widgets.chord_panel import ChordPanel

        self._prefix = key
        if self._chords is None:
            self._chords = ChordPanel()
            self.mount(self._chords)
        self._chords.show(key, self._seconds(key), self.app.size.width)

    def _seconds(self, prefix: str) -> list[tuple[str, str]]:
        """(key, label) of what may follow the first key of a chord here."""
        pairs = ((*chord.split(" "), name) for chord, name in self.keymap.chords(self.pane).items())
        return [
            (last, BY_ID[name].label)
            for first, last, name in pairs
            if first == prefix and self.can(BY_ID[name])
        ]

    def on_key(self, event: events.Key) -> None:
        """The second key of a chord; any other key ends the last message."""
        if not self._prefix:
            self.bar.hush()
            return
        prefix, self._prefix = self._prefix, ""
        event.stop()
        event.prevent_default()
        if self._chords is not None:
            self._chords.display = False
        for chord, action_id in self.keymap.chords(self.pane).items():
            first, _, last = chord.partition(" ")
            if first == prefix and textual_key(last) == event.key:
                self.call_next(self.perform, action_id)
                return
        if event.key != "escape":
            typed = (event.is_printable and event.character) or key_label(event.key)
            self.no_key(f"{key_label(prefix)} {typed}")

    def no_key(self, typed: str) -> None:
        """A key that nothing is bound to was typed: what habit will have meant by it is told."""
        from reader.ui.habits import meant_by

        meant = BY_ID.get(meant_by(typed))
        said = "? lists the keys."
        if typed == "ctrl+s":  # some mean saving by it, some searching
            self.say(f"Everything is saved already. {self._told_key(BY_ID['find'])}")
            return
        if meant is not None and self.can(meant) and {"app", self.pane}.intersection(meant.panes):
            said = self._told_key(meant)
        self.say(f"{key_label(typed)} does nothing here; {said}")

    def _told_key(self, action: Action) -> str:
        return f"{action.label} is on {', '.join(map(key_label, keys_of(action, self.keymap.changed)))}."

    # ------------------------------------------------------------ keys and messages
    @property
    def pane(self) -> str:
        """The pane the focus is in; "app" where it is in none."""
        return (pane_of(self.focused) if self.focused is not None else "") or "app"

    def show_keys(self) -> None:
        """Show the keys of the focused pane, or of the text field that has the focus."""
        for widget in (self.focused, *(self.focused.ancestors if self.focused else ())):
            if hints := getattr(widget, "HINTS", None):
                self.bar.show_hints(hints)
                return
        if special := self.special_keys():
            keys = ((keys_of(BY_ID[name], self.keymap.changed), label) for name, label in special)
            self.bar.show_hints([(of[0], label) for of, label in keys if of])
        else:
            self.bar.show_pane(self.pane, self.can)

    def special_keys(self) -> Sequence[tuple[str, str]]:
        """(action, label) of what matters now in place of the keys of the pane; none most of the time."""
        return ()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Other keys work now."""
        self.show_keys()

    def say(self, text: str, tone: Tone = "", seconds: float = 4) -> None:
        """Tell the reader something in the bottom line."""
        self.bar.say(text, tone, seconds)

    def trouble(self, error: object) -> None:
        """Tell what went wrong; it stays until a key is pressed."""
        self.say(wording.told(error), "bad")
