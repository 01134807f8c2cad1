"""Where in a text the words of a query stand: the same answer as the index gives, with offsets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from reader.folding import Folded, fold_text
from reader.library.query.tokens import UNSPACED_RANGES, unspaced
from reader.library.query.tree import Leaf, Pattern, Words

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
        # Plain search for the first word is many times quicker than a pattern that looks behind itself.
        self._words = [(leaf.tokens[0], leaf.tokens, leaf.prefix) for leaf in words if leaf.tokens]
        self._signs = [_sign_pattern(leaf.literal) for leaf in words if not leaf.tokens]
        self._patterns = [_compiled(leaf) for leaf in leaves if isinstance(leaf, Pattern)]
        others = bool(self._signs or self._patterns)
        self._simple = not others and all(token.isascii() for _, tokens, _ in self._words for token in tokens)

    def __bool__(self) -> bool:
        return bool(self._words or self._signs or self._patterns)

    def spans(self, text: str) -> list[Span]:
        """All matches in `text`, sorted, none inside another."""
        found: list[Span] = []
        if self._simple and text.isascii():  # the usual case: case is all there is to fold
            found = self._found(text.lower())
            return found if len(self._words) == 1 else _outermost(found)
        if self._words or self._signs:
            folded = Folded(text, joined=False)
            plain = folded.text
            found = self._found(plain)
            for pattern in self._signs:
                found += [match.span() for match in pattern.finditer(plain)]
            if not folded.parallel:
                found = [folded.raw_span(*span) for span in found]
        for pattern in self._patterns:
            found += [match.span() for match in pattern.finditer(text) if match.end() > match.start()]
        return _outermost(found)

    def _found(self, plain: str) -> list[Span]:
        """Where the words stand in a folded text."""
        found: list[Span] = []
        for needle, tokens, prefix in self._words:
            at = plain.find(needle)
            if at < 0:
                continue
            match_at = _word_pattern(tokens, prefix, plain.isascii()).match
            while at >= 0:
                match = match_at(plain, at)
                if match:
                    found.append(match.span())
                at = plain.find(needle, match.end() if match else at + 1)
        return found


@lru_cache(16)
def _sign_pattern(literal: str) -> re.Pattern[str]:
    """What finds a folded text without words ("%") in another."""
    return re.compile(" +".join(map(re.escape, literal.split(" "))))


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
