"""The rows of the article list: a compact array of numbers, and pages of rows fetched as they are looked at."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.columns import Lazy
from reader.library.index.reading import Reader

if TYPE_CHECKING:
    from reader.model import Row

_PAGE, _PAGES = 64, 32


class Rows(Lazy["Row"]):
    """A list of articles in one order; an article that has gone since is shown as an empty row."""

    def __init__(self, index: Reader, numbers: array[int], group: str = "none") -> None:
        self._index = index
        self._group = group
        self.numbers = numbers
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()

    def __len__(self) -> int:
        return len(self.numbers)

    def _at(self, index: int) -> Row:
        page = index // _PAGE
        rows = self._pages.get(page)
        if rows is None:
            rows = self._fetch(self.numbers[page * _PAGE : (page + 1) * _PAGE])
            self._pages[page] = rows
            if len(self._pages) > _PAGES:
                self._pages.popitem(last=False)
        return rows[index % _PAGE]

    def _fetch(self, numbers: array[int]) -> list[Row]:
        from reader.model import Row

        return [row or Row("", "", "", "", unread=False) for row in self._index.rows(numbers)]

    def __iter__(self) -> Iterator[Row]:
        for page in range(0, len(self), _PAGE):
            yield from (row for row in self._index.rows(self.numbers[page : page + _PAGE]) if row)

    @property
    def groups(self) -> list[tuple[int, str]]:
        """(first row, label) of each group in order: a day (ISO, "" for none) or a source; empty without groups."""
        if self._group == "none":
            return []
        keys = self._index.group_keys(self._group)
        found: list[tuple[int, str]] = []
        for at, number in enumerate(self.numbers):
            key = keys.get(number, "")
            if not found or key != found[-1][1]:
                found.append((at, key))
        return found

    def index_of(self, article: str) -> int | None:
        """Where the article `file#index` stands, or that under which it is folded; None when neither is shown."""
        number = self._index.number(article)
        while number:
            try:
                return self.numbers.index(number)
            except ValueError:
                number = self._index.folded_under(number)
        return None

    def refresh(self, article: str | None = None) -> None:
        """Fetch one article's row, or all, anew: state or notes have changed."""
        if article is None:
            self._pages.clear()
        elif (at := self.index_of(article)) is not None:
            self._pages.pop(at // _PAGE, None)
