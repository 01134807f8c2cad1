"""A notes file cut at the dashes of its list, so that a large one is read and changed piece by piece.

Only a file that is laid out as Reader lays it out is cut: its list stands last, in block style, with the dashes in
the first column. There a piece that can be read by itself means the same by itself and among the others: whatever
it opens it also closes, and what is indented belongs to the dash above it. Anything else is left to the reader of
events, which sees the file as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reader.notes.scalars import SPECIAL, unescaped
from reader.notes.schema import Fields
from reader.yamlio import YamlError, parse_yaml

#: Smaller files are read as fast in one go.
LARGE = 1 << 15
#: A file with more pieces than this is no notes file that anyone wrote.
MOST_PIECES = 50_000
#: So many pieces may be laid out in another way than Reader writes them; reading those takes longer.
MOST_ODD = 300
# Of a piece as long as this the reader of events makes shorter work.
_LONG = 1 << 16

# Line breaks and marks that YAML knows and a cut at "\n- " does not.
_ELSEWHERE = re.compile("[\r\0\x85\u2028\u2029\ufeff]|(?:^|\n)(?:---|\\.\\.\\.|%)")

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
    r"(?:\n    start: ([0-9]+)\n    end: ([0-9]+))?(?:\n    length: ([0-9]+))?\n    article: ([0-9]+)"
    r"(?:\n    rival: ([0-9]+))?)?"
    r"\n*"
)


@dataclass(frozen=True, slots=True)
class Pieces:
    """The text before the first dash, and what stands between each dash and the line break before the next."""

    head: str
    items: list[str]

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join((self.head, "- ", "\n- ".join(self.items), "\n"))

    def lines(self) -> list[int]:
        """The number of the line on which each piece starts, from 1."""
        made, line = [], self.head.count("\n") + 1
        for item in self.items:
            made.append(line)
            line += item.count("\n") + 1
        return made


def cut(text: str, entries: str) -> Pieces | None:
    """The pieces of a file whose list is the value of the key `entries`; None when it is not laid out so.

    Whether each piece can be read by itself is for the caller to find out.
    """
    key = 0 if text.startswith(f"{entries}:") else text.find(f"\n{entries}:")
    first = text.find("\n- ", max(0, key)) + 1
    if key < 0 or not first or text[-1] != "\n":
        return None
    items = text[first + 2 : -1].split("\n- ", MOST_PIECES)
    return Pieces(text[:first], items) if len(items) <= MOST_PIECES else None


def has_other_breaks(text: str) -> bool:
    """Whether a text has line breaks or marks of documents, so that what follows it may not be what it seems."""
    return _ELSEWHERE.search(text) is not None


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def read_piece(piece: str) -> Fields | None:
    """What a piece says that is laid out exactly as Reader writes an entry; None for any other."""
    match = _pattern(_ENTRY).fullmatch(piece) if len(piece) < _LONG else None
    if match is None:
        return None
    (
        entry_id, exact, exact_plain, body, body_plain, chomp, lines, tags, color, people, links, conflict,
        created, modified, prefix, suffix, start, end, length, article, rival,
    ) = match.groups()  # fmt: skip
    fields: Fields = {"id": entry_id}
    if exact is not None:
        exact = fields["exact"] = _inside(exact)
        if exact is None:
            return None
    elif exact_plain is not None:
        fields["exact"] = exact_plain
    if body is not None:
        body = fields["body"] = _inside(body)
        if body is None:
            return None
    elif body_plain is not None:
        fields["body"] = body_plain
    elif lines is not None:
        if not lines[lines.rfind("\n") + 1 :].strip():
            return None  # how much of the end belongs to it is for the whole reader to say
        fields["body"] = lines.replace("\n    ", "\n") + ("" if chomp else "\n")
    if tags is not None:
        fields["tags"] = _items(tags)
    if color is not None:
        fields["color"] = color
    if people is not None:
        fields["people"] = _items(people)
    if links is not None:
        fields["links"] = _items(links)
    if conflict is not None:
        fields["conflict-of"] = conflict
    if created is not None:
        fields["created"] = created
    if modified is not None:
        fields["modified"] = modified
    if article is not None:
        place: Fields = {}
        if prefix is not None:
            before, after = _inside(prefix), _inside(suffix)
            if before is None or after is None:
                return None
            place = {"prefix": before, "suffix": after}
        if start is not None:
            place["start"], place["end"] = start, end
        if length is not None:
            place["length"] = length
        place["article"] = article
        if rival is not None:
            place["rival"] = rival
        fields["anchor"] = place
    return fields


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


def read_pieces(items: Sequence[str], known: Mapping[str, Fields]) -> list[Fields] | None:
    """What the pieces say, each read by itself; None when one cannot be, or is no mapping. What is in `known` is
    not read again."""
    made: list[Fields] = []
    odd = 0
    for item in items:
        fields = known.get(item) if known else None
        if fields is None:
            fields = read_piece(item)
        if fields is None:
            odd += 1
            fields = _read_odd(item) if odd <= MOST_ODD else None
            if fields is None:
                return None
        made.append(fields)
    return made


def _read_odd(piece: str) -> Fields | None:
    if has_other_breaks(piece):
        return None
    try:
        root = parse_yaml(f"- {piece}\n", "")
    except YamlError:
        return None
    if root is None or not isinstance(root.value, list) or len(root.value) != 1:
        return None
    fields = root.value[0].plain()
    return fields if isinstance(fields, dict) else None
