"""Records of JSON files and of JSON lines: articles of news services, posts of a channel as Telegram exports them.

A record is an object that has a title or a text. Records may stand alone, in a list, or in a list that a field of
an outer object holds (`{"articles": [...]}`, `{"messages": [...]}`).
"""

from __future__ import annotations

import re
from json import JSONDecoder
from typing import TYPE_CHECKING, Any

from reader.parsing.draft import Draft, spread
from reader.parsing.fields import put_date
from reader.parsing.formats.channel import may_head
from reader.parsing.label_lines import field_named
from reader.parsing.lines import Line, read_lines

if TYPE_CHECKING:
    from reader.model import Role

_DECODER = JSONDecoder()


def read(text: str, lines: list[Line]) -> list[Draft] | None:
    """The records of a JSON file, or None if it holds none. The rest of the file stays hidden as it is."""
    if not re.match(r'\s*(?:\[\s*)?\{\s*"', text[:2000]):
        return None
    try:
        return _objects(text, 0, len(text)) or None
    except (ValueError, RecursionError):
        return None


def _objects(text: str, at: int, size: int) -> list[Draft]:
    """The records of the objects that follow one another from `at` on. Raises ValueError for what is no JSON."""
    drafts = []
    while at < size:
        while at < size and text[at] in " \n\t,[]":
            at += 1
        if at >= size:
            break
        value, end = _DECODER.raw_decode(text, at)
        if isinstance(value, dict):
            draft = _record(value, at, end)
            told = draft is not None and any(piece.role == "para" for piece in draft.pieces)
            inner = [] if told else _inner(text, value, at, end)
            drafts += inner or ([draft] if draft else [])
        at = end
    return drafts


def _inner(text: str, value: dict[str, Any], at: int, stop: int) -> list[Draft]:
    """The records of the longest list of objects that the object at `[at, stop)` holds, from the outlet it names."""
    lists = [(len(item), key) for key, item in value.items() if isinstance(item, list) and _are_objects(item)]
    if not lists:
        return []
    key = max(lists)[1]
    drafts = []
    for match in re.compile(rf'"{re.escape(key)}"\s*:\s*\[').finditer(text, at, stop):
        begin = match.end()
        for n, item in enumerate(value[key]):
            begin = _skip(text, begin)
            found, end = _DECODER.raw_decode(text, begin)
            if n == 0 and found != item:
                break  # a field of that name inside another object
            draft = _record(found, begin, end) if isinstance(found, dict) else None
            if draft:
                if isinstance(value.get("name"), str):
                    draft.put("source", _clean(value["name"]), "name in the file")
                drafts.append(draft)
            begin = end
        else:
            break
    told = sum(bool(draft.title or draft.published) for draft in drafts)
    return drafts if told * 2 >= len(drafts) else []  # else these are words of a program


def _are_objects(items: list[Any]) -> bool:
    return bool(items) and all(isinstance(item, dict) for item in items)


def _skip(text: str, at: int) -> int:
    while text[at : at + 1] in (" ", "\n", "\t", ","):
        at += 1
    return at


def _clean(value: str) -> str:
    from reader.text import printable

    return printable(value.strip().replace("\r\n", "\n").replace("\r", "\n"))


def _text_of(item: object, between: str) -> str:
    """The text of a field: a string, a list of strings and of objects with a text, or an object with a name."""
    if isinstance(item, dict):
        item = item.get("name")
    if isinstance(item, list):
        parts = [part.get("text", part.get("name")) if isinstance(part, dict) else part for part in item]
        marked = any(isinstance(part, dict) and "text" in part for part in item)
        item = ("" if marked else between).join(part for part in parts if isinstance(part, str))
    return _clean(item) if isinstance(item, str) else ""


def _record(value: dict[str, Any], start: int, end: int) -> Draft | None:
    """The article of an object at `[start, end)`, or None if it has neither title nor text."""
    draft = Draft()
    body = summary = ""
    for key, item in value.items():
        field = field_named(key)
        if not field or not (found := _text_of(item, "\n" if field == "body" else ", ")):
            continue
        if field == "title":
            draft.put("title", " ".join(found.split()), f"{key} of the record")
        elif field == "body" and len(found) > len(body):
            body = found
        elif field == "summary" and len(found) > len(summary):
            summary = found
        elif field == "published":
            put_date(draft, found, f"{key} of the record")
        elif field in ("source", "author"):
            draft.put(field, found, f"{key} of the record")
    shown = [" ".join(line.text.split()) for line in read_lines(body)]
    if summary and (draft.title or shown) and summary[:60].rstrip(" .…") not in body:
        shown[:0] = [" ".join(summary.split())]
    if not body and not draft.title:
        return None
    if draft.title is None and len(shown) > 1 and may_head(shown[0]):
        draft.put("title", shown.pop(0), "first line of the record")
    roles: list[tuple[Role, str]] = [("headline", draft.title)] if draft.title else []
    roles += [("para", line) for line in shown]
    draft.pieces += spread(roles, start, end, "text of the record")
    return draft
