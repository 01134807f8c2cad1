"""When Reader itself fails: one line for the user, the rest in a file.

Textual prints the error that ended an app, in full, on its `error_console`. Here that console writes into
memory, and from there into a file among the user's state.
"""

from __future__ import annotations

import io
import os
import sys
import traceback
from datetime import datetime
from pathlib import Path

from rich.console import Console
from textual.app import App

from reader import paths
from reader.library.index.database import mend

KEPT = 10  # logs; older ones go


class Crash:
    """Collects what is told about an unexpected error and, at the end, tells where it is."""

    def __init__(self) -> None:
        self._told = io.StringIO()

    def listen(self, app: App[int]) -> None:
        """Have what ends `app` told here instead of on the terminal."""
        app.error_console = Console(
            file=self._told, width=100, color_system=None, force_terminal=False, markup=False, highlight=False
        )

    def add(self, error: BaseException) -> None:
        """An error that came past the app."""
        self._told.write("".join(traceback.format_exception(error)))

    @property
    def line(self) -> str:
        """One line for stderr, with the log written; empty when nothing has happened."""
        told = self._told.getvalue().strip()
        if not told:
            return ""
        if mended := mend(told.splitlines()[-1]):
            return mended
        try:
            return f"Reader ended on an error of its own, sorry; what happened is in {_write(told)}"
        except OSError:
            last = told.splitlines()[-1].strip(" │╯╰─")
            return f"Reader ended on an error of its own, sorry: {last}"


def _write(told: str) -> Path:
    """`told` in a new log that only the user can read; returns where."""
    folder = paths.state_dir()
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.now()
    log = folder / f"crash-{now:%Y%m%d-%H%M%S}-{os.getpid()}.log"
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(f"{now.isoformat(timespec='seconds')}  Python {sys.version.split()[0]}\n{told}\n")
    for old in sorted(folder.glob("crash-*.log"))[:-KEPT]:
        old.unlink(missing_ok=True)
    return log
