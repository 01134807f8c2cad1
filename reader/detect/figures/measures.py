"""Numbers with what they measure: percent, money, quantities."""

from __future__ import annotations

from dataclasses import replace

from reader.detect import latin_words
from reader.detect.figures import money
from reader.detect.figures.durations import time_span
from reader.detect.figures.lexemes import NUM, WORD, Tape, tidy
from reader.detect.figures.numbers import read_number
from reader.detect.figures.parts import Number
from reader.detect.figures.reading import Reading
from reader.detect.figures.units import COMPOUND, DURATIONS, read_duration_unit, read_unit
from reader.model import FigureKind

_PERCENT_PAIRS = frozenset(
    (("per", "cent"), ("per", "cento"), ("pour", "cent"), ("por", "ciento"), ("por", "cento"))
)
_PERCENT_WORDS = frozenset(
    "percent percents pct percentage percentages pc prozent procent prosent persen proc".split()
)
_FEET, _INCHES = ("'", "’", "′"), ('"', "”", "″")
_NEAR = 20_000  # characters around a figure in which it may be told in another way


def read_item(tape: Tape, i: int, before: str) -> Reading | None:
    """The number at lexeme `i`, in digits or words, with its sign or unit; None where there is none.

    `before` is the word before it: behind "between" and "both", an "and" does not join two numbers into one.
    """
    prefix = money.read_prefix(tape, i)
    if prefix is not None:
        unit, j = prefix
        number = read_number(tape, j, joined=False)
        if number is None:
            return None
        return read_signed(tape, i, number, unit)
    number = read_number(tape, i, joined=before not in ("between", "both"))
    if number is None:
        return None
    if number.ordinal:
        return _plain(number)
    return _suffixed(tape, number)


def _plain(number: Number) -> Reading:
    kind: FigureKind = "ordinal" if number.ordinal else "number"
    reading = Reading(
        number.start, number.end, number.next, kind, tidy(number.value), reason=_reason(number), bare=True
    )
    reading.coefficient, reading.magnitude = number.coefficient, number.magnitude
    if number.dozen and not number.ordinal:
        reading.approx = "about"
    return reading


def _reason(number: Number) -> str:
    if number.ordinal:
        return "a place in an order"
    return "a number in digits" if number.digits else "a number in words"


def read_signed(tape: Tape, i: int, number: Number, unit: str) -> Reading:
    """Money with its sign before the number, and what may still follow: "dollars", "-a-share"."""
    reading = Reading(
        tape[i].start,
        number.end,
        number.next,
        "money",
        tidy(number.value),
        unit,
        reason="a currency sign or code",
    )
    reading.coefficient, reading.magnitude, reading.signed = number.coefficient, number.magnitude, True
    if number.next and tape[number.next].low in ("m", "b", "t", "mm") and number.magnitude == 1:
        raw = tape.text[tape[number.next].start : tape[number.next].end]
        if tape[number.next].glued or (
            raw in ("m", "b", "M", "B") and tape.sign(number.next + 1) in (",", ".", ";", ")")
        ):
            size = {"m": 10**6, "b": 10**9, "t": 10**12, "mm": 10**6}[raw.lower()]
            reading.value, reading.magnitude = tidy(number.value * size), size
            reading.end, reading.next = tape[number.next].end, number.next + 1
    more = money.read_suffix(tape, reading.next, number)
    if more is not None and more[1] == 1 and not tape.hyphen(reading.next):
        named, _, j = more
        raw = tape.text[tape[j - 1].start : tape[j - 1].end]
        if named == unit or unit == "$" or raw in ("USD", "CAD", "AUD"):
            reading.unit = named if named != "$" else unit
            reading.end, reading.next = tape[j - 1].end, j
    return reading


def _suffixed(tape: Tape, number: Number) -> Reading:
    """The number with the percent sign, money, time unit or unit after it, or by itself."""
    for read in (_with_percent, _with_currency, _with_age, _with_time_unit, _with_unit):
        reading = read(tape, number)
        if reading is not None:
            return reading
    return _and_more(tape, number) or _feet_and_inches(tape, number) or _plain(number)


def _and_more(tape: Tape, number: Number) -> Reading | None:
    """8+ years, 20-plus years, 100+ km: a number with a plus and its unit behind it."""
    j = number.next
    if tape.hyphen(j) and tape.word(j + 1) == "plus":
        j += 1
    elif tape.sign(j) != "+" or not tape[j].glued or tape[j + 1].glued:
        return None
    more = replace(number, next=j + 1)
    reading = _with_time_unit(tape, more) or _with_unit(tape, more)
    if reading is not None:
        reading.approx = "at least"
    return reading


