"""Everything as one JSON document that loses nothing but the blocks of the articles.

Keys are the names of the records' fields; notes use the W3C selector names. Characters that could act on a
terminal are written as \\u escapes, so the document is harmless to print and loses nothing.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from reader.export.material import Entry, Material
from reader.model import Located
from reader.text import printable_json

VERSION = 1


def dump(record: Any) -> str:
    """`record` as indented JSON, safe for a terminal, equal to `record` when read."""
    return printable_json(json.dumps(record, ensure_ascii=False, indent=2)) + "\n"


def render(material: Material) -> str:
    """The material as a JSON document."""
    return dump(
        {
            "reader-export": VERSION,
            "title": material.title,
            "categories": material.categories,
            "articles": [_entry(entry) for entry in material.entries],
            "people": [asdict(person) for person in material.people],
            "figures": [asdict(row) for row in material.figures],
            "passages": [asdict(hit) for hit in material.passages],
        }
    )


def _entry(entry: Entry) -> dict[str, Any]:
    article = asdict(entry.article)
    del article["blocks"]
    return {**article, "tags": entry.tags, "notes": [_note(located) for located in entry.notes]}


def _note(located: Located) -> dict[str, Any]:
    note = asdict(located.note)
    return {**note, "start": located.start, "end": located.end, "status": located.status}
