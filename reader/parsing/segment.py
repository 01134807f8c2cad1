"""Where articles begin: the evidence of header zones, and how much of it a border needs.

Each mark of a zone adds to a sum; a zone inside a file must reach `BORDER`. Blank lines alone never do. Every
line is looked at a bounded number of times, so the cost is linear.
"""

from __future__ import annotations

from reader.parsing import cues
from reader.parsing.dateline import opens_with_dateline
from reader.parsing.head import Zone
from reader.parsing.lines import key_of
from reader.parsing.page import Page
from reader.parsing.zone import REACH, read_zone
from reader.parsing.zone_lines import can_be_title, is_kicker

# Kinds of lines that may open an article, and of those before it that stand for an empty line.
_OPENING = frozenset(("", "url", "label", "date", "byline"))
_ABOVE = frozenset(("slug", "site"))  # may stand above a headline behind a separator
_CLOSING = frozenset(("rule", "domain", "copyright", "mark", "url"))

_LONGEST = 240  # characters of a line of no known kind that may open an article
_LOWEST = 9  # lines from the top of a file on which its first headline may stand
#: Evidence that a border inside a file needs.
BORDER = 3.5


def find_zones(page: Page) -> list[Zone]:
    """The header zones of a file in order; the first starts at its first line and may be empty."""
    if not page.lines:
        return []
    first = read_zone(page, 0)
    if low := _low_head(page, first):
        first = read_zone(page, low)
        first.roles.update((i, ("furniture", "a line of the page above the headline")) for i in range(low))
    steady = _steady(page, first)
    zones = _scan(page, first, steady)
    # What stands before the borders that are sure is a separator wherever it stands before a headline.
    rules = {page.lines[z.at - 1].text for z in zones[1:] if z.sure and page.kinds[z.at - 1] == "rule"}
    if rules:
        zones = _scan(page, first, steady, frozenset(rules))
    return _with_page_title(page, zones)


def _low_head(page: Page, first: Zone) -> int:
    """The line of a headline with names or a day under it, if the file's first head has neither; 0 if there is none.

    Only short lines may stand above, and a button or link of a page among them: those of a letter or a poem may not.
    """
    if first.fields or first.score >= 1:
        return 0
    linked = False
    for k in range(1, min(_LOWEST, len(page.lines) - 2)):
        text = page.plain[k - 1]
        if page.kinds[k - 1] in cues.META or cues.is_long(text):
            return 0
        linked = linked or page.kinds[k - 1] == "site" or bool(cues.pattern(r"\[\d{1,3}\]\S").match(text))
        if (
            linked
            and not page.kinds[k]
            and page.plain[k].count(" ") >= 3
            and can_be_title(page, k)
            and not cues.is_long(page.plain[k])
            and "date" in page.kinds[k + 1 : k + 4]
            and page.sentences[k] <= k + 12
        ):
            return k
    return 0


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
        opens = kinds[i] in _OPENING or (kinds[i] in _ABOVE and _is_set_apart(page, i))
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
        zone = _border(page, i, first, steady, rules)
        if zone is not None and not _repeats(page, zone, zones[-1]):
            zones.append(zone)
            after = zone.end
    return zones


def _opens_labels(page: Page, i: int) -> bool:
    """Whether labels begin with that of a headline on line `i`, a label, behind a text: no text has them."""
    if page.kinds[i - 1] or page.kinds[i + 1 : i + 2] not in (["label"], ["date"], ["byline"]):
        return False
    field, value = cues.label_of(page.plain[i]) or ("", "")
    return field == "title" and bool(value)


def _head_kinds(page: Page, first: Zone) -> list[str]:
    """The kinds of the lines of the file's first head, where no line of the file is empty; else nothing."""
    if page.gaps or first.title is None or not (_shape(page, first) or _opens_dated(page, first)):
        return []
    return page.kinds[page.menu : first.end] if first.end - page.menu <= 6 else []


def _is_head_like(page: Page, i: int, head: list[str]) -> bool:
    """Whether a head of these kinds of lines may stand at line `i`."""
    if not head or page.kinds[i : i + len(head)] != head:
        return False
    if len(head) == 1:
        return i + 1 < len(page.lines) and opens_with_dateline(page.lines[i + 1].text)
    return bool(page.kinds[i]) or page.plain[i].count(" ") >= 3 or page.plain[i].isupper()


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


