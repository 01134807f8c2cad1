"""Everyone in a library with all spellings, counts and dates; with a name, every passage on that person.

`reader people --merges` lists names that may be one person; --same A B and --different A B decide, for all
articles now and later.
"""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from reader.commands.console import complain, emit, say
from reader.commands.ink import Ink, add_color
from reader.commands.openings import (
    add_fresh,
    add_limit,
    add_paths,
    freshen,
    open_library,
    understand,
    word_and_paths,
)
from reader.folding import fold_text
from reader.model import Correction
from reader.text import one_line

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.records import PersonEntry

_OTHERS = 5  # people of the same name that are told of


def configure(parser: argparse.ArgumentParser) -> None:
    add_paths(parser, "NAME")
    parser.add_argument("--name", "-n", default="", help="the passages on one person, newest first")
    parser.add_argument(
        "--query", "-q", default="", help="only people in articles that match; words: in the name"
    )
    parser.add_argument("--merges", action="store_true", help="names that may be one person")
    parser.add_argument(
        "--same", nargs=2, metavar=("NAME", "OTHER"), help="both are one person, called OTHER"
    )
    parser.add_argument("--different", nargs=2, metavar=("NAME", "OTHER"), help="they are two people")
    parser.add_argument(
        "--explain", action="store_true", help="every mark with how sure it is, and why; with a name, theirs"
    )
    add_limit(parser, "lines")
    add_fresh(parser)
    parser.add_argument("--json", action="store_true", help="one object a line")
    add_color(parser)


def run(options: argparse.Namespace) -> int:
    typed = not options.name
    if typed:
        options.name, options.paths = word_and_paths(options.paths)
    library, code = open_library(options.paths)
    if library is None:
        return code
    query = understand(library, options.query)
    if query is None:
        return 2
    code = max(code, freshen(library, marks=True, copies=query.needs_copies, fresh=options.fresh))
    if options.same or options.different:
        return _decide(library, options) or code
    if options.merges:
        return _merges(library, options) or code
    if options.explain:
        return _marks(library, options) or code
    if options.name:
        return _passages(library, options, typed) or code
    return _everyone(library, options) or code


def _everyone(library: Library, options: argparse.Namespace) -> int:
    """Print the persons of the matching articles; returns the exit code."""
    people = library.people(options.query)
    for entry in people[: options.limit or None]:
        if options.json:
            emit(
                {
                    "name": entry.name, "spellings": entry.spellings, "titles": entry.titles,
                    "articles": entry.articles, "mentions": entry.mentions,
                    "first": entry.first or None, "last": entry.last or None,
                }
            )  # fmt: skip
        else:
            others = ", ".join(s for s in entry.spellings if s != entry.name)
            dates = " … ".join(dict.fromkeys(d[:10] for d in (entry.first, entry.last) if d))
            noun = "article " if entry.articles == 1 else "articles"
            say(
                f"{entry.articles:>6} {noun} {entry.mentions:>6} ×  {one_line(entry.name)}"
                + (f"  ({one_line(others)})" if others else "")
                + (f"  [{', '.join(entry.titles[:3])}]" if entry.titles else "")
                + (f"  {dates}" if dates else "")
            )
    return int(not people)


def _merges(library: Library, options: argparse.Namespace) -> int:
    """Print the pairs of names that may be one person; returns the exit code."""
    found = library.merge_proposals()
    for pair in found[: options.limit or None]:
        if options.json:
            emit(asdict(pair))
        else:
            one, other = (f"{name} ({n})" for name, n in zip((pair.name, pair.other), pair.articles))
            say(f"{pair.score:.2f}\t{one}\t{other}\t{pair.reason}")
    return int(not found)


