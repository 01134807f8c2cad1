"""Figures that begin with a number word: "fifteen", "half a million", "a third of", "nineteen ninety six", "dozens"."""

from __future__ import annotations

import re
from dataclasses import replace

from reader.detect.figures import identifiers, years
from reader.detect.figures.currencies import NOUNS, SHY_NOUNS
from reader.detect.figures.digits import read_ordinal
from reader.detect.figures.lexemes import BREAK, Tape, tidy
from reader.detect.figures.measures import read_one_percent, read_percent
from reader.detect.figures.months import read_day_month
from reader.detect.figures.number_words import MULTIPLIERS, ORDINALS, SMALL
from reader.detect.figures.ranges import read_measure
from reader.detect.figures.reading import Reading
from reader.detect.figures.scene import MINUS_WORDS, Scene, negate
from reader.detect.figures.times import read_time
from reader.detect.figures.triggers import VAGUE
from reader.detect.figures.units import DURATIONS

_NOT_YEARS = frozenset("percent people dollars men women years miles".split())
_BEFORE_HALF = frozenset(
    "first second other the latter better final opening back in last northern southern eastern western upper".split()
)
_AFTER_HALF = frozenset(
    """of a an the its their his her million dozen billion century hour mile turn day gallon cup kilo pound
percent decade trillion thousand year month""".split()
)
_AFTER_PART = frozenset("of less more fewer higher lower larger smaller bigger longer".split())
#: What "one" counts; elsewhere it is a pronoun.
_ONES = frozenset(
    """person man woman child soldier civilian policeman officer boy girl student worker people other more day
year month week hour minute mile percent million billion hundred thousand dollar death case seat vote""".split()
)
_SOME = re.compile(r"\b(?:several|(?:an?\s)?(?:few|couple))\s$", re.IGNORECASE)
_NO_ONE = frozenset("no any every some the this that which each another last first".split())


def read_words(scene: Scene, before: str) -> Reading | None:
    """The figure at the number word the tape stands on; `before` is the word before it."""
    tape = scene.tape
    word = tape.word(0)
    start = tape[0].start
    if word in MULTIPLIERS and scene.text[max(0, start - 2) : start].strip().isdigit():
        return None  # the rest of a code such as "K500 million"
    reading = read_time(tape, 0)
    if reading is not None:
        return scene.take_in(reading, before, ("a",)) if word in ("quarter", "half") else reading
    if word in ORDINALS or tape.word(1) in ORDINALS or tape.word(2) in ORDINALS:
        reading = read_day_month(tape, 0, scene.evidence)
        if reading is not None:
            return reading
    if word == "quarter":
        return _read_quarter(scene, before)
    if word == "half" and not _is_half(scene, before):
        return None
    reading = _read_year(scene, before) or read_measure(tape, 0, before)
    return reading if reading is None or reading.kind == "date" else _settled(scene, reading, before)


def _settled(scene: Scene, reading: Reading, before: str) -> Reading | None:
    """A measure in words as what is around it makes it, None where it is part of a name or a pronoun."""
    word = scene.tape.word(0)
    if _is_name(scene, reading) or _is_titled(scene, reading, before):
        return None
    if before in ("several", "few", "couple") and (word in MULTIPLIERS or word == "dozen"):
        return _uncounted(scene, reading)
    if reading.kind == "ordinal":
        return _read_ordinal(scene, reading, before)
    if reading.bare and _is_no_count(scene, reading, before):
        return None
    if word in MULTIPLIERS or word in ("dozen", "half"):
        scene.take_in(reading, before, ("a", "an"))
    return negate(scene, reading, before)


def _uncounted(scene: Scene, reading: Reading) -> Reading:
    """ "several million", "a couple dozen": a count without a number."""
    some = _SOME.search(scene.text, max(0, scene.tape[0].start - 16), scene.tape[0].start)
    reading.start = some.start() if some else scene.tape[0].start
    reading.value, reading.confidence, reading.approx = None, 0.3, "about"
    reading.reason = "a count without a number"
    return reading


def _is_no_count(scene: Scene, reading: Reading, before: str) -> bool:
    """Whether a number word by itself counts nothing: "the one who", "Formula One", "chapter two"."""
    word = scene.tape.word(0)
    if word == "one" and reading.value == 1 and not _is_one(scene, before):
        return True
    if word in SMALL and before in ("formula", "air", "world", "capital"):
        return True
    return before != "number" and identifiers.names_number(
        scene.tape, reading.next, reading.start, before, ""
    )


def _read_year(scene: Scene, before: str) -> Reading | None:
    tape = scene.tape
    if tape.word(0) not in ("nineteen", "eighteen", "seventeen", "twenty", "two"):
        return None
    year = years.read_year(tape, 0)
    if year is None or tape[year[1]].low in _NOT_YEARS:
        return None
    if tape.word(0) == "two" and (
        before != "in" or (tape[year[1]].kind != BREAK and tape.word(year[1]) not in ("", "and"))
    ):
        return None
    if tape.word(0) == "twenty" and (
        tape.word(1) == "twenty" or before not in ("in", "since", "by", "until", "of", "year")
    ):
        return None
    head, last = tape[0], tape[year[1] - 1]
    return Reading(
        head.start, last.end, year[1], "date", f"{year[0]:04d}", confidence=0.8, reason="a year in words"
    )


