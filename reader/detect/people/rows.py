"""Rows of a list or a table: where nearly all entries are people, the one that is an ordinary word is one too.

"Breaux, La.; Byrd, W.Va.; Ford, Ky.", "Damon rf 4 0 0 0 / King 1b 3 0 0 0", "Sale (Bath), Young (Leeds)",
"(Stuart 35, Ferguson 57, Unsworth 80)", "Saeed Anwar c Croft b Cork 176". Who scored is known by the score (`scorers`).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from reader.detect.lexicon import NOT_NAMES, ORG_ENDS, STATES, long_list
from reader.detect.people.citations import authors
from reader.detect.people.knowledge import Stretch
from reader.detect.people.mention import IN_A_LIST, Mention
from reader.detect.people.rules import plain
from reader.detect.people.scorers import scorers, without_initials
from reader.detect.people.word_lists import shipped_lists

#: A list has at least so many entries of one frame, and so few words between the starts of two.
_ENTRIES, _APART = 4, 14
#: The same where each has a line of its own: "Dacic: No one has the right to".
_LINES_APART = 60
#: The share of people from which on all are, and up to which none is.
_MOST, _FEW = 0.6, 0.2
# The frames of a batting table, which nothing else looks like: batsman, catcher, bowler.
_CRICKET = (("", "out", ""), ("c", "b", ""), ("b", "9", ""))
# What heads or sums up a table.
_SUMS = frozenset("total totals subtotal sum extras bench team others player players name names".split())
# Places on a baseball field: "rf", "2b".
_FIELD = re.compile(r"[a-z]{1,2}|[123]b")
_BULLETS = frozenset("\n•·*-–")
# What stands between those who are counted up.
_LINKS = ([","], ["and"], [",", "and"])
#: How likely the entries of a list of people are on average, where it is no list of pairs.
_LIKELY = 0.4
#: How likely an entry in a list of people is a person at least.
LIKE_ITS_ROW = 0.8
#: The least that the tagger must believe of a word in a list of people.
_LEAST = 0.002


class Rows(NamedTuple):
    """The entries of a text's lists as (first, last) token: those of lists of people, those of other lists.

    `scored` are those of the people whom their frame alone makes people, `places` towns among towns.
    """

    people: frozenset[tuple[int, int]]
    others: frozenset[tuple[int, int]]
    scored: frozenset[tuple[int, int]]
    places: frozenset[tuple[int, int]]


def rows_of(stretch: Stretch) -> Rows:
    """The entries of lists where most or hardly any of the entries were proposed as people."""
    tagged = {m.first for m in stretch.proposal.mentions}
    belief, words = stretch.proposal.belief, stretch.tokens.words
    people: set[tuple[int, int]] = set()
    others: set[tuple[int, int]] = set()
    named = {m.last for m in stretch.proposal.mentions if m.last - m.first > 1}
    for entries in _lists(words, stretch.runs):
        if words[entries[0][1]] == ")" and _are_clubs(words, entries, named):
            others.update(entries)  # their clubs: "Serge Betsen (Biarritz), Jerome Thion (Perpignan)"
            continue
        share = sum(first in tagged for first, _ in entries) / len(entries)
        mean = sum(belief.get(first, 0.0) for first, _ in entries) / len(entries)
        if (
            _is_batting(words, *entries[0])
            or share >= _MOST
            or (mean >= _LIKELY and words[entries[0][1]] != "(")
        ):
            people.update(entries)
        elif share <= _FEW and words[entries[0][1]] != ")":
            others.update(entries)
    sure = {k for m in stretch.proposal.mentions if m.score >= LIKE_ITS_ROW for k in range(m.first, m.last)}
    places: set[tuple[int, int]] = set()
    bearers = {words[m.last - 1] for m in stretch.proposal.mentions if m.last - m.first > 1}
    for entries in _chains(words, stretch.runs):
        counted = _up_to_and(words, entries)
        towns = [e for e in counted if _is_a_town(words[slice(*e)]) and words[e[0]] not in bearers]
        if 2 * len(towns) >= len(counted) > 2:
            others.update(counted)
            places.update(towns)
            continue
        doubtful = [entry for entry in entries if sure.isdisjoint(range(*entry))]
        if 2 * len(doubtful) <= len(entries):
            nearly_all = 3 * len(doubtful) <= len(entries)
            certain = len(entries) > 4 and 5 * len(doubtful) <= len(entries)
            people.update(
                (first, last) for first, last in doubtful
                if _is_listed(words[first:last])
                or (certain and _is_like_a_name(words[first:last]))
                or (nearly_all and last - first == 2 and _is_given(plain(words[first])))
                or min(belief.get(k, 0.0) for k in range(first, last)) >= _LIKELY
            )  # fmt: skip
    scored = scorers(words, stretch.runs) | authors(words, stretch.runs)
    return Rows(*map(frozenset, (people | scored, others - scored, scored, places)))


def _is_a_town(words: Sequence[str]) -> bool:
    """Whether the lists know the words as a town and, if they are one word, not as somebody's name."""
    lists, name = shipped_lists(), " ".join(words).lower()
    names = (lists.given, lists.family, lists.rarer_given, lists.rarer_family)
    return (name in lists.towns or name in lists.places) and (
        len(words) > 1 or not any(name in n for n in names)
    )


