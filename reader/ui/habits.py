"""Keys that other programs (vim, emacs, less, newsboat, mail programs) have taught people and that mean nothing here:
which action is meant by each."""

from __future__ import annotations

#: Keys that are taken for another wherever they are pressed, fields included, unless the user gave them a meaning.
SAME = {"ctrl+g": "escape"}

_MEANT = {
    "Z": "quit", "U": "undo", "'": "history.back", "`": "history.back", "i": "note.add", "I": "note.article",
    ".": "mark.last", "T": "article.tags", "!": "pipe", "B": "word.previous", "alt+x": "palette", "ctrl+x": "palette",
    "ctrl+n": "move.down", "ctrl+v": "move.page_down", "ctrl+a": "line.start", "ctrl+e": "line.end",
    "ctrl+w": "pane.next", "alt+w": "copy", "ctrl+y": "copy", "ctrl+underscore": "undo", "ctrl+s": "find",
    "insert": "note.add", "delete": "note.delete", "backspace": "history.back", "f2": "note.edit", "f3": "hit.next",
    "f5": "rescan", "f10": "palette", "ctrl+home": "move.top", "ctrl+end": "move.bottom", "shift+down": "select.range",
    "shift+up": "select.range",
}  # fmt: skip


def meant_by(key: str) -> str:
    """The id of the action that who presses `key` will have meant, "" where nothing is known of it."""
    return _MEANT.get(key, "")