def _border(page: Page, i: int, first: Zone, steady: frozenset[str], rules: frozenset[str]) -> Zone | None:
    """The zone of a border at line `i`, if there is enough evidence for one."""
    kind = page.kinds[i]
    if (kind == "" and not _may_open(page, i)) or not page.may_head_text(i, REACH):
        return None
    zone = read_zone(page, i)
    if zone.score < 1 and not (zone.title_at == i and (_is_set_apart(page, i) or _opens_dated(page, zone))):
        return None
    if not zone.body or (zone.title is None and kind != "url"):
        return None
    _mark_before(page, zone, steady)
    _mark_like_first(page, zone, first)
    zone.sure = zone.score >= BORDER
    if not zone.sure and zone.title_at == i and _plain_title(page, i):
        _mark_alike(page, zone, rules)
    return zone if zone.score >= BORDER else None


def _may_open(page: Page, i: int) -> bool:
    """Whether line `i`, one of no known kind, may open an article, without a look at its zone."""
    lonely = (
        not page.kinds[i - 1]
        and page.heads[i] > i + 14
        and not page.wide(i)
        and not (i + 1 < len(page.lines) and opens_with_dateline(page.lines[i + 1].text))
    )
    if lonely and page.starts[i] not in page.starts[i + 1 : i + 13]:
        return False  # nothing around could add up to a border
    return _opens(page, i)


def _mark_before(page: Page, zone: Zone, steady: frozenset[str]) -> None:
    """Mark a zone for what stands before it, and for how it begins."""
    i = zone.at
    before, wide = page.kinds[i - 1], page.wide(i)
    heads = zone.score >= 1 or (zone.title_at == i and _plain_title(page, i))
    if before == "rule":
        zone.mark(1.5, "a rule line before it")
    elif before in ("domain", "copyright", "mark") or _is_closed(page, i):
        zone.mark(1.5, "the end of an article before it")
        if before == "label" and _same_label(page, i - 1):
            zone.mark(2, "as it ends the file")
    if wide:
        zone.mark(1.5, "more empty lines than usual before it")
    if zone.title_at in page.numbered:
        zone.mark(2, "a headline that is counted from the top of the file on")
    if zone.title_at == i and page.lines[i].text.startswith("# "):
        zone.mark(2, "a Markdown heading of the first level")
    if page.kinds[i] == page.kinds[0] == "url" and (wide or before == "rule"):
        zone.mark(1, "an address on top, as at the start of the file")
    if heads and before in ("rule", "mark") and "rule" in steady:
        zone.mark(2, "every rule line of the file is followed by a headline")
    elif heads and wide and "gap" in steady:
        zone.mark(2, "every wide gap of the file is followed by a headline")


def _mark_like_first(page: Page, zone: Zone, first: Zone) -> None:
    """Mark a zone that opens as the file does: with a headline among the same lines, or over a dateline."""
    if zone.title is None or first.title is None or zone.title.count(" ") < 2 or zone.title[-1] == ".":
        return
    if zone.title_at == zone.at and _opens_dated(page, zone):
        both = _opens_dated(page, first)
        zone.mark(3.5 if both else 1.5, "a dateline under the headline" + " as in the first article" * both)
    elif (shape := _shape(page, zone)) and shape == _shape(page, first):
        zone.mark(2, "a head of the same lines as the first one")


def _opens_dated(page: Page, zone: Zone) -> bool:
    """Whether the text right under a zone's headline opens with a dateline."""
    k = zone.title_at + 1
    return 0 < k < len(page.lines) and opens_with_dateline(page.lines[k].text)


def _shape(page: Page, zone: Zone) -> list[str]:
    """What the lines of a head are, in order; nothing if it is a headline alone."""
    at = zone.title_at if zone.at == 0 and page.menu else zone.at
    roles = [zone.roles.get(i, ("",))[0] for i in range(at, zone.end)]
    kinds = [
        page.kinds[i] if role == "furniture" else role
        for i, role in enumerate(roles, at)
        if role != "furniture" or page.kinds[i] == "url"
    ]
    return kinds if len(kinds) > 1 and {"dateline", "byline", "url"} & set(kinds) else []


def _mark_alike(page: Page, zone: Zone, rules: frozenset[str]) -> None:
    """Mark a zone that opens with its headline for a separator known from the file, or for words of the headline."""
    i = zone.at
    ruled = page.kinds[i - 1] == "rule" or _is_closed(page, i)
    if ruled and page.lines[i - 1].text in rules:
        zone.mark(2, "the separator of the file's other articles before it")
    elif page.plain[i][-1] != "." and (ruled or (page.wide(i) and not rules)):
        shared = shared_words(page, zone)
        if shared >= 2:
            zone.mark(2 if shared > 2 else 1.5, "words of the headline in the paragraph under it")


