"""Text in columns side by side, as programs print the pages of a PDF: read one column after the other.

A gutter is a strip of blanks that many rows have in common. Tables have one too; columns of prose go on from row to
row in the middle of sentences, on both sides.
"""

from __future__ import annotations

from reader.parsing.draft import Draft
from reader.parsing.generic import parse_plain
from reader.parsing.lines import Line, read_lines
from reader.parsing.patterns import pattern

_ROWS = 7  # that have text on both sides, at least, in a stretch of columns
_MORE = 2  # the same in other stretches with the same gutter
_NARROWEST = 16  # letters of a column
_FAR = 1 << 20
_WIDEST = 400  # letters of a row that is looked at

Strip = tuple[int, int]


def read(text: str, lines: list[Line]) -> list[Draft] | None:
    """The articles of a text in columns, or None if it is in one."""
    rows = [row.expandtabs() if "\t" in row else row for row in text.split("\n")]
    sizes = list(map(len, rows))
    if max(sizes) > _WIDEST or sum(size > 2 * _NARROWEST for size in sizes) * 3 < len(lines):
        return None
    ordered, parted = _in_order(rows)
    if parted * 3 < len(lines):
        return None
    told = "\n".join(ordered)
    drafts = parse_plain(told, read_lines(told)).drafts
    _place(drafts, text, len(told))
    return drafts


def _in_order(rows: list[str], depth: int = 0) -> tuple[list[str], int]:
    """The rows in the order in which they are read, and how many of them held text of several columns."""
    stretches: list[tuple[list[str], Strip | None]] = []
    start = 0
    while start < len(rows):
        end, gutter = _stretch(rows, start)
        stretches.append((rows[start:end], gutter))
        start = end
    known = [gutter for block, gutter in stretches if gutter and _is_prose(block, gutter, _ROWS)]
    ordered: list[str] = []
    parted = 0
    for block, gutter in stretches:
        alike = gutter and any(a < gutter[1] and gutter[0] < b for a, b in known[:20])
        if gutter and alike and _is_prose(block, gutter, _MORE):
            left, right = [row[: gutter[0]].rstrip() for row in block], [row[gutter[1] :] for row in block]
            parted += sum(bool(row.strip()) for row in block)
            if depth < 2:
                left, right = _in_order(left, depth + 1)[0], _in_order(right, depth + 1)[0]
            ordered += _joined(left, right)
        else:
            ordered += block
    return ordered, parted


def _stretch(rows: list[str], start: int) -> tuple[int, Strip | None]:
    """The end of the rows from `start` on that have a strip of blanks in common, and the widest such strip."""
    strips: list[Strip] = [(0, _FAR)]
    blank = 0
    for at in range(start, len(rows)):
        row = rows[at].rstrip()
        if not row:
            blank += 1
            if blank == 2:
                return at + 1, _widest(strips)
            continue
        blank = 0
        blanks = [(0, len(row) - len(row.lstrip())), (len(row), _FAR)]
        blanks[1:1] = [match.span() for match in pattern(r"(?<=\S) {2,}(?=\S)").finditer(row)]
        common = [(max(a, c), min(b, d)) for a, b in strips for c, d in blanks if min(b, d) - max(a, c) >= 2]
        inner = [strip for strip in common if strip[0] > 0 and strip[1] < _FAR]
        outer = [strip for strip in common if strip[0] == 0 or strip[1] == _FAR]
        crossed = not inner and (len(blanks) > 2 or any(map(_width, strips)))
        if at > start and (crossed or not common):
            return at, _widest(strips)
        strips = inner[:6] + outer[:2]
    return len(rows), _widest(strips)


def _widest(strips: list[Strip]) -> Strip | None:
    return max(filter(_width, strips), key=_width, default=None)


def _width(strip: Strip) -> int:
    return strip[1] - strip[0] if strip[0] > 0 and strip[1] < _FAR else 0


def _is_prose(rows: list[str], gutter: Strip, least: int) -> bool:
    """Whether both sides of a gutter are running text, in at least so many rows."""
    sides = [row[: gutter[0]].strip() for row in rows], [row[gutter[1] :].strip() for row in rows]
    both = sum(bool(a and b) for a, b in zip(*sides))
    if both < least or _are_cells(list(zip(*sides))):
        return False
    for side in sides:
        told = [cell for cell in side if cell]
        if max(map(len, told)) < _NARROWEST or sum(cell.count(" ") + 1 for cell in told) < 3 * len(told):
            return False
        pairs = [(a, b) for a, b in zip(side, side[1:]) if a and b]
        goes_on = sum(b[0].islower() or a[-1] in "-," for a, b in pairs)
        if goes_on * 5 < len(pairs) * 2:
            return False
    return True


def _are_cells(rows: list[tuple[str, str]]) -> bool:
    """Whether what stands between empty rows is a cell and what is said of it: both begin on the same row."""
    groups = 0
    fresh, gone = True, [False, False]
    for row in rows:
        if not any(row):
            fresh, gone = True, [False, False]
            continue
        if fresh and not all(row):
            return False
        groups += fresh
        if any(cell and over for cell, over in zip(row, gone)):
            return False  # a column with a paragraph's end in it
        fresh, gone = False, [over or not cell for cell, over in zip(row, gone)]
    return groups >= 4


def _joined(left: list[str], right: list[str]) -> list[str]:
    """A column and the next one; where a sentence goes on at its top, nothing parts them."""
    while left and not left[-1].strip():
        left = left[:-1]
    while right and not right[0].strip():
        right = right[1:]
    edge = min((len(row) - len(row.lstrip()) for row in right if row.strip()), default=0)
    right = [row[edge:] for row in right]
    goes_on = left and right and right[0][:1].islower() and left[-1].strip()[-1] not in '.!?:”"'
    return [*left, *([] if goes_on else [""]), *right]


def _place(drafts: list[Draft], text: str, size: int) -> None:
    """Give the pieces of drafts, whose places count in a text of `size`, those in `text`: about, but in order."""
    end = len(text.rstrip())
    at = len(text) - len(text.lstrip())
    for draft in drafts:
        draft.pieces.sort(key=lambda piece: piece.raw_start)
        for piece in draft.pieces:
            piece.raw_start, at = at, min(end, max(at, piece.raw_end * len(text) // max(1, size)))
            piece.raw_end = at
    if drafts and drafts[-1].pieces:
        drafts[-1].pieces[-1].raw_end = end
