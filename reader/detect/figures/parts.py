"""Parts of wholes inside numbers: "1/2", "two thirds of a million", "one hundredth", "half a dozen"."""

from __future__ import annotations

from dataclasses import dataclass

from reader.detect.figures.lexemes import NUM, Tape, number_of, tidy
from reader.detect.figures.number_words import DENOMINATORS, MULTIPLIERS


@dataclass(slots=True)
class Number:
    """A number read from lexemes `i` up to `next`.

    `coefficient` is the part before a magnitude (5 of "5 million"), `digits` whether it began with a digit,
    `ordinal` marks "third", `vague` a plain plural such as "thousands".
    """

    value: float | int
    start: int
    end: int
    next: int
    digits: bool
    coefficient: float | int
    magnitude: int = 1
    ordinal: bool = False
    fraction: bool = False
    dozen: bool = False
    literal: str = ""

    def become(self, value: float | int, end: int, next: int) -> None:
        """Take in more: another value, up to the offset `end` and the lexeme before `next`."""
        self.value, self.end, self.next = value, end, next


def read_slash(tape: Tape, i: int, number: Number) -> Number | None:
    """1/2, 3/4, 11/16: a fraction when it is a proper one with a usual denominator."""
    below = number_of(tape[i + 2].low)
    if (
        below in (2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64)
        and isinstance(number.value, int)
        and 0 < number.value < below
    ) and not _goes_on(tape, i + 3):
        number.become(number.value / below, tape[i + 2].end, i + 3)
        number.coefficient, number.fraction = number.value, True
    return number


def _goes_on(tape: Tape, j: int) -> bool:
    """Whether more digits are tied to a fraction that ends before lexeme `j`: 1/2/3, 1/2-3, but 1/2-mile."""
    after = tape[j]
    tied = after.low == "/" or (after.low == "-" and tape[j + 1].kind == NUM)
    return after.glued and (after.kind == NUM or tied)


def scale_up(tape: Tape, number: Number) -> Number:
    """two thirds of a million, three quarters million."""
    j = number.next
    if tape.word(j) == "of" and tape.word(j + 1) in ("a", "one"):
        j += 2
    size = MULTIPLIERS.get(tape.word(j), 0)
    if size >= 1000:
        number.become(tidy(number.value * size), tape[j].end, j + 1)
        number.magnitude = size
    return number


def as_fraction(tape: Tape, i: int, number: Number) -> Number | None:
    """ "one fifth", "one hundred and thirty-two fifths" are read by `_tail`; here "one hundredth"."""
    word = tape.word(i)
    if (
        word == "one"
        and number.value >= 3
        and tape.word(number.next - 1) in DENOMINATORS
        and number.next <= i + 3
    ):
        number.value, number.ordinal, number.fraction = 1 / number.value, False, True
        number.coefficient = number.value
        return number
    return None


def read_half(tape: Tape, i: int) -> Number | None:
    """half a million, half a dozen, half million, half."""
    head = tape[i]
    number = Number(0.5, head.start, head.end, i + 1, False, 0.5, fraction=True)
    j = i + 1
    j += 1 if tape.hyphen(j) else 0
    j += 1 if tape.word(j) in ("a", "an") else 0
    word = tape.word(j)
    size = MULTIPLIERS.get(word, 0) if word != "hundred" else 0
    if size or word == "dozen":
        number.value = tidy(0.5 * (size or 12))
        number.end, number.next, number.magnitude = tape[j].end, j + 1, size or 1
        number.dozen = word == "dozen"
    return number
