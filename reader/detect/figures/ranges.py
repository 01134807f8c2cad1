"""Figures that begin with a number, and ranges of them: "10-15", "$5 to $10 million", "two or three days"."""

from __future__ import annotations

import re

from reader.detect.figures import swahili
from reader.detect.figures.counting import approximation
from reader.detect.figures.currencies import SIGNS
from reader.detect.figures.lexemes import BREAK, NUM, WORD, Tape, tidy
from reader.detect.figures.measures import read_item, read_signed
from reader.detect.figures.numbers import read_number
from reader.detect.figures.reading import Reading

_DASHES = ("-", "–", "—", "‑", "‐", "−", "~")
_CHANGES = frozenset(
    """rose fell rise fall increased decreased grew grow dropped declined up down cut raised raise reduced reduce
climbed jumped slipped slid narrowed widened lowered boosted went slashed soared plunged shrank edged
advanced gained lost moved changed upgraded doubled trimmed expanded increase decrease drop decline growth
tumbled surged added""".split()
)


# What stands before and between the two ends of a range in the languages of the press.
_BETWEEN = {
    "between": ("and",), "zwischen": ("und",), "entre": ("et", "y", "e"), "tra": ("e",), "fra": ("e", "til"),
    "tussen": ("en",), "antara": ("dan",), "między": ("a",), "mellan": ("och",), "mellom": ("og",),
    "mellem": ("og",), "från": ("till",), "de": ("a",), "da": ("a",), "dal": ("al",), "od": ("do",),
}  # fmt: skip
_UP_TO = frozenset("bis tot hingga sampai".split())
# How verbs that tell of a change begin where "from" and "to" are "de" and "a": "est passé de 3 à 4".
_CHANGING = (
    "pass", "pas", "aument", "augment", "sub", "baj", "baiss", "caí", "cay", "cal", "sal", "sce", "réd", "red",
    "descend", "elev", "grimp", "recul", "mont",
)  # fmt: skip


#: Turkish writes the sign of percent before the number.
_LEADING = re.compile(r"(?:^|[\s(\"“])%$")


def read_measure(tape: Tape, i: int, before: str) -> Reading | None:
    """The figure that begins with a number, a sign or a currency code at `i`; `before` is the word before it."""
    first = read_item(tape, i, before)
    if first is None:
        return None
    if first.bare and before in swahili.HEADS:
        return swahili.with_head(tape.text, first, before)
    if first.bare and before == "yüzde":  # Turkish: "yüzde 3,2"
        return first.become("percent", "%", first.end, first.next, "a share in percent")
    if first.bare and _LEADING.search(tape.text, max(0, first.start - 2), first.start):  # %49,3
        first.start -= 1
        return first.become("percent", "%", first.end, first.next, "a share in percent")
    tied = tape.hyphen(first.next) and tape.word(first.next + 1) == "in" and tape.hyphen(first.next + 2)
    if first.bare and first.kind == "number" and (tied or tape.word(first.next) in ("out", "in")):
        return _share(tape, first) or _range(tape, first, before)
    if tape.word(first.next) in ("and", "but") and first.kind != "ordinal":
        return _bounded(tape, first) or _range(tape, first, before)
    return _range(tape, first, before)


def _share(tape: Tape, first: Reading) -> Reading | None:
    """nine out of 10, one in five: a part of a whole."""
    j = first.next
    out = tape.word(j) == "out"
    if out and tape.word(j + 1) != "of":
        return None
    k = j + 2 if out else j + 1
    k += 2 if tape.hyphen(j) else tape.word(k) == "every"  # 1-in-5
    whole = read_item(tape, k, "")
    if whole is None or not whole.bare or whole.kind != "number" or (whole.magnitude > 1 and not out):
        return None
    low, high = first.value, whole.value
    if not isinstance(low, (int, float)) or not isinstance(high, int) or not 0 < low < high:
        return None
    if not out and ((high > 20 and high % 10) or low not in (1, 2, 3, 4, 9)):
        return None
    return Reading(
        first.start,
        whole.end,
        whole.next,
        "number",
        float(f"{low / high:.12g}"),
        reason="a part of a whole",
        bare=True,
    )


_BOUND = re.compile(
    r"\s(?:and|but)\s(?:also\s)?(?:(?:is\s)?(?:(less|fewer|smaller|lower|under|below|no\smore|at\smost|not\smore)"
    r"|(more|greater|larger|higher|over|above|no\sless|no\sfewer|at\sleast|not\sless)))(?:\sthan)?(?:\sthe|\sa)?\s",
    re.IGNORECASE,
)


def _bounded(tape: Tape, first: Reading) -> Reading | None:
    """more than 10 but fewer than 20: one range, when the bounds face each other."""
    m = _BOUND.match(tape.text, first.end)
    if m is None:
        return None
    floor = approximation(tape.text, first.start, first.end)
    if not ((floor in ("over", "at least") and m[1]) or (floor in ("under", "at most") and m[2])):
        return None
    j = first.next
    while tape[j].start < m.end() and tape[j].kind != BREAK:
        j += 1
    second = read_item(tape, j, "between")
    if second is None or (second.kind != first.kind and not first.bare):
        return None
    joined = _join(tape, first, second, "and", "")
    if joined is None or not isinstance(joined.value, tuple):
        return None
    low, high = joined.value
    if m[2]:
        low, high = high, low
    if not low < high:  # type: ignore[operator]
        return None
    joined.value = (low, high)
    return joined


