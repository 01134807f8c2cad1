"""Everyone in a large library, kept with the index: to gather a hundred thousand people takes the better part of a
second, to read them a tenth of that."""

from __future__ import annotations

import json
import marshal
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING
from zlib import crc32

from reader.library.index.reading import Reader
from reader.library.index.writing import Writer
from reader.library.query.tree import EVERYTHING
from reader.model import Correction

if TYPE_CHECKING:
    from reader.library.people.entries import FamilyRow

_MANY = 5_000  # people from which it pays
_PAUSE = 300  # seconds after which they are kept anew: not with each file that comes in
_FORMAT = 4  # of `marshal`, which every Python knows
_SHAPE = 1  # of a `FamilyRow`: another number when it or its order becomes another one


def everyone(index: Reader, corrections: Iterable[Correction]) -> list[FamilyRow] | None:
    """The persons of all articles as they were kept, None where others have been found or decided on since."""
    stamp, checksum, _ = _kept(index)
    if stamp != _stamp(index, corrections):
        return None
    packed = index.recall("people")
    if packed is None or crc32(packed) != checksum:  # damaged, which `marshal` does not bear
        return None
    people: list[FamilyRow] = marshal.loads(packed)
    return people


def keep_everyone(index: Reader, writer: Writer, corrections: tuple[Correction, ...]) -> None:
    """Keep the persons of all articles where there are many, and those kept are not the ones of today."""
    stamp, _, kept_at = _kept(index)
    now = _stamp(index, corrections)
    if stamp == now or abs(time.time() - kept_at) < _PAUSE or not index.has_more_persons(_MANY):
        return
    from reader.library.people.entries import Families, gather, spellings  # most scans find nobody new

    rows = index.persons(EVERYTHING, lambda _: ())
    packed = marshal.dumps(gather(rows, Families(corrections), spellings(index)), _FORMAT)
    if _stamp(index, corrections) == now:  # else another instance has found more meanwhile
        writer.remember("people", packed)
        writer.remember("people of", json.dumps([now, crc32(packed), time.time()]))


def _kept(index: Reader) -> tuple[str, int, float]:
    """What the persons that are kept hang on, their checksum, and when they were kept."""
    told = index.recall("people of")
    stamp, checksum, at = json.loads(told) if told else ("", 0, 0.0)
    return stamp, checksum, at


def _stamp(index: Reader, corrections: Iterable[Correction]) -> str:
    """What the persons of all articles hang on: what is found in these, and which names are said to be the same."""
    said = [
        (c.action, c.text, c.target)
        for c in corrections
        if c.action in ("same", "different") and not c.article
    ]
    return f"{_SHAPE} {index.marks_generation} {crc32(repr(said).encode('utf-8', 'surrogatepass'))}"
