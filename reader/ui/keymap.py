"""The user's keys, checked by us: Textual would swallow an unknown id, an unknown key or a clash without a word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reader.model import Problem
from reader.settings import line_of
from reader.text import nearest
from reader.ui.actions import BY_ID, chords, clashes, keys_of, split_keys

_MODIFIERS = frozenset(("ctrl", "alt", "shift", "super", "meta", "hyper"))
#: Terminals send these as other keys, or keep them.
_UNBINDABLE = {
    "ctrl+j": "the same as Enter", "ctrl+m": "the same as Enter", "ctrl+i": "the same as Tab",
    "ctrl+h": "the same as Backspace", "ctrl+[": "the same as Esc", "ctrl+s": "stops the terminal",
    "ctrl+c": "kept for quitting", "shift+enter": "not sent by most terminals",
    "ctrl+enter": "not sent by most terminals", "escape": "kept for cancelling",
}  # fmt: skip

_SHORT_NAMES = {
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
    "plus_sign": "plus", "low_line": "underscore",
}  # fmt: skip


class Keymap(NamedTuple):
    """The keys in force: `changed` holds the ids the user moved, with their keys as written in the table."""

    changed: dict[str, tuple[str, ...]] = {}

    def keys(self, action_id: str) -> tuple[str, ...]:
        """The keys of an action now."""
        return keys_of(BY_ID[action_id], self.changed)

    def binds(self, key: str) -> bool:
        """Whether the user gave `key` a meaning."""
        return any(key in keys for keys in self.changed.values())

    def for_textual(self) -> dict[str, str]:
        """What `App.set_keymap` takes: single keys only; chords are resolved by the screen."""
        return {
            action_id: ",".join(textual_key(key) for key in keys if " " not in key)
            for action_id, keys in self.changed.items()
            if any(" " not in key for key in keys)
        }

    def chords(self, pane: str) -> dict[str, str]:
        """Chord → action id in `pane`."""
        return {key: action.id for key, action in chords(pane, self.changed).items()}


def textual_key(key: str) -> str:
    """The name Textual gives a key: `?` is `question_mark`; a capital and a lower case letter differ."""
    head, plus, last = key.rpartition("+") if len(key) > 1 else ("", "", key)
    if len(last) == 1 and not last.isalnum():
        import unicodedata

        last = unicodedata.name(last, last).lower().replace("-", "_").replace(" ", "_")
        last = _SHORT_NAMES.get(last, last)
    return f"{head}{plus}{last}"


def _known(key: str) -> bool:
    from textual.keys import Keys

    if len(key) == 1:
        return key.isprintable()
    head, _, last = key.rpartition("+")
    if head and not set(head.split("+")) <= _MODIFIERS:
        return False
    names = {item.value for item in Keys}
    return key in names or last in names or (len(last) == 1 and last.isprintable()) or last == "space"


def check_keys(wanted: Mapping[str, str], file: str) -> tuple[Keymap, tuple[Problem, ...]]:
    """The keymap of the setting `keys:` (action id → "key, key") and what is wrong in it.

    A wrong entry is left out and its action keeps its default keys. `file` is named in the problems.
    """
    changed: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []

    def refuse(action_id: str, why: str) -> None:
        problems.append(Problem(file, line_of(file, "keys", action_id), f"keys: {action_id}: {why}"))

    for action_id, text in wanted.items():
        keys = tuple(split_keys(text))
        if action_id not in BY_ID:
            close = nearest(action_id, BY_ID)
            refuse(action_id, "no such action" + (f"; did you mean {close}?" if close else ""))
        elif not keys:
            refuse(action_id, "no key given; the default stays")
        elif wrong := [key for key in keys if not all(_known(part) for part in key.split(" "))]:
            refuse(action_id, f"unknown key {wrong[0]!r}; the default stays")
        elif long := [key for key in keys if key.count(" ") > 1]:
            refuse(action_id, f"{long[0]!r} is more than two keys; the default stays")
        elif kept := [key for key in keys if key in _UNBINDABLE]:
            refuse(action_id, f"{kept[0]} cannot be used ({_UNBINDABLE[kept[0]]}); the default stays")
        elif len(set(keys)) < len(keys):
            refuse(action_id, "the same key stands twice; the default stays")
        else:
            changed[action_id] = keys
    while found := clashes(changed):
        _, key, taken, other = found[0]
        loser = other if other in changed else taken
        refuse(loser, f"{key!r} already means {taken if loser == other else other}; the default stays")
        del changed[loser]
    return Keymap(changed), tuple(sorted(problems, key=lambda problem: problem.line))
