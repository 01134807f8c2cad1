"""Change one entry of a notes file and nothing else: the lines of the change are cut out and put in.

Every function returns the new text, or None where the layout of the file does not allow a small cut; the
caller then reads the result back, and writes the file anew when it is not what was wanted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from reader.notes.schema import ORDER, Fields, render_entry, render_field
from reader.notes.sheet import Entry, Sheet, header, lines_of, title_line, walk
from reader.yamlio import Node

_COMMENT_END = re.compile(r"(?<=\s)#.*$")


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text[:2000] else "\n"


def _dash(lines: list[str], node: Node) -> tuple[int, int] | None:
    """Line index and column of the dash before an item of a block list."""
    for index in range(node.line - 1, max(-1, node.line - 12), -1):
        before = lines[index][: node.column] if index == node.line - 1 else lines[index]
        stripped = before.strip()
        if stripped == "-" or (index < node.line - 1 and stripped.startswith("- #")):
            return index, before.index("-")
        if stripped and not stripped.startswith("#"):
            return None
    return None


def _end(lines: list[str], node: Node, column: int) -> int:
    """The index after the last line of an item, with the comments that are indented like a part of it."""
    end = index = node.end_line
    while index < len(lines):
        line = lines[index]
        stripped = line.strip()
        if stripped and (not stripped.startswith("#") or len(line) - len(line.lstrip()) <= column):
            break
        index += 1
        if stripped:
            end = index
    return end


def keeps_blanks(node: Node) -> bool:
    """Whether the item ends in a block scalar to which blank lines after it would belong (`|+`)."""
    *_, last = walk(node)
    return last.style in ("|", ">") and str(last.value).endswith("\n\n")


def appended(sheet: Sheet, fields: Fields, block: str = "", source: Mapping[str, str] | None = None) -> str:
    """The text with a new entry after the last one. `block` is the entry's own text, if it is to be kept."""
    text = sheet.text
    if sheet.root is None:
        gap = "" if not text or text.endswith("\n") else "\n"
        return text + gap + header(source or {}, sheet.layout) + "\n" + (block or render_entry(fields))
    newline = _newline(text)
    items, lines = sheet.items, lines_of(text)
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += newline
    if items is None:
        return (
            "".join(lines)
            + newline
            + f"{sheet.layout.entries}:"
            + newline
            + newline
            + _own(fields, block, 0, newline)
        )
    if items.style or items.null or not items.value:
        return _first_entry(sheet, lines, fields, block, newline)
    assert isinstance(items.value, list)
    last = items.value[-1]
    dash = _dash(lines, last)
    column = dash[1] if dash else items.column
    at = _end(lines, last, column)
    gap = "" if keeps_blanks(last) else newline
    after = newline if at < len(lines) and lines[at].strip() else ""
    return "".join(lines[:at]) + gap + _own(fields, block, column, newline) + after + "".join(lines[at:])


def _own(fields: Fields, block: str, column: int, newline: str) -> str:
    made = block if block and column == 0 else render_entry(fields, column)
    return made if newline == "\n" else made.replace("\r\n", "\n").replace("\n", newline)


def _first_entry(sheet: Sheet, lines: list[str], fields: Fields, block: str, newline: str) -> str:
    """The text with the first entry under an empty `notes:` (or `notes: []`, or a list in brackets)."""
    items = sheet.items
    assert items is not None
    if isinstance(items.value, list) and items.value:  # [{…}, {…}]: written anew as a block list
        entries = [render_entry(entry.fields) for entry in sheet.entries]
        made = newline.join([*entries, _own(fields, block, 0, newline)])
        top, rest = lines[: items.key_line - 1], lines[items.end_line :]
        if comment := lines[items.end_line - 1][items.end_column :].strip():
            rest = [comment + newline, *rest]
        return "".join(top) + f"{sheet.layout.entries}:{newline}{newline}{made}" + "".join(rest)
    at = items.key_line
    key = lines[at - 1]
    if items.style or items.end_column > items.column:  # [] or ~
        key = key[: items.column].rstrip() + key[items.end_column :]
        at = max(at, items.end_line)
    after = newline if at < len(lines) and lines[at].strip() else ""
    return (
        "".join(lines[: items.key_line - 1]) + key + newline + _own(fields, block, 0, newline) + after
        + "".join(lines[at:])
    )  # fmt: skip


def removed(sheet: Sheet, entry: Entry) -> str | None:
    """The text without `entry` and the blank line after it. Comments around it stay."""
    lines = lines_of(sheet.text)
    node = sheet.node(entry)
    dash = _dash(lines, node)
    if dash is None or sheet.items is None or sheet.items.style:
        return None
    start, end = dash[0], _end(lines, node, dash[1])
    if end < len(lines) and not lines[end].strip():
        end += 1
    elif end >= len(lines) and start and not lines[start - 1].strip():
        start -= 1
    return "".join(lines[:start] + lines[end:])


def edited(sheet: Sheet, entry: Entry, changes: Mapping[str, Any]) -> str | None:
    """The text with the fields of `changes` set in `entry` (None takes a field away)."""
    node = sheet.node(entry)
    lines = lines_of(sheet.text)
    if node.style or not isinstance(node.value, dict):
        dash = _dash(lines, node)
        if dash is None:
            return None
        return _rewritten(lines, entry, node, dash, changes)
    return _edited_mapping(sheet.text, node, changes)


