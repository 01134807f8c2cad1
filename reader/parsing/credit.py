"""Credit lines under a headline: who wrote it, for which paper, when, in one line or name by name.

harbourpost.example · by Maren Holt · November 3, 2021 · 3 min read
TNN | Nov 3, 2021, 08.30 PM IST
"""

from __future__ import annotations

from functools import lru_cache

from reader.parsing import cues
from reader.parsing.bylines import DATED_BY, is_byline
from reader.parsing.dates import date_line, find_date
from reader.parsing.label_lines import label_of
from reader.parsing.patterns import SMALL, has_digit, pattern
from reader.parsing.phrases import NO_WRITER

_OUTLET = (
    r"\b(?:News|Post|Times|Herald|Press|Agency|Gazette|Tribune|Wire|Journal|Daily|Media|TV|Radio|Online|Guardian|Reuters|"
    r"Associated|Telegraph|Mail|Star|Sun|Observer|Chronicle|Standard|Globe|Record|Review|Bulletin|Express|Network|"
    r"Magazine|Courier|Dispatch|Examiner|Register|Sentinel|Independent|Today|Weekly|Bloomberg|Zeitung|Anzeiger|Kurier|"
    r"Nachrichten|Tageblatt|Courrier|Monde|Figaro|Presse|Correo|Diario|País|Mundo|Prensa|Jazeera|Shimbun|Jornal|Folha|Corriere|"
    r"Gazzetta|Repubblica|Agencia|Agence|Service|Newspaper|Correspondent|Bureau)\b|\.(?:com|org|net|co\.\w\w)\b"
)
_NO_NAME = (
    r"(?i)\b(?:the|a|an|and|or|of|in|on|at|to|for|with|from|by|is|are|was|read|more|share|local|world|sport|sports|politics|"
    r"business|opinion|editorial|exclusive|breaking|live|video|photo|analysis|comment|culture|latest|home|letters?|"
    r"economy|health|technology|science|entertainment|lifestyle|travel|weather|national|international|feature)\b"
)
_READING = (
    r"\d{1,3}[ -]?(?:min(?:ute)?s?)(?: read)?|(?i:p(?:g|age)?\.?|side|sida|sivu|seite|blz|s\.) ?[A-Z]{0,2}\d\w{0,3}"
    r"|[A-Z]?\d{1,3}|\d{1,5} (?i:words?|ord|wörter|mots|palabras|woorden|parole|słów)"
    r"|(?i:artikel|article|doc)[ -]?(?:id|nr|no)\b.{1,20}"
)
_CLOCK = r"\d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?"
_PARTED = r" ?[|·•] ?| / | (?=[^\W\d_]{2,12}[:：])"


def credit_fields(text: str) -> list[tuple[str, str]]:
    """(field, value) of each part of a line made of credits; nothing unless a date is one of them and all are known."""
    if len(text) > 140 or not has_digit(text):
        return []
    text = pattern(_READ_TAIL).sub("", text)
    if text[0] == "(" and text[-1] == ")" and "(" not in text[1:]:  # `(Harbour Post, November 3, 2021)`
        text = text[1:-1].strip()
    if "]. " in text and (match := pattern(_CITED).fullmatch(text)):
        return [("source", match["paper"]), ("published", match["day"])]
    if not pattern(r"[|·•]").search(text) and (pair := _place_and_date(text)):
        return pair
    if not pattern(r"[|·•:：]| / ").search(text):
        return []
    found: list[tuple[str, str]] = []
    parts = [part for piece in pattern(_PARTED).split(text) if (part := piece.strip())]
    for n, part in enumerate(parts):
        if found and found[-1][0] == "published" and pattern(_CLOCK).fullmatch(part):
            found[-1] = "published", f"{found[-1][1]} {part}"
            continue
        field = _credit(part)
        if field is None and n and found[-1][0] == "published" and part[:3] in ("By ", "BY "):
            field = "author", part.rstrip(".")
        if n == 0 and _is_before_date(parts) and (field is None or pattern(_READING).fullmatch(parts[2])):
            field = "source", part  # what stands in front of the date and the page is the paper
        if field is None and len(parts) >= 3 and n and _is_name(part, 4):
            field = "", part  # the place, or a paper that no word tells
        if field is None:
            return []
        found.append(field)
    return found if len(found) > 1 and any(field == "published" for field, _ in found) else []


