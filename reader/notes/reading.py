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
# Bytes that are compared at a time: few enough to stay in the processor's cache.
_PART = 1 << 17
NO_FILE: Stamp = (0, -1, 0)
Result = TypeVar("Result")


@dataclass
class Snapshot:
    """The bytes of a file at one moment, or those it is to have, and its (mtime_ns, size, inode)."""

    data: bytes
    stamp: Stamp = NO_FILE

    @cached_property
    def _hash(self) -> hashlib._Hash:
        return hashlib.sha256(self.data)

    @property
    def sha(self) -> str:
        """The sha256 of the bytes in hex."""
        return self._hash.hexdigest()

    def followed_by(self, data: bytes) -> Snapshot:
        """The bytes that are to take the place of these; where these stand before more, they are not hashed again."""
        made = Snapshot(data)
        if data.startswith(self.data):
            made._hash = self._hash.copy()
            made._hash.update(memoryview(data)[len(self.data) :])
        return made


def mode_of(path: Path) -> int | None:
    """The permission bits of a file, None when there is none."""
    try:
        return stat.S_IMODE(os.stat(path).st_mode)
    except OSError:
        return None


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
        while left > 0 and (part := os.read(fd, min(left, info.st_size + 1))):
            parts.append(part)
            left -= len(part)
        if not left:
            raise YamlError(Problem(str(path), 0, f"larger than {MAX_SIZE >> 20} MB; split it"))
        data = b"".join(parts)
        return Snapshot(data, (info.st_mtime_ns, info.st_size, info.st_ino))
    finally:
        os.close(fd)


def still_is(path: Path, known: Snapshot) -> bool:
    """Whether the file holds these very bytes; quicker than to read it as a whole."""
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        at = 0
        while part := os.read(fd, _PART):
            if not known.data.startswith(part, at):
                return False
            at += len(part)
        return at == len(known.data)
    except OSError:
        return False
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
