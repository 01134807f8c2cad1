"""What the stretches of a text read so far tell about its names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from reader.detect.lexicon import CRAFT_KINDS, FIRM_KINDS, ORG_ENDS
from reader.detect.people.mention import Mention, Proposal
from reader.detect.people.rules import plain, runs, strip_titles
from reader.detect.people.spelling import letters_of, parts_of
from reader.detect.people.tokens import Tokens

# What stands before a name that somebody goes by: "known as PPK".
_CALLS = (["as"], ["called"], ["nicknamed"], ["dubbed"], ["initials"])
_NICKNAME = re.compile(r"[\"“'‘`]([^\W\d_][^\"“”'’`]{2,})[\"”'’`]")
#: A full name this likely vouches for its short forms.
VOUCH = 0.55


@dataclass(slots=True)
class Stretch:
    """A part of the text with what the backend proposed for it."""

    tokens: Tokens
    proposal: Proposal
    mentions: list[Mention] = field(default_factory=list)
    #: Words of places, bodies and storms that looked like people; and the indexes of their tokens.
    things: Counter[str] = field(default_factory=Counter)
    #: Whole names that the text says are no person's.
    told: set[str] = field(default_factory=set)
    vetoed: set[int] = field(default_factory=set)
    #: The runs of capitalised words, as indexes of tokens.
    runs: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.runs = list(runs(self.tokens.words))


@dataclass(slots=True)
class Votes:
    """How often a word or name stands in the text and how likely it was a person, summed up."""

    count: int = 0
    total: float = 0.0
    best: float = 0.0

    def add(self, score: float) -> None:
        """Count a place where it stands with this likelihood."""
        self.count += 1
        self.total += score
        self.best = max(self.best, score)


class Knowledge:
    """What the stretches seen so far tell about the names of a text."""

    def __init__(self) -> None:
        self.votes: dict[str, Votes] = {}
        #: Parts of full names → the likeliest full mention; by family name, by first name, and whole.
        self.whole: dict[tuple[str, ...], Mention] = {}
        self.family: dict[str, Mention] = {}
        self.first: dict[str, Mention] = {}
        #: By what stands in quotation marks in full names: Ismael "El Mayo" Zambada.
        self.nicknames: dict[str, Mention] = {}
        #: By the initials of full names; and what somebody is said to be called by that looks like initials.
        self.letters: dict[str, Mention] = {}
        self.called: set[str] = set()
        #: Words that stand in the names of places, bodies, storms.
        self.things: Counter[str] = Counter()
        #: Last words of full names of people.
        self.bearers: Counter[str] = Counter()
        #: Whole names that are a firm's, or what the text says is no person.
        self.firms: set[str] = set()

    def learn(self, text: str, stretch: Stretch) -> None:
        """Take in a stretch; its mentions have been trimmed."""
        words = stretch.tokens.words
        belief = stretch.proposal.belief
        self.things.update(stretch.things)
        self.firms.update(stretch.told)
        tagged: dict[int, Mention] = {m.first: m for m in stretch.mentions}
        for mention in stretch.mentions:
            self._vote(mention.text, mention.score)
            if mention.last - mention.first > 1 and mention.score >= VOUCH:
                self.bearers[words[mention.last - 1]] += 1
                self.hear_of(mention)
                if letters := letters_of(mention.text):
                    _keep(self.letters, letters, mention)
        for first, last in stretch.runs:
            start = strip_titles(words, first, last)
            if last - start > 1 and last < len(words) and words[last] in FIRM_KINDS:
                self.firms.add(text[stretch.tokens.starts[start] : stretch.tokens.ends[last - 1]])
            if last - start == 1 and (
                stands_for_body(words, start, last)
                or is_of_many(words, start, last)
                or (last < len(words) and words[last] in CRAFT_KINDS)
            ):
                self.things[words[start]] += 1
            if last - start == 1 and words[start].isupper() and words[start - 1 : start] in _CALLS:
                self.called.add(words[start])
            if start in tagged:
                continue
            if last - start == 1:
                self._vote(words[start], belief.get(start, 0.1))

    def hear_of(self, mention: Mention) -> None:
        """Take a full name for somebody's, who may be meant by its parts."""
        parts = parts_of(mention.text)
        _keep(self.whole, parts, mention)
        _keep(self.family, parts[-1], mention)
        if len(parts) > 1:
            _keep(self.first, parts[0], mention)
        if found := _NICKNAME.search(mention.text):
            _keep(self.nicknames, found[1], mention)

    def _vote(self, name: str, score: float) -> None:
        votes = self.votes.get(name)
        if votes is None:
            votes = self.votes[name] = Votes()
        votes.add(score)

    def mean(self, name: str) -> float:
        """How likely `name` is a person over all its places; 0.5 where it is unknown."""
        votes = self.votes.get(name)
        return votes.total / votes.count if votes else 0.5

    def is_mostly_a_person(self, name: str) -> bool:
        """Whether a word stands here several times, mostly like a person's name and once with certainty."""
        votes = self.votes.get(name)
        if votes is None or votes.count < 2:
            return False
        best, share = (0.9, 0.4) if votes.count > 3 else (0.95, 0.5)
        return votes.best >= best and votes.total >= share * votes.count

    def is_rarely_a_person(self, name: str) -> bool:
        """Whether a word stands here several times and hardly ever like a person's name."""
        votes = self.votes.get(name)
        return votes is not None and votes.count > 2 and votes.total / votes.count < 0.2


TONGUES = frozenset("language languages dialect dialects speakers tribe tribes tribesmen".split())
_MANY = frozenset("peoples community communities ethnic minority".split())


def is_of_many(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a word is a people's or its language's: "Eegimaa speakers", "the Hazara community"."""
    after = words[last] if last < len(words) else ""
    return after in TONGUES or (after in _MANY and first > 0 and words[first - 1] in ("the", "The"))


def stands_for_body(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a word in brackets is short for the body named before it: "the Chamber of Construction (Capac)"."""
    if not first or words[first - 1] != "(" or last >= len(words) or words[last] != ")":
        return False
    at = first - 2
    while at > 0 and first - at < 9 and (words[at][0].isupper() or words[at] in ("of", "for", "and", "&")):
        if plain(words[at]) in ORG_ENDS or (words[at] in ("of", "for") and words[at - 1][0].isupper()):
            return True
        at -= 1
    return False


def _keep(table: dict[Any, Mention], key: Any, mention: Mention) -> None:
    known = table.get(key)
    if known is None or mention.score > known.score:
        table[key] = mention
