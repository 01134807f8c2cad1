"""The library at scale: one table of ratios, floors measured in the same run.

    python tests/bench/library_scale.py [-n 5000] [--small 100] [--marks] [--folder FOLDER]

Makes the corpus of `library_corpus.py`, a fresh cache, and measures: first index (MB/s, size against text,
memory), scan with nothing changed against os.scandir + stat, searches against ripgrep on the same files (left out where
there is none), last key to result, opening the library and its first page with many articles against few.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import library_corpus

_OPEN = """
import sys, time
from pathlib import Path
start = time.process_time(); wall = time.perf_counter()
from reader.library import Library
library = Library.open([Path(sys.argv[1])])
rows = library.rows()
page = rows[:40]
library.rows("is:unread")[0]
library.state.is_read(page[0].id)
article = library.article(page[0].id)
memory = int(next(x for x in open("/proc/self/status") if x.startswith("VmHWM")).split()[1]) / 1024
print(time.perf_counter() - wall, time.process_time() - start, memory)
"""
_BARE = """
import sqlite3, sys, time
from pathlib import Path
files = sorted(Path(sys.argv[1]).rglob("*.txt"))
half = files[int(sys.argv[2])::2]
db = sqlite3.connect(sys.argv[3] + "/bare" + sys.argv[2], isolation_level=None)
db.execute("PRAGMA journal_mode=WAL")
db.execute("CREATE VIRTUAL TABLE texts USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2')")
for at in range(0, len(half), 1000):
    db.execute("BEGIN")
    db.executemany("INSERT INTO texts(text) VALUES(?)", ((path.read_text(),) for path in half[at:at + 1000]))
    db.execute("COMMIT")
"""
_COPIES = """
import sys
from pathlib import Path
from reader.library import Library
Library.open([Path(sys.argv[1])]).scan(marks=False, apart=False)
"""
_KEYS = """
import sys, time
from pathlib import Path
from reader.library import Library
library = Library.open([Path(sys.argv[1])])
library.rows()[:40]
worst = []
for query in sys.argv[2:]:
    for at in range(1, len(query) + 1):
        start = time.process_time()
        try:
            library.rows(query[:at], typing=True)[:40]
        except ValueError:
            continue
        worst.append((time.process_time() - start) * 1000)
    start, busy = time.perf_counter(), time.process_time()
    library.search(query)[:40]
    wall, busy = time.perf_counter() - start, time.process_time() - busy
    print(query, round(wall * 1000, 1), round(busy * 1000, 1), sep="\\t")
