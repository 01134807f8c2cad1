"""Mails, Usenet posts and digests of them (RFC 5322 and RFC 1153): heads of `Name: value` lines, then text."""

from __future__ import annotations

from reader.parsing.body import line_pieces
from reader.parsing.credit import is_outlet, is_person
from reader.parsing.cues import is_long
from reader.parsing.draft import Draft, Piece
from reader.parsing.fields import put_date
from reader.parsing.lines import Line
from reader.parsing.patterns import pattern

_WIDEST = 80  # columns of mails that are wrapped
_HEADER = r"([A-ZÀ][A-Za-zé-]{0,30}) ?: ?(.*)"
_KNOWN = frozenset(
    """from date subject newsgroups message-id to cc reply-to sender organization lines path references xref
    content-type content-transfer-encoding mime-version received return-path approved followup-to keywords
    x-newsreader nntp-posting-host status distribution expires summary in-reply-to delivered-to user-agent""".split()
)


# What Outlook prints above a mail that is passed on.
_OUTLOOK = {
    word: name
    for name, words in {
        "from": "von de da van",
        "date": "sent gesendet datum envoyé enviado inviato verzonden", "to": "an à para a aan",
        "subject": "betreff objet asunto oggetto assunto onderwerp",
    }.items()
    for word in words.split()
}  # fmt: skip


def _header(line: Line) -> tuple[str, str] | None:
    match = pattern(_HEADER).match(line.text) if line.indent == 0 else None
    if not match:
        return None
    name = match[1].lower()
    name = _OUTLOOK.get(name, name)
    return (name, match[2]) if name in _KNOWN or name.startswith("x-") else None


def read(text: str, lines: list[Line]) -> list[Draft] | None:
    """The messages of a mail or digest, or None if it is none."""
    heads = _heads(lines)
    if not heads or heads[0][0] > 60 or (len(heads) == 1 and _is_quoted(lines, heads[0][0])):
        return None
    usual = usual_width(lines)
    drafts = []
    for n, (start, end) in enumerate(heads):
        limit = heads[n + 1][0] if n + 1 < len(heads) else len(lines)
        drafts.append(_message(lines, start, end, limit, usual))
    before = [
        Piece.of(line, "para", "text above the mail")
        if is_long(line.text)
        else Piece.of(line, "furniture", "preamble of the digest")
        for line in lines[: heads[0][0]]
    ]
    drafts[0].pieces = before + drafts[0].pieces
    return drafts


def _is_quoted(lines: list[Line], start: int) -> bool:
    """Whether the mail whose head is at `start` is quoted in a story: running text stands above it, no mark that it
    was sent on."""
    return (
        start > 0
        and not _stands_before(lines[start - 1].text)
        and any(is_long(line.text) for line in lines[:start])
    )


def usual_width(lines: list[Line]) -> int:
    """The width that the mails on `lines` were wrapped at, if they may have been; else 0."""
    width = max((line.indent + len(line.text) for line in lines), default=0)
    return width if 60 <= width <= _WIDEST else 0


def _heads(lines: list[Line]) -> list[tuple[int, int]]:
    """Runs of header lines `[start, end)` that name a subject and a sender or date."""
    heads = []
    i = 0
    while i < len(lines):
        first = _header(lines[i])
        if first is None or (i and not lines[i].gap and not _stands_before(lines[i - 1].text)):
            i += 1
            continue
        names = {first[0]}
        j = i + 1
        while j < len(lines) and lines[j].gap == 0:
            pair = _header(lines[j])
            if pair:
                names.add(pair[0])
            elif not lines[j].indent:
                break
            j += 1
        if "subject" in names and ("from" in names or "date" in names):
            heads.append((i, j))
        i = j
    return heads


def _stands_before(text: str) -> bool:
    """Whether a line may stand right above a head: a rule, or the number that digests give a message."""
    return _is_rule(text) or bool(
        pattern(r"Message: \d{1,4}|-{2,} ?[\w ]{3,40} ?-{2,}|Begin forwarded message:").fullmatch(text)
    )


def _is_rule(text: str) -> bool:
    return len(text) >= 5 and not text.strip("-=_*#~")


def _message(lines: list[Line], start: int, end: int, limit: int, width: int) -> Draft:
    """The message whose head is `[start, end)` and whose body ends before `limit`; mails are wrapped at `width`."""
    draft = Draft()
    for line in lines[start:end]:
        name, value = _header(line) or ("", "")
        begin = line.end - len(value)
        if name == "subject" and value:
            draft.put("title", plain_subject(value), "Subject field")
            draft.pieces.append(Piece("furniture", "Subject:", line.start, begin, "field of the message"))
            draft.pieces.append(Piece("headline", value, begin, line.end, "Subject field"))
        elif name == "date":
            put_date(draft, value, "Date field")
            draft.add(line, "dateline", "Date field")
        elif name == "from":
            put_sender(draft, value)
            draft.add(line, "byline", "From field")
        else:
            if name in ("organization",):
                draft.put("source", value, "Organization field")
            draft.add(line, "furniture", "field of the message")
    draft.pieces += body_pieces(lines[end:limit], width)
    return draft


def plain_subject(value: str) -> str:
    """A subject without the marks of lists and answers in front of it: `[news] Re: …`."""
    marks = pattern(r"(?:\[[^\]\[]{1,40}\] ?|(?:re|fwd?|aw|wg|sv|rv|tr)(?:\[\d+\])?: ?){1,6}", 2).match(value)
    return value[marks.end() :] if marks and marks.end() < len(value) else value


def put_sender(draft: Draft, value: str) -> None:
    """Give a draft the person whom a From field names, or the outlet."""
    named = pattern(r'"?([^"<@(]{3,60}?)"? ?<[^>]{3,80}>').match(value)
    name = named[1] if named else value if is_person(value) else ""
    if " " in name:
        draft.put("source" if is_outlet(name) and not is_person(name) else "author", name, "From field")


def body_pieces(lines: list[Line], width: int = 0) -> list[Piece]:
    """The pieces of a message's body that was wrapped at `width`, if that is known."""
    stop = _text_end(lines, 0, len(lines))
    return line_pieces(lines[:stop], width) + [
        Piece.of(line, "furniture", "rule line, signature or footer") for line in lines[stop:]
    ]


def _text_end(lines: list[Line], start: int, end: int) -> int:
    """The line from which only rules, a signature and the footer of a digest stand in the body `[start, end)`."""
    end = next((i for i in range(start, end) if lines[i].text == "Subject: Digest Footer"), end)
    while end > start and _stands_before(lines[end - 1].text):
        end -= 1
    signed = range(max(start, end - 8), end)
    return next((i for i in signed if lines[i].text == "--"), end)  # a signature by the custom of mail
