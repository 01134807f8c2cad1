"""Lines that say with a By who wrote an article."""

from __future__ import annotations

import re

from reader.parsing.patterns import SMALL, pattern

#: How a byline opens.
BYLINE = (
    r"^(?:(?:written|reported|words|story|interview|analysis|opinion|review|text|compiled) )?"
    r"(?:(?:by|von|par|por|penulis|oleh)\b[:\s]*|(?-i:[Bb]y)(?=(?-i:[A-Z])))"
)
#: By, where the day may follow the names on the same line.
DATED_BY = (
    "by ",
    "von ",
    "par ",
    "por ",
    "di ",
    "door ",
    "af ",
    "av ",
    "edited by",
    "written by",
    "reported by",
)
_BYLINE_STARTS = (
    "by ", "by:", "von ", "von:", "par ", "par:", "por ", "por:",
    "written by ", "reported by ", "words by ", "story by ", "interview by ", "analysis by ", "opinion by ",
    "review by ", "text by ", "compiled by ", "penulis ", "penulis:", "oleh ", "oleh:",
)  # fmt: skip


def opens_byline(text: str, low: str) -> bool:
    """Whether a line, `low` in small letters, opens with By and names people."""
    if low.startswith(_BYLINE_STARTS):
        return is_byline(text)
    # `ByAnn Ruiz`, as the words of a link are printed
    return low[:2] == "by" and text[2:3].isupper() and text[1] == "y" and " " in text and is_byline(text)


def is_byline(text: str) -> bool:
    """Whether a line that starts with By names people and nothing else."""
    body = pattern(r" ?\([^()]{3,40}\)$").sub("", pattern(BYLINE, re.IGNORECASE).sub("", text, count=1))
    body = body.split("|")[0].strip(" *_")
    words = pattern(r"[^\s,;/&]+").findall(body)
    if not words or len(words) > 14 or body[-1:] in '?!:”"':
        return False
    if body.endswith(".") and not pattern(r"\b[A-Z][a-z]?\.$|\.com\.?$|(?:Jr|Sr|Inc|AFP|AP)\.$").search(body):
        return False
    capital = 0
    for word in words:
        letters = word.strip("'’().*\"“”")
        if not letters:
            continue
        low = letters.lower()
        if letters[0].isupper() or "@" in letters:
            capital += 1
        elif len(low) == 2 and low[1].isdigit():
            continue  # a broadcaster: `g1`, `n1`
        elif low in SMALL or low in _ROLES or low[:3] in ("al-", "el-") or low.startswith("ad-"):
            continue
        else:
            return False
    if capital == 0 or words[0].lower() in (
        "the",
        "a",
        "an",
        "in",
        "this",
        "that",
        "all",
        "monday",
        "friday",
    ):
        return capital > 0 and "staff" in body.lower()
    return not pattern(r"^[A-Z][a-z]+day$").fullmatch(words[0])


_ROLES = frozenset(
    """staff writer writers reporter reporters correspondent correspondents editor agencies agency press contributor
    news desk team bureau special chief senior political sports business updated photos photographs story
    columnist associated who is via dpa afp associate digital content producer reporting avec mit con com med""".split()
)
