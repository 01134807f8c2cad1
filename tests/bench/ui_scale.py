"""The app on a large library, during a scan and under a held key, from outside through a pseudo-terminal.

    python tests/bench/ui_scale.py [--articles 100000] [--new 5000] [--rounds 5] [--only size,scan,repeat]

size    first paint against a bare Textual app; the list key against that of 100 rows; a filter key against
        a key that changes one word. CPU where it can be told, else the best of the rounds.
scan    the 95th percentile of the time a key takes while `--new` new files are read, against the same idle.
repeat  a motion key sent 30 times a second for three seconds: frames a second, and how long after the
        release the last frame comes.

Linux only; the libraries are made in a temporary folder and indexed before.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.ui_budget import BARE, KEY, Meter, Program, Reader, start
from tests.terminal.terminal import COMMAND

_WORDS = "council harbour bridge school budget river market energy report court police region water".split()
_CARET = b"143;182;220"  # the ground of the caret in the theme of the start
_SYNC = b"\x1b[?2026l"  # the end of a frame


def article(number: int) -> str:
    """A short article of its own."""
    draw = random.Random(number)
    rare = "".join(draw.choices("abdegiklmnoprstuvz", k=7))
    place = draw.choice(_WORDS).capitalize()
    said = " ".join(draw.choices(_WORDS, k=12))
    return (
        f"{place} story {number} about {rare}\n\n2024-{number % 12 + 1:02}-{number % 28 + 1:02} 08:00\n\n"
        f"Maria Number{number % 97} said on Monday that {number + 2} euros of {said} were lost near {rare}.\n"
    )


def library(folder: Path, count: int, first: int = 0) -> None:
    """Write and index `count` articles, a thousand files a folder."""
    write(folder, range(first, first + count))
    subprocess.run([str(COMMAND), "index", str(folder)], check=True, stdout=subprocess.DEVNULL)


def write(folder: Path, numbers: range) -> None:
    """Write articles as files."""
    for number in numbers:
        part = folder / f"{number // 1000:03}"
        part.mkdir(parents=True, exist_ok=True)
        (part / f"{number:06}.txt").write_text(article(number), "utf-8")


def keys(terminal: Meter, found: list[float], pressed: tuple[bytes, ...], times: int) -> None:
    """CPU ms of `times` keys."""
    for turn in range(times):
        found.append(terminal.strike(pressed[turn % len(pressed)])[1])


def enter(terminal: Meter, typed: bytes) -> None:
    """Press keys one after the other, nothing measured."""
    for at in range(len(typed)):
        os.write(terminal.fd, typed[at : at + 1])
        terminal.settle(0.25, 3)


def row(what: str, value: float, floor: float, reach: float, never: float, unit: str = "ms") -> None:
    """A line of the table."""
    ratio = value / floor
    print(f"{what:44}{value:9.1f}{floor:9.1f} {unit:3}{ratio:7.2f}{reach:9.2f}{never:8.2f}", flush=True)


def measure_size(home: Path, options: argparse.Namespace) -> None:
    """100,000 articles against 100 and against the floors."""
    small, large = home / "small", home / "large"
    library(small, 100)
    library(large, options.articles)
    found: dict[str, list[float]] = defaultdict(list)
    for turn in range(options.rounds):
        floor = start(found, "bare", Program, sys.executable, "-c", BARE, ready="READYMARK")
        found["bare quit"].append(floor.quit(b"q"))
        floor.__exit__()
        floor = start(found, "key", Program, sys.executable, "-c", KEY, ready="READYMARK")
        keys(floor, found["floor"], (b"j",), 15)
        floor.quit(b"q")
        floor.__exit__()
        for name, folder in (("small", small), ("large", large)):
            reader = start(found, name, Reader, folder, ready="story")
            reader.settle(6 if name == "large" else 2, 30)  # until the first look at the files is over
            enter(reader, b"h")
            keys(reader, found[f"{name} list"], (b"j",), 15)
            enter(reader, b"/")
            typed = (b"b", b"r", b"i", b"\x7f", b"\x7f", b"\x7f", b"z", b"u", b"\x7f", b"\x7f")
            if turn < 3:
                keys(reader, found[f"{name} filter"], typed, len(typed))
            enter(reader, b"\x1b")
            reader.quit(b"\x11")
            reader.__exit__()
    best, middle = min, statistics.median
    row("first paint, best wall", best(found["large paint"]), best(found["bare paint"]), 1.5, 2.5)
    row("first paint, CPU", middle(found["large paint cpu"]), middle(found["bare paint cpu"]), 1.5, 2.5)
    row("first paint, 100 articles", best(found["small paint"]), best(found["bare paint"]), 1.2, 1.5)
    row("start to idle, CPU", middle(found["large cpu"]), middle(found["bare cpu"]), 1.5, 2.5)
    row("list key, CPU", middle(found["large list"]), middle(found["floor"]), 1.3, 2)
    row("list key against 100 rows, CPU", middle(found["large list"]), middle(found["small list"]), 1.15, 1.3)
    row("filter key, CPU, median", middle(found["large filter"]), middle(found["floor"]), 10, 20)
    row("filter key, CPU, worst key", max(found["large filter"]), middle(found["floor"]), 20, 40)
    row("filter key, 100 articles, CPU", middle(found["small filter"]), middle(found["floor"]), 10, 20)


def waited(terminal: Meter, key: bytes) -> float:
    """Wall ms until the caret is painted after a key."""
    while terminal.read(0):
        pass
    size, begin = len(terminal.raw), time.perf_counter()
    os.write(terminal.fd, key)
    while _CARET not in terminal.raw[size:] and time.perf_counter() < begin + 2:
        terminal.read(0.5)
    took = (time.perf_counter() - begin) * 1e3
    time.sleep(0.04)
    return took


def measure_scan(home: Path, options: argparse.Namespace) -> None:
    """Keys while new files are read."""
    folder = home / "scanned"
    library(folder, 300)
    found: dict[str, list[float]] = defaultdict(list)
    reader = start(found, "reader", Reader, folder, ready="story")
    reader.settle(2, 10)
    # The caret goes to the next word and back.
    there_and_back = (b"w", b"\x1b[1;2D")
    idle = [waited(reader, key) for _ in range(20 * options.rounds) for key in there_and_back]
    write(folder, range(1_000, 1_000 + options.new))
    os.write(reader.fd, b"gr")
    limit, seen, quiet = time.perf_counter() + 120, False, 0
    busy: list[float] = []
    while time.perf_counter() < limit and quiet < 12:
        busy += [waited(reader, key) for key in there_and_back]
        working = "Esc stops" in reader.text.splitlines()[-1]
        seen, quiet = seen or working, 0 if working or not seen else quiet + 1
    reader.quit(b"\x11")
    reader.__exit__()
    print(f"  ({len(idle)} keys idle, {len(busy)} keys while {options.new} files were read)")

    def p95(values: list[float]) -> float:
        return statistics.quantiles(values, n=20)[-1]

    row("key during a scan, p95 wall", p95(busy), p95(idle), 3, 6)
    row("key during a scan, median wall", statistics.median(busy), statistics.median(idle), 3, 6)


def measure_repeat(home: Path, options: argparse.Namespace) -> None:
    """A held key."""
    folder = home / "held"
    library(folder, 120)
    longer = "\n\n".join(article(number).split("\n\n")[2] * 6 for number in range(300))
    (folder / "long.txt").write_text(
        f"A long story about everything\n\n2024-12-31 08:00\n\n{longer}\n", "utf-8"
    )
    subprocess.run([str(COMMAND), "index", str(folder)], check=True, stdout=subprocess.DEVNULL)
    found: dict[str, list[float]] = defaultdict(list)
    for name, before, key in (("scroll", b"hgg\r", b"j"), ("list", b"hgg", b"j"), ("word", b"hgg\r", b"w")):
        frames, backlog = [], []
        for _ in range(options.rounds):
            reader = start(found, "reader", Reader, folder, ready="everything")
            os.write(
                reader.fd, b"\x1b[?2026;2$y"
            )  # a terminal that shows frames whole, so that they can be counted
            reader.settle(2, 10)
            enter(reader, before)
            while reader.read(0):
                pass
            size, begin = len(reader.raw), time.perf_counter()
            for number in range(90):
                due = begin + number / 30
                while (left := due - time.perf_counter()) > 0:
                    reader.read(left)
                os.write(reader.fd, key)
            released = time.perf_counter()
            while time.perf_counter() < released + 1 / 30:  # the frame that belongs to the last key
                reader.read(0.002)
            last = sent = time.perf_counter()
            shown = bytes(reader.raw[size:]).count(_SYNC)
            while reader.read(0.06):
                last = time.perf_counter()
            frames.append(shown / (sent - begin))
            backlog.append((last - sent) * 1e3)
            reader.quit(b"\x11")
            reader.__exit__()
        print(
            f"held key, {name:8} {statistics.median(frames):6.1f} frames a second (reach 29.9, never below 29); "
            f"{statistics.median(backlog):5.1f} ms after the release (reach 10, never above 25)",
            flush=True,
        )


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--new", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="size,scan,repeat")
    options = parser.parse_args()
    home = Path(tempfile.mkdtemp(prefix="reader-scale-"))
    for name in ("CONFIG", "CACHE", "STATE", "DATA"):
        os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())
    wanted = options.only.split(",")
    print(f"{'':44}{'reader':>9}{'floor':>9}{'':4}{'ratio':>7}{'reach':>9}{'never':>8}")
    try:
        if "repeat" in wanted:
            measure_repeat(home, options)
        if "scan" in wanted:
            measure_scan(home, options)
        if "size" in wanted:
            measure_size(home, options)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
