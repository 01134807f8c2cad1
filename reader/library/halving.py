"""A long run of work shared with a second process, results in order.

The second process is a fork that takes the rest of each batch with it, so that nothing has to be handed over but
what comes of it; it must not touch the database. For headless commands only: they have no threads.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
_BATCH = 6000
_PIECE = 200  # items worked on between two pieces of output
_SHARE = 0.55  # of a batch that goes to the other process: this one also fetches the items


def shared(items: Iterator[T], work: Callable[[Sequence[T]], bytes]) -> Iterator[bytes]:
    """What `work` makes of `items`, a piece after the other, in their order."""
    yield work(list(islice(items, 40)))  # a first screen first
    while batch := list(islice(items, _BATCH)):
        middle = len(batch) - int(len(batch) * _SHARE)
        helper = _Helper(work, batch[middle:])
        for at in range(0, middle, _PIECE):
            yield work(batch[at : min(at + _PIECE, middle)])
        yield helper.result()


class _Helper:
    """Works on `items` in a process of its own."""

    def __init__(self, work: Callable[[Sequence[T]], bytes], items: Sequence[T]) -> None:
        self._do = lambda: work(items)
        self._child = -1
        self._pipe, ours = os.pipe()
        with contextlib.suppress(OSError):  # no process to be had: it is done here later
            self._child = os.fork()
        if self._child == 0:
            try:
                os.close(self._pipe)
                made = work(items)
                with open(ours, "wb") as pipe:
                    pipe.write(len(made).to_bytes(8, "little") + made)
            finally:
                os._exit(0)  # whatever happened: nothing of this process's business is done twice
        os.close(ours)

    def result(self) -> bytes:
        """What came of it."""
        with open(self._pipe, "rb") as pipe:
            found = pipe.read()
        if self._child > 0:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(self._child, 0)
        whole = len(found) >= 8 and int.from_bytes(found[:8], "little") == len(found) - 8
        return found[8:] if whole else self._do()
