"""Nexis Uni (and Nexis Advance) documents turned to text: head, `Body`, text, `End of Document`."""

from __future__ import annotations

from bisect import bisect_right

from reader.parsing.body import line_pieces
from reader.parsing.dates import find_date
from reader.parsing.draft import Draft, Piece
from reader.parsing.fields import clean_author, clean_source
from reader.parsing.lines import Line
from reader.parsing.patterns import pattern

_BODY = frozenset("Body Volltext Text Corps Texte Cuerpo Texto Tekst Corpo".split())
_ENDS = frozenset(
    ("end of document", "ende des dokuments", "fin du document", "fin del documento", "fine del documento")
)
_HEADS = (
    "Length:",
    "Section:",
    "Byline:",
    "Länge:",
    "Rubrik:",
    "Autor:",
    "Longueur:",
    "Longueur :",
    "Rubrique:",
)
_LABEL = (
    r"(Section|Length|Byline|Dateline|Highlight|Load-Date|Classification|Language|Publication-Type|Subject|Company|"
    r"Organization|Industry|Person|Geographic|Graphic|Correction|Ticker|Series|Edition|URL|Journal Code|Link to Image|"
    r"Link to PDF|Rubrik|Länge|Autor|Rubrique|Longueur|Auteur|"
    r"Sección|Longitud|Sprache|Langue|Notes|Acc-no|Copyright|Location|Pages?|Document Type|"
    r"Body)\s?:(?:\s(.*)|$)"
)
# What stands about the headline of a printed document.
_PAGE_LINE = r"(?:Page \d+ of \d+|\d+\. .{0,200}|About LexisNexis.*)"

# What the list of documents in front of the first one is made of.
_COVER = (
    r"(?:User Name|Date and Time|Job Number|Client/Matter|Search Terms|Search Type|Narrowed by|Content Type)\s?:"
    r"|Documents? \(\d+\)|\|? ?About LexisNexis"
)


def read(text: str, lines: list[Line]) -> list[Draft] | None:
    """The documents of an export, or None if it is none."""
    bodies = [
        i for i, line in enumerate(lines) if line.text in _BODY and line.gap + (i > 0) and _headed(lines, i)
    ]
    if not bodies:
        return None
    ends = [i for i, line in enumerate(lines) if line.text.lower() in _ENDS]
    if not ends and not any(line.text.startswith("Load-Date") for line in lines):
        return None
    drafts = []
    start = 0
    for n, body in enumerate(bodies):
        limit = bodies[n + 1] if n + 1 < len(bodies) else len(lines)
        after = bisect_right(ends, body)
        end = ends[after] + 1 if after < len(ends) and ends[after] < limit else None
        if end is None:
            end = len(lines) if n + 1 == len(bodies) else _head_start(lines, body, limit)
        if n + 1 == len(bodies):
            end = len(lines)
        drafts.append(_document(lines[start:end], body - start))
        start = end
    return drafts


def _headed(lines: list[Line], i: int) -> bool:
    """Whether a length or section label stands a few lines above."""
    return any(lines[j].text.startswith(_HEADS) for j in range(max(0, i - 8), i))


def _head_start(lines: list[Line], body: int, following: int) -> int:
    """Where the next head starts when the end mark is missing: behind the last label after the body."""
    for i in range(following - 1, body, -1):
        if lines[i].text.startswith("Load-Date"):
            return i + 1
    return following


def _document(lines: list[Line], body: int) -> Draft:
    """One document; its text stands behind the line `body`."""
    draft = Draft()
    cover = max((i + 1 for i in range(body) if pattern(_COVER).match(lines[i].text)), default=0)
    for line in lines[:cover]:
        draft.add(line, "furniture", "cover lines of the export")
    for line in lines[cover:body]:
        label = pattern(_LABEL).match(line.text)
        if label:
            _head_field(draft, line, label[1], label[2])
        else:
            _head_line(draft, line)
    draft.add(lines[body], "furniture", "label of the body")
    _body(draft, lines[body + 1 :])
    return draft


def _head_field(draft: Draft, line: Line, label: str, value: str | None) -> None:
    if label in ("Byline", "Autor", "Auteur"):
        draft.put("author", clean_author(value or ""), "byline field")
        draft.add(line, "byline", "byline field")
    elif label == "Highlight" and value:
        cut = line.end - len(value)
        draft.pieces.append(Piece("furniture", "Highlight:", line.start, cut, "label of the export"))
        draft.pieces.append(Piece("para", value, cut, line.end, "highlight of the export"))
    else:
        draft.add(line, "furniture", "field of the export")


def _head_line(draft: Draft, line: Line) -> None:
    """A line without a label: the headline, then the outlet, then the day."""
    low = line.text.lower()
    if low.startswith(("copyright", "©")) or "rights reserved" in low:
        draft.add(line, "furniture", "rights notice")
    elif draft.title is None and pattern(_PAGE_LINE).fullmatch(line.text):
        draft.add(line, "furniture", "cover lines of the export")
    elif line.text == draft.title:
        draft.add(line, "furniture", "the headline again")
    elif draft.title is None:
        draft.put("title", line.text, "first line of the document")
        draft.add(line, "headline", "first line of the document")
    elif draft.published is None and len(line.text) < 80 and (iso := find_date(line.text)):
        draft.put("published", iso, "date under the outlet's name")
        draft.add(line, "dateline", "date under the outlet's name")
    else:
        if draft.published is None:
            draft.put("source", clean_source(line.text), "the line under the headline")
        draft.add(line, "furniture", "head of the document")


def _body(draft: Draft, lines: list[Line]) -> None:
    """The text, and the fields at its foot."""
    text: list[Line] = []
    closed = False  # whether the fields have begun

    def end_text() -> None:
        draft.pieces += line_pieces(text)
        text.clear()

    for following, line in enumerate(lines, 1):
        label = pattern(_LABEL).match(line.text)
        heads = line.gap or (following < len(lines) and bool(pattern(_LABEL).match(lines[following].text)))
        if heads and line.text in ("Classification", "Klassifizierung", "Classificatie"):
            end_text()
            closed = True
            draft.add(line, "furniture", "heading of the export")
        elif label and (
            label[1] == "Load-Date" or (line.gap and label[1] in ("Classification", "Graphic", "Language"))
        ):
            end_text()
            closed = True
            _foot_field(draft, line, label[1], label[2])
        elif line.text.lower() in _ENDS:
            end_text()
            draft.add(line, "furniture", "end mark of the export")
        elif closed:
            draft.add(line, "furniture", "field of the export")
        else:
            text.append(line)
    end_text()


def _foot_field(draft: Draft, line: Line, label: str, value: str | None) -> None:
    if label == "Graphic":
        draft.add(line, "caption" if value else "furniture", "caption of the export")
        return
    draft.add(line, "furniture", "field of the export")
    if label == "Load-Date":
        draft.put("published", find_date(value or ""), "load date")
