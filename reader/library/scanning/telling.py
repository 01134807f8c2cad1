"""What was told of files that cannot be read: the same at every start would be in the way."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

from reader.library.index.reading import Reader
from reader.library.index.writing import Writer
from reader.model import Problem

_KEY = "told"


def untold(index: Reader, writer: Writer, root: Path, problems: Iterable[Problem]) -> list[Problem]:
    """Those of all `problems` there are that were not told before, of the file as it is now; from now on they are."""
    known = set(map(tuple, json.loads(index.recall(_KEY) or "[]")))
    now = {(p.file, p.line, p.message, _changed(root, p.file)): p for p in problems}
    if now.keys() != known:
        writer.remember(_KEY, json.dumps(sorted(now)))
    return [problem for state, problem in now.items() if state not in known]


def _changed(root: Path, file: str) -> int:
    try:
        return os.stat(root / file).st_mtime_ns
    except (OSError, ValueError):
        return 0
