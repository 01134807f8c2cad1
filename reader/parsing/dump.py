"""Whole pages turned to text: the article is found among menus, teasers, comments and footers.

A page counts as a dump only when most of its lines are the short ones of menus and lists, at its start or its
end too. What is not article is hidden, never dropped.
"""

from __future__ import annotations

from reader.parsing import cues
from reader.parsing.compose import role_of
from reader.parsing.draft import Draft, Piece
from reader.parsing.dump_cues import ROW
from reader.parsing.dump_lines import restore
from reader.parsing.dump_model import head_line, scores
from reader.parsing.fields import settle
from reader.parsing.lines import Line, key_of
from reader.parsing.page import Page

_LONGEST = 6000  # lines; no page has more
_SHIFT, _SHORT, _INSIDE = 0.6, 0.5, -3.0


def is_dump(lines: list[Line], page: Page) -> bool:
    """Whether the lines are those of a whole page: mostly short ones without sentence ends, and menus."""
    total = len(lines)
    if not 25 <= total <= _LONGEST:
        return False
    if is_numbered(lines):
        return True
    short = [len(line.text) < 40 and line.text[-1] not in '.!?”":;,' for line in lines]
    share = sum(short) / total
    ends = sum(short[:12]) / 12 + sum(short[-12:]) / 12
    site = sum(kind == "site" for kind in page.kinds) + page.hints
    if share < 0.3 or ends < 0.5:
        return False
    points = (share - 0.3) * 4 + (ends - 0.9) + min(site, 8) / 5
    indents = len({line.indent for line in lines})
    marked = sum(line.text.startswith(("* ", "+ ", "• ", "o ", "[")) for line in lines)
    points += 0.5 * (indents >= 4) + (1.0 if marked * 5 > total else 0.0)
    return points >= 1.4


def is_numbered(lines: list[Line]) -> bool:
    """Whether lynx printed this: link numbers in brackets, and the list of their addresses at the end."""
    marks = sum(bool(cues.pattern(r"(?:[*+o#] )?\[\d{1,3}\]").match(line.text)) for line in lines[:400])
    return marks >= 6 and any(
        cues.pattern(r"\d{1,4}\. (?:https?|file|mailto|javascript|android)").match(line.text)
        for line in lines[-6:]
    )


def parse_dump(lines: list[Line]) -> Draft:
    """The one article of a dumped page."""
    blocks, tail = restore(lines)
    points = scores(blocks)
    start, end = find_region(blocks, points)
    end = _with_rows(blocks, end)
    draft = compose_dump(blocks, points, start, end)
    for line in tail:
        draft.add(line, "furniture", "list of the page's addresses")
    return draft


def find_region(blocks: list[Line], scores: list[float]) -> tuple[int, int]:
    """The run of blocks `[start, end)` with the greatest sum of scores, weighted by length (Bentley 1984)."""
    best = total = 0.0
    begin = 0
    found = (0, 0)
    for i, block in enumerate(blocks):
        words = block.text.count(" ") + 1
        score = max(-4.0, min(4.0, scores[i] + _SHIFT))
        total += score * min(words, 80) ** 0.5 if score > 0 else score * _SHORT * min(words, 12) ** 0.5
        if total <= 0:
            total, begin = 0.0, i + 1
        elif total > best:
            best, found = total, (begin, i + 1)
    if found == (0, 0):  # nothing reads like an article: the longest block is the best guess
        at = max(range(len(blocks)), key=lambda i: len(blocks[i].text))
        found = (at, at + 1)
    return found


def _with_rows(blocks: list[Line], end: int) -> int:
    """The end of the text with a list or table that follows it: rows of one kind, each saying something."""
    last, hits, misses = end, 0, 0
    for i in range(end, min(len(blocks), end + 80)):
        text = blocks[i].text
        row = cues.pattern(ROW).match(text)
        address = hits > 0 and text.startswith("http") and " " not in text
        if row or address:
            hits += bool(row)
            last, misses = i + 1, 0
        else:
            misses += 1
            if misses > 1 or cues.kind_of(text):
                break
    return last if hits >= 4 else end


