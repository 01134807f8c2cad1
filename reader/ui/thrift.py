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
from functools import lru_cache
from typing import Any, ClassVar, NamedTuple

from textual.driver import Driver

from reader.ui.widgets.reading.cells import is_narrow

_MOVE = re.compile(r"\n?\x1b\[(\d{1,5});(\d{1,5})H")
_STEP = re.compile(r"\n?\x1b\[(?:(\d{1,5});(\d{1,5})H|([0-9;]*)m)")
_LOOK = r"\x1b\[0m((?:\n|\x1b\[[0-9]{1,5};[0-9]{1,5}H)*+)(?:\x1b\[([1-9][0-9;]*)m)?|\x1b\[([0-9;]*)m"
_JUMP = 12  # characters that it takes to skip a run and to come back to it
_FEW = 512  # characters of a frame that are sent as they are: to save some would cost a twentieth of a key
_ERASED = 7  # blanks from which on erasing them is shorter than sending them
# What switches an attribute off again: bold and dim share a switch.
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "8": "28", "9": "29", "21": "24"}


@lru_cache(1024)
def _flat(look: str) -> bool:
    """Whether a blank in `look` is nothing but its background."""
    parts = _parts(look)
    return parts is not None and parts[2].isdisjoint(("4", "7", "9", "21"))


class _Run(NamedTuple):
    row: int
    col: int
    look: str
    text: str


def thrifty(frame: str, erasing: bool = False) -> str:
    """`frame`, which shows the same with fewer characters. It begins and ends in the terminal's plain look.

    `erasing`: long runs of blanks may be erased instead of written.
    """
    read = _read(frame)
    if read is None:
        return _in_order(frame)
    runs, last = read
    sent = _by_look(runs, erasing) + last
    return sent if len(sent) <= len(frame) else frame  # of a few signs there is nothing to save


def _read(frame: str) -> tuple[list[_Run], str] | None:
    """What a frame writes where, and the move at its end.

    None if it does anything else, writes to a place twice, or holds characters that terminals do not agree
    on: what stands behind one of those must follow it.
    """
    start = _MOVE.match(frame)
    if start is None:
        return None
    runs: list[_Run] = []
    ends: dict[int, int] = {}
    look, at, move = "", 0, ""
    row = col = 0
    for step in _STEP.finditer(frame):
        text = frame[at : step.start()]
        at = step.end()
        if text:
            if not is_narrow(text) or not text.isprintable() or col < ends.get(row, 0):
                return None
            runs.append(_Run(row, col, look, text))
            col += len(text)
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


def _by_look(runs: list[_Run], erasing: bool) -> str:
    """The characters that write `runs`, and the plain look again."""
    if not runs:
        return ""
    base = Counter(run.look for run in runs).most_common(1)[0][0]
    groups: dict[str, list[_Run]] = {base: []}
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
            if erasing and blank >= _ERASED and _flat(run.look):
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


@lru_cache(4096)
def difference(before: str, after: str) -> str:
    """The sequence that turns the look with the codes `before` into the one with the codes `after`."""
    if before == after:
        return ""
    if not after:
        return "\x1b[0m"
    if not before:
        return f"\x1b[{after}m"
    full = f"\x1b[0;{after}m"
    old, new = _parts(before), _parts(after)
    if old is None or new is None:
        return full
    ink, ground, looks = new
    switches = {_OFF[look] for look in old[2] - looks}
    codes = sorted(switches)
    codes += sorted(look for look in looks if look not in old[2] or _OFF[look] in switches)
    if ink != old[0]:
        codes.append(ink or "39")
    if ground != old[1]:
        codes.append(ground or "49")
    short = f"\x1b[{';'.join(codes)}m" if codes else ""
    return min(short, full, key=len)


@lru_cache(4096)
def _parts(codes: str) -> tuple[str, str, frozenset[str]] | None:
    """(foreground, background, attributes) of a look, None when it has more than these."""
    ink = ground = ""
    looks = set()
    left = iter(codes.split(";") if codes else ())
    for code in left:
        if code in ("38", "48"):
            kind = next(left, "")
            rest = [next(left, "") for _ in range({"5": 1, "2": 3}.get(kind, 0))]
            if not rest or not all(rest):
                return None
            code = ";".join((code, kind, *rest))
        if code in _OFF:
            looks.add(code)
        elif code.startswith("38;") or (
            code.isdecimal() and (30 <= int(code) <= 37 or 90 <= int(code) <= 97)
        ):
            ink = code
        elif code.startswith("48;") or (
            code.isdecimal() and (40 <= int(code) <= 47 or 100 <= int(code) <= 107)
        ):
            ground = code
        else:
            return None
    return ink, ground, frozenset(looks)


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
        super().write(thrifty(data, self.erasing) if len(data) > _FEW else data)  # type: ignore[safe-super]


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
