"""What the tagger knows of a word: its form, its neighbours, the lists it stands in, the rest of the text.

Only islands are tagged: capitalised words with their lower-case neighbours; the long stretches between hold
no names. All that depends on a word type alone is computed once per type and kept.

The features follow the common set for named entities (word, shape, affixes, window, gazetteers, context
aggregation: L. Ratinov and D. Roth, "Design Challenges and Misconceptions in Named Entity Recognition", 2009).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import pairwise
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
    entries,
    long_list,
)
from reader.detect.rules import is_capitalised, plain
from reader.detect.surroundings import evidence_of, headlines, runs_around

_CACHE_LIMIT = 60_000
# An island longer than this is cut at the next gap between capitals, so that no text makes it endless.
_LONG = 600


class Word(NamedTuple):
    """All that is known of a word type. `kind` is its class in one letter; the rest are finished features."""

    low: str
    kind: str
    shape: str
    capital: bool
    here: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    before2: tuple[str, ...]
    after2: tuple[str, ...]


class Lists(NamedTuple):
    """The lists that words are looked up in; training hides a part of the names."""

    given: frozenset[str]
    family: frozenset[str]
    rarer_given: Container[str]
    rarer_family: Container[str]
    towns: Container[str]
    places: frozenset[str]
    place_words: frozenset[str]
    demonyms: frozenset[str]
    bodies: frozenset[str]
    body_words: frozenset[str]
    common: frozenset[str]


@cache
def shipped_lists() -> Lists:
    """The lists in `data/`."""
    places = entries("places")
    bodies = entries("outlets") | entries("bodies")
    return Lists(
        entries("forenames"),
        entries("surnames"),
        long_list("forenames_more"),
        long_list("surnames_more"),
        long_list("towns"),
        places,
        frozenset(w for p in places for w in p.split() if len(w) > 3),
        entries("demonyms"),
        bodies,
        frozenset(w for p in bodies for w in p.split() if len(w) > 3),
        entries("common"),
    )


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


class Features:
    """Turns words into tagger features; keeps what it has computed for word types."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._types: dict[str, Word] = {}
        self._heads = frozenset(p.split()[0] for p in lists.places | lists.bodies if " " in p)

    def word(self, word: str) -> Word:
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
        flags = []
        if low in TITLES:
            flags.append("T")
        if low in TITLE_PARTS:
            flags.append("t")
        if low in ROLES:
            flags.append("R")
        if low in SPEECH:
            flags.append("S")
        if low in ORG_ENDS:
            flags.append("G")
        if low in PARTICLES:
            flags.append("p")
        if low in PLACE_HEADS:
            flags.append("H")
        if low in NOT_NAMES or (word.isupper() and low in ACRONYMS):
            flags.append("n")
        if low in lists.demonyms:
            flags.append("D")
        if low in lists.places:
            flags.append("P")
        elif low in lists.towns:
            flags.append("Q")
        elif low in lists.place_words:
            flags.append("q")
        if bare in lists.given:
            flags.append("F")
        elif bare in lists.rarer_given:
            flags.append("e")
        if bare in lists.family:
            flags.append("N")
        elif bare in lists.rarer_family:
            flags.append("m")
        if low in lists.bodies:
            flags.append("B")
        elif low in lists.body_words:
            flags.append("b")
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
        return Word(
            low, kind, shape, capital, tuple(here),
            tuple("-1" + f for f in ("w=" + low, "s=" + shape, "k=" + kind, ending, *flags)),
            tuple("+1" + f for f in ("w=" + low, "s=" + shape, "k=" + kind, ending, *flags)),
            tuple("-2" + f for f in ("w=" + low, "k=" + kind)),
            tuple("+2" + f for f in ("w=" + low, "k=" + kind)),
        )  # fmt: skip

    def islands(self, words: Sequence[str]) -> Iterator[tuple[list[int], list[list[str]]]]:
        """Yield (indexes of tokens, their features) for each stretch of `words` that may hold names."""
        count = len(words)
        if not count:
            return
        look = self.word
        edge = look("\n")
        types = [edge, edge, edge, *map(look, words), edge, edge, edge]
        capitals = [i for i in range(count) if types[i + 3].capital]
        evidence = evidence_of(types, capitals)
        phrases = self._phrases(types, capitals)
        spans = runs_around(words, capitals)
        lists = _neighbours(types, capitals, spans)
        heads = headlines(types, count)
        kept: list[int] = []
        rows: list[list[str]] = []
        last = -9
        done = -1
        for capital in capitals:
            far = capital - last > 3
            if kept and (far or (len(kept) > _LONG and (capital - last > 1 or len(kept) > 3 * _LONG))):
                yield kept, rows
                kept, rows = [], []
            last = capital
            for i in range(max(capital - 1, done + 1), min(capital + 2, count)):
                kept.append(i)
                rows.append(
                    self._row(types, i + 3, spans.get(i), evidence, phrases, lists.get(i), heads.get(i))
                )
                done = i
        if kept:
            yield kept, rows

    def _row(
        self,
        types: list[Word],
        at: int,
        run: tuple[int, int] | None,
        evidence: dict[str, dict[str, int]],
        phrases: dict[int, str],
        listed: list[str] | None,
        line: str | None,
    ) -> list[str]:
        here, before, after = types[at], types[at - 1], types[at + 1]
        before2, after2 = types[at - 2], types[at + 2]
        k0, k1, k_1 = here.kind, after.kind, before.kind
        row = [*here.here, *before.before, *after.after, *before2.before2, *after2.after2]
        row += (
            f"kk={k_1}|{k0}|{k1}",
            f"kb={before2.kind}|{k_1}|{k0}",
            f"ka={k0}|{k1}|{after2.kind}",
            f"ss={before.shape}|{here.shape}|{after.shape}",
        )
        if not here.capital:
            row.append(f"ww={before.low}|{here.low}|{after.low}" if here.kind == "p" else "low")
            return row
        row += (
            f"wb={before.low}|{k0}",
            f"wa={k0}|{after.low}",
            f"bi={before.low}|{here.low}",
            f"bj={here.low}|{after.low}",
            f"-3k={types[at - 3].kind}",
            f"+3k={types[at + 3].kind}",
        )
        if line is not None:
            row += (line, f"{line}|{k0}", f"{line}|{k0}|{k1}")
        if before.kind in "\n.“":
            row.append("start" + ("c" if "common" in here.here else ""))
        if run is not None:
            first, last = run[0] + 3, run[1] + 3
            size, place = last - first, at - first
            head, tail = types[first], types[last - 1]
            left, right = types[first - 1], types[last]
            row += (
                f"r={place}/{min(size, 6)}",
                f"rk={head.kind}>{tail.kind}/{min(size, 5)}",
                f"rl={left.low}",
                f"rr={right.low}",
                f"rlk={left.kind}|{k0}",
                f"rrk={k0}|{right.kind}",
                f"rlr={left.kind}|{min(size, 4)}|{right.kind}",
                f"r2={right.low}|{types[last + 1].kind}"
                if right.kind == "l"
                else f"r2={right.kind}|{types[last + 1].low}",
                f"rt={tail.low}",
            )
            if right.kind == "," and last + 1 < len(types):
                row.append(f"app={types[last + 1].low}")
            if listed is not None:
                row += listed
        if (phrase := phrases.get(at - 3)) is not None:
            row.append(phrase)
        seen = evidence.get(here.low)
        if seen:
            for sign, where in seen.items():
                if where != at:  # -1 marks a sign seen at several places
                    row.append(sign)
        return row

    def _phrases(self, types: list[Word], capitals: list[int]) -> dict[int, str]:
        """Which tokens belong to a listed place or body of several words."""
        marks: dict[int, str] = {}
        heads, places, bodies = self._heads, self._lists.places, self._lists.bodies
        for i in capitals:
            at = i + 3
            if types[at].low not in heads:
                continue
            phrase = types[at].low
            for size in range(2, 5):
                if at + size > len(types) - 3:
                    break
                phrase += " " + types[at + size - 1].low
                if phrase in places or phrase in bodies:
                    sign = "gP" if phrase in places else "gB"
                    for k in range(size):
                        marks[i + k] = sign
        return marks


_LINKS = frozenset((",", "and", "or", "&", ";"))


def _neighbours(
    types: list[Word], capitals: list[int], spans: dict[int, tuple[int, int]]
) -> dict[int, list[str]]:
    """For each capital in a list the kinds of the runs before and after: "Ali Alwan and Firas Mahmoud"."""
    runs = list(dict.fromkeys(spans[i] for i in capitals))
    found: dict[int, list[str]] = {}
    for (first, last), (start, end) in pairwise(runs):
        if start - last > 2 or not all(types[k + 3].low in _LINKS for k in range(last, start)):
            continue
        link = types[start + 2].low
        before = f"{types[first + 3].kind}>{types[last + 2].kind}/{min(last - first, 3)}"
        after = f"{types[start + 3].kind}>{types[end + 2].kind}/{min(end - start, 3)}"
        for k in range(start, end):
            found.setdefault(k, []).append(f"lp={link}|{before}")
        for k in range(first, last):
            found.setdefault(k, []).append(f"ln={link}|{after}")
    return found
