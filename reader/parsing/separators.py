"""What parts the articles of a file: rule lines, feet of articles and wide gaps, and which of them always do."""

from __future__ import annotations

from reader.parsing import cues
from reader.parsing.head import Zone
from reader.parsing.label_lines import label_of
from reader.parsing.page import Page
from reader.parsing.zone import REACH, read_zone


def steady_separators(page: Page, first: Zone, least: int = 1) -> frozenset[str]:
    """Which separators ("rule", "gap") of the file always stand before a headline, as its own start does.

    Where the file starts otherwise, half of what follows them must be heads with a date or names. There must be
    at `least` so many.
    """
    there = {"rule": "rule" in page.kinds or "mark" in page.kinds, "gap": page.parted}
    return frozenset(
        name for name, is_there in there.items() if is_there and _is_steady(page, first, name, least)
    )


def _is_steady(page: Page, first: Zone, name: str, least: int) -> bool:
    good = bad = words = headed = other = 0
    for i in range(max(1, first.title_at + 1), len(page.lines)):
        if not _follows(page, i, name):
            continue
        kind = page.kinds[i]
        plain = kind in ("url", "label") or (stands_free(page, i) and cues.is_long(page.plain[i + 1]))
        good += plain
        bad += not plain and kind != "site"
        words += (page.plain[i].count(" ") + 1) * plain
        if len(page.plain[i]) <= 240 and _is_headed(page, i):
            headed += 1
        elif not plain:
            other += 1
    if headed >= 2 and headed * 2 >= good and other * 4 <= headed:
        return True
    alike = first.title_at >= 0 and (stands_free(page, first.title_at) or (name == "rule" and not page.habit))
    return alike and good >= least and bad * 4 <= good and words >= 4 * good


def _follows(page: Page, i: int, name: str) -> bool:
    """Whether line `i` is the first behind a separator."""
    if page.kinds[i] in ("rule", "copyright", "mark"):
        return False
    if name == "rule":
        return page.kinds[i - 1] in ("rule", "mark")
    return page.kinds[i] != "domain" and page.wide(i)


def is_series(page: Page) -> bool:
    """Whether separators part the file into articles: several, and nearly all of them before a headline."""
    return bool(steady_separators(page, read_zone(page, 0), 2))


def _is_headed(page: Page, i: int) -> bool:
    """Whether line `i` opens a head with a headline and more evidence than that."""
    if not page.may_head_text(i, REACH):
        return False
    zone = read_zone(page, i)
    return zone.title is not None and zone.score >= 1 and zone.body


def stands_free(page: Page, i: int) -> bool:
    """Whether line `i` is a headline that stands free, long enough for one, before running text."""
    text = page.plain[i]
    if page.kinds[i] or text.count(" ") < 2 or len(text) > 200:
        return False
    if i + 1 >= len(page.lines):
        return False
    free = page.lines[i + 1].gap or page.kinds[i + 1] in cues.META
    if not free and not _is_parted(page, i):
        return False
    return cues.is_title(text) or (len(text) < 120 and text[-1] in '.”"')


def _is_parted(page: Page, i: int) -> bool:
    """Whether a separator stands before line `i`, no empty line below, and under it a paragraph, not a line of one."""
    if not page.habit and i and page.kinds[i - 1] in ("rule", "mark"):
        return True
    under = page.plain[i + 1]
    whole = len(under) >= 120 and len(under) > len(page.plain[i]) * 1.25 and not under[0].islower()
    return whole and (page.wide(i) if i else page.parted)


def is_set_apart(page: Page, i: int) -> bool:
    """Whether a rule line, an article's foot or more empty lines than usual stand before line `i`."""
    return page.kinds[i - 1] in ("rule", "mark") or page.wide(i) or is_closed(page, i)


def is_closed(page: Page, i: int) -> bool:
    """Whether the line before line `i` is a label that stands at an article's foot: `Source: Harbour Post`."""
    if page.kinds[i - 1] != "label" or not page.lines[i].gap:
        return False
    field, value = label_of(page.plain[i - 1]) or ("", "")
    return field in ("source", "url") and 0 < len(value) <= 100
