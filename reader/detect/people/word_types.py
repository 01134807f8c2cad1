"""What the tagger knows of a word by itself: its form, the lists it stands in, the words that are used like it.

It is computed once for every type of word and kept.
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import NamedTuple

from reader.detect.lexicon import (
    ACRONYMS,
    NOT_NAMES,
    ORG_ENDS,
    PARTICLES,
    PLACE_HEADS,
    ROLES,
    SPEECH,
    TITLE_PARTS,
    TITLES,
)
from reader.detect.people.rules import is_capitalised, plain
from reader.detect.people.word_lists import Lists

_CACHE_LIMIT = 60_000
#: The flags of words in the lexicon.
_OWN = (
    ("T", TITLES), ("t", TITLE_PARTS), ("R", ROLES), ("S", SPEECH), ("G", ORG_ENDS), ("p", PARTICLES),
    ("H", PLACE_HEADS),
)  # fmt: skip


class Word(NamedTuple):
    """All that is known of a word type. `kind` is its class in letters, `group` that of the words used alike,
    `like` how much it is used like people and places; what follows are finished features."""

    low: str
    kind: str
    shape: str
    capital: bool
    group: str
    like: str
    here: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    before2: tuple[str, ...]
    after2: tuple[str, ...]


_DIGIT = re.compile(r"\d")


def shape_of(word: str) -> str:
    """Letters by case, digits and marks, runs shortened: "al-Khafaji" is "x-Xx", "U.S." is "X.X."."""
    shape, last = [], ""
    for char in word[:24]:
        mark = "X" if char.isupper() else "x" if char.isalpha() else "9" if char.isdigit() else char
        if mark != last:
            shape.append(mark)
        last = mark
    return "".join(shape)


def _first(word: str, *lists: tuple[str, Container[str]]) -> list[str]:
    """The flag of the first of `lists` that has the word, if one has."""
    return next(([flag] for flag, words in lists if word in words), [])


class WordTypes:
    """Describes words; keeps what it has found."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._types: dict[str, Word] = {}

    def of(self, word: str) -> Word:
        """What is known of `word`."""
        known = self._types.get(word)
        if known is None:
            if len(self._types) > _CACHE_LIMIT:
                self._types.clear()
            known = self._types[word] = self._describe(word)
        return known

    def _describe(self, word: str) -> Word:
        lists = self._lists
        low = plain(word[:40])
        if low[:1].isdigit():
            low = _DIGIT.sub("0", low)  # a number by its length: "41" is as good as "42"
        shape = shape_of(word)
        capital = is_capitalised(word)
        bare = low.rpartition("-")[2] if low[:3] in ("al-", "el-") or low[:4] in ("ash-",) else low
        flags = [flag for flag, words in _OWN if low in words]
        if low in NOT_NAMES or (word.isupper() and low in ACRONYMS):
            flags.append("n")
        flags += _first(low, ("D", lists.demonyms))
        flags += _first(low, ("P", lists.places), ("Q", lists.towns), ("q", lists.place_words))
        flags += _first(bare, ("F", lists.given), ("e", lists.rarer_given))
        flags += _first(bare, ("N", lists.family), ("m", lists.rarer_family))
        flags += _first(low, ("B", lists.bodies), ("b", lists.body_words))
        common = low in lists.common
        if not word[0].isalnum():
            kind = word if word in "\n.,:;()'\"-" else "“" if word in "”“" else "`"
        elif word[0].isdigit():
            kind = "9"
        elif capital:
            kind = "".join(f for f in flags if f not in "tbqS") or ("c" if common else "C")
        else:
            kind = flags[0] if flags and flags[0] in "TRSp" else ("t" if "t" in flags else "l")
        here = ["w=" + low, "s=" + shape, "k=" + kind]
        if capital:
            here += ["a1=" + low[:1], "a2=" + low[:2], "a3=" + low[:3], "a4=" + low[:4]]
            here += ["z1=" + low[-1:], "z2=" + low[-2:], "z3=" + low[-3:], "z4=" + low[-4:]]
            if common:
                here.append("common")
            if bare != low:
                here.append("al=" + bare[-2:])
            here.append("len=" + str(min(len(low), 12)))
            if "-" in low[1:]:
                head, tail = low.partition("-")[0], low.rpartition("-")[2]
                here += ["hy", "h0=" + head, "h1=" + tail]
                if head in lists.given or head in lists.rarer_given:
                    here.append("hF")
                if tail in lists.family or tail in lists.rarer_family or tail in lists.given:
                    here.append("hN")
        here += ["f" + f for f in flags]
        ending = "z3=" + low[-3:]
        group, groups = self._groups(low, kind, capital)
        like = groups[2][-1] + groups[3][-1] if groups else "?"
        here += groups
        return Word(
            low, kind, shape, capital, group, like, tuple(here),
            tuple("-1" + f for f in ("w=" + low, "s=" + shape, "k=" + kind, ending, *flags, *groups)),
            tuple("+1" + f for f in ("w=" + low, "s=" + shape, "k=" + kind, ending, *flags, *groups)),
            tuple("-2" + f for f in ("w=" + low, "k=" + kind, *groups[:3])),
            tuple("+2" + f for f in ("w=" + low, "k=" + kind, *groups[:3])),
        )  # fmt: skip

    def _groups(self, low: str, kind: str, capital: bool) -> tuple[str, tuple[str, ...]]:
        """The wide group of a word, its class where it is not of letters, and the features of its groups."""
        if not low[:1].isalpha():
            return kind, ()
        sign = "C" if capital else "c"
        found = self._lists.groups.of(low)
        if not found and "-" in low:
            found = self._lists.groups.of(low.rpartition("-")[2])
        return sign + (found[0] if found else ""), tuple(sign + f for f in found)
