"""Times of day: "4:30 p.m.", "1430 GMT", "16:00", "half past eight", "noon", "seven o'clock", and ranges of them."""

from __future__ import annotations

from reader.detect.figures.clock_words import PARTS_PM, ZONES, at_before, half_of_day, hour_at, oclock
from reader.detect.figures.lexemes import BREAK, CLOCK, NUM, SIGN, WORD, Tape
from reader.detect.figures.nearby import word_before
from reader.detect.figures.number_words import SMALL, TENS
from reader.detect.figures.numbers import read_plain
from reader.detect.figures.reading import Reading
from reader.detect.figures.units_abroad import BEFORE_CLOCK, BEHIND_CLOCK, CLEAR_CLOCK

_FRACTIONS = {"half": 30, "quarter": 15}
_TO = ("-", "–", "—", "‑", "~")


def read_time(tape: Tape, i: int) -> Reading | None:
    """The time of day, or range of times, at `i`."""
    first = _one(tape, i)
    if first is None:
        return _bare_range(tape, i)
    value, j, half = first
    reading = Reading(tape[i].start, tape[j - 1].end, j, "time", value, reason="a time of day")
    k = j + 1
    if tape.sign(j) in _TO or tape.word(j) in ("to", "until", "till", "through"):
        second = _one(tape, k) or _naked(tape, k)
        if second is not None and (tape.sign(j) or half or second[2]):
            late, then, _ = second
            reading.value, reading.end, reading.next = (value, late), tape[then - 1].end, then
    return reading


def _naked(tape: Tape, i: int) -> tuple[str, int, bool] | None:
    """An hour in digits alone, as the end of a range: "1:30 pm to 4"."""
    lexeme = tape[i]
    if lexeme.kind == NUM and lexeme.low.isdigit() and len(lexeme.low) <= 2 and int(lexeme.low) < 25:
        after = tape[i + 1]
        if after.kind == BREAK or (after.kind == SIGN and after.low in ".,;?!)"):
            return f"{int(lexeme.low):02d}:00", i + 1, False
    return None


def _bare_range(tape: Tape, i: int) -> Reading | None:
    """5-6pm, 4 to 6:30 pm, 5 to seven o'clock: a bare hour before a range that ends in a time."""
    start = hour_at(tape, i)
    if start is None:
        return None
    hour, j = start
    if not (tape.sign(j) in _TO or tape.word(j) in ("to", "and", "until", "till")):
        return None
    if tape.word(j) and tape[i].kind == NUM and tape[j + 1].kind == CLOCK and tape.word(j) == "and":
        return None
    second = _one(tape, j + 1)
    if second is None or not second[2]:
        return None
    late, then, _ = second
    if (
        late >= "12:00"
        and hour < 12
        and hour + 12 <= int(late[:2])
        and tape.text[tape[then - 1].start].lower() != "a"
    ):
        hour += 12
    return Reading(
        tape[i].start, tape[then - 1].end, then, "time", (f"{hour:02d}:00", late), reason="a time of day"
    )


def _one(tape: Tape, i: int) -> tuple[str, int, bool] | None:
    """(value, next, has a half of day) of one time of day."""
    lexeme = tape[i]
    word = lexeme.low
    if lexeme.kind == WORD and word in ("noon", "midnight", "midday"):
        return ("00:00" if word == "midnight" else "12:00"), i + 1, True
    if word in _FRACTIONS or lexeme.kind == NUM or word in SMALL or word in TENS:
        past = _past(tape, i)
        if past is not None:
            return past
    if lexeme.kind == CLOCK:
        hours, _, rest = word.partition(":")
        hour, minutes, j = int(hours), rest, i + 1
        if hour > 23 and word != "24:00":
            return None
        j += tape.word(j) in BEHIND_CLOCK
        return _finish(tape, hour, minutes, j, certain=True)
    if lexeme.kind == NUM:
        return _in_digits(tape, i)
    if word in SMALL:
        return _in_words(tape, i)
    return None


