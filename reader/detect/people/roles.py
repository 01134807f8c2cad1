"""What a text says a person is: titles right before the name, roles before and after it.

"Major General" · "Iraqi security expert" · "deputy commander of the army". Every look goes a bounded number
of words to one side.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from reader.detect.lexicon import NOT_NAMES, SPEECH, TITLE_PARTS
from reader.detect.people.appositions import roles_after
from reader.detect.people.mention import Mention
from reader.detect.people.role_words import (
    BONDS,
    LINKS,
    POINTERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    STOP,
    VERBS,
    is_role,
)
from reader.detect.people.rules import plain, title_before
from reader.detect.people.tokens import OWNER, Tokens

_BEFORE = 10
# Words that speak of other people and things, before a role.
_DETERMINERS = POINTERS | POSSESSIVES | frozenset("another every each any some both either such also".split())
# Adjectives in "-ing" that stand before roles; others are verbs: "suspended for shoving quarterback X".
_STANDING = frozenset(
    """acting visiting sitting outgoing incoming reigning managing leading founding rising defending presiding
    prosecuting investigating supervising commanding opposing ruling governing engineering marketing banking
    shipping writing mining training teaching consulting operating contributing playing coaching attending surviving
    ailing aging ageing dying grieving missing long-serving longest-serving living remaining touring housing boxing
    racing cycling swimming wrestling sailing""".split()
)
# What belongs to a title though it is written small: "former President".
_ONCE = frozenset("former acting deputy interim outgoing incoming retired ousted late then ex".split())
# Words that open no title; those of a side, a creed or a party do: "South African leader".
_NO_PARTS = NOT_NAMES - frozenset(
    """north south east west northern southern eastern western central upper lower middle islamic muslim christian
    jewish sunni shiite shia catholic orthodox communist republican democrat democratic socialist liberal conservative
    labour""".split()
)
_DATES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december yesterday today""".split()
)


def describe(
    text: str, tokens: Tokens, mention: Mention, others: Container[int] = frozenset()
) -> tuple[str, ...]:
    """The titles and roles given to a mention, titles first, each verbatim but for white space.

    `others` are the tokens of people's names: a title ends where another name stands.
    """
    words = tokens.words
    start = title_before(words, mention.first, max(0, mention.first - _BEFORE))
    found: list[tuple[int, int]] = []
    cut = mention.first  # "army chief General X": the title starts where capitals do
    while cut > start and words[cut - 1][0].isupper():
        cut -= 1
    if start < cut < mention.first and words[cut - 1] == "of":
        cut = start  # "Minister of Education"
    while start < cut < mention.first and words[cut - 1] in _ONCE:
        cut -= 1
    if cut < mention.first:
        found.append((cut, mention.first))
        if role := _role_before(words, cut, others):
            found.append(role)
    elif start < mention.first:
        found.append(_role_before(words, mention.first, others) or (start, mention.first))
    elif role := _role_before(words, mention.first, others):
        found.append(role)
    listed = found and mention.first > 0 and words[mention.first - 1] == ","
    found += roles_after(words, mention.last, others, bool(listed))
    spans = (text[tokens.starts[a] : tokens.ends[b - 1]] for a, b in found if b > a)
    return tuple(dict.fromkeys(" ".join(span.split()) for span in spans))


def _role_before(words: Sequence[str], end: int, others: Container[int]) -> tuple[int, int] | None:
    """The role that ends right before token `end`, or before the comma there."""
    comma = end > 0 and words[end - 1] == ","
    stop = end - 1 if comma else end
    start, first_role, linked = _phrase_before(words, stop, comma, others)
    if first_role < 0:
        return None
    start = _behind_other_things(words, start, stop)
    while start < stop and _begins_no_role(words[start]):
        start += 1
    if start >= stop:
        return None
    last = plain(words[stop - 1])
    if last in BONDS or last in ("and", "the"):
        return None
    if last in _DATES:  # "in a letter to the president in May, Zippy Duvall"
        return None
    ends_in_role = is_role(words[stop - 1])
    if not (linked or ends_in_role) or not any(is_role(words[k]) for k in range(start, stop)):
        return None
    # "the ministry's adviser to X" speaks of somebody else: a role must be first or last in its phrase.
    if linked and not ends_in_role and first_role - start > 3:
        return None
    return start, stop


