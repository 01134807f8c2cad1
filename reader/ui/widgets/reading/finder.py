"""Search inside one text, blind to case, accents, kinds of quotes and dashes, line ends and wraps.

Long texts are searched slice by slice, so that the first hits are there at once.
"""

from __future__ import annotations

from reader.folding import Folded, fold_text
from reader.model import Span

_SLICE = 1 << 16
_OVERLAP = 4096  # a hit may be longer in the text than in its folded form


class Finder:
    """The hits of one query in one text, found in order of the text."""

    def __init__(self, text: str, query: str) -> None:
        self.query = query
        self.hits: list[Span] = []
        self._text = text
        self._needle = fold_text(query).strip()
        self._at = 0 if self._needle else len(text)

    @property
    def done(self) -> bool:
        """Whether the whole text has been searched."""
        return self._at >= len(self._text)

    def step(self) -> list[Span]:
        """Search one more slice; returns the hits that it added."""
        start, needle = self._at, self._needle
        if self.done:
            return []
        end = min(len(self._text), start + _SLICE)
        folded = Folded(self._text[start : end + _OVERLAP])
        found = len(self.hits)
        last = self.hits[-1].end if self.hits else 0
        at = folded.text.find(needle)
        while at >= 0:
            low, high = folded.raw_span(at, at + len(needle))
            low, high = low + start, high + start
            if low >= end:
                break
            if low >= last:
                self.hits.append(Span(low, high, "hit", len(self.hits)))
                last = high
            at = folded.text.find(needle, at + len(needle))
        self._at = end
        return self.hits[found:]
