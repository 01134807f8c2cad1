"""Quarters, halves of years and centuries: "third quarter", "Q1 2020", "19th century"."""

from __future__ import annotations

from reader.detect.figures.calendars import iso, long_year
from reader.detect.figures.evidence import Evidence
from reader.detect.figures.lexemes import NUM, WORD, Tape, number_of
from reader.detect.figures.nearby import word_before
from reader.detect.figures.reading import Reading


def read_quarter(tape: Tape, i: int, number: int, j: int, evidence: Evidence) -> Reading | None:
    """The first quarter (of a year named after it) from the ordinal read up to `j`; centuries likewise."""
    j += 1 if tape.hyphen(j) or (tape.sign(j) == "-" and tape.word(j + 1) in ("quarter", "century")) else 0
    word = tape.word(j)
    head = tape[i]
    if word == "century" and 1 <= number <= 30:
        after = tape[j + 1]
        if tape.text[tape[j].start] == "C" and after.kind == WORD and tape.text[after.start].isupper():
            return None  # 20th Century Fox
        first = (number - 1) * 100 + 1
        reading = Reading(
            head.start, tape[j].end, j + 1, "date", (iso(first), iso(first + 99)), reason="a century"
        )
        if tape.word(j + 1) in ("bc", "bce") or tape.word(j + 1) == "b":
            reading.value = None
        return reading
    k = j + 1 + (tape.word(j + 1) in ("of", "in"))
    year = _four_digits(tape, k)
    if word == "half" and number <= 2 and year:
        return Reading(
            head.start,
            tape[j].end,
            j + 1,
            "date",
            f"{year}-H{number}",
            confidence=0.8,
            reason="a half of a year",
        )
    if word != "quarter" or not 1 <= number <= 4:
        return None
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


def _goes_on(tape: Tape, j: int) -> bool:
    """Whether letters or digits are glued to what ends before lexeme `j`."""
    return tape[j].glued and tape[j].kind in (WORD, NUM)


def read_turned(tape: Tape, i: int) -> Reading | None:
    """1H21, 4Q10, 3Q 2012, 2Q."""
    head, letter, year = tape[i], tape[i + 1], tape[i + 2]
    raw = tape.text[letter.start : letter.end]
    most = {"Q": "4", "H": "2"}.get(raw, "")
    if not (letter.glued and len(head.low) == 1 and "1" <= head.low <= most):
        return None
    name, j = f"{raw}{head.low}", i + 2
    short = year.glued and year.kind == NUM and year.low.isdigit() and len(year.low) == 2
    told = long_year(int(year.low)) if short and not _goes_on(tape, j + 1) else _four_digits(tape, j)
    if told:
        return Reading(head.start, year.end, j + 1, "date", f"{told}-{name}", reason="a quarter of a year")
    if raw == "H" or _goes_on(tape, j):
        return None
    return Reading(head.start, letter.end, j, "date", name, confidence=0.7, reason="a quarter of a year")


def read_fiscal(tape: Tape, i: int) -> Reading | None:
    """FY22, FY2022, FY22-23: the year in which a business year ends, or both."""
    head, year = tape[i], tape[i + 1]
    if tape.text[head.start : head.end] != "FY" or year.kind != NUM or not year.low.isdigit():
        return None
    known = _four_digits(tape, i + 1) or (long_year(int(year.low)) if len(year.low) == 2 else None)
    if not known or _goes_on(tape, i + 2):
        return None
    reading = Reading(
        head.start, year.end, i + 2, "date", iso(known), confidence=0.8, reason="a business year"
    )
    last = tape[i + 3]
    if tape.sign(i + 2) in ("-", "/", "–") and last.glued and last.low == f"{(known + 1) % 100:02d}":
        reading.value, reading.end, reading.next = (iso(known), iso(known + 1)), last.end, i + 4
    return reading


def read_short_quarter(tape: Tape, i: int) -> Reading | None:
    """Q1, Q3 2020, H2 2019."""
    head, number = tape[i], tape[i + 1]
    if not (number.kind == NUM and number.glued and number.low in ("1", "2", "3", "4") and head.kind == WORD):
        return None
    if (tape.text[head.start].islower() and head.low == "h") or (head.low == "h" and number.low > "2"):
        return None
    if _goes_on(tape, i + 2):
        return None
    name = f"{head.low.upper()}{number.low}"
    k = i + 2 + (tape.word(i + 2) == "of")
    year = _four_digits(tape, k)
    if head.low == "h" and not year:
        return None
    if year:
        return Reading(head.start, tape[k].end, k + 1, "date", f"{year}-{name}", reason="a quarter of a year")
    return Reading(head.start, number.end, i + 2, "date", name, confidence=0.7, reason="a quarter of a year")
