"""The palette: every action that means something on a screen, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text import one_line
from reader.ui.actions import TABLE, Action, key_label, keys_of
from reader.ui.other_words import other_words
from reader.ui.screens.picker import Choice, Picker

if TYPE_CHECKING:
    from reader.ui.screens.frame import Frame

_SAVED = "save"  # no action: what those are told who look for one


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


def said(frame: Frame, action: Action) -> str:
    """What an action does, in words; a category by the user's name for it."""
    number = action.id.removeprefix("mark.")
    if not number.isdecimal():
        return action.help
    name = one_line(frame.session.settings.categories[int(number) - 1])
    return f"mark as “{name}”, or give the note that category"


def _named(frame: Frame, action: Action) -> str:
    """An action as the palette lists it: what it does, and its short name where that says something else."""
    told = said(frame, action)
    if action.label[-1].isdecimal() or all(word in told.lower() for word in action.label.lower().split()):
        return told[:1].upper() + told[1:]
    return f"{action.label}: {told}"


def open_palette(frame: Frame) -> None:
    """Show the palette over a screen and do what is chosen."""
    choices = []
    for action in available(frame):
        if action.method == "digit":  # nobody looks for one by name
            continue
        keys = " ".join(key_label(key) for key in keys_of(action, frame.keymap.changed))
        choices.append(
            Choice(
                _named(frame, action), action.id, hint=keys, name=action.label, also=other_words(action.id)
            )
        )

    choices.append(Choice("Save: everything is saved already", _SAVED, name="w", also="write"))

    async def chosen(action_id: str | None) -> None:
        if action_id == _SAVED:
            frame.say("Everything is saved already: notes and marks are on disk before the screen says so.")
        elif action_id is not None:
            await frame.perform(action_id)

    frame.app.push_screen(Picker("Commands — type a word of what you want to do", choices, wide=True), chosen)