_READ_TAIL = (
    r" (?i:in [\w &]{3,24} )?(?i:reading time:? )?\d{1,2} (?i:mins?(?:utes?)? read)$| Leave a [Cc]omment$"
)


def _is_before_date(parts: list[str]) -> bool:
    """Whether the first of three parts and more is a name and the second a date."""
    return len(parts) >= 3 and _is_name(parts[0], 5) and date_line(parts[1]) is not None


def fields_of_date(text: str, where: str) -> list[tuple[str, str, str]]:
    """(field, value, why) of a line with a date that stands `where`: those of its credits, else the day alone."""
    credits = [(field, value, f"credit line {where}") for field, value in credit_fields(text) if field]
    return credits or [("published", text, f"date line {where}")]


def _place_and_date(text: str) -> list[tuple[str, str]]:
    """The fields of `Harbour Post, November 3, 2021`, `Velmora - 3 NOV 2021 - 14:30 CET`, `By Ann Ruiz May 3, 2021`."""
    for mark in (", ", " - ", " — ", " – "):
        name, found, rest = text.partition(mark)
        if not found:
            continue
        if name[-1:] == ")":  # where a paper is printed
            name = pattern(r" \([A-Z][\w. ]{1,20}\)$").sub("", name)
        if _is_name(name, 6) and date_line(rest, True) and not date_line(text, True):
            return _named_and_dated(name, rest)
    if (
        pattern(r" (?:by|By|BY)\b").search(text)
        and (match := pattern(_POSTED).fullmatch(text))
        and date_line(match["day"], True)
    ):
        return [("published", match["day"]), ("author", match["name"])] if is_signed(match["name"]) else []
    if (
        (match := pattern(_WRITER).fullmatch(text))
        and text[:3].lower() != "by "
        and date_line(match["day"], True)
    ):
        return [("author", match["name"]), ("published", match["day"])] if is_person(match["name"]) else []
    if (match := pattern(_PAGE_HEAD).fullmatch(text)) and date_line(match["day"]):
        return [("source", match["paper"]), ("published", match["day"])]
    if (match := pattern(_DAY_AND_PLACE).fullmatch(text)) and date_line(match[1], True):
        return [("published", match[1])]
    if (match := pattern(_WIRED).fullmatch(text)) and date_line(match["day"]):
        return [("published", match["day"]), ("source", match["agency"])]
    if (match := pattern(_NAME_BEHIND).fullmatch(text)) and date_line(match["day"], True):
        return [("published", match["day"]), ("author", match["name"])] if is_writer(match["name"]) else []
    if (match := pattern(_FILED).fullmatch(text)) and date_line(match["day"], True):
        return [("author", match["name"]), ("published", match["day"])]
    if (match := pattern(_TIMED).fullmatch(text)) and date_line(match["day"]):
        return [("published", match["day"])]
    if (match := pattern(_PRINTED).fullmatch(text)) and date_line(match[2]):
        return [("source", match[1]), ("published", match[2])]
    if match := pattern(_ARCHIVED).fullmatch(text):
        told = [("published", match["day"])]
        return [("source", match["paper"]), *told] if match["mark"] or match["page"] else told
    if " by " in text:
        text = pattern(r"(?:Posted|Published|Written|Submitted|Added) (?=by )").sub("", text)
    if (match := pattern(_FROM).fullmatch(text)) and date_line(match["day"]):
        if is_outlet(match["paper"]):
            return [("source", match["paper"]), ("published", match["day"])]
        if is_writer(match["paper"]):
            return [("author", match["paper"]), ("published", match["day"])]
    return _signed_and_dated(text)


def _signed_and_dated(text: str) -> list[tuple[str, str]]:
    """The fields of a byline with its day: `By Ann Ruiz and Tom Reed on Monday, May 3rd, 2021 at 11:08 a.m.`"""
    match = pattern(_SIGNED).fullmatch(text) if text[:12].lower().startswith(DATED_BY) else None
    if not match or not find_date(match["day"], True):
        return []
    signed = text[: match.end("name")].replace(" ,", ",")
    name = pattern(r" @\w{2,30}").sub("", match["name"])
    if is_person(name):
        return [("author", name), ("published", match["day"])]
    return [("author", signed), ("published", match["day"])] if is_byline(signed) else []


