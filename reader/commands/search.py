"""Find passages in a library. Words, "exact phrases", -not, or, person:, source:, figure:money>10m, /regex/ …

Fields: person: source: author: tag: note: category: is:unread|read|starred|noted|corrected|copy|watched after: before:
on: since: until: figure: kind: file: title: text:

  reader search 'fuel "state of emergency" -army after:2024-03' FOLDER
"""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from reader.cli.console import complain, say
from reader.cli.exit_codes import DONE, NOTHING, USAGE, Ended
from reader.cli.ink import add_color
from reader.cli.openings import freshen, lasting, not_kept, open_library, understand
from reader.cli.options import add_fresh, add_limit, add_order, add_paths
from reader.cli.passages import print_passages

if TYPE_CHECKING:
    from reader.library import Library, Query
    from reader.library.search import Hits


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("query", metavar="QUERY", help="words, phrases and fields")
    add_paths(parser)
    add_order(parser)
    add_limit(parser, "passages")
    add_color(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--count", action="store_true", help="only how many articles match")
    form.add_argument("--files", action="store_true", help="only the articles that match, one a line")
    form.add_argument("--json", action="store_true", help="one object a passage")
    form.add_argument(
        "--watch", action="store_true", help="follow the query: `is:watched`, and marked in the app"
    )
    form.add_argument("--unwatch", action="store_true", help="no longer; QUERY may be its name")
    parser.add_argument(
        "--name", metavar="NAME", help="with --watch: what to call it in the list of what is followed"
    )
    add_fresh(parser)


def run(options: argparse.Namespace) -> int:
    """Print the passages; 1 when no article matches, 2 for a wrong query, 3 when some inputs are unreadable."""
    try:
        library, code = open_library(options.paths)
    except Ended:
        if os.path.isdir(options.query):
            complain("the query comes first, the folder after it")
        raise
    if options.unwatch:
        return max(code, _unfollow(library, options.query))
    query = understand(library, options.query)
    if options.watch:
        return max(code, _follow(library, query, options))
    if options.name is not None:
        complain("--name goes with --watch")
        return USAGE
    code = max(
        code, freshen(library, marks=query.needs_marks, copies=query.needs_copies, fresh=options.fresh)
    )
    hits = library.search(query, sort=options.sort)
    if options.count:
        say(str(hits.articles))
    elif options.files:
        _say_articles(library, hits)
    else:
        print_passages(hits, options)
    found = DONE
    if not hits.articles:
        from reader.cli.rows import nothing_found

        found = nothing_found(library, options.query)
    library.close()
    return code or found


def _say_articles(library: Library, hits: Hits) -> None:
    """Print the ids of the articles that match, a line each."""
    for ids in library.index.ids(hits.numbers):
        text = "\n".join(ids)
        if text.count("\n") >= len(ids):  # some name goes over two lines
            text = "\n".join(article.replace("\n", " ") for article in ids)
        if ids:
            say(text)


def _follow(library: Library, query: Query, options: argparse.Namespace) -> int:
    """Follow the query and say so; returns the exit code."""
    from reader.library.wording import count

    if not options.query.strip():
        complain("an empty query is not followed: it is every article")
        return USAGE
    code = freshen(library, marks=query.needs_marks, fresh=options.fresh)
    try:
        library.watch(options.query, options.name)
    except OSError as error:
        return not_kept(error)
    told = count(library.search(query).articles, "article")
    called = f" as {options.name!r}" if options.name else ""
    complain(
        f"{options.query!r} is followed{called}: {told} now. What matches is marked in the app;"
        " `reader search is:watched` finds it"
    )
    return lasting(library) or code


def _unfollow(library: Library, named: str) -> int:
    """No longer follow the query, or what is called so, and say so; returns the exit code."""
    known = [watch for watch in library.watches() if named in (watch.query, watch.label)]
    if not known:
        complain(f"{named!r} is not followed; `reader list --watches` says what is")
        return NOTHING
    for watch in known:
        if watch in library.settings.watch:
            complain(f"{watch.query!r} is followed by the settings (watch:); take it out there")
            return NOTHING
        try:
            library.unwatch(watch.query)
        except OSError as error:
            return not_kept(error)
        complain(f"{watch.query!r} is no longer followed")
    return lasting(library)
