"""Where a quote stands word for word, and how well its surroundings fit there.

Works on any pair of forms, raw or folded. Searching is `str.find`, which is linear; only the occurrences
nearest to the expected place are weighed, so a text that repeats the quote a million times costs no more.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from reader.notes.anchor.ground import words_of

#: Occurrences weighed on either side of the expected place.
NEAREST = 200
# Letters of context that settle the matter when they agree without a gap. Where more than the usual context is known,
# that is because so many letters are the same elsewhere.
_ENOUGH = 32
USUAL = 80


@dataclass(frozen=True, slots=True)
class Place:
    """An occurrence and how much of the context before and after it fits, each 0-1 (None: no context known), and how
    many characters next to it do without a gap."""

    start: int
    end: int
    before: float | None
    after: float | None
    lead: int = 0
    tail: int = 0

    @property
    def whole(self) -> bool:
        """Whether all the context that is known fits without a gap."""
        return {self.before, self.after} in ({1.0}, {1.0, None})


def occurrences(text: str, quote: str, expected: int) -> list[int]:
    """Offsets at which `quote` stands in `text`: the nearest ones before and after `expected`, in order."""
    found: list[int] = []
    at = text.find(quote, max(0, expected))
    while at >= 0 and len(found) < NEAREST:
        found.append(at)
        at = text.find(quote, at + 1)
    before: list[int] = []
    at = text.rfind(quote, 0, max(0, expected) + len(quote) - 1)
    while at >= 0 and len(before) < NEAREST:
        before.append(at)
        at = text.rfind(quote, 0, at + len(quote) - 1)
    return before[::-1] + found


def common_end(one: str, other: str) -> int:
    """How many characters `one` and `other` share at their ends."""
    limit = min(len(one), len(other))
    for length in range(limit):
        if one[-1 - length] != other[-1 - length]:
            return length
    return limit


def common_start(one: str, other: str) -> int:
    """How many characters `one` and `other` share at their starts."""
    limit = min(len(one), len(other))
    for length in range(limit):
        if one[length] != other[length]:
            return length
    return limit


def side(run: int, known: str, there: str) -> float:
    """How well a side fits: an unbroken run of `run` characters next to the quote, or shared words."""
    whole = len(known)
    if run >= whole or (run >= _ENOUGH and whole <= USUAL):
        return 1.0
    words = _telling(known)
    shared = len(words.intersection(words_of(there))) / len(words) if words else 0.0
    return max(run / (min(whole, _ENOUGH) if whole <= USUAL else whole), shared)


@lru_cache(maxsize=8)
def _telling(known: str) -> set[str]:
    """The longer words of a side, or all if there are none."""
    words = words_of(known)
    return {word for word in words if len(word) > 3} or set(words)


def weigh(text: str, quote: str, prefix: str, suffix: str, expected: int) -> list[Place]:
    """Every occurrence of `quote` with how its context fits, in text order."""
    places = []
    length = len(quote)
    for start in occurrences(text, quote, expected):
        end = start + length
        before = after = None
        lead = tail = 0
        if prefix:
            there = text[max(0, start - len(prefix)) : start]
            lead = common_end(prefix, there)
            before = side(lead, prefix, there)
        if suffix:
            there = text[end : end + len(suffix)]
            tail = common_start(suffix, there)
            after = side(tail, suffix, there)
        places.append(Place(start, end, before, after, lead, tail))
    return places
