"""A notes file as it was read: its text, its entries with the lines they stand on, and what is odd in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from reader.model import Problem
from reader.notes.pieces import LARGE, Said, fields_of, first_dash, has_other_breaks
from reader.notes.plain import Plain
from reader.notes.reading import text_of
from reader.notes.schema import VERSION, Fields, derived_id, is_id, seed_of
from reader.notes.stretches import Known, Stretch, read_stretches
from reader.paths import CORRECTIONS_FILE
from reader.yamlio import Node, YamlError, parse_yaml

# Entries that are no notes are named one by one up to here.
_MOST_ODD = 5
_ODD = "this entry is not a note; it is left as it is"


@dataclass(frozen=True, slots=True)
class Layout:
    """The names of the two keys that make a kind of file: its version and its list of entries."""

    version: str
    entries: str


NOTES = Layout("reader-notes", "notes")
CORRECTIONS = Layout("reader-corrections", "corrections")


def layout_of(name: str) -> Layout:
    """The layout of a file in a notes folder, by its name or path."""
    return CORRECTIONS if Path(name).name == CORRECTIONS_FILE else NOTES


@dataclass(slots=True)
class Entry:
    """One entry: its id (given, or derived for an entry without), what it says, the line it starts on, from 1."""

    id: str
    said: Said
    line: int
    given: bool = True
    #: What the owner of the file made of what it says, kept as long as that does not change.
    made: Any = None

    @property
    def fields(self) -> Fields:
        """What it says, key by key."""
        return fields_of(self.said)


class Sheet:
    """The text of a notes file as it was read. Of a large one laid out as Reader writes it there are the `stretches`
    and what stands above them; its entries and nodes are made when somebody asks for them."""

    def __init__(
        self, name: str, text: str, layout: Layout = NOTES, stretches: Sequence[Stretch] | None = None
    ) -> None:
        self.name = name
        self.layout = layout
        self.source: Mapping[str, Any] = {}
        #: What the file says beside its version and its list.
        self.others: Mapping[str, Any] = {}
        self.problems: list[Problem] = []
        self.readonly = False
        #: None of a file that is read as a whole.
        self.stretches = stretches
        #: Whether it has stretches, and the entries in them all have ids of their own.
        self.is_sound = False
        self._head = text
        self._text = text if stretches is None else None
        self._entries: list[Entry] | None = None if stretches is not None else []
        self._root: Node | None = None
        self._nodes: list[Node] | None = None

    @property
    def text(self) -> str:
        """All of it; put together when its stretches are all there is."""
        if self._text is None:
            self._text = self._head + b"".join(part.data for part in self.stretches or ()).decode()
        return self._text

    @property
    def entries(self) -> list[Entry]:
        """Its entries, in their order."""
        if self._entries is None:
            ids = chain.from_iterable(stretch.ids for stretch in self.stretches or ())
            self._entries = [Entry(key, said, line) for key, (said, line) in zip(ids, self.rows())]
        return self._entries

    def rows(self) -> Iterator[tuple[Said, int]]:
        """What each entry of the stretches says, and its line."""
        line = self._head.count("\n") + 1
        for stretch in self.stretches or ():
            for said, piece in zip(stretch.said, stretch.pieces):
                yield said, line
                line += piece.count("\n") + 1

    @property
    def root(self) -> Node | None:
        """The node of the whole file, None when it says nothing."""
        if self.stretches is not None and self._root is None:
            self._root = parse_yaml(self.text, self.name)
        return self._root

    @property
    def is_empty(self) -> bool:
        """Whether the file says nothing at all."""
        return self.stretches is None and self._root is None

    @property
    def items(self) -> Node | None:
        """The node of the list, None when there is no list yet."""
        root = self.root
        return root.value.get(self.layout.entries) if root and isinstance(root.value, dict) else None

    def node(self, entry: Entry) -> Node:
        """The node of an entry of this sheet."""
        if self._nodes is None:
            items = self.items
            nodes = items.value if items is not None and isinstance(items.value, list) else []
            self._nodes = [node for node in nodes if isinstance(node.value, dict)]
        return next(node for here, node in zip(self.entries, self._nodes) if here.id == entry.id)

    def find(self, entry_id: str) -> Entry | None:
        """The entry with that id."""
        if not self.is_sound:
            return next((entry for entry in self.entries if entry.id == entry_id), None)
        word = entry_id.encode("utf-8", "replace")
        for stretch in self.stretches or ():
            if word in stretch.data and entry_id in stretch.ids:
                number = stretch.ids.index(entry_id)
                return Entry(entry_id, stretch.said[number], self.line_of(stretch, number))
        return None

    def line_of(self, stretch: Stretch, number: int) -> int:
        """The line of an entry of a stretch."""
        line = self._head.count("\n") + 1
        for other in self.stretches or ():
            if other is stretch:
                break
            line += other.data.count(b"\n")
        return line + sum(piece.count("\n") + 1 for piece in stretch.pieces[:number])

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


def parse_sheet(
    text: str | bytes,
    name: str,
    layout: Layout = NOTES,
    like: Sheet | None = None,
    kept: Sequence[Known] = (),
) -> Sheet:
    """Read the text of a notes file; `name` stands in messages. Of a large file the stretches that stand in `like`,
    an earlier state of it, or in `kept` are not read again.

    Entries that are no mappings stay in the file and are mentioned. A newer version makes it read-only.
    Raises: YamlError when the text as a whole cannot be a notes file, or its bytes are no text.
    """
    if len(text) >= LARGE:
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        in_stretches = _read_in_stretches(data, name, layout, like, kept)
        if in_stretches is not None:
            return in_stretches
    if isinstance(text, bytes):
        text = text_of(text, name)
    sheet = Sheet(name, text, layout)
    root = sheet._root = parse_yaml(text, name)
    if root is None:
        return sheet
    if not isinstance(root.value, dict):
        raise YamlError(Problem(name, root.line, f"expected `{layout.entries}:` with a list of entries"))
    _read_head(sheet, root.value)
    items = root.value.get(layout.entries)
    if items is None:
        text = f"has no list `{layout.entries}:`; nothing in it is read"
        sheet.problems.append(Problem(name, root.line, text))
    if items is None or items.null:
        return sheet
    if not isinstance(items.value, list):
        raise YamlError(Problem(name, items.line, f"`{layout.entries}` must be a list of entries (- …)"))
    _read_entries(sheet, ((n.plain() if isinstance(n.value, dict) else None, n.line) for n in items.value))
    return sheet


def _read_in_stretches(
    data: bytes, name: str, layout: Layout, like: Sheet | None = None, kept: Sequence[Known] = ()
) -> Sheet | None:
    """The sheet of a file by its stretches; None when it is not laid out for that."""
    first = first_dash(data, layout.entries)
    try:
        head = data[: max(0, first)].decode()
        root = parse_yaml(head, name) if head and not has_other_breaks(head) else None
    except (UnicodeDecodeError, YamlError):
        return None
    if root is None or not isinstance(root.value, dict) or root.style or root.column:
        return None
    last, node = list(root.value.items())[-1]
    if last != layout.entries or not node.null or node.end_column > node.column:
        return None
    stretches = read_stretches(data, first, like.stretches or () if like is not None else kept)
    if stretches is None:
        return None
    sheet = Sheet(name, head, layout, stretches)
    _read_head(sheet, root.value)
    ids = [*chain.from_iterable(stretch.ids for stretch in stretches)]
    sheet.is_sound = len(set(ids)) == len(ids) and all(stretch.ids for stretch in stretches)
    if not sheet.is_sound:
        rows = [*sheet.rows()]
        sheet._entries = []
        _read_entries(sheet, rows)
        same = {id(entry.said): entry.made for entry in like._entries or ()} if like is not None else {}
        for entry in sheet.entries:
            entry.made = same.get(id(entry.said))
    return sheet


def _read_head(sheet: Sheet, values: Mapping[str, Node]) -> None:
    _check_version(sheet, values.get(sheet.layout.version))
    skip = (sheet.layout.version, sheet.layout.entries)
    sheet.others = {key: node.plain() for key, node in values.items() if key not in skip}
    source = sheet.others.get("source")
    if isinstance(source, dict):
        sheet.source = source


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


def _read_entries(sheet: Sheet, rows: Iterable[tuple[Said | None, int]]) -> None:
    """Make the entries from what each item of the list says (None: it is no mapping) and its line."""
    seen: set[str] = set()
    odd: list[int] = []
    times: dict[str, int] = {}
    flaws: list[Problem] = []
    for said, line in rows:
        if said is None:
            odd.append(line)
            continue
        given = said.id if isinstance(said, Plain) else said.get("id")
        if isinstance(given, str) and is_id(given):
            if given not in seen:
                seen.add(given)
                sheet.entries.append(Entry(given, said, line))
                continue
            text = f"the id {given} stands twice; the second note gets a new one at its next change"
            flaws.append(Problem(sheet.name, line, text))
        elif given is not None:
            flaws.append(Problem(sheet.name, line, "id should be a word; a new one is given"))
        look = seed_of(fields_of(said))
        times[look] = times.get(look, 0) + 1
        entry_id = derived_id(look, times[look])
        while entry_id in seen:
            times[look] += 1
            entry_id = derived_id(look, times[look])
        seen.add(entry_id)
        sheet.entries.append(Entry(entry_id, said, line, given=False))
    _mention(sheet, [Problem(sheet.name, line, _ODD) for line in odd], "entries are not notes")
    _mention(sheet, flaws, "such ids")


def _mention(sheet: Sheet, found: list[Problem], rest: str) -> None:
    """Add the first few of many problems of one kind, and how many more there are."""
    sheet.problems += found[:_MOST_ODD]
    if len(found) > _MOST_ODD:
        text = f"and {len(found) - _MOST_ODD} more {rest}"
        sheet.problems.append(Problem(sheet.name, found[_MOST_ODD].line, text))


def title_line(file: str, layout: Layout = NOTES) -> str:
    """The comment that opens a new file."""
    from reader.text import one_line

    about = f"Notes on {one_line(file)[:200]}" if file else "Notes"
    if layout is CORRECTIONS:
        about = "Corrections of people, figures, hidden lines and articles"
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
