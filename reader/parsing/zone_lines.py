"""What a line of a header zone is, judged by its words and the lines around it."""

from __future__ import annotations

from reader.parsing import cues
from reader.parsing.bylines import DATED_BY
from reader.parsing.captions import is_caption
from reader.parsing.credit import is_person
from reader.parsing.dates import date_line
from reader.parsing.label_lines import label_like, section_mark
from reader.parsing.page import Page
from reader.parsing.patterns import has_year, pattern


def may_be_label(page: Page, j: int) -> bool:
    """Whether a line is a label of its own (`---BODY---`), or an unknown one before known ones."""
    text, kinds = page.plain[j], page.kinds
    if text[0] in "-=*#_[" and section_mark(text):
        return True
    if j + 2 >= len(kinds) or kinds[j + 1] != "label" or kinds[j + 2] != "label":
        return False
    return label_like(text) is not None


def can_be_title(page: Page, j: int) -> bool:
    """Whether a headline may stand on a line; some end as sentences do."""
    text = page.plain[j]
    if " @" in text and pattern(r" @\w{2,30} ?[·•|]").search(text):
        return False  # who posted it, and when
    if text[-1].isalpha() and "/" in text and pattern(_OWNED).search(text):
        return False  # whose picture it is
    if text[0] in "【〖[" and text[-1] in "】〗]":
        return False  # buttons
    if " © " in text or " (c) " in text:
        return False  # whose picture it is
    if text[0] == "(" and text[-1] == ")":
        return False  # a note: `(Reporting by Ann Ruiz; Editing by Tom Reed)`
    if cues.is_title(text):
        return True
    return 8 <= len(text) <= 160 and text[-1] in '.”"' and text.count(" ") <= 22


# How a line ends that names who took a picture: `Ada Tunç MAREN HOLT/AFP`.
_OWNED = r"\b[A-ZÀ-Þ]{2,}/(?:AFP|AP|EPA|EFE|REUTERS|Reuters|ANSA|TASS|Xinhua|XINHUA|Getty|GETTY)(?: via Getty Images)?$"


def dated_title(text: str) -> tuple[str, str] | None:
    """(day, headline) of a line that holds both: `2021-11-03 Port reopens early`, `Port reopens early (3 Nov 2021)`.

    Only a day in front is taken off: behind a headline it may be a part of it.
    """
    if not has_year(text) or len(text) > 200:
        return None
    match = pattern(_DAY_FIRST).match(text)
    if match and match["title"].count(" ") >= 2 and date_line(match["day"]):
        return match["day"], match["title"]
    match = pattern(_DAY_LAST).search(text)
    if match and text[: match.start()].count(" ") >= 2 and date_line(match["day"] or match["last"]):
        return match["day"] or match["last"], text
    return None


_DAY_FIRST = (
    r"[\[(]?(?P<day>\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?|\d{1,2}[./]\d{1,2}[./]\d{4}|"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.?,? \d{4})"
    r"(?=[\])]?(?: ?[:|]| [-–—])|[\])] ))"
    r"[\])]?\s*[:|–—-]?\s*(?P<title>[^\W\d_a-zß-ÿ].{8,}|[\"“‘'«].{8,})"
)
_DAY_LAST = r" \((?P<day>[^()]{8,24})\)$| [-–—|] (?P<last>[^|]{8,24})$"


def headline_follows(page: Page, j: int) -> bool:
    """Whether a headline may stand between line `j` and the text."""
    for k in range(j + 1, min(j + 13, len(page.lines))):
        text = page.plain[k]
        if cues.is_long(text):
            return False
        if not page.kinds[k] and cues.word_count(text) >= 3 and can_be_title(page, k):
            return True
    return False


POINTS = ("* ", "• ", "- ")


def is_deck(page: Page, j: int) -> bool:
    """Whether a sentence stands between the headline and who wrote it; a date alone may be one of a timeline."""
    captions = next(
        (n for n in range(3) if j + 1 + n >= len(page.lines) or not is_caption(page, j + 1 + n)), 3
    )
    after = page.kinds[j + 1 + captions : j + 3 + captions]
    if after[:1] == ["date"] and page.plain[j + 1 + captions][:12].lower().startswith(DATED_BY):
        return len(page.plain[j]) <= 240
    return len(page.plain[j]) <= 240 and (after[:1] == ["byline"] or after == ["date", "byline"])


def goes_on(page: Page, j: int, title_key: str) -> bool:
    """Whether the head goes on within the next lines: a date, a byline, a control or the title again."""
    for k in range(j, min(j + 4, len(page.lines))):
        kind = page.kinds[k]
        if kind == "label" and page.kinds[k : k + 3] == ["label"] * 3:
            return True
        if kind in ("date", "byline", "control") or (title_key and page.lines[k].key == title_key):
            return True
        if (
            kind == ""
            and cues.is_long(page.plain[k])
            and not (k + 1 < len(page.lines) and page.lines[k + 1].key == page.lines[k].key)
        ):
            return False
    return False


def leads_on(page: Page, j: int) -> bool:
    """Whether a line is one of the points or notes of a story above its byline or date."""
    for k in range(j, min(j + 9, len(page.lines))):
        if page.kinds[k] in ("byline", "date"):
            return k > j
        raw = page.lines[k].text
        if len(raw) > 160 or not (
            raw.startswith(POINTS)
            or (raw[0] == "(" and raw[-1] == ")")
            or (k > j and (page.kinds[k] == "site" or is_person(raw)))
        ):
            return False
    return False


def glue_end(text: str, title_key: str) -> int:
    """Where the headline ends that `text` starts with and runs on without a space, or 0.

    The end is in code points of `text`; the words of the headline are compared without case and marks.
    """
    words = title_key.split()
    at = 0
    low = text.casefold()
    if len(low) != len(text):
        low = text.lower() if len(text.lower()) == len(text) else text
    for n, word in enumerate(words):
        at = low.find(word, at, at + len(word) + 12)
        if at < 0:
            return 0
        at += len(word)
        if (
            n < len(words) - 1
            and at < len(low)
            and low[at].isalnum()
            and not words[n + 1].startswith(low[at])
        ):
            return 0
    while at < len(text) and text[at] in "”\"'’?!.)":
        at += 1
    if at < len(text) and (text[at].isupper() or text[at].isdigit() or text[at] in '“"‘('):
        return at
    return 0
