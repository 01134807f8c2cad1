"""A notes file as it was read: its text, its entries with the lines they stand on, and what is odd in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any

from reader.model import Problem
from reader.notes.pieces import LARGE, Pieces, Said, cut, fields_of, has_other_breaks, read_pieces
from reader.notes.plain import Plain
from reader.notes.reading import text_of
from reader.notes.schema import VERSION, Fields, derived_id, seed_of
from reader.paths import CORRECTIONS_FILE
from reader.yamlio import Node, YamlError, parse_yaml

# Entries that are no notes are named one by one up to here.
_MOST_ODD = 5
_ODD = "this entry is not a note; it is left as it is"
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")


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
    """The text of a notes file as it was read. A large one laid out as Reader writes it has `pieces`, and its nodes
    are made when somebody asks for one."""

    def __init__(self, name: str, text: str | Pieces, layout: Layout = NOTES) -> None:
        self.name = name
        self.layout = layout
        self.entries: list[Entry] = []
        self.source: Mapping[str, Any] = {}
        #: What the file says beside its version and its list.
        self.others: Mapping[str, Any] = {}
        self.problems: list[Problem] = []
        self.readonly = False
        self.pieces = None if isinstance(text, str) else text
        self._text = text if isinstance(text, str) else None
        self._root: Node | None = None
        self._nodes: list[Node] | None = None

    @property
    def text(self) -> str:
        """All of it; put together from its pieces when that is all there is."""
        if self._text is None:
            self._text = self.pieces.text if self.pieces is not None else ""
        return self._text

    @property
    def root(self) -> Node | None:
        """The node of the whole file, None when it says nothing."""
        if self.pieces is not None and self._root is None:
            self._root = parse_yaml(self.text, self.name)
        return self._root

    @property
    def is_empty(self) -> bool:
        """Whether the file says nothing at all."""
        return self.pieces is None and self._root is None

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
        return next(node for here, node in zip(self.entries, self._nodes) if here is entry)

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


def parse_sheet(text: str | bytes, name: str, layout: Layout = NOTES, like: Sheet | None = None) -> Sheet:
    """Read the text of a notes file; `name` stands in messages. Of a large file the pieces that stand in `like`,
    an earlier state of it, are not read again.

    Entries that are no mappings stay in the file and are mentioned. A newer version makes it read-only.
    Raises: YamlError when the text as a whole cannot be a notes file, or its bytes are no text.
    """
    if len(text) >= LARGE:
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        by_pieces = _read_by_pieces(data, name, layout, like)
        if by_pieces is not None:
            return by_pieces
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


def _read_by_pieces(data: bytes, name: str, layout: Layout, like: Sheet | None) -> Sheet | None:
    """The sheet of a file by its pieces; None when it is not laid out for that."""
    pieces = cut(data, layout.entries)
    if pieces is None or has_other_breaks(pieces.head):
        return None
    try:
        root = parse_yaml(pieces.head, name)
    except YamlError:
        return None
    if root is None or not isinstance(root.value, dict) or root.style or root.column:
        return None
    last, node = list(root.value.items())[-1]
    if last != layout.entries or not node.null or node.end_column > node.column:
        return None
    known: dict[str, Said] = {}
    same: dict[int, Any] = {}
    if like is not None and like.pieces is not None:
        known = dict(zip(like.pieces.items, map(attrgetter("said"), like.entries)))
        same = {id(entry.said): entry.made for entry in like.entries}
    read = read_pieces(pieces.items, known)
    if read is None:
        return None
    sheet = Sheet(name, pieces, layout)
    _read_head(sheet, root.value)
    _read_entries(sheet, zip(read, pieces.lines()))
    if same:
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
        if isinstance(given, str) and _ID.fullmatch(given):
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