def _in_digits(tape: Tape, i: int) -> tuple[str, int, bool] | None:
    literal = tape[i].low
    after = i + 1
    if literal.isdigit() and len(literal) <= 2:
        if int(literal) > 24:
            return None
        if (
            tape.word(after) == "h"
            and (tape[after].glued or tape.language == "fr")  # 18h30, 18 h 30
            and tape[after + 1].kind == NUM
            and len(tape[after + 1].low) == 2
            and not (tape[after + 2].glued and tape.word(after + 2) in ("m", "min", "mins"))  # 1h 30m
        ):
            return _finish(tape, int(literal), tape[after + 1].low, after + 2, certain=True)
        if minutes := _minutes_behind_dash(tape, after):
            return _finish(tape, int(literal), minutes, after + 2, certain=True)
        return _finish(tape, int(literal), "00", after, certain=False)
    if literal.isdigit() and len(literal) in (3, 4):  # 1430 GMT, 0930 hours, 1140 a m
        hour, minute = int(literal[:-2]), literal[-2:]
        if hour > 24 or minute > "59":
            return None
        word = tape.word(after)
        if (
            word in ZONES
            or (word in ("hrs", "hours", "hour") and literal[0] == "0")
            or (half_of_day(tape, after) and hour <= 12)
        ):
            return _finish(tape, hour, minute, after + (word in ("hrs", "hours", "hour")), certain=True)
        return None
    if "." in literal and len(literal) <= 5 and literal.count(".") == 1:  # 8.30pm
        whole, _, part = literal.partition(".")
        if len(part) == 2 and part < "60" and int(whole or 99) < 24 and _is_clock(tape, i):
            behind = tape.word(after) in BEHIND_CLOCK
            return _finish(tape, int(whole), part, after + behind, certain=True)
        if (
            whole.isdigit()
            and len(part) == 2
            and part < "60"
            and int(whole) <= 12
            and half_of_day(tape, after)
        ):
            return _finish(tape, int(whole), part, after, certain=True)
    return None


def _is_clock(tape: Tape, i: int) -> bool:
    """Whether digits with a full stop are a time by the words beside them: "14.30 GMT", "um 14.30 Uhr"."""
    if tape.word(i + 1) in ZONES:
        return True
    before = word_before(tape.text, tape[i].start) or word_before(
        tape.text, tape.text.rfind(".", 0, tape[i].start)
    )
    told = tape.word(i + 1) in BEHIND_CLOCK or before in BEFORE_CLOCK  # "godz. 15.30"
    return told and (bool(tape.language) or before in CLEAR_CLOCK or tape.word(i + 1) in BEHIND_CLOCK)


def _minutes_behind_dash(tape: Tape, j: int) -> str:
    """The minutes of "8-30 p.m.": what no half of a day has as an hour; "" where there are none."""
    minutes = tape[j + 1]
    told = tape.hyphen(j) and minutes.kind == NUM and minutes.low.isdigit() and 12 < int(minutes.low) < 60
    return minutes.low if told and half_of_day(tape, j + 2) else ""


def _in_words(tape: Tape, i: int) -> tuple[str, int, bool] | None:
    """seven thirty p.m., nine a m, one o'clock."""
    hour = SMALL[tape.word(i)]
    if not 0 < hour <= 12:
        return None
    j = i + 1
    minutes = "00"
    word = tape.word(j)
    if word in TENS or SMALL.get(word, 0) >= 10:
        number = read_plain(tape, j)
        if number is not None and number.value < 60 and not number.ordinal and half_of_day(tape, number.next):
            minutes, j = f"{int(number.value):02d}", number.next
    if (
        minutes == "00"
        and (
            half_of_day(tape, j) is None
            or (tape.word(j) == "a" and tape.word(j + 1) != "m" and tape.sign(j + 1) != ".")
        )
        and (not oclock(tape, j))
        and not (hour == 12 and tape.word(j) in ("noon", "midnight"))
    ):
        return None
    return _finish(tape, hour, minutes, j, certain=False)


