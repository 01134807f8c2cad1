"""Previous versions of notes files in `.history/`, and the atomic exchange of a file for a new one.

A version is named `<file>.<time in ns>`. It is a hard link to what the file was, so keeping it costs nothing.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
import time
from pathlib import Path

from reader.notes.reading import Stamp, stamp_of
from reader.yamlio import sync_folder

KEEP = 20
KEEP_SECONDS = 30 * 86400
_VERSION = re.compile(r"(?P<name>.+)\.(?P<time>[0-9]{16,20})")
_TEMPORARY = re.compile(r"\.(?P<name>.+)\.(?P<pid>[0-9]+)\.[0-9a-f]{8}\.tmp")


def history_folder(folder: Path) -> Path:
    """Where versions are kept."""
    return folder / ".history"


def versions(folder: Path, name: str) -> list[Path]:
    """The kept versions of a notes file, oldest first."""
    found = []
    with contextlib.suppress(OSError):
        for entry in os.listdir(history_folder(folder)):
            match = _VERSION.fullmatch(entry)
            if match and match["name"] == name:
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
    """When the version at `path` was replaced, in nanoseconds; 0 if its name does not say."""
    match = _VERSION.fullmatch(path.name)
    return int(match["time"]) if match else 0


def prune(folder: Path, name: str) -> None:
    """Forget versions that are beyond the twentieth and older than 30 days. Errors do not matter here."""
    oldest = time.time_ns() - KEEP_SECONDS * 1_000_000_000
    for path in versions(folder, name)[:-KEEP]:
        if version_time(path) < oldest:
            with contextlib.suppress(OSError):
                path.unlink()


def write_temporary(target: Path, data: bytes, mode: int | None) -> tuple[Path, Stamp]:
    """Write `data` beside `target` and sync it; without `mode` the umask decides.

    Returns the path and the stamp, which it keeps when it is renamed. Raises: OSError, and nothing is left behind.
    """
    path = target.with_name(f".{target.name[:180]}.{os.getpid()}.{secrets.token_hex(4)}.tmp")
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, mode or 0o666)
    try:
        try:
            if mode is not None:
                with contextlib.suppress(OSError):
                    os.fchmod(fd, mode)  # the umask must not narrow the mode the file had
            view = memoryview(data)
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


def put_in_place(temporary: Path, target: Path, version: Path) -> Path | None:
    """Put `temporary` where `target` is and keep what was there; the folder is synced.

    With the exchange call of Linux what is kept is exactly what was replaced, however late another program
    saved. Elsewhere a link is made just before the replace. Returns where the replaced version is (`version`,
    or a fresh name beside it when somebody saved in the last moment), None when there was none.
    Raises: FileExistsError when a file has appeared where there was none; OSError. The target is then whole.
    """
    linked = True
    try:
        os.link(target, version, follow_symlinks=False)
    except FileNotFoundError:
        _appear(temporary, target)
        sync_folder(target.parent)
        return None
    except OSError:  # no links here, or another disk
        linked = False
    if exchange(temporary, target):
        if linked and stamp_of(temporary)[2] == stamp_of(version)[2]:
            os.unlink(temporary)
        else:
            if linked:  # somebody saved after the link: that is what was replaced
                version = version_path(version.parent.parent, version.name.rpartition(".")[0])
            _move(temporary, version)
    else:
        if not linked:
            shutil.copy2(target, version)
        os.replace(temporary, target)
    sync_folder(target.parent)
    return version


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


def clear_leftovers(folder: Path) -> int:
    """Clear temporary files of processes that have died; returns how many.

    One that a crash left between exchange and link is an old version of the file: it goes to the history
    instead of away.
    """
    cleared = 0
    try:
        names = os.listdir(folder)
    except OSError:
        return 0
    for entry in names:
        match = _TEMPORARY.fullmatch(entry)
        if match is None or _alive(int(match["pid"])):
            continue
        path = folder / entry
        with contextlib.suppress(OSError):
            if os.stat(path).st_nlink > 1:
                path.unlink()
            else:
                os.replace(path, version_path(folder, match["name"]))
            cleared += 1
    return cleared


def _alive(pid: int) -> bool:
    if pid == os.getpid():
        return True
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
