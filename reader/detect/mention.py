"""The working record of people detection, from the first guess to the mark."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Mention:
    """A possible mention of a person.

    `start`, `end` are offsets in the text (code points, end exclusive) of the name alone; `first`, `last` the
    indexes of its tokens (end exclusive) in the tokens of the slice it was found in. `score` is a probability.
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
