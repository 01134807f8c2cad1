"""Files that are no plain text: HTML and RTF. Their text is shown, the markup is hidden with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.model import Role
from reader.parsing.cues import is_long, kind_of
from reader.parsing.draft import Draft, Piece
from reader.parsing.fields import settle
from reader.parsing.lines import Line

_TAG = re.compile(r"<[!/?a-zA-Z][^<>]{0,4000}>")
_TAG_NAME = re.compile(r"</?([a-zA-Z0-9]+)")
_HIDDEN = frozenset("script style noscript svg nav header footer aside form head template".split())
_JOINED = frozenset(
    "a b i em strong span u s sub sup small mark abbr cite q code time font img wbr label".split()
)
_FURTHEST = 8000  # characters of a header or form
_HEAD = 24  # blocks among which day and writer are looked for
_ROLES: dict[str, Role] = {"li": "list", "figcaption": "caption"}


def read(text: str, lines: list[Line]) -> list[Draft] | None:
    """The readable parts of an HTML or RTF file, or None if it is neither."""
    head = text.lstrip()[:2000]
    low = head.lower()
    if low.startswith("{\\rtf"):
        return [_rtf(text)]
    if head.startswith("<") and re.search(r"<(?:!doctype html|html|head|body|div|article|p)\b", low):
        return [read_html(text)]
    return None


def read_html(text: str) -> Draft:
    """The article of a page: text between tags; runs that only inline tags part are one paragraph."""
    from html import unescape

    draft = Draft()
    runs, title = _shown_runs(text)
    for start, end, tag in runs:
        shown = " ".join(unescape(_TAG.sub("", text[start:end])).split())
        if not shown:
            continue
        role = _role_of(tag, shown, draft.title is None)
        if role == "headline":
            draft.put("title", shown, "first-level heading of the page")
        begin = start + len(text[start:end]) - len(text[start:end].lstrip())
        draft.pieces.append(Piece(role, shown, begin, end, "text of the page"))
    draft.put("title", unescape(title), "title of the page")
    _read_head(draft)
    if not draft.pieces:
        draft.pieces = [Piece("para", " ".join(text.split()), 0, len(text.rstrip()), "the file as it is")]
    return draft


def _shown_runs(text: str) -> tuple[list[tuple[int, int, str]], str]:
    """The runs of text that a page shows, (start, end, tag of the block it begins in), and what its title tag says."""
    runs: list[tuple[int, int, str]] = []
    title = block = hidden = ""  # `hidden`: the tag whose content is not shown
    at, fresh = 0, True
    for match in (*_TAG.finditer(text), None):
        start, end = at, match.start() if match else len(text)
        if text[start:end].strip():
            if block == "title" and not title:
                title = " ".join(text[start:end].split())
            if not hidden and (fresh or not runs):
                runs.append((start, end, block))
            elif not hidden:
                runs[-1] = (runs[-1][0], end, runs[-1][2])
            fresh = fresh and bool(hidden)
        name = match and _TAG_NAME.match(match[0])
        at = match.end() if match else end
        if not match or not name:
            continue
        tag, closing = name[1].lower(), match[0][1] == "/"
        if tag == "title":
            block = "" if closing else "title"
        if hidden:
            if closing and tag == hidden:
                hidden, fresh = "", True
        elif (
            tag in _HIDDEN and not closing and not match[0].endswith("/>") and not _holds_text(text, tag, at)
        ):
            hidden = tag
        elif tag not in _JOINED:
            block, fresh = "" if closing else tag, True
    return runs, title


def _holds_text(text: str, tag: str, at: int) -> bool:
    """Whether what a tag opens at `at` is the head of an article, or a form that has the whole page in it."""
    if tag == "header":
        end = text.find("</header>", at, at + _FURTHEST)
        return end >= 0 and "<h1" in text[at:end]
    return tag == "form" and len(text) > at + _FURTHEST and text.find("</form", at, at + _FURTHEST) < 0


def _read_head(draft: Draft) -> None:
    """Find the day and the writer in the lines between the headline and the text."""
    fields: list[tuple[str, str, str]] = []
    for piece in draft.pieces[:_HEAD]:
        if is_long(piece.text):
            break
        kind = kind_of(piece.text) if piece.role == "para" else ""
        if kind == "date":
            piece.role, piece.reason = "dateline", "date above the text"
            fields.append(("published", piece.text, piece.reason))
        elif kind == "byline":
            piece.role, piece.reason = "byline", "byline above the text"
            fields.append(("author", piece.text, piece.reason))
    settle(draft, fields, None)


def _role_of(tag: str, shown: str, first: bool) -> Role:
    """The role of a block with a tag and a text; `first`: no headline was met yet."""
    if tag == "h1" and first:
        return "headline"
    if re.fullmatch("h[1-6]", tag):
        return "subhead"
    if tag in _ROLES:
        return _ROLES[tag]
    return "furniture" if len(shown) < 200 and kind_of(shown) in ("site", "copyright") else "para"


_RTF = re.compile(r"\\'[0-9a-fA-F]{2}|\\u-?\d{1,6}\??|\\[a-zA-Z]{1,32}-?\d{0,10} ?|\\[^a-zA-Z]|[{}]")
_GROUPS = r"\{\\(?:fonttbl|colortbl|stylesheet|info|pict|\*)"


def _rtf(text: str) -> Draft:
    """Text of an RTF file: control words hidden, `\\par` ends a paragraph (Microsoft's RTF specification 1.9)."""
    draft = Draft()
    parts: list[str] = []
    begin = 0
    for start, shown in _rtf_stretches(text):
        if shown is not None:
            if not parts and shown.strip():
                begin = start
            if parts or shown.strip():
                parts.append(shown)
            continue
        if said := " ".join("".join(parts).split()):
            draft.pieces.append(Piece("para", said, begin, start, "text of the RTF file"))
        parts.clear()
    from reader.text import printable

    for piece in draft.pieces:
        piece.text = printable(piece.text)
    if not draft.pieces:
        draft.pieces = [Piece("para", " ".join(text.split()), 0, len(text.rstrip()), "the file as it is")]
    return draft


def _rtf_stretches(text: str) -> Iterator[tuple[int, str | None]]:
    """The stretches of text that an RTF file shows, each with its place; None where a paragraph ends."""
    depth = hidden = at = 0  # `hidden`: the depth of the group that is not shown
    for match in _RTF.finditer(text):
        word, start = match[0], match.start()
        if not hidden:
            yield at, text[at:start].replace("\n", "")
        at = match.end()
        if word == "{":
            depth += 1
            if not hidden and re.match(_GROUPS, text[start : start + 16]):
                hidden = depth
        elif word == "}":
            if hidden == depth:
                hidden = 0
            depth -= 1
        elif not hidden:
            ends = word.strip() in ("\\par", "\\line", "\\sect", "\\page")
            yield start, None if ends else _rtf_sign(word)
    if not hidden:
        yield at, text[at:]
    yield len(text), None


def _rtf_sign(word: str) -> str:
    """What a control word shows: a character, a space or nothing."""
    if word.startswith("\\'"):
        return bytes([int(word[2:], 16)]).decode("cp1252", "replace")
    if re.match(r"\\u-?\d", word):
        point = int(word[2:].rstrip("?")) % 65536
        return chr(point) if point and not 0xD800 <= point < 0xE000 else "\ufffd"
    if word.strip() in ("\\tab", "\\~"):
        return " "
    return word[1] if word in ("\\{", "\\}", "\\\\") else ""
