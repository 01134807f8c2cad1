"""Nexis Uni (and Nexis Advance) documents turned to text: head, `Body`, text, `End of Document`."""

from __future__ import annotations

from bisect import bisect_right

from reader.parsing.body import line_pieces
from reader.parsing.cues import pattern
from reader.parsing.dates import find_date
from reader.parsing.draft import Draft, Piece
from reader.parsing.fields import clean_author, clean_source
from reader.parsing.lines import Line

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
    draft = Draft()
    cover = max((i + 1 for i in range(body) if pattern(_COVER).match(lines[i].text)), default=0)
    for line in lines[:cover]:
        draft.add(line, "furniture", "cover lines of the export")
    for line in lines[cover:body]:
        label = pattern(_LABEL).match(line.text)
        low = line.text.lower()
        if label:
            if label[1] in ("Byline", "Autor", "Auteur"):
                draft.put("author", clean_author(label[2] or ""), "byline field")
                draft.add(line, "byline", "byline field")
            elif label[1] == "Highlight" and label[2]:
                cut = line.end - len(label[2])
                draft.pieces.append(Piece("furniture", "Highlight:", line.start, cut, "label of the export"))
                draft.pieces.append(Piece("para", label[2], cut, line.end, "highlight of the export"))
            else:
                draft.add(line, "furniture", "field of the export")
        elif low.startswith(("copyright", "©")) or "rights reserved" in low:
            draft.add(line, "furniture", "rights notice")
        elif (
            pattern(r"(?:Page \d+ of \d+|\d+\. .{0,200}|About LexisNexis.*)").fullmatch(line.text)
            and draft.title is None
        ):
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
    draft.add(lines[body], "furniture", "label of the body")
    rest: list[Line] = []
    closed = False
    for n, line in enumerate(lines[body + 1 :], body + 2):
        label = pattern(_LABEL).match(line.text)
        low = line.text.lower()
        heads = line.gap or (n < len(lines) and bool(pattern(_LABEL).match(lines[n].text)))
        if heads and line.text in ("Classification", "Klassifizierung", "Classificatie"):
            draft.pieces += line_pieces(rest)
            rest = []
            closed = True
            draft.add(line, "furniture", "heading of the export")
        elif label and (
            label[1] == "Load-Date" or (line.gap and label[1] in ("Classification", "Graphic", "Language"))
        ):
            draft.pieces += line_pieces(rest)
            rest = []
            closed = True
            if label[1] == "Graphic":
                draft.add(line, "caption" if label[2] else "furniture", "caption of the export")
            else:
                draft.add(line, "furniture", "field of the export")
                if label[1] == "Load-Date":
                    draft.put("published", find_date(label[2] or ""), "load date")
        elif low in _ENDS:
            draft.pieces += line_pieces(rest)
            rest = []
            draft.add(line, "furniture", "end mark of the export")
        elif closed:
            draft.add(line, "furniture", "field of the export")
        else:
            rest.append(line)
    draft.pieces += line_pieces(rest)
    return draft
