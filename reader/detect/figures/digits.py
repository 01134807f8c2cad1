"""Figures that begin with a digit: which grammar reads them, in which order, and what is no figure at all."""

from __future__ import annotations

import re

from reader.detect.figures import identifiers, months_abroad, quarters, years
from reader.detect.figures.calendars import MONTHS, is_day, iso
from reader.detect.figures.currencies import CODES, NOUNS, SHORT, SIGNS
from reader.detect.figures.dates import read_numeric
from reader.detect.figures.lexemes import BREAK, DATE, NUM, VULGAR, WORD
from reader.detect.figures.measures import read_item
from reader.detect.figures.money import NO_HEADS, is_sum
from reader.detect.figures.months import read_day_month
from reader.detect.figures.number_words import SMALL
from reader.detect.figures.ranges import read_measure
from reader.detect.figures.reading import Reading
from reader.detect.figures.scene import Scene, negate
from reader.detect.figures.times import read_time
from reader.detect.figures.units import DURATIONS, WORDS

_CODE_LETTERS = re.compile(r"(?<![\w.])([A-Za-z]{2,4})\.?[ ]?$")
_PAIR = re.compile(r"(\d{1,4})([/-])(\d{1,4})(?![\w/]|[.,]\d|-\d(?!\d?/\d)|%)")
_DECIMALS = re.compile(r"\d{1,6}(?:\.\d{1,3}[-‑]\d{1,6}(?:\.\d{1,3})?|[-‑]\d{1,6}\.\d{1,3})(?![\d.‑-]\d)")
_RUN = re.compile(r"(?:[^\W_]|[_@#&=?%~+/\\:.-](?=[\w/])|,(?=\d{3}(?!\d)))*")
_DAY_CONTEXT = frozenset(
    "on from between since until till by dated back ending starting beginning before after through".split()
)
_GREAT_CODES = frozenset(
    "USD EUR GBP JPY CNY RMB INR AUD CAD CHF HKD NZD SGD AED SAR ZAR KES NGN EGP PKR SEK NOK DKK BRL MXN RUB".split()
)
_SHOUTED = frozenset("le ll bd kd jd dm rm sr qr".split())
_ONE_LETTER = re.compile(r"(?<![\w.])[A-Z]$")
_NAME_OF_MONEY = re.compile(r"(?<![\w.'’-])(?<!\d\s)([A-Za-z]{4,8})[ ]$")
_LIKE_WORDS = frozenset("ALL TOP COP CUP BAM MOP PEN SOS TRY MAD GEL ANG BOB CUC LAK MUR RON SIT ARS".split())
#: What may be glued to digits besides units and money.
_GLUED = frozenset(
    """k m b t g mn mln mil mila bn bln tn trn st nd rd th am pm a p ish s ampm pc usd eur gbp rmb e h d w y ys cr mm
    o'clock oclock meur mgbp musd""".split()
)
_UNIT_HEADS = (
    frozenset(WORDS) | frozenset(DURATIONS) | frozenset(NOUNS) | frozenset(MONTHS) | frozenset(SIGNS)
)
_UNIT_HEADS |= frozenset(c.lower() for c in CODES)
_DOMAINS = frozenset(
    "com net org info tv kg kz hu ru ua mk by pl me al ge am az rs ba ro bg cz sk lt lv ee".split()
)
_MEASURED = re.compile(
    r"\d+(?:\.\d+)?(?:(?:km|cm|mm|m|ft|mi)[23]|h\d\d(?:m|min)?|e\d{1,2}|(?:st|h|hr|min|m)\d{1,2}(?:lbs?|m|min|s)?)$"
    r"|[1-4][qh]\d\d(?:\d\d)?$"
)


def run_end(text: str, at: int) -> int:
    """The end of the run of letters, digits and joining signs at `at`."""
    m = _RUN.match(text, at)
    return max(m.end(), at + 1) if m else at + 1


def start_of(scene: Scene, at: int, cursor: int) -> tuple[int, int]:
    """(start, skip) for the digit at `at`: where its figure starts, or the offset to go on from when it is none.

    `cursor` is the end of the last figure; nothing before it is taken in.
    """
    text = scene.text
    if at and text[at - 1] in "0123456789":
        return at, run_end(text, at)
    code = identifiers.code_at(text, at, len(text))
    if code and _is_code(scene, at, code):
        return at, code
    if at > cursor or (at and text[at - 1].isalpha()):
        if (start := _currency_before(scene, at, cursor)) >= 0:
            return start, 0
        if identifiers.glued_before(text, at):
            return at, run_end(text, at)
    if at and text[at - 1] == "." and (at == 1 or not text[at - 2].isalnum()) and at - 1 >= cursor:
        return at - 1, 0
    return at, 0


