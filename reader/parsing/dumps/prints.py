"""Pages that a browser printed: each with when, what and where from, and its number, around the text.

6/16/23, 9:41 AM                Two pools to close | Harrowfield Echo
https://www.echo.example/news/pools                               1/2
"""

from __future__ import annotations

from collections import Counter

from reader.parsing.lines import Line
from reader.parsing.patterns import pattern

_FOOT = r"(?:https?|file)://\S+ (\d{1,3})/(\d{1,3})"
_HEAD = r"(\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d\d(?: ?[AP]M)?)(?: (.+))?"


def without_margins(lines: list[Line]) -> list[Line]:
    """The lines of printed pages without what stands around their text; the same list if they are none.

    A paragraph that goes on over the page is one again.
    """
    feet = {
        i: match
        for i, line in enumerate(lines)
        if line.text[-1].isdigit() and "://" in line.text and (match := pattern(_FOOT).fullmatch(line.text))
    }
    if not feet or [int(match[1]) for match in feet.values()] != list(range(1, len(feet) + 1)):
        return lines
    heads = {
        i: match
        for i, line in enumerate(lines)
        if line.text[0].isdigit() and (match := pattern(_HEAD).fullmatch(line.text))
    }
    stamp, times = Counter(match[1] for match in heads.values()).most_common(1)[0] if heads else ("", 0)
    if times * 2 < len(feet):
        return lines
    margins = set(feet) | {i for i, match in heads.items() if match[1] == stamp}
    titles = {lines[i + 1].text for i in margins - set(feet) if i + 1 < len(lines)}
    if len(titles) == 1 and times > 1:  # the page's title, once is enough
        margins |= {i for i, line in enumerate(lines) if i > 2 and line.text in titles and i - 1 in margins}
    kept: list[Line] = []
    cut = False
    for i, line in enumerate(lines):
        if i in margins:
            cut = True
            continue
        if cut and kept and line.text[0].islower() and kept[-1].text[-1] not in '.!?:”"':
            before = kept.pop()
            line = Line(f"{before.text} {line.text}", before.start, line.end, before.gap, before.indent)
        kept.append(line)
        cut = False
    return kept or lines
