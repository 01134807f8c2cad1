"""Dates: weekdays, days, months, years, decades, centuries, quarters and relative days.

Each reader takes a tape and a place and answers a `Reading` or None. Years alone are decided in `years`.
"""

from __future__ import annotations

import re

from reader.detect.calendars import (
    DAY_PARTS,
    FULL_WEEKDAYS,
    MONTHS,
    NAME_MONTHS,
    RELATIVE_DAYS,
    SHY_MONTHS,
    WEEKDAYS,
    is_day,
    iso,
    long_year,
    relative_period,
    weekday_near,
    year_near,
)
from reader.detect.evidence import Evidence
from reader.detect.lexemes import DATE, NUM, WORD, Tape, number_of
from reader.detect.numbers import ORDINALS, SMALL, TENS, read_plain
from reader.detect.reading import Reading
from reader.detect.years import read_year

_CONTEXT = frozenset(
    "in on of last next this since until till by from to through thru between during before after early late mid "
    "past previous every each coming and or for around about start end beginning middle the to- half follows".split()
)
_BACK = frozenset("last past previous".split())
_FORTH = frozenset("next coming following upcoming".split())
_AHEAD = re.compile(r"\b(?:will|next|upcoming|scheduled|due|expected|planned|plans?|set|coming)\b")
_BEHIND = re.compile(r"\b(?:was|were|had|said|says|\w{3,}ed)\b")
_NUMERIC = re.compile(r"(\d{1,4})([-/. ])(\w+)\2(\d{1,4})")


def word_before(text: str, at: int) -> str:
    """The word that ends before `at` with only spaces between, folded; "" when none does."""
    end = at
    while end > 0 and at - end < 4 and text[end - 1] == " ":
        end -= 1
    start = end
    while start > 0 and end - start < 24 and (text[start - 1].isalnum() or text[start - 1] in "-'’"):
        start -= 1
    return text[start:end].lower()


def way_of(text: str, at: int, before: str) -> int:
    """-1, 0 or 1: whether a date at `at` lies back, near, or ahead, by the word before and its sentence."""
    if before in _BACK:
        return -1
    if before in _FORTH:
        return 1
    start = max(text.rfind(". ", max(0, at - 120), at), text.rfind("\n", max(0, at - 120), at), at - 120, 0)
    stop = text.find(". ", at, at + 80)
    around = text[start : stop if stop > 0 else at + 60]
    return 1 if _AHEAD.search(around) and not _BEHIND.search(around) else 0


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
    day, after, last = _day_at(tape, j, month)
    before = word_before(text, head.start)
    if day and before == "in" and tape[after].kind == WORD and _counts(tape, after):
        day, after, last = None, i + 1, None
    if day is None:
        after = i + 1 + (1 if dotted else 0)
    year, then = _year_after(tape, after, bare=day is None)
    if year is None and not day and not _is_month(tape, i, before):
        return None
    reading = Reading(head.start, 0, then, "date", None, reason="a month by name")
    reading.end = tape[then - 1].end if then > i + 1 else head.end
    if year is None and not day and dotted and tape.sign(then - 1) == ".":
        reading.end, reading.next = head.end, i + 1
    if year is None and evidence.day:
        year = year_near(evidence.day, month, day, way_of(text, head.start, before))
        reading.reason = "a month by name, the year by the article's date"
    reading.value = iso(year, month, day)
    if last is not None:
        reading.value = (iso(year, month, day), iso(year, month, last))
    elif not last:
        _month_range(tape, reading, year, month, day, evidence)
    return reading


