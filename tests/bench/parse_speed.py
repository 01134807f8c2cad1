"""How fast parsing is, whether its cost grows in line with the size, and how much memory it takes.

    python tests/bench/parse_speed.py [--big MB] [--bait]

Prints MB/s at several sizes, 4-KB files a second, start-up against `python -c pass`, peak memory of a
subprocess on the biggest size, and with --bait the time of every pathological input at one and two sizes.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.parsing import parse_bytes
from tests.parsing.fuzz import BAIT
from tests.parsing.samples import BODY, OTHER, OTHER_TITLE, TITLE, glued, labelled, repeated

_WORDS = " ".join(BODY + OTHER).split()


def corpus(size: int, seed: int = 7) -> bytes:
    """About `size` bytes of articles in several templates, no two alike."""
    rng = random.Random(seed)
    parts: list[str] = []
    have = 0
    while have < size:
        body = tuple(
            " ".join(rng.choices(_WORDS, k=rng.randint(25, 90))).strip(",.”") + "."
            for _ in range(rng.randint(5, 14))
        )
        title = f"{rng.choice((TITLE, OTHER_TITLE))} {rng.randrange(10**6)}"
        parts.append(rng.choice((repeated, glued, labelled))(title, body))
        have += len(parts[-1].encode()) + 4
    return "\n\n\n\n".join(parts).encode()


def clock(data: bytes, times: int = 1) -> float:
    """The fewest seconds of CPU in which `data` was parsed."""
    spent = []
    for _ in range(times):
        began = time.process_time()
        parse_bytes(data)
        spent.append(time.process_time() - began)
    return min(spent)


def cpu(command: list[str], times: int = 10) -> float:
    """Seconds of CPU a command takes, on average."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for _ in range(times):
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / times


_PEAK = (
    "import resource, sys; from reader.commands.parse import run; from types import SimpleNamespace as N; "
    "run(N(files=[sys.argv[1]], json=True, explain=False, as_read=True)); "
    "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--big", type=int, default=50, help="the biggest size in MB")
    parser.add_argument("--bait", action="store_true", help="time the pathological inputs too")
    options = parser.parse_args()
    for size in sorted({1, 10, options.big}):
        data = corpus(size * 10**6)
        print(f"{size:>4} MB: {len(data) / 1e6 / clock(data):.1f} MB/s")
    small = [corpus(4096, seed)[:4096] for seed in range(400)]
    began = time.process_time()
    for data in small:
        parse_bytes(data)
    print(f"{len(small) / (time.process_time() - began):.0f} files of 4 KB a second")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "big.txt")
        path.write_bytes(corpus(options.big * 10**6))
        run = subprocess.run(
            [sys.executable, "-c", _PEAK, str(path)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=True,
        )
        peak = int(run.stderr.split()[-1]) / 1024
        print(
            f"peak memory on {options.big} MB: {peak:.0f} MB, {peak * 1e6 / path.stat().st_size:.1f} times the file"
        )
        path.write_bytes(corpus(1024)[:1024])
        bare = cpu([sys.executable, "-c", "pass"])
        ours = cpu([sys.executable, "-m", "reader", "parse", "--json", str(path)])
        print(f"start-up on 1 KB: {ours * 1000:.0f} ms of CPU, {ours / bare:.1f} times python -c pass")
    if options.bait:
        usual = 1e6 / len(data := corpus(10**6)) * clock(data, 5)
        print(f"ordinary text: {usual:.2f} s/MB; bait: s/MB, times ordinary, growth when doubled")
        for name, make in BAIT.items():
            unit = len(make(1000).encode()) / 1000
            count = int(250_000 / unit)
            one, two = make(count).encode(), make(2 * count).encode()
            first, second = clock(one, 3), clock(two, 3)
            rate = second / (len(two) / 1e6)
            flag = "" if rate <= 10 * usual and second <= 3 * max(first, 0.01) else "  <- slow"
            print(f"{name:<18} {rate:6.2f} {rate / usual:6.1f} {second / max(first, 1e-3):6.1f}{flag}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
