"""From an anchor to its passage in the text of today: exact, then folded, then fuzzy, with a floor.

The idea of quote, context and position together is that of the W3C Web Annotation data model and of the
anchoring in Hypothesis; candidates, weights and the floor are our own.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log
from typing import NamedTuple

from reader.model import Anchor, Status
from reader.notes.anchor.exact import weigh
from reader.notes.anchor.ground import Ground
from reader.notes.anchor.weighing import Candidate, Search

#: Below this a candidate is only shown, never attached.
FLOOR = 0.36
#: From here on an edited quote counts as found.
SURE = 0.65
# What is less like the quote is another sentence in its place; what is a little more like it is not sure.
_ANOTHER = 0.5
_HARDLY = 0.6
# What is less like the quote is not worth a look.
_SLIGHTLY = 0.3
# From here on the surroundings of a quote are what they were.
_AS_IT_WAS = 0.97
# From here on another place of the text was so like that of the quote that only the whole context tells them apart.
_EASILY_MISTAKEN = 60
# A place that is so far ahead of all others has none beside it.
_FAR_AHEAD = 6.0
# A quote of fewer words may be written anew by chance.
_LONG = 4
# What it is worth as log odds that the paragraph of the quote begins and ends where it did: a pull quote, say.
_A_WHOLE_PARAGRAPH = 2.0
# What to think of other places when the anchor does not say.
_UNKNOWN_RIVAL = -4.0


class Resolution(NamedTuple):
    """Where a quote is: `start` = `end` = -1 when lost. `candidate` is the best guess all the same, or None.

    ok: the quote, where it belongs. moved: the quote elsewhere, or edited. unsure: it may be this.
    """

    start: int
    end: int
    status: Status
    score: float
    candidate: tuple[int, int] | None = None


LOST = Resolution(-1, -1, "lost", 0.0)


def resolve(anchor: Anchor, text: str | Ground) -> Resolution:
    """Find the passage of `anchor` in `text`. A whole-article anchor is `ok` at 0, 0. Never raises."""
    ground = text if isinstance(text, Ground) else Ground(text)
    if not anchor.exact.strip():
        return Resolution(0, 0, "ok", 1.0)
    if is_unchanged(anchor, ground.text) or _in_headline(anchor, ground.text):
        return Resolution(anchor.start, anchor.start + len(anchor.exact), "ok", 1.0)
    expected = _expected(anchor, len(ground.text))
    if anchor.rival < _EASILY_MISTAKEN:
        places = weigh(ground.text, anchor.exact, anchor.prefix, anchor.suffix, expected)
        whole = [place for place in places if place.whole]
        if len(whole) == 1:
            return Resolution(whole[0].start, whole[0].end, "ok", 1.0, (whole[0].start, whole[0].end))
    return _decide(anchor, ground, expected)


def is_unchanged(anchor: Anchor, text: str) -> bool:
    """Whether the quote stands at its old place between its old neighbours."""
    exact, prefix, suffix, start, _, length, _, _, _ = anchor
    low = start - len(prefix)
    if low < 0 or not text.startswith(prefix + exact + suffix, low):
        return False
    return bool(prefix or suffix) or length == len(text) == len(exact)  # or the quote is all there is


def _in_headline(anchor: Anchor, text: str) -> bool:
    """Whether the passage is in the first paragraph of its text and this text begins with the very same one: it is
    still the headline, whatever follows it now and wherever else its words stand."""
    if anchor.start != len(anchor.prefix):
        return False
    rest, end, _ = anchor.suffix.partition("\n\n")
    return bool(end) and text.startswith(f"{anchor.prefix}{anchor.exact}{rest}\n\n")


def _expected(anchor: Anchor, length: int) -> int:
    """Where the quote should be if the text grew or shrank evenly; the beginning when nothing is known."""
    if anchor.start < 0:
        return 0
    if anchor.length > 0:
        return min(length, anchor.start * length // anchor.length)
    return min(length, anchor.start)


def _decide(anchor: Anchor, ground: Ground, expected: int) -> Resolution:
    """Take the likeliest place, if it is likely enough that the quote has not been taken out."""
    search = Search(anchor, ground, expected)
    found = search.candidates()
    if not found:
        return LOST
    only = _only_place(anchor, search, found)
    # Another sentence in the old place says nothing against a place where the quote itself is.
    best = only or next((candidate for candidate in found if candidate.likeness >= _ANOTHER), found[0])
    others = [candidate for candidate in found if candidate is not best]
    score = 1 / (1 + exp(-_belief(best, others, anchor, search)))
    if only is not None:
        score = max(score, SURE)
    if best.same and not search.cut and best.proof.all >= _AS_IT_WAS:  # only the layout has changed
        score = max(score, SURE)
    span = ground.folded.raw_span(best.start, best.end)
    lead = best.rank - max(
        (other.rank for other in others if other.likeness >= _ANOTHER), default=best.rank - 9.0
    )
    if score < FLOOR or best.likeness < _ANOTHER:
        return Resolution(-1, -1, "lost", min(score, FLOOR), _nearest(found, ground))
    if score < SURE or lead < 0.3 or best.likeness < _HARDLY:
        return Resolution(*span, "unsure", min(score, SURE), span)
    return Resolution(*span, "ok" if best.same and best.context >= 0.6 else "moved", score, span)


def _only_place(anchor: Anchor, search: Search, found: Sequence[Candidate]) -> Candidate | None:
    """The place where a quote stands as it was that nothing else in its text was like, and that is in this one once.
    What is so short may well have been written anew."""
    long = search.want.last - search.want.first >= _LONG and len(search.quote) >= 4 * _LONG
    if anchor.copies or not 0 < anchor.rival < _EASILY_MISTAKEN or not long:
        return None
    same = [candidate for candidate in found if candidate.same]
    return same[0] if len(same) == 1 and search.text.count(search.quote) == 1 else None


def _nearest(found: list[Candidate], ground: Ground) -> tuple[int, int] | None:
    """The place that is most like that of a lost quote, None when none is like it at all."""
    best = max(found, key=lambda c: c.likeness + 0.5 * c.context)
    if best.likeness < _SLIGHTLY and best.context < _SLIGHTLY:
        return None
    return ground.folded.raw_span(best.start, best.end)


def _belief(best: Candidate, others: Sequence[Candidate], anchor: Anchor, search: Search) -> float:
    """How likely the best place is that of the quote and not one that was like it all along, as log odds: a logistic
    regression, fitted on mutated articles from which quotes had been taken out. What counts most is how much better
    the place fits than the best other place did when the note was made. If that one is not there beside it any more,
    the place may be that very one; and where one of several places with the same words has gone, it may be this."""
    if not anchor.prefix and not anchor.suffix:
        return best.odds
    want, proof = search.want, best.proof
    size = log(min(max(want.last - want.first, 1), 30))
    rival = -2 * log(100 / min(99, max(1, anchor.rival)) - 1) if anchor.rival else _UNKNOWN_RIVAL
    ahead = best.fit - rival
    lead = min(_FAR_AHEAD, best.fit - max((other.fit for other in others), default=best.fit - _FAR_AHEAD))
    better, worse = max(best.before, best.after), min(best.before, best.after)
    return (
        -2.75 + 0.56 * best.fit + 1.04 * ahead - 0.91 * min(0, ahead) - 0.28 * lead + 0.92 * best.likeness
        - 2.03 * size + 2.49 * best.likeness * size - 0.61 * search.cut + 0.84 * (best.odds - best.fit)
        - 2.08 * better + 0.92 * worse - 0.13 * best.same + 1.23 * proof.own + 2.74 * proof.all
        - 1.5 * search.is_fewer + _A_WHOLE_PARAGRAPH * (best.same and proof.edges == 2)
    )  # fmt: skip
