"""Years: whether four digits are one, years in words, decades, spans of years, BC and AD."""

from __future__ import annotations

import re

from reader.detect.figures.calendars import iso, long_year
from reader.detect.figures.lexemes import NUM, WORD, Tape
from reader.detect.figures.number_words import SMALL, TENS
from reader.detect.figures.reading import Reading

_BEFORE = frozenset(
    """in since by until till from of during after before early late mid through year to and or between circa the end
fall spring summer winter autumn election season olympics world class model back january february
september october fiscal fy ad around about for on than its his their this that a an next last prior late-""".split()
)
#: Words before that make four digits a count.
_COUNTING = frozenset(
    """than about over nearly almost some least approximately roughly around estimated killed injured wounded only
    another additional total lost has have had employs with""".split()
)
#: Things counted in thousands often written without a comma.
_THINGS = frozenset(
    """people troops soldiers men women children employees workers jobs homes houses refugees civilians fighters
militants rebels police policemen officers members students prisoners detainees settlers protesters
demonstrators residents votes seats cases deaths tons tonnes units dollars euros pounds miles kilometers
kilometres km meters metres feet acres hectares barrels delegates families passengers companies patients
vehicles cars tanks aircraft missiles bombs rockets schools villages points copies copies others more
persons victims bodies inmates mourners foreigners immigrants migrants marines troopers personnel
businesses buildings items pages watts square cubic percent hours minutes days weeks months years calories
words books kilos kilograms pounds grams degrees rpm hp""".split()
)
_OWNERS = frozenset("his her their my your our whose mid- early- late-".split())
_TO = ("-", "–", "—", "/", "‑")


def looks_like_year(literal: str) -> bool:
    """Four plain digits between 1000 and 2199."""
    return len(literal) == 4 and literal.isdigit() and literal.isascii() and "1000" <= literal <= "2199"


def has_era(tape: Tape, i: int) -> bool:
    """Whether BC follows or AD stands before the plain digits at `i`."""
    head = tape[i]
    if not head.low.isdigit() or len(head.low) > 4:
        return False
    after = tape.word(i + 1)
    before_christ = after in ("bc", "bce") or (after == "b" and tape.word(i + 3) == "c")
    return before_christ or _ERA.search(tape.text, max(0, head.start - 6), head.start) is not None


def read_bare_year(tape: Tape, i: int, before: str) -> Reading | None:
    """Four digits at `i` as a year, a decade ("1990s") or a span of years ("1999-2004", "1865 - 70")."""
    head = tape[i]
    year = int(head.low)
    j = i + 1
    after = tape[j]
    if after.glued and after.low in ("s", "'s") and year % 10 == 0:
        return _decade(head.start, after.end, j + 1, year)
    if after.glued and ((after.kind == WORD and after.low != "'s") or after.low in ("%", "$", "€")):
        return None
    strong = before in _BEFORE and before not in _COUNTING
    if before in _COUNTING and _compares(tape, head.start, j, before):
        strong, before = True, ""
    ancient = tape.word(j) in ("bc", "bce") or (tape.word(j) == "b" and tape.sign(j + 1) == ".")
    if not (ancient or 1400 <= year <= 2100 or _is_told_as_a_year(tape, i, before, strong)):
        return None
    reading = Reading(
        head.start, head.end, j, "date", iso(year), confidence=0.9 if strong else 0.75, reason="a year"
    )
    if tape.word(j) in ("bc", "bce") or (ancient and tape.word(j + 2) == "c"):
        return _before_christ(tape, reading, year)
    if tape.sign(j) in _TO:
        spanned = _span(tape, reading, year, j)
        if spanned is not None:
            return spanned
        if _is_half_of_a_compound(tape, j, before):
            return None
    return None if _is_a_count(tape, j, before, strong) else reading


def _is_told_as_a_year(tape: Tape, i: int, before: str, strong: bool) -> bool:
    """Whether the words around a number far from today's years call it one: "in 1066", "AD 79"."""
    christian = _ERA.search(tape.text, max(0, tape[i].start - 6), tape[i].start) is not None
    led = strong and before in ("in", "year", "since", "ad", "circa", "of", "until", "by")
    return christian or led or tape.word(i + 1) in ("ad", "bc", "bce", "ce")


def _is_half_of_a_compound(tape: Tape, j: int, before: str) -> bool:
    """Whether the dash at `j` ties the number to what is no second year: "2010-34567", "some 2000-strong"."""
    if not tape[j + 1].glued:
        return False
    return (tape[j].glued and tape[j + 1].kind == NUM) or (
        tape.sign(j) == "-" and tape[j + 1].kind == WORD and before in _COUNTING
    )


def _is_a_count(tape: Tape, j: int, before: str, strong: bool) -> bool:
    """Whether the four digits before `j` count what follows: "1500 people", "1500 or 1600 troops", "about 2000"."""
    thing = tape.word(j)
    if thing in ("to", "or") and tape[j + 1].kind == NUM and not strong and tape.word(j + 2) in _THINGS:
        return True
    told = before in ("in", "since", "by") and thing not in ("people", "hours")
    known = before == "the" and thing in ("deaths", "votes", "cases", "bombs")
    if thing in _THINGS and not told and not known:
        return True
    if before in ("around", "about"):
        return thing.endswith("s")
    return before in _COUNTING


def _compares(tape: Tape, start: int, j: int, before: str) -> bool:
    """Whether a counting word leads to a year after all: "until at least 2009", "an increase over 2009"."""
    after = tape[j]
    named = after.kind == WORD and tape.text[after.start].isupper()
    return _TURNS.search(tape.text, max(0, start - 48), start) is not None or (
        before in ("with", "over") and named
    )


