"""From a passage to its anchor: as many words around it as tell it from its like, and how well others would fit."""

from __future__ import annotations

from functools import lru_cache
from math import exp

from reader.model import Anchor
from reader.notes.anchor import fuzzy
from reader.notes.anchor.exact import USUAL as CONTEXT
from reader.notes.anchor.exact import common_end, common_start, occurrences, side
from reader.notes.anchor.ground import Ground, fold
from reader.notes.anchor.weighing import Search

# More context than usual, where two places have the usual one in common: so much at most, and so much beyond it.
MOST = 400
_BEYOND = 24
# Others that are like a passage are looked for in its stretch of the text, the one before and the one after.
_STRETCH = 30_000


def describe(text: str, start: int, end: int, article: int = 0) -> Anchor:
    """The anchor of `text[start:end]`; an empty range means the whole article."""
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    if end <= start:
        return Anchor("", length=len(text), article=article)
    before, after = _context(text, start, end)
    anchor = Anchor(
        exact=text[start:end],
        prefix=text[max(0, start - before) : start],
        suffix=text[end : end + after],
        start=start,
        end=end,
        length=len(text),
        article=article,
    )
    return anchor._replace(rival=_rival(anchor, text, start, end), copies=_copies(text, start, end))


def _context(text: str, start: int, end: int) -> tuple[int, int]:
    """How many characters before and after a passage tell it from every other place with the same words."""
    quote = text[start:end]
    before = after = CONTEXT
    for other in occurrences(text, quote, start):
        if other == start:
            continue
        lead = common_end(text[max(0, start - MOST) : start], text[max(0, other - MOST) : other])
        tail = common_start(text[end : end + MOST], text[other + len(quote) : other + len(quote) + MOST])
        if lead >= CONTEXT and tail >= CONTEXT:
            before, after = max(before, lead + _BEYOND), max(after, tail + _BEYOND)
    return min(before, MOST), min(after, MOST)


def _copies(text: str, start: int, end: int) -> int:
    """In how many other places the passage stands, in its stretch of the text also those that only look like it."""
    alike = _stretch(start, end)
    folded = _ground(text[alike.start : alike.stop]).folded.text
    quote = fold(text[start:end]).strip()
    return max(text.count(text[start:end]), folded.count(quote) if quote else 0, 1) - 1


def _stretch(start: int, end: int) -> range:
    """The part of the text in which others like a passage are looked for: the same for all passages near each other,
    so that it is prepared once."""
    return range(max(0, start // _STRETCH - 1) * _STRETCH, (end // _STRETCH + 2) * _STRETCH)


@lru_cache(maxsize=8)
def _ground(text: str) -> Ground:
    return Ground(text)


def _rival(anchor: Anchor, text: str, start: int, end: int) -> int:
    """How well the best other place fits: what would be found if the quote, or its whole sentence, were not there."""
    part = _stretch(start, end)
    low = part.start
    ground = _ground(text[low : part.stop])
    if not anchor.exact.strip():
        return 0
    start, end = start - low, end - low
    first = max(ground.text.rfind(mark, 0, start) for mark in ("\n", ". ", "? ", "! ")) + 1
    last = min(
        (at for mark in ("\n", ". ", "? ", "! ") if (at := ground.text.find(mark, end - 1)) >= 0), default=0
    )
    best = -99.0
    search = Search(anchor, ground, start)
    holes = [
        (ground.folded.folded(begin), ground.folded.folded(stop))
        for begin, stop in ((start, end), (first, max(end, last)))
    ]
    if len({tuple(map(ground.word_at, hole)) for hole in holes}) == 1:  # the quote is the sentence
        del holes[1]
    for hole in holes:
        for candidate in search.candidates(hole):
            best = max(best, candidate.fit)
    best = max(best, _best_sibling(search, (start, end)))
    return round(min(99, max(1, 100 / (1 + exp(-best / 2)))))


def _best_sibling(search: Search, own: tuple[int, int]) -> float:
    """How well that place fits whose words alone are likest to those of the quote; it may stand in its context."""
    ground, text = search.ground, search.text
    prefix, suffix = search.prefix, search.suffix
    hole = ground.folded.folded(own[0]), ground.folded.folded(own[1])
    best = -99.0
    for guess in fuzzy.guesses(ground, fuzzy.sought(search.quote, "", ""), hole[0], hole):
        if guess.start < guess.end and (guess.end <= hole[0] or guess.start >= hole[1]):
            before = text[max(0, guess.start - len(prefix)) : guess.start]
            after = text[guess.end : guess.end + len(suffix)]
            sides = (
                side(common_end(prefix, before), prefix, before) if prefix else 0.5,
                side(common_start(suffix, after), suffix, after) if suffix else 0.5,
            )
            best = max(best, search.weighed((guess.start, guess.end), guess.likeness, sides).fit)
    return best