def _marks(library: Library, options: argparse.Namespace) -> int:
    """Print every mark of a person in the matching articles, in reading order; returns the exit code."""
    wanted = library.register.names(options.name) if options.name else None
    count = 0
    for row in library.rows(options.query, fold=False):
        for person in library.detection(row.id).people:
            if wanted is not None and person.name not in wanted:
                continue
            count += 1
            if options.json:
                emit(
                    {
                        "article": row.id, "start": person.start, "end": person.end, "text": person.text,
                        "name": person.name, "titles": person.titles, "confidence": person.confidence,
                        "reason": person.reason,
                    }
                )  # fmt: skip
            else:
                name = f" = {one_line(person.name)}" if person.name != person.text else ""
                titles = f"  [{one_line(', '.join(person.titles))}]" if person.titles else ""
                why = f"{person.confidence:.0%}, {one_line(person.reason)}"
                say(f"{one_line(row.id)}:{person.start}  {one_line(person.text)}{name}{titles}  │ {why}")
            if count == options.limit:
                return 0
    return int(not count)


def _decide(library: Library, options: argparse.Namespace) -> int:
    """Keep that two names are one person, or two; returns the exit code."""
    from reader.notes import NotesError

    name, other = options.same or options.different
    if name == other:
        complain(f"{name!r} twice; name two people")
        return 2
    # The name under which a person is to go may be new.
    if not _is_known(library, name) or (options.different and not _is_known(library, other)):
        return 1
    if Path(other).exists() or not any(map(str.isalpha, other)):
        complain(f"{other!r} is no name; --same takes two names, then folders. Nothing was changed")
        return 2
    try:
        library.apply(Correction("", "same" if options.same else "different", name, other))
    except NotesError as error:
        complain(error)
        return 4
    complain(f"{name} is {other} from now on" if options.same else f"{name} and {other} are two people")
    return 0


def _is_known(library: Library, name: str) -> bool:
    """Whether somebody goes by just this name; says so otherwise."""
    found = library.person(name)
    if found is None:
        complain(f"nobody called {name!r} in this library; nothing was changed")
        return False
    if fold_text(name) not in map(fold_text, (found[0].name, *found[0].spellings)):
        complain(f"nobody is called just {name!r}; did you mean {found[0].name!r}? Nothing was changed")
        return False
    return True


def _quoted(name: str) -> str:
    """The query for just the words of a name."""
    return '"' + name.replace('"', " ") + '"'


def _tell_of_others(library: Library, name: str, entry: PersonEntry) -> None:
    """Say who else has a name with the words of `name` in it: their passages are not shown."""
    everyone = library.people(_quoted(name))
    others = [other for other in everyone if other.name != entry.name]
    if others:
        names = ", ".join(f"{other.name} ({other.articles})" for other in others[:_OTHERS])
        more = f" and {len(others) - _OTHERS} more" if len(others) > _OTHERS else ""
        complain(f"these are of {entry.name} ({entry.articles}); others of that name: {names}{more}")


def _passages(library: Library, options: argparse.Namespace, typed: bool) -> int:
    found = library.person(options.name)
    if found is None:
        said = f"nobody called {options.name!r} in this library" + ", nor is it a file or folder" * typed
        alike = " or ".join(
            repr(one_line(who.name)) for who in library.people_alike(_quoted(options.name))[:_OTHERS]
        )
        complain(f"{said}; did you mean {alike}?" if alike else said)
        return 1
    entry, hits = found
    _tell_of_others(library, options.name, entry)
    ink = Ink(options.color)
    for count, hit in enumerate(hits.stream(), 1):
        passage = hit.passage
        if options.json:
            emit(
                {
                    "article": hit.article, "title": hit.title, "published": hit.published or None,
                    "source": hit.source or None, "start": passage.start, "end": passage.end,
                    "sentence": passage.sentence, "sentence_start": passage.sentence_start,
                }
            )  # fmt: skip
        else:
            ink.passage(f"{one_line(hit.article)}:{passage.start}", passage)
        if options.limit and count >= options.limit:
            break
    return 0
