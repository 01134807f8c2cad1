"""Pages of press databases (Europresse): the outlet, then a line with date and page, then the headline and the text.

    Le Monde, no. 21876
    Monde, samedi 14 mars 2015, p. 7

The outlet may also open the line of the date, or stand under it before page and length:

    samedi 14 mars 2015
    Le Monde • p. 7 • 853 mots

A document ends at its rights notice and certificate; a card of its source may stand above it.
"""

from __future__ import annotations

from bisect import bisect_right

from reader.parsing import cues
from reader.parsing.body import line_pieces
from reader.parsing.bylines import is_byline
from reader.parsing.date_words import WEEKDAYS
from reader.parsing.dates import date_line, find_date
from reader.parsing.draft import Draft
from reader.parsing.fields import clean_author, paper_name, put_date
from reader.parsing.lines import Line, key_of
from reader.parsing.patterns import pattern

_PLACE = (
    r"\b(?:pp?|pgs?|pages?|blz|seite|s)\.? ?[A-Z]{0,2}\d"
    r"|\b\d[\d. ]* ?(?:mots|words|wörter|palabras|parole|woorden)\b"
)
_CERTIFICATE = r"\S{0,12}news ?[·.•]\d{8}[·.•]\S+.*|(?:Certificat|Certificate|N° de document) ?:? .{0,200}"
_FOOT = (
    r"(?:©|\(c\) ?\d|copyright\b|tous droits réservés|all rights reserved|alle rechte|le présent document|"
    r"this document|(?:aussi|également|cet article est) paru|also published|"
    r"référence bibliographique|date de réception|alle artikler|alt materiale|"
    r"(?:quelle|ressort|rubrik|dokumentnummer|issn|dauerhafte adresse|catégorie|sujet|type|taille|lieu|doc\.|source|"
    r"category|subject|size)(?:x|s|\(s\)|\(x\))?"
    r"(?: (?:uniforme|géographique|de|des|du|of|the|dokuments?|document|presse|eureka|source|article)(?:s|\(s\))?){0,4}"
    r" ?:)"
)
_CARD = frozenset(("nom de la source", "source name", "nombre de la fuente", "name der quelle"))
_PRESS = frozenset(
    """post times news journal herald gazette tribune courier chronicle telegraph guardian daily press observer star
    sun mirror mail examiner globe bulletin ledger dispatch enquirer inquirer sentinel independent standard reporter
    monde figaro presse courrier journal dépêche libération echos croix parisien zeitung tageblatt anzeiger rundschau
    nachrichten bote spiegel kurier diario periódico gaceta prensa corriere gazzetta giornale stampa""".split()
)
_NAME_SMALL = frozenset(
    "a an the of in on for to and or de du des la le les l d del di der die das und et y el".split()
)


def read(text: str, lines: list[Line]) -> list[Draft] | None:
    """The documents of such a file, or None if it does not open with the head of one."""
    while len(lines) > 3 and pattern(_CERTIFICATE).fullmatch(lines[0].text):
        lines = lines[1:]
    carded = [i for i in range(len(lines) - 2) if _is_carded(lines, i)] if "•" in text else []
    if carded and _card_start(lines, carded[0]) == 0:
        starts = [_card_start(lines, i) for i in carded] + [len(lines)]
        return [_document(lines[start:end], i - start) for i, start, end in zip(carded, starts, starts[1:])]
    heads: list[tuple[int, int]] = []  # first line of a document, its line of date and page
    feet: list[int] | None = None
    headline = -1  # the line of the last headline
    for i, line in enumerate(lines[:-2]):
        if i == 3 and not heads:
            return None
        if not 10 <= len(line.text) <= 160 or not pattern(r"(?:19|20)\d\d").search(line.text):
            continue
        start = _head_start(lines, i)
        if start is None or start <= headline or (start == 0 and i > 2):
            continue
        if feet is None:
            feet = [n for n, other in enumerate(lines) if _is_foot(other.text)]
        if _is_vouched(lines, start, i, feet):
            heads.append((start, i))
            headline = _skip_sections(lines, i + 1)
    if not heads or heads[0][0] != 0:
        return None
    drafts = []
    for n, (start, reference) in enumerate(heads):
        end = heads[n + 1][0] if n + 1 < len(heads) else len(lines)
        drafts.append(_document(lines[start:end], reference - start))
    return drafts


