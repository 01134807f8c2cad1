"""The articles themselves: parsed, as text, with what is marked in them. Nothing here is kept but small caches."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reader.columns import LARGE
from reader.garbage import given_back
from reader.library.index.reading import Reader
from reader.library.index.records import PlaceRecord
from reader.library.texts import read_text
from reader.paths import article_place, file_of

if TYPE_CHECKING:
    from reader.library.errata.choices import Choices
    from reader.model import Article, Correction, Detection

#: The app parses the file of the article that it starts with before its first frame if it is no larger (bytes).
FIRST_AT_ONCE = 50_000

Corrections = Callable[[], "tuple[Correction, ...]"]


class ArticleMissing(LookupError):
    """An article that is not, or no longer, in the library."""


class Contents:
    """Articles below `root` by id, and by number as the index counts them."""

    def __init__(
        self, root: Path, index: Reader, corrections: Corrections, limit: Callable[[], int], cache: Path
    ) -> None:
        self._root, self._index, self._corrections, self._limit = root, index, corrections, limit
        self._cache, self._looked = cache, False
        self._told: tuple[object, Callable[[str], Choices], tuple[Correction, ...]] | None = None
        self._parsed = lru_cache(16)(self._parse)
        self._large = lru_cache(2)(self._parse_large)
        self._texts = lru_cache(256)(self.read)
        self._detected = lru_cache(16)(self._find)

    def forget(self) -> None:
        """Corrections changed: parse and mark anew."""
        self._parsed.cache_clear()
        self._large.cache_clear()
        self._texts.cache_clear()
        self._detected.cache_clear()

    def article(self, article: str) -> Article:
        """The article, parsed from its file as it is now; raises ArticleMissing."""
        place = article_place(article)
        found = self.articles(place[0]) if place is not None else ()
        if place is None or place[1] >= len(found):
            raise ArticleMissing(f"{article}: has gone from its file")
        return found[place[1]]

    def articles(self, file: str) -> tuple[Article, ...]:
        """All articles of a file, as it is now; raises ArticleMissing."""
        try:
            status = os.stat(self._root / file)
            parsed = self._large if status.st_size >= LARGE else self._parsed
            return parsed(file, status.st_mtime_ns, status.st_size, self._said()[1](file))
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", "") or "cannot be read as text"
            raise ArticleMissing(f"{file}: {why}") from None

    def _said(self) -> tuple[object, Callable[[str], Choices], tuple[Correction, ...]]:
        """The corrections that hold now: what gives those of a file, and those of what is marked in all."""
        corrections, told = self._corrections(), self._told
        if told is None or told[0] is not corrections:
            from reader.library.errata.choices import choosing, of_marks

            self._told = told = corrections, choosing(corrections), of_marks(corrections)
        return told

    def _parse(self, file: str, mtime: int, size: int, choices: Choices) -> tuple[Article, ...]:
        from reader.library.errata.parsed import articles_of
        from reader.parsing import read_bytes

        data = read_bytes(self._root / file, file)
        return self._kept(file, data, choices) or articles_of(data, file, choices)

    def _kept(self, file: str, data: bytes, choices: Choices) -> tuple[Article, ...] | None:
        """The articles of the file that was kept for this start; it is asked about the first one only."""
        if self._looked:
            return None
        self._looked = True
        from reader.library.kept import kept_articles

        return kept_articles(self._cache, file, data, choices)

    def keep(self, article: str) -> None:
        """Keep an article, parsed, for the next start if its first frame waits for it. Raises OSError or ValueError."""
        from reader.library.errata.parsed import articles_of
        from reader.library.kept import keep_articles
        from reader.parsing import read_bytes

        file = file_of(article)
        if os.stat(self._root / file).st_size > FIRST_AT_ONCE:
            return
        data, choices = read_bytes(self._root / file, file), self._said()[1](file)
        keep_articles(self._cache, file, data, choices, articles_of(data, file, choices))

    def _parse_large(self, file: str, mtime: int, size: int, choices: Choices) -> tuple[Article, ...]:
        from reader.library.compact import compact_article
        from reader.library.scanning.apart import parse_apart

        with given_back(size):
            articles = parse_apart(str(self._root / file), file, size, choices)
            if articles is None:
                articles = tuple(map(compact_article, self._parse(file, mtime, size, choices)))
        return articles

    def raw(self, file: str) -> str:
        """The decoded text of a file, as blocks count it; raises ArticleMissing."""
        from reader.library.scanning.intake import Unreadable, read_bytes
        from reader.parsing import decode

        try:
            return decode(read_bytes(str(self._root), file, self._limit())[0]).text
        except Unreadable as problem:
            raise ArticleMissing(f"{file}: {problem}") from None

    # ------------------------------------------------------------------ as indexed

    def text(self, place: PlaceRecord) -> str:
        """The text of an article; of its file as it is now when that changed since it was indexed."""
        return self._texts(place)[0]

    def read(self, place: PlaceRecord) -> tuple[str, bool]:
        """The same without keeping it, and whether the file is still what it was when it was indexed."""
        text = read_text(str(self._root), place)
        if text is not None:
            return text, True
        try:
            return self.article(place.article).text, False
        except ArticleMissing:
            return "", False

    def marks(self, number: int, place: PlaceRecord) -> Detection:
        """People and figures of an article's `text`, from the index or found now."""
        text, current = self._texts(place)
        return (self._indexed(number, place, text) if current else None) or self.detect(
            text, place.published or None, place.article
        )

    def look(self, number: int) -> tuple[PlaceRecord, str, Detection] | None:
        """Place, text and marks of an article, None when it is gone."""
        place = self._index.place(number)
        return (place, self.text(place), self.marks(number, place)) if place else None

    def detection(self, article: str) -> Detection:
        """People and figures of an article as it is now; raises ArticleMissing."""
        parsed = self.article(article)
        number = self._index.number(article)
        place = self._index.place(number) if number is not None else None
        if number is not None and place is not None and self._is_as_indexed(parsed, place):
            found = self._indexed(number, place, parsed.text)
            if found is not None:
                return found
        return self.detect(parsed.text, parsed.published, article)

    def _is_as_indexed(self, parsed: Article, place: PlaceRecord) -> bool:
        """Whether an article is what the index has at `place`. A large text is not read a second time for that."""
        if len(parsed.text) < LARGE:
            text, current = self._texts(place)
            return current and text == parsed.text
        from reader.library.scanning.intake import text_mark

        prints = self._index.prints(place.path, place.idx)
        return (
            prints is not None
            and prints[1] == text_mark(parsed)
            and place.published == (parsed.published or "")
        )

    def is_marked(self, article: str) -> bool:
        """Whether people and figures of an article as it was indexed are in the index."""
        number = self._index.number(article)
        place = self._index.place(number) if number is not None else None
        return (
            number is not None and place is not None and self._index.packed_marks(number, place) is not None
        )

    def _indexed(self, number: int, place: PlaceRecord, text: str) -> Detection | None:
        """People and figures of an article from the index, None when they are not up to date; they fit its text as
        indexed, and no other."""
        packed = self._index.packed_marks(number, place)
        if packed is None:
            return None
        from reader.library.packing import unpack

        try:
            with given_back(len(text)):
                return unpack(packed, text)
        except (zlib.error, ValueError):  # the file was changed without a trace in its time and size
            return None

    def detect(self, text: str, published: str | None, article: str = "") -> Detection:
        """People and figures of a text, with the library's corrections; `article` is its id."""
        return self._detected(text, published, self._said()[2], article)

    def glimpse(self, article: str, start: int, end: int) -> tuple[int, int, Detection]:
        """People and figures around a stretch of an article, by what stands there; raises ArticleMissing."""
        from reader.detect import detect_around

        parsed, corrections = self.article(article), self._said()[2]
        return detect_around(
            parsed.text, start, end, published=parsed.published, corrections=corrections, article=article
        )

    def _find(
        self, text: str, published: str | None, corrections: tuple[Correction, ...], article: str
    ) -> Detection:
        if len(text) < LARGE:
            from reader.detect import detect

            return detect(text, published=published, corrections=corrections, article=article)
        from reader.library.compact import compact_marks
        from reader.library.scanning.apart import detect_apart

        with given_back(len(text)):
            found = detect_apart(text, published, corrections, article)
            return found or compact_marks(text, published, corrections, article)

    # ------------------------------------------------------------------ what SQL asks

    def holds(self, number: int, literal: str) -> bool:
        """Whether an article's folded text holds `literal`."""
        from reader.folding import fold_text

        place = self._index.place(number)
        return place is not None and literal in fold_text(self.read(place)[0])

    def fits(self, number: int, pattern: str, exact: int) -> bool:
        """Whether an article's text fits a regular expression."""
        from reader.library.query.patterns import fits

        place = self._index.place(number)
        return place is not None and fits(pattern, bool(exact), self.read(place)[0])
