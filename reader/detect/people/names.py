"""Mentions of one person under one name: variants, second mentions by surname, namesakes kept apart.

A name is cut into parts; every part has a skeleton that is equal for the usual spellings of one name. Mentions
join by skeletons, fuller ones first. The cost is linear in the number of mentions: a mention is compared with a
bounded number of recent people.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reader.detect.people.aliases import number_of_renowned
from reader.detect.people.mention import IN_A_LIST, Mention
from reader.detect.people.someone import RELATIVES, Someone, of_one_sex, pick
from reader.detect.people.spelling import (
    KUNYA,
    familiar,
    generation_of,
    parts_of,
    skeleton,
)

#: At most so many people of one family name are compared with a mention.
RECENT = 24
# "Servant of" as it is written: Abdul-Mahdi, Abd al-Mahdi, Abdel Mahdi, Abdelmahdi.
_SERVANT = re.compile(
    r"\b(?:(?:Abd[aeu]l|Abdoul|Abd)(?:-| (?:[ae]l-)?)(?=[A-Z])|(?:Abd[aeu]l|Abdoul)(?=[a-km-z][a-z]{3}))"
)
# A Russian's second name, by the father's.
_PATRONYMIC = re.compile(r"(?:[oe]vich|[yi]ch|[oe]vna|ichna)$")


def name_people(
    mentions: Sequence[Mention],
    aliases: Iterable[tuple[int, int]] = (),
    couples: Iterable[tuple[int, int]] = (),
) -> None:
    """Give every mention its `name`, the fullest spelling of its person in the text.

    `aliases` are pairs of indexes of mentions that the text says are one person, `couples` of those that it says are
    two of one family name.
    """
    aliases = list(aliases)
    cast = _Cast(mentions, couples, aliases)
    singles = [index for index in cast.fullest_first() if not cast.add_full(index)]
    for someone in cast.everyone:
        someone.places.sort()
    for index in singles:
        cast.add_single(index)
    cast.merge(aliases)
    cast.give_names()


class _Cast:
    """The people of a text, as its mentions are given to them."""

    def __init__(
        self,
        mentions: Sequence[Mention],
        couples: Iterable[tuple[int, int]],
        aliases: Sequence[tuple[int, int]] = (),
    ) -> None:
        self._mentions = mentions
        self._partner = dict(couples)
        self._partner |= {other: one for one, other in self._partner.items()}
        self._other_name = dict(aliases)
        self._cut = [parts_of(_SERVANT.sub("Abdul ", m.text)) for m in mentions]
        self._generations = [generation_of(m.text) for m in mentions]
        self._by_part: dict[str, list[Someone]] = defaultdict(list)
        self._by_piece: dict[str, Someone | None] = {}  # None for one that several have
        self._by_short: dict[int, list[Someone]] = defaultdict(list)
        self._by_name: dict[tuple[str, ...], Someone] = {}
        self._owner: dict[int, Someone] = {}
        self._joined: dict[int, Someone] = {}  # by identity
        self.everyone: list[Someone] = []

    def fullest_first(self) -> list[int]:
        """The indexes of the mentions, those of most whole parts first."""
        whole = [sum(not part.endswith(".") for part in parts) for parts in self._cut]
        return sorted(
            range(len(whole)), key=lambda i: (-whole[i], -len(self._cut[i]), self._mentions[i].start)
        )

    def add_full(self, index: int) -> bool:
        """Give a mention of several parts to its person; False for one that has to wait for the others."""
        parts, mention = self._cut[index], self._mentions[index]
        if len(parts) < 2 or (len(parts) == 2 and _PATRONYMIC.search(mention.text)):
            return False
        generation = self._generations[index]
        someone = self._by_name.get((generation, *parts))
        if someone is None:
            near = self._near(parts[-1]) or self._near(parts[0])
            fitting = [p for p in near if p.is_of(generation) and p.takes(parts)] or [
                p for p in self._near(parts[0]) if p.is_of(generation) and p.takes(parts)
            ]
            someone = pick(fitting, mention) if fitting else self._found(parts)
            self._by_name[generation, *parts] = someone
        self._join(someone, index)
        return True

    def add_single(self, index: int) -> None:
        """Give a mention of one part, or of a Russian's two given names, to its person."""
        parts, mention = self._cut[index], self._mentions[index]
        part, near = parts[0], self._near(parts[0])
        other = self._owner.get(self._other_name.get(index, -1))  # "Murad, known as Kagi Murad"
        near = [p for p in near if p is not other] or near
        if len(parts) == 1:
            # "Layla" is not Abu Layla, whose child she is, nor "Haji Bakr" Abu Bakr al-Baghdadi.
            near = [p for p in near if len(p.parts) < 2 or p.parts[0] not in KUNYA or p.parts[1] != part]
            near = [p for p in near if not p.is_child_of(mention.text)]  # nor is "King Salman" bin Salman
        if self._generations[index]:  # "Cal Sr." beside Cal Ripken Jr.
            near = [p for p in near if p.generation == self._generations[index]]
        else:  # "Johann" is Johann Bernoulli rather than "Johann II"
            near = [p for p in near if len(p.parts) > 1 or not p.generation] or near
        if mention.reason == IN_A_LIST:  # nobody is called twice in a roll call
            near = [p for p in near if len(p.parts) > 1 or p.is_spelt(mention.text)]
        if not near and (bearer := self._by_piece.get(part)):  # "Tembo" of Mirriam Banda-Tembo
            near = [bearer]
        if not near:  # "Matt" of Matthew Beck
            near = [p for number in sorted(familiar(part)) for p in self._by_short[number][-RECENT:]]
            near = near if len(near) == 1 else []
        last = [p for p in near if p.parts[-1] == part]
        first = [p for p in near if p.parts[0] == part]
        if len(parts) > 1:  # "Viktor Stepanovich" is the one Viktor
            first = [p for p in first if parts[1] in p.parts] or [
                p for p in first if not p.parts[-1].endswith("iS")
            ]
            last, near = [], first if len(first) == 1 else []
            first = near
        inside = [p for p in near if part not in (p.parts[0], p.parts[-1])]
        named = [[p for p in way if p.places[0] < mention.start] for way in (last, inside)]
        likely = named[0] or ([] if first else named[1]) or last or first or near
        fitting = [p for p in of_one_sex(likely, mention) if not self._is_another(p, index)]
        self._join(pick(fitting, mention) if fitting else self._found(parts), index)

    def _is_another(self, someone: Someone, index: int) -> bool:
        """Whether the text names `someone` beside this mention, or as a relative of who is named before."""
        titles = self._mentions[index].titles
        if titles and someone.titles and _reigns(titles) and not _reigns(someone.titles):
            return True  # "King Salman" beside "Information Minister Salman Al-Dossary"
        partner = self._owner.get(self._partner.get(index, -1))
        kin = not RELATIVES.isdisjoint(titles)
        if kin and self._owner.get(index - 1) is someone:
            return True  # "Saifur Rizal, whose son Rizal"
        early = self._mentions[index].start < someone.places[0]
        return partner is someone or (early and not someone.titles.isdisjoint(RELATIVES))

    def merge(self, aliases: Iterable[tuple[int, int]]) -> None:
        """Make those one who go by two names."""
        same = [(self._owner[one], self._owner[other]) for one, other in aliases]
        for named, renamed in same + list(_renowned(self.everyone)):
            keeper, gone = self._head(named), self._head(renamed)
            if keeper is not gone:
                if len(gone.places) > len(keeper.places):
                    keeper, gone = gone, keeper
                known = best_spelling(keeper.spellings)
                keeper.spellings.update(gone.spellings)
                keeper.places += gone.places
                if len(parts_of(known)) > 1:  # who is "born Hillary Diane Rodham" goes by the other name
                    keeper.goes_by = known
                self._joined[id(gone)] = keeper
        self.everyone = [p for p in self.everyone if id(p) not in self._joined]

    def give_names(self) -> None:
        """Name the mentions after their people."""
        for someone in self.everyone:
            someone.name = someone.goes_by or best_spelling(someone.spellings)
        _tell_apart(self.everyone)
        for index, someone in self._owner.items():
            self._mentions[index].name = self._head(someone).name

    def _near(self, part: str) -> list[Someone]:
        return self._by_part[part][-RECENT:] if part in self._by_part else []

    def _head(self, someone: Someone) -> Someone:
        while id(someone) in self._joined:
            someone = self._joined[id(someone)]
        return someone

    def _found(self, parts: tuple[str, ...]) -> Someone:
        someone = Someone(parts)
        self.everyone.append(someone)
        for part in dict.fromkeys(parts):
            self._by_part[part].append(someone)
        for number in familiar(parts[0]):
            self._by_short[number].append(someone)
        return someone

    def _join(self, someone: Someone, index: int) -> None:
        mention = self._mentions[index]
        someone.spellings[mention.text] += 1
        if not someone.given and len(self._cut[index]) > 1:
            someone.given = mention.text.split()[0].lower()
        piece = _last_piece(mention.text.rpartition(" ")[2]) if len(self._cut[index]) > 1 else ""
        if piece and self._by_piece.setdefault(skeleton(piece), someone) is not someone:
            self._by_piece[skeleton(piece)] = None
        someone.generation = someone.generation or self._generations[index]
        someone.titles.update(mention.titles)
        someone.places.append(mention.start)
        self._owner[index] = someone


