"""What a text says a person is: titles right before the name, roles before and after it.

"Major General" · "Iraqi security expert" · "deputy commander of the army". Every look goes a bounded number
of words to one side.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from reader.detect.lexicon import NOT_NAMES, ROLES, SPEECH, TITLE_PARTS, TITLES
from reader.detect.people.mention import Mention
from reader.detect.people.rules import is_title, plain, title_before
from reader.detect.people.tokens import OWNER, Tokens

_BEFORE, _AFTER = 10, 16
_LINKS = frozenset(("of", "for", "at", "the", "’s", "'s", "and", "in", "on", "to", "&"))
_ARTICLES = frozenset("a an the his her its their own my our".split())
# Words between a role and what it is a role of; an article behind one of them does not open the phrase.
_BONDS = frozenset(("of", "for", "at", "in", "on", "to", "under", "with", "by", "from", "’s", "'s"))
_PREPOSITIONS = _BONDS - frozenset(("’s", "'s"))
_POSSESSIVES = frozenset("his her its their our my your whose".split())
# Words that speak of other people and things, before a role.
_DETERMINERS = (
    _ARTICLES | _POSSESSIVES | frozenset("another every each any some both either such also".split())
)
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
# More of what a person is, for the reader alone: the tagger has not been told of them.
_CALLINGS = frozenset(
    """cameraman camerawoman photojournalist videographer newscaster parliamentarian legislator reservist conscript
    counsel co-counsel padre clerk counselor counsellor convener convenor organiser organizer coordinator
    co-ordinator investigator consultant commentator broadcaster presenter anchor host blogger influencer co-owner
    co-author co-director co-producer patron principal fellow intern apprentice carpenter baker butcher barber
    seamstress tailor weaver blacksmith miner docker shepherd beekeeper gardener guide porter cook cleaner nanny
    cyclist rower archer fencer judoka gymnast weightlifter jockey caddie keeper batter skip seamer spinner""".split()
)
# Words that open no title; those of a side, a creed or a party do: "South African leader".
_NO_PARTS = NOT_NAMES - frozenset(
    """north south east west northern southern eastern western central upper lower middle islamic muslim christian
    jewish sunni shiite shia catholic orthodox communist republican democrat democratic socialist liberal conservative
    labour""".split()
)
# Written small these are no titles.
_ONLY_CAPITAL = frozenset("major private count".split())
# No role reaches over these.
_PRONOUNS = frozenset("i he she it we you they me him us them this that these those".split())
_STOP = frozenset('.;:!?\n"“”()—–-')
_VERBS = frozenset(
    """was is are were has have had who which that whose whom will would could said says told as but when while
    where if with from by after before during since until than then because how why including include includes
    like unlike amid despite over against between among alongside besides except about into via within
    show shows remain remains consist consists become becomes became""".split()
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
    found += _roles_after(words, mention.last, others, bool(listed))
    spans = (text[tokens.starts[a] : tokens.ends[b - 1]] for a, b in found if b > a)
    return tuple(dict.fromkeys(" ".join(span.split()) for span in spans))


def roles_behind(words: Sequence[str], at: int) -> bool:
    """Whether a comma at token `at` opens what somebody is: ", a lawyer"."""
    return bool(_roles_after(words, at, frozenset(), False))


def _is_role(word: str) -> bool:
    low = plain(word)
    if low in _ONLY_CAPITAL and word[0].islower():
        return False
    return low in ROLES or low in _CALLINGS or (is_title(low) and len(low) > 3)


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
    if last in _BONDS or last in ("and", "the"):
        return None
    if last in _DATES:  # "in a letter to the president in May, Zippy Duvall"
        return None
    ends_in_role = _is_role(words[stop - 1])
    if not (linked or ends_in_role) or not any(_is_role(words[k]) for k in range(start, stop)):
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
        if word == "," or word in _VERBS or plain_word in _PRONOUNS or _is_done(words, start - 1):
            break
        if word in _STOP and not (word == "-" and start > 1 and words[start - 2][0].isdigit()):
            break  # not at "17-year-old"
        if start - 1 in others and words[start] not in OWNER:
            break
        is_role = _is_role(word)
        if plain_word in SPEECH and not is_role:
            break
        if plain_word in _ARTICLES and (
            plain_word in _POSSESSIVES or (start > 1 and plain(words[start - 2]) not in _BONDS)
        ):
            linked = linked or plain_word == "the"
            break
        if is_role:
            first_role = start - 1
        elif word == "-":
            start -= 1  # and the number before it
        elif plain_word in _LINKS:
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
    return before not in _LINKS and before not in _DETERMINERS and not before.endswith(("ly", "ed"))


def _begins_no_role(word: str) -> bool:
    """Whether a word may stand before a role and is no part of it."""
    low = plain(word)
    return (
        low in _LINKS
        or low in _ARTICLES
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
            (k for k in range(at, stop) if words[k] in _PREPOSITIONS and words[k - 1][:1].islower()), stop
        )  # not in "League of Cities"
        if bond == stop or any(_is_role(words[k]) for k in range(at, bond)):
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
    return word in TITLE_PARTS or word in _STANDING or _is_role(word)


def _roles_after(
    words: Sequence[str], at: int, others: Container[int], listed: bool
) -> list[tuple[int, int]]:
    """The roles in the apposition that follows ", " at token `at`.

    `listed`: the name itself stands behind a role and a comma, so a role before the next name is that one's.
    """
    if at >= len(words) or words[at] != "," or words[at + 1 : at + 2] in (["and"], ["or"]):
        return []
    start = _behind_age(words, at + 1)
    end = _apposition_end(words, start)
    if end is None or _is_anothers(words, start, end, others, listed):
        return []
    head = next(
        (k for k in range(start, min(end, start + 5)) if _is_role(words[k]) and words[k][0].islower()), end
    )
    before = words[start:head]
    if head == end or words[start] == "to" or any(w in _PRONOUNS or w in _POSSESSIVES for w in before):
        return []
    while end > start + 1 and plain(words[end - 1]) in _LINKS:
        end -= 1
    return _parted_roles(words, start, end)


def _behind_age(words: Sequence[str], start: int) -> int:
    """Where an apposition says what somebody is: "43, a farmer", "now the farmer"."""
    if start + 1 < len(words) and words[start].rstrip(",").isdigit():
        if words[start][-1] == ",":
            start += 1
        elif words[start + 1] == ",":
            start += 2
    if start + 1 < len(words) and words[start] in ("also", "now", "then"):
        start += 1
    return _behind_article(words, start)


def _behind_article(words: Sequence[str], start: int) -> int:
    return start + (start < len(words) and plain(words[start]) in _ARTICLES)


def _apposition_end(words: Sequence[str], start: int) -> int | None:
    """The token that ends the apposition; None when it is too long for one."""
    end = start
    while end < len(words) and end - start < _AFTER:
        if words[end] == "," or words[end] in _VERBS:
            return end
        if words[end] in _STOP and not (words[end] == "-" and words[end - 1][0].isdigit()):
            return end
        end += 1
    return None


def _parted_roles(words: Sequence[str], start: int, end: int) -> list[tuple[int, int]]:
    """The roles between `start` and `end`, one for each "and" before a role."""
    roles = []
    for k in range(start + 1, end - 1):
        if words[k] == "and" and _role_opens(words, k + 1, min(end, k + 4)):
            roles.append((start, k))
            start = _behind_article(words, k + 1)
    roles.append((start, end))
    return [(a, b) for a, b in roles if b > a]


def _role_opens(words: Sequence[str], start: int, end: int) -> bool:
    """Whether a role stands between `start` and `end`, before any preposition."""
    for k in range(start, end):
        if _is_role(words[k]):
            return True
        if words[k] in _PREPOSITIONS:
            return False
    return False


def _is_anothers(words: Sequence[str], start: int, end: int, others: Container[int], listed: bool) -> bool:
    """Whether the words from `start` to `end` lead up to another person in a list of several: "Prince Philip,
    the Cuban leader Fidel Castro and others"."""
    for k in range(start, end):
        if k in others:
            before = k
            while before > start and plain(words[before - 1]) in TITLES:
                before -= 1
            return plain(words[before - 1]) not in _BONDS and not (
                k + 1 < len(words) and words[k + 1] in OWNER
            )
    after = end + 1
    while after < len(words) and after - end < 4 and plain(words[after]) in TITLES:
        after += 1
    return listed and end < len(words) and words[end] == "," and after in others