def _feet_and_inches(tape: Tape, number: Number) -> Reading | None:
    """5'11", 6' 2": a height in feet and inches."""
    j = number.next
    inches = tape[j + 1]
    if tape[j].low not in _FEET or not tape[j].glued or inches.kind != NUM or not inches.low.isdigit():
        return None
    if tape[j + 2].low not in _INCHES or not tape[j + 2].glued or int(inches.low) > 11 or not number.digits:
        return None
    reading = _plain(number).become("quantity", "ft", tape[j + 2].end, j + 3, "a measure with its unit")
    reading.value = tidy(number.value + int(inches.low) / 12)
    return reading


def _with_percent(tape: Tape, number: Number) -> Reading | None:
    j = number.next
    percent = read_percent(tape, j)
    if percent is None and (number.fraction or number.value < 1):
        percent = read_one_percent(tape, j + (tape.word(j) == "of"))  # three-tenths of a percent
    if percent is None:
        return None
    unit, then = percent
    return _plain(number).become("percent", unit, tape[then - 1].end, then, "a share in percent")


def _with_currency(tape: Tape, number: Number) -> Reading | None:
    cash = money.read_suffix(tape, number.next, number)
    if cash is None or _is_weight(tape, cash, number.next):
        return None
    unit, factor, then = cash
    reading = _plain(number).become("money", unit, tape[then - 1].end, then, "a currency after the number")
    reading.value = tidy(number.value * factor)
    if factor == 1:
        change = money.read_change(tape, then, unit)
        if change is not None:
            reading.value = tidy(number.value + change[0])
            reading.next, reading.end = change[1], tape[change[1] - 1].end
    elif factor >= 1000:
        reading.magnitude = factor
    elif factor < 1:
        reading.coefficient = number.value * factor
    return reading


def _unit_place(tape: Tape, number: Number) -> int:
    """The lexeme where a unit may begin: behind a hyphen, or behind the article of "half a mile"."""
    j = number.next
    halved = number.fraction and number.value < 1 and tape.word(j) in ("an", "a")
    return j + 1 if halved or tape.hyphen(j) else j


def _with_age(tape: Tape, number: Number) -> Reading | None:
    """ "45-jährige", "23 yaşındaki": an age in other languages."""
    k = _unit_place(tape, number)
    if not number.digits or tape.word(k) not in latin_words.AGES:
        return None
    return _plain(number).become("quantity", "year", tape[k].end, k + 1, "an age")


def _with_time_unit(tape: Tape, number: Number) -> Reading | None:
    k = _unit_place(tape, number)
    if tape.word(k - 1) in ("an", "a") and k > number.next and tape.word(k) in DURATIONS:  # half an hour
        return time_span(tape, _plain(number), DURATIONS[tape.word(k)], k + 1, number)
    span = read_duration_unit(tape, k, digits=number.digits)
    if span is None or _misread(tape, number, k, span[0]):
        return None
    return time_span(tape, _plain(number), span[0], span[1], number)


def _with_unit(tape: Tape, number: Number) -> Reading | None:
    k = _unit_place(tape, number)
    reading = _plain(number)
    if sum_read := _millions_of_money(tape, number, k):
        unit, then = sum_read
        reading.become("money", unit, tape[then - 1].end, then, "a currency after the number")
        reading.value, reading.magnitude = tidy(number.value * 10**6), 10**6
        return reading
    measure = read_unit(tape, k, digits=number.digits)
    if measure is None:
        return None
    in_millions = _is_million(tape, number, k, measure)
    if in_millions:
        reading.value, reading.magnitude = tidy(number.value * 10**6), 10**6
        reading.end, reading.next = tape[k].end, k + 1
        measure = read_unit(tape, k + 1, digits=False)
        if measure is None:
            return reading
    unit, then = measure
    reading.become("quantity", unit, tape[then - 1].end, then, "a measure with its unit")
    if not in_millions:
        _compound(tape, reading, unit, then, tape.hyphen(number.next))
    return reading


def read_one_percent(tape: Tape, j: int) -> tuple[str, int] | None:
    """(unit, next) of "a percent", "one percentage point" at `j`, as parts are of."""
    return read_percent(tape, j + 1) if tape.word(j) in ("a", "one") else None


