"""The day and the year inside a date: "26th", "19-20", "the twenty-first", ", 2020", "of '98"."""

from __future__ import annotations

from reader.detect.figures.calendars import MONTHS, is_day, long_year
from reader.detect.figures.lexemes import NUM, WORD, Tape
from reader.detect.figures.number_words import ORDINALS, SMALL, TENS
from reader.detect.figures.numbers import read_plain
from reader.detect.figures.years import read_year

_COUNTED_ROUNDS = frozenset(
    "half round quarter week weekend time meeting lady person day anniversary".split()
)


def day_at(tape: Tape, j: int, month: int) -> tuple[int | None, int, int | None]:
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
        elif (
            suffix.glued
            and (
                suffix.kind == WORD
                or suffix.low in ("%", "/")
                or (suffix.low in (".", ":") and tape[after + 1].glued and tape[after + 1].kind == NUM)
            )
        ) or (
            suffix.low
            in (
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
            )
            and (suffix.low not in ("p", "a") or tape.sign(after + 1) == ".")
        ):
            return None, j, None
    elif lexeme.low in ORDINALS or lexeme.low in SMALL or lexeme.low in TENS:
        number = read_plain(tape, j)
        if number is None or number.value > 31:
            return None, j, None
        value, after = number.value, number.next
        if not number.ordinal and after < j + 2 and number.value < 10:
            return None, j, None
        if lexeme.low in ("first", "second", "third", "fourth") and tape.word(after) in _COUNTED_ROUNDS:
            return None, j, None
    if value is None or not is_day(month, value):
        return None, j, None
    last = _last_day(tape, after, month, int(value))
    return (int(value), last[1], last[0]) if last else (int(value), after, None)


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
            if sign and not tape[j].glued and second.glued and sign == "-":
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


def year_after(tape: Tape, j: int, *, bare: bool) -> tuple[int | None, int]:
    """(year, next) of a year that goes with a month or day before `j`: ", 2020", "of 2016", "'98", in words."""
    k = j
    if tape.sign(k) in (",", "-", "/", "."):
        if tape.sign(k) != "," and not (tape[k].glued and tape[k + 1].glued):
            return None, j
        k += 1
    elif tape.word(k) in ("of", "in"):
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
        if k > j and tape.word(j) == "in" and not bare:
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
