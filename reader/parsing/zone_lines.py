"""What a line of a header zone is, judged by its words and the lines around it."""

from __future__ import annotations

from reader.parsing import cues
from reader.parsing.captions import is_caption
from reader.parsing.credit import is_outlet, is_person
from reader.parsing.dates import date_line
from reader.parsing.label_lines import label_like, label_of, section_mark
from reader.parsing.page import Page
from reader.parsing.page_title import split_title
from reader.parsing.patterns import has_digit, has_year, pattern
from reader.parsing.phrases import SECTIONS


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
    r"[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}(?=[\])]?(?: ?[:|]| [-–—]))|"
    r"\d{1,2} [A-Z][a-z]{2,8}\.?,? \d{4}(?=[\])]?(?: ?[:|]| [-–—])))"
    r"[\])]?\s*[:|–—-]?\s*(?P<title>[^\W\d_a-zß-ÿ].{8,}|[\"“‘'«].{8,})"
)
_DAY_LAST = r" \((?P<day>[^()]{8,24})\)$| [-–—|] (?P<last>[^|]{8,24})$"


def is_release(text: str, kind: str) -> bool:
    """Whether a line heads a press release: `For immediate release: 3 May 2021`, `News release`, `Media contact: …`."""
    if len(text) > 90 or not (kind or text[text.rfind(" ") + 1 :].casefold() in _LAST):
        return False
    match = pattern(_RELEASE, 2).search(text)
    if match is None or (kind == "label" and match.start()):  # `Source: press release` names where it is from
        return False
    return bool(kind) or (match.end() == len(text) and match.start() <= 40)


def headline_follows(page: Page, j: int) -> bool:
    """Whether a headline may stand between line `j` and the text."""
    for k in range(j + 1, min(j + 13, len(page.lines))):
        text = page.plain[k]
        if cues.is_long(text):
            return False
        if not page.kinds[k] and cues.word_count(text) >= 3 and can_be_title(page, k):
            return True
    return False


_LAST = frozenset(
    "release statement pressemitteilung medienmitteilung presse prensa imprensa stampa persbericht".split()
)
_RELEASE = (
    r"\b(?:for (?:immediate )?release|(?:news|press|media) (?:release|statement|contacts?)|public release)\b"
    r"|^contacts?:|pressemitteilung|medienmitteilung|presseinformation|communiqué de presse"
    r"|comunicado de (?:prensa|imprensa)|nota de prensa|comunicato stampa|persbericht"
)


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


def is_address(page: Page, j: int) -> bool:
    """Whether a line goes on with the name, telephone and address that the line above opens."""
    text = page.plain[j]
    if page.lines[j].gap or len(text) > 80 or cues.is_long(text):
        return False
    under = page.plain[j + 1] if j + 1 < len(page.lines) else ""
    heads = text.count(" ") >= 4 and "@" not in text and under and cues.is_long(under) and cues.is_title(text)
    return not heads


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
    if any(lines[n].key == lines[j].key for n in range(k, min(j + 14, len(lines)))):
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
    return page.lines[k].text.startswith(_POINTS) or page.kinds[k] == "site" or is_caption(page, k)


def is_menu_row(page: Page, j: int) -> bool:
    """Whether line `j` is a menu in one row: `News | Sport | Farming`."""
    parts = page.plain[j].split("|") if j < len(page.lines) and len(page.lines[j].text) <= 160 else []
    return len(parts) > 2 and all(
        0 < len(part.strip()) < 30 and part.count(" ") < 5 and not has_digit(part) for part in parts
    )


def called(page: Page, j: int) -> str:
    """The name on line `j`, if there or under it stands what its bearer is called on a network, `@annruiz`; else ""."""
    under = page.plain[j + 1] if j + 1 < len(page.lines) else ""
    if under[:1] == "@" and pattern(r"@[\w.-]{2,40}").fullmatch(under):
        return page.plain[j]
    text = page.plain[j]
    match = pattern(r"([^@]{2,40}) \(?@[\w.-]{2,40}\)?").fullmatch(text) if "@" in text else None
    return match[1] if match else ""


def is_topics(text: str) -> bool:
    """Whether a line names the topics of a story: `World, Middle East, Trade`, `News / Food and farming`."""
    if " / " in text:
        parts = text.split(" / ")
        return len(parts) <= 4 and len(text) <= 60 and SECTIONS.issuperset(parts[0].lower().split())
    parts = text.split(", ")
    return 2 <= len(parts) <= 5 and all(part.count(" ") < 2 and part[:1].isupper() for part in parts)


_POINTS = ("* ", "• ", "- ")


def is_deck(page: Page, j: int) -> bool:
    """Whether a sentence stands between the headline and who wrote it; a date alone may be one of a timeline."""
    captions = next(
        (n for n in range(3) if j + 1 + n >= len(page.lines) or not is_caption(page, j + 1 + n)), 3
    )
    after = page.kinds[j + 1 + captions : j + 3 + captions]
    return len(page.plain[j]) <= 240 and (after[:1] == ["byline"] or after == ["date", "byline"])


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
            raw.startswith(_POINTS)
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
