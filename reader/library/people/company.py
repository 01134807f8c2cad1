"""Who is named together with whom, counted in articles. It is not kept: the index tells whom an article names."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from math import sqrt
from operator import itemgetter
from typing import NamedTuple

from reader.columns import Lazy
from reader.garbage import uncollected
from reader.library.contents import Contents
from reader.library.index.reading import Reader
from reader.library.index.records import PlaceRecord
from reader.library.matching import Span
from reader.library.people.entries import Crowd, Family, FamilyRow, describe
from reader.library.query.tree import EVERYTHING
from reader.library.records import Companion, PersonEntry
from reader.library.search import Hits
from reader.sentences import sentence_at

_NEAR = 40  # characters between two names that are marked as one stretch
#: (who, in how many articles of somebody else, in how many by chance).
Meeting = tuple[FamilyRow, int, float]


def strength(shared: int, chance: float) -> float:
    """How far `shared` articles are above those that chance would bring about, in their own deviations.

    That is the t-score of words that stand together: where chance would hardly do it, the order of the counts; who is
    named in everything comes to nothing. Church, Gale, Hanks, Hindle: Using Statistics in Lexical Analysis (1991).
    """
    return (shared - chance) / sqrt(shared)


class Company(Lazy[Companion]):
    """The company of `person`; days and spellings of an entry are looked up when it is looked at.

    `met` has (family, articles that name both, how many chance would bring about); `among`: of these articles only.
    """

    def __init__(
        self, index: Reader, person: Family, met: Sequence[Meeting], among: Sequence[int] | None
    ) -> None:
        self.person = person
        self._met = met
        self._described = lru_cache(1000)(lambda at: _describe(index, person, met[at], among))

    def __len__(self) -> int:
        return len(self._met)

    def _at(self, index: int) -> Companion:
        return self._described(index)


def _describe(index: Reader, person: Family, met: Meeting, among: Sequence[int] | None) -> Companion:
    family, shared, chance = Family(*met[0]), *met[1:]
    sets = sorted((family, person), key=lambda one: one.articles)
    first, last = index.days_of(shared, *(one.ids for one in sets), among=among)
    return Companion(describe(index, family), shared, chance, first, last)


@uncollected()
def company(crowd: Crowd, person: Family, casts: Iterable[str], share: float, sort: str) -> list[Meeting]:
    """Whom `casts` (numbers of persons between commas) name besides `person`, whose articles they are: such a `share`
    of all. The first is the best."""
    met = [
        (family, shared, share * family[2])
        for family, shared in _shared(crowd, casts)
        if family[1] != person.ids
    ]
    if sort == "name":
        met.sort(key=lambda meeting: meeting[0][0].casefold())
    else:
        met.sort(key=lambda meeting: strength(*meeting[1:]), reverse=True)
    if sort == "articles":
        met.sort(key=itemgetter(1), reverse=True)
    return met


def _shared(crowd: Crowd, casts: Iterable[str]) -> Iterator[tuple[FamilyRow, int]]:
    """Whom `casts` name and in how many of them, in the order of the crowd."""
    counts = [0] * len(crowd.families)
    for cast in casts:
        for place in crowd.places(cast):
            counts[place] += 1
    return ((family, count) for family, count in zip(crowd.families, counts) if count)


class SharedHits(Hits):
    """The passages on two people in the articles `numbers`, in their order: of each article the sentences that name
    both, where they stand closest, from name to name if that is near; where none does, where each is named first."""

    def __init__(self, index: Reader, contents: Contents, numbers: array[int], *people: Family) -> None:
        super().__init__(
            EVERYTHING, numbers, index.places, contents.read, contents.marks, lambda _: frozenset(),
            index.database.close,
        )  # fmt: skip
        self._people = [frozenset(index.names_of(person.ids)) for person in people]

    def spans(self, number: int, place: PlaceRecord, text: str) -> list[Span]:
        """Where they stand in one article."""
        named = [
            (mention.start, mention.end, who)
            for mention in self._detection(number, place).people
            for who, names in enumerate(self._people)
            if mention.name in names
        ]
        found: list[Span] = []
        for _, inside in groupby(named, lambda mention: sentence_at(text, mention[0])):
            both = [(b[0] - a[1], a, b) for a, b in pairwise(inside) if a[2] != b[2]]
            if both:
                gap, a, b = min(both)
                found.append((a[0], b[1]) if gap < _NEAR else max(a, b, key=itemgetter(2))[:2])
        if found:
            return found
        first = {who: (start, end) for start, end, who in reversed(named)}
        return sorted(first.values())


class Together(NamedTuple):
    """Two persons and the passages on both."""

    one: PersonEntry
    other: PersonEntry
    hits: SharedHits
