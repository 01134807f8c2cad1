"""A notes file cut at the dashes of its list, so that a large one is read and changed piece by piece.

Only a file that is laid out as Reader lays it out is cut: its list stands last, in block style, with the dashes in
the first column. There a piece that can be read by itself means the same by itself and among the others: whatever
it opens it also closes, and what is indented belongs to the dash above it. Anything else is left to the reader of
events, which sees the file as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.notes.plain import Plain
from reader.notes.schema import Fields
from reader.yamlio import YamlError, parse_yaml

#: Smaller files are read as fast in one go.
LARGE = 1 << 15
#: A file with more pieces than this is no notes file that anyone wrote.
MOST_PIECES = 50_000
#: So many pieces may be laid out in another way than Reader writes them; reading those takes longer.
MOST_ODD = 300

#: What stands between two pieces.
DASH = b"\n- "
#: What an entry says: its fields, or the values of which they can be made.
Said = Fields | Plain

# Line breaks and marks that YAML knows and a cut at "\n- " does not.
_ELSEWHERE = re.compile("[\r\0\x85\u2028\u2029\ufeff]|(?:^|\n)(?:---|\\.\\.\\.|%)")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The text before the first dash, and what stands between each dash and the line break before the next."""

    head: str
    items: list[str]

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join((self.head, "- ", "\n- ".join(self.items), "\n"))

    def lines(self) -> list[int]:
        """The number of the line on which each piece starts, from 1."""
        made, line = [], self.head.count("\n") + 1
        for item in self.items:
            made.append(line)
            line += item.count("\n") + 1
        return made


def cut(data: bytes, entries: str) -> Pieces | None:
    """The pieces of a file whose list is the value of the key `entries`; None when it is not laid out so, or no UTF-8.

    Whether each piece can be read by itself is for the caller to find out.
    """
    key = 0 if data.startswith(f"{entries}:".encode()) else data.find(f"\n{entries}:".encode())
    first = data.find(DASH, max(0, key)) + 1
    if key < 0 or not first or not data.endswith(b"\n"):
        return None
    items = data[first + 2 : -1].split(DASH, MOST_PIECES)  # each is decoded by itself: most are ASCII
    try:
        return (
            Pieces(data[:first].decode(), [*map(bytes.decode, items)]) if len(items) <= MOST_PIECES else None
        )
    except UnicodeDecodeError:
        return None


def has_other_breaks(text: str) -> bool:
    """Whether a text has line breaks or marks of documents, so that what follows it may not be what it seems."""
    return _ELSEWHERE.search(text) is not None


def fields_of(said: Said) -> Fields:
    """What an entry says, key by key."""
    return said.fields() if isinstance(said, Plain) else said


def read_pieces(items: Sequence[str], known: Mapping[str, Said]) -> list[Said] | None:
    """What the pieces say, each read by itself; None when one cannot be, or is no mapping. What is in `known` is
    not read again."""
    made: list[Said] = []
    odd = 0
    for item in items:
        said: Said | None = known.get(item) if known else None
        if said is None:
            said = Plain.read(item)
        if said is None:
            odd += 1
            said = _read_odd(item) if odd <= MOST_ODD else None
            if said is None:
                return None
        made.append(said)
    return made


def _read_odd(piece: str) -> Fields | None:
    if has_other_breaks(piece):
        return None
    try:
        root = parse_yaml(f"- {piece}\n", "")
    except YamlError:
        return None
    if root is None or not isinstance(root.value, list) or len(root.value) != 1:
        return None
    fields = root.value[0].plain()
    return fields if isinstance(fields, dict) else None
