"""Passes over the document: what one place makes plain helps to judge all others.

A name given in full marks its later short forms; a word that is a place or a body everywhere else is no
person here; titles come off the name. All is linear in the number of words: every lookup is a dictionary's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reader.detect.edges import join_nicknames, skip_openers, trim
from reader.detect.features import shipped_lists
from reader.detect.lexicon import BODY_HEADS, NAMED_AFTER, NAMESAKES, NOT_NAMES, ORG_ENDS, THINGS, TITLES
from reader.detect.mention import Mention, Proposal
from reader.detect.names import parts_of
from reader.detect.rules import plain, runs, title_before, weigh
from reader.detect.tokens import Tokens

#: Below this a mention without support is not shown.
FLOOR = 0.4
#: The same for a full name and for a single word that nothing around speaks for.
BARE_FULL, BARE_WORD = 0.55, 0.58
#: A full name this likely vouches for its short forms.
VOUCH = 0.55
#: Points of evidence that mark what the tagger doubts.
RESCUE = 4.5
_LOCATIVE = frozenset("in at near from outside inside across into toward towards throughout around".split())


@dataclass(slots=True)
class Stretch:
    """A part of the text with what the backend proposed for it."""

    tokens: Tokens
    proposal: Proposal
    mentions: list[Mention] = field(default_factory=list)
    #: Words of places, bodies and storms that looked like people; and the indexes of their tokens.
    things: set[str] = field(default_factory=set)
    vetoed: set[int] = field(default_factory=set)


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
        #: Words that stand in the names of places, bodies, storms.
        self.things: set[str] = set()

    def learn(self, text: str, stretch: Stretch) -> None:
        """Take in a stretch; its mentions have been trimmed."""
        words = stretch.tokens.words
        belief = stretch.proposal.belief
        self.things |= stretch.things
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

    def is_rarely_a_person(self, name: str) -> bool:
        """Whether a word stands here several times and hardly ever like a person's name."""
        votes = self.votes.get(name)
        return votes is not None and votes.count > 2 and votes.total / votes.count < 0.2


def _keep(table: dict[Any, Mention], key: Any, mention: Mention) -> None:
    known = table.get(key)
    if known is None or mention.score > known.score:
        table[key] = mention


def prepare(text: str, stretch: Stretch) -> None:
    """Trim what the backend proposed and drop what a list knows to be no person."""
    tokens = stretch.tokens
    shipped_lists()
    for proposed in stretch.proposal.mentions:
        mention = trim(text, tokens, proposed)
        if mention is None:
            continue
        if _is_something_else(tokens, mention):
            stretch.things.update(tokens.words[mention.first : mention.last])
            stretch.vetoed.update(range(mention.first, mention.last))
            continue
        if stretch.mentions and stretch.mentions[-1].last > mention.first:
            continue
        stretch.mentions.append(mention)
    stretch.mentions = join_nicknames(text, tokens, stretch.mentions)


def _is_something_else(tokens: Tokens, mention: Mention) -> bool:
    """Whether lists or the words around say that a proposed mention is a place, a body, a work or a storm."""
    words, lists = tokens.words, shipped_lists()
    first, last = mention.first, mention.last
    if title_before(words, first) < first:
        return False
    low = mention.text.lower().replace("’", "'")
    single = last - first == 1
    if low in lists.bodies or (single and low in NOT_NAMES):
        return True
    head, tail = plain(words[first]), plain(words[last - 1])
    before = plain(words[first - 1]) if first else ""
    if before in NAMESAKES or (head in NAMESAKES and not single):
        return True
    if not single and (head in BODY_HEADS or (tail in ORG_ENDS and tail not in lists.family)):
        return True
    if (
        last < len(words)
        and words[last] in NAMED_AFTER
        and (single or mention.score < 0.995 or words[last][:3] == "air")
    ):
        return mention.score < 0.97 or not single
    thing = before in THINGS or (before == "of" and first > 1 and plain(words[first - 2]) in THINGS)
    return thing and words[first - 1][0].islower() and (before != "of" or mention.score < 0.99)


def decide(text: str, stretch: Stretch, known: Knowledge) -> list[Mention]:
    """The mentions of a stretch in the light of the whole text, with reasons."""
    tokens, belief = stretch.tokens, stretch.proposal.belief
    words = tokens.words
    kept: dict[int, Mention] = {}
    covered = set(stretch.vetoed)
    for mention in stretch.mentions:
        if _stands(tokens, mention, known):
            kept[mention.first] = mention
            covered.update(range(mention.first, mention.last))
    for first, last in runs(words):
        start = skip_openers(words, first, last)
        if any(k in covered for k in range(start, last)) or last - start > 5:
            continue
        found = _short_form(text, tokens, start, last, belief, known) or _rescue(
            text, tokens, start, last, belief
        )
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
    points, reason = weigh(tokens, mention.first, mention.last)
    if points >= 0.5:
        mention.reason = mention.reason or reason
    if mention.last - mention.first > 1:
        return score >= (FLOOR if points >= 0.5 else BARE_FULL)
    if parts_of(mention.text)[-1] in known.family:
        return not known.is_rarely_a_person(mention.text)
    if mention.text in known.things and points < 2:
        return False
    mean = known.mean(mention.text)
    if mean < 0.35 and score < 0.8 and points < 3:
        return False
    return 0.7 * score + 0.3 * mean >= (FLOOR if points >= 0.5 else BARE_WORD)


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
        if before == "the" or seen < 0.01 or known.is_rarely_a_person(name):
            return None
    if full is None or len(name) < 3:
        return None
    return Mention(
        start, end, name, first, last, max(0.6, min(0.9, full.score - 0.1)), f"short for “{full.text}”"
    )


def _rescue(text: str, tokens: Tokens, first: int, last: int, belief: dict[int, float]) -> Mention | None:
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
