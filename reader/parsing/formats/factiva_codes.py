"""Factiva's export with field codes: `HD`, `BY`, `WC`, `PD` … alone on a line or in a narrow first column.

`LP` and `TD` together are the body; `ART` holds captions. The codes are those of Factiva's own help pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.parsing.body import line_pieces
from reader.parsing.draft import Draft, Piece
from reader.parsing.fields import clean_author, clean_source, put_date
from reader.parsing.lines import Line, join_lines
from reader.parsing.patterns import pattern

if TYPE_CHECKING:
    from reader.model import Role

_CODES = frozenset(
    "SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD CT RF ART CO IN NS RE IPC IPD PUB AN CLM DLN HLP OP SU CX".split()
)

_SHOWN = frozenset("HD LP TD ART".split())  # fields for reading
_FIELDS = frozenset("BY PD SN".split())  # fields that tell of the article
_KNOWN = frozenset("HD WC PD SN LP TD AN LA".split())  # five of these, and it is an export


def read(text: str, lines: list[Line]) -> list[Draft] | None:
    """The documents of an export, or None if it is none."""
    places = [i for i, line in enumerate(lines) if line.text in _CODES and line.indent <= 3]
    if len(places) < 4:
        lines, places = _part_columns(text, lines)
    codes = [lines[i].text for i in places]
    if len(_KNOWN.intersection(codes)) < 5:
        return None
    starts = _starts(codes)
    if not starts:
        return None
    cover = [Piece.of(line, "furniture", "cover lines of the export") for line in lines[: places[starts[0]]]]
    places.append(len(lines))
    starts.append(len(codes))
    drafts = [_document(lines, places[first : last + 1]) for first, last in zip(starts, starts[1:])]
    drafts[0].pieces = cover + drafts[0].pieces
    return drafts


def _part_columns(text: str, lines: list[Line]) -> tuple[list[Line], list[int]]:
    """Lines with the code in a column of its own cut in two, and the numbers of the codes among them."""
    parted: list[Line] = []
    places = []
    for line in lines:
        code = line.text[:3].rstrip()
        if (
            code in _CODES
            and line.indent <= 3
            and pattern(rf"[ \t]*{code}(?:[ \t]{{1,6}}\S|[ \t]*(?:\n|$))").match(text, line.start)
        ):
            places.append(len(parted))
            rest = line.text[len(code) :].strip()
            cut = line.end - len(rest)
            parted.append(Line(code, line.start, cut, line.gap, line.indent))
            if rest:
                line = Line(rest, cut, line.end, line.gap, cut - line.start + line.indent)
            else:
                continue
        parted.append(line)
    return parted, places


def _starts(codes: list[str]) -> list[int]:
    """Which fields open a document: each headline, or the section that stands between it and the one before."""
    starts = []
    section = -1
    for n, code in enumerate(codes):
        if code == "SE":
            section = n
        elif code == "HD":
            starts.append(section if section >= 0 else n)
            section = -1
    return starts


def _document(lines: list[Line], places: list[int]) -> Draft:
    """The document whose codes stand at `places`; the last of these is its end."""
    draft = Draft()
    add = draft.pieces.append
    role: Role
    for at, stop in zip(places, places[1:]):
        line = lines[at]
        code = line.text
        if at + 1 < stop and code not in _SHOWN:
            value = lines[at + 1] if at + 2 == stop else join_lines(lines[at + 1 : stop])
            role = _note(draft, code, value.text) if code in _FIELDS else "furniture"
            add(Piece(role, f"{code} {value.text}", line.start, value.end, "field of the export"))
            continue
        add(Piece("furniture", code, line.start, line.end, "field code"))
        if at + 1 < stop:
            _show(draft, code, lines[at + 1 : stop])
    return draft


def _show(draft: Draft, code: str, values: list[Line]) -> None:
    """Give the draft the lines of a field for reading."""
    if code in ("LP", "TD"):
        draft.pieces += line_pieces(values)
        return
    joined = join_lines(values)
    if code == "HD":
        draft.put("title", joined.text, "HD field")
        draft.add(joined, "headline", "HD field")
    else:
        draft.add(joined, "caption", "ART field")


def _note(draft: Draft, code: str, value: str) -> Role:
    """Give the draft a field that tells of the article; the role of its lines."""
    if code == "PD":
        put_date(draft, value, "PD field")
        return "dateline"
    if code == "BY":
        draft.put("author", clean_author(value), "BY field")
        return "byline"
    draft.put("source", clean_source(value), "SN field")
    return "furniture"
