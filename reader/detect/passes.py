"""Passes over the document: what one place makes plain helps to judge all others.

A name given in full marks its later short forms; a word that is a place or a body everywhere else is no
person here; titles come off the name. All is linear in the number of words: every lookup is a dictionary's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from reader.detect.features import shipped_lists
from reader.detect.lexicon import NOT_NAMES, ORG_ENDS, ROLES, TITLE_PARTS, TITLES, entries
from reader.detect.mention import Mention, Proposal
from reader.detect.names import parts_of
from reader.detect.rules import plain, runs, title_before, weigh
from reader.detect.tokens import Tokens

#: Below this a mention without support is not shown.
FLOOR = 0.4
#: A full name this likely vouches for its short forms.
VOUCH = 0.55
_LOCATIVE = frozenset("in at near from outside inside across into toward towards throughout around".split())


@dataclass(slots=True)
class Stretch:
    """A part of the text with what the backend proposed for it."""

    tokens: Tokens
    proposal: Proposal
    mentions: list[Mention] = field(default_factory=list)


@dataclass(slots=True)
class Votes:
    """How often a word or name stands in the text and how likely it was a person, summed up."""

    count: int = 0
    total: float = 0.0
    best: float = 0.0


class Knowledge:
    """What the stretches seen so far tell about the names of a text."""

    def __init__(self) -> None:
        self.votes: dict[str, Votes] = {}
        #: Parts of full names → the likeliest full mention; by family name, by first name, and whole.
        self.whole: dict[tuple[str, ...], Mention] = {}
        self.family: dict[str, Mention] = {}
        self.first: dict[str, Mention] = {}

    def learn(self, text: str, stretch: Stretch) -> None:
        """Take in a stretch; its mentions have been trimmed."""
        words = stretch.tokens.words
        belief = stretch.proposal.belief
        tagged: dict[int, Mention] = {m.first: m for m in stretch.mentions}
        for mention in stretch.mentions:
            self._vote(mention.text, mention.score)
            if mention.last - mention.first > 1 and mention.score >= VOUCH:
                parts = parts_of(mention.text)
                _keep(self.whole, parts, mention)
                _keep(self.family, parts[-1], mention)
                if len(parts) > 1:
                    _keep(self.first, parts[0], mention)
        for first, last in runs(words):
            start = skip_openers(words, first, last)
            if start in tagged:
                continue
            if last - start == 1:
                self._vote(words[start], belief.get(start, 0.1))

    def _vote(self, name: str, score: float) -> None:
        votes = self.votes.get(name)
        if votes is None:
            votes = self.votes[name] = Votes()
        votes.count += 1
        votes.total += score
        votes.best = max(votes.best, score)

    def mean(self, name: str) -> float:
        """How likely `name` is a person over all its places; 0.5 where it is unknown."""
        votes = self.votes.get(name)
        return votes.total / votes.count if votes else 0.5


def _keep(table: dict[Any, Mention], key: Any, mention: Mention) -> None:
    known = table.get(key)
    if known is None or mention.score > known.score:
        table[key] = mention


def skip_openers(words: Sequence[str], first: int, last: int) -> int:
    """The first word of a run that may belong to a name, behind titles, peoples and words like "But"."""
    at = first
    demonyms = entries("demonyms")
    while at < last - 1:
        word = plain(words[at])
        if word in TITLES or word in NOT_NAMES or word in TITLE_PARTS or word in ROLES or word in demonyms:
            at += 1
        else:
            break
    return at


def trim(text: str, tokens: Tokens, mention: Mention) -> Mention | None:
    """The mention without titles before and days or marks after it; None if nothing is left."""
    words = tokens.words
    first, last = mention.first, mention.last
    demonyms, given = entries("demonyms"), entries("forenames")
    while first < last - 1:
        word = plain(words[first])
        if (
            (word in TITLES and word not in _NAME_OR_TITLE)
            or word in ("u.s", "u.n", "the", "mr", "former", "ex")
            or (
                (word in demonyms or word in TITLE_PARTS or word in ROLES)
                and word not in given
                and word != "al"
            )
            or (
                word in _NAME_OR_TITLE
                and last - first > 1
                and words[first][0].isupper()
                and word not in given
            )
            or not words[first][0].isalnum()
        ):
            first += 1
        else:
            break
    while last > first and (
        words[last - 1] in ("'s", "’s")
        or (not words[last - 1][-1].isalnum() and words[last - 1][0] in "'’\"“”,;:()-–—")
    ):
        last -= 1
    if first >= last:
        return None
    if first != mention.first or last != mention.last:
        mention.first, mention.last = first, last
        mention.start, mention.end = tokens.starts[first], tokens.ends[last - 1]
        mention.text = text[mention.start : mention.end]
    return mention


_NAME_OR_TITLE = frozenset(
    "don king prince shah khan bey agha pasha sheikh major judge dean duke earl hajji haji guru lama baron marshal".split()
)


def prepare(text: str, stretch: Stretch) -> None:
    """Trim what the backend proposed and drop what a list knows to be no person."""
    tokens = stretch.tokens
    lists = shipped_lists()
    for proposed in stretch.proposal.mentions:
        mention = trim(text, tokens, proposed)
        if mention is None:
            continue
        low = mention.text.lower().replace("’", "'")
        titled = title_before(tokens.words, mention.first) < mention.first
        if not titled and (low in lists.bodies or (low in NOT_NAMES and mention.last - mention.first == 1)):
            continue
        stretch.mentions.append(mention)


def decide(text: str, stretch: Stretch, known: Knowledge) -> list[Mention]:
    """The mentions of a stretch in the light of the whole text, with reasons."""
    tokens, belief = stretch.tokens, stretch.proposal.belief
    words = tokens.words
    kept: dict[int, Mention] = {}
    covered: set[int] = set()
    for mention in stretch.mentions:
        if _stands(tokens, mention, known):
            kept[mention.first] = mention
            covered.update(range(mention.first, mention.last))
    for first, last in runs(words):
        start = skip_openers(words, first, last)
        if any(k in covered for k in range(start, last)) or last - start > 5:
            continue
        found = _short_form(text, tokens, start, last, belief, known)
        if found is not None:
            kept[start] = found
    result = [kept[first] for first in sorted(kept)]
    for mention in result:
        if not mention.reason:
            _points, reason = weigh(tokens, mention.first, mention.last)
            mention.reason = reason or _support(mention, known)
    return result


def _support(mention: Mention, known: Knowledge) -> str:
    parts = parts_of(mention.text)
    full = known.family.get(parts[-1])
    if full is not None and full.text != mention.text and len(parts) == 1:
        return f"short for “{full.text}”"
    return "stands like a person's name"


def _stands(tokens: Tokens, mention: Mention, known: Knowledge) -> bool:
    """Whether a proposed mention holds against the rest of the text."""
    score = mention.score
    if mention.last - mention.first == 1:
        parts = parts_of(mention.text)
        if parts[-1] in known.family:
            return True
        mean = known.mean(mention.text)
        if mean < 0.35 and score < 0.8:
            return False
        score = 0.7 * score + 0.3 * mean
    return score >= FLOOR


def _short_form(
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
        if before == "the" or seen < 0.01:
            return None
    if full is None or len(name) < 3:
        return None
    return Mention(
        start, end, name, first, last, max(0.6, min(0.9, full.score - 0.1)), f"short for “{full.text}”"
    )
