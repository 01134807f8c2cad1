"""From an anchor to its passage in the text of today: exact, then folded, then fuzzy, with a floor.

The idea of quote, context and position together is that of the W3C Web Annotation data model and of the
anchoring in Hypothesis; candidates, weights and the floor are our own.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.model import Anchor, Status
from reader.notes.anchor import fuzzy
from reader.notes.anchor.exact import Place, weigh
from reader.notes.anchor.ground import Ground, fold, words_of

CONTEXT = 80
#: Below this a candidate is only shown, never attached.
FLOOR = 0.62
#: From here on an edited quote counts as found.
SURE = 0.72


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
    places = weigh(ground.text, anchor.exact, anchor.prefix, anchor.suffix, expected)
    best = _choose(places, anchor.exact, expected, len(ground.text))
    if best is not None and best.score >= 0.9:
        return best
    folded = _folded(anchor, ground, expected)
    if folded is not None and folded.status != "lost":
        return folded
    return _fuzzy(anchor, ground, expected, floor)


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


def _folded(anchor: Anchor, ground: Ground, expected: int) -> Resolution | None:
    quote = fold(anchor.exact).strip()
    if not quote:
        return None
    folded = ground.folded
    at = folded.folded(expected)
    places = weigh(folded.text, quote, fold(anchor.prefix), fold(anchor.suffix), at)
    found = _choose(places, quote, at, len(folded.text))
    if found is None:
        return None
    if found.start < 0:
        return found
    start, end = folded.raw_span(found.start, found.end)
    return Resolution(start, end, found.status, found.score, (start, end))


def _choose(places: list[Place], quote: str, expected: int, length: int) -> Resolution | None:
    """The occurrence that fits best, `lost` when none fits well enough, None when there is none."""
    if not places:
        return None
    weight = min(1.0, len(words_of(quote)) / 6)

    def rank(place: Place) -> float:
        return place.context + 0.1 * (1 - min(1.0, abs(place.start - expected) / max(1, length) * 4))

    ranked = sorted(places, key=rank, reverse=True)
    best = ranked[0]
    known = best.before is not None or best.after is not None
    score = 0.45 * weight + 0.55 * best.context if known else 0.75
    if len(ranked) > 1:
        lead = rank(best) - rank(ranked[1])
        if lead < 0.02 and best.context < 0.999:
            score = min(score, 0.7)
    span = (best.start, best.end)
    if best.context >= 0.75 and known:
        status: Status = "ok" if score >= 0.75 or best.context > 0.9 else "moved"
        return Resolution(*span, status, max(score, 0.9), span)
    if len(quote) >= 24 and weight > 0.6 and len(ranked) == 1:
        return Resolution(*span, "moved", max(score, 0.9), span)
    if score >= 0.5 or not known:
        return Resolution(*span, "unsure" if len(ranked) > 1 or known else "ok", score, span)
    return Resolution(-1, -1, "lost", score, span)


def _fuzzy(anchor: Anchor, ground: Ground, expected: int, floor: float) -> Resolution:
    want = fuzzy.sought(fold(anchor.exact).strip(), fold(anchor.prefix), fold(anchor.suffix))
    found = fuzzy.guesses(ground, want, ground.folded.folded(expected))
    if not found:
        return LOST
    best = found[0]
    score = _score(best, want)
    span = ground.folded.raw_span(best.start, best.end)
    if score < floor or best.start >= best.end:
        return Resolution(-1, -1, "lost", score, span if best.end > best.start else None)
    return Resolution(*span, "moved" if score >= SURE else "unsure", score, span)


def _score(guess: fuzzy.Guess, want: fuzzy.Sought) -> float:
    """How sure we are of an edited quote, 0-1: its likeness, helped by the context, more so when short."""
    size = want.last - want.first
    context = 0.65 * max(guess.before, guess.after) + 0.35 * min(guess.before, guess.after)
    trust = 0.35 if size >= 8 else 0.5
    return (1 - trust) * guess.likeness + trust * context if guess.likeness >= 0.4 else 0.0
