"""Several articles on one story side by side: where their figures differ, whom each names, what copies change.

With one ARTICLE, those that tell its story in their own words, else its near-duplicates. An ARTICLE is what
`reader list` and `search --files` print, `-` reads such lines from the standard input. Files alone stand for all
articles in them.

  reader compare story.txt
  reader search flood --files . | head -4 | reader compare -
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.cli.article_names import named_articles, parted, read_names
from reader.cli.console import complain, emit, say
from reader.cli.exit_codes import DONE, NOTHING, UNREADABLE, USAGE
from reader.cli.openings import freshen, open_library
from reader.cli.rows import Cell, print_table
from reader.library.wording import amount_text, letter, whole_text
from reader.text import one_line

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.records import ComparedFigure, Comparison, Copy
    from reader.model import Figure


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "words", nargs="+", metavar="ARTICLE|PATH", help="articles, and the library they are of"
    )
    parser.add_argument("--copies", action="store_true", help="the near-duplicates of an article instead")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one object an article, figure, person or copy")
    form.add_argument(
        "--csv", action="store_true", help="the figures as a table, a row for each figure of each article"
    )


def run(options: argparse.Namespace) -> int:
    """Print the comparison; 1 when there is nothing to compare with, 3 when an article is not in the library."""
    words, paths = parted(options.words)
    whole_files = not words and all(map(os.path.isfile, paths))
    if missing := next((path for path in paths if not os.path.exists(path)), ""):
        complain(f"{missing}: no such file or folder, nor an article as `reader list` names it: FILE#NUMBER")
        return USAGE
    if not words and not whole_files:
        complain("which article? name one as `reader list` does: FILE#NUMBER")
        return USAGE
    if options.csv and options.copies:
        complain("--csv is for figures; --copies --json tells what copies change")
        return USAGE
    names = read_names(words)
    library, code = open_library(paths)
    code = max(code, freshen(library, marks=True, copies=True))
    if whole_files:
        ids = [row.id for row in library.rows(sort="file", fold=False)]
    else:
        ids, unknown = named_articles(library, names)
        code = UNREADABLE if unknown else code
    if not ids:
        return code or NOTHING
    shown = (_show_copies if options.copies else _show_accounts)(library, ids, options)
    return code or shown


def _show_copies(library: Library, ids: list[str], options: argparse.Namespace) -> int:
    """Print the near-duplicates of articles and what they change; 1 when there are none."""
    copies = [copy for article in ids for copy in library.duplicates(article)]
    for copy in copies:
        _emit_copy(copy) if options.json else _say_copy(copy)
    return DONE if copies else NOTHING


def _show_accounts(library: Library, ids: list[str], options: argparse.Namespace) -> int:
    """Print articles side by side, one with the others on its story; 1 when there are none."""
    if len(ids) == 1:
        from reader.library.stories import RIVALS

        ids = [*ids, *library.accounts(ids[0])[:RIVALS]]
    if len(ids) == 1:
        complain(f"{ids[0]}: no other article tells this story; name those to compare")
        return NOTHING
    found = library.compare(ids)
    if options.csv:
        print_table(_COLUMNS, _rows(found))
    elif options.json:
        _emit_comparison(found)
    else:
        _say_comparison(found)
    return DONE


_COLUMNS = "label,differs,kind,approx,low,high,unit,text,sentence,title,published,source,article".split(",")


def _rows(found: Comparison) -> Iterator[list[Cell]]:
    for row in found.figures:
        for article, cell in zip(found.articles, row.cells):
            for figure, sentence in cell:
                yield [
                    row.label, "yes" if row.differs else "", row.kind, figure.approx, *figure.ends, figure.unit,
                    figure.text, sentence, article.title, (article.published or "")[:10], article.source, article.id,
                ]  # fmt: skip


def _emit_copy(copy: Copy) -> None:
    emit(
        {
            "article": copy.article, "title": copy.title, "source": copy.source or None,
            "published": copy.published or None, "share": copy.share, "adds": copy.adds, "lacks": copy.lacks,
            "changes": copy.changes,
        }
    )  # fmt: skip


def _say_copy(copy: Copy) -> None:
    say(
        f"{copy.share:.0%}  {one_line(copy.title)}  │ {_whence(copy.source, copy.published)}{one_line(copy.article)}"
    )
    pairs = [line for here, there in copy.changes for line in (("<", here), (">", there))]
    for mark, sentence in (*(("+", s) for s in copy.adds), *(("-", s) for s in copy.lacks), *pairs):
        say(f"   {mark} {one_line(sentence)}")


def _emit_comparison(found: Comparison) -> None:
    ids = [article.id for article in found.articles]
    for article in found.articles:
        emit(
            {
                "what": "article", "article": article.id, "title": article.title, "source": article.source,
                "published": article.published,
            }
        )  # fmt: skip
    for row in found.figures:
        figures = [
            {
                "article": ids[at], "start": figure.start, "end": figure.end, "text": figure.text,
                "value": figure.value, "unit": figure.unit, "approx": figure.approx, "sentence": sentence,
            }
            for at, figure, sentence in _given(row)
        ]  # fmt: skip
        emit(
            {
                "what": "figure",
                "label": row.label,
                "kind": row.kind,
                "differs": row.differs,
                "figures": figures,
            }
        )
    for person in found.people:
        mentions = dict(zip(ids, person.mentions))
        emit({"what": "person", "name": person.name, "also": person.also, "mentions": mentions})


def _say_comparison(found: Comparison) -> None:
    for number, article in enumerate(found.articles):
        whence = _whence(article.source or "", article.published or "")
        title = one_line(article.title or article.file)
        say(f"{letter(number)}  {title}  │ {whence}{one_line(article.id)}")
    together = True  # whether the row before has figures of several articles
    for row in found.figures:
        if (shared := sum(map(bool, row.cells)) > 1) or together:
            say(f"\n{'≠' if row.differs else '='} {one_line(row.label)}" if shared else "")
        together = shared
        for at, figure, sentence in _given(row):
            told = whole_text(figure, amount_text(figure) or one_line(figure.text))
            context = "" if shared and sentence == row.label else f"  │ {one_line(sentence)}"
            say(f"  {letter(at)}  {told}{context}")
    if found.people:
        say("")
    for person in found.people:
        counts = "  ".join(f"{letter(at)} {count or '-'}" for at, count in enumerate(person.mentions))
        say(f"@ {one_line(' / '.join((person.name, *person.also)))}  │ {counts}")


def _given(row: ComparedFigure) -> Iterator[tuple[int, Figure, str]]:
    """The figures of a row, each with the place of its article among those compared, and its sentence."""
    for at, cell in enumerate(row.cells):
        for figure, sentence in cell:
            yield at, figure, sentence


def _whence(source: str, published: str) -> str:
    return "".join(f"{one_line(part)} · " for part in (source, published[:10]) if part)
