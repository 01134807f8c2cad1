"""Find passages in a library. Words, "exact phrases", -not, or, person:, source:, figure:money>10m, /regex/ …

fields: person: source: tag: note: is:unread|read|starred|noted|copy|watched after: before: on: since: until:
figure: kind: file: title:   example:  reader search 'fuel "state of emergency" -army after:2024-03' FOLDER
"""

from __future__ import annotations

import argparse

from reader.commands.console import emit, say
from reader.commands.ink import Ink, add_color
from reader.commands.openings import add_paths, freshen, open_library, understand
from reader.text import one_line


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
        ink = Ink(options.color)
        for count, hit in enumerate(hits.stream(), 1):
            passage = hit.passage
            if options.json:
                record = {
                    "article": hit.article, "title": hit.title, "published": hit.published or None,
                    "start": passage.start, "end": passage.end, "sentence": passage.sentence,
                    "sentence_start": passage.sentence_start,
                }  # fmt: skip
                emit(record)
            else:
                ink.passage(f"{one_line(hit.article)}:{passage.start}", passage)
            if options.limit and count >= options.limit:
                break
    return code or int(not hits.articles)
