"""Mark articles: read or unread, with a star or without, with tags or without.

QUERY is the language of `reader search`; an ARTICLE is what `list` and `search --files` print, `-` reads such lines
from the standard input. What was marked is printed.

  reader mark 'source:"Harbour Wire" before:2020' FOLDER --read --tag archive
"""

from __future__ import annotations

import argparse
import os

from reader.cli.article_names import named_articles, parted, read_names
from reader.cli.console import complain, say
from reader.cli.exit_codes import DONE, UNREADABLE, USAGE
from reader.cli.openings import freshen, lasting, not_kept, open_library, understand
from reader.cli.rows import nothing_found
from reader.library import Library
from reader.text import one_line


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("what", metavar="QUERY|ARTICLE|-", help="which articles")
    parser.add_argument(
        "paths", nargs="*", default=[], metavar="PATH", help="folders or files (default: this folder)"
    )
    read = parser.add_mutually_exclusive_group()
    read.add_argument("--read", action="store_true", default=None, help="they are read")
    read.add_argument("--unread", dest="read", action="store_false", default=None, help="they are not")
    star = parser.add_mutually_exclusive_group()
    star.add_argument("--star", action="store_true", default=None, help="they get a star")
    star.add_argument("--unstar", dest="star", action="store_false", default=None, help="they lose it")
    parser.add_argument("--tag", action="append", default=[], help="they get this tag too; may be repeated")
    parser.add_argument(
        "--untag", action="append", default=[], metavar="TAG", help="they lose this tag; may be repeated"
    )


def run(options: argparse.Namespace) -> int:
    """Mark the articles and print them; 1 when there are none, 3 when some are not in the library."""
    if options.read is None and options.star is None and not (options.tag or options.untag):
        complain("mark how? --read, --unread, --star, --unstar, --tag TAG or --untag TAG")
        return USAGE
    if not all(tag.strip() for tag in (*options.tag, *options.untag)):
        complain("a tag needs at least one letter")
        return USAGE
    if not options.paths and os.path.exists(options.what):
        kind = "folder" if os.path.isdir(options.what) else "file"
        complain(f"{options.what}: is a {kind}; name first which articles of it, '' for all")
        return USAGE
    named, _ = parted([options.what])
    names = read_names(named)
    library, code = open_library(options.paths)
    query = understand(library, "" if named else options.what)
    code = max(code, freshen(library, marks=query.needs_marks, copies=query.needs_copies))
    if named:
        ids, unknown = named_articles(library, names)
        code = UNREADABLE if unknown else code
    else:
        ids = [row.id for row in library.rows(query, fold=False)]
    if ids:
        try:
            _mark(library, ids, options)
        except OSError as error:
            return not_kept(error)
    for article in ids:
        say(one_line(article))
    unsaved = lasting(library) if ids else DONE
    return unsaved or code or (DONE if ids else nothing_found(library, "" if named else options.what))


def _mark(library: Library, ids: list[str], options: argparse.Namespace) -> None:
    """Do to `ids` what the options say."""
    state = library.state
    if options.read is not None:
        state.mark_read(ids, options.read)
    if options.star is not None:
        state.star(ids, options.star)
    if options.tag or options.untag:
        state.change_tags(ids, options.tag, options.untag)
