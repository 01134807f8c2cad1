"""One table for a spreadsheet (RFC 4180). Cells that a spreadsheet would take for a formula are defused."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from reader.export.material import Material, heading
from reader.library.records import LedgerRow
from reader.model import Located, Passage
from reader.text import printable

#: The columns, the same for every kind of row; empty where they do not apply.
COLUMNS = (
    "what", "article", "date", "source", "file", "number", "start", "end", "text", "note", "category", "tags", "people",
    "links", "kind", "value", "value_high", "unit", "approx", "subject", "sentence", "articles", "status", "id",
    "created", "modified", "url",
)  # fmt: skip
Cell = str | int | float | None
# What begins a formula; wide ones do in spreadsheets of East Asia.
_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[-+]?[\d.,]*\d")


def guard(cell: Cell) -> Cell:
    """`cell` with an apostrophe in front when a spreadsheet would run its text; numbers stay numbers, also as text."""
    if not isinstance(cell, str) or _NUMBER.fullmatch(cell):
        return cell
    # The tab and carriage return must be looked at before they are made printable.
    runs = cell.startswith(("\t", "\r")) or cell.lstrip().startswith(_SIGNS)
    return ("'" if runs else "") + printable(cell)


def table_lines(columns: Iterable[str], rows: Iterable[Iterable[Cell]], end: str = "\r\n") -> Iterator[str]:
    """The records of a CSV text one by one, every cell guarded."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=end)
    for row in chain([columns], rows):
        writer.writerow([guard(cell) for cell in row])
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def write_table(columns: Iterable[str], rows: Iterable[Iterable[Cell]]) -> str:
    """A CSV text with CRLF line ends, every cell guarded."""
    return "".join(table_lines(columns, rows))


def render(material: Material) -> str:
    """The material as CSV, one row a note, person, figure or passage; `what` tells which."""
    return write_table(COLUMNS, ([row.get(name, "") for name in COLUMNS] for row in _rows(material)))


def _rows(material: Material) -> Iterator[dict[str, Cell]]:
    for entry, located in material.notes():
        article = entry.article
        yield {
            "article": heading(article), "date": (article.published or "")[:10],
            "source": article.source or "", "file": article.file, "number": article.index, "url": entry.url,
            **_note(located, material),
        }  # fmt: skip
    for person in material.people:
        yield {
            "what": "person", "text": person.name, "people": "; ".join(person.spellings),
            "kind": "; ".join(person.titles), "value": person.mentions, "unit": "mentions",
            "articles": person.articles, "date": person.last[:10],
        }  # fmt: skip
    for row in material.figures:
        yield _figure(row)
    for hit in material.passages:
        yield {
            "what": "passage", "article": hit.title, "date": hit.published[:10], "source": hit.source,
            **_place(hit.article),
            "start": hit.passage.start, "end": hit.passage.end, "sentence": hit.passage.sentence,
            "text": _found(hit.passage),
        }  # fmt: skip


def _found(passage: Passage) -> str:
    """What was found, out of its sentence."""
    start, end = passage.start - passage.sentence_start, passage.end - passage.sentence_start
    return passage.sentence[start:end]


def _place(article: str) -> dict[str, Cell]:
    """The file of an article and its number there: starts and ends count in the text of that article."""
    file, _, number = article.rpartition("#")
    return {"file": file, "number": int(number)}


def _note(located: Located, material: Material) -> dict[str, Cell]:
    note = located.note
    placed = located.start >= 0
    return {
        "what": "note", "start": located.start if placed else "", "end": located.end if placed else "",
        "text": note.anchor.exact, "note": note.body, "category": material.category(note.category),
        "tags": "; ".join(note.tags), "people": "; ".join(note.people), "links": "; ".join(note.links),
        "status": located.status, "id": note.id, "created": note.created, "modified": note.modified,
    }  # fmt: skip


def _figure(row: LedgerRow) -> dict[str, Cell]:
    figure = row.figure
    low, high = figure.ends
    return {
        "what": "figure", "article": row.title, "date": row.published[:10], "source": row.source,
        **_place(row.article), "start": figure.start, "end": figure.end,
        "text": figure.text, "kind": figure.kind, "value": low, "value_high": high,
        "unit": figure.unit or "", "approx": figure.approx, "sentence": row.sentence,
        "subject": figure.subject,
    }  # fmt: skip
