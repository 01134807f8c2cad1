"""Passages: a query's hits in reading order, article after article, found as they are looked at."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

from reader.library.at_once import at_once
from reader.library.index.records import PlaceRecord
from reader.library.matching import Finder, Span
from reader.library.query.tree import Amount, Field, Query
from reader.sentences import sentence_at

if TYPE_CHECKING:
    from reader.library.noted import Noted
    from reader.library.records import Hit
    from reader.model import Detection, Figure, Located

    #: What the search needs of the library. A text comes with whether its file is as it was indexed.
    TextOf = Callable[[PlaceRecord], tuple[str, bool]]
    DetectionOf = Callable[[int, PlaceRecord], Detection]
    NamesOf = Callable[[str], frozenset[str]]
    PlacesOf = Callable[[Sequence[int]], Iterator[tuple[int, PlaceRecord]]]

Plain = tuple[int, int, str, int]
_AHEAD = 5000  # articles whose places are asked for before their texts are read


class Hits(Sequence["Hit"]):
    """The hits of a query. `articles` is known at once; passages are counted as they are found.

    Notes that are asked for are passages. An article that matches without one (`is:starred`) gives its first sentence.
    """

    def __init__(
        self, query: Query, numbers: array[int], places: PlacesOf, text: TextOf, detection: DetectionOf, names: NamesOf,
        let_go: Callable[[], None], noted: Noted | None = None,
    ) -> None:  # fmt: skip
        self.query, self.numbers = query, numbers
        self._places, self._text, self._detection, self._let_go = places, text, detection, let_go
        leaves = query.wanted()
        self._finder = Finder(leaves)
        people = [leaf.value for leaf in leaves if isinstance(leaf, Field) and leaf.name == "person"]
        self._names = frozenset(name for value in people for name in names(value))
        self._amounts = [leaf for leaf in leaves if isinstance(leaf, Amount)]
        self._marks = bool(self._names or self._amounts)
        self._noted = noted
        self.outdated = 0  #: files met so far that have changed since they were indexed
        self.complete = False  #: whether every article has been walked
        self._found: list[Hit] = []
        self._walk = self._passages()

    @property
    def in_text(self) -> bool:
        """Whether the query is about what stands in the text, so that its hits are passages."""
        return bool(self._finder) or self._marks

    @property
    def in_notes(self) -> bool:
        """Whether the query is about notes, so that its hits are the passages they are on."""
        return self._noted is not None and self._noted.in_text

    def notes_on(self, place: PlaceRecord) -> Sequence[Located]:
        """The notes on an article that the query asks for, where they stand in its text."""
        return self._noted.located(place, self._text(place)[0]) if self._noted else ()

    @property
    def articles(self) -> int:
        """How many articles match."""
        return len(self.numbers)

    @property
    def found(self) -> int:
        """How many passages have been found so far."""
        return len(self._found)

    def __len__(self) -> int:
        """How many passages there are; walks what is left."""
        self._reach(1 << 60)
        return len(self._found)

    @overload
    def __getitem__(self, at: int) -> Hit: ...
    @overload
    def __getitem__(self, at: slice) -> list[Hit]: ...
    def __getitem__(self, at: int | slice) -> Hit | list[Hit]:
        if isinstance(at, slice):
            end_known = at.stop is not None and at.stop >= 0 and (at.start or 0) >= 0
            self._reach(at.stop if end_known else 1 << 60)
            return self._found[at]
        self._reach(at + 1 if at >= 0 else 1 << 60)
        return self._found[at]

    def __iter__(self) -> Iterator[Hit]:
        at = 0
        while True:
            self._reach(at + 1)
            if at >= len(self._found):
                return
            yield self._found[at]
            at += 1

    def _reach(self, count: int) -> None:
        while len(self._found) < count and not self.complete:
            hits = next(self._walk, None)
            if hits is None:
                self.complete = True
            else:
                self._found += hits

    def _passages(self) -> Iterator[list[Hit]]:
        """The hits of one article after the other."""
        from reader.library.records import Hit
        from reader.model import Passage

        for place, found in self.plain():
            article = place.article
            yield [
                Hit(
                    article,
                    place.title,
                    place.published,
                    Passage(article, start, end, sentence, low),
                    place.source,
                )
                for start, end, sentence, low in found
            ]

    def plain(
        self, places: Iterable[tuple[int, PlaceRecord]] | None = None
    ) -> Iterator[tuple[PlaceRecord, list[Plain]]]:
        """The place of one article after the other, with (start, end, sentence, its start) of each of its hits; of
        all articles, or of those at `places`."""
        asked = self._places(self.numbers) if places is None else places
        for number, place, text, current in at_once(self._read, asked):
            yield place, self._in_sentences(number, place, text, current)

    def _read(self, asked: tuple[int, PlaceRecord]) -> tuple[int, PlaceRecord, str, bool]:
        return *asked, *self._text(asked[1])

    def rendered(self, render: Callable[[PlaceRecord, list[Plain]], bytes]) -> Iterator[bytes]:
        """What `render` makes of `plain()`, in order; many hits are shared with a second process."""

        def work(part: Sequence[Any]) -> tuple[bytes, int]:
            self.outdated = 0
            places = part if ahead else self._places(part)
            made = b"".join([render(place, found) for place, found in self.plain(places)])
            return made, self.outdated

        from reader.library.halving import shared

        # What is asked of the index in one go spares two processes opening it again.
        ahead = len(self.numbers) <= _AHEAD
        items = list(self._places(self.numbers)) if ahead else self.numbers
        outdated = 0
        for made, changed in shared(items, work, self._let_go):
            outdated += changed
            yield made
        self.outdated = outdated

    def _in_sentences(self, number: int, place: PlaceRecord, text: str, current: bool) -> list[Plain]:
        spans = self.spans(number, place, text)
        if not current:
            self.outdated += 1
            spans = [span for span in spans if span[1] <= len(text)]  # marks may be those of the file it was
        if not spans:
            if not current and (self._finder or not text):  # what was found is no longer in the file
                return []
            spans = [(0, 0)]
        found: list[Plain] = []
        low = high = 0
        for start, end in spans:
            if not low <= start < high:
                low, high = sentence_at(text, start)
            found.append((start, end, text[low : max(high, end)], low))
        return found

    def spans(self, number: int, place: PlaceRecord, text: str) -> list[Span]:
        """Where the query stands in one article."""
        found = self._finder.spans(text) if self._finder else []
        if self._marks:
            detection = self._detection(number, place)
            found = found + [(p.start, p.end) for p in detection.people if p.name in self._names]
            found += [(f.start, f.end) for f in detection.figures if self._is_meant(f)]
            found.sort()
        if self._noted:
            quoted = [(note.start, note.end) for note in self._noted.located(place, text)]
            found = sorted({*found, *(span for span in quoted if span[0] < span[1])})
        return found

    def _is_meant(self, figure: Figure) -> bool:
        from reader.library.bounds import within

        return any(within(figure, amount) for amount in self._amounts)
