"""The palette: every action that means something on a screen, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.actions import TABLE, Action, key_label, keys_of
from reader.ui.screens.picker import Choice, Picker

if TYPE_CHECKING:
    from reader.ui.screens.frame import Frame


def available(frame: Frame) -> list[Action]:
    """The actions a screen can do, those of the focused pane first, each in table order."""
    own: list[Action] = []
    others: list[Action] = []
    for action in TABLE:
        if action.of_screen or action.action.startswith("app."):
            possible = frame.can(action)
        else:
            possible = frame.pane_widget(action.panes) is not None
        if possible and action.id != "palette":
            (own if frame.pane in action.panes else others).append(action)
    return own + others


def open_palette(frame: Frame) -> None:
    """Show the palette over a screen and do what is chosen."""
    choices = []
    for action in available(frame):
        keys = " ".join(key_label(key) for key in keys_of(action, frame.keymap.changed))
        choices.append(Choice(action.label, action.id, action.help, hint=keys))

    async def chosen(action_id: str | None) -> None:
        if action_id is not None:
            await frame.perform(action_id)

    frame.app.push_screen(Picker("Commands", choices, wide=True), chosen)
