"""Many writers at once: Reader processes, an editor that rewrites the file, and a running app.

    python -m tests.bench.notes_writers [--operations 10000]

The editor knows nothing of locks: it reads, thinks, and saves by rename or in place, each time with a line of its
own. A note of ours that it overwrites with its old copy must be listed as missing and come back with `restore`.
Counted: our notes that are nowhere, hand edits that are gone, files that cannot be read.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from reader.model import Note
from reader.notes import NotesError, NoteStore
from reader.notes.anchor import describe
from reader.yamlio import YamlError, parse_yaml

TEXT = "The harbour was closed on Monday.\n\nA second paragraph says that nobody was hurt.\n"


def articles(folder: Path) -> list[str]:
    """The files that notes are put on."""
    return sorted(path.name for path in folder.glob("*.txt"))


def writer(folder: Path, number: int, operations: int, out: int) -> None:
    """Add, edit and remove notes; tell on `out` what should be there in the end."""
    rng = random.Random(number)
    store = NoteStore.open(folder)
    mine: list[tuple[str, str]] = []
    files = articles(folder)
    for turn in range(operations):
        try:
            file = rng.choice(files)
            what = rng.random()
            if what < 0.7 or not mine:
                body = f"writer {number} note {turn}"
                note = store.add(file, Note("", "", describe(TEXT, 4, 11), body))
                mine.append((file, note.id))
                _tell(out, "add", note.id, body)
            elif what < 0.9:
                (file, chosen), body = rng.choice(mine), f"writer {number} edit {turn}"
                store.edit(file, chosen, body=body)
                _tell(out, "edit", chosen, body)
            else:
                file, chosen = mine.pop(rng.randrange(len(mine)))
                store.remove(file, chosen)
                _tell(out, "remove", chosen, "")
        except NotesError as error:
            _tell(out, "refused", type(error).__name__, str(error))


def app(folder: Path, seconds: float, out: int) -> None:
    """A running reader: polls, reloads, and edits what it sees."""
    store = NoteStore.open(folder)
    stamp: object = None
    file = articles(folder)[0]
    until = time.time() + seconds
    turn = 0
    while time.time() < until and not (folder / "stop").exists():
        now = store.stamp(file)
        if now != stamp:
            stamp = now
            found = store.read(file)
            if found.problems:
                _tell(out, "problem", "", str(found.problems[0]))
            turn += 1
            if turn % 10 == 0:
                try:
                    note = store.add(file, Note("", "", describe(TEXT, 0, 3), f"app {turn}"))
                    _tell(out, "add", note.id, f"app {turn}")
                except NotesError as error:
                    _tell(out, "refused", type(error).__name__, str(error))
        time.sleep(0.02)


def editor(folder: Path, seconds: float, out: int) -> None:
    """Read, change by hand, save: by rename or in place."""
    rng = random.Random(99)
    until = time.time() + seconds
    turn = 0
    while time.time() < until and not (folder / "stop").exists():
        paths = list((folder / "notes").glob("*.yaml"))
        if not paths:
            time.sleep(0.01)
            continue
        path = rng.choice(paths)
        text = path.read_text("utf-8")
        time.sleep(rng.random() * 0.02)
        turn += 1
        mark = f"hand{turn:05d}"
        text = text.rstrip("\n") + f"\n\n- id: {mark}\n  exact: harbour\n  body: by hand {turn}\n"
        if rng.random() < 0.5:
            other = path.with_suffix(".yaml~")
            other.write_text(text, "utf-8")
            os.replace(other, path)
        else:
            with path.open("w", encoding="utf-8") as file:
                half = len(text) // 2
                file.write(text[:half])
                if rng.random() < 0.3:
                    file.flush()
                    time.sleep(0.003)
                file.write(text[half:])
        _tell(out, "hand", mark, "")
        time.sleep(0.05 + rng.random() * 0.1)


def _tell(out: int, what: str, key: str, text: str) -> None:
    os.write(out, json.dumps([what, key, text]).encode() + b"\n")


def run(operations: int, writers: int = 8, hands: bool = True, base: Path | None = None) -> Counter[str]:
    """Let them all loose; what was lost."""
    folder = Path(tempfile.mkdtemp(dir=base))
    for number in range(max(1, operations // 250)):
        (folder / f"a{number}.txt").write_text(TEXT)
    source, out = os.pipe()
    jobs = [lambda n=n: writer(folder, n, operations // writers, out) for n in range(writers)]
    others = [lambda: app(folder, 3600, out)] + ([lambda: editor(folder, 3600, out)] if hands else [])
    pids = []
    for job in [*jobs, *others]:
        pid = os.fork()
        if pid == 0:
            os.close(source)
            try:
                job()
            except BaseException as error:
                _tell(out, "crash", type(error).__name__, str(error))
            os._exit(0)
        pids.append(pid)
    os.close(out)
    tally: Counter[str] = Counter()
    wanted: dict[str, str] = {}
    by_hand: set[str] = set()
    data = b""
    alive = set(pids[: len(jobs)])
    os.set_blocking(source, False)
    while True:
        try:
            part = os.read(source, 1 << 16)
            if not part:
                break
            data += part
        except BlockingIOError:
            time.sleep(0.02)
        for pid in list(alive):
            if os.waitpid(pid, os.WNOHANG)[0]:
                alive.discard(pid)
        if not alive:
            (folder / "stop").touch()
    for pid in pids[len(jobs) :]:
        os.waitpid(pid, 0)
    for line in data.split(b"\n"):
        if not line:
            continue
        what, key, text = json.loads(line)
        tally[what] += 1
        if what in ("add", "edit"):
            wanted[key] = text
        elif what == "remove":
            wanted.pop(key, None)
        elif what == "hand":
            by_hand.add(key)
        elif what in ("crash", "problem", "refused"):
            print(what, key, text[:200])
    store = NoteStore.open(folder)
    store.start()
    for note in store.missing():
        tally["overwritten by the editor, restored"] += 1
        store.restore(note.id)
    for note in store.set_back():
        tally["set back by the editor, restored"] += 1
        store.restore(note.id)
    held = {note.id: note.body for found in store.every() for note in found.notes}
    conflicts = {n.conflict_of: n.body for f in store.every() for n in f.notes if n.conflict_of}
    for path in (folder / "notes").glob("*.yaml"):
        try:
            parse_yaml(path.read_text("utf-8"), path.name)
        except YamlError as error:
            print(error)
            tally["unreadable"] += 1
    tally["lost notes"] = len(wanted.keys() - held.keys())
    stale = [k for k in wanted if k in held and held[k] != wanted[k] and conflicts.get(k) != wanted[k]]
    tally["edits set back"] = len(stale)
    in_history = "\n".join(p.read_text("utf-8", "replace") for p in (folder / "notes" / ".history").iterdir())
    tally["lost by hand"] = len(by_hand - held.keys())
    tally["lost by hand, not even in the history"] = sum(
        not re.search(rf"{mark}\b", in_history) for mark in by_hand - held.keys()
    )
    shutil.rmtree(folder)
    return tally


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--operations", type=int, default=10_000)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--folder", type=Path, help="where to work (default: the temporary folder)")
    options = parser.parse_args()
    begun = time.time()
    result = run(options.operations, options.writers, base=options.folder)
    print(dict(result), f"{time.time() - begun:.0f} s")
    sys.exit(any(result[k] for k in ("lost notes", "edits set back", "lost by hand", "unreadable", "crash")))
