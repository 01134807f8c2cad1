"""Previous versions of notes files in `.history/`, and the atomic exchange of a file for a new one.

A version is named `<file>.<time in ns>`. It is what the file was, moved aside, so keeping it costs nothing. All
but the newest are packed (see `packs`).
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import time
from pathlib import Path

from reader.durable import naming, sync_folder
from reader.notes.reading import Snapshot, Stamp, is_young, snapshot, stamp_of
from reader.yamlio import YamlError

KEEP = 20
KEEP_SECONDS = 30 * 86400
_VERSION = re.compile(r"(?P<name>.+)\.(?P<time>[0-9]{16,20})(?P<pack>\.pack)?")
_TEMPORARY = re.compile(r"\.(?P<name>.+)\.(?P<pid>[0-9]+)\.(?P<mark>[0-9a-f]{8})\.tmp")


def history_folder(folder: Path) -> Path:
    """Where versions are kept."""
    return folder / ".history"


def versions(folder: Path, name: str) -> list[Path]:
    """The versions of a notes file that are kept whole, oldest first."""
    found = []
    with contextlib.suppress(OSError):
        for entry in os.listdir(history_folder(folder)):
            match = _VERSION.fullmatch(entry)
            if match and match["name"] == name and not match["pack"]:
                found.append((int(match["time"]), entry))
    return [history_folder(folder) / entry for _, entry in sorted(found)]


def version_path(folder: Path, name: str) -> Path:
    """A fresh name for the version that is replaced now; makes the folder. Raises: OSError."""
    home = history_folder(folder)
    home.mkdir(mode=0o755, exist_ok=True)
    stamp = time.time_ns()
    while (path := home / f"{name}.{stamp}").exists():
        stamp += 1
    return path


def version_time(path: Path) -> int:
    """When the version at `path`, or the first in a pack, was replaced, in nanoseconds; 0 if the name does not say."""
    match = _VERSION.fullmatch(path.name)
    return int(match["time"]) if match else 0


def prune(folder: Path, name: str) -> None:
    """Keep the newest versions of a file as they are and pack the others, for 30 days. Errors do not matter here."""
    home = history_folder(folder)
    with contextlib.suppress(OSError, YamlError):
        whole = versions(folder, name)
        if len(whole) <= KEEP + 1:
            return
        from reader.notes import packs

        packed = packs.packs(home, os.listdir(home), name)
        newest = packed[-1] if packed else None
        for before, now in zip(whole, whole[1:-KEEP]):  # the oldest stays, for the next one is told from it
            old, new = snapshot(before), snapshot(now)
            if old is None or new is None:
                return
            times = version_time(before), version_time(now)
            newest = packs.pack(newest, name, (times[0], old.data), (times[1], new.data), home)
            before.unlink()
        oldest = time.time() - KEEP_SECONDS
        for path in packed:
            if os.stat(path).st_mtime < oldest:
                path.unlink()


def mark_of(content: Snapshot) -> str:
    """What the name of a temporary file says of its content, so that a torn one is known."""
    return content.sha[:8]


def was_put_in_place(leftover: Path, target: Path) -> bool:
    """Whether the new version that `leftover` held is in place already: then it holds what was there before."""
    match = _TEMPORARY.fullmatch(leftover.name)
    with contextlib.suppress(OSError, YamlError):
        now = snapshot(target)
        return now is not None and match is not None and mark_of(now) == match["mark"]
    return False


def write_temporary(target: Path, content: Snapshot, mode: int | None) -> tuple[Path, Stamp]:
    """Write `content` beside `target` and sync it; without `mode` the umask decides.

    Returns the path and the stamp, which it keeps when it is renamed. Raises: OSError, and nothing is left behind.
    """
    path = target.with_name(f".{target.name[:180]}.{os.getpid()}.{mark_of(content)}.tmp")
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, mode or 0o666)
    try:
        try:
            if mode is not None:
                with contextlib.suppress(OSError):
                    os.fchmod(fd, mode)  # the umask must not narrow the mode the file had
            view = memoryview(content.data)
            with naming(target):
                while view:
                    view = view[os.write(fd, view) :]
                os.fsync(fd)
            info = os.fstat(fd)
        finally:
            os.close(fd)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(path)
        raise
    return path, (info.st_mtime_ns, info.st_size, info.st_ino)


def put_in_place(temporary: Path, target: Path, version: Path, expected: Snapshot | None) -> bool:
    """Put `temporary` where `target` is if that still is what we `expected`, and keep that as `version`.

    False when another program has saved meanwhile: its file is then back in its place and `temporary` is gone.
    With the exchange call of Linux nothing can come in between; elsewhere a link and a replace do the same with
    a short gap. The folder is synced. Raises: OSError; the target is then whole.
    """
    if expected is None:
        try:
            _appear(temporary, target)
        except FileExistsError:
            os.unlink(temporary)
            return False
    else:
        # Seen before the exchange, another's save never leaves its place, not even for a moment.
        if stamp_of(target) != expected.stamp and not _is(target, expected):
            os.unlink(temporary)
            return False
        ours = stamp_of(temporary)
        if exchange(temporary, target):
            if not _is(temporary, expected):
                exchange(temporary, target)
                # One more save, in the place of ours or into it: that is the newest.
                if stamp_of(temporary) != ours:
                    exchange(temporary, target)
                    _move(temporary, version)
                else:
                    os.unlink(temporary)
                return False
            _move(temporary, version)
        elif not _replace(temporary, target, version, expected):
            return False
    sync_folder(target.parent)
    return True


def _is(path: Path, expected: Snapshot) -> bool:
    """Whether a file holds the expected bytes; an unchanged one is not read again."""
    stamp = stamp_of(path)
    if stamp == expected.stamp and not is_young(stamp):
        return True
    try:
        now = snapshot(path)
    except (OSError, YamlError):
        return False
    return now is not None and now.data == expected.data


def _replace(temporary: Path, target: Path, version: Path, expected: Snapshot) -> bool:
    """`put_in_place` without the exchange call."""
    try:
        try:
            os.link(target, version, follow_symlinks=False)
        except FileNotFoundError:
            raise
        except OSError:  # no links here, or another disk
            shutil.copy2(target, version)
    except FileNotFoundError:  # removed by hand meanwhile
        os.unlink(temporary)
        return False
    if not _is(version, expected):
        os.unlink(temporary)
        return False
    os.replace(temporary, target)
    return True


def _appear(temporary: Path, target: Path) -> None:
    """Make a file where there is none, without covering one that another program makes meanwhile."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:  # no links here
        os.replace(temporary, target)
    else:
        os.unlink(temporary)


