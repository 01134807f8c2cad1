"""The built-in finder of people: a conditional random field over the islands of capitals in a text.

The model is trained by tools/train_people.py with python-crfsuite (MIT), a binding of CRFsuite by
N. Okazaki (BSD); see MODEL_CARD.md beside it. It is opened on first use.
"""

from __future__ import annotations

from functools import cache
from threading import Lock
from typing import Any

from reader.detect.lexicon import DATA
from reader.detect.people.features import Features
from reader.detect.people.mention import Mention, Proposal
from reader.detect.people.tokens import Tokens
from reader.detect.people.word_lists import shipped_lists

MODEL = DATA / "people.crfsuite"


class CrfTagger:
    """People by the trained model."""

    language = "en"

    def __init__(self, path: str, features: Features) -> None:
        import pycrfsuite

        self._tagger: Any = pycrfsuite.Tagger()
        self._tagger.open(path)
        self._sequence = pycrfsuite.ItemSequence
        self._features = features
        self._lock = Lock()  # the tagger remembers what it was last set to, and threads share it

    def propose(self, text: str, tokens: Tokens) -> Proposal:
        """Mentions sorted by start, without overlaps; the score is the mean marginal of the tokens."""
        found: list[Mention] = []
        belief: dict[int, float] = {}
        words, starts, ends = tokens
        tagger = self._tagger
        marginal = tagger.marginal
        for kept, rows in self._features.islands(words):
            with self._lock:
                tagger.set(self._sequence(rows))
                labels = tagger.tag()
                count = len(labels)
                for k in range(count):
                    if rows[k][-1] != "low":
                        belief[kept[k]] = marginal("B", k) + marginal("I", k)
                at = 0
                while at < count:
                    label = labels[at]
                    if label not in "BI":
                        at += 1
                        continue
                    end = at + 1
                    while end < count and labels[end] == "I" and words[kept[end]] != "\n":
                        end += 1
                    score = marginal("B", at) + marginal("I", at)
                    for k in range(at + 1, end):
                        score += marginal("I", k) + marginal("B", k)
                    first, last = kept[at], kept[end - 1] + 1
                    begin, stop = starts[first], ends[last - 1]
                    found.append(Mention(begin, stop, text[begin:stop], first, last, score / (end - at)))
                    at = end
        return Proposal(found, belief)


@cache
def builtin_tagger() -> CrfTagger:
    """The tagger that needs nothing but this package."""
    return CrfTagger(str(MODEL), Features(shipped_lists()))