def _edited_mapping(text: str, node: Node, changes: Mapping[str, Any]) -> str | None:
    """The text with keys of the block mapping `node` set, or taken away where the new value is None."""
    assert isinstance(node.value, dict)
    newline, lines = _newline(text), lines_of(text)
    cuts: list[tuple[int, int, str]] = []  # first line, end line, new text
    for key, value in changes.items():
        old = node.value.get(key)
        if old is None:
            if value is not None:
                made = " " * node.column + render_field(key, value, node.column) + "\n"
                at = _place_for(key, node)
                cuts.append((at, at, made))
            continue
        cut = _cut(lines, node, key, old, value)
        if cut is None:
            return None
        cuts.append(cut)
    for start, end, made in sorted(cuts, key=lambda c: c[:2], reverse=True):
        if start and lines[start - 1 : start] and not lines[start - 1].endswith(("\n", "\r")):
            lines[start - 1] += newline
        lines[start:end] = [made if newline == "\n" else made.replace("\n", newline)]
    return "".join(lines)


def _place_for(key: str, node: Node) -> int:
    """The line index at which a new field goes: after the last one that stands before it in `ORDER`."""
    assert isinstance(node.value, dict)
    rank = ORDER.index(key) if key in ORDER else len(ORDER)
    at = 0
    for name, child in node.value.items():
        if name in ORDER and ORDER.index(name) < rank:
            at = max(at, child.end_line)
    return at or next(iter(node.value.values())).end_line


def _cut(lines: list[str], node: Node, key: str, old: Node, value: Any) -> tuple[int, int, str] | None:
    start, end = old.key_line - 1, old.end_line
    lead = lines[start][: node.column]
    if lead.strip() not in ("", "-"):
        return None
    if value is None:
        if lead.strip():  # the field behind the dash: leave the dash to the next one
            return None
        return start, end, ""
    made = lead + render_field(key, value, node.column)
    if isinstance(old.value, str) or old.style:
        # A comment after the value stays where it can.
        tail = lines[start] if old.style in ("|", ">") else lines[end - 1][old.end_column :]
        comment = _COMMENT_END.search(tail.rstrip("\r\n"))
        if comment and old.style in ("|", ">"):
            before = tail[: comment.start()].rstrip()
            comment = comment if before.rstrip("+-0123456789").endswith(old.style) else None
        if comment and (old.style in ("|", ">") or not tail[: comment.start()].strip()):
            first, _, rest = made.partition("\n")
            made = f"{first}  {comment[0]}" + (f"\n{rest}" if rest else "")
    return start, end, made + "\n"


def _rewritten(
    lines: list[str], entry: Entry, node: Node, dash: tuple[int, int], changes: Mapping[str, Any]
) -> str | None:
    """An entry in braces, written anew as a block."""
    fields = merged_fields(entry.fields, changes)
    tail = lines[node.end_line - 1][node.end_column :]
    comment = _COMMENT_END.search(tail.rstrip("\r\n"))
    made = render_entry(fields, dash[1])
    if comment:
        first, _, rest = made.partition("\n")
        made = f"{first}  {comment[0]}\n{rest}"
    return "".join(lines[: dash[0]]) + made + "".join(lines[node.end_line :])


def merged_fields(fields: Mapping[str, Any], changes: Mapping[str, Any]) -> Fields:
    """`fields` with `changes` applied; None takes a field away."""
    made = {key: value for key, value in fields.items() if changes.get(key, value) is not None}
    made.update({key: value for key, value in changes.items() if value is not None})
    return made


def entry_block(sheet: Sheet, entry: Entry) -> str:
    """The lines of `entry` as they stand, with a dash in column 0; "" when they cannot be lifted out."""
    lines = lines_of(sheet.text)
    node = sheet.node(entry)
    dash = _dash(lines, node)
    if dash is None or dash[1]:
        return ""
    block = "".join(lines[dash[0] : _end(lines, node, 0)])
    return block if block.endswith("\n") else block + "\n"


def canonical(
    sheet: Sheet, entries: list[Fields], source: Mapping[str, str], *, renew_source: bool = False
) -> str:
    """The whole file written anew: the last resort, when no cut gives what was wanted. Comments go."""
    root = sheet.root.plain() if sheet.root is not None else {}
    known = {key: value for key, value in root.items() if key not in (sheet.layout.version, "source")}
    old_source = root.get("source") if isinstance(root.get("source"), dict) else None
    about = dict(source) if renew_source or not old_source else old_source
    top = title_line(str(about.get("file") or ""), sheet.layout)[:-1]
    rows = [top, f"{sheet.layout.version}: {root.get(sheet.layout.version) or 1}"]
    if about:
        rows.append(render_field("source", about, 0))
    nodes = sheet.items.value if sheet.items is not None else []
    odd = [n.plain() for n in nodes if not isinstance(n.value, dict)] if isinstance(nodes, list) else []
    for key, value in known.items():
        if key != sheet.layout.entries:
            rows.append(render_field(key, value, 0))
    from reader.notes.scalars import anything

    made = "\n".join([*rows, "", f"{sheet.layout.entries}:", ""])
    for fields in entries:
        made += "\n" + render_entry(fields)
    for value in odd:
        made += "\n-" + (anything(value, 0) or " null") + "\n"
    return made


def with_source(sheet: Sheet, values: Mapping[str, str]) -> str:
    """The text with the keys of `values` set under `source:`, everything else as it was."""
    source = sheet.root.value.get("source") if sheet.root and isinstance(sheet.root.value, dict) else None
    if source is not None and isinstance(source.value, dict) and source.value and not source.style:
        made = _edited_mapping(sheet.text, source, values)
        if made is not None:
            return made
    if source is None and sheet.root is not None:
        lines = lines_of(sheet.text)
        at = sheet.items.key_line - 1 if sheet.items is not None else len(lines)
        return "".join([*lines[:at], render_field("source", dict(values), 0), "\n", *lines[at:]])
    about = {**{k: v for k, v in sheet.source.items() if isinstance(v, str)}, **values}
    return canonical(sheet, [entry.fields for entry in sheet.entries], about, renew_source=True)
