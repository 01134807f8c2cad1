"""People in a text: the backend proposes, the passes over the document decide, names are given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.detect.language import language_of
from reader.detect.people.aliases import aliases, couples
from reader.detect.people.backend import current_backend
from reader.detect.people.corrections import Corrections, prepared
from reader.detect.people.foreign import names_in
from reader.detect.people.knowledge import Knowledge, Stretch
from reader.detect.people.mention import Mention, Proposal
from reader.detect.people.names import name_people
from reader.detect.people.passes import decide, prepare, vouch
from reader.detect.people.roles import describe
from reader.detect.people.tokens import Tokens, tokenise
from reader.model import Correction, Person


def find_people(text: str, *, corrections: Sequence[Correction] = ()) -> tuple[Person, ...]:
    """The people named in `text`, sorted by start; offsets in code points, no overlaps.

    `corrections` are those that concern this text: the caller leaves out those limited to other articles.
    """
    corrected = prepared(corrections)
    tokens = tokenise(text, 0, len(text))
    proposal = current_backend().propose(text, tokens)
    language = language_of(text) if current_backend().language == "en" else None
    if language is None:
        mentions = _judged(text, tokens, proposal, corrected)
    else:
        mentions = corrected.before(text, tokens, names_in(language, text, tokens, proposal))
    everyone = sorted(mentions, key=lambda m: m.start)
    name_people(everyone, aliases(text, everyone), couples(text, everyone))
    return tuple(
        Person(m.start, m.end, m.text, m.name, round(calibrated(m.score), 3), m.reason, m.titles)
        for m in corrected.after(mentions, text)
    )


def _judged(text: str, tokens: Tokens, proposal: Proposal, corrected: Corrections) -> list[Mention]:
    """The mentions of an English text after the passes over the document, with titles and roles."""
    stretch = Stretch(tokens, proposal)
    prepare(text, stretch)
    stretch.mentions = corrected.before(text, tokens, stretch.mentions)
    known = Knowledge()
    known.learn(text, stretch)
    vouch(text, stretch, known)
    mentions = decide(text, stretch, known)
    others = {k for m in mentions for k in range(m.first, m.last)}
    for mention in mentions:
        mention.titles = describe(text, tokens, mention, others)
        if _STOP.search(mention.text):
            mention.end -= 1
            mention.text = mention.text[:-1]
    return mentions


#: The stop behind a name that ends like an abbreviation: "lauded Hun Sen." but "Ali Jr.", "Hassan K.".
_STOP = re.compile(r"\s(?!(?:Jr|Sr|Esq)\.$)[^\W\d_]{2,}\.$")

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
