"""Money: signs, codes, names and hundredths around a number.

Units come out as ISO 4217 codes; "$" and shared names ("peso") are left for the article to decide
(see `evidence`), marked by a unit that is not a code.
"""

from __future__ import annotations

import re

from reader.detect.figures.currencies import (
    CODES,
    LETTERS,
    NATIONAL,
    NOUNS,
    SHORT,
    SHY_NOUNS,
    SIGN_PREFIXES,
    SIGNS,
    SMALL,
)
from reader.detect.figures.lexemes import NUM, WORD, Tape, tidy
from reader.detect.figures.number_words import MULTIPLIERS, SHORT_MULTIPLIERS
from reader.detect.figures.numbers import read_number
from reader.detect.figures.parts import Number

_SUM = re.compile(
    r"\d{1,3}(?:,\d{3}){1,4}(?![\d,])"
    r"|\d[\d.,]{0,12}[\s-]?(?:hundred|thousand|million|billion|trillion|lakh|crore|mln|bln|m|bn|tn|trn)\b"
)
#: Money words that do not stand in front of their sum.
NO_HEADS = SHY_NOUNS | {"dollar", "pound"}
_VERBS_AFTER = frozenset("the a an by his her their its in at with from against over two three more".split())


def read_prefix(tape: Tape, i: int) -> tuple[str, int] | None:
    """(unit, lexeme of the number) when a currency sign or code stands at `i` before a number."""
    lexeme = tape[i]
    if lexeme.low in SIGNS and lexeme.low != "¢":
        if tape.word(i + 1) in ("us", "usd") and tape[i + 1].glued:
            return _before_number(tape, "USD", i + 2)
        return _before_number(tape, SIGNS[lexeme.low], i + 1)
    if lexeme.kind != WORD:
        return None
    word, j = lexeme.low, i + 1
    if word in ("u", "n") and tape.sign(j) == "." and tape.word(j + 1) in ("s", "z"):  # U.S.$ 5
        word, j = {"s": "us", "z": "nz"}[tape.word(j + 1)], j + 2
        if tape.sign(j) == ".":
            j += 1
    sign = tape[j].low
    if sign in ("$", "£", "＄") and word in SIGN_PREFIXES and (tape[j].glued or len(word) < 4):
        unit = _POUNDS.get(word, "GBP") if sign == "£" else SIGN_PREFIXES[word]
        return _before_number(tape, unit, j + 1)
    if sign in ("¢", "₵") and word == "gh" and tape[j].glued:
        return _before_number(tape, "GHS", j + 1)
    if sign == "£" and word == "i":
        return _before_number(tape, "IEP", j + 1)
    return _code_before(tape, word, tape.text[lexeme.start : lexeme.end], j)


_POUNDS = {"e": "EGP", "ir": "IEP", "le": "EGP"}


def _before_number(tape: Tape, unit: str, j: int) -> tuple[str, int] | None:
    return (unit, j) if tape[j].kind == NUM or tape[j].low in MULTIPLIERS else None


def _code_before(tape: Tape, word: str, raw: str, j: int) -> tuple[str, int] | None:
    """(unit, lexeme of the number) when `word`, written as `raw`, is a currency's code or short name before `j`."""
    code = word.upper()
    if raw in LETTERS and word not in SHORT:
        return (raw, j) if tape[j].glued and is_sum(tape.text, tape[j].start) else None
    if word in NOUNS and word not in SHORT and word not in NO_HEADS:
        named = is_sum(tape.text, tape[j].start) and tape[j].kind == NUM
        return (NOUNS[word][1] or NOUNS[word][0], j) if named else None
    is_code = code in CODES and (raw.isupper() or word in ("eur", "usd", "gbp"))
    if not is_code and (word not in SHORT or raw.islower()):
        return None
    if tape.sign(j) == "." and word in SHORT and tape[j].glued:
        j += 1
    if tape[j].low in SIGNS:
        j += 1
    return (_unit_of(code if code in CODES else SHORT[word]), j) if tape[j].kind == NUM else None


def is_sum(text: str, at: int) -> bool:
    """Whether the digits at `at` are a sum by their form: 300,000, 5 million, 3bn."""
    return _SUM.match(text, at) is not None


def _unit_of(code: str) -> str:
    return "CNY" if code == "RMB" else code


def read_suffix(tape: Tape, i: int, number: Number) -> tuple[str, float, int] | None:
    """(unit, factor, next) of the money named after a number: "million Swiss francs", "euros", "cents", "€"."""
    j = i + 1 if tape.hyphen(i) and not number.ordinal else i
    lexeme = tape[j]
    if lexeme.low in SIGNS and lexeme.kind != NUM:
        return _sign_after(tape, j)
    if lexeme.kind != WORD:
        return None
    if lexeme.low == "u" and tape.sign(j + 1) == ".":  # U.S. dollars
        k = j + 3 + (tape.sign(j + 3) == ".")
        if tape.word(j + 2) == "s" and tape.word(k) in ("dollar", "dollars", "cents", "cent"):
            return "USD", 0.01 if tape.word(k).startswith("cent") else 1, k + 1
        return None
    return (
        _noun_at(tape, _behind_of(tape, j, number), number)
        or _code_after(tape, j, number)
        or _adjective(tape, j)
    )


