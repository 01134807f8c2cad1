"""Factiva's export with field codes: `HD`, `BY`, `WC`, `PD` … alone on a line or in a narrow first column.

`LP` and `TD` together are the body; `ART` holds captions. The codes are those of Factiva's own help pages.
"""

from __future__ import annotations

from reader.parsing.body import line_pieces
from reader.parsing.cues import pattern
from reader.parsing.draft import Draft, Piece
from reader.parsing.fields import clean_author, clean_source, put_date
from reader.parsing.lines import Line, join_lines

_CODES = frozenset(
    "SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD CT RF ART CO IN NS RE IPC IPD PUB AN CLM DLN HLP OP SU CX".split()
)

_PASSED = _CODES - frozenset("LP TD HD ART BY PD SN".split())  # fields that tell nothing of an article


def _code(line: Line) -> str:
    """The field code that opens a line, or ""."""
    text = line.text
    if line.indent > 3 or len(text) < 2:
        return ""
    word = text.split(" ", 1)[0] if len(text) > 3 else text
    return word if word in _CODES else ""


def read(text: str, lines: list[Line]) -> list[Draft] | None:
    """The documents of an export, or None if it is none."""
    codes = [line.text if line.text in _CODES and line.indent <= 3 else "" for line in lines]
    columns = len(codes) - codes.count("") < 4
    if columns:  # the value stands behind the code, two or more columns on
        codes = [
            code if code and pattern(rf"[ \t]*{code}(?:[ \t]{{1,6}}\S|$)").match(text, line.start) else ""
            for line, code in zip(lines, map(_code, lines))
        ]
    heads = [i for i, code in enumerate(codes) if code == "HD"]
    if not heads or len({"HD", "WC", "PD", "SN", "LP", "TD", "AN", "LA"} & set(codes)) < 5:
        return None
    starts = []
    for n, head in enumerate(heads):
        low = heads[n - 1] + 1 if n else 0
        start = head
        if "SE" in codes[low:head]:
            start = max(i for i in range(low, head) if codes[i] == "SE")
        starts.append(start)
    drafts = []
    for n, start in enumerate(starts):
        end = starts[n + 1] if n + 1 < len(starts) else len(lines)
        drafts.append(_document(lines[start:end], codes[start:end], columns))
    cover = [Piece.of(line, "furniture", "cover lines of the export") for line in lines[: starts[0]]]
    drafts[0].pieces = cover + drafts[0].pieces
    return drafts


def _document(lines: list[Line], codes: list[str], columns: bool) -> Draft:
    draft = Draft()
    pieces = draft.pieces
    i, total = 0, len(lines)
    while i < total:
        line, code = lines[i], codes[i]
        j = i + 1
        while j < total and not codes[j]:
            j += 1
        values = lines[i + 1 : j]
        if columns and code:
            rest = line.text[len(code) :].strip()
            cut = line.end - len(rest)
            pieces.append(Piece("furniture", code, line.start, min(cut, line.end), "field code"))
            if rest:
                values = [Line(rest, cut, line.end, line.gap, cut - line.start + line.indent), *values]
        elif code:
            pieces.append(Piece("furniture", code, line.start, line.end, "field code"))
        else:
            values = lines[i:j]
        if code in _PASSED:
            for value in values:
                pieces.append(Piece("furniture", value.text, value.start, value.end, "field of the export"))
        elif values:
            _take(draft, code, values)
        i = j
    return draft


def _take(draft: Draft, code: str, values: list[Line]) -> None:
    if code in ("LP", "TD"):
        draft.pieces += line_pieces(values)
        return
    joined = join_lines(values)
    if code == "HD":
        draft.put("title", joined.text, "HD field")
        draft.add(joined, "headline", "HD field")
    elif code == "ART":
        draft.add(joined, "caption", "ART field")
    elif code == "BY":
        draft.put("author", clean_author(joined.text), "BY field")
        draft.add(joined, "byline", "BY field")
    elif code == "PD":
        put_date(draft, joined.text, "PD field")
        draft.add(joined, "dateline", "PD field")
    else:
        if code == "SN":
            draft.put("source", clean_source(joined.text), "SN field")
        for line in values:
            draft.add(line, "furniture", "field of the export")