def is_page_head(text: str) -> bool:
    """Whether a line is what a paper prints on top of each page: its name, the day, the number of the page."""
    return len(text) <= 90 and bool(pattern(_PAGE_HEAD).fullmatch(text))


def _named_and_dated(name: str, day: str) -> list[tuple[str, str]]:
    """The fields of a name in front of a day: a paper, a writer or a place; nothing where it is a sentence's start."""
    if name[:3].lower() == "by ":
        return [("author", name), ("published", day)] if is_byline(name) else []
    if is_outlet(name):
        return [("source", name), ("published", day)]
    if name.count(" ") > 4 or not _TELLING.isdisjoint(name.lower().split()):
        return []
    if name[-1] == " " and is_person(name.strip()):  # a name that was a link has a space behind it
        return [("author", name.strip()), ("published", day)]
    return [("published", day)]


# Words that no place has: `Born in Northgate, May 3, 1921`, `Held at the Village Hall, 3 May 2010`.
_TELLING = frozenset(
    """born died buried married baptised baptized founded built held in on at as with from since until for to geboren
    gestorben né née mort morte nacido nacida nato nata minutes agenda notes report statement speech letter diary
    programme bulletin transcript timetable protokoll procès-verbal acta verbale""".split()
)
# `Ann Ruiz Published November 3, 2021`, `Ann Ruiz | Updated: 3 Nov 2021`
_WRITER = (
    r"(?P<name>[^\W\d_][^\d|,:]{4,40}?),? ?[|/–—-]? ?"
    r"(?P<day>(?:(?:Last )?(?:Published|Updated|Posted|Modified)|PUBLISHED|UPDATED|POSTED)\b.{6,60})"
)
_DAY_AND_PLACE = r"([^|]{8,24}\d{4}),? [A-Z]{3}[A-Z .'’/-]{0,30}"  # `June 21 - 2021 NORTH GATE`
# `Posted on November 3, 2021 by Ann Ruiz`, as programs for diaries print it
_POSTED = (
    r"(?:Posted|Published|Written|Submitted|Created)?:? ?(?:[Oo]n:? )?(?P<day>.{8,40}?),?(?: [|•·/–-])? "
    r"(?:by|By|BY):? (?P<name>.{2,40})"
)
# `The Ashford Courier Friday, October 14, 2011 Page 3`
_PAGE_HEAD = (
    r"(?P<paper>[A-Z].{2,50}?),? (?P<day>(?:[A-Z][a-z]+day,? )?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})),?"
    r" ?(?:[|·-] ?)?(?:[Pp]age|PAGE|p\.|Seite) ?[A-Z]?\d{1,3}"
)
# `Harbour Post; Northgate, N.M. [Northgate, N.M]. 17 Sep 2014: B.1.`
_CITED = (
    r"(?P<paper>[A-Z][^;\[\]]{2,60}?)(?:[;,] [^\[\]]{2,40})? \[[^\[\]]{2,40}\]\. "
    r"(?P<day>\d{1,2} [A-Z][a-z]{2} \d{4}): ?[\w.,/ -]{1,12}\.?"
)
# `Stockholm, 14 July 2011 (Northwire)`
_WIRED = r"[A-Z][^\d,()]{2,30}, (?P<day>[^()]{5,24}\d{4}) \((?P<agency>[A-Z][\w .&-]{1,30})\)"
# `Church & Village. 12.3 (Dec. 20, 2007): p14.`
_PRINTED = r"([A-Z].{2,60}?)\.? (?:[\d.]+ )?\(([A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})\): ?p?[\w+-]+\.?"
# `Fjordbladet. 2017-09-12 Side: 8`
_ARCHIVED = (
    r"(?P<paper>[^\W\d_][^.:|]{2,50})(?P<mark>[.,])? (?P<day>\d{4}-\d\d-\d\d)(?: \d\d:\d\d)?"
    r"(?P<page>,? (?:Side|Sida|Sivu|Seite|Page|S\.|p\.):? ?\w{1,5})?"
)
# `March 14, 2024 Ann Ruiz`
_NAME_BEHIND = (
    r"(?P<day>(?:[A-Z][a-z]{2,8}\.? \d{1,2},|\d{1,2} [A-Z][a-z]{2,8}\.?,?) \d{4}"
    r"(?: ?(?:[A-Z][a-z]{2,8} \d{1,2}, \d{4})?)) "
    r"(?P<name>[A-Z][^\d|,:]{4,40})"
)
# `Posted by: Admin in Politics March 14, 2024 0 112 Views`, as themes of WordPress print it
_FILED = (
    r"Posted by:? (?P<name>[^\d|]{2,40}?) [Ii]n:? [^\d|]{2,60}? "
    r"(?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8},? \d{4})\b.{0,48}"
)
# `All News 10:31 January 01, 2023`: the section and the moment
_TIMED = r"[A-Z][A-Za-z& ]{2,24} (?P<day>\d{1,2}:\d\d,? [A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})"
# `Associated Press November 19, 2019, 9:02 AM`
_FROM = (
    r"(?P<paper>[A-Z][^\d|,]{3,40}?) "
    r"(?P<day>(?:[A-Z][A-Za-z]{2,8}\.? \d{1,2},|\d{1,2} [A-Z][a-z]{2,8}) \d{4}.{0,30})"
)
_SIGNED = (
    r"(?i:(?:(?:edited|written|reported|authored|curated) )?by|von|par|por|di|door|af|av):? "
    r"(?P<name>[^\d|]{2,80}?)\s?[,|·•–—-]?\s?"
    r"(?:on |(?:Time of article |[Ll]ast )?"
    r"(?i:updated|published|posted|publié|publicado|pubblicato|veröffentlicht|gepubliceerd):? ?"
    r"(?:(?:on|le|el|il|am|op) )?)?"
    r"(?P<day>(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,? )?"
    r"(?:[A-Z][A-Za-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th|\.|er)? [^\W\d_]{3,10}\.?,? \d{4}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)\b).{0,40})"
)