def _sign_after(tape: Tape, j: int) -> tuple[str, float, int] | None:
    sign, after = tape[j], tape[j + 1]
    if sign.low == "¢":
        return "$", 0.01, j + 1
    if sign.low == "$" and after.kind == NUM and (after.glued or not sign.glued):
        return None  # it is the next number's
    return SIGNS[sign.low], 1, j + 1


def _code_after(tape: Tape, j: int, number: Number) -> tuple[str, float, int] | None:
    raw = tape.text[tape[j].start : tape[j].end]
    code = raw.upper()
    if code in CODES and raw != "ALL" and (raw.isupper() or raw.lower() in ("usd", "eur", "gbp", "rmb")):
        size = MULTIPLIERS.get(tape.word(j + 1), 0) or SHORT_MULTIPLIERS.get(tape.word(j + 1), 0)
        if size >= 1000 and number.magnitude == 1:  # 75 USD million
            return _unit_of(code), size, j + 2
        return _unit_of(code), 1.0, j + 1
    if len(raw) == 4 and raw[0] in "MBKT" and raw[1:] in CODES and raw.isupper():  # 120 MEUR
        return raw[1:], {"M": 1e6, "B": 1e9, "K": 1e3, "T": 1e3}[raw[0]], j + 1
    return None


def _behind_of(tape: Tape, j: int, number: Number) -> int:
    """Where the currency stands in "milliards de dollars", "millions d'euros", "milioni di euro"."""
    if number.magnitude < 10**6:
        return j
    if tape.word(j) in ("de", "di"):
        return j + 1
    return j + 2 if tape.word(j) == "d" and tape.sign(j + 1) in ("'", "’") and tape[j + 2].glued else j


def _noun_at(tape: Tape, j: int, number: Number) -> tuple[str, float, int] | None:
    word = tape.word(j)
    if word == "tl" and tape.text[tape[j].start : tape[j].end] == "TL":
        return "TRY", 1, j + 1
    if word in NOUNS:
        single, code = NOUNS[word]
        if single == "franc" and tape.word(j + 1) in ("cfa", "fcfa"):
            return "CFA franc", 1, j + 2
        if word in SHY_NOUNS and not _bold(tape, j, number):
            return None
        if single == "right" or (word == "cfa" and tape.word(j + 1) in NOUNS):
            return None
        return code or single, 1, j + 2 if single == "pound" and tape.word(j + 1) == "sterling" else j + 1
    if word in SMALL and number.magnitude < 1000:
        whole = SMALL[word]
        code = NOUNS[whole][1] or whole if whole else "$"
        return code, 0.01, j + 1
    return None


def _bold(tape: Tape, j: int, number: Number) -> bool:
    """Whether a shy money word ("won", "real") is money here: a magnitude or a large round sum before it."""
    after = tape.word(j + 1)
    if after in _VERBS_AFTER or after.endswith("ly"):
        return False
    return number.magnitude >= 1000 or (number.digits and number.value >= 100)


def _adjective(tape: Tape, j: int) -> tuple[str, float, int] | None:
    """ "Swiss francs", "Hong Kong dollars", "new Turkish liras": up to three words and the noun."""
    name = ""
    for k in range(j, j + 4):
        lexeme = tape[k]
        if lexeme.kind != WORD:
            if lexeme.low == "." and lexeme.glued and name in ("u.s", "s"):
                continue
            if name and tape.hyphen(k):  # US-Dollar
                continue
            return None
        word = lexeme.low
        if word in NOUNS and name:
            single = NOUNS[word][0]
            code = NATIONAL.get(f"{name} {single}")
            return (code, 1, k + 1) if code else None
        if word in SMALL and name:
            whole = SMALL[word] or "dollar"
            for noun in (whole, "dollar", "euro"):
                code = NATIONAL.get(f"{name} {noun}")
                if code:
                    return code, 0.01, k + 1
            return None
        name = f"{name} {word}" if name else word
    return None


def read_change(tape: Tape, i: int, unit: str) -> tuple[float, int] | None:
    """(part, next) of the hundredths after whole money: "thirteen dollars forty-five cents", "15 dollars 50"."""
    j = i + 1 if tape.word(i) == "and" else i
    more = read_number(tape, j, joined=False)
    if more is None or more.ordinal or not isinstance(more.value, int) or not 0 < more.value < 100:
        return None
    if tape.word(more.next) in SMALL:
        return more.value / 100, more.next + 1
    after = tape[more.next]
    ends = after.kind not in (NUM, WORD) and after.low not in ("-", "%", "$", "/", ":")
    if (
        j == i
        and more.digits
        and len(more.literal) == 2
        and not tape[j].glued
        and (ends or after.low == "more")
    ):
        return tidy(more.value / 100), more.next
    return None
