"""Two names of one person: by what the text says ("Abu Omar al-Shishani, also known as Tarkhan Batirashvili") or by
what everybody knows (Hemedti is Mohamed Hamdan Dagalo).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from string import ascii_letters

from reader.detect.lexicon import DATA, TITLES
from reader.detect.people.initials import called_by_letters
from reader.detect.people.mention import Mention
from reader.detect.people.rules import plain
from reader.detect.people.spelling import OPENS_KUNYA, parts_of

#: The words between the two names are fewer characters than this.
_GAP = 80
_BRACKETS = (" (", " (“", ' ("', " (``", " ('", " (‘")
_QUOTE = r"[\s:,“\"‘'`]*(?:the\s)?"
# "also known as", "better known to friends as", "alias", "call sign", "real name": alone they tie two names together.
_KNOWN = r"known(?:,?\s[\w'’]+){0,7}?\s(?:as|by)(?:\sSheikh)?"
_KIND_OF_NAME = (
    r"(?:(?:real|true|civil|full|birth|given|legal|pen|stage)\sname|names?\sand\ssurname|nom\sde\sguerre|nickname"
    r"|call\s?sign|code\s?name|pseudonym)(?:\s(?:of|is|was(?:\sreally)?))?"
)
_ANYWHERE = (
    rf"(?<!\w)(?:(?:also|better|best|widely|commonly|popularly|otherwise|locally)\s(?:{_KNOWN}|called|spell?ed|written)"
    r"|alias(?:\sof)?|a\.?k\.?a\.?|a/k/a|i\.e\.)"
)
# The same with a comma, a bracket or a dash before it.
_ASIDE = (
    rf"(?:(?:who\s(?:is|was)\s)?(?:formerly\s|later\s)?{_KNOWN}|who\s(?:goes|went)\sby|who\s(?:fought|writes|wrote)\sas"
    r"|who\sis\scalled|who\s(?:calls|signs)\s(?:him|her)self|whose\sname\s(?:is|was)(?:\sreally)?|whom(?:\s[\w'’]+){1,4}\s(?:calls?|called|kn[eo]w\sas)"
    rf"|nicknamed|called|dubbed|code-?named|n[ée]e?|born|(?:(?:his|her|whose)\s)?{_KIND_OF_NAME},?)"
)
# A word or two about the person: "barber", "37", "a widow".
_ABOUT = r"(?:,\s[^,;.()“”\"]{1,40})?"
_BETWEEN = re.compile(
    rf"{_ABOUT}[\s,;.(–—-]*{_ANYWHERE}{_QUOTE}|{_ABOUT}\s?[,(–—-]+\s?{_ASIDE}{_QUOTE}"
    rf"|(?:,|\s--|\s[–—-])\s[^,;.()“”\"]{{1,40}}?,?\s(?:(?:whose\s)?{_KIND_OF_NAME}|nicknamed|known\sas){_QUOTE}|['’]s\s{_KIND_OF_NAME}{_QUOTE}|[\s,;.(]*{_KIND_OF_NAME}:\s?[“\"]?",
    re.IGNORECASE,
)
# "Mahsa Amini – Jina to her Kurdish family": a name for some only.
_DASHES = re.compile(r"(?:,| [–—-]| --)\s[“\"‘'`]{0,2}")
_FOR_SOME = re.compile(r"[,”\"’']{0,2}\sto\s(?:his|her|their|friends|family|us|all)\b")
# "Abdi Mohamoud Omar, as Iley is formally called".
_AS = re.compile(r",\sas\s")
_IS_CALLED = re.compile(r"\s(?:is|was|had\sbeen)\s(?:\w+ly\s|better\s|also\s)?(?:called|known|named)\b")
_CALLED_SO = ((_DASHES, _FOR_SOME), (_AS, _IS_CALLED))
# Where a text speaks of such names, one in brackets behind another is the same person's.
_SPOKEN_OF = re.compile(
    r"\b(?:noms?\sde\sguerre|a\.k\.a\.|alias|code\s?names?|kunya|civil\sname)\b", re.IGNORECASE
)
_CLOSED = re.compile(r"[”\"'’]{0,2}\)|[”\"]\s|\s(?:in|on|to)\s[^()\n]{1,40}\)")
# "and", with or without who the other is: ", his wife ", " and first lady ".
_TOGETHER = re.compile(
    r",?\s(?:and|&)\s(?:(?:his|her|the)\s)?(?:[Ff]irst\s[Ll]ady|wife|husband|Mr?s\.?|Mr\.?|brother|sister|son|daughter)?\s?"
)
_KUNYA = re.compile(rf"(?:{'|'.join(sorted(OPENS_KUNYA))})[ -]")


def aliases(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the indexes of neighbouring `mentions` (sorted by start) that are two names of one person."""
    spoken_of: bool | None = None
    yield from called_by_letters(mentions)
    for at in range(len(mentions) - 1):
        one, other = mentions[at], mentions[at + 1]
        if (known_as := _born(text, mentions, at)) is not None:
            yield at, known_as
        gap = _without_title(text[one.end : other.start]) if other.start - one.end < _GAP else ""
        if len(gap) > 3 and _BETWEEN.fullmatch(gap) and text[other.end : other.end + 2] not in ("'s", "’s"):
            yield at, at + 1
        elif gap in _BRACKETS and _CLOSED.match(text, other.end):
            if spoken_of is None:
                spoken_of = _SPOKEN_OF.search(text) is not None
            full = " " in one.text and " " in other.text
            if gap != " (" or (
                full and (spoken_of or _is_kunya(one) is not _is_kunya(other) or _share_a_part(one, other))
            ):
                yield at, at + 1
        elif gap and any(g.fullmatch(gap) and behind.match(text, other.end) for g, behind in _CALLED_SO):
            yield at, at + 1


