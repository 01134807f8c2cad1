"""The text of one page that is known to be a page: as a dump if it is large, else by its short lines."""

from __future__ import annotations

from reader.parsing import cues
from reader.parsing.credit import is_person
from reader.parsing.draft import Draft
from reader.parsing.dumps.whole import is_dump, parse_dump
from reader.parsing.fields import settle
from reader.parsing.lines import Line
from reader.parsing.page import Page
from reader.parsing.page_title import head_line
from reader.parsing.roles import role_of


def compose_page(text: str, lines: list[Line]) -> Draft:
    """The article of a page: headline, menus hidden, the run from the first to the last sentence."""
    page = Page(lines)
    if is_dump(lines, page):
        return parse_dump(text, lines)
    draft = Draft()
    plain, kinds = page.plain, page.kinds
    long = [i for i, words in enumerate(plain) if cues.is_long(words)]
    first, last = (long[0], long[-1]) if long else (0, len(lines) - 1)
    while last + 1 < len(lines) and not kinds[last + 1] and _is_sentence(plain[last + 1]):
        last += 1
    # Menus have one to three words a line; a headline has more, and stands first or right above the text.
    titles = [
        i for i in range(first) if not kinds[i] and cues.is_title(plain[i]) and plain[i].count(" ") >= 2
    ]
    title = head_line(lines)  # the first line names the page; the headline is what it says again
    if not 0 < title < first:
        title = titles[0] if titles and titles[0] == 0 else titles[-1] if titles else -1
    fields: list[tuple[str, str, str]] = []
    for i, line in enumerate(lines):
        kind = kinds[i]
        if i == title:
            draft.put("title", plain[i], "title line of the page")
            draft.add(line, "headline", "title line of the page")
        elif i < first and (kind == "byline" or (i > title >= 0 and not kind and is_person(plain[i]))):
            fields.append(("author", plain[i], "byline above the text"))
            draft.add(line, "byline", "byline above the text")
        elif i < first and kind == "date":
            fields.append(("published", plain[i], "date above the text"))
            draft.add(line, "dateline", "date above the text")
        elif i < first or (i > last and (kind or line.text.count(" ") < 6)):
            draft.add(line, "furniture", "menu, link or label of the page")
        elif kind in ("site", "copyright", "rule"):
            draft.add(line, "furniture", "site furniture")
        elif title >= 0 and line.key == lines[title].key:
            draft.add(line, "furniture", "the headline again")
        else:
            role, reason = role_of(page, i, len(lines))
            draft.add(line, role, reason)
    settle(draft, fields, None)
    return draft


def _is_sentence(text: str) -> bool:
    """Whether a short line is a whole sentence, as no link is."""
    return text.count(" ") >= 2 and text[-1] in '.!?”"' and text[0].isupper()
