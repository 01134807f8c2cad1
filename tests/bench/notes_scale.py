"""What many notes cost: 10,000 on one article, and 100 resolved in one article that has changed.

python -m tests.bench.notes_scale [--notes 10000] [--texts FOLDER]
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from reader.model import Note
from reader.notes import NoteStore
from reader.notes.anchor import describe, resolve_all
from reader.parsing import parse_text
from tests.bench import anchor_bench, anchor_mutations

Result = TypeVar("Result")


def timed(label: str, job: Callable[[], Result]) -> Result:
    """Run `job` and print what it cost."""
    cpu, wall = time.process_time(), time.perf_counter()
    result = job()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print(f"{label:44} {1000 * cpu:7.1f} ms CPU {1000 * wall:8.1f} ms wall")
    return result


def with_notes(home: Path, count: int) -> tuple[str, list[Note]]:
    """A library in `home` with one long article, a.txt, and `count` notes on it; its clean text
    and the notes."""
    rng = random.Random(1)
    text = "\n\n".join(anchor_mutations.make_article(rng) for _ in range(80))
    (home / "a.txt").write_text(text)
    text = parse_text(text, file="a.txt")[0].text
    starts = [rng.randrange(len(text) - 100) for _ in range(count)]
    notes = [
        Note("", "", describe(text, at, at + rng.randint(20, 90)), f"note {n}: what is this?", tags=("a",))
        for n, at in enumerate(starts)
    ]
    NoteStore.open(home).add_many("a.txt", notes)
    return text, notes


def many_notes(count: int) -> None:
    """`count` notes on one article: read, open and add, resolve."""
    home = Path(tempfile.mkdtemp())
    text, notes = with_notes(home, count)
    one = notes[0]
    timed(f"open, add one to {count}", lambda: NoteStore.open(home).add("a.txt", one))
    store = NoteStore.open(home)
    found = timed(f"read {count} from the disk", lambda: store.read("a.txt"))
    timed("add one more, file known", lambda: store.add("a.txt", one))
    timed("read again", lambda: store.read("a.txt"))
    timed(f"resolve {count}, text unchanged", lambda: resolve_all(found.notes, text))
    shutil.rmtree(home)


def hundred(texts: list[str]) -> None:
    """100 notes in one article after a re-scrape."""
    costs = []
    for number, text in enumerate(texts):
        rng = random.Random(number)
        spans = (anchor_mutations.pick_quotes(rng, text, 100) * 100)[:100]
        notes = [Note(str(n), "a", describe(text, *span)) for n, span in enumerate(spans)]
        other = texts[(number + 1) % len(texts)].split("\n\n")
        now = anchor_mutations.mutate(rng, text, other, 4).text
        begun = time.process_time()
        resolve_all(notes, now)
        costs.append(1000 * (time.process_time() - begun))
    costs.sort()
    print(
        f"100 notes in a changed article, {len(costs)} articles: median {costs[len(costs) // 2]:.0f}, "
        f"90 % {costs[len(costs) * 9 // 10]:.0f}, most {costs[-1]:.0f} ms CPU"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--notes", type=int, default=10_000)
    parser.add_argument("--texts", type=Path)
    options = parser.parse_args()
    many_notes(options.notes)
    rng = random.Random(2)
    hundred(
        anchor_bench.load(options.texts, "*.txt")
        if options.texts
        else [anchor_mutations.make_article(rng) for _ in range(60)]
    )
