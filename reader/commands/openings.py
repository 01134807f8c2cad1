"""What the commands on a library share: its paths, a fresh enough index, progress, problems."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from reader.commands.console import complain
from reader.paths import article_place, config_file, data_dir, is_readable, library_key
from reader.text import one_line, printable

if TYPE_CHECKING:
    from reader.library import Library, Progress, Query
    from reader.model import Problem
    from reader.settings import Settings

_PAGE = 100  # rows or passages that a terminal gets unless more are asked for
_SAID = 3  # bad files that are named before an answer; `reader index` names each
_SMALL = 5_000  # files that are looked at every time; a larger library by its folders
_OLD = 24 * 3600  # seconds after which it is said that files were not looked at one by one


def add_paths(parser: argparse.ArgumentParser, word: str = "") -> None:
    """The PATH arguments: folders or files, by default the current folder; among them a `word`, see below."""
    parser.add_argument(
        "paths",
        nargs="*",
        default=[],
        metavar=f"{word}|PATH" if word else "PATH",
        help=f"{f'a {word} and ' if word else ''}folders or files (default: this folder)",
    )


def word_and_paths(words: Iterable[str]) -> tuple[str, list[str]]:
    """The first of `words` that is no path, "" when all are, and the others."""
    paths = list(words)
    word = next((word for word in paths if not os.path.exists(word)), "")
    if word:
        paths.remove(word)
    return word, paths


def parted(words: Iterable[str]) -> tuple[list[str], list[str]]:
    """The articles (`FILE#NUMBER`, or - for those on the standard input) among `words`, and the paths."""
    articles: list[str] = []
    paths: list[str] = []
    for word in words:
        is_article = word == "-" or (article_place(word) and not os.path.exists(word))
        (articles if is_article else paths).append(word)
    return articles, paths


def listed_file(folder: Path, file: str) -> str | None:
    """The path below `folder` that lists show as `file`, where runs of white space are one space and signs that act on
    a terminal another; None where there is none, or several."""
    found = folder
    for part in PurePath(file).parts:
        if not (found / part).exists():
            try:
                alike = [name for name in os.listdir(found) if one_line(name) == part.strip()]
            except OSError:
                return None
            if len(alike) != 1:
                return None
            part = alike[0]
        found /= part
    return str(found.relative_to(folder))


def _listed(library: Library, article: str) -> str | None:
    """The id of the article that is called, or that lists show as, `article`."""
    if library.index.number(article) is not None:
        return article
    place = article_place(article)
    file = listed_file(library.root, place[0]) if place else None
    found = f"{file}#{place[1]}" if place and file else ""
    return found if library.index.number(found) is not None else None


def read_names(words: Iterable[str]) -> list[str]:
    """The articles among `words`, with those on the standard input for a -: lines as `reader list` and `search --files`
    print them. To be asked before a library is opened: who writes the lines may be indexing it until he is done."""
    lines = [line for word in words for line in (sys.stdin if word == "-" else [word])]
    return list(dict.fromkeys(line.rstrip("\n").rpartition("\t")[2] for line in lines if line.strip()))


def named_articles(library: Library, names: Iterable[str]) -> tuple[list[str], int]:
    """The ids of the articles that are named, and how many are not in the library; each of those is told."""
    ids: list[str] = []
    unknown = 0
    for article in names:
        if (found := _listed(library, article)) is not None:
            ids.append(found)
        else:
            unknown += 1
            complain(f"{article}: no such article in {library.root}; `reader list` names them")
    return ids, unknown


def add_limit(parser: argparse.ArgumentParser, what: str) -> None:
    """The --limit option: at most so many of `what`, 0 for all; see `limit_of`."""
    parser.add_argument(
        "--limit",
        type=natural,
        metavar="N",
        help=f"at most N {what}, 0 for all (default: {_PAGE} on a terminal, all in a pipe)",
    )


def limit_of(options: argparse.Namespace) -> int:
    """How many are asked for, 0 for all: a page where a person looks, unless it was said."""
    if options.limit is not None:
        return int(options.limit)
    return _PAGE if sys.stdout.isatty() else 0


def natural(text: str) -> int:
    """An option's number, 0 or more."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text.strip()!r} is not a number from 0 up")
    return int(text)


