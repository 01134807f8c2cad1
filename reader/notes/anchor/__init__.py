"""Anchors: describe a passage so that it is found again, and find it."""

from reader.notes.anchor.ground import Ground
from reader.notes.anchor.making import describe
from reader.notes.anchor.placing import Placer, carried, place, place_scored, resolve_all
from reader.notes.anchor.quotes import find_quote
from reader.notes.anchor.resolve import resolve

__all__ = [
    "Ground",
    "Placer",
    "carried",
    "describe",
    "find_quote",
    "place",
    "place_scored",
    "resolve",
    "resolve_all",
]
