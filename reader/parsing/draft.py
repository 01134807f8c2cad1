"""The half-made results that parsing steps hand on: pieces of a file with roles, articles with fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Role
    from reader.parsing.lines import Line

# The same as in reader.model, which takes longer to import than a small file to parse; a test compares them.
SHOWN = frozenset(("headline", "caption", "subhead", "pull_quote", "para", "list"))
READABLE = frozenset(("subhead", "pull_quote", "para", "list"))


class Piece:
    """A run of the file, what it shows, its role and why it has it: a `model.Block` that is not settled yet.

    `build` makes blocks of pieces as they are, so both must have the same slots.
    """

    __slots__ = ("raw_end", "raw_start", "reason", "role", "text")

    def __init__(self, role: Role, text: str, start: int, end: int, reason: str = "") -> None:
        self.role = role
        self.text = text
        self.raw_start = start
        self.raw_end = end
        self.reason = reason

    @classmethod
    def of(cls, line: Line, role: Role, reason: str = "") -> Piece:
        """The piece that a line makes as it is."""
        return cls(role, line.text, line.start, line.end, reason)


def spread(shown: Sequence[tuple[Role, str]], start: int, end: int, reason: str) -> list[Piece]:
    """Pieces with these roles and texts, of a run `[start, end)` in which they cannot be told apart by offsets: they
    split it evenly."""
    step = max(1, (end - start) // max(1, len(shown)))
    pieces = []
    for n, (role, text) in enumerate(shown):
        begin = start + n * step
        pieces.append(
            Piece(role, text, begin, end if n == len(shown) - 1 else min(end, begin + step), reason)
        )
    return pieces


class Draft:
    """An article in the making: its pieces in file order, its fields, and where each field came from."""

    __slots__ = ("author", "pieces", "published", "source", "title", "why")

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.title: str | None = None
        self.published: str | None = None
        self.source: str | None = None
        self.author: str | None = None
        self.why: dict[str, str] = {}

    def add(self, line: Line, role: Role, reason: str = "") -> None:
        """Append a line as a piece."""
        self.pieces.append(Piece(role, line.text, line.start, line.end, reason))

    def put(self, field: str, value: str | None, why: str) -> None:
        """Set a field if it is still open and there is a value."""
        if value and getattr(self, field) is None:
            setattr(self, field, value)
            self.why[field] = why


class Parsed:
    """What a text was found to be: the form's name, why, and its articles."""

    __slots__ = ("drafts", "form", "why")

    def __init__(self, form: str, why: str, drafts: list[Draft]) -> None:
        self.form, self.why, self.drafts = form, why, drafts
