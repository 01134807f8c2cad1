"""What stands around a capitalised word, in its run and at its other places in the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from reader.detect.lexicon import LOCATIVE, PARTICLES, SPEECH, TITLES

#: A line of at most so many words can be a headline, one of at least so many tells by its capitals.
_HEADLINE, _TELLING = 24, 4


class Form(Protocol):
    """What is needed of a word type: its plain form, its class in letters, its shape, whether it has a capital."""

    @property
    def low(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def shape(self) -> str: ...
    @property
    def capital(self) -> bool: ...


def runs_around(words: Sequence[str], capitals: Sequence[int]) -> dict[int, tuple[int, int]]:
    """The run of capitalised words around each of them, particles between them included."""
    spans: dict[int, tuple[int, int]] = {}
    at, total = 0, len(capitals)
    while at < total:
        first = at
        while at + 1 < total:
            gap = capitals[at + 1] - capitals[at]
            if gap == 1 or (
                gap in (2, 3) and all(w in PARTICLES for w in words[capitals[at] + 1 : capitals[at + 1]])
            ):
                at += 1
            else:
                break
        span = capitals[first], capitals[at] + 1
        for k in range(first, at + 1):
            spans[capitals[k]] = span
        at += 1
    return spans


def evidence_of(types: Sequence[Form], capitals: Sequence[int]) -> dict[str, dict[str, int]]:
    """For each capitalised word, what its other places in the text say: sign → the place, -1 for several."""
    found: dict[str, dict[str, int]] = {}
    lower = {t.low for t in types if not t.capital}
    for i in capitals:
        at = i + 3
        low = types[at].low
        before, after = types[at - 1], types[at + 1]
        signs = found.get(low)
        if signs is None:
            signs = found[low] = {}
            if low in lower:
                signs["dl"] = -1
        kind = before.kind
        if "T" in kind and before.low in TITLES:
            _note(signs, "dT", at)
        elif before.capital and "F" in kind:
            _note(signs, "dF", at)
        elif before.low in LOCATIVE and not before.capital:
            _note(signs, "dI", at)
        elif kind == "l" and before.low == "the":
            _note(signs, "dt", at)
        if after.low in SPEECH and not after.capital:
            _note(signs, "dS", at)
        elif after.capital:
            _note(signs, "dG" if "G" in after.kind else "d+", at)
        if before.capital:
            _note(signs, "d-", at)
    return found


def _note(signs: dict[str, int], sign: str, at: int) -> None:
    known = signs.get(sign)
    signs[sign] = at if known is None or known == at else -1


def headlines(types: Sequence[Form], count: int) -> dict[int, str]:
    """The tokens of short lines where most words have capitals: "hT", where all are in capitals "hU"."""
    found: dict[int, str] = {}
    start = 0
    for end in [*(i for i in range(count) if types[i + 3].kind == "\n"), count]:
        if _TELLING <= end - start <= _HEADLINE:
            line = [t for t in types[start + 3 : end + 3] if t.low[:1].isalpha()]
            if len(line) >= _TELLING and sum(t.capital for t in line) >= 0.6 * len(line):
                upper = sum("x" not in t.shape for t in line) >= 0.8 * len(line)
                found.update(dict.fromkeys(range(start, end), "hU" if upper else "hT"))
        start = end + 1
    return found
