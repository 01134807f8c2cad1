"""One writer at a time: `flock` on `.lock`, which is empty, never deleted and never read.

`flock` and not `fcntl` record locks: those vanish when any descriptor of the file is closed in the process.
"""

from __future__ import annotations

import contextlib
import errno
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

from reader.model import Problem
from reader.notes.refusals import NotesBusy, refusal

#: Seconds after which a writer gives up.
PATIENCE = 15.0
# File systems without locks: go on, the comparison after the replace still sees other writers.
_NO_LOCKS = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}


@contextlib.contextmanager
def locked(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of a notes folder. Raises: NotesBusy after `patience` seconds, NotesRefused."""
    try:
        import fcntl
    except ImportError:  # no flock on this system; the protocol survives without
        yield
        return
    path = folder / ".lock"
    try:
        fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise refusal(path, error) from error
    try:
        until = time.monotonic() + patience
        pause = 0.001
        while True:
            try:
                fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError as error:
                if error.errno in _NO_LOCKS:
                    break
                if error.errno not in (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EINTR):
                    raise refusal(path, error) from error
            if time.monotonic() > until:
                text = "another reader is writing here; NOT saved, try again when it is done"
                raise NotesBusy(Problem(str(path), 0, text))
            time.sleep(pause * (0.5 + random.random()))
            pause = min(pause * 1.5, 0.025)
        yield
    finally:
        os.close(fd)
