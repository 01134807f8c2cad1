"""Questions about the words around a name: a year, a dateline, an animal, a firm's ending, oil, what bears the name, an
account's sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.detect.lexicon import ANIMALS, NAMED_THINGS, ORG_ENDS, SITES, SPEECH
from reader.detect.people.rules import plain
from reader.detect.people.tokens import OWNER, Tokens
from reader.detect.people.word_lists import shipped_lists

_DASHES = ("-", "–", "—", "--")
_OIL = frozenset("crude oil barrel barrels futures benchmark opec dollars cents $ petroleum wti".split())


def is_cited(words: Sequence[str], at: int) -> bool:
    """Whether a year follows soon after token `at`, as behind the authors of a paper: "Hall & Lee (1999)"."""
    return any(len(w) >= 4 and w[:4].isdigit() for w in words[at : at + 5])


_NAME_HEADS = frozenset("mc mac de di da du la le lo van von fitz ab al el o ha ben".split())


def has_inner_capital(word: str) -> bool:
    """Whether a capital follows a small letter as in a brand, unlike "McCain" and "DeWine"."""
    for k in range(1, len(word)):
        if word[k].isupper() and word[k - 1].islower():
            return word[:k].lower() not in _NAME_HEADS or len(word) - k < 3
        if not word[k].isalpha():
            return False
    if word[-1] == "s" and len(word) > 2 and word[:-1].isupper():
        return True  # "KOs"
    return len(word) > 3 and word[0].isupper() and word[1].isupper() and word[-1].islower()  # "KPlus"


def opens_a_dateline(words: Sequence[str], first: int, last: int) -> bool:
    """Whether words in capitals at the start of a line are followed by a country, or an agency, and a dash."""
    if (first and words[first - 1] != "\n") or not all(w.isupper() for w in words[first:last]):
        return False
    after = words[last : last + 9]
    if not after or after[0] not in (",", "(", "/"):
        return False
    for at, word in enumerate(after):
        if word in _DASHES:
            return at > 1
        if word == "\n" or not (word[0].isupper() or word[0].isdigit() or word in (",", ".", "(", ")", "/")):
            return False
    return False


def numbers_a_section(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a letter at the start of a line numbers what follows, which is all in capitals: "D. SDF"."""
    opens = last - first == 2 and (first == 0 or words[first - 1] == "\n")
    return (
        opens
        and len(words[first]) == 2
        and words[first][1] == "."
        and len(words[last - 1]) < 6
        and words[last - 1].isupper()
    )


_PARTS = frozenset(
    """title article chapter section part act phase annex appendix schedule level type class tier division stage volume
    book amendment""".split()
)
_ROMAN = frozenset("IVXLC")


