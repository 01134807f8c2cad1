"""The two files behind a library: the index (a cache, rebuilt when unusable) and the state (the reader's own)."""

from __future__ import annotations

import errno
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.library.index.files import Files, place_of
from reader.library.index.schema import NEWER, VERSION, attach_state, make_index
from reader.library.index.soundness import is_in_use, is_of_the_disk, is_sound, tells_of_damage

if TYPE_CHECKING:
    import sqlite3


_PATIENCE = 10.0  # seconds one instance waits for another's transaction
# Statements that change nothing but take the lock for writing of one file, not of both as BEGIN IMMEDIATE would.
_LOCKS = {"index": "DELETE FROM main.memory WHERE 0", "state": "DELETE FROM state.watches WHERE 0"}

_opened: dict[Path, Database] = {}


def mend(error: str) -> str:
    """Throw away the index, or set the state aside, where that is damaged; returns what to tell the user, "" when all
    is sound and `error` has another cause.

    For the end of a command or of the app: damage deep inside shows itself only to who reads there.
    """
    certain = tells_of_damage(error)
    told = [str(problem) for database in _opened.values() for problem in database.mend(certain)]
    return told[-1] if told else ""


class Database(Files):
    """Connections to one library's index and state, one for each thread, opened on first use."""

    def __init__(self, cache: Path, state: Path) -> None:
        super().__init__(cache, state)
        self._local = threading.local()
        self._opening = threading.Lock()
        self._functions: dict[str, tuple[int, Callable[..., Any]]] = {}
        self._epoch = 0
        self._place: tuple[int, int] | None = None  # device and inode of the index that is open

    def function(self, name: str, arguments: int, call: Callable[..., Any]) -> None:
        """Make `call` known to SQL as `name`; to be done before the first connection."""
        self._functions[name] = (arguments, call)

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's connection. Raises OSError when neither file can be opened."""
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None or self._local.epoch != self._epoch:
            with self._opening:
                self._let_go()
                found = self._open()
            self._local.connection, self._local.epoch = found, self._epoch
        return found

    def close(self) -> None:
        """Close this thread's connection."""
        found = getattr(self._local, "connection", None)
        if found is not None:
            found.close()
            self._local.connection = None

    def _open(self) -> sqlite3.Connection:
        import sqlite3

        for attempt in (1, 2, 3):
            try:
                return self._connect()
            except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
                # The latter comes of the words in which SQLite tells of damage.
                if is_in_use(error):
                    time.sleep(0.2)
                elif self.lasting and is_of_the_disk(error):
                    self._go_elsewhere(error)
                    self._place = None
                    self._epoch += 1
                elif attempt == 3 or is_of_the_disk(error):
                    raise OSError(
                        errno.EIO, f"the index cannot be used: {error}; is the disk full?", str(self.path)
                    ) from None
                elif str(error) == NEWER:
                    self._leave_state()
                elif str(error).startswith("state:"):
                    self._set_aside_state()
                else:
                    self._throw_away()
        raise OSError(errno.EBUSY, "another Reader does not let go of the index", str(self.path))

    def _connect(self) -> sqlite3.Connection:
        import sqlite3

        connection = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None, cached_statements=64)
        try:
            connection.execute("PRAGMA cache_size=-6000")
            connection.execute("PRAGMA secure_delete=OFF")
            version = connection.execute("PRAGMA main.user_version").fetchone()[0]
            if version != VERSION:
                make_index(connection)
                for old in range(VERSION):  # what an older version left can be had again
                    self._remove(self.folder / f"index-{old}.db")
            connection.execute("PRAGMA main.synchronous=NORMAL")
            try:
                attach_state(connection, str(self.state_path))
            except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
                of_use = isinstance(error, sqlite3.OperationalError) and is_sound(
                    self.state_path, index=False
                )
                if of_use or str(error) == NEWER:
                    raise
                raise sqlite3.DatabaseError(f"state: {error}") from None
        except BaseException:
            connection.close()
            raise
        self._place = place_of(self.path)
        _opened[self.path] = self
        for name, (arguments, call) in self._functions.items():
            connection.create_function(name, arguments, call)
        return connection

    def is_damaged(self, error: Exception) -> bool:
        """Whether `error` came of an index that is damaged; to find that out takes seconds for a large one."""
        if is_of_the_disk(error) or is_in_use(error):
            return False
        return tells_of_damage(str(error)) or not is_sound(self.path, index=True)

    def rebuild(self, *, asked: bool = False) -> None:
        """Throw the index away; every thread gets a fresh one. State stays."""
        with self._opening:
            self._throw_away(asked)
            self._epoch += 1

    def follow(self) -> int:
        """Let go of an index that was deleted or built anew by another process, in favour of what is there now.

        Returns a number that is another one each time that happened, here or to another thread.
        """
        with self._opening:
            self._let_go()
            return self._epoch

    def _let_go(self) -> None:
        if self._place is not None and place_of(self.path) != self._place:
            self._place = None
            self._epoch += 1
            with suppress(OSError):
                self.folder.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def transaction(self, of: str = "index") -> Iterator[sqlite3.Connection]:
        """All or nothing, alone among writers of the `index` or of the `state`.

        Who marks an article as read does not wait for a scan that writes thousands of articles, nor the scan for
        the reader. A transaction of the index may write the state as well, and waits only then.
        """
        connection = self.connection
        connection.execute("BEGIN")
        try:
            connection.execute(_LOCKS[of])
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            connection.rollback()
            raise

    def listener(self) -> sqlite3.Connection:
        """A connection to the state for any thread, to be told of commits by. Raises: OSError."""
        import sqlite3

        try:
            return sqlite3.connect(
                f"{self.state_path.absolute().as_uri()}?mode=ro",
                uri=True,
                timeout=_PATIENCE,
                check_same_thread=False,
            )
        except sqlite3.Error as error:
            raise OSError(errno.EIO, f"the state cannot be used: {error}", str(self.state_path)) from None
