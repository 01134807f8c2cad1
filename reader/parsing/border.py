"""How much speaks for an article beginning at a line: the marks that its header zone gets from what is around it.

Each mark of a zone adds to a sum; a zone inside a file must reach `BORDER`. Blank lines alone never do.
"""

from __future__ import annotations

from reader.parsing import cues
from reader.parsing.above import is_kicker, repeated_words
from reader.parsing.captions import is_credited
from reader.parsing.dateline import opens_with_dateline
from reader.parsing.head import Zone
from reader.parsing.label_lines import label_like
from reader.parsing.page import Page
from reader.parsing.separators import is_closed, is_set_apart, stands_free
from reader.parsing.zone import REACH, read_zone
from reader.parsing.zone_lines import can_be_title

#: Evidence that a border inside a file needs.
BORDER = 3.5


def read_border(
    page: Page, i: int, first: Zone, steady: frozenset[str], rules: frozenset[str]
) -> Zone | None:
    """The zone of a border at line `i`, if there is enough evidence for one."""
    kind = page.kinds[i]
    if (kind == "" and not _may_open(page, i)) or not page.may_head_text(i, REACH):
        return None
    zone = read_zone(page, i)
    apart = i in page.alike or is_set_apart(page, i) or _is_signed_below(page, i) or _is_counted(page, zone)
    if zone.score < 1 and not (zone.title_at == i and (apart or opens_dated(page, zone))):
        return None
    if not zone.body or (zone.title is None and kind != "url"):
        return None
    _mark_before(page, zone, steady)
    _mark_like_first(page, zone, first)
    zone.sure = zone.score >= BORDER
    if not zone.sure and zone.title_at == i and stands_free(page, i):
        _mark_alike(page, zone, rules)
    return zone if zone.score >= BORDER else None


def _may_open(page: Page, i: int) -> bool:
    """Whether line `i`, one of no known kind, may open an article, without a look at its zone."""
    if i in page.alike:
        return True
    lonely = (
        not page.kinds[i - 1]
        and page.heads[i] > i + 14
        and not page.wide(i)
        and not (i + 1 < len(page.lines) and opens_with_dateline(page.lines[i + 1].text))
    )
    if lonely and page.starts[i] not in page.starts[i + 1 : i + 13]:
        return False  # nothing around could add up to a border
    return _opens(page, i)


def _opens(page: Page, i: int) -> bool:
    """Whether a headline may stand on line `i`; one that ends in a full stop must be set apart or come twice."""
    if cues.is_title(page.plain[i]):
        return not is_credited(page.plain[i])
    if not can_be_title(page, i):
        return is_set_apart(page, i) and page.plain[i].count(" ") < 3 and is_kicker(page, i)
    return page.wide(i) or (i + 1 < len(page.lines) and page.lines[i].repeats(page.lines[i + 1]))


def _mark_before(page: Page, zone: Zone, steady: frozenset[str]) -> None:
    """Mark a zone for what stands before it, and for how it begins."""
    i = zone.at
    before, wide = page.kinds[i - 1], page.wide(i)
    heads = zone.score >= 1 or (zone.title_at == i and stands_free(page, i))
    if before == "rule":
        zone.mark(1.5, "a rule line before it")
    elif _is_signed_below(page, i):
        zone.mark(3.5, "a day or an address before it, as it ends the file")
    elif before in ("domain", "copyright", "mark") or is_closed(page, i):
        zone.mark(1.5, "the end of an article before it")
        if before == "label" and _same_label(page, i - 1):
            zone.mark(2, "as it ends the file")
    if wide:
        zone.mark(1.5, "more empty lines than usual before it")
    if zone.title_at in page.numbered:
        zone.mark(2, "a headline that is counted from the top of the file on")
    if zone.title_at in page.alike:
        zone.mark(BORDER, "a headline counted or made up as the first one")
    if zone.title_at == i and page.lines[i].text.startswith("# "):
        zone.mark(2, "a Markdown heading of the first level")
    if page.kinds[i] == page.kinds[0] == "url" and (wide or before == "rule"):
        zone.mark(1, "an address on top, as at the start of the file")
    if heads and before in ("rule", "mark") and "rule" in steady:
        zone.mark(2, "every rule line of the file is followed by a headline")
    elif heads and wide and "gap" in steady:
        zone.mark(2, "every wide gap of the file is followed by a headline")


