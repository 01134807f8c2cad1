"""Noticing that the folder changes."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from reader.library.scanning.progress import Stop
from reader.library.scanning.walk import walk

_LOOK = 60.0  # seconds between looks where watching is not possible
_TICK = 50_000_000  # nanoseconds by which clocks of files may lag


class _Asked:
    """What is asked at every step, the first time when the watch stands, whether to end it."""

    def __init__(self, stands: Callable[[], None], ended: Callable[[], bool]) -> None:
        self._stands, self._ended = stands, ended

    def is_set(self) -> bool:
        self._stands()
        return self._ended()


class Watcher:
    """Watches `paths` and the folder `notes` from the first `wait` on; changes between two waits are not missed.
    Hidden names do not count, nor does what is in one of the folders `left_out` as a file of the library. `looked`
    gives when the files were last looked at, in ns: for the first wait, what changed after that counts. Files with one
    of the endings that are `known` are looked at.

    Where the system cannot watch so many folders, or that disk, the folder is looked through now and then.
    """

    def __init__(
        self,
        root: Path,
        paths: Sequence[Path],
        left_out: Sequence[Path],
        notes: Path,
        looked: Callable[[], int],
        known: frozenset[str],
    ) -> None:
        self._root, self._paths, self._left_out, self._notes = root, paths, left_out, notes
        self._looked, self._known = looked, known
        self._changed = threading.Event()
        self._ended: threading.Event | None = None  # ends the watch that goes on
        self._files = False  # whether it was a file of the library that changed
        #: Whether a change of the notes ends a wait; else they are to be looked at.
        self.sees_notes = False

    def wait(self, seconds: float) -> bool:
        """Wait until a file or a note changes, or for `seconds`; whether it was a file. `end` ends a wait."""
        if self._ended is None:
            # Each watch has its own: one that was ended may still be at work when the next begins.
            begun, ended = threading.Event(), threading.Event()
            self._ended = ended
            self._changed.clear()
            threading.Thread(
                target=self._watch, args=(begun, ended), name="reader-watching", daemon=True
            ).start()
            begun.wait()
            if self._changed_since(self._looked() - _TICK, ended.is_set):
                self._tell(True)
        self._changed.wait(seconds)
        self._changed.clear()
        files, self._files = self._files, False
        return files

    def _tell(self, files: bool) -> None:
        self._files = self._files or files
        self._changed.set()

    def end(self) -> None:
        """Watch no longer: a wait ends at once, the next one begins anew."""
        if self._ended is not None:
            self._ended.set()
        self._ended = None
        self.sees_notes = False
        self._changed.set()

    def _watch(self, begun: threading.Event, ended: threading.Event) -> None:
        from watchfiles import watch

        notes = os.path.realpath(self._notes)
        left_out = [notes, *map(os.path.realpath, self._left_out)]
        watched = [os.path.realpath(path) for path in self._paths if path.exists()]
        if os.path.isdir(notes) and not _among(notes, watched):
            watched.append(notes)
        with_notes = _among(notes, watched)

        def stands() -> None:
            self.sees_notes = with_notes and not ended.is_set()
            begun.set()

        def counts(_: object, path: str) -> bool:
            return not os.path.basename(path).startswith(".")

        try:
            for changes in watch(
                *watched, watch_filter=counts, stop_event=_Asked(stands, ended.is_set),
                step=400, rust_timeout=0, raise_interrupt=False, ignore_permission_denied=True,
            ):  # fmt: skip
                self._tell(not all(_among(path, left_out) for _, path in changes))
        except (OSError, RuntimeError):  # too many folders for the system's limit
            self.sees_notes = False
            begun.set()
            self._look_through(ended)
        finally:
            begun.set()

    def _look_through(self, ended: threading.Event) -> None:
        moment = time.time_ns()
        while not ended.wait(_LOOK):
            now = time.time_ns()
            if self._changed_since(moment - _TICK, ended.is_set):
                self._tell(True)
            moment = now

    def _changed_since(self, moment: int, stop: Stop) -> bool:
        folders: dict[str, int] = {}
        for found in walk(self._root, self._paths, self._left_out, [], folders, self._known):
            if found.mtime > moment or stop():
                return not stop()
        return any(mtime > moment for mtime in folders.values())


def _among(path: str, folders: Iterable[str]) -> bool:
    """Whether `path` is one of `folders` or in one of them."""
    return any(Path(path).is_relative_to(folder) for folder in folders)
