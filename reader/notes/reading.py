"""Bytes of a notes file, read with suspicion: regular files only, a size cap, patience with half-saved ones."""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from reader.model import Problem
from reader.yamlio import YamlError

MAX_SIZE = 16 << 20
#: How long a file that is empty or broken is given: somebody may be saving it in place.
PATIENCE = 1.0
Stamp = tuple[int, int, int]
QUIET_NS = 40_000_000
NO_FILE: Stamp = (0, -1, 0)
Result = TypeVar("Result")


@dataclass(frozen=True)
class Snapshot:
    """The bytes of a file at one moment and its (mtime_ns, size, inode); `mode` are permission bits."""

    data: bytes
    stamp: Stamp
    mode: int = 0o644

    @cached_property
    def sha(self) -> str:
        """The sha256 of the bytes in hex."""
        return hashlib.sha256(self.data).hexdigest()


def stamp_of(path: Path) -> Stamp:
    """(mtime_ns, size, inode) of a file, cheap enough to poll; `NO_FILE` when there is none."""
    try:
        info = os.stat(path)
    except OSError:
        return NO_FILE
    return info.st_mtime_ns, info.st_size, info.st_ino


def snapshot(path: Path) -> Snapshot | None:
    """What the file holds now, None when there is none.

    Raises: OSError; YamlError for what is no regular file or larger than 16 MB.
    """
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    try:
        info = os.fstat(fd)
        if not stat.S_ISREG(info.st_mode):
            raise YamlError(Problem(str(path), 0, "not a regular file; it is left alone"))
        if info.st_size > MAX_SIZE:
            raise YamlError(Problem(str(path), 0, f"larger than {MAX_SIZE >> 20} MB; split it"))
        parts = []
        left = MAX_SIZE + 1
        while left > 0 and (part := os.read(fd, min(left, 1 << 20))):
            parts.append(part)
            left -= len(part)
        if not left:
            raise YamlError(Problem(str(path), 0, f"larger than {MAX_SIZE >> 20} MB; split it"))
        data = b"".join(parts)
        stamp = (info.st_mtime_ns, info.st_size, info.st_ino)
        return Snapshot(data, stamp, stat.S_IMODE(info.st_mode))
    finally:
        os.close(fd)


def is_young(stamp: Stamp) -> bool:
    """Whether a file was saved so recently that the saving may still be going on."""
    return 0 <= time.time_ns() - stamp[0] < QUIET_NS


def wait_until_quiet(path: Path) -> None:
    """Wait until nobody has written to the file for a moment, at most `PATIENCE` seconds. An editor that saves
    in place makes a file short first and then long again, and in between it may look whole."""
    until = time.monotonic() + PATIENCE
    last = stamp_of(path)
    while is_young(last) and time.monotonic() < until:
        time.sleep(QUIET_NS / 1e9)
        now = stamp_of(path)
        if now == last:
            return
        last = now


def text_of(data: bytes, name: str) -> str:
    """The bytes as text. Raises: YamlError for what is not UTF-8 or holds a NUL."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise YamlError(Problem(name, line, "not UTF-8 text; save it as UTF-8")) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise YamlError(Problem(name, line, "holds a NUL character; remove it"))
    return text


def patiently(path: Path, make: Callable[[Snapshot | None], Result], patience: float = PATIENCE) -> Result:
    """`make(snapshot)`; while it raises YamlError and the file is fresh, wait and read again.

    Raises: the last YamlError; OSError.
    """
    until = time.monotonic() + patience
    while True:
        try:
            return make(snapshot(path))
        except YamlError:
            # An old file will not get better by waiting.
            fresh = False
            with contextlib.suppress(OSError):
                fresh = abs(time.time() - os.stat(path).st_mtime) < patience + 1.0
            if not fresh or time.monotonic() > until:
                raise
            time.sleep(0.05)
