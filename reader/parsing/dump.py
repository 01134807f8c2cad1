"""Whole pages turned to text: the article is found among menus, teasers, comments and footers.

A page counts as a dump only when most of its lines are the short ones of menus and lists, at its start or its
end too. What is not article is hidden, never dropped.
"""

from __future__ import annotations

from reader.parsing import cues
from reader.parsing.draft import Draft, Piece
from reader.parsing.dump_lines import restore
from reader.parsing.dump_model import WEIGHTS, features, head_line
from reader.parsing.fields import settle
from reader.parsing.lines import Line, key_of
from reader.parsing.segment import Page, unmark

_SHIFT, _SHORT, _INSIDE = 0.5, 0.3, -1.0


def is_dump(lines: list[Line], kinds: list[str]) -> bool:
    """Whether the lines are those of a whole page: mostly short ones without sentence ends, and menus."""
    total = len(lines)
    if total < 25:
        return False
    short = [len(line.text) < 40 and line.text[-1] not in '.!?”":;,' for line in lines]
    share = sum(short) / total
    ends = sum(short[:12]) / 12 + sum(short[-12:]) / 12
    site = sum(kind == "site" for kind in kinds)
    if share < 0.3 or ends < 0.5:
        return False
    points = (share - 0.3) * 4 + (ends - 0.9) + min(site, 8) / 5
    indents = len({line.indent for line in lines})
    marked = sum(line.text.startswith(("* ", "+ ", "• ", "o ", "[")) for line in lines)
    points += 0.5 * (indents >= 4) + (1.0 if marked * 5 > total else 0.0)
    return points >= 1.4


def parse_dump(lines: list[Line]) -> Draft:
    """The one article of a dumped page."""
    blocks, tail = restore(lines)
    scores = [sum(map(_times, WEIGHTS, row)) for row in features(blocks)]
    start, end = find_region(blocks, scores)
    draft = compose_dump(blocks, scores, start, end)
    for line in tail:
        draft.add(line, "furniture", "list of the page's addresses")
    return draft


def _times(a: float, b: float) -> float:
    return a * b


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


def compose_dump(blocks: list[Line], scores: list[float], start: int, end: int) -> Draft:
    """The pieces of a page: title, fields, text of the region; the rest hidden."""
    draft = Draft()
    page = Page(blocks)
    title = find_title(page, start, end)
    title_key = blocks[title[0]].key if title else ""
    fields: list[tuple[str, str, str]] = []
    seen: set[str] = set()
    for i, block in enumerate(blocks):
        kind = page.kinds[i]
        near_head = bool(title) and title[0] - 4 <= i <= start + 6 or start - 6 <= i <= start + 6
        if title and i == title[0]:
            piece = Piece.of(block, "headline", "the title-like line in front of the text")
            piece.text = title[1]
            draft.put("title", title[1], piece.reason)
            draft.pieces.append(piece)
        elif near_head and kind == "date":
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
        elif kind in ("site", "copyright", "rule", "control", "mark"):
            draft.add(block, "furniture", "site furniture")
        elif is_picture(block.text):
            draft.add(block, "caption", "names a picture and its source")
        elif scores[i] <= _INSIDE:
            draft.add(block, "furniture", "reads like a link or label of the page")
        elif block.key in seen and len(block.text) > 60:
            draft.add(block, "furniture", "the same text again")
        else:
            seen.add(block.key)
            role, reason = body_role(page, i, end)
            draft.add(block, role, reason)  # type: ignore[arg-type]
    settle(draft, fields, None)
    return draft


def body_role(page: Page, i: int, end: int) -> tuple[str, str]:
    """The role of a block of the text, and why."""
    from reader.parsing.compose import role_of

    return role_of(page, i, 0, end)


