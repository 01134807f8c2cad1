"""Scans, large files parsed and marked, many names compared, in another process: the app answers keys meanwhile, and
the memory that it took is gone with it.

The answers are small, see `compact`. From the main thread nothing is done apart: a command has no keys to answer.
"""

from __future__ import annotations

import contextlib
import pickle
import threading
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.library.scanning.progress import Progress, ScanResult
from reader.library.scanning.workers import read_frame, start_worker, write_frame

if TYPE_CHECKING:
    from reader.library.errata.choices import Choices
    from reader.library.records import MergeProposal
    from reader.library.scanning.progress import Report, Stop
    from reader.library.scanning.workers import Job
    from reader.model import Article, Correction, Detection
    from reader.settings import Settings

_PAYS = 1 << 20  # bytes or characters: starting a process takes as long as parsing so many
_A_NAME = 250  # to compare one with others takes as long as parsing so many


def parse_apart(path: str, file: str, size: int, choices: Choices) -> tuple[Article, ...] | None:
    """The articles of a file of `size` bytes, None when it is for this process to parse it, or to say why not."""
    made: tuple[Article, ...] | None = _ask(size, ("articles", path, file, tuple(choices)))
    return made


def detect_apart(
    text: str, published: str | None, corrections: Collection[Correction], article: str
) -> Detection | None:
    """What is marked in `text`, None when it is for this process to find it."""
    if len(text) < _PAYS:
        return None
    from dataclasses import astuple

    told = tuple(map(astuple, corrections))
    found: Detection | None = _ask(len(text), ("marks", text, published, told, article))
    return found


def propose_apart(paths: Sequence[Path], settings: Settings, names: int) -> tuple[MergeProposal, ...] | None:
    """What `Library.merge_proposals` makes of so many names, None when they are for this process to compare."""
    job = pickle.dumps(("proposals", paths, settings))
    made: tuple[MergeProposal, ...] | None = _ask(names * _A_NAME, job, "--library")
    return made


def _ask(size: int, job: Job | bytes, *words: str) -> Any:
    if size < _PAYS or threading.current_thread() is threading.main_thread():
        return None
    try:
        with start_worker(*words) as process:
            assert process.stdin and process.stdout
            write_frame(process.stdin, job)
            process.stdin.close()
            return pickle.loads(read_frame(process.stdout))
    except (OSError, EOFError, ValueError, pickle.UnpicklingError):
        return None


def scan_apart(
    paths: Sequence[Path], settings: Settings, report: Report, stop: Stop, marks: bool
) -> ScanResult | None:
    """Have another process scan; None when it could not be started or died."""
    try:
        process = start_worker("--library")
    except OSError:
        return None
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(0.1):
            if stop():
                process.terminate()  # every transaction is whole: nothing is lost
                return

    threading.Thread(target=watch, daemon=True).start()
    result: ScanResult | None = None
    with process:
        assert process.stdin and process.stdout
        try:
            write_frame(process.stdin, pickle.dumps(("scan", paths, settings, marks)))
            while result is None:
                told: Progress | ScanResult = pickle.loads(read_frame(process.stdout))
                if isinstance(told, Progress):
                    report(told)
                else:
                    result = told
        except (OSError, EOFError):
            if stop():
                result = ScanResult(stopped=True)
        finally:
            ended.set()
            if result is None or stop():
                process.kill()
            with contextlib.suppress(OSError):  # it has gone, and left something unread
                process.stdin.close()
    return result
