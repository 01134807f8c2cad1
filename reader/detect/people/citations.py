"""Authors of papers, in texts that cite as scholars do: "(Dye & Bavelier, 2010; Klingberg et al., 2005)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.detect.lexicon import NOT_NAMES, ORG_ENDS
from reader.detect.people.rules import plain
from reader.detect.people.scorers import Run
from reader.detect.people.word_lists import shipped_lists

_YEAR = re.compile(r"(?:1[6-9]|20)\d\d[a-z]?[.,]?")


def authors(words: Sequence[str], runs: Sequence[Run]) -> set[Run]:
    """The runs of capitals that are family names of those whom a text cites."""
    chief = {
        run for run in runs if words[run[1] : run[1] + 1] == ["et"] and plain(_at(words, run[1] + 1)) == "al"
    }
    if not chief and not any(_is_cited(words, run) for run in runs):
        return set()  # "(Simon & Schuster, 1998)" behind a title is the house
    links = {(one, other): words[one[1] : other[0]] for one, other in pairwise(runs)}
    dated = {(one, other) for one, other in links if links[one, other] in _TWO and _is_dated(words, other[1])}
    names = {words[run[0]] for pair in dated for run in pair}
    found = chief | {run for pair in dated for run in pair}
    # The same two without a year; and those named before them: "(Boot, Kramer, & Gratton, 2008)".
    for (one, other), link in links.items():
        if link in _TWO and words[one[0]] in names and words[other[0]] in names:
            found |= {one, other}
    for one, other in reversed(links):
        if other in found and links[one, other] in ([","], *_TWO) and one[1] - one[0] == 1:
            found.add(one)
    return {run for run in found if run[1] - run[0] == 1 and _may_be(words[run[0]])}


def _is_cited(words: Sequence[str], run: Run) -> bool:
    """Whether a sentence cites by the run: "viewers per episode (Shepherd, 2016)", "Carrano & Biewener [7]"."""
    first, last = run
    if _at(words, last) == "[":
        return _is_dated(words, last) and words[first - 1 : first] == ["&"]
    return first > 1 and words[first - 1] == "(" and words[first - 2].islower() and _is_dated(words, last)


_TWO = (["&"], ["and"], [",", "&"], [",", "and"])


def _at(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def _is_dated(words: Sequence[str], at: int) -> bool:
    """Whether a year follows as behind an author: ", 2010", "(2010)", or a number of the list: "[7]"."""
    mark, year = _at(words, at), _at(words, at + 1)
    return (mark in (",", "(") and _YEAR.fullmatch(year) is not None) or (mark == "[" and year.isdigit())


def _may_be(word: str) -> bool:
    lists, low = shipped_lists(), plain(word)
    return len(low) > 1 and not any(low in no for no in (NOT_NAMES, ORG_ENDS, lists.places, lists.bodies))
