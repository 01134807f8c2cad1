"""Whole pages turned to text: the article is found among menus, teasers, comments and footers.

A page counts as a dump only when most of its lines are the short ones of menus and lists, at its start or its
end too. What is not article is hidden, never dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.parsing import cues
from reader.parsing.credit import fields_of_date, is_person
from reader.parsing.date_order import usual_order
from reader.parsing.draft import Draft, Piece
from reader.parsing.dumps.cues import SITE_TALK, commented, is_cue, is_dated
from reader.parsing.dumps.lines import restore
from reader.parsing.dumps.model import scores
from reader.parsing.dumps.pictures import gallery, is_picture
from reader.parsing.dumps.rows import find_rows, find_table, heads_links, is_aside, leads_away
from reader.parsing.dumps.title import find_title
from reader.parsing.fields import settle
from reader.parsing.lines import Line, key_of
from reader.parsing.menu import menu_end
from reader.parsing.page import Page
from reader.parsing.page_title import title_parts
from reader.parsing.patterns import pattern
from reader.parsing.roles import role_of
from reader.parsing.writers import may_be_writer

if TYPE_CHECKING:
    from reader.model import Role

_LONGEST = 6000  # lines; no page has more
_TEXT = 15  # words that make a text
_SHIFT, _SHORT, _INSIDE = 0.5, 0.6, -2.2
_SITE = frozenset(("site", "hint", "copyright", "url", "domain"))  # kinds of lines that sites have
_NO_TEXT = frozenset(("site", "copyright", "rule", "control", "mark"))  # kinds of lines that no text has


def is_dump(lines: list[Line], page: Page) -> bool:
    """Whether the lines are those of a whole page: mostly short ones without sentence ends, and menus."""
    total = len(lines)
    if is_numbered(lines) and 12 <= total <= _LONGEST:
        return True
    if not 25 <= total <= _LONGEST or page.kinds[:2] == ["rule", "label"]:  # front matter is no menu
        return False
    short = [len(line.text) < 40 and line.text[-1] not in '.!?”":;,' for line in lines]
    share = sum(short) / total
    ends = sum(short[:12]) / 12 + sum(short[-12:]) / 12
    site = sum(kind == "site" for kind in page.kinds) + page.hints
    wordy = share > 0.15 and ends >= 1.2 and site >= 5  # a long text between plain menus
    if (share < 0.3 and not wordy) or ends < 0.5:
        return False
    points = (share - 0.3) * 4 + (ends - 0.9) + min(site, 8) / 5
    indents = len({line.indent for line in lines})
    marked = sum(line.text.startswith(("* ", "+ ", "• ", "o ", "[")) for line in lines)
    points += 0.5 * (indents >= 4) + (1.0 if marked * 5 > total else 0.0)
    return points >= 1.4 and (_tells_site(page) or menu_end(page) > 0)


def _tells_site(page: Page) -> bool:
    """Whether enough lines are a site's own words: poems, lists and tables are made of short lines too."""
    need = 4 + len(page.lines) // 300
    found: set[str] = set()
    for text, kind in zip(page.plain, page.kinds):
        if (
            kind in _SITE
            or (len(text) <= 60 and is_cue(text))
            or (len(text) <= 400 and pattern(SITE_TALK).search(text.lower()))
        ):
            need -= (text not in found) * (2 if kind == "copyright" else 1)
            if need <= 0:
                return True
            found.add(text)
    return False


def is_numbered(lines: list[Line]) -> bool:
    """Whether lynx printed this: link numbers in brackets, and the list of their addresses at the end."""
    marks = sum(bool(pattern(r"(?:[*+o#] )?\[\d{1,3}\]").match(line.text)) for line in lines[:400])
    return marks >= 6 and any(
        pattern(r"\d{1,4}\. (?:https?|file|mailto|javascript|android)").match(line.text)
        for line in lines[-6:]
    )


def parse_dump(text: str, lines: list[Line]) -> Draft:
    """The one article of a dumped page; `lines` are those of `text` or some of them."""
    blocks, tail = restore(text, lines)
    rows = find_rows(blocks)
    points = score_blocks(blocks, rows)
    draft = compose_dump(blocks, points, rows, *text_region(blocks, points, rows), usual_order(text))
    for line in tail:
        draft.add(line, "furniture", "list of the page's addresses")
    return draft


def score_blocks(blocks: list[Line], rows: list[str]) -> list[float]:
    """How much each block reads like article; cells count for nothing, nor do their neighbours see them."""
    points = iter(scores([block for block, row in zip(blocks, rows) if row != "cell"]))
    return [-_SHIFT if row == "cell" else next(points) for row in rows]


