"""Titles of pages as browsers show them: the headline with the site's name behind it or in front of it."""

from __future__ import annotations

from reader.parsing.lines import Line, key_of
from reader.parsing.patterns import pattern

_MARKS = r"\s[-–—|•·:»«/]{1,2}\s|[|»«]"


def split_title(text: str) -> list[str]:
    """The pieces of a page title such as `Headline - Site`."""
    return [part.strip() for part in pattern(_MARKS).split(text) if part.strip()]


def title_parts(text: str) -> set[str]:
    """The keys of the pieces of a page title that are long enough for a headline, and of the whole."""
    keys = {key_of(part) for part in split_title(text)} | {key_of(text)}
    return {key for key in keys if key.count(" ") >= 2}


def head_line(lines: list[Line]) -> int:
    """The number of the line on which the page's title, that of the first line, stands again; 0 if nowhere."""
    first = lines[0].key
    parts = title_parts(lines[0].text)
    best = 0
    for i in range(1, len(lines)):
        if len(lines[i].text) > 260:
            continue
        key = lines[i].key
        prefix = (
            len(key) * 2 >= len(first)
            and key.count(" ") >= 3
            and (first.startswith(key) or first.endswith(key))
        )
        if prefix or key in parts:
            if best and i - best > 60:
                break
            best = i
            if i > 4:
                break
    return best
