"""Older versions of a notes file, packed: one whole, and of each later one only the bytes that changed.

A pack is a file of JSON lines in `.history/`. Its first line holds a version as a whole, every further line what to
cut and to put to come from the version before to this one. So a month of changes takes little more room than the
notes that were written. Nothing is synced: what a power cut tears off is the end of a pack, and a new one is begun.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

#: Versions in one pack.
MOST = 500
_PACK = re.compile(r"(?P<name>.+)\.(?P<time>[0-9]{16,20})\.pack")
_TAIL = 200


def packs(home: Path, names: list[str], name: str) -> list[Path]:
    """The packs of a notes file among `names`, the listing of the history folder `home`; oldest first."""
    found = [
        (int(m["time"]), entry) for entry in names if (m := _PACK.fullmatch(entry)) and m["name"] == name
    ]
    return [home / entry for _, entry in sorted(found)]


def is_pack(path: Path) -> bool:
    """Whether a file of the history is a pack."""
    return _PACK.fullmatch(path.name) is not None


def pack(
    newest: Path | None, name: str, before: tuple[int, bytes], now: tuple[int, bytes], home: Path
) -> Path:
    """Add version `now` (its time, its bytes) to the pack that ends with version `before`: to `newest` if it does,
    else to a new one that starts with `before`. Returns the pack. Raises: OSError."""
    number = _ends_with(newest, before[0]) if newest is not None else -1
    start, cut, put = _difference(before[1], now[1])
    lines: list[dict[str, Any]] = []
    path = newest
    if path is None or not 0 <= number < MOST:
        path = home / f"{name}.{before[0]}.pack"
        whole = base64.b64encode(zlib.compress(before[1], 1)).decode()
        lines.append({"whole": whole, "n": 0, "t": before[0]})
        number = 0
    step = {
        "at": start,
        "cut": cut,
        "put": put.decode("utf-8", "surrogateescape"),
        "n": number + 1,
        "t": now[0],
    }
    lines.append(step)
    data = "".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines).encode()
    flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if "whole" in lines[0] else os.O_APPEND)
    fd = os.open(path, flags | os.O_CLOEXEC, 0o644)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(fd, view) :]
    finally:
        os.close(fd)
    return path


def _ends_with(path: Path, time: int) -> int:
    """The number of the last version of a pack if that is the one of `time`, else -1."""
    with contextlib.suppress(OSError), path.open("rb") as file:
        file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL))
        found = re.search(rb'"n":([0-9]+),"t":([0-9]+)\}\n\Z', file.read())
        if found and int(found[2]) == time:
            return int(found[1])
    return -1


def _difference(old: bytes, new: bytes) -> tuple[int, int, bytes]:
    """Where `new` differs from `old`: (offset, how many bytes of the old go, the bytes that come)."""
    start = _common(old, new, min(len(old), len(new)), 1)
    end = _common(old, new, min(len(old), len(new)) - start, -1)
    return start, len(old) - start - end, new[start : len(new) - end]


def _common(old: bytes, new: bytes, most: int, way: int) -> int:
    """How many bytes are equal at the start (`way` 1) or at the end (-1), at most `most`; by halving."""
    low = 0
    while low < most:
        middle = (low + most + 1) // 2
        same = (
            old[low:middle] == new[low:middle]
            if way > 0
            else old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]
        )
        low, most = (middle, most) if same else (low, middle - 1)
    return low


def unpack(path: Path) -> Iterator[tuple[int, bytes]]:
    """The versions in a pack with their times, oldest first; what follows a damaged line is left out.

    Raises: OSError."""
    data = b""
    with path.open("rb") as file:
        for line in file:
            try:
                row = json.loads(line)
                if "whole" in row:
                    data = zlib.decompress(base64.b64decode(row["whole"]))
                else:
                    put = row["put"].encode("utf-8", "surrogateescape")
                    data = data[: row["at"]] + put + data[row["at"] + row["cut"] :]
                yield row["t"], data
            except (ValueError, KeyError, TypeError, zlib.error):
                return
