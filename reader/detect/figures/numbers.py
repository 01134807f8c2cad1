"""Numbers in digits and words: cardinals, ordinals, fractions, magnitudes, dozens, lakh and crore.

One function, `read_number`, reads the longest number at a place of a tape, in a bounded number of lexemes.
"""

from __future__ import annotations

from reader.detect.figures.lexemes import NUM, POINTED, VULGAR, WORD, Tape, number_of, tidy
from reader.detect.figures.number_words import (
    DENOMINATORS,
    DOZENS,
    ENDINGS,
    FOREIGN_MULTIPLIERS,
    MULTIPLIERS,
    NATIVE_MULTIPLIERS,
    ORDINALS,
    PLURALS,
    SHORT_MULTIPLIERS,
    SHORTENED,
    SMALL,
    TENS,
    below_hundred,
    is_denominator,
    read_words,
)
from reader.detect.figures.number_words_abroad import read_abroad
from reader.detect.figures.parts import Number, as_fraction, read_half, read_slash, scale_up


def read_number(tape: Tape, i: int, *, joined: bool = True) -> Number | None:
    """The number that starts at lexeme `i`, or None. `joined=False` keeps "and" out ("between five and six")."""
    head = tape[i]
    if head.kind == NUM:
        return _digits(tape, i, joined)
    word = head.low
    if word in VULGAR:
        return Number(VULGAR[word], head.start, head.end, i + 1, True, VULGAR[word], fraction=True)
    if word == "half":
        return read_half(tape, i)
    if word == "dozen":
        return Number(12, head.start, head.end, i + 1, False, 12, dozen=True)
    if (abroad := read_abroad(tape, i)) is not None:
        value, j = abroad
        return _magnitude(tape, Number(value, head.start, tape[j - 1].end, j, False, value))
    read = read_words(tape, i, joined=joined)
    if read is None:
        return _ordinal(tape, i)
    value, j, ordinal = read
    number = Number(value, head.start, tape[j - 1].end, j, False, value, ordinal=ordinal)
    if ordinal:
        return as_fraction(tape, i, number) or number
    _split_magnitude(tape, number, i)
    return _tail(tape, number, joined)


def _split_magnitude(tape: Tape, number: Number, i: int) -> None:
    """Note the magnitude word that closes a number in words."""
    size = MULTIPLIERS.get(tape.word(number.next - 1), 1)
    if size > 1 and number.next - 1 > i:
        number.magnitude, number.coefficient = size, tidy(number.value / size)


def _digits(tape: Tape, i: int, joined: bool) -> Number | None:
    head = tape[i]
    value = tape.number(i)
    if value is None:
        return None
    number = Number(value, head.start, head.end, i + 1, True, value, literal=head.low)
    after = tape[i + 1]
    if after.glued and after.low in ENDINGS and isinstance(value, int) and not _in_stones(tape, i, value):
        number.end, number.next, number.ordinal = after.end, i + 2, True
        return number
    if after.glued and after.low in VULGAR:
        number.become(value + VULGAR[after.low], after.end, i + 2)
        number.coefficient = number.value
        return _magnitude(tape, number)
    if after.low == "/" and after.glued and tape[i + 2].kind == NUM and tape[i + 2].glued:
        return read_slash(tape, i, number)
    k = i + 2 if tape.hyphen(i + 1) else i + 1  # 10-1/2
    part = tape[k]
    if part.kind == NUM and part.glued == (k > i + 1) and isinstance(value, int) and tape.sign(k + 1) == "/":
        mixed = read_slash(tape, k, Number(number_of(part.low) or 0, part.start, part.end, k + 1, True, 0))
        if mixed is not None and mixed.fraction and mixed.value < 1:  # 10 1/2
            number.become(value + mixed.value, mixed.end, mixed.next)
            number.coefficient = number.value
            return _magnitude(tape, number)
    if after.glued and after.low == "e" and tape[i + 2].glued and tape[i + 2].kind == NUM:
        power = number_of(tape[i + 2].low)
        behind = tape[i + 3]
        if isinstance(power, int) and power <= 30 and not (behind.glued and behind.kind in (NUM, WORD)):
            number.become(tidy(float(value) * 10.0**power), tape[i + 2].end, i + 3)
            return number
    return _tail(tape, _magnitude(tape, number), joined)


def _in_stones(tape: Tape, i: int, value: int) -> bool:
    """Whether the "st" behind `value` is a weight: 12st, 11st 4lb, but 1st and 21st."""
    if tape[i + 1].low != "st" or tape.text[tape[i + 1].start] != "s":
        return False
    return value % 10 != 1 or value == 11 or (tape[i + 2].kind == NUM and tape.word(i + 3) in ("lb", "lbs"))