def text_region(blocks: list[Line], scores: list[float], rows: list[str]) -> tuple[int, int]:
    """The blocks `[start, end)` that the article's text stands in, with the lists and tables that belong to it."""
    comments = _comments_at(blocks, scores)
    start, end = find_region(blocks[:comments], scores, rows)
    top, foot = find_table(rows)
    if top < start < foot:  # half a table
        start = _dated_above(blocks, top) + 1 or top
    elif foot <= start and _size(blocks, top, foot) > _size(blocks, start, end):
        head = _dated_above(blocks, top)
        if head >= 0 and _dated_above(blocks, start) < 0:  # what stands under the headline is the article
            start, end = head + 1, foot
    return start, _with_rows(blocks, rows, _without_links(blocks, scores, start, end))


def _comments_at(blocks: list[Line], scores: list[float]) -> int:
    """The block below a text that says how many comments on its headline follow; the number of blocks if none does."""
    words = 0
    titles = title_parts(blocks[0].text)
    for i, block in enumerate(blocks):
        if words >= _TEXT and block.text[:1] not in "*•+[" and key_of(commented(block.text)) in titles:
            return i
        if block.key.count(" ") >= 2:
            titles.add(block.key)
        if scores[i] > -_SHIFT and cues.is_long(block.text):
            words += block.text.count(" ") + 1
    return len(blocks)


def _without_links(blocks: list[Line], scores: list[float], start: int, end: int) -> int:
    """The end of the text without a heading of links to other pages, and what stands under it, at its end."""
    last = next(
        (i for i in range(end - 1, start, -1) if scores[i] > 0 and cues.is_long(blocks[i].text)), start
    )
    return next((i for i in range(last + 1, end) if heads_links(blocks[i].text)), end)


def _size(blocks: list[Line], start: int, end: int) -> int:
    return sum(block.text.count(" ") + 1 for block in blocks[start:end])


def _dated_above(blocks: list[Line], start: int) -> int:
    """The date line that stands within a dozen blocks above block `start`; -1 if there is none."""
    return next(
        (
            i
            for i in range(start - 1, max(-1, start - 13), -1)
            if cues.kind_of(blocks[i].text) in ("date", "byline") or is_dated(blocks[i].text)
        ),
        -1,
    )


def find_region(blocks: list[Line], scores: list[float], rows: list[str]) -> tuple[int, int]:
    """The run of blocks `[start, end)` with the greatest sum of scores, weighted by length (Bentley 1984)."""
    best = total = 0.0
    begin = 0
    found = (0, 0)
    for i, block in enumerate(blocks):
        words = block.text.count(" ") + 1
        score = max(-4.0, min(4.0, scores[i] + _SHIFT))
        if score < 0 and rows[i]:
            score = 0.0  # rows say little of themselves: they are what stands around them
        total += score * min(words, 80) ** 0.5 if score > 0 else score * _SHORT * min(words, 12) ** 0.5
        if total <= 0:
            total, begin = 0.0, i + 1
        elif total > best:
            best, found = total, (begin, i + 1)
    if found == (0, 0):  # nothing reads like an article: the longest block is the best guess
        at = max(range(len(blocks)), key=lambda i: len(blocks[i].text))
        found = (at, at + 1)
    return found


def _with_rows(blocks: list[Line], rows: list[str], end: int) -> int:
    """The end of the text with a list or table that follows it."""
    last, misses = end, 0
    for i in range(end, min(len(blocks), end + 120)):
        text = blocks[i].text
        if rows[i] == "row":
            last, misses = i + 1, 0
        elif not is_aside(text):
            misses += 1
            if misses > 1 or leads_away(text):
                break
    known = end > 0 and rows[end - 1] == "row"  # the text ends in the list already
    return last if known or rows[end:last].count("row") >= 4 else end


