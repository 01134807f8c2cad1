"""Lines that agencies and press offices print for the editors of papers: slugs, takes, codes, times of sending."""

from __future__ import annotations

import re
from functools import cache

# Most lines have none of the marks; the long pattern is compiled for the others.
_MAY_BE = re.compile(r"[\d/_]|,[a-z]|^[(A-Z=-]{2}|^(?:See|[CT]o?[nu]|Please|Eds?|Enditem|dpa|-?more)").search
_SLUG = (
    # The Associated Press: `BC-ME--Ferry Strike,1st Ld-Writethru,0390`, `a0471 --`, `AP-NY-03-21-06 0412EST`
    r"(?:AP|APNewsAlert|BC|EU|AS|ME|AF|US|LA|ML|CN|FBN|BBA|A\d{4}) ?-(?:[A-Z]{2,4}-)?-\S.{1,60}?(?:, ?\d{3,4})?"
    r"|(?:[a-z]\d{4} ?-- ?)?(?:BC|AM|PM)-[A-Z][\w-]{3,50}(?: [A-Z]\w{2,14})?(?:,? ?(?:\d.{0,20}|Bjt))?|[a-z]\d{4} ?-+"
    r"|(?:[a-z] ){0,3}BC-[A-Z][\w’' -]{3,50}\b.{0,40},? ?\d{3,4}"
    r"|[A-Z][\w'’.-]+,? (?:\d(?:st|nd|rd|th) )?(?:Ld-Writethru|Ld|NewsAlert|Writethru)\b.{0,40}"
    r"|[A-Z][\w'’.-]+,? (?:\d(?:st|nd|rd|th) (?:Add|Take)|(?:Add|Take) \d)(?:,.{0,40})?"
    r"|APNewsAlert|(?:Eds|Editors): .{3,90}|AP-[A-Z]{2}-\d\d-\d\d-\d\d \d{4}(?:GMT|EST|EDT)"
    r"|\(PROFILE .{3,90}\)"
    # Agence France-Presse: `Velmora-strike-ports,lead`, initials, time of sending
    r"|[^\W\d_][\w’']*(?:-[\w’']+)+,[a-zà-ÿ]{3,14}\d?|ATTENTION - .{3,97}///|[a-z]{2,4}(?:[/-][a-z]{2,4}){2,6}"
    r"|(?:AFP|DPA|dpa|Reuters|EFE|ANSA|TASS|APA) ?\d{6} ?(?:GMT )?[A-Za-z]{3} \d\d(?:\d\d)?"
    # dpa: head, notes and foot
    r"|[a-z]{3}\d{4} \d [a-z]{2} \d{1,4}\b.{0,20}|dpa-Notizblock|dpa(?:[ /-][a-z]{1,4}\d?){2,7}"
    r"|\d{6} [A-Z][a-z]{2} \d\d"
    # ANSA and other wires: `ZCZC1234/SXA`, `R CRO S0A QBXB`, `3-NOV-16 08:41 NNNN`
    r"|ZCZC.{0,40}|[A-Z]{2,4}\d{4,6}_\w{3,4}_\w{3,5}|R [A-Z]{3} S\d[A-Z] [A-Z]{4}|\(ANSA\)\.?"
    # BBC Monitoring and FBIS
    r"|BBC Mon(?:itoring)? [A-Z]{2}\d? .{2,40}|(?:FBIS\d?|JPRS)-[A-Z]{2,4}-\d\d-\d{2,3}\b.{0,20}|FBIS\d-\d{3,6}"
    r"|FBIS Translated (?:Text|Excerpts?)"
    r"|[A-Z]{2}\d{10}(?: .{3,80})?|[A-Z]{2,3}/\d{4} [A-Z]\d?/\d{1,2}"
    r'|"?dr[a-z]{3}\d{3}_\w{3,12}"?'
    # Ends of stories
    r"|\(?MORE\)?|-?more-?|\(END\)(?: Dow Jones.{0,30})?|ENDIT?|Enditem|XXX - End of Story - XXX"
    r"|SOURCE:? (?=.*[a-z])[A-Z].{2,60}|[A-ZÄÖÜ][^\W\d_]+(?:/[A-ZÄÖÜ][^\W\d_]+){0,4}/"
    r"|==[A-Z]\w{2,12}|\d{4}\*\*\d{4}|(?:News|Story|Article|Doc(?:ument)?) ?(?:ID|No\.?|Code):? ?#?\d{4,}"
    # Where a story goes on: `See BYPASS, Page A6`, `Continued on Page 4`
    r"|See [A-Z][A-Z -]{2,30}, [Pp](?:age|g\.) ?\w{1,4}"
    r"|(?:[A-Z]{3,20} )?(?:[Cc]ontinued|CONTINUED|[Pp]lease [Tt]urn|[Tt]urn)"
    r" (?:on|ON|to|from|FROM) [Pp](?:age|AGE|g\.) ?\w{1,4}\.?"
    # Symbols of documents: `SG/SM/7034`, `IP/15/5712`
    r"|(?=\D*/.*\d)[A-Z]{2,8}\d?(?:/[A-Z0-9.]{1,8}){1,4}(?:[-*][A-Z0-9*]+)?"
)


@cache
def _slug() -> re.Pattern[str]:
    return re.compile(_SLUG)


def slug_date(text: str) -> str:
    """The day in a slug, as text that tells it plainly, or "": `AFP 031412 GMT NOV 14`, `3-NOV-16 08:41 NNNN`."""
    for source in _DAYS:
        if match := re.search(source, text):
            day, month, year = match["day"], match["month"], int(match["year"])
            year += 1900 if year > 50 else 2000
            return f"{year}-{month}-{day}" if month.isdigit() else f"{day} {month} {year}"
    return ""


_DAYS = (
    r"\b(?P<day>\d\d)\d{4} ?(?:GMT )?(?P<month>[A-Za-z]{3}) (?P<year>\d\d)\b",
    r"\b(?P<day>\d\d?)[ -](?P<month>[A-Z][A-Za-z]{2})[ -](?P<year>\d\d)\b",
    r"^AP-[A-Z]{2}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d) ",
    r"^BBC Mon.* (?P<day>\d\d)(?P<month>\d\d)(?P<year>\d\d)/",
)


def is_slug(text: str) -> bool:
    """Whether a line is what agencies print for the editors of papers: slugs, takes, codes, times of sending."""
    return bool(_MAY_BE(text)) and (bool(_slug().fullmatch(text)) or text.endswith("NNNN"))
