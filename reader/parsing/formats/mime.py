"""Mails as mail programs keep them, alone, in an mbox or as a saved page (RFC 2045, 4155, 2557): in several parts, or
with letters written as `=C3=A9` or base64. Plain ones are left to `mail`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_string
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message

from reader.parsing.dates import url_date
from reader.parsing.decode import clean, decode
from reader.parsing.draft import Draft, Piece, spread
from reader.parsing.fields import put_date
from reader.parsing.formats.mail import body_pieces, plain_subject, put_sender, usual_width
from reader.parsing.formats.markup import read_html
from reader.parsing.lines import Line, read_lines
from reader.text import printable

_FROM = re.compile(r"From \S+.{0,60} \d{4}(?: [+-]\d{4})?")  # what opens each message of an mbox
_FIELD = re.compile(r"([A-Za-z][\w-]{0,40}) ?:")
_LONGEST = 400  # lines of a head
_SMALLEST = 80  # letters of a part with its head
_ENCODED = frozenset(("quoted-printable", "base64"))


def read(text: str, lines: list[Line]) -> list[Draft] | None:
    """The messages of a mail or mbox if any is in parts or encoded, else None."""
    marked = [
        i
        for i, line in enumerate(lines[:-1])
        if line.text.startswith("From ") and _FROM.fullmatch(line.text) and _FIELD.match(lines[i + 1].text)
    ]
    if marked[:1] != [0] and not _opens_mail(lines):
        return None
    starts = marked if marked[:1] == [0] else [0]
    drafts: list[Draft] = []
    encoded = False
    try:
        for n, start in enumerate(starts):
            end = lines[starts[n + 1]].start if n + 1 < len(starts) else len(text)
            begin = lines[start + (starts is marked)].start
            if text.count("\n--", begin, end) * _SMALLEST > end - begin + 100 * _SMALLEST:
                return None  # no mail has so many parts
            message: Message = message_from_string(text[begin:end])
            encoded = encoded or _is_encoded(message)
            drafts += _articles(message, text, lines[start].start, begin, end)
    except (RecursionError, ValueError, LookupError, MessageError):
        return None  # parts in parts in parts, fields gone wrong
    return drafts if encoded else None


def _opens_mail(lines: list[Line]) -> bool:
    """Whether the first line is the field of a head that says in what form the message is."""
    if not _FIELD.match(lines[0].text):
        return False
    head = []
    for n, line in enumerate(lines[:_LONGEST]):
        if n and line.gap:
            break
        head.append(line.text[:40].lower())
    return any(text.startswith(("content-type:", "content-transfer-encoding:")) for text in head)


def _is_encoded(message: Message) -> bool:
    return message.is_multipart() or _encoding(message) in _ENCODED or _kind(message) == "text/html"


def _encoding(part: Message) -> str:
    return str(part.get("content-transfer-encoding", "")).strip().lower()


def _kind(part: Message) -> str:
    return part.get_content_type()


def _parts(message: Message) -> list[Message]:
    payload = message.get_payload()
    return [part for part in payload if isinstance(part, Message)] if isinstance(payload, list) else []


def _leaves(part: Message, owner: Message) -> Iterator[tuple[Message, Message]]:
    """The parts that hold no others, each with the message it belongs to: mails that are passed on are in others."""
    inner = _parts(part)
    if not inner:
        yield owner, part
    for one in inner:
        yield from _leaves(one, one if part.get_content_maintype() == "message" else owner)


def _articles(message: Message, text: str, top: int, begin: int, end: int) -> list[Draft]:
    """The article of a message that stands at `[begin, end)`, and those of the messages in it. Raises ValueError.

    What stands from `top` on belongs to it, too.
    """
    drafts: list[Draft] = []
    last: Message | None = None
    chosen: set[int] = set()
    at = begin
    for owner, part in _leaves(message, message):
        raw = part.get_payload()
        body = max(at, text.find("\n\n", at, end))
        start = text.find(raw, body, end) if isinstance(raw, str) and raw.strip() else end
        if start < 0:
            raise ValueError("a part that is not in the file")
        if owner is not last:
            head = read_lines(text, top, start if start < end else max(body, top))
            drafts.append(_saved_head(owner, head) if _is_saved(owner) else _head(head))
            chosen, last = set(map(id, _shown(owner))), owner
        if start == end:
            continue
        at = top = start + len(raw)
        if id(part) in chosen:
            _put_text(drafts[-1], part, text, start, at)
        elif part.get_filename() or part.get_content_maintype() != "text":
            name = printable(part.get_filename() or _kind(part))
            drafts[-1].pieces.append(Piece("furniture", f"[{name}]", start, at, "attached to the message"))
        else:
            drafts[-1].pieces.append(
                Piece("furniture", f"[{_kind(part)}]", start, at, "the text in another form")
            )
    for line in read_lines(text, at, end):
        drafts[-1].add(line, "furniture", "layout of the message")
    return drafts


def _is_saved(message: Message) -> bool:
    """Whether a message is a page that a browser saved (MHTML): its fields tell of the saving, not of the article."""
    return "snapshot-content-location" in message or "<saved by " in str(message.get("from", "")).lower()


def _saved_head(message: Message, lines: list[Line]) -> Draft:
    """The draft of a page that a browser saved."""
    draft = Draft()
    for line in lines:
        draft.add(line, "furniture", "field of the saved page")
    address = str(message.get("snapshot-content-location", ""))
    draft.put(
        "source", address.partition("://")[2].partition("/")[0].removeprefix("www."), "the page's address"
    )
    return draft


def _shown(part: Message) -> list[Message]:
    """The parts of a message that are read: all texts, but one of those that say the same in other forms."""
    inner = _parts(part)
    if not inner:
        return [part] if _kind(part) in ("text/plain", "text/html") else []
    if part.get_content_maintype() == "message":
        return []
    found = [texts for one in inner if (texts := _shown(one))]
    if _kind(part) == "multipart/related":  # what the others are to, as the advertisements in a page
        return found[0] if found else []
    if _kind(part) != "multipart/alternative" or not found:
        return [text for texts in found for text in texts]
    sizes = [sum(len(piece.text) for text in texts for piece in _pieces(text)) for texts in found]
    # The first is the plain one; some say in it only that the mail cannot be shown.
    return next(texts for texts, size in zip(found, sizes) if size * 2 >= max(sizes))


def _decoded(part: Message) -> str:
    """The text of a part."""
    raw = part.get_payload()
    if _encoding(part) not in _ENCODED:
        return str(raw)
    data = part.get_payload(decode=True)
    data = data if isinstance(data, bytes) else str(raw).encode("utf-8", "replace")
    try:
        return clean(data.decode(part.get_content_charset("utf-8"))).text
    except (LookupError, ValueError):
        return decode(data).text


def _pieces(part: Message) -> list[Piece]:
    """What a part shows, with places in the text it stands for."""
    return _read_part(part).pieces


def _read_part(part: Message) -> Draft:
    """What a part alone would be."""
    text = _decoded(part)
    if _kind(part) == "text/html":
        return read_html(text)
    draft = Draft()
    lines = read_lines(text)
    draft.pieces = body_pieces(lines, usual_width(lines))
    return draft


def _put_text(draft: Draft, part: Message, text: str, start: int, end: int) -> None:
    """Give a draft the text of a part that stands at `[start, end)`."""
    if _encoding(part) not in _ENCODED and _kind(part) == "text/plain":
        lines = read_lines(text, start, end)
        draft.pieces += body_pieces(lines, usual_width(lines))
        return
    page = _read_part(part)
    for field in ("title", "published", "author"):
        draft.put(field, getattr(page, field), page.why.get(field, ""))
    pieces = [piece for piece in page.pieces if piece.text.strip()]
    placed = spread([(piece.role, printable(piece.text)) for piece in pieces], start, end, "")
    for piece, found in zip(placed, pieces):
        piece.reason = found.reason or "text of the message"
    draft.pieces += placed
    address = next((value for name, value in part.items() if name.lower() == "content-location"), "")
    draft.put("published", url_date(str(address)), "date in the page's address")


def _head(lines: list[Line]) -> Draft:
    """The draft of a message whose head is among `lines`."""
    draft = Draft()
    told: set[str] = set()
    i = 0
    while i < len(lines):
        line = lines[i]
        j = i + 1
        while j < len(lines) and lines[j].indent and not lines[j].gap:
            j += 1  # a field goes on where lines are indented
        match = _FIELD.match(line.text) if not line.indent else None
        name = match[1].lower() if match else ""
        if match and name in ("subject", "date", "from") and name not in told:
            told.add(name)
            value = _words(
                " ".join([line.text[match.end() :].strip(), *(one.text for one in lines[i + 1 : j])])
            )
            _put_field(draft, name, value, line, line.start + match.end(), lines[j - 1].end)
        else:
            for one in lines[i:j]:
                draft.add(one, "furniture", "field of the message")
        i = j
    return draft


def _put_field(draft: Draft, name: str, value: str, line: Line, middle: int, end: int) -> None:
    """Give a draft a field that tells something; its name ends at `middle`, its value at `end`."""
    if not value:
        draft.add(line, "furniture", "field of the message")
    elif name == "subject":
        draft.put("title", plain_subject(value), "Subject field")
        draft.pieces.append(Piece("furniture", "Subject:", line.start, middle, "field of the message"))
        draft.pieces.append(Piece("headline", value, middle, end, "Subject field"))
    elif name == "date":
        put_date(draft, value, "Date field")
        draft.pieces.append(Piece("dateline", value, line.start, end, "Date field"))
    else:
        put_sender(draft, value)
        draft.pieces.append(Piece("byline", value, line.start, end, "From field"))


def _words(value: str) -> str:
    """The value of a field with its encoded words read (RFC 2047)."""
    if "=?" in value:
        with suppress(LookupError, ValueError, MessageError):
            value = str(make_header(decode_header(value)))
    return " ".join(printable(value).split())
