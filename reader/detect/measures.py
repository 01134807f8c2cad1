"""Numbers with what they measure: percent, money, quantities, ages, durations, and ranges of them."""

from __future__ import annotations

from reader.detect import money
from reader.detect.currencies import SIGNS
from reader.detect.lexemes import NUM, WORD, Tape, tidy
from reader.detect.numbers import Number, read_number
from reader.detect.reading import Reading
from reader.detect.units import COMPOUND, DURATIONS, SECONDS, read_duration_unit, read_unit

_DASHES = ("-", "–", "—", "‑", "‐", "−", "~")
_OLD = ("old", "olds")
_NO_RANGE_UNITS = frozenset(("age",))
_CHANGES = frozenset(
    """rose fell rise fall increased decreased grew grow dropped declined up down cut raised raise reduced reduce climbed
    jumped slipped slid narrowed widened lowered boosted went slashed soared plunged shrank edged advanced gained lost moved
    changed upgraded doubled trimmed expanded increase decrease drop decline growth""".split()
)
_PERCENT_WORDS = frozenset("percent percents pct percentage percentages pc".split())


def read_measure(tape: Tape, i: int, before: str) -> Reading | None:
    """The figure that begins with a number, a sign or a currency code at `i`; `before` is the word before it."""
    first = _item(tape, i, before)
    if first is None:
        return None
    return _range(tape, first, before)


def _item(tape: Tape, i: int, before: str) -> Reading | None:
    prefix = money.read_prefix(tape, i)
    if prefix is not None:
        unit, j = prefix
        number = read_number(tape, j, joined=False)
        if number is None:
            return None
        return _signed(tape, i, number, unit)
    number = read_number(tape, i, joined=before not in ("between", "both"))
    if number is None:
        return None
    if number.ordinal:
        return _plain(number)
    return _suffixed(tape, number)


def _plain(number: Number) -> Reading:
    kind = "ordinal" if number.ordinal else "number"
    reading = Reading(
        number.start, number.end, number.next, kind, tidy(number.value), reason=_reason(number), bare=True
    )  # type: ignore[arg-type]
    reading.coefficient, reading.magnitude = number.coefficient, number.magnitude
    if number.dozen and not number.ordinal:
        reading.approx = "about"
    return reading


def _reason(number: Number) -> str:
    if number.ordinal:
        return "a place in an order"
    return "a number in digits" if number.digits else "a number in words"


def _signed(tape: Tape, i: int, number: Number, unit: str) -> Reading:
    """Money with its sign before the number, and what may still follow: "dollars", "-a-share"."""
    reading = Reading(
        tape[i].start,
        number.end,
        number.next,
        "money",
        tidy(number.value),
        unit,
        reason="a currency sign or code",
    )
    reading.coefficient, reading.magnitude, reading.signed = number.coefficient, number.magnitude, True
    if number.next and tape[number.next].low in ("m", "b", "t", "mil") and number.magnitude == 1:
        raw = tape.text[tape[number.next].start : tape[number.next].end]
        if tape[number.next].glued or (
            raw in ("m", "b", "M", "B") and tape.sign(number.next + 1) in (",", ".", ";", ")")
        ):
            size = {"m": 10**6, "b": 10**9, "t": 10**12, "mil": 10**6}[raw.lower()]
            reading.value, reading.magnitude = tidy(number.value * size), size
            reading.end, reading.next = tape[number.next].end, number.next + 1
    more = money.read_suffix(tape, reading.next, number)
    if more is not None and more[1] == 1 and not tape.hyphen(reading.next):
        named, _, j = more
        raw = tape.text[tape[j - 1].start : tape[j - 1].end]
        if named == unit or unit == "$" or raw in ("USD", "CAD", "AUD"):
            reading.unit = named if named != "$" else unit
            reading.end, reading.next = tape[j - 1].end, j
    return reading


def _suffixed(tape: Tape, number: Number) -> Reading:
    """The number with the percent sign, money, unit or time unit after it, or by itself."""
    reading = _plain(number)
    j = number.next
    percent = _percent(tape, j)
    if percent is not None:
        unit, then = percent
        return _with(reading, "percent", unit, tape[then - 1].end, then, "a share in percent")
    cash = money.read_suffix(tape, j, number)
    if cash is not None and not _is_weight(tape, cash, j):
        unit, factor, then = cash
        reading = _with(reading, "money", unit, tape[then - 1].end, then, "a currency after the number")
        reading.value = tidy(number.value * factor)
        if factor == 1:
            change = money.read_change(tape, then, unit)
            if change is not None:
                reading.value = tidy(number.value + change[0])
                reading.next, reading.end = change[1], tape[change[1] - 1].end
        elif factor >= 1000:
            reading.magnitude = factor
        elif factor < 1:
            reading.coefficient = number.value * factor
        return reading
    if (
        number.digits is False
        and number.fraction
        and number.value < 1
        and tape.word(j) in ("an", "a")
        and tape.word(j + 1) in DURATIONS
    ):
        return _time_span(tape, reading, DURATIONS[tape.word(j + 1)], j + 2, number)
    hyphen = (
        1
        if tape.hyphen(j) or (tape.sign(j) in ("-", "‑") and tape[j].glued != tape[j + 1].glued and False)
        else 0
    )
    k = j + hyphen
    span = read_duration_unit(tape, k, digits=number.digits)
    if span is not None and not _misread(tape, number, k, span[0]):
        return _time_span(tape, reading, span[0], span[1], number)
    unit_read = read_unit(tape, k, digits=number.digits)
    if unit_read is not None and not _is_million(tape, number, k, unit_read):
        unit, then = unit_read
        reading = _with(reading, "quantity", unit, tape[then - 1].end, then, "a measure with its unit")
        _compound(tape, reading, unit, then, hyphen)
        return reading
    return reading


