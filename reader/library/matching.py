"""Where in a text the words of a query stand: the same answer as the index gives, with offsets."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from reader.library.query.tokens import UNSPACED_RANGES, unspaced
from reader.library.query.tree import Leaf, Pattern, Words
from reader.text import Folded, fold_text

Span = tuple[int, int]
_GAP = r"[\W_]"


@lru_cache(256)
def _word_pattern(tokens: tuple[str, ...], prefix: bool, ascii_text: bool) -> re.Pattern[str]:
    """What finds a phrase in a folded text; the pattern for ASCII texts is compiled many times quicker."""
    letter = r"[^\W_]" if ascii_text else rf"[^\W_{UNSPACED_RANGES}]"
    alone = [not token.isascii() and bool(unspaced().fullmatch(token)) for token in tokens]
    parts: list[str] = []
    for i, token in enumerate(tokens):
        if i:
            parts.append(f"{_GAP}*" if alone[i] or alone[i - 1] else f"{_GAP}+")
        elif not alone[0]:
            parts.append(f"(?<!{letter})")
        parts.append(re.escape(token))
    if not alone[-1]:
        parts.append(f"{letter}*" if prefix else f"(?!{letter})")
    return re.compile("".join(parts))


def in_title(title: str, words: str) -> bool:
    """Whether a title holds the folded `words` in this order; a star leaves the end of the last one open."""
    bare = words.removesuffix("*")
    plain = title.isascii()
    folded = title.lower() if plain else fold_text(title)
    return bool(_word_pattern(tuple(bare.split(" ")), bare != words, plain).search(folded))


class Finder:
    """Finds the text leaves of a query in one text after the other."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        words = [leaf for leaf in leaves if isinstance(leaf, Words)]
        self._words = [(leaf.tokens, leaf.prefix) for leaf in words if leaf.tokens]
        # Plain search for the first word is many times quicker than a pattern that looks behind itself.
        self._needles = [leaf.tokens[0] for leaf in words if leaf.tokens]
        self._literals = [leaf.literal for leaf in words if not leaf.tokens]
        self._patterns = [_compiled(leaf) for leaf in leaves if isinstance(leaf, Pattern)]

    def __bool__(self) -> bool:
        return bool(self._words or self._literals or self._patterns)

    def spans(self, text: str) -> list[Span]:
        """All matches in `text`, sorted, none inside another."""
        found: list[Span] = []
        if self._words or self._literals:
            if text.isascii():
                self._search(text.lower(), None, found)
            else:
                folded = Folded(text)
                self._search(folded.text, folded.raw_span, found)
        for pattern in self._patterns:
            found += [match.span() for match in pattern.finditer(text) if match.end() > match.start()]
        return _outermost(found)

    def _search(self, text: str, back: Callable[[int, int], Span] | None, found: list[Span]) -> None:
        for word, needle in zip(self._words, self._needles):
            at = text.find(needle)
            if at < 0:
                continue
            pattern = _word_pattern(*word, text.isascii())
            while at >= 0:
                match = pattern.match(text, at)
                if match:
                    found.append(back(*match.span()) if back else match.span())
                at = text.find(needle, match.end() if match else at + 1)
        for literal in self._literals:
            at = text.find(literal)
            while at >= 0:
                span = (at, at + len(literal))
                found.append(back(*span) if back else span)
                at = text.find(literal, span[1])


def _compiled(leaf: Pattern) -> re.Pattern[str]:
    from reader.library.query.patterns import compile_pattern

    return compile_pattern(leaf.pattern, leaf.exact)


def _outermost(spans: list[Span]) -> list[Span]:
    if len(spans) < 2:
        return spans
    spans.sort(key=lambda span: (span[0], -span[1]))
    kept = [spans[0]]
    for span in spans[1:]:
        if span[1] > kept[-1][1]:
            kept.append(span)
    return kept
