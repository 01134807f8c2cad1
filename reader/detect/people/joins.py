"""Names in two pieces made one: with a nickname in quotation marks between them, at the end of a line, or as registers
write them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.detect.lexicon import NOT_NAMES, ROLES, TITLES
from reader.detect.people.edges import LONGEST, moved
from reader.detect.people.mention import Mention
from reader.detect.people.rules import LINEAGE, is_before_names, plain
from reader.detect.people.tokens import Tokens

# What an entry of a register stands behind.
_ENTRY = frozenset(("\n", ";", ".", ":", "(", "→", "•", "-", "–"))
_QUOTES = frozenset("\"“”‘'’`")

_INITIALS = re.compile(r"(?:[A-Z]\.)+")
#: A line that is wrapped has at least so many characters.
_FULL_LINE = 45


def join_nicknames(text: str, tokens: Tokens, mentions: list[Mention]) -> list[Mention]:
    """Mentions with a quoted nickname inside as one: Francisco "Lu Olo" Guterres, Gino ``The Hammer'' Ruiz."""
    words = tokens.words
    result: list[Mention] = []
    for mention in mentions:
        if result:
            before = result[-1]
            gap = words[before.last : mention.first]
            if (
                len(gap) == 1
                and gap[0] in _QUOTES
                and mention.last - before.first <= LONGEST
                and (_opens_nickname(words, before, mention) or _is_nickname(words, mention))
            ):
                result[-1] = moved(text, tokens, before, before.first, mention.last)
                continue
        first = _before_nickname(words, mention.first, mention.last)
        joined = result[-1].first if result and result[-1].first < first < result[-1].last else first
        if mention.last - joined > LONGEST:  # no name, and without this a bait would grow without end
            result.append(mention)
            continue
        while result and result[-1].last > first:  # the nickname itself, or the name before it
            if result[-1].first < first:
                first = result[-1].first
            mention.score = min(mention.score, result.pop().score)
        result.append(moved(text, tokens, mention, first, mention.last))
    return result


def join_lines(text: str, tokens: Tokens, mentions: list[Mention]) -> list[Mention]:
    """Mentions made whole that the end of a wrapped line cuts behind initials: "I.K. / Gujral"."""
    result: list[Mention] = []
    for mention in mentions:
        if result and mention.first < result[-1].last:
            if mention.last > result[-1].last:  # the part on the next line
                result[-1] = moved(text, tokens, result[-1], result[-1].first, mention.last)
            continue
        if _is_cut(text, tokens, mention):
            mention = moved(text, tokens, mention, mention.first, mention.last + 2)
        result.append(mention)
    return result


def join_syllables(text: str, tokens: Tokens, mentions: list[Mention]) -> list[Mention]:
    """Mentions made whole that a syllable of an Asian name was taken out of, or left before, as an English word:
    "Ms. Truong [My] Lan", "President [To] Lam"."""
    words = tokens.words
    result: list[Mention] = []
    for mention in mentions:
        first = mention.first
        before = result[-1] if result else None
        if not first or words[first - 1] not in _SYLLABLES or not is_prose(words, first - 1):
            result.append(mention)
        elif before is not None and before.last == first - 1 and mention.last - before.first < 5:
            before.score = min(before.score, mention.score)
            result[-1] = moved(text, tokens, before, before.first, mention.last)
        else:
            title = plain(words[first - 2]) if first > 1 else ""
            titled = title in ROLES or (title in TITLES and words[first - 2][0].isupper())
            result.append(moved(text, tokens, mention, first - titled, mention.last))
    return result


def join_small_words(text: str, tokens: Tokens, mentions: list[Mention]) -> list[Mention]:
    """Mentions made whole across small words that the tagger takes for others: "Jan [in 't] Veld", "Ravi [a/l] Muthu",
    "Clara Ponsatí [i] Obiols"."""
    words = tokens.words
    result: list[Mention] = []
    for mention in mentions:
        before = result[-1] if result else None
        gap = tuple(words[before.last : mention.first]) if before is not None else ()
        if (
            before is None
            or not (
                gap in _BETWEEN
                or (len(gap) == 1 and gap[0] in LINEAGE)
                or (gap == ("i",) and before.last - before.first > 1)
                or (
                    gap == (".",)
                    and _is_short_for_a_name(words[before.last - 1])
                    and before.last - before.first > 1
                )
            )
            or mention.last - before.first > LONGEST
        ):
            result.append(mention)
            continue
        before.score = max(before.score, mention.score)
        result[-1] = moved(text, tokens, before, before.first, mention.last)
    return result


def _is_short_for_a_name(word: str) -> bool:
    """Whether two letters stand for a name before a stop: "Guðni Th. Jóhannesson"."""
    vowels = set(word.lower()) & set("aeiouy")
    return len(word) == 2 and word.istitle() and not vowels and word not in ("Jr", "Sr", "St")


_BETWEEN = frozenset(
    (*gap, mark, "t") for gap in ((), ("in",), ("van",), ("op",), ("aan",), ("uit",)) for mark in "'’"
) | frozenset(
    (("a", "/", "l"), ("a", "/", "p"), ("s", "/", "o"), ("d", "/", "o"), ("v.d", "."), ("v", ".", "d", "."))
)
_SYLLABLES = frozenset(
    "My To An Do In On So No Be Or He It At Am Is As By Go Up Us We The Man Sun May Yet Can Her Him You Ten Mot".split()
)
# Small words that headlines do not capitalise.
_LINKS = frozenset("from with over into amid than that upon near about under after".split())


def is_prose(words: Sequence[str], at: int) -> bool:
    """Whether a line has ordinary words in lower case around token `at`, unlike a headline."""
    for step in (1, -1):
        k = at + step
        while 0 <= k < len(words) and abs(k - at) < 12 and words[k] != "\n":
            if len(words[k]) > 3 and words[k].islower() and words[k] not in _LINKS:
                return True
            k += step
    return False


def _is_cut(text: str, tokens: Tokens, mention: Mention) -> bool:
    """Whether initials end a name, and a full line, and a name may go on with the next line."""
    words, starts, ends = tokens
    last = mention.last
    if last + 1 >= len(words) or words[last] != "\n" or not _INITIALS.fullmatch(words[last - 1]):
        return False
    after = words[last + 1]
    wrapped = text[ends[last - 1] : starts[last + 1]].strip(" ") == "\n"
    full = text.rfind("\n", 0, mention.start) < mention.end - _FULL_LINE
    return wrapped and full and after[0].isupper() and after.isalpha() and plain(after) not in NOT_NAMES


def join_inverted(text: str, tokens: Tokens, mentions: list[Mention]) -> list[Mention]:
    """Mentions with names as registers write them made one: "AL-MASHHADANI, Umar Talib"."""
    words = tokens.words
    result: list[Mention] = []
    for mention in mentions:
        before = result[-1] if result else None
        if (
            before is not None
            and mention.first == before.last + 1
            and words[before.last] == ","
            and before.text.isupper()
            and len(before.text) > 2
            and not mention.text.isupper()
            and (
                before.first == 0 or words[before.first - 1] in _ENTRY or words[before.first - 1][0].isdigit()
            )
        ):
            result[-1] = moved(text, tokens, before, before.first, mention.last)
            result[-1].score = min(before.score, mention.score)
        else:
            result.append(mention)
    return result


def _before_nickname(words: Sequence[str], first: int, last: int) -> int:
    """Where a name starts whose given name stands before a quoted nickname; `first` where there is none."""
    at = first - 1
    if any(w in _QUOTES for w in words[first:last]):  # Dewitt "[Sonny" Raglin]
        inside = [w for w in words[first:last] if w not in _QUOTES]
    else:
        if at < 0 or words[at] not in _QUOTES or last - first > 6:
            return first
        at -= 1
        inside = []
        while at >= 0 and words[at] not in _QUOTES and len(inside) < 4:
            inside.append(words[at])
            at -= 1
    if not inside or len(inside) > 3 or not all(w[0].isupper() and w[-1] not in ",\n" for w in inside):
        return first
    if at < 1 or words[at] not in _QUOTES or first - at > 6:
        return first
    at -= 1  # a second mark there closes another quotation
    if not words[at][0].isupper() or not words[at].rstrip(".").isalpha():
        return first
    if is_before_names(plain(words[at])):
        return first
    if at and len(words[at]) == 2 and words[at][1] == "." and words[at - 1][0].isupper():
        at -= 1  # Charles E. "Buddy" Roemer
    return at


def _opens_nickname(words: Sequence[str], before: Mention, mention: Mention) -> bool:
    """Whether one quotation mark between two mentions has its partner inside one of them."""
    return any(w in _QUOTES for w in words[before.first : before.last]) or any(
        w in _QUOTES for w in words[mention.first : mention.last]
    )


def _is_nickname(words: Sequence[str], mention: Mention) -> bool:
    """Whether a mention is closed by a quotation mark with another capital behind it."""
    after = mention.last + 1
    if mention.last - mention.first > 3 or after >= len(words) or words[mention.last] not in _QUOTES:
        return False
    return words[after][0].isupper()
