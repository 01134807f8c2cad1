"""Build or refresh the index of a library, people and figures included.

It can be broken off and goes on later.

  reader index ~/news
"""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

from reader.cli.console import complain, emit
from reader.cli.exit_codes import DONE, UNSAVED
from reader.cli.openings import open_library, say_problems, show_progress
from reader.cli.options import add_paths, natural

if TYPE_CHECKING:
    from reader.library.records import MergeProposal


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_paths(parser)
    parser.add_argument("--text", action="store_true", help="texts only; copies, people and figures later")
    parser.add_argument(
        "--rebuild", action="store_true", help="throw the index away first; notes and state stay"
    )
    parser.add_argument(
        "--processes", type=natural, default=None, metavar="N", help="helping processes (default 2)"
    )
    parser.add_argument("--json", action="store_true", help="the result as a JSON line")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--library", action="store_true", help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Bring the index up to date; 3 when some inputs are unreadable, 4 while another Reader does the same."""
    if options.worker:
        (_open_for_another if options.library else _mark_for_another)(*_channel())
        return DONE
    from reader.library.scanning.workers import collect_rarely

    library, code = open_library(options.paths)
    collect_rarely()
    if options.rebuild:
        library.database.rebuild(asked=True)
    if library.finder_trouble and not options.text:
        complain(library.finder_trouble)
    with show_progress() as report:
        result = library.scan(
            report, copies=not options.text, marks=not options.text, apart=False, processes=options.processes
        )
    if result.busy:
        complain("another Reader is indexing this library")
        return UNSAVED
    if result.added or result.changed or result.removed or result.moved:
        with suppress(OSError, ValueError):  # without it the app starts a little later
            library.keep_first()
    numbers = {
        "articles": library.index.count(), "added": result.added, "changed": result.changed,
        "removed": result.removed, "moved": result.moved, "marked": result.marked,
    }  # fmt: skip
    if options.json:
        emit(numbers)
    else:
        files = ", ".join(f"{numbers[name]:,} {name}" for name in ("added", "changed", "removed", "moved"))
        complain(
            f"{numbers['articles']:,} articles · files: {files} · people and figures found in {result.marked:,}"
        )
        from reader.library.scanning.freshness import not_read

        if numbers["articles"] and (said := not_read(library.index, library.settings.also_read)):
            complain(said)
    return max(code, say_problems((*library.database.problems, *result.problems), library.root))


def _channel() -> tuple[BinaryIO, BinaryIO]:
    """Where another process of ours asks, and where it is answered; see `scanning.workers` and `apart`."""
    import os

    from reader.library.scanning.workers import end_with_parent, step_back

    jobs, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing else may write between the frames
    step_back()
    end_with_parent()
    return jobs, answers


def _mark_for_another(jobs: BinaryIO, answers: BinaryIO) -> None:
    from reader.library.scanning.workers import serve

    serve(jobs, answers)


def _open_for_another(jobs: BinaryIO, answers: BinaryIO) -> None:
    import pickle

    from reader.library import Library, Progress, ScanResult
    from reader.library.scanning.workers import collect_rarely, read_frame, write_frame

    def tell(said: Progress | ScanResult | tuple[MergeProposal, ...]) -> None:
        write_frame(answers, pickle.dumps(said))

    with suppress(EOFError, BrokenPipeError):
        collect_rarely()
        task, paths, settings, *more = pickle.loads(read_frame(jobs))
        library = Library.open(paths, settings)
        tell(library.scan(tell, marks=more[0], apart=False) if task == "scan" else library.merge_proposals())
