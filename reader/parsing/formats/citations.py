"""References as databases and their managers export them: RIS (`TI  - …`, `ER  -`) and EndNote's tags (`%T …`)."""

from __future__ import annotations

from reader.parsing.dates import find_date
from reader.parsing.draft import Draft, Piece
from reader.parsing.fields import clean_source
from reader.parsing.lines import Line
from reader.parsing.patterns import pattern

_RIS = r"([A-Z][A-Z0-9]) {0,2}- ?(.*)"  # lines come with one space for several
_ENDNOTE = r"%([A-Z0-9@!?*+>~()\[\]$&]) ?(.*)"
# The field that each tag holds; the first one found counts.
_TAGS = {
    "TI": "title", "T1": "title", "CT": "title", "BT": "title", "%T": "title",
    "DA": "published", "Y1": "published", "PY": "published", "%8": "published", "%D": "published",
    "T2": "source", "JO": "source", "JF": "source", "JA": "source", "PB": "source", "%B": "source", "%J": "source",
    "%I": "source", "AU": "author", "A1": "author", "%A": "author",
    "AB": "text", "N2": "text", "N1": "text", "%X": "text", "%Z": "text",
}  # fmt: skip
_SURE = ("AB", "N2", "%X")


def read(text: str, lines: list[Line]) -> list[Draft] | None:
    """The references of a file as articles, each with its abstract or full text, or None if it holds none."""
    if lines[0].text.startswith("TY"):
        form, opens = _RIS, "TY"
    elif lines[0].text.startswith("%0"):
        form, opens = _ENDNOTE, "0"
    else:
        return None
    match = pattern(form).match
    fields: list[tuple[str, int, int]] = []  # tag, its line, where its value begins on it
    for i, line in enumerate(lines):
        found = match(line.text) if not line.indent else None
        if found:
            tag = found[1] if form == _RIS else f"%{found[1]}"
            fields.append((tag, i, found.start(2)))
    starts = [n for n, (tag, _, _) in enumerate(fields) if tag.removeprefix("%") == opens]
    if not fields or fields[0][1] or len(fields) < 3 * len(starts):
        return None
    drafts = []
    for n, start in enumerate(starts):
        end = starts[n + 1] if n + 1 < len(starts) else len(fields)
        last = fields[end][1] if end < len(fields) else len(lines)
        drafts.append(_reference(lines, fields[start:end], last))
    return drafts if any(draft.title for draft in drafts) else None


def _reference(lines: list[Line], fields: list[tuple[str, int, int]], last: int) -> Draft:
    """The article of the reference whose fields end in front of line `last`."""
    draft = Draft()
    authors: list[str] = []
    dates: list[str] = []
    sure = any(tag in _SURE for tag, _, _ in fields)
    for n, (tag, i, cut) in enumerate(fields):
        end = fields[n + 1][1] if n + 1 < len(fields) else last
        field = _TAGS.get(tag, "")
        line = lines[i]
        value = line.text[cut:].strip()
        more = lines[i + 1 : end]
        if field == "text" and (tag in _SURE or not sure) and (value or more):
            _put_text(draft, line, cut, more)
            continue
        if field == "title" and value and draft.title is None:
            draft.put("title", " ".join([value, *(one.text for one in more)]), f"{tag} field")
            begin, end_of_title = _begin(line, cut), (more or [line])[-1].end
            draft.pieces.append(Piece("headline", draft.title or value, begin, end_of_title, "title"))
            continue
        if field == "source":
            draft.put("source", clean_source(value), f"{tag} field")
        elif field == "author" and value:
            authors.append(value)
        elif field == "published":
            dates.append(value)
        for one in (line, *more):
            draft.add(one, "furniture", "field of the reference")
    draft.put("author", "; ".join(authors), "author field")
    days = [
        day for value in dates if (day := find_date(value.rstrip("/").replace("/", "-")) or find_date(value))
    ]
    draft.put("published", max(days, key=len, default=None), "date field")
    return draft


def _begin(line: Line, cut: int) -> int:
    """Where what stands behind `cut` of a line's text begins in the file; the whole line where that is not told."""
    return line.start + cut if line.end - line.start == len(line.text) else line.start


def _put_text(draft: Draft, line: Line, cut: int, more: list[Line]) -> None:
    """Give a draft the text that begins behind the tag of a line and goes on below."""
    value = line.text[cut:].strip()
    if value:
        draft.pieces.append(Piece("para", value, _begin(line, cut), line.end, "text of the reference"))
    else:
        draft.add(line, "furniture", "field of the reference")
    for one in more:
        draft.add(one, "para", "text of the reference")
