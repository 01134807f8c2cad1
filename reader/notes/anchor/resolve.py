"""From an anchor to its passage in the text of today: exact, then folded, then fuzzy, with a floor.

The idea of quote, context and position together is that of the W3C Web Annotation data model and of the
anchoring in Hypothesis; candidates, weights and the floor are our own.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log

from reader.model import Anchor, Status
from reader.notes.anchor import fuzzy
from reader.notes.anchor.exact import weigh
from reader.notes.anchor.ground import Ground, fold

CONTEXT = 80
# Log odds from which on no edited place can be better.
_SETTLED = 3.5
# Letters on both sides of a cut that tell that it is one.
_SEAM = 16
#: Below this a candidate is only shown, never attached.
FLOOR = 0.3
#: From here on an edited quote counts as found.
SURE = 0.6


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


def describe(text: str, start: int, end: int, article: int = 0) -> Anchor:
    """The anchor of `text[start:end]`; an empty range means the whole article."""
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    if end <= start:
        return Anchor("", length=len(text), article=article)
    return Anchor(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
        length=len(text),
        article=article,
    )


def resolve(anchor: Anchor, text: str | Ground, *, floor: float = FLOOR) -> Resolution:
    """Find the passage of `anchor` in `text`. A whole-article anchor is `ok` at 0, 0. Never raises."""
    ground = text if isinstance(text, Ground) else Ground(text)
    if not anchor.exact.strip():
        return Resolution(0, 0, "ok", 1.0)
    here = _unchanged(anchor, ground)
    if here is not None:
        return here
    expected = _expected(anchor, len(ground.text))
    whole = [p for p in weigh(ground.text, anchor.exact, anchor.prefix, anchor.suffix, expected) if p.whole]
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
    return None


def _expected(anchor: Anchor, length: int) -> int:
    """Where the quote should be if the text grew or shrank evenly; the middle when nothing is known."""
    if anchor.start < 0:
        return 0
    if anchor.length > 0:
        return min(length, anchor.start * length // anchor.length)
    return min(length, anchor.start)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A place in folded offsets, how sure it is as log odds, and whether the quote stands there as it was."""

    start: int
    end: int
    odds: float
    same: bool
    context: float


def _decide(anchor: Anchor, ground: Ground, expected: int, floor: float) -> Resolution:
    """Weigh the places of the folded quote against those of an edited one."""
    quote = fold(anchor.exact).strip()
    prefix, suffix = fold(anchor.prefix), fold(anchor.suffix)
    text = ground.folded.text
    at = ground.folded.folded(expected)
    want = fuzzy.sought(quote, prefix, suffix)
    candidates = _same(text, quote, prefix, suffix, at, want) if quote else []
    best = max(candidates, key=lambda c: c.odds, default=None)
    cut = _cut_out(text, prefix, suffix)
    if best is None or best.context < 0.6 or (best.context < 0.9 and best.odds < _SETTLED):
        for guess in fuzzy.guesses(ground, want, at):
            odds = _odds(guess.likeness, guess.before, guess.after, want) + _near(guess.start, at, len(text))
            fits = 0.5 * (guess.before + guess.after)
            if min(guess.before, guess.after) >= 0.9 and guess.likeness >= 0.5:
                odds += (
                    2.0  # between its old neighbours: a copy of the quote elsewhere does not outweigh that
                )
            if guess.start < guess.end and not any(_overlap(guess, other) for other in candidates):
                candidates.append(_Candidate(guess.start, guess.end, odds - 5 * cut, False, fits))
    if not candidates:
        return LOST
    candidates.sort(key=lambda c: -c.odds)
    best = candidates[0]
    score = 1 / (1 + exp(-best.odds))
    span = ground.folded.raw_span(best.start, best.end)
    lead = best.odds - candidates[1].odds if len(candidates) > 1 else 9.0
    if score < floor:
        return Resolution(-1, -1, "lost", score, span)
    if score < SURE or lead < 0.3:
        return Resolution(*span, "unsure", min(score, SURE), span)
    return Resolution(*span, "ok" if best.same and best.context >= 0.6 else "moved", score, span)


def _overlap(guess: fuzzy.Guess, other: _Candidate) -> bool:
    return guess.start < other.end and other.start < guess.end


def _same(
    text: str, quote: str, prefix: str, suffix: str, expected: int, want: fuzzy.Sought
) -> list[_Candidate]:
    """The places where the quote stands as it was."""
    places = weigh(text, quote, prefix, suffix, expected)
    cut = _cut_out(text, prefix, suffix)
    made = []
    for place in places:
        before = place.before if place.before is not None else (1.0 if place.start < 3 else 0.3)
        after = place.after if place.after is not None else (1.0 if place.end > len(text) - 3 else 0.3)
        odds = _odds(1.0, before, after, want) + _near(place.start, expected, len(text))
        if not prefix and not suffix:
            odds = 1.0 if len(places) == 1 else 0.2 + _near(place.start, expected, len(text))
        elif len(places) > 1 and max(before, after) < 0.7:
            odds -= 1.5  # a quote that is repeated says little without its context
        if cut and want.last - want.first < 6:
            odds -= 3.0
        fits = 0.5 * (before + after) if prefix or suffix else 0.9
        made.append(_Candidate(place.start, place.end, odds, True, fits))
    return made


def _near(start: int, expected: int, length: int) -> float:
    """What the place in the text adds: it tells repeated quotes apart, and no more."""
    return 0.6 * (1 - min(1.0, 4 * abs(start - expected) / max(1, length)))


def _odds(likeness: float, before: float, after: float, want: fuzzy.Sought) -> float:
    """How likely a place is the right one, as log odds: a logistic regression on the likeness of the quote, the
    better and the worse side of its context and its length, fitted on mutated articles."""
    if likeness < 0.3:
        return -9.0
    size = log(min(max(want.last - want.first, 1), 30))
    better, worse = max(before, after), min(before, after)
    return (
        -5.64 + 0.64 * likeness + 2.67 * better + 3.43 * worse + 5.41 * likeness * size - 3.06 * size
        + 1.82 * likeness * better
    )  # fmt: skip


def _cut_out(text: str, prefix: str, suffix: str) -> bool:
    """Whether what stood before and after the quote now stand side by side: somebody took the quote out."""
    before, after = prefix.rstrip()[-_SEAM:], suffix.lstrip()[:_SEAM]
    if len(before) < _SEAM or len(after) < _SEAM:
        return False
    return f"{before} {after}" in text or f"{before}{after}" in text
