"""Find passages in a library. Words, "exact phrases", -not, or, person:, source:, figure:money>10m, /regex/ …

fields: person: source: tag: note: is:unread|read|starred|noted|copy|watched after: before: on: since: until:
figure: kind: file: title:   example:  reader search 'fuel "state of emergency" -army after:2024-03' FOLDER
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.commands.console import say
from reader.commands.ink import Ink, add_color
from reader.commands.openings import add_paths, freshen, open_library, understand
from reader.model import Passage
from reader.text import one_line, printable_json

if TYPE_CHECKING:
    from reader.library.index.records import PlaceRecord
    from reader.library.search import Plain

    Write = Callable[[PlaceRecord, list[Plain]], None]


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", help="words, phrases and fields")
    add_paths(parser)
    parser.add_argument(
        "--sort",
        default="newest",
        choices=("newest", "oldest", "title", "source", "file", "unread"),
        help="order of the articles (default: newest)",
    )
    parser.add_argument("--limit", type=int, default=0, metavar="N", help="at most N passages")
    add_color(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--count", action="store_true", help="only how many articles match")
    form.add_argument("--files", action="store_true", help="only the articles that match, one a line")
    form.add_argument("--json", action="store_true", help="one object a passage")
    parser.add_argument("--fresh", action="store_true", help="look at every file, also in a large library")


def run(options: argparse.Namespace) -> int:
    library, code = open_library(options.paths)
    if library is None:
        return code
    query = understand(library, options.query)
    if query is None:
        return 2
    code = max(code, freshen(library, marks=library.needs_marks(query), fresh=options.fresh))
    hits = library.search(query, sort=options.sort)
    if options.count:
        say(str(hits.articles))
    elif options.files:
        for row in library.rows(query, sort=options.sort, fold=False):
            say(row.id.replace("\n", " "))
    else:
        write = _as_json() if options.json else _as_text(Ink(options.color))
        left = options.limit or sys.maxsize
        for place, found in hits.plain():
            write(place, found[:left])
            left -= len(found)
            if left <= 0:
                break
    return code or int(not hits.articles)


def _as_json() -> Write:
    """Writes one object a passage."""
    quoted = json.JSONEncoder(ensure_ascii=sys.stdout.isatty()).encode
    out = sys.stdout.buffer.write

    def write(place: PlaceRecord, found: list[Plain]) -> None:
        # What all lines of an article have in common is written out once.
        head = (
            f'{{"article":{quoted(f"{place.path}#{place.idx}")},"title":{quoted(place.title)},'
            f'"published":{quoted(place.published or None)},"start":'
        )
        lines = [
            f'{head}{start},"end":{end},"sentence":{quoted(sentence)},"sentence_start":{low}}}'
            for start, end, sentence, low in found
        ]
        for line in lines:
            out(printable_json(line).encode("utf-8", "replace") + b"\n")

    return write


def _as_text(ink: Ink) -> Write:
    """Writes each passage in its sentence, on one line."""

    def write(place: PlaceRecord, found: list[Plain]) -> None:
        article = one_line(f"{place.path}#{place.idx}")
        for start, end, sentence, low in found:
            ink.passage(f"{article}:{start}", Passage(article, start, end, sentence, low))

    return write