worst.sort()
print("keys", round(worst[len(worst) // 2], 1), round(worst[-1], 1), sep="\\t")
"""
_INDEXES = """
import sys, time
from pathlib import Path
from reader.library import Library
library = Library.open([Path(sys.argv[1])])
library.rows()[:40]
def key(*asked):
    start = time.process_time()
    (library.figures if asked[0] == "#" else library.people)(*asked[1:])[:40]
    print(" ".join(filter(None, asked)), round((time.process_time() - start) * 1000), sep="\\t")
for asked in (
    ("#", ""), ("#", "money>10m"), ("#", "km<3"), ("#", "people>100"), ("#", "people>100", "value"),
    ("#", "kind:percent"), ("#", "", "value"), ("#", "", "kind"),
    ("@", ""), ("@", "ma"), ("@", "mar"), ("@", "mar", "last"), ("@", "after:2022"), ("@", "after:2022 ma"),
):
    key(*asked)
"""


def reader(*words: str) -> list[str]:
    return [sys.executable, "-m", "reader", *words]


class Seconds(float):
    """Wall seconds, with the CPU seconds of the process and its children beside them."""

    cpu: float = 0.0


def spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def timed(command: list[str], repeat: int = 1) -> tuple[Seconds, bytes]:
    """Best wall and CPU seconds of `repeat` runs, and what the last printed."""
    walls, cpus, out = [], [], b""
    for _ in range(repeat):
        start, before = time.perf_counter(), spent()
        out = subprocess.run(command, capture_output=True, check=False).stdout
        walls.append(time.perf_counter() - start)
        cpus.append(spent() - before)
    best = Seconds(min(walls))
    best.cpu = min(cpus)
    return best, out


def row(what: str, value: str, goal: str = "") -> None:
    print(f"| {what} | {value} | {goal} |", flush=True)


def bare_index(folder: Path, size: int) -> None:
    """The floor: two processes that each put half of the raw files into a word index, and nothing else."""
    with tempfile.TemporaryDirectory() as place:
        start, before = time.perf_counter(), spent()
        halves = [
            subprocess.Popen([sys.executable, "-c", _BARE, str(folder), half, place]) for half in ("0", "1")
        ]
        for process in halves:
            process.wait()
        seconds, cpu = time.perf_counter() - start, spent() - before
    free = f"{size / (cpu / 2) / 1e6:.1f} MB/s by its CPU time on two free cores"
    row("bare FTS5 of the same files, two processes", f"{size / seconds / 1e6:.1f} MB/s; {free}")


def first_index(folder: Path, size: int, marks: bool) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    seconds, _ = timed(reader("index", "--text", str(folder)))
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    row(
        "text searchable, first index",
        f"{size / seconds / 1e6:.1f} MB/s ({seconds:.1f} s, {seconds.cpu:.1f} s CPU);"
        f" {size / (seconds.cpu / 2) / 1e6:.1f} MB/s by its CPU time on two free cores",
        "≥ 15 MB/s",
    )
    row(
        "memory of the largest process" + (" (or of what ran before)" if before / 1024 >= most else ""),
        f"{most:.0f} MiB",
        "≤ 300",
    )
    seconds, _ = timed([sys.executable, "-c", _COPIES, str(folder)])
    row(
        "near-duplicates after that", f"{size / seconds / 1e6:.1f} MB/s ({seconds:.1f} s)", "minutes at first"
    )
    row("index size against text, no marks yet", f"{cache_size() / size:.2f}", "≤ 0.8")
    if marks:
        seconds, _ = timed(reader("index", str(folder)))
        row("people and figures after that", f"{size / seconds / 1e6:.2f} MB/s ({seconds:.1f} s)")
        row("index size against text, with marks", f"{cache_size() / size:.2f}", "≤ 0.8")


def cache_size() -> int:
    top = Path(os.environ["XDG_CACHE_HOME"])
    return sum(path.stat().st_size for path in top.rglob("*") if path.is_file())


def nothing_changed(folder: Path) -> None:
    start = time.perf_counter()
    for place, _, files in os.walk(folder):
        for name in files:
            os.stat(os.path.join(place, name))
    floor = time.perf_counter() - start
    bare, _ = timed(reader("--version"), 3)
    seconds, _ = timed(reader("index", "--text", str(folder)), 3)
    row(
        "nothing changed, again",
        f"{seconds:.2f} s, {seconds.cpu:.2f} s CPU (walk and stat alone {floor:.2f}, bare start {bare:.2f})",
        "≤ 1.2 s",
    )


def searches(folder: Path, planted: dict[str, list[str]]) -> None:
    ripgrep = shutil.which("rg")
    words = [*planted, "minister"]
    for query in words:
        command = reader("search", query, str(folder), "--json")
        seconds, out = timed(command)
        if seconds < 5:
            seconds, out = timed(command, 3)
        articles = sorted({json.loads(line)["article"] for line in out.splitlines()})
        right = (
            ""
            if query not in planted
            else f", {'just the planted' if articles == sorted(planted[query]) else 'WRONG'}"
        )
        text = f"{seconds:.3f} s, {len(out.splitlines())} hits{right}"
        if ripgrep:
            floor, _ = timed([ripgrep, "-i", "-w", "--json", query.strip('"'), str(folder)], 3)
            text += f"; ripgrep {floor:.3f} s: {seconds / floor:.2f} (CPU {seconds.cpu / floor.cpu:.2f})"
        goal = "≤ 0.3" if query == "minister" else "≤ 0.15"
        row(f"headless `{query}`, every passage", text, goal)
        if ripgrep:
            listed, _ = timed([ripgrep, "-i", "-w", "-l", query.strip('"'), str(folder)], 3)
            for what, options in (
                ("how many articles", ["--count"]),
                ("which articles", ["--files"]),
                ("the first 100 passages", ["--limit", "100"]),
            ):
                taken, _ = timed(reader("search", query, str(folder), *options), 3)
                row(
                    f"… {what}, against rg -l",
                    f"{taken:.3f} s: {taken / listed:.2f} (CPU {taken.cpu / listed.cpu:.2f})",
                    goal,
                )


def keys(folder: Path) -> None:
    queries = ["zanbaratine", '"northern saffron corridor"', "harbour minister -water", "after:2022 harbour"]
    _, out = timed([sys.executable, "-c", _KEYS, str(folder), *queries])
    for line in out.decode().splitlines():
        name, *values = line.split("\t")
        if name == "keys":
            row(
                "list filtered at each key, CPU, median and worst",
                f"{values[0]} and {values[1]} ms",
                "≤ 40 ms",
            )
        else:
            row(f"40 passages of `{name}`", f"{values[0]} ms ({values[1]} CPU)", "≤ 40 ms")


def indexes(folder: Path) -> None:
    """The people index and the ledger of figures, key by key: of a library that is marked."""
    _, out = timed([sys.executable, "-c", _INDEXES, str(folder)])
    for line in out.decode().splitlines():
        name, milliseconds = line.split("\t")
        row(f"`{name}`, with 40 rows, CPU", f"{milliseconds} ms", "≤ 40 ms")


def opening(large: Path, small: Path) -> None:
    def best(folder: Path) -> list[float]:
        runs = [
            list(map(float, timed([sys.executable, "-c", _OPEN, str(folder)])[1].split())) for _ in range(5)
        ]
        return [min(run[i] for run in runs) for i in range(3)]

    many, few = best(large), best(small)
    row(
        "open, first page, first article: wall many : few",
        f"{many[0] / few[0]:.2f} ({many[0] * 1000:.0f} ms)",
        "≤ 1.15",
    )
    row("the same, CPU", f"{many[1] / few[1]:.2f} ({many[1] * 1000:.0f} ms)", "≤ 1.15")
    row("the same, peak memory", f"{many[2] / few[2]:.2f} ({many[2]:.0f} MiB)", "≤ 1.4")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=5000)
    parser.add_argument("--small", type=int, default=100)
    parser.add_argument("--marks", action="store_true", help="also find people and figures (slow)")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "library-bench")
    parser.add_argument(
        "--home", type=Path, help="keep the caches here; what is indexed there is not indexed again"
    )
    options = parser.parse_args()
    home = options.home or Path(tempfile.mkdtemp(prefix="library-scale-"))
    done = (home / f"indexed-{options.n}").exists()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # as installed: compiled once
    os.environ["PYTHONPYCACHEPREFIX"] = str(home / "compiled")
    for name in ("CONFIG", "CACHE", "STATE", "DATA"):
        os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())
    large, small = options.folder / f"n{options.n}", options.folder / f"n{options.small}"
    size = library_corpus.make(large, options.n)
    library_corpus.make(small, options.small)
    planted = json.loads(Path(f"{large}.planted.json").read_text())
    print(f"{options.n:,} articles, {size / 1e6:.0f} MB\n\n| what | measured | goal |\n|---|---|---|")
    try:
        timed(reader("index", *([] if options.marks else ["--text"]), str(small)))
        if not done:
            bare_index(large, size)
            before = cache_size()
            first_index(large, size, options.marks)
            row("(cache of the small library, included above)", f"{before / size:.3f}")
            (home / f"indexed-{options.n}").touch()
        nothing_changed(large)
        searches(large, planted)
        keys(large)
        if options.marks:
            indexes(large)
        opening(large, small)
    finally:
        if not options.home:
            shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main()
