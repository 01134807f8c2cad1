"""Large articles and what is marked in them, kept small: columns instead of records, one text instead of copies."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from reader.columns import Coded, Slices, Table
from reader.model import SHOWN, Article, Block, Correction, Detection, Figure, Person

if TYPE_CHECKING:
    from reader.library.errata.choices import Choices

M = TypeVar("M", Person, Figure)


def compact_article(article: Article) -> Article:
    """The same article; texts of blocks are cut out of its text when they are asked for."""
    blocks = article.blocks
    table: Table[Block] = Table(
        Block,
        Coded(block.role for block in blocks),
        Slices.of(article.text, _places(article)),
        array("i", (block.raw_start for block in blocks)),
        array("i", (block.raw_end for block in blocks)),
        Coded(block.reason for block in blocks),
    )
    return replace(article, blocks=table)


def _places(article: Article) -> Iterator[tuple[int, str]]:
    """The text of each block, and where it stands in that of the article, -1 for what is not shown."""
    at = 0
    for block in article.blocks:
        if block.role in SHOWN:
            yield at, block.text
            at += len(block.text) + 2
        else:
            yield -1, block.text


def compact_marks(
    text: str, published: str | None, corrections: tuple[Correction, ...], article: str
) -> Detection:
    """The people and figures found in `text`."""
    from reader.detect import detect

    found = detect(text, published=published, corrections=corrections, article=article)
    return Detection(_compact(Person, text, found.people), _compact(Figure, text, found.figures))


def _compact(record: type[M], text: str, marks: Sequence[M]) -> Sequence[M]:
    """Marks of `text`, records that begin with start, end and text, as a table."""
    return Table(
        record,
        array("i", (mark.start for mark in marks)),
        array("i", (mark.end for mark in marks)),
        Slices.of(text, ((mark.start, mark.text) for mark in marks)),
        *(Coded(getattr(mark, field.name) for mark in marks) for field in fields(record)[3:]),
    )


# ------------------------------------------------------------ for the process that asked, see `apart`


def pickled_articles(path: str, file: str, choices: Choices) -> bytes:
    """The articles of the file at `path`, pickled. Raises ParseError."""
    from reader.library.errata.parsed import articles_of
    from reader.parsing import read_bytes

    articles = articles_of(read_bytes(path, file), file, choices)
    return pickle.dumps(tuple(map(compact_article, articles)), pickle.HIGHEST_PROTOCOL)


def pickled_marks(text: str, published: str | None, corrections: tuple[Any, ...], article: str) -> bytes:
    """What is marked in `text`, pickled; `corrections` are tuples of their fields."""
    made = tuple(Correction(*fields) for fields in corrections)
    return pickle.dumps(compact_marks(text, published, made, article), pickle.HIGHEST_PROTOCOL)
