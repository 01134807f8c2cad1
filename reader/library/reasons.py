"""Why a query finds nothing: what each of its parts finds alone, and what may be a slip in it."""

from __future__ import annotations

from reader.library.index.conditions import PersonIds
from reader.library.index.reading import Reader
from reader.library.query.tree import All, Amount, Either, Leaf, Not, Query, Words
from reader.text import nearest

_SHORTEST = 4  # letters of a word that may be a slip of another


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
        if not articles and (meant := _meant(index, persons, leaf, text)):
            text, slips = f"{text} (did you mean {meant}?)", True
        found.append((text, articles))
    return found if isinstance(root, All) or slips else []


def _matching(index: Reader, persons: PersonIds, leaf: Leaf) -> int:
    return len(index.order(Query("", leaf), persons))


def _meant(index: Reader, persons: PersonIds, leaf: Leaf, text: str) -> str:
    """What a part without an answer may be a slip of; "" where that is not plain."""
    if isinstance(leaf, Words):
        return _word_meant(index, leaf)
    # Not where others have figures of that word.
    if isinstance(leaf, Amount) and not _matching(index, persons, Amount(leaf.kind, leaf.unit)):
        return _figure_meant(leaf, text)
    return ""


def _word_meant(index: Reader, leaf: Words) -> str:
    """The word of some text that a word may be the start or a slip of; first letters are seldom wrong."""
    if len(leaf.tokens) != 1 or len(word := leaf.tokens[0]) < _SHORTEST:
        return ""
    known = index.vocabulary(word[:2])
    if not leaf.prefix and any(term.startswith(word) for term in known):
        return f"{word}*"
    return nearest(word, [term for term in known if abs(len(term) - len(word)) < 3]) or ""


def _figure_meant(leaf: Amount, text: str) -> str:
    """`money>10m` of `mony>10m`."""
    if leaf.kind or not leaf.unit:
        return ""
    from reader.detect.figures.units import DURATIONS, WORDS
    from reader.model import FIGURE_KINDS

    known = (*FIGURE_KINDS, *WORDS, *DURATIONS)
    word = leaf.unit.lower()
    close = None if word in known or len(word) < 3 else nearest(word, known)
    return text.replace(leaf.unit, close, 1) if close else ""
