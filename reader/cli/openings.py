"""How the commands open a library: a fresh enough index, progress, problems, a query that is understood."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.console import complain, told
from reader.cli.exit_codes import DONE, UNREADABLE, UNSAVED, USAGE, Ended
from reader.paths import config_file, data_dir, is_readable, library_key
from reader.text import printable

if TYPE_CHECKING:
    from reader.library import Library, Progress, Query
    from reader.model import Problem
    from reader.settings import Settings

_SAID = 3  # bad files that are named before an answer; `reader index` names each
_SMALL = 5_000  # files that are looked at every time; a larger library by its folders
_LONG, _OFTEN = (
    1.0,
    100,
)  # seconds that looking takes on a slow disk, which is asked again after so many times that
_OLD = 24 * 3600  # seconds after which it is said that files were not looked at one by one


def open_library(paths: Iterable[str]) -> tuple[Library, int]:
    """The library of `paths` and the exit code so far: 3 when some do not exist or may not be read.

    Raises: Ended with 2 or 3 when that is so of all.
    """
    from reader.library import Library

    settings = user_settings()
    wanted = [Path(path) for path in paths] or [Path()]
    found = [path for path in wanted if os.path.exists(path)]
    for path in wanted:
        if path not in found:
            hint = "; a query goes behind --query" if _is_query(str(path)) else ""
            complain(f"{path}: no such file or folder{hint}")
    if not found:
        raise Ended(USAGE)
    for path in [path for path in found if not is_readable(path)]:
        complain(f"{path}: may not be read; check its permissions")
        found.remove(path)
    if not found:
        raise Ended(UNREADABLE)
    try:
        library = Library.open(found, settings)
        if (data_dir() / library_key(library.root)).exists():  # else no notes were kept elsewhere
            for tiding in library.notes.tidings:
                complain(tiding)
        return library, DONE if len(found) == len(wanted) else UNREADABLE
    except OSError as error:
        complain(told(error, "the library"))
        raise Ended(USAGE) from None


def _is_query(name: str) -> bool:
    """Whether what was taken for a path is more likely a query."""
    from reader.library.query.grammar import FIELDS

    return name.partition(":")[0] in FIELDS and ":" in name


def user_settings() -> Settings | None:
    """The user's settings, None while there is no file of them: then the defaults need not be loaded. What is wrong
    with them is said."""
    with suppress(OSError):  # it is there, it seems; why it cannot be read is said below
        if not config_file().exists():
            return None
    from reader.settings import load_settings

    settings, problems = load_settings()
    for problem in problems:
        complain(problem)
    return settings


def freshen(library: Library, *, marks: bool, copies: bool = False, fresh: bool = False) -> int:
    """Bring the index up to date as far as the command needs it; returns 3 when some files are unreadable.

    A large library answers at once while no folder gained or lost a file; a file that was changed in place is
    noticed when it is among the hits, or by a look at every file (`fresh`).
    """
    if not fresh and _is_current(library) and not (marks and library.index.unmarked_count()):
        return DONE
    if marks and library.finder_trouble:
        complain(library.finder_trouble)
    with show_progress() as report:
        result = library.scan(report, copies=copies, marks=marks, apart=False)
    if not (result.busy or result.problems or library.index.has_more_files(0)):
        complain(
            f"{_from_here(library.root)}: no articles; put files of text into it, or name another folder"
        )
    if result.busy:
        complain("another Reader is indexing this library; not everything is found yet")
    say_problems(library.database.problems, library.root)  # the answer is whole nevertheless
    return say_problems(result.problems, library.root, _SAID)


def lasting(library: Library) -> int:
    """0 when what was changed of marks and watches is kept, else 4; why it is not was said by `freshen`."""
    if library.database.state_lasts:
        return DONE
    complain(
        "NOT saved: read marks, stars, tags and watches cannot be kept; `reader paths` says where they would be"
    )
    return UNSAVED


def not_kept(error: OSError) -> int:
    """Say that marks or watches could not be written: a full disk, or another Reader that does not let go."""
    complain(f"NOT saved: {error.filename}: {error.strerror}")
    return UNSAVED


def _is_current(library: Library) -> bool:
    """Whether a large library can be trusted without looking at each file: no folder changed since it was."""
    checked = library.index.recall("checked")
    age = (time.time_ns() - checked) / 1e9 if checked else 0.0
    took = library.index.recall("looked for") or 0.0
    slow = took > _LONG and 0 < age < took * _OFTEN
    if not checked or not (slow or library.index.has_more_files(_SMALL)):
        return False
    if not library.folders_unchanged():
        return False
    days = age / _OLD
    if days >= 1:
        complain(f"each file was last looked at {days:.0f} day{'s' * (days >= 1.5)} ago; --fresh looks again")
    return True


@contextmanager
def show_progress() -> Iterator[Callable[[Progress], None]]:
    """A line on stderr that tells how far a scan is, when a person looks at it and it takes long."""
    shown = sys.stderr.isatty()
    started = last = time.monotonic()
    drawn = False

    def report(progress: Progress) -> None:
        nonlocal last, drawn
        now = time.monotonic()
        if not shown or now - started < 0.5 or now - last < 0.1:
            return
        last, drawn = now, True
        of = f" of {progress.total:,}" if progress.total else ""
        sys.stderr.write(f"\r\x1b[K{progress.doing} {progress.done:,}{of}")
        sys.stderr.flush()

    try:
        yield report
    finally:
        if drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def say_problems(problems: Iterable[Problem], root: Path, most: int = 0) -> int:
    """Name each problem once, with its file (below `root`) as it is called from here; 3 when there was one.

    When there are more than `most` (0: any number), that many are named and the others counted.
    """
    said = list(dict.fromkeys(str(type(p)(_from_here(root / p.file), p.line, p.message)) for p in problems))
    shown = said[:most] if most and len(said) > most + 1 else said
    for line in shown:
        complain(line)
    if more := len(said) - len(shown):
        complain(f"{more:,} more files or folders are left out; `reader index` names them all")
    return UNREADABLE if said else DONE


def _from_here(path: Path) -> str:
    below = os.path.relpath(path)
    return str(path) if below.startswith(os.pardir) else below


def understand(library: Library, text: str) -> Query:
    """The query. Raises: Ended with 2 after its mistake was shown with a mark under the wrong word."""
    from reader.library import QueryError

    try:
        return library.query(text)
    except QueryError as error:
        complain(error.message)
        if "\n" not in text and "\t" not in text:
            mark = " " * error.start + "^" * max(1, error.end - error.start)
            print(f"reader: {printable(text)}\nreader: {mark}", file=sys.stderr)
        raise Ended(USAGE) from None
