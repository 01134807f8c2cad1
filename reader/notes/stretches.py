"""A large notes file in stretches of its list: those that stand in an earlier state of it are not read again.

A stretch is the bytes from the dash of its first entry up to that of the next stretch. What they say hangs on them
alone (see `pieces`), wherever in the file they stand now and whatever became of the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from reader.model import Note, Problem
from reader.notes import schema
from reader.notes.pieces import DASH, Said, note_of, read_pieces
from reader.notes.plain import Plain
from reader.yamlio import YamlError

#: Entries in one stretch: so many are read again when one of them changes.
LENGTH = 128
#: A file with more entries than this is no notes file that anyone wrote.
MOST = 50_000
#: So many may be laid out in another way than Reader writes them; reading those takes longer.
MOST_ODD = 300
# Bytes by which the start of a stretch is found, and how many are looked for where something has changed.
_FIRST = 64
_LOOKED_FOR = 8

#: Notes, and what is wrong with some: the number of the entry, the words.
Made = tuple[Sequence[Note], Sequence[tuple[int, str]]]


class Known(Protocol):
    """A stretch of an earlier state of a file."""

    @property
    def first(self) -> bytes:
        """The bytes that it starts with."""

    def found_in(self, data: bytes, at: int) -> Stretch | None:
        """The stretch if it stands at `at` in `data`."""


class Stretch:
    """Some entries of a file and their bytes; what they say is read when somebody asks for it."""

    __slots__ = ("_made", "_made_for", "_said", "data", "ids", "is_kept")

    def __init__(self, data: bytes, said: list[Said] | None, ids: Sequence[str]) -> None:
        self.data = data
        #: The ids of the entries; empty when they are not all given and good ones.
        self.ids = ids
        #: Whether its notes are kept for the next start.
        self.is_kept = False
        self._said = said
        self._made_for: Any = None
        self._made: Made = ((), ())

    @property
    def first(self) -> bytes:
        """The bytes that it starts with."""
        return self.data[:_FIRST]

    def found_in(self, data: bytes, at: int) -> Stretch | None:
        """Itself, if it stands at `at` in `data`."""
        return self if data.startswith(self.data, at) else None

    @property
    def pieces(self) -> list[str]:
        """The pieces of its entries."""
        return [*map(bytes.decode, self.data[2:-1].split(DASH))]

    @property
    def said(self) -> list[Said]:
        """What its entries say."""
        if self._said is None:
            self._said = read_pieces(self.pieces)
            if self._said is None:  # they were read once, or nobody would know their notes
                raise YamlError(Problem("", 0, "cannot be read any more"))
        return self._said

    def notes(self, file: str, colors: Sequence[str]) -> Made:
        """The notes of a stretch whose ids are good."""
        if self._made_for != (file, colors):
            notes, flaws = [], []
            for number, (said, note_id) in enumerate(zip(self.said, self.ids)):
                note, wrong = note_of(said, file, note_id, colors)
                notes.append(note)
                if wrong:
                    flaws.append((number, "; ".join(wrong)))
            self.take(file, colors, (notes, flaws))
        return self._made

    def take(self, file: str, colors: Sequence[str], made: Made) -> None:
        """Take over its notes, as somebody has kept them."""
        self._made_for, self._made = (file, colors), made


def read_stretches(data: bytes, at: int, known: Sequence[Known]) -> list[Stretch] | None:
    """The stretches of the list that starts at `at`, with those of `known` that are in it; None when it must be read as
    a whole."""
    made: list[Stretch] = []
    odd = number = 0
    while at < len(data):
        taken = known[number].found_in(data, at) if number < len(known) else None
        end = at + len(taken.data) if taken else at
        if taken is not None and (end == len(data) or data.startswith(DASH[1:], end)):
            made.append(taken)
            number += 1
        else:
            number, end = _next_known(data, at, known, number)
            new = _read(data[at:end])
            if new is None:
                return None
            made += new
            odd += sum(not isinstance(said, Plain) for stretch in new for said in stretch.said)
            if odd > MOST_ODD:
                return None
        at = end
    return made


def _next_known(data: bytes, at: int, known: Sequence[Known], number: int) -> tuple[int, int]:
    """The number of the next stretch of `known` that stands behind `at`, and where; the end when it takes long to
    find one."""
    for other in range(number, min(number + _LOOKED_FOR, len(known))):
        place = data.find(b"\n" + known[other].first, at) + 1
        if place and known[other].found_in(data, place):
            return other, place
    return len(known), len(data)


def _read(part: bytes) -> list[Stretch] | None:
    """The stretches of a part of a list, read from its pieces."""
    pieces = part[2:-1].split(DASH, MOST)
    if len(pieces) > MOST or not part.startswith(DASH[1:]):
        return None
    made = []
    for first in range(0, len(pieces), LENGTH):
        some = pieces[first : first + LENGTH]
        try:
            said = read_pieces(map(bytes.decode, some))
        except UnicodeDecodeError:
            return None
        if said is None:
            return None
        given: list[Any] = [each.id if isinstance(each, Plain) else each.get("id") for each in said]
        ids = given if all(map(schema.is_id, given)) else []
        made.append(Stretch(b"".join((DASH[1:], DASH.join(some), b"\n")), said, ids))
    return made
