"""Who is who in the library: names to persons, persons to passages, with the reader's own decisions."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from time import monotonic

from reader.garbage import uncollected
from reader.library.contents import Contents, Corrections
from reader.library.index.marking import State
from reader.library.index.reading import Reader
from reader.library.people.company import Company, SharedHits, Together, company
from reader.library.people.entries import (
    Crowd,
    Families,
    Family,
    FamilyRow,
    People,
    describe,
    gather,
    name_key,
    spellings,
)
from reader.library.people.everyone import everyone
from reader.library.query.tokens import tokens
from reader.library.query.tree import EVERYTHING, Field, Node, Query, Words, all_leaves, split_leaves
from reader.library.records import MergeProposal, Pair, PersonEntry
from reader.library.search import Hits

#: What the people that are shown hang on: the generation of the index, the query without names, and the articles that
#: match it where those are others at any time.
Standing = tuple[tuple[int, int], Node, "array[int] | None"]
_PASSING = ("is", "tag", "note")  # what the reader changes at any time
_LONG = 0.25  # seconds: who took so long to gather …
# … is shown for so many times as long while a scan goes on: else each key would wait for all of it.
_LASTS = 20
_STEPS = 1 << 20  # by which the generations of one index differ at most; those of another are far away
_LETTERS = 3  # words that differ by so many in length are not taken for one another


class Register:
    """The persons of a library. `queries` understands a typed query."""

    def __init__(
        self, index: Reader, contents: Contents, corrections: Corrections, state: State,
        queries: Callable[[str | Query], Query],
    ) -> None:  # fmt: skip
        self._index, self._contents, self._corrections = index, contents, corrections
        self._state, self._queries = state, queries
        self._kept: tuple[Standing, tuple[str, str], People] | None = None
        self._others: tuple[tuple[int, int], dict[int, str]] | None = None
        self._met: tuple[Standing, dict[str, Crowd]] | None = None
        self._until = 0.0  # until when they are shown although more have been found since

    def forget(self) -> None:
        """Corrections changed: gather anew."""
        self._kept = self._met = None

    def catch_up(self) -> None:
        """A scan is over: who has been found by now is shown, however long it takes to gather them."""
        self._until = 0.0

    def _spelt(self) -> dict[int, str]:
        """The other spellings of persons; see `spellings`."""
        generation = self._index.marks_generation
        known = self._others
        if known is None or known[0] != generation:
            known = self._others = (generation, spellings(self._index))
        return known[1]

    @property
    def families(self) -> Families:
        """Which names are one person."""
        return Families(self._corrections())

    def ids(self, name: str) -> list[int]:
        """The index's numbers of all persons that `name` may mean, other spellings included; behind "=" it means the
        one person who goes by just this name."""
        if name.startswith("="):
            return self._just(name)
        words = [f" {word}" for word in tokens(name)]
        found = dict(self._index.persons_like(tokens(name)))
        spelt = self._spelt() if words else {}
        also = [number for number, others in spelt.items() if all(word in others for word in words)]
        found.update(self._index.named(also))
        families = self.families
        if families.merged and found:
            for key in families.said_same({families.key(known) for known in found.values()}):
                like = self._index.persons_like(key.split())
                found.update((number, known) for number, known in like if name_key(known) == key)
        return list(found)

    def _just(self, name: str) -> list[int]:
        families, index = self.families, self._index
        own = families.key(name)
        keys = {name_key(name), own, *families.said_same({own})}
        like = [(key, number, known) for key in keys for number, known in index.persons_like(key.split())]
        return [number for key, number, known in like if name_key(known) == key]

    def names(self, name: str) -> frozenset[str]:
        """The names under which the index knows the persons that `name` may mean."""
        return frozenset(self._index.names_of(self.ids(name)))

    def people(self, query: str = "", sort: str = "articles") -> People:
        """Everyone in the matching articles; see `Library.people`."""
        words, rest = split_leaves(self._queries(query).root, Words)
        standing = self._standing(rest)
        kept = self._kept  # another thread may forget it at any time, as what is met
        if kept and kept[:2] == (standing, (query, sort)):
            return kept[2]
        crowd = self._crowd(standing, sort)
        people = People(self._index, crowd.named([token for word in words for token in word.tokens]))
        self._kept = (standing, (query, sort), people)
        return people

    def _standing(self, rest: Node) -> Standing:
        """Whom `rest` is to choose now."""
        passing = any(isinstance(leaf, Field) and leaf.name in _PASSING for leaf in all_leaves(rest))
        articles = self._index.order(Query("", rest), self.ids) if passing else None
        return self._generation(), rest, articles

    def _generation(self) -> tuple[int, int]:
        """The generation of the index whose people are shown."""
        now = self._index.marks_generation
        met = self._met
        if met is None or monotonic() > self._until:
            return now
        shown = met[0][0]
        return shown if all(0 <= n - m < _STEPS for n, m in zip(now, shown)) else now

    def _crowd(self, standing: Standing, sort: str = "articles") -> Crowd:
        """Who is met in the articles that are meant, in this order; it stays the same while a name is typed."""
        met = self._met
        if met is None or met[0] != standing:
            begun = monotonic()
            with uncollected():
                crowd = Crowd(self._met_in(Query("", standing[1])))
            taken = monotonic() - begun
            self._until = monotonic() + _LASTS * taken if taken > _LONG else 0.0
            met = self._met = (standing, {"articles": crowd})
        crowds = met[1]
        if sort not in crowds:
            crowds[sort] = Crowd(self._sorted(crowds["articles"].families, sort))
        return crowds[sort]

    def _met_in(self, query: Query) -> list[FamilyRow]:
        """Who is met in the articles that match, most articles first."""
        kept = everyone(self._index, self._corrections()) if query.empty else None
        if kept is not None:
            return kept
        return gather(self._index.persons(query, self.ids), self.families, self._spelt())

    def alike(self, query: str) -> People:
        """Who has names that sound like the words of `query` or are a letter off: for a name that nobody has."""
        words, rest = split_leaves(self._queries(query).root, Words)
        crowd = self._crowd(self._standing(rest))
        known = crowd.words()
        near = [_near(word, known) for leaf in words for word in leaf.tokens]
        found = crowd.families if all(near) else []
        for others in near:
            found = [family for family in found if not others.isdisjoint(family[6].split(" "))]
        return People(self._index, found if near else [])

    def _sorted(self, met: list[FamilyRow], sort: str) -> list[FamilyRow]:
        if sort == "name":
            return sorted(met, key=lambda family: family[0].casefold())
        if sort == "last" and any(family[5] is None for family in met):
            ranks = self._index.last_met()
            return sorted(met, key=lambda family: max([ranks.get(n, 0) for n in family[1]]), reverse=True)
        if sort == "last":
            return sorted(met, key=lambda family: family[5] or "", reverse=True)
        return met

    def family(self, name: str) -> Family | None:
        """The person called just `name`, or the one with most articles whose name holds its words."""
        return self._meant(name, self._crowd(self._standing(EVERYTHING.root)))

    def _meant(self, name: str, crowd: Crowd) -> Family | None:
        if found := crowd.called(self.families.key(name)):
            return found
        words = tokens(name)
        named = crowd.named(words) if words else []
        return Family(*named[0]) if named else None

    def person(self, name: str) -> tuple[PersonEntry, Hits] | None:
        """The person and every passage that names them, newest first."""
        family = self.family(name)
        if family is None:
            return None
        names = frozenset(self._index.names_of(family.ids))
        query = Query(name, Field("person", family.name))
        numbers = self._index.articles_on(family.ids)
        contents = self._contents
        hits = Hits(
            query, numbers, self._index.places, contents.read, contents.marks, lambda _: names,
            self._index.database.close,
        )  # fmt: skip
        return describe(self._index, family), hits

    def _understood(self, query: str | Query) -> tuple[list[str], Query, Crowd]:
        """The words of names in a query, the rest of it, which chooses articles, and who is met in these."""
        words, rest = split_leaves(self._queries(query).root, Words)
        crowd = self._crowd(self._standing(rest))
        return [token for word in words for token in word.tokens], Query("", rest), crowd

    def company(self, name: str, query: str = "", sort: str = "strength") -> Company | None:
        """Who is named together with a person; see `Library.company`."""
        words, chosen, crowd = self._understood(query)
        person = self._meant(name, crowd)
        if person is None:
            return None
        articles = self._index.count() if chosen.empty else len(self._index.order(chosen, self.ids))
        casts = list(self._index.casts(chosen, self.ids, person.ids))
        share = len(casts) / max(articles, 1)
        met = company(crowd, person, (cast for _, cast in casts), share, sort)
        if words:
            wanted = {family[1] for family in crowd.named(words)}
            met = [meeting for meeting in met if meeting[0][1] in wanted]
        return Company(self._index, person, met, None if chosen.empty else [number for number, _ in casts])

    def together(self, name: str, other: str, query: str | Query = "") -> Together | None:
        """Two persons and the passages on both; see `Library.together`."""
        _, chosen, crowd = self._understood(query)
        people = [person for person in (self._meant(name, crowd), self._meant(other, crowd)) if person]
        if len(people) < 2:
            return None
        ids = [person.ids for person in people]
        among = None if chosen.empty else [n for n, _ in self._index.casts(chosen, self.ids, *ids)]
        numbers = self._index.articles_on(*ids, among=among)
        one, another = (describe(self._index, person) for person in people)
        return Together(one, another, SharedHits(self._index, self._contents, numbers, *people))

    def pairs(self, query: str = "") -> Iterator[Pair]:
        """Who is named together with whom; see `Library.pairs`."""
        from reader.library.people.pairs import all_pairs

        words, chosen, crowd = self._understood(query)
        wanted = None
        if words:
            found = {family[1] for family in crowd.named(words)}
            wanted = {place for place, family in enumerate(crowd.families) if family[1] in found}
        return all_pairs(crowd, self._index.dated_casts(chosen, self.ids), wanted)

    def proposals(self) -> tuple[MergeProposal, ...]:
        """Pairs of names that may be one person, surest first."""
        from reader.library.people.merging import propose

        return propose(self.people().families, self._corrections(), self._state.unsure(), self._index)


def _near(word: str, known: Iterable[str]) -> set[str]:
    """Those of the `known` words of names that `word` may mean: they sound like it or are a letter off."""
    from reader.library.people.merging import one_apart
    from reader.library.people.transcription import alike

    letters = set(word)
    return {
        other
        for other in known
        if 1 < len(other) > len(word) - _LETTERS
        and len(other) < len(word) + _LETTERS
        and 2 * len(letters.intersection(other)) >= len(letters)  # to tell how a word may be read takes long
        and (one_apart(word, other) or _swapped(word, other) or alike(word, other))
    }


def _swapped(word: str, other: str) -> bool:
    """Whether two letters beside each other have changed places."""
    if len(word) != len(other) or word == other:
        return False
    at = next(i for i, (one, another) in enumerate(zip(word, other)) if one != another)
    return word[at : at + 2] == other[at : at + 2][::-1] and word[at + 2 :] == other[at + 2 :]
