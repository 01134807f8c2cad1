"""Authors of papers, in texts that cite as scholars do: "(Dye & Bavelier, 2010; Klingberg et al., 2005)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.detect.lexicon import NOT_NAMES, ORG_ENDS
from reader.detect.rules import plain
from reader.detect.scorers import Run
from reader.detect.word_lists import shipped_lists

_YEAR = re.compile(r"(?:1[6-9]|20)\d\d[a-z]?[.,]?")


def authors(words: Sequence[str], runs: Sequence[Run]) -> set[Run]:
    """The runs of capitals that are family names of those whom a text cites."""
    chief = {
        run for run in runs if words[run[1] : run[1] + 1] == ["et"] and plain(_at(words, run[1] + 1)) == "al"
    }
    if not chief:
        return set()
    pairs = {
        run
        for one, other in pairwise(runs)
        if words[one[1] : other[0]] in (["&"], ["and"]) and _is_dated(words, other[1])
        for run in (one, other)
    }
    return {run for run in chief | pairs if run[1] - run[0] == 1 and _may_be(words[run[0]])}


def _at(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def _is_dated(words: Sequence[str], at: int) -> bool:
    """Whether a year follows as behind an author: ", 2010", "(2010)", or a number of the list: "[7]"."""
    mark, year = _at(words, at), _at(words, at + 1)
    return (mark in (",", "(") and _YEAR.fullmatch(year) is not None) or (mark == "[" and year.isdigit())


def _may_be(word: str) -> bool:
    lists, low = shipped_lists(), plain(word)
    return len(low) > 1 and not any(low in no for no in (NOT_NAMES, ORG_ENDS, lists.places, lists.bodies))
