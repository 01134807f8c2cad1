"""Kill -9 while notes are added, at random and before and after every system call; nothing acknowledged may go.

    python -m tests.bench.notes_kill [--kills 10000] [--folder DIR]      CLI batches and the store by turns
    python -m tests.bench.notes_kill --app [--kills 300] [--folder DIR]  the whole app, driven by its keys

The child is a fork that runs the real `reader note add --batch -` (or the store, as the app does) and kills itself
at the wanted call, or is killed by its parent after a random time. After every kill: each acknowledged note is in
the file, the file can be read, and after the next start nothing is left over.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

import reader.__main__
import reader.commands.note
from reader.model import Note
from reader.notes import NoteStore, versions
from reader.notes.anchor import describe
from reader.yamlio import parse_yaml

CALLS = (
    "open",
    "write",
    "fsync",
    "close",
    "replace",
    "link",
    "unlink",
    "mkdir",
    "read",
    "pread",
    "rename",
    "fchmod",
)
TEXT = "The harbour was closed on Monday.\n\nA second paragraph says that nobody was hurt.\n"


class Fuse:
    """Kills the process at the n-th boundary of a system call: 2n before, 2n+1 after call n."""

    def __init__(self, at: int) -> None:
        self.left = at

    def burn(self) -> None:
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        self.left -= 1

    def arm(self) -> None:
        """Wrap every system call that the notes use."""
        for name in CALLS:
            original = getattr(os, name)

            def wrapped(*args, _original=original, **kwargs):
                self.burn()
                try:
                    return _original(*args, **kwargs)
                finally:
                    self.burn()

            setattr(os, name, wrapped)
        exchange = versions.exchange

        def swap(one, other):
            self.burn()
            done = exchange(one, other)
            self.burn()
            return done

        versions.exchange = swap


def child(folder: Path, way: str, fuse: int, out: int, count: int) -> None:
    """Add notes and acknowledge them on `out` until killed."""
    gc.disable()
    if way == "screen":
        screen(folder, fuse, out, count)
        return
    if way == "cli":
        lines = [
            json.dumps({"file": str(folder / "a.txt"), "quote": "harbour was closed", "body": f"note {n}"})
            for n in range(count)
        ]
        source, feed = os.pipe()
        os.write(feed, ("\n".join(lines[: count // 2]) + "\n").encode())
        os.dup2(source, 0)
        if os.fork() == 0:  # a slow typist for the second half
            time.sleep(0.02)
            os.write(feed, ("\n".join(lines[count // 2 :]) + "\n").encode())
            os._exit(0)
        os.close(feed)
        os.dup2(out, 1)
        sys.stdout = os.fdopen(1, "w", closefd=False)
        if fuse >= 0:
            Fuse(fuse).arm()
        reader.__main__.main(["note", "add", "--batch", "-"])
        sys.stdout.flush()
        return
    if fuse >= 0:
        Fuse(fuse).arm()
    store = NoteStore.open(folder)
    store.start()
    for n in range(count):
        note = store.add("a.txt", Note("", "", describe(TEXT, 4, 11), f"note {n}\nof the app"))
        os.write(out, json.dumps({"ok": True, "id": note.id}).encode() + b"\n")
        if n % 2:
            store.edit("a.txt", note.id, body=f"note {n}, edited")


def screen(folder: Path, fuse: int, out: int, count: int) -> None:
    """The app itself on a screen of its own: type notes, save them, acknowledge what the bar calls saved."""
    from reader.ui.opening import make_app

    async def session() -> None:
        app = make_app([folder])
        async with app.run_test(size=(120, 40)) as pilot:
            main = app.main
            while main.session.article is None or main.files.scanning:
                await pilot.pause(0.01)
            if fuse >= 0:
                Fuse(fuse).arm()
            await pilot.press("tab") if main.pane != "text" else None
            for n in range(count):
                body = f"note{os.getpid()}-{n}"  # not one that an earlier app has written
                await pilot.press("a", *body, "enter")
                while not (saved := [i.note for i in main.session.located if i.note.body.endswith(body)]):
                    await pilot.pause(0.005)
                while app.jobs.writing or main.bar.text != "Saved":
                    await pilot.pause(0.005)
                ack = {"ok": True, "id": saved[0].id, "body": saved[0].body}
                os.write(out, json.dumps(ack).encode() + b"\n")
                if n % 2:  # every second note is written on: the next `a` edits it
                    await pilot.press("down", "down")

    asyncio.run(session())


def one_kill(
    folder: Path, way: str, fuse: int, rng: random.Random, count: int
) -> tuple[dict[str, str], bool]:
    """Run a child to its death; the ids it acknowledged (with the note's text if it told) and whether it was killed."""
    source, out = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.setpgid(0, 0)
        os.close(source)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 2)
        code = 0
        try:
            child(folder, way, fuse, out, count)
        except BaseException:
            (folder / "crash.txt").write_text(traceback.format_exc())
            code = 9
        os._exit(code)
    os.close(out)
    if fuse < 0:
        time.sleep(rng.random() * (4 if way == "screen" else 0.06))
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    data = b""
    while part := os.read(source, 1 << 16):
        data += part
    os.close(source)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) == 9:
        raise AssertionError((folder / "crash.txt").read_text())
    acks = [json.loads(line) for line in data.split(b"\n") if line.strip().endswith(b"}")]
    assert all(ack["ok"] for ack in acks), acks
    return {ack["id"]: ack.get("body", "") for ack in acks}, os.WIFSIGNALED(status)


