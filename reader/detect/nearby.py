"""The words next to a place in a text: what stands before a figure, and whether it lies back or ahead in time."""

from __future__ import annotations

import re

_BACK = frozenset("last past previous".split())
_FORTH = frozenset("next coming following upcoming".split())
_AHEAD = re.compile(r"\b(?:will|next|upcoming|scheduled|due|expected|planned|plans?|set|coming)\b")
_BEHIND = re.compile(r"\b(?:was|were|had|said|says|\w{3,}ed)\b")
#: A text shorter than this is a phrase by itself ("Friday"), which speaks of what is to come.
_PHRASE = 40


def word_before(text: str, at: int) -> str:
    """The word that ends before `at` with only spaces between, folded; "" when none does."""
    end = at
    while end > 0 and at - end < 4 and text[end - 1] == " ":
        end -= 1
    start = end
    while start > 0 and end - start < 24 and (text[start - 1].isalnum() or text[start - 1] in "-'’"):
        start -= 1
    return text[start:end].lower()


def way_of(text: str, at: int, before: str) -> int:
    """-1, 0 or 1: whether a date at `at` lies back, near, or ahead, by the word before and its sentence."""
    if before in _BACK:
        return -1
    if before in _FORTH:
        return 1
    start = max(text.rfind(". ", max(0, at - 120), at), text.rfind("\n", max(0, at - 120), at), at - 120, 0)
    stop = text.find(". ", at, at + 80)
    around = text[start : stop if stop > 0 else at + 60]
    if _BEHIND.search(around):
        return 0
    return 1 if _AHEAD.search(around) or len(text) < _PHRASE else 0
