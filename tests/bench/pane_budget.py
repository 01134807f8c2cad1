"""What the reading pane costs, as ratios to floors measured in the same rounds. Informational, Linux only.

    python tests/bench/pane_budget.py [--rounds 3] [--presses 12] [--sizes 7k,500k,5M,50M]

Programs run on pseudo-terminals and are timed from outside: CPU from /proc/PID/task/*/schedstat, which is
steady on a busy machine, and the bytes that reach the terminal. The floors are an app that changes one
word at a key, and a trivial ScrollView scrolled by a row; before every key to the pane one goes to its floor.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import termios
import time
from collections import defaultdict
from collections.abc import Sequence

_READY = b"READYMARK"
_UNITS = {"k": 1_000, "M": 1_000_000}
_SENTENCES = (
    "Mayor Anna Berg said the bridge — closed since 2019 — will cost “about $12 million” in the end. ",
    "Engineers of the port authority counted 340 lorries an hour at the western gate on Tuesday. ",
    "Nobody at the ministry answered questions, and Deputy Director Tom Lund left without a word. ",
    "The contractors expect 14 percent more work next spring, once the river has gone down again. ",
)


def size_of(name: str) -> int:
    """`500k` → 500,000."""
    return int(name[:-1]) * _UNITS[name[-1]]


def text_of(size: int) -> str:
    """News of about `size` characters in paragraphs of one to four sentences."""
    paragraphs, length, i = [], 0, 0
    while (
        length < 200_000
    ):  # of a short text too: what is left behind in memory is not on the long one's account
        paragraph = "".join(_SENTENCES[(i + k) % 4] for k in range(1 + i * 5 % 4)).strip()
        paragraphs.append(paragraph)
        length += len(paragraph) + 2
        i += 1
    page = "\n\n".join(paragraphs) + "\n\n"
    return (page * (size // len(page) + 1))[:size]


# ------------------------------------------------------------ the programs that are measured


def run_key() -> None:
    """Floor: one word changes at a key."""
    from textual.app import App, ComposeResult
    from textual.widgets import Static

    class Key(App[None]):
        BINDINGS = [("j", "more", "")]
        count = 0

        def compose(self) -> ComposeResult:
            yield Static(_READY.decode())

        def action_more(self) -> None:
            self.count += 1
            self.query_one(Static).update(f"n={self.count}")

    Key().run()


def run_scroll() -> None:
    """Floor: a ScrollView of painted rows."""
    from rich.segment import Segment
    from textual.app import App, ComposeResult
    from textual.geometry import Size
    from textual.scroll_view import ScrollView
    from textual.strip import Strip
    from textual.widgets import Static

    class Rows(ScrollView, can_focus=True):
        BINDINGS = [("j", "down(1)", "")]

        def on_mount(self) -> None:
            self.virtual_size = Size(80, 10_000)
            self.strips: dict[int, Strip] = {}

        def render_line(self, y: int) -> Strip:
            y += int(self.scroll_offset.y)
            if y not in self.strips:
                row = f"{y:6d} " + "x" * (self.size.width - 7)
                self.strips[y] = Strip([Segment(row, self.rich_style)], self.size.width)
            return self.strips[y]

        def action_down(self, by: int) -> None:
            self.scroll_to(y=self.scroll_target_y + by, animate=False, force=True)

    class Scroll(App[None]):
        CSS = "Rows { height: 1fr }"

        def compose(self) -> ComposeResult:
            yield Rows()
            yield Static(_READY.decode())

        def on_mount(self) -> None:
            self.query_one(Rows).focus()

    Scroll().run()


def run_pane(size: int) -> None:
    """A reading pane on a text of `size`; `O` opens a short text, `o` that of `size` again."""
    import re
    from array import array

    from textual.app import App, ComposeResult
    from textual.widgets import Static

    from reader.columns import Table
    from reader.model import Span
    from reader.ui.widgets.reading.pane import VARIABLES, Document, ReadingPane

    def spans(text: str, pattern: str, kind: str) -> Table[Span]:
        starts, ends = array("i"), array("i")  # as the app keeps them
        for match in re.finditer(pattern, text[:50_000]):
            starts.append(match.start())
            ends.append(match.end())
        return Table(Span, starts, ends, [kind] * len(starts), range(len(starts)))

    text = text_of(size)
    marks = {
        "person": spans(text, "Anna Berg|Tom Lund", "person"),
        "figure": spans(text, r"\$?\d+(?: million| percent)?", "figure"),
        "note": spans(text, r"Engineers of the port authority|closed since", "note:2"),
    }
    document = Document.plain(text, ("The Courier", "26 Mar 2020"))

    class Pane(App[None]):
        CSS = "ReadingPane { height: 1fr }"
        BINDINGS = [("o", "marked", ""), ("O", "short", "")]

        def get_theme_variable_defaults(self) -> dict[str, str]:
            return VARIABLES

        def compose(self) -> ComposeResult:
            yield ReadingPane()
            yield Static(_READY.decode())

        def on_mount(self) -> None:
            self.query_one(ReadingPane).focus()
            self.action_marked()

        def action_short(self) -> None:
            self.query_one(ReadingPane).open(Document.plain("Short."))

        def action_marked(self) -> None:
            pane = self.query_one(ReadingPane)
            pane.open(document)
            pane.set_categories({2: "context"})
            for kind, found in marks.items():
                pane.set_layer(kind, found)

    Pane().run()


# ------------------------------------------------------------ the meter


class Terminal:
    """A program on a pseudo-terminal."""

    def __init__(self, argv: Sequence[str], rows: int = 40, cols: int = 120) -> None:
        environ = dict(os.environ, TERM="xterm-256color", COLORTERM="truecolor", LANG="C.UTF-8")
        environ.pop("NO_COLOR", None)
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execve(sys.executable, [sys.executable, __file__, *argv], environ)
        self.resize(rows, cols)
        seen = b""
        end = time.monotonic() + 60
        while _READY not in seen and time.monotonic() < end:
            seen += self._read(0.05)
        self.settle()

    def resize(self, rows: int, cols: int) -> None:
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))

    def _read(self, timeout: float) -> bytes:
        if not select.select([self.fd], [], [], timeout)[0]:
            return b""
        try:
            return os.read(self.fd, 1 << 16)
        except OSError:
            return b""

    def settle(self, gap: float = 0.3) -> int:
        """Read until nothing comes for `gap` seconds; returns the bytes."""
        total = 0
        while data := self._read(gap):
            total += len(data)
        return total

    def cpu(self) -> float:
        """CPU milliseconds so far, all threads."""
        total = 0
        for task in os.listdir(f"/proc/{self.pid}/task"):
            with open(f"/proc/{self.pid}/task/{task}/schedstat", encoding="ascii") as file:
                total += int(file.read().split()[0])
        return total / 1e6

    def rss(self) -> float:
        """Resident bytes."""
        with open(f"/proc/{self.pid}/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE")

    def quiet(self) -> None:
        """Wait until the program uses no CPU: background work is done."""
        last = -1.0
        while (now := self.cpu()) - last > 2:
            last = now
            self.settle(0.4)

    def answer(self, act: bytes | tuple[int, int], gap: float = 0.06) -> tuple[float, int]:
        """(CPU ms, bytes) of the answer to keys or to a resize, until it is painted."""
        while self._read(0):
            pass
        before = self.cpu()
        if isinstance(act, bytes):
            os.write(self.fd, act)
        else:
            self.resize(*act)
            os.kill(self.pid, signal.SIGWINCH)
        size = len(self._read(3)) + self.settle(gap)
        return self.cpu() - before, size

    def close(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def measure(options: argparse.Namespace) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """CPU and bytes by name, over all rounds; the CPU of the floor beside each, `NAME floor`."""
    cpu: dict[str, list[float]] = defaultdict(list)
    size: dict[str, list[float]] = defaultdict(list)

    def press(terminal: Terminal, floor: Terminal, name: str, act: bytes | tuple[int, int]) -> None:
        # In turn: a machine that gets busier meanwhile is so for both.
        cpu[f"{name} floor"].append(floor.answer(b"j")[0])
        used, written = terminal.answer(act)
        cpu[name].append(used)
        size[name].append(written)

    for _ in range(options.rounds):
        floors = {name: Terminal(["--run", name]) for name in ("key", "scroll")}
        for label in options.sizes.split(","):
            terminal = Terminal(["--run", "pane", label])
            terminal.quiet()
            size[f"{label} rss"].append(terminal.rss())
            for what, keys, first in _GROUPS:
                os.write(terminal.fd, b"\x1b[H" + first)
                terminal.settle(0.15)
                for i in range(options.presses):
                    press(terminal, floors[_LIMITS[what][0]], f"{label} {what}", keys[i % len(keys)])
                if first:
                    os.write(terminal.fd, first)
                    terminal.settle(0.1)
            for _ in range(4):
                os.write(terminal.fd, b"O")
                terminal.quiet()
                press(terminal, floors["scroll"], f"{label} open", b"o")
            for i in range(4):
                terminal.quiet()  # the rest is measured in the background, not on the next act's account
                press(terminal, floors["scroll"], f"{label} resize", ((40, 60), (40, 120))[i % 2])
            terminal.close()
        for floor in floors.values():
            floor.close()
    return cpu, size


_GROUPS: tuple[tuple[str, tuple[bytes, ...], bytes], ...] = (
    ("scroll a row", (b"j",), b""),
    ("scroll a page", (b"\x06", b"\x06", b"\x02", b"\x02"), b""),
    ("sentence", (b")",), b""),
    ("word", (b"w",), b""),
    ("character", (b"\x1b[1;2C",), b""),
    ("extend selection", (b"w",), b"v"),
    ("extend by sentence", (b")",), b"V"),
    ("next figure", (b"f", b"f", b"f", b"F", b"F", b"F"), b""),
)  # what, keys in turn, key before
_LIMITS = {  # floor, reach, never above; by what is measured
    "scroll a row": ("scroll", 1.2, 1.6), "scroll a page": ("scroll", 1.5, 2.0), "sentence": ("key", 1.1, 1.5),
    "word": ("key", 1.1, 1.5), "character": ("key", 1.1, 1.5), "extend selection": ("key", 1.1, 1.5),
    "extend by sentence": ("key", 1.1, 1.5), "next figure": ("key", 1.1, 1.5), "resize": ("scroll", 6, 12),
    "open": ("scroll", 2.5, 4),
}  # fmt: skip
_OPEN = {"500k": (15, 40), "5M": (90, 250), "50M": (500, 1500)}


def main() -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--run", nargs="+", help=argparse.SUPPRESS)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--presses", type=int, default=12)
    parser.add_argument("--sizes", default="7k,500k,5M,50M")
    options = parser.parse_args()
    if options.run:
        name, *rest = options.run
        {"key": run_key, "scroll": run_scroll}.get(name, lambda: run_pane(size_of(rest[0])))()
        return 0
    cpu, size = measure(options)
    middle = {name: statistics.median(values) for name, values in cpu.items()}
    print(f"{'':28s}{'CPU ms':>9s}{'floor':>8s}{'ratio':>8s}{'reach':>8s}{'never':>8s}{'bytes':>9s}")
    for name, sizes in size.items():
        label, _, what = name.partition(" ")
        if name not in middle:
            continue
        value, sent = middle[name], statistics.median(sizes)
        if what == "open" and label in _OPEN:
            reach, never = _OPEN[label]
            print(f"{name:28s}{value:9.1f}{'-':>8s}{'-':>8s}{reach:7d} {never:7d} {sent:9.0f}")
            continue
        floor, (_, reach_, never_) = middle[f"{name} floor"], _LIMITS[what]
        print(f"{name:28s}{value:9.1f}{floor:8.2f}{value / floor:8.2f}{reach_:8.1f}{never_:8.1f}{sent:9.0f}")
    labels = options.sizes.split(",")
    base = statistics.median(size[f"{labels[0]} rss"])
    print(f"memory with {labels[0]}: {base / 2**20:.0f} MiB")
    for label in labels[1:]:
        more = statistics.median(size[f"{label} rss"]) - base
        print(
            f"memory a byte of text, {label}: {more / len(text_of(size_of(label)).encode()):.2f} (reach 2.5)"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
