"""Family names behind "the": of those who govern, and of people taken together: "the Nixon administration"."""

from __future__ import annotations

from collections.abc import Sequence

from reader.detect.lexicon import NOT_NAMES
from reader.detect.people.knowledge import Knowledge
from reader.detect.people.mention import Mention
from reader.detect.people.rules import plain
from reader.detect.people.spelling import parts_of
from reader.detect.people.tokens import Tokens
from reader.detect.people.word_lists import shipped_lists

# What follows the name of one who governs, and of people taken together.
_RULE = frozenset("administration presidency cabinet".split())
_OF_A_FAMILY = _RULE | frozenset(
    "family families brothers sisters twins siblings couple clan dynasty household campaign camp era".split()
)


def household(
    text: str, tokens: Tokens, first: int, last: int, belief: dict[int, float], known: Knowledge
) -> Mention | None:
    """A family name behind "the", of people named elsewhere or by itself of one who governs: "the Clintons", "the
    Shepard brothers", "the Nixon administration"."""
    words = tokens.words
    if last - first > 1 or not first or words[first - 1] not in ("the", "The") or words[first].isupper():
        return None
    name, after = words[first], words[last] if last < len(words) else ""
    plural = name[-1] == "s" and not after[:1].isupper()
    seen = belief.get(first, 0.0)
    start, end = tokens.starts[first], tokens.ends[last - 1]
    if governs(words, last) and may_govern(name, seen, known):
        return Mention(start, end, text[start:end], first, last, 0.7, f"before “{after}”")
    full = None
    if after in _OF_A_FAMILY:
        full = known.family.get(parts_of(name)[-1])
    elif plural:
        full = known.family.get(parts_of(name[:-2] if name.endswith("ses") else name[:-1])[-1])
    if full is None or full.score < 0.8 or name in known.firms or seen < 0.005:
        return None
    return Mention(start, end, text[start:end], first, last, 0.7, f"the family of “{full.text}”")


def may_govern(name: str, seen: float, known: Knowledge) -> bool:
    """Whether a word before "administration" is a family name: of somebody in this text, or a listed one."""
    lists, word = shipped_lists(), plain(name)
    if name in known.firms or word in lists.places or word in NOT_NAMES:
        return False
    listed = word in lists.family or (word in lists.rarer_family and word not in lists.common)
    return known.is_mostly_a_person(name) or (listed and seen >= 0.03)


def governs(words: Sequence[str], last: int) -> bool:
    """Whether what follows a name is the rule of one who governs: "administration", "White House"."""
    return words[last : last + 2] == ["White", "House"] or (last < len(words) and words[last] in _RULE)
