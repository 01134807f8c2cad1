"""Everything as one JSON document that `read_back` turns into the same material again.

Keys are the names of the records' fields; notes use the W3C selector names. Characters that could act on a
terminal are written as \\u escapes, so the document is harmless to print and loses nothing.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from reader.export.material import Entry, Material
from reader.library.records import Hit, LedgerRow, PersonEntry
from reader.model import Anchor, Article, Figure, Located, Note, Passage
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
    if not article["corrected"]:
        del article["corrected"]
    return {
        **article,
        "url": entry.url,
        "tags": entry.tags,
        "notes": [_note(located) for located in entry.notes],
    }


def _note(located: Located) -> dict[str, Any]:
    note, anchor = located.note._asdict(), located.note.anchor._asdict()
    return {**note, "anchor": anchor, "start": located.start, "end": located.end, "status": located.status}


def read_back(text: str) -> Material:
    """The material a document of `render` was made of, but for the blocks of the articles.

    Raises: ValueError when it is no such document.
    """
    try:
        record = json.loads(text)
        if record["reader-export"] != VERSION:
            raise ValueError(f"made by another version of Reader ({record['reader-export']})")
        return Material(
            record["title"],
            tuple(_read_entry(item) for item in record["articles"]),
            tuple(
                PersonEntry(
                    **{**item, "spellings": tuple(item["spellings"]), "titles": tuple(item["titles"])}
                )
                for item in record["people"]
            ),
            tuple(
                LedgerRow(**{**item, "figure": _read_figure(item["figure"])}) for item in record["figures"]
            ),
            tuple(Hit(**{**item, "passage": Passage(**item["passage"])}) for item in record["passages"]),
            tuple(record["categories"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not an export of Reader: {error}") from None


def _read_entry(item: dict[str, Any]) -> Entry:
    notes = tuple(_read_note(dict(note)) for note in item.pop("notes"))
    tags, url = tuple(item.pop("tags")), item.pop("url", "")
    corrected = tuple(item.pop("corrected", ()))
    return Entry(Article(**item, blocks=(), corrected=corrected), notes, tags, url)


def _read_note(item: dict[str, Any]) -> Located:
    start, end, status = item.pop("start"), item.pop("end"), item.pop("status")
    item["anchor"] = Anchor(**item["anchor"])
    for name in ("tags", "people", "links"):
        item[name] = tuple(item[name])
    return Located(Note(**item), start, end, status)


def _read_figure(item: dict[str, Any]) -> Figure:
    value = item["value"]
    return Figure(**{**item, "value": tuple(value) if isinstance(value, list) else value})