def _range(tape: Tape, first: Reading, before: str) -> Reading:
    """Join `first` with the end of a range after it: "10-15", "$5 to $10 million", "two or three days"."""
    if first.kind == "ordinal" or not isinstance(first.value, (int, float)):
        return first
    dash = tape.sign(first.next)
    k = _behind_dash(tape, first) if dash else _behind_word(tape, first, before)
    second = _second(tape, first, k) if k is not None else None
    if second is None or second.kind == "ordinal" or not isinstance(second.value, (int, float)):
        return first
    after = tape[second.next]
    if dash and second.bare and after.low in _DASHES and after.glued and tape[second.next + 1].kind == NUM:
        return first  # 1-2-3
    if before == "from" and second.value < first.value:
        return first
    return _join(tape, first, second, tape.word(first.next), dash) or first


def _behind_dash(tape: Tape, first: Reading) -> int | None:
    """Where the second figure would begin after the dash behind `first`; None when that joins nothing."""
    j = first.next
    sign = tape.sign(j)
    if tape.hyphen(j) and tape.word(j + 1) == "to" and tape.hyphen(j + 2):  # 58-to-42
        return j + 3
    if sign not in _DASHES:
        return None
    k = j + 1
    if sign == "—" and tape[first.next - 1].kind == NUM and tape[k].kind == WORD:
        return None  # "I have 34—one for each year"
    if tape[j].glued != tape[k].glued and sign in ("-", "‑"):  # six- to nine-month
        return k + 1 if tape.word(k) in ("to", "or") and first.bare else None
    if sign == "-" and not tape[j].glued and tape[k].low not in SIGNS:
        return k if first.bare and tape[k].kind == NUM else None
    return k


def _behind_word(tape: Tape, first: Reading, before: str) -> int | None:
    """The same after "to", "or", "through", "between … and"; None also where "to" tells of a change."""
    word = tape.word(first.next)
    if word in _UP_TO or (before != "between" and word in _BETWEEN.get(before, ())):
        return (
            first.next + 1 if before not in ("de", "da", "dal") or not _changes(tape, first.start) else None
        )
    if word == "to":
        changes = _moves(tape, first.start - 5) or (not first.bare and _changed(tape, first.start))
        if (before == "from" and changes) or (not first.bare and _moves(tape, first.start)):
            return None
    elif not (word == "or" or (word == "through" and first.bare) or (word == "and" and before == "between")):
        return None
    return first.next + 1


def _second(tape: Tape, first: Reading, k: int) -> Reading | None:
    """The figure after the connector; "6m" after "$5m-" is money too."""
    if (
        first.signed
        and tape[k].kind == NUM
        and tape[k + 1].glued
        and tape[k + 1].low in ("m", "b", "bn", "t")
    ):
        number = read_number(tape, k, joined=False)
        return read_signed(tape, k, number, first.unit or "$") if number else None
    return read_item(tape, k, "between")


def _changes(tape: Tape, start: int) -> bool:
    """Whether a word before "de 3 à 4" tells of a change."""
    words = tape.text[max(0, start - 40) : start].lower().split()
    return any(word.startswith(_CHANGING) for word in words[-5:-1])


def _moves(tape: Tape, start: int) -> bool:
    """Whether a verb of change stands before: "rose 87.5 cents to $38.875"."""
    return any(w in _CHANGES for w in tape.text[max(0, start - 40) : max(0, start)].lower().split()[-3:])


def _changed(tape: Tape, start: int) -> bool:
    """Whether "from X to Y" tells of a change rather than a range: no word of range before it."""
    words = tape.text[max(0, start - 60) : start].lower().split()
    return not any(
        w.startswith(("rang", "anywhere", "vary", "varie", "aged", "ages", "estimat", "number"))
        for w in words[-5:]
    )


def _join(tape: Tape, first: Reading, second: Reading, word: str, sign: str) -> Reading | None:
    """The range from `first` to `second`, joined by `word` or `sign`; None where they are no two ends of one."""
    low, high = first.value, second.value
    assert isinstance(low, (int, float)) and isinstance(high, (int, float))
    measured = second if first.bare or not second.bare else first  # the one that says what is counted
    kind, unit = measured.kind, measured.unit
    if first.bare and not second.bare:
        if second.signed or (kind == "money" and second.magnitude < 1000 <= first.magnitude):
            return None
        if kind == "money":
            low = _in_money(tape, first, second)
    elif second.bare and not first.bare:
        if not first.signed or kind == "percent":
            return None
    elif first.kind != second.kind or not (
        first.unit == second.unit or {first.unit, second.unit} <= {"$", "USD"}
    ):
        return None
    if (first.bare or first.signed) and _shares_magnitude(first, second):
        low = first.coefficient * second.magnitude
    if word not in ("", "and", "but", "to", "or", "through") and not low < high:
        return None
    if word == "or" and (not low < high or (first.bare and second.bare and high > 2 * low + 5)):
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
    elif joined.bare and (high < low or (sign == "-" and low == high < 100 and isinstance(low, int))):
        joined.reason = "a score or a ratio"
    return joined


def _in_money(tape: Tape, first: Reading, second: Reading) -> float | int:
    """The bare number `first` in what `second` counts: "5 to 10 cents", "3 to 5 lakh rupees"."""
    low, high = first.value, second.value
    assert isinstance(low, (int, float)) and isinstance(high, (int, float))
    if tape.word(second.next - 1).startswith(("cent", "pence", "penn")):
        return float(first.coefficient) / 100
    if second.magnitude == 1 and second.coefficient and second.coefficient != high:
        return low * (high / second.coefficient)
    return low


def _shares_magnitude(first: Reading, second: Reading) -> bool:
    """Whether the magnitude of the second end is that of the first too: "$5 to $10 million"."""
    return (
        first.magnitude == 1
        and second.magnitude > 1
        and first.coefficient < second.coefficient
        and first.coefficient < 1000
    )
