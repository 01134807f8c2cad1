"""Parse thousands of damaged inputs and assert what is promised of every result.

    python tests/bench/parse_fuzz.py [--count 10000] [--seed N] [FILE|FOLDER ...]

Without files the samples of the test suite are damaged; with them, the files too. Prints the first failing
input's seed and keeps its bytes in the current folder.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.parsing.fuzz import BAIT, check, mutate
from tests.parsing.samples import FORMS


def inputs(paths: list[str]) -> list[bytes]:
    """The bytes to damage."""
    data = [text.encode() for text in FORMS.values()] + [make(200).encode() for make in BAIT.values()]
    for name in paths:
        path = Path(name)
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        data += [p.read_bytes()[:20_000] for p in files]
    return data


def main() -> int:
    """Run; 1 if an input broke a promise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    stock = inputs(options.paths)
    began = time.process_time()
    articles = 0
    for n in range(options.count):
        rng = random.Random(options.seed * 1_000_003 + n)
        data = rng.choice(stock)
        if rng.random() < 0.2:
            data += b"\n\n" + rng.choice(stock)
        data = mutate(data, rng)
        try:
            articles += check(data)
        except Exception as error:
            Path("parse_fuzz_failure.bin").write_bytes(data)
            print(f"input {n} of seed {options.seed} failed: {error!r}; bytes in parse_fuzz_failure.bin")
            raise
    print(
        f"{options.count} inputs, {articles} articles, {time.process_time() - began:.0f} s of CPU: all well formed"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
