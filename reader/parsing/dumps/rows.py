"""Rows of lists and tables in a dumped page: lines of one shape that say something, not links of a menu.

Their lines are short and end in no full stop, as those of menus do; what gives them away is that many in a row
share the marks and figures around their words: `June 9 – Northgate, ST @ Harbour Hall`, `3 Ann Ruiz 22 0 3`,
`Spain (Group F): tenth time`; or, printed one cell a line, that every second line is a figure.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

from reader.parsing.cues import kind_of
from reader.parsing.dumps.cues import ROW, TALK, is_cue
from reader.parsing.lines import Line
from reader.parsing.patterns import pattern

_BULLET = r"[*•+·▪◦□■-] |o "
_NEAR = 4  # blocks to either side among which a row has its like
_CELLS = 12  # lines of one cell each that make a table


def find_rows(blocks: list[Line]) -> list[str]:
    """For each block `row` in a list or table of rows, `cell` in a table printed one cell a line, else nothing."""
    places = [i for i, block in enumerate(blocks) if not is_aside(block.text)]
    shapes = [_shape(blocks[i].text) for i in places]
    found = [""] * len(blocks)
    for n, i in enumerate(places):
        if shapes[n] and _alike(shapes, n):
            found[i] = "row"
    for i in range(1, len(blocks)):
        if not found[i] and found[i - 1] == "row" and is_aside(blocks[i].text) and blocks[i].text[0] != "[":
            found[i] = "row"  # the address of what the row names
    for start, end in _cells(blocks):
        found[start:end] = ["cell"] * (end - start)
    return found


def find_table(rows: list[str]) -> tuple[int, int]:
    """The longest stretch of rows and cells, as blocks `[start, end)`; empty if none is long."""
    best = (0, 0)
    start = last = -9
    for i, row in enumerate(rows):
        if row:
            if i - last > 2:
                start = i
            last = i
            if i + 1 - start >= max(_CELLS, best[1] - best[0] + 1):
                best = (start, i + 1)
    return best


def is_aside(text: str) -> bool:
    """Whether a block stands between the rows of a list for an address or a picture."""
    return " " not in text and (text.startswith("http") or (text[0] == "[" and text[-1] == "]"))


@lru_cache(1024)  # blocks are looked at as rows and as cells
def leads_away(text: str) -> bool:
    """Whether a block is furniture or heads links to other pages."""
    kind = kind_of(text)
    return (
        kind not in ("", "control")
        or is_cue(text)
        or (len(text) <= 90 and bool(pattern(TALK, 2).search(text)))
    )


def heads_links(text: str) -> bool:
    """Whether a block is a short line that heads links to other pages."""
    return len(text) <= 90 and text.count(" ") <= 8 and (kind_of(text) in ("site", "hint") or is_cue(text))


def _alike(shapes: list[str], i: int) -> bool:
    """Whether three more blocks near block `i` have its shape."""
    low = max(0, i - _NEAR)
    return shapes[low : i + _NEAR + 1].count(shapes[i]) >= 4


def _shape(text: str) -> str:
    """The marks and figures of a line in their order, words left out; empty if it has none or is no row."""
    if "http" in text:
        text = text[: text.index("http")].rstrip()
    if not 4 <= len(text) <= 200 or text[0] in "[<":
        return ""
    bare = pattern(_BULLET).sub("", text, count=1) if text[0] in "*•+·▪◦□■-o" else text
    if leads_away(bare):
        return ""
    if pattern(ROW).match(bare):
        return "row"
    shape = pattern(r"[^\W\d_][\w'’.,&-]*(?:[ /][^\W\d_][\w'’.,&-]*)*").sub("w", bare[:120])
    shape = pattern(r"\d[\d.,:%/-]*").sub("9", shape).replace(" ", "")
    shape = pattern(r"9{2,}").sub("99", shape)
    if shape in ("w", "w9", "9w", "9", "w9w", "w9,9", "9w9", "w(9)") or shape.startswith("w,"):
        return ""  # names, counters, dates
    return shape[:4] if pattern(r"[^w,.'’“”\"?!…|>»/&-]").search(shape) else ""


def _cells(blocks: list[Line]) -> list[tuple[int, int]]:
    """The runs of short lines of which many are bare figures: tables printed one cell a line."""
    found = []
    start = 0
    short = [len(b.text) <= 90 and not leads_away(b.text) for b in blocks]
    short.append(False)
    figure = pattern(r"[$€£+−–-]?\d[\d.,]*(?:%| ?[A-Za-z]{1,3})?(?:-\d+)?").fullmatch
    figures = [0, *accumulate(len(b.text) <= 12 and bool(figure(b.text)) for b in blocks)]
    for i, fits in enumerate(short):
        if fits:
            continue
        if i - start >= _CELLS and (figures[i] - figures[start]) * 4 >= i - start:
            found.append((start, i))
        start = i + 1
    return found