def is_numbered_part(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a part of a law, a work or a plan is told by its number: "Title IX"."""
    return last - first == 2 and words[first].lower() in _PARTS and _ROMAN.issuperset(words[last - 1])


def is_beast(words: Sequence[str], first: int) -> bool:
    """Whether what is called so is an animal: "the lamb, called Dolly"."""
    return any(words[k] in ANIMALS for k in range(max(0, first - 4), first - 1))


def is_shortstop(words: Sequence[str], first: int) -> bool:
    """Whether "SS" before token `first` is a place on the field behind a team's name: "Royals SS Mendy Lopez"."""
    return first > 1 and words[first - 1] == "SS" and words[first - 2][0].isupper()


def closes_firm(words: Sequence[str], at: int) -> bool:
    """Whether the capitals that go on at token `at` are soon a firm's: "Tanabe Optical Co."."""
    end = at
    while end < len(words) and end - at < 4 and words[end][0].isupper():
        if plain(words[end]) in ("co", "inc", "corp", "ltd", "plc"):
            return True
        end += 1
    return False


def closes_body(words: Sequence[str], at: int) -> bool:
    """Whether the capitals that go on at token `at` end in a word for a body or a building."""
    end = at
    while end < len(words) and end - at < 6 and words[end][0].isupper():
        end += 1
    return plain(words[end - 1]) in ORG_ENDS


def speaks_of_oil(words: Sequence[str], at: int) -> bool:
    """Whether a word for oil stands within twelve tokens of token `at`."""
    return any(w.lower() in _OIL for w in words[max(0, at - 12) : at + 12])


def lends_its_name(words: Sequence[str], run: tuple[int, int], end: int) -> bool:
    """Whether the capitals behind a full name, up to the end of its run, are of a thing that bears the name.

    `end` is the token behind the name: "the Lea Mixon Infusion Garden", "Mary Lou Williams Lane Renamed".
    """
    first, last = run
    if end >= last:
        return False
    behind_article = first > 0 and words[first - 1].lower() in ("the", "a", "an")
    return behind_article or plain(words[end]) in NAMED_THINGS or plain(words[end]) in ORG_ENDS


_TOWNS = frozenset("town city village municipality township".split())
_NO_TOWNS = frozenset(
    "hall halls meeting meetings house home homes council council's leader officials".split()
)


def is_a_town_named_after(words: Sequence[str], last: int) -> bool:
    """Whether what follows a name behind a title makes it a town's: "in Datu Paglas town"."""
    return (
        words[last : last + 1] != []
        and words[last] in _TOWNS
        and words[last + 1 : last + 2] != []
        and (words[last + 1] not in _NO_TOWNS)
    )


def is_ruled(words: Sequence[str], first: int) -> bool:
    """Whether somebody rules what stands at token `first`: "the emir of Kajuru"."""
    return first > 1 and words[first - 1] == "of" and plain(words[first - 2]) in RULERS


def is_edited(words: Sequence[str], first: int) -> bool:
    """Whether somebody edits or founded what stands at token `first`: "the editor-in-chief of Paik"."""
    return first > 1 and words[first - 1] == "of" and words[first - 2] in _MAKERS


_MAKERS = frozenset(
    "editor editor-in-chief co-editor publisher founder co-founder ceo webmaster frontman".split()
)
#: Who rule a town or a land.
RULERS = frozenset(
    "emir amir king queen sultan chief oba obi paramount mayor governor maharaja nawab nizam raja shah emperor".split()
)


def is_counted_with_sites(words: Sequence[str], first: int) -> bool:
    """Whether a name goes on with the places before it: "the villages of Hpa Yon Chaung, Kyauk Sar and [Myeik Wa]"."""
    at = first - 1
    while at > 1 and first - at < 12 and (words[at] in ("and", ",") or words[at][0].isupper()):
        at -= 1
    return 1 < at < first - 1 and words[at] == "of" and words[at - 1] in SITES and words[at - 1][-1] == "s"


def is_named_already(words: Sequence[str], at: int) -> bool:
    """Whether the thing of which token `at + 1` tells the kind has its name before that: "[Talas] region"."""
    opens = at == 0 or not words[at - 1][0].isalnum()
    return (
        words[at][0].isupper()
        and words[at] not in ("The", "A", "An")
        and not (opens and plain(words[at]) in shipped_lists().common)
    )


def handles(tokens: Tokens) -> Iterator[int]:
    """The indexes of words that an "@" is glued to: an account's name, "@LaurenRedd36", is not its owner's."""
    words, starts, ends = tokens
    if "@" not in words:
        return
    for at, word in enumerate(words[:-1]):
        if word == "@" and ends[at] == starts[at + 1]:
            yield at + 1


_CRIES = frozenset(
    "huh wow hey hmm yeah yep nope uh okay oops ugh yay whoa hooray hurrah ouch haha lol".split()
)
_WAYS = frozenset("blvd ave hwy rd".split())


def is_a_cry(words: Sequence[str], at: int) -> bool:
    """Whether a word is a cry and nobody's who speaks, "Huh?", but "Huh said"; or short for a kind of street."""
    low = plain(words[at])
    after = words[at + 1] if at + 1 < len(words) else ""
    return low in _WAYS or (low in _CRIES and after not in SPEECH and after not in OWNER)