def _is_carded(lines: list[Line], i: int) -> bool:
    """Whether line `i` is a date alone, and the next one names the outlet, the page and the length."""
    text = lines[i + 1].text
    return (
        " • " in text
        and len(text) <= 120
        and len(lines[i].text) <= 40
        and bool(pattern(_PLACE, 2).search(text))
        and date_line(lines[i].text) is not None
        and _is_name(text.split(" • ")[0])
    )


def _card_start(lines: list[Line], i: int) -> int:
    """The first line of the card of the source above the date on line `i`; `i` if there is none."""
    return next((n for n in range(i - 1, max(-1, i - 15), -1) if lines[n].text.lower() in _CARD), i)


def _head_start(lines: list[Line], i: int) -> int | None:
    """The first line of the document whose line of date and page line `i` may be, or None if it cannot be one."""
    text = lines[i].text
    if text[-1] in "!?" or not (lines[i + 1].gap or lines[i + 2].gap or pattern(_PLACE, 2).search(text)):
        return None
    start = i - 1
    if i > 1 and not lines[i].gap and not lines[start].gap and _is_name(lines[start - 1].text):
        start -= 1  # a section stands between the outlet and the date
    if not (i and lines[i].gap < 2 and _is_apart(lines, start) and _is_name(lines[start].text)):
        if not (_is_apart(lines, i) and _opening_name(text)):
            return None
        start = i
    if _is_foot(text) or pattern(r"[a-z]{3}[.!?] [A-Z]").search(text) or not find_date(text):
        return None
    return start if _heads_text(lines, i + 1) else None


def _is_vouched(lines: list[Line], start: int, i: int, feet: list[int]) -> bool:
    """Whether a page, a length, the name itself or the foot says that lines `start` to `i` are the head of a page."""
    if _is_certified(lines, i, feet):
        return True
    if not pattern(_PLACE, 2).search(lines[i].text) and not pattern(_PLACE, 2).match(lines[i + 1].text):
        return False
    # A name alone under the date may be a writer's, and what stands above it a headline.
    return start == i or not _is_author(lines[_skip_sections(lines, i + 1)].text)


def _is_certified(lines: list[Line], i: int, feet: list[int]) -> bool:
    """Whether line `i - 1` ends in a word that papers are named by, or the foot of the document vouches for it."""
    key = key_of(lines[i - 1].text).removeprefix("the ") if i else ""
    if key.count(" ") < 3 and key.split(" ")[-1] in _PRESS and lines[i + 1].text.count(" ") >= 3:
        return True
    first = bisect_right(feet, i)
    return any(
        pattern(_CERTIFICATE).fullmatch(lines[n].text) or (key and f" {key} " in f" {lines[n].key} ")
        for n in feet[first : first + 4]
    )


def _is_apart(lines: list[Line], i: int) -> bool:
    """Whether line `i` opens the file or stands behind the foot of a document."""
    if i == 0:
        return True
    before = lines[i - 1].text
    if pattern(_CERTIFICATE).fullmatch(before):
        return True
    return lines[i].gap > 0 and (
        lines[i].gap > 2 or cues.kind_of(before) in ("rule", "copyright") or _is_foot(before)
    )


def _is_foot(text: str) -> bool:
    return len(text) < 400 and bool(pattern(_FOOT, 2).match(text) or pattern(_CERTIFICATE).fullmatch(text))


def _is_name(text: str) -> bool:
    """Whether a line can be an outlet's name: few words, all but small ones with a capital."""
    words = pattern(r",? (?:no|n°|nr)\.? ?\d.*|\(.*\)", 2).sub("", text).split()
    return (
        1 <= len(words) <= 7
        and len(text) <= 80
        and text[-1] not in ".!?:;"
        and cues.kind_of(text) in ("", "domain")
        and all(not w[0].islower() or w.lower().strip(",") in _NAME_SMALL or "." in w for w in words)
    )


