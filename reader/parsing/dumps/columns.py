"""Tables that text browsers print in columns, their cells wrapped inside these: every row a line again.

LB  Joe       74    7 tackles, 3 assists. 1 sack, 2
    Schobert        interceptions.
"""

from __future__ import annotations

from itertools import accumulate

from reader.parsing.lines import Line

_WIDEST = 132  # columns of a screen
_NARROWEST = 6  # columns of a cell that is wrapped
_ROWS = 4  # printed lines that make a table
_SURE = 5  # lines with text on both sides that make one column of blanks a gutter

Cells = list[str]


def join_cells(text: str, lines: list[Line]) -> list[Line]:
    """`lines` of a page with the wrapped cells of its tables joined; the same list if there are none."""
    result: list[Line] = []
    done = 0
    for start, end in _stretches(lines):
        table = _read_table(text, lines[start:end])
        if table:
            result += lines[done:start] + table
            done = end
    return result + lines[done:] if done else lines


def _stretches(lines: list[Line]) -> list[tuple[int, int]]:
    """The runs `[start, end)` of lines without an empty one among them that may be a table: many hold wide gaps."""
    found = []
    start = 0
    spaced = [line.end - line.start > len(line.text) for line in lines]
    for i in range(1, len(lines) + 1):
        if i < len(lines) and not lines[i].gap:
            continue
        if sum(spaced[start:i]) * 2 >= max(_ROWS, i - start):
            found.append((start, i))
        start = i
    return found


def _read_table(text: str, lines: list[Line]) -> list[Line]:
    """The rows of a table as lines; nothing if it is none or no cell of it is wrapped."""
    printed = [" " * line.indent + text[line.start : line.end] for line in lines]
    if max(map(len, printed)) > _WIDEST or any("\t" in row or max(row) > "\u2e80" for row in printed):
        return []
    columns = _columns(printed)
    widths = [end - start for start, end in columns]
    rows: list[tuple[Cells, Line, Line]] = []  # its cells, its first and its last line
    above: Cells = []
    for row, line in zip(printed, lines):
        cells = [row[start:end].strip() for start, end in columns]
        if above and _goes_on(cells, above, widths):
            whole, first, _ = rows[-1]
            rows[-1] = [f"{a} {b}".strip() for a, b in zip(whole, cells)], first, line
        else:
            rows.append((cells, line, line))
        above = cells
    if len(rows) == len(lines):
        return []
    return [
        Line(" ".join(filter(None, cells)), first.start, last.end, max(first.gap, n > 0), first.indent)
        for n, (cells, first, last) in enumerate(rows)
    ]


def _columns(printed: list[str]) -> list[tuple[int, int]]:
    """The columns `[start, end)` of printed lines, parted by gutters that are blank in every line."""
    width = max(map(len, printed))
    used = [False] * width
    for row in printed:
        for at, char in enumerate(row):
            if char != " ":
                used[at] = True
    inked = [[0, *accumulate(char != " " for char in row.ljust(width))] for row in printed]
    columns: list[tuple[int, int]] = []
    start = end = -1
    for at, ink in enumerate(used):
        if not ink:
            continue
        if start < 0:
            start = at
        elif at > end:
            both = sum(0 < row[end] < row[width] for row in inked)
            if at - end > 1 or both >= _SURE:
                columns.append((start, end))
                start = at
        end = at + 1
    columns.append((start, end))
    return columns


def _goes_on(cells: Cells, above: Cells, widths: list[int]) -> bool:
    """Whether the cells of a line go on with those of the line above: the next words would not have fitted there.

    A figure goes on with no figure, and a cell as narrow as a figure is not wrapped.
    """
    blank = False
    for cell, before, width in zip(cells, above, widths):
        if not cell:
            blank = blank or bool(before)
            continue
        wraps = width >= _NARROWEST and any(map(str.isalpha, before + cell))
        if not before or not wraps or len(before) + 1 + len(cell.split(None, 1)[0]) <= width:
            return False
    return blank
