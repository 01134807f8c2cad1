"""The foot of an article: closing marks, rights, addresses, links, and the fields that only it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.parsing import cues
from reader.parsing.credit import is_outlet, is_person
from reader.parsing.dates import find_date, is_labelled_day
from reader.parsing.draft import Draft
from reader.parsing.fields import clean_author, clean_source, put_date
from reader.parsing.label_lines import label_like, label_of
from reader.parsing.page import Page
from reader.parsing.patterns import pattern
from reader.parsing.slugs import slug_date

if TYPE_CHECKING:
    from reader.model import Role


def foot_start(page: Page, start: int, end: int) -> int:
    """The line from which only foot lines come: closing marks, addresses, rights."""
    at = end
    for i in range(end - 1, max(start, end - 12) - 1, -1):
        if page.kinds[i]:
            at = i
        elif not cues.is_counter(page.plain[i]):
            break
    return at


def links_start(page: Page, start: int, end: int) -> int:
    """The line from which only links to other pages come, under a heading such as `Topics`; `end` if there are none.

    Under a menu the text is that of a page, and headings in any language count.
    """
    heading = end
    for i in range(end - 1, max(start, end - 14), -1):
        text, known = page.plain[i], page.kinds[i]
        heads = known == "site"
        if not known and (cues.is_row_of_buttons(text) or (page.menu and _heads_links(text))):
            heads = page.sentences[0] < i  # else words of a poem or a list of signs
        if heads:
            heading = i
        elif not page.kinds[i] and (text[-1] in '.!?:”"…。' or text.count(" ") > 14):
            break
    return heading


def rest_start(page: Page, start: int, end: int) -> int:
    """The line from which nothing of the article comes: a form for comments or a heading of other stories, and under
    it little that is running text; `end` if there is none.
    """
    plain = page.plain
    found: list[tuple[int, bool, int]] = []  # line, whether it heads comments, characters of text above it
    size = 0
    sentences = page.sentences
    for i in range(start, end):
        text = plain[i]
        if sentences[i] == i and not text.startswith(_FORM):
            size += len(text)
        elif size < _BODY or len(text) > 100:
            continue
        elif page.kinds[i] == "date":
            if is_labelled_day(text):
                found.append((i, False, size))
        elif match := pattern(_REST, 2).match(text):
            found.append((i, bool(match["talk"]), size))
    for i, talk, above in found:
        below = size - above
        if below * 2 <= above and (talk or not below or _are_teasers(page, i + 1, end)):
            return i
    return _cut_short(page, start, end) if size > _BODY else end


def _cut_short(page: Page, start: int, end: int) -> int:
    """The first of several last paragraphs that are cut short by dots, as the starts of other stories are; `end` if
    there are none."""
    found, first = 0, end
    for i in range(end - 1, start, -1):
        text = page.plain[i]
        if text[-1] == "…" or text.endswith(".."):
            found, first = found + 1, i
        elif found or page.kinds[i] or len(text) >= 60 or i < end - 2:
            break
    return first if found > 1 and page.sentences[start] < first else end


def _are_teasers(page: Page, start: int, end: int) -> bool:
    """Whether the lines `[start, end)` are headlines of other stories, each with a sentence or two under it at most."""
    long = [i for i in range(start, end) if cues.is_long(page.plain[i])]
    return long[0] > start and all(j - i > 1 for i, j in zip(long, long[1:])) and end - start >= 4


_BODY = 300  # characters of text that an article has before a foot may begin
_FORM = ("Your email address will not", "Save my name, email")
_REST = (
    r"(?P<talk>(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply)|(?:no|0) comments?\b(?: yet)?:?$|"
    r"leave comments?$|be the first to comment|your email address will not|you must (?:be )?log(?:ged)? ?in to|"
    r"join the (?:discussion|conversation)|discussion about this post|please enter your (?:comment|name)|save my name,|"
    r"comments (?:\(\d+\) |are )?closed|"
    r"\d{1,4} (?:comments?|responses?|thoughts?|replies) (?:on|to)\b)"
    r"|(?:related|latest|recent|popular|trending|similar|recommended|featured|other|more) "
    r"(?:news|posts?|stories|articles|headlines|reads|content)\W*$|"
    r"you (?:may|might) (?:also like|have missed|also enjoy)\W*$"
    r"|in this section\W*$|about the author\W*$|related$|(?:most|also) (?:read|popular|viewed)\W*$"
)


def _heads_links(text: str) -> bool:
    from reader.parsing.dumps.rows import heads_links  # slow to import, and few files are pages

    return heads_links(text)


def contacts_start(page: Page, start: int, end: int) -> int:
    """The line that heads whom to ask at the end of a press release, with a telephone or address; `end` if none."""
    phone = mail = False
    for i in range(end - 1, max(start, end - 14), -1):
        text = page.plain[i]
        if len(text) > 100:
            break
        if heading := pattern(_CONTACTS, 2).fullmatch(text):
            # Without a word that says so, telephone numbers may be those of whom readers can ask for help.
            return i if mail or (phone and heading["whose"]) else end
        if text[-1] in ".!?" and text.count(" ") > 2:
            break
        mail = mail or "@" in text
        phone = phone or bool(pattern(r"\d{3}[ -]?\d{2}|://").search(text))
    return end


_CONTACTS = (
    r"(?:(?:for )?(?:further |more )?(?:information )?contacts?(?: information| details)?"
    r"|(?P<whose>(?:for )?(?:media|press|news|investor) ?(?:relations |enquiries |information )?contacts?"
    r"(?: information| details)?|(?:media|press|investor) (?:enquiries|inquiries|relations)|pressekontakt|"
    r"ansprechpartner|contacts? presse|contacto de prensa|contatti stampa)|contatti) ?:?"
)


def foot_piece(draft: Draft, page: Page, i: int) -> None:
    """Give the draft a line of a known kind at the foot."""
    kind, line = page.kinds[i], page.lines[i]
    if kind == "label" and _tells_page(line.text):
        kind = "site"
    elif kind == "label" and _signs(line.text):
        kind = "byline"
    if kind == "url" and page.kinds[i - 1] == "site":
        draft.add(line, "furniture", "link below the text")
    else:
        draft.add(line, *_ROLES.get(kind, ("para", "a line of the text")))


# Roles of lines of known kinds at the foot, and why.
_ROLES: dict[str, tuple[Role, str]] = {
    "domain": ("furniture", "the site's address at the end"),
    "rule": ("furniture", "rule line"),
    "mark": ("furniture", "end mark"),
    "copyright": ("furniture", "rights notice"),
    "date": ("dateline", "date on its own line"),
    "byline": ("byline", "byline at the end"),
    "control": ("furniture", "text-size control of the site"),
    "site": ("furniture", "site furniture"),
    "slug": ("furniture", "the agency's note to editors"),
}


def _tells_page(text: str) -> bool:
    """Whether a label at the foot tells of the page alone: its address or its tags."""
    name, value = label_like(text) or ("", "")
    return (
        name in ("tags", "tag", "keywords", "topics", "categories", "category", "filedunder")
        or "://" in value
    )


def _signs(text: str) -> bool:
    """Whether a label at the foot says who wrote an article, or for whom: `Source: Harbour Post`."""
    field, value = label_of(text) or ("", "")
    caseless = (
        value[:1].isalpha() and not value[:1].isupper() and not value[:1].islower()
    )  # names look like all words
    named = caseless and len(value) <= 30 and value.count(" ") <= 3
    return (field == "author" and (named or is_person(value))) or (
        field == "source" and (named or is_outlet(value))
    )


def foot_fields(draft: Draft, page: Page, tail: int, end: int, labelled: bool) -> None:
    """Fields that only the foot of an article tells: its site, its owner, its date, what its labels say."""
    for i in range(tail, end):
        if page.kinds[i] == "date":
            put_date(draft, page.plain[i], "date at the end")
        elif page.kinds[i] == "slug":
            put_date(draft, slug_date(page.plain[i]), "the agency's time of sending")
        elif page.kinds[i] == "label" and (labelled or _signs(page.plain[i])):
            _put_label(draft, page.plain[i])
        elif page.kinds[i] == "copyright" and (owner := _owner(page.plain[i])):
            draft.put("source", clean_source(owner), "rights notice at the end")
        if page.kinds[i] == "domain":
            draft.put(
                "source", page.plain[i].rstrip("/").removeprefix("www."), "the site's address at the end"
            )
        elif page.kinds[i] == "byline":
            draft.put("author", clean_author(page.plain[i]), "byline at the end")


def labelled_day(draft: Draft, page: Page, start: int, end: int, above: bool) -> None:
    """The day that a line below the text tells with a word for it: `veröffentlicht am 11.03.2020 um 13:29 Uhr`.

    One that stands `above` the headline may be that on which the page was looked at, and gives way to an earlier one.
    """
    known = draft.published
    if known is not None and not above:
        return
    for i in range(start, end):
        if page.kinds[i] == "date" and is_labelled_day(page.plain[i]):
            day = find_date(page.plain[i])
            if known and day and day < known:
                draft.published = None
            put_date(draft, page.plain[i], "the day below the text")
            return


def _put_label(draft: Draft, text: str) -> None:
    """Take a field of a label at the foot, if nothing better told it."""
    field, value = label_of(text) or ("", "")
    if field == "author":
        draft.put("author", clean_author(value), "label at the end")
    elif field == "source":
        draft.put("source", clean_source(value), "label at the end")
    elif field == "published":
        put_date(draft, value, "label at the end")


def _owner(notice: str) -> str | None:
    """The outlet in a rights notice such as `© 2021 The Morning Ledger. All rights reserved.`, or None."""
    match = pattern(
        r"(?:©|\(c\)|copyright) ?(?:©|\(c\)|copyright)? ?(?:\d{4} ?(?:[-–] ?\d{4})?)?,? ?(?:by )?([^\d\W][^.|·©]{1,58})"
    ).match(notice.lower())
    if not match:
        return None
    name = notice[match.start(1) : match.end(1)]
    cut = name.lower().find("all rights")
    name = (name[:cut] if cut >= 0 else name).strip(" ,-–—")
    if not name[:1].isupper() or name.count(" ") > 4 or pattern(_RESERVED, 2).search(name):
        return None
    return name


_RESERVED = r"\b(?:rights|reserv\w+|reserviert|vorbehalten|réservés|riservat\w|zastrzeżone|voorbehouden)$"
