"""Paragraphs that a scraper glued together without a space: `… to his communities.While the talks …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.parsing.lines import Line
from reader.parsing.patterns import SMALL, pattern

_LONG = 600  # a shorter line can be read as it is
_SEAM = r"[.!?…](?<=[\w)%].)[\"”’)]{0,2}(?=[“\"‘]?[A-Z][\w’']{0,30}[ ,.])"
_SHORT = frozenset(
    "mr mrs ms dr st no nos prof gen lt col maj capt sgt sen rep rev gov hon vs jr sr inc ltd co corp".split()
)


def part_glued(lines: list[Line]) -> list[Line]:
    """`lines` with every long one cut where paragraphs were glued together; the same list if there is none."""
    if max([len(line.text) for line in lines], default=0) < _LONG:
        return lines
    parted: list[Line] = []
    for line in lines:
        if len(line.text) < _LONG:
            parted.append(line)
        else:
            parted += _parts(line)
    return parted if len(parted) > len(lines) else lines


def part_headline(lines: list[Line]) -> list[Line]:
    """The one line of a file in two, where a headline runs into the text: `Tunnel opens months early The first`."""
    text = lines[0].text
    if len(lines) > 1 or len(text) < _ALONE or lines[0].end - lines[0].start != len(text):
        return lines
    match = pattern(_OPENING).search(text, 15, 150)
    if (
        not match
        or len(words := text[: match.start()].split()) < 4
        or words[-1].lower() in _NO_END
        or (text.startswith("A ", match.end()) and words[-1].lower() in _LETTERED)
        or pattern(r"[.!?:;] ").search(text, 0, match.start())
    ):
        return lines
    line, at = lines[0], match.end()
    return [
        Line(text[: match.start()], line.start, line.start + match.start(), line.gap, line.indent),
        Line(text[at:], line.start + at, line.end, 1, line.indent),
    ]


_ALONE = 300  # characters of an article on one line
# Behind a word without a full stop: a place in capitals before a dash, or how sentences open.
_OPENING = (
    r"(?<=[a-z0-9%’'”\")]) (?=[A-Z]{3}[A-Z, ]{0,30}(?:, [A-Z][\w. ]{2,20})? ?(?:\([A-Z]\w+\) ?)?"
    r"(?:[-–—]{2}|(?<=[ )])[-–—]) ?[A-Z]"
    r"|(?:The|A|An|In|On|At|It|He|She|They|We|There|When|After|As|For|With) [a-z0-9])"
)
# Words that no headline ends in, and those that a letter names one of: class A drugs.
_NO_END = SMALL | frozenset(
    "that which who whose is are was were has have had will would said says into".split()
)
_LETTERED = frozenset(
    """class vitamin vitamins grade group type plan hepatitis category influenza flu level section schedule series serie
    option team part point exhibit factor protein""".split()
)


def _parts(line: Line) -> Iterator[Line]:
    """The paragraphs of a line, each as a line with a gap before it."""
    text = line.text
    seams = list(_seams(text)) if line.end - line.start == len(text) else []
    if len(seams) < 3:  # once or twice is a misprint
        yield line
        return
    last, gap = 0, line.gap
    for at in (*_headline(text, seams[0]), *seams, len(text)):
        piece = text[last:at]
        begin = line.start + last + len(piece) - len(piece.lstrip())
        yield Line(piece.strip(), begin, begin + len(piece.strip()), gap, line.indent)
        last, gap = at, 1


def _seams(text: str) -> Iterator[int]:
    for match in pattern(_SEAM).finditer(text):
        word = pattern(r"\w*$").search(text[max(0, match.start() - 21) : match.start()])[0]  # type: ignore[index]
        initial = len(word) == 1 and word.isalpha()
        if not initial and word.lower() not in _SHORT and not word.isupper():
            yield match.end()


def _headline(text: str, end: int) -> Iterator[int]:
    """Where a headline was glued to the first paragraph: `… over GlazerRio Ferdinand has said`.

    Such a seam looks like a brand's name; one of its halves must stand elsewhere as a word of its own.
    """
    for match in pattern(r"\b([A-Za-z]+[a-z])([A-Z](?:[a-z]{2,}|[A-Z]{2,}))\b").finditer(
        text, 15, min(end, 160)
    ):
        head, tail = match.groups()
        rest = text[match.end() :]
        if text.count(" ", 0, match.start()) >= 3 and any(
            re.search(rf"\b{word}\b", rest) for word in (head, tail)
        ):
            yield match.start(2)
            return
