"""What a header zone has told so far; `zone` and `labels` fill it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model import Role


#: What is done with a line that says the headline again.
HEADLINE_AGAIN: tuple[Role, str] = ("furniture", "the headline again")


class Zone:
    """A header zone: `[at, end)` in line numbers, the roles of its lines, fields found, evidence and why."""

    __slots__ = (
        "at",
        "body",
        "end",
        "fields",
        "label",
        "lead",
        "roles",
        "score",
        "sure",
        "title",
        "title_at",
        "values",
        "why",
    )

    def __init__(self, at: int) -> None:
        self.at = self.end = at
        self.roles: dict[int, tuple[Role, str]] = {}
        self.fields: list[tuple[str, str, str]] = []  # field, value, why
        self.values: dict[int, str] = {}  # what alone is shown of lines with a label
        self.title: str | None = None
        self.title_at = -1
        self.lead, self.label = -1, 0  # the line that opens the body behind a label, and the label's length
        self.score = 0.0
        self.why: list[str] = []
        self.body = self.sure = False

    def mark(self, points: float, why: str) -> None:
        """Add evidence."""
        self.score += points
        self.why.append(why)
