"""Fewer bytes to the terminal: a frame tells each look once, not wherever it occurs.

Textual sends a frame row by row, closes every run of characters with a reset and opens the next one with all
its colours. Of a page of text with marks that is half of what is sent. Here what has one look is sent
together, skipping over what has others, and a look is told by its difference from the one before (ECMA-48,
select graphic rendition). Nobody sees the order: the terminal shows a frame when it is whole.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from typing import Any, ClassVar

from textual.driver import Driver

from reader.ui.anchored import anchored, disputed
from reader.ui.looks import Run, difference, flat
from reader.ui.widgets.reading.cells import cells, is_narrow

_MOVE = re.compile(r"\n?\x1b\[(\d{1,5});(\d{1,5})H")
_STEP = re.compile(r"\n?\x1b\[(?:(\d{1,5});(\d{1,5})H|([0-9;]*)m)")
_LOOK = r"\x1b\[0m((?:\n|\x1b\[[0-9]{1,5};[0-9]{1,5}H)*+)(?:\x1b\[([1-9][0-9;]*)m)?|\x1b\[([0-9;]*)m"
_JUMP = 12  # characters that it takes to skip a run and to come back to it
_FEW = 512  # characters of a frame that are sent as they are: to save some would cost a twentieth of a key
_ERASED = 7  # blanks from which on erasing them is shorter than sending them


def thrifty(frame: str, erasing: bool = False) -> str:
    """`frame`, which shows the same with fewer characters. It begins and ends in the terminal's plain look.

    `erasing`: long runs of blanks may be erased instead of written.
    """
    read = _read(frame)
    if read is None:
        return _in_order(frame)
    runs, last = read
    if not is_narrow("".join([run.text for run in runs])):
        return anchored(runs) + last if disputed(frame) else _in_order(frame)
    sent = _by_look(runs, erasing) + last
    return sent if len(sent) <= len(frame) else frame  # of a few signs there is nothing to save


def _read(frame: str) -> tuple[list[Run], str] | None:
    """What a frame writes where, and the move at its end; None if it does anything else or writes to a place twice."""
    start = _MOVE.match(frame)
    if start is None:
        return None
    runs: list[Run] = []
    ends: dict[int, int] = {}
    look, at, move = "", 0, ""
    row = col = 0
    for step in _STEP.finditer(frame):
        text = frame[at : step.start()]
        at = step.end()
        if text:
            if col < ends.get(row, 0) or not _is_printable(text):
                return None
            runs.append(Run(row, col, look, text))
            col += cells(text)
            ends[row] = col
            move = ""
        down, right, codes = step.groups()
        if down:
            row, col = int(down), int(right)
            move = step[0].lstrip("\n")
        elif step[0][0] == "\n":
            return None
        else:
            look = "" if codes == "0" else codes if not look else "?"
            if look == "?":
                return None
    return (runs, move) if at == len(frame) and move and not look else None


def _is_printable(text: str) -> bool:
    """Whether nothing in `text` acts on a terminal; what joins letters does not."""
    return text.isprintable() or text.replace("\u200c", "").replace("\u200d", "").isprintable()


def _by_look(runs: list[Run], erasing: bool) -> str:
    """The characters that write `runs`, and the plain look again."""
    if not runs:
        return ""
    base = Counter(run.look for run in runs).most_common(1)[0][0]
    groups: dict[str, list[Run]] = {base: []}
    for run in runs:
        near = len(difference(base, run.look)) + len(difference(run.look, base)) <= _JUMP
        groups.setdefault(base if near else run.look, []).append(run)
    sent, now = [], ""
    row = col = 0
    for group in groups.values():
        for run in group:
            if run.row != row:
                sent.append(f"\x1b[{run.row};{run.col}H")
            elif run.col > col:
                sent.append(f"\x1b[{run.col - col}C" if run.col - col > 1 else "\x1b[C")
            elif run.col < col:
                sent.append(f"\x1b[{run.row};{run.col}H")
            if run.look != now:
                sent.append(difference(now, run.look))
                now = run.look
            text = run.text
            blank = len(text) - len(text.rstrip(" "))
            if erasing and blank >= _ERASED and flat(run.look):
                text = text[: len(text) - blank]
                sent.append(f"{text}\x1b[{blank}X")
            else:
                sent.append(text)
            row, col = run.row, run.col + len(text)
    return "".join(sent) + difference(now, "")


def _in_order(frame: str) -> str:
    """`frame` as it is, but for resets that another look follows."""
    before: str | None = ""  # what is switched on; None: not known

    def shorter(found: re.Match[str]) -> str:
        nonlocal before
        moves, codes, alone = found.groups()
        if alone is not None:
            before = alone if before == "" else None
            return found[0]
        if codes is None or before is None:
            before = codes or ""
            return found[0]
        last, before = before, codes
        return moves if last == codes else moves + difference(last, codes)

    return re.sub(_LOOK, shorter, frame)


class Thrift(Driver):
    """What a driver writes, thriftily. `erasing` is for all: there is one terminal."""

    erasing: ClassVar[bool] = False

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        # Textual paints on stderr; `reader 2>log` is no wish to see nothing.
        if hasattr(self, "_file") and not (sys.__stderr__ and sys.__stderr__.isatty()):
            self._file = sys.__stdout__

    def write(self, data: str) -> None:
        """Write a frame, or a control sequence."""
        long = len(data) > _FEW or (not data.isascii() and disputed(data))
        super().write(thrifty(data, self.erasing) if long else data)  # type: ignore[safe-super]


def thrifty_driver(driver: type[Driver]) -> type[Driver]:
    """`driver`, thriftily."""
    return type(f"Thrifty{driver.__name__}", (Thrift, driver), {})


def ask_terminal() -> None:
    """Find out (from terminfo, so not before the first frame is out) whether blanks may be erased.

    They may where the terminal erases with the background of the moment, `bce`.
    """
    import curses

    try:
        curses.setupterm(fd=1)
        same = curses.tigetflag("bce") == 1 and curses.tigetstr("ech") == b"\x1b[%p1%dX"
    except curses.error:  # a terminal that nobody knows
        same = False
    Thrift.erasing = same
