"""A notes file cut at the dashes of its list, so that a large one is read and changed piece by piece.

Only a file that is laid out as Reader lays it out is cut: its list stands last, in block style, with the dashes in
the first column. There a piece that can be read by itself means the same by itself and among the others: whatever
it opens it also closes, and what is indented belongs to the dash above it. Anything else is left to the reader of
events, which sees the file as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reader.model import Note
from reader.notes import schema
from reader.notes.plain import Plain
from reader.notes.schema import Fields
from reader.yamlio import YamlError, parse_yaml

#: Smaller files are read as fast in one go.
LARGE = 1 << 15
#: What stands between two pieces.
DASH = b"\n- "
#: What an entry says: its fields, or the values of which they can be made.
Said = Fields | Plain

# Line breaks and marks that YAML knows and a cut at "\n- " does not.
_ELSEWHERE = re.compile("[\r\0\x85\u2028\u2029\ufeff]|(?:^|\n)(?:---|\\.\\.\\.|%)")


def first_dash(data: bytes, entries: str) -> int:
    """Where the list of a file starts that is the value of the key `entries`; -1 when it is not laid out to be cut.

    Whether each piece can be read by itself is for the caller to find out.
    """
    key = 0 if data.startswith(f"{entries}:".encode()) else data.find(f"\n{entries}:".encode())
    first = data.find(DASH, max(0, key)) + 1
    return first if key >= 0 and first and data.endswith(b"\n") else -1


def has_other_breaks(text: str) -> bool:
    """Whether a text has line breaks or marks of documents, so that what follows it may not be what it seems."""
    return _ELSEWHERE.search(text) is not None


def fields_of(said: Said) -> Fields:
    """What an entry says, key by key."""
    return said.fields() if isinstance(said, Plain) else said


def note_of(said: Said, file: str, note_id: str, colors: Sequence[str]) -> tuple[Note, list[str]]:
    """The note that an entry means, and what is wrong with it in words."""
    if isinstance(said, Plain):
        return said.note(file, note_id, colors)
    return schema.to_note(said, file, note_id, colors)


def read_pieces(items: Iterable[str]) -> list[Said] | None:
    """What the pieces say, each read by itself; None when one cannot be, or is no mapping."""
    made: list[Said] = []
    for item in items:
        said = Plain.read(item) or _read_odd(item)
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