def compose_dump(blocks: list[Line], scores: list[float], start: int, end: int) -> Draft:
    """The pieces of a page: title, fields, text of the region; the rest hidden."""
    draft = Draft()
    page = Page(blocks)
    title = find_title(page, scores, start, end)
    title_key = key_of(title[1]) if title else ""
    if title and title[0] < start and start - title[0] <= 60:
        start = _grow(page, scores, title[0], start)
    elif title and start < title[0] < end:
        above = sum(b.text.count(" ") for b, z in zip(blocks[start : title[0]], scores[start:]) if z > 0.5)
        if above < 40:
            start = title[0]
    fields: list[tuple[str, str, str]] = []
    seen: set[str] = set()
    for i, block in enumerate(blocks):
        kind = page.kinds[i]
        near_head = (title is not None and title[0] - 4 <= i <= start + 6) or start - 6 <= i <= start + 6
        if title and i == title[0]:
            piece = Piece.of(block, "headline", "the title-like line in front of the text")
            piece.text = title[1]
            draft.put("title", title[1], piece.reason)
            draft.pieces.append(piece)
        elif (near_head and kind == "date") or (near_head and not kind and is_dated(page.plain[i])):
            fields.append(("published", page.plain[i], "date line near the headline"))
            draft.add(block, "dateline", "date line near the headline")
        elif near_head and kind == "byline":
            fields.append(("author", page.plain[i], "byline near the headline"))
            draft.add(block, "byline", "byline near the headline")
        elif i < start or i >= end:
            why = (
                "text of the page around the article"
                if cues.is_long(block.text)
                else "menu, link or label of the page"
            )
            draft.add(block, "furniture", why)
        elif block.key == title_key and title_key:
            draft.add(block, "furniture", "the headline again")
        elif (
            kind in ("site", "copyright", "rule", "control", "mark") or cues.kind_of(page.plain[i]) == "hint"
        ):
            draft.add(block, "furniture", "site furniture")
        elif is_picture(block.text):
            draft.add(block, "caption", "names a picture and its source")
        elif scores[i] <= (_INSIDE - 1.2 if cues.is_long(block.text) else _INSIDE):
            draft.add(block, "furniture", "reads like a link or label of the page")
        elif block.key in seen and len(block.text) > 60:
            draft.add(block, "furniture", "the same text again")
        else:
            seen.add(block.key)
            role, reason = role_of(page, i, 0, end)
            draft.add(block, role, reason)
    settle(draft, fields, None)
    return draft


def _grow(page: Page, scores: list[float], title: int, start: int) -> int:
    """Take in sentences between the headline and the text found: short first paragraphs in thin surroundings."""
    first = start
    for i in range(start - 1, title, -1):
        text = page.plain[i]
        if not page.kinds[i] and cues.is_long(text) and scores[i] > -2.6 and not is_picture(text):
            first = i
    return first


def is_picture(text: str) -> bool:
    """Whether a block is a picture's caption: short, with a credit."""
    if text.count(" ") > 60:
        return False
    if cues.pattern(r"\((?:Photo|Image|Picture|AP Photo|Credit|Getty)[^()]{0,80}\)\.?$").search(text[-100:]):
        return True
    return text[-1] not in ".!?”" and bool(cues.pattern(_CREDIT, 2).search(text))


_CREDIT = (
    r"\((?:photo|image|picture|ap photo|credit)[^()]{0,80}\)$|\((?:reuters|ap|afp)\)$|ap photo"
    r"|\b(?:photo|image|picture)s?(?: credit| courtesy)?(?: by)?: ?\S|getty images|shutterstock|istock"
    r"|/(?:reuters|afp|ap)\b|© ?reuters"
)


