"""Who may be one person under two names: proposals for the reader to decide, never merged unasked.

Names meet where their parts sound alike (`reader.detect.names`: transliterations, initials, short forms) or where
one letter differs. Two names in one article speak against each other, since that article tells them apart.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import combinations
from math import log

from reader.detect.names import Someone, parts_of
from reader.library.index.reading import Reader
from reader.library.people import Family, name_key
from reader.library.records import MergeProposal
from reader.model import Correction

_CROWD = 60  # names of one family name that are compared, most frequent first
_MOST = 400
_DOMINANT = 4  # a lone surname goes to the one bearer met so many times as often as the next


def propose(
    people: Sequence[Family],
    corrections: Sequence[Correction],
    unsure: Collection[tuple[str, str]],
    index: Reader,
) -> tuple[MergeProposal, ...]:
    """Pairs that may be one person, likeliest first, without those decided (`different`) or put off."""
    refused = {
        frozenset((name_key(c.text), name_key(c.target))) for c in corrections if c.action == "different"
    }
    refused |= {frozenset((name_key(a), name_key(b))) for a, b in unsure}
    found: dict[frozenset[str], tuple[float, str, Family, Family]] = {}
    for score, reason, one, other in _candidates(people):
        pair = frozenset((name_key(one.name), name_key(other.name)))
        if len(pair) == 2 and pair not in refused and found.get(pair, (0.0,))[0] < score:
            found[pair] = (score, reason, one, other)
    ranked = sorted(found.values(), key=_weight, reverse=True)[:_MOST]
    proposals = [_proposal(*entry, index) for entry in ranked]
    return tuple(sorted(proposals, key=lambda p: -p.score))


def _weight(entry: tuple[float, str, Family, Family]) -> float:
    score, _, one, other = entry
    return score * (1 + log(1 + min(one.articles, other.articles)))


def _proposal(score: float, reason: str, one: Family, other: Family, index: Reader) -> MergeProposal:
    together = index.together(one.ids, other.ids)
    if together:
        score *= 0.4
        reason += f"; but {together} article{'s' * (together > 1)} name both"
    if other.articles > one.articles:
        one, other = other, one
    return MergeProposal(one.name, other.name, reason, round(score, 2), (one.articles, other.articles))


def _candidates(people: Sequence[Family]) -> Iterator[tuple[float, str, Family, Family]]:
    parts = [(family, parts_of(family.name)) for family in people]
    by_last = _grouped(parts, lambda p: p[-1])
    for group in by_last.values():
        full = [(family, p) for family, p in group if len(p) > 1]
        lone = [family for family, p in group if len(p) == 1]
        for one, other in combinations(full[:_CROWD], 2):
            if judged := _judge(one[1], other[1]):
                yield (*judged, one[0], other[0])
        for one_family, other_family in combinations(lone[:8], 2):
            yield 0.5, "one name in two spellings", one_family, other_family
        yield from _lone_surnames(lone, [family for family, _ in full])
    for group in _grouped([entry for entry in parts if len(entry[1]) > 1], lambda p: (p[0], len(p))).values():
        for one, other in combinations(group[:_CROWD], 2):
            if one[1][1:-1] == other[1][1:-1] and _one_apart(one[1][-1], other[1][-1]):
                yield 0.6, "one letter differs", one[0], other[0]
    for group in _grouped([entry for entry in parts if len(entry[1]) > 1], _run_together).values():
        for one, other in combinations(group[:_CROWD], 2):
            yield 0.9, "the same name in another spelling", one[0], other[0]
    turned = {p: family for family, p in parts if len(p) == 2}
    for p, family in turned.items():
        if p[0] < p[1] and (other_way := turned.get((p[1], p[0]))):
            yield 0.7, "given and family name in the other order", family, other_way


def _run_together(parts: tuple[str, ...]) -> str:
    """A name for transcriptions that part it elsewhere or hear k for g: Abdel Fattah and Abdelfattah, Gaddafi and
    Qaddafi."""
    return "".join(parts).replace("g", "k").replace("abdul", "abdal")


def _grouped(
    parts: Sequence[tuple[Family, tuple[str, ...]]], key: Callable[[tuple[str, ...]], object]
) -> dict[object, list[tuple[Family, tuple[str, ...]]]]:
    groups: dict[object, list[tuple[Family, tuple[str, ...]]]] = {}
    for entry in parts:
        if entry[1]:
            groups.setdefault(key(entry[1]), []).append(entry)
    return groups


def _judge(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[float, str] | None:
    """How likely and why two names of two or more parts, with one family name, are one person."""
    if one == other:
        return 0.95, "the same name in another spelling"
    short, full = sorted((one, other), key=len)
    if len(short) == len(full):
        # A given name's last letter is often all that tells a man from a woman.
        if short[1:] == full[1:] and _one_apart(short[0], full[0]) and short[0][-1] == full[0][-1]:
            return 0.6, "one letter differs"
        if not Someone(full).takes(short):
            return None
        initial = short[0].endswith(".") or full[0].endswith(".")
        return (0.7, "an initial for the given name") if initial else (0.8, "a short form of the given name")
    if not Someone(full).takes(short):
        return None
    if short[0] == full[0] or set(short) <= set(full):
        return 0.85, "a shorter form of the name"
    if short[0][0] == full[0][0]:
        return 0.7, "an initial or short form of the given name"
    return None  # only a middle initial fits


def _lone_surnames(
    lone: Sequence[Family], full: Sequence[Family]
) -> Iterator[tuple[float, str, Family, Family]]:
    """A family name alone may be its only, or by far most frequent, full bearer."""
    bearers = sorted(full, key=lambda family: -family.articles)
    if not bearers:
        return
    if len(bearers) > 1 and bearers[0].articles < _DOMINANT * bearers[1].articles:
        return
    surname = name_key(bearers[0].name).split()[-1]
    for family in lone:
        score = 0.65 if len(bearers) == 1 else 0.5
        if name_key(family.name) == surname:
            yield score, "the family name alone", bearers[0], family
        else:
            yield score - 0.2, "the family name alone, in another spelling", bearers[0], family


def _one_apart(one: str, other: str) -> bool:
    """Whether one letter was added, left out or changed in a word of some length."""
    if one == other or min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 1:
        return False
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    if not at:
        return False  # the first letter is rarely mistaken
    rest, others = one[at:], other[at:]
    return rest[1:] == others[1:] or rest == others[1:] or rest[1:] == others
