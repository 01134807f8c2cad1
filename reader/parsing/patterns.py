"""Patterns of lines, compiled when they are first needed, and the plainest of them."""

from __future__ import annotations

import re
from functools import cache

has_digit = re.compile(r"\d").search
has_year = re.compile(r"\b(?:19|20)\d\d\b").search
#: Small words inside names and headlines.
SMALL = frozenset(
    """a an the of in on for to and or but nor at by as from with von van de der den del di da la le el al bin ibn
    du e y und et""".split()
)


@cache
def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """A compiled pattern, compiled when it is first needed: most files need few."""
    return re.compile(source, flags)
