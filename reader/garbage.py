"""Garbage collection put off while many records are made that are all kept: it would look at each again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MANY = 50_000  # characters of text from which it pays


@contextmanager
def uncollected(size: int = _MANY) -> Iterator[None]:
    """No garbage collection while a text of `size` characters becomes records; also a decorator."""
    pause = size >= _MANY and gc.isenabled()
    if pause:
        gc.disable()
    try:
        yield
    finally:
        if pause:
            gc.enable()
