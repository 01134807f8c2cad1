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
_BRACKETS = (" (", " (“", ' ("', " (``")
_QUOTE = r"[\s:,“\"‘'`]*(?:the\s)?"
_ANYWHERE = (
    r"(?:(?:also|better|widely|commonly|otherwise)\sknown(?:\s(?:simply|online|locally))?\s(?:as|by)"
    r"|alias|aka|a\.k\.a\.)"
)
_ASIDE = (
    r"(?:(?:who\s(?:is|was)\s)?(?:formerly\s)?known(?:\sto\s\w+)?\sas|nicknamed|dubbed|code-?named|n[ée]e|born"
    r"|(?:his|her)?\s?(?:nom\sde\sguerre|civil\sname)|whose\s(?:real|birth|given|full)\sname\s(?:is|was)|(?:his|her)?\s?real\sname)"
)
# "Nom de guerre: Tolhildan Reqa. Name and surname: Hisên El Ehmed."
_FORM = r"(?:(?:real|civil|full|birth)\sname|name\sand\ssurname)"
_BETWEEN = re.compile(
    rf"[\s,;.(]*{_ANYWHERE}{_QUOTE}|\s?[,(]\s?{_ASIDE}{_QUOTE}|[\s,;.(]*{_FORM}:\s?[“\"]?", re.IGNORECASE
)
# Where a text speaks of such names, one in brackets behind another is the same person's.
_SPOKEN_OF = re.compile(
    r"\b(?:noms?\sde\sguerre|a\.k\.a\.|alias|code\s?names?|kunya|civil\sname)\b", re.IGNORECASE
)
_KUNYA = re.compile(r"(?:Abu|Abou|Umm)[ -]")


def aliases(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the indexes of neighbouring `mentions` (sorted by start) that are two names of one person."""
    spoken_of: bool | None = None
    for at in range(len(mentions) - 1):
        one, other = mentions[at], mentions[at + 1]
        gap = text[one.end : other.start] if other.start - one.end < _GAP else ""
        if len(gap) > 3 and _BETWEEN.fullmatch(gap):
            yield at, at + 1
        elif gap in _BRACKETS and text[other.end : other.end + 2].lstrip("”\"'’")[:1] == ")":
            if spoken_of is None:
                spoken_of = _SPOKEN_OF.search(text) is not None
            full = " " in one.text and " " in other.text
            if gap != " (" or (full and (spoken_of or _is_kunya(one) is not _is_kunya(other))):
                yield at, at + 1


def _is_kunya(mention: Mention) -> bool:
    return _KUNYA.match(mention.text) is not None


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
