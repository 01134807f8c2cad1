"""Words of a quote that stand in their place in another spelling: misspelt, corrected, or misread by a scanner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# What a word in another spelling counts for, beside one that is equal.
_WORTH = 0.8
# Words of which a smaller share of the letters at their ends is the same are other words.
_ALIKE = 0.6
# The same of all letters in several words taken together.
_MISREAD = 0.75
# Longer runs of words in which none is equal are other text.
_LETTERS = 120


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words from number `first` to below `last`."""

    words: Sequence[str]
    first: int
    last: int


def misread(
    quote: Stretch, text: Stretch, weights: Sequence[float], beside: dict[int, int]
) -> tuple[float, int]:
    """Credit for words of the quote of which the letters stand in their place, a few misread and cut otherwise into
    words; and how many more words there are so. `beside` says which word of the text is equal to which of the quote
    and its surroundings; what is found is added to it."""
    credit, more = 0.0, 0
    number = quote.first
    while number < quote.last:
        stop = number
        while stop < quote.last and stop not in beside:
            stop += 1
        low, high = beside.get(number - 1, text.first - 1) + 1, beside.get(stop, text.last)
        if number < stop and text.first <= low < high <= text.last:
            alike = _same_letters("".join(quote.words[number:stop]), "".join(text.words[low:high]))
            if alike >= _MISREAD:
                credit += _WORTH * alike * sum(weights[number:stop])
                more += max(0, (high - low) - (stop - number))
                for step in range(stop - number):
                    beside[number + step] = min(low + step, high - 1)
        number = stop + 1
    return credit, more


def _same_letters(one: str, other: str) -> float:
    """The share of letters that two runs of words have in common, in order; 0 where that is hardly worth a look."""
    short, long = sorted((len(one), len(other)))
    if not long or long > _LETTERS or 2 * short / (short + long) < _MISREAD:
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _MISREAD else 0.0


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
