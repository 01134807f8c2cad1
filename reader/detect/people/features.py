"""What the tagger knows of a word: its form, its neighbours, the lists it stands in, the rest of the text.

Only islands are tagged: capitalised words with their lower-case neighbours; the long stretches between hold
no names. All that depends on a word type alone is computed once per type and kept.

The features follow the common set for named entities (word, shape, affixes, window, gazetteers, context
aggregation: L. Ratinov and D. Roth, "Design Challenges and Misconceptions in Named Entity Recognition", 2009).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.detect.people.surroundings import evidence_of, headlines, runs_around
from reader.detect.people.word_lists import Lists
from reader.detect.people.word_types import Word, WordTypes

# An island longer than this is cut at the next gap between capitals, so that no text makes it endless.
_LONG = 600


class Features:
    """Turns the words of a text into features for the tagger."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self.word = WordTypes(lists).of
        self._heads = frozenset(p.split()[0] for p in lists.places | lists.bodies if " " in p)

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
            f"gb={before.group}|{here.group}",
            f"ga={here.group}|{after.group}",
            f"gg={before.group}|{here.group}|{after.group}",
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
                f"rg={head.group}>{tail.group}",
                f"ru={head.like}>{tail.like}/{min(size, 3)}",
                f"rlg={left.group}|{min(size, 3)}|{right.group}",
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
