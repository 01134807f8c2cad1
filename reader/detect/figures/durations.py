"""Lengths of time and ages: "two weeks", "a year and a half", "1 year 2 months", "14-year-old"."""

from __future__ import annotations

from reader.detect.figures.lexemes import Tape, tidy
from reader.detect.figures.numbers import read_number
from reader.detect.figures.parts import Number
from reader.detect.figures.reading import Reading
from reader.detect.figures.units import DURATIONS, SECONDS, read_duration_unit

# "dos horas y media", "deux heures et demie".
_AND_A_HALF = frozenset("media medio meia meio demie demi mezza mezzo".split())
_OLD = ("old", "olds")
#: Words before hours, minutes and seconds that somebody took.
_TAKEN = frozenset("in clocked ran".split())


def time_span(tape: Tape, reading: Reading, unit: str, then: int, number: Number) -> Reading:
    """A duration, or an age when "old" or "of age" follows; "1 year 2 months" become one ISO duration."""
    reading.become("duration", unit, tape[then - 1].end, then, "a length of time")
    dash = 1 if tape.hyphen(then) else 0
    if tape.word(then + dash) in _OLD:
        old = then + dash
        end = tape[old].end
        return reading.become("quantity", unit, end, old + 1, "an age")
    if tape.word(then) == "of" and tape.word(then + 1) == "age":
        return reading.become("quantity", unit, tape[then + 1].end, then + 2, "an age")
    part = {"half": 0.5, "quarter": 0.25}.get(tape.word(then + 2), 0)
    if tape.word(then) == "and" and tape.word(then + 1) == "a" and part and tape.word(then + 3) != "of":
        reading.value = tidy(number.value + part)
        return reading.become("duration", unit, tape[then + 2].end, then + 3, "a length of time")
    if tape.language and tape.word(then) in ("y", "e", "et") and tape.word(then + 1) in _AND_A_HALF:
        reading.value = tidy(number.value + 0.5)
        return reading.become("duration", unit, tape[then + 1].end, then + 2, "a length of time")
    parts = [(float(number.value), unit)]
    j = then
    while len(parts) < 6:
        k = j + (tape.sign(j) == ",")
        k += tape.word(k) == "and"
        more = read_number(tape, k, joined=False)
        if more is None or more.ordinal:
            break
        next_unit = read_duration_unit(tape, more.next, digits=more.digits) or _shorter(
            tape, more, parts[-1][1]
        )
        if next_unit is None or next_unit[0] in (u for _, u in parts) or next_unit[0] not in SECONDS:
            break
        if k > j and SECONDS[next_unit[0]] >= SECONDS.get(parts[-1][1], 0):
            break
        parts.append((float(more.value), next_unit[0]))
        j = next_unit[1]
    if len(parts) > 1:
        iso = _iso_duration(parts)
        if iso:
            reading.value, reading.unit, reading.end, reading.next = iso, None, tape[j - 1].end, j
    return reading


def _shorter(tape: Tape, number: Number, above: str) -> tuple[str, int] | None:
    """(unit, next) of the letter glued to a number that goes on a length of time: "2h 3m", "3min 12s"."""
    j = number.next
    unit = {("hour", "m"): "minute", ("hour", "s"): "second", ("minute", "s"): "second"}.get(
        (above, tape.word(j))
    )
    return (unit, j + 1) if unit and tape[j].glued and number.digits else None


def _iso_duration(parts: list[tuple[float, str]]) -> str:
    letters = {
        "year": "Y",
        "month": "M",
        "week": "W",
        "day": "D",
        "night": "D",
        "hour": "H",
        "minute": "M",
        "second": "S",
    }
    day = "".join(
        f"{tidy(v)}{letters[u]}"
        for u in ("year", "month", "week", "day", "night")
        for v, w in parts
        if w == u
    )
    time = "".join(f"{tidy(v)}{letters[u]}" for u in ("hour", "minute", "second") for v, w in parts if w == u)
    return f"P{day}" + (f"T{time}" if time else "") if all(u in letters for _, u in parts) else ""


def read_extended(tape: Tape, i: int) -> Reading | None:
    """An hour and a half, a year and a quarter."""
    head, unit = tape[i], DURATIONS.get(tape.word(i + 1), "")
    part = {"half": 0.5, "quarter": 0.25}.get(tape.word(i + 4), 0)
    if head.low not in ("a", "an") or not unit or not part:
        return None
    return Reading(head.start, tape[i + 4].end, i + 5, "duration", 1 + part, unit, reason="a length of time")


def read_stopwatch(tape: Tape, i: int, before: str) -> Reading | None:
    """A time taken, in minutes and parts of seconds, 2:14.35, or behind the word "in" with hours: "in 2:03:59"."""
    head = tape[i]
    *hours, minutes, seconds = head.low.split(":")
    if not ("." in seconds and not hours) and not (hours and int(hours[0]) < 10 and before in _TAKEN):
        return None
    value = f"PT{int(minutes)}M{tidy(float(seconds))}S"
    if hours:
        value = f"PT{int(hours[0])}H{value[2:]}"
    return Reading(head.start, head.end, i + 1, "duration", value, reason="a time taken")