def _read_ordinal(scene: Scene, reading: Reading, before: str) -> Reading | None:
    value, j = reading.value, reading.next
    part = scene.tape.word(j) in _AFTER_PART
    if before in ("a", "an") and isinstance(value, int) and (value >= 100 or (value >= 3 and part)):
        reading.kind, reading.value = "number", float(f"{1 / value:.12g}")
        reading.reason = "a part of a whole"
        return scene.take_in(_of_a_percent(scene.tape, reading), before, ("a", "an"))
    return read_ordinal(scene, reading, before, digits=False)


def _of_a_percent(tape: Tape, part: Reading) -> Reading:
    """`part` in percent where it is one of a percent or of a percentage point."""
    percent = read_one_percent(tape, part.next + 1) if tape.word(part.next) == "of" else None
    if percent is None:
        return part
    unit, then = percent
    return part.become("percent", unit, tape[then - 1].end, then, "a share in percent")


def _read_quarter(scene: Scene, before: str) -> Reading | None:
    """A quarter of, quarter of a million, quarter-century; quarters of the year are read with their ordinal."""
    tape = scene.tape
    then = 1
    for words in (("of",), ("a", "an")):
        k = then + (1 if tape.hyphen(then) else 0)
        then = k + 1 if tape.word(k) in words else then
    then += 1 if tape.hyphen(then) else 0
    head, whole = tape[0], tape.word(then)
    reading = Reading(
        head.start, tape[then].end, then + 1, "number", 0.25, confidence=0.8, reason="a part of a whole"
    )
    if before in ("a", "one") and then > 1 and read_percent(tape, then) is not None:
        return scene.take_in(_of_a_percent(tape, replace(reading, next=1)), before, ("a",))
    if whole in ("century", "mile", "decade"):
        unit = "mi" if whole == "mile" else whole
        return reading.become(
            "quantity" if whole == "mile" else "duration", unit, reading.end, then + 1, reading.reason
        )
    if before in ("first", "second", "third", "fourth", "last", "this", "next"):
        return None
    if MULTIPLIERS.get(whole, 0) >= 1000:
        number = read_measure(tape, then, "")
        if number is None or not isinstance(number.value, (int, float)):
            return None
        number.start, number.value = head.start, tidy(number.value / 4)
        reading = number
    elif before in ("a", "one") and tape.word(1) == "of":
        reading.end, reading.next, reading.bare = head.end, 1, True
    else:
        return None
    return scene.take_in(reading, before, ("a",))


def _is_name(scene: Scene, reading: Reading) -> bool:
    """Whether capitals make a measure a name: the Six-Day War, Nine Mile."""
    raw = scene.text[reading.start : reading.end]
    return reading.kind in ("duration", "quantity") and raw[0].isupper() and "-" in raw and raw.title() == raw


def _is_titled(scene: Scene, reading: Reading, before: str) -> bool:
    """Whether a capital between a small word and another capital makes it a name: "the Six Nations", "Million Dollar
    Baby"."""
    text, start, end = scene.text, reading.start, reading.end
    if (
        not text[start].isupper()
        or text[start : start + 2].isupper()
        or not text[end + 1 : end + 2].isupper()
    ):
        return False
    if text[end : end + 1] not in (" ", "-"):
        return False
    if reading.kind == "money" and text[start:end].istitle():
        return scene.tape.word(0) in MULTIPLIERS
    if scene.tape.word(reading.next) in _PERIODS:
        return False
    inside = bool(before) and text[max(0, start - len(before) - 1) : start - 1] == before
    return inside and before in _INSIDE and reading.bare and reading.kind in ("number", "ordinal")


_PERIODS = frozenset("quarter century half".split())
_INSIDE = frozenset("the of in a an at for to from and with this that its their his her our by as on".split())


def _is_half(scene: Scene, before: str) -> bool:
    """Whether "half" is a quantity: not "the second half", "half-brother"."""
    tape = scene.tape
    if tape.word(1) in ("a", "an") and tape.word(2) in DURATIONS:
        return True
    if before in _BEFORE_HALF:
        return tape.word(1) in MULTIPLIERS or tape.word(2) in MULTIPLIERS
    if tape.hyphen(1):
        measure = read_measure(tape, 0, before)
        return measure is not None and not measure.bare
    return tape.word(1) in _AFTER_HALF


def _is_one(scene: Scene, before: str) -> bool:
    """Whether "one" counts: "one person", not "one of", "this one", "no one"."""
    tape = scene.tape
    if before in _NO_ONE:
        return False
    if before in MINUS_WORDS or tape.word(1) in _ONES:
        return True
    return tape[1].kind == BREAK and before in ("", "is")


def read_vague(scene: Scene) -> Reading | None:
    """Hundreds, tens of thousands, scores of: a figure without a value."""
    tape = scene.tape
    if tape.word(0) == "scores" and tape.word(1) != "of":
        return None
    j = 1
    while tape.word(j) == "of" and tape.word(j + 1) in VAGUE and j < 8:
        j += 2
    if tape.word(0) == "tens" and j == 1:
        return None
    head = tape[0]
    reading = Reading(head.start, tape[j - 1].end, j, "number", None, confidence=0.3, approx="about")
    reading.reason = "a count without a number"
    if tape.word(j) == "of" and tape.word(j + 1) in NOUNS and tape.word(j + 1) not in SHY_NOUNS:
        single, code = NOUNS[tape.word(j + 1)]
        reading.become("money", code or single, tape[j + 1].end, j + 2, "a sum without a number")
    return reading
