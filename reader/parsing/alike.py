"""Headlines made up alike: in a file of several articles all are headings of one level, underlined, bold, in capitals,
counted, have the day in front or the paper behind, as the first line of the file.

Subheads of one article look like that too, but they stand a level below its headline, or are short.
"""

from __future__ import annotations

from reader.parsing import cues
from reader.parsing.above import repeated_words
from reader.parsing.credit import is_outlet
from reader.parsing.head import Zone
from reader.parsing.page import Page
from reader.parsing.page_title import split_title
from reader.parsing.zone_lines import dated_title

_WORDS = 3  # that any such headline has at least; subheads have fewer
_MANY, _MEAN = 5, 4  # that they have, all or on average, where subheads are made up so too
_TEXT = 200  # characters of text that stand under each


def alike_heads(page: Page, first: Zone) -> frozenset[int]:
    """The lines of the headlines of a file but its first, if they are made up as that is; else nothing."""
    at = first.title_at
    if at < 0 or at != first.at or first.at or not (style := _style(page, at)):
        return frozenset()
    found = [i for i in range(at, len(page.lines)) if _may_head(page, i) and _style(page, i) == style]
    words = [cues.word_count(page.plain[i]) for i in found]
    if len(found) < 2 or min(words) < _WORDS:
        return frozenset()
    # Subheads may be made up so too, but are shorter, and the text under them does not say them again.
    if style in ("bold", "capitals") and min(words) < _MANY:
        told = all(repeated_words(page, i, i + 1, 2) >= 2 for i in found[1:])
        if not told or sum(words[1:]) < _MEAN * len(words[1:]):
            return frozenset()
    ends = [*found[1:], len(page.lines)]
    if any(_size(page, i, end) < _TEXT for i, end in zip(found, ends)):
        return frozenset()
    return frozenset(found[1:])


def _may_head(page: Page, i: int) -> bool:
    """Whether line `i` is short and stands apart from what is above it."""
    line = page.lines[i]
    return len(line.text) <= 200 and bool(i == 0 or line.gap or page.kinds[i - 1])


def _size(page: Page, start: int, end: int) -> int:
    """How many characters of running text stand on the lines `[start, end)`."""
    return sum(len(text) for text in page.plain[start:end] if cues.is_long(text))


def _style(page: Page, i: int) -> str:
    """How the headline on line `i` is made up; "" if like any other line."""
    raw, text = page.lines[i].text, page.plain[i]
    if raw[0] == "#":
        return raw[: len(raw) - len(raw.lstrip("#"))]
    if i in page.numbered:
        return "counted"
    if raw[:2] == raw[-2:] == "**":
        return "bold"
    if i + 1 < len(page.lines) and page.kinds[i + 1] == "rule" and not page.lines[i + 1].gap:
        rule = page.lines[i + 1].text
        if len(set(rule)) == 1 and rule[0] in "-=~" and abs(len(rule) - len(raw)) <= 3:
            return "underlined"
    if " - " in text or " | " in text or " – " in text:
        last = split_title(text)[-1]
        if is_outlet(last) or cues.is_domain(last.lower()):
            return last
    if text.isupper() and not page.kinds[i] and cues.is_title(text):
        return "capitals"
    day = dated_title(text)
    return "dated" if day and day[1] != text else ""
