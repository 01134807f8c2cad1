"""What goes into the index: plain tuples, so that worker processes can hand them over cheaply."""

from __future__ import annotations

import os
from typing import Any, NamedTuple

_LAST = (1 << 63) - 1  # the largest number of SQLite, some day in 2262

#: A name as it is met in articles: id, name, its folded words or None for the name in lower case, articles,
#: mentions, first and last day or None.
NameRow = tuple[int, str, str | None, int, int, str | None, str | None]


def changed_at(status: os.stat_result) -> int:
    """When a file was changed, in ns; a day beyond what the index can hold is the last one that it can."""
    return min(status.st_mtime_ns, _LAST)


class ArticleRecord(NamedTuple):
    """One article as it is indexed. `words` is the text for the word index, `recipe` the way back to the text
    (see `reader.library.texts`); `corrected` says whether readers put right its head or where it begins."""

    idx: int
    title: str
    published: str
    source: str
    author: str
    length: int
    digest: bytes
    recipe: bytes
    words: str
    corrected: bool


class FileRecord(NamedTuple):
    """A file of the library with its articles; `problem` says why it has none."""

    path: str
    size: int
    mtime: int
    fingerprint: bytes
    problem: str
    articles: list[ArticleRecord]

    def plain(self) -> tuple[Any, ...]:
        """As tuples of no class, which is what another process can send."""
        return (*self[:5], [tuple(article) for article in self.articles])

    @classmethod
    def of(cls, plain: tuple[Any, ...]) -> FileRecord:
        """The way back from `plain`."""
        return cls._make((*plain[:5], list(map(ArticleRecord._make, plain[5]))))


class PlaceRecord(NamedTuple):
    """Where an article's text is: its file as indexed, and the recipe."""

    path: str
    idx: int
    size: int
    mtime: int
    recipe: bytes
    title: str
    published: str
    source: str

    @property
    def article(self) -> str:
        """The id of the article, `file#index`."""
        return f"{self.path}#{self.idx}"
