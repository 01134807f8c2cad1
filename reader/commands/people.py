"""Everyone in a library with all spellings, counts and dates; with a name, every passage on that person.

--with NAME lists who is named in the same articles as NAME, those first who are so oftener than by chance; with
another name, the passages on both. --pairs lists all who are named together, --csv makes it a table of edges for
programs that draw networks.

`reader people --merges` lists names that may be one person; --same A B and --different A B decide, for all
articles now and later. --accept and --reject decide many at once: all that are proposed for a reason, or those whose
lines of --merges come in.

  reader people --query after:2024 .
  reader people 'Ana Ruiz' .
  reader people --merges . | grep ^0.9 | reader people --accept - .
"""

from __future__ import annotations

import argparse
from itertools import islice
from typing import TYPE_CHECKING

from reader.cli.console import complain, emit, say
from reader.cli.exit_codes import DONE, NOTHING, USAGE
from reader.cli.ink import add_color
from reader.cli.openings import freshen, open_library, understand
from reader.cli.options import add_fresh, add_limit, add_paths, limit_of, word_and_paths
from reader.cli.passages import print_passages
from reader.cli.people_rows import (
    companion_line,
    companion_record,
    edge_record,
    merge_line,
    merge_record,
    pair_line,
    pair_record,
    person_line,
    person_record,
)
from reader.cli.rows import print_rows, tell_of_more
from reader.library.query import beside_others, person_query, phrase_query
from reader.text import one_line

if TYPE_CHECKING:
    from reader.library import Library

