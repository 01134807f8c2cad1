"""Near-duplicates: which articles are copies of which.

Candidates share a band of their sketches (locality-sensitive hashing, Leskovec, Rajaraman, Ullman: Mining of
Massive Datasets, chapter 3); they are copies when the share of their common four-word runs, or for texts of
unlike length the share of the shorter one, reaches the threshold.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache

from reader.library.index.reading import Reader
from reader.library.sketches import BINS, likeness, shingles

#: Number → (sketch, digest, length, published, number it is folded under or 0).
Facts = dict[int, tuple[bytes, bytes, int, str, int]]
_ROWS = 2  # bins a band
_CROWD = 50  # members of one band bucket that are compared pairwise


def find_copies(
    index: Reader, threshold: float, text: Callable[[int], str], fresh: Collection[int] | None
) -> dict[int, int]:
    """Number of each copy → number of the article it is folded under (the longest, then oldest of its set).

    With `fresh`, what was folded stays so and only these articles are compared with the others.
    """
    facts = {row[0]: row[1:] for row in index.sketches() if row[1]}
    families = _Families()
    if fresh is not None:
        for number, fact in facts.items():
            if fact[4]:
                families.join(fact[4], number)
    _join_equal(facts, families)
    runs = lru_cache(300)(lambda number: shingles(text(number)))
    refused: set[tuple[int, int]] = set()
    for band in range(0, BINS, _ROWS) if fresh is None or fresh else ():
        for group in _buckets(facts, band, fresh):
            for one, other in _pairs(group, fresh):
                if families.head(one) == families.head(other) or (one, other) in refused:
                    continue
                if likeness(facts[one][0], facts[other][0]) > threshold * 0.5 and (
                    common_share(runs(one), runs(other)) >= threshold
                ):
                    families.join(one, other)
                else:
                    refused.add((one, other))
    return families.folded(facts)


class _Families:
    """Sets of articles that are copies of each other (union-find)."""

    def __init__(self) -> None:
        self._parents: dict[int, int] = {}

    def head(self, number: int) -> int:
        while (up := self._parents.get(number, number)) != number:
            self._parents[number] = self._parents.get(up, up)
            number = up
        return number

    def join(self, one: int, other: int) -> None:
        one, other = self.head(one), self.head(other)
        if one != other:
            self._parents[max(one, other)] = min(one, other)

    def folded(self, facts: Facts) -> dict[int, int]:
        """Copy → the one it is folded under."""
        sets: dict[int, set[int]] = {}
        for number in self._parents:
            sets.setdefault(self.head(number), set()).add(number)
        found: dict[int, int] = {}
        for top, members in sets.items():
            family = [number for number in {*members, top} if number in facts]
            if family:
                shown = min(family, key=lambda n: (-facts[n][2], facts[n][3] or "9", n))
                found |= {number: shown for number in family if number != shown}
        return found


def _pairs(group: Sequence[int], fresh: Collection[int] | None) -> Iterator[tuple[int, int]]:
    """Members of a bucket to be compared; a crowd is compared with its neighbours only."""
    for i, one in enumerate(group):
        for other in group[i + 1 : i + 1 + _CROWD]:
            if fresh is None or one in fresh or other in fresh:
                yield one, other


def _join_equal(facts: Facts, families: _Families) -> None:
    first: dict[bytes, int] = {}
    for number, fact in facts.items():
        families.join(first.setdefault(fact[1], number), number)


def _buckets(facts: Facts, band: int, fresh: Collection[int] | None) -> list[list[int]]:
    """The groups of articles whose sketches agree in one band, those without a fresh one left out."""
    low, high = band * 2, (band + _ROWS) * 2
    first: dict[bytes, int] = {}
    groups: dict[bytes, list[int]] = {}
    keys = None if fresh is None else {facts[number][0][low:high] for number in fresh if number in facts}
    for number, fact in facts.items():
        key = fact[0][low:high]
        if keys is not None and key not in keys:
            continue
        before = first.setdefault(key, number)
        if before != number:
            groups.setdefault(key, [before]).append(number)
    return list(groups.values())


def common_share(one: set[int], other: set[int]) -> float:
    """The share of common runs in both together, or nearly that of the shorter when it is cut from the longer."""
    if not one or not other:
        return 0.0
    both = len(one & other)
    whole = both / len(one | other)
    return max(whole, 0.9 * both / min(len(one), len(other)))
