"""Mentions that the tagger missed: short forms of names given in full elsewhere, names inside long runs of
capitals, and runs that plain evidence speaks for."""

from __future__ import annotations

from collections.abc import Iterator

from reader.detect.features import shipped_lists
from reader.detect.knowledge import VOUCH, Knowledge
from reader.detect.lexicon import NAMED_AFTER, NOT_NAMES, ORG_ENDS, TITLES
from reader.detect.mention import Mention
from reader.detect.names import parts_of
from reader.detect.rules import plain, weigh
from reader.detect.tokens import Tokens

#: Points of evidence that mark what the tagger doubts.
RESCUE = 4.5
_LOCATIVE = frozenset("in at near from outside inside across into toward towards throughout around".split())


def short_form(
    text: str, tokens: Tokens, first: int, last: int, belief: dict[int, float], known: Knowledge
) -> Mention | None:
    """A mention that the tagger missed but a full name elsewhere vouches for."""
    words = tokens.words
    start, end = tokens.starts[first], tokens.ends[last - 1]
    name = text[start:end]
    parts = parts_of(name)
    full = known.whole.get(parts)
    if full is None and len(parts) == 1:
        full = known.family.get(parts[0])
        given = False
        if full is None:
            full, given = known.first.get(parts[0]), True
        if full is None:
            return None
        word = plain(words[first])
        lists = shipped_lists()
        seen = belief.get(first, 0.1)
        before = words[first - 1].lower() if first else "\n"
        if word in NOT_NAMES or word in ORG_ENDS or word in TITLES or word in lists.demonyms:
            return None
        if word in lists.places and (before in _LOCATIVE or seen < 0.1):
            return None
        if word in lists.common and seen < (0.05 if before not in ("\n", ".", "“", '"') else 0.15):
            return None
        if given and seen < 0.1:
            return None
        if before == "the" or seen < 0.01 or known.is_rarely_a_person(name):
            return None
    if full is None or len(name) < 3:
        return None
    return Mention(
        start, end, name, first, last, max(0.6, min(0.9, full.score - 0.1)), f"short for “{full.text}”"
    )


def rescue(text: str, tokens: Tokens, first: int, last: int, belief: dict[int, float]) -> Mention | None:
    """A run that the tagger was not sure of but plain evidence around it speaks for."""
    seen = [belief.get(k, 0.0) for k in range(first, last)]
    mean = sum(seen) / len(seen)
    if mean < 0.08 or last - first > 4:
        return None
    points, reason = weigh(tokens, first, last)
    if points + 5 * mean < RESCUE:
        return None
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return Mention(start, end, text[start:end], first, last, min(0.75, 0.3 + mean), reason)


def inside_run(
    text: str, tokens: Tokens, first: int, last: int, belief: dict[int, float], known: Knowledge
) -> Iterator[Mention]:
    """Known people inside a run of capitals: "Washington State University Simon Ličen", words of a headline."""
    words = tokens.words
    if plain(words[last - 1]) in ORG_ENDS or (last < len(words) and words[last] in NAMED_AFTER):
        return
    at = first
    while at < last:
        size = 0
        for size in range(min(4, last - at), 1, -1):
            name = text[tokens.starts[at] : tokens.ends[at + size - 1]]
            full = known.whole.get(parts_of(name))
            if full is not None and full.score >= VOUCH:
                score = max(0.6, min(0.9, full.score - 0.1))
                yield Mention(
                    tokens.starts[at], tokens.ends[at + size - 1], name, at, at + size, score,
                    f"the same name as “{full.text}”",
                )  # fmt: skip
                break
        else:
            size = 1
            full = known.family.get(parts_of(words[at])[-1])
            if (
                full is not None
                and last - first > 2
                and full.score >= 0.8
                and belief.get(at, 0.0) >= 0.1
                and len(words[at]) > 2
                and plain(words[at]) not in TITLES
                and not known.is_rarely_a_person(words[at])
            ):
                yield Mention(
                    tokens.starts[at], tokens.ends[at], words[at], at, at + 1, 0.6, f"short for “{full.text}”"
                )  # fmt: skip
        at += size
