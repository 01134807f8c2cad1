"""The ledger of figures of a library: value, unit, kind, sentence, article, date.

QUERY is the language of `reader search`; its words are looked for in the sentence
of the figure, `text:word` in the whole article.

  reader figures 'people>10 (killed or dead)' --sort oldest .
  reader figures 'money>10m after:2024' ~/news
  reader figures kind:percent --csv . > percent.csv
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.cli.console import complain, emit, say
from reader.cli.exit_codes import DONE
from reader.cli.ink import Ink, add_color
from reader.cli.openings import freshen, open_library, understand
from reader.cli.options import add_fresh, add_limit, add_paths, limit_of, word_and_paths
from reader.cli.rows import Cell, nothing_found, print_table
from reader.library.wording import amount_text, whole_text
from reader.orders import FIGURE_ORDERS
from reader.text import one_line

if TYPE_CHECKING:
    from reader.library.records import LedgerRow


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_paths(parser, "QUERY")
    parser.add_argument("--query", "-q", default="", help="which figures, of which articles")
    parser.add_argument(
        "--sort",
        default="newest",
        choices=FIGURE_ORDERS,
        help="order (default: newest)",
    )
    add_limit(parser, "figures")
    add_fresh(parser)
    parser.add_argument("--explain", action="store_true", help="how sure each figure is, and why")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one object a figure")
    form.add_argument("--csv", action="store_true", help="a table")
    add_color(parser)


def run(options: argparse.Namespace) -> int:
    """Print the ledger; 1 when there are no figures, 2 for a wrong query, 3 when some inputs are unreadable."""
    if not options.query:
        options.query, options.paths = word_and_paths(options.paths)
    library, code = open_library(options.paths)
    query = understand(library, options.query)
    code = max(code, freshen(library, marks=True, copies=query.needs_copies, fresh=options.fresh))
    ledger = library.figures(query, sort=options.sort)
    limit = limit_of(options)
    shown = (ledger[i] for i in range(min(len(ledger), limit or len(ledger))))
    if options.csv:
        print_table(_COLUMNS, map(_cells, shown))
    elif options.json or options.explain or not sys.stdout.isatty():
        for row in shown:
            emit(_record(row)) if options.json else say(_line(row, options.explain))
    else:
        _print_page(shown, Ink(options.color))
    if options.limit is None and limit and len(ledger) > limit:
        sys.stdout.flush()
        complain(f"the first {limit:,} of {len(ledger):,} figures. --limit 0 shows all")
    return code or (DONE if ledger else nothing_found(library, options.query))


def _print_page(rows: Iterable[LedgerRow], ink: Ink) -> None:
    """Each figure with what is known of it, and its sentence below."""
    from reader.cli.passages import Page

    page = Page(ink)
    for row in rows:
        told = whole_text(row.figure, amount_text(row.figure) or row.figure.text)
        facts = (row.figure.kind, row.published[:10], row.source, row.article)
        sys.stdout.buffer.write(page.figure(told, facts, row.sentence, row.place))


def _record(row: LedgerRow) -> dict[str, object]:
    figure = row.figure
    return {
        "article": row.article, "title": row.title, "published": row.published or None, "source": row.source or None,
        "start": figure.start, "end": figure.end, "text": figure.text, "kind": figure.kind,
        "value": figure.value, "unit": figure.unit, "approx": figure.approx,
        "subject": figure.subject, "confidence": figure.confidence, "reason": figure.reason,
        "sentence": row.sentence,
    }  # fmt: skip


def _line(row: LedgerRow, explain: bool) -> str:
    figure = row.figure
    told = whole_text(figure, amount_text(figure) or one_line(figure.text))
    cells = [f"{row.published[:10] or '-':<10}  {figure.kind:<8}  {told}"]
    if explain:
        cells.append(f"{one_line(figure.text)}: {figure.confidence:.0%}, {one_line(figure.reason)}")
    return "  │ ".join((*cells, one_line(row.sentence), one_line(row.article)))


_COLUMNS = "published,kind,approx,low,high,unit,text,subject,sentence,title,source,article".split(",")


def _cells(row: LedgerRow) -> list[Cell]:
    figure = row.figure
    return [
        row.published[:10], figure.kind, figure.approx, *figure.ends, figure.unit, figure.text, figure.subject,
        row.sentence, row.title, row.source, row.article,
    ]  # fmt: skip
