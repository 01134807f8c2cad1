"""Schema 1 of a notes file: the fields of an entry as text, and the `Note` they mean.

An entry is a dict of plain YAML values (text, list, dict). Field names for the passage are those of the
W3C Web Annotation data model (TextQuoteSelector, TextPositionSelector).
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from reader.model import Anchor, Note
from reader.notes import scalars

VERSION = 1
#: Colour words in notes files for the categories 1-5, whatever they look like on the screen.
COLORS = ("yellow", "red", "blue", "magenta", "green")
#: The order in which a new entry is written: what a person reads first, machine fields last.
ORDER = (
    "id", "action", "text", "target", "article", "opening", "prefix", "suffix", "exact", "body", "tags", "color",
    "people", "links", "conflict-of", "created", "modified", "anchor",
)  # fmt: skip
_LISTS = ("tags", "people", "links")
_MACHINE = ("id", "conflict-of", "created", "modified")
_ANCHOR = ("prefix", "suffix", "start", "end", "length", "article", "rival", "copies")
_PLACE = frozenset(_ANCHOR)
_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"  # base 32 without i, l, o, u
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")
_INTEGER = re.compile(r"-?[0-9]{1,12}")

Fields = dict[str, Any]


def new_id() -> str:
    """A fresh note id: `n` and 50 random bits. The letter keeps YAML readers from seeing a number."""
    bits = int.from_bytes(os.urandom(7), "big")
    return "n" + "".join(_LETTERS[bits >> shift & 31] for shift in range(0, 50, 5))


def is_id(value: Any) -> bool:
    """Whether a value can be the id of an entry."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def seed_of(fields: Mapping[str, Any]) -> str:
    """What an entry says, id aside, as one text."""
    return repr(sorted((key, repr(value)) for key, value in fields.items() if key != "id"))


def derived_id(seed: str, occurrence: int) -> str:
    """The id that an entry written by hand without one will get; the same until the entry changes."""
    digest = hashlib.sha256(f"{occurrence}{seed}".encode("utf-8", "replace")).digest()
    number = int.from_bytes(digest[:8], "big")
    return "n" + "".join(_LETTERS[number >> shift & 31] for shift in range(0, 50, 5))


