"""The ledger by what is said of a figure: the words of a query have to stand in its sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reader.library.matching import Finder
from reader.library.query.tree import All, Either, Node, Not, Pattern, Query, Words
from reader.sentences import sentence_at

if TYPE_CHECKING:
    from reader.library.index.figures_reading import FigurePlaces, Place
    from reader.library.index.records import PlaceRecord
    from reader.library.scanning.progress import Stop

    TextOf = Callable[[PlaceRecord], tuple[str, bool]]
    PlacesOf = Callable[[list[int]], Iterator[tuple[int, PlaceRecord]]]

#: Whether a sentence is asked for.
Test = Callable[[str], bool]


def sentence_test(node: Node) -> Test | None:
    """What `node` asks of a figure's sentence, None when nothing: its words and patterns, also those under a minus. In
    an `or` each side has to ask something; `text:`, an `or` of one, is about the whole article."""
    if isinstance(node, Words | Pattern):
        finder = Finder([node])
        return lambda sentence: bool(finder.spans(sentence))
    if isinstance(node, Not):
        inner = sentence_test(node.node) if isinstance(node.node, Words | Pattern) else None
        return None if inner is None else lambda sentence: not inner(sentence)
    if not isinstance(node, All | Either):
        return None
    parts = [test for part in node.nodes if (test := sentence_test(part)) is not None]
    if isinstance(node, Either):
        if len(parts) < max(len(node.nodes), 2):
            return None
        return lambda sentence: any(test(sentence) for test in parts)
    return (lambda sentence: all(test(sentence) for test in parts)) if parts else None


def of_articles(query: Query) -> Query:
    """The query that chooses the articles: a word that the sentence must not have may stand elsewhere in them."""
    nodes = query.root.nodes if isinstance(query.root, All) else (query.root,)
    kept = tuple(part for part in nodes if not (isinstance(part, Not) and sentence_test(part)))
    return Query(query.text, kept[0] if len(kept) == 1 else All(kept))


def of_whole_articles(query: Query) -> Query:
    """The same about articles as a whole: all figures of those that match."""
    return Query(query.text, Either((query.root,)))


def narrowed(
    places: FigurePlaces | Sequence[Place],
    test: Test,
    records: PlacesOf,
    text: TextOf,
    stop: Stop | None = None,
) -> list[Place]:
    """Those of the `places` whose sentence passes the test, in their order; what there is by then when `stop` says that
    nobody waits for them any more."""
    every = [places[at] for at in range(len(places))]
    starts: dict[int, list[int]] = {}
    for number, start in every:
        starts.setdefault(number, []).append(start)
    found: set[Place] = set()
    for number, record in records(list(starts)):
        if stop is not None and stop():
            break
        found.update((number, start) for start in _passing(text(record)[0], sorted(starts[number]), test))
    return [place for place in every if place in found]


def _passing(text: str, starts: Iterable[int], test: Test) -> Iterator[int]:
    """Those of the `starts`, in rising order, whose sentence passes."""
    low = high = 0
    passes = False
    for start in starts:
        if not low <= start < high:
            low, high = sentence_at(text, start)
            passes = test(text[low:high])
        if passes and start < len(text):
            yield start
