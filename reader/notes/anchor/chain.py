"""Two sequences of words laid side by side: runs of equal words, chained in order with a price on gaps.

Seed-and-chain as genome aligners do it (the idea of MUMmer and minimap2), on words instead of bases.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

#: At most so many runs are chained, the heaviest ones.
MOST_RUNS = 48


@dataclass(frozen=True, slots=True)
class Run:
    """`length` equal words: from word `here` of the sought sequence and word `there` of the text on."""

    here: int
    there: int
    length: int
    weight: float


def runs(
    sought: Sequence[str], text: Sequence[str], low: int, high: int, weights: Sequence[float]
) -> list[Run]:
    """The maximal runs of equal words between `sought` and `text[low:high]`, the heaviest `MOST_RUNS`."""
    spots: dict[str, list[int]] = {}
    for number, word in enumerate(sought):
        spots.setdefault(word, []).append(number)
    made: list[Run] = []
    sums = [0.0, *accumulate(weights)]
    open_runs: dict[int, int] = {}  # diagonal → first word of the text
    for there in range(low, high):
        going: dict[int, int] = {}
        for here in spots.get(text[there], ()):
            diagonal = there - here
            going[diagonal] = open_runs.pop(diagonal, there)
        if open_runs:
            _close(open_runs, there, sums, made)
        open_runs = going
    _close(open_runs, high, sums, made)
    if len(made) > MOST_RUNS:
        made = sorted(made, key=lambda run: -run.weight)[:MOST_RUNS]
    made.sort(key=lambda run: (run.here, run.there))
    return made


def _close(open_runs: dict[int, int], stop: int, sums: Sequence[float], made: list[Run]) -> None:
    """Add the runs that end before word `stop`; `sums` are those of the weights of the words before each."""
    for diagonal, first in open_runs.items():
        here = first - diagonal
        length = stop - first
        made.append(Run(here, first, length, sums[here + length] - sums[here]))


def best_chain(found: Sequence[Run], weights: Sequence[float]) -> list[Run]:
    """The heaviest chain of runs that go forward in both sequences; overlaps are cut off the later run."""
    best: list[float] = []
    previous: list[int] = []
    trimmed: list[Run] = []
    for number, run in enumerate(found):
        weight, here, there, length = run.weight, run.here, run.there, run.length
        score, link, chosen = weight, -1, run
        for other in range(number - 1, -1, -1):
            reached = best[other]
            if reached + weight <= score:
                continue
            before = trimmed[other]
            if before.here >= here or before.there >= there:
                continue
            here_gap = here - before.here - before.length
            there_gap = there - before.there - before.length
            cut = -min(here_gap, there_gap, 0)
            if cut >= length:
                continue
            drift = here_gap - there_gap if here_gap > there_gap else there_gap - here_gap
            price = 0.08 * drift + 0.02 * (min(here_gap, there_gap) + cut)
            left = weight - (sum(weights[here : here + cut]) if cut else 0.0)
            total = reached + left - (price if price < 3.0 else 3.0)
            if total > score:
                score, link = total, other
                chosen = Run(here + cut, there + cut, length - cut, left) if cut else run
        best.append(score)
        previous.append(link)
        trimmed.append(chosen)
    if not best:
        return []
    at = max(range(len(best)), key=best.__getitem__)
    chain = []
    while at >= 0:
        chain.append(trimmed[at])
        at = previous[at]
    return chain[::-1]
