"""Words of a text with their offsets, and the breaks that no name crosses.

Tokens are what the tagger sees: a word with its inner hyphens and apostrophes ("al-Din", "O'Brien"), an
abbreviation or initials with their full stop ("Lt.", "J.K."), a possessive on its own ("'s"), a number, or
one punctuation mark. Marks that wires write with what a typewriter has are read as what they stand for: an
underscore as a dash ("PARIS (AP) _ The"), two accents or apostrophes as a quotation mark (``so'').
"""

from __future__ import annotations

import re
from typing import NamedTuple

# Abbreviations that keep their full stop; without it a sentence would end inside "Lt. Gen. Smith".
_ABBREVIATED = (
    "Mr|Mrs|Ms|Mx|Dr|Prof|Sr|Jr|St|Ste|Gen|Lt|Maj|Col|Capt|Cmdr|Cdr|Comdr|Sgt|Cpl|Pvt|Pfc|Spc|Adm|Brig|Gov|Sen|Sens|Rep"
    "|Reps|Rev|Hon|Pres|Supt|Insp|Det|Messrs|Mme|Mlle|Msgr|Mgr|Fr|Atty|Ft|Mt|Corp|Inc|Co|Ltd|Bros|Dept|Univ|Assn"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|No|vs|Vol"
)
_LETTER = r"[^\W\d_]"
# Underscores stay inside only before small letters: "SCOREBOARD_Signed" is two words, "some_word" one.
_REST = r"[^\W_]*(?:(?:[\u0300-\u036f]+|_+(?=[a-z]))[^\W_]*)*"
# Every alternative starts with another kind of character or is tried once: linear on any input.
_TOKEN = re.compile(
    rf"(?:{_ABBREVIATED})\.(?=[\s,;)\-]|$)"  # Lt.
    r"|(?<!\w)[A-Z]\.(?:-?[A-Z]\.)*"  # J. · U.S. · J.-P.
    r"|['’]s(?!\w)|(?<=[A-Z])['’]S(?!\w)"  # possessive
    r"|(?:(?<=@)|(?<=@ ))\w+"  # a handle
    rf"|{_LETTER}{_REST}(?:[-‐‑'’ʻʼ`](?![sS](?!\w)){_LETTER}{_REST})*"
    r"|\d[\d.,]*[^\W_]*"
    r"|\n[ \t\r\f\v]*\n\s*"  # paragraph break
    r"|\n"
    r"|``|''|_+"
    r"|[^\w\s]"
)
#: The mark of an owner, a token of its own.
OWNER = ("'s", "’s")
_MEANT = {"``": "“", "''": "”", "'S": "'s", "’S": "’s"}


class Tokens(NamedTuple):
    """The words of a text as parallel lists; the word "\\n" is a break that no name crosses."""

    words: list[str]
    starts: list[int]
    ends: list[int]


def tokenise(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of `text[start:end]`; offsets are those of `text`. A paragraph break is the token "\\n".

    A single line feed is dropped where the line is wrapped and counts as a break elsewhere.
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    end = len(text) if end is None else end
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        if word[0] == "\n":
            if len(word) == 1 and _is_wrap(text, match.start(), start, end):
                continue
            word = "\n"
        elif word[0] in "`'’_":
            word = _MEANT.get(word, word if word.strip("_") else "–")
        words.append(word)
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(words, starts, ends)


_WRAP_MIN, _WRAP_MAX = 45, 110


def _is_wrap(text: str, at: int, low: int, high: int) -> bool:
    """Whether the line feed at `at` only wraps a paragraph: full lines on both sides, no stop before."""
    before = text.rfind("\n", max(low, at - _WRAP_MAX - 1), at)
    if before < 0 and at - low > _WRAP_MAX:
        return False
    length = at - max(before, low - 1) - 1
    if not _WRAP_MIN <= length <= _WRAP_MAX or text[at - 1] in '.!?:"”':
        return False
    after = text.find("\n", at + 1, min(high, at + 2 + _WRAP_MAX))
    return after > 0 or high - at <= _WRAP_MAX + 1
