"""What stands above a headline and is none: the section's name, the site's motto and menu, the page's own title."""

from __future__ import annotations

from reader.parsing import cues
from reader.parsing.captions import is_caption
from reader.parsing.credit import is_outlet
from reader.parsing.head import Zone
from reader.parsing.label_lines import label_of
from reader.parsing.lines import key_of
from reader.parsing.page import Page
from reader.parsing.page_title import split_title
from reader.parsing.patterns import has_digit, pattern
from reader.parsing.phrases import SECTIONS
from reader.parsing.zone_lines import POINTS, can_be_title, goes_on, headline_follows


def above_headline(page: Page, at: int, j: int) -> list[str]:
    """Why line `j` of a head that starts at line `at`, and perhaps those after it, are not its headline, line by line;
    empty if line `j` may be it."""
    text = page.plain[j]
    if has_digit(text) and len(text) <= 60 and pattern(_COUNTED).fullmatch(text):
        return [_PAGE]
    if j == at:
        if text.count(" ") < 4 and is_menu_row(page, j + 1) and headline_follows(page, j + 1):
            return ["the site's name above its menu", _PAGE]
        parted = text.count("|") > 1 and len(text) <= 120 and headline_follows(page, j)
        if parted and "|" not in page.plain[j + 1]:  # else a row of a table
            return [_PAGE]
        if len(text) < 8 and page.kinds[j + 1 : j + 2] == ["slug"] and has_digit(text):
            return ["the agency's number of the story"]
    if (cues.word_count(text) <= 3 or is_topics(text)) and is_kicker(page, j):
        return ["section name above the headline"]
    return [_PAGE] if text[0] in "【〖" and text[-1] in "】〗" and headline_follows(page, j) else []


# The path to a page of a list, `Home News Page 17`, and the time at which a page was looked at without its year.
_COUNTED = (
    r"Home(?: [\w&]+){1,3} Page \d{1,5}|.{0,20}?\d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?,? (?:on )?"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2})"
)
_PAGE = "a line of the page above the headline"
_LOWEST = 24  # lines from the top of a file on which its first headline may stand


def stands_again(page: Page, j: int) -> int:
    """The line within a dozen on which the headline in the page's title on line `j` stands alone; 0 if none."""
    text = page.plain[j]
    if len(text) > 240 or len(split_title(text)) < 2:
        return 0
    low = text.casefold().replace("’", "'")
    for k in range(j + 1, min(j + 41, len(page.lines))):
        other = page.plain[k].rstrip(".")
        if cues.is_long(page.plain[k]):
            return 0
        if len(other) * 2 >= len(text) and other.count(" ") >= 2 and len(other) < len(text):
            other = other.casefold().replace("’", "'")
            if low.startswith(other) or low.endswith(other):
                return k
    return 0


def is_kicker(page: Page, j: int) -> bool:
    """Whether a line of one to three words is a section's name: a longer headline follows, perhaps behind another."""
    lines, plain, kinds = page.lines, page.plain, page.kinds
    head = j + 1
    if ": " in plain[j]:  # the headline of a report: `NORLAND: FLOODS`
        return False
    if (
        head < len(lines)
        and not kinds[head]
        and cues.word_count(plain[head]) <= 3
        and plain[head][-1].isalnum()
    ):
        head += 1  # the paper's name, then the section's
    k = head + 1
    if k >= len(lines) or kinds[head] or lines[j].key == lines[head].key:
        return False
    text = plain[head]
    known = SECTIONS.issuperset(plain[j].lower().split())
    if (
        cues.word_count(text) < (3 if known else 4 if lines[j].text.isupper() else 5)
        or cues.is_long(text)
        or not cues.is_title(text)
    ):
        return False
    if lines[j].text[-1] in '.!?"”' and not pattern(r"(?:[A-Z]\.){2,4}").fullmatch(lines[j].text):
        return False
    if not known and any(lines[n].key == lines[j].key for n in range(k, min(j + 14, len(lines)))):
        return False
    if lines[k].key == lines[head].key or is_caption(page, head):
        return False
    if text[-1] == "?" and any(other[-1] == "?" and cues.is_title(other) for other in plain[k : k + 12]):
        return False  # the first of several questions
    if any(lines[n].key == lines[head].key for n in range(k + 1, min(k + 4, len(lines)))):
        return True  # nothing but a headline is said again so soon
    # Date or byline may stand under another line on the matter, a picture's caption or buttons.
    while k < head + 5 and k + 1 < len(lines) and _may_part(page, k):
        k += 1
    if cues.is_long(plain[k]) or not {"date", "byline", "slug"}.isdisjoint(kinds[k : k + 3]):
        return True
    if known and not kinds[k] and k + 1 < len(lines) and cues.is_long(plain[k + 1]):
        return True
    pair = label_of(plain[k]) if kinds[k] == "label" else None
    return pair is not None and pair[0] in ("author", "published")


