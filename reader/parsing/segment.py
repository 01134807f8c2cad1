"""Where articles begin: the header zones of a file, and its borders with enough evidence for one.

Every line is looked at a bounded number of times, so the cost is linear.
"""

from __future__ import annotations

from reader.parsing import cues
from reader.parsing.above import low_headline
from reader.parsing.alike import alike_heads
from reader.parsing.border import head_shape, opens_dated, read_border
from reader.parsing.credit import fields_of_date
from reader.parsing.dateline import opens_with_dateline
from reader.parsing.head import Zone
from reader.parsing.label_lines import label_of
from reader.parsing.lines import key_of
from reader.parsing.page import Page
from reader.parsing.separators import is_set_apart, steady_separators
from reader.parsing.zone import read_zone

# Kinds of lines that may open an article, and of those before it that stand for an empty line.
_OPENING = frozenset(("", "url", "label", "date", "byline"))
_ABOVE = frozenset(("slug", "site"))  # may stand above a headline behind a separator
_CLOSING = frozenset(("rule", "domain", "copyright", "mark", "url"))

_LONGEST = 240  # characters of a line of no known kind that may open an article


def find_zones(page: Page) -> list[Zone]:
    """The header zones of a file in order; the first starts at its first line and may be empty."""
    if not page.lines:
        return []
    first = read_zone(page, 0)
    if low := low_headline(page, first):
        first = read_zone(page, low)
        first.roles.update((i, ("furniture", "a line of the page above the headline")) for i in range(low))
        if page.kinds[low - 1] == "date":
            first.roles[low - 1] = ("dateline", "date above the headline")
            first.fields += fields_of_date(page.plain[low - 1], "above the headline")
    page.alike |= alike_heads(page, first)
    steady = steady_separators(page, first)
    zones = _scan(page, first, steady)
    # What stands before the borders that are sure is a separator wherever it stands before a headline.
    rules = {page.lines[z.at - 1].text for z in zones[1:] if z.sure and page.kinds[z.at - 1] == "rule"}
    if rules:
        zones = _scan(page, first, steady, frozenset(rules))
    return _with_page_title(page, zones)


def _with_page_title(page: Page, zones: list[Zone]) -> list[Zone]:
    """The zones without a first one that is the page's own title, or a picture, above the headline of all the text."""
    if len(zones) != 2 or zones[1].title is None:
        return zones
    first, second = zones
    if sum(cues.is_long(text) for text in page.plain[first.end : second.at]) > 1:
        return zones
    title, key = key_of(first.title or ""), key_of(second.title or "")
    named = title == key or (key.count(" ") >= 2 and (title.startswith(key) or title.endswith(key)))
    if not named and (first.title is not None or first.fields):
        return zones
    for i in range(first.at, first.end):
        second.roles[i] = ("furniture", "the page's own title") if i == first.title_at else first.roles[i]
    return [second]


def _scan(page: Page, first: Zone, steady: frozenset[str], rules: frozenset[str] = frozenset()) -> list[Zone]:
    zones = [first]
    lines, kinds = page.lines, page.kinds
    after = max(first.end, 1)
    head = _head_kinds(page, first)
    for i in range(after, len(lines)):
        if not kinds[i] and len(lines[i].text) > _LONGEST:
            continue
        opens = kinds[i] in _OPENING or (kinds[i] in _ABOVE and is_set_apart(page, i))
        if i < after or not opens:
            continue
        if (
            not lines[i].gap
            and kinds[i - 1] not in _CLOSING
            and (kinds[i - 1] or len(page.plain[i - 1]) < 40 or not _is_head_like(page, i, head))
            and (kinds[i] != "label" or not _opens_labels(page, i))
        ):
            continue
        if i == zones[-1].end and _is_front_matter(page, zones[-1]):
            continue  # what stands right under it is its article
        zone = read_border(page, i, first, steady, rules)
        if zone is None or (i == zones[-1].end and _is_caption_alone(page, zone, zones[-1])):
            continue
        if not _repeats(page, zone, zones[-1]):
            zones.append(zone)
            after = zone.end
    return zones


def _opens_labels(page: Page, i: int) -> bool:
    """Whether labels begin with that of a headline on line `i`, a label, behind a text: no text has them."""
    if page.kinds[i - 1] or page.kinds[i + 1 : i + 2] not in (["label"], ["date"], ["byline"]):
        return False
    field, value = label_of(page.plain[i]) or ("", "")
    return field == "title" and bool(value)


def _head_kinds(page: Page, first: Zone) -> list[str]:
    """The kinds of the lines of the file's first head, where no line of the file is empty; else nothing."""
    if page.gaps or first.title is None or not (head_shape(page, first) or opens_dated(page, first)):
        return []
    return page.kinds[page.menu : first.end] if first.end - page.menu <= 6 else []


def _is_head_like(page: Page, i: int, head: list[str]) -> bool:
    """Whether a head of these kinds of lines may stand at line `i`."""
    if not head or page.kinds[i : i + len(head)] != head:
        return False
    if len(head) == 1:
        return i + 1 < len(page.lines) and opens_with_dateline(page.lines[i + 1].text)
    return bool(page.kinds[i]) or page.plain[i].count(" ") >= 3 or page.plain[i].isupper()


def _is_caption_alone(page: Page, zone: Zone, before: Zone) -> bool:
    """Whether a zone right under a headline is but a line between it and its text, set apart by empty lines."""
    return (
        before.title is not None and not zone.fields and zone.end == zone.at + 1 and zone.at not in page.alike
    )


def _repeats(page: Page, zone: Zone, before: Zone) -> bool:
    """Whether a zone is the labels at an article's foot: they give its headline again, and nothing follows them."""
    if not zone.title or not before.title or key_of(zone.title) != key_of(before.title):
        return False
    return page.kinds[zone.title_at] == "label" and not any(
        cues.is_long(text) for text in page.plain[zone.end : zone.end + 3]
    )


def _is_front_matter(page: Page, zone: Zone) -> bool:
    """Whether a zone is labels with a rule line at their end."""
    return (
        zone.end > zone.title_at >= 0
        and page.kinds[zone.title_at] == "label"
        and page.kinds[zone.end - 1] == "rule"
    )
