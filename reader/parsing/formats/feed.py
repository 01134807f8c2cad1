"""Feeds as they are fetched: RSS 2.0, RSS 1.0 (RDF) and Atom (RFC 4287). Each entry is an article."""

from __future__ import annotations

import re
from html import unescape

from reader.parsing.draft import Draft, Piece, spread
from reader.parsing.fields import clean_author, clean_source, put_date
from reader.parsing.lines import Line

_ENTRY = re.compile(r"<(item|entry)\b[^<>]{0,600}>")
_FIELD = re.compile(r"<([A-Za-z]{1,12}:)?([A-Za-z]{2,14})\b[^<>]{0,600}(?<!/)>")
_TAG = re.compile(r"</?[a-zA-Z!][^<>]{0,4000}>")
_BLOCK = re.compile(
    r"(?i)</?(?:p|div|li|ul|ol|br|h[1-6]|blockquote|tr|table|figure|figcaption)\b[^<>]{0,600}>"
)
_PUBLISHED = ("pubdate", "published", "date", "issued", "updated")
_TEXT = frozenset(("description", "encoded", "content", "summary"))


def read(text: str, lines: list[Line]) -> list[Draft] | None:
    """The entries of a feed, or None if the text is none."""
    head = text[:3000].lower()
    if not head.lstrip().startswith("<") or not re.search(r"<(?:rss|feed|rdf:rdf)\b", head):
        return None
    first = _ENTRY.search(text)
    if first is None:
        return None
    outlet = re.search(r"<title\b[^<>]{0,200}>(.{1,200}?)</title>", text[: first.start()], re.DOTALL)
    source = clean_source(" ".join(_plain(outlet[1]).split())) if outlet else None
    drafts = []
    at = first.start()
    while first is not None:
        end = text.find(f"</{first[1]}>", first.end())
        end = len(text) if end < 0 else end
        if draft := _entry(text, first.end(), end):
            draft.put("source", source, "title of the feed")
            drafts.append(draft)
        at = end
        first = _ENTRY.search(text, at)
    return drafts or None


def _entry(text: str, start: int, end: int) -> Draft | None:
    """The article of an entry whose fields stand at `[start, end)`, or None if it has neither title nor text."""
    draft = Draft()
    dates: dict[str, str] = {}
    body = (0, 0)
    title = (0, 0)
    for name, begin, stop in _fields(text, start, end):
        if name == "title" and title == (0, 0):
            title = begin, stop
            draft.put("title", " ".join(_plain(text[begin:stop]).split()), "title of the entry")
        elif name in _PUBLISHED:
            dates.setdefault(name, text[begin:stop].strip())
        elif name in ("creator", "author"):
            value = re.sub(r"<(?:uri|email)>.*?</(?:uri|email)>", "", text[begin:stop])
            draft.put("author", clean_author(" ".join(_plain(value).split())), "author of the entry")
        elif name in _TEXT and stop - begin > body[1] - body[0]:
            body = begin, stop
    for name in _PUBLISHED:
        put_date(draft, dates.get(name, ""), "date of the entry")
    if draft.title:
        draft.pieces.append(Piece("headline", draft.title, *title, "title of the entry"))
    begin, stop = body
    shown = [part for line in _plain(text[begin:stop]).split("\n") if (part := " ".join(line.split()))]
    draft.pieces += spread([("para", words) for words in shown], begin, stop, "text of the entry")
    return draft if draft.pieces else None


def _fields(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The (name, start, end) of the elements of an entry; those inside another are not looked at."""
    found = []
    open_ended: set[str] = set()
    while match := _FIELD.search(text, start, end):
        closing = f"</{match[1] or ''}{match[2]}>"
        stop = -1 if closing in open_ended else text.find(closing, match.end(), end)
        if stop < 0:
            open_ended.add(closing)
            start = match.end()
            continue
        found.append((match[2].lower(), match.end(), stop))
        start = stop + len(match[0])
    return found


def _plain(text: str) -> str:
    """The words of a field: CDATA taken off, entities read, tags of blocks made line ends and others left out."""
    from reader.text import printable

    text = text.replace("<![CDATA[", "").replace("]]>", "")
    if "<" not in text:
        text = unescape(text)
    text = _TAG.sub("", _BLOCK.sub("\n", text.replace("\n", " ")))
    return printable(unescape(text))
