"""Where a name ends: days, letters and courtesies off it, generation marks, nicknames and children's marks with it."""

from __future__ import annotations

from collections.abc import Sequence

from reader.detect.lexicon import HONOURS, NOT_NAMES, SPEECH, entries
from reader.detect.people.rules import plain
from reader.detect.people.tokens import OWNER
from reader.detect.people.word_lists import shipped_lists

# What ends a Central Asian or Azeri name behind the father's: "Makhabat Tajibek kyzy".
_CHILD_OF = frozenset("kyzy kizi qizi gizi qızı gyzy uulu uly ogly oglu oghlu oğlu ogli oʻgʻli".split())
# Whose names have a number.
_CROWNED = frozenset(
    """king queen prince princess emperor empress pope tsar czar sultan shah emir caliph patriarch kaiser duke nana oba
    ooni alaafin otumfuo asantehene""".split()
)
_SMALL = frozenset("de del dela delos da das do dos di la van von der den bin ibn al el".split())
_GENERATIONS = frozenset(
    ("jr", "sr", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xvi")
)

# What a box score puts behind a player: "O'Neill RF,".
_BEHIND_A_PLAYER = frozenset("RF CF LF SS DH C P PH PR".split())


def back(words: Sequence[str], first: int, last: int) -> int:
    """Where the name from token `first` ends that the tagger had end before token `last`."""
    peoples, family = entries("demonyms"), entries("surnames")
    while last - 1 > first:
        tail = plain(words[last - 1])
        if not (
            tail in _TIMES
            or _is_a_headlines_verb(words, first, last)
            or (last - first > 2 and tail in peoples and tail not in family and not _is_subject(words, last))
            or tail in _COURTESY
            or (words[last - 1] in _BEHIND_A_PLAYER and last < len(words) and words[last] in (",", ";"))
            or (
                tail in HONOURS
                and words[last - 1].isupper()
                and not words[first].isupper()
                and not (tail == "kc" and last - first == 2 and plain(words[first]) not in family)
            )
            or (
                words[last - 1] in ("W", "L", "S") and last < len(words) and words[last] == ","
            )  # "Rapp L,4-6"
            or (tail in _CAPTIONS and last < len(words) and words[last] in (":", ")", "/"))
        ):
            break
        last -= 1
    if last < len(words) and last - first > 0:
        word = plain(words[last])
        if word in _CHILD_OF and words[last][0].islower():
            last += 2 if last + 1 < len(words) and words[last + 1][0].isupper() else 1
        elif (
            word in _GENERATIONS and (len(word) > 1 or words[last] in ("V", "X")) and words[last][0].isupper()
        ) or (words[last] == "I" and plain(words[first - 1] if first else "") in _CROWNED):
            last += 1
        elif words[last] == "," and last + 1 < len(words) and plain(words[last + 1]) in ("jr", "sr"):
            last += 2
    return last


def _is_subject(words: Sequence[str], last: int) -> bool:
    """Whether what follows a name says that it ends there: "Abdul Ghani Baloch said"."""
    after = words[last] if last < len(words) else ""
    return after in SPEECH or after in OWNER


def _is_a_headlines_verb(words: Sequence[str], first: int, last: int) -> bool:
    """Whether the last of three words or more is a verb with a capital: "Lamorne Morris [Relates] to"."""
    tail, lists = plain(words[last - 1]), shipped_lists()
    if (
        last - first < 3
        or tail[-1:] != "s"
        or words[last : last + 1] == []
        or words[last] not in _BEHIND_VERBS
    ):
        return False
    names = (lists.family, lists.given, lists.rarer_family, lists.rarer_given)
    verb = any(form in lists.common for form in (tail, tail[:-1], tail[:-2]))
    return verb and not any(tail in known for known in names)


_BEHIND_VERBS = frozenset("to for at of in on with as over by from into about".split())
# What stands behind a name out of politeness: "Tahir Bey".
_COURTESY = frozenset("bey hanım hanim efendi usta agha sahib saheb sahab".split())
_TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december today yesterday tomorrow""".split()
)


_CAPTIONS = frozenset("image photo photos picture pictured video file courtesy illustration".split())


def closed(words: Sequence[str], first: int, last: int) -> int:
    """Where a name ends whose last word is a nickname in quotation marks: "Mohamed Ali “Gaas”"."""
    inside = words[first + 1 : last]
    opened = "“" in inside or inside.count('"') % 2 == 1
    if not opened or "”" in inside or words[last : last + 1] not in (["”"], ['"']):
        return last
    end = last + 1
    while end < len(words) and end - last < 4 and words[end] in _SMALL:
        end += 1
    known = shipped_lists()
    first_word = end
    while end < len(words) and end - first_word < 2 and words[end].istitle():
        word = plain(words[end])
        if word in NOT_NAMES or (word in known.common and end == last + 1):
            break
        end += 1
    return end if end > first_word else last + 1  # 'Ronald "Bato" dela Rosa'
