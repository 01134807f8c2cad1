"""Everyone in the library: one entry a person over all spellings, with counts, titles and dates."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from reader.columns import Lazy
from reader.detect.people.corrections import said_same
from reader.library.index.reading import Reader
from reader.library.index.records import NameRow
from reader.library.packing import other_spellings, unpack_forms
from reader.library.query.tokens import tokens
from reader.library.records import PersonEntry
from reader.model import Correction


class Family(NamedTuple):
    """The names that are one person: `name` is shown, `ids` are the index's numbers of all of them.

    `first` and `last` day are None where they have not been looked up; `words` are all names folded, each between bars,
    and the spellings in texts that are no part of them, each behind a slash.
    """

    name: str
    ids: tuple[int, ...]
    articles: int
    mentions: int
    first: str | None
    last: str | None
    words: str = ""


#: A family as a plain tuple, kept by the hundred thousand: those the garbage collector need not go through.
FamilyRow = tuple[str, tuple[int, ...], int, int, str | None, str | None, str]


_NOWHERE = -1  # the place of who is not in a crowd


class Families:
    """Which names are one person: equal but for case, accents and hyphens, or said to be the same, unless it was
    said later that they are two."""

    def __init__(self, corrections: Iterable[Correction]) -> None:
        self._parents: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        everywhere = [correction for correction in corrections if not correction.article]
        for correction in said_same(everywhere, name_key):
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

    def merged_key(self, key: str) -> str:
        """The same for all folded names of one person."""
        return self._head(key)

    def said_same(self, keys: Collection[str]) -> list[str]:
        """The folded names that were said to be the same as one of the persons `keys`."""
        return [key for key in (*self._parents, *self._shown) if self._head(key) in keys]

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


def spellings(index: Reader) -> dict[int, str]:
    """By the index's number of a person, the folded spellings that are no part of the name, behind slashes."""
    found: dict[int, dict[str, None]] = {}
    for number, forms in index.spelt_otherwise():
        found.setdefault(number, {}).update(dict.fromkeys(map(name_key, other_spellings(forms))))
    return {number: "".join(f" / {key} " for key in keys) for number, keys in found.items()}


def gather(rows: Iterable[NameRow], families: Families, spelt: Mapping[int, str]) -> list[FamilyRow]:
    """The persons of the library, most articles first; counts of merged names are added up, `spelt` are `spellings`."""
    found: dict[str, list[NameRow]] = {}
    merged = families.merged
    for row in rows:
        key = _folded(row)
        found.setdefault(families.merged_key(key) if merged else key, []).append(row)
    people: list[FamilyRow] = []
    for key, members in found.items():
        shown = families.shown(key) if merged else ""
        if len(members) == 1 and not shown:
            number, name, _, articles, mentions, first, last = members[0]
            words = f"| {key} |{spelt.get(number, '')}"
            people.append((name, (number,), articles, mentions, first, last, words))
        else:
            others = "".join(spelt.get(row[0], "") for row in members)
            people.append(_joined(shown, families.said_same({key}) if shown else [key], members, others))
    people.sort(key=itemgetter(0))  # three times as fast as by all three at once
    people.sort(key=itemgetter(3), reverse=True)
    people.sort(key=itemgetter(2), reverse=True)
    return people


def _folded(row: NameRow) -> str:
    """The words of a name, folded."""
    return row[2].strip() if row[2] else row[1].lower()


def _joined(shown: str, keys: Iterable[str], members: Sequence[NameRow], spelt: str) -> FamilyRow:
    """One person of several names; `keys` are those that readers said to be theirs, `spelt` other spellings."""
    best = max(members, key=lambda row: (row[3], row[4]))
    first = [row[5] for row in members if row[5]]
    last = [row[6] for row in members if row[6] is not None]
    names = dict.fromkeys((*keys, *map(_folded, members)))
    return (
        shown or best[1],
        tuple([row[0] for row in members]),
        sum(row[3] for row in members),
        sum(row[4] for row in members),
        min(first, default="") if last else None,
        max(last) if last else None,
        f"| {' | '.join(names)} |{spelt}",
    )


class Crowd:
    """Persons, most articles first, found by their names."""

    def __init__(self, families: list[FamilyRow]) -> None:
        self.families = families

    @cached_property
    def _names(self) -> tuple[str, array[int]]:
        """The words of all in one text, and where those of each begin in it: looked through faster than one by one."""
        words = [family[6] for family in self.families]
        return "".join(words), array("i", accumulate(map(len, words), initial=0))

    def _with(self, text: str) -> Iterator[FamilyRow]:
        """Those in whose names, folded and between bars, `text` stands."""
        whole, starts = self._names
        at = whole.find(text)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            yield self.families[number]
            at = whole.find(text, starts[number + 1])

    def places(self, cast: str) -> set[int]:
        """Where those stand whose numbers in the index are in `cast`, between commas; who was met since is left out."""
        try:
            places = {self._places[number] for number in map(int, cast.split(","))}
        except IndexError:
            numbers = map(int, cast.split(","))
            places = {self._places[number] for number in numbers if number < len(self._places)}
        places.discard(_NOWHERE)
        return places

    @cached_property
    def _places(self) -> array[int]:
        """The place of everybody, by the index's numbers."""
        top = max((number for family in self.families for number in family[1]), default=0)
        places = array("i", [_NOWHERE]) * (top + 1)
        for at, family in enumerate(self.families):
            for number in family[1]:
                places[number] = at
        return places

    def words(self) -> set[str]:
        """Every word of a name, folded."""
        return set(self._names[0].split()) - {"|", "||", "/"}

    def called(self, key: str) -> Family | None:
        """Who goes by just this folded name."""
        found = next(self._with(f"| {key} |"), None)
        return Family(*found) if found else None

    def named(self, words: Sequence[str]) -> list[FamilyRow]:
        """Those whose names hold words that begin with all of `words`, which are folded."""
        if not words:
            return self.families
        found, *others = (f" {word}" for word in sorted(words, key=len, reverse=True))
        return [family for family in self._with(found) if all(word in family[6] for word in others)]


class People(Lazy[PersonEntry]):
    """The people index; spellings and titles of an entry are looked up when it is looked at."""

    def __init__(self, index: Reader, families: Sequence[FamilyRow]) -> None:
        self._families = families
        self._described = lru_cache(1000)(lambda family: describe(index, family))

    def __len__(self) -> int:
        return len(self._families)

    def _at(self, index: int) -> PersonEntry:
        return self._described(Family(*self._families[index]))

    @property
    def families(self) -> list[Family]:
        """The persons without their spellings and titles."""
        return [Family(*family) for family in self._families]


def describe(index: Reader, family: Family) -> PersonEntry:
    """A person with every spelling and title, most frequent first."""
    spellings: Counter[str] = Counter()
    titles: Counter[str] = Counter()
    for count, name, forms, times in index.forms(family.ids):
        if not forms:
            spellings[name] += count
            continue
        found, called = unpack_forms(name, forms)
        for form, mentions in found.items():
            spellings[form] += mentions * times
        for title in called:
            titles[title] += times
    articles = family.articles if len(family.ids) == 1 else len(index.articles_on(family.ids))
    first, last = family.first, family.last
    if first is None or last is None:
        first, last = index.days_of(articles, family.ids)
    return PersonEntry(
        family.name,
        tuple(form for form, _ in spellings.most_common()),
        tuple(title for title, _ in titles.most_common()),
        articles,
        family.mentions,
        first,
        last,
    )
