"""Search inside one text, blind to case, accents, kinds of quotes and dashes, line ends and wraps.

Long texts are searched slice by slice, so that the first hits are there at once.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence

from reader.columns import Same, Table
from reader.folding import Folded, fold_text
from reader.model import Span

_SLICE = 1 << 16
_OVERLAP = 4096  # a hit may be longer in the text than in its folded form
_KEPT = 8 << 20  # characters of a text whose slices stay folded


class Folds:
    """A text in folded slices. They are kept for the next query: folding takes ten times as long as looking."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded: dict[int, Folded] = {}

    def at(self, start: int) -> Folded:
        """The slice that begins at `start`, and something of the next."""
        found = self._folded.get(start)
        if found is None:
            found = Folded(self.text[start : start + _SLICE + _OVERLAP])
            if len(self.text) <= _KEPT:
                self._folded[start] = found
        return found


class Finder:
    """The hits of one query in one text, found in order of the text."""

    def __init__(self, folds: Folds, query: str) -> None:
        self._folds, self._length = folds, len(folds.text)
        needle = fold_text(query).strip()
        self._found = re.compile(re.escape(needle)).finditer
        self._at = 0 if needle else self._length
        self._last = 0  # where the last hit ends
        self.count = 0

    @property
    def done(self) -> bool:
        """Whether the whole text has been searched."""
        return self._at >= self._length

    def step(self) -> Sequence[Span]:
        """Search one more slice; returns the hits that it added."""
        if self.done:
            return ()
        start, end = self._at, min(self._length, self._at + _SLICE)
        folded = self._folds.at(start)
        starts, ends = array("q"), array("q")
        for match in self._found(folded.text):
            low, high = folded.raw_span(*match.span())
            if low + start >= end:
                break
            if low + start >= self._last:
                starts.append(low + start)
                ends.append(high + start)
                self._last = high + start
        self._at, before = end, self.count
        self.count += len(starts)
        return Table(Span, starts, ends, Same("hit", len(starts)), range(before, self.count))