def compose_dump(
    blocks: list[Line],
    scores: list[float],
    rows: list[str],
    start: int,
    end: int,
    day_first: bool | None = None,
) -> Draft:
    """The pieces of a page: title, fields, text of the region; the rest hidden."""
    draft = Draft()
    page = Page(blocks)
    title = find_title(page, scores, start, end)
    at, headline = title or (-1, "")
    start = _text_start(page, scores, at, start, end)
    fields: list[tuple[str, str, str]] = []
    inside = _Inside(page, scores, rows, start, end, key_of(headline))
    names = _writers(page, at, start) if title else frozenset()
    for i, block in enumerate(blocks):
        kind, plain = page.kinds[i], page.plain[i]
        near_head = (title is not None and at - 4 <= i <= start + 6) or start - 6 <= i <= start + 6
        if title and i == at:
            piece = Piece.of(block, "headline", "the title-like line in front of the text")
            piece.text = headline
            draft.put("title", headline, piece.reason)
            draft.pieces.append(piece)
        elif near_head and (
            kind == "date" or (not kind and not rows[i] and is_dated(plain) and not is_picture(plain))
        ):
            fields += fields_of_date(plain, "near the headline")
            draft.add(block, "dateline", "date line near the headline")
        elif near_head and (kind == "byline" or i in names):
            if plain.lower().rstrip(":") != "by":
                fields.append(("author", plain, "byline near the headline"))
            draft.add(block, "byline", "byline near the headline")
        elif start <= i < end:
            draft.add(block, *inside.role(i))
        elif cues.is_long(block.text):
            draft.add(block, "furniture", "text of the page around the article")
        else:
            draft.add(block, "furniture", "menu, link or label of the page")
    settle(draft, fields, day_first)
    return draft


def _writers(page: Page, title: int, start: int) -> frozenset[int]:
    """The blocks between headline and text that are a writer's name: behind By alone, or beside the day."""
    found = set()
    for i in range(max(title + 1, start - 12), min(start + 1, len(page.lines))):
        if page.kinds[i] or not is_person(page.plain[i]):
            continue
        signed = page.plain[i - 1].lower().rstrip(":") == "by"
        if signed or (
            i < start and "date" in (page.kinds[i - 1], page.kinds[i + 1]) and may_be_writer(page, i)
        ):
            found.add(i)
    return frozenset(found)


def _text_start(page: Page, scores: list[float], title: int, start: int, end: int) -> int:
    """Where the text `[start, end)` begins, now that its headline is known to stand on block `title` (-1: none)."""
    if 0 <= title < start <= title + 60:
        return _grow(page, scores, title, start)
    if start < title < end:
        above = sum(
            block.text.count(" ")
            for block, score in zip(page.lines[start:title], scores[start:])
            if score > 0.5
        )
        return title if above < 40 else start
    return start


class _Inside:
    """Tells what the blocks of the text are, in their order."""

    __slots__ = ("end", "page", "pictures", "rows", "scores", "seen", "start", "title_key")

    def __init__(
        self, page: Page, scores: list[float], rows: list[str], start: int, end: int, title_key: str
    ) -> None:
        self.page, self.scores, self.rows = page, scores, rows
        self.start, self.end, self.title_key = start, end, title_key
        self.pictures = gallery(page.plain[start:end])
        self.seen: set[str] = set()

    def role(self, i: int) -> tuple[Role, str]:
        """The role of block `i`, and why."""
        block = self.page.lines[i]
        if self.title_key and block.key == self.title_key:
            return "furniture", "the headline again"
        if self.rows[i] == "cell":
            return "para", "cell of a table"
        if self.page.kinds[i] in _NO_TEXT or cues.kind_of(self.page.plain[i]) == "hint":
            return "furniture", "site furniture"
        if not self.pictures.get(i - self.start, True):
            return "furniture", "number of a picture"
        if i - self.start in self.pictures or is_picture(block.text):
            return "caption", "names a picture and its source"
        if self._heads_rows(i):
            return "para", "a line above rows of a table"
        if self._is_label(i):
            return "furniture", "reads like a link or label of the page"
        if heads_links(block.text) and self.scores[i] < 0.3 and not self.rows[i]:
            return "furniture", "heads links to other pages"
        if block.key in self.seen and len(block.text) > 60:
            return "furniture", "the same text again"
        self.seen.add(block.key)
        return role_of(self.page, i, self.end)

    def _heads_rows(self, i: int) -> bool:
        """Whether a short block stands above rows of a table or list and is none of the site's words."""
        below = self.rows[i + 1 : i + 3] == ["row", "row"]
        return below and not self.rows[i] and not leads_away(self.page.plain[i])

    def _is_label(self, i: int) -> bool:
        """Whether the model is sure that a block is none of the text; surer of long ones, and of rows of a list."""
        text, surely = self.page.lines[i].text, _INSIDE - 1.2
        if self.scores[i] > (surely if cues.is_long(text) else _INSIDE):
            return False
        return not self.rows[i] or (text[0] in "*•+" and self.scores[i] <= surely)


def _grow(page: Page, scores: list[float], title: int, start: int) -> int:
    """Take in sentences between the headline and the text found: short first paragraphs in thin surroundings."""
    first = start
    for i in range(start - 1, title, -1):
        text = page.plain[i]
        if not page.kinds[i] and cues.is_long(text) and scores[i] > -2.6 and not is_picture(text):
            first = i
    return first
