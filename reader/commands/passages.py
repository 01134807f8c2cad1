"""Passages and figures as a person reads them on a terminal: below what they are of, hits marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from reader.commands.wrapping import columns, wrapped
from reader.text import one_line

if TYPE_CHECKING:
    from reader.commands.ink import Ink
    from reader.library.search import Plain

_WIDEST = 100  # columns of a sentence that is to be read
_INDENT = "  "


class Page:
    """Passages below one another, those of an article under its title, source, day and id; figures with theirs."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink
        self._width = min(columns(), _WIDEST)

    def article(self, title: str, source: str, published: str, article: str, found: Iterable[Plain]) -> bytes:
        """An article with what was `found` in it: (start, end, sentence, its start)."""
        facts = " · ".join(map(one_line, filter(None, (source, published[:10], article))))
        lines = [self._ink.encoded([(one_line(title), "head")])] if title else []
        lines.append(self._ink.encoded([(facts, "quiet")]))
        for (low, sentence), hits in groupby(found, lambda hit: (hit[3], hit[2])):
            spans = [(max(start - low, 0), end - low) for start, end, _, _ in hits]
            lines += self._sentence(sentence, spans)
        return b"".join([*lines, b"\n"])

    def figure(self, told: str, facts: Iterable[str], sentence: str, place: tuple[int, int]) -> bytes:
        """A figure as it is `told`, what is known of it, and its sentence with it marked at `place`."""
        known = " · ".join(map(one_line, filter(None, facts)))
        head = self._ink.encoded([(f"{one_line(told)}  ", "head"), (known, "quiet")])
        return b"".join([head, *self._sentence(sentence, [place])])

    def _sentence(self, sentence: str, spans: list[tuple[int, int]]) -> Iterator[bytes]:
        """The sentence in lines, its `spans` marked. White space is one space for each, so that places stay."""
        text = "".join(" " if sign.isspace() else sign for sign in sentence)
        for start, end in wrapped(text, self._width - len(_INDENT)):
            pieces = [(_INDENT, "")]
            at = start
            for low, high in spans:
                low, high = max(low, at), min(high, end)
                if low < high:
                    pieces += [(text[at:low], ""), (text[low:high], "hit")]
                    at = high
            yield self._ink.encoded([*pieces, (text[at:end], "")])
