"""Files on a disk that answers late, as over a network: several are asked for at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")
_TRIED = 4  # items by which the disk is judged
_TRUSTED = 60  # items that are not timed after others came quickly
_SLOW = 0.001  # seconds that most of them take where it pays to ask for several
_THREADS, _PART = 16, 256


def at_once(call: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
    """`call`, which mostly waits, of each of `items`, in their order; in threads where it waits long."""
    rest = iter(items)
    while tried := list(islice(rest, _TRIED)):
        late = 0
        for item in tried:
            started = time.perf_counter()
            result = call(item)
            late += time.perf_counter() - started > _SLOW
            yield result
        if late * 2 > _TRIED:
            yield from _in_threads(call, list(islice(rest, _PART)))
        else:
            yield from map(call, islice(rest, _TRUSTED))


def _in_threads(call: Callable[[T], R], items: list[T]) -> Iterator[R]:
    from concurrent.futures import ThreadPoolExecutor  # most disks never need it

    if items:
        with ThreadPoolExecutor(_THREADS) as pool:
            yield from pool.map(call, items)
