"""NewsBank documents: headline, outlet and date in any order, `Section:`, `Page:` …, the text, `Record Number:` ….

Labels stand above the text, below it or on both sides, one on a line or several parted by `|`.
"""

from __future__ import annotations

from reader.parsing import cues
from reader.parsing.body import line_pieces
from reader.parsing.bylines import is_byline
from reader.parsing.dates import date_line, find_date
from reader.parsing.draft import Draft, Piece
from reader.parsing.fields import clean_author, paper_name, put_date
from reader.parsing.lines import Line
from reader.parsing.patterns import pattern

_LABELS = {
    "title": "title headline",
    "published": "date publicationdate",
    "source": "paper publication newspaper source publicationname",
    "author": "author byline authors authorbyline",
    "caption": "caption",
    "other": "edition section page pages column series dateline memo correction readability location subtitle "
    "estimatedprintedpages recordnumber record articleid indexterms subject subjects copyright wordcount words zone "
    "company product country language documenttype uploaded citation openurllink",
}  # fmt: skip
_FIELD = {word: field for field, words in _LABELS.items() for word in words.split()}
_MARKS = frozenset(("estimatedprintedpages", "recordnumber", "articleid"))
_BODY_LABEL = r"(?:(?:full ?|article ?)?text|body|content|url|link)s?\s?:"
_ROLE = (
    r"(?:;|, (?:staff|special|senior|chief|associated|contributing|for the|of the|the |correspondent|reporter|editor)"
    r"|, [\w ]{2,40}(?:writer|reporter|editor|correspondent|columnist)s?$).*"
)
_FOOT = (
    r"(?:article text:$|\d{1,5} words$|copyright\b"
    r"|©|\(c\) ?\d|all rights reserved|openurl link|•? ?citation\b|provided by:? newsbank|.{0,30}newsbank"
    r"|https?://\S*(?:newsbank|infoweb)\S*$|.{20,240}\binfoweb\.newsbank\.com)"
)

_PLACED = r".{2,70} \([A-Z][\w .,'-]{1,40}\)"  # an outlet with its place

Labels = dict[str, str]


def read(text: str, lines: list[Line]) -> list[Draft] | None:
    """The documents of an export, or None if it is none."""
    labels = [_labels(line.text) for line in lines]
    names = {name for found in labels if found for name in found}
    if len(names) < 2 or not (names & _MARKS or any(_is_stamp(line) for line in lines)):
        return None
    if any(
        len(line.text) < 400 and pattern(_BODY_LABEL, 2).match(line.text) and line.text != "Article Text:"
        for line in lines
    ):
        return None
    drafts = []
    for start, end in _parts(lines, labels):
        draft = _document(lines[start:end], labels[start:end])
        if draft is None:
            return None
        drafts.append(draft)
    return drafts


def _labels(text: str) -> Labels | None:
    """The known labels on a line with their values, or None if it does not open with one."""
    if len(text) > 400 or ":" not in text:
        return None
    found: Labels = {}
    for part in text.split(" | "):
        match = pattern(r"([A-Z][A-Za-z /]{2,24}?)(?:\(s\))?\s?:(?:\s+(.*)|$)").match(part)
        name = match[1].lower().replace(" ", "").replace("/", "") if match else ""
        if match and name == "record" and pattern(r"[\w.:-]*\d[\w.:-]*").fullmatch(match[2] or ""):
            name = "recordnumber" if len(match[2]) >= 5 else name
        if match and name in _FIELD:
            found.setdefault(name, (match[2] or "").strip())
        elif not found:
            return None
    return found


def _is_foot(line: Line) -> bool:
    return len(line.text) < 300 and bool(pattern(_FOOT, 2).match(line.text))


def _is_stamp(line: Line) -> bool:
    return line.text == "OpenURL Link" or (len(line.text) < 200 and "newsbank" in line.text.lower())


def _parts(lines: list[Line], labels: list[Labels | None]) -> list[tuple[int, int]]:
    """The borders of the documents: one ends with the marks under its text."""
    parts = []
    start, text, closed = 0, False, False
    for i, line in enumerate(lines):
        found = labels[i]
        foot = _is_foot(line)
        more = found and line.gap < 2 and found.keys().isdisjoint(("paper", "title", "headline"))
        if closed and not more and not foot and cues.kind_of(line.text) != "rule":
            parts.append((start, i))
            start, text, closed = i, False, False
        if found is None and not foot:
            text = text or cues.is_long(line.text)
        elif text and (foot or (found and found.keys() & _MARKS)):
            closed = True
    return [*parts, (start, len(lines))]


def _document(lines: list[Line], labels: list[Labels | None]) -> Draft | None:
    """One document, or None if it has no headline over its text."""
    total = len(lines)
    free = [labels[i] is None and not _is_foot(lines[i]) for i in range(total)]
    body = next((i for i in range(total) if free[i] and _is_text(lines, i)), total)
    end = total
    while end > body + 1 and (not free[end - 1] or cues.kind_of(lines[end - 1].text) == "rule"):
        end -= 1
    fields: Labels = {}
    for found in labels[:body] + labels[end:]:
        for name, value in (found or {}).items():
            fields.setdefault(_FIELD[name] if _FIELD[name] != "other" else name, value)
    draft = Draft()
    _head(draft, lines[:body], free, labels, fields)
    if draft.title is None:
        return None
    draft.put("author", clean_author(pattern(_ROLE, 2).sub("", fields.get("author", ""))), "author field")
    draft.pieces += line_pieces(lines[body:end])
    for line, found in zip(lines[end:], labels[end:]):
        _foot(draft, line, found or {})
    return draft


