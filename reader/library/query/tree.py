"""What a query means, as a tree of small records. Every node knows where it stands in the typed text.

They are named tuples: a headless search starts in half the time without dataclasses.
"""

from __future__ import annotations

from typing import NamedTuple, TypeGuard, TypeVar


def person_query(name: str) -> str:
    """What is typed to find the passages on just this person; quotation marks in the name are left out."""
    return f'person:="{name.replace(chr(34), "")}"'


def phrase_query(text: str) -> str:
    """What is typed to find just these words; quotation marks in them are left out."""
    return f'"{text.replace(chr(34), " ")}"'


class QueryError(ValueError):
    """A query that cannot be understood; `start`, `end` span the wrong part of the typed text."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.message = message
        self.start = start
        self.end = end


class Words(NamedTuple):
    """A word or phrase: folded `tokens` in this order; `prefix` leaves the end of the last one open.

    `literal` is the folded text itself, searched as it is when it holds no token ("%").
    """

    tokens: tuple[str, ...]
    literal: str
    prefix: bool = False
    start: int = 0
    end: int = 0


class Pattern(NamedTuple):
    """A regular expression on the article's text, case-insensitive unless `exact`."""

    pattern: str
    exact: bool = False
    start: int = 0
    end: int = 0


class Field(NamedTuple):
    """`name:value` for person, source, author, tag, note, category, is, file, title."""

    name: str
    value: str
    start: int = 0
    end: int = 0


class Days(NamedTuple):
    """Articles published from day `low` to day `high`, both included, ISO dates; "" leaves a side open."""

    low: str
    high: str
    start: int = 0
    end: int = 0


class Amount(NamedTuple):
    """A figure of `kind` (or ""), `unit` (or "") with a value from `low` to `high`; None leaves a side open.

    `low_open`, `high_open` exclude the bound itself. For dates the bounds are ISO day numbers.
    """

    kind: str
    unit: str
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    start: int = 0
    end: int = 0


class Not(NamedTuple):
    """Whatever the inner node does not match."""

    node: Node


class All(NamedTuple):
    """Everything that all parts match; no parts match everything."""

    nodes: tuple[Node, ...]


class Either(NamedTuple):
    """Everything that at least one part matches."""

    nodes: tuple[Node, ...]


Node = Words | Pattern | Field | Days | Amount | Not | All | Either
Leaf = Words | Pattern | Field | Days | Amount
L = TypeVar("L", Words, Amount)


class Query(NamedTuple):
    """A typed query and its meaning."""

    text: str
    root: Node

    @property
    def empty(self) -> bool:
        """Whether it matches everything."""
        return isinstance(self.root, All) and not self.root.nodes

    def wanted(self) -> tuple[Leaf, ...]:
        """The leaves that are looked for, those under a minus left out, in typed order."""
        return tuple(_wanted(self.root))

    def without_copies(self) -> Query:
        """The same, of folded near-duplicates none."""
        return Query(self.text, All((self.root, Not(Field("is", "copy")))))

    @property
    def needs_marks(self) -> bool:
        """Whether it can only be answered once people and figures have been found; what is followed may need them."""
        return any(
            isinstance(leaf, Amount)
            or (isinstance(leaf, Field) and (leaf.name == "person" or leaf[:2] == ("is", "watched")))
            for leaf in all_leaves(self.root)
        )

    @property
    def needs_copies(self) -> bool:
        """Whether it can only be answered once near-duplicates have been found."""
        return any(
            isinstance(leaf, Field) and (leaf.name, leaf.value) == ("is", "copy")
            for leaf in all_leaves(self.root)
        )


def asks_for_notes(leaf: Leaf) -> TypeGuard[Field]:
    """Whether articles are asked for by the notes on them: `note:`, `category:`, `tag:`, `is:noted`."""
    return isinstance(leaf, Field) and (
        leaf.name in ("note", "category", "tag") or leaf[:2] == ("is", "noted")
    )


#: Queries that nobody typed.
EVERYTHING = Query("", All(()))
UNREAD = Query("is:unread", Field("is", "unread"))


def _wanted(node: Node) -> list[Leaf]:
    if isinstance(node, Not):
        return []
    if isinstance(node, All | Either):
        return [leaf for inner in node.nodes for leaf in _wanted(inner)]
    return [node]


def all_leaves(node: Node) -> list[Leaf]:
    """Every leaf, those under a minus too."""
    if isinstance(node, Not):
        return all_leaves(node.node)
    if isinstance(node, All | Either):
        return [leaf for inner in node.nodes for leaf in all_leaves(inner)]
    return [node]


def beside_others(query: Query) -> str:
    """`query` as it is typed beside others that have to match as well: in brackets where it is an "or"."""
    return f"({query.text})" if isinstance(query.root, Either) else query.text


def without_words(query: Query) -> str:
    """What is typed, beside others, to choose articles in a query for people: all but the words, which are looked for
    in names."""
    if isinstance(query.root, Either):
        return beside_others(query)
    text = query.text
    for word in reversed(split_leaves(query.root, Words)[0]):
        text = text[: word.start] + text[word.end :]
    return " ".join(text.split())


def split_leaves(node: Node, kind: type[L]) -> tuple[list[L], Node]:
    """The leaves of `kind` that everything found must match, and the query without them."""
    if isinstance(node, kind):
        return [node], All(())
    if not isinstance(node, All):
        return [], node
    taken = [n for n in node.nodes if isinstance(n, kind)]
    rest = tuple(n for n in node.nodes if not isinstance(n, kind))
    return taken, rest[0] if len(rest) == 1 else All(rest)
