"""A notes file as it was read: its text, its entries with the lines they stand on, and what is odd in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from reader.model import Problem
from reader.notes.schema import VERSION, Fields, derived_id, seed_of
from reader.yamlio import Node, YamlError, parse_yaml

# Entries that are no notes are named one by one up to here.
_MOST_ODD = 5
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")


@dataclass(frozen=True, slots=True)
class Layout:
    """The names of the two keys that make a kind of file: its version and its list of entries."""

    version: str
    entries: str


NOTES = Layout("reader-notes", "notes")
CORRECTIONS = Layout("reader-corrections", "corrections")


@dataclass(slots=True)
class Entry:
    """One entry: its id (given, or derived for an entry without), its fields, its node in the text."""

    id: str
    fields: Fields
    node: Node
    given: bool = True
    #: What the owner of the file made of the fields, kept as long as they do not change.
    made: Any = None

    @property
    def line(self) -> int:
        """The line of the entry, from 1."""
        return self.node.line


@dataclass(slots=True)
class Sheet:
    """The parsed text of a notes file. `items` is the node of the list, None when there is no list yet."""

    name: str
    text: str
    layout: Layout = NOTES
    root: Node | None = None
    items: Node | None = None
    entries: list[Entry] = field(default_factory=list)
    source: Mapping[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    readonly: bool = False

    def find(self, entry_id: str) -> Entry | None:
        """The entry with that id."""
        for entry in self.entries:
            if entry.id == entry_id:
                return entry
        return None

    def by_id(self) -> dict[str, Entry]:
        """The entries by id."""
        return {entry.id: entry for entry in self.entries}

    def models(self) -> list[Fields]:
        """What the entries say, for comparing."""
        return [entry.fields for entry in self.entries]

    @property
    def file(self) -> str:
        """The source file that the notes are about, as the file itself says; may be empty."""
        name = self.source.get("file")
        return name if isinstance(name, str) else ""


def parse_sheet(text: str, name: str, layout: Layout = NOTES) -> Sheet:
    """Read the text of a notes file; `name` stands in messages.

    Entries that are no mappings stay in the file and are mentioned. A newer version makes it read-only.
    Raises: YamlError when the text as a whole cannot be a notes file.
    """
    sheet = Sheet(name, text, layout)
    root = parse_yaml(text, name)
    if root is None:
        return sheet
    if not isinstance(root.value, dict):
        raise YamlError(Problem(name, root.line, f"expected `{layout.entries}:` with a list of entries"))
    sheet.root = root
    _check_version(sheet, root.value.get(layout.version))
    source = root.value.get("source")
    if source is not None and isinstance(source.value, dict):
        sheet.source = source.plain()
    items = root.value.get(layout.entries)
    if items is None:
        return sheet
    sheet.items = items
    if items.null:
        return sheet
    if not isinstance(items.value, list):
        raise YamlError(Problem(name, items.line, f"`{layout.entries}` must be a list of entries (- …)"))
    _read_entries(sheet, items.value)
    return sheet


def _check_version(sheet: Sheet, node: Node | None) -> None:
    if node is None or node.null:
        return
    value = node.value
    if isinstance(value, str) and value.strip().isdecimal() and len(value) < 10:
        if int(value) > VERSION:
            sheet.readonly = True
            text = f"written by a newer reader (version {int(value)}); shown read-only, update to change it"
            sheet.problems.append(Problem(sheet.name, node.line, text))
        return
    sheet.problems.append(
        Problem(sheet.name, node.line, f"{sheet.layout.version} should be {VERSION}; read as {VERSION}")
    )


def _read_entries(sheet: Sheet, nodes: list[Node]) -> None:
    seen: set[str] = set()
    odd = [node.line for node in nodes if not isinstance(node.value, dict)]
    for line in odd[:_MOST_ODD]:
        text = "this entry is not a note; it is left as it is"
        sheet.problems.append(Problem(sheet.name, line, text))
    if len(odd) > _MOST_ODD:
        text = f"and {len(odd) - _MOST_ODD} more entries are not notes"
        sheet.problems.append(Problem(sheet.name, odd[_MOST_ODD], text))
    times: dict[str, int] = {}
    flaws: list[Problem] = []
    for node in nodes:
        if not isinstance(node.value, dict):
            continue
        fields = node.plain()
        given = fields.get("id")
        if isinstance(given, str) and _ID.fullmatch(given):
            if given not in seen:
                seen.add(given)
                sheet.entries.append(Entry(given, fields, node))
                continue
            text = f"the id {given} stands twice; the second note gets a new one at its next change"
            flaws.append(Problem(sheet.name, node.line, text))
        elif given is not None:
            flaws.append(Problem(sheet.name, node.line, "id should be a word; a new one is given"))
        look = seed_of(fields)
        times[look] = times.get(look, 0) + 1
        entry_id = derived_id(look, times[look])
        while entry_id in seen:
            times[look] += 1
            entry_id = derived_id(look, times[look])
        seen.add(entry_id)
        sheet.entries.append(Entry(entry_id, fields, node, given=False))
    sheet.problems += flaws[:_MOST_ODD]
    if len(flaws) > _MOST_ODD:
        more = Problem(sheet.name, flaws[_MOST_ODD].line, f"and {len(flaws) - _MOST_ODD} more such ids")
        sheet.problems.append(more)


def title_line(file: str, layout: Layout = NOTES) -> str:
    """The comment that opens a new file."""
    from reader.text import one_line

    about = f"Notes on {one_line(file)[:200]}"
    if layout is CORRECTIONS:
        about = "Corrections of people, figures and hidden lines"
    return f"# {about} — written by reader, safe to edit by hand\n"


def header(source: Mapping[str, str], layout: Layout = NOTES) -> str:
    """The text of a new file without entries, up to and including the key of its list."""
    from reader.notes.scalars import scalar, sentence

    lines = [title_line(source.get("file", ""), layout)[:-1], f"{layout.version}: {VERSION}"]
    if source:
        lines.append("source:")
        for key, value in source.items():
            shown = value if key == "sha256" else sentence(value) if key == "title" else scalar(value)
            lines.append(f"  {key}: {shown}")
    return "\n".join([*lines, "", f"{layout.entries}:", ""])


def lines_of(text: str) -> list[str]:
    """The lines of `text` as YAML counts them, with their ends; joined they are the text again."""
    return _LINE.findall(text)


_LINE = re.compile("[^\n\r\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029])|[^\n\r\x85\u2028\u2029]+")


def walk(node: Node) -> Iterator[Node]:
    """All scalar nodes below `node`, in order."""
    if isinstance(node.value, dict):
        for child in node.value.values():
            yield from walk(child)
    elif isinstance(node.value, list):
        for child in node.value:
            yield from walk(child)
    else:
        yield node
