"""Org mode. Outside text cannot start a heading, keyword, drawer or link, nor a call that an export would run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count

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
from reader.text import one_line, printable

# Inline source, inline calls and macros are evaluated when a document is exported (Org manual, 16.5 and 13.5), dates
# of Lisp in the agenda (8.1), file variables when a file is opened (Emacs manual, 49.2.4.1).
_CALL = re.compile(r"\b(?:src|call)(?=_[\w-]{1,40}[\[({])|%%(?=\()|-\*(?=-)|\blocal variables(?=:)", re.I)
# What stands in a news text is no emphasis, subscript, TeX, footnote or time stamp (Org manual, 13.2).
_OPTIONS = "#+OPTIONS: *:nil ^:nil -:nil f:nil tex:nil <:nil"
_KEYWORD = re.compile(r"(?:TODO|DONE|COMMENT)(?: |$)")
_UNBRACKETED = str.maketrans("[]", "()")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_TAG = re.compile(r"[^\w@#%]+")


def escape(text: str) -> str:
    """One line of outside text: a comma before what Org takes for structure, links and calls broken."""
    line = one_line(text).replace("[[", "[ [").replace("{{{", "{ {{")
    line = _CALL.sub(r"\g<0> ", line)
    return "," + line if line.startswith(("*", "#", ":", ",*", ",#")) else line


def _lines(text: str) -> Iterator[str]:
    for line in printable(text).strip().split("\n"):
        yield escape(line)


def _title(text: str) -> str:
    """Outside text as a heading: no keyword, no trailing tags, no markup of its own."""
    line = escape(text)
    if _KEYWORD.match(line):
        line = "," + line
    return line + " ." if line.endswith(":") and ":" in line[:-1] else line


def _stamp(created: str) -> str:
    """A date as an inactive time stamp (Org manual, 8.1), in UTC; "" for what is no date."""
    try:
        moment = datetime.fromisoformat(created)
        moment = moment.astimezone(UTC) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return ""
    time = f" {moment:%H:%M}" if len(created) > len("2024-03-05") else ""
    return f"[{moment.date()} {_DAYS[moment.weekday()]}{time}]"


def render(material: Material) -> str:
    """The material as an Org document."""
    return "\n".join(_document(material)).rstrip() + "\n"


def _document(material: Material) -> Iterator[str]:
    yield from (f"#+TITLE: {escape(material.title)}", _OPTIONS, "")
    names = note_names(material)
    numbers = count(1)
    for entry in material.entries:
        yield from _article(entry, material, names, numbers)
    if material.people:
        yield "* People"
        for person in material.people:
            yield f"- {escape(person.name)} :: {escape(person_facts(person))}"
        yield ""
    if material.figures:
        yield from ("* Figures", f"| {' | '.join(FIGURE_HEADS)} |", "|-")
        for row in material.figures:
            yield (
                "| " + " | ".join(escape(cell).replace("|", "\\vert{}") for cell in figure_cells(row)) + " |"
            )
        yield ""
    if material.passages:
        yield "* Passages"
        for hit in material.sentences:
            yield from ("#+begin_quote", *_lines(hit.passage.sentence), "#+end_quote")
            yield from (escape(whence(hit)), "")


def _article(entry: Entry, material: Material, names: NoteNames, numbers: Iterator[int]) -> Iterator[str]:
    yield f"* {_title(heading(entry.article))}"
    line = imprint(entry.article)
    if line:
        yield escape(line)
    if entry.url:
        yield escape(entry.url)
    if entry.tags:
        yield "Tags: " + escape(", ".join(entry.tags))
    yield ""
    for number, located in enumerate(entry.notes, 1):
        yield from _note(number, located, material, names, next(numbers))


def _note(number: int, located: Located, material: Material, names: NoteNames, place: int) -> Iterator[str]:
    """A note, the `number`-th of its article and in the `place` of the document by which others link to it."""
    note = located.note
    tags = [_TAG.sub("_", tag) for tag in note.tags]
    category = material.category(note.category)
    name = f"Note {number}" + (f", {one_line(category)}" if category else "")
    yield f"** {_title(name)}" + (f" :{':'.join(tags)}:" if tags else "")
    yield from (":PROPERTIES:", f":CUSTOM_ID: note-{place}")
    if stamp := _stamp(note.created):
        yield f":CREATED: {stamp}"
    yield ":END:"
    if note.anchor.exact:
        yield from ("#+begin_quote", *_lines(note.anchor.exact), "#+end_quote")
    if note.body:
        yield from _lines(note.body)
    for name in note.people:
        yield f"- {escape(name)}"
    for link in note.links:
        if link in names:
            other, said = names[link]
            yield f"- see [[#note-{other}][{escape(said).translate(_UNBRACKETED)}]]"
        else:
            yield f"- see {escape(elsewhere(link))}"
    if where := whereabouts(located):
        yield f"{where.capitalize()}."
    yield ""
