"""What a text says a person is behind the name: "Karim, 43, a farmer and deputy head of the council"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from reader.detect.lexicon import TITLES
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
from reader.detect.people.rules import plain
from reader.detect.people.tokens import OWNER

_AFTER = 16


def roles_behind(words: Sequence[str], at: int) -> bool:
    """Whether a comma at token `at` opens what somebody is: ", a lawyer"."""
    return bool(roles_after(words, at, frozenset(), False))


def roles_after(words: Sequence[str], at: int, others: Container[int], listed: bool) -> list[tuple[int, int]]:
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
        (k for k in range(start, min(end, start + 5)) if is_role(words[k]) and words[k][0].islower()), end
    )
    before = words[start:head]
    if head == end or words[start] == "to" or any(w in PRONOUNS or w in POSSESSIVES for w in before):
        return []
    while end > start + 1 and plain(words[end - 1]) in LINKS:
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
    return start + (start < len(words) and plain(words[start]) in POINTERS)


def _apposition_end(words: Sequence[str], start: int) -> int | None:
    """The token that ends the apposition; None when it is too long for one."""
    end = start
    while end < len(words) and end - start < _AFTER:
        if words[end] == "," or words[end] in VERBS:
            return end
        if words[end] in STOP and not (words[end] == "-" and words[end - 1][0].isdigit()):
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
        if is_role(words[k]):
            return True
        if words[k] in PREPOSITIONS:
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
            return plain(words[before - 1]) not in BONDS and not (
                k + 1 < len(words) and words[k + 1] in OWNER
            )
    after = end + 1
    while after < len(words) and after - end < 4 and plain(words[after]) in TITLES:
        after += 1
    return listed and end < len(words) and words[end] == "," and after in others