def _born(text: str, mentions: Sequence[Mention], at: int) -> int | None:
    """Who goes by another name than that of mention `at`, "Born Isidore Katz in Minsk, Gershwin"; None if none."""
    start = mentions[at].start
    if text[max(0, start - 5) : start] != "Born " or text[max(0, start - 7) : start - 5].strip(" \n") not in (
        "", ".", "”",
    ):  # fmt: skip
        return None
    for other in range(at + 1, min(at + 4, len(mentions))):
        gap = text[mentions[at].end : mentions[other].start]
        if len(gap) > 2 * _GAP or re.search(r"[.?!]\s+[A-Z]|\n\s*\n", gap):
            return None
        if _without_title(gap).endswith((", ", ",\n")):
            return other
    return None


def couples(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the indexes of neighbours of one family name who are two people: "Clinton and Hillary Rodham Clinton"."""
    for at, (one, other) in enumerate(pairwise(mentions)):
        gap = text[one.end : other.start] if other.start - one.end < _GAP else ""
        one_is_short = (" " in one.text) is not (" " in other.text)
        if one_is_short and _TOGETHER.fullmatch(gap) and parts_of(one.text)[-1] == parts_of(other.text)[-1]:
            yield at, at + 1


def _without_title(gap: str) -> str:
    """What stands between two names without a title before the second: "(“Haji" of "(“Haji Taysir”)"."""
    head, _, word = gap[:-1].rpartition(" ") if gap[-1:] == " " else ("", "", "")
    opening = word.rstrip(f"{ascii_letters}.")
    bare = word[len(opening) :]
    return f"{head} {opening}" if bare[:1].isupper() and plain(bare) in TITLES else gap


def _is_kunya(mention: Mention) -> bool:
    return _KUNYA.match(mention.text) is not None


def _share_a_part(one: Mention, other: Mention) -> bool:
    """Whether one part of both names is the same, as in "Eddie Wu (Wu Yongming)"."""
    return not set(parts_of(one.text)).isdisjoint(parts_of(other.text))


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
