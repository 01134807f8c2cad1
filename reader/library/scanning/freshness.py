"""What the folders of the last scan tell: whether a large index may answer at once, and what was left out."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable

from reader.library.index.orders import OrderReader
from reader.paths import config_file

# Nanoseconds off which a folder's time, also one to come, tells of every later change.
_SETTLED = 2_000_000_000


def folders_unchanged(index: OrderReader) -> bool:
    """Whether no folder gained or lost a name since the last scan; files changed in place are not seen."""
    checked, kept = index.recall("checked"), index.recall("folders")
    if not checked or not kept or index.recall("settings") != settings_stamp():
        return False
    try:
        return all(
            os.stat(path).st_mtime_ns == mtime and abs(checked - mtime) > _SETTLED
            for path, mtime in json.loads(kept).items()
        )
    except OSError:
        return False


def settings_stamp() -> str:
    """What tells that the settings were written, which may say that other files are read; they take long to load."""
    try:
        status = os.stat(config_file())
        return f"{status.st_mtime_ns} {status.st_size}"
    except OSError:
        return ""


def not_read(index: OrderReader, also: Iterable[str]) -> str:
    """What to say of the files in the folders of the last scan that have other endings than those that are read, the
    usual ones and `also`; "" where there are none."""
    from reader.library.scanning.survey import TO_READ
    from reader.library.scanning.walk import endings, other_files

    others = other_files(json.loads(index.recall("folders") or "{}"), endings(also))
    return f"not read, by their endings: {others}; {TO_READ}" if others else ""
