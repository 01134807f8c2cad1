"""A list of records as lines to read, JSON lines or a table."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import TypeVar

from reader.commands.console import emit, say
from reader.text import one_line

T = TypeVar("T")
#: What is known of a row, by name; lists of words are joined in a table.
Record = dict[str, "str | float | tuple[object, ...] | None"]


def print_rows(
    rows: Iterable[T], options: argparse.Namespace, record: Callable[[T], Record], line: Callable[[T], str]
) -> int:
    """Print `rows` up to --limit, as --json and --csv ask for; returns the exit code."""
    shown = islice(rows, options.limit or None)
    first = next(shown, None)
    if first is None:
        return 1
    every = chain([first], shown)
    if options.csv:
        _print_table(list(record(first)), map(record, every))
    else:
        for row in every:
            emit(record(row)) if options.json else say(line(row))
    return 0


def _print_table(columns: list[str], records: Iterator[Record]) -> None:
    from reader.export.csv import table_lines

    for line in table_lines(columns, (map(_cell, record.values()) for record in records), end="\n"):
        sys.stdout.buffer.write(line.encode("utf-8", "replace"))


def _cell(value: str | float | tuple[object, ...] | None) -> str | float | None:
    if isinstance(value, tuple):
        value = "; ".join(map(str, value))
    return one_line(value) if isinstance(value, str) else value
