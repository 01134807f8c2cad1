"""Near-duplicates: which articles are copies of which, and what each copy adds or changes.

Candidates share a band of their sketches (locality-sensitive hashing, Leskovec, Rajaraman, Ullman: Mining of
Massive Datasets, chapter 3); they are copies when the share of their common four-word runs, or for texts of
unlike length the share of the shorter one, reaches the threshold.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from reader.library.index.reading import Reader
from reader.library.records import Copy
from reader.library.sketches import BINS, likeness, shingles
from reader.text import fold_text, sentences

_ROWS = 2  # bins a band
_CROWD = 50  # members of one band bucket that are compared pairwise


def find_copies(index: Reader, threshold: float, text: Callable[[int], str]) -> dict[int, int]:
    """Number of each copy → number of the article it is folded under (the longest, then oldest of its set)."""
    facts = {
        n: (sketch, digest, length, published)
        for n, sketch, digest, length, published in index.sketches()
        if sketch
    }
    parents: dict[int, int] = {}

    def head(number: int) -> int:
        while (up := parents.get(number, number)) != number:
            parents[number] = parents.get(up, up)
            number = up
        return number

    def join(one: int, other: int) -> None:
        one, other = head(one), head(other)
        if one != other:
            parents[max(one, other)] = min(one, other)

    _join_equal(facts, join)
    cache: dict[int, set[int]] = {}

    def runs(number: int) -> set[int]:
        if number not in cache:
            if len(cache) > 300:
                cache.clear()
            cache[number] = shingles(text(number))
        return cache[number]

    refused: set[tuple[int, int]] = set()
    for band in range(0, BINS, _ROWS):
        for group in _buckets(facts, band):
            for i, one in enumerate(group):
                for other in group[i + 1 : i + 1 + _CROWD]:
                    pair = (head(one), head(other))
                    if pair[0] == pair[1] or (one, other) in refused:
                        continue
                    if likeness(facts[one][0], facts[other][0]) > threshold * 0.5 and (
                        common_share(runs(one), runs(other)) >= threshold
                    ):
                        join(one, other)
                    else:
                        refused.add((one, other))
    return _folded(facts, head, parents)


def _join_equal(facts: dict[int, tuple[bytes, bytes, int, str]], join: Callable[[int, int], None]) -> None:
    first: dict[bytes, int] = {}
    for number, (_, digest, _, _) in facts.items():
        join(first.setdefault(digest, number), number)


def _buckets(facts: dict[int, tuple[bytes, bytes, int, str]], band: int) -> list[list[int]]:
    """The groups of articles whose sketches agree in one band."""
    low, high = band * 2, (band + _ROWS) * 2
    first: dict[bytes, int] = {}
    groups: dict[bytes, list[int]] = {}
    for number, fact in facts.items():
        key = fact[0][low:high]
        before = first.setdefault(key, number)
        if before != number:
            groups.setdefault(key, [before]).append(number)
    return list(groups.values())


def _folded(
    facts: dict[int, tuple[bytes, bytes, int, str]], head: Callable[[int], int], parents: dict[int, int]
) -> dict[int, int]:
    families: dict[int, list[int]] = {}
    for number in parents:
        families.setdefault(head(number), []).append(number)
    found: dict[int, int] = {}
    for top, members in families.items():
        family = {*members, top}
        shown = min(family, key=lambda n: (-facts[n][2], facts[n][3] or "9", n))
        found |= {number: shown for number in family if number != shown}
    return found


def common_share(one: set[int], other: set[int]) -> float:
    """The share of common runs in both together, or nearly that of the shorter when it is cut from the longer."""
    if not one or not other:
        return 0.0
    both = len(one & other)
    whole = both / len(one | other)
    return max(whole, 0.9 * both / min(len(one), len(other)))


def describe_copy(shown: str, copy: str, row: tuple[str, str, str, str]) -> Copy:
    """What `copy` (row: id, title, source, published) has that `shown` has not, and the other way round."""
    ours, theirs = _sentences(shown), _sentences(copy)
    adds = [text for key, text in theirs.items() if key not in ours]
    lacks = [text for key, text in ours.items() if key not in theirs]
    changes: list[tuple[str, str]] = []
    for text in adds[:200]:
        near = _nearest(text, lacks)
        if near is not None:
            changes.append((near, text))
            lacks.remove(near)
    changed = {theirs_text for _, theirs_text in changes}
    share = common_share(shingles(shown), shingles(copy))
    return Copy(*row, share, tuple(t for t in adds if t not in changed), tuple(lacks), tuple(changes))


def _sentences(text: str) -> dict[str, str]:
    return {fold_text(text[a:b]).strip(" .\"'"): " ".join(text[a:b].split()) for a, b in sentences(text)}


def _nearest(text: str, among: Sequence[str]) -> str | None:
    """The sentence that `text` is a variant of, None when there is none."""
    words = set(fold_text(text).split())
    best, found = 0.0, None
    for other in among[:200]:
        theirs = set(fold_text(other).split())
        if not words or not theirs or len(words & theirs) / max(len(words), len(theirs)) < 0.4:
            continue
        score = SequenceMatcher(None, text.split(), other.split(), autojunk=False).ratio()
        if score > max(best, 0.5):
            best, found = score, other
    return found
