"""ProQuest's text export: documents between rules of underscores, labelled fields, the body after `Full text:`.

The layout is known from public readers and samples of such exports: the headline stands free on top and again
as `Title:` below the body, which ends at the first known label after an empty line.
"""

from __future__ import annotations

from reader.parsing.body import line_pieces
from reader.parsing.draft import Draft, Piece
from reader.parsing.fields import clean_author, clean_source, put_date
from reader.parsing.lines import Line
from reader.parsing.patterns import pattern

_LABELS = frozenset(
    """author|publicationinfo|abstract|links|fulltext|subject|location|people|company/organization|title
    publicationtitle|volume|issue|pages|page|firstpage|publicationyear|publicationdate|year|section|publisher
    placeofpublication|countryofpublication|publicationsubject|issn|eissn|sourcetype|languageofpublication|language
    documenttype|documentfeature|proquestdocumentid|documenturl|copyright|lastupdated|database|classification
    dateline|column|edition|supplement|sourceattribution|accessionnumber|numberofpages|startpage|identifier/keyword
    subjects|locations|companies|business/industry|narrowsubject|broadsubject|productname|publicationsubjects|url
    alternatetitle|relateditems|doi|isbn|source|correspondenceauthor|issuesubtitle|odate|onlinepublicationdate|details""".replace(
        "\n", "|"
    )
    .replace(" ", "")
    .split("|")
)


# Labels of other languages of the interface, by the English one.
_OTHER_TONGUES = {
    word: name
    for name, words in {
        "fulltext": "texteintégral texteintegral textocompleto volltext testointegrale testocompleto textointegral "
        "volledigetekst",
        "abstract": "résumé resume resumen zusammenfassung resumo riassunto samenvatting kurzfassung",
        "author": "auteur autor autore",
        "title": "titre título titulo titel titolo",
        "publicationtitle": "titredelapublication títulodelapublicación títulodepublicación titelderpublikation "
        "titelderveröffentlichung titolodellapubblicazione títulodapublicação",
        "publicationdate": "datedepublication fechadepublicación fechadelapublicación publikationsdatum "
        "veröffentlichungsdatum erscheinungsdatum datadipubblicazione datadepublicação",
        "publicationinfo": "informationsdepublication informationssurlapublication informacióndepublicación "
        "informacióndelapublicación publikationsinfo publikationsinformationen informazionipubblicazione "
        "informaçõesdapublicação",
        "subject": "sujet tema materia thema schlagwort soggetto assunto",
        "location": "lieu lugar ort luogo local",
        "language": "languedepublication idiomadelapublicación idiomadepublicación publikationssprache "
        "sprachederveröffentlichung linguadipubblicazione idiomadapublicação",
        "proquestdocumentid": "iddudocumentproquest iddeldocumentodeproquest proquest-dokument-id "
        "proquest-dokumenten-id iddocumentoproquest iddodocumentodoproquest",
        "lastupdated": "dernièremiseàjour últimaactualización zuletztaktualisiert ultimoaggiornamento "
        "últimaatualização",
        "database": "basededonnées basededatos datenbank banchedati basededados",
        "documenttype": "typededocument tipodedocumento dokumenttyp tipodidocumento",
        "sourcetype": "typedesource tipodefuente quellentyp tipodifonte tipodefonte",
        "publisher": "éditeur maisond'édition editorial verlag editore editora",
        "details": "détails detalles details einzelheiten dettagli detalhes indexing indexation indización",
        "links": "liens enlaces verknüpfungen collegamenti",
    }.items()
    for word in words.split()
}


def _label(line: Line) -> tuple[str, str] | None:
    """(name, value) of a labelled line or of a heading in capitals such as `FULL TEXT`, or None."""
    text = line.text
    if len(text) < 40 and text.isupper():
        match = pattern(r"([^:()]{4,32}?)(?: \([A-Z ]{3,20}\))?(?: ?:)?()").fullmatch(text)
    else:
        match = pattern(r"([A-ZÀ-Þ][\w /'’-]{2,34}?) ?:(?: (.*)|$)").match(text)
    if not match:
        return None
    name = match[1].lower().replace(" ", "").replace("’", "'")
    name = _OTHER_TONGUES.get(name, name)
    return (name, (match[2] or "").strip()) if name in _LABELS else None


# `Innes, Fiona. Harbour Chronicle; Buckie [Buckie]12 Sep 1998: 5.`
_CITATION = r"(.{4,80}?)\. ([^.;\[]{3,80})(?:; [^\[]{2,40})? ?\[[^\]]+\] ?(\d{1,2} \w{3,9} \d{4}): ?.*"


