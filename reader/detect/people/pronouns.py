"""A family name that opens a sentence and that a pronoun refers to: "Röttgen, in his capacity as minister, left"."""

from __future__ import annotations

from collections.abc import Sequence

from reader.detect.people.mention import Mention
from reader.detect.people.short_forms import are_unheard_of
from reader.detect.people.tokens import OWNER, Tokens

#: The pronoun stands at most so many tokens behind the name.
_REACH = 20
#: How likely the word must be a person's for a pronoun to decide.
_LEAST = 0.02
_OPENERS = frozenset(("\n", ".", "?", "!", "“", '"', "”"))
_OF_ONE = frozenset("he she his her him himself herself".split())
_DOES = frozenset(
    "studied wrote married recorded invited graduated retired taught sang painted composed befriended divorced".split()
)
_OTHERWISE = frozenset("it its they their them itself themselves".split())


def meant_by_pronoun(
    text: str, tokens: Tokens, first: int, last: int, belief: dict[int, float]
) -> Mention | None:
    """One word that no list knows at the start of a sentence, which says "he" or "her" before anybody else is named."""
    words = tokens.words
    if last - first > 1 or (first and words[first - 1] not in _OPENERS):
        return None
    if belief.get(first, 0.0) < _LEAST or not are_unheard_of(words, first, last) or len(words[first]) < 4:
        return None
    pronoun = _pronoun(words, last)
    if not pronoun:
        return None
    start, end = tokens.starts[first], tokens.ends[first]
    return Mention(start, end, text[start:end], first, last, 0.6, f"meant by “{pronoun}”")


def _pronoun(words: Sequence[str], last: int) -> str:
    """The pronoun of one person behind token `last`, "" where something else may be meant or the sentence ends."""
    after = words[last] if last < len(words) else "."
    if not (after == "," or (after[0].islower() and after not in OWNER and after[-3:] != "ing")):
        return ""
    if after in _DOES:
        return after
    for word in words[last : last + _REACH]:
        low = word.lower()
        if low in _OF_ONE:
            return low
        if low in _OTHERWISE or word in (".", "\n", "?", "!", ";", ":", "“", '"'):
            return ""
    return ""
