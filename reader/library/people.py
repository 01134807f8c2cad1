"""Everyone in the library: one entry a person over all spellings, with counts, titles and dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.columns import Lazy
from reader.library.index.reading import Reader
from reader.library.packing import unpack_forms
from reader.library.query.tokens import tokens
from reader.library.records import PersonEntry
from reader.model import Correction


@dataclass(frozen=True, slots=True)
class Family:
    """The names that are one person: `name` is shown, `ids` are the index's numbers of all of them."""

    name: str
    ids: tuple[int, ...]
    articles: int
    mentions: int
    first: str
    last: str


class Families:
    """Which names are one person: equal but for case, accents and hyphens, or said to be the same."""

    def __init__(self, corrections: Iterable[Correction]) -> None:
        self._parents: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        for correction in corrections:
            if (
                correction.action == "same"
                and correction.text
                and correction.target
                and not correction.article
            ):
                one, other = name_key(correction.text), name_key(correction.target)
                self._parents[self._head(one)] = self._head(other)
                self._shown[self._head(other)] = correction.target

    def _head(self, key: str) -> str:
        while (up := self._parents.get(key, key)) != key:
            key = up
        return key

    def key(self, name: str) -> str:
        """The same for all names of one person."""
        return self._head(name_key(name))

    def shown(self, key: str) -> str:
        """The name the reader chose for the person `key`, "" when none was chosen."""
        return self._shown.get(key, "")

    @property
    def merged(self) -> bool:
        """Whether any names were said to be the same."""
        return bool(self._parents)


def name_key(name: str) -> str:
    """A name without what people do not see: case, accents, hyphens, full stops."""
    return " ".join(tokens(name))


def gather(rows: Iterable[tuple[int, str, int, int, str, str]], families: Families) -> list[Family]:
    """The persons of the library, most articles first; counts of merged names are added up."""
    found: dict[str, list[tuple[int, str, int, int, str, str]]] = {}
    for row in rows:
        found.setdefault(families.key(row[1]), []).append(row)
    people = []
    for key, members in found.items():
        best = max(members, key=lambda row: (row[2], row[3]))
        dates = [row[4] for row in members if row[4]]
        people.append(
            Family(
                families.shown(key) or best[1],
                tuple(row[0] for row in members),
                sum(row[2] for row in members),
                sum(row[3] for row in members),
                min(dates, default=""),
                max(row[5] for row in members),
            )
        )
    people.sort(key=lambda person: (-person.articles, -person.mentions, person.name))
    return people


class People(Lazy[PersonEntry]):
    """The people index; spellings and titles of an entry are looked up when it is looked at."""

    def __init__(self, index: Reader, families: Sequence[Family]) -> None:
        self.families = families
        self._described = lru_cache(1000)(lambda family: describe(index, family))

    def __len__(self) -> int:
        return len(self.families)

    def _at(self, index: int) -> PersonEntry:
        return self._described(self.families[index])


def describe(index: Reader, family: Family) -> PersonEntry:
    """A person with every spelling and title, most frequent first."""
    spellings: Counter[str] = Counter()
    titles: Counter[str] = Counter()
    for count, name, forms in index.forms(family.ids):
        if not forms:
            spellings[name] += count
            continue
        found, called = unpack_forms(name, forms)
        spellings.update(found)
        titles.update(called)
    articles = family.articles if len(family.ids) == 1 else len(index.articles_on(family.ids))
    return PersonEntry(
        family.name,
        tuple(form for form, _ in spellings.most_common()),
        tuple(title for title, _ in titles.most_common()),
        articles,
        family.mentions,
        family.first,
        family.last,
    )
