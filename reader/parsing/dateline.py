"""The dateline that agencies open a story with: `PRETORIA, May 10, 1994 (Harbour Wire) - Nelson Mandela …`."""

from __future__ import annotations

from reader.parsing.patterns import pattern

_MONTH = r"[^\W\d_]{3,10}\.?"
_DATE = rf"{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}}(?:er|\.)? {_MONTH}(?: \d{{4}})?"
# Agencies by the names that they print; any other name counts only behind a place in capitals.
_KNOWN = (
    r"AP|AFP|dpa(?:-AFX)?|DPA|Reuters|REUTERS|UPI|ANSA|EFE|TASS|Itar-Tass|Interfax|RIA Novosti|Xinhua|Kyodo|PTI|ANI|"
    r"IANS|APA|PAP|ČTK|CTK|MTI|Lusa|Belga|ANP|TT|NTB|Ritzau|STT|AGI|Adnkronos|MENA|IRNA|KUNA|WAM|SPA|Anadolu|AA|Yonhap|KCNA|"
    r"VNA|Antara|Bernama|NAN|GNA|APP|BSS|PNA|AAP|CP|epd|KNA|SID|sid|PR ?Newswire|Business Wire|GLOBE NEWSWIRE|ots"
)
_DATELINE = (
    # `(ANSA) - ROMA, 3 NOV - `
    rf"(?:\((?P<first>{_KNOWN})\) ?[-–—] ?)?"
    # CAPITALS, perhaps with a country; where a date and an agency follow, a name as people write it
    r"(?P<place>[A-ZÀ-Þ][^a-z\d()/]{2,30}(?:, [A-Z][\w. ]{1,20})?|[А-ЯЁІЇЄҐ][А-ЯЁІЇЄҐ -]{2,30}"
    rf"|[A-Z][^\W\d]+(?: [A-Z][^\W\d]+){{0,2}}(?: \([A-Z][^\W\d]+\))?(?=,? .{{5,20}} ?\(| \((?:{_KNOWN})\)))"
    # `, May 9, 2017`, or behind a dash
    rf"(?:(?:(?:[,.]| ?[-–—]) |,? \()(?P<date>{_DATE})[.)]?)?"
    r"(?: ?(?:--)? ?(?:\((?P<agency>[A-Z][\w .&’'-]{1,38}|dpa|epd|sid|ots)\)|/(?P<wire>[A-ZА-Я][\w .-]{1,30})/))?"
    r"(?:\.? ?(?:--|[-–—_])\s?(?:(?P<ria>РИА Новости|ТАСС|Интерфакс|Укринформ|БелТА)\. "
    rf"|(?P<late>{_DATE}) ?(?:--|[-–—]))?|\. )"
)


def opens_with_dateline(text: str) -> bool:
    """Whether a paragraph opens with a place in capitals, perhaps a day or an agency, and a dash."""
    match = pattern(_DATELINE).match(text[:140]) if len(text) >= 60 and text[0].isupper() else None
    if match is None or (match[0].endswith(". ") and not (match["wire"] or match["ria"])):
        return False
    return match["place"][:3].isupper() or bool(match["agency"])


def closing_agency(text: str) -> str:
    """The agency in brackets behind the last sentence of an article, `… he said. (AP)`; "" if there is none."""
    match = pattern(rf"[.!?”\"] ?[(\[]({_KNOWN})[)\]]$").search(text[-40:]) if text[-1:] in ")]" else None
    return match[1] if match else ""


def read_dateline(text: str) -> tuple[str, str]:
    """(date, agency) of the dateline that `text` opens with, each "" when it is not there.

    A date without its year does not count: nothing says which year it was.
    """
    match = pattern(_DATELINE).match(text[:140])
    if not match:
        return "", ""
    if match[0].endswith(". ") and not (match["wire"] or match["ria"]):
        return "", ""
    date = match["date"] or match["late"] or ""
    return (date if date[-4:].isdigit() else ""), match["agency"] or match["wire"] or match["first"] or match[
        "ria"
    ] or ""
