"""From an anchor to its passage in the text of today: exact, then folded, then fuzzy, with a floor.

The idea of quote, context and position together is that of the W3C Web Annotation data model and of the
anchoring in Hypothesis; candidates, weights and the floor are our own.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log

from reader.model import Anchor, Status
from reader.notes.anchor import fuzzy
from reader.notes.anchor.exact import common_end, common_start, weigh
from reader.notes.anchor.ground import Ground, fold

# Log odds from which on no edited place can be better.
_SETTLED = 3.5
# Letters on both sides of a cut that tell that it is one.
_SEAM = 16
#: Below this a candidate is only shown, never attached.
FLOOR = 0.41
#: From here on an edited quote counts as found.
SURE = 0.65
# What is less like the quote is another sentence in its place; what is a little more like it is not sure.
_ANOTHER = 0.5
_HARDLY = 0.6
# What is less like the quote is not worth a look.
_SLIGHTLY = 0.3
# From here on another place of the text was so like that of the quote that only the whole context tells them apart.
_EASILY_MISTAKEN = 60
# What to think of other places when the anchor does not say.
_UNKNOWN_RIVAL = -4.0


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where a quote is: `start` = `end` = -1 when lost. `candidate` is the best guess all the same, or None.

    ok: the quote, where it belongs. moved: the quote elsewhere, or edited. unsure: it may be this.
    """

    start: int
    end: int
    status: Status
    score: float
    candidate: tuple[int, int] | None = None


LOST = Resolution(-1, -1, "lost", 0.0)


def resolve(anchor: Anchor, text: str | Ground, *, floor: float = FLOOR) -> Resolution:
    """Find the passage of `anchor` in `text`. A whole-article anchor is `ok` at 0, 0. Never raises."""
    ground = text if isinstance(text, Ground) else Ground(text)
    if not anchor.exact.strip():
        return Resolution(0, 0, "ok", 1.0)
    here = _unchanged(anchor, ground)
    if here is not None:
        return here
    expected = _expected(anchor, len(ground.text))
    if anchor.rival < _EASILY_MISTAKEN:
        places = weigh(ground.text, anchor.exact, anchor.prefix, anchor.suffix, expected)
        whole = [place for place in places if place.whole]
        if len(whole) == 1:
            return Resolution(whole[0].start, whole[0].end, "ok", 1.0, (whole[0].start, whole[0].end))
    return _decide(anchor, ground, expected, floor)


def _unchanged(anchor: Anchor, ground: Ground) -> Resolution | None:
    """The quick way: the quote at its old place between its old neighbours."""
    start, end, text = anchor.start, anchor.start + len(anchor.exact), ground.text
    if start < 0 or not text.startswith(anchor.exact, start):
        return None
    if anchor.prefix or anchor.suffix:
        low = max(0, start - len(anchor.prefix))
        if text[low:start] != anchor.prefix or not text.startswith(anchor.suffix, end):
            return None
        return Resolution(start, end, "ok", 1.0)
    if anchor.length == len(text) == len(anchor.exact):
        return Resolution(start, end, "ok", 1.0)  # the quote is all there is
    return None


