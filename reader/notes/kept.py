"""The notes of large files as they were read, kept in the cache folder: to read ten thousand of them from their YAML
takes a tenth of a second, from here a tenth of that.

The YAML alone is true. What is kept of a stretch of it goes by the sha256 of its bytes: a stretch with any others is
read from them. To delete the folder costs time only.
"""

from __future__ import annotations

import marshal
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import repeat
from pathlib import Path
from typing import Any
from zlib import crc32

from reader.durable import replacing
from reader.model import Anchor, Note
from reader.notes.stretches import Known, Stretch

#: Bytes of a notes file from which it pays.
WORTH = 1 << 18
_FORMAT = 4  # of `marshal`, which every Python knows
_SHAPE = 1  # of what is kept: another number when what is read from the same bytes becomes another
_MOST = 8  # files
_SHARE = 8  # kept anew when one byte of so many is not
_CHECKSUM = 4  # bytes


@dataclass(frozen=True, slots=True)
class KeptStretch:
    """The notes of a stretch by columns, those of their anchors apart, and what it is known by."""

    made_for: tuple[str, Sequence[str]]
    length: int
    digest: bytes
    first: bytes
    anchors: Sequence[Sequence[Any]]
    notes: Sequence[Sequence[Any]]  # without their file and anchor

    def found_in(self, data: bytes, at: int) -> Stretch | None:
        """The stretch with its notes, if its bytes stand at `at` in `data`."""
        part = data[at : at + self.length]
        if len(part) < self.length or sha256(part).digest() != self.digest:
            return None
        anchors = map(partial(tuple.__new__, Anchor), zip(*self.anchors))
        ids, *others = self.notes
        notes = [*map(partial(tuple.__new__, Note), zip(ids, repeat(self.made_for[0]), anchors, *others))]
        made = Stretch(part, None, ids)
        made.take(*self.made_for, (notes, ()))
        made.is_kept = True
        return made


class KeptNotes:
    """What is kept in one folder for one set of colours."""

    def __init__(self, folder: Path, colors: Sequence[str]) -> None:
        self._folder = folder
        self._colors = tuple(colors)

    def stretches(self, name: str) -> Sequence[Known]:
        """Those that are kept of the notes file `name`; none if that cannot be read."""
        try:
            data = self._path(name).read_bytes()
            if int.from_bytes(data[:_CHECKSUM]) != crc32(memoryview(data)[_CHECKSUM:]):
                return ()  # damaged, which `marshal` does not bear
            stamp, file, rows = marshal.loads(memoryview(data)[_CHECKSUM:])
        except (OSError, ValueError, EOFError, TypeError):
            return ()
        made_for = file, self._colors
        return [KeptStretch(made_for, *row) for row in rows] if stamp == self._stamp else ()

    def is_due(self, stretches: Sequence[Stretch]) -> bool:
        """Whether so much of a large file is not kept that it should be."""
        total = sum(len(part.data) for part in stretches)
        return total >= WORTH and _SHARE * sum(len(p.data) for p in stretches if not p.is_kept) >= total

    def keep(self, name: str, file: str, stretches: Sequence[Stretch]) -> None:
        """Keep the notes of the file `name`, but for stretches in which something is odd."""
        rows: list[Any] = []
        for part in stretches:
            notes, flaws = part.notes(file, self._colors)
            if not flaws:
                ids, _, anchors, *others = map(list, zip(*notes))
                columns = [*map(list, zip(*anchors))]
                rows.append((len(part.data), sha256(part.data).digest(), part.first, columns, [ids, *others]))
        packed = marshal.dumps((self._stamp, file, rows), _FORMAT)
        with suppress(OSError):  # a cache only
            self._folder.mkdir(exist_ok=True)
            with replacing(self._path(name)) as stream:
                stream.write(crc32(packed).to_bytes(_CHECKSUM))
                stream.write(packed)
            for part in stretches:
                part.is_kept = True
            others_kept = sorted(self._folder.iterdir(), key=lambda path: path.stat().st_mtime)
            for path in others_kept[:-_MOST]:
                path.unlink()

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.kept"

    @property
    def _stamp(self) -> Any:
        return _SHAPE, self._colors, Note._fields, Anchor._fields
