"""New entries at the end of a large file that is known to be sound, without parsing all of it again.

Sound means: these very bytes have been parsed by this process, or were read back by the one that wrote them and
left their sha256 in the journal. Then lines that start with a dash in the first column, after a list whose dashes
stand there, can only be further items of it. The new lines themselves are parsed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reader.notes import splice
from reader.notes.merge import Operation
from reader.notes.reading import Snapshot, text_of
from reader.notes.schema import render_entry
from reader.notes.sheet import Layout, Sheet, parse_sheet
from reader.yamlio import Node, YamlError, parse_yaml

_DIGEST = re.compile(rb"(?<=\n  sha256: )[0-9a-f]{64}(?=\n)")


@dataclass(slots=True)
class Draft:
    """A change that is ready to be written: what was found, what is to be there, and the sheets of both if known."""

    found: Snapshot
    data: bytes
    sheet: Sheet | None
    made: Sheet | None


def has_open_end(sheet: Sheet) -> bool:
    """Whether lines put at the end of the text are further entries of its list."""
    items, root = sheet.items, sheet.root
    if items is None or root is None or root.style or items.style or not isinstance(items.value, list):
        return False
    if not items.value or sheet.readonly or not isinstance(root.value, dict) or not sheet.text.endswith("\n"):
        return False
    if "\r" in sheet.text or "\x85" in sheet.text or "\u2028" in sheet.text or "\u2029" in sheet.text:
        return False
    last = items.value[-1]
    return (
        items.column == 0
        and last.column == 2
        and all(node.key_line <= items.key_line for node in root.value.values())
        and last.end_line == sheet.text.count("\n")
        and not splice.keeps_blanks(last)
    )


def append(
    found: Snapshot,
    sheet: Sheet | None,
    operations: Sequence[Operation],
    layout: Layout,
    source: Mapping[str, str] | None,
) -> Draft | None:
    """The file with new entries at its end; None when that cannot be done without a closer look."""
    block = "\n" + "\n".join(operation.block or render_entry(operation.fields) for operation in operations)
    if any(f"id: {operation.id}".encode() in found.data for operation in operations):
        return None
    try:
        own = parse_sheet(f"{layout.entries}:\n{block}", "", layout)
    except YamlError:
        return None
    if [entry.fields for entry in own.entries] != [_model(operation.fields) for operation in operations]:
        return None
    if own.items is None or own.items.column or own.problems or not has_open_end(own):
        return None
    data = _with_fingerprint(found.data, layout, source) + block.encode("utf-8")
    made = _joined(sheet, own, data) if sheet is not None else None
    return Draft(found, data, sheet, made)


def _model(fields: Mapping[str, object]) -> dict[str, object]:
    return dict(fields)


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


def _joined(sheet: Sheet, own: Sheet, data: bytes) -> Sheet:
    """The sheet of the whole text, from that of the old text and that of the new lines."""
    assert sheet.items is not None and isinstance(sheet.items.value, list) and sheet.root is not None
    assert own.items is not None and isinstance(own.items.value, list)
    shift = sheet.text.count("\n") - 1
    for node in own.items.value:
        _shift(node, shift)
    end = own.items.value[-1].end_line
    items = replace(sheet.items, value=[*sheet.items.value, *own.items.value], end_line=end)
    assert isinstance(sheet.root.value, dict)
    root = replace(sheet.root, value=sheet.root.value | {sheet.layout.entries: items}, end_line=end)
    source = sheet.source
    text = data.decode("utf-8")
    if "sha256" in source:
        found = _DIGEST.search(data, 0, 1 << 16)
        source = dict(source) | ({"sha256": found[0].decode()} if found else {})
    entries = [*sheet.entries, *own.entries]
    return replace(sheet, text=text, items=items, root=root, entries=entries, source=source)


def _shift(node: Node, lines: int) -> None:
    node.line += lines
    node.end_line += lines
    if node.key_line:
        node.key_line += lines
    children = node.value.values() if isinstance(node.value, dict) else node.value
    if not isinstance(children, str):
        for child in children:
            _shift(child, lines)
