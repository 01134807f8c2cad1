"""Where a quote stands that has been edited: words of prefix, quote and suffix laid beside the text.

Rare words vote for regions, a chain of equal runs lays the sought words beside each region, and the
borders of the quote follow from the words on both sides of them. No regular expressions and no quadratic
step on the length of the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reader.notes.anchor.chain import Run, best_chain, runs
from reader.notes.anchor.ground import Ground, words_of
from reader.notes.anchor.spelling import Stretch, misread, misspelt

#: Words that occur more often than this in a text do not vote for a region.
COMMON = 40
REGIONS = 4
# Regions with a smaller share of the votes of the best one are not looked at.
_WORTH_A_LOOK = 0.3
CONTEXT = 80
# A paragraph of which a smaller share of the words is equal to words of the quote is equal by chance.
_STRAY = 0.4
# The same of one into which the quote does not run on.
_STRAY_APART = 0.6


@dataclass(frozen=True, slots=True)
class Guess:
    """A candidate in folded offsets: `likeness` of the quote, `before` and `after` of the context, 0-1."""

    start: int
    end: int
    likeness: float
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Sought:
    """The folded quote with its context, as words. `first` and `last` bound the words of the quote."""

    words: list[str]
    first: int
    last: int
    quote: str
    opens: bool
    closes: bool


def sought(quote: str, prefix: str, suffix: str) -> Sought:
    """What to look for; words that the context was cut off in the middle of are left out."""
    before, inside, after = words_of(prefix), words_of(quote), words_of(suffix)
    if before and len(prefix) >= CONTEXT and prefix[:1].isalnum():
        before = before[1:]
    if after and len(suffix) >= CONTEXT and suffix[-1:].isalnum():
        after = after[:-1]
    opens = not prefix.strip() or prefix.rstrip(" \"')")[-1:] in tuple(".!?:")
    closes = quote.rstrip(" \"')")[-1:] in tuple(".!?") or not suffix.strip()
    return Sought(before + inside + after, len(before), len(before) + len(inside), quote, opens, closes)


def guesses(ground: Ground, want: Sought, expected: int, hole: tuple[int, int] | None = None) -> list[Guess]:
    """Candidates for the quote, best first; `expected` is a folded offset. What stands in `hole`, a range of folded
    offsets, is overlooked."""
    if want.first == want.last or not ground.words:
        return []
    index, words = ground.index, ground.words
    gap = range(0)
    if hole is not None:
        gap = range(ground.word_at(hole[0]), ground.word_at(hole[1]))
        words = [*words[: gap.start], *([""] * len(gap)), *words[gap.stop :]]
    weights = [_weight(word, len(index.get(word, ()))) for word in want.words]
    found: list[Guess] = []
    for low, high in _regions(ground, want, weights, expected, gap):
        chain = best_chain(runs(want.words, words, low, high, weights), weights)
        guess = _judge(ground, want, weights, chain)
        if guess is not None and all(guess.start != g.start or guess.end != g.end for g in found):
            found.append(guess)
    found.sort(key=lambda g: (-(g.likeness + 0.5 * (g.before + g.after)), abs(g.start - expected)))
    return found


def _weight(word: str, times: int) -> float:
    """What a word says about its place: short and frequent ones little."""
    weight = 1.0 if len(word) > 3 or word[0].isdigit() or not word.isascii() else 0.5
    if times > 4:
        weight *= 0.7 if times <= COMMON else 0.45
    return weight


def _regions(
    ground: Ground, want: Sought, weights: Sequence[float], expected: int, gap: range
) -> list[tuple[int, int]]:
    """Ranges of word numbers where many of the sought words are near each other, and the expected place."""
    votes: dict[int, float] = {}
    width = max(16, len(want.words))
    for number, word in enumerate(want.words):
        spots = ground.index.get(word, [])
        if gap:
            spots = [spot for spot in spots if spot not in gap]
        if not spots or len(spots) > COMMON:
            continue
        share = weights[number] / len(spots) ** 0.5
        for spot in spots:
            cell = (spot - number + width) // width
            votes[cell] = votes.get(cell, 0.0) + share
            votes[cell + 1] = votes.get(cell + 1, 0.0) + share * 0.5
            votes[cell - 1] = votes.get(cell - 1, 0.0) + share * 0.5
    near = ground.word_at(expected) - want.first
    cells = sorted(votes, key=lambda cell: -votes[cell])
    chosen: list[int] = []
    for cell in cells:
        if votes[cell] < _WORTH_A_LOOK * votes[cells[0]]:
            break
        if all(abs(cell - other) > 1 for other in chosen):
            chosen.append(cell)
        if len(chosen) == REGIONS:
            break
    made = [((cell - 1) * width - width // 2, (cell + 2) * width + width // 2) for cell in chosen]
    made.append((near - width, near + 2 * width))
    last = len(ground.words)
    return [(max(0, low), min(last, high)) for low, high in made if high > 0 and low < last]


def _judge(ground: Ground, want: Sought, weights: Sequence[float], chain: Sequence[Run]) -> Guess | None:
    """The borders and the likeness that a chain means; None when it says nothing on the quote."""
    beside: dict[int, int] = {}
    for run in chain:
        for step in range(run.length):
            beside[run.here + step] = run.there + step
    if not beside:
        return None
    others = misread(want.words, ground.words, beside)
    inside = [n for n in range(want.first, want.last) if n in beside]
    left = max((n for n in beside if n < want.first), default=None)
    right = min((n for n in beside if n >= want.last), default=None)
    start, end = _borders(ground, want, beside, inside, left, right)
    if inside and inside[-1] == want.last - 1 and inside[-1] in others:
        end = max(end, others[inside[-1]].end)
    start, end = _within_paragraphs(ground, start, end, [beside[n] for n in inside])
    if start >= end:
        return _nothing(ground, want, weights, beside, left, right)
    total = sum(weights[want.first : want.last])
    matched = sum(weights[n] * (others[n].worth if n in others else 1.0) for n in inside)
    cut_up = sum(others[n].end - beside[n] - 1 for n in inside if n in others)
    here, there = Stretch(want.words, want.first, want.last), Stretch(ground.words, start, end)
    matched += misspelt(here, there, weights, beside)
    coverage = matched / total if total else 0.0
    size = want.last - want.first
    extra = max(0, (end - start) - size - cut_up)
    likeness = coverage * size / (size + 0.35 * extra)
    return Guess(*_trim(ground, want, start, end), likeness, *_context(want, weights, beside))


def _context(want: Sought, weights: Sequence[float], beside: dict[int, int]) -> tuple[float, float]:
    sides = []
    for numbers in (range(want.first), range(want.last, len(want.words))):
        total = sum(weights[n] for n in numbers)
        sides.append(sum(weights[n] for n in numbers if n in beside) / total if total else 0.5)
    return sides[0], sides[1]


def _nothing(
    ground: Ground,
    want: Sought,
    weights: Sequence[float],
    beside: dict[int, int],
    left: int | None,
    right: int | None,
) -> Guess | None:
    """The context is there and the quote is not: a candidate without likeness, where it would have been."""
    if left is None and right is None:
        return None
    at = ground.ends[beside[left]] if left is not None else ground.starts[beside[right or 0]]
    return Guess(at, at, 0.0, *_context(want, weights, beside))


def _borders(
    ground: Ground,
    want: Sought,
    beside: dict[int, int],
    inside: Sequence[int],
    left: int | None,
    right: int | None,
) -> tuple[int, int]:
    """The range of word numbers of the text that the quote covers."""
    if inside:
        first, last = inside[0], inside[-1]
        start = beside[first] - _share(first - want.first, left, first, beside, want.first)
        end = beside[last] + 1 + _share_after(want.last - 1 - last, right, last, beside, want.last)
    elif left is not None and right is not None:
        start = beside[left] + 1 + min(want.first - 1 - left, 0)
        end = beside[right]
        if end - start > 2 * (want.last - want.first) + 2:
            return 0, 0
    else:
        return 0, 0
    start, end = max(0, start), min(len(ground.words), end)
    if want.opens and inside:
        start = _snap(ground, start, inside[0] - want.first + 2, before=True, limit=beside[inside[0]])
    if want.closes and inside:
        end = _snap(ground, end, want.last - inside[-1] + 1, before=False, limit=beside[inside[-1]] + 1)
    return start, end


def _within_paragraphs(ground: Ground, start: int, end: int, equal: Sequence[int]) -> tuple[int, int]:
    """A range of words without the paragraphs at its ends that have nearly nothing of the quote; `equal` are the
    words that are equal to one of the quote, ascending."""
    breaks = ground.paragraphs
    while equal:
        first, last = bisect_right(breaks, start), bisect_left(breaks, end) - 1
        if first > last:
            break
        head, tail = breaks[first], breaks[last]
        in_head, in_tail = bisect_left(equal, head), len(equal) - bisect_left(equal, tail)
        if _is_stray(head - start, in_head, equal, head):
            start = head
        elif _is_stray(end - tail, in_tail, equal, tail):
            end = tail
        else:
            break
    return start, end


def _is_stray(size: int, there: int, equal: Sequence[int], edge: int) -> bool:
    """Whether a paragraph of `size` words, `there` of them equal to words of the quote, has those by chance: few are,
    or not so many and the quote does not run on over its border, before word number `edge`."""
    at = bisect_left(equal, edge)
    runs_on = 0 < at < len(equal) and equal[at] == edge and equal[at - 1] == edge - 1
    share, part = (_STRAY, 0.2) if runs_on else (_STRAY_APART, 0.45)
    return there <= share * size and there < part * len(equal)


def _share(missing: int, left: int | None, first: int, beside: dict[int, int], border: int) -> int:
    """How many words before the first equal one belong to the quote, when `missing` of its words differ."""
    if left is None:
        return missing
    room = beside[first] - beside[left] - 1
    outside = border - 1 - left
    if missing == 0:
        return 0
    if outside == 0 and room <= 2 * missing + 3:
        return room
    return min(missing, round(room * missing / (missing + outside)) if outside + missing else 0)


def _share_after(missing: int, right: int | None, last: int, beside: dict[int, int], border: int) -> int:
    if right is None:
        return missing
    room = beside[right] - beside[last] - 1
    outside = right - border
    if missing == 0:
        return 0
    if outside == 0 and room <= 2 * missing + 3:
        return room
    return min(missing, round(room * missing / (missing + outside)) if outside + missing else 0)


def _snap(ground: Ground, border: int, reach: int, *, before: bool, limit: int) -> int:
    """Move a border to the edge of a sentence that is at most `reach` words away and not past `limit`."""
    folded, starts, ends = ground.folded.text, ground.starts, ground.ends
    count = len(starts)

    def is_edge(number: int) -> bool:
        if number <= 0 or number >= count:
            return True
        between = folded[ends[number - 1] : starts[number]]
        return (
            any(mark in between for mark in (". ", "! ", "? ", '."', '?"', '!"'))
            or "\n" in (ground.text[ground.folded.raw(ends[number - 1]) : ground.folded.raw(starts[number])])
        )

    for distance in range(min(reach, 12) + 1):
        for candidate in (border - distance, border + distance):
            if (candidate <= limit if before else candidate >= limit) and is_edge(candidate):
                return max(0, min(count, candidate))
    return border


def _trim(ground: Ground, want: Sought, start: int, end: int) -> tuple[int, int]:
    """Folded offsets of a range of words, with the punctuation that the quote has at its ends."""
    folded = ground.folded.text
    low, high = ground.starts[start], ground.ends[end - 1]
    lead, tail = _edges(want.quote)
    for char in reversed(lead):
        if low and folded[low - 1] == char:
            low -= 1
        elif char.isspace():
            continue
        else:
            break
    for char in tail:
        if high < len(folded) and folded[high] == char:
            high += 1
        elif not char.isspace():
            break
    while low < high and folded[low].isspace():
        low += 1
    while high > low and folded[high - 1].isspace():
        high -= 1
    return low, high


def _edges(quote: str) -> tuple[str, str]:
    """What stands before the first and after the last word of a folded quote."""
    low, high = 0, len(quote)
    while low < high and not quote[low].isalnum():
        low += 1
    while high > low and not quote[high - 1].isalnum():
        high -= 1
    return quote[:low], quote[high:]
