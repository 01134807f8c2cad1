"""Hard-wrapped lines joined to paragraphs again.

A break is a wrap where the next line's first word would not have fitted any more; where it would have, the
writer ended the line on purpose. A stretch of lines is taken as wrapped only if nearly all its breaks are.
"""

from __future__ import annotations

from collections.abc import Callable

from reader.parsing.cues import is_rule
from reader.parsing.lines import Line, join_lines
from reader.parsing.patterns import pattern

_LONGEST = 132  # no terminal or mail wraps wider
_NARROWEST = 34
_COLUMN = 26  # columns of a paper are no narrower


def unwrapped(lines: list[Line], printed: list[Line]) -> list[Line] | None:
    """`lines` of a whole page with the wrapped ones joined, or None if none were; `printed` as they were printed.

    Some text browsers give the letters of East Asia one column instead of two.
    """
    for size in (_size, _letters):
        width = page_width(printed, size)
        if width:
            return unwrap_page(lines, printed, width, size)
        if not any(line.text[0] > "\u2e80" for line in printed):
            break
    return None


def page_width(lines: list[Line], size: Callable[[Line], int]) -> int:
    """The width a whole page was printed at by a text browser, or 0: many lines end just below it, few above.

    Menus do not count: only lines that come near the width say anything about it.
    """
    measured = [size(line) for line in lines]
    sizes = sorted(columns for columns in measured if columns <= 100)
    if len(sizes) < 12 or len(sizes) * 10 < len(lines) * 9:
        return 0
    top, usual = sizes[-1 - len(sizes) // 200], sizes[-1 - len(sizes) // 40]
    loose = sum(line.gap > 0 for line in lines) * 12 >= len(lines)
    best = (0.79, 0) if loose else (0.9, 0)  # where nothing parts paragraphs, short ones look like wraps
    lowest = max(usual - 5, 59)
    # The size of each line that may have been wrapped, and how wide it had been with the next word.
    pairs = [
        (columns, columns + 1 + _first(b))
        for columns, b in zip(measured, lines[1:])
        if lowest - 14 <= columns <= top + 4 and b.gap == 0 and not b.text.startswith(_ITEM)
    ]
    for width in range(top, lowest, -1):  # a few lines hang over
        reach = [wide > width for columns, wide in pairs if width - 14 <= columns <= width + 4]
        near, hits = len(reach), sum(reach)
        if near >= ((3 if hits == near else 4) if loose else 10) and hits / near > best[0]:
            best = (hits / near, width)
    return best[1]


def unwrap_page(
    lines: list[Line], printed: list[Line], width: int, size: Callable[[Line], int]
) -> list[Line]:
    """Join the lines of a page printed at `width`; `printed` are the same lines as they were printed."""
    result: list[Line] = []
    group = [lines[0]]
    for k in range(1, len(lines)):
        a, b = printed[k - 1], printed[k]
        if (
            b.gap
            or b.text.startswith(_ITEM)
            or abs(b.indent - a.indent) > 3
            or size(a) + 1 + _first(b) <= width
        ):
            result.append(join_lines(group))
            group = []
        group.append(lines[k])
    result.append(join_lines(group))
    return result


def is_wrapped(lines: list[Line]) -> bool:
    """Whether a whole text was wrapped at one width, as mail and agency copy are: no longer line, and many wraps."""
    if any(len(line.text) > 100 for line in lines):
        return False
    if len(lines) < 6 or max([line.indent + len(line.text) for line in lines]) < 25:
        return False  # too few, or too narrow even if every letter took two columns
    sizes = sorted(map(_size, lines))
    if sizes[-1] > 100 or sizes[len(sizes) * 98 // 100] < 50:
        return False
    return wrap_width(lines) >= 50 and sum(not line.gap for line in lines[1:]) * 4 >= len(lines)


def unwrap_column(lines: list[Line], words: frozenset[str] = frozenset()) -> list[Line] | None:
    """`lines` of a text that was printed in a narrow column, as in a paper, joined; None if it was not.

    Verses and lists are as narrow, but their lines would often have taken the next word, and begin with capitals.
    """
    if len(lines) < 12 or sum(len(line.text) >= 50 for line in lines) * 5 > len(lines):
        return None
    if sum(line.indent + 2 * len(line.text) >= _COLUMN for line in lines) * 20 < len(lines):
        return None
    sizes = sorted(size for line in lines if (size := _size(line)) < 50)
    width = sizes[len(sizes) * 95 // 100]
    if width < _COLUMN:
        return None
    inside = [_size(line) <= width for line in lines]
    pairs = [
        n
        for n, line in enumerate(lines[1:])
        if inside[n]
        and inside[n + 1]
        and not line.gap
        and line.indent < lines[n].indent + 2  # else a new paragraph
        and not line.text.startswith(_ITEM)
    ]
    full = [n for n in pairs if _fits_not(lines[n], lines[n + 1], width)]
    small = sum(lines[n + 1].text[0].islower() for n in pairs)
    if len(pairs) < 9 or len(full) * 10 < len(pairs) * 7 or small * 2 < len(pairs):
        return None
    wraps = set(full)
    result, group = [], [lines[0]]
    for n, line in enumerate(lines[1:]):
        if n not in wraps:
            result.append(join_lines(group, words))
            group = []
        group.append(line)
    return [*result, join_lines(group, words)]


def unwrap(lines: list[Line], usual: int = 0, words: frozenset[str] = frozenset()) -> list[Line]:
    """`lines` with the wrapped ones joined; the same list if nothing is wrapped. Linear.

    Stretches too short to show a width of their own are taken to be wrapped at the `usual` one, if there is one.
    `words`: those of a text whose printer cut words at line ends.
    """
    result: list[Line] = []
    i, total = 0, len(lines)
    changed = False
    while i < total:
        if _size(lines[i]) > _LONGEST:
            result.append(lines[i])
            i += 1
            continue
        j = i
        while j < total and _size(lines[j]) <= _LONGEST:
            j += 1
        run = lines[i:j]
        width = wrap_width(run) or usual
        if width:
            run = _join(run, width, words)
            changed = True
        result += run
        i = j
    return result if changed else lines


def _letters(line: Line) -> int:
    return line.indent + len(line.text)


def _size(line: Line) -> int:
    """The columns a line takes; the letters of East Asia take two."""
    text = line.text
    if text.isascii() or (text < "\u2e80" and max(text) < "\u2e80"):
        return line.indent + len(text)
    return line.indent + len(text) + sum("\u2e80" <= c <= "\ud7a3" or "\uf900" <= c <= "\uff60" for c in text)


def wrap_width(run: list[Line]) -> int:
    """The width that a stretch of lines was wrapped at, or 0 if it was not."""
    # A heading that is underlined, and its line, are as wide as they are.
    drawn = {at + before for at, line in enumerate(run) if is_rule(line.text) for before in (0, -1)}
    sizes = sorted(_size(line) for at, line in enumerate(run) if at not in drawn)
    if len(sizes) < 3:
        return 0
    width = sizes[min(len(sizes) - 1, len(sizes) * 98 // 100)]
    if width < _NARROWEST:
        return 0
    pairs = wrapped = odd = 0
    for a, b in zip(run, run[1:]):
        if b.gap or b.indent >= a.indent + 2 or b.text.startswith(_ITEM):  # a new paragraph
            continue
        pairs += 1
        if _fits_not(a, b, width):
            wrapped += 1
            # The writer's own line ends stand after full stops; a wrap does not care.
            odd += a.text[-1] not in '.!?:;"”'
    if pairs < 2 or wrapped < 2 or wrapped * 100 < pairs * 70 or odd * 2 < wrapped:
        return 0
    return width


def _fits_not(a: Line, b: Line, width: int) -> bool:
    cut = a.text[-1] == "-" and b.text[0].islower() and a.text[-2:-1].isalpha()
    return cut or _size(a) + 1 + _first(b) > width


def _first(line: Line) -> int:
    """The length of a line's first word, or of what may be broken off it."""
    if line.text[0] > "\u2e80":  # may be broken anywhere
        return 1
    first = line.text.find(" ")
    return len(line.text) if first < 0 else first


_ITEM = ("- ", "* ", "• ", "+ ", "o ", "> ", "# ", "@")


def _numbered(text: str) -> bool:
    """Whether a line opens with a number in a list."""
    return text[0].isdigit() and bool(pattern(r"\d{1,3}[.)] ").match(text))


def _join(run: list[Line], width: int, words: frozenset[str]) -> list[Line]:
    result: list[Line] = []
    group = [run[0]]
    for a, b in zip(run, run[1:]):
        deeper = b.indent > a.indent + 1 and len(group) > 1 and b.indent <= a.indent + 8
        item = b.text.startswith(_ITEM) or (_numbered(b.text) and _numbered(group[0].text))
        drawn = is_rule(a.text) or is_rule(b.text)
        if b.gap or deeper or item or drawn or not _fits_not(a, b, width):
            result.append(join_lines(group, words))
            group = [b]
        else:
            group.append(b)
    result.append(join_lines(group, words))
    return result
