"""How much of the surroundings of a passage stands around a place: words in order, the heavier the rarer there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import log, log2

from reader.model import Anchor
from reader.notes.anchor.chain import best_chain, runs
from reader.notes.anchor.fuzzy import Sought
from reader.notes.anchor.ground import Ground, fold, words_of
from reader.notes.anchor.spelling import misread

_MOST_BITS = 12.0
_SLACK = 8  # words that may have been put in between


@dataclass(frozen=True, slots=True)
class Evidence:
    """`own` is the share (0-1) of what stood around the passage in its own paragraph that stands around the place,
    `all` that of whatever stood around it, `much` the logarithm of how much information the words are that do.
    `misread` is the share of the words before and after it that stand there in another spelling, `edges` at how many of
    the two ends the paragraph begins or ends where that of the passage did."""

    own: float
    all: float
    much: float
    misread: tuple[float, float] = (0.0, 0.0)
    edges: int = 0


@dataclass(frozen=True, slots=True)
class Around:
    """The words before and after a passage, and how many of them, those next to it, are of its own paragraph; whether
    they are all that it has on that side."""

    before: Sequence[str]
    after: Sequence[str]
    own_before: int
    own_after: int
    begins: bool
    ends: bool


def around(anchor: Anchor, want: Sought) -> Around:
    """The surroundings that an anchor knows."""
    before, after = want.words[: want.first], want.words[want.last :]
    own_before, own_after = len(before), len(after)
    if "\n\n" in anchor.prefix:
        own_before = min(own_before, len(words_of(fold(anchor.prefix.rsplit("\n\n", 1)[1]))))
    if "\n\n" in anchor.suffix:
        own_after = min(own_after, len(words_of(fold(anchor.suffix.split("\n\n", 1)[0]))))
    return Around(before, after, own_before, own_after, "\n\n" in anchor.prefix, "\n\n" in anchor.suffix)


def evidence(ground: Ground, known: Around, start: int, end: int) -> Evidence:
    """What speaks for the place `[start, end)`, in folded offsets."""
    first, last = ground.word_at(start), ground.word_at(end)
    before, after = known.before, known.after
    hit, bits, ahead = _fitting(ground, before, first - len(before) - _SLACK, first)
    own = range(len(before) - known.own_before, len(before))
    there, all_own = sum(bits[n] for n in own if n in hit), sum(bits[n] for n in own)
    much, most = sum(bits[n] for n in hit), sum(bits)
    hit, bits, behind = _fitting(ground, after, last, last + len(after) + _SLACK)
    own = range(known.own_after)
    there, all_own = there + sum(bits[n] for n in own if n in hit), all_own + sum(bits[n] for n in own)
    much, most = much + sum(bits[n] for n in hit), most + sum(bits)
    return Evidence(
        there / all_own if all_own else 0.5,
        much / most if most else 0.5,
        log(1 + much),
        (ahead, behind),
        _edges(ground, known, first, last),
    )


def _edges(ground: Ground, known: Around, first: int, last: int) -> int:
    """At how many ends of a place, given by its words, its paragraph does what that of the passage did."""
    starts = ground.paragraphs
    number = bisect_right(starts, first)
    begin, end = starts[number - 1] if number else 0, starts[number] if number < len(starts) else -1
    return (known.begins and first - begin == known.own_before) + (
        known.ends and end - last == known.own_after
    )


def _fitting(
    ground: Ground, known: Sequence[str], low: int, high: int
) -> tuple[set[int], list[float], float]:
    """Which of the known words stand between two words of the text, in order, the information in each, and the share
    of them that stands there in another spelling."""
    index, most = ground.index, log2(len(ground.words) + 1)
    bits = [min(_MOST_BITS, most - log2(len(index[word])) if word in index else most) for word in known]
    low = max(0, low)
    there = ground.words[low:high]
    beside: dict[int, int] = {}
    for run in best_chain(runs(known, there, 0, len(there), bits), bits):
        beside.update(zip(range(run.here, run.here + run.length), range(run.there, run.there + run.length)))
    others = misread(known, there, beside)
    return set(beside), bits, sum(other.worth for other in others.values()) / len(known) if known else 0.0
