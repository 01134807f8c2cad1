"""Weekdays, dates in numbers, and days and periods seen from the article's date."""

from __future__ import annotations

import re

from reader.detect.figures.calendars import (
    DAY_PARTS,
    FULL_WEEKDAYS,
    MONTHS,
    RELATIVE_DAYS,
    WEEKDAYS,
    is_day,
    iso,
    long_year,
    relative_period,
    weekday_near,
)
from reader.detect.figures.evidence import Evidence
from reader.detect.figures.lexemes import DATE, NUM, Tape
from reader.detect.figures.months import read_day_month, read_month_date
from reader.detect.figures.nearby import way_of, word_before
from reader.detect.figures.number_words import ORDINALS, TENS
from reader.detect.figures.numbers import read_plain
from reader.detect.figures.reading import Reading

_SHORT_CONTEXT = frozenset(
    """in on of last next this since until till by from to through between during before after every each and or for
    around about""".split()
)
_NUMERIC = re.compile(r"(\d{1,4})([-/. ])(\w+)\2(\d{1,4})")
_STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
    "same": 0,
}
_PERIODS = frozenset("week month year quarter decade century weekend".split())
# Newspapers that are called after the day on which they come: the Sunday Times.
_PAPERS = frozenset(
    "times telegraph mirror mail herald post express star independent tribune business".split()
)


def read_weekday(tape: Tape, i: int, evidence: Evidence) -> Reading | None:
    """A weekday, with the date and part of the day that stand with it."""
    head = tape[i]
    before = word_before(tape.text, head.start)
    if tape.text[head.start].isupper() and _is_name_of_day(tape, i, before):
        return None
    dotted = tape.sign(i + 1) == "." and tape[i + 1].glued and head.low not in FULL_WEEKDAYS
    tail = _date_behind(tape, i + 1 + dotted, evidence)
    if head.low not in FULL_WEEKDAYS and tail is None and not _is_weekday(tape, i, before, dotted):
        return None
    reading = Reading(head.start, head.end, i + 1, "date", None, reason="a day of the week")
    if tail is not None:
        reading.end, reading.next, reading.value = tail.end, tail.next, tail.value
    elif evidence.day:
        way = way_of(tape.text, head.start, before)
        reading.value = weekday_near(evidence.day, WEEKDAYS[head.low], way) or None
        reading.reason = "a day of the week, its date by the article's"
        reading.confidence = 0.9
    _add_part_of_day(tape, reading)
    return reading


def _is_name_of_day(tape: Tape, i: int, before: str) -> bool:
    """Whether a day with a capital is part of a name: Bloody Sunday, the Sunday Times, the Mail on Sunday."""
    return (
        before in ("bloody", "super", "ruby", "giving")
        or (tape.word(i + 1) in _PAPERS and tape.text[tape[i + 1].start].isupper())
        or tape.text.endswith("Mail on ", 0, tape[i].start)
    )


def _date_behind(tape: Tape, j: int, evidence: Evidence) -> Reading | None:
    """The date that stands with a weekday, from lexeme `j` on: ", May 3", "the 12th", " 3/4/2020"."""
    comma = tape.sign(j) == ","
    k = j + comma
    if tape.sign(k) == "(":
        k += 1
    if tape.word(k) == "the" or (tape.word(k) == "on" and MONTHS.get(tape.word(k + 1))):
        k += 1
    if MONTHS.get(tape.word(k)):
        found = read_month_date(tape, k, evidence)
        return None if found is not None and found.next == k + 1 else found
    if tape[k].kind == NUM or tape.word(k) in ORDINALS or tape.word(k) in TENS:
        found = read_day_month(tape, k, evidence)
        return _day_alone(tape, k) if found is None and not comma else found
    return read_numeric(tape, k, evidence) if tape[k].kind == DATE else None


def _day_alone(tape: Tape, k: int) -> Reading | None:
    """A day of an untold month: "12th", "the twelfth"."""
    number = read_plain(tape, k)
    if number is None or number.value > 31:
        return None
    suffixed = tape[k].kind == NUM and tape[k + 1].glued and tape[k + 1].low in ("st", "nd", "rd", "th")
    if not suffixed and not (number.ordinal and tape.word(k - 1) == "the"):
        return None
    after = k + 2 if suffixed else number.next
    return Reading(tape[k].start, tape[after - 1].end, after, "date", iso(None, None, int(number.value)))


def _add_part_of_day(tape: Tape, reading: Reading) -> None:
    """Take in the morning, afternoon, evening or night after a day."""
    after = tape[reading.next]
    if after.low in DAY_PARTS and after.low not in ("noon", "midnight"):
        reading.end, reading.next = after.end, reading.next + 1


