"""The watch list: queries that are followed, whose articles are marked."""

from __future__ import annotations

from collections.abc import Iterable

from reader.library.index.conditions import PersonIds
from reader.library.index.reading import Reader
from reader.library.index.writing import Writer
from reader.library.query.grammar import FIELDS, parse_query
from reader.library.query.tree import QueryError
from reader.model import Problem, Watch


def trouble_with(watch: Watch) -> str:
    """What is wrong with a query that is to be followed, "" when nothing is."""
    if watch.name in FIELDS:  # `- person: mandela` in the settings
        return (
            f'`{watch.name}` is no name but a field of queries; write "{watch.name}:{watch.query}", in quotes'
        )
    if not watch.query.strip():
        return "nothing is asked for"
    try:
        parse_query(watch.query)
    except QueryError as error:
        return error.message
    return ""


def refresh_watched(
    index: Reader, writer: Writer, watches: Iterable[Watch], persons: PersonIds
) -> list[Problem]:
    """Mark the articles that match the watch list; returns what is wrong with its queries."""
    problems, found, asked = [], set[int](), list[str]()
    for watch in watches:
        asked.append(watch.query)
        if trouble := trouble_with(watch):
            problems.append(Problem("watch list", 0, f"{watch.label!r}: {trouble}"))
        else:
            found |= set(index.order(parse_query(watch.query), persons))
    if found or index.recall("watches"):
        writer.store_watched(sorted(found))
        writer.remember("watches", "\n".join(asked))
    return problems
