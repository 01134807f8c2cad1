"""People, those named with somebody, pairs and merges: as lines to read and as records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.rows import Record
from reader.text import one_line

if TYPE_CHECKING:
    from reader.library.records import Companion, MergeProposal, Pair, PersonEntry


def person_record(entry: PersonEntry) -> Record:
    """A person of the library."""
    return {
        "name": entry.name, "spellings": entry.spellings, "titles": entry.titles,
        "articles": entry.articles, "mentions": entry.mentions,
        "first": entry.first or None, "last": entry.last or None,
    }  # fmt: skip


def person_line(entry: PersonEntry) -> str:
    """The same to read."""
    return f"{_articles(entry.articles)} {entry.mentions:>6} ×  {_who(entry)}{_days(entry)}"


def companion_record(row: Companion) -> Record:
    """Who is named with somebody, in how many articles of how many."""
    return {
        "name": row.person.name, "articles": row.articles, "of": row.person.articles, "chance": round(row.chance, 2),
        "titles": row.person.titles, "first": row.first or None, "last": row.last or None,
    }  # fmt: skip


def companion_line(row: Companion) -> str:
    """The same to read."""
    return f"{row.articles:>6} of {_articles(row.person.articles)}  {_who(row.person)}{_days(row)}"


def pair_record(pair: Pair) -> Record:
    """Two people who are named together."""
    return {
        "name": pair.name, "other": pair.other, "articles": pair.articles,
        "first": pair.first or None, "last": pair.last or None,
    }  # fmt: skip


def pair_line(pair: Pair) -> str:
    """The same to read."""
    return f"{_articles(pair.articles)}  {one_line(pair.name)}  │ {one_line(pair.other)}{_days(pair)}"


def edge_record(pair: Pair) -> Record:
    """A pair as Gephi and others call what they read."""
    return {
        "Source": pair.name, "Target": pair.other, "Type": "Undirected", "Weight": pair.articles,
        "First": pair.first[:10], "Last": pair.last[:10],
    }  # fmt: skip


def merge_record(pair: MergeProposal) -> Record:
    """Two names that may be one person."""
    return {
        "name": pair.name, "other": pair.other, "reason": pair.reason, "score": pair.score, "articles": pair.articles,
    }  # fmt: skip


def merge_line(pair: MergeProposal) -> str:
    """The same to read."""
    one, other = (f"{name} ({n})" for name, n in zip((pair.name, pair.other), pair.articles))
    return f"{pair.score:.2f}\t{one}\t{other}\t{pair.reason}"


def _who(entry: PersonEntry) -> str:
    others = ", ".join(s for s in entry.spellings if s != entry.name)
    return (
        one_line(entry.name)
        + (f"  ({one_line(others)})" if others else "")
        + (f"  [{', '.join(entry.titles[:3])}]" if entry.titles else "")
    )


def _articles(count: int) -> str:
    return f"{count:>6} {'article ' if count == 1 else 'articles'}"


def _days(row: PersonEntry | Companion | Pair) -> str:
    dates = " … ".join(dict.fromkeys(day[:10] for day in (row.first, row.last) if day))
    return f"  {dates}" if dates else ""
