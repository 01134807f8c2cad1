"""A text prepared for finding many quotes in it; everything costly is made on first use and kept."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from reader.folding import Folded, fold_text

# Scripts written without spaces count by the character.
_DENSE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(f"[{_DENSE}]|[^\\W_{_DENSE}]+")

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


def words_of(folded: str) -> list[str]:
    """The words of a folded text, without punctuation."""
    return _WORD.findall(folded)


class Ground:
    """The text in which quotes are sought: as it is, folded, and as words with their places."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def folded(self) -> Folded:
        """The folded text with the way back to `text`."""
        return Folded(self.text)

    @cached_property
    def _matches(self) -> tuple[list[str], list[int], list[int]]:
        words, starts, ends = [], [], []
        for match in _WORD.finditer(self.folded.text):
            words.append(match[0])
            starts.append(match.start())
            ends.append(match.end())
        return words, starts, ends

    @property
    def words(self) -> list[str]:
        """The words of the folded text."""
        return self._matches[0]

    @property
    def starts(self) -> list[int]:
        """Where each word starts in the folded text."""
        return self._matches[1]

    @property
    def ends(self) -> list[int]:
        """Where each word ends in the folded text."""
        return self._matches[2]

    @cached_property
    def index(self) -> dict[str, list[int]]:
        """The numbers of the words that are spelled so."""
        index: dict[str, list[int]] = {}
        for number, word in enumerate(self.words):
            index.setdefault(word, []).append(number)
        return index

    @cached_property
    def paragraphs(self) -> list[int]:
        """The number of the first word of each paragraph but the first, ascending."""
        return [self.word_at(self.folded.folded(match.end())) for match in _BLANK_LINES.finditer(self.text)]

    def word_at(self, folded_offset: int) -> int:
        """The number of the first word that starts at or after a folded offset."""
        return bisect_left(self.starts, folded_offset)


def fold(text: str) -> str:
    """`text` folded as `Ground.folded` is."""
    return fold_text(text)
