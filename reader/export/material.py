"""What an export is made of: plain records, so that every format is a function from one record to text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.library.records import Hit, LedgerRow, PersonEntry
from reader.library.scanning.slugs import title_from_address
from reader.model import Article, Located

#: The parts an export can have, in the order they are written.
PARTS = ("notes", "people", "figures", "passages")


@dataclass(frozen=True, slots=True)
class Entry:
    """An article of an export with its notes, located in the text of today, in text order; its web address or ""."""

    article: Article
    notes: tuple[Located, ...] = ()
    tags: tuple[str, ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """Everything one export holds.

    `title` names the scope ("Notes on 12 articles", a query, a person). `categories` are the names of the
    note categories 1-5. Articles without notes may be left out of `entries`; formats write what is there.
    """

    title: str
    entries: tuple[Entry, ...] = ()
    people: tuple[PersonEntry, ...] = ()
    figures: tuple[LedgerRow, ...] = ()
    passages: tuple[Hit, ...] = ()
    categories: tuple[str, ...] = ()

    def category(self, number: int) -> str:
        """The name of category `number`, "" for none."""
        if 1 <= number <= len(self.categories):
            return self.categories[number - 1]
        return f"category {number}" if number else ""

    def notes(self) -> Iterator[tuple[Entry, Located]]:
        """Every note with the entry it belongs to, in order."""
        for entry in self.entries:
            for located in entry.notes:
                yield entry, located

    @property
    def sentences(self) -> list[Hit]:
        """The passages to be read: each sentence once, whatever else is found in it."""
        once: dict[tuple[str, int], Hit] = {}
        for hit in self.passages:
            once.setdefault(hit.sentence_place, hit)
        return list(once.values())

    @property
    def empty(self) -> bool:
        """Whether there is nothing to write but the title."""
        return not (self.entries or self.people or self.figures or self.passages)


def heading(article: Article) -> str:
    """The title of an article for a heading: its own, else the words in its address, else its file."""
    return article.title or title_from_address(article) or article.file or article.id


def imprint(article: Article) -> str:
    """Source, date and author in one line, as far as they are known; without a source the file it came in."""
    day = (article.published or "")[:10]
    file = article.file if article.title and not article.source else ""
    return " · ".join(part for part in (article.source, day, article.author, file) if part)
