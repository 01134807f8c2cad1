"""The text of one page that is known to be a page: as a dump if it is large, else by its short lines."""

from __future__ import annotations

from reader.parsing import cues
from reader.parsing.compose import role_of
from reader.parsing.draft import Draft
from reader.parsing.dump import is_dump, parse_dump
from reader.parsing.lines import Line
from reader.parsing.page import Page


def compose_page(text: str, lines: list[Line]) -> Draft:
    """The article of a page: headline, menus hidden, the run from the first to the last sentence."""
    page = Page(lines)
    if is_dump(lines, page):
        return parse_dump(text, lines)
    draft = Draft()
    long = [i for i, text in enumerate(page.plain) if cues.is_long(text)]
    first, last = (long[0], long[-1]) if long else (0, len(lines) - 1)
    # Menus have one to three words a line; a headline has more, and stands first or right above the text.
    titles = [
        i
        for i in range(first)
        if not page.kinds[i] and cues.is_title(page.plain[i]) and page.plain[i].count(" ") >= 2
    ]
    title = titles[0] if titles and titles[0] == 0 else titles[-1] if titles else -1
    for i, line in enumerate(lines):
        kind = page.kinds[i]
        if i == title:
            draft.put("title", page.plain[i], "title line of the page")
            draft.add(line, "headline", "title line of the page")
        elif kind == "byline" and i < first:
            draft.put("author", page.plain[i][3:], "byline above the text")
            draft.add(line, "byline", "byline above the text")
        elif i < first or (i > last and (kind or line.text.count(" ") < 6)):
            draft.add(line, "furniture", "menu, link or label of the page")
        elif kind in ("site", "copyright", "rule"):
            draft.add(line, "furniture", "site furniture")
        elif title >= 0 and line.key == lines[title].key:
            draft.add(line, "furniture", "the headline again")
        else:
            role, reason = role_of(page, i, 0, len(lines))
            draft.add(line, role, reason)
    return draft
