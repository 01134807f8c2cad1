"""What a text says again: paragraphs pasted twice, captions and their alternative texts, teasers above a text."""

from __future__ import annotations

from collections import Counter

from reader.parsing.page import Page

_PARAGRAPH, _BODY = 70, 250  # characters of a paragraph, and of several that are a body
_COPIES = 3  # what stands more often is a form or a refrain


def pasted_lines(page: Page, start: int, end: int) -> set[int]:
    """The lines of paragraphs that stand a second time in the same order, as a body that was pasted twice."""
    plain = page.plain
    if len(set(plain[start:end])) == end - start:
        return set()
    # A line that ends in a comma is one of a song.
    long = [i for i in range(start, end) if len(plain[i]) >= _PARAGRAPH and plain[i][-1] not in ",;:"]
    if len({plain[i] for i in long}) == len(long):
        return set()
    times = Counter(plain[i] for i in long)
    firsts: dict[str, int] = {}
    found: set[int] = set()
    for i in long:
        if times[plain[i]] > _COPIES:
            continue
        first = firsts.setdefault(plain[i], i)
        if first == i or i in found:
            continue
        run = 1
        while first + run < i and i + run < end and plain[first + run] == plain[i + run]:
            run += 1
        if run > 1 and sum(len(text) for text in plain[i : i + run]) >= _BODY:
            found.update(range(i, i + run))
    return found


def is_doubled(page: Page, i: int) -> bool:
    """Whether line `i` comes again at once, as captions and their alternative texts do."""
    text = page.lines[i].text
    return not text[0].islower() and page.doubles(i) and text.count(" ") >= 3 and "|" not in text


def comes_often(page: Page, i: int, start: int, end: int) -> bool:
    """Whether a doubled line keeps coming, as rows of tables and lists rightly do."""
    return page.plain[max(start, i - 60) : min(end, i + 60)].count(page.plain[i]) > 4


def said_below(page: Page, i: int) -> str:
    """Why line `i` is not needed, as the lines right below it say it whole; "" if they do not.

    Teasers above a text are cut short by dots, or are its first paragraphs run together.
    """
    plain = page.plain
    if i + 1 >= len(plain):
        return ""
    text, after = plain[i], plain[i + 1]
    if text[:20] != after[:20]:
        return ""
    if text[-1] == "…" or text[-2:] in ("..", "…]", ".]"):
        start = text.rstrip(" .…[]")
        if len(start) >= 30 and len(after) > len(text) and after.startswith(start):
            return "the start of the next paragraph"
    size = len(after)
    if size >= len(text) or text[:size] != after or i + 2 >= len(plain):
        return ""
    rest = text[size:].lstrip()
    under = plain[i + 2]
    if (len(rest) >= 60 and rest.startswith(under)) or (len(rest) >= 20 and under.startswith(rest)):
        return "the next paragraphs run together"
    return ""


def said_twice(text: str) -> int:
    """Where a line says again all that it has said, as pictures' captions and their alternative texts do; 0 if never.

    Offsets are code points of `text`. What stands between, a credit perhaps, belongs to the first time.
    """
    if not 120 <= len(text) <= 1200 or (again := text.find(text[:40], len(text) // 3)) < 60:
        return 0
    twice = text.startswith(text[again:].rstrip(" .")) and text.count(text[:40]) == 2  # else a chant
    return again if twice and text[again - 1] == " " else 0
