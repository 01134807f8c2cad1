"""The small parts of a time of day: its hour, the half of the day, "o'clock", zones."""

from __future__ import annotations

from reader.detect.figures.lexemes import BREAK, CLOCK, NUM, Tape
from reader.detect.figures.number_words import SMALL

#: Zones behind a time, and parts of the day.
ZONES = frozenset("gmt utc est edt cst cdt mst mdt pst pdt bst cet cest msk ist jst".split())
PARTS_PM = frozenset("afternoon evening night tonight".split())


def hour_at(tape: Tape, i: int) -> tuple[int, int] | None:
    """(hour, next) of an hour in digits or words at `i`."""
    lexeme = tape[i]
    if lexeme.kind == NUM and lexeme.low.isdigit() and len(lexeme.low) <= 2 and int(lexeme.low) <= 24:
        return int(lexeme.low), i + 1
    if 0 < SMALL.get(lexeme.low, 0) <= 12:
        return SMALL[lexeme.low], i + 1
    return None


def half_of_day(tape: Tape, j: int) -> tuple[str, int] | None:
    """("am" or "pm", next) of a.m., pm, a m, p. m., "a" or "p" glued to the hour; "noon" and "midnight" too."""
    word = tape.word(j)
    if word in ("am", "pm", "ampm"):
        return word[:2], j + 1
    if word in ("a", "p"):
        k = j + 1
        dotted = tape.sign(k) == "."
        k += dotted
        if tape.word(k) == "m" and len(tape.text[tape[k].start : tape[k].end]) == 1:
            end = k + 1
            if dotted and tape.sign(end) == ".":
                end += 1
            return word + "m", end
        if tape.text[tape[j].start].isupper():
            return None  # the road NH 1A
        if (tape[j].glued and tape[j - 1].kind in (NUM, CLOCK) and not tape[j + 1].glued) or (
            tape[j].glued and tape.sign(j + 1) == "." and tape[j + 2].kind == BREAK
        ):
            return word + "m", j + 1
    return None


def oclock(tape: Tape, j: int) -> int:
    """The lexemes of "o'clock" at `j`, 0 when it is not there."""
    if tape.word(j) in ("o'clock", "oclock"):
        return 1
    if tape.word(j) == "o" and tape.word(j + 1) == "clock":
        return 2
    if tape.word(j) == "o" and tape[j + 1].low in ("'", "’") and tape.word(j + 2) == "clock":
        return 3
    return 0


def at_before(tape: Tape, k: int) -> bool:
    """Whether "at", "by" or "from" stands before the lexeme at `k`."""
    start = tape[k].start
    return (
        tape.text[max(0, start - 3) : start].lower() in ("at ", "by ")
        or tape.text[max(0, start - 5) : start].lower() == "from "
    )
