"""Menus of small pages above the headline: links in Markdown, or short lines of a word or two."""

from __future__ import annotations

from reader.parsing import cues
from reader.parsing.label_lines import label_of
from reader.parsing.page import Page
from reader.parsing.page_title import split_title
from reader.parsing.patterns import has_digit, pattern
from reader.parsing.phrases import SECTIONS

_LONGEST = 60  # lines of a menu that are looked at
_ENDS = '.!?…:;,"”’»'
_ITEMS = ("* ", "• ", "- ", "+ ", "| ")


def _marked_end(page: Page) -> int:
    """The line of the first heading in Markdown, if nothing but links and pictures stands above it; else 0."""
    links = 0
    for i, line in enumerate(page.lines[:40]):
        text = line.text
        if text.startswith("# "):
            return i if links else 0
        linked = "](" in text or text[0] in "[!"
        links += linked
        item = text.startswith(("* ", "• ", "- ")) and text.count(" ") <= 3
        if not (linked or item or page.kinds[i] in ("site", "rule")) or cues.is_long(text):
            return 0
    return 0


def menu_end(page: Page) -> int:
    """The line of the headline, if nothing but a page's menu stands above it; 0 if it does not."""
    return _marked_end(page) or _plain_end(page)


def _plain_end(page: Page) -> int:
    """The line of the headline under a run of short lines, if the page shows what they are; else 0.

    A list that opens an ordinary text looks the same: there must be buttons among them, or a day or names in the
    head under them.
    """
    total = min(len(page.lines), _LONGEST)
    titled = len(split_title(page.plain[0])) > 1 and not page.kinds[0]
    k = int(titled)
    while k < total and (_is_item(page, k) or _is_motto(page, k)):
        k += 1
    words = [page.plain[i] for i in range(int(titled), k) if not page.kinds[i]]
    buttons = sum(kind in ("site", "control") for kind in page.kinds[:k])
    if k >= total or len(set(words)) + buttons < 4 or not _is_headline(page, k):
        return 0
    sections = sum(SECTIONS.issuperset(text.lower().split()) for text in words)
    if not buttons and (len(set(words)) + sections < 5 or not all(map(_is_plain_link, words))):
        return 0  # the address on top of a letter, the lines of a poem
    under = page.kinds[k + 1 : k + 6]
    above = buttons > 0 and "date" in page.kinds[max(0, k - 2) : k]
    headed = above or "date" in under or "byline" in under or _labels_writer(page, k + 1)
    if not headed and (buttons < 2 or not any(map(cues.is_long, page.plain[k + 1 : k + 4]))):
        return 0
    return k


def _is_item(page: Page, i: int) -> bool:
    """Whether a line may be one of a menu: a few words that make no sentence."""
    kind, text = page.kinds[i], page.plain[i]
    if kind:
        return kind in ("site", "control", "date", "rule", "slug") and len(text) < 60
    bare = text[2:] if text.startswith(_ITEMS) else text
    if len(bare) > 60 and not pattern(r"[.!?:;,|()]").search(bare):
        words = bare.split()
        return len(words) >= 12 and all(word[0].isupper() for word in words)  # all places of a country
    if bare[:1] in "[(" and bare[-1:] in ")]":
        return len(bare) <= 60
    return (
        len(bare) <= 40
        and (bare[-1:] not in _ENDS or len(bare) < 3 or bool(pattern(r"(?:[A-Z]\.){2,4}").fullmatch(bare)))
        and cues.word_count(bare) <= 4
    )


def _is_motto(page: Page, k: int) -> bool:
    """Whether line `k` says what a site is about: buttons above it, links under it, then the headline and its day."""
    text = page.plain[k]
    if page.kinds[k] or len(text) > 70 or text[-1] in ".!?:" or "site" not in page.kinds[max(0, k - 3) : k]:
        return False
    n = k + 1
    while n < min(len(page.lines) - 1, k + 12) and not page.kinds[n] and _is_item(page, n):
        n += 1
    return n - k > 2 and _is_headline(page, n) and page.kinds[n + 1 : n + 2] in (["date"], ["byline"])


def _is_plain_link(text: str) -> bool:
    """Whether a short line could be a link although nothing else says so: up to three words, no small one first."""
    return text.count(" ") <= 2 and not text[0].islower() and not has_digit(text)


def _is_headline(page: Page, k: int) -> bool:
    text = page.plain[k]
    return not page.kinds[k] and cues.word_count(text) >= 4 and cues.is_title(text) and not cues.is_long(text)


def _labels_writer(page: Page, k: int) -> bool:
    """Whether line `k` is a label that names the writer."""
    pair = label_of(page.plain[k]) if k < len(page.lines) and page.kinds[k] == "label" else None
    return pair is not None and pair[0] in ("author", "published")