def is_picture(text: str) -> bool:
    """Whether a block is a picture's caption: short, with a credit."""
    if text.count(" ") > 60:
        return False
    return (
        bool(
            cues.pattern(
                r"\((?:photo|image|picture|ap photo|credit)[^()]{0,80}\)$|\b(?:photo|image|picture)s?(?: credit| courtesy)?(?: by)?: ?\S|getty images|shutterstock|/reuters\b|© ?reuters|/afp\b|\(reuters\)$|\(ap\)$|\(afp\)$|ap photo|/ap\b|istock",
                2,
            ).search(text)
        )
        and not text.rstrip().endswith((".", "!", "?", "”"))
        or bool(
            cues.pattern(r"\((?:Photo|Image|Picture|AP Photo|Credit|Getty)[^()]{0,80}\)\.?$").search(text)
        )
    )


def find_title(page: Page, start: int, end: int) -> tuple[int, str] | None:
    """The block that is the page's headline, and its words; None if there is none with enough evidence."""
    lines = page.lines
    known = head_line(lines)
    first_parts = _parts(lines[0].text)
    best: tuple[float, int] = (0.0, -1)
    main = lines[start].indent if start < len(lines) else 0
    counts: dict[str, int] = {}
    for line in lines:
        if len(line.text) < 260:
            counts[line.key] = counts.get(line.key, 0) + 1
    for i in range(max(0, start - 40), min(len(lines), start + 4, end)):
        text = page.plain[i]
        words = text.count(" ") + 1
        if page.kinds[i] or not (2 <= words <= 34) or len(text) > 240 or text[0] in "*•+-[|@©»":
            continue
        if text[-1] in ".,;:" and not text.endswith("..."):
            continue
        if cues.pattern(_NO_TITLE, 2).search(text):
            continue
        score = (
            min(words, 8) * 0.35
            - abs(start - i) * 0.12
            - (0.8 if i >= start else 0.0)
            - (1.5 if words < 4 else 0)
        )
        if i == known:
            score += 3.0
        elif lines[i].key in first_parts:
            score += 2.5
        if counts.get(lines[i].key, 0) > 1 and words >= 4:
            score += 0.6
        if any(page.kinds[k] in ("date", "byline") for k in range(i + 1, min(i + 5, len(lines)))):
            score += 1.2
        if lines[i].gap and i + 1 < len(lines) and lines[i + 1].gap:
            score += 0.6
        if lines[i].indent != main:
            score += 0.3
        if lines[i].text.startswith("#"):
            score += 1.5
        if text[0].islower():
            score -= 1.0
        if "|" in text or "»" in text or " > " in text or " / " in text:
            score -= 1.0
        if score > best[0] + 1e-9:
            best = (score, i)
    if best[1] >= 0 and best[0] >= 1.0:
        i = best[1]
        return i, page.plain[i]
    if start > 2 and len(first_parts) > 0 and not page.kinds[0] and cues.is_title(lines[0].text):
        part = max(_split_title(lines[0].text), key=len)
        if part.count(" ") >= 3:
            return 0, part
    return None


_NO_TITLE = (
    r"^(?:image|photo|video|share|follow|read|related|posted|published|updated|by|in|tags?|comments?|search|menu|more|"
    r"skip|sign|log|subscribe|get|download|watch|listen|home|advertis\w+|\d+ (?:comments?|shares?|min))\b.{0,30}$"
    r"|\b(?:cookies?|newsletter|subscribe|javascript|sign up|log in|getty|©|copyright)\b"
)


def _split_title(text: str) -> list[str]:
    return [part.strip() for part in cues.pattern(r"\s[-–—|•·:»«/]{1,2}\s|[|»«]").split(text) if part.strip()]


def _parts(text: str) -> set[str]:
    """The keys of the pieces of a page title such as `Headline - Site`."""
    keys = {key_of(part) for part in _split_title(text)} | {key_of(text)}
    return {key for key in keys if key.count(" ") >= 2}


__all__ = ["compose_dump", "find_region", "find_title", "is_dump", "parse_dump", "unmark"]