def _magnitude(tape: Tape, number: Number) -> Number:
    """Digits with a magnitude: 5 million, 20m, 3bn, 25 lakh, $300-million."""
    j = number.next
    if tape.hyphen(j) and (tape.word(j + 1) in MULTIPLIERS):
        j += 1
    if (abroad := _foreign_magnitude(tape, j)) is not None:
        size, number.next = abroad
        whole = number.value
        if isinstance(whole, float) and POINTED.fullmatch(number.literal):
            whole *= 1000
        number.value, number.magnitude, number.end = tidy(whole * size), size, tape[number.next - 1].end
        return number
    for _ in range(3):
        lexeme = tape[j]
        word = lexeme.low
        size = MULTIPLIERS.get(word) or PLURALS.get(word) or SHORT_MULTIPLIERS.get(word, 0)
        if word == "k" and not lexeme.glued:
            size = 0
        raw = tape.text[lexeme.start : lexeme.end]
        if not size and raw in ("M", "B", "T", "G") and lexeme.glued and (raw != "G" or number.value >= 10):
            size = {"M": 10**6, "B": 10**9, "T": 10**12, "G": 10**9}[raw]
        elif not size and raw in ("M", "G") and len(number.literal) > 4 and not number.literal.isdigit():
            size = {"M": 10**6, "G": 10**9}[raw]
        if not size:
            if (
                word in DOZENS
                and number.magnitude == 1
                and number.value < 1000
                and word not in ("score", "gross")
            ):
                number.become(number.value * 12, lexeme.end, j + 1)
            break
        number.value = tidy(number.value * size)
        number.magnitude *= size
        number.end, number.next = lexeme.end, j + 1
        j += 1
    return number


def _foreign_magnitude(tape: Tape, j: int) -> tuple[int, int] | None:
    """(size, next) of a magnitude in another language: Milliarden, Mrd., millones, mil millones."""
    word = tape.word(j)
    if word in ("mil", "miles"):  # thousands of millions
        k = j + 2 if tape.word(j + 1) == "de" else j + 1
        if FOREIGN_MULTIPLIERS.get(tape.word(k), 0) == 10**6:
            return 10**9, k + 1
    size = FOREIGN_MULTIPLIERS.get(word)
    if size is None and word in NATIVE_MULTIPLIERS:
        size = NATIVE_MULTIPLIERS[word].get(tape.language)
    if size is None:
        return None
    shortened = word in SHORTENED and tape.sign(j + 1) == "." and tape[j + 1].glued
    return size, j + 2 if shortened and tape[j + 2].kind == WORD else j + 1


def _tail(tape: Tape, number: Number, joined: bool) -> Number:
    """What may follow a cardinal: "point five", "dozen", "and a half", "and two thirds", "3 hundred and 21"."""
    j = number.next
    word = tape.word(j)
    if word == "point" and SMALL.get(tape.word(j + 1), 10) < 10:
        digits = ""
        j += 1
        while len(digits) < 9 and SMALL.get(tape.word(j), 10) < 10:
            digits, j = digits + str(SMALL[tape.word(j)]), j + 1
        number.value = tidy(float(f"{int(number.value)}.{digits}"))
        number.coefficient, number.end, number.next = number.value, tape[j - 1].end, j
        return _magnitude(tape, number)
    if word in DOZENS and number.magnitude == 1 and word not in ("score", "gross"):
        number.value, number.end, number.next, number.dozen = number.value * 12, tape[j].end, j + 1, True
        return number
    if (
        tape.hyphen(j)
        and tape.word(j + 1) == "and"
        and tape.word(j + 3) == "a"
        and tape.word(j + 5) in ("half", "quarter")
    ):
        number.value += 0.5 if tape.word(j + 5) == "half" else 0.25  # five-and-a-half
        number.coefficient, number.end, number.next = number.value, tape[j + 5].end, j + 6
        _multiply(tape, number)
        return number
    hyphen = 1 if tape.hyphen(j) else 0
    below = DENOMINATORS.get(tape.word(j + hyphen), 0)
    if below and not number.digits and is_denominator(tape, j + hyphen, number.value):
        number.value, number.fraction = number.value / below, True
        number.end, number.next = tape[j + hyphen].end, j + hyphen + 1
        return scale_up(tape, number)
    if number.value == 1 and word == "over" and _over(tape, number, j + 1):
        return number
    if joined and (word == "and" or (number.digits and number.magnitude > 1)):
        _add_part(tape, number, j + 1 if word == "and" else j, word == "and")
    elif number.magnitude > 1 and not number.digits and tape[j].kind == NUM:
        _add_part(tape, number, j, False)
    return number


