"""Why a query finds nothing: what each of its parts finds alone, and what may be a slip in it."""

from __future__ import annotations

from reader.library.index.conditions import PersonIds
from reader.library.index.reading import Reader
from reader.library.query.tree import All, Amount, Either, Leaf, Not, Query
from reader.text import nearest


def parts(index: Reader, persons: PersonIds, typed: str, query: Query) -> list[tuple[str, int]]:
    """See `Library.parts`; `query` is what was `typed`."""
    root = query.root
    nodes = root.nodes if isinstance(root, All) else (root,)
    found: list[tuple[str, int]] = []
    slips = False
    for leaf in nodes:
        if isinstance(leaf, Not | All | Either):
            continue
        text = typed[leaf.start : leaf.end]
        articles = _matching(index, persons, leaf)
        # Not where others have figures of that word.
        if not articles and (meant := _meant(leaf, text)) and not _matching(index, persons, _unbound(leaf)):
            text, slips = f"{text} (did you mean {meant}?)", True
        found.append((text, articles))
    return found if isinstance(root, All) or slips else []


def _matching(index: Reader, persons: PersonIds, leaf: Leaf) -> int:
    return len(index.order(Query("", leaf), persons))


def _unbound(leaf: Leaf) -> Leaf:
    """A comparison without its bounds."""
    return Amount(leaf.kind, leaf.unit) if isinstance(leaf, Amount) else leaf


def _meant(leaf: Leaf, text: str) -> str:
    """What a comparison without an answer may be a slip of: `money>10m` of `mony>10m`; "" where that is not plain."""
    if not isinstance(leaf, Amount) or leaf.kind or not leaf.unit:
        return ""
    from reader.detect.figures.units import DURATIONS, WORDS
    from reader.model import FIGURE_KINDS

    known = (*FIGURE_KINDS, *WORDS, *DURATIONS)
    word = leaf.unit.lower()
    close = None if word in known or len(word) < 3 else nearest(word, known)
    return text.replace(leaf.unit, close, 1) if close else ""
