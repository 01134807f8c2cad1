"""What a text says a person is: titles right before the name, roles before and after it.

"Major General" · "Iraqi security expert" · "deputy commander of the army". Every look goes a bounded number
of words to one side.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from reader.detect.lexicon import NOT_NAMES, ROLES, SPEECH, TITLE_PARTS, TITLES
from reader.detect.mention import Mention
from reader.detect.rules import plain, title_before
from reader.detect.tokens import Tokens

_BEFORE, _AFTER = 10, 16
_LINKS = frozenset(("of", "for", "at", "the", "’s", "'s", "and", "in", "on", "to", "&", "-"))
_ARTICLES = frozenset(("a", "an", "the", "his", "her", "its", "their", "own"))
# Words between a role and what it is a role of; an article behind one of them does not open the phrase.
_BONDS = frozenset(("of", "for", "at", "in", "on", "to", "under", "with", "by", "from", "’s", "'s"))
# No role reaches over these.
_PRONOUNS = frozenset("i he she it we you they me him us them this that these those".split())
_STOP = frozenset('.;:!?\n"“”()—–')
_VERBS = frozenset(
    """was is are were has have had who which that whose whom will would could said says told as but when while
    where if from with by after before during since until than then because""".split()
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


def _is_role(word: str) -> bool:
    low = plain(word)
    return low in ROLES or (low in TITLES and len(low) > 3)


def _role_before(words: Sequence[str], end: int, others: Container[int]) -> tuple[int, int] | None:
    """The role that ends right before token `end`, or before the comma there.

    It begins behind the last verb, pronoun or other person's name, and at an article unless that hangs on a
    word like "of": "… asked his [vice president], Lyndon Johnson".
    """
    comma = end > 0 and words[end - 1] == ","
    stop = end - 1 if comma else end
    low = max(0, stop - _BEFORE)
    start, last_role, linked = stop, -1, False
    while start > low:
        word = words[start - 1]
        plain_word = plain(word)
        if word in _STOP or word == "," or plain_word in _VERBS or plain_word in _PRONOUNS:
            break
        if start - 1 in others and words[start] not in ("'s", "’s"):
            break
        if plain_word in SPEECH and not _is_role(word):
            break
        if plain_word in _ARTICLES and start > 1 and plain(words[start - 2]) not in _BONDS:
            linked = linked or plain_word == "the"
            break
        if _is_role(word):
            last_role = start - 1
        elif plain_word in _LINKS:
            if last_role < 0 and not comma:
                break
            linked = True
        elif not (word[0].isupper() or plain_word in TITLE_PARTS or (last_role >= 0 and word.isalpha())):
            break
        start -= 1
    if last_role < 0:
        return None
    while start < stop and (
        plain(words[start]) in _LINKS
        or plain(words[start]) in _ARTICLES
        or (plain(words[start]) in NOT_NAMES and plain(words[start]) not in TITLE_PARTS)
    ):
        start += 1
    if start >= stop or plain(words[stop - 1]) in _BONDS or plain(words[stop - 1]) in ("and", "the"):
        return None
    if last_role < start or (not linked and not _is_role(words[stop - 1])):
        return None
    # "the ministry's adviser to X" speaks of somebody else: a role must be first or last in its phrase.
    if linked and not _is_role(words[stop - 1]) and last_role - start > 3:
        return None
    return start, stop


def _roles_after(
    words: Sequence[str], at: int, others: Container[int], listed: bool
) -> list[tuple[int, int]]:
    """The roles in the apposition that follows ", " at token `at`.

    `listed`: the name itself stands behind a role and a comma, so a role before the next name is that one's.
    """
    if at >= len(words) or words[at] != ",":
        return []
    start = at + 1
    if start + 1 < len(words) and words[start].rstrip(",").isdigit():  # "Karim, 43, a farmer,"
        if words[start][-1] == ",":
            start += 1
        elif words[start + 1] == ",":
            start += 2
    if start < len(words) and plain(words[start]) in _ARTICLES:
        start += 1
    end = start
    while end < len(words) and end - start < _AFTER:
        if words[end] == "," or words[end] in _STOP or plain(words[end]) in _VERBS:
            break
        end += 1
    else:
        return []
    if _is_anothers(words, start, end, others, listed):
        return []
    if end == start or not any(_is_role(w) and w[0].islower() for w in words[start : min(end, start + 5)]):
        return []
    roles = []
    for k in range(start + 1, end - 1):
        if words[k] == "and" and any(_is_role(w) for w in words[k + 1 : k + 4]):
            roles.append((start, k))
            start = k + 1
            if plain(words[start]) in _ARTICLES:
                start += 1
    roles.append((start, end))
    return [(a, b) for a, b in roles if b > a]


def _is_anothers(words: Sequence[str], start: int, end: int, others: Container[int], listed: bool) -> bool:
    """Whether the words from `start` to `end` lead up to another person in a list of several: "Prince Philip,
    the Cuban leader Fidel Castro and others"."""
    for k in range(start, end):
        if k in others:
            before = k
            while before > start and plain(words[before - 1]) in TITLES:
                before -= 1
            return plain(words[before - 1]) not in _BONDS and not (
                k + 1 < len(words) and words[k + 1] in ("'s", "’s")
            )
    after = end + 1
    while after < len(words) and after - end < 4 and plain(words[after]) in TITLES:
        after += 1
    return listed and end < len(words) and words[end] == "," and after in others