def _over(tape: Tape, number: Number, j: int) -> bool:
    """Take in the whole of "one over three"; not of "1 over 3 years"."""
    whole = read_number(tape, j, joined=True)
    if whole is None or whole.ordinal or not isinstance(whole.value, int) or whole.value < 2:
        return False
    if whole.next == j + 1 and tape[whole.next].kind == WORD:
        return False
    number.value, number.fraction = tidy(1 / whole.value), True
    number.end, number.next = whole.end, whole.next
    return True


def _add_part(tape: Tape, number: Number, j: int, conjunction: bool) -> None:
    """Add a fraction ("and a half") or a smaller part ("4 thousand 3 hundred and 21") to `number`."""
    if conjunction and tape[j].kind == NUM and tape.sign(j + 1) == "/" and tape[j + 1].glued:
        part = _digits(tape, j, False)  # 5 and 3/4
        if part is not None and part.fraction and part.value < 1:
            number.become(number.value + part.value, part.end, part.next)
            number.coefficient, number.fraction = number.value, True
    elif not (conjunction and (_add_share(tape, number, j) or _add_word(tape, number, j))):
        _add_smaller(tape, number, j, conjunction)


def _add_share(tape: Tape, number: Number, j: int) -> bool:
    """Add "a half", "two thirds", "three quarters million"; whether there was any."""
    word = tape.word(j)
    above, k = 0, j
    if word in ("a", "an"):
        above, k = 1, j + 1
    elif word in SMALL or word in TENS:
        read = read_words(tape, j, joined=False)
        if read is not None and not read[2]:
            above, k = read[0], read[1]
    elif word == "half":
        above = 1
    k += 1 if tape.hyphen(k) else 0
    below = DENOMINATORS.get(tape.word(k), 0)
    if not (above and below and is_denominator(tape, k, above) and (above < below or above > 19)):
        return False
    size = MULTIPLIERS.get(tape.word(k + 1), 0)
    if 1000 <= size < number.magnitude:  # one billion and three quarters million
        k += 1
    elif number.magnitude >= 1000 and not number.digits:
        size = number.magnitude
    else:
        size = 1
    number.become(tidy(number.value + above / below * size), tape[k].end, k + 1)
    number.coefficient, number.fraction = number.value, True
    _multiply(tape, number)
    return True


def _multiply(tape: Tape, number: Number) -> None:
    """Take in the magnitude behind a fraction: five and a half million, two-and-a-half-million."""
    j = number.next + tape.hyphen(number.next)
    size = MULTIPLIERS.get(tape.word(j), 0)
    if size >= 1000 and number.magnitude == 1:
        number.become(tidy(number.value * size), tape[j].end, j + 1)
        number.magnitude = size


def _add_word(tape: Tape, number: Number, j: int) -> bool:
    """Add "½" or, to a hundred and more, "two dozen"; whether there was any."""
    word = tape.word(j)
    if word in VULGAR:
        number.become(number.value + VULGAR[word], tape[j].end, j + 1)
    elif word in SMALL and tape.word(j + 1) in DOZENS and number.value >= 100:
        number.become(number.value + SMALL[word] * 12, tape[j + 1].end, j + 2)
    else:
        return False
    return True


def _add_smaller(tape: Tape, number: Number, j: int, conjunction: bool) -> None:
    """Add the "3 hundred" and then the "21" of "4 thousand 3 hundred and 21"."""
    if not 100 <= number.magnitude <= 10**7:
        return
    more = read_number(tape, j, joined=False)
    if more is None or more.ordinal or not isinstance(more.value, int):
        return
    if not 0 < more.value < number.magnitude:
        return
    if (not conjunction and more.magnitude == 1) or (conjunction and number.magnitude != 100 and more.digits):
        return
    number.become(number.value + more.value, more.end, more.next)
    number.magnitude = max(more.magnitude, 1)
    if more.magnitude >= 100 and more.digits:
        again = tape.word(more.next) == "and"
        _add_part(tape, number, j + 2 + again, again)


def _ordinal(tape: Tape, i: int) -> Number | None:
    """An ordinal in words, "first" to "trillionth"."""
    head = tape[i]
    value = ORDINALS.get(head.low, 0)
    if not value:
        small = below_hundred(tape, i)
        if small is None or not small[2]:
            return None
        return Number(small[0], head.start, tape[small[1] - 1].end, small[1], False, small[0], ordinal=True)
    return Number(value, head.start, head.end, i + 1, False, value, ordinal=True)


def read_plain(tape: Tape, i: int) -> Number | None:
    """A number without tails: for days and years inside dates."""
    head = tape[i]
    if head.kind == NUM:
        value = tape.number(i)
        return (
            None
            if value is None
            else Number(value, head.start, head.end, i + 1, True, value, literal=head.low)
        )
    read = read_words(tape, i)
    if read is None:
        return _ordinal(tape, i)
    return Number(read[0], head.start, tape[read[1] - 1].end, read[1], False, read[0], ordinal=read[2])