def _with(reading: Reading, kind: str, unit: str, end: int, then: int, reason: str) -> Reading:
    reading.kind, reading.unit, reading.end, reading.next, reading.reason = kind, unit, end, then, reason  # type: ignore[assignment]
    reading.bare = False
    return reading


def _percent(tape: Tape, j: int) -> tuple[str, int] | None:
    k = j + 1 if tape.hyphen(j) else j
    lexeme = tape[k]
    word = lexeme.low
    if word in ("%", "％"):
        if tape.word(k + 1) in ("point", "points") and tape[k + 1].start - lexeme.end < 2:
            return "pp", k + 2
        return "%", k + 1
    if word == "‰":
        return "‰", k + 1
    if word in _PERCENT_WORDS or (word == "per" and tape.word(k + 1) == "cent"):
        if word == "pc" and not lexeme.glued:
            return None
        then = k + (2 if word == "per" else 1)
        dash = 1 if tape.hyphen(then) else 0
        if tape.word(then + dash) in ("point", "points"):
            return "pp", then + dash + 1
        return "%", then
    if word == "basis" and tape.word(k + 1) in ("point", "points"):
        return "bp", k + 2
    return None


def _is_weight(tape: Tape, cash: tuple[str, float, int], j: int) -> bool:
    """ "20 pounds of explosives", a "500-pound bomb" are weights whatever the article pays in."""
    unit, factor, then = cash
    if unit != "GBP" or factor != 1 or tape.word(then - 1) not in ("pound", "pounds"):
        return False
    if then - 1 != (j + 1 if tape.hyphen(j) else j):
        return False
    return (
        tape.hyphen(j)
        or tape.word(then) in ("of", "heavier", "lighter", "per")
        or (tape.word(then) == "a" and False)
    )


def _is_million(tape: Tape, number: Number, k: int, unit: tuple[str, int]) -> bool:
    """ "48m people": a lower-case m glued to a number is a million when people or things follow."""
    lexeme = tape[k]
    if unit[0] != "m" or not lexeme.glued or lexeme.low != "m":
        return False
    after = tape[unit[1]]
    return (
        after.kind == WORD
        and after.low.endswith(("s", "people"))
        and after.low not in ("is", "was", "as", "has", "this")
    )


def _misread(tape: Tape, number: Number, k: int, unit: str) -> bool:
    """Time words that are something else after a number: "two second-hand cars", "3 minute details"."""
    word = tape.word(k)
    if word == "second" and not tape.hyphen(k - 1):
        return not number.digits or number.value != 1
    if unit == "season" or (word in ("quarter",) and number.value != 1):
        return True
    return word in ("day", "days") and tape.hyphen(k + 1) and False


def _time_span(tape: Tape, reading: Reading, unit: str, then: int, number: Number) -> Reading:
    """A duration, or an age when "old" or "of age" follows; "1 year 2 months" become one ISO duration."""
    reading = _with(reading, "duration", unit, tape[then - 1].end, then, "a length of time")
    dash = 1 if tape.hyphen(then) else 0
    if tape.word(then + dash) in _OLD:
        old = then + dash
        end = tape[old].end
        return _with(reading, "quantity", unit, end, old + 1, "an age")
    if tape.word(then) == "of" and tape.word(then + 1) == "age":
        return _with(reading, "quantity", unit, tape[then + 1].end, then + 2, "an age")
    if tape.word(then) == "and" and tape.word(then + 1) == "a" and tape.word(then + 2) in ("half", "quarter"):
        if tape.word(then + 3) not in ("of",):
            reading.value = tidy(number.value + (0.5 if tape.word(then + 2) == "half" else 0.25))
            return _with(reading, "duration", unit, tape[then + 2].end, then + 3, "a length of time")
    parts = [(float(number.value), unit)]
    j = then
    while len(parts) < 6:
        k = j + (tape.sign(j) == ",")
        k += tape.word(k) == "and"
        more = read_number(tape, k, joined=False)
        if more is None or more.ordinal:
            break
        next_unit = read_duration_unit(tape, more.next, digits=more.digits)
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


