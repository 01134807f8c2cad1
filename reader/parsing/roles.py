"""What an ordinary line of a body is: text, list, subhead, quotation, caption or counter."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from reader.parsing import cues
from reader.parsing.captions import opens_caption
from reader.parsing.page import Page, heads_with_colon
from reader.parsing.patterns import pattern

if TYPE_CHECKING:
    from reader.model import Role

#: What a line of another role than running text may start with.
MARKS = "-+•*–·‣▪●■>o#_"
_LEFT_OVER = "-–—)(][}{|,;:.·•/\\<>»«"  # what is left of a bracket or of a button's picture
_QUOTES = "“\"‘'«"
_BULLETS = ("- ", "+ ", "• ", "* ", "– ", "· ", "‣ ", "▪ ", "● ", "■ ", "> ", "o ")


@lru_cache(1024)  # the same buttons come again
def _left_over(text: str) -> str:
    """What of a site's page is left on a line, if nothing else can be; else ""."""
    if len(text) < 3 and text[0] in _LEFT_OVER:
        return "" if any(map(str.isalnum, text)) else "a mark on its own line"
    return "a row of the site's buttons" if cues.is_row_of_buttons(text) else ""


def role_of(page: Page, i: int, end: int) -> tuple[Role, str]:
    """The role of an ordinary line of a body that ends in front of line `end`, and why."""
    text = page.plain[i]
    raw = page.lines[i].text
    if raw[0] in MARKS and raw.startswith(_BULLETS) and len(raw) > 3:
        return "list", "starts with a bullet"
    size = len(text)
    if raw[0] in "IMF" and opens_caption(raw):
        return "caption", "opens as captions do"
    if 2 < size <= 64 and cues.is_counter(text):
        return "furniture", "a counter of the site"
    if (why := _left_over(text)) and page.sentences[0] < len(page.lines):  # else a poem's line, a list's
        return "furniture", why
    if size <= 110 and text.count(" ") < 16:
        if raw[0] == "#" and raw[1:2] in ("#", " "):  # else a tag
            return "subhead", "a Markdown heading"
        if i + 1 >= end or page.kinds[i + 1]:
            return "para", "a line of the text"
        if size < 15 and text[0].isdigit() and cues.is_clock(text):
            return "subhead", "the time of what follows"
        if not cues.is_long(page.plain[i + 1]):
            return "para", "a line of the text"
        last = text[-1]
        quoted = text[0] in _QUOTES and last in "”\"’'»"
        if not quoted:
            last = text.rstrip("”\"’'»」")[-1:] or last  # a sentence may end in a quotation
        heads = (
            (last not in ".!,;:)-–—。！，；：、।" or quoted)
            and text[0] not in "-•*([{"
            and not text[0].islower()
        )
        heads = heads and (quoted or not pattern(r"[^\W\d_]{4}[.!?] [A-Z@]").search(text))
        if heads and not cues.is_figures(text) and cues.kind_of(text) != "hint":
            if quoted and last in '”"' and text[-2:-1] in ".!?,":
                return "pull_quote", "a quotation on its own line"
            return "subhead", "a short line without a full stop before running text"
        if last == ":" and heads_with_colon(text) and page.colons >= 3:
            return "subhead", "a short line with a colon before running text, one of several"
    return "para", "running text" if size > 110 else "a line of the text"
