"""Who is named together with whom, two by two: of hundreds of thousands of people millions of pairs, never all at once.

Everybody is counted with those of their articles, in a walk over all people. What a walk finds is dropped but for the
pairs of most articles, which are given out; for those of fewer it walks again. Most pairs are of one article: they
come in the order in which they are to be given out, and need not be kept at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from reader.garbage import uncollected
from reader.library.people.entries import Crowd
from reader.library.records import Pair

_KEPT = 200_000  # pairs that are sorted at a time
#: Articles in common, the places of both in the crowd, the first and the last day.
Found = tuple[int, int, int, str, str]


def all_pairs(
    crowd: Crowd, casts: Iterable[tuple[str, str]], wanted: set[int] | None = None
) -> Iterator[Pair]:
    """All of the crowd who are named together in `casts` (day, numbers of persons between commas, in the order of
    days), those with most articles first; of two, the one who comes first in the crowd. With `wanted` only pairs in
    which one of these places of the crowd is."""
    with uncollected():
        together = _Together(crowd, casts, wanted)
        sizes, first = together.survey()
    yield from map(together.told, first)
    left = sorted(size for size in sizes if not first or size < first[-1][0])
    while left:
        least = most = left.pop()
        if sizes[most] > _KEPT:  # in order as they are found
            yield from map(together.told, together.walk(least, most))
            continue
        kept = sizes[most]
        while left and kept + sizes[left[-1]] <= _KEPT:
            least = left.pop()
            kept += sizes[least]
        yield from map(together.told, sorted(together.walk(least, most), key=_order))


def _order(found: Found) -> tuple[int, int, int]:
    return -found[0], found[1], found[2]


class _Together:
    """Whom the articles name, and the articles of everybody."""

    def __init__(self, crowd: Crowd, casts: Iterable[tuple[str, str]], wanted: set[int] | None) -> None:
        self._crowd, self._wanted = crowd, wanted
        self._days: list[str] = []
        self._casts: list[list[int]] = []
        articles: dict[int, list[int]] = {}
        for day, cast in casts:
            places = crowd.places(cast)
            if len(places) < 2 or (wanted is not None and places.isdisjoint(wanted)):
                continue
            number = len(self._days)
            for place in places:
                if place in articles:
                    articles[place].append(number)
                else:
                    articles[place] = [number]
            self._days.append(day)
            self._casts.append(list(places))
        self._articles = dict(sorted(articles.items()))

    def survey(self) -> tuple[Counter[int], list[Found]]:
        """How many pairs there are of each number of articles, and in order those of most articles, as many as are
        kept."""
        sizes = Counter[int]()
        kept: list[Found] = []
        least = 2
        for one, articles in self._articles.items():
            met = self._met(one, articles)
            sizes.update(met.values())
            if len(articles) < least:
                continue
            kept += self._found(one, {other: count for other, count in met.items() if count >= least})
            while len(kept) > _KEPT:
                least += 1
                kept = [found for found in kept if found[0] >= least]
        return sizes, sorted(kept, key=_order)

    def walk(self, least: int, most: int) -> Iterator[Found]:
        """The pairs with at `least` and at `most` so many articles, those of the first in the crowd first."""
        for one, articles in self._articles.items():
            if len(articles) >= least:
                met = self._met(one, articles)
                yield from self._found(one, {o: met[o] for o in sorted(met) if least <= met[o] <= most})

    def _met(self, one: int, articles: list[int]) -> dict[int, int]:
        """With whom behind them in the crowd somebody is named, and in how many of their articles."""
        casts, wanted = self._casts, self._wanted
        if len(articles) == 1:  # most people
            met = dict.fromkeys([other for other in casts[articles[0]] if other > one], 1)
        else:
            counts = Counter(chain.from_iterable([casts[article] for article in articles]))
            met = {other: count for other, count in counts.items() if other > one}
        if wanted is None or one in wanted:
            return met
        return {other: met[other] for other in wanted.intersection(met)}

    def _found(self, one: int, met: dict[int, int]) -> list[Found]:
        """Somebody's pairs with those in `met`, in this order."""
        if not met:
            return []
        articles, casts, days = self._articles[one], self._casts, self._days
        lasts = {other: article for article in articles for other in casts[article]}
        dated = [article for article in articles if days[article]]
        firsts = {other: article for article in reversed(dated) for other in casts[article]}
        return [
            (met[other], one, other, days[firsts[other]] if other in firsts else "", days[lasts[other]])
            for other in met
        ]

    def told(self, found: Found) -> Pair:
        """A pair as it is told."""
        count, one, other, first, last = found
        families = self._crowd.families
        return Pair(families[one][0], families[other][0], count, first, last)
