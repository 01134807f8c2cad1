"""Text of no vendor's form: lines, header zones, roles."""

from __future__ import annotations

from reader.parsing import cues
from reader.parsing.compose import compose
from reader.parsing.date_order import day_order, told_order, usual_order
from reader.parsing.draft import SHOWN, Draft, Parsed, Piece
from reader.parsing.dumps.prints import without_margins
from reader.parsing.glue import part_glued, part_headline
from reader.parsing.head import Zone
from reader.parsing.lines import Line, cut_words, key_of
from reader.parsing.page import Page, without_marks
from reader.parsing.patterns import has_digit, pattern
from reader.parsing.segment import find_zones
from reader.parsing.separators import is_series
from reader.parsing.wraps import is_wrapped, unwrap, unwrap_column


def parse_plain(text: str, lines: list[Line]) -> Parsed:
    """The articles of a text and its lines, cut at its header zones."""
    if not lines:
        return Parsed("empty", "there is nothing in it", [])
    if "://" in text and " 1/" in text:
        lines = without_margins(lines)
    page = Page(lines)
    if len(lines) >= 25 or text.count("[", 0, 2000) >= 6:  # no smaller file is a whole page, but of lynx
        from reader.parsing.dumps.whole import is_dump, parse_dump

        if is_dump(lines, page) and not is_series(page):
            drafts = [parse_dump(text, lines)]
            _take_off_marks(text, drafts)
            return Parsed("page dump", "most lines are those of menus and lists", drafts)
    above: list[Line] = []
    tail: list[Line] = []
    if lines[-1].text[0].isdigit() and "://" in lines[-1].text:
        from reader.parsing.dumps.lynx import is_printed, part_page

        if is_printed(lines):
            above, lines, tail = part_page(lines)
            page = Page(lines)
    mended = _mended(text, lines)
    drafts = _cut(text, page if mended is lines else Page(mended))
    drafts[0].pieces[:0] = [Piece.of(line, "furniture", "menu above the headline") for line in above]
    drafts[-1].pieces += [Piece.of(line, "furniture", "list of the page's addresses") for line in tail]
    _take_off_marks(text, drafts)
    why = f"{len(drafts)} header zones" if len(drafts) > 1 else "one article"
    return Parsed("plain text", why, drafts)


def _mended(text: str, lines: list[Line]) -> list[Line]:
    """The lines with wraps joined and what a scraper glued together parted; `lines` itself where there is none."""
    words = cut_words(lines, text) if len(text) < 100 * len(lines) else frozenset()
    joined = unwrap(lines, 0, words) if words or is_wrapped(lines) else lines
    if joined is lines and len(text) < 60 * len(lines):
        joined = unwrap_column(lines, words) or lines
    return part_headline(part_glued(joined))


def _cut(text: str, page: Page) -> list[Draft]:
    """The articles of a page, cut at its header zones."""
    order = _day_comes_first(text, page)
    zones = find_zones(page)
    settle_first(page, zones[0], any(zone.title and page.kinds[zone.at] == "url" for zone in zones[1:]))
    ends = [*(zone.at for zone in zones[1:]), len(page.lines)]
    drafts = []
    for n, (zone, end) in enumerate(zip(zones, ends)):
        drafts.append(compose(page, zone.at if n else 0, end, zone, order))
        drafts[-1].why["border"] = ", ".join(zone.why)
    return drafts


def _day_comes_first(text: str, page: Page) -> bool | None:
    """Whether the day stands before the month in dates in figures; None where nothing tells, or there are none."""
    dated = [t for t in page.plain if len(t) < 90 and ("/" in t or "." in t) and has_digit(t)]
    order = day_order(dated)
    if order is None and dated:
        order = told_order(dated, text)
        order = usual_order(text) if order is None else order
    return order


def _take_off_marks(text: str, drafts: list[Draft]) -> None:
    """What is shown of the drafts of `text` without the marks of Markdown: they are the file's, not the writer's."""
    if "*" not in text and "]" not in text:
        return
    for draft in drafts:
        for piece in draft.pieces:
            if piece.role in SHOWN and ("**" in piece.text or "](" in piece.text):
                piece.text = without_marks(piece.text)


