"""LexisNexis' classic text export: counter lines, centred outlet and date, capital labels.

The body stands between the labels around LENGTH and those around LOAD-DATE; labels come in several languages.
Layout known from public samples and readers of such exports.
"""

from __future__ import annotations

from reader.parsing.body import line_pieces
from reader.parsing.dates import find_date
from reader.parsing.draft import Draft, Piece
from reader.parsing.fields import clean_author, clean_source
from reader.parsing.lines import Line, join_lines
from reader.parsing.patterns import pattern

_COUNTER = (
    r"(?:FOCUS - |LEVEL \d - )?\d{1,6} (?:of|OF|von|van|de|sur|di|af|av) \d{1,6} "
    r"(?:STORIES|DOCUMENTS?|DOKUMENTEN?|DOCUMENTEN|DOCUMENTOS?|DOCUMENTI)"
)
_COUNTER_DE = r"(?:Dokument|DOKUMENT|DOCUMENT|Document) \d{1,6} (?:of|von|van|de|sur) \d{1,6}"
_TITLE = frozenset("HEADLINE KOP TITEL TITRE TITULO ÜBERSCHRIFT TITLE".split())
_AUTHOR = frozenset("BYLINE AUTOR AUTEUR AUTHOR BY-LINE VERFASSER".split())
_LENGTH = frozenset("LENGTH LÄNGE LENGTE LONGUEUR LARGO LONGITUD LUNGHEZZA".split())
_BODY = frozenset("BODY TEXT VOLLTEXT TEXTE".split())
_CAPTION = frozenset("GRAPHIC GRAFIK GRAPHIQUE GRAFISCH CAPTION PHOTO PHOTOS ILLUSTRATION".split())
_TEXTUAL = frozenset("HIGHLIGHT ABSTRACT CORRECTION TAGLINE CORRECTION-DATE SUMMARY LEAD".split())
_ONE_LINE = _LENGTH | _BODY | frozenset(("LOAD-DATE",))  # what follows right under these is no part of them
_BEFORE = (
    frozenset(
        """SECTION RUBRIK RUBRIEK SECTIE RUBRIQUE DATELINE ORT DISTRIBUTION SERIES TYPE COLUMN EDITION PAGE SEITE
    KICKER
    DEPARTMENT CATEGORY SOURCE""".split()
    )
    | _TITLE
    | _AUTHOR
    | _LENGTH
    | _BODY
)
_AFTER = (
    frozenset(
        """LOAD-DATE UPDATE UPDATE-DATE UPDATED DATUM-TOEGEVOEGD DATE-CHARGEMENT LANGUAGE SPRACHE TAAL LANGUE
    PUBLICATION-TYPE PUBLIKATIONSTYP PUB-TYPE TYPE-PUBLICATION ZEITUNGS-CODE JOURNAL-CODE CODE-REVUE SUBJECT
    COMPANY TICKER INDUSTRY CITY STATE COUNTRY REGION GEOGRAPHIC PERSON ORGANIZATION NOTES URL DOCUMENT-TYPE
    ACC-NO CO SIC TERMS ISSN COPYRIGHT PUB DATE UPDATE-DATUM DOC-TYPE PRODUCT LOADDATE PERSONNE SUJET ENTREPRISE
    SOCIETE PAYS VILLE BEDRIJF ONDERWERP LAND PERSOON GENRE INDEX-TERMS TITLE-CODE FILE PUBLICATION-SUBTYPE""".split()
    )
    | _CAPTION
)


def _label(line: Line) -> tuple[str, str] | None:
    match = pattern(r"([A-ZÄÖÜ][A-ZÄÖÜ]+(?:[- ][A-ZÄÖÜ]+){0,2}): ?(.*)").match(line.text)
    if not match or line.indent > 8:
        return None
    name = match[1].replace(" ", "-")
    return (name, match[2]) if name in _BEFORE or name in _AFTER or name in _TEXTUAL else None


def read(text: str, lines: list[Line]) -> list[Draft] | None:
    """The documents of an export, or None if it is none."""
    starts = [
        i
        for i, line in enumerate(lines)
        if len(line.text) < 48 and line.text[-1] != "." and _counts(line.text)
    ]
    starts = sorted({*starts, *_unnumbered(lines)})
    if not starts or not any((label := _label(line)) and label[0] in _LENGTH for line in lines[starts[0] :]):
        return None
    drafts = []
    for n, start in enumerate(starts):
        end = starts[n + 1] if n + 1 < len(starts) else len(lines)
        drafts.append(_document(lines[start:end]))
    cover = [Piece.of(line, "furniture", "cover page of the export") for line in lines[: starts[0]]]
    drafts[0].pieces = cover + drafts[0].pieces
    return drafts


def _counts(text: str) -> bool:
    """Whether a line is a document's counter."""
    return bool(pattern(_COUNTER).fullmatch(text) or pattern(_COUNTER_DE).fullmatch(text))


def _centred(line: Line) -> bool:
    return line.indent >= 9


