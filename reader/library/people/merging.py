"""Who may be one person under two names: proposals for the reader to decide, never merged unasked.
Only where accounts of one story stand side by side are surely equal names put on one line, both shown.

Names meet where their parts sound alike (`reader.detect.people.names`: spellings, initials, short forms; then
`transcription`, across languages) or where one letter differs in a name that is hardly ever met. Two names in one
article speak against each other, since that article tells them apart.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from math import log
from typing import NamedTuple

from reader.detect.people.someone import Someone
from reader.detect.people.spelling import generation_of, parts_of, same_part
from reader.folding import fold_text
from reader.library.index.reading import Reader
from reader.library.people import transcription
from reader.library.people.entries import Family, name_key
from reader.library.records import MergeProposal
from reader.model import Correction

_SURE = 0.8
_CROWD = 60  # names of one family name that are compared, most frequent first
_MOST = 400
_someone = lru_cache(10_000)(Someone)  # it is asked about many others
_RARE = 5  # a slip of the pen is met so many times less often than the right name
_DOMINANT = 4  # a lone surname goes to the one bearer met so many times as often as the next


def propose(
    people: Sequence[Family],
    corrections: Sequence[Correction],
    unsure: Collection[tuple[str, str]],
    index: Reader,
) -> tuple[MergeProposal, ...]:
    """Pairs that may be one person, likeliest first, without those decided (`different`) or put off."""
    refused = _told_apart(corrections) | {frozenset((name_key(a), name_key(b))) for a, b in unsure}
    found: dict[frozenset[str], Candidate] = {}
    for score, reason, one, other in _candidates(people):
        pair = frozenset((name_key(one.name), name_key(other.name)))
        if len(pair) == 2 and pair not in refused and found.get(pair, (0.0,))[0] < score:
            found[pair] = (score, reason, one, other)
    ranked = sorted(found.values(), key=_weight, reverse=True)[:_MOST]
    proposals = [_proposal(*entry, index) for entry in ranked]
    return tuple(sorted(proposals, key=lambda p: -p.score))


def likely_one(people: Sequence[Family], corrections: Sequence[Correction]) -> list[tuple[Family, Family]]:
    """Pairs of the few `people` of some articles that are one person as good as surely, surest first."""
    refused = _told_apart(corrections)
    found = sorted(_candidates(people), key=lambda entry: -entry[0])
    return [
        (one, other)
        for score, _, one, other in found
        if score >= _SURE and frozenset((name_key(one.name), name_key(other.name))) not in refused
    ]


def _told_apart(corrections: Sequence[Correction]) -> set[frozenset[str]]:
    return {frozenset((name_key(c.text), name_key(c.target))) for c in corrections if c.action == "different"}


def _weight(entry: Candidate) -> float:
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


class _Named(NamedTuple):
    """A person and the folded parts of the name."""

    family: Family
    parts: tuple[str, ...]


#: How likely two persons are one, why, and the two.
Candidate = tuple[float, str, Family, Family]


def _candidates(people: Sequence[Family]) -> Iterator[Candidate]:
    named = [_Named(family, parts_of(family.name)) for family in people]
    several = [one for one in named if len(one.parts) > 1]
    for find in (
        _of_one_family_name, _misspelt, _parted_otherwise, _transcribed, _turned_round, _with_a_name_more,
    ):  # fmt: skip
        for found in find(named if find is _of_one_family_name else several):
            if not _of_two_generations(found[2].name, found[3].name):
                yield found


def _of_one_family_name(people: Sequence[_Named]) -> Iterator[Candidate]:
    for group in _grouped(people, lambda parts: parts[-1]):
        full = [one for one in group if len(one.parts) > 1]
        lone = [one.family for one in group if len(one.parts) == 1]
        for one, other in combinations(full[:_CROWD], 2):
            if (judged := _judge(one, other)) and not _of_two_sexes(one.family.name, other.family.name):
                yield (*judged, one.family, other.family)
        for family, another in combinations(lone[:8], 2):
            if transcription.alike(family.name, another.name):
                yield 0.5, "one name in two spellings", family, another
        yield from _lone_surnames(lone, [one.family for one in full])


def _misspelt(people: Sequence[_Named]) -> Iterator[Candidate]:
    """Names whose last part differs in a letter, one of them hardly ever met."""
    for group in _grouped(people, lambda parts: (parts[0], len(parts))):
        for (one, ours), (other, theirs) in combinations(group[:_CROWD], 2):
            if ours[1:-1] == theirs[1:-1] and one_apart(ours[-1], theirs[-1]) and _is_slip(one, other):
                yield 0.6, "one letter differs", one, other


def _parted_otherwise(people: Sequence[_Named]) -> Iterator[Candidate]:
    """Names that are the same but for the place of spaces and hyphens."""
    loose = [
        _Named(one.family, parts_of(one.family.name.replace("-", " "))) if "-" in one.family.name else one
        for one in people
    ]
    for group in _grouped(loose, _run_together):
        for (one, _), (other, _) in combinations(group[:_CROWD], 2):
            if not (_of_two_sexes(one.name, other.name) or _short_and_unlike(one.name, other.name)):
                yield 0.9, "the same name in another spelling", one, other


def _turned_round(people: Sequence[_Named]) -> Iterator[Candidate]:
    turned = {parts: family for family, parts in people if len(parts) == 2}
    for (first, last), family in turned.items():
        if first < last and (other_way := turned.get((last, first))):
            yield 0.7, "given and family name in the other order", family, other_way


def _with_a_name_more(people: Sequence[_Named]) -> Iterator[Candidate]:
    """A name of two parts and the only one that goes on behind it: Claudia Sheinbaum, Claudia Sheinbaum Pardo."""
    for group in _grouped(people, lambda parts: parts[:2]):
        short = [one for one, parts in group if len(parts) == 2]
        longer = [one for one, parts in group if len(parts) > 2]
        if len(longer) == 1 and not any(part.endswith(".") for part in group[0].parts[:2]):
            for one in short:
                yield 0.55, "one of the names has another behind it", one, longer[0]


def _of_two_generations(one: str, other: str) -> bool:
    """Whether marks at the end tell a father from a son: Jr., Sr."""
    first, second = generation_of(one), generation_of(other)
    return bool(first and second) and first != second


def _run_together(parts: tuple[str, ...]) -> str:
    """A name for transcriptions that part it elsewhere or hear k for g: Abdel Fattah and Abdelfattah, Gaddafi and
    Qaddafi."""
    return "".join(parts).replace("g", "k").replace("abdul", "abdal")


def _grouped(people: Iterable[_Named], key: Callable[[tuple[str, ...]], object]) -> Iterable[list[_Named]]:
    """Those of `people` that have the same `key` of their parts, together."""
    groups: dict[object, list[_Named]] = {}
    for one in people:
        if one.parts:
            groups.setdefault(key(one.parts), []).append(one)
    return groups.values()


def _transcribed(people: Sequence[_Named]) -> Iterator[Candidate]:
    """Names that other languages or other systems write otherwise."""
    yield from _in_other_languages(people)
    chinese: dict[str, list[tuple[Family, bool]]] = {}
    korean: dict[str, list[Family]] = {}
    for family, _ in people:
        if found := transcription.chinese(family.name):
            chinese.setdefault(found[0], []).append((family, found[1]))
        if key := transcription.korean(family.name):
            korean.setdefault(key, []).append(family)
    for pairs in chinese.values():
        for (a, hyphened), (b, too) in combinations(pairs[:_CROWD], 2):
            if hyphened != too:
                yield 0.75, "the same Chinese name in another transcription", a, b
    for families in korean.values():
        for a, b in combinations(families[:_CROWD], 2):
            yield 0.7, "the same Korean name in another transcription", a, b


def _in_other_languages(people: Sequence[_Named]) -> Iterator[Candidate]:
    groups: dict[str, dict[str, tuple[Family, list[str]]]] = {}
    for family, _ in people:
        words = _without_loose_articles(family.name.split())
        for consonants, _ in transcription.readings(words[-1]):
            groups.setdefault(consonants, {})[family.name] = (family, words)
    for group in groups.values():
        for (one, ours), (other, theirs) in _by_given_name(list(group.values())[:_CROWD]):
            if (
                len(ours) == len(theirs)
                and transcription.alike(ours[-1], theirs[-1])
                and all(map(transcription.alike_given, ours[:-1], theirs[:-1]))
                and not _of_two_sexes(one.name, other.name)
                and not _short_and_unlike(one.name, other.name)
            ):
                yield 0.75, "the same name as other languages write it", one, other


def _without_loose_articles(words: list[str]) -> list[str]:
    """The words of a name but for an Arabic article that stands alone: Khaled Al Rashidi, Khalid al-Rashidi."""
    return [
        word
        for at, word in enumerate(words)
        if not 0 < at < len(words) - 1 or word.lower() not in ("al", "el")
    ]


def _by_given_name(
    people: Sequence[tuple[Family, list[str]]],
) -> Iterator[tuple[tuple[Family, list[str]], tuple[Family, list[str]]]]:
    """The pairs of `people` whose first given names may be alike, each once: few of all pairs."""
    bearers: dict[object, list[int]] = {}
    for at, (_, words) in enumerate(people):
        for key in transcription.given_keys(words[0]):
            bearers.setdefault(key, []).append(at)
    pairs = {pair for numbers in bearers.values() for pair in combinations(numbers, 2)}
    yield from ((people[one], people[other]) for one, other in sorted(pairs))


def _judge(first: _Named, second: _Named) -> tuple[float, str] | None:
    """How likely and why two names of two or more parts, with one family name, are one person."""
    one, other = first.parts, second.parts
    if one == other:
        return 0.95, "the same name in another spelling"
    if len(one) == len(other) == 2 and not (same_part(one[0], other[0]) or one_apart(one[0], other[0])):
        return None  # the usual case first: nothing below would take them
    short, full = sorted((one, other), key=len)
    if len(short) == len(full):
        # A given name's last letter is often all that tells a man from a woman.
        if (
            short[1:] == full[1:]
            and one_apart(short[0], full[0])
            and short[0][-1] == full[0][-1]
            and _is_slip(first.family, second.family)
        ):
            return 0.6, "one letter differs"
        if not _someone(full).takes(short):
            return None
        initial = short[0].endswith(".") or full[0].endswith(".")
        return (0.7, "an initial for the given name") if initial else (0.8, "a short form of the given name")
    if not _someone(full).takes(short):
        return None
    if short[0] == full[0] or set(short) <= set(full):
        return 0.85, "a shorter form of the name"
    if short[0][0] == full[0][0]:
        return 0.7, "an initial or short form of the given name"
    return None  # only a middle initial fits


def _lone_surnames(lone: Sequence[Family], full: Sequence[Family]) -> Iterator[Candidate]:
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
        elif transcription.alike(bearers[0].name.split()[-1], family.name.split()[-1]):
            yield score - 0.2, "the family name alone, in another spelling", bearers[0], family


def _is_slip(one: Family, other: Family) -> bool:
    """Whether one name is met so seldom that it may be the other, misspelt."""
    few, many = sorted((one.articles, other.articles))
    return few * _RARE <= many or few == 1 < many


def _of_two_sexes(one: str, other: str) -> bool:
    """Whether the given names differ in the ending that tells a man from a woman: Andre, Andrea; Paolo, Paola."""
    short, long = sorted((fold_text(name).split()[0] for name in (one, other)), key=len)
    return short + "a" == long or (
        short != long and short[:-1] == long[:-1] and {short[-1], long[-1]} == {"a", "o"}
    )


def _short_and_unlike(one: str, other: str) -> bool:
    """Whether short words differ, in which every letter counts: Gang, Kang."""
    ours, theirs = fold_text(one).split(), fold_text(other).split()
    if len(ours) != len(theirs):
        return False
    return any(
        a != b and max(len(a), len(b)) < 5 and a[:1] + b[:1] in ("gk", "kg") for a, b in zip(ours, theirs)
    )


def one_apart(one: str, other: str) -> bool:
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
