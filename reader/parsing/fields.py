"""Values of fields: names of authors and sources made plain, the date chosen among those found."""

from __future__ import annotations

from reader.parsing.bylines import BYLINE
from reader.parsing.credit import is_outlet
from reader.parsing.dates import date_line, find_date, url_date
from reader.parsing.draft import Draft
from reader.parsing.patterns import pattern


def clean_author(text: str) -> str | None:
    """The names of a byline without By, marks and roles, or None."""
    whole = text.strip(" *_-–—")
    name = pattern(BYLINE, 2).sub("", whole)
    signed = name != whole
    if name[:1] == "[" and name[-1:] == "]":  # a list as Python prints it
        name = ", ".join(part.strip(" '\"") for part in name[1:-1].split(","))
    name = pattern(_GLUED).sub("", name.split("|")[0].strip(" \xa0,;*_-–—"))
    if name[-1:] == ")":
        name = pattern(r" ?\([^()]{3,40}\)$").sub("", name)
    if not _MARKS.isdisjoint(name):
        name = pattern(_BEHIND).sub("", pattern(r"\s+").sub(" ", name)) or name
    else:
        name = pattern(r"\s+").sub(" ", name)
    if at_work := pattern(
        r"([^\W\d]\S* \S.*?) (?:[Ff]or(?: [Tt]he)?|FOR(?: THE)?|in) [A-Z][^\W\d].{0,40}"
    ).fullmatch(name):
        name = at_work[1]
    # `Von Petra Kolb, Essen`; without Von it may be a surname: `Garcia Marquez, Gabriel`
    if signed and (placed := pattern(r"([^\W\d]\S* [^,]+), (?!Jr|Sr|MD|PhD|II)[^\W\d_]{3,}").fullmatch(name)):
        name = placed[1]
    return name if any(c.isalpha() for c in name) else None


# What a page prints behind a name without a space: a paper in capitals, a post.
_GLUED = (
    r"(?<=[a-z]{3})(?:[A-Z]{3,}\w*|(?:Staff|Senior|Special|Chief|Deputy|Contributing) ?\w* ?"
    r"(?:Writer|Reporter|Correspondent|Editor))$"
)
_MARKS = frozenset("@-–—/")  # without one of these, nothing stands behind a name
# What stands behind a name: an address, what one is called elsewhere, a post.
_BEHIND = (
    r" ?[(\[<]?[\w.+-]{1,40}@[\w-]{1,40}\.\w.{0,30}$|(?: ?/)? ?@\w{2,30}\b.{0,30}$"
    r"| [-–—/] (?:[A-Z][a-z]+ ){0,3}(?i:correspondent|reporter|writer|editor|columnist|contributor|journalist|staff)"
    r"\b.*"
)


def clean_source(text: str) -> str | None:
    """The name of an outlet without quotes and the marks around it, or None."""
    name = text.strip(" \t\"'*_-–—,;:/|")
    return name if name and len(name) <= 120 else None


def paper_name(name: str) -> str | None:
    """An outlet's name as people write it: `Harbour Post, The (Northgate, ST)` is The Harbour Post."""
    name = pattern(r" ?\([^)]*\)$").sub("", name.strip())
    match = pattern(r"(.+), (The|Le|La|El|Die|Der|Das|Los|Les)").fullmatch(name)
    return clean_source(f"{match[2]} {match[1]}" if match else name)


def split_prefix(text: str) -> str | None:
    """The agency that a first paragraph starts with, as in `Shafaq News/ Deputy …`, or None."""
    match = pattern(r"([A-Z][\w.&’' -]{1,38}?)\s?/\s").match(text[:60])
    if not match or match[1].count(" ") > 4:
        return None
    return match[1]


def settle(draft: Draft, found: list[tuple[str, str, str]], day_first: bool | None) -> None:
    """Choose the fields of a draft among what its head says."""
    dates = []
    address = ""
    for field, value, why in found:
        if field == "published" and value:
            line = date_line(value, day_first)
            iso = line.iso if line else find_date(pattern(_RUN_ON).sub(r"\1 ", value), day_first)
            if iso:
                dates.append((bool(line and line.updated), iso, why))
        elif field == "author":
            name, _, outlet = value.partition(", ")
            if outlet and is_outlet(outlet):
                draft.put("source", clean_source(outlet), why)
                value = name
            draft.put("author", clean_author(value), why)
        elif field == "source":
            iso = find_date(value, day_first) if any(map(str.isdigit, value)) else None
            if iso:
                dates.append((True, iso, why))
            if pattern(r"[;.] .*\d").search(value):  # `Harbour Post (Northgate). 12 Mar. 2014: A4`
                value = pattern(r"[.,;:] ?\(?| \(").split(value)[0]
            elif iso:
                value = pattern(r"[\s|,;]+\(?(?:\d|[A-Z][a-z]{2,8}\.? \d).*").sub("", value)
            draft.put("source", clean_source(pattern(r"(?<=\w)\([^)]*\)$").sub("", value)), why)
        elif field == "url" and not address:
            address = value
    if dates:
        first = min(dates, key=lambda d: d[0])  # an update only where nothing better stands
        same = [d for d in dates if d[0] == first[0] and d[1][:10] == first[1][:10]]
        best = max(same, key=lambda d: len(d[1]))
        draft.put("published", best[1], best[2])
    if address:
        draft.put("published", url_date(address), "date in the page's address")


_RUN_ON = (
    r"(?<!\d)((?:19|20)\d\d)(?=\d{1,2}:\d\d|[A-Z][a-z])"  # `Nov 20 20194:29 AM`, `18.11.2019Get short URL`
)


def put_date(draft: Draft, value: str, why: str) -> None:
    """Set the date of a draft from a field's value, if it is open and there is one."""
    if value and draft.published is None:
        draft.put("published", find_date(value), why)
