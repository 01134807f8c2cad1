"""Fewer bytes to the terminal: of the looks of a frame only what changes is sent.

Textual closes every run of characters with a reset and opens the next one with all its colours. Of a page of
text with marks that is half of what is sent. Here a reset that another look follows is left out, and the
look is told by its difference from the one before (ECMA-48, select graphic rendition).
"""

from __future__ import annotations

import re
from functools import lru_cache

from textual.driver import Driver

_LOOK = re.compile(
    r"\x1b\[0m((?:\n|\x1b\[[0-9]{1,5};[0-9]{1,5}H)*+)(?:\x1b\[([1-9][0-9;]*)m)?|\x1b\[([0-9;]*)m"
)
# What switches an attribute off again: bold and dim share a switch.
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "8": "28", "9": "29", "21": "24"}


def thrifty(frame: str) -> str:
    """`frame`, which shows the same with fewer characters. It begins and ends in the terminal's plain look."""
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

    return _LOOK.sub(shorter, frame)


@lru_cache(4096)
def difference(before: str, after: str) -> str:
    """The sequence that turns the look with the codes `before` into the one with the codes `after`."""
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
    """What a driver writes, thriftily."""

    def write(self, data: str) -> None:
        """Write a frame, or a control sequence."""
        super().write(thrifty(data) if len(data) > 64 else data)  # type: ignore[safe-super]


def thrifty_driver(driver: type[Driver]) -> type[Driver]:
    """`driver`, thriftily."""
    return type(f"Thrifty{driver.__name__}", (Thrift, driver), {})