def _is_month(tape: Tape, i: int, before: str) -> bool:
    """Whether a month word alone is a month: not the verb "may", not a person called April."""
    head = tape[i]
    raw = tape.text[head.start : head.end]
    after = tape[i + 1]
    if head.low in SHY_MONTHS:
        if raw.isupper() and len(raw) > 3:
            return True
        if head.low in ("may", "march"):
            nouns = (
                before in _CONTEXT and before not in ("and", "or", "the", "to", "about", "for")
            ) or before == "of"
            return (
                nouns
                if raw[0].isupper()
                else before in ("in", "last", "next", "this", "from", "between")
                and not (after.kind == WORD and before != "in")
            )
        if after.low == "-" and MONTHS.get(tape.word(i + 2)):
            return True
        return (
            (before in _CONTEXT and before not in ("to", "for", "by", "about", "the", "and", "or"))
            or (before in ("and", "or", "to") and raw[0].isupper() and tape.sign(i + 1) == ".")
            or (before in ("to", "and") and head.low not in ("mar", "jan", "dec"))
            or before == "$"
        )
    if head.low in NAME_MONTHS:
        if raw[0].isupper():
            named = after.kind == WORD and tape.text[after.start].isupper() and after.low not in WEEKDAYS
            return not named or before in _CONTEXT
        return before in _CONTEXT
    return True


def _counts(tape: Tape, j: int) -> bool:
    """Whether the word at `j` is something counted: "in March 15 people were killed"."""
    word = tape.word(j)
    return (word.endswith("s") and word not in ("was", "is", "has", "as", "this", "its", "his")) or word in (
        "people",
        "more",
        "men",
    )


def _day_at(tape: Tape, j: int, month: int) -> tuple[int | None, int, int | None]:
    """(day, next, last day of a range) of the day number at `j`."""
    lexeme = tape[j]
    value: float | int | None = None
    after = j + 1
    if lexeme.kind == NUM:
        if len(lexeme.low) > 2 or not lexeme.low.isdigit():
            return None, j, None
        value = int(lexeme.low)
        suffix = tape[after]
        if suffix.glued and suffix.low in ("st", "nd", "rd", "th"):
            after += 1
        elif suffix.glued and (
            suffix.kind == WORD
            or suffix.low in ("%", ":", "/")
            or (suffix.low == "." and tape[after + 1].glued and tape[after + 1].kind == NUM)
        ):
            return None, j, None
        elif suffix.low in (
            "percent",
            "per",
            "million",
            "billion",
            "pm",
            "am",
            "%",
            "a.m",
            "p.m",
            "p",
            "a",
            "to-",
        ):
            if suffix.low not in ("p", "a") or tape.sign(after + 1) == ".":
                return None, j, None
    elif lexeme.low in ORDINALS or lexeme.low in SMALL or lexeme.low in TENS:
        number = read_plain(tape, j)
        if number is None or number.value > 31:
            return None, j, None
        value, after = number.value, number.next
        if not number.ordinal and after < j + 2 and number.value < 10:
            return None, j, None
        if (
            lexeme.low in ("first", "second", "one")
            and tape[after].kind == WORD
            and tape.text[tape[after].start].islower()
            and (tape.word(after) not in _AFTER_DAY)
        ):
            return None, j, None
    if value is None or not is_day(month, value):
        return None, j, None
    last = _last_day(tape, after, month, int(value))
    return (int(value), last[1], last[0]) if last else (int(value), after, None)


_AFTER_DAY = frozenset("in at on to through two and until till from the of nineteen twenty".split())


def _last_day(tape: Tape, j: int, month: int, first: int) -> tuple[int, int] | None:
    """(last day, next) when a range of days goes on at `j`: "19-20", "3 to 5", "ninth through seventeenth"."""
    sign, word = tape.sign(j), tape.word(j)
    if sign in ("-", "–", "—", "‑") or word in ("to", "through", "until", "till", "thru"):
        k = j + 1
        if tape.word(k) == "the":
            return None
        second = tape[k]
        if (
            second.kind == NUM
            and second.low.isdigit()
            and len(second.low) <= 2
            and first < int(second.low) <= 31
        ):
            after = k + 1
            suffix = tape[after]
            if suffix.glued and suffix.low in ("st", "nd", "rd", "th"):
                after += 1
            elif suffix.glued and (suffix.kind in (WORD, NUM) or suffix.low in ("%", ":", "/", "-")):
                return None
            if sign and tape[j].glued is False and second.glued and sign == "-":
                return None
            if word and (
                tape.word(after) in ("percent", "p.m", "pm", "am", "million") or tape[after].low == "%"
            ):
                return None
            if is_day(month, int(second.low)) and not MONTHS.get(tape.word(after)):
                return int(second.low), after
        number = read_plain(tape, k) if second.low in ORDINALS or second.low in TENS else None
        if number is not None and number.ordinal and first < number.value <= 31:
            return int(number.value), number.next
    return None


