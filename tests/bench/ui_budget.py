"""The app against bare Textual, from outside through a pseudo-terminal: ratios to floors of the same rounds.

    python tests/bench/ui_budget.py [--rounds 5] [--presses 8] [--articles 1000]

Every round starts and quits both; keys are struck in the first two, and rest is measured in the first. CPU times come
from /proc/PID/task/*/schedstat and are steady on a busy machine; wall times are the best round. Linux only. The
library is made in a temporary folder and indexed before.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.terminal.terminal import COMMAND, Terminal

BARE = """
from textual.app import App
from textual.widget import Widget
class W(Widget):
    def render(self): return "READYMARK"
class Bare(App):
    BINDINGS = [("q", "quit", "")]
    def compose(self): yield W()
Bare().run()
"""
KEY = """
from textual.app import App
from textual.widgets import Static
class Key(App):
    BINDINGS = [("q", "quit", ""), ("j", "more", "")]
    n = 0
    def compose(self): yield Static("READYMARK", id="s")
    def action_more(self):
        self.n += 1
        self.query_one("#s").update(f"n={self.n}")
Key().run()
"""
SCROLL = """
from rich.segment import Segment
from textual.app import App
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Static
class Lines(ScrollView, can_focus=True):
    BINDINGS = [("j", "down", "")]
    def on_mount(self):
        self.virtual_size = Size(80, 10_000)
        self.strips = {}
    def render_line(self, y):
        y += int(self.scroll_offset.y)
        if y not in self.strips:
            line = f"{y:6d} " + "x" * (self.size.width - 7)
            self.strips[y] = Strip([Segment(line, self.rich_style)], self.size.width)
        return self.strips[y]
    def action_down(self): self.scroll_to(y=self.scroll_target_y + 1, animate=False, force=True)
class Scroll(App):
    BINDINGS = [("q", "quit", "")]
    CSS = "Lines { height: 1fr }"
    def compose(self):
        yield Lines()
        yield Static("READYMARK")
    def on_mount(self): self.query_one(Lines).focus()
Scroll().run()
"""
FOCUS = """
from textual.app import App
from textual.widget import Widget
class W(Widget, can_focus=True):
    def render(self): return "READYMARK"
class Two(App):
    BINDINGS = [("q", "quit", ""), ("j", "app.focus_next", "")]
    CSS = "W { height: 1fr } W:focus { background: red }"
    def compose(self):
        yield W()
        yield W()
Two().run()
"""
FLOORS = {"key": KEY, "scroll": SCROLL, "focus": FOCUS}


_CODES = re.compile(
    rb"\x1b(?:\[[0-9;:?<>=!$]*[ -/]*[@-~]|[PX^_\]].*?(?:\x07|\x1b\\)|[()].|[=>78cDEHM])", re.S
)


class Meter(Terminal):
    """A terminal that measures its child. The screen is worked out when it is asked for: that takes long."""

    _fed = 0

    def read(self, timeout: float) -> bool:
        """Take in what the child wrote; False when it has nothing to say or has ended."""
        ready, _, _ = select.select([self.fd], [], [], timeout)
        try:
            data = os.read(self.fd, 1 << 16) if ready else b""
        except OSError:
            data = b""
        self.raw += data
        return bool(data)

    @property
    def text(self) -> str:
        """The screen as lines."""
        self.feed(bytes(self.raw[self._fed :]))
        self._fed = len(self.raw)
        return "\n".join(self.screen.display)

    def until(self, wanted: str, seconds: float) -> None:
        """Until `wanted` has been written."""
        end = time.perf_counter() + seconds
        while wanted.encode() not in _CODES.sub(b"", bytes(self.raw)):
            if time.perf_counter() > end:
                raise AssertionError(f"{wanted!r} is not on the screen:\n{self.text}")
            self.read(0.02)

    def cpu(self) -> float:
        """CPU milliseconds of all threads so far."""
        total = 0
        try:
            for task in os.listdir(f"/proc/{self.pid}/task"):
                with open(f"/proc/{self.pid}/task/{task}/schedstat") as file:
                    total += int(file.read().split()[0])
        except OSError:
            pass
        return total / 1e6

    def memory(self) -> float:
        """MiB resident."""
        with open(f"/proc/{self.pid}/status") as file:
            return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmRSS"))

    def settle(self, gap: float = 0.3, limit: float = 20) -> None:
        """Until nothing has been painted for `gap` seconds."""
        end = time.perf_counter() + limit
        while time.perf_counter() < end and self.read(gap):
            pass

    def strike(self, keys: bytes, gap: float = 0.08) -> tuple[float, float, int]:
        """(wall ms to the last byte of the answer, CPU ms, bytes)."""
        while self.read(0):
            pass
        before, size, start = self.cpu(), len(self.raw), time.perf_counter()
        os.write(self.fd, keys)
        last = start
        while self.read(gap if last > start else 1):
            last = time.perf_counter()
        return (last - start) * 1e3, self.cpu() - before, len(self.raw) - size

    def quit(self, keys: bytes) -> float:
        """Milliseconds from the key to the end of the process."""
        start = time.perf_counter()
        os.write(self.fd, keys)
        self.end()
        return (time.perf_counter() - start) * 1e3


class Program(Meter):
    """Another program than the command: `arguments` is its whole command line."""

    def __init__(self, *arguments: str) -> None:
        self._line = arguments
        super().__init__(cols=120, rows=40)

    def command(self, *_: str) -> list[str]:
        """The command line."""
        return list(self._line)


class Reader(Meter):
    """The command on a folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder), cols=120, rows=40)


