"""What the finished pieces of an article tell: its dateline, its signature, and what stands below its text."""

from __future__ import annotations

from itertools import islice

from reader.parsing import cues
from reader.parsing.credit import is_writer
from reader.parsing.dateline import closing_agency, read_dateline
from reader.parsing.draft import READABLE, Draft
from reader.parsing.fields import clean_source, put_date
from reader.parsing.patterns import pattern

_LAST = 8  # pieces at the end that may stand below the text
_LINE = 70  # characters that a paragraph has more of


def close(draft: Draft) -> None:
    """Take the fields that only the finished article tells, and hide what repeats them or stands below the text."""
    _below_text(draft)
    _dateline_fields(draft)
    _signature(draft)
    _hide_source_line(draft)


def _below_text(draft: Draft) -> None:
    """Hide short last lines that no text has: who wrote it once more, addresses, where it was taken from."""
    last = next((p.text for p in reversed(draft.pieces) if p.role == "para" and len(p.text) > _LINE), "")
    for piece in draft.pieces[: -_LAST - 1 : -1]:
        if piece.role not in READABLE:
            continue
        text = piece.text
        if piece.role == "list" or len(text) > 240 or not last:
            return
        if draft.author and (why := _about_writer(text, draft.author)):
            piece.role = "byline" if len(text) <= len(draft.author) else "furniture"
        elif match := pattern(_FED).fullmatch(text) if len(text) > 40 else None:
            why = "which site the feed is from"
            draft.put("source", clean_source(match["site"]), why)
            piece.role = "furniture"
        elif why := _why_below(text, last):
            piece.role = "furniture"
        else:
            return
        piece.reason = why


def _about_writer(text: str, author: str) -> str:
    """Why a line below the text says nothing but who wrote it, or what that person does; "" if it says more."""
    low, name = text.casefold(), author.casefold()
    if low == name:
        return "who wrote it, once more"
    surname = name.rpartition(" ")[2]
    if low.startswith(name) and pattern(_IS).match(low, len(name)):
        return "about the writer"
    return "about the writer" if low.startswith(surname) and pattern(_COVERS).match(low, len(surname)) else ""


def _why_below(text: str, last: str) -> str:
    """Why a line under the `last` paragraph is none of the text; "" if it may be."""
    if "@" in text and pattern(_MAIL).fullmatch(text):
        return "an address below the text"
    if text[0] == "#" and pattern(_TAGS).fullmatch(text):
        return "tags of the article"
    if text[0] in "-–—" and pattern(_AGENCY).fullmatch(text):
        return "the agency under the text"
    if "/" in text and pattern(_SIGNS).fullmatch(text):
        return "who wrote and edited it, in short"
    if "/" in text and len(text) <= 160 and pattern(_CHANNEL).search(text):
        return "where to read more of the kind"
    if text[:9] == "Copyright" and pattern(_OWNED).fullmatch(text):
        return "rights notice"
    if text.isupper() and pattern(_DESK).fullmatch(text) and pattern(_SIGNED).search(last[-24:]):
        return "who wrote and edited it, in short"
    return ""


_IS = r",? (?:is|covers|writes|reports|has (?:been|covered|reported|written|worked)|joined|works)\b"
_COVERS = r" (?:covers|writes (?:about|for)|reports (?:on|for|from))\b"
_TAGS = r"(?:#[\w-]{2,40}[ ,]{0,2}){1,12}"
_AGENCY = r"[-–—]{1,2} ?(?:[A-ZÀ-Þ]{2,12}|Reuters|Bernama|Xinhua|Agencies)(?: ?/ ?[A-ZÀ-Þ]{2,12})?"
_OWNED = r"Copyright (?:[A-Z][\w.&'’-]*)(?: [A-Z&][\w.&'’-]*){0,4}\."
_MAIL = (
    r"(?:(?:[Ee]-?mail|Contact|Kontakt|Contacto|Contatti): ?)?"
    r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}|\W{0,4}@\w{3,30}"
)
_SIGNS = r"[a-z]{2,4}(?:-[a-z]{2,4})?(?:/[a-z]{2,5}){1,4}"  # `bur-gd/jk`
_DESK, _SIGNED = (
    r"[A-Z]{2,4}(?: [A-Z]{2,4}){0,2}",
    r"[.!?”\"] ?[A-Z]{2,5}(?: [A-Z]{2,4}){1,3}$",
)  # `… he said. PTI ANZ`
_CHANNEL = r"(?:t(?:elegram)?\.me|chat\.whatsapp\.com|whatsapp\.com/channel|wa\.me)/\S+$|^(?:Join|Subscribe) .{2,60}https?://\S+$"
# How publishing software signs what it gives to feeds.
_FED = (
    r"(?:The post|L['’]article|La entrada|Der Beitrag|O post|L['’]articolo|Het bericht|Artykuł|Inlägget) .{3,160}? "
    r"(?:first appeared on|appeared first on|est apparu en premier sur|(?:se publicó|apareció) primero en|"
    r"erschien zuerst (?:auf|bei)|apareceu primeiro em|proviene da|verscheen eerst op|pochodzi z serwisu|"
    r"dök först upp på) (?P<site>[^.]{2,60}(?:\.\w{2,12})?)\.?"
)


def _dateline_fields(draft: Draft) -> None:
    """Date and agency from the dateline of the first paragraph, or the agency behind the last, where nothing better
    told them."""
    if draft.published and draft.source:
        return
    for piece in islice((piece for piece in draft.pieces if piece.role == "para"), 3):
        date, agency = read_dateline(piece.text)
        put_date(draft, date, "dateline of the first paragraph")
        if date and len(piece.text) < _LINE and piece.text[-1] in "-–—":
            piece.role, piece.reason = "dateline", "place and day above the text"
        if agency:
            draft.put("source", clean_source(agency), "agency in the dateline of the first paragraph")
            return
    last = next((piece.text for piece in reversed(draft.pieces) if piece.role == "para"), "")
    draft.put("source", closing_agency(last), "agency behind the last sentence")


def _hide_source_line(draft: Draft) -> None:
    """A line above the story that only says which outlet it is from is told by the source already."""
    if draft.source is None:
        return
    for piece in draft.pieces:
        if piece.role == "para" and len(piece.text) > 110:
            return
        if piece.role in ("para", "subhead") and piece.text.strip().casefold() == draft.source.casefold():
            piece.role, piece.reason = "furniture", "the name of the source"
            return


def _signature(draft: Draft) -> None:
    """The writer, where they stand in brackets on a line of their own below the text."""
    if draft.author is not None:
        return
    for piece in draft.pieces[-1:-8:-1]:
        if piece.role == "para" and cues.is_long(piece.text):
            return
        if piece.role == "para" and piece.text[0] == "(" and is_writer(piece.text[1:-1]):
            draft.put("author", piece.text[1:-1], "a name in brackets below the text")
            piece.role, piece.reason = "byline", "a name in brackets below the text"
            return