def _credit(part: str) -> tuple[str, str] | None:
    """What one part of a credit line tells, `("", …)` for what nobody needs, None for what is no credit."""
    if date_line(part):
        return "published", part
    if cues.is_counter(part):
        return "", part
    if pair := label_of(part):
        return (pair[0], pair[1]) if pair[0] in ("source", "author", "published") else ("", part)
    if cues.is_domain(part.lower()):
        return "source", part
    if pattern(r"(?i)(?:written |words )?(?:by|von|par|por)\b").match(part):
        return ("author", part) if is_byline(part) else None
    if pattern(_READING).fullmatch(part) or pattern(r"(?i)(?:editor|updated)\b.{0,30}").fullmatch(part):
        return "", part
    if is_outlet(part):
        return "source", part
    if is_person(part):
        return "author", part
    caseless = part[0].isalpha() and not part[0].isupper() and not part[0].islower()
    return ("source", part) if caseless and len(part) <= 30 else None


def is_outlet(text: str) -> bool:
    """Whether a short line is the name of a paper or an agency: `Harbour Post`, `TNN`, `Associated Press`."""
    if "," in text or not _is_name(text, 6):
        return False
    if text.isupper() and 2 <= len(text) <= 6:
        return True
    if text.isupper():
        text = text.title()
    own = [word for word in text.split() if word != "News" and not pattern(_NO_NAME).fullmatch(word)]
    return bool(own) and bool(pattern(_OUTLET).search(text))  # `Local News` is a section


def is_signed(name: str) -> bool:
    """Whether By may stand before a name: a person's, or what they are called where they post."""
    return is_person(name) or bool(pattern(r"[\w.-]{3,30}").fullmatch(name)) or is_byline(f"By {name}")


@lru_cache(1024)  # the same people write
def is_person(text: str) -> bool:
    """Whether a short line is a name of two to four words that no outlet or section of one bears."""
    return (
        1 <= text.count(" ") <= 3
        and _is_name(text, 4)
        and not pattern(_OUTLET).search(text)
        and not pattern(_NO_NAME).search(text)
    )


def is_writer(text: str) -> bool:
    """Whether a short line is a person's name and no place or section: who wrote an article may stand there."""
    return is_person(text) and NO_WRITER.isdisjoint(text.lower().split())


def _is_name(text: str, most: int) -> bool:
    """Whether every word of a line opens with a capital, small ones of names left out."""
    words = text.split()
    if len(words) > most or len(text) > 48 or pattern(r'[\d:;!?()\[\]"“”|/]').search(text):
        return False
    if not text or text[-1] in ".," or not text[0].isupper():
        return False
    return all(word[0].isupper() or word in SMALL for word in words)