def _is_weekday(tape: Tape, i: int, before: str, dotted: bool) -> bool:
    """Whether an abbreviation such as "Sat" is a day."""
    raw = tape.text[tape[i].start : tape[i].end]
    if raw.lower() in ("tue", "tues", "thu", "thur", "thurs", "fri"):
        return before in _SHORT_CONTEXT or dotted
    return before in ("on", "next", "last", "this", "every", "from", "until", "week") and (
        raw[0].isupper() or raw.lower() != "sun"
    )


def read_numeric(tape: Tape, i: int, evidence: Evidence) -> Reading | None:
    """26/3/2020, 2020-03-26, 03.26.20, 2019/aug/01, 20200701: the order of day and month by the article."""
    head = tape[i]
    literal = head.low
    if literal.isdigit():
        literal = f"{literal[:4]}-{literal[4:6]}-{literal[6:8]}"
    clock = ""
    if "t" in literal[8:12]:
        literal, _, clock = literal.partition("t")
    if literal[:8].isdigit() and len(literal) == 8:
        literal = f"{literal[:4]}-{literal[4:6]}-{literal[6:8]}"
    m = _NUMERIC.fullmatch(literal)
    if m is None:
        return None
    reading = Reading(head.start, head.end, i + 1, "date", None, reason="a date in numbers")
    known = _parts_of(m, evidence, reading)
    if known is None:
        return None
    year, month, day = known
    if not is_day(month, day) or not 1000 <= year <= 2199:
        return None
    reading.value = iso(year, month, day) + (f"T{clock.upper()}" if clock else "")
    return reading


def _parts_of(m: re.Match[str], evidence: Evidence, reading: Reading) -> tuple[int, int, int] | None:
    """Year, month and day of a match of `_NUMERIC`; what makes it less sure is told in `reading`."""
    a, b, c = m[1], m[3], m[4]
    if not b.isdigit():  # 2019/aug/01, 01-aug-2019
        month = MONTHS.get(b, 0)
        year, day = (int(a), int(c)) if len(a) == 4 else (long_year(int(c)), int(a))
        if not month or not is_day(month, day) or len(a) == 3 or len(c) == 3:
            return None
        return year, month, day
    if len(a) == 4:
        if len(c) > 2:
            return None
        month, day = int(b), int(c)
        return (int(a), day, month) if month > 12 >= day else (int(a), month, day)
    if len(a) > 2 or len(c) not in (2, 4):
        return None
    year = long_year(int(c)) if len(c) == 2 else int(c)
    x, y = int(a), int(b)
    first = evidence.day_first
    if m[2] == "." and len(c) == 2 and not first and (x > 31 or y > 12):
        return None
    if x > 12 >= y or y > 12 >= x:
        first = x > 12
    else:
        if x != y:
            told = first is not None
            reading.confidence = 0.9 if told else 0.6
            reading.reason += ", its order by the article's other dates" if told else ", its order not told"
        first = (m[2] == ".") if first is None else first
    day, month = (x, y) if first else (y, x)
    return year, month, day


def read_relative(tape: Tape, i: int, evidence: Evidence) -> Reading | None:
    """Today, yesterday, tomorrow, with a part of the day; "tonight" too."""
    head = tape[i]
    reading = Reading(
        head.start, head.end, i + 1, "date", None, confidence=0.8, reason="a day seen from the article's"
    )
    if tape.hyphen(i + 1) or (tape.text[max(0, head.start - 1)] == "-" and head.start):
        return None
    if (
        head.low == "today"
        and tape.text[head.start : head.end] == "Today"
        and word_before(tape.text, head.start) in ("usa", "russia")
    ):
        return None
    if evidence.day:
        reading.value = relative_period(evidence.day, "day", RELATIVE_DAYS[head.low])
    _add_part_of_day(tape, reading)
    return reading


def read_period(tape: Tape, i: int, evidence: Evidence) -> Reading | None:
    """last month, next year, this week: a period seen from the article's date."""
    head = tape[i]
    unit = tape.word(i + 1)
    if unit not in _PERIODS or head.low not in _STEPS or tape.hyphen(i + 2) or tape.word(i + 2) == "century":
        return None
    reading = Reading(
        head.start,
        tape[i + 1].end,
        i + 2,
        "date",
        None,
        confidence=0.6,
        reason="a period seen from the article's date",
    )
    if evidence.day and head.low not in ("following", "same", "past"):
        reading.value = relative_period(evidence.day, unit, _STEPS[head.low])
    return reading
