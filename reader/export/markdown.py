"""Markdown (CommonMark with the tables of GitHub). Text from outside is escaped, so it can never be markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.export.material import Entry, Material, heading, imprint
from reader.export.wording import (
    FIGURE_HEADS,
    NoteNames,
    elsewhere,
    figure_cells,
    note_names,
    person_facts,
    whence,
    whereabouts,
)
from reader.model import Located
from reader.notes.tags import unwritten
from reader.text import one_line, printable

_MARKUP = re.compile(r"[\\`*_\[\]<>#|~!&]")
# A list, a rule or an underlined heading would start here.
_AT_START = re.compile(r"^(?:([-+=])|(\d{1,9})([.)])(?=\s|$))")

# What of an escaped line Obsidian and others read as a tag; none that could begin or end emphasis.
_WRITTEN_TAG = re.compile(r"(?:^|(?<=\s))\\#[^\W_](?:(?:\w|\\_|[/-])*[^\W_])?(?=\s|[.,;:!?)]|$)")


def escape(text: str) -> str:
    """One line of outside text as Markdown that reads as that text."""
    line = _MARKUP.sub(r"\\\g<0>", one_line(text))
    return _AT_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", line)


def _tag(tag: str) -> str:
    line = escape("#" + tag)
    return line.replace("\\", "") if _WRITTEN_TAG.fullmatch(line) else line


def _with_tags(line: str) -> str:
    """An escaped line of the reader's own in which `#tag` is one for notes programs; in Markdown it is plain text."""
    return _WRITTEN_TAG.sub(lambda m: m[0].replace("\\", ""), line)


def _lines(text: str, before: str = "") -> Iterator[str]:
    """Outside text of several lines, none indented, each with `before` in front."""
    for line in printable(text).strip().split("\n"):
        yield (before + escape(line)).rstrip()


def _broken(lines: Iterable[str]) -> Iterator[str]:
    """Lines that stay lines: one that another follows ends in a hard break (CommonMark 6.7)."""
    last = ""
    for number, line in enumerate(lines):
        if number:
            yield last + "\\" if last and line else last
        last = line
    yield last


def render(material: Material) -> str:
    """The material as a Markdown document."""
    return "\n".join(_document(material)).rstrip() + "\n"


def _document(material: Material) -> Iterator[str]:
    yield f"# {escape(material.title)}"
    yield ""
    names = note_names(material)
    for entry in material.entries:
        yield from _article(entry, material, names)
    if material.people:
        yield from ("## People", "")
        for person in material.people:
            yield f"- **{escape(person.name)}**: {escape(person_facts(person))}"
        yield ""
    if material.figures:
        yield from ("## Figures", "", f"| {' | '.join(FIGURE_HEADS)} |", "|---" * len(FIGURE_HEADS) + "|")
        for row in material.figures:
            yield "| " + " | ".join(map(escape, figure_cells(row))) + " |"
        yield ""
    if material.passages:
        yield from ("## Passages", "")
        for hit in material.sentences:
            yield from _lines(hit.passage.sentence, "> ")
            yield from (">", f"> {escape(whence(hit))}", "")


def _article(entry: Entry, material: Material, names: NoteNames) -> Iterator[str]:
    yield from (f"## {escape(heading(entry.article))}", "")
    line = imprint(entry.article)
    if line:
        yield from (escape(line), "")
    if entry.url:
        yield from (f"<{one_line(entry.url)}>", "")
    if entry.tags:
        yield from ("Tags: " + ", ".join(map(_tag, entry.tags)), "")
    for located in entry.notes:
        yield from _note(located, material, names)


def _note(located: Located, material: Material, names: NoteNames) -> Iterator[str]:
    note = located.note
    if note.anchor.exact:
        yield from _lines(note.anchor.exact, "> ")
        yield ""
    if note.body:
        yield from _broken(map(_with_tags, _lines(note.body)))
        yield ""
    facts = []
    if note.category:
        facts.append(escape(material.category(note.category)))
    facts += [escape(name) for name in note.people]
    for link in note.links:
        facts.append(f"see “{escape(names[link][1])}”" if link in names else f"see {escape(elsewhere(link))}")
    if where := whereabouts(located):
        facts.append(where)
    said = ["*" + " · ".join(facts) + "*"] if facts else []
    said += map(_tag, unwritten(note.tags, note.body))
    if said:
        yield from (" · ".join(said), "")