def _expected(anchor: Anchor, length: int) -> int:
    """Where the quote should be if the text grew or shrank evenly; the middle when nothing is known."""
    if anchor.start < 0:
        return 0
    if anchor.length > 0:
        return min(length, anchor.start * length // anchor.length)
    return min(length, anchor.start)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place in folded offsets: how like the quote it is, how well its surroundings fit before and after (0-1), how
    sure it is by that as log odds, the same without regard to where it is, and whether the quote stands there as it
    was."""

    start: int
    end: int
    likeness: float
    before: float
    after: float
    odds: float
    fit: float
    same: bool

    @property
    def context(self) -> float:
        """How well the surroundings fit, 0-1."""
        return 0.5 * (self.before + self.after)


def candidates(
    anchor: Anchor, ground: Ground, expected: int, hole: tuple[int, int] | None = None
) -> list[Candidate]:
    """Every place that may be that of `anchor`, the likeliest first; none in `hole`, a range of folded offsets."""
    quote = fold(anchor.exact).strip()
    prefix, suffix = fold(anchor.prefix), fold(anchor.suffix)
    text = ground.folded.text
    at = ground.folded.folded(expected)
    want = fuzzy.sought(quote, prefix, suffix)
    cut = _cut_out(text, prefix, suffix)
    found = _same(text, quote, prefix, suffix, at, want, hole, cut) if quote else []
    best = max(found, key=lambda c: c.odds, default=None)
    if best is None or best.context < 0.6 or (best.context < 0.9 and best.odds < _SETTLED):
        for guess in fuzzy.guesses(ground, want, at, hole):
            near = _near(guess.start, at, len(text))
            lead = common_end(prefix, text[max(0, guess.start - len(prefix)) : guess.start])
            tail = common_start(suffix, text[guess.end : guess.end + len(suffix)])
            fits = (guess.likeness, guess.before, guess.after)
            fit = fit_of(*fits, share(lead, prefix), share(tail, suffix), False, cut, want)
            made = Candidate(guess.start, guess.end, *fits, fit + near, fit, False)
            if guess.start < guess.end and not any(_overlap(made, other) for other in found):
                found.append(made)
    if hole is not None:
        found = [c for c in found if c.end <= hole[0] or c.start >= hole[1]]
    return sorted(found, key=lambda c: -c.odds)


def _decide(anchor: Anchor, ground: Ground, expected: int, floor: float) -> Resolution:
    """Take the likeliest place, if it is likely enough that the quote has not been taken out."""
    found = candidates(anchor, ground, expected)
    if not found:
        return LOST
    best = found[0]
    score = 1 / (1 + exp(-_belief(best, anchor, ground)))
    span = ground.folded.raw_span(best.start, best.end)
    lead = best.odds - found[1].odds if len(found) > 1 else 9.0
    if score < floor or best.likeness < _ANOTHER:
        return Resolution(-1, -1, "lost", min(score, floor), _nearest(found, ground))
    if score < SURE or lead < 0.3 or best.likeness < _HARDLY:
        return Resolution(*span, "unsure", min(score, SURE), span)
    return Resolution(*span, "ok" if best.same and best.context >= 0.6 else "moved", score, span)


def _nearest(found: list[Candidate], ground: Ground) -> tuple[int, int] | None:
    """The place that is most like that of a lost quote, None when none is like it at all."""
    best = max(found, key=lambda c: c.likeness + 0.5 * c.context)
    if best.likeness < _SLIGHTLY and best.context < _SLIGHTLY:
        return None
    return ground.folded.raw_span(best.start, best.end)


def _belief(best: Candidate, anchor: Anchor, ground: Ground) -> float:
    """How likely the best place is that of the quote and not one that was like it all along, as log odds: a logistic
    regression, fitted on mutated articles from which quotes had been taken out. What counts most is how much better
    the place fits than the best other place did when the note was made."""
    if not anchor.prefix and not anchor.suffix:
        return best.odds
    prefix, suffix = fold(anchor.prefix), fold(anchor.suffix)
    want = fuzzy.sought(fold(anchor.exact).strip(), prefix, suffix)
    size = log(min(max(want.last - want.first, 1), 30))
    rival = -2 * log(100 / min(99, max(1, anchor.rival)) - 1) if anchor.rival else _UNKNOWN_RIVAL
    ahead = best.fit - rival
    better, worse = max(best.before, best.after), min(best.before, best.after)
    return (
        -4.43 + 0.21 * best.fit + 0.66 * ahead - 0.51 * min(0.0, ahead) + 2.09 * best.likeness - 0.77 * size
        + 1.47 * best.likeness * size - 0.81 * _cut_out(ground.folded.text, prefix, suffix)
        + 0.45 * (best.odds - best.fit) - 0.72 * better + 2.05 * worse + 0.38 * best.same
    )  # fmt: skip


def _overlap(guess: Candidate, other: Candidate) -> bool:
    return guess.start < other.end and other.start < guess.end


def _same(
    text: str,
    quote: str,
    prefix: str,
    suffix: str,
    expected: int,
    want: fuzzy.Sought,
    hole: tuple[int, int] | None,
    cut: bool,
) -> list[Candidate]:
    """The places where the quote stands as it was."""
    places = weigh(text, quote, prefix, suffix, expected)
    if hole is not None:
        places = [place for place in places if place.end <= hole[0] or place.start >= hole[1]]
    made = []
    for place in places:
        before = place.before if place.before is not None else (1.0 if place.start < 3 else 0.3)
        after = place.after if place.after is not None else (1.0 if place.end > len(text) - 3 else 0.3)
        near = _near(place.start, expected, len(text))
        lead, tail = share(place.lead, prefix), share(place.tail, suffix)
        fit = fit_of(1.0, before, after, lead, tail, True, cut, want)
        if not prefix and not suffix:
            before = after = 0.9
            fit = 1.0 if len(places) == 1 else 0.2
        made.append(Candidate(place.start, place.end, 1.0, before, after, fit + near, fit, True))
    return made


def _near(start: int, expected: int, length: int) -> float:
    """What it adds to the log odds that a place is near where it should be: it tells repeated quotes apart."""
    return 2.4 * (1 - min(1.0, 4 * abs(start - expected) / max(1, length)))


def share(run: int, known: str) -> float:
    """How much of the context that is known stands next to the place without a gap."""
    return min(1.0, run / len(known)) if known else 0.5


def fit_of(
    likeness: float,
    before: float,
    after: float,
    lead: float,
    tail: float,
    same: bool,
    cut: bool,
    want: fuzzy.Sought,
) -> float:
    """How likely a place is the right one, as log odds: a logistic regression, fitted on mutated articles, on the
    likeness of the quote, its length, how well the better and the worse side of its surroundings fit, and how much
    of them stands there without a gap."""
    if likeness < 0.3:
        return -9.0
    size = log(min(max(want.last - want.first, 1), 30))
    better, worse = max(before, after), min(before, after)
    between = worse >= 0.9 and likeness >= 0.5 and not same
    return (
        -7.98 - 1.81 * likeness + 3.93 * better + 5.69 * worse - 1.3 * size + 4.32 * likeness * size
        + 0.99 * likeness * better + 2.98 * max(lead, tail) + 2.1 * min(lead, tail) - 0.58 * same
        + 1.36 * between - 5.75 * likeness * worse - 1.55 * better * size - 1.47 * cut
    )  # fmt: skip


def _cut_out(text: str, prefix: str, suffix: str) -> bool:
    """Whether what stood before and after the quote now stand side by side: somebody took the quote out."""
    before, after = prefix.rstrip()[-_SEAM:], suffix.lstrip()[:_SEAM]
    if len(before) < _SEAM or len(after) < _SEAM:
        return False
    return f"{before} {after}" in text or f"{before}{after}" in text