def _is_text(lines: list[Line], i: int) -> bool:
    """Whether the text begins on line `i`, perhaps with the first line of a wrapped paragraph."""
    text = lines[i].text
    wrapped = i > 0 and lines[i].gap and len(text) >= 55 and i + 1 < len(lines) and not lines[i + 1].gap
    return cues.is_long(text) or bool(wrapped and len(lines[i + 1].text) >= 55 and text[-1] not in ".!?")


def _head(
    draft: Draft, head: list[Line], free: list[bool], labels: list[Labels | None], fields: Labels
) -> None:
    """Take the lines above the text, and the fields that they and the labels tell."""
    outlet, dated, title = _places(head, free, fields)
    for i, line in enumerate(head):
        found = labels[i]
        if found is not None:
            if fields.get("title") and not found.keys().isdisjoint(("title", "headline")) and len(found) == 1:
                draft.pieces.append(Piece("headline", fields["title"], line.start, line.end, "title field"))
            else:
                draft.add(line, "byline" if _is_author(found) else "furniture", "field of the export")
        elif i == dated:
            draft.add(line, "dateline", "line with the date")
        elif i == title:
            draft.add(line, "headline", "the free line of the head")
        elif i == outlet or not free[i] or cues.kind_of(line.text) not in ("", "byline"):
            draft.add(line, "furniture", "head of the export")
        else:
            names = pattern(r"^(?:by|par|von) ", 2).sub("", line.text)
            if "author" not in fields and is_byline("By " + names):
                fields["author"] = names
                draft.add(line, "byline", "names under the headline")
            elif pattern(r"(?:\w+ )?(?:writer|reporter|correspondent|columnist|editor)s?", 2).fullmatch(
                line.text
            ):
                draft.add(line, "byline", "what the author is")
            else:
                draft.add(line, "subhead", "line under the headline")
    draft.put("title", fields.get("title"), "title field")
    draft.put("title", head[title].text if title >= 0 else None, "the free line of the head")
    put_date(draft, fields.get("published", ""), "date field")
    put_date(draft, head[dated].text if dated >= 0 else "", "line with the date")
    draft.put("source", paper_name(fields.get("source", "")), "paper field")
    if outlet >= 0:
        name = _beside_date(head[dated].text) if outlet == dated else head[outlet].text
        draft.put("source", paper_name(name), "outlet in the head")


def _foot(draft: Draft, line: Line, found: Labels) -> None:
    """Take a line below the text."""
    if found.get("caption") and len(found) == 1:
        draft.pieces.append(Piece("caption", found["caption"], line.start, line.end, "caption field"))
    else:
        draft.add(line, "byline" if _is_author(found) else "furniture", "field of the export")
    owner = pattern(r"(?:copyright:?|©|\(c\)|[, ]|\d{4})+([A-Z][^.]{2,60})", 2).match(line.text)
    if owner and not line.text[:1].isdigit():
        draft.put("source", paper_name(pattern(r",? all rights", 2).split(owner[1])[0]), "rights notice")


def _is_author(found: Labels) -> bool:
    return {_FIELD[name] for name in found} == {"author"}


def _is_dated(text: str) -> bool:
    return len(text) < 160 and not cues.is_long(text) and find_date(text) is not None


def _beside_date(text: str) -> str:
    """The part of a line with a date that names the outlet, or ""."""
    parts = [part.strip() for part in pattern(r" [-–—|•·] ").split(text)]
    names = [p for p in parts if not find_date(p) and pattern(r"[A-Z]").match(p)]
    named = [
        p for p in names if not pattern(r"(?:page|section|p\.|edition)\b.*|[A-Z]{0,2}\d+\b.*", 2).fullmatch(p)
    ]
    return named[0] if named else ""


def _places(head: list[Line], free: list[bool], fields: Labels) -> tuple[int, int, int]:
    """The lines of a head that name the outlet, the date and the headline (-1: none)."""
    dated = next((i for i, line in enumerate(head) if free[i] and date_line(line.text)), -1)
    if dated < 0 and "published" not in fields:
        dated = next((i for i, line in enumerate(head) if free[i] and _is_dated(line.text)), -1)
    others = [i for i, line in enumerate(head) if free[i] and i != dated and not cues.kind_of(line.text)]
    outlet = -1
    if "source" in fields:
        pass
    elif dated >= 0 and not date_line(head[dated].text) and _beside_date(head[dated].text):
        outlet = dated
    else:
        outlet = next((i for i in others if pattern(_PLACED).fullmatch(head[i].text)), -1)
        if outlet < 0 and len(others) > 1 and dated - 1 in others and not head[dated].gap:
            outlet = dated - 1
    title = next((i for i in others if i != outlet), -1)
    return outlet, dated, -1 if "title" in fields else title
