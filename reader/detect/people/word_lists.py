"""The lists that the tagger and the rules look words up in."""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from typing import NamedTuple, Protocol

from reader.detect.lexicon import entries, long_list
from reader.detect.people.clusters import word_clusters


class Groups(Protocol):
    """Which words are used alike."""

    def of(self, word: str) -> tuple[str, ...]:
        """The features of a word in lower case, its wide group first; none for one of which nothing is known."""


class Lists(NamedTuple):
    """The lists that words are looked up in; training hides a part of the names."""

    given: frozenset[str]
    family: frozenset[str]
    rarer_given: Container[str]
    rarer_family: Container[str]
    towns: Container[str]
    places: frozenset[str]
    place_words: frozenset[str]
    demonyms: frozenset[str]
    bodies: frozenset[str]
    body_words: frozenset[str]
    common: frozenset[str]
    groups: Groups


@cache
def shipped_lists() -> Lists:
    """The lists in `data/`."""
    places = entries("places")
    bodies = entries("outlets") | entries("bodies")
    return Lists(
        entries("forenames"),
        entries("surnames"),
        long_list("forenames_more"),
        long_list("surnames_more"),
        long_list("towns"),
        places,
        frozenset(w for p in places for w in p.split() if len(w) > 3),
        entries("demonyms"),
        bodies,
        frozenset(w for p in bodies for w in p.split() if len(w) > 3),
        entries("common"),
        word_clusters(),
    )