def _year_after(tape: Tape, j: int, *, bare: bool) -> tuple[int | None, int]:
    """(year, next) of a year that goes with a month or day before `j`: ", 2020", "of 2016", "'98", in words."""
    k = j
    if tape.sign(k) in (",", "-", "/", "."):
        if tape.sign(k) != "," and not (tape[k].glued and tape[k + 1].glued):
            return None, j
        k += 1
    elif tape.word(k) in ("of", "in") and (tape.word(k) == "of" or bare is False or True):
        k += 1
    lexeme = tape[k]
    if (
        lexeme.kind == NUM
        and lexeme.low.isdigit()
        and len(lexeme.low) == 4
        and 1000 <= int(lexeme.low) <= 2199
    ):
        after = tape[k + 1]
        if (after.glued and (after.kind == WORD or after.low in ("%", ":"))) or after.low in (
            "%",
            "percent",
            "GMT",
            "gmt",
            "hours",
            "people",
        ):
            return None, j
        if k > j and tape.word(j) == "in" and bare is False:
            return None, j
        return int(lexeme.low), k + 1
    if (
        lexeme.low in ("'", "’", "‘")
        and tape[k + 1].kind == NUM
        and tape[k + 1].glued
        and len(tape[k + 1].low) == 2
        and (tape[k + 1].low.isdigit())
    ):
        return long_year(int(tape[k + 1].low)), k + 2
    if (
        lexeme.kind == NUM
        and k > j
        and tape.word(j) == "of"
        and len(lexeme.low) == 2
        and lexeme.low.isdigit()
    ):
        return long_year(int(lexeme.low)), k + 1
    if lexeme.low in ("two", "nineteen", "twenty", "eighteen", "seventeen"):
        words = read_year(tape, k)
        if words is not None:
            return words
    return None, j


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
    second = read_month_date(tape, j + 1, evidence) if (day or tape[j + 2].kind == NUM or True) else None
    if second is None or not isinstance(second.value, str):
        return
    if day is None and second.value.count("-") >= (2 if not second.value.startswith("--") else 3):
        return
    if ((second.value.startswith("--")) is False and year is None) or (not evidence.day and year is None):
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
    head = tape[i]
    if head.kind == NUM:
        if len(head.low) > 2 or not head.low.isdigit():
            return None
        day, j = int(head.low), i + 1
        ordinal = tape[j].glued and tape[j].low in ("st", "nd", "rd", "th")
        j += ordinal
        if tape.sign(j) == "." and tape[j].glued and MONTHS.get(tape.word(j + 1)):
            j += 1
    else:
        number = read_plain(tape, i)
        if number is None or not number.ordinal or number.value > 31:
            return None
        day, j, ordinal = int(number.value), number.next, True
    last = None
    if tape.sign(j) in ("-", "–", "‑") or tape.word(j) in ("to", "and", "or", "through"):
        more = tape[j + 1]
        k = j + 1 + (tape.word(j + 1) == "the")
        more = tape[k]
        if more.kind == NUM and len(more.low) <= 2 and more.low.isdigit() and int(more.low) > day:
            k += 1
            k += tape[k].glued and tape[k].low in ("st", "nd", "rd", "th")
            if MONTHS.get(tape.word(k + (tape.word(k) == "of"))):
                last, j = int(more.low), k
        elif more.low in ORDINALS or more.low in TENS:
            number = read_plain(tape, k)
            if (
                number is not None
                and number.ordinal
                and tape.word(number.next) == "of"
                and MONTHS.get(tape.word(number.next + 1))
            ):
                last, j = int(number.value), number.next
    if tape.word(j) in ("day",) and tape.word(j + 1) == "of":
        j += 1
    if tape.word(j) == "of":
        if not ordinal and last is None:
            return None
        j += 1
    elif (
        tape.sign(j) in ("-", "/", "–")
        and tape[j].glued
        and tape[j + 1].glued
        and MONTHS.get(tape.word(j + 1))
    ):
        j += 1
    month = MONTHS.get(tape.word(j))
    if not month or not is_day(month, day):
        return None
    raw = tape.text[tape[j].start : tape[j].end]
    if tape.word(j) in ("may", "march") and raw[0].islower() and not (ordinal or tape[j].glued):
        return None
    after = j + 1
    if tape.sign(after) == "." and tape[after].glued and len(raw) <= 4:
        after += 1
    year, then = _year_after(tape, after, bare=False)
    if year is None and tape.sign(after - 1) == ".":
        after -= 1
        then = after
    reading = Reading(head.start, tape[then - 1].end, then, "date", None, reason="a day and a month by name")
    if year is None and evidence.day:
        year = year_near(
            evidence.day, month, day, way_of(tape.text, head.start, word_before(tape.text, head.start))
        )
        reading.reason = "a day and a month by name, the year by the article's date"
    reading.value = iso(year, month, day) if last is None else (iso(year, month, day), iso(year, month, last))
    return reading


