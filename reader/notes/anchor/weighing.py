"""The places of a text that may be that of an anchor, each with all that speaks for it, as log odds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import log

from reader.model import Anchor
from reader.notes.anchor import fuzzy
from reader.notes.anchor.evidence import Around, Evidence, around, evidence
from reader.notes.anchor.exact import Place, common_end, common_start, weigh
from reader.notes.anchor.ground import Ground, fold

# Log odds from which on no edited place can be better.
_SETTLED = 3.5
# Letters on both sides of a cut that tell that it is one.
_SEAM = 16
# Of the places where the quote stands as it was, so many are looked at closely.
_CLOSELY = 6
# What it is worth at most to be near where the passage should be.
_NEAR = 2.25
# What it is worth that the paragraph begins or ends where that of the passage did.
_EDGE = 2.0
# What an anchor without context is worth where its quote stands, alone or more than once.
_ALONE, _REPEATED = 1.0, 0.2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place in folded offsets: how like the quote it is, how well its surroundings fit before and after (0-1), how
    sure it is by that as log odds, the same without regard to where it is, whether the quote stands there as it was,
    and what of its surroundings is there."""

    start: int
    end: int
    likeness: float
    before: float
    after: float
    odds: float
    fit: float
    same: bool
    proof: Evidence

    @property
    def rank(self) -> float:
        """How sure it is among others, which may have the same words around them: paragraphs are moved as a whole."""
        return self.odds + _EDGE * self.proof.edges * self.same

    @property
    def context(self) -> float:
        """How well the surroundings fit, 0-1."""
        return 0.5 * (self.before + self.after)


class Search:
    """The search for the place of one anchor in one text. `expected` is where it should be, a raw offset."""

    def __init__(self, anchor: Anchor, ground: Ground, expected: int) -> None:
        self.anchor = anchor
        self.ground = ground
        self.text = ground.folded.text
        self.quote = fold(anchor.exact).strip()
        self.prefix, self.suffix = fold(anchor.prefix), fold(anchor.suffix)
        self.expected = ground.folded.folded(expected)
        self.want = fuzzy.sought(self.quote, self.prefix, self.suffix)
        self.cut = _cut_out(self.text, self.prefix, self.suffix)
        self._known: Around = around(anchor, self.want)

    @cached_property
    def is_fewer(self) -> bool:
        """Whether one of the places with the words of the quote has gone: it may be that of the anchor."""
        return 0 < self.anchor.copies >= self.text.count(self.quote)

    def candidates(self, hole: tuple[int, int] | None = None) -> list[Candidate]:
        """Every place that may be the right one, the likeliest first; none in `hole`, a range of folded offsets."""
        found = self._same(hole) if self.quote else []
        best = max(found, key=lambda c: c.odds, default=None)
        if best is None or best.context < 0.6 or (best.context < 0.9 and best.odds < _SETTLED):
            for guess in fuzzy.guesses(self.ground, self.want, self.expected, hole):
                if guess.start < guess.end and not any(_overlap(guess, other) for other in found):
                    sides = guess.before, guess.after
                    found.append(self.weighed((guess.start, guess.end), guess.likeness, sides))
        if hole is not None:
            found = [c for c in found if c.end <= hole[0] or c.start >= hole[1]]
        return sorted(found, key=lambda c: -c.rank)

    def weighed(
        self, span: tuple[int, int], likeness: float, sides: tuple[float, float], *, same: bool = False
    ) -> Candidate:
        """A place with all that speaks for it; `sides` say how well its surroundings fit before and after."""
        start, end = span
        lead = common_end(self.prefix, self.text[max(0, start - len(self.prefix)) : start])
        tail = common_start(self.suffix, self.text[end : end + len(self.suffix)])
        runs = share(lead, self.prefix), share(tail, self.suffix)
        proof = evidence(self.ground, self._known, start, end)
        if same:  # so far only equal words and letters have been counted
            ahead, behind = proof.misread
            sides = min(1.0, sides[0] + ahead), min(1.0, sides[1] + behind)
        fit = fit_of(likeness, sides, runs, same, self.cut, self.want, proof)
        return Candidate(start, end, likeness, *sides, fit + self._near(start), fit, same, proof)

    def _near(self, start: int) -> float:
        """What it adds to the log odds that a place is near where it should be: it tells repeated quotes apart."""
        return _NEAR * (1 - min(1.0, 4 * abs(start - self.expected) / max(1, len(self.text))))

    @cached_property
    def _places(self) -> list[Place]:
        return weigh(self.text, self.quote, self.prefix, self.suffix, self.expected)

    def _same(self, hole: tuple[int, int] | None) -> list[Candidate]:
        """The places where the quote stands as it was."""
        places = self._places
        if hole is not None:
            places = [place for place in places if place.end <= hole[0] or place.start >= hole[1]]
        if not self.prefix and not self.suffix:
            fit = _ALONE if len(places) == 1 else _REPEATED
            nothing = Evidence(0.5, 0.5, 0.0)
            return [
                Candidate(p.start, p.end, 1.0, 0.9, 0.9, fit + self._near(p.start), fit, True, nothing)
                for p in places
            ]
        rough = sorted(places, key=lambda place: -sum(self._sides(place)) - 0.3 * self._near(place.start))
        return [
            self.weighed((place.start, place.end), 1.0, self._sides(place), same=True)
            for place in rough[:_CLOSELY]
        ]

    def _sides(self, place: Place) -> tuple[float, float]:
        before, after = place.before, place.after
        if before is None:
            before = 1.0 if place.start < 3 else 0.3
        if after is None:
            after = 1.0 if place.end > len(self.text) - 3 else 0.3
        return before, after


def _overlap(guess: fuzzy.Guess, other: Candidate) -> bool:
    return guess.start < other.end and other.start < guess.end


def share(run: int, known: str) -> float:
    """How much of the context that is known stands next to the place without a gap."""
    return min(1.0, run / len(known)) if known else 0.5


def _cut_out(text: str, prefix: str, suffix: str) -> bool:
    """Whether what stood before and after the quote now stand side by side: somebody took the quote out."""
    before, after = prefix.rstrip()[-_SEAM:], suffix.lstrip()[:_SEAM]
    if len(before) < _SEAM or len(after) < _SEAM:
        return False
    return f"{before} {after}" in text or f"{before}{after}" in text


def fit_of(
    likeness: float,
    sides: tuple[float, float],
    runs: tuple[float, float],
    same: bool,
    cut: bool,
    want: fuzzy.Sought,
    proof: Evidence,
) -> float:
    """How likely a place is the right one, as log odds: a logistic regression, fitted on mutated articles, on the
    likeness of the quote, its length, how well the better and the worse side of its surroundings fit, how much of
    them stands there without a gap, and how much of it would not be there by chance."""
    if likeness < 0.3:
        return -9.0
    size = log(min(max(want.last - want.first, 1), 30))
    better, worse = max(sides), min(sides)
    between = worse >= 0.9 and likeness >= 0.5 and not same
    return (
        -19.19 + 3.83 * likeness + 6.28 * better + 5.8 * worse + 1.18 * size + 3.95 * likeness * size
        - 3.51 * likeness * better + 2.66 * max(runs) + 1.83 * min(runs) + 0.11 * same + 2.05 * between
        - 7.36 * likeness * worse - 0.73 * better * size - 1.58 * cut + 3.37 * proof.own
        + 1.29 * proof.much - 0.61 * size * proof.much
    )  # fmt: skip
