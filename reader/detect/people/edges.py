"""Where a name begins: titles, peoples and trades off its front; its end is found by `ends`."""

from __future__ import annotations

from collections.abc import Sequence

from reader.detect.lexicon import (
    ACRONYMS,
    PARTICLES,
    ROLES,
    STATES,
    THINGS,
    TITLE_PARTS,
    TITLES,
    entries,
)
from reader.detect.people.beside import RULERS
from reader.detect.people.ends import back, closed
from reader.detect.people.honorifics import honorific, is_at_home, is_mere_title
from reader.detect.people.mention import Mention
from reader.detect.people.rules import is_capitalised, is_title, plain, says
from reader.detect.people.spelling import OPENS_KUNYA
from reader.detect.people.tokens import OWNER, Tokens
from reader.detect.people.word_lists import shipped_lists

# Titles that are given or family names too: cut off only where more than one word follows or none is a given name.
_NAME_OR_TITLE = frozenset(
    """don king prince shah khan bey agha pasha judge dean duke earl hajji haji guru lama baron marshal major bishop
    pope father abbot sultan emir amir count knight""".split()
)
# Those that the tagger tells from the title: "Lama Fakih", "Sultan al-Marshad".
_GIVEN_TOO = frozenset("lama sultan amir emir shah khan".split())
# What people are called by what they do: "Lifeguard Reid".
_CALLINGS = frozenset(
    """patrolman trooper jockey lifeguard climber midfielder goalkeeper soprano baritone pianist violinist conductor
    shaman curator composer pan-democrat nonpartisan insider canon prebendary archdeacon deacon
    curate cantor tory""".split()
)
# Ranks as soldiers and policemen write them: "BG Jackson", "AIG Shafqat Malik".
_RANKS = frozenset(
    """BG MG LTG GEN COL LTC MAJ CPT LT 1LT 2LT CSM SGM 1SG MSG SFC SSG SGT CPL SPC PFC PVT CW2 CW3 CW4 CW5 WO1 WO2
    RADM VADM LCDR CDR AIG DIG IGP SSP DCP ACP DSP""".split()
)
#: Small words that open a sentence before a name and are no name: "Besides Naomi, he is survived by".
OPENING = frozenset(
    """besides despite unlike like except including whereas whether amid alongside beside beyond without within inside
    outside above below near across around along behind beneath toward towards upon via versus perhaps maybe ask asked
    meet enter starring featuring introducing""".split()
)
# How words for what somebody does end.
_DOERS = ("er", "or", "ist", "man", "woman", "ian", "ant", "ee")
#: A name with its nickname and quotation marks has at most so many words.
LONGEST = 12


def trim(text: str, tokens: Tokens, mention: Mention) -> Mention | None:
    """The mention with its edges put right; None if nothing is left of it or it is too long for a name."""
    if mention.last - mention.first > LONGEST:
        return None
    words = tokens.words
    first, last = mention.first, mention.last
    while (
        first < last - 1
        and words[first][0].islower()
        and not is_capitalised(words[first])
        and (words[first] not in PARTICLES or words[first] in ("an", "as", "at", "do"))
    ):  # "titled Young", "an Apollo"
        first += 1
    for k in range(first + 1, last):
        if words[k] in ("'", "’") or words[k] in OWNER:  # "Mahmoud Abbas' Fatah"
            last = k
            break
        if words[k][0].islower() and plain(words[k]) not in PARTICLES and not is_capitalised(words[k]):
            last = k  # "Rathbun the Scientology"
            break
    last = _before_label(text, tokens, first, last)
    while last > first and not words[last - 1][0].isalpha():
        last -= 1
    first = _front(words, first, last, mention.score)
    last = closed(words, first, back(words, first, last))
    joined = (
        last - first == 1 and "-" in words[first] and is_title(plain(words[first]))
    )  # "[Maj-Gen]. Ashraf Rifi"
    if first >= last or joined or is_mere_title(words, first, last):
        return None
    return moved(text, tokens, mention, first, last)


def _before_label(text: str, tokens: Tokens, first: int, last: int) -> int:
    """Where a name ends that a label on the next line was taken into: "Waqar Younis, Aqib Javed / Bowling: Streak"."""
    words, starts, ends = tokens
    if last - first > 1 and last < len(words) and words[last] in (":", "-", "–"):
        return last - 1 if "\n" in text[ends[last - 2] : starts[last - 1]] else last
    return last


def moved(text: str, tokens: Tokens, mention: Mention, first: int, last: int) -> Mention:
    """The mention at tokens `first` to `last`."""
    if first != mention.first or last != mention.last:
        mention.first, mention.last = first, last
        mention.start, mention.end = tokens.starts[first], tokens.ends[last - 1]
        mention.text = text[mention.start : mention.end]
    return mention


