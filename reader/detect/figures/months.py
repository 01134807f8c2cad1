"""Dates with a month by name: "March 26, 2020", "26 March", "4th of July", "June 3-5", "Jan-Feb 2017", "October"."""

from __future__ import annotations

import re

from reader.detect.figures.calendars import MONTHS, NAME_MONTHS, SHY_MONTHS, WEEKDAYS, is_day, iso, year_near
from reader.detect.figures.days import day_at, year_after
from reader.detect.figures.evidence import Evidence
from reader.detect.figures.lexemes import NUM, WORD, Tape
from reader.detect.figures.nearby import way_of, word_before
from reader.detect.figures.number_words import ORDINALS, TENS
from reader.detect.figures.numbers import read_plain
from reader.detect.figures.reading import BY_ARTICLE, Reading

_FIRM_CONTEXT = frozenset("in last next this from between".split())
_NEAR = _FIRM_CONTEXT | frozenset(
    "on of since until till by through thru during before after early late mid past previous every each coming".split()
)
_CONTEXT = _NEAR | frozenset("or and for around about start end beginning middle the to".split())


def read_month_date(tape: Tape, i: int, evidence: Evidence) -> Reading | None:
    """A date that begins with a month: "March 26, 2020", "Sept. 11", "May 2003", "June 3-5", "October"."""
    head = tape[i]
    month = MONTHS[head.low]
    text = tape.text
    j = i + 1
    dotted = tape.sign(j) == "." and tape[j].glued and len(head.low) <= 4
    if dotted or (tape.sign(j) in ("/", "-") and tape[j].glued and tape[j + 1].kind == NUM):
        j += 1
    if tape.word(j) == "the":
        j += 1
    day, after, last = day_at(tape, j, month)
    before = word_before(text, head.start)
    if day and before == "in" and tape[after].kind == WORD and _counts(tape, after):
        day, after, last = None, i + 1, None
    if day is None:
        after = i + 1 + (1 if dotted else 0)
    year, then = year_after(tape, after, bare=day is None)
    if year is None and not day and not _is_month(tape, i, before, evidence):
        return None
    reading = Reading(head.start, 0, then, "date", None, reason="a month by name")
    reading.end = tape[then - 1].end if then > i + 1 else head.end
    if year is None and not day and dotted and tape.sign(then - 1) == ".":
        reading.end, reading.next = head.end, i + 1
    if year is None and evidence.day:
        year = _year_told(tape, reading.next, evidence.day.year)
        year = year or year_near(evidence.day, month, day, way_of(text, head.start, before))
        reading.reason = f"a month by name, {BY_ARTICLE}"
    reading.value = iso(year, month, day)
    if last is not None:
        reading.value = (iso(year, month, day), iso(year, month, last))
    elif not last:
        _month_range(tape, reading, year, month, day, evidence)
    return reading


def _year_told(tape: Tape, j: int, year: int) -> int | None:
    """The year of "April of next year", "June this year", seen from `year`."""
    j += tape.word(j) == "of"
    step = {"next": 1, "last": -1, "this": 0}.get(tape.word(j))
    return year + step if step is not None and tape.word(j + 1) == "year" else None


def _is_month(tape: Tape, i: int, before: str, evidence: Evidence) -> bool:
    """Whether a month word alone is a month: not the verb "may", not a person called April."""
    head, after = tape[i], tape[i + 1]
    raw = tape.text[head.start : head.end]
    capital, before = raw[0].isupper(), before.rstrip("-")
    beside = _beside_month(tape, i)
    if head.low in ("may", "march"):
        if not capital:
            return before in _FIRM_CONTEXT and (after.kind != WORD or before == "in")
        if head.low == "may" and evidence.may_is_a_name:
            return before in ("in", "last", "next", "this", "since", "until", "early", "late")
        if raw.isupper() and len(raw) > 3:
            return before in _CONTEXT
        return beside or before in _NEAR or (before in ("for", "at", "the") and _leads_noun(tape, i + 1))
    if head.low in SHY_MONTHS:
        dotted = after.low == "." and capital
        return (beside and capital) or before in _NEAR or (dotted and before in ("and", "or", "to"))
    if head.low in NAME_MONTHS and capital:
        named = after.kind == WORD and tape.text[after.start].isupper() and after.low not in WEEKDAYS
        return not named or before in _CONTEXT or beside
    return head.low not in NAME_MONTHS or before in _CONTEXT or beside


def _beside_month(tape: Tape, i: int) -> bool:
    """Whether another month stands before or after: "April, May and June", "Jan-Feb", "May to March"."""
    j = i + 1
    j += tape.sign(j) == "."
    joined = tape.sign(j) in ("-", "–", ",", "/") or tape.word(j) in ("to", "through", "and", "or", "until")
    if joined and tape.word(j + 1) in MONTHS:
        return True
    m = _MONTH_BEFORE.search(tape.text, max(0, tape[i].start - 18), tape[i].start)
    return m is not None and m[1].lower() in MONTHS


_MONTH_BEFORE = re.compile(r"\b([A-Z][a-z]{2,8})\.?(?:,?\s(?:and|or|to|through|until)?\s?|\s?[-–,/]\s?)$")


_VERBS = frozenset(
    "is was has had will would to of in on at from for with by and or said says as who".split()
)
_FUNCTION_WORDS = _VERBS | frozenset(
    """but than that this which when where while if because so nor yet his her its their our after before during
    since until till under over against between near via amid following 's""".split()
)


