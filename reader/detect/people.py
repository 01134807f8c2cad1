"""People in a text: the backend proposes, the passes over the document decide, names are given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from reader.detect.aliases import aliases
from reader.detect.backend import current_backend
from reader.detect.corrections import prepared
from reader.detect.mention import Mention
from reader.detect.names import name_people
from reader.detect.passes import Knowledge, Stretch, decide, prepare
from reader.detect.roles import describe
from reader.detect.tokens import tokenise
from reader.model import Correction, Person


def find_people(text: str, *, corrections: Sequence[Correction] = ()) -> tuple[Person, ...]:
    """The people named in `text`, sorted by start; offsets in code points, no overlaps.

    `corrections` are those that concern this text: the caller leaves out those limited to other articles.
    """
    finder = PeopleFinder(text, corrections)
    finder.read(0, len(text))
    return finder.finish()


class PeopleFinder:
    """Finds the people of one text stretch by stretch; what a stretch shows helps with all others."""

    def __init__(self, text: str, corrections: Sequence[Correction] = ()) -> None:
        self._text = text
        self._corrections = prepared(corrections)
        self._known = Knowledge()
        self._stretches: dict[int, Stretch] = {}

    def read(self, start: int, end: int) -> None:
        """Tag `text[start:end]` and learn from it."""
        tokens = tokenise(self._text, start, end)
        stretch = Stretch(tokens, current_backend().propose(self._text, tokens))
        prepare(self._text, stretch)
        stretch.mentions = self._corrections.before(self._text, tokens, stretch.mentions)
        self._known.learn(self._text, stretch)
        self._stretches[start] = stretch

    def add(self, start: int, end: int) -> tuple[Person, ...]:
        """The people of `text[start:end]`, judged and named by what has been seen so far."""
        self.read(start, end)
        return _persons(self._judge((start,), self._known.whole.values()))

    def finish(self) -> tuple[Person, ...]:
        """The people of all stretches read, judged and named by all of them."""
        return _persons(self._judge(sorted(self._stretches)))

    def _judge(self, starts: Iterable[int], context: Iterable[Mention] = ()) -> list[Mention]:
        mentions: list[Mention] = []
        for start in starts:
            stretch = self._stretches[start]
            found = decide(self._text, stretch, self._known)
            others = {k for m in found for k in range(m.first, m.last)}
            for mention in found:
                mention.titles = describe(self._text, stretch.tokens, mention, others)
            mentions += found
        own = {m.start for m in mentions}
        everyone = sorted([*mentions, *(m for m in context if m.start not in own)], key=lambda m: m.start)
        name_people(everyone, aliases(self._text, everyone))
        return self._corrections.after(mentions, self._text)


#: Scores and the share of marks with that score that proved right on held-back texts of several kinds.
_CALIBRATION = (
    (0.0, 0.0),
    (0.5, 0.5),
    (0.7, 0.62),
    (0.8, 0.7),
    (0.9, 0.82),
    (0.95, 0.9),
    (0.98, 0.94),
    (0.99, 0.96),
    (0.999, 0.98),
    (1.0, 0.99),
)


def calibrated(score: float) -> float:
    """The probability that a mark with this score is right."""
    for (low, at_low), (high, at_high) in pairwise(_CALIBRATION):
        if score <= high:
            return at_low + (score - low) / (high - low) * (at_high - at_low)
    return _CALIBRATION[-1][1]


def _persons(mentions: Iterable[Mention]) -> tuple[Person, ...]:
    return tuple(
        Person(m.start, m.end, m.text, m.name, round(calibrated(m.score), 3), m.reason, m.titles)
        for m in mentions
    )
