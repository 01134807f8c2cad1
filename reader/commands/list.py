"""List the articles of a library that match a query.

They stand in the order of the app's list.

  reader list -q 'is:unread after:2024-03' --sort oldest ~/news
  reader list --json . | jq -r 'select(.people > 9).title'
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from reader.cli.console import complain, emit, say
from reader.cli.exit_codes import DONE, NOTHING, USAGE
from reader.cli.openings import freshen, open_library, understand
from reader.cli.options import add_fresh, add_limit, add_order, add_paths, limit_of
from reader.cli.rows import Record, nothing_found, print_rows, tell_of_more
from reader.text import one_line

if TYPE_CHECKING:
    from reader.library import Library
    from reader.model import Row


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_paths(parser)
    parser.add_argument("--query", "-q", default="", help="only articles that match, as in `reader search`")
    add_order(parser)
    parser.add_argument("--fold", action="store_true", help="one of each set of near-duplicates")
    add_limit(parser, "articles")
    parser.add_argument(
        "--watches",
        action="store_true",
        help="the queries that are followed instead, and their names",
    )
    add_fresh(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one object a line")
    form.add_argument("--csv", action="store_true", help="the articles as a table")


def run(options: argparse.Namespace) -> int:
    """Print the articles; 1 when none matches, 2 for a wrong query, 3 when some inputs are unreadable."""
    library, code = open_library(options.paths)
    if options.watches and options.csv:
        complain("--csv is for articles; --watches --json tells more of what is followed")
        return USAGE
    if options.watches:
        return max(code, _list_watches(library, options))
    query = understand(library, options.query)
    code = max(code, freshen(library, marks=query.needs_marks, copies=True, fresh=options.fresh))
    rows = library.rows(query, sort=options.sort, fold=options.fold)
    if sys.stdout.isatty() and not (options.json or options.csv):
        none = _print_for_a_reader(rows, options) and nothing_found(library, options.query)
    else:
        none = print_rows(rows, options, _record, _line, lambda: nothing_found(library, options.query))
    library.close()
    return code or none


def _record(row: Row) -> Record:
    return {
        "id": row.id, "title": row.title, "source": row.source or None, "published": row.published or None,
        "people": row.people, "notes": row.notes, "unread": row.unread, "starred": row.starred, "tags": row.tags,
        "copies": row.copies,
    }  # fmt: skip


def _print_for_a_reader(rows: Iterable[Row], options: argparse.Namespace) -> int:
    """Print each title, bold where unread, with what is known of the article below it; returns the exit code."""
    from reader.cli.ink import Ink
    from reader.library.wording import count

    ink, every, code = Ink("auto"), iter(rows), NOTHING
    for row in islice(every, limit_of(options) or None):
        code = DONE
        known = (
            row.source, row.published[:10], count(row.notes, "note") * bool(row.notes),
            count(row.people, "person", "people") * bool(row.people), row.id,
        )  # fmt: skip
        ink.line((one_line(row.title), "head" if row.unread else ""), ("  ★" * row.starred, ""))
        ink.line(("  " + " · ".join(map(one_line, filter(None, known))), "quiet"))
    tell_of_more(every, options)
    return code


def _line(row: Row) -> str:
    return "\t".join(map(one_line, (row.published[:10] or "-", row.source or "-", row.title, row.id)))


def _list_watches(library: Library, options: argparse.Namespace) -> int:
    """The watch list, with counts as JSON; returns the exit code."""
    watches, code = library.watches(), DONE
    if not options.json:
        for watch in watches:
            say("\t".join(map(one_line, filter(None, watch))))
        return DONE if watches else NOTHING
    from reader.library.following import trouble_with

    sound = [watch for watch in watches if not trouble_with(watch)]
    marks = any(library.query(watch.query).needs_marks for watch in sound)
    if watches:
        code = freshen(library, marks=marks, copies=options.fold, fresh=options.fresh)
    for watch in watches:
        found = [
            len(library.rows(query, fold=options.fold)) if watch in sound else None
            for query in (watch.query, f"({watch.query}) is:unread")
        ]
        emit({"query": watch.query, "name": watch.name or None, "articles": found[0], "unread": found[1]})
    return code or (DONE if watches else NOTHING)