def read(text: str, lines: list[Line]) -> list[Draft] | None:
    """The documents of an export, or None if it is none."""
    cuts = [i for i, line in enumerate(lines) if len(line.text) >= 20 and not line.text.strip("_")]
    bounds = [0, *(c + 1 for c in cuts), len(lines) + 1]
    drafts: list[Draft] = []
    loose: list[Piece] = []
    for a, b in zip(bounds, bounds[1:]):
        part = lines[a : b - 1]
        labels = [_label(line) for line in part]
        names = {label[0] for label in labels if label}
        rule = [Piece.of(lines[b - 1], "furniture", "rule line")] if b - 1 < len(lines) else []
        if "fulltext" in names or len(names) >= 5:
            draft = _document(part, labels)
            draft.pieces = loose + draft.pieces + rule
            drafts.append(draft)
            loose = []
        else:
            loose += [
                Piece.of(line, "furniture", "cover or contact lines of the export") for line in part
            ] + rule
    if not drafts or (not cuts and "proquest" not in text.lower()):
        return None
    drafts[-1].pieces += loose
    return drafts


def _document(part: list[Line], labels: list[tuple[str, str] | None]) -> Draft:
    draft = Draft()
    fields: dict[str, str] = {}
    i = 0
    top: list[Line] = []
    while i < len(part) and labels[i] is None:
        line = part[i]
        if pattern(r"(?:Document|Dokument) \d+ (?:of|von|de) \d+").fullmatch(line.text):
            draft.add(line, "furniture", "counter of the export")
        elif top and (cited := pattern(_CITATION).fullmatch(line.text)):
            fields.update(author=cited[1], publicationtitle=cited[2], publicationdate=cited[3])
            draft.add(line, "byline", "author, paper and day of the export")
        elif len(top) < 2 and not line.text.startswith(("http://", "https://", "ProQuest document")):
            top.append(line)
            draft.add(line, "headline", "the line above the fields")
        else:
            draft.add(line, "furniture", "cover or contact lines of the export")
        i += 1
    while i < len(part):
        label = labels[i]
        if label and label[0] == "fulltext":
            i = _body(part, labels, i, draft, fields)
            continue
        if label:
            fields.setdefault(label[0], label[1])
            role = "byline" if label[0] == "author" else "furniture"
            draft.add(part[i], role, "field of the export")  # type: ignore[arg-type]
        else:
            draft.add(part[i], "furniture", "field of the export")
        i += 1
    title = fields.get("title") or " ".join(line.text for line in top)
    title = pattern(r":? ?\[[\w ]{3,30} (?:edition|Edition)\]$").sub("", title) or title
    draft.put("title", title, "Title field" if fields.get("title") else "the line above the fields")
    draft.put("author", clean_author(fields.get("author") or fields.get("credit", "")), "author field")
    draft.put(
        "source", clean_source(fields.get("publicationtitle", "").split(";")[0]), "Publication title field"
    )
    info = fields.get("publicationinfo", "")
    for name in ("publicationdate", "publicationinfo", "onlinepublicationdate", "lastupdated"):
        put_date(draft, fields.get(name, ""), "date field")
    draft.put("source", clean_source(pattern(r"[.;,] ").split(info)[0]), "Publication info field")
    return draft


def _body(
    part: list[Line], labels: list[tuple[str, str] | None], i: int, draft: Draft, fields: dict[str, str]
) -> int:
    """Take the body that opens at line `i`; the number of the line after it."""
    line, value = part[i], (labels[i] or ("", ""))[1]
    rest: list[Line] = []
    if value:
        cut = line.end - len(value) if line.end - line.start == len(line.text) else line.start + 11
        draft.pieces.append(
            Piece("furniture", line.text[: -len(value)].strip(), line.start, cut, "label of the body")
        )
        rest.append(Line(value, cut, line.end, 1))
    else:
        draft.add(line, "furniture", "label of the body")
    i += 1
    while i < len(part):
        label = labels[i]
        if label and (part[i].gap or (i + 3 <= len(part) and all(labels[i : i + 3]))):
            break
        extra = pattern(r"(CAPTION|CREDIT|ILLUSTRATION|Illustration|PHOTO)\b[^:]{0,12}: ?(.*)").match(
            part[i].text
        )
        if extra:
            draft.pieces += line_pieces(rest)
            rest = []
            if extra[1] == "CREDIT":
                fields.setdefault("credit", extra[2].split(";")[0])
                draft.add(part[i], "byline", "credit line of the export")
            else:
                begin = part[i].end - len(extra[2])
                draft.pieces.append(
                    Piece("furniture", extra[1] + ":", part[i].start, begin, "label of a caption")
                )
                if extra[2]:
                    draft.pieces.append(
                        Piece("caption", extra[2], begin, part[i].end, "caption of the export")
                    )
        else:
            rest.append(part[i])
        i += 1
    draft.pieces += line_pieces(rest)
    return i
