"""What a grammar hands to the finder: a figure in the making, still changeable."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model import FigureKind, Value

#: How the reason of a date ends whose year is guessed from the article's date.
BY_ARTICLE = "the year by the article's date"


@dataclass(slots=True)
class Reading:
    """A figure read from a tape, ending before lexeme `next`; `coefficient` is its number without magnitude."""

    start: int
    end: int
    next: int
    kind: FigureKind
    value: Value
    unit: str | None = None
    confidence: float = 0.95
    reason: str = ""
    coefficient: float = 0.0
    magnitude: float = 1
    bare: bool = False
    signed: bool = False
    approx: str = ""
    subject: str = ""

    def become(self, kind: FigureKind, unit: str, end: int, then: int, reason: str) -> Reading:
        """Turn the bare number into a measure that ends at `end`, before lexeme `then`."""
        self.kind, self.unit, self.end, self.next, self.reason = kind, unit, end, then, reason
        self.bare = False
        return self
