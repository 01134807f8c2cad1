"""A list of records as lines to read, JSON lines or a table for a spreadsheet."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice, starmap
from typing import TYPE_CHECKING, TypeVar

from reader.cli.console import complain, emit, say
from reader.cli.exit_codes import DONE, NOTHING
from reader.cli.options import limit_of
from reader.text import one_line

if TYPE_CHECKING:
    from reader.library import Library

T = TypeVar("T")
#: What is known of a row, by name; lists of words are joined in a table.
Record = dict[str, "str | float | tuple[object, ...] | None"]
Cell = str | int | float | None
_DAYS = ("first", "last")  # without the time of day, which spreadsheets do not take for a date


def nothing_found(library: Library | None = None, query: str = "") -> int:
    """Tell who looks on that nothing was found, and which part of the query matches none of the articles; a pipe is
    told by the exit code, which is returned."""
    if sys.stderr.isatty():
        from reader.library.wording import why_nothing

        complain(why_nothing(library.parts(query) if library is not None else ()))
    return NOTHING


def print_rows(
    rows: Iterable[T], options: argparse.Namespace, record: Callable[[T], Record], line: Callable[[T], str],
    nothing: Callable[[], int] = nothing_found,
) -> int:  # fmt: skip
    """Print `rows` up to --limit, as --json and --csv ask for; returns the exit code, without any that of `nothing`."""
    every = iter(rows)
    shown = islice(every, limit_of(options) or None)
    first = next(shown, None)
    if first is None:
        return nothing()
    found = chain([first], shown)
    if options.csv:
        print_table(record(first), (starmap(_cell, record(row).items()) for row in found))
    else:
        for row in found:
            emit(record(row)) if options.json else say(line(row))
    tell_of_more(every, options)
    return DONE


def tell_of_more(rest: Iterator[object], options: argparse.Namespace) -> None:
    """Say that there is more than the page that a terminal gets unasked."""
    page = limit_of(options)
    if options.limit is None and page and next(rest, None) is not None:
        sys.stdout.flush()
        complain(f"these are the first {page}; --limit 0 shows all")


def print_table(columns: Iterable[str], rows: Iterable[Iterable[Cell]]) -> None:
    """Print a table for a spreadsheet; what is in the cells is made harmless, and stays on its line."""
    from reader.export.csv import table_lines

    for line in table_lines(columns, (map(_in_one_line, row) for row in rows), end="\n"):
        sys.stdout.buffer.write(line.encode("utf-8", "replace"))


def _in_one_line(cell: Cell) -> Cell:
    return one_line(cell) if isinstance(cell, str) else cell


def _cell(name: str, value: str | float | tuple[object, ...] | None) -> Cell:
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return value[:10] if name in _DAYS and isinstance(value, str) else value
