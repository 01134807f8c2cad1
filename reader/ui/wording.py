"""Small phrases the screens share: dates, counts, values of figures, references. Pure functions on records."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from errno import EDQUOT, ENOSPC
from pathlib import PurePath

from rich.cells import set_cell_size

from reader.library.wording import MONTHS
from reader.library.wording import count as count  # the screens have it from here
from reader.model import Problem
from reader.text import in_quotes, one_line
from reader.ui.widgets.reading.cells import cells, graphemes, is_narrow, most_cells, room_for

#: What a note is about that has no passage.
WHOLE = "The whole article"


def day(published: str | None) -> str:
    """`2026-01-05T…` → `5 Jan 2026`; anything else as it is, "" for nothing."""
    if not published:
        return ""
    try:
        when = date.fromisoformat(published[:10])
    except ValueError:
        return one_line(published)
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def days(first: str | None, last: str | None) -> str:
    """The days from the first to the last, once when they are one; "" for none."""
    return " – ".join(dict.fromkeys(day(d) for d in (first, last) if d))


def counted(notes: int, articles: int) -> str:
    """`2 notes and 1 article`; what there is none of is left out, unless there is nothing."""
    parts = [
        count(notes, "note") if notes or not articles else "",
        count(articles, "article") if articles else "",
    ]
    return " and ".join(filter(None, parts))


def passage(exact: str) -> str:
    """What a note is about: its quote, on one line, or the article."""
    return in_quotes(exact) if exact.strip() else WHOLE


def brief(text: str, most: int = 40) -> str:
    """`text` on one line, cut with an ellipsis when it has more than `most` characters."""
    flat = one_line(text)
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def listed(names: Sequence[str], most: int = 2) -> str:
    """`Ana, Rui and 3 more`: the first names, each brief, and how many are not told."""
    told = [brief(name) for name in names[:most]]
    if more := len(names) - len(told):
        return f"{', '.join(told)} and {more} more"
    return " and ".join(told)


def told(error: object) -> str:
    """What went wrong, the reason first: a line that is too narrow cuts the name of the file, not the way out."""
    problem = getattr(error, "problem", error)
    if isinstance(problem, OSError) and problem.strerror:
        way_out = "; make room there" if problem.errno in (ENOSPC, EDQUOT) else ""
        problem = Problem(str(problem.filename or ""), 0, problem.strerror + way_out)
    if not isinstance(problem, Problem):
        return str(error) or type(error).__name__
    name = PurePath(problem.file).name
    where = f"{name}:{problem.line}" if problem.line else name
    return f"{problem.message} ({where})" if where else problem.message


def not_done(error: object, what: str = "saved") -> str:
    """That something is not `what` ("saved", "deleted"), and why."""
    return f"NOT {what}: {told(getattr(error, 'reason', error))}"


_WORD = 16  # a longer word may be cut


def clip_around(text: str, start: int, end: int, width: int) -> tuple[str, str, str]:
    """`text` in about `width` cells around `[start, end)`: (before, the stretch, after), with ellipses."""
    flat = text.replace("\n", " ")
    if not is_narrow(flat):
        width = width * len(flat) // max(cells(flat), 1)
    room = max(width - (end - start), 0)
    before, after = flat[:start], flat[end:]
    if len(before) + len(after) > room:
        lead = min(len(before), max(room // 3, room - len(after)))
        if lead < len(before):
            kept = before[len(before) - lead + 1 :] if lead > 1 else ""
            word = kept.find(" ", 0, _WORD)  # not in the middle of a word
            before = "…" + (kept[word + 1 :] if word >= 0 else kept)
        tail = max(room - len(before), 0)
        if tail < len(after):
            kept = after[: max(tail - 1, 0)]
            word = kept.rfind(" ", max(0, len(kept) - _WORD))
            after = (kept[:word] if word >= 0 and not after[len(kept)].isspace() else kept.rstrip()) + "…"
    return before, flat[start:end], after


def wrap_words(text: str, width: int, limit: int) -> list[str]:
    """`text` in at most `limit` lines of `width` cells, the last one cut with an ellipsis."""
    width = max(width, 4)
    lines: list[str] = []
    for part in text.split("\n"):
        rest = part.strip()
        while (most := _most(rest, width)) < len(rest):
            cut = rest.rfind(" ", 1, most + 1)
            cut = cut if cut > 0 else most
            lines.append(rest[:cut])
            rest = rest[cut:].lstrip()
            if len(lines) > limit:
                break
        lines.append(rest)
        if len(lines) > limit:
            break
    if len(lines) > limit:
        lines = lines[:limit]
        lines[-1] = lines[-1][: _most(lines[-1], width - 1)] + "…"
    return lines


def _most(text: str, width: int) -> int:
    """How many characters of `text`, from the first on, have room in `width` cells."""
    if len(text) <= width // 2:
        return len(text)
    start = text[: width + 1]
    if is_narrow(start):
        return min(len(text), width)
    head = text[: 2 * width + 2]
    starts, sizes = graphemes(head)
    used = 0
    for start_of, size in zip(starts, room_for(head, starts, sizes)):
        used += size
        if used > width:
            return max(start_of, 1)
    return min(len(text), 2 * width + 2)


def fit(text: str, width: int) -> str:
    """`text` in exactly `width` cells: cut with an ellipsis, or filled up."""
    if text.isascii():
        return text.ljust(width) if len(text) <= width else text[: max(width - 1, 0)] + "…"[:width]
    if most_cells(text) > width:
        text = text[: _most(text, width - 1)] + "…"[:width] if width > 1 else "…"[:width]
    return set_cell_size(text, width)