def _currency_before(scene: Scene, at: int, cursor: int) -> int:
    """Where the letters of a currency before the digit at `at` begin: USD 200, Rs. 500, N500 million; -1 for none."""
    text = scene.text
    if not (text[at - 1].isalpha() or text[at - 1] in " ."):
        return -1
    head = _CODE_LETTERS.search(text, max(cursor, at - 7), at)
    if head is not None and _is_money_code(head[1], text[at - 1]):
        return head.start(1)
    if not is_sum(text, at):
        return -1
    if head is not None and head[1] in CODES and head[1] not in _LIKE_WORDS:
        return head.start(1)  # VND500 billion
    name = _NAME_OF_MONEY.search(text, max(cursor, at - 10), at)
    if name is not None and name[1].lower() in NOUNS and name[1].lower() not in NO_HEADS:
        return name.start(1)  # birr 300m
    letter = _ONE_LETTER.search(text, max(cursor, at - 2), at)
    return at - 1 if letter and scene.evidence.letter_of_money(letter[0]) else -1


def _is_money_code(word: str, between: str) -> bool:
    """Whether the letters before a digit are a currency code: "USD 200", "Rs. 500", not "in 5"."""
    if word.upper() in CODES and (word.isupper() or word.lower() not in SHORT):
        if word.isupper():
            return word in _GREAT_CODES if between.isalpha() else word not in _LIKE_WORDS
        return between == " " and word in ("usd", "eur", "gbp")
    if word.lower() in _SHOUTED and not word.isupper():
        return False
    return word.lower() in SHORT and word[0].isupper()


def _is_code(scene: Scene, at: int, end: int) -> bool:
    """Whether the code shape at `at:end` is no date, grouped number or measure."""
    tape = scene.tape
    tape.seek(at)
    head = tape[0]
    if head.kind == DATE:
        return read_numeric(tape, 0, scene.evidence) is None
    if head.kind == NUM and head.end - head.start > 6 and ("," in head.low or head.low.count(".") > 1):
        return False
    if decimals := _DECIMALS.match(scene.text, at):  # 2.5-3.5%, 1.2-1.5 million
        measure = read_measure(tape, 0, "")
        if measure is not None and isinstance(measure.value, tuple) and measure.end > decimals.end():
            return False
    return not _MEASURED.match(scene.text[at:end].lower())


def read_digits(scene: Scene, before: str) -> Reading | None:
    """The figure at the number the tape stands on; `before` is the word before it."""
    tape, text = scene.tape, scene.text
    head = tape[0]
    if identifiers.is_footnote(text, head.start, head.end) or _is_lettered(scene):
        return None
    if told := _day_or_time(scene, before):
        return told
    if _dangles(scene):
        return None
    measure = read_measure(tape, 0, before)
    if (years.looks_like_year(head.low) or years.has_era(tape, 0)) and (
        measure is None or _may_be_year(scene, measure, before)
    ):
        year = years.read_bare_year(tape, 0, before)
        if year is not None:
            named = before in identifiers.NUMBERED_LIKE_YEARS or identifiers.is_address(tape, 1)
            return None if named or identifiers.continues(text, head.start) else year
    if measure is None or (
        measure.bare and measure.kind != "ordinal" and _is_no_count(scene, measure, before)
    ):
        return None
    if measure.kind == "ordinal":
        return read_ordinal(scene, measure, before, digits=True)
    return negate(scene, measure, before)


def _day_or_time(scene: Scene, before: str) -> Reading | None:
    """The day, month, time or short year that begins with the number, whose parts tell by their form."""
    tape = scene.tape
    size = len(tape[0].low)
    if size == 1 and (quarter := quarters.read_turned(tape, 0)) is not None:
        return quarter
    if size <= 2:
        reading = read_day_month(tape, 0, scene.evidence) or months_abroad.read_day(tape, 0, scene.evidence)
        if reading is not None:
            return reading
    if size <= 4 and tape.sign(1) in ("/", "-") and tape[1].glued:
        reading = _pair(scene, before)
        if reading is not None:
            return reading
    return (
        read_time(tape, 0)
        or years.read_two_digit_decade(tape, 0, before)
        or years.read_short_year(tape, 0, before)
    )


def _is_no_count(scene: Scene, measure: Reading, before: str) -> bool:
    """Whether digits by themselves count nothing: 24/7, 20/20, 120/80, "page 12"."""
    tape = scene.tape
    if measure.next == 1 and tape.sign(1) == "/" and tape[1].glued and tape[2].kind == NUM:
        return True
    return identifiers.names_number(tape, measure.next, tape[0].start, before, tape[0].low)


def _is_lettered(scene: Scene) -> bool:
    """Whether a letter, a capital number word or the end of a web address is tied to the digits: 10-K, 3-D, 401(k),
    7-Eleven, 24.kg."""
    tape = scene.tape
    if tape.sign(1) == "." and tape[1].glued and tape[2].glued and tape.word(2) in _DOMAINS:
        return True
    if tape.hyphen(1) and tape[2].kind == WORD:
        raw = scene.text[tape[2].start : tape[2].end]
        return (len(raw) == 1 and raw.isupper() and not tape[3].glued) or (
            raw[0].isupper() and raw.lower() in SMALL
        )
    return tape.sign(1) == "(" and tape[1].glued and len(tape.word(2)) == 1 and tape.sign(3) == ")"


