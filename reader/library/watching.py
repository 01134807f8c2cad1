"""Waiting for the folder to change."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

_CHECK = 0.3  # seconds between looks at `stop`


def wait_for_change(paths: Sequence[Path], notes: Path, stop: Callable[[], bool]) -> bool:
    """Wait until a file below `paths` changes (True) or `stop()` (False). Hidden names and `notes` do not count.

    Where the system cannot watch so many folders, there is no waiting: only `stop` ends it.
    """
    from watchfiles import watch

    ended = threading.Event()

    def keep_looking() -> None:
        while not ended.wait(_CHECK):
            if stop():
                ended.set()

    def counts(_: object, path: str) -> bool:
        name = os.path.basename(path)
        return not name.startswith(".") and not path.startswith(skipped)

    skipped = os.path.realpath(notes) + os.sep
    existing = [path for path in paths if path.exists()]
    threading.Thread(target=keep_looking, daemon=True).start()
    try:
        for _ in watch(
            *existing, watch_filter=counts, stop_event=ended, step=200, rust_timeout=500,
            raise_interrupt=False, ignore_permission_denied=True,
        ):  # fmt: skip
            return True
    except (OSError, RuntimeError):  # too many folders for the system's limit
        while not ended.is_set():
            time.sleep(_CHECK)
    finally:
        ended.set()
    return False
