"""Anchors: describe a passage so that it is found again, and find it."""

from reader.notes.anchor.ground import Ground
from reader.notes.anchor.making import describe
from reader.notes.anchor.placing import Placer, carried, in_text_order, place, place_scored, resolve_all
from reader.notes.anchor.quotes import find_quote
from reader.notes.anchor.resolve import Resolution, resolve

__all__ = [
    "Ground",
    "Placer",
    "Resolution",
    "carried",
    "describe",
    "find_quote",
    "in_text_order",
    "place",
    "place_scored",
    "resolve",
    "resolve_all",
]