def _may_be_year(scene: Scene, measure: Reading, before: str) -> bool:
    """Whether four digits read as `measure` may yet be a year: no unit of their own, or one only by a range."""
    if measure.bare or _is_weak(measure):
        return True
    if not isinstance(measure.value, tuple) or before not in ("in", "since", "during", "until", "by", "of"):
        return False
    alone = read_item(scene.tape, 0, before)
    return alone is not None and alone.bare


def _is_weak(measure: Reading) -> bool:
    """Units a year can be mistaken to have: "1998 in", "2004 t"."""
    return measure.kind == "quantity" and measure.unit in ("in", "m", "t", "g", "L")


def _dangles(scene: Scene) -> bool:
    """Letters glued to the digits that make no unit: "13F", "747s", "3D"."""
    after = scene.tape[1]
    if not after.glued or after.kind != WORD or after.low == "'s" or after.low in VULGAR:  # 2½
        return False
    if after.low in ("a", "p") and scene.text[after.start].isupper():
        return True  # Road 81A; in the morning it is 8a
    if after.low in ("d", "g") and scene.tape[0].low in ("1", "2", "3", "4", "5", "6"):  # 3D, 5G
        return scene.text[after.start].isupper()
    if after.low == "s":  # 747s, not 1990s
        return not years.looks_like_year(scene.tape[0].low)
    if after.low in ("c", "f", "v"):  # 72F, 37C, not 13F
        literal, raw = scene.tape[0].low, scene.text[after.start : after.end]
        return raw.islower() or not ("." in literal or (len(literal) in (2, 3) and int(literal) >= 20))
    return after.low not in _UNIT_HEADS and after.low not in _GLUED


# What stands near the odds of a bookmaker: "8/13 odds", "from 4/1 to 5/2 favourite".
_ODDS = re.compile(r"\b(?:odds|favourites?|bookmakers?|bookies|punters)\b")


def _pair(scene: Scene, before: str) -> Reading | None:
    """Two numbers that are a date: 4/22 after "on", 11/2016, 2016-11, 9/11."""
    m = _PAIR.match(scene.text, scene.tape[0].start)
    if m is None:
        return None
    a, b = int(m[1]), int(m[3])
    if len(m[3]) == 4:
        if len(m[1]) <= 2 and 1 <= a <= 12 and 1500 <= b <= 2199:
            return _numeric(scene, m, iso(b, a), "a month and a year in numbers", 0.8)
        return None
    if len(m[1]) == 4:
        span = b > a % (100 if len(m[3]) == 2 else 10)
        if 1500 <= a <= 2199 and 1 <= b <= 12 and len(m[3]) <= 2 and not span:
            return _numeric(scene, m, iso(a, b), "a year and a month in numbers", 0.8)
        return None
    return _short_pair(scene, m, before) if len(m[1]) <= 2 and len(m[3]) <= 2 else None


def _short_pair(scene: Scene, m: re.Match[str], before: str) -> Reading | None:
    """Two numbers of two digits at most that are a day and a month, not odds, a share or a measure."""
    a, b, slash = int(m[1]), int(m[3]), m[2] == "/"
    if (a, b) == (9, 11) and slash:
        return _numeric(scene, m, iso(None, 9, 11), "September 11", 0.7)
    if (a, b) in ((24, 7), (50, 50)):
        return None
    if before not in _DAY_CONTEXT or (not slash and before != "on"):
        plain = slash and (a > 12) != (b > 12) and not (a < b and b in (16, 32, 64))
        if not plain or before == "of":
            return None
    if slash and _ODDS.search(scene.text, max(0, m.start() - 80), m.end() + 60):
        return None
    if a > 12 or (b <= 12 and scene.evidence.day_first):
        a, b = b, a
    return _numeric(scene, m, iso(None, a, b), "a day and a month in numbers", 0.6) if is_day(a, b) else None


def _numeric(scene: Scene, m: re.Match[str], value: str, reason: str, confidence: float) -> Reading:
    j = 0
    while scene.tape[j].end < m.end() and scene.tape[j].kind != BREAK:
        j += 1
    return Reading(m.start(), m.end(), j + 1, "date", value, confidence=confidence, reason=reason)


_DETERMINERS = frozenset("the a an its his her their our my your this that these those every each".split())


def read_ordinal(scene: Scene, reading: Reading, before: str, *, digits: bool) -> Reading | None:
    """An ordinal, the quarter or century it belongs to, or None when it is part of a name or an adverb."""
    tape = scene.tape
    if isinstance(reading.value, int):
        quarter = quarters.read_quarter(tape, 0, reading.value, reading.next, scene.evidence)
        if quarter is not None:
            return quarter
    if identifiers.names_ordinal(tape, reading.next, digits):
        return None
    word = tape.word(0)
    if word not in ("first", "second", "zeroth"):
        return reading
    reading.confidence = 0.4
    if before in ("at", "per", "split", "from", "that") or word == "zeroth":
        return None
    after = tape[reading.next]
    ranks = (after.kind == WORD and after.low not in ("of", "and")) or before in _DETERMINERS
    return reading if ranks or (not before and after.kind == BREAK) else None