def _unnumbered(lines: list[Line]) -> list[int]:
    """Starts of documents that lack their counter: an outlet and a date, both centred, after closing labels."""
    found = []
    closed = False
    for i, line in enumerate(lines):
        if not _centred(line):
            label = _label(line)
            if label:
                closed = label[0] in _AFTER
            continue
        if (
            closed
            and find_date(line.text)
            and len(line.text) < 60
            and not line.text.upper().startswith("COPYRIGHT")
        ):
            j = i
            while j > 0 and _centred(lines[j - 1]) and i - j < 4 and not _is_rights(lines[j - 1].text):
                j -= 1
            counter = any(_counts(lines[k].text) for k in range(max(0, j - 6), i))
            if not counter and j < i:
                found.append(j)
            closed = False
        elif _counts(line.text):
            closed = False
    return found


def _is_rights(text: str) -> bool:
    low = text.lower()
    return (
        low.startswith(("copyright", "©", "all rights", "alle rechte", "tous droits"))
        or "rights reserved" in low
    )


def _document(lines: list[Line]) -> Draft:
    draft = Draft()
    nearest = ""
    i = 0
    if _counts(lines[0].text):
        draft.add(lines[0], "furniture", "counter of the export")
        i = 1
    while i < len(lines) and _label(lines[i]) is None:
        line = lines[i]
        if not (
            _centred(line) or (draft.published is None and (_is_rights(line.text) or find_date(line.text)))
        ):
            if draft.source is None and draft.published is None and line.indent >= 2:
                pass
            else:
                break
        if _is_rights(line.text) or line.text.lower().startswith(("d/b/a", "inc.", "all rights")):
            draft.add(line, "furniture", "rights notice")
        elif (iso := find_date(line.text)) and len(line.text) < 70:
            draft.put("source", clean_source(nearest), "the line above the date")
            draft.put("published", iso, "date under the outlet's name")
            draft.add(line, "dateline", "date under the outlet's name")
        else:
            if draft.published is None and line.gap and not _rights_goes_on(lines, i):
                draft.put("source", clean_source(line.text), "the outlet's name above the date")
            nearest = line.text
            draft.add(line, "furniture", "the outlet's name")
        i += 1
    headline: list[Line] = []
    while i < len(lines) and _label(lines[i]) is None and len(headline) < 8:
        if headline and lines[i].gap and len(lines[i].text) > 300:
            break
        headline.append(lines[i])
        i += 1
    if headline:
        joined = join_lines(headline)
        draft.pieces.append(
            Piece("headline", joined.text, joined.start, joined.end, "the lines above the fields")
        )
        draft.put("title", joined.text, "the lines above the fields")
    _fields(lines, i, draft)
    return draft


def _rights_goes_on(lines: list[Line], i: int) -> bool:
    """Whether line `i` is the second line of a rights notice (a long company name is broken in two)."""
    return i > 0 and lines[i].gap == 0 and _is_rights(lines[i - 1].text)


def _fields(lines: list[Line], i: int, draft: Draft) -> None:
    """Labels and body from line `i` on."""
    body: list[Line] = []
    opened = closed = False
    while i < len(lines):
        label = _label(lines[i])
        if label and not (
            opened and label[0] in _BEFORE and body and label[0] not in _BODY and _is_inside(lines, i)
        ):
            name = label[0]
            j = i + 1
            while j < len(lines) and lines[j].gap == 0 and _label(lines[j]) is None and name not in _ONE_LINE:
                j += 1
            value = join_lines([*lines[i:j]])
            content = value.text[value.text.index(":") + 1 :].strip()
            draft.pieces += line_pieces(body)
            body = []
            _take(draft, name, content, value, label)
            opened = opened or name in _LENGTH or name in _BODY
            closed = closed or name in _AFTER
            i = j
            continue
        rights = len(lines[i].text) < 90 and _is_rights(lines[i].text)
        if (_centred(lines[i]) and (rights or not body)) or (rights and closed and not body):
            draft.pieces += line_pieces(body)
            body = []
            draft.add(lines[i], "furniture", "rights notice")
        else:
            opened = True
            body.append(lines[i])
        i += 1
    draft.pieces += line_pieces(body)


def _is_inside(lines: list[Line], i: int) -> bool:
    """Whether a label-like line stands in running text: no empty line before it."""
    return lines[i].gap == 0


def _take(draft: Draft, name: str, content: str, line: Line, label: tuple[str, str]) -> None:
    cut = line.end - len(content) if line.end - line.start == len(line.text) else line.start + len(name) + 1
    head = Piece("furniture", name + ":", line.start, cut, "field of the export")
    if name in _TITLE and content:
        draft.put("title", content, "headline field")
        draft.pieces += [head, Piece("headline", content, cut, line.end, "headline field")]
    elif name in _CAPTION and content:
        draft.pieces += [head, Piece("caption", content, cut, line.end, "caption of the export")]
    elif name in _TEXTUAL and content:
        draft.pieces += [head, Piece("para", content, cut, line.end, f"{name.lower()} of the export")]
    elif name in _AUTHOR:
        draft.put("author", clean_author(content), "byline field")
        draft.add(line, "byline", "byline field")
    else:
        if name in ("DATELINE", "ORT"):
            draft.add(line, "dateline", "place of the report")
            return
        draft.add(line, "furniture", "field of the export")
        if name == "LOAD-DATE":
            draft.put("published", find_date(content), "load date")
