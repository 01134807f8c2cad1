"""The exit codes of all commands, and the end of one that cannot go on."""

from __future__ import annotations

DONE, NOTHING, USAGE, UNREADABLE, UNSAVED, INTERRUPTED = 0, 1, 2, 3, 4, 130

#: What each says, for the manual page.
MEANINGS = {
    DONE: "done",
    NOTHING: "ran, and found nothing",
    USAGE: "wrong usage or configuration",
    UNREADABLE: "some inputs could not be read; the rest is done",
    UNSAVED: "not saved: notes are in use or in conflict, or there is no place to write",
    INTERRUPTED: "interrupted",
}


class Ended(Exception):
    """A command cannot go on, and has said why; `code` is its exit code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code
