"""What single lines look like: the marks by which headers, furniture and text are told apart.

`kind_of` names the kind of a line from its own words alone; what a line is in its place is decided by
`segment` and `compose`. Only shapes and stock phrases of publishing software stand here, no single site's.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from reader.parsing.bylines import opens_byline
from reader.parsing.dates import date_line
from reader.parsing.label_lines import label_of
from reader.parsing.lines import key_of
from reader.parsing.patterns import has_digit, pattern
from reader.parsing.phrases import (
    CLOSERS,
    COUNTER,
    FURNITURE_LINES,
    FURNITURE_STARTS,
    HINT_STARTS,
    KEPT_COPY,
    NEVER_TEXT,
    SHARE,
    SHARES,
    TURN,
)
from reader.parsing.slugs import is_slug

#: Kinds of lines that belong to the head or foot of an article and never to its text.
META = frozenset("rule url domain date byline control copyright label mark".split())

_BULLETS = frozenset("•▪●■►▶»>·")
_TRAIL = (
    r"(?:home(?:page)?|start(?:seite)?|front page|accueil|inicio|início|portada|strona główna|hem|forside|etusivu|"
    r"главная|首页|首頁|ホーム|홈|الرئيسية|anasayfa|ana sayfa|beranda|trang chủ|होम) ?(?:>|»|›|→|/) ?\S"
)
_PAGE = (
    r"(?:page|seite|página|pagina|strona|pág\.|s\.|p\.) ?\d{1,4}(?: ?(?:of|von|de|di|sur|/|z) ?\d{1,4})?"
    r"|[-–—] ?\d{1,4} ?[-–—]"
)
_CLOCK = (
    r"\d{1,2}[:.]\d\d ?(?:uhr|h|hrs|[ap]\.?m\.?|gmt|bst|c?et|ist)?|\d{1,3}(?:\.? ?\+ ?\d{1,2})?\.? ?['’′]"
)
# What is left of a picture without words: its kind, its number or its file's name, which w3m cuts and puts in
# brackets: `[logo-compa]`, `[jiFgl7LHh4]`, `harbour-week-2018-quay-north-side-01`, `image/svg+xml`.
_PICTURE_NAME = (
    r"(?=[^ ]*(?:[-_]|[a-z][A-Z]|[A-Za-z]\d|\d[A-Za-z]))(?:\[[A-Za-z0-9][\w.-]{2,80}\]){1,4}"
    r"|(?=.{24})[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+){4,20}(?:\.[a-z]{3,4})?|\d{12,18}|image/[a-z+]{3,8}"
)
_RULE_CHARS = frozenset("-–—_=*~#•·.+─━═/ ")


def is_rule(text: str) -> bool:
    """Whether a line is drawn: a rule, or the underlining of a heading."""
    return text[0] in _RULE_CHARS and len(text) >= 3 and _RULE_CHARS.issuperset(text)


@lru_cache(4096)  # whole pages are looked at more than once
def kind_of(text: str) -> str:
    """The kind of a line: "" for ordinary text, else one of rule, url, domain, date, byline, control (of text size),
    copyright, label, slug (an agency's), mark (end mark), site (furniture), hint (furniture on a whole page)."""
    if text[0] == "T" and text.startswith(KEPT_COPY):
        return "site"
    if len(text) > 240:
        return "site" if len(text) < 500 and _never_text(text[:64].lower()) else ""
    low = text.lower()
    if "İ" in text:
        low = low.replace("\u0307", "")
    return _kind_of_shape(text, low) or _kind_of_field(text, low) or _kind_of_words(text, low)


def _kind_of_shape(text: str, low: str) -> str:
    """The kind of a line that is no words: counters, rules, end marks, addresses."""
    size = len(text)
    if size <= 3 and (
        text.isdigit() or (text.isupper() and size == 2 and (text.isalpha() or text[1] in "+-"))
    ):
        return "control"
    if is_rule(text):
        return "mark" if text in CLOSERS else "rule"
    if low in CLOSERS:
        return "mark"
    if " " in text:
        return ""
    if size > 4 and (text[0] == "[" or size >= 12) and pattern(_PICTURE_NAME).fullmatch(text):
        return "site"
    if low.startswith(("http://", "https://", "www.")):
        return "url"
    if "." not in text or size > 160:
        return ""
    host, _, path = low.partition("/")
    if len(path) > 3 and not path.isdigit() and is_domain(host):
        return "url"
    return "domain" if size <= 60 and is_domain(low) else ""


def _kind_of_field(text: str, low: str) -> str:
    """The kind of a line that tells when, by whom or what of an article."""
    size = len(text)
    if size <= 90 and has_digit(text) and (date_line(text, True) or _is_moment(text)):
        return "date"
    if low == "by" or (size <= 100 and opens_byline(text, low)):
        return "byline"
    return "label" if size <= 160 and (":" in text or "：" in text) and label_of(text) else ""


def _kind_of_words(text: str, low: str) -> str:
    """The kind of a line by the stock phrases of sites and agencies."""
    size = len(text)
    if _never_text(low):
        return "site"
    if text[0] in _BULLETS:
        low = low[1:].lstrip()
    if low.startswith(FURNITURE_STARTS):
        if low.startswith(("©", "copyright ", "(c) ")) or "rights reserved" in low:
            return "" if _is_prose(text) and not pattern(_RIGHTS).search(low) else "copyright"
        if (
            size <= 140
            and not _is_prose(text)
            and not (text[-1] == "." and pattern(r"\w+: [a-z]").match(text))
        ):
            return "site"
    if _is_button(text, low) or (size <= 120 and (_is_trail(low) or _is_turn(text, low))):
        return "site"
    if size <= 100 and is_slug(text):
        return "slug"
    if size <= 140 and low.startswith(HINT_STARTS) and not _is_prose(text):
        return "hint"
    owned = "rights reserved" in low and ("©" in low or "copyright" in low or "(c)" in low)
    return "copyright" if owned else ""


def _never_text(low: str) -> bool:
    """Whether a line says what no article does: how mails are sent, what a site wants to store."""
    if low.startswith(NEVER_TEXT) or (low[:3] == "we " and bool(pattern(_CONSENT).match(low))):
        return True
    if low[:4] in ("get ", "rece") and len(low) <= 140 and pattern(_OFFERS).match(low):
        return True
    return ("your inbox" in low and low[0] != '"') or (
        len(low) <= 160 and (low[-1] == "=" or "follow us on" in low) and bool(pattern(_FOLLOW).search(low))
    )


_FOLLOW = (
    r"\bfollow us on (?:twitter|facebook|instagram|telegram|whatsapp|linkedin|youtube|tiktok|google news|x)\b"
    r"|^[\w ]{1,12} [×+−–*-] [\w ]{1,12} =$"  # what a form asks to tell people from programs
)


_OFFERS = (
    r"(?:get|receive) .{0,50}(?:\bby e-?mail\b|\bnewsletters?\b.{0,12}\bdelivered\b|\bstraight to your\b)"
)
_CONSENT = r"we and our (?:\d[\d,.]* )?(?:trusted )?partners? (?:store|use cookies|process|need your|ask you)"


# Words of what may be done with a text, and by whom.
_RIGHTS = (
    r"rights|reserv|permission|reproduc|(?:re)?distribut|rewrit|broadcast|licen[cs]|publish|terms|property|provided|"
    r"droits|rechte|derechos|diritti|direitos|\d{4} [\w&.' ]{2,40}\.$"
)


def _is_button(text: str, low: str) -> bool:
    """Whether a line is a button of a site or the number of a page; those with marks may be a poem's or be spoken."""
    if len(text) <= 60 and not _is_said(text):
        if key_of(low) in FURNITURE_LINES:
            return True
        shared = low.startswith(SHARES) or " to th" in low or "payla" in low  # few lines are
        if shared and pattern(SHARE).fullmatch(low.rstrip(" :!")):
            return True
    return len(text) <= 20 and bool(has_digit(text)) and bool(pattern(_PAGE).fullmatch(low))


def is_row_of_buttons(text: str) -> bool:
    """Whether a line is nothing but buttons, `Print Email`, or the links at a site's foot, most of them known."""
    if len(text) > 160 or text.partition(" ")[0].lower() not in _button_starts() or _is_said(text):
        return False
    words = key_of(text).split()
    if not 2 <= len(words) <= 24:
        return False
    at = known = found = 0
    while at < len(words):
        sizes = range(min(4, len(words) - at), 0, -1)
        size = next((n for n in sizes if " ".join(words[at : at + n]) in FURNITURE_LINES), 0)
        known += size
        found += size > 0
        at += size or 1
    return known == len(words) or (found >= 4 and known * 4 >= len(words) * 3)


@cache
def _button_starts() -> frozenset[str]:
    """The first words of all known buttons."""
    return frozenset(line.partition(" ")[0] for line in FURNITURE_LINES)


def _is_said(text: str) -> bool:
    """Whether a line ends as no button does, in a full stop or comma, or opens a speech: `Home.`, `“More?”`."""
    if text[-1] in ".,;":
        return not text.endswith("..")
    return text[0] in '“"‘«„' or (text[-1] == "?" and text.count(" ") < 2)


def _is_trail(low: str) -> bool:
    """Whether a line is the path to a page in its site's menu: `Home > News > Local`."""
    if low[-1:] in (".", "!", "?", ""):
        return False
    parts = low.split(" > ") if " > " in low else low.split(" » ")
    if len(parts) > 2 and all(0 < len(part) <= 30 and part[0].isalpha() for part in parts):
        return True
    return bool(pattern(_TRAIL).match(low))


def _is_turn(text: str, low: str) -> bool:
    """Whether a line leads to the page before or behind this one: `← Older posts`, `Next story →`."""
    return (text[0] == "←" or text[-1] == "→") and bool(pattern(TURN).search(low))


def _is_moment(text: str) -> bool:
    """Whether a line is a day and a time of it without the year: `3 Nov, 10:15`."""
    return len(text) <= 40 and ":" in text and date_line(f"{text} 2000") is not None


@lru_cache(1024)
def is_counter(text: str) -> bool:
    """Whether a line is what a share or comment button counts: `854 shares`, `Comments (14)`."""
    return len(text) <= 64 and bool(has_digit(text)) and bool(pattern(COUNTER).fullmatch(text.lower()))


@lru_cache(1024)
def is_clock(text: str) -> bool:
    """Whether a line is the time of an entry in a running report: `14:32`, `9.05 Uhr`, `90.+3'`."""
    return len(text) <= 14 and text[0].isdigit() and bool(pattern(_CLOCK, re.IGNORECASE).fullmatch(text))


def is_figures(text: str) -> bool:
    """Whether a line is a row of a table: more figures than words."""
    words = text.split()
    return len(words) >= 3 and sum(word[0].isdigit() for word in words) * 2 >= len(words)


def _is_prose(text: str) -> bool:
    """Whether a short line that starts like furniture reads like a paragraph: a full sentence of some length."""
    return text[-1] in '.!?”"' and text.count(" ") >= 16


def is_domain(low: str) -> bool:
    """Whether a lower-case word is a bare domain such as `example.com`."""
    low = low.rstrip("/")
    if low.startswith("www."):
        low = low[4:]
    return (
        bool(pattern(r"[a-z0-9-]+(?:\.[a-z0-9-]+){0,3}\.[a-z]{2,13}").fullmatch(low))
        and low.rsplit(".", 1)[1] in _TLDS
    )


_TLDS = frozenset(
    """com org net edu gov int info biz news tv me io co uk us ca au nz ie in pk bd lk np ae sa iq ir eg jo lb sy tr
    il qa kw om bh ye ps ma dz tn ly sd ke ng gh za ug tz rw et zw zm na bw mw mz ao cm sn ci ml fr de at ch it es
    pt nl be lu dk se no fi is pl cz sk hu ro bg gr hr si rs ba mk al ee lv lt ru ua by kz uz ge am az cn jp kr tw
    hk sg my th vn ph id mm kh la br ar cl pe uy py bo ec ve cr gt mx cu do jm tt eu asia africa today press media
    world online site example""".split()
)


def is_title(text: str) -> bool:
    """Whether a line could be a headline by its shape: a few words, no sentence end, a capital first."""
    size = len(text)
    if not 6 <= size <= 240:
        return False
    last, first = text[-1], text[0]
    if last in ",;:。，；：、।" or (
        last == "." and not text.endswith("..") and not (text[-2:-1].isupper() and not text[-3:-2].isalnum())
    ):
        return False
    if text.count(" ") > 34 or (size > 90 and pattern(r"[a-z]{2}[.!?]”? [A-Z#]").search(text)):
        return False
    if first.isdigit() and pattern(r"\d{1,3}[).] ").match(text):
        return False
    if first.islower() and not pattern(r"[a-z][A-Z]|e-|al-|de ").match(text):
        return False
    if first in "-•*+>|©@&/)]}<=~^":
        return False
    return any(c.isalpha() for c in text)


def word_count(text: str) -> int:
    """How many words a text has; in scripts without spaces two letters of East Asia make one, or four of its south."""
    words = text.count(" ") + 1
    if text.isascii():
        return words
    east = sum(char > "\u2e80" for char in text)
    south = sum(
        "\u0e00" <= char < "\u0f00" or "\u1000" <= char < "\u10a0" or "\u1780" <= char < "\u1800"
        for char in text
    )
    return max(words, east // 2, south // 4)


def is_long(text: str) -> bool:
    """Whether a line is running text: long, or a full sentence."""
    size = len(text)
    if size >= 160:
        return True
    last = text[-1]
    if last in "。！？」』":  # a letter of East Asia says as much as three of others
        return size >= 20
    if size < 60 or last not in ".!?”\"’'…)।؟۔" or text.count(" ") < 8:
        return False
    if last in ".…।۔":
        return True
    # Headlines end in question marks and quotations too; longer ones are sentences.
    return size >= 110 or (last not in "?!" and text[-2] in ".?!,")
