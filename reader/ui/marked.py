"""People and figures of one article as the sidebar shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.columns import Picked, values_of
from reader.model import Figure, Person
from reader.text import sentence_at


class Named(NamedTuple):
    """Everyone called `name` in one article: mentions in text order."""

    name: str
    mentions: Sequence[Person]

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
    groups: dict[str, list[int]] = {}
    for number, (name, _) in enumerate(values_of(people, "name", "start")):
        groups.setdefault(name, []).append(number)
    return tuple(Named(name, Picked(people, numbers)) for name, numbers in groups.items())


class Cited(NamedTuple):
    """A figure of `text`."""

    figure: Figure
    text: str

    def sentence(self) -> tuple[str, int]:
        """The sentence it stands in and where that starts: found when it is drawn."""
        start, end = sentence_at(self.text, self.figure.start)
        return self.text[start:end], start