def start(
    found: dict[str, list[float]], name: str, made: type[Meter], *arguments: object, ready: str
) -> Meter:
    """Start a program, wait for its first screen, note what that cost."""
    begin = time.perf_counter()
    terminal = made(*arguments)  # type: ignore[arg-type]
    terminal.until(ready, 60)
    found[f"{name} paint"].append((time.perf_counter() - begin) * 1e3)
    found[f"{name} paint cpu"].append(terminal.cpu())
    terminal.settle()
    found[f"{name} cpu"].append(terminal.cpu())
    found[f"{name} memory"].append(terminal.memory())
    return terminal


def library(folder: Path, articles: int) -> None:
    """Write and index a library."""
    folder.mkdir(parents=True)
    for number in range(articles):
        day = f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}"
        # Every text in words of its own: near-duplicates would be folded into one row.
        draw = random.Random(number)
        words = ["".join(draw.choices("aeiklmnoprstu", k=draw.randint(3, 9))) for _ in range(400)]
        body = "\n\n".join(
            f"Maria Number{number % 97} said on Monday that {number + k} million euros of "
            + " ".join(draw.choices(words, k=30))
            + f" and {k * 3 + 2} percent were lost."
            for k in range(24)
        )
        (folder / f"{number:06}.txt").write_text(
            f"Story {number} about the harbour\n\n{day} 08:00\n\n{body}\n", "utf-8"
        )
    subprocess.run([str(COMMAND), "index", str(folder)], check=True, stdout=subprocess.DEVNULL)


_REST = 5  # seconds
_STRUCK = 2  # rounds
KEYS = (
    # name, floor, keys before, keys measured
    ("list key", "key", b"hgg", b"j"),
    ("caret (word)", "key", b"\r", b"w"),
    ("extend selection", "key", b"v", b"w"),
    ("scroll line", "scroll", b"\x1b\x1b", b"j"),
    ("scroll page", "scroll", b"gg", b"\x1b[6~|\x1b[5~"),
    ("focus change", "focus", b"hgg\r", b"h|\r"),
    ("open article (J)", "scroll", b"hgg\r", b"J"),
    ("filter key", "key", b"gl/", b"s|\x7f"),
)


def rest(found: dict[str, list[float]], name: str, program: Program) -> None:
    """What a program does while nobody does anything: bytes a second, per cent of a processor."""
    begin, size, used = time.perf_counter(), len(program.raw), program.cpu()
    program.settle(_REST, _REST)
    span = time.perf_counter() - begin
    found[f"{name} idle bytes"].append((len(program.raw) - size) / span)
    found[f"{name} idle cpu"].append((program.cpu() - used) / span / 10)


def strike_keys(found: dict[str, list[float]], reader: Meter, presses: int) -> None:
    """What each key costs, and in turn with it the key of its floor."""
    floors = {
        name: start(found, name, Program, sys.executable, "-c", source, ready="READYMARK")
        for name, source in FLOORS.items()
    }
    for name, floor, before, keys in KEYS:
        for key in before:
            os.write(reader.fd, bytes((key,)))
            reader.settle(0.25, 2)
        turns = keys.split(b"|")
        for number in range(presses):
            found[f"floor {name}"].append(floors[floor].strike(b"j")[1])
            _, cpu, size = reader.strike(turns[number % len(turns)])
            found[name].append(cpu)
            found[f"{name} bytes"].append(size)
    os.write(reader.fd, b"\x1b")
    reader.settle(0.3, 2)
    for program in floors.values():
        program.quit(b"q")
        program.__exit__()


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--presses", type=int, default=8)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--folder", type=Path, help="an indexed library instead of a made one")
    options = parser.parse_args()
    home = Path(tempfile.mkdtemp(prefix="reader-bench-"))
    for name in ("CONFIG", "CACHE", "STATE", "DATA"):
        os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())
    folder = options.folder or home / "news"
    if options.folder is None:
        library(folder, options.articles)
    found: dict[str, list[float]] = defaultdict(list)
    for turn in range(options.rounds):
        bare = start(found, "bare", Program, sys.executable, "-c", BARE, ready="READYMARK")
        if not turn:
            rest(found, "bare", bare)
        found["bare quit"].append(bare.quit(b"q"))
        bare.__exit__()
        reader = start(found, "reader", Reader, folder, ready="article")
        if not turn:
            reader.settle(8, 12)  # the first look at the files, and an article that becomes read
            rest(found, "reader", reader)
        if turn < _STRUCK:
            strike_keys(found, reader, options.presses)
        found["reader quit"].append(reader.quit(b"\x11"))
        reader.__exit__()
    shutil.rmtree(home, ignore_errors=True)
    best, middle = min, statistics.median
    rows = [
        ("first paint, best wall ms", best(found["reader paint"]), best(found["bare paint"])),
        ("first paint, CPU ms", middle(found["reader paint cpu"]), middle(found["bare paint cpu"])),
        ("start to idle, CPU ms", middle(found["reader cpu"]), middle(found["bare cpu"])),
        ("memory at idle, MiB", middle(found["reader memory"]), middle(found["bare memory"])),
        ("quit, best wall ms", best(found["reader quit"]), best(found["bare quit"])),
    ]
    rows += [(f"{name}, CPU ms", middle(found[name]), middle(found[f"floor {name}"])) for name, *_ in KEYS]
    print(f"{'':30}{'reader':>10}{'floor':>10}{'ratio':>8}")
    for name, value, floor in rows:
        print(f"{name:30}{value:10.1f}{floor:10.1f}{value / floor:8.2f}")
    for name in ("list key", "scroll page", "open article (J)"):
        print(f"{'bytes, ' + name:30}{middle(found[name + ' bytes']):10.0f}")
    for name, unit in (("idle bytes", "idle, bytes a second"), ("idle cpu", "idle, CPU %")):
        print(f"{unit:30}{middle(found[f'reader {name}']):10.2f}{middle(found[f'bare {name}']):10.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
