"""One writer at a time: `flock` on `.lock`, which is empty, never deleted and never read.

`flock` and not `fcntl` record locks: those vanish when any descriptor of the file is closed in the process.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import threading
from collections.abc import Iterator
from pathlib import Path

from reader.model import Problem
from reader.notes.refusals import NotesBusy, refusal
from reader.paths import NOTES_LOCK

#: Seconds after which a writer gives up.
PATIENCE = 15.0
# File systems without locks: go on, the comparison after the replace still sees other writers.
_NO_LOCKS = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}


@contextlib.contextmanager
def locked(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of a notes folder. Raises: NotesBusy after `patience` seconds, NotesRefused."""
    path = folder / NOTES_LOCK
    try:
        fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise refusal(path, error) from error
    try:
        try:
            _take(fd, patience)
        except TimeoutError:
            text = "another reader is writing here; try again when it is done"
            raise NotesBusy(Problem(str(path), 0, text)) from None
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise refusal(path, error) from error
        yield
    finally:
        os.close(fd)


def _take(fd: int, patience: float) -> None:
    """Lock `fd`, or raise TimeoutError. Who waits is woken by the kernel: trying again and again would let one
    busy writer starve the others. The wait is in a thread, for flock knows no time limit; when it comes too late
    the descriptor is closed already and the lock goes with it."""
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return
    except OSError as error:
        if error.errno not in (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES):
            raise
    failures: list[OSError] = []
    done = threading.Event()

    def wait() -> None:
        try:
            fcntl.flock(fd, fcntl.LOCK_EX)
        except OSError as error:
            failures.append(error)
        done.set()

    threading.Thread(target=wait, daemon=True).start()
    if not done.wait(patience):
        raise TimeoutError
    if failures:
        raise failures[0]