def parse_whole(lines: list[Line]) -> Parsed:
    """The lines one article of paragraphs, for texts that nothing else could read."""
    draft = Draft()
    for line in lines:
        draft.add(line, "para", "shown as it stands: the file could not be analysed")
    return Parsed("unknown", "no reader could make sense of it; everything is shown as it is", [draft])


def settle_first(page: Page, zone: Zone, alike: bool) -> None:
    """Whether the first line of a file is its headline: it needs a body under it, and more under an address.

    `alike`: in this file, headlines stand under addresses.
    """
    if zone.title_at < 0:
        return
    if _is_letter(page, zone.title_at):
        _take_back(zone)
        return
    if page.lines[zone.title_at].text.startswith("# "):
        return
    strong = zone.score - (2 if page.kinds[zone.at] == "url" else 0) >= 1.5
    if strong:
        return
    if not any(line.gap for line in page.lines[1:]) and not _names_site(page.plain[zone.title_at]):
        # Nothing sets it apart but its shape: it gives the title, and stays in the text.
        zone.roles[zone.title_at] = ("subhead", "stands like a headline; nothing else says so")
    address = next((value for field, value, _ in zone.fields if field == "url"), "")
    if address:
        good = alike or matches_slug(zone.title or "", address)
    else:
        good = (zone.body or heads_short_lines(page, zone.title_at)) and stands_free(page, zone.title_at)
    if not good:
        _take_back(zone)


def _take_back(zone: Zone) -> None:
    """Make a zone end above its headline, which is none."""
    title_at = zone.title_at
    zone.title, zone.title_at = None, -1
    zone.end = min(zone.end, title_at)
    zone.roles = {i: r for i, r in zone.roles.items() if i < title_at}


def _names_site(text: str) -> bool:
    """Whether a page title's tail (`Headline | Outlet`) stands on a line."""
    return " | " in text or " – " in text or " - " in text


def heads_short_lines(page: Page, i: int) -> bool:
    """Whether line `i` alone stands above a text of short lines, as over a poem, a recipe or a list."""
    if i or len(page.lines) < 4 or page.habit or not page.lines[1].gap or any(map(cues.is_long, page.plain)):
        return False
    return cues.is_title(page.plain[0]) and page.plain[0].count(" ") <= 12 and not page.kinds[1]


def _is_letter(page: Page, i: int) -> bool:
    """Whether a letter is addressed a few lines below line `i`, which is then a part of the address on top."""
    for k in range(i + 2, min(i + 12, len(page.lines))):
        text = page.plain[k]
        if text[-1] in ",:!" and len(text) < 60 and pattern(_SALUTATION).match(text):
            return True
    return False


_SALUTATION = (
    r"(?:Dear|Sehr geehrte[rs]?|Liebe[rs]?|Ch[eè]re?s?|Madame|Monsieur|Estimad[oa]s?|Querid[oa]s?|Gentile|Egregio|"
    r"Geachte|Beste|Kära|Kære|Prezad[oa]s?|Уважаем\w+) .{0,50}[,:!]$"
)


def stands_free(page: Page, i: int) -> bool:
    """Whether line `i` is set apart from the running text that follows it."""
    text = page.plain[i]
    if i + 1 >= len(page.lines):
        return False
    if cues.word_count(text) < 2 or len(text) > 200:
        return False
    several = text[-1] == "." and pattern(r"[^\W\dA-Z_]{2}[.!?] [A-Z]|\)\. [A-Z]").search(text)
    return not several and (text[-1] not in ".,;" or text.count(" ") < 14)


def matches_slug(title: str, address: str) -> bool:
    """Whether the words of a title are those in the path of an address."""
    words = {w for w in key_of(title).split() if len(w) > 2}
    path = set(key_of(address.split("://")[-1].partition("/")[2]).split())
    return len(words) >= 2 and len(words & path) * 2 >= len(words)
