"""The installed command on a pseudo-terminal, with a screen that can be read."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pyte

KEYS = {
    "enter": b"\r", "esc": b"\x1b", "space": b" ", "tab": b"\t", "up": b"\x1b[A", "down": b"\x1b[B",
    "alt+enter": b"\x1b\r", "ctrl+n": b"\x0e", "ctrl+r": b"\x12", "ctrl+o": b"\x0f", "ctrl+q": b"\x11",
    "ctrl+l": b"\x0c", "f1": b"\x1bOP",
}  # fmt: skip
COMMAND = Path(sys.executable).with_name("reader")


class Terminal:
    """A child process on a pseudo-terminal of `cols` × `rows`."""

    def __init__(self, *arguments: str, cols: int = 100, rows: int = 30, cwd: Path | None = None) -> None:
        environ = dict(os.environ, TERM="xterm-256color", COLORTERM="truecolor", LANG="C.UTF-8")
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            try:
                signal.signal(signal.SIGHUP, signal.SIG_DFL)  # the tests may run under nohup
                if cwd is not None:
                    os.chdir(cwd)
                line = self.command(*arguments)
                os.execve(line[0], line, environ)
            finally:
                os._exit(127)
        self.resize(cols, rows)
        self.screen = pyte.Screen(cols, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = bytearray()
        self.code: int | None = None

    def command(self, *arguments: str) -> list[str]:
        """The command line to run."""
        return [str(COMMAND), *arguments]

    def resize(self, cols: int, rows: int) -> None:
        """Another size for the child."""
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))
        if hasattr(self, "screen"):
            self.screen.resize(rows, cols)

    def read(self, timeout: float) -> bool:
        """Take in what the child wrote; False when it has nothing to say or has ended."""
        ready, _, _ = select.select([self.fd], [], [], timeout)
        if not ready:
            return False
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            return False
        self.raw += data
        self.feed(data)
        return bool(data)

    def feed(self, data: bytes) -> None:
        """Draw what the child wrote on the screen."""
        # pyte knows neither the kitty keyboard protocol nor colon parameters.
        self._stream.feed(re.sub(rb"\x1b\[[<>=?][0-9;:]*[u$a-zA-Z]", b"", data))

    @property
    def text(self) -> str:
        """The screen as lines."""
        return "\n".join(self.screen.display)

    def wait_for(self, wanted: str, seconds: float = 20) -> None:
        """Until `wanted` is on the screen."""
        self.wait_until(lambda: wanted in self.text, seconds, f"{wanted!r} is not on the screen")

    def wait_until(self, condition: Callable[[], object], seconds: float = 20, otherwise: str = "") -> None:
        """Until `condition()` holds, taking in what the child writes meanwhile."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, f"{otherwise}\n{self.text}"
            self.read(0.05)

    def press(self, *keys: str) -> None:
        """Press keys by name, or type text."""
        for key in keys:
            os.write(self.fd, KEYS.get(key, key.encode()))
            time.sleep(0.3 if key == "esc" else 0.03)  # a lone Esc is told from a sequence by the pause
            self.read(0.02)

    def end(self, seconds: float = 10) -> int:
        """Wait until the child ends by itself; its exit code."""
        limit = time.monotonic() + seconds
        while time.monotonic() < limit:
            self.read(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                while self.read(0.05):
                    pass
                self.code = os.waitstatus_to_exitcode(status)
                return self.code
        raise AssertionError(f"still running:\n{self.text}")

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self.code is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.fd)
