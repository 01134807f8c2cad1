"""People named as somebody's son or wife: "her husband, Dallas, tends bar"."""

from __future__ import annotations

from collections.abc import Sequence

from reader.detect.lexicon import KIN, NOT_NAMES, ORG_ENDS, SPEECH, TITLES
from reader.detect.people.knowledge import Stretch
from reader.detect.people.mention import Mention
from reader.detect.people.rules import plain
from reader.detect.people.tokens import OWNER
from reader.detect.people.word_lists import shipped_lists

#: How likely a relative's name is one where the tagger did not think so.
_SCORE = 0.8
_REASON = "named as a relative"
_WHOSE = frozenset("his her their my your our its whose".split())
# What opens "son of Gul Muhammad"; with an article it may be one of a country's.
_BEFORE_KIN = frozenset((",", "the", "\n", "(", "and"))
_AFTER = frozenset((",", ".", ";", ")", "'s", "’s", "and", "is", "was", "who", "had", "has", "\n"))


def mark_relatives(text: str, stretch: Stretch) -> None:
    """Mark the names right behind a word for a relative that the tagger missed or doubted."""
    words, starts, ends = stretch.tokens
    inside = {k for m in stretch.mentions for k in range(m.first, m.last)} | stretch.vetoed
    belief = stretch.proposal.belief
    for mention in stretch.mentions:
        if mention.score < _SCORE and _of_somebody(words, mention.first):
            mention.score, mention.reason = _SCORE, mention.reason or _REASON
    for first, last in stretch.runs:
        if last - first > 3 or not _of_somebody(words, first) or not inside.isdisjoint(range(first, last)):
            continue
        if not all(map(_may_be, words[first:last])):
            continue
        if words[first - 1] == "of" and any(map(_is_known_otherwise, words[first:last])):
            continue
        after = words[last] if last < len(words) else "\n"
        beside = words[first - 1] != "," and after[:1].islower()  # "his daughter Saida will visit"
        if after not in _AFTER and after not in SPEECH and not beside:
            continue
        name = text[starts[first] : ends[last - 1]]
        score = max(_SCORE, *(belief.get(k, 0.0) for k in range(first, last)))
        stretch.mentions.append(Mention(starts[first], ends[last - 1], name, first, last, score, _REASON))
    stretch.mentions.sort(key=lambda m: m.first)


def _of_somebody(words: Sequence[str], first: int) -> bool:
    """Whether "his son," or "Smith's daughter" stands before token `first`."""
    at = first - 1
    if at > 0 and words[at] == ",":
        at -= 1
    if at > 1 and words[at] == "of" and words[at - 1] in KIN:
        return words[at - 2] in _BEFORE_KIN
    return at > 0 and words[at] in KIN and (words[at - 1].lower() in _WHOSE or words[at - 1] in OWNER)


def _may_be(word: str) -> bool:
    low = plain(word)
    return len(word) > 1 and not (
        low in NOT_NAMES or low in ORG_ENDS or low in TITLES or low in shipped_lists().demonyms
    )


def _is_known_otherwise(word: str) -> bool:
    """Whether a word is a place's or an ordinary one: "the father of Pakistan's bomb"."""
    lists, low = shipped_lists(), plain(word)
    common = low in lists.common or low.removesuffix("s") in lists.common
    return low in lists.places or low in lists.towns or (common and low not in lists.given)