def _compound(tape: Tape, reading: Reading, unit: str, then: int, hyphen: int) -> None:
    """5 feet 4 inches, 12 ft 2 in, 6-foot-4."""
    k = then + (tape.sign(then) == ",") if tape.word(then) != "and" else then + 1
    if tape.hyphen(then) and unit == "ft":
        k = then + 1
    more = read_number(tape, k, joined=False) if tape[k].kind == NUM or tape[k].kind == WORD else None
    if more is None or more.ordinal or more.magnitude > 1:
        return
    smaller = read_unit(tape, more.next, digits=more.digits)
    if smaller is not None and (unit, smaller[0]) in COMPOUND:
        size = COMPOUND[unit, smaller[0]]
        if more.value < size:
            reading.value = tidy(float(reading.value) + more.value / size)  # type: ignore[arg-type]
            reading.end, reading.next = tape[smaller[1] - 1].end, smaller[1]
    elif tape.hyphen(then) and unit == "ft" and more.digits and more.value < 12 and hyphen:
        reading.value = tidy(float(reading.value) + more.value / 12)  # type: ignore[arg-type]
        reading.end, reading.next = more.end, more.next


def _range(tape: Tape, first: Reading, before: str) -> Reading:
    """Join `first` with the end of a range after it: "10-15", "$5 to $10 million", "two or three days"."""
    j = first.next
    link = tape[j]
    word, sign = tape.word(j), tape.sign(j)
    if first.kind == "ordinal" or isinstance(first.value, str):
        return first
    if sign in _DASHES:
        k = j + 1
        if link.glued != tape[k].glued and sign in ("-", "‑"):
            if not (tape.word(k) in ("to", "or") and first.bare):  # six- to nine-month
                return first
            k += 1
        elif (
            sign == "-"
            and not link.glued
            and not (first.bare and tape[k].kind == NUM)
            and tape[k].low not in SIGNS
        ):
            return first
    elif (
        word == "to"
        or word == "or"
        or (word in ("through",) and first.bare)
        or (word == "and" and before == "between")
    ):
        k = j + 1
        if word == "to" and before == "from" and _changed(tape, first.start):
            return first
    else:
        return first
    second = _item(tape, k, "between")
    if (
        second is None
        or second.kind == "ordinal"
        or not isinstance(second.value, (int, float))
        or not isinstance(first.value, (int, float))
    ):
        return first
    if (
        sign
        and second.bare
        and tape[second.next].low in _DASHES
        and tape[second.next].glued
        and tape[second.next + 1].kind == NUM
    ):
        return first
    return _join(tape, first, second, word, sign) or first


def _changed(tape: Tape, start: int) -> bool:
    """Whether "from X to Y" tells of a change rather than a range: no word of range before it."""
    words = tape.text[max(0, start - 60) : start].lower().split()
    return not any(
        w.startswith(("rang", "anywhere", "vary", "varie", "aged", "ages", "estimat", "number"))
        for w in words[-5:]
    )


def _join(tape: Tape, first: Reading, second: Reading, word: str, sign: str) -> Reading | None:
    low, high = first.value, second.value
    assert isinstance(low, (int, float)) and isinstance(high, (int, float))
    if first.bare and not second.bare:
        kind, unit = second.kind, second.unit
        if second.signed:
            return None
        if kind == "money" and second.magnitude < 1000 and first.magnitude >= 1000:
            return None
        if (
            second.coefficient
            and second.kind == "money"
            and abs(second.coefficient) < abs(high)
            and second.magnitude == 1
        ):
            low = low * (high / second.coefficient)
        elif kind == "money" and second.magnitude == 1 and second.coefficient != high and second.coefficient:
            low = low * high / second.coefficient
        if kind == "money" and tape.word(second.next - 1).startswith(("cent", "pence", "penn")):
            low = float(first.coefficient) / 100
    elif second.bare and not first.bare:
        if not first.signed and not (first.kind == "percent"):
            return None
        kind, unit = first.kind, first.unit
        if first.kind == "percent":
            return None
    elif first.kind == second.kind and (
        first.unit == second.unit or {first.unit, second.unit} <= {"$", "USD"}
    ):
        kind, unit = second.kind, second.unit
    else:
        return None
    if (
        first.magnitude == 1
        and second.magnitude > 1
        and first.coefficient < second.coefficient
        and first.coefficient < 1000
    ):
        if first.bare or first.signed:
            low = first.coefficient * second.magnitude
    if word == "or" and not low < high:
        return None
    if word == "or" and first.bare and second.bare and high > 2 * low + 5:
        return None
    if word == "to" and kind in ("quantity", "duration") and not low <= high:
        return None
    joined = Reading(
        first.start, second.end, second.next, kind, (tidy(low), tidy(high)), unit, reason="a range"
    )
    joined.confidence = min(first.confidence, second.confidence)
    joined.bare, joined.signed = first.bare and second.bare, first.signed
    if second.reason == "an age":
        joined.reason = "a range of ages"
    elif (joined.bare and high < low) or (
        joined.bare
        and sign == "-"
        and isinstance(low, int)
        and low < 100
        and isinstance(high, int)
        and high < 100
        and low >= high
    ):
        joined.reason = "a score or a ratio"
    return joined