_TURNS = re.compile(
    r"\b(?:(?:until|to|since|through|till)\sat\sleast|(?:increase|improvement|growth|rise|gains?|decline|drop|progress)"
    r"(?:\sof\s\S+(?:\spercent)?)?\s(?:over|than|with))\s$"
)
_ERA = re.compile(r"\bA\.?D\.?\s$")


def _decade(start: int, end: int, then: int, year: int) -> Reading:
    return Reading(start, end, then, "date", (iso(year), iso(year + 9)), reason="a decade")


def _before_christ(tape: Tape, reading: Reading, year: int) -> Reading:
    """Years before Christ, ISO 8601's astronomical count: 44 BC is -0043."""
    j = reading.next + (1 if tape.word(reading.next) in ("bc", "bce") else 3)
    value = f"-{year - 1:04d}" if year > 1 else "0000"
    reading.value, reading.end, reading.next = value, tape[j - 1].end, j
    return reading


def _span(tape: Tape, reading: Reading, year: int, j: int) -> Reading | None:
    """The second year of "1999-2004", "2011 - 12", "2003/04"."""
    second = tape[j + 1]
    if second.kind != NUM or not second.low.isdigit() or tape[j].glued != second.glued:
        return None
    follows = tape[j + 2]
    if follows.glued and (
        (follows.kind in (WORD, NUM) and follows.low != "'s") or follows.low in ("-", "/", "%")
    ):
        return None
    if len(second.low) == 4:
        last = int(second.low)
    elif len(second.low) == 1 and int(second.low) > year % 10:
        last = year // 10 * 10 + int(second.low)
    elif len(second.low) == 2:
        last = year // 100 * 100 + int(second.low)
        last += 100 if last <= year and int(second.low) < 10 else 0
        if (
            tape.sign(j) == "-"
            and tape[j].glued
            and int(second.low) <= 12
            and last != year + 1
            and last > year + 12
        ):
            return None
    else:
        return None
    if not year < last <= year + 600 or last > 2199:
        return None
    reading.value, reading.end, reading.next = (iso(year), iso(last)), second.end, j + 2
    reading.reason = "a span of years"
    return reading


def read_year(tape: Tape, i: int) -> tuple[int, int] | None:
    """(year, next) of a year in words: "nineteen ninety six", "two thousand and eighteen", "nineteen zero one"."""
    from reader.detect.figures.numbers import read_plain

    word = tape.word(i)
    if word == "two" and tape.word(i + 1) == "thousand":
        number = read_plain(tape, i)
        if number is not None and not number.ordinal and 2000 <= number.value <= 2099:
            return int(number.value), number.next
        return None
    century = {"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}.get(word)
    if century is None:
        return None
    j = i + 1 + (1 if tape.hyphen(i + 1) else 0)
    second = tape.word(j)
    if second in ("zero", "oh", "o") and 0 < SMALL.get(tape.word(j + 1), 0) < 10:
        return century * 100 + SMALL[tape.word(j + 1)], j + 2
    if second in TENS:
        tens = TENS[second]
        k = j + 1 + (1 if tape.hyphen(j + 1) else 0)
        if 0 < SMALL.get(tape.word(k), 0) < 10:
            return century * 100 + tens + SMALL[tape.word(k)], k + 1
        return century * 100 + tens, j + 1
    if SMALL.get(second, 0) >= 10 and century != 20:
        return century * 100 + SMALL[second], j + 1
    return None


def read_short_year(tape: Tape, i: int, before: str) -> Reading | None:
    """The class of '98, in '04: two digits after an apostrophe and a word that leads to a year."""
    head = tape[i]
    if (
        len(head.low) != 2
        or not head.low.isdigit()
        or tape.text[head.start - 1 : head.start] not in ("'", "’", "‘")
    ):
        return None
    m = _LEADS.search(tape.text, max(0, head.start - 12), head.start - 1)
    leads = m is not None and (m[1] != "the" or not _CLOSES.search(tape.text, head.end, head.end + 60))
    if not leads or (tape[i + 1].glued and tape[i + 1].kind == WORD):
        return None
    year = iso(long_year(int(head.low)))
    return Reading(head.start - 1, head.end, i + 1, "date", year, confidence=0.7, reason="a year in short")


_CLOSES = re.compile(r"['’](?!\w)")
_LEADS = re.compile(
    r"\b(the|of|in|since|until|by|from|early|late|summer|winter|spring|fall|autumn)\s$", re.IGNORECASE
)


def read_two_digit_decade(tape: Tape, i: int, before: str) -> Reading | None:
    """The 70's, the '90s, mid-80s: a decade of the last century (or this one below 30); ages are not."""
    head, after = tape[i], tape[i + 1]
    if not (
        len(head.low) == 2
        and head.low.isdigit()
        and head.low[1] == "0"
        and after.glued
        and after.low in ("s", "'s")
    ):
        return None
    quoted = head.start > 0 and tape.text[head.start - 1] in "'’‘"
    if not quoted and before in _OWNERS:
        low = int(head.low)
        value = (low, low + 9)
        return Reading(
            head.start, after.end, i + 2, "quantity", value, "year", confidence=0.8, reason="an age in tens"
        )
    if not quoted and before not in ("the", "early", "late", "mid", "in"):
        return None
    year = (2000 if head.low < "30" else 1900) + int(head.low)
    if not quoted and head.low < "20":
        return None
    start = head.start - 1 if quoted else head.start
    reading = _decade(start, after.end, i + 2, year)
    reading.confidence = 0.8
    return reading