def _move(source: Path, target: Path) -> None:
    try:
        os.replace(source, target)
    except OSError:  # another disk
        shutil.copy2(source, target)
        os.unlink(source)


_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def exchange(one: Path, other: Path) -> bool:
    """Swap two files in one step (renameat2(2) with RENAME_EXCHANGE); False where that is not possible."""
    try:
        import ctypes

        call = ctypes.CDLL(None, use_errno=True).renameat2
        return not call(
            _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), ctypes.c_uint(_RENAME_EXCHANGE)
        )
    except (ImportError, OSError, AttributeError):
        return False


def leftovers(folder: Path) -> list[tuple[Path, str]]:
    """The temporary files of processes that have died, with the name of the file that each was meant for. For a
    caller that holds the lock: one of its own number is of another that had it before, as happens in containers."""
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    found = []
    for entry in names:
        match = _TEMPORARY.fullmatch(entry)
        if match and (int(match["pid"]) == os.getpid() or not _alive(int(match["pid"]))):
            found.append((folder / entry, match["name"]))
    return found


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def looks_like_backup(name: str) -> bool:
    """Whether `name` is what editors and downloads leave beside a file; such files are never read."""
    return name.endswith(("~", ".swp", ".tmp", ".part")) or name.startswith((".#", "#"))
