"""An entry laid out exactly as Reader writes it, read from its lines with one pattern instead of a reader of YAML.

What it says is kept as it was found. Its fields, and the note that it means, are made of that when somebody asks for
them: of ten thousand entries on the screen hardly any is ever asked for its fields.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, Self

from reader.model import Anchor, Note
from reader.notes import schema
from reader.notes.scalars import SPECIAL, unescaped
from reader.notes.schema import COLORS, Fields

# Of a piece as long as this the reader of events makes shorter work.
_LONG = 1 << 16

# The fields of an entry as `schema.render_entry` writes them, each in the forms that `scalars` gives it. What
# these patterns match is what YAML reads there; anything else is not matched.
_CHAR = f'[^"\\\\{SPECIAL}]'
_ESCAPE = r"\\(?:[\"\\ntr0N_]|x[0-9A-F]{2}|u(?!D[89A-F])[0-9A-F]{4}|U00(?:0[1-9A-F]|10)[0-9A-F]{4})"
_QUOTED = f'"({_CHAR}*(?:{_ESCAPE}{_CHAR}*)*)"'
_NO_NULL = r"(?!(?:null|Null|NULL)(?:[\n,\]]|\Z))"
_PLAIN = rf"{_NO_NULL}([^\W\d_][\w .,;()/%+=$€£?!’'“”‘-]*(?<! ))"
_ITEM = rf"(?:{_NO_NULL}[^\W\d_][\w .;()/%+=$€£!’'-]*(?<! )|{_QUOTED.replace('(', '(?:', 1)})"
_LIST = rf"\[({_ITEM}(?:, {_ITEM})*)\]"
_MACHINE = rf"{_NO_NULL}([A-Za-z0-9][A-Za-z0-9:.+_-]*(?<!:))"
_LINES = rf"\|(-?)\n    ([^\s{SPECIAL}][^\n{SPECIAL}]*(?:\n+    [^\n{SPECIAL}]*)*)"
_LINES = _LINES.replace("\x00-\x1f", "\x00-\x08\x0b-\x1f")
_NUMBER = "([0-9]{1,12})"
_ENTRY = (
    rf"id: {_MACHINE}"
    # What stands in quotes is most of the text: the line is taken as it is, `_inside` looks into it.
    rf"(?:\n  exact: (?:\"(.*)\"|{_PLAIN}))?"
    rf"(?:\n  body: (?:\"(.*)\"|{_PLAIN}|{_LINES}))?"
    rf"(?:\n  tags: {_LIST})?"
    rf"(?:\n  color: {_MACHINE})?"
    rf"(?:\n  people: {_LIST})?"
    rf"(?:\n  links: {_LIST})?"
    rf"(?:\n  conflict-of: {_MACHINE})?"
    rf"(?:\n  created: {_MACHINE})?"
    rf"(?:\n  modified: {_MACHINE})?"
    r"(?:\n  anchor:(?:\n    prefix: \"(.*)\"\n    suffix: \"(.*)\")?"
    rf"(?:\n    start: {_NUMBER}\n    end: {_NUMBER})?(?:\n    length: {_NUMBER})?\n    article: {_NUMBER}"
    rf"(?:\n    rival: {_NUMBER})?(?:\n    copies: {_NUMBER})?)?"
    r"\n*"
)


class Plain(NamedTuple):
    """The values of an entry, None for a key that it has not got; those of lists as they stand between the brackets."""

    id: str
    exact: str | None
    body: str | None
    tags: str | None
    color: str | None
    people: str | None
    links: str | None
    conflict: str | None
    created: str | None
    modified: str | None
    prefix: str | None
    suffix: str | None
    start: str | None
    end: str | None
    length: str | None
    article: str | None
    rival: str | None
    copies: str | None

    @classmethod
    def read(cls, piece: str) -> Self | None:
        """What a piece says, None for one that is laid out in any other way."""
        match = _pattern(_ENTRY).fullmatch(piece) if len(piece) < _LONG else None
        if match is None:
            return None
        (
            entry_id, exact, exact_plain, body, body_plain, chomp, lines, tags, color, people, links, conflict,
            created, modified, prefix, suffix, start, end, length, article, rival, copies,
        ) = match.groups()  # fmt: skip
        if exact is None:
            exact = exact_plain
        elif (exact := _inside(exact)) is None:
            return None
        if body is not None:
            if (body := _inside(body)) is None:
                return None
        elif lines is None:
            body = body_plain
        elif lines[lines.rfind("\n") + 1 :].strip():
            body = lines.replace("\n    ", "\n") + ("" if chomp else "\n")
        else:
            return None  # how much of the end belongs to it is for the whole reader to say
        if prefix is not None:
            prefix, suffix = _inside(prefix), _inside(suffix)
            if prefix is None or suffix is None:
                return None
        return cls._make((
            entry_id, exact, body, tags, color, people, links, conflict, created, modified, prefix, suffix,
            start, end, length, article, rival, copies,
        ))  # fmt: skip

    def fields(self) -> Fields:
        """What the entry says, key by key in the order of its lines."""
        (
            entry_id, exact, body, tags, color, people, links, conflict, created, modified, prefix, suffix,
            start, end, length, article, rival, copies,
        ) = self  # fmt: skip
        place = {
            "prefix": prefix, "suffix": suffix, "start": start, "end": end, "length": length,
            "article": article, "rival": rival, "copies": copies,
        }  # fmt: skip
        fields = {
            "id": entry_id,
            "exact": exact,
            "body": body,
            "tags": tags if tags is None else _items(tags),
            "color": color,
            "people": people if people is None else _items(people),
            "links": links if links is None else _items(links),
            "conflict-of": conflict,
            "created": created,
            "modified": modified,
            "anchor": None if article is None else {k: v for k, v in place.items() if v is not None},
        }
        return {key: value for key, value in fields.items() if value is not None}

    def note(self, file: str, note_id: str, colors: Sequence[str] = COLORS) -> tuple[Note, list[str]]:
        """What `schema.to_note` makes of the fields."""
        (
            _, exact, body, tags, color, people, links, conflict, created, modified, prefix, suffix,
            start, end, length, article, rival, copies,
        ) = self  # fmt: skip
        flaws: list[str] = []
        anchor = Anchor(
            exact or "",
            prefix or "",
            suffix or "",
            int(start) if start else -1,
            int(end) if end else -1,
            int(length) if length else 0,
            int(article) if article else 0,
            int(rival) if rival else 0,
            int(copies) if copies else 0,
        )
        note = Note(
            note_id,
            file,
            anchor,
            body or "",
            _texts(tags) if tags else (),
            schema.category_of(color, colors) if color else 0,
            _texts(people) if people else (),
            _texts(links) if links else (),
            schema.date_of(created, "created", flaws) if created else "",
            schema.date_of(modified, "modified", flaws) if modified else "",
            conflict or "",
        )
        return note, flaws


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def _inside(text: str) -> str | None:
    """What a text means that stands between double quotes on a line; None when it does not end there."""
    if '"' not in text and text.isprintable():
        plain = text.replace("\\n", "\n") if "\\" in text else text
        if "\\" not in plain:  # no escapes but those of line breaks: by far the most frequent ones
            return plain
    match = _pattern(_QUOTED).fullmatch(f'"{text}"')
    return unescaped(text) if match is not None else None


def _items(text: str) -> list[str]:
    if '"' not in text:
        return text.split(", ")
    return [unescaped(item[1:-1]) if item[0] == '"' else item for item in _pattern(_ITEM).findall(text)]


def _texts(text: str) -> tuple[str, ...]:
    return schema.texts_of(_items(text)) if '"' in text else tuple(text.split(", "))