def _opening_name(text: str) -> str:
    """The outlet in front of the date on a line such as `Harbour Post - March 12, 2014 - page A4`, or ""."""
    name = pattern(r", | [-–—|•·] | vom (?=\d)").split(text)[0]
    if pattern(r".*\d").match(name) or date_line(name + " 1 May 2020") or not _is_name(name):
        return ""
    shorter, _, day = name.rpartition(" ")
    return (
        shorter if shorter and len(day) > 3 and day.lower() in WEEKDAYS else name
    )  # `Harbour Post Friday, October 14`


def _heads_text(lines: list[Line], i: int) -> bool:
    """Whether a headline and running text come within a few lines from line `i` on."""
    i = _skip_sections(lines, i)
    title = lines[i].text
    if len(title) > 200 or title.lower().startswith(("by ", "par ", "von ")):
        return False
    if not cues.is_title(title) and (cues.is_long(title) or title[-1] not in '.”"»'):
        return False
    return any(cues.is_long(line.text) for line in lines[i + 1 : i + 7])


def _skip_sections(lines: list[Line], i: int) -> int:
    """The line of the headline: behind the page, the length and the section's name, if they stand at line `i`."""
    while i + 1 < len(lines):
        line, after = lines[i], lines[i + 1]
        words = len(line.text.split())
        if len(line.text) <= 30 and pattern(_PLACE, 2).match(line.text):
            i += 1
        elif words > 3 or cues.is_long(after.text) or _is_author(after.text):
            break
        elif (
            (after.gap and not line.gap)
            or (line.gap and words < 3 and after.text.count(" ") > 3)
            or (
                line.text.isupper()
                and not after.gap
                and not after.text.isupper()
                and after.text.count(" ") > 1
            )
        ):
            i += 1
        else:
            break
    return i


def _document(lines: list[Line], reference: int) -> Draft:
    draft = Draft()
    text = lines[reference].text
    carded = _is_carded(lines, reference)
    name = lines[0].text if reference else _opening_name(text)
    if carded:
        name = lines[reference + 1].text.split(" • ")[0]
    name = pattern(r",? (?:no|n°|nr)\.? ?\d.*| \((?:site web|web ?site|online|web)[^)]*\)", 2).sub("", name)
    draft.put("source", paper_name(name), "the line above the date and page")
    draft.put("published", find_date(text), "line of date and page")
    for line in lines[:reference]:
        draft.add(line, "furniture", "name or card of the outlet")
    draft.add(lines[reference], "dateline", "line of date and page")
    i = _skip_sections(lines, reference + 1 + carded)
    for line in lines[reference + 1 : i]:
        draft.add(line, "furniture", "outlet, section or length")
    draft.put("title", lines[i].text, "the line under the date and page")
    draft.add(lines[i], "headline", "the line under the date and page")
    i += 1
    while (
        i < len(lines)
        and lines[i].gap == 0
        and not cues.is_long(lines[i].text)
        and not _is_author(lines[i].text)
    ):
        draft.add(lines[i], "subhead", "line under the headline")
        i += 1
    if i + 1 < len(lines) and _is_author(lines[i].text):
        draft.put("author", clean_author(lines[i].text), "names under the headline")
        draft.add(lines[i], "byline", "names under the headline")
        i += 1
    end = len(lines)
    while end > i and (
        _is_foot(lines[end - 1].text)
        or cues.kind_of(lines[end - 1].text) in ("rule", "url")
        or (end - 1 > i and lines[end - 2].text[-1] == ":" and _is_foot(lines[end - 2].text))
    ):
        end -= 1
    draft.pieces += line_pieces(lines[i:end])
    for line in lines[end:]:
        put_date(draft, line.text, "certificate")
        draft.add(line, "furniture", "rights notice or certificate")
    return draft


def _is_author(text: str) -> bool:
    """Whether a line is nothing but names."""
    bare = pattern(r"^(?:by|par|von|por) ", 2).sub("", text)
    return len(text) <= 90 and len(bare.split()) <= 12 and is_byline("By " + bare) and " " in text
