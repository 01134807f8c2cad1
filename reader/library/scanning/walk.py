"""Which files of a folder are articles. Links, loops, devices and unreadable folders never stop or mislead it."""

from __future__ import annotations

import contextlib
import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from reader.library.at_once import at_once
from reader.library.index.records import changed_at
from reader.model import Problem

#: Names that end like this hold text; so do names without an ending whose start looks like text.
ENDINGS = frozenset(
    ".txt .text .md .markdown .story .wet .article .news .srt .vtt .rss .atom .eml .mbox .mht .mhtml .ris .enw".split()
)
_SNIFFED = 1024


def endings(others: Iterable[str]) -> frozenset[str]:
    """Those of files that are read: the usual ones, and `others` as people type them."""
    return ENDINGS | {f".{each.strip().lower().lstrip('*.')}" for each in others if each.strip(" *.")}


class Found(NamedTuple):
    """A file: path relative to the root, bytes, modification time in ns."""

    path: str
    size: int
    mtime: int


def walk(
    root: Path,
    bases: Sequence[Path],
    skip: Sequence[Path],
    problems: list[Problem],
    folders: dict[str, int] | None = None,
    known: frozenset[str] = ENDINGS,
) -> Iterator[Found]:
    """The article files under `bases` (folders or files below `root`), folders in name order.

    Hidden names and the folders in `skip` are left out. A link to elsewhere, a folder that cannot be read
    and a name that is not UTF-8 are put into `problems`, once each; links inside the root are left out
    silently, since their target is found anyway. `folders` receives the time of change (ns) of each folder. Names
    with one of the endings that are `known`, or without any, are looked at.
    """
    seen: set[tuple[int, int]] = set()
    top = os.path.realpath(root)
    left_out = {os.path.realpath(folder) for folder in skip}
    for base in bases:
        real = os.path.realpath(base)
        try:
            status = os.stat(real)
        except OSError as error:
            problems.append(Problem(str(base), 0, error.strerror or str(error)))
            continue
        if stat.S_ISDIR(status.st_mode):
            times = {} if folders is None else folders
            yield from _folder(real, top, left_out, seen, problems, times, known)
        elif stat.S_ISREG(status.st_mode):
            if (name := _relative(real, top, problems)) is not None:
                yield Found(name, status.st_size, changed_at(status))
        else:
            problems.append(Problem(str(base), 0, f"is {_nature(status.st_mode)}, not a file of text"))


def other_files(folders: Iterable[str], known: frozenset[str]) -> str:
    """How many files in `folders` are not taken for text, the most first: `12 .html, 1 .pdf`; "" for none."""
    count: Counter[str] = Counter()
    for folder in folders:
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            count.update(
                os.path.splitext(entry.name)[1].lower() or "without an ending"
                for entry in entries
                if not entry.name.startswith(".")
                and entry.is_file(follow_symlinks=False)
                and not _has_text(entry, known)
            )
    return ", ".join(f"{number:,} {ending}" for ending, number in count.most_common(5))


def _folder(
    start: str,
    top: str,
    left_out: set[str],
    seen: set[tuple[int, int]],
    problems: list[Problem],
    folders: dict[str, int],
    known: frozenset[str],
) -> Iterator[Found]:
    waiting = [start]
    while waiting:
        folder = waiting.pop()
        inner: list[str] = []
        try:
            status = os.stat(folder)
            place = (status.st_dev, status.st_ino)
            if place in seen:
                continue
            seen.add(place)
            folders[folder] = status.st_mtime_ns
            with os.scandir(folder) as entries:
                shown = (entry for entry in entries if not entry.name.startswith("."))
                yield from filter(
                    None, at_once(partial(_look, top=top, inner=inner, problems=problems, known=known), shown)
                )
        except OSError as error:
            problems.append(Problem(folder, 0, f"{error.strerror or error}; the folder is left out"))
        waiting += sorted((path for path in inner if path not in left_out), reverse=True)


def _look(
    entry: os.DirEntry[str], top: str, inner: list[str], problems: list[Problem], known: frozenset[str]
) -> Found | None:
    """The article file that `entry` is, None when it is none; a folder goes to `inner`."""
    try:
        if entry.is_symlink():
            _link(entry.path, top, problems, known)
        elif entry.is_dir(follow_symlinks=False):
            inner.append(entry.path)
        elif _has_text(entry, known):
            status = entry.stat(follow_symlinks=False)
            if (name := _relative(entry.path, top, problems)) is not None:
                return Found(name, status.st_size, changed_at(status))
        elif (kind := _special(entry, known)) is not None:
            problems.append(Problem(entry.path, 0, f"is {kind}, not a file of text"))
    except FileNotFoundError:
        pass  # gone while we looked
    except OSError as error:
        problems.append(Problem(entry.path, 0, error.strerror or str(error)))
    return None


def _special(entry: os.DirEntry[str], known: frozenset[str]) -> str | None:
    """What something that is no file is, when its name promises text."""
    if entry.is_file(follow_symlinks=False) or os.path.splitext(entry.name)[1].lower() not in {"", *known}:
        return None
    return _nature(entry.stat(follow_symlinks=False).st_mode)


def _has_text(entry: os.DirEntry[str], known: frozenset[str]) -> bool:
    """Whether a regular file's name, or its first bytes when the name does not say, promise text."""
    name = entry.name
    dot = name.rfind(".")
    if dot > 0:
        return name[dot:].lower() in known and entry.is_file(follow_symlinks=False)
    if not entry.is_file(follow_symlinks=False):
        return False
    try:
        descriptor = os.open(entry.path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return True  # the scan will say why it cannot be read
    try:
        head = os.read(descriptor, _SNIFFED)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return bool(head) and b"\0" not in head and not head.startswith((b"#!", b"%PDF", b"\x7fELF"))


def _link(path: str, top: str, problems: list[Problem], known: frozenset[str]) -> None:
    target = os.path.realpath(path)
    if target == top or target.startswith(top + os.sep):
        return
    if not os.path.exists(target):
        return
    if os.path.isdir(target) or os.path.splitext(path)[1].lower() in known:
        problems.append(Problem(path, 0, "is a link out of the library; open its target to read it"))


def _relative(path: str, top: str, problems: list[Problem]) -> str | None:
    name = os.path.relpath(path, top) if not path.startswith(top + os.sep) else path[len(top) + 1 :]
    try:
        name.encode()
    except UnicodeEncodeError:
        shown = os.fsencode(path).decode("utf-8", "replace")
        problems.append(Problem(shown, 0, "its name is not UTF-8; rename it to read it"))
        return None
    return name


def _nature(mode: int) -> str:
    for test, name in (
        (stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"), (stat.S_ISCHR, "a device"), (stat.S_ISBLK, "a device"),
    ):  # fmt: skip
        if test(mode):
            return name
    return "something special"