def read_weekday(tape: Tape, i: int, evidence: Evidence) -> Reading | None:
    """A weekday, with the date and part of the day that stand with it."""
    head = tape[i]
    before = word_before(tape.text, head.start)
    if (
        before in ("bloody", "super", "black", "ruby", "giving")
        and tape.text[head.start].isupper()
        and before != "black"
    ):
        return None
    j = i + 1
    dotted = tape.sign(j) == "." and tape[j].glued and head.low not in FULL_WEEKDAYS
    j += dotted
    comma = tape.sign(j) == ","
    k = j + comma
    if tape.sign(k) == "(":
        k += 1
    if tape.word(k) == "the" or (tape.word(k) == "on" and MONTHS.get(tape.word(k + 1))):
        k += 1
    tail: Reading | None = None
    if MONTHS.get(tape.word(k)):
        tail = read_month_date(tape, k, evidence)
        if tail is not None and tail.next == k + 1:
            tail = None
    elif tape[k].kind == NUM or tape.word(k) in ORDINALS or tape.word(k) in TENS:
        tail = read_day_month(tape, k, evidence)
        if tail is None and not comma:
            number = read_plain(tape, k)
            suffixed = (
                tape[k].kind == NUM and tape[k + 1].glued and tape[k + 1].low in ("st", "nd", "rd", "th")
            )
            if (
                number is not None
                and (suffixed or (number.ordinal and tape.word(k - 1) == "the"))
                and number.value <= 31
            ):
                after = k + 2 if suffixed else number.next
                tail = Reading(
                    tape[k].start, tape[after - 1].end, after, "date", iso(None, None, int(number.value))
                )
    elif tape[k].kind == DATE:
        tail = read_numeric(tape, k, evidence)
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
    if tape.word(reading.next) in DAY_PARTS and tape.word(reading.next) not in ("noon", "midnight"):
        reading.end, reading.next = tape[reading.next].end, reading.next + 1
    return reading


