"""Noticing that the folder changes."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from reader.library.records import Stop
from reader.library.walk import walk

_CHECK = 1.0  # seconds between looks at `stop`; each is work while nothing happens
_LOOK = 60.0  # seconds between looks where watching is not possible
_TICK = 50_000_000  # nanoseconds by which clocks of files may lag


class Watcher:
    """Watches `paths` from the first `wait` on; changes between two waits are not missed. Hidden names and
    the folder `notes` do not count.

    Where the system cannot watch so many folders, or that disk, the folder is looked through now and then.
    """

    def __init__(self, root: Path, paths: Sequence[Path], notes: Path) -> None:
        self._root, self._paths, self._notes = root, paths, notes
        self._changed, self._begun, self._ended = threading.Event(), threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None

    def wait(self, stop: Stop, since: int) -> bool:
        """Wait until a file changes (True) or `stop()` (False); at first, what changed after `since` (ns) counts."""
        if self._thread is None:
            self._ended.clear()
            self._thread = threading.Thread(target=self._watch, name="reader-watching", daemon=True)
            self._thread.start()
            while not self._begun.wait(_CHECK) and not stop():
                pass
            if self._changed_since(since - _TICK, stop):
                self._changed.set()
        while not self._changed.wait(_CHECK):
            if stop():
                self._ended.set()
                self._thread = None
                return False
        self._changed.clear()
        return True

    def _watch(self) -> None:
        from watchfiles import watch

        skipped = os.path.realpath(self._notes) + os.sep

        def counts(_: object, path: str) -> bool:
            return not os.path.basename(path).startswith(".") and not path.startswith(skipped)

        try:
            # An empty answer every second, the first one when the watch stands.
            for changes in watch(
                *(path for path in self._paths if path.exists()), watch_filter=counts, stop_event=self._ended,
                step=400, rust_timeout=1000, yield_on_timeout=True, raise_interrupt=False,
                ignore_permission_denied=True,
            ):  # fmt: skip
                self._begun.set()
                if changes:
                    self._changed.set()
        except (OSError, RuntimeError):  # too many folders for the system's limit
            self._begun.set()
            self._look_through()
        finally:
            self._begun.set()

    def _look_through(self) -> None:
        moment = time.time_ns()
        while not self._ended.wait(_LOOK):
            now = time.time_ns()
            if self._changed_since(moment - _TICK, self._ended.is_set):
                self._changed.set()
            moment = now

    def _changed_since(self, moment: int, stop: Stop) -> bool:
        folders: dict[str, int] = {}
        for found in walk(self._root, self._paths, [self._notes], [], folders):
            if found.mtime > moment or stop():
                return not stop()
        return any(mtime > moment for mtime in folders.values())
