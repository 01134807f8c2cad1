"""Whole numbers in words: the tables of number words and the grammar of "two hundred and twenty-sixth".

English number grammar: hundreds, then thousands and so on downwards. At most `_LIMIT` lexemes are read.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.detect.figures.lexemes import Tape

_LIMIT = 24
SMALL: dict[str, int] = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS: dict[str, int] = {
    w: 10 * (i + 2) for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
} | {"fourty": 40}
MULTIPLIERS: dict[str, int] = {
    "hundred": 100, "thousand": 1000, "lakh": 10**5, "lac": 10**5, "million": 10**6, "crore": 10**7,
    "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15, "milliard": 10**9,
}  # fmt: skip
#: After digits and in plural after a number ("3 dozens", "two millions").
PLURALS = {w + "s": v for w, v in MULTIPLIERS.items()}
DOZENS = {"dozen": 12, "dozens": 12, "doz": 12, "dz": 12, "dzs": 12, "dozs": 12, "score": 20, "gross": 144}
#: Letters glued to digits or standing after them.
SHORT_MULTIPLIERS: dict[str, int] = {
    "k": 1000, "mn": 10**6, "mln": 10**6, "mil": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12,
    "trn": 10**12, "cr": 10**7,
}  # fmt: skip
#: Magnitudes of other languages after digits ("4,5 Milliarden", "2.300 millones"), folded; German, Dutch, Nordic,
#: French, Italian, Spanish, Portuguese, Polish, Turkish and Indonesian.
FOREIGN_MULTIPLIERS: dict[str, int] = {
    "tsd": 1000, "tausend": 1000, "duizend": 1000, "tusen": 1000, "tys": 1000, "tysiecy": 1000, "ribu": 1000,
    "mio": 10**6, "millionen": 10**6, "miljoen": 10**6, "miljoner": 10**6, "millioner": 10**6, "milioni": 10**6,
    "milione": 10**6, "millones": 10**6, "millon": 10**6, "milhoes": 10**6, "milhao": 10**6, "milionow": 10**6,
    "miliony": 10**6, "milyon": 10**6, "juta": 10**6,
    "mrd": 10**9, "mld": 10**9, "milliarde": 10**9, "milliarden": 10**9, "miljard": 10**9, "miljarder": 10**9,
    "milliarder": 10**9, "miliardi": 10**9, "miliardo": 10**9, "bilhoes": 10**9, "bilhao": 10**9,
    "miliardow": 10**9, "miliardy": 10**9, "milyar": 10**9, "miliar": 10**9,
    "billionen": 10**12, "biljoen": 10**12, "biljoner": 10**12, "trilhoes": 10**12, "trilyon": 10**12,
    "triliun": 10**12,
}  # fmt: skip
#: Those that are other words elsewhere, by the language that has them.
NATIVE_MULTIPLIERS: dict[str, dict[str, int]] = {
    "mil": {"es": 1000, "pt": 1000}, "mille": {"fr": 1000, "it": 1000}, "mila": {"it": 1000}, "bin": {"tr": 1000},
    "billon": {"es": 10**12}, "billones": {"es": 10**12}, "billion": {"de": 10**12}, "bln": {"pl": 10**12},
}  # fmt: skip
#: Those that are written with a full stop.
SHORTENED = frozenset("mio mrd tsd tys mld mln bln".split())
_ORDINAL_ROOTS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
ORDINALS: dict[str, int] = {w: i for i, w in enumerate(_ORDINAL_ROOTS)} | {"nineth": 9, "fourtieth": 40}
ORDINALS |= {w[:-1] + "ieth": v for w, v in TENS.items() if w != "fourty"}
ORDINALS |= {w + "th": v for w, v in MULTIPLIERS.items() if w not in ("lac", "milliard")}
DENOMINATORS: dict[str, int] = {w: v for w, v in ORDINALS.items() if v > 2} | {"half": 2, "quarter": 4}
DENOMINATORS |= {w + "s": v for w, v in DENOMINATORS.items() if w != "half"} | {"halves": 2}
ENDINGS = {"st": 1, "nd": 2, "rd": 3, "th": 0}
_BIG_ORDINALS = {w: v for w, v in ORDINALS.items() if v >= 100}


def below_hundred(tape: Tape, i: int) -> tuple[int, int, bool] | None:
    """(value, next, is ordinal) of "twenty-six", "sixteen", "twenty sixth"."""
    word = tape.word(i)
    if word in TENS:
        tens = TENS[word]
        j = i + 2 if tape.hyphen(i + 1) else i + 1
        unit = tape.word(j)
        if 0 < SMALL.get(unit, 0) < 10:
            return tens + SMALL[unit], j + 1, False
        if 0 < ORDINALS.get(unit, 0) < 10 and not (unit == "second" and tape.hyphen(j + 1)):
            return tens + ORDINALS[unit], j + 1, True
        return tens, i + 1, False
    if word in SMALL:
        return SMALL[word], i + 1, False
    value = ORDINALS.get(word, 0)
    if 0 < value < 100:
        return value, i + 1, True
    return None


@dataclass(slots=True)
class _Sum:
    """A number while it is read: what is complete, the part below the next magnitude, the magnitude used last."""

    total: int = 0
    part: int = 0
    last: int = 10**18
    begun: bool = False

    def times(self, size: int) -> bool:
        """Take a magnitude in; whether it fits here."""
        if size == 100:
            if self.part >= 100 or (self.begun and not self.part):
                return False
            self.part = (self.part or 1) * 100
        elif size < self.last and (self.part or not self.begun):
            self.total, self.part, self.last = self.total + max(self.part, 1) * size, 0, size
        elif not self.begun or self.part:
            return False
        elif size >= self.last and size > 10**6:
            self.total *= size  # three lakh crore, a thousand billion
        elif size > self.last:
            self.total, self.last = self.total * size, size  # hundred thousand million
        else:
            return False
        self.begun = True
        return True

    def times_ordinal(self, size: int) -> int:
        """The number that ends with an ordinal magnitude: "two hundredth", "five thousandth"."""
        return self.total + self.part * size if self.part else self.total * size

    def takes_small(self) -> bool:
        """Whether a number below a hundred may follow: "two hundred [five]", not "twenty [five]"."""
        return not self.begun or not (
            self.part % 100 or (self.part == 0 and (self.total == 0 or self.last < 1000))
        )

    def takes_and(self) -> bool:
        """Whether "and" may follow inside the number: "two hundred and", not "twenty and"."""
        return not (
            (self.part % 100 and self.part < 100)
            or (self.part == 0 and self.last > 10**5 and self.total == 0)
        )


def read_words(tape: Tape, i: int, *, joined: bool = True) -> tuple[int, int, bool] | None:
    """(value, next, is ordinal) of a whole number in words; `joined` allows "and" inside."""
    number, j, stop = _Sum(), i, i + _LIMIT
    while j < stop:
        linked = number.begun and tape.word(j) == "and"
        if linked and not (joined and number.takes_and()):
            break
        at = j + (linked or (number.begun and tape.hyphen(j)))
        word = tape.word(at)
        if word in MULTIPLIERS:
            if linked or not number.times(MULTIPLIERS[word]):
                break
            j = at + 1
            continue
        if word in _BIG_ORDINALS and (number.part or number.total):
            return number.times_ordinal(_BIG_ORDINALS[word]), at + 1, True
        small = below_hundred(tape, at)
        if small is None or not number.takes_small():
            break
        value, then, ordinal = small
        if ordinal and not number.begun:
            return None
        if linked and _opens_new(tape, then, number.last if number.part == 0 else 100):
            break
        if at != j and (_closes_fraction(tape, then, value) or tape.word(then) in DOZENS):
            break
        number.part, number.begun, j = number.part + value, True, then
        if ordinal:
            return number.total + number.part, j, True
    return (number.total + number.part, j, False) if number.begun else None


def _opens_new(tape: Tape, j: int, below: int) -> bool:
    """Whether what follows "and" is a number of its own: its magnitude is not below the one before.

    "two hundred and two thousand" is one number all the same: hundreds and units of thousands.
    """
    word = tape.word(j)
    if below == 100:
        return word == "hundred"
    if word == "hundred":
        word = tape.word(j + 1)
    return MULTIPLIERS.get(word, 0) >= below


def _closes_fraction(tape: Tape, j: int, above: int) -> bool:
    """Whether a denominator follows "and two": a fraction to be added, not a unit of the number."""
    below = DENOMINATORS.get(tape.word(j + (1 if tape.hyphen(j) else 0)), 0)
    return bool(below) and above < below and is_denominator(tape, j + (1 if tape.hyphen(j) else 0), above)


def is_denominator(tape: Tape, j: int, above: float) -> bool:
    """Whether the denominator word at `j` agrees in number with what is above it and is no ordinal."""
    word = tape.word(j)
    plural = word.endswith("s") or word == "halves"
    if above == 1:
        return not plural and word not in ("second", "first")
    return plural and isinstance(above, int) and word != "seconds"
