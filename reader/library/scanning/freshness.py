"""What the folders of the last scan tell: whether a large index may answer at once, and what was left out."""

from __future__ import annotations

import json
import os

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


def not_read(index: OrderReader) -> str:
    """The files in the folders of the last scan that are no text, counted by their endings; "" for none."""
    from reader.library.scanning.walk import other_files

    return other_files(json.loads(index.recall("folders") or "{}"))