def find_title(page: Page, scores: list[float], start: int, end: int) -> tuple[int, str] | None:
    """The block that is the page's headline, and its words; None if there is none with enough evidence.

    A headline stands above the text and shares words with it; it is the page's own title, comes again, has a
    date or a byline under it, stands free, or is set in another column.
    """
    lines = page.lines
    known = head_line(lines)
    first_parts = _parts(lines[0].text)
    body = _words(
        " ".join(line.text for line in lines[start : min(end, start + 30)] if cues.is_long(line.text))
    )
    # A page title on the first line tells the headline's words even where the headline is another one.
    first = _words(lines[0].text) if not page.kinds[0] and lines[0].text.count(" ") >= 3 else set()
    best: tuple[float, int] = (0.0, -1)
    main = lines[start].indent if start < len(lines) else 0
    counts: dict[str, int] = {}
    for line in lines:
        if len(line.text) < 260:
            counts[line.key] = counts.get(line.key, 0) + 1
    away = 0.0
    limit = next(
        (
            k
            for k in range(start, end)
            if scores[k] > 0.3 and cues.is_long(page.plain[k]) and page.plain[k][0] not in "*•+-"
        ),
        start,
    )
    for i in range(min(len(lines), limit + 3, start + 30, end) - 1, max(-1, start - 60), -1):
        text = page.plain[i]
        if i < limit:
            away += 0.14 if len(text) > 30 else 0.05 if len(text) > 5 else 0.01
        text = cues.pattern(r"^(?:[*•+»›-]|\d{1,2}\.) ").sub("", text)
        words = text.count(" ") + 1
        if words == 1 and text[:1] > "\u2e80":
            words = len(text) // 3
        if (
            page.kinds[i]
            or not (2 <= words <= 34)
            or len(text) > 240
            or text[0] in "+-[|@©»"
            or "://" in text
        ):
            continue
        if text[-1] in ",;:" or cues.pattern(_NO_TITLE, 2).search(text) or is_dated(text):
            continue
        score = min(words, 8) * 0.3 - away - (1.2 if words < 4 else 0)
        own = _words(text)
        if own:
            score += 3.0 * len(own & body) / len(own) - 1.0
        if i >= limit:
            score -= 0.6 + 0.2 * (i - limit)
        if own and len(first & own) >= 2:
            score += 2.0 * len(first & own) / len(own)
        if text[-1] == "." and not text.endswith(".."):
            score -= 1.5 if i == known else 2.2 if words <= 16 else 4.0
        if words > 22 or (text[-1] != "." and cues.pattern(r"[a-z]{2}[.!?] [A-Z]").search(text)):
            score -= 1.5
        if sum(w[0].isdigit() for w in text.split()) * 5 > words * 2:
            score -= 3.0
        if i == known:
            score += 3.0
        elif lines[i].key in first_parts:
            score += 2.5
        if counts.get(lines[i].key, 0) > 1 and words >= 4:
            score += 0.5
        if any(
            page.kinds[k] in ("date", "byline") or is_dated(page.plain[k])
            for k in range(i + 1, min(i + 5, len(lines)))
        ):
            score += 1.0
        if lines[i].gap and i + 1 < len(lines) and lines[i + 1].gap:
            score += 0.5
        if lines[i].indent != main:
            score += 0.3
        if i + 1 < len(lines) and page.kinds[i + 1] == "site":
            score -= 0.4
        if lines[i].text.startswith("#"):
            score += 1.5
        if lines[i].text is not text and lines[i].text[0] in "*•+":
            score -= 0.7
        if text[0].islower():
            score -= 1.0
        if ("|" in text and i != known) or "»" in text or " > " in text or " / " in text or is_picture(text):
            score -= 1.2
        if score > best[0] + 1e-9:
            best = (score, i)
    if best[1] >= 0 and best[0] >= 1.2:
        i = best[1]
        return i, cues.pattern(r"^(?:[*•+»›-]|\d{1,2}\.) ").sub("", page.plain[i])
    if start > 2 and not page.kinds[0] and cues.is_title(lines[0].text):
        part = max(_split_title(lines[0].text), key=len, default="")
        if part.count(" ") >= 3 and len(_words(part) & body) * 2 >= len(_words(part)):
            return 0, part
    return None


def _words(text: str) -> set[str]:
    """The words of a text that say something: those of four letters and more, shorter ones without case."""
    return {w[:7] for w in key_of(text).split() if len(w) > 3 or w[0] > "\u0590"}


def is_dated(text: str) -> bool:
    """Whether a short line is about when and by whom a page was put up."""
    if len(text) > 110 or not any(c.isdigit() for c in text):
        return False
    return bool(cues.pattern(_DATED, 2).search(text)) and text[-1] not in ".?!”"


_DATED = (
    r"\b(?:updated|published|posted|modified|created)\b.{0,40}\d|\d{1,2}:\d\d"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\b\d{1,2}\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,? \d{4}"
    r"|\b\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d\b|\b20\d\d-\d\d-\d\d|\d (?:min(?:ute)?s?|hours?|days?|weeks?) (?:ago|read)"
)
_NO_TITLE = (
    r"^(?:image|photo|video|share|follow|read|related|posted|published|updated|by|in|tags?|comments?|search|menu|more|"
    r"skip|sign|log|subscribe|get|download|watch|listen|home|advertis\w+|\d+ (?:comments?|shares?|min))\b.{0,30}$"
    r"|\bcredit(?:\.\.\.|:)|\b(?:cookies?|external links|new window|photo library|newsletter|subscribe|javascript|"
    r"sign up|log in|getty|©|copyright)\b"
)


def _split_title(text: str) -> list[str]:
    return [part.strip() for part in cues.pattern(r"\s[-–—|•·:»«/]{1,2}\s|[|»«]").split(text) if part.strip()]


def _parts(text: str) -> set[str]:
    """The keys of the pieces of a page title such as `Headline - Site`."""
    keys = {key_of(part) for part in _split_title(text)} | {key_of(text)}
    return {key for key in keys if key.count(" ") >= 2}
