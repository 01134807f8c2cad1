"""Changes of a large file that is known to be sound, made on the pieces they are about and on nothing else.

Sound means: these very bytes have been read by pieces by this process, or were read back by the one that wrote them,
which left their sha256 in the journal. The piece that holds an entry is then a small notes file of its own: the
change is made on that with all the care of `rewrite`, and the new lines stand where the old ones stood. New entries
are read by themselves and put at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.notes.merge import Operation, outcome
from reader.notes.pieces import DASH, fields_of, first_dash
from reader.notes.reading import Snapshot, text_of
from reader.notes.rewrite import apply
from reader.notes.schema import render_entry
from reader.notes.sheet import Entry, Layout, Sheet, parse_sheet
from reader.yamlio import YamlError, parse_yaml

_DIGEST = re.compile(rb"(?<=\n  sha256: )[0-9a-f]{64}(?=\n)")
_ID = re.compile(rb"^(?:- |  )id: ([^\n]+)\n", re.MULTILINE)
# From so many edits on the file is put together once.
_MANY = 8
# A block scalar to which blank lines after it belong.
_KEEPS = re.compile(rb"[|>][1-9]?\+")


@dataclass(slots=True)
class Draft:
    """A change that is ready to be written: what was found, what is to be there, the steps as they were made, and
    the sheets of both if known."""

    found: Snapshot
    data: bytes
    done: list[Operation]
    sheet: Sheet | None
    made: Sheet | None


def change(
    found: Snapshot,
    sheet: Sheet | None,
    operations: Sequence[Operation],
    layout: Layout,
    source: Mapping[str, str] | None,
) -> Draft | None:
    """The sound file `found` with `operations` made on it; None when that takes a closer look. `sheet` is the file
    as read, if it has been."""
    ids = [operation.id for operation in operations]
    if len(set(ids)) < len(ids):
        return None
    data = found.data
    done: list[Operation] = []
    try:
        rest = operations
        if len(operations) > _MANY and all(operation.kind == "edit" for operation in operations):
            edited = _edit_many(data, operations, layout)
            if edited is None:
                return None
            (data, done), rest = edited, ()
        for operation in rest:
            if operation.kind != "add":
                changed = _change_one(data, operation, layout)
                if changed is None:
                    return None
                data, steps = changed
                done += steps
        new = [operation for operation in operations if operation.kind == "add"]
        if new:
            own = _read_new(data, new, layout, sheet)
            if own is None:
                return None
            block = own.text[len(_head(layout)) :]
            data = _with_fingerprint(b"".join((data, b"\n", block.encode("utf-8"))), layout, source)
            done += new
    except YamlError:
        return None
    if sheet is None:
        return Draft(found, data, done, None, None)
    made = _read_back(sheet, data, done)
    return Draft(found, data, done, sheet, made) if made is not None else None


def _read_back(sheet: Sheet, data: bytes, done: Sequence[Operation]) -> Sheet | None:
    """The sheet of the new bytes, by that of the old ones; None when it does not have the wanted entries. The
    stretches that both have say the same in both."""
    made = parse_sheet(data, sheet.name, sheet.layout, sheet)
    if made.stretches is None or sheet.stretches is None:
        return None
    common = set[int]()
    if made.is_sound and sheet.is_sound:
        common = set(map(id, made.stretches)) & set(map(id, sheet.stretches))
    held = {entry.id: entry for entry in _entries(sheet, common)}
    wanted = {entry.id: entry.said for entry in held.values()}
    for step in done:
        wanted.update(outcome([held[step.id]] if step.id in held else [], step))
        if step.kind == "remove":
            wanted.pop(step.id, None)
    found = {entry.id: entry.said for entry in _entries(made, common)}
    if found.keys() != wanted.keys():
        return None
    same = all(
        said is wanted[key] or fields_of(said) == fields_of(wanted[key]) for key, said in found.items()
    )
    return made if same else None


def _entries(sheet: Sheet, common: set[int]) -> Iterable[Entry]:
    """The entries of a file, without those of its stretches that are `common`."""
    if not common:
        return sheet.entries
    stretches = [stretch for stretch in sheet.stretches or () if id(stretch) not in common]
    return [Entry(key, said, 0) for part in stretches for key, said in zip(part.ids, part.said)]


def entry_in(data: bytes, entry_id: str, layout: Layout) -> tuple[Entry, str] | None:
    """One entry of a sound file, read from its piece alone, and the source file that its head names; None when it
    takes a closer look to find it. Raises: YamlError."""
    found = _find(data, entry_id, layout)
    if found is None:
        return None
    head = parse_sheet(data[: data.find(DASH) + 1].decode("utf-8"), "", layout)
    return found[2].entries[0], head.file


def _find(data: bytes, entry_id: str, layout: Layout) -> tuple[int, int, Sheet] | None:
    """Where the piece with an entry starts and ends, and the piece as a file of its own. Raises: YamlError."""
    line = f"id: {entry_id}\n".encode()
    at = data.find(line)
    if at < 4 or data.find(line, at + 1) >= 0 or data[at - 3 : at] not in (b"\n- ", b"\n  "):
        return None
    return _piece_at(data, at, entry_id, layout)


def _piece_at(data: bytes, at: int, entry_id: str, layout: Layout) -> tuple[int, int, Sheet] | None:
    """The same of the piece around `at`."""
    start = data.rfind(DASH, 0, at) + 1
    end = data.find(DASH, at) + 1 or len(data)
    piece = parse_sheet(_head(layout) + data[start:end].decode("utf-8"), "", layout)
    if not start or len(piece.entries) != 1 or piece.entries[0].id != entry_id or piece.problems:
        return None
    return start, end, piece


def _head(layout: Layout) -> str:
    return f"{layout.entries}:\n\n"


def _change_one(data: bytes, operation: Operation, layout: Layout) -> tuple[bytes, list[Operation]] | None:
    """The file with one entry edited or removed, and the steps that this took."""
    found = _find(data, operation.id, layout)
    if found is None or (found[1] == len(data) and data.rfind(DASH, 0, found[0]) < 0):
        return None  # or the only one: the list would be empty
    start, end, piece = found
    changed = _piece_after(piece, operation, layout)
    if changed is None:
        return None
    new, steps = changed
    before = data[:start]
    if not new and end == len(data) and before.endswith(b"\n\n"):
        if _KEEPS.search(before, before.rfind(DASH, 0, start - 1)):
            return None
        before = before[:-1]
    return before + new + data[end:], steps


def _edit_many(
    data: bytes, operations: Sequence[Operation], layout: Layout
) -> tuple[bytes, list[Operation]] | None:
    """The file with many entries edited, put together once, and the steps that this took."""
    places = {match[1]: match.start(1) for match in _ID.finditer(data)}
    cuts: list[tuple[int, int, bytes]] = []
    done: list[Operation] = []
    for operation in operations:
        at = places.get(operation.id.encode(), -1)
        found = _piece_at(data, at, operation.id, layout) if at >= 0 else None
        changed = _piece_after(found[2], operation, layout) if found is not None else None
        if found is None or changed is None:
            return None
        cuts.append((*found[:2], changed[0]))
        done += changed[1]
    parts: list[bytes] = []
    reached = 0
    for start, end, new in sorted(cuts):
        parts += data[reached:start], new
        reached = end
    return b"".join((*parts, data[reached:])), done


def _piece_after(piece: Sheet, operation: Operation, layout: Layout) -> tuple[bytes, list[Operation]] | None:
    """What stands in the place of a piece after a change, and the steps that this took."""
    head = _head(layout)
    made, steps = apply(piece, [operation])
    if not made.text.startswith(head) or not made.text.endswith("\n"):
        return None
    new = made.text[len(head) :].encode("utf-8")
    if not made.entries:
        return (b"", steps) if not new.strip() else None  # comments that stay
    return (new, steps) if _stands_alone(made.text, layout, len(made.entries)) else None


def _stands_alone(text: str, layout: Layout, count: int) -> bool:
    """Whether each of the entries of a small file is a piece that can be put into another file."""
    data = text.encode()
    first = first_dash(data, layout.entries)
    return first > 0 and data.count(DASH, first - 1) == count


def _read_new(
    data: bytes, operations: Sequence[Operation], layout: Layout, sheet: Sheet | None
) -> Sheet | None:
    """New entries as a file of their own; None when they cannot be put behind those of `data` without more ado.
    Where the sheet of that is known, it tells later whether an id is taken."""
    if sheet is None and any(operation.id.encode() in data for operation in operations):
        return None
    if not data.endswith(b"\n") or _KEEPS.search(data, max(0, data.rfind(DASH))):
        return None
    block = "\n".join(operation.block or render_entry(operation.fields) for operation in operations)
    own = parse_sheet(_head(layout) + block, "", layout)
    wanted = [fields for step in operations for _, fields in outcome([], step)]
    if own.models() != wanted or own.problems or not _stands_alone(own.text, layout, len(operations)):
        return None
    return own


def _with_fingerprint(data: bytes, layout: Layout, source: Mapping[str, str] | None) -> bytes:
    """The bytes with the sha256 of the source in their head brought up to date, if that is safe."""
    digest = (source or {}).get("sha256", "")
    end = data.find(f"\n{layout.entries}:".encode())
    if not digest or end < 0 or end > 1 << 16:
        return data
    head = data[: end + 1]
    places = [match.start() for match in _DIGEST.finditer(head)]
    if len(places) != 1 or head[places[0] : places[0] + 64] == digest.encode():
        return data
    new = head[: places[0]] + digest.encode() + head[places[0] + 64 :]
    try:
        before, after = parse_yaml(text_of(head, ""), ""), parse_yaml(text_of(new, ""), "")
    except YamlError:
        return data
    if before is None or after is None:
        return data
    old, now = before.plain(), after.plain()
    if isinstance(old.get("source"), dict) and now == old | {"source": old["source"] | {"sha256": digest}}:
        return new + data[end + 1 :]
    return data
