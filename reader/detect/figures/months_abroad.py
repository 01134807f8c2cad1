"""Days with a month by name in the languages of the press: "12. Januar 2024", "3 de mayo", "1er mars 2023"."""

from __future__ import annotations

from reader.detect.figures.calendars import is_day, iso, year_near
from reader.detect.figures.evidence import Evidence
from reader.detect.figures.lexemes import NUM, Tape
from reader.detect.figures.nearby import way_of, word_before
from reader.detect.figures.reading import BY_ARTICLE, Reading

#: Folded, one line a month: German, Dutch, Nordic, French, Spanish, Portuguese, Italian, Turkish, Indonesian, Polish.
_NAMES = """januar janner januari janvier enero janeiro gennaio ocak stycznia
februar februari fevrier febrero fevereiro febbraio subat lutego
marz maart mars marts marzo marco mart maret marca
april avril abril aprile nisan kwietnia
mai mei maj mayo maio maggio mayıs maja
juni juin junio junho giugno haziran czerwca
juli juillet julio julho luglio temmuz lipca
august augustus augusti aout agosto agustos ağustos agustus sierpnia
september septembre septiembre setiembre setembro settembre eylul wrzesnia
oktober octobre octubre outubro ottobre ekim pazdziernika
november novembre noviembre novembro kasım listopada
dezember desember december decembre diciembre dezembro dicembre aralık grudnia"""
_MONTHS = {name: month for month, line in enumerate(_NAMES.split("\n"), 1) for name in line.split()}
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
    if not month or day is None or not is_day(month, day) or not tape.language:
        return None
    assert isinstance(day, int)
    reading = Reading(tape[i].start, tape[j].end, j + 1, "date", None, reason="a month by name")
    k = j + 2 if tape.word(j + 1) in _OF else j + 1
    year = tape.number(k) if tape[k].kind == NUM and len(tape[k].low) == 4 else None
    if isinstance(year, int) and 1500 <= year < 2200:
        reading.end, reading.next = tape[k].end, k + 1
    else:
        year = None
        if evidence.day:
            way = way_of(tape.text, tape[i].start, word_before(tape.text, tape[i].start))
            year = year_near(evidence.day, month, day, way)
            reading.reason = f"a month by name, {BY_ARTICLE}"
    reading.value = iso(year, month, day)
    return reading
