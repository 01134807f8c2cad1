"""Where lines of a paragraph break: three ways, from the quickest to the most careful.

`wrap(text, width)` gives the offsets at which new lines begin. A space at the end of a line may hang over
the edge, as in print. Text of one-cell characters breaks at its last space that fits, the rule of
`rich`'s own wrapping; a word longer than a line breaks after a dash or a slash if it has one. Text with
two-cell characters may break between them, but not before closing or after opening punctuation (after the
line-breaking rules of JIS X 4051 and Unicode Standard Annex 14, reduced to these classes); Korean, which parts its
words, breaks between them; Thai and Lao, which do not, where a syllable begins by its spelling. Anything with
combining marks, joiners or emoji sequences goes by clusters, which are never cut, and by the cells that these take
where a terminal knows nothing of them: nothing of a line is ever beyond its edge.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from reader.ui.widgets.reading.cells import (
    graphemes,
    is_known_narrow,
    is_narrow,
    is_simple,
    room_for,
    width_of,
)

_NOT_AT_START = frozenset(
    "、。，．！？：；）」』】》〉〕｝・ー…‥,.!?:;)]}%’”»›々ゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
)
_NOT_AT_END = frozenset("（「『【《〈〔｛([{“‘«‹¥$€£#")
# Of Thai and Lao: vowels that stand before their consonant, or behind it, and what ends a syllable.
_VOWELS_BEFORE = frozenset("เแโใไເແໂໃໄ")
_VOWELS_BEHIND = frozenset("ะาำๅๆฯະາຳໆຯ")
_SYLLABLE_ENDS = frozenset("ะำๆฯະຳໆຯ")
_REACH = 12  # clusters of a line that are looked at
_BREAK_AFTER = "-–—/…"


def wrap(text: str, width: int, hang: int = 0) -> list[int]:
    """The offsets in `text` at which its second and later lines begin, at `width` cells a line.

    All lines but the first are `hang` cells shorter.
    """
    if is_narrow(text):
        return _wrap_narrow(text, width, hang)
    if is_simple(text):
        starts: Sequence[int] = range(len(text) + 1)
        sums = list(accumulate(map(width_of, text), initial=0))
    else:
        starts, each = graphemes(text)
        sums = list(accumulate(room_for(text, starts, each), initial=0))
    return _wrap_clusters(text, starts, sums, width, hang)


def rows(text: str, width: int) -> int | None:
    """How many lines the paragraphs of `text` have, which line feeds end; None where only `wrap` can tell.

    Counting by one pattern takes half of what it takes to say where the lines break.
    """
    if width < 2 or not is_known_narrow(text.replace("\n", " ")):
        return None
    counted = _row(width).subn("", text)[1]
    return counted if text.endswith("\n") or not text else counted - 1  # it finds one more, empty, at the end


@lru_cache(8)
def _row(width: int) -> re.Pattern[str]:
    """A line as `_wrap_narrow` breaks them: the rest, up to a space, up to a dash, or as much as there is room for."""
    return re.compile(
        rf"[^\n]{{0,{width}}}+(?:\n|\Z)|[^\n]{{0,{width}}} ++\n?"
        rf"|[^\n]{{1,{width - 1}}}[{_BREAK_AFTER}]|[^\n]{{{width}}}"
    )


def _wrap_narrow(text: str, width: int, hang: int) -> list[int]:
    breaks: list[int] = []
    position, end, rfind = 0, len(text), text.rfind
    room = width
    while end - position > room:
        limit = position + room
        cut = rfind(" ", position, limit + 1) + 1
        if cut <= position:
            cut = max(rfind(mark, position + 1, limit) for mark in _BREAK_AFTER) + 1 or limit
        while cut < end and text[cut] == " ":  # a run of spaces hangs as a whole
            cut += 1
        if cut >= end:
            break
        breaks.append(cut)
        position = cut
        room = width - hang
    return breaks


def _may_break(text: str, at: int) -> bool:
    """Whether a line may begin at `at`, somewhere inside `text`."""
    before, after = text[at - 1], text[at]
    if before in " \t":
        return after not in " \t"
    if after in _NOT_AT_START or after in " \t" or before in _NOT_AT_END:
        return False
    if "가" <= after <= "힣" or ("가" <= before <= "힣" and after.isalnum()):
        return False
    return width_of(before) == 2 or width_of(after) == 2


def _syllable(text: str, starts: Sequence[int], first: int, limit: int) -> int:
    """The cluster before which a line breaks that nothing parts: in Thai and Lao, which do not part words, where a
    syllable begins for sure, or at least where no vowel loses its consonant; else at its end."""
    places = range(limit, max(first + 1, limit - _REACH), -1)
    for cut in places:
        before, after = text[starts[cut] - 1], text[starts[cut]]
        if after in _VOWELS_BEFORE or (before in _SYLLABLE_ENDS and after not in _VOWELS_BEHIND):
            return cut
    for cut in places:
        if text[starts[cut]] not in _VOWELS_BEHIND and text[starts[cut] - 1] not in _VOWELS_BEFORE:
            return cut
    return limit


def _wrap_clusters(text: str, starts: Sequence[int], sums: list[int], width: int, hang: int) -> list[int]:
    breaks: list[int] = []
    first, last = 0, len(starts) - 1  # in clusters
    room = width
    while sums[last] - sums[first] > room:
        limit = max(bisect_right(sums, sums[first] + room) - 1, first + 1)
        cut = limit
        while cut < last and text[starts[cut]] in " \t":  # spaces hang over the edge
            cut += 1
        if cut >= last:
            break
        while cut > first and not _may_break(text, starts[cut]):
            cut -= 1
        if cut <= first:
            cut = limit
            while cut > first + 1 and text[starts[cut] - 1] not in _BREAK_AFTER:
                cut -= 1
            if cut <= first + 1:
                cut = _syllable(text, starts, first, limit)
        breaks.append(starts[cut])
        first = cut
        room = width - hang
    return breaks
