"""Why a note could not be read or saved: every error names the file and the way out."""

from __future__ import annotations

import errno
import os
from dataclasses import replace

from reader.model import Problem


class NotesError(Exception):
    """A change that did not happen. Nothing was written.

    `problem` is the one line to show; `reason` is it without the words that say what was `undone`.
    """

    undone = ""

    def __init__(self, reason: Problem, undone: str = "") -> None:
        undone = undone or self.undone
        self.reason = reason
        self.problem = replace(reason, message=f"NOT {undone}: {reason.message}") if undone else reason
        super().__init__(str(self.problem))


class NotesBusy(NotesError):
    """Another program holds the notes for longer than is worth waiting."""

    undone = "saved"


class NotesRefused(NotesError):
    """The disk said no, or the file may not be written."""

    undone = "saved"


class NoteMissing(NotesError):
    """There is no note with that id."""


_WAY_OUT = {
    errno.ENOSPC: "the disk is full; make room and save again",
    errno.EDQUOT: "your disk quota is used up; make room and save again",
    errno.EROFS: "the disk is read-only; choose another folder with --notes",
    errno.EACCES: "no permission to write there; change the mode or choose another folder with --notes",
    errno.EPERM: "no permission to write there; change the mode or choose another folder with --notes",
    errno.EIO: "the disk reports an error; copy your data to another disk",
    errno.ENAMETOOLONG: "the path is too long; choose a shorter folder with --notes",
    errno.ELOOP: "too many links; choose another folder with --notes",
}


def refusal(path: str | os.PathLike[str], error: OSError) -> NotesRefused:
    """The refusal for an operating system error at `path`."""
    way_out = _WAY_OUT.get(error.errno or 0, error.strerror or str(error))
    return NotesRefused(Problem(os.fspath(path), 0, way_out))
