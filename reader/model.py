"""The records that flow through Reader. Standard library only; every other package may import this one.

Offsets are Unicode code points, ends are exclusive. Every record is immutable and holds tuples or what looks
like one, so it can be shared between threads and cached.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from reader.annotation import Anchor, Correction, CorrectionAction, Located, Note, Status

__all__ = [
    "FIGURE_KINDS", "READABLE", "SHOWN", "Anchor", "Article", "Block", "Correction", "CorrectionAction", "Detection",
    "Figure", "FigureKind", "Located", "Note", "Passage", "Person", "Problem", "Role", "Row", "Span", "Status", "Value",
    "Watch",
]  # fmt: skip

Role = Literal[
    "headline", "dateline", "byline", "caption", "subhead", "pull_quote", "para", "list", "furniture"
]
#: Roles whose blocks make up `Article.text`; bylines and datelines are shown as metadata.
SHOWN: frozenset[str] = frozenset({"headline", "caption", "subhead", "pull_quote", "para", "list"})
#: Roles that `reader parse --json` gives as `paragraphs`: everything readable but headline and captions.
READABLE: frozenset[str] = frozenset({"subhead", "pull_quote", "para", "list"})

FigureKind = Literal["money", "percent", "quantity", "number", "ordinal", "date", "time", "duration"]
FIGURE_KINDS: tuple[str, ...] = (
    "money", "percent", "quantity", "number", "ordinal", "date", "time", "duration",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """A run of a file with one role. `raw_start`/`raw_end` are offsets in the decoded file.

    `text` is verbatim but for white space, joined wraps and decoding repairs; `reason` says why it got
    its role, in words a user understands.
    """

    role: Role
    text: str
    raw_start: int
    raw_end: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a file. The blocks of all articles of a file cover the file, in order.

    `file` is the path as the caller gave it (relative to the library inside one), `index` counts articles
    of a file from 0, `id` is `file#index`. `published` is ISO 8601 (date, or date and time) or None.
    `digest` is a fingerprint of `text`. `corrected` names what readers have put right in it: "headline", "date",
    "author", "source", and "split" or "join" where it begins otherwise than it was read.
    """

    id: str
    file: str
    index: int
    title: str | None
    published: str | None
    source: str | None
    author: str | None
    blocks: Sequence[Block]
    text: str
    digest: str
    corrected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A mention of a person: the name alone at `text[start:end]`, its canonical `name` in the article."""

    start: int
    end: int
    text: str
    name: str
    confidence: float = 1.0
    reason: str = ""
    titles: tuple[str, ...] = ()


Value = float | int | str | tuple[float | int | str, float | int | str] | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: `value` is a number in full units, an ISO 8601 string, or a (low, high) pair; None if open.

    `unit` is an ISO 4217 code, "%", a unit symbol, or None. `approx` is "" or one of about, over, under,
    nearly, at least, at most. `subject` is what is counted or measured.
    """

    start: int
    end: int
    text: str
    kind: FigureKind
    value: Value
    unit: str | None = None
    approx: str = ""
    confidence: float = 1.0
    reason: str = ""
    subject: str = ""

    @property
    def ends(self) -> tuple[float | int | str | None, float | int | str | None]:
        """The lowest and the highest value, as columns of a table: a single one and None."""
        return self.value if isinstance(self.value, tuple) else (self.value, None)


@dataclass(frozen=True, slots=True)
class Detection:
    """Everything marked in one text, sorted by start; mentions do not overlap within a kind."""

    people: Sequence[Person] = ()
    figures: Sequence[Figure] = ()


class Span(NamedTuple):
    """A styled stretch of text: `kind` names the layer or the style, `ref` points back to its record."""

    start: int
    end: int
    kind: str
    ref: int = -1


class Row(NamedTuple):
    """What the article list shows of one article. `copies` counts folded near-duplicates besides this one."""

    id: str
    title: str
    source: str
    published: str
    people: int = 0
    notes: int = 0
    unread: bool = True
    starred: bool = False
    tags: tuple[str, ...] = ()
    copies: int = 0
    watched: bool = False


class Watch(NamedTuple):
    """A query that is followed, perhaps under a `name` of its own."""

    query: str
    name: str = ""

    @property
    def label(self) -> str:
        """What it goes by in lists."""
        return self.name or self.query


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article (its id) with the sentence it stands in and that sentence's start."""

    article: str
    start: int
    end: int
    sentence: str
    sentence_start: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a user's file: one line that names the file and the way out."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.message}"


def __getattr__(name: str) -> Any:
    """What readers say about articles, imported when first asked for: an article is shown without it."""
    if name in __all__:
        from reader import annotation

        return getattr(annotation, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