def _are_clubs(words: Sequence[str], entries: Sequence[tuple[int, int]], named: Container[int]) -> bool:
    """Whether most bracketed entries stand behind a full name and some are towns; `named` are the ends of names."""
    lists = shipped_lists()
    towns = sum(" ".join(words[first:last]).lower() in lists.towns for first, last in entries)
    behind = sum(first - 1 in named for first, _ in entries)
    return behind >= _MOST * len(entries) and towns > _FEW * len(entries)


def fill_rows(text: str, stretch: Stretch, rows: Rows) -> None:
    """Mark in the lists of people those that the tagger missed."""
    inside = {k for m in stretch.mentions for k in range(m.first, m.last)} | stretch.vetoed
    words, starts, ends = stretch.tokens
    belief = stretch.proposal.belief
    for first, last in rows.people:
        seen = max(belief.get(k, 0.0) for k in range(first, last))
        if not inside.isdisjoint(range(first, last)):
            continue
        if (first, last) not in rows.scored and (
            (seen < _LEAST and not _is_batting(words, first, last) and not _is_listed(words[first:last]))
            or not _may_be(words[first:last])
        ):
            continue
        start, end = starts[first], ends[last - 1]
        mention = Mention(start, end, text[start:end], first, last, max(LIKE_ITS_ROW, seen), IN_A_LIST)
        stretch.mentions.append(mention)
    stretch.mentions.sort(key=lambda m: m.first)


