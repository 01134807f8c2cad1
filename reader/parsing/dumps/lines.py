"""The lines of a page dump made whole: link marks taken off, wraps and broken sentences joined.

Text browsers (lynx, w3m, links), inscriptis and html2text wrap and indent; lynx numbers its links and lists
their addresses at the end; `get_text()` of BeautifulSoup breaks a sentence at every link.
"""

from __future__ import annotations

from reader.parsing.dumps.columns import join_cells
from reader.parsing.lines import Line, takes_space
from reader.parsing.patterns import pattern
from reader.parsing.wraps import unwrap, unwrapped


def restore(text: str, lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of a dumped `text` as blocks, and the lines of a list of addresses at its end."""
    lines, tail = take_references(join_cells(text, lines))
    joined = unwrapped(lines, lines)
    if joined:
        return joined, tail
    if sum(line.gap > 0 for line in lines) * 12 < len(lines):
        return _join_broken(lines), tail
    return unwrap(lines), tail


def take_references(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Lynx: `[12]` in front of links, and `References` with numbered addresses at the end."""
    marked = sum(
        "[" in line.text and bool(pattern(r"\[\d{1,4}\]").search(line.text)) for line in lines[:4000]
    )
    if marked < 4:
        return lines, []
    cut = len(lines)
    for i in range(len(lines) - 1, 4, -1):
        if lines[i].text in ("References", "Verweise", "Références", "Referencias"):
            cut = i
            break
    if cut < len(lines) and not any(
        "://" in line.text or line.text[:1].isdigit() for line in lines[cut + 1 : cut + 6]
    ):
        cut = len(lines)
    numbered = cut < len(lines) or marked * 5 > len(lines)
    if not numbered:
        return lines, []
    kept = []
    for line in lines[:cut]:
        if "[" in line.text:
            text = pattern(r"#?\[\d{1,4}\]").sub("", line.text).strip()
            text = " ".join(text.split())
            if not text:
                text = line.text
            line = Line(text, line.start, line.end, line.gap, line.indent)
        kept.append(line)
    return unwrapped(kept, lines[:cut]) or kept, lines[cut:]


_OPEN_END = frozenset(
    """the a an of in on at to for by with from and or but as that which who is are was were be been has have had said
    says told tells called including about after before while when where this these those his her its their our your
    my than into over under between against during through per via not also der die das den dem ein eine und oder mit
    von für auf aus bei le la les un une des du de et ou en à au aux el los las del y o con
    por para che di il lo""".split()
)


def _join_broken(lines: list[Line]) -> list[Line]:
    """Join fragments of one sentence that stand on lines of their own."""
    result: list[Line] = []
    group = [lines[0]]
    size = len(lines[0].text)
    for k in range(1, len(lines)):
        if k > 1 and lines[k].gap == 0 and _goes_on(lines, k, size):
            group.append(lines[k])
            size += len(lines[k].text)
        else:
            result.append(_join(group))
            group = [lines[k]]
            size = len(lines[k].text)
    result.append(_join(group))
    return result


def _goes_on(lines: list[Line], k: int, size: int) -> bool:
    """Whether line `k` goes on with the sentence of the line before it."""
    a, b = lines[k - 1].text, lines[k].text
    if b[0] in ",.;:)”’!?%" and not b.startswith("...") and a[-1] not in ".!?":
        return True
    if a[-1] in '.!?:”"|»':
        return False
    word = a.rsplit(None, 1)[-1].lower()
    open_end = word in _OPEN_END or a[-1] in ",(“‘-–—&" or (a[-1] == '"' and a.endswith(' "'))
    if b[0].islower():
        # A link text in lower case: only behind running text.
        return open_end or (size >= 30 and " " in a) or len(b) > 50 or (size >= 12 and b.count(" ") >= 3)
    if open_end and (size > 24 or len(b) > 40):
        return True
    # He told / Reuters / that …
    after = lines[k + 1].text if k + 1 < len(lines) and lines[k + 1].gap == 0 else ""
    if open_end and after[:1].islower() and after.count(" ") >= 3 and len(b) < 60:
        return True
    return bool(
        after
        and size > 40
        and len(b) < 80
        and a[-1].isalnum()
        and a.count(" ") > 4
        and (after[0].islower() or after[0] in ",.;)’")
    )


def _join(group: list[Line]) -> Line:
    if len(group) == 1:
        return group[0]
    parts = [group[0].text]
    for line in group[1:]:
        if (
            line.text[0] not in ",.;:)”’!?%"
            and parts[-1][-1] not in "(“‘"
            and takes_space(parts[-1], line.text)
        ):
            parts.append(" ")
        parts.append(line.text)
    first = group[0]
    return Line("".join(parts), first.start, group[-1].end, first.gap, first.indent)
