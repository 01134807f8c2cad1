"""What the folders of the last scan tell: whether a large index may answer at once, and what was left out."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable

from reader.library.index.orders import OrderReader

# Nanoseconds off which a folder's time, also one to come, tells of every later change.
_SETTLED = 2_000_000_000


def folders_unchanged(index: OrderReader) -> bool:
    """Whether no folder gained or lost a name since the last scan; files changed in place are not seen."""
    checked, kept = index.recall("checked"), index.recall("folders")
    if not checked or not kept:
        return False
    try:
        return all(
            os.stat(path).st_mtime_ns == mtime and abs(checked - mtime) > _SETTLED
            for path, mtime in json.loads(kept).items()
        )
    except OSError:
        return False


def not_read(index: OrderReader, also: Iterable[str]) -> str:
    """What to say of the files in the folders of the last scan that have other endings than those that are read, the
    usual ones and `also`; "" where there are none."""
    from reader.library.scanning.survey import TO_READ
    from reader.library.scanning.walk import endings, other_files

    others = other_files(json.loads(index.recall("folders") or "{}"), endings(also))
    return f"not read, by their endings: {others}; {TO_READ}" if others else ""
