"""Memory around large work: no garbage collection while many records are made, none kept when they are gone."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_MANY = 50_000  # characters of text from which it pays
_MUCH = 100_000
_HUGE = 400_000
_OBJECTS = 30_000  # as many new ones are not gone through
_M_MMAP_THRESHOLD = -3  # malloc.h
_APART = 1 << 18  # bytes: a piece as large is had from the system and given back by itself

_apart = False  # whether `set_apart` was called: to count what is set aside takes as long as a key may


def set_apart() -> None:
    """Begin to collect garbage; what is there by now stays and need not be gone through again."""
    global _apart
    gc.freeze()
    _apart = True
    gc.enable()


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
            if size >= _HUGE or gc.get_count()[0] > _OBJECTS:
                # What was made counts as old at once: else the collector would go through all of it now. Where the
                # start is set aside, so is this: it goes with what refers to it.
                apart = _apart or gc.get_freeze_count()
                gc.freeze()
                if not apart:
                    gc.unfreeze()
            gc.enable()


@contextmanager
def given_back(size: int) -> Iterator[None]:
    """What work on a text of `size` characters takes and frees goes back to the system, if it is much.

    glibc keeps what was used once: more and more of it when large pieces are freed. Where there are no such calls,
    nothing happens.
    """
    library = _c_library() if size >= _MUCH else None
    if library is not None:
        library.mallopt(_M_MMAP_THRESHOLD, _APART)
    try:
        yield
    finally:
        if library is not None:
            library.malloc_trim(0)


def _c_library() -> Any:
    try:
        import ctypes

        library = ctypes.CDLL(None)
        return library if hasattr(library, "malloc_trim") and hasattr(library, "mallopt") else None
    except (ImportError, OSError, TypeError):
        return None
