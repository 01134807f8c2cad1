"""Figures: every number that means something, with its span, kind, value and unit.

`find_figures` runs one pattern over the text for the places where a figure may begin and a hand-written grammar
from each of them (numbers, money, measures, dates, times). It is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.detect import dates, identifiers, years
from reader.detect.calendars import MONTHS, RELATIVE_DAYS, WEEKDAYS
from reader.detect.counting import approximation, subject_of
from reader.detect.currencies import CODES, SHORT, SIGN_PREFIXES
from reader.detect.evidence import Evidence
from reader.detect.lexemes import BREAK, CLOCK, DATE, NUM, WORD, Tape, fold
from reader.detect.measures import read_measure
from reader.detect.numbers import MULTIPLIERS, ORDINALS, SMALL
from reader.detect.reading import Reading
from reader.detect.remarks import correct
from reader.detect.times import read_time
from reader.detect.triggers import CLOCK_WORDS, TRIGGER, VAGUE
from reader.model import Correction, Figure

_SIGN_LETTERS = re.compile(r"(?<![\w.])([A-Za-z]{1,3}|[Uu]\.[Ss]\.?)[ ]?$")
_CODE_LETTERS = re.compile(r"(?<![\w.])([A-Za-z]{2,4})\.?[ ]?$")
_MINUS = ("-", "−")
_MINUS_WORDS = ("minus", "negative")
_PAIR = re.compile(r"(\d{1,2})([/-])(\d{1,2})(?![\d/]|[.,-]\d{3}|\.\d)")
_DAY_CONTEXT = frozenset(
    "on from between since until till by dated back ending starting beginning before after through".split()
)
_DETERMINERS = frozenset(
    "the a an its his her their our my your this that these those every each 's country's".split()
)


def find_figures(
    text: str, *, published: str | None = None, corrections: Sequence[Correction] = ()
) -> tuple[Figure, ...]:
    """The figures of `text`, sorted by start, never overlapping.

    `published` (ISO 8601) is what relative dates are resolved against; without it they keep their span and have
    no value. `corrections` of the kinds not_figure, figure and span are applied last. Never raises on odd text.
    """
    finder = _Finder(text, Evidence(text, published))
    found = finder.run()
    return tuple(correct(text, found, corrections, finder.read_alone) if corrections else found)


class _Finder:
    """One pass over one text."""

    def __init__(self, text: str, evidence: Evidence) -> None:
        self.text = text
        self.evidence = evidence
        self.tape = Tape(text)

    def run(self) -> list[Figure]:
        found: list[Figure] = []
        search, cursor, text = TRIGGER.search, 0, self.text
        while True:
            m = search(text, cursor)
            if m is None:
                return found
            reading, cursor = self._at(m.start(), m.lastindex or 0, m.end(), cursor)
            if reading is not None:
                found.append(self._finish(reading))

    def read_alone(self, start: int, end: int) -> Figure | None:
        """The figure that fills `start:end`, as a correction says there is one."""
        self.tape = Tape(self.text, end)
        self.tape.seek(start)
        reading = self._read(start, "")
        if reading is None or reading.end != end:
            return None
        return self._finish(reading)

    def _at(self, at: int, group: int, end: int, cursor: int) -> tuple[Reading | None, int]:
        """(reading or None, where to search on) for a trigger at `at`."""
        text, tape = self.text, self.tape
        start = at
        if group == 1:
            start, skip = self._digit(at, cursor)
            if skip:
                return None, skip
        elif group == 2:
            head = _SIGN_LETTERS.search(text, max(cursor, at - 6), at) if text[at] in "$£＄" else None
            if (
                head is not None
                and fold(head[1]) in SIGN_PREFIXES
                and (
                    text[at - 1] != " "
                    or (len(head[1]) > 1 and head[1].lower() not in ("a", "can", "e", "s"))
                )
            ):
                start = head.start(1)
        elif group == 4:
            tape.seek(at)
            reading = dates.read_period(tape, 0, self.evidence)
            return reading, (reading.end if reading else end)
        elif at and text[at - 1] in "-‑" and group == 3 and at > cursor and text[at - 2 : at - 1].isalpha():
            if text[at:end].lower() in ("one", "second", "first", "may"):
                return None, end
        tape.seek(start)
        reading = self._read(start, dates.word_before(text, start))
        if reading is None:
            return None, max(end, self._past(start, group))
        if reading.start < cursor:
            reading.start = cursor
        return reading, max(reading.end, end)

    def _past(self, start: int, group: int) -> int:
        """Where to go on after a failed digit or sign: past its first lexeme."""
        return self.tape[0].end if group in (1, 2) else start

    def _digit(self, at: int, cursor: int) -> tuple[int, int]:
        """(start, skip): where a number at the digit `at` starts, or the offset to go on from when it is none."""
        text = self.text
        if at and text[at - 1] in "0123456789":
            return at, _run_end(text, at)
        code = identifiers.code_at(text, at, len(text))
        if code and self._is_code(at):
            return at, code
        start = at
        if at > cursor and (text[at - 1].isalpha() or text[at - 1] in " ."):
            head = _CODE_LETTERS.search(text, max(cursor, at - 7), at)
            if head is not None:
                word = head[1]
                if word.upper() in CODES and (
                    word.isupper()
                    or (
                        word.islower()
                        and len(word) == 3
                        and text[at - 1] == " "
                        and word in ("usd", "eur", "gbp")
                    )
                ):
                    return head.start(1), 0
                if word.lower() in SHORT and (word[0].isupper()) and (not word.isupper() or len(word) > 1):
                    return head.start(1), 0
        if at > cursor and identifiers.glued_before(text, at):
            return at, _run_end(text, at)
        if at and text[at - 1] == "." and (at == 1 or not text[at - 2].isalnum()) and at - 1 >= cursor:
            start = at - 1
        return start, 0

    def _is_code(self, at: int) -> bool:
        """Whether the code shape at `at` is no date, grouped number or measure."""
        self.tape.seek(at)
        head = self.tape[0]
        if head.kind == DATE:
            return dates.read_numeric(self.tape, 0, self.evidence) is None
        if head.kind == NUM and head.end - head.start > 6 and ("," in head.low or head.low.count(".") > 1):
            return False
        after = self.tape[1]
        if after.glued and after.kind == WORD:
            return after.low in ("x", "b", "a", "c", "d", "f", "p", "n") or after.low not in _UNIT_HEADS
        return True

    def _read(self, start: int, before: str) -> Reading | None:
        tape = self.tape
        head = tape[0]
        kind, word = head.kind, head.low
        if kind == BREAK:
            return None
        if kind == DATE:
            reading = dates.read_numeric(tape, 0, self.evidence)
            return self._date_range(reading) if reading is not None else None
        if kind == CLOCK:
            return read_time(tape, 0)
        if kind == NUM:
            return self._number(start, before)
        if kind == WORD:
            if word in MONTHS:
                reading = dates.read_month_date(tape, 0, self.evidence)
                return self._date_range(reading) if reading else None
            if word in WEEKDAYS:
                return dates.read_weekday(tape, 0, self.evidence)
            if word in RELATIVE_DAYS:
                return dates.read_relative(tape, 0, self.evidence)
            if word in CLOCK_WORDS:
                return read_time(tape, 0)
            if word in VAGUE:
                return self._vague(start, before)
            if word in ("q", "h"):
                return dates.read_short_quarter(tape, 0)
            return self._words(start, before)
        return read_measure(tape, 0, before)

    def _date_range(self, reading: Reading) -> Reading:
        """Join numeric dates by a dash: 10/1/2018 - 10/7/2018."""
        tape, j = self.tape, reading.next
        if tape.sign(j) in ("-", "–", "—") and tape[j + 1].kind == DATE and isinstance(reading.value, str):
            second = dates.read_numeric(tape, j + 1, self.evidence)
            if second is not None and isinstance(second.value, str):
                reading.value = (reading.value, second.value)
                reading.end, reading.next = second.end, second.next
        return reading

    def _number(self, start: int, before: str) -> Reading | None:
        """A figure that begins with digits."""
        tape, text = self.tape, self.text
        head = tape[0]
        literal = head.low
        if identifiers.is_footnote(text, head.start, head.end):
            return None
        if len(literal) <= 2:
            reading = dates.read_day_month(tape, 0, self.evidence)
            if reading is not None:
                return reading
            pair = self._pair(head.start, before)
            if pair is not None:
                return pair
        reading = read_time(tape, 0)
        if reading is not None:
            return reading
        decade = years.read_two_digit_decade(tape, 0, before)
        if decade is not None:
            return decade
        if self._dangles():
            return None
        measure = read_measure(tape, 0, before)
        if years.looks_like_year(literal) and (measure is None or measure.bare or self._weak(measure)):
            year = years.read_bare_year(tape, 0, before)
            if year is not None:
                return year if not self._named(year.next, before, literal, 0, year=True) else None
        if measure is None:
            return None
        if measure.kind == "ordinal":
            return self._ordinal(measure, before, literal)
        if measure.bare and self._named(
            measure.next, before, literal, float(head.low) if literal.isdigit() and len(literal) < 16 else 0
        ):
            return None
        return self._negative(measure, before)

    def _weak(self, measure: Reading) -> bool:
        """Units a year can be mistaken for: "1998 in", "2004 t"."""
        return (
            measure.kind == "quantity"
            and measure.unit in ("in", "m", "t", "g", "L")
            and isinstance(measure.value, int)
        )

    def _dangles(self) -> bool:
        """Letters glued to the digits that make no unit: "13F", "747s", "3D"."""
        after = self.tape[1]
        if not after.glued or after.kind != WORD:
            return False
        return after.low not in _UNIT_HEADS and after.low not in _GLUED

    def _named(self, then: int, before: str, literal: str, value: float, *, year: bool = False) -> bool:
        if year and before in MONTHS:
            return False
        return identifiers.names_number(
            self.tape,
            then,
            self.tape[0].start,
            before if not year or before in _YEAR_NAMES else "",
            literal,
            value,
        )

    def _negative(self, reading: Reading, before: str) -> Reading:
        """Take in a minus sign or word before a number."""
        text, start = self.text, reading.start
        if start and text[start - 1] in _MINUS and (start == 1 or text[start - 2] in " (\n"):
            reading.start = start - 1
        elif before in _MINUS_WORDS and reading.kind in ("number", "percent", "quantity"):
            reading.start = text.lower().rfind(before, max(0, start - 12), start)
        else:
            return reading
        if isinstance(reading.value, (int, float)):
            reading.value = -reading.value
        elif isinstance(reading.value, tuple) and isinstance(reading.value[0], (int, float)):
            reading.value = (-reading.value[0], reading.value[1])
        return reading

    def _pair(self, at: int, before: str) -> Reading | None:
        """4/22 or 22-04 after "on" and its like: a day and a month."""
        m = _PAIR.match(self.text, at)
        if m is None or (m[2] == "-" and before != "on"):
            return None
        a, b = int(m[1]), int(m[3])
        if (a, b) == (9, 11) and m[2] == "/":
            return self._pair_date(m, 9, 11, "September 11", 0.7)
        if before not in _DAY_CONTEXT:
            return None
        first = self.evidence.day_first
        if b > 12 >= a:
            month, day = a, b
        elif a > 12 >= b:
            month, day = b, a
        else:
            month, day = (b, a) if first else (a, b)
        return self._pair_date(m, month, day, "a day and a month in numbers", 0.6)

    def _pair_date(
        self, m: re.Match[str], month: int, day: int, reason: str, confidence: float
    ) -> Reading | None:
        from reader.detect.calendars import is_day, iso

        if not is_day(month, day):
            return None
        j = 0
        while self.tape[j].end < m.end() and self.tape[j].kind != BREAK:
            j += 1
        return Reading(
            m.start(), m.end(), j + 1, "date", iso(None, month, day), confidence=confidence, reason=reason
        )

    def _ordinal(self, reading: Reading, before: str, literal: str) -> Reading | None:
        tape = self.tape
        if isinstance(reading.value, int):
            quarter = dates.read_quarter(tape, 0, reading.value, reading.next, self.evidence)
            if quarter is not None:
                return quarter
        if identifiers.names_ordinal(tape, reading.next, literal, bool(literal)):
            return None
        word = tape.word(0)
        if word in ("first", "second", "zeroth"):
            reading.confidence = 0.4
            if not self._ranks(reading, before):
                return None
        return reading

    def _ranks(self, reading: Reading, before: str) -> bool:
        """Whether "first" or "second" says a place: not "at first", "First, …", "per second"."""
        if before in ("at", "per", "split", "from", "that", "each") or self.tape.word(0) == "zeroth":
            return False
        after = self.tape[reading.next]
        return (
            (after.kind == WORD and after.low not in ("of", "and"))
            or before in _DETERMINERS
            or (before == "" and after.kind == BREAK)
        )

    def _words(self, start: int, before: str) -> Reading | None:
        """A figure that begins with a number word."""
        tape = self.tape
        word = tape.word(0)
        reading = read_time(tape, 0)
        if reading is not None:
            return self._with_article(reading, before, ("a",)) if word in ("quarter", "half") else reading
        if word in ORDINALS or tape.word(1) in ORDINALS or tape.word(2) in ORDINALS:
            reading = dates.read_day_month(tape, 0, self.evidence)
            if reading is not None:
                return reading
        if word == "quarter":
            return self._quarter(before)
        if word == "half" and not self._is_half(before):
            return None
        named_year = (
            years.read_year(tape, 0)
            if word in ("nineteen", "eighteen", "seventeen", "twenty", "two")
            else None
        )
        if (
            named_year is not None
            and (word != "two" or before == "in")
            and tape[named_year[1]].low not in ("percent", "people", "dollars", "men")
        ):
            if word != "two" or tape[named_year[1]].kind != WORD:
                end = tape[named_year[1] - 1].end
                return Reading(
                    start,
                    end,
                    named_year[1],
                    "date",
                    f"{named_year[0]:04d}",
                    confidence=0.8,
                    reason="a year in words",
                )
        measure = read_measure(tape, 0, before)
        if measure is None:
            return None
        if measure.kind == "ordinal":
            return self._ordinal_word(measure, before)
        if measure.bare:
            if word == "one" and measure.value == 1 and not self._is_one(before):
                return None
            literal = ""
            if self._named(measure.next, before, literal, 0) and before not in ("number", "series"):
                return None
            if word in SMALL and before in ("formula", "air", "world", "capital"):
                return None
        if word in MULTIPLIERS or word == "dozen" or word == "half":
            measure = self._with_article(measure, before, ("a", "an"))
        return self._negative(measure, before)

    def _ordinal_word(self, reading: Reading, before: str) -> Reading | None:
        value = reading.value
        if (
            before in ("a", "an")
            and isinstance(value, int)
            and value >= 3
            and self.tape.word(reading.next) == "of"
        ) or (before in ("a", "an") and isinstance(value, int) and value >= 100):
            reading.kind, reading.value, reading.reason = (
                "number",
                float(f"{1 / value:.12g}"),
                "a part of a whole",
            )
            return self._with_article(reading, before, ("a", "an"))
        return self._ordinal(reading, before, "")

    def _with_article(self, reading: Reading, before: str, articles: tuple[str, ...]) -> Reading:
        """Take in the "a" of "a hundred", "a quarter to seven"."""
        if before in articles:
            reading.start = self.text.lower().rfind(before, max(0, reading.start - 6), reading.start)
        return reading

    def _quarter(self, before: str) -> Reading | None:
        tape = self.tape
        then = 1 + (tape.word(1) == "of")
        big = tape.word(then + (tape.word(then) in ("a", "an")))
        size = MULTIPLIERS.get(big, 0)
        if (before not in ("a", "one") and not size) or before in (
            "first",
            "second",
            "third",
            "fourth",
            "last",
            "this",
            "next",
        ):
            return None
        reading = Reading(
            tape[0].start,
            tape[0].end,
            1,
            "number",
            0.25,
            confidence=0.8,
            reason="a part of a whole",
            bare=True,
        )
        if size >= 1000:
            end = then + (tape.word(then) in ("a", "an")) + 1
            whole = read_measure(tape, end - 1, "")
            if whole is not None and isinstance(whole.value, (int, float)):
                reading = Reading(
                    tape[0].start,
                    whole.end,
                    whole.next,
                    whole.kind,
                    whole.value / 4,
                    whole.unit,
                    reason=whole.reason,
                )
        elif tape.word(1) != "of" or tape.word(2) == "century":
            return None
        return self._with_article(reading, before, ("a",))

    def _is_half(self, before: str) -> bool:
        """Whether "half" is a quantity: not "the second half", "half-brother"."""
        tape = self.tape
        if before in (
            "first",
            "second",
            "other",
            "the",
            "latter",
            "better",
            "and",
            "final",
            "opening",
            "back",
            "in",
        ):
            return tape.word(1) in MULTIPLIERS or tape.word(2) in MULTIPLIERS
        if tape.hyphen(1):
            return (
                read_measure(tape, 0, before) is not None
                and not (read_measure(tape, 0, before) or Reading(0, 0, 0, "number", 0, bare=True)).bare
            )
        word = tape.word(1)
        return word in ("of", "a", "an", "the", "its", "their", "his", "her", "million", "dozen", "billion", "century", "hour", "mile", "turn", "day", "gallon", "cup", "kilo", "pound", "percent", "decade", "trillion", "thousand", "year", "month")  # fmt: skip

    def _is_one(self, before: str) -> bool:
        """Whether "one" counts: "one person", "killed one", not "one of", "this one", "no one"."""
        tape = self.tape
        if before in (
            "no",
            "any",
            "every",
            "some",
            "the",
            "this",
            "that",
            "which",
            "each",
            "another",
            "only",
            "last",
            "first",
        ):
            return before in ("only",) and tape.word(1) in _ONES
        return (
            tape.word(1) in _ONES
            or (tape[1].kind == BREAK and before in _MINUS_WORDS + ("", "is"))
            or before in _MINUS_WORDS
        )

    def _vague(self, start: int, before: str) -> Reading | None:
        """Hundreds, tens of thousands, billions of dollars: a figure without a value."""
        tape = self.tape
        j = 1
        while tape.word(j) == "of" and tape.word(j + 1) in VAGUE and j < 8:
            j += 2
        end = tape[j - 1].end
        return Reading(
            start, end, j, "number", None, confidence=0.3, reason="a count without a number", approx="about"
        )

    def _finish(self, reading: Reading) -> Figure:
        text = self.text
        unit, reason = reading.unit, reading.reason
        if reading.kind == "money" and unit is not None:
            unit, why = self.evidence.money(unit)
            reason = f"{reason}; {why}" if why else reason
            if unit == "GBP" and text[reading.start : reading.end].rstrip().endswith(("pound", "pounds")):
                if not self.evidence.pounds_are_money and reading.magnitude < 10**6:
                    reading.kind, unit, reason = (
                        "quantity",
                        "lb",
                        "pounds as a weight: the article speaks of no British money",
                    )
        approx = (
            approximation(text, reading.start, reading.end) if reading.kind not in ("date", "ordinal") else ""
        )
        subject = ""
        if reading.kind in ("number", "ordinal", "money", "percent", "quantity"):
            subject = subject_of(text, reading.end, reading.kind)
        return Figure(
            reading.start, reading.end, text[reading.start : reading.end], reading.kind, reading.value, unit,
            approx or reading.approx, reading.confidence, reason, subject,
        )  # fmt: skip


def _run_end(text: str, at: int) -> int:
    """The end of the run of letters, digits and joining signs at `at`."""
    m = _RUN.match(text, at)
    return m.end() if m else at + 1


_RUN = re.compile(r"(?:[^\W_]|[_@#&=?%~+/\\:.-](?=[\w/]))*")
_YEAR_NAMES = frozenset("windows resolution office".split())
_ONES = frozenset(
    """person man woman child soldier civilian policeman officer boy girl student worker people other more day year month week
    hour minute mile percent million billion hundred thousand dollar death case seat vote""".split()
)
_GLUED = frozenset(
    "k m b t g mn mln mil bn bln tn trn st nd rd th am pm a p ish s ampm pc x usd eur gbp rmb e h d w y ys cr".split()
)


def _heads() -> frozenset[str]:
    from reader.detect.currencies import NOUNS
    from reader.detect.units import DURATIONS, WORDS

    return (
        frozenset(WORDS)
        | frozenset(DURATIONS)
        | frozenset(NOUNS)
        | frozenset(c.lower() for c in CODES)
        | frozenset(MONTHS)
    )


_UNIT_HEADS = _heads()