def _leads_noun(tape: Tape, j: int) -> bool:
    """Whether a lower-case noun or a possessive follows: "for May delivery", "at May's pace"."""
    after = tape[j]
    if after.low in ("'", "'s"):
        return True
    return after.kind == WORD and tape.text[after.start].islower() and after.low not in _VERBS


def _counts(tape: Tape, j: int) -> bool:
    """Whether the word at `j` is something counted, or goes with it: "in March 15 people were killed"."""
    after, word = tape[j], tape.word(j)
    if tape.text[after.start].isupper():
        return word.endswith("s")
    return word not in _FUNCTION_WORDS


def _month_range(
    tape: Tape, reading: Reading, year: int | None, month: int, day: int | None, evidence: Evidence
) -> None:
    """Widen to "January-March 2005", "Nov 18-Dec 19, 2015": glued by a dash only."""
    j = reading.next
    if tape.sign(j) not in ("-", "–", "—", "/"):
        return
    other = MONTHS.get(tape.word(j + 1))
    if not other or (tape.sign(j) == "-" and tape[j].glued != tape[j + 1].glued):
        return
    second = read_month_date(tape, j + 1, evidence)
    if second is None or not isinstance(second.value, str):
        return
    if day is None and second.value.count("-") >= (2 if not second.value.startswith("--") else 3):
        return
    if year is None and not (second.value.startswith("--") and evidence.day):
        later = re.match(r"\d{4}", second.value)
        year = int(later[0]) if later else None
    elif second.value[:4].isdigit() and (
        tape[second.next - 1].kind == NUM and len(tape[second.next - 1].low) == 4
    ):
        year = year if reading.reason == "a month by name" else int(second.value[:4])
    reading.value = (iso(year, month, day), second.value)
    reading.end, reading.next = second.end, second.next


def read_day_month(tape: Tape, i: int, evidence: Evidence) -> Reading | None:
    """A date that begins with a day: "26 March 2020", "4th of July", "twenty second of June", "3-5 March"."""
    head, text = tape[i], tape.text
    first = _day_of_month(tape, i)
    if first is None:
        return None
    day, j, ordinal = first
    last, j = _last_day_before_month(tape, j, day)
    at = _month_after_day(tape, j, linked=ordinal or last is not None)
    month = MONTHS.get(tape.word(at))
    if not month or not is_day(month, day):
        return None
    raw = text[tape[at].start : tape[at].end]
    if tape.word(at) in ("may", "march") and raw[0].islower() and not (ordinal or tape[at].glued):
        return None
    dotted = tape.sign(at + 1) == "." and tape[at + 1].glued and len(raw) <= 4
    year, then = year_after(tape, at + 1 + dotted, bare=False)
    if year is None and tape.sign(at + dotted) == ".":
        then = at + dotted
    reading = Reading(head.start, tape[then - 1].end, then, "date", None, reason="a day and a month by name")
    if year is None and evidence.day:
        way = way_of(text, head.start, word_before(text, head.start))
        year = year_near(evidence.day, month, day, way)
        reading.reason = f"a day and a month by name, {BY_ARTICLE}"
    reading.value = iso(year, month, day) if last is None else (iso(year, month, day), iso(year, month, last))
    return reading


def _day_of_month(tape: Tape, i: int) -> tuple[int, int, bool] | None:
    """(day, next, whether an ordinal) of "26", "4th", "twenty second"; its dot is passed over before a month."""
    head = tape[i]
    if head.kind != NUM:
        number = read_plain(tape, i)
        if number is None or not number.ordinal or number.value > 31:
            return None
        return int(number.value), number.next, True
    if len(head.low) > 2 or not head.low.isdigit():
        return None
    j = i + 1
    ordinal = tape[j].glued and tape[j].low in _ENDINGS
    j += ordinal
    j += tape.sign(j) == "." and tape[j].glued and bool(MONTHS.get(tape.word(j + 1)))
    return int(head.low), j, ordinal


_ENDINGS = ("st", "nd", "rd", "th")


def _last_day_before_month(tape: Tape, j: int, day: int) -> tuple[int | None, int]:
    """(last day, next) of "-5 March", "to the 5th of March" at `j`; (None, `j`) where there is none."""
    if tape.sign(j) not in ("-", "–", "‑", "/") and tape.word(j) not in ("to", "and", "or", "through"):
        return None, j
    k = j + 1 + (tape.word(j + 1) == "the")
    more = tape[k]
    if more.kind == NUM and len(more.low) <= 2 and more.low.isdigit() and int(more.low) > day:
        k += 1
        k += tape[k].glued and tape[k].low in _ENDINGS
        if MONTHS.get(tape.word(k + (tape.word(k) == "of"))):
            return int(more.low), k
    elif more.low in ORDINALS or more.low in TENS:
        number = read_plain(tape, k)
        if number is not None and number.ordinal and tape.word(number.next) == "of":
            is_date = tape.word(number.next + 1) in MONTHS
            return (int(number.value), number.next) if is_date else (None, j)
    return None, j


def _month_after_day(tape: Tape, j: int, *, linked: bool) -> int:
    """Where the month of a day stands that ends at `j`: behind "of" (only if `linked`), "day of", a glued dash."""
    j += tape.word(j) == "day" and tape.word(j + 1) == "of"
    if tape.word(j) == "of":
        return j + 1 if linked else j
    dash = tape.sign(j) in ("-", "/", "–") and tape[j].glued and tape[j + 1].glued
    return j + 1 if dash and MONTHS.get(tape.word(j + 1)) else j