def _may_part(page: Page, k: int) -> bool:
    """Whether line `k` may stand between a headline and the rest of its head."""
    return page.lines[k].text.startswith(POINTS) or page.kinds[k] == "site" or is_caption(page, k)


def is_menu_row(page: Page, j: int) -> bool:
    """Whether line `j` is a menu in one row: `News | Sport | Farming`."""
    parts = page.plain[j].split("|") if j < len(page.lines) and len(page.lines[j].text) <= 160 else []
    return len(parts) > 2 and all(
        0 < len(part.strip()) < 30 and part.count(" ") < 5 and not has_digit(part) for part in parts
    )


def is_topics(text: str) -> bool:
    """Whether a line names the topics of a story: `World, Middle East, Trade`, `News / Food and farming`."""
    if " / " in text:
        parts = text.split(" / ")
        return len(parts) <= 4 and len(text) <= 60 and SECTIONS.issuperset(parts[0].lower().split())
    parts = text.split(", ")
    return 2 <= len(parts) <= 5 and all(part.count(" ") < 2 and part[:1].isupper() for part in parts)


def section_or_issuer(page: Page, i: int, j: int) -> str:
    """What line `i` is, if it is no headline but stands above the date and the headline on line `j`; else ""."""
    name = page.plain[i] if i >= 0 else ""
    if name and SECTIONS.issuperset(name.lower().split()):
        return "section name above the headline"
    if name.count(" ") < 4 and pattern(_PAPER).search(name) and is_outlet(name):
        return "the paper's name above the date"
    if pattern(r"\d{1,3} (?=.*[A-Z]{3})[A-Z][A-Z .'’&-]{3,40}").fullmatch(name):
        return "head of a printed page"
    # A company, which the paragraph under the headline says again.
    if name.count(" ") > 6 or not pattern(_COMPANY).search(name) or j + 1 >= len(page.lines):
        return ""
    under = page.plain[j + 1]
    return "who issues the release" if cues.is_long(under) and name in under else ""


# The last words of papers that headlines hardly end in; `Record` and `Star` are words of theirs too.
_PAPER = (
    r" (?:News|Times|Herald|Press|Agency|Gazette|Tribune|Journal|Telegraph|Chronicle|Courier|Dispatch|Examiner|"
    r"Sentinel|Zeitung|Anzeiger|Kurier|Nachrichten|Tageblatt|Post|Observer|Bulletin|Wire)$"
)
_COMPANY = (
    r" (?:Ltd|Inc|Corp|PLC|plc|Plc|AG|SE|S\.?A|GmbH|LLC|N\.?V|AB|ASA|A/S|Oyj|S\.p\.A|Limited|Corporation|Company|"
    r"Holdings|Group)\.?$"
)


def headline_by_caption(page: Page, zone: Zone, j: int) -> int:
    """The line of the headline, if what was taken for it is a caption that line `j` says again, with a full stop: the
    headline stands between them, or below and above the text; 0 if not."""
    if page.lines[j].text[-1] != "." or zone.fields:
        return 0
    k = j - 1 if j - 1 > zone.title_at else j + 1
    under = max(j, k) + 1
    if under >= len(page.lines) or page.kinds[k] or k - zone.title_at > 2:
        return 0
    text = page.plain[k]
    if text.count(" ") < 3 or not cues.is_title(text) or cues.is_long(text):
        return 0
    return k if cues.is_long(page.plain[under]) or page.kinds[under] in ("date", "byline") else 0