def _finish(tape: Tape, hour: int, minutes: str, j: int, *, certain: bool) -> tuple[str, int, bool] | None:
    """Add o'clock, the half of the day and the zone; None when nothing makes a bare hour a time."""
    clock = oclock(tape, j)
    j += clock
    certain = certain or clock > 0
    half = half_of_day(tape, j)
    if half is not None:
        mark, j = half
        if hour <= 12:
            hour = hour % 12 + (12 if mark == "pm" else 0)
        certain = True
    elif tape.word(j) in ("noon", "midnight") and hour == 12:
        hour, j, certain, half = (12 if tape.word(j) == "noon" else 0), j + 1, True, ("", j)
    elif (
        tape.word(j) in ("in", "at")
        and clock
        and tape.word(j + 1) == "the"
        and tape.word(j + 2) in ("morning", "afternoon", "evening")
    ):
        if tape.word(j + 2) != "morning" and hour < 12:
            hour += 12
    elif (
        tape.word(j) == "in"
        and tape.word(j + 1) == "the"
        and tape.word(j + 2) in ("morning", "afternoon", "evening")
        and (hour <= 12 and tape[j - 1].kind in (NUM, CLOCK, WORD))
    ):
        if tape.word(j + 2) != "morning" and hour < 12:
            hour += 12
        certain = certain or (tape.text[tape[j - 1].end] == " " and at_before(tape, j - 1))
    elif tape.word(j) in PARTS_PM and hour < 12 and (certain or clock):
        hour += 12
    if tape.word(j) in ZONES or (
        certain and tape.word(j) in ("et", "pt", "ct", "mt") and tape.text[tape[j].start].isupper()
    ):
        certain, j = True, j + 1
    if not certain:
        return None
    return f"{hour % 24:02d}:{minutes}", j, half is not None or clock > 0


def _past(tape: Tape, i: int) -> tuple[str, int, bool] | None:
    """half past eight, quarter to seven, 10 past 9, twenty minutes past five."""
    word = tape.word(i)
    if word in _FRACTIONS:
        minutes, j = _FRACTIONS[word], i + 1
    else:
        number = read_plain(tape, i)
        if number is None or number.ordinal or not isinstance(number.value, int) or not 0 < number.value < 60:
            return None
        minutes, j = number.value, number.next
    named = tape.word(j) in ("minutes", "mins", "minute")
    j += named
    way = tape.word(j)
    if way not in ("past", "to", "after", "till", "before") or (way in ("after", "before") and not named):
        return None
    if way == "to" and not named and word not in _FRACTIONS:
        return None
    if tape.word(j + 1) in ("noon", "midnight"):
        hour, extra, then = (12 if tape.word(j + 1) == "noon" else 24), 0, j + 2
    else:
        lexeme = tape[j + 1]
        hours = hour_at(tape, j + 1)
        extra = 0
        if lexeme.kind == CLOCK:
            hours, extra = (int(lexeme.low.split(":")[0]), j + 2), int(lexeme.low.split(":")[1][:2])
        if hours is None or hours[0] > 24:
            return None
        hour, then = hours
        if tape.word(then) == "thirty":
            extra, then = 30, then + 1
        if word in _FRACTIONS and way == "to" and not _looks_timely(tape, then):
            return None
        half = half_of_day(tape, then)
        clock = oclock(tape, then)
        then += clock
        if half is not None:
            hour, then = hour % 12 + (12 if half[0] == "pm" else 0), half[1]
        elif tape.word(then) in PARTS_PM or (tape.word(then) == "in" and tape.word(then + 2) in PARTS_PM):
            hour += 12 if hour < 12 else 0
    total = (hour * 60 + extra + (minutes if way in ("past", "after") else -minutes)) % 1440
    return f"{total // 60:02d}:{total % 60:02d}", then, True


def _looks_timely(tape: Tape, j: int) -> bool:
    """Whether what follows "quarter to seven" leaves it a time: not "a quarter to 7 percent"."""
    after = tape[j]
    return after.kind != NUM and after.low not in (
        "%",
        "percent",
        "per",
        "million",
        "billion",
        "of",
        "-",
        "th",
    )
