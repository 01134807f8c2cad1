"""People and figures of one article as the sidebar shows them."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from reader.columns import Picked, values_of
from reader.model import Figure, Person
from reader.sentences import sentence_at


class Named(NamedTuple):
    """Everyone called `name` in one article: mentions in text order."""

    name: str
    mentions: Picked[Person]
    starts: Sequence[int]  # of the mentions: where they are is asked more often than what they are

    @property
    def spellings(self) -> tuple[str, ...]:
        """Surface forms other than the name, in order of appearance."""
        return tuple(text for text in dict.fromkeys(self.mentions.values("text")) if text != self.name)

    @property
    def titles(self) -> tuple[str, ...]:
        """Titles given in the article, in order of appearance."""
        return tuple(dict.fromkeys(chain.from_iterable(self.mentions.values("titles"))))


def gather(people: Sequence[Person]) -> tuple[Named, ...]:
    """Mentions grouped by name, in the order of the first mention."""
    groups: dict[str, tuple[array[int], array[int]]] = {}
    for number, (name, start) in enumerate(values_of(people, "name", "start")):
        if name not in groups:
            groups[name] = array("i"), array("i")
        numbers, starts = groups[name]
        numbers.append(number)
        starts.append(start)
    return tuple(Named(name, Picked(people, numbers), starts) for name, (numbers, starts) in groups.items())


class Cited(NamedTuple):
    """A figure of `text`."""

    figure: Figure
    text: str

    def sentence(self) -> tuple[str, int]:
        """The sentence it stands in and where that starts: found when it is drawn."""
        start, end = sentence_at(self.text, self.figure.start)
        return self.text[start:end], start