def _phrase_before(
    words: Sequence[str], stop: int, comma: bool, others: Container[int]
) -> tuple[int, int, bool]:
    """Where the phrase that ends before token `stop` begins; its first word of a role, -1 for none; whether words like
    "of" or "the" hold it together.

    It begins behind the last verb, pronoun or other person's name, and at an article unless that hangs on a
    word like "of": "… asked his [vice president], Lyndon Johnson". `comma`: one parts it from the name.
    """
    low = max(0, stop - _BEFORE)
    start, first_role, linked = stop, -1, False
    while start > low:
        word = words[start - 1]
        plain_word = plain(word)
        if word == "," or word in VERBS or plain_word in PRONOUNS or _is_done(words, start - 1):
            break
        if word in STOP and not (word == "-" and start > 1 and words[start - 2][0].isdigit()):
            break  # not at "17-year-old"
        if start - 1 in others and words[start] not in OWNER:
            break
        role = is_role(word)
        if plain_word in SPEECH and not role:
            break
        if plain_word in POINTERS and (
            plain_word in POSSESSIVES or (start > 1 and plain(words[start - 2]) not in BONDS)
        ):
            linked = linked or plain_word == "the"
            break
        if role:
            first_role = start - 1
        elif word == "-":
            start -= 1  # and the number before it
        elif plain_word in LINKS:
            if first_role < 0 and not comma:
                break
            linked = True
        elif not (
            word[0].isupper()
            or plain_word in TITLE_PARTS
            or (first_role >= 0 and word.replace("-", "").isalpha())
        ):
            break
        start -= 1
    return start, first_role, linked


def _is_done(words: Sequence[str], at: int) -> bool:
    """Whether the word at `at` is a verb behind the one who does it: "men [attacked] TV journalist", but "the
    recently retired general"."""
    word, before = words[at], words[at - 1] if at else ""
    if not (
        word.islower() and word.endswith("ed") and len(word) > 4 and before.islower() and before.isalpha()
    ):
        return False
    return before not in LINKS and before not in _DETERMINERS and not before.endswith(("ly", "ed"))


def _begins_no_role(word: str) -> bool:
    """Whether a word may stand before a role and is no part of it."""
    low = plain(word)
    return (
        low in LINKS
        or low in POINTERS
        or low in _DETERMINERS
        or (low in _NO_PARTS and word != "New" and low not in TITLE_PARTS)
        or (word.islower() and word.endswith("ing") and "-" not in word and not _stands_before_roles(word))
    )


def _behind_other_things(words: Sequence[str], start: int, stop: int) -> int:
    """Where the noun phrase of the role begins: what it is a part of stands before a preposition and is none.

    "retirement of former captain", "unclear future for striker", but "commander of the army" as it is.
    """
    at = start
    while True:
        bond = next(
            (k for k in range(at, stop) if words[k] in PREPOSITIONS and words[k - 1][:1].islower()), stop
        )  # not in "League of Cities"
        if bond == stop or any(is_role(words[k]) for k in range(at, bond)):
            return at
        at = bond + 1
        verb = (
            words[bond] == "to"
            and at + 1 < stop
            and words[at].islower()
            and not _stands_before_roles(words[at])
        )
        if verb and (words[at + 1][0].isupper() or words[at + 1] in _DETERMINERS):
            at += 1  # "a chance to impress coach X"


def _stands_before_roles(word: str) -> bool:
    return word in TITLE_PARTS or word in _STANDING or is_role(word)
