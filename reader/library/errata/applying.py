"""What readers said of articles, applied to what parsing gave: where they begin, then their heads.

Blocks still cover the whole file. What was read otherwise stands in their reasons; the file is not touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.annotation import OF_BORDERS
from reader.folding import fold_text
from reader.library.errata.borders import redrawn, remade
from reader.library.errata.choices import correction_of
from reader.library.errata.headlines import with_headline
from reader.model import READABLE, Article, Correction
from reader.paths import article_place

if TYPE_CHECKING:
    from reader.library.errata.choices import Choices

#: Which field of an article a correction of each kind is of.
FIELDS = {"headline": "title", "date": "published", "author": "author", "source": "source"}
_OPENING = 160  # characters of an article by which it is found again
_ENOUGH = 60  # of a paragraph that tells one article from another
_ALIKE = 0.6  # the share of the words of an opening that still are together where it has been edited


def put_right(articles: tuple[Article, ...], text: str, choices: Choices) -> tuple[Article, ...]:
    """The articles of a file, which is `text` decoded, as readers said they are."""
    said = [correction_of(each) for each in choices.errata]
    borders = [each for each in said if each.action in OF_BORDERS]
    if borders:
        articles = redrawn(articles, text, borders, choices)
    found, prints = list(articles), _Prints(articles)
    for each in said:
        if each.action not in OF_BORDERS:
            for number in prints.meant(each):
                found[number] = _with_head(found[number], text, each)
    return tuple(found)


def meant(said: Correction, articles: Sequence[Article]) -> list[int]:
    """Which of the articles of its file a correction of a head is of."""
    return _Prints(articles).meant(said)


def value_of(said: Correction) -> str | None:
    """What a correction of a head makes of its field. Raises ValueError for a date that is none."""
    if said.action != "date":
        return _tidy(said.target)
    if not said.target.strip():
        return None
    return day_of(said.target)


def day_of(text: str) -> str:
    """A date as people write it in ISO 8601. Raises ValueError, which says what is wrong."""
    from reader.parsing.dates import date_line, find_date

    line = " ".join(text.split())
    found = date_line(line)
    iso = found.iso if found else find_date(line)
    if iso is None:
        if any(find_date(line, day_first) for day_first in (True, False)):
            raise ValueError(f"{line}: is the day or the month first? Write it like 2021-05-04")
        raise ValueError(f"{line or 'nothing'}: no date with day, month and year; write it like 2021-05-04")
    return iso


def opening_of(article: Article) -> str:
    """Words of an article by which it is found again where its number or its file's name has changed."""
    best = ""
    for block in article.blocks:
        if block.role in READABLE and len(block.text) > len(best):
            best = block.text
            if len(best) >= _ENOUGH:
                break
    words = " ".join((best or article.text).split())
    return words if len(words) <= _OPENING else words[:_OPENING].rpartition(" ")[0] or words[:_OPENING]


class _Prints:
    """The articles of a file, as their corrections know them."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self._folded: list[str] = []

    @property
    def folded(self) -> list[str]:
        """Their texts, folded."""
        self._folded = self._folded or [fold_text(article.text) for article in self._articles]
        return self._folded

    def meant(self, said: Correction) -> list[int]:
        """The numbers of the articles that a correction is of: by its words; where those have been edited, by the
        article that is most like them; without words, by its number or, of a file alone, all of them."""
        articles, place = self._articles, article_place(said.article)
        number = place[1] if place else None
        opening = fold_text(said.opening).strip()
        if not opening:
            every = range(len(articles))
            return [n for n in every if number is None or n == number]
        here = [n for n, text in enumerate(self.folded) if opening in text]
        if here:
            return [number if number in here else here[0]]
        return self._alike(said, opening) or self._entitled(said)

    def _alike(self, said: Correction, opening: str) -> list[int]:
        pairs = _pairs(opening)
        shares = [len(pairs & _pairs(text)) / max(1, len(pairs)) for text in self.folded]
        best = max(range(len(shares)), key=shares.__getitem__, default=None)
        return [best] if best is not None and shares[best] >= _ALIKE else []

    def _entitled(self, said: Correction) -> list[int]:
        """The one article that is headed as the one was of which `said` corrects the headline."""
        if said.action != "headline" or not said.text.strip():
            return []
        wanted = fold_text(said.text).strip()
        here = [n for n, each in enumerate(self._articles) if fold_text(each.title or "").strip() == wanted]
        return here if len(here) == 1 else []


@lru_cache(16)
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """The words of a text, two by two."""
    words = [word for word in text.split() if any(map(str.isalnum, word))]
    return frozenset(zip(words, words[1:]))


def _with_head(article: Article, text: str, said: Correction) -> Article:
    """The article with a field as it was said to be; as it was, where that cannot be."""
    try:
        value = value_of(said)
    except ValueError:
        return article
    corrected = (*(each for each in article.corrected if each != said.action), said.action)
    if said.action == "headline":
        blocks = with_headline(article.blocks, value, text)
        return remade(article, blocks, title=value, corrected=corrected)
    return replace(article, **{FIELDS[said.action]: value}, corrected=corrected)  # type: ignore[arg-type]


def _tidy(text: str) -> str | None:
    from reader.parsing.decode import clean

    return " ".join(clean(text).text.split()) or None
