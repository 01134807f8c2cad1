"""Figures: every number that means something, with its span, kind, value and unit.

`find_figures` runs one pattern over the text for the places where a figure may begin and a hand-written grammar
from each of them (numbers, money, measures, dates, times). It is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.detect.figures import dates, durations, months, quarters
from reader.detect.figures.calendars import MONTHS, RELATIVE_DAYS, WEEKDAYS, iso, year_near
from reader.detect.figures.corrections import correct
from reader.detect.figures.counting import approximation, subject_of
from reader.detect.figures.currencies import SIGN_PREFIXES
from reader.detect.figures.digits import read_digits, start_of
from reader.detect.figures.evidence import Evidence
from reader.detect.figures.lexemes import BREAK, CLOCK, DATE, NUM, VULGAR, WORD, Tape, fold
from reader.detect.figures.nearby import word_before
from reader.detect.figures.ranges import read_measure
from reader.detect.figures.reading import Reading
from reader.detect.figures.retrospect import retell
from reader.detect.figures.scene import Scene
from reader.detect.figures.scripts import has_other_script, read_scripts
from reader.detect.figures.times import read_time
from reader.detect.figures.triggers import CLOCK_WORDS, VAGUE, trigger_in
from reader.detect.figures.words import read_vague, read_words
from reader.model import Correction, Figure

#: Signs and digits of Arabic and Persian numbers, one character for one.
_ARABIC_SIGNS = {"٫": ".", "٬": ",", "٪": "%"}
_DIGITS = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९"
_WESTERN = str.maketrans(_ARABIC_SIGNS | dict(zip(_DIGITS, "0123456789" * 3)))
_EASTERN = re.compile(f"[{_DIGITS}{''.join(_ARABIC_SIGNS)}]")
_SIGN_LETTERS = re.compile(r"(?<![\w.])([A-Za-z]{1,3}|[Uu]\.[Ss]\.?)[ ]?$")


def find_figures(
    text: str, *, published: str | None = None, corrections: Sequence[Correction] = ()
) -> tuple[Figure, ...]:
    """The figures of `text`, sorted by start, never overlapping.

    `published` (ISO 8601) is what relative dates are resolved against; without it they keep their span and have
    no value. `corrections` of the kinds not_figure, figure and span are applied last. Never raises on odd text.
    """
    if not text.isascii() and _EASTERN.search(text):
        return _find_arabic(text, published, corrections)
    evidence = Evidence(text, published)
    found = list(_scan(Scene(text, evidence, Tape(text))))
    if has_other_script(text):
        found = _with_scripts(found, [_settled(figure, evidence) for figure in read_scripts(text)])
    if evidence.day is not None:
        found = retell(found, evidence.day)
    if corrections:
        found = correct(text, found, corrections, lambda start, end: _read_alone(text, evidence, start, end))
    return tuple(found)


def _settled(figure: Figure, evidence: Evidence) -> Figure:
    """A sum with the code of its money, a day with its year, as far as the article tells."""
    if figure.kind == "money" and figure.unit is not None:
        return replace(figure, unit=evidence.money(figure.unit)[0])
    if figure.kind == "date" and str(figure.value).startswith("--") and evidence.day is not None:
        month, day = map(int, str(figure.value)[2:].split("-"))
        return replace(figure, value=iso(year_near(evidence.day, month, day, 0), month, day))
    return figure


def _with_scripts(found: list[Figure], others: list[Figure]) -> list[Figure]:
    """Both, sorted by start; where two overlap the longer one."""
    kept: list[Figure] = []
    for figure in sorted((*found, *others), key=lambda one: (one.start, -one.end)):
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
        elif figure.end - figure.start > kept[-1].end - kept[-1].start:
            kept[-1] = figure
    return kept


def _find_arabic(text: str, published: str | None, corrections: Sequence[Correction]) -> tuple[Figure, ...]:
    """The figures of a text with Arabic signs, read with western ones: "٢٫٧" is 2.7, "٤٥٪" per cent."""
    corrections = [
        replace(one, text=one.text.translate(_WESTERN), target=one.target.translate(_WESTERN))
        for one in corrections
    ]
    found = find_figures(text.translate(_WESTERN), published=published, corrections=corrections)
    return tuple(replace(figure, text=text[figure.start : figure.end]) for figure in found)


def _scan(scene: Scene) -> list[Figure]:
    found: list[Figure] = []
    search, cursor, text = trigger_in(scene.tape.language).search, 0, scene.text
    while True:
        m = search(text, cursor)
        if m is None:
            return found
        reading, cursor = _at(scene, m.start(), m.lastindex or 0, m.end(), cursor)
        if reading is not None:
            found.append(_finish(scene, reading))


def _read_alone(text: str, evidence: Evidence, start: int, end: int) -> Figure | None:
    """The figure that fills `start:end`, as a correction says there is one."""
    scene = Scene(text, evidence, Tape(text, end))
    scene.tape.seek(start)
    reading = _read(scene, "")
    return _finish(scene, reading) if reading is not None and reading.end == end else None


def _at(scene: Scene, at: int, group: int, end: int, cursor: int) -> tuple[Reading | None, int]:
    """(reading or None, where to search on) for the trigger of sort `group` at `at:end`."""
    text, tape = scene.text, scene.tape
    start = at
    if group == 1:
        start, skip = start_of(scene, at, cursor)
        if skip:
            return None, skip
    elif group == 2:
        start = _sign_start(text, at, cursor)
    elif group == 4:
        tape.seek(at)
        reading = dates.read_period(tape, 0, scene.evidence) or durations.read_extended(tape, 0)
        return reading, (reading.end if reading else tape[0].end)
    elif _hangs(text, at, end, cursor):
        return None, end
    tape.seek(start)
    reading = _read(scene, word_before(text, start))
    if reading is None:
        half = tape[1].glued and tape[1].low in VULGAR  # page 3½
        return None, max(end, tape[half].end if group in (1, 2) else start)
    reading.start = max(reading.start, cursor)
    return reading, max(reading.end, end)


def _hangs(text: str, at: int, end: int, cursor: int) -> bool:
    """Whether the word at `at:end` hangs on another by a hyphen and counts nothing: "no-one", "7-Eleven"."""
    hyphen = at > cursor and text[at - 1] in "-‑"
    if hyphen and text[at - 2 : at - 1].isdigit():
        return text[at].isupper()
    hyphen = hyphen and text[at - 2 : at - 1].isalpha()
    if not hyphen or text[max(0, at - 6) : at - 1].lower().endswith(("mid", "early", "late")):
        return False
    return text[at:end].lower() in ("one", "second", "first", "may")


def _sign_start(text: str, at: int, cursor: int) -> int:
    """Where the currency sign at `at` starts with its letters: "US$", "A$", "hk $"."""
    if text[at] in "¢₵" and text[max(cursor, at - 2) : at] == "GH":
        return at - 2
    if text[at] not in "$£＄":
        return at
    head = _SIGN_LETTERS.search(text, max(cursor, at - 6), at)
    if head is None or fold(head[1]) not in SIGN_PREFIXES:
        return at
    apart = text[at - 1] == " " and ((len(head[1]) < 2 and head[1] not in "cC") or head[1].lower() == "can")
    return at if apart else head.start(1)


def _read(scene: Scene, before: str) -> Reading | None:
    """The figure where the tape stands."""
    tape, evidence = scene.tape, scene.evidence
    head = tape[0]
    kind, word = head.kind, head.low
    if kind == NUM:
        return read_digits(scene, before)
    if kind == BREAK:
        return None
    if kind == DATE:
        reading = dates.read_numeric(tape, 0, evidence)
        return _date_range(scene, reading) if reading is not None else None
    if kind == CLOCK:
        return durations.read_stopwatch(tape, 0, before) or read_time(tape, 0)
    if kind != WORD:
        return read_measure(tape, 0, before)
    if word in MONTHS:
        reading = months.read_month_date(tape, 0, evidence)
        return _date_range(scene, reading) if reading else None
    if word in WEEKDAYS:
        return dates.read_weekday(tape, 0, evidence)
    if word in RELATIVE_DAYS:
        return dates.read_relative(tape, 0, evidence)
    if word in CLOCK_WORDS:
        return None if _is_a_name(scene, head.start) else read_time(tape, 0)
    if word in VAGUE:
        return read_vague(scene)
    if word in ("q", "h"):
        return quarters.read_short_quarter(tape, 0) or read_measure(tape, 0, before)
    if word == "fy":
        return quarters.read_fiscal(tape, 0)
    return read_words(scene, before)


def _is_a_name(scene: Scene, at: int) -> bool:
    """Whether the word at `at` has a capital inside a sentence behind another: "Jamie Noon"."""
    text = scene.text
    before = word_before(text, at)
    start = at - 1 - len(before)
    return (
        text[at].isupper() and text[at + 1].islower() and bool(before) and text[start : start + 1].isupper()
    )


def _date_range(scene: Scene, reading: Reading) -> Reading:
    """Join numeric dates by a dash: 10/1/2018 - 10/7/2018."""
    tape, j = scene.tape, reading.next
    if tape.sign(j) in ("-", "–", "—") and tape[j + 1].kind == DATE and isinstance(reading.value, str):
        second = dates.read_numeric(tape, j + 1, scene.evidence)
        if second is not None and isinstance(second.value, str):
            reading.value = (reading.value, second.value)
            reading.end, reading.next = second.end, second.next
    return reading


def _finish(scene: Scene, reading: Reading) -> Figure:
    """The figure of a reading: whose money it is, how exact, and of what."""
    text = scene.text
    unit, reason = reading.unit, reading.reason
    if reading.kind == "money" and unit is not None:
        unit, why = scene.evidence.money(unit)
        reason = f"{reason}; {why}" if why else reason
        named = unit == "GBP" and text[reading.start : reading.end].endswith(("pound", "pounds"))
        if named and reading.magnitude < 10**6 and not scene.evidence.pounds_are_money:
            reading.kind, unit = "quantity", "lb"
            reason = "pounds as a weight: the article speaks of no British money"
    approx = "" if reading.kind in ("date", "ordinal") else approximation(text, reading.start, reading.end)
    subject = ""
    if reading.kind not in ("date", "time", "duration"):
        subject = subject_of(text, reading.end, reading.kind)
    return Figure(
        reading.start, reading.end, text[reading.start : reading.end], reading.kind, reading.value, unit,
        approx or reading.approx, reading.confidence, reason, subject,
    )  # fmt: skip