def add_fresh(parser: argparse.ArgumentParser) -> None:
    """The --fresh option, see `freshen`."""
    parser.add_argument("--fresh", action="store_true", help="look at every file, also in a large library")


def add_order(parser: argparse.ArgumentParser) -> None:
    """The --sort option of what follows the order of articles."""
    orders = ("newest", "oldest", "title", "source", "file", "unread")
    parser.add_argument(
        "--sort", default="newest", choices=orders, help="order of the articles (default: newest)"
    )


def open_library(paths: Iterable[str]) -> tuple[Library | None, int]:
    """The library of `paths` and the exit code so far: 3 when some do not exist or may not be read, None and 2 or 3
    when that is so of all."""
    from reader.library import Library

    settings = user_settings()
    wanted = [Path(path) for path in paths] or [Path()]
    found = [path for path in wanted if os.path.exists(path)]
    for path in wanted:
        if path not in found:
            complain(f"{path}: no such file or folder")
    if not found:
        return None, 2
    for path in [path for path in found if not is_readable(path)]:
        complain(f"{path}: may not be read; check its permissions")
        found.remove(path)
    if not found:
        return None, 3
    try:
        library = Library.open(found, settings)
        if (data_dir() / library_key(library.root)).exists():  # else no notes were kept elsewhere
            for tiding in library.notes.tidings:
                complain(tiding)
        return library, 0 if len(found) == len(wanted) else 3
    except OSError as error:
        complain(error)
        return None, 2


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
        return 0
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
        return 0
    complain(
        "NOT saved: read marks, stars, tags and watches cannot be kept; `reader paths` says where they would be"
    )
    return 4


def _is_current(library: Library) -> bool:
    """Whether a large library can be trusted without looking at each file: no folder changed since it was."""
    checked = library.index.recall("checked")
    if not checked or not library.index.has_more_files(_SMALL):
        return False
    if not library.folders_unchanged():
        return False
    days = (time.time_ns() - checked) / 1e9 / _OLD
    if days >= 1:
        complain(f"each file was last looked at {days:.0f} day{'s' * (days >= 1.5)} ago; --fresh looks again")
    return True


@contextlib.contextmanager
def show_progress() -> Iterator[Callable[[Progress], None]]:
    """A line on stderr that tells how far a scan is, when a person looks at it and it takes long."""
    shown = sys.stderr.isatty()
    started = last = time.monotonic()
    words = {
        "walk": "looking",
        "text": "reading",
        "duplicates": "comparing",
        "marks": "people and figures",
    }
    drawn = False

    def report(progress: Progress) -> None:
        nonlocal last, drawn
        now = time.monotonic()
        if not shown or now - started < 0.5 or now - last < 0.1:
            return
        last, drawn = now, True
        of = f" of {progress.total:,}" if progress.total else ""
        sys.stderr.write(f"\r\x1b[K{words.get(progress.phase, progress.phase)}: {progress.done:,}{of}")
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
    return 3 if said else 0


def _from_here(path: Path) -> str:
    below = os.path.relpath(path)
    return str(path) if below.startswith(os.pardir) else below


def understand(library: Library, text: str) -> Query | None:
    """The query, or None after its mistake was shown with a mark under the wrong word."""
    from reader.library import QueryError

    try:
        return library.query(text)
    except QueryError as error:
        complain(error.message)
        if "\n" not in text and "\t" not in text:
            mark = " " * error.start + "^" * max(1, error.end - error.start)
            print(f"reader: {printable(text)}\nreader: {mark}", file=sys.stderr)
        return None
