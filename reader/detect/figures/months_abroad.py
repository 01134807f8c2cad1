"""Days with a month by name in the languages of the press: "12. Januar 2024", "3 de mayo", "1er mars 2023"."""

from __future__ import annotations

import re

from reader.detect import latin_words
from reader.detect.figures.calendars import is_day, iso, year_near
from reader.detect.figures.evidence import Evidence
from reader.detect.figures.lexemes import NUM, Tape, fold
from reader.detect.figures.nearby import way_of, word_before
from reader.detect.figures.reading import BY_ARTICLE, Reading

_MONTHS = {
    form: month
    for names in latin_words.MONTHS.values()
    for month, forms in enumerate(names, 1)
    for form in forms.split("/")
}
_OF = frozenset(("de", "del", "di"))
_MARKS = frozenset((".", "º", "°", "er", "o"))
_BEHIND = frozenset(_MONTHS) | _OF | _MARKS


def read_day(tape: Tape, i: int, evidence: Evidence) -> Reading | None:
    """The date that begins with the day in digits at `i`, with its year or the one that the article's date gives."""
    j = i + 1
    if tape[j].low not in _BEHIND:
        return None
    if tape[j].glued and tape[j].low in _MARKS:
        j += 1
    j += tape.word(j) in _OF
    month = _MONTHS.get(tape.word(j), 0)
    day = tape.number(i)
    if not month or day is None or not is_day(month, day):
        return None
    assert isinstance(day, int)
    k = j + 2 if tape.word(j + 1) in _OF else j + 1
    written = tape.number(k) if tape[k].kind == NUM and len(tape[k].low) == 4 else None
    year = written if isinstance(written, int) and 1500 <= written < 2200 else None
    if not (year or tape.language):  # "3. März 2021" is a date in any text
        return None
    reading = Reading(
        _with_weekday(tape, tape[i].start), tape[j].end, j + 1, "date", None, reason="a month by name"
    )
    if year:
        k += tape.word(k + 1) == "r" and tape.sign(k + 2) == "."  # "3 maja 2022 r."
        reading.end, reading.next = tape[k].end + (tape.word(k) == "r"), k + 1
    elif evidence.day:
        way = way_of(tape.text, tape[i].start, word_before(tape.text, tape[i].start))
        year = year_near(evidence.day, month, day, way)
        reading.reason = f"a month by name, {BY_ARTICLE}"
    reading.value = iso(year, month, day)
    return reading


def _with_weekday(tape: Tape, start: int) -> int:
    """Where the day of the week before a date begins, "lunes 14 de agosto"; else where the date does."""
    found = _WEEKDAY.search(tape.text, max(0, start - 16), start)
    return found.start(1) if found and fold(found[1]) in latin_words.WEEKDAYS else start


_WEEKDAY = re.compile(r"(?<![\w-])([\w-]{5,13}),? $")
