"""Two names of one person: by what the text says ("Abu Omar al-Shishani, also known as Tarkhan Batirashvili") or by
what everybody knows (Hemedti is Mohamed Hamdan Dagalo).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reader.detect.lexicon import DATA
from reader.detect.mention import Mention
from reader.detect.spelling import parts_of

#: The words between the two names are fewer characters than this.
_GAP = 60
_QUOTE = r"[\s:,“\"‘'`]*(?:the\s)?"
_ANYWHERE = (
    r"(?:(?:also|better|widely|commonly|otherwise)\sknown(?:\s(?:simply|online|locally))?\s(?:as|by)"
    r"|alias|aka|a\.k\.a\.)"
)
_ASIDE = (
    r"(?:(?:who\s(?:is|was)\s)?(?:formerly\s)?known(?:\sto\s\w+)?\sas|nicknamed|dubbed|code-?named|n[ée]e|born"
    r"|(?:his|her)?\s?nom\sde\sguerre|whose\s(?:real|birth|given|full)\sname\s(?:is|was)|(?:his|her)?\s?real\sname)"
)
_BETWEEN = re.compile(rf"[\s,;.(]*{_ANYWHERE}{_QUOTE}|\s?[,(]\s?{_ASIDE}{_QUOTE}", re.IGNORECASE)


def aliases(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the indexes of neighbouring `mentions` (sorted by start) that are two names of one person."""
    for at in range(len(mentions) - 1):
        start, end = mentions[at].end, mentions[at + 1].start
        if 3 < end - start < _GAP and _BETWEEN.fullmatch(text, start, end):
            yield at, at + 1


def number_of_renowned(parts: tuple[str, ...]) -> int | None:
    """The number of the person in `data/renowned.txt` who has a name of these parts, None for nobody."""
    return _renowned().get(parts)


@cache
def _renowned() -> dict[tuple[str, ...], int]:
    lines = (DATA / "renowned.txt").read_text(encoding="utf-8").splitlines()
    known: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(lines):
        if line[0] != "#":
            for name in line.split(";"):
                known.setdefault(parts_of(name.strip()), number)
    return known
