"""People and figures of one article as the sidebar shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.model import Figure, Person


class Named(NamedTuple):
    """Everyone called `name` in one article: mentions in text order."""

    name: str
    mentions: tuple[Person, ...]

    @property
    def spellings(self) -> tuple[str, ...]:
        """Surface forms other than the name, in order of appearance."""
        return tuple(dict.fromkeys(person.text for person in self.mentions if person.text != self.name))

    @property
    def titles(self) -> tuple[str, ...]:
        """Titles given in the article, in order of appearance."""
        return tuple(dict.fromkeys(title for person in self.mentions for title in person.titles))


def gather(people: Sequence[Person]) -> tuple[Named, ...]:
    """Mentions grouped by name, in the order of the first mention."""
    groups: dict[str, list[Person]] = {}
    for person in people:
        groups.setdefault(person.name, []).append(person)
    return tuple(Named(name, tuple(mentions)) for name, mentions in groups.items())


class Cited(NamedTuple):
    """A figure with its sentence and where the sentence starts."""

    figure: Figure
    sentence: str
    start: int
