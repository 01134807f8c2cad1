"""How wide characters are on the terminal: what may take the quick way of wrapping and what may not.

Widths are those of `rich.cells`, which draws the text in the end, so that what is measured here is what is
painted; only lines break by the most that any terminal makes of them. Two sets of characters are learned
while text goes by: those that always take one cell and those that always take two. Marks that join or widen
their neighbours are in neither.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import accumulate, pairwise

from rich.cells import cell_len, get_character_cell_size, split_graphemes

# Curly quotes, dashes and the euro sign fill news text; the letters around them are added as they are met.
_ONE: set[str] = set(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x250), 0x9)))
_ONE.update("–—‘’‚“”„†•…‰‹›€™")
_TWO: set[str] = set()
_JOINING: set[str] = set()
_REGIONAL = range(0x1F1E6, 0x1F200)
_is_one = _ONE.issuperset
# The same as a pattern: no character of the text becomes a string of its own, a third of the time.
_is_usual = re.compile("[ -~\xa0-\xac\xae-\u024f–—‘’‚“”„†•…‰‹›€™\t]*").fullmatch


def _learn(chars: set[str]) -> None:
    for char in chars:
        point = ord(char)
        joins = unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf", "Cc") or point in _REGIONAL
        joins = joins or 0x1F3FB <= point <= 0x1F3FF or 0x1160 <= point < 0x1200
        width = get_character_cell_size(char)
        (_JOINING if joins or width not in (1, 2) else _ONE if width == 1 else _TWO).add(char)


def is_known_narrow(text: str) -> bool:
    """The same as `is_narrow`, but False also of characters that nothing has been learned about."""
    return bool(_is_usual(text)) or _is_one(text)


def is_narrow(text: str) -> bool:
    """Whether every character of `text` takes exactly one cell."""
    if is_known_narrow(text):
        return True
    unknown = set(text) - _ONE - _TWO - _JOINING
    if not unknown:
        return False
    _learn(unknown)
    return _is_one(text)


def is_simple(text: str) -> bool:
    """Whether every character of `text` takes one or two cells, whatever stands beside it."""
    return is_narrow(text) or (_JOINING.isdisjoint(text))


class _Widths(dict[str, int]):
    """Cells by character, computed once each; a tab is drawn as one space."""

    def __missing__(self, char: str) -> int:
        self[char] = width = 1 if char == "\t" else get_character_cell_size(char)
        return width


width_of = _Widths().__getitem__


def graphemes(text: str) -> tuple[list[int], list[int]]:
    """The starts of the clusters of `text` (and its length at the end), and the cells of each cluster."""
    spans, _ = split_graphemes(text.replace("\t", " "))
    starts = [start for start, _, _ in spans]
    starts.append(len(text))
    return starts, [cells for _, _, cells in spans]


class _Most(dict[str, int]):
    """The most cells that a terminal gives a character: some join nothing, and draw vowel signs and tones of skin
    beside what they belong to."""

    def __missing__(self, char: str) -> int:
        alone = 2 if "🏻" <= char <= "🏿" else unicodedata.category(char) == "Mc"
        self[char] = width = max(int(alone), get_character_cell_size(char))
        return width


_most_of = _Most().__getitem__


def room_for(text: str, starts: Sequence[int], each: Sequence[int]) -> list[int]:
    """The cells that each cluster of `text` may take on whatever terminal; `starts` and `each` are its `graphemes`."""
    sums = list(accumulate(map(_most_of, text), initial=0))
    return [max(size, sums[end] - sums[start]) for size, (start, end) in zip(each, pairwise(starts))]


def most_cells(text: str) -> int:
    """The cells that `text` may take on whatever terminal."""
    return len(text) if is_narrow(text) else sum(room_for(text, *graphemes(text)))


def cells(text: str) -> int:
    """The cells that `text` takes, tabs counted as one."""
    if is_narrow(text):
        return len(text)
    return cell_len(text.replace("\t", " "))


def step(text: str, offset: int, by: int) -> int:
    """The offset one cluster (as drawn) after `offset`, or before it if `by` is negative."""
    if by > 0:
        near = text[offset : offset + 64].partition("\n")[0]
        if len(near) < 2 or is_narrow(near[:2]):
            return min(offset + 1, len(text))
        starts, _ = graphemes(near)
        return offset + starts[1]
    near = text[max(0, offset - 64) : offset].rpartition("\n")[2]
    if len(near) < 2 or is_narrow(near[-1:]):
        return max(0, offset - 1)
    starts, _ = graphemes(near)
    return offset - len(near) + starts[-2]


def cluster_start(text: str, offset: int) -> int:
    """The start of the cluster that holds the character at `offset`."""
    if offset >= len(text) or is_narrow(text[offset : offset + 1]):
        at = offset
    else:
        at = step(text, offset + 1, -1)
    return at