def is_known_better(page: Page, zone: Zone, text: str, j: int) -> bool:
    """Whether a line that stands twice is the headline, and what was taken for it the site's name: the path to the
    page ends in it."""
    if (zone.title or "").count(" ") > 2 or zone.score or not cues.is_title(text):
        return False
    return any(page.plain[i].endswith(text) and len(page.plain[i]) > len(text) for i in range(zone.at, j))


def is_below_picture(zone: Zone, text: str, j: int) -> bool:
    """Whether a line is the headline, and what was taken for it a word or two on the picture between them."""
    captioned = zone.title_at == j - 2 and zone.roles[j - 1][0] == "caption"
    return captioned and (zone.title or "").count(" ") <= 2 and text.count(" ") >= 3 and cues.is_title(text)


def is_banner(page: Page, j: int) -> bool:
    """Whether the real headline follows a banner and its buttons: title-like, with more of a head under it."""
    head = next(
        (k for k in range(j + 1, min(j + 4, len(page.lines))) if page.kinds[k] != "site"), len(page.lines)
    )
    return (
        head + 1 < len(page.lines)
        and not page.kinds[head]
        and cues.is_title(page.plain[head])
        and page.plain[head].count(" ") >= 4
        and not cues.is_long(page.plain[head])
        and goes_on(page, head + 1, "")
    )


def low_headline(page: Page, first: Zone) -> int:
    """The line of the headline, if what stands on top of a file is none, by its head or by its text; 0 if it is."""
    return _dated_below(page, first) or _told_below(page, first)


def _dated_below(page: Page, first: Zone) -> int:
    """The line of a headline with names or a day under it, if the file's first head has neither; 0 if there is none.

    Only short lines may stand above, and a button or link of a page among them: those of a letter or a poem may not.
    Where names follow, the day on which a page was looked at may be among them.
    """
    dated = first.title is None and page.kinds[0] == "date"
    if (first.fields or first.score >= 1) and not dated:
        return 0
    linked, needed = False, "byline" if dated else "date"
    for k in range(1, min(_LOWEST, len(page.lines) - 2)):
        text, kind = page.plain[k - 1], page.kinds[k - 1]
        if (kind in cues.META and not (dated and kind == "date")) or cues.is_long(text):
            return 0
        linked = linked or kind == "site" or bool(pattern(r"\[\d{1,3}\]\S").match(text))
        if (
            (linked or dated)
            and not page.kinds[k]
            and cues.word_count(page.plain[k]) >= 4
            and can_be_title(page, k)
            and not cues.is_long(page.plain[k])
            and needed in page.kinds[k + 1 : k + 4]
            and page.sentences[k] <= k + 12
        ):
            return k
    return 0


def _told_below(page: Page, first: Zone) -> int:
    """The line of the headline right above the text, if the text repeats its words and none of the first line's, a
    caption or a motto of the site; 0 if there is none."""
    at = first.title_at
    if at < 0 or first.fields or first.score >= 4 or page.lines[at].text[0] == "#":
        return 0
    if any("|" in line.text or line.text[0] in "*•-+" for line in page.lines[: at + 1]):  # a table, points
        return 0
    for k in range(at + 1, min(at + 4, len(page.lines) - 1)):
        if cues.is_long(page.plain[k]) or "|" in page.plain[k]:
            return 0
        if not page.kinds[k] and cues.is_long(page.plain[k + 1]):
            heads = cues.word_count(page.plain[k]) >= 4 and can_be_title(page, k)
            told = heads and repeated_words(page, k, k + 1, 1)
            return k if told and told >= 3 and not repeated_words(page, at, k + 1, 3) else 0
    return 0


def repeated_words(page: Page, i: int, k: int, count: int) -> int:
    """How many telling words of line `i` come in the `count` paragraphs from line `k` on."""
    own = {word[:6] for word in key_of(page.plain[i]).split() if len(word) > 3}
    return len(own & {word[:6] for line in page.lines[k : k + count] for word in line.key.split()[:120]})
