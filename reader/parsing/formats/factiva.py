"""Factiva's display form: headline, byline, `664 words`, date, outlet …, text, `Document ABCD0000…`.

The word count is alone on its line (in several languages) with the date right under it; the headline stands
above the count.
"""

from __future__ import annotations

from bisect import bisect_left

from reader.parsing import cues
from reader.parsing.body import line_pieces
from reader.parsing.bylines import is_byline
from reader.parsing.dates import date_line, find_date
from reader.parsing.draft import Draft, Piece
from reader.parsing.fields import clean_author, clean_source
from reader.parsing.lines import Line, join_lines
from reader.parsing.patterns import pattern

_COUNT = r"\d[\d.,]* (?:words?|Wörter|Woerter|mots?|palabras|parole|woorden|ord|palavras|слов)"
_END = r"(?:Document|Dokument|Documento) [A-Za-z0-9]{10,40}"
# What heads the search behind the last document.
_SUMMARIES = frozenset(
    (
        "Search Summary", "Suchzusammenfassung", "Zusammenfassung der Suche", "Résumé de la recherche",
        "Resumen de la búsqueda", "Resumen de búsqueda", "Riepilogo ricerca", "Resumo da pesquisa",
        "Zoekoverzicht", "Сводка поиска",
    )
)  # fmt: skip
_RIGHTS = ("rights reserved", "tous droits", "alle rechte")
# Codes of papers, pages, times, volumes.
_CODE = r"\d\d:\d\d(?: .{0,12})?|[A-Z0-9]{2,8}|[A-Z]?\d{1,4}|.{0,12}\bvol\..*"
_LANGUAGES = frozenset(
    """english french german spanish italian dutch portuguese arabic russian chinese japanese englisch
    deutsch français anglais inglés español""".split()
)


def read(text: str, lines: list[Line]) -> list[Draft] | None:
    """The documents of an export, or None if it is none."""
    counts = [
        i
        for i, line in enumerate(lines)
        if len(line.text) < 24
        and line.text[0].isdigit()
        and pattern(_COUNT).fullmatch(line.text)
        and any(
            find_date(lines[j].text) for j in range(i + 1, min(i + 3, len(lines))) if len(lines[j].text) < 40
        )
    ]
    ends = [i for i, line in enumerate(lines) if len(line.text) < 60 and pattern(_END).fullmatch(line.text)]
    if not counts or not ends:
        return None
    starts = []
    last = -1
    for n, count in enumerate(counts):
        low = counts[n - 1] + 1 if n else 0
        mark = ends[bisect_left(ends, count) - 1] if ends and ends[0] < count else -1
        if mark >= low:
            start = mark + 1
        else:  # no end mark in between: the head is the block of lines right above the count
            start = count
            while start > low and (lines[start].gap == 0 or count - start < 2) and count - start < 5:
                start -= 1
            start = max(start, low)
        starts.append(max(start, last + 1))
        last = count
    drafts = []
    for n, (start, count) in enumerate(zip(starts, counts)):
        end = starts[n + 1] if n + 1 < len(starts) else len(lines)
        drafts.append(_document(lines[start:end], count - start))
    cover = [Piece.of(line, "furniture", "cover lines of the export") for line in lines[: starts[0]]]
    drafts[0].pieces = cover + drafts[0].pieces
    return drafts


def _document(lines: list[Line], count: int) -> Draft:
    draft = Draft()
    _head(draft, lines[:count])
    draft.add(lines[count], "furniture", "word count of the export")
    _body(draft, lines[_imprint(draft, lines, count + 1) :])
    return draft


def _imprint(draft: Draft, lines: list[Line], first: int) -> int:
    """Day, source and other short lines under the word count, from `first` on, and the rights notice; returns the
    number of the line behind them."""
    place = 0
    i = first
    while i < len(lines) and i < first + 13:
        line = lines[i]
        low = line.text.lower()
        if low.startswith(("(c)", "©", "copyright")) or any(word in low for word in _RIGHTS):
            draft.add(line, "furniture", "rights notice")
            i += 1
            if not (i < len(lines) and lines[i].gap == 0 and len(lines[i].text) < 60):
                break
            continue
        if draft.published is None and (iso := find_date(line.text)) and len(line.text) < 40:
            draft.put("published", iso, "date under the word count")
            draft.add(line, "dateline", "date under the word count")
        elif len(line.text) > 120 or (cues.is_long(line.text) and place > 1):
            break
        else:
            if draft.source is None and not pattern(_CODE, 2).fullmatch(line.text) and low not in _LANGUAGES:
                draft.put("source", clean_source(line.text), "the line under the date")
            draft.add(line, "furniture", "head of the document")
            place += 1
        i += 1
    return i


def _body(draft: Draft, lines: list[Line]) -> None:
    """The text, its end marks, and what was searched for below them."""
    rest: list[Line] = []
    closed = False
    for line in lines:
        if len(line.text) < 60 and pattern(_END).fullmatch(line.text):
            draft.pieces += line_pieces(rest)
            rest = []
            draft.add(line, "furniture", "end mark of the export")
        elif closed or (
            draft.pieces[-1].reason == "end mark of the export" and line.text in _SUMMARIES and not rest
        ):
            closed = True
            draft.add(line, "furniture", "what was searched for")
        else:
            rest.append(line)
    draft.pieces += line_pieces(rest)


def _head(draft: Draft, lines: list[Line]) -> None:
    """Section, headline and byline above the count."""
    rest = list(lines)
    author: Line | None = None
    if len(rest) >= 2 and _is_author(rest[-1].text):
        author = rest.pop()
    if (
        len(rest) >= 2
        and len(rest[0].text) < 40
        and rest[0].text.count(" ") < 3
        and len(rest[0].text) < len(rest[1].text)
    ):
        draft.add(rest.pop(0), "furniture", "section of the paper")
    if rest:
        joined = join_lines(rest)
        draft.put("title", joined.text, "the lines above the word count")
        draft.add(joined, "headline", "the lines above the word count")
    if author:
        draft.put("author", clean_author(author.text), "byline above the word count")
        draft.add(author, "byline", "byline above the word count")


def _is_author(text: str) -> bool:
    if len(text) > 90 or date_line(text):
        return False
    if text.lower().startswith(("by ", "von ", "par ", "por ")):
        return True
    return text.count(" ") <= 5 and is_byline("By " + text)