def _is_weekday(tape: Tape, i: int, before: str, dotted: bool) -> bool:
    """Whether an abbreviation such as "Sat" is a day."""
    raw = tape.text[tape[i].start : tape[i].end]
    if raw.lower() in ("tue", "tues", "thu", "thur", "thurs", "fri"):
        return before in _CONTEXT or dotted
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
    a, b, c = m[1], m[3], m[4]
    reading = Reading(head.start, head.end, i + 1, "date", None, reason="a date in numbers")
    if not b.isdigit():
        month = MONTHS.get(b, 0)
        if not month:
            return None
        year, day = (int(a), int(c)) if len(a) == 4 else (long_year(int(c)), int(a))
        if not is_day(month, day) or len(a) == 3 or len(c) == 3:
            return None
    elif len(a) == 4:
        if len(c) > 2:
            return None
        year, month, day = int(a), int(b), int(c)
        if month > 12 >= day:
            month, day = day, month
    else:
        if len(a) > 2 or len(c) not in (2, 4):
            return None
        year = long_year(int(c)) if len(c) == 2 else int(c)
        x, y = int(a), int(b)
        if m[2] == "." and len(c) == 2 and not evidence.day_first and (x > 31 or y > 12):
            return None
        if x > 12 >= y:
            day, month = x, y
        elif y > 12 >= x:
            day, month = y, x
        else:
            first = evidence.day_first
            if x != y:
                told = first is not None
                reading.confidence = 0.9 if told else 0.6
                reading.reason += (
                    ", its order by the article's other dates" if told else ", its order not told"
                )
            first = (m[2] == ".") if first is None else first
            day, month = (x, y) if first else (y, x)
    if not is_day(month, day) or not 1000 <= year <= 2199:
        return None
    reading.value = iso(year, month, day) + (f"T{clock.upper()}" if clock else "")
    return reading


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
    if tape.word(i + 1) in DAY_PARTS:
        reading.end, reading.next = tape[i + 1].end, i + 2
    return reading


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
_PERIODS = {"week": "week", "month": "month", "year": "year", "quarter": "quarter", "decade": "decade", "century": "century",
            "weekend": "weekend"}  # fmt: skip


def read_period(tape: Tape, i: int, evidence: Evidence) -> Reading | None:
    """last month, next year, this week: a period seen from the article's date."""
    head = tape[i]
    unit = _PERIODS.get(tape.word(i + 1), "")
    if not unit or tape.hyphen(i + 2):
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


def read_quarter(tape: Tape, i: int, number: int, j: int, evidence: Evidence) -> Reading | None:
    """The first quarter (of a year named after it) from the ordinal read up to `j`; centuries likewise."""
    j += 1 if tape.hyphen(j) or (tape.sign(j) == "-" and tape.word(j + 1) in ("quarter", "century")) else 0
    word = tape.word(j)
    head = tape[i]
    if word == "century" and 1 <= number <= 30:
        first = (number - 1) * 100 + 1
        reading = Reading(
            head.start, tape[j].end, j + 1, "date", (iso(first), iso(first + 99)), reason="a century"
        )
        if tape.word(j + 1) in ("bc", "bce") or tape.word(j + 1) == "b":
            reading.value = None
        return reading
    if word != "quarter" or not 1 <= number <= 4:
        return None
    k = j + 1 + (tape.word(j + 1) in ("of", "in"))
    year = _four_digits(tape, k)
    value = f"{year}-Q{number}" if year else f"Q{number}"
    if not year and evidence.day and word_before(tape.text, head.start) == "the":
        quarter = (evidence.day.month - 1) // 3 + 1
        value = f"{evidence.day.year - (number > quarter)}-Q{number}"
    return Reading(
        head.start, tape[j].end, j + 1, "date", value, confidence=0.8, reason="a quarter of a year"
    )


def _four_digits(tape: Tape, k: int) -> int | None:
    lexeme = tape[k]
    if lexeme.kind == NUM and len(lexeme.low) == 4 and lexeme.low.isdigit():
        value = number_of(lexeme.low)
        return int(value) if value is not None and 1500 <= value <= 2199 else None
    return None


def read_short_quarter(tape: Tape, i: int) -> Reading | None:
    """Q1, Q3 2020, H2 2019."""
    head, number = tape[i], tape[i + 1]
    if not (number.kind == NUM and number.glued and number.low in ("1", "2", "3", "4") and head.kind == WORD):
        return None
    if (tape.text[head.start].islower() and head.low == "h") or (head.low == "h" and number.low > "2"):
        return None
    after = tape[i + 2]
    if after.glued and (after.kind in (WORD, NUM)):
        return None
    name = f"{head.low.upper()}{number.low}"
    k = i + 2 + (tape.word(i + 2) == "of")
    year = _four_digits(tape, k)
    if head.low == "h" and not year:
        return None
    if year:
        return Reading(head.start, tape[k].end, k + 1, "date", f"{year}-{name}", reason="a quarter of a year")
    return Reading(head.start, number.end, i + 2, "date", name, confidence=0.7, reason="a quarter of a year")
