"""The files behind a library: where they are, and what becomes of those that cannot be used."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.index.schema import VERSION
from reader.library.index.soundness import is_sound

if TYPE_CHECKING:
    from reader.model import Problem

_spares: list[Path] = []
_PARTS = ("", "-wal", "-shm")  # what the files of one SQLite database end in


class Files:
    """The index at `path` in `folder`, the state at `state_path`. `problems` tells what had to be repaired."""

    def __init__(self, cache: Path, state: Path) -> None:
        self.problems: list[Problem] = []
        self.folder = _usable(cache, self.problems, "the index is kept for this session only")
        self.lasting = self.folder == cache  # else another process would not find the index
        self.path = self.folder / f"index-{VERSION}.db"
        state_folder = _usable(state, self.problems, "read marks and stars last for this session only")
        self.state_path = state_folder / "state.db"

    @property
    def state_lasts(self) -> bool:
        """Whether read marks, stars, tags and watches are still there in the next session."""
        return self.state_path.parent not in _spares

    def mend(self, certain: bool = False) -> list[Problem]:
        """Repair what turned out to be damaged: the state if it is, else the index if it is or `certain` says that one
        of both is. The process is to end then."""
        self.problems.clear()
        with suppress(OSError):
            if not is_sound(self.state_path, index=False):
                self._set_aside_state()
            elif certain or not is_sound(self.path, index=True):
                self._remove(self.path)
                self._complain(
                    self.path, "the index was damaged and is thrown away; start again to build it anew"
                )
        return self.problems

    @property
    def in_use(self) -> bool:
        """Whether another process or thread scans now."""
        with self.alone() as mine:
            return not mine

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Whether this process is the one that scans now; gone with the process, however it ends."""
        descriptor = os.open(self.folder / "scan.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
            except OSError:  # a file system without locks
                yield True
            else:
                yield True
        finally:
            os.close(descriptor)

    def _throw_away(self, asked: bool = False) -> None:
        if not asked:
            self._complain(self.path, "the index was damaged; it is built again")
        self._remove(self.path)

    @staticmethod
    def _remove(database: Path) -> None:
        for suffix in _PARTS:
            Path(f"{database}{suffix}").unlink(missing_ok=True)

    def _set_aside_state(self) -> None:
        aside = self.state_path.with_name(f"state-damaged-{time.time_ns()}.db")
        for suffix in _PARTS:
            source = Path(f"{self.state_path}{suffix}")
            if source.exists():
                source.replace(f"{aside}{suffix}")
        why = "read marks and stars could not be read"
        if saved := self._salvage(aside):
            why = f"some {why}, {saved:,} could"
        self._complain(self.state_path, f"{why}; the damaged file is kept as {aside.name}")

    def _salvage(self, aside: Path) -> int:
        """Take over what can be read of the state that was set aside; how many entries that are."""
        import sqlite3

        from reader.library.index.salvage import salvage

        try:
            return salvage(aside, self.state_path)
        except (OSError, sqlite3.Error):
            return 0

    def _complain(self, path: Path, message: str) -> None:
        from reader.model import Problem

        self.problems.append(Problem(str(path), 0, message))

    def _leave_state(self) -> None:
        """A newer Reader's state stays as it is, for that Reader."""
        why = "belongs to a newer version of Reader; read marks and stars last for this session only"
        self._complain(self.state_path, why)
        self.state_path = _spare() / "state.db"

    def _go_elsewhere(self, error: Exception) -> None:
        """A disk that is full or fails keeps what it has; the session goes on with copies of it."""
        import shutil

        why = f"cannot be used ({error}); index, read marks and stars are kept for this session only"
        self._complain(self.path, why)
        self.folder, self.lasting = _spare(), False
        for path in (self.path, self.state_path):
            for suffix in ("", "-wal"):
                copy = self.folder / f"{path.name}{suffix}"
                try:
                    shutil.copyfile(f"{path}{suffix}", copy)
                except OSError:  # not there, or no room for it: then it begins empty
                    copy.unlink(missing_ok=True)
        self.path, self.state_path = self.folder / self.path.name, self.folder / self.state_path.name


def _usable(folder: Path, problems: list[Problem], consequence: str) -> Path:
    """`folder`, made if need be, or a temporary one when it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK | os.X_OK):
            return folder
        reason = "cannot be written"
    except OSError as error:
        reason = error.strerror or str(error)
    from reader.model import Problem

    problems.append(Problem(str(folder), 0, f"{reason}; {consequence}"))
    return _spare()


def place_of(file: Path) -> tuple[int, int] | None:
    """Device and inode of a file, None where there is none."""
    try:
        status = os.stat(file)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def leave_nothing() -> None:
    """Remove the folders of this session; for who ends the process at once, see `_spare`."""
    import shutil

    for spare in _spares:
        shutil.rmtree(spare, ignore_errors=True)


def _spare() -> Path:
    """A folder that is gone with this process."""
    import atexit
    import tempfile

    spare = Path(tempfile.mkdtemp(prefix="reader-"))
    _spares.append(spare)
    atexit.register(leave_nothing)
    return spare
