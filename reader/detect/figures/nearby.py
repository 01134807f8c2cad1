"""The words next to a place in a text: what stands before a figure, and whether it lies back or ahead in time."""

from __future__ import annotations

import re

_BACK = frozenset("last past previous".split())
_FORTH = frozenset("next coming following upcoming".split())
#: The verb nearest before a date tells: "will be announced Friday", "said Friday". A future phrase takes its
#: participle along.
_CUE = re.compile(
    r"""\b(?:
      (?P<ahead>(?:will|would|shall|is\sto|are\sto|going\sto
        |(?:scheduled|due|slated|expected|set|planned|likely|postponed|plans?|hopes?|intends?|vowed|promised|wants?
          |sometime)\s(?:to|for|until|on|by|before|in)
        |begin(?:s|ning)?|starts?|opens?|expected|scheduled|ahead\sof)
        (?:\s(?:be|have|not|also|again|probably|been))*(?:\s\w+)?)
    | (?P<behind>said|says|told|was|were|had|has|have|been|made|met|began|held|won|took|came|went|left|saw
        |\w{2,}ed)
    )\b""",
    re.VERBOSE,
)
_SOON = re.compile(r",?\s(?:\w+\.?\s){0,3}(?:will|is\sto|are\sto)\b")
_STOP = re.compile(r"[a-z0-9)\"”']\.\s|\n")
_DAY_END = re.compile(r"\w{3,12}\.?(?:\s\d{1,2}\b)?")
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
    start = max(0, at - 120)
    for stop in _STOP.finditer(text, start, at):
        start = stop.end()
    last = None
    for cue in _CUE.finditer(text, start, at):
        last = cue
    if last is not None:
        return 1 if last["ahead"] else 0
    end = _DAY_END.match(text, at)
    if end is not None and _SOON.match(text, end.end()):
        return 1
    return 1 if len(text) < _PHRASE else 0
