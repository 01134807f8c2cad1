"""A long run of work shared with a second process, results in order.

The second process is a fork that does every other piece, and hands over what comes of it while this one goes on.
For headless commands only: they have no threads.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from struct import Struct
from typing import BinaryIO, TypeVar

T = TypeVar("T")
#: What comes of a piece of work: bytes, and a number that goes with them.
Made = tuple[bytes, int]
_FIRST = 40  # items of the first piece: a screen
_PIECE = 250
_MANY = 400  # items from which a second process is worth its start
_HEAD = Struct("<QQ")


def shared(
    items: Sequence[T], work: Callable[[Sequence[T]], Made], let_go: Callable[[], None]
) -> Iterator[Made]:
    """What `work` makes of `items`, a piece after the other, in their order.

    `let_go` closes what two processes must not have in common, such as a database; `work` opens it again.
    """
    if len(items) < _MANY or (os.cpu_count() or 1) < 2:
        yield work(items)
        return
    yield work(items[:_FIRST])
    pieces = [items[at : at + _PIECE] for at in range(_FIRST, len(items), _PIECE)]
    let_go()
    with contextlib.ExitStack() as ending:
        theirs: Iterator[Made | None] = iter(())
        with contextlib.suppress(OSError):  # no process to be had: all is done here
            theirs = _read(ending.enter_context(_helper(pieces[1::2], work)))
        for number, piece in enumerate(pieces):
            made = next(theirs, None) if number % 2 else None
            yield made or work(piece)


@contextlib.contextmanager
def _helper(pieces: Sequence[Sequence[T]], work: Callable[[Sequence[T]], Made]) -> Iterator[BinaryIO]:
    """A process that works on `pieces`; what it makes can be read."""
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        raise
    if child == 0:
        try:
            os.close(reading)
            with open(writing, "wb") as out:
                for piece in pieces:
                    made, number = work(piece)
                    out.write(_HEAD.pack(len(made), number) + made)
                    out.flush()
        finally:
            os._exit(0)  # whatever happened: nothing of this process's business is done twice
    os.close(writing)
    try:
        with open(reading, "rb") as made_there:
            yield made_there
    finally:
        with contextlib.suppress(ChildProcessError):
            os.waitpid(child, 0)


def _read(source: BinaryIO) -> Iterator[Made]:
    """What the other process makes; ends early when that one does."""
    while len(head := source.read(_HEAD.size)) == _HEAD.size:
        size, number = _HEAD.unpack(head)
        made = source.read(size)
        if len(made) < size:
            return
        yield made, number
