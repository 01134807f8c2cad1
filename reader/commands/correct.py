"""Put right what was read wrong in articles: headline, date, author, source, and where an article begins.

An ARTICLE is what `list` and `search --files` print (FILE#NUMBER), a file stands for all articles in it, QUERY is the
language of `reader search`, - reads articles from the standard input. An empty value means that there is none. What is
put right is kept beside the notes, and `u` in the app takes it back too; files are not changed. Without anything to put
right the corrections that are in force are listed, all of the library or those of an article or file.

  reader correct story.txt#0 --headline 'Dam opens in the north' --date '4 May 2021'
  reader correct digest.txt --split-at 'Flood reaches old town'
  reader correct 'source:wire' ~/news --source 'Harbour Wire'
  reader correct story.txt#0 --as-read date
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.annotation import OF_ARTICLES, OF_BORDERS, OF_HEADS
from reader.cli.article_names import named_articles, parted, read_names
from reader.cli.console import complain, emit, say
from reader.cli.exit_codes import DONE, NOTHING, UNREADABLE, UNSAVED, USAGE
from reader.cli.openings import freshen, open_library, understand
from reader.cli.options import word_and_paths
from reader.cli.rows import nothing_found
from reader.cli.undoing import remember
from reader.library import ArticleMissing
from reader.notes.refusals import NotesError
from reader.paths import article_place
from reader.text import in_quotes, one_line

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.errata.proofs import Mark
    from reader.model import Correction

_MATTERS = (*OF_HEADS, *OF_BORDERS)


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="ARTICLE|QUERY|-|PATH",
        help="which articles, then folders or files (default: this folder)",
    )
    parser.add_argument("--headline", metavar="TEXT", help="the right headline")
    parser.add_argument(
        "--date", metavar="DATE", help="the right date, and perhaps time: 2021-05-04, 4 May 2021 10:30"
    )
    parser.add_argument("--author", metavar="NAMES", help="who wrote it")
    parser.add_argument("--source", metavar="NAME", help="the paper, site or agency it is from")
    border = parser.add_mutually_exclusive_group()
    border.add_argument(
        "--split-at",
        metavar="LINE",
        help="an article begins in this line of the file: its number from 1, or its words",
    )
    border.add_argument("--join", action="store_true", help="it is part of the article above it")
    parser.add_argument(
        "--as-read", metavar="WHAT", help=f"as it was read again: all, or some of {','.join(_MATTERS)}"
    )
    parser.add_argument(
        "--withdraw",
        action="append",
        default=[],
        metavar="ID",
        help="take back this correction; may be repeated",
    )
    parser.add_argument("--json", action="store_true", help="corrections as JSON, one object a line")


def run(options: argparse.Namespace) -> int:
    """Put right or list; 1 when there is nothing, 2 for what makes no sense, 3 unreadable, 4 when it is not saved."""
    wanted = options.as_read.replace(" ", "").split(",") if options.as_read else []
    if unknown := [each for each in wanted if each not in (*_MATTERS, "all")]:
        complain(f"--as-read {unknown[0]}: is none of all, {', '.join(_MATTERS)}")
        return USAGE
    library, ids, code = _opened(options)
    changing = any(getattr(options, each) is not None for each in OF_HEADS)
    changing = changing or options.join or options.split_at is not None or bool(wanted)
    try:
        if options.withdraw:
            return _withdraw(library, options.withdraw) or code
        if not changing:
            return _list(library, ids, options.json) or code
        if not ids:
            if ids is None:
                complain(
                    "put right in which articles? Name FILE#NUMBER, a file, or a query before the folder"
                )
                return USAGE
            return code or nothing_found()
        return _correct(library, ids, options, wanted) or code
    except ArticleMissing as error:
        complain(error)
        return UNREADABLE
    except NotesError as error:
        complain(error)
        return UNSAVED


def _opened(options: argparse.Namespace) -> tuple[Library, list[str] | None, int]:
    """The library, the articles that are meant in it (None: no choice was made), and the exit code so far."""
    articles, rest = parted(options.words)
    query, paths = ("", rest) if articles else word_and_paths(rest)
    names = read_names(articles)
    places = [place for name in names if (place := article_place(name))]
    if names and not paths and all(os.path.exists(file) for file, _ in places):
        paths = list(dict.fromkeys(file for file, _ in places))  # the library is the one that they belong to
        library, code = open_library(paths)
        names = [f"{_inside(library, file)}#{number}" for file, number in places]
    else:
        library, code = open_library(paths)
    understood = understand(library, query)
    code = max(code, freshen(library, marks=understood.needs_marks, copies=understood.needs_copies))
    if articles:
        ids, unknown = named_articles(library, names)
        return library, ids, UNREADABLE if unknown else code
    if query or (paths and all(map(os.path.isfile, paths))):
        return library, [row.id for row in library.rows(understood, sort="file", fold=False)], code
    return library, None, code


def _inside(library: Library, file: str) -> str:
    return os.path.relpath(os.path.realpath(file), os.path.realpath(library.root))


def _correct(library: Library, ids: list[str], options: argparse.Namespace, wanted: list[str]) -> int:
    """Put right what the options say, all at once; returns the exit code."""
    from reader.library.errata.proofs import Unclear

    if options.split_at is not None and len({library.article(each).file for each in ids}) > 1:
        complain("--split-at is for one file; name it, or an article of it")
        return USAGE
    try:
        marks = [mark for each in ids for mark in _marks(library, each, options, wanted)]
        if options.split_at is not None:
            marks.append(library.proofs.begins(ids[0], _place(library, ids, options.split_at)))
    except Unclear as error:
        complain(error)
        return USAGE
    gone = list({each.id: each for mark in marks for each in mark.gone}.values())
    made = [each for mark in marks for each in mark.made]
    if not (gone or made):
        complain("that is how it is already; nothing was changed")
        return NOTHING
    kept = library.exchange([each.id for each in gone], made)
    remember(library, gone, kept)
    for each in kept:
        emit(_record(each, [each.article], "")) if options.json else say(_line(each, [each.article], ""))
    if gone and not made:
        complain(f"{len(gone)} taken back")
    return DONE


def _marks(library: Library, article: str, options: argparse.Namespace, wanted: list[str]) -> Iterator[Mark]:
    proofs = library.proofs
    for action in OF_HEADS:
        if (value := getattr(options, action)) is not None:
            yield proofs.head(article, action, value)
    if options.join:
        yield proofs.joins(article)
    if wanted:
        yield proofs.as_read(article, _MATTERS if "all" in wanted else wanted)


def _place(library: Library, ids: list[str], line: str) -> int:
    """Where the line with a number or with these words begins in the file of the articles. Raises: Unclear."""
    from reader.library.errata.borders import place_of
    from reader.library.errata.proofs import Unclear
    from reader.model import Correction

    file = library.article(ids[0]).file
    text = library.raw(file)
    if line.isdecimal():
        before = text.split("\n")[: int(line)]
        if not 0 < int(line) == len(before):
            raise Unclear(f"{file} has no line {line}")
        return sum(map(len, before[:-1])) + len(before) - 1
    place = place_of(Correction("", "split", line), library.articles(file), text)
    if place is None:
        raise Unclear(f"{file} has no line {in_quotes(line)}, or more than one; say its number")
    return place


def _withdraw(library: Library, ids: list[str]) -> int:
    gone = library.withdraw_all(ids)
    if gone:
        remember(library, gone, ())
    for each in gone:
        say(_line(each, [each.article] if each.article else [], ""))
    return DONE if len(gone) == len(set(ids)) else NOTHING


# ------------------------------------------------------------------ listing


def _list(library: Library, ids: list[str] | None, as_json: bool) -> int:
    """Print the corrections in force, of these articles or all; returns the exit code."""
    shown = 0
    for said, articles, why in library.proofs.looked_over():
        if ids is not None and not set(ids).intersection(articles or [said.article]):
            continue
        shown += 1
        emit(_record(said, articles, why)) if as_json else say(_line(said, articles, why))
    for said in library.in_force.read() if ids is None and library.present_notes() else ():
        if said.action not in OF_ARTICLES:
            shown += 1
            emit(_record(said, [], "")) if as_json else say(_line(said, [], ""))
    return DONE if shown else nothing_found()


def _record(said: Correction, articles: list[str], why: str) -> dict[str, object]:
    return {
        "id": said.id, "action": said.action, "articles": articles, "text": said.text, "target": said.target,
        "article": said.article or None, "created": said.created or None, "without_effect": why or None,
    }  # fmt: skip


def _line(said: Correction, articles: list[str], why: str) -> str:
    if said.action in OF_HEADS:
        what = " → ".join(in_quotes(one_line(each)) if each else "none" for each in (said.text, said.target))
    else:
        what = " → ".join(in_quotes(one_line(each)) for each in (said.text, said.target) if each)
    where = " ".join(map(one_line, articles)) or one_line(said.article) or "everywhere"
    return "\t".join(
        filter(None, (said.id, said.action, where, what, why and f"without effect: {one_line(why)}"))
    )