def _reigns(titles: Iterable[str]) -> bool:
    return any(
        title.rpartition(" ")[2] in ("King", "Queen", "Pope", "Emperor", "Empress") for title in titles
    )


def _last_piece(family: str) -> str:
    """The second part of a double-barrelled family name, "" of others: "Banda-Tembo", but no "al-Rashid", "Ki-moon"."""
    pieces = family.split("-")
    return pieces[1] if len(pieces) == 2 and all(len(p) > 2 and p[0].isupper() for p in pieces) else ""


def _renowned(everyone: Sequence[Someone]) -> Iterator[tuple[Someone, Someone]]:
    """Pairs that everybody knows to be one person, where one of them is named by more than one word."""
    found: dict[int, list[Someone]] = defaultdict(list)
    for someone in everyone:
        number = number_of_renowned(someone.parts)
        if number is not None:
            found[number].append(someone)
    for people in found.values():
        if any(len(p.parts) > 1 for p in people):
            yield from ((people[0], other) for other in people[1:] if people[0].is_of(other.generation))


def best_spelling(spellings: Counter[str]) -> str:
    """The fullest spelling: most parts, fewest initials, then the commonest, then the first one seen."""

    def weight(item: tuple[str, int]) -> tuple[int, int, bool, int]:
        parts = parts_of(item[0])
        initials = sum(p.endswith(".") for p in parts)
        return len(parts) - initials, initials, not item[0].isupper(), item[1]

    return max(spellings.items(), key=weight)[0] if spellings else ""


def _tell_apart(everyone: Sequence[Someone]) -> None:
    """Two people of one spelling cannot share a name: the later gets its next spelling or a number."""
    taken: dict[str, Someone] = {}
    for someone in everyone:
        name = someone.name
        number = 2
        while taken.setdefault(name.casefold(), someone) is not someone:
            name = f"{someone.name} ({number})"
            number += 1
        someone.name = name