def now() -> str:
    """The time in UTC as it is written: `2026-01-05T09:14:03Z`."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def text_of(value: Any) -> str:
    """A plain value as text; "" for null and for collections."""
    return value if isinstance(value, str) else ""


def texts_of(value: Any) -> tuple[str, ...]:
    """A list, or a text with commas, as texts without empty ones."""
    if value is None:
        return ()
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, list):
        return ()
    return tuple([text for item in value if isinstance(item, str) and (text := item.strip())])


def _integer(value: Any, default: int, name: str, flaws: list[str]) -> int:
    if value is None:
        return default
    if isinstance(value, str) and len(value) < 30 and _INTEGER.fullmatch(value.strip()):
        return int(value)
    flaws.append(f"{name} is no whole number")
    return default


def _numbers(get: Callable[[str], Any], flaws: list[str]) -> tuple[int, int, int, int, int, int]:
    """`start`, `end`, `length`, `article`, `rival` and `copies` of a passage; all at once where they are as Reader
    writes them, which is most of the time that reading many notes takes otherwise."""
    texts = (
        get("start"),
        get("end"),
        get("length"),
        get("article"),
        get("rival") or "0",
        get("copies") or "0",
    )
    try:
        digits = "".join(texts)
        if digits.isdecimal() and digits.isascii() and len(digits) < 40:
            start, end, length, article, rival, copies = map(int, texts)
            return start, end, length, article, rival, copies
    except (TypeError, ValueError):
        pass  # one is missing, or no text
    return (
        _integer(texts[0], -1, "start", flaws),
        _integer(texts[1], -1, "end", flaws),
        _integer(texts[2], 0, "length", flaws),
        max(0, _integer(texts[3], 0, "article", flaws)),
        _integer(get("rival"), 0, "rival", flaws),
        _integer(get("copies"), 0, "copies", flaws),
    )


def _text(value: Any, name: str, flaws: list[str]) -> str:
    if type(value) is str:
        return value
    if value is not None:
        flaws.append(f"{name} is no text")
    return ""


def _texts(value: Any, name: str, flaws: list[str]) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, dict):
        flaws.append(f"{name} is no list")
    return texts_of(value)


def date_of(value: Any, name: str, flaws: list[str]) -> str:
    """A value as the text of a date; what is none is named in `flaws`, and kept."""
    text = _text(value, name, flaws)
    if text:
        try:
            datetime.fromisoformat(text)
        except ValueError:
            flaws.append(f"{name} is no date")
    return text


def to_note(
    fields: Mapping[str, Any], file: str, note_id: str, colors: Sequence[str] = COLORS
) -> tuple[Note, list[str]]:
    """The note that an entry means, and what is wrong with it in words. Never raises."""
    flaws: list[str] = []
    get = fields.get
    place = get("anchor")
    if not isinstance(place, dict):
        if place is not None:
            flaws.append("anchor is no mapping")
        place = {}
    # Hand-written entries may have the fields of the anchor beside `exact`.
    at = place.get if _PLACE.isdisjoint(fields) else {**fields, **place}.get
    exact, body, color = get("exact"), get("body"), get("color")
    if exact is None:
        exact = place.get("exact")
    anchor = Anchor(
        exact if type(exact) is str else _text(exact, "exact", flaws),
        text_of(at("prefix")),
        text_of(at("suffix")),
        *_numbers(at, flaws),
    )
    note = Note(
        note_id,
        file,
        anchor,
        body if type(body) is str else _text(body, "body", flaws),
        _texts(fields["tags"], "tags", flaws) if "tags" in fields else (),
        category_of(color, colors) if isinstance(color, str) else 0,
        _texts(fields["people"], "people", flaws) if "people" in fields else (),
        _texts(fields["links"], "links", flaws) if "links" in fields else (),
        date_of(fields["created"], "created", flaws) if "created" in fields else "",
        date_of(fields["modified"], "modified", flaws) if "modified" in fields else "",
        text_of(get("conflict-of")),
    )
    return note, flaws


def category_of(color: str, colors: Sequence[str]) -> int:
    """The category whose colour or number a text is, 0 for none."""
    word = color.strip().lower()
    if word.isdecimal() and word.isascii():
        return int(word) if 0 < int(word[:3]) <= 5 else 0
    for words in (colors, COLORS):
        lowered = [c.lower() for c in words]
        if word in lowered:
            return lowered.index(word) + 1
    return 0


def to_fields(note: Note, colors: Sequence[str] = COLORS) -> Fields:
    """The entry for a new note: only what is set, in the order of `ORDER`, everything as text."""
    anchor = note.anchor
    place: Fields = {}
    if anchor.exact:
        place = {"prefix": scalars.whole(anchor.prefix), "suffix": scalars.whole(anchor.suffix)}
        if anchor.start >= 0:
            place |= {"start": str(anchor.start), "end": str(anchor.end)}
    if anchor.length:
        place["length"] = str(anchor.length)
    place["article"] = str(anchor.article)
    if anchor.rival:
        place["rival"] = str(anchor.rival)
    if anchor.copies:
        place["copies"] = str(anchor.copies)
    fields: Fields = {
        "id": note.id,
        "exact": scalars.whole(anchor.exact),
        "body": scalars.whole(note.body),
        "tags": [scalars.whole(t) for t in note.tags],
        "color": colors[note.category - 1] if 0 < note.category <= len(colors) else "",
        "people": [scalars.whole(p) for p in note.people],
        "links": [scalars.whole(x) for x in note.links],
        "conflict-of": note.conflict_of,
        "created": note.created,
        "modified": note.modified,
        "anchor": place,
    }
    return {key: value for key, value in fields.items() if value or key in ("id", "body")}


def changed_fields(before: Note, after: Note, colors: Sequence[str] = COLORS) -> Fields:
    """The fields of `after` that differ from `before`; None for one that goes away."""
    old, new = to_fields(before, colors), to_fields(after, colors)
    names = [k for k in ORDER if old.get(k) != new.get(k)]
    return {name: new.get(name) for name in names}


def render_field(key: str, value: Any, indent: int) -> str:
    """`key: value` in the way this key is written, at `indent`, without the final line break."""
    if key in _LISTS and isinstance(value, list):
        return f"{key}: {scalars.flow(value)}"
    if isinstance(value, str):
        if key in _MACHINE:
            return f"{key}: {scalars.machine(value)}"
        if key == "exact":
            return f"{key}: {scalars.sentence(value)}"
    if key == "anchor" and isinstance(value, Mapping) and value:
        margin = "\n" + " " * (indent + 2)
        return f"{key}:" + "".join(margin + _render_place(k, v, indent + 2) for k, v in value.items())
    return f"{scalars.scalar(key)}:{scalars.anything(value, indent)}"


def _render_place(key: str, value: Any, indent: int) -> str:
    if isinstance(value, str):
        if key in ("prefix", "suffix"):
            return f"{key}: {scalars.quoted(value)}"
        if key in _ANCHOR:
            return f"{key}: {scalars.machine(value)}"
    return f"{scalars.scalar(key)}:{scalars.anything(value, indent)}"


def render_entry(fields: Mapping[str, Any], column: int = 0) -> str:
    """A whole entry as an item of a block list whose dashes stand in `column`; ends with a line break."""
    indent = column + 2
    keys = [k for k in ORDER if k in fields] + [k for k in fields if k not in ORDER]
    rows = [render_field(key, fields[key], indent) for key in keys]
    return " " * column + "- " + f"\n{' ' * indent}".join(rows) + "\n"


def with_id(note: Note) -> Note:
    """`note` with a fresh id if it has none, and with its dates set."""
    return note._replace(id=note.id or new_id(), created=note.created or now())
