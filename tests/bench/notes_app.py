"""What many notes on one article cost in the app: opening it, moving in it, adding one. Processor time, without drawing
on a terminal.

    python -m tests.bench.notes_app [--notes 10000] [--made FOLDER] [--profile]
"""

from __future__ import annotations

import argparse
import asyncio
import cProfile
import gc
import os
import pstats
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from reader.library import Library
from tests.bench.notes_scale import with_notes

_SHORT = (
    "A short one\n\nThe harbour was closed on Monday after a crane fell into the basin, the mayor said.\n"
)


class Bench:
    """The app on a library with a short article and one that has many notes."""

    def __init__(self, pilot: Any, profile: bool) -> None:
        self.pilot, self.profile = pilot, profile
        self.main = pilot.app.main

    async def settle(self, done: Callable[[], bool]) -> None:
        """Wait until nothing is going on and `done()` holds."""
        for _ in range(3000):
            await self.pilot.pause(0.01)
            busy = self.main.files.scanning or self.pilot.app.jobs.writing
            if not busy and done():
                await self.pilot.pause(0.2)
                return
        raise AssertionError("still busy")

    async def timed(self, label: str, keys: list[str], done: Callable[[], bool]) -> None:
        """Press keys, wait until `done()` and for everything that follows, print what that cost."""
        await self.pilot.pause(0.5)
        profile = cProfile.Profile(time.process_time) if self.profile else None
        cpu = time.process_time()
        if profile is not None:
            profile.enable()
        for key in keys:
            await self.pilot.press(key)
        for _ in range(500):
            if done():
                break
            await asyncio.sleep(0.002)  # the pilot's own pause would be a good part of what is measured
        await self.pilot.pause()
        await self.pilot.pause()
        cpu = time.process_time() - cpu
        print(f"{label:44} {1000 * cpu:7.1f} ms CPU")
        if profile is not None:
            profile.disable()
            pstats.Stats(profile).sort_stats("tottime").print_stats(25)

    def syncing(self) -> float:
        """What it costs to write a file like that of the notes, the least of a few times: the floor of a save."""
        path = self.main.session.notes.path
        data, costs = path.read_bytes(), []
        for number in range(5):
            cpu = time.thread_time()
            with open(path.with_suffix(f".{number}.tmp"), "xb") as file:
                file.write(data)
                os.fsync(file.fileno())
            costs.append(time.thread_time() - cpu)
        return min(costs)

    async def run(self) -> None:
        """All measurements."""
        main, session = self.main, self.main.session

        def is_open(name: str) -> Callable[[], bool]:
            return lambda: session.article.file == name

        def is_count(count: int) -> Callable[[], bool]:
            return lambda: not self.pilot.app.jobs.writing and len(session.notes.notes) == count

        await self.settle(lambda: session.article is not None)
        if session.article.file == "a.txt":  # the first look at it is to be measured
            raise AssertionError("the short article has to come first")
        for label in ("open, notes not read yet", "open again"):
            await self.timed(label, ["J"], is_open("a.txt"))
            await self.settle(is_open("a.txt"))
            await self.timed("  back to a short one", ["K"], is_open("0.txt"))
        await self.pilot.press("J")
        await self.settle(is_open("a.txt"))
        count = len(session.notes.notes)
        await self.timed("20 sentences on (most of it is drawing rows)", ["j"] * 20, lambda: True)
        for number in range(3):
            for key in ("j", "v", "a", *"hello"):  # a selection: there is a note on every sentence
                await self.pilot.press(key)
                await self.pilot.pause(0.05)
            await self.timed("save a note", ["enter"], is_count(count + number + 1))
        print(f"{'  of that: the same bytes written and synced':44} {1000 * self.syncing():7.1f} ms CPU")
        print(
            "said:",
            main.bar.text,
            len(session.notes.notes),
            session.article.file,
            main.noting._editor,
            main.pane,
        )


async def measure(library: Path, profile: bool) -> None:
    """Run the app on `library`."""
    from reader.ui.opening import make_app

    app = make_app([library])
    async with app.run_test(size=(180, 50)) as pilot:
        await Bench(pilot, profile).run()
        app.jobs.close()
    await asyncio.to_thread(app.jobs.drain)


def index(library: Path) -> None:
    """Have the library in an index, notes and all: the app then reads the notes of an article when it is opened."""
    opened = Library.open([library])
    opened.scan(processes=0)
    opened.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--notes", type=int, default=10_000)
    parser.add_argument(
        "--made", type=Path, help="keep the notes here for the next time: making them takes long"
    )
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    home = Path(tempfile.mkdtemp())
    os.environ["HOME"] = str(home / "home")
    for kind in ("CONFIG", "CACHE", "STATE", "DATA"):
        os.environ[f"XDG_{kind}_HOME"] = str(home / kind.lower())
    library = home / "news"
    library.mkdir()
    if options.made and (options.made / "a.txt").exists():
        shutil.copytree(options.made, library, dirs_exist_ok=True)
    else:
        with_notes(library, options.notes)
        if options.made:
            shutil.copytree(library, options.made)
    (library / "0.txt").write_text(_SHORT)
    index(library)
    gc.disable()  # as `reader` starts it
    asyncio.run(measure(library, options.profile))
    shutil.rmtree(home)