def _front(words: Sequence[str], first: int, last: int, score: float) -> int:
    demonyms, given = entries("demonyms"), entries("forenames")
    if first and last - first > 1 and honorific(words, first - 1, last) == 2:
        first += 1  # "Tan [Sri Muhyiddin Yassin]"
    while first < last - 1:
        word = plain(words[first])
        if titles := honorific(words, first, last):
            first += titles
            continue
        if (
            not words[first][0].isalnum()
            or says(words, first, last)
            or word in ("u.s", "u.n", "the", "former", "ex", "h.e", "h.m", "hrh", "h.r.h")
            or (
                is_title(word)
                and word not in _GIVEN_TOO
                and not (word == "mk" and not is_at_home(word, words, first))
                and (word not in _NAME_OR_TITLE or word not in given)
            )
            or (words[first] in _RANKS and not words[last - 1].isupper())
            or (word in _CALLINGS and (word not in given or last - first > 2))
            or (word == "sherpa" and last - first > 2)
            or (word in ("prince", "pope", "father") and plain(words[first + 1]) in given)
            or word.endswith("-born")
            or _is_a_trade(words, first, last)
            or (word in OPENING and word not in given)
            or word in ("today", "yesterday", "tomorrow", "tonight")
            or (last - first > 2 and words[first - 1 : first] == ["fellow"] and not _is_given_name(word))
            or (word in demonyms and not _is_given_here(words, first, last, score, given))
            or ((word in TITLE_PARTS or word in ROLES) and word not in given)
            or (word not in given and _ends_an_office(words, first))
        ):
            first += 1
        else:
            break
    before = words[first - 1] if first else ""
    first = from_kunya(words, first, last)
    if last - first > 2 and len(words[first]) == 1 and before[:1].isupper() and before.endswith("ed"):
        first += 1  # "Placed G Charlie Ward"
    # "Browns DL Sheldon Richardson": what follows an abbreviation is the name, unless all is in capitals.
    for k in range(last - 2, first - 1, -1):
        word = words[k]
        if 1 < len(word) < 6 and word.isalpha() and word.isupper() and not words[last - 1].isupper():
            if k == first and len(word) == 2 and score >= 0.8 and not _is_no_initials(word):
                break  # "KP Sharma Oli"
            if last - k > 2 or k > first:
                return k + 1
            break
    return first


def _is_a_trade(words: Sequence[str], first: int, last: int) -> bool:
    """Whether an ordinary word for what somebody does stands before a full name: "Cameraman James Miller"."""
    word, lists = plain(words[first]), shipped_lists()
    if last - first < 3 or plain(words[first + 1]) not in lists.given or not word.endswith(_DOERS):
        return False
    names = (lists.given, lists.rarer_given, lists.family)
    return word in lists.common and not any(word in known for known in names)


def _is_no_initials(word: str) -> bool:
    """Whether two capitals are a place on the field, a state, a body or a title rather than initials."""
    low = word.lower()
    return word in _PLACES_ON_THE_FIELD or low in ACRONYMS or low in STATES or low in TITLES or low in ROLES


def from_kunya(words: Sequence[str], first: int, last: int) -> int:
    """Where a name by a child begins behind what its bearer is head of: "emir of Ninewa [Abu Sara al-Iraqi]"."""
    if not first or words[first - 1] != "of":
        return first
    if last - first > 2 and first > 1 and words[first - 2].lower() in RULERS and _is_ruled(words[first]):
        return first + 1  # "Emir of Kano [Muhammadu Sanusi]"
    kunya = next((k for k in range(first + 1, last - 1) if words[k] in OPENS_KUNYA), first)
    return first if any(plain(w) in entries("forenames") for w in words[first:kunya]) else kunya


def _is_ruled(word: str) -> bool:
    lists = shipped_lists()
    return (plain(word) in lists.towns or plain(word) in lists.places) and plain(word) not in lists.given


_PLACES_ON_THE_FIELD = frozenset(
    """QB RB FB WR TE OT OG DE DT DL NT OL LB CB SS FS DB LS CF LF RF OF IF DH SP RP PG SG SF PF LW RW GM VP DJ MC FC SC
    AC CD CF SV TV UC LA NY TX CA NC ND DC""".split()
)


def _is_given_name(word: str) -> bool:
    return word in shipped_lists().given or word in shipped_lists().rarer_given


def _is_given_here(words: Sequence[str], first: int, last: int, score: float, given: frozenset[str]) -> bool:
    """Whether the word for a people that opens a name of two words is a given name: "Danish Siddiqui"."""
    word = plain(words[first])
    rarer = score >= 0.95 and word in shipped_lists().rarer_given
    return last - first == 2 and (word in given or rarer)


def _ends_an_office(words: Sequence[str], at: int) -> bool:
    """Whether the word at `at` is what somebody is a minister of: "Minister of Interior and [Municipalities] Bassam
    Mawlawi", "Prime Minister of [Mongolia] L. Oyun"."""
    common = entries("common")
    goes_on = (
        at > 1 and words[at - 1][0].isupper() and plain(words[at - 1]) in common
    )  # "Water [Development]"
    if at < 2 or not (goes_on or words[at - 1] in ("of", "and", "for", "&")):
        return False
    nation = plain(words[at]) in entries("places")
    word = plain(words[at])
    one = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    office = (word in common or one in common or one in THINGS) and is_capitalised(words[at + 1])
    if not (nation or office):
        return False
    for k in range(at - 2, max(-1, at - 8), -1):
        word = words[k]
        if plain(word) in TITLES and words[k + 1] in ("of", "for"):
            return True
        if not (word[0].isupper() or word in ("of", "and", "for", "the", "&", ",")):
            return False
    return False
