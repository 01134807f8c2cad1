"""Keys are waited for, not asked for ten times a second.

Textual's driver looks for input every tenth of a second, and once more at its end. Here its thread sleeps until
there is some, or until it is told to end: an app that nobody touches does nothing, and one that is quit, or that
hands the terminal to an editor, does so at once.
"""

from __future__ import annotations

import os
from codecs import getincrementaldecoder
from select import select
from threading import Event
from time import monotonic
from typing import Any

from textual.constants import ESCAPE_DELAY
from textual.drivers import linux_driver

from reader.ui.alt_keys import spelt_out

_MOST = 4096  # bytes read at a time
_UNSURE = ESCAPE_DELAY + 0.001  # how long an escape may be the key or the beginning of a sequence


class Bell(Event):
    """An event that is also a file, readable while it is set. It lasts as long as the process."""

    def __init__(self) -> None:
        super().__init__()
        self._file, self._rope = os.pipe()

    def fileno(self) -> int:
        """The file's number."""
        return self._file

    def set(self) -> None:
        """Set it, and wake who waits for the file."""
        if not self.is_set():
            os.write(self._rope, b"!")
        super().set()

    def clear(self) -> None:
        """Unset it."""
        if self.is_set():
            os.read(self._file, 1)
        super().clear()


class Listening(linux_driver.LinuxDriver):
    """Textual's driver for Linux, macOS and the BSDs, which sleeps while nothing is typed."""

    exit_event: Bell

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.exit_event = Bell()

    def run_input_thread(self) -> None:
        """Hand on what is typed until `exit_event` is set, or the terminal is gone; what has come by then too.

        Bytes that are no UTF-8 are handed on as U+FFFD.
        """
        terminal, told = self.fileno, self.exit_event
        parser = linux_driver.XTermParser()  # type: ignore[attr-defined]  # the one that the driver itself uses
        decode = getincrementaldecoder("utf-8")("replace").decode
        sure: float | None = None  # from when on, after an escape
        ready: list[object] = []
        while told not in ready:
            ready = select([terminal, told], [], [], sure and max(0, sure - monotonic()))[0]
            if terminal in ready:
                try:
                    typed = os.read(terminal, _MOST)
                except OSError:  # it is gone
                    typed = b""
                if not typed:
                    break
                if text := decode(typed):  # not yet, after the first byte of two
                    for event in parser.feed(spelt_out(text)):
                        self.process_message(event)
                    if sure or "\x1b" in text:
                        sure = monotonic() + _UNSURE
            if sure and monotonic() >= sure:
                sure = None
                for event in parser.tick():
                    self.process_message(event)
