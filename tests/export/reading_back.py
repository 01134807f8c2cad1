"""The way back from a JSON export: what it has lost is what differs."""

import json

from reader.export import Entry, Material
from reader.library.records import Hit, LedgerRow, PersonEntry
from reader.model import Anchor, Article, Figure, Located, Note, Passage


def read_back(text: str) -> Material:
    """The material that a JSON document was made of, but for the blocks of the articles."""
    record = json.loads(text)
    return Material(
        record["title"],
        tuple(map(_entry, record["articles"])),
        tuple(map(_person, record["people"])),
        tuple(LedgerRow(**{**item, "figure": _figure(item["figure"])}) for item in record["figures"]),
        tuple(Hit(**{**item, "passage": Passage(**item["passage"])}) for item in record["passages"]),
        tuple(record["categories"]),
    )


def _entry(item: dict) -> Entry:
    notes = tuple(map(_note, item.pop("notes")))
    tags = tuple(item.pop("tags"))
    return Entry(Article(**item, blocks=()), notes, tags)


def _note(item: dict) -> Located:
    start, end, status = item.pop("start"), item.pop("end"), item.pop("status")
    item["anchor"] = Anchor(**item["anchor"])
    for name in ("tags", "people", "links"):
        item[name] = tuple(item[name])
    return Located(Note(**item), start, end, status)


def _person(item: dict) -> PersonEntry:
    return PersonEntry(**{**item, "spellings": tuple(item["spellings"]), "titles": tuple(item["titles"])})


def _figure(item: dict) -> Figure:
    value = item["value"]
    return Figure(**{**item, "value": tuple(value) if isinstance(value, list) else value})
