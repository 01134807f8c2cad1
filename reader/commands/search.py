"""Find passages in a library. Words, "exact phrases", -not, or, person:, source:, figure:money>10m, /regex/ …

Fields: person: source: author: tag: note: category: is:unread|read|starred|noted|copy|watched after: before: on: since:
until: figure: kind: file: title:

  reader search 'fuel "state of emergency" -army after:2024-03' FOLDER
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import TYPE_CHECKING

from reader.commands.console import complain, say
from reader.commands.exit_codes import DONE, NOTHING, USAGE
from reader.commands.ink import Ink, add_color
from reader.commands.openings import freshen, lasting, open_library, understand
from reader.commands.options import add_fresh, add_limit, add_order, add_paths, limit_of
from reader.text import one_line, printable_json

if TYPE_CHECKING:
    from reader.library import Library, Query
    from reader.library.index.records import PlaceRecord
    from reader.library.search import Hits, Plain

    Render = Callable[[PlaceRecord, list[Plain]], bytes]


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
    library, code = open_library(options.paths)
    if library is None:
        if os.path.isdir(options.query):
            complain("the query comes first, the folder after it")
        return code
    if options.unwatch:
        return max(code, _unfollow(library, options.query))
    query = understand(library, options.query)
    if query is None:
        return USAGE
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
        for ids in library.index.ids(hits.numbers):
            text = "\n".join(ids)
            if text.count("\n") >= len(ids):  # some name goes over two lines
                text = "\n".join(article.replace("\n", " ") for article in ids)
            if ids:
                say(text)
    else:
        render = _as_json() if options.json else _as_text(Ink(options.color), sys.stdout.isatty())
        code = max(code, _write(hits, render, limit_of(options)))
    library.close()
    return code or (DONE if hits.articles else NOTHING)


def _follow(library: Library, query: Query, options: argparse.Namespace) -> int:
    """Follow the query and say so; returns the exit code."""
    from reader.library.wording import count

    code = freshen(library, marks=query.needs_marks, fresh=options.fresh)
    library.watch(options.query, True, options.name)
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
        library.watch(watch.query, False)
        complain(f"{watch.query!r} is no longer followed")
    return DONE


def _write(hits: Hits, render: Render, limit: int) -> int:
    """Write the passages, at most `limit` when it is not 0; returns the exit code."""
    out = sys.stdout.buffer.write
    if not limit:
        for part in hits.rendered(render):
            out(part)
    else:
        from reader.library.wording import count

        left = limit
        for number, (place, found) in enumerate(hits.plain(), 1):
            out(render(place, found[:left]))
            left -= len(found)
            if left < 0 or (not left and number < hits.articles):
                sys.stdout.flush()
                shown = "the first passage" if limit == 1 else f"the first {limit:,} passages"
                matching = f"{count(hits.articles, 'article')} match{'es' * (hits.articles == 1)}"
                complain(f"{shown}; {matching}. --limit 0 shows all")
            if left <= 0:
                break
    if hits.outdated:
        complain(f"{hits.outdated:,} of these files changed since they were indexed; --fresh takes them in")
    return DONE


def _as_json() -> Render:
    """One object a passage."""
    quoted = encode_basestring_ascii if sys.stdout.isatty() else encode_basestring

    def render(place: PlaceRecord, found: list[Plain]) -> bytes:
        # What all lines of an article have in common is written out once.
        head = (
            f'{{"article":{quoted(place.article)},"title":{quoted(place.title)},'
            f'"published":{quoted(place.published) if place.published else "null"},'
            f'"source":{quoted(place.source) if place.source else "null"},"start":'
        )
        lines = [
            f'{head}{start},"end":{end},"sentence":{quoted(sentence)},"sentence_start":{low}}}\n'
            for start, end, sentence, low in found
        ]
        text = "".join(lines)
        if not text.isascii() or "\x7f" in text:
            text = "".join(printable_json(line[:-1]) + "\n" for line in lines)
        return text.encode("utf-8", "replace")

    return render


def _as_text(ink: Ink, to_be_read: bool) -> Render:
    """Each passage in its sentence: on a terminal under its article, else on a line with its place."""
    if to_be_read:
        from reader.commands.passages import Page

        page = Page(ink)
        return lambda place, found: page.article(
            place.title, place.source, place.published, place.article, found
        )

    def render(place: PlaceRecord, found: list[Plain]) -> bytes:
        article = one_line(place.article)
        if not ink.on:
            lines = [f"{article}:{start}: {sentence}" for start, _, sentence, _ in found]
            if (
                "".join(lines).isprintable() and (text := "\n".join(lines)).isascii()
            ):  # the usual case, at once
                return f"{text}\n".encode()
        return b"".join(
            ink.sentence(f"{article}:{start}", sentence, start - low, end - low)
            for start, end, sentence, low in found
        )

    return render
