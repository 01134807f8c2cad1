"""Large files are parsed and marked by another process: keys are answered meanwhile, and what it took is gone with it.

The answer is small, see `compact`. From the main thread nothing is done apart: a command has no keys to answer.
"""

from __future__ import annotations

import pickle
import threading
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from reader.library.workers import read_frame, start_worker, write_frame

if TYPE_CHECKING:
    from reader.library.workers import Job
    from reader.model import Article, Correction, Detection

_PAYS = 1 << 20  # bytes or characters: starting a process takes as long as parsing so many


def parse_apart(
    path: str, file: str, size: int, hidden: Collection[str], shown: Collection[str]
) -> tuple[Article, ...] | None:
    """The articles of a file of `size` bytes, None when it is for this process to parse it, or to say why not."""
    return _ask(size, ("articles", path, file, tuple(hidden), tuple(shown)))


def detect_apart(
    text: str, published: str | None, corrections: Collection[Correction], article: str
) -> Detection | None:
    """What is marked in `text`, None when it is for this process to find it."""
    if len(text) < _PAYS:
        return None
    from dataclasses import astuple

    return _ask(len(text), ("marks", text, published, tuple(map(astuple, corrections)), article))


def _ask(size: int, job: Job) -> Any:
    if size < _PAYS or threading.current_thread() is threading.main_thread():
        return None
    try:
        with start_worker() as process:
            assert process.stdin and process.stdout
            write_frame(process.stdin, job)
            process.stdin.close()
            return pickle.loads(read_frame(process.stdout))
    except (OSError, EOFError, ValueError, pickle.UnpicklingError):
        return None
