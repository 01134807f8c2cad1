"""Words that stand in their place in another spelling: misspelt, corrected, misread by a scanner; or as another number.

Of a quote they earn part of what equal words do; of what stood around it they tell as much of the place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

# What a word in another spelling counts for, beside one that is equal.
_WORTH = 0.8
# What another number in the place of one counts for: figures are brought up to date.
_NUMBER = 0.6
# Words of which a smaller share of the letters at their ends is the same are other words.
_ALIKE = 0.6
# The same of all letters in several words taken together.
_MISREAD = 0.75
# A word of which less is there has been left out.
_HALF = 0.5
# Longer runs of words in which none is equal are other text.
_LETTERS = 120


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words from number `first` to below `last`."""

    words: Sequence[str]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Other:
    """A sought word in another spelling: what it is worth beside an equal one, and where it ends."""

    worth: float
    end: int


def misread(sought: Sequence[str], words: Sequence[str], beside: dict[int, int]) -> dict[int, Other]:
    """The sought words that stand between equal ones in another spelling, by their number: of several taken together
    nearly all letters are there, perhaps cut otherwise into words; or a number is another one.

    `beside` says which word of `words` is equal to which sought one; where those begin that are found is added to it.
    """
    found: dict[int, Other] = {}
    for here, there in _gaps(len(sought), len(words), sorted(beside.items())):
        old, new = sought[here.start : here.stop], words[there.start : there.stop]
        places = _same_letters(old, new)
        for number, (share, first, last) in enumerate(places, here.start):
            if share >= _HALF:
                beside[number] = there.start + first
                found[number] = Other(_WORTH * share, there.start + last + 1)
        if not places and len(old) == len(new):
            for number, place in zip(here, there):
                if sought[number].isdecimal() and words[place].isdecimal():
                    beside[number] = place
                    found[number] = Other(_NUMBER, place + 1)
    return found


def _gaps(sought: int, words: int, equal: Sequence[tuple[int, int]]) -> Iterator[tuple[range, range]]:
    """The sought words without an equal one, and what stands there instead: between two equal ones all of it, beyond
    the first and the last one as many words."""
    if not equal:
        return
    (first, place), (last, end) = equal[0], equal[-1]
    if first and place:
        yield range(first), range(max(0, place - first), place)
    for (one, there), (other, then) in pairwise(equal):
        if other - one > 1 and then - there > 1:
            yield range(one + 1, other), range(there + 1, then)
    if last + 1 < sought and end + 1 < words:
        yield range(last + 1, sought), range(end + 1, min(words, end + sought - last))


def _same_letters(old: Sequence[str], new: Sequence[str]) -> list[tuple[float, int, int]]:
    """Two runs of words that have nearly all letters in common, in order: what share of those of each old word is
    there, and in which of the new ones it begins and ends. Nothing for any others."""
    one, other = "".join(old), "".join(new)
    short, long = sorted((len(one), len(other)))
    if not long or long > _LETTERS or 2 * short / (short + long) < _MISREAD:
        return []
    if (
        2 * sum(min(one.count(letter), other.count(letter)) for letter in set(one)) / (short + long)
        < _MISREAD
    ):
        return []
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.ratio() < _MISREAD:
        return []
    blocks = matcher.get_matching_blocks()[:-1]
    ends = [*accumulate(map(len, new))]
    places: list[tuple[float, int, int]] = []
    at = 0
    for word in old:
        stop = at + len(word)
        first = next((b.b + max(0, at - b.a) for b in blocks if b.a + b.size > at), len(other) - 1)
        last = next((b.b + min(b.size, stop - b.a) - 1 for b in reversed(blocks) if b.a < stop), 0)
        there = sum(max(0, min(b.a + b.size, stop) - max(b.a, at)) for b in blocks)
        places.append((there / len(word), bisect_right(ends, first), bisect_right(ends, max(first, last))))
        at = stop
    return places


def misspelt(quote: Stretch, text: Stretch, weights: Sequence[float], beside: dict[int, int]) -> float:
    """Credit for single words of the quote that stand next to an equal one in another spelling. `beside` as above."""
    credit = 0.0
    taken = set(beside.values())
    for number in range(quote.first, quote.last):
        if number in beside:
            continue
        near = beside.get(number - 1)
        spot = near + 1 if near is not None else beside.get(number + 1, 0) - 1
        if not text.first <= spot < text.last or spot in taken:
            continue
        alike = _spelled_alike(quote.words[number], text.words[spot])
        if alike >= _ALIKE:
            credit += _WORTH * alike * weights[number]
            beside[number] = spot
            taken.add(spot)
    return credit


def _spelled_alike(one: str, other: str) -> float:
    """The share of letters that two words have in common at their starts and ends, 0-1."""
    longest = max(len(one), len(other))
    if not longest or longest > 64:
        return float(one == other)
    shortest = min(len(one), len(other))
    head = 0
    while head < shortest and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < shortest - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    return (head + tail) / longest