def check(folder: Path, acknowledged: dict[str, str], tally: Counter[str]) -> None:
    """Compare what is on the disk with what was promised, then start again and look for leftovers."""
    notes = folder / "notes"
    held: dict[str, str] = {}
    for path in notes.glob("*.yaml"):
        try:
            parse_yaml(path.read_text("utf-8"), path.name)
        except Exception:
            tally["unreadable"] += 1
    store = NoteStore.open(folder)
    for found in store.every():
        held |= {note.id: note.body for note in found.notes}
        tally["unreadable"] += len(found.problems)
    tally["lost"] += sum(
        key not in held or not held[key].startswith(body) for key, body in acknowledged.items()
    )
    tally["half"] += sum(
        not note.body or not note.anchor.exact for found in store.every() for note in found.notes
    )
    store.start()
    if notes.exists():
        tally["leftovers"] += sum(name.endswith(".tmp") for name in os.listdir(notes))
        tally["falsely missing"] += len(store.missing())


def run(
    kills: int,
    seed: int = 1,
    base: Path | None = None,
    count: int = 6,
    ways: tuple[str, ...] = ("cli", "app"),
) -> Counter[str]:
    """Do so many kills and return what went wrong (and how many were done)."""
    rng = random.Random(seed)
    tally: Counter[str] = Counter(kills=0, lost=0, unreadable=0, half=0, leftovers=0)
    home = Path(tempfile.mkdtemp(dir=base))
    fuses = dict.fromkeys(ways, 0)
    turn = 0
    try:
        while tally["kills"] < kills:
            folder = home / str(turn)
            folder.mkdir()
            (folder / "a.txt").write_text(TEXT * (6 if ways == ("screen",) else 1))
            acknowledged: dict[str, str] = {}
            for number in range(25):
                way = ways[number % len(ways)]
                if number % 5 == 4:
                    fuse = -1
                elif way == "screen":  # which call is in question here changes from run to run
                    fuse = rng.randrange(400)
                else:  # every boundary in turn, from the first on again when the child outlived its fuse
                    fuse = fuses[way]
                    fuses[way] += 1
                ids, killed = one_kill(folder, way, fuse, rng, count)
                if not killed:
                    fuses[way] = 0
                acknowledged |= ids
                tally["kills"] += killed
                tally["acknowledged"] += len(ids)
                check(folder, acknowledged, tally)
            shutil.rmtree(folder)
            turn += 1
    finally:
        shutil.rmtree(home, ignore_errors=True)
    return tally


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--app", action="store_true", help="kill the whole app instead")
    parser.add_argument("--kills", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where to work (default: the temporary folder)")
    options = parser.parse_args()
    begun = time.time()
    homes = Path(tempfile.mkdtemp(dir=options.folder))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(homes / name)
    ways = ("screen",) if options.app else ("cli", "app")
    result = run(options.kills, options.seed, options.folder, 4 if options.app else 6, ways)
    shutil.rmtree(homes, ignore_errors=True)
    print(dict(result), f"{time.time() - begun:.0f} s")
    sys.exit(any(result[k] for k in ("lost", "unreadable", "half", "leftovers", "falsely missing")))