_OTHERS = 5  # people of the same name that are told of
_NOR_PATH = ", nor is it a file or folder"


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_paths(parser, "NAME")
    parser.add_argument("--name", "-n", default="", help="the passages on one person, newest first")
    parser.add_argument(
        "--query", "-q", default="", help="only people in articles that match; words: in the name"
    )
    parser.add_argument(
        "--with", dest="beside", metavar="NAME", default="", help="who is named together with NAME"
    )
    parser.add_argument(
        "--pairs",
        action="store_true",
        help="all who are named together, two by two; with a name, in articles on them",
    )
    parser.add_argument("--merges", action="store_true", help="names that may be one person")
    parser.add_argument(
        "--same", nargs=2, metavar=("NAME", "OTHER"), help="both are one person, called OTHER"
    )
    parser.add_argument("--different", nargs=2, metavar=("NAME", "OTHER"), help="they are two people")
    many = parser.add_mutually_exclusive_group()
    many.add_argument(
        "--accept",
        metavar="REASON",
        help="all that --merges gives this reason for are one; -: all that come in",
    )
    many.add_argument("--reject", metavar="REASON", help="they are two people; -: those that come in")
    parser.add_argument(
        "--explain", action="store_true", help="every mark with how sure it is, and why; with a name, theirs"
    )
    add_limit(parser, "lines")
    add_fresh(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one object a line")
    form.add_argument("--csv", action="store_true", help="people, pairs or merges as a table")
    add_color(parser)


def run(options: argparse.Namespace) -> int:
    """Print people or what was asked of them, or decide; 1 when there is nobody, 4 when a decision is not saved."""
    typed = not options.name
    if typed:
        options.name, options.paths = word_and_paths(options.paths)
    if options.csv and not options.pairs and (options.name or options.explain):
        complain("--csv is for lists of people; passages: reader export --what passages --format csv")
        return USAGE
    library, code = open_library(options.paths)
    query = understand(library, options.query)
    code = max(code, freshen(library, marks=True, copies=query.needs_copies, fresh=options.fresh))
    if options.same or options.different:
        from reader.cli.merges import decide

        return decide(library, options) or code
    if options.accept is not None or options.reject is not None:
        from reader.cli.merges import decide_many

        return decide_many(library, options) or code
    if options.merges:
        return print_rows(library.merge_proposals(), options, merge_record, merge_line) or code
    if options.pairs:
        return _pairs(library, options, typed) or code
    if options.explain:
        return _marks(library, options) or code
    if options.name:
        return _passages(library, options, typed) or code
    if options.beside:
        return _company(library, options) or code
    return print_rows(library.people(options.query), options, person_record, person_line) or code


def _company(library: Library, options: argparse.Namespace) -> int:
    """Print who is named together with a person; returns the exit code."""
    company = library.company(options.beside, options.query)
    if company is None:
        return _nobody(library, options.beside)
    person = company.person
    _tell_of_others(library, options.beside, person.name, person.articles)
    return print_rows(company, options, companion_record, companion_line)


def _pairs(library: Library, options: argparse.Namespace, typed: bool) -> int:
    """Print who is named together with whom, in all articles or in those on a person; returns the exit code."""
    query = options.query
    if name := options.beside or options.name:
        found = library.person(name)
        if found is None:
            return _nobody(library, name, _NOR_PATH * (typed and name == options.name))
        query = f"{person_query(found[0].name)} {beside_others(library.query(query))}"
    return print_rows(library.pairs(query), options, edge_record if options.csv else pair_record, pair_line)


def _marks(library: Library, options: argparse.Namespace) -> int:
    """Print every mark of a person in the matching articles, in reading order; returns the exit code."""
    wanted = library.register.names(options.name) if options.name else None
    every = (
        (row.id, person)
        for row in library.rows(options.query, fold=False)
        for person in library.detection(row.id).people
        if wanted is None or person.name in wanted
    )
    code = NOTHING
    for article, person in islice(every, limit_of(options) or None):
        code = DONE
        if options.json:
            emit(
                {
                    "article": article, "start": person.start, "end": person.end, "text": person.text,
                    "name": person.name, "titles": person.titles, "confidence": person.confidence,
                    "reason": person.reason,
                }
            )  # fmt: skip
        else:
            name = f" = {one_line(person.name)}" if person.name != person.text else ""
            titles = f"  [{one_line(', '.join(person.titles))}]" if person.titles else ""
            why = f"{person.confidence:.0%}, {one_line(person.reason)}"
            say(f"{one_line(article)}:{person.start}  {one_line(person.text)}{name}{titles}  │ {why}")
    tell_of_more(every, options)
    return code


def _tell_of_others(library: Library, name: str, meant: str, articles: int) -> None:
    """Say who else has a name with the words of `name` in it: what is shown is of `meant` alone."""
    everyone = library.people(phrase_query(name))
    others = [other for other in everyone if other.name != meant]
    if others:
        names = ", ".join(f"{other.name} ({other.articles})" for other in others[:_OTHERS])
        more = f" and {len(others) - _OTHERS} more" if len(others) > _OTHERS else ""
        complain(f"these are of {meant} ({articles}); others of that name: {names}{more}")


def _nobody(library: Library, name: str, more: str = "") -> int:
    """Say that nobody has that name, and who has one like it, or that the query leaves them out; returns the exit
    code."""
    if (known := library.register.family(name)) is not None:
        complain(f"{known.name} is not named in the articles that --query chooses")
        return NOTHING
    said = f"nobody called {name!r} in this library{more}"
    named = library.people_alike(phrase_query(name))[:_OTHERS] if name.strip('" \n') else ()
    alike = " or ".join(repr(one_line(who.name)) for who in named)
    complain(f"{said}; did you mean {alike}?" if alike else said)
    return NOTHING


def _passages(library: Library, options: argparse.Namespace, typed: bool) -> int:
    """Print the passages on a person, or on two; returns the exit code."""
    found = library.person(options.name)
    if found is None:
        return _nobody(library, options.name, _NOR_PATH * typed)
    entry, hits = found
    _tell_of_others(library, options.name, entry.name, entry.articles)
    if options.beside:
        both = library.together(entry.name, options.beside, options.query)
        if both is None:
            return _nobody(library, options.beside)
        if both.one == both.other:
            complain(f"{both.one.name} twice; name two people")
            return USAGE
        _tell_of_others(library, options.beside, both.other.name, both.other.articles)
        hits = both.hits
        if not hits.articles:
            complain(f"no article names both {both.one.name} and {both.other.name}")
    print_passages(hits, options)
    return DONE if hits.articles else NOTHING
