"""The working records of people detection, from the first guess to the mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

#: The reason of a mention that stands in a list where most entries are people.
IN_A_LIST = "in a list of people"


@dataclass(slots=True)
class Mention:
    """A possible mention of a person.

    `start`, `end` are offsets in the text (code points, end exclusive) of the name alone; `first`, `last` the
    indexes of its tokens (end exclusive) in the tokens of the stretch it was found in. `score` is a probability.
    """

    start: int
    end: int
    text: str
    first: int = 0
    last: int = 0
    score: float = 0.5
    reason: str = ""
    titles: tuple[str, ...] = ()
    name: str = ""


class Proposal(NamedTuple):
    """What a backend found in a stretch: mentions sorted by start, without overlaps, and for tokens it looked
    at (by index) how likely each is a part of a person's name."""

    mentions: list[Mention]
    belief: dict[int, float]
