"""Looks of characters as a terminal is told them: SGR codes, and the shortest way from one to another (ECMA-48)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

# What switches an attribute off again: bold and dim share a switch.
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "8": "28", "9": "29", "21": "24"}


class Run(NamedTuple):
    """Characters of one look, and where a frame writes them."""

    row: int
    col: int
    look: str
    text: str


@lru_cache(1024)
def flat(look: str) -> bool:
    """Whether a blank in `look` is nothing but its background."""
    parts = _parts(look)
    return parts is not None and parts[2].isdisjoint(("4", "7", "9", "21"))


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