def _opens(page: Page, i: int) -> bool:
    """Whether a headline may stand on line `i`; one that ends in a full stop must be set apart or come twice."""
    if cues.is_title(page.plain[i]):
        return True
    if not can_be_title(page, i):
        return _is_set_apart(page, i) and page.plain[i].count(" ") < 3 and is_kicker(page, i)
    return page.wide(i) or (i + 1 < len(page.lines) and page.lines[i].repeats(page.lines[i + 1]))


def shared_words(page: Page, zone: Zone) -> int:
    """How many telling words of a zone's headline come in the first paragraph under it."""
    for k in range(zone.end, min(zone.end + 3, len(page.lines))):
        if cues.is_long(page.plain[k]):
            own = {w[:6] for w in key_of(zone.title or "").split() if len(w) > 3}
            return len(own & {w[:6] for w in page.lines[k].key.split()[:120]})
    return 0


def _plain_title(page: Page, i: int) -> bool:
    """A headline that stands free, long enough for one, before running text."""
    text = page.plain[i]
    if page.kinds[i] or text.count(" ") < 2 or len(text) > 200:
        return False
    if i + 1 >= len(page.lines):
        return False
    free = page.lines[i + 1].gap or page.kinds[i + 1] in cues.META
    if not free and (page.habit or i == 0 or page.kinds[i - 1] not in ("rule", "mark")):
        return False
    return cues.is_title(text) or (len(text) < 120 and text[-1] in '.”"')


def _steady(page: Page, first: Zone, least: int = 1) -> frozenset[str]:
    """Which separators ("rule", "gap") of the file always stand before a headline, as its own start does.

    Where the file starts otherwise, half of what follows them must be heads with a date or names. There must be
    at `least` so many.
    """
    plain_first = first.title_at >= 0 and _plain_title(page, first.title_at)
    found = set()
    for name, there in (("rule", "rule" in page.kinds or "mark" in page.kinds), ("gap", page.parted)):
        if not there:
            continue
        alike = plain_first or (name == "rule" and first.title_at >= 0 and not page.habit)
        good = bad = words = headed = other = 0
        for i in range(max(1, first.title_at + 1), len(page.lines)):
            kind = page.kinds[i]
            if name == "rule":
                hit = page.kinds[i - 1] in ("rule", "mark") and kind not in ("rule", "copyright", "mark")
            else:
                hit = page.wide(i) and kind not in ("rule", "copyright", "domain", "mark")
            if not hit:
                continue
            plain = kind in ("url", "label") or (_plain_title(page, i) and cues.is_long(page.plain[i + 1]))
            good += plain
            bad += not plain and kind != "site"
            words += (page.plain[i].count(" ") + 1) * plain
            if len(page.plain[i]) <= 240 and _is_headed(page, i):
                headed += 1
            elif not plain:
                other += 1
        heads = headed >= 2 and headed * 2 >= good and other * 4 <= headed
        if heads or (alike and good >= least and bad * 4 <= good and words >= 4 * good):
            found.add(name)
    return frozenset(found)


def is_series(page: Page) -> bool:
    """Whether separators part the file into articles: several, and nearly all of them before a headline."""
    return bool(_steady(page, read_zone(page, 0), 2))


def _is_headed(page: Page, i: int) -> bool:
    """Whether line `i` opens a head with a headline and more evidence than that."""
    if not page.may_head_text(i, REACH):
        return False
    zone = read_zone(page, i)
    return zone.title is not None and zone.score >= 1 and zone.body


def _same_label(page: Page, i: int) -> bool:
    """Whether the file ends in a label of the name that stands on line `i`."""
    own, last = cues.label_like(page.plain[i]), cues.label_like(page.plain[-1])
    return own is not None and last is not None and own[0] == last[0]


def _is_closed(page: Page, i: int) -> bool:
    """Whether the line before line `i` is a label that stands at an article's foot: `Source: Harbour Post`."""
    if page.kinds[i - 1] != "label" or not page.lines[i].gap:
        return False
    field, value = cues.label_of(page.plain[i - 1]) or ("", "")
    return field in ("source", "url") and 0 < len(value) <= 100


def _is_set_apart(page: Page, i: int) -> bool:
    """Whether a rule line, an article's foot or more empty lines than usual stand before line `i`."""
    return page.kinds[i - 1] in ("rule", "mark") or page.wide(i) or _is_closed(page, i)
