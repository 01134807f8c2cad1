"""Keys that other programs (vim, less, newsboat, mail programs) have taught people and that mean nothing here: which
action is meant by each."""

from __future__ import annotations

_MEANT = {
    "Z": "quit", "U": "undo", "'": "history.back", "`": "history.back", "i": "note.add", "I": "note.article",
    ".": "mark.last", "T": "article.tags", "!": "pipe", "B": "word.previous",
}  # fmt: skip


def meant_by(key: str) -> str:
    """The id of the action that who presses `key` will have meant, "" where nothing is known of it."""
    return _MEANT.get(key, "")
