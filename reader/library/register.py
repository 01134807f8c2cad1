"""Who is who in the library: names to persons, persons to passages, with the reader's own decisions."""

from __future__ import annotations

from collections.abc import Callable

from reader.library.contents import Contents, Corrections
from reader.library.index.marking import State
from reader.library.index.reading import Reader
from reader.library.people import Families, Family, People, describe, gather
from reader.library.query.tokens import tokens
from reader.library.query.tree import Field, Node, Query, Words, all_leaves, split_leaves
from reader.library.records import MergeProposal, PersonEntry
from reader.library.search import Hits

_PASSING = ("is", "tag", "note")  # what the reader changes at any time


class Register:
    """The persons of a library. `queries` understands a typed query."""

    def __init__(
        self, index: Reader, contents: Contents, corrections: Corrections, state: State, queries: Callable[[str], Query]
    ) -> None:  # fmt: skip
        self._index, self._contents, self._corrections = index, contents, corrections
        self._state, self._queries = state, queries
        self._kept: tuple[tuple[int, int], str, People] | None = None
        self._met: tuple[tuple[int, int], Node, list[Family]] | None = None

    def forget(self) -> None:
        """Corrections changed: gather anew."""
        self._kept = self._met = None

    @property
    def families(self) -> Families:
        """Which names are one person."""
        return Families(self._corrections())

    def ids(self, name: str) -> list[int]:
        """The index's numbers of all persons that `name` may mean, other spellings included."""
        found = self._index.persons_like(tokens(name))
        families = self.families
        if not families.merged or not found:
            return [number for number, _ in found]
        keys = {families.key(known) for _, known in found}
        return [number for number, known in self._index.person_names() if families.key(known) in keys]

    def names(self, name: str) -> frozenset[str]:
        """The names under which the index knows the persons that `name` may mean."""
        ids = frozenset(self.ids(name))
        return frozenset(known for number, known in self._index.person_names() if number in ids)

    def people(self, query: str = "") -> People:
        """Everyone in the matching articles; see `Library.people`."""
        generation = self._index.marks_generation
        if self._kept and self._kept[:2] == (generation, query):
            return self._kept[2]
        words, rest = split_leaves(self._queries(query).root, Words)
        # Who is met in which articles stays the same while a name is typed.
        if self._met is None or self._met[:2] != (generation, rest):
            rows = self._index.persons(Query(query, rest), self.ids)
            self._met = (generation, rest, gather(rows, self.families))
        met = self._met[2]
        wanted = [token for word in words for token in word.tokens]
        if wanted:
            ids = set(self.ids(" ".join(wanted)))
            met = [family for family in met if not ids.isdisjoint(family.ids)]
        people = People(self._index, met)
        self._kept = (generation, query, people)
        if any(isinstance(leaf, Field) and leaf.name in _PASSING for leaf in all_leaves(rest)):
            self.forget()
        return people

    def family(self, name: str) -> Family | None:
        """The person called just `name`, or the one with most articles whose name holds its words."""
        people = self.people().families
        key = self.families.key(name)
        exact = next((f for f in people if self.families.key(f.name) == key), None)
        if exact:
            return exact
        ids = set(self.ids(name))
        return next((family for family in people if ids & set(family.ids)), None)

    def person(self, name: str) -> tuple[PersonEntry, Hits] | None:
        """The person and every passage that names them, newest first."""
        family = self.family(name)
        if family is None:
            return None
        known = dict(self._index.person_names())
        names = frozenset(known[number] for number in family.ids)
        query = Query(name, Field("person", family.name))
        numbers = self._index.articles_on(family.ids)
        contents = self._contents
        hits = Hits(
            query, numbers, self._index.places, contents.read, contents.marks, lambda _: names,
            self._index.database.close,
        )  # fmt: skip
        return describe(self._index, family), hits

    def proposals(self) -> tuple[MergeProposal, ...]:
        """Pairs of names that may be one person, surest first."""
        from reader.library.merging import propose

        return propose(self.people().families, self._corrections(), self._state.unsure(), self._index)