def read_percent(tape: Tape, j: int) -> tuple[str, int] | None:
    """(unit, next) of percent, per mille, percentage or basis points at `j`, or behind a hyphen there."""
    k = j + 1 if tape.hyphen(j) else j
    lexeme = tape[k]
    word = lexeme.low
    if word in ("%", "％"):
        if tape.word(k + 1) in ("point", "points") and tape[k + 1].start - lexeme.end < 2:
            return "pp", k + 2
        return "%", k + 1
    if word == "‰":
        return "‰", k + 1
    in_two = (word, tape.word(k + 1)) in _PERCENT_PAIRS
    if word in latin_words.POINTS:
        return "pp", k + 1
    if (word, tape.word(k + 1)) in latin_words.POINT_PAIRS:
        return "pp", k + 2
    if word in _PERCENT_WORDS or in_two:
        if word == "pc" and not lexeme.glued:
            return None
        then = k + (2 if in_two else 1)
        then += word == "proc" and tape.sign(then) == "." and tape[then + 1].kind == WORD
        dash = 1 if tape.hyphen(then) else 0
        if tape.word(then + dash) in ("point", "points"):
            return "pp", then + dash + 1
        return "%", then
    if word == "p" and tape.sign(k + 1) == "." and tape.word(k + 2) == "c" and tape[k + 2].glued:  # 12 p.c.
        return "%", k + 3 + (tape.sign(k + 3) == "." and tape[k + 3].glued)
    if word == "basis":
        k += 2 if tape.hyphen(k + 1) else 1
        return ("bp", k + 1) if tape.word(k) in ("point", "points") else None
    return None


def _is_weight(tape: Tape, cash: tuple[str, float, int], j: int) -> bool:
    """ "20 pounds of explosives", a "500-pound bomb" are weights whatever the article pays in."""
    unit, factor, then = cash
    if unit != "GBP" or factor != 1 or tape.word(then - 1) not in ("pound", "pounds"):
        return False
    if then - 1 != (j + 1 if tape.hyphen(j) else j):
        return False
    return tape.hyphen(j) or tape.word(then) in ("of", "heavier", "lighter", "per")


def _millions_of_money(tape: Tape, number: Number, k: int) -> tuple[str, int] | None:
    """(unit, next) of "836m euros", "a 3m-euro deal": an m glued to a number, and a currency."""
    if not (tape[k].glued and tape[k].low == "m" and number.digits and number.magnitude == 1):
        return None
    cash = money.read_suffix(tape, k + 1, number)
    return (
        (cash[0], cash[2])
        if cash is not None and cash[1] == 1 and not _is_weight(tape, cash, k + 1)
        else None
    )


def _is_million(tape: Tape, number: Number, k: int, unit: tuple[str, int]) -> bool:
    """ "48m people": a lower-case m glued to a number is a million when people or things follow."""
    lexeme = tape[k]
    if unit[0] != "m" or not lexeme.glued or lexeme.low != "m" or number.value >= 1000:  # the 5,000m titles
        return False
    near = max(0, lexeme.start - _NEAR), lexeme.start + _NEAR
    if number.literal and tape.text.find(f" {number.literal} million", *near) >= 0:
        return True
    after = tape[unit[1]]
    return (
        after.kind == WORD
        and after.low.endswith(("s", "people"))
        and after.low not in ("is", "was", "as", "has", "this")
    )


def _misread(tape: Tape, number: Number, k: int, unit: str) -> bool:
    """Time words that are something else after a number: "two second-hand cars", "3 minute details"."""
    word = tape.word(k)
    if word == "second" and not tape.hyphen(k - 1):
        return not number.digits or number.value != 1
    return bool(unit == "season" or (word in ("quarter",) and number.value != 1))


def _compound(tape: Tape, reading: Reading, unit: str, then: int, hyphen: bool) -> None:
    """5 feet 4 inches, 12 ft 2 in, 6-foot-4."""
    k = then + (tape.sign(then) == ",") if tape.word(then) != "and" else then + 1
    if unit == "ft" and (
        tape.hyphen(then) or (tape.sign(then) == "." and tape[then + 1].kind == NUM)
    ):  # 6 ft. 2 in.
        k = then + 1
    more = read_number(tape, k, joined=False) if tape[k].kind == NUM or tape[k].kind == WORD else None
    if more is None or more.ordinal or more.magnitude > 1:
        return
    smaller = read_unit(tape, more.next, digits=more.digits)
    if smaller is None and unit == "ft" and more.digits and tape.word(more.next) == "in" and more.value < 12:
        smaller = ("in", more.next + 1)
    if smaller is not None and (unit, smaller[0]) in COMPOUND:
        size = COMPOUND[unit, smaller[0]]
        if more.value < size:
            reading.value = tidy(float(reading.value) + more.value / size)  # type: ignore[arg-type]
            reading.end, reading.next = tape[smaller[1] - 1].end, smaller[1]
    elif tape.hyphen(then) and unit == "ft" and more.value < 12 and hyphen:
        reading.value = tidy(float(reading.value) + more.value / 12)  # type: ignore[arg-type]
        reading.end, reading.next = more.end, more.next