def _lists(words: Sequence[str], runs: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """The runs of capitals that stand in one frame, again and again."""
    open_: dict[tuple[str, str, str], list[tuple[int, int]]] = {}
    for first, last in runs:
        frame = _frame(words, first, last)
        if frame is None:
            continue
        known = open_.get(frame)
        if known is None or first - known[-1][0] > (_LINES_APART if frame[1] == ":" else _APART):
            if known is not None and len(known) >= _ENTRIES:
                yield known
            open_[frame] = [(first, last)]
        else:
            known.append((first, last))
    yield from (entries for entries in open_.values() if len(entries) >= _ENTRIES)


def _chains(words: Sequence[str], runs: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """The runs of capitals that are counted up: "Gwen, Jackie, Tina and Georgette"."""
    chain: list[tuple[int, int]] = []
    for first, last in runs:
        if chain and words[chain[-1][1] : first] not in _LINKS:
            if len(chain) > 2 and words[chain[-1][1] : first] != ["&"]:  # "Baker, Strand & Hollis"
                yield chain
            chain = []
        chain.append((first, last))
    if len(chain) > 2:
        yield chain


def _up_to_and(words: Sequence[str], chain: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The entries up to the one behind the first "and": who follows a comma after that begins the sentence anew."""
    for at in range(1, len(chain)):
        if "and" in words[chain[at - 1][1] : chain[at][0]]:
            return chain[: at + 1]
    return chain


def _is_like_a_name(words: Sequence[str]) -> bool:
    """Whether two words look like a name and one of them at least is no ordinary word or place."""
    lists = shipped_lists()
    others = (lists.common, lists.places, lists.towns, lists.demonyms)
    return (
        len(words) == 2
        and all(w.istitle() and len(w) > 2 for w in words)
        and any(not any(plain(w) in other for other in others) for w in words)
    )


def _is_listed(words: Sequence[str]) -> bool:
    """Whether all words are names of people by the lists, and not of places."""
    lists = shipped_lists()
    names = (lists.given, lists.rarer_given, lists.family, lists.rarer_family)
    return len(words) < 4 and all(
        any(plain(w) in names_ for names_ in names) and plain(w) not in lists.places and plain(w) not in NOT_NAMES
        for w in words
    )  # fmt: skip


def _is_given(word: str) -> bool:
    lists = shipped_lists()
    more = (lists.rarer_given, long_list("men"), long_list("women"))
    return word in lists.given or any(word in names for names in more)


def _frame(words: Sequence[str], first: int, last: int) -> tuple[str, str, str] | None:
    """What stands around an entry, None where it is prose."""
    if out := _dismissal(words, first, last):
        return out
    before = _kind(words[first - 1]) if first else "\n"
    after = _kind(words[last]) if last < len(words) else "\n"
    if after == ":" and before in _BULLETS and words[last + 1 : last + 2] not in ([], ["\n"]):
        return "\n", after, ""
    if before not in ("\n", ";", "9", ",", "(", ":", "–") or last - first > 3:
        return None
    then = _kind(words[last + 1]) if last + 1 < len(words) else "\n"
    if after == "9" and then == "(" and words[last + 2 : last + 3] and words[last + 2][0].isupper():
        return "", after, "("  # a side with its scorers: "Everton 1 (Ferguson 89)"
    if after == "9" and before in (",", "(", ":") and then != "-":
        return ",", "9", ""
    if after == "x":  # a place on the field
        return (before, after, then) if before == "\n" and then == "9" else None
    if after == ",":  # a state, or a vote: "Republicans _ Parker, Y; Wicker, N."
        return ("", after, "S") if before in ("\n", ";", "–") and then in ("S", "Y") else None
    if before == "(" and after == ")":
        return before, after, ""
    if after in ("–", "—", "-"):
        return ("", after, "") if before in ("\n", ";") else None
    if after in ("9", "(") and before not in ("(", ":"):
        return before, after, then if after == "9" else ""
    return None


def _dismissal(words: Sequence[str], first: int, last: int) -> tuple[str, str, str] | None:
    """The place of an entry in a batting table: "Saeed Anwar c Croft b Cork 176", "Crawley not out 18"."""
    before = words[first - 1] if first else "\n"
    after, then = (*words[last : last + 2], "\n", "\n")[:2]
    if before == "\n" and (
        (after in ("c", "b", "st", "lbw") and (then[0].isupper() or then in ("b", "and")))
        or (after in ("run", "not") and then == "out")
    ):
        return _CRICKET[0]
    if before in ("c", "st") and after == "b":
        return _CRICKET[1]
    return _CRICKET[2] if before == "b" and after[0].isdigit() else None


def _is_batting(words: Sequence[str], first: int, last: int) -> bool:
    return _dismissal(words, first, last) is not None


def _kind(word: str) -> str:
    if _FIELD.fullmatch(word):
        return "x"
    if word[0].isdigit():
        return "9"
    if not word[0].isalpha():
        return word[0]
    if len(word) == 1:
        return "Y"
    return "S" if plain(word) in STATES or (len(word) == 2 and word[1] == ".") else "X"


def _may_be(words: Sequence[str]) -> bool:
    lists = shipped_lists()
    whole = without_initials(words)
    return len(words) < 4 and not any(
        plain(w) in NOT_NAMES
        or plain(w) in _SUMS
        or plain(w) in ORG_ENDS
        or plain(w) in lists.demonyms
        or len(w) < 3
        for w in whole
    )