def _is_signed_below(page: Page, i: int) -> bool:
    """Whether the day or address stands below the text before line `i`, as it ends the file, and none on its top."""
    below = page.kinds[i - 1]
    if below not in ("date", "url") or page.kinds[-1] != below or i < 2:
        return False
    return page.sentences[0] < page.heads[0] and cues.is_long(page.plain[i - 2])


def _same_label(page: Page, i: int) -> bool:
    """Whether the file ends in a label of the name that stands on line `i`."""
    own, last = label_like(page.plain[i]), label_like(page.plain[-1])
    return own is not None and last is not None and own[0] == last[0]


def _mark_like_first(page: Page, zone: Zone, first: Zone) -> None:
    """Mark a zone that opens as the file does: with a headline among the same lines, or over a dateline."""
    if zone.title is None or first.title is None or zone.title.count(" ") < 2 or zone.title[-1] == ".":
        return
    if zone.title_at == zone.at and opens_dated(page, zone):
        both = opens_dated(page, first)
        zone.mark(3.5 if both else 1.5, "a dateline under the headline" + " as in the first article" * both)
    elif _is_counted(page, zone) and _is_counted(page, first):
        zone.mark(3, "a number of comments under the headline as in the first article")
    elif (shape := head_shape(page, zone)) and shape == head_shape(page, first):
        zone.mark(2, "a head of the same lines as the first one")


def _is_counted(page: Page, zone: Zone) -> bool:
    """Whether a number alone stands under a zone's headline."""
    k = zone.title_at + 1
    return 0 < k < len(page.lines) and page.plain[k].isdigit()


def opens_dated(page: Page, zone: Zone) -> bool:
    """Whether the text right under a zone's headline opens with a dateline."""
    k = zone.title_at + 1
    # A caption may open as a story does, and stands twice.
    return 0 < k < len(page.lines) and opens_with_dateline(page.lines[k].text) and not page.doubles(k)


def head_shape(page: Page, zone: Zone) -> list[str]:
    """What the lines of a head are, in order; nothing if it is a headline alone."""
    at = zone.title_at if zone.at == 0 and page.menu else zone.at
    roles = [zone.roles.get(i, ("",))[0] for i in range(at, zone.end)]
    kinds = [
        page.kinds[i] if role == "furniture" else role
        for i, role in enumerate(roles, at)
        if role != "furniture" or page.kinds[i] in ("url", "label")
    ]
    return kinds if len(kinds) > 1 and {"dateline", "byline", "url", "label"} & set(kinds) else []


def _mark_alike(page: Page, zone: Zone, rules: frozenset[str]) -> None:
    """Mark a zone that opens with its headline for a separator known from the file, or for words of the headline."""
    i = zone.at
    ruled = page.kinds[i - 1] == "rule" or is_closed(page, i)
    if ruled and page.lines[i - 1].text in rules:
        zone.mark(2, "the separator of the file's other articles before it")
    elif page.plain[i][-1] != "." and (ruled or (page.wide(i) and not rules)):
        shared = _shared_words(page, zone)
        if shared >= 2:
            zone.mark(2 if shared > 2 else 1.5, "words of the headline in the paragraph under it")


def _shared_words(page: Page, zone: Zone) -> int:
    """How many telling words of a zone's headline come in the first paragraph under it."""
    for k in range(zone.end, min(zone.end + 3, len(page.lines))):
        if cues.is_long(page.plain[k]):
            return repeated_words(page, zone.title_at, k, 1)
    return 0
