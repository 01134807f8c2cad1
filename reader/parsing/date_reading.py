"""A line's tokens read from left to right as a date: day, month, year, clock and zone, and words that go with them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from reader.parsing.date_words import (
    HALVES,
    LABELS,
    MONTHS,
    UPDATES,
    WEEKDAYS,
    ZONES,
    in_latin_digits,
)
from reader.parsing.patterns import pattern

_TOKEN = re.compile(r"\d+|(?:[^\W\d_]|[\u0900-\u0963\u0970-\u0e7f\u200c])+|[^\w\s]")
_MARKS = frozenset(",.;:|/-–—()[]·•'’،")
_SKIPPED = WEEKDAYS | LABELS | ZONES | _MARKS | frozenset("st nd rd th er º".split())
_HOURS = frozenset("h am pm a p m".split())
_NOT_LAST = frozenset("of the and by on at de".split())


class Found(NamedTuple):
    """A date: `iso`, and whether its line says that it is an update rather than the first printing."""

    iso: str
    updated: bool = False


def iso_day(year: int, month: int, day: int, clock: str = "", zone: str = "") -> str | None:
    if not (1600 <= year <= 2199 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    if day > (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31):
        return None
    if month == 2 and day == 29 and (year % 4 or (year % 100 == 0 and year % 400)):
        return None
    return f"{year:04}-{month:02}-{day:02}" + (f"T{clock}{zone}" if clock else "")


@lru_cache(512)  # the lines of heads are looked at more than once
def read(text: str, day_first: bool | None) -> tuple[Found | None, bool]:
    """The date on a line, and whether it hangs on `day_first`."""
    reading = _Reading(_tokens(text))
    found = reading.date(day_first)
    if found is None and reading.numbers and (reading.month or reading.year):
        bare = _bare(text)
        if bare != text:
            reading = _Reading(_tokens(bare))
            found = reading.date(day_first)
    return found, reading.asked


def _tokens(text: str) -> list[str]:
    """The words, numbers and marks of a line; none if it has too many for a date."""
    tokens = _TOKEN.findall((text if text.isascii() else in_latin_digits(text)).lower())
    return tokens if len(tokens) <= 40 else []


def _bare(text: str) -> str:
    """A line with a year without what sites put behind the day: `4 hours ago`, `2 min read`, `Source: dpa`.

    What was glued together by a scraper is parted: `Mar 14 20243:07 PM EDTUpdated`.
    """
    text = pattern(_GLUED).sub(r"\1 ", text)
    while (cut := pattern(_BEHIND).search(text)) and cut.start() > 5:
        text = text[: cut.start()]
    return text


_GLUED = (
    r"((?:19|20)\d\d)(?=\d{1,2}(?::\d\d| [^\W\d_])|[^\W\d_]{3})"
    r"|((?<=[A-Z]{3})|(?<=[+-]\d)|(?<=\d[ap]m))(?=[A-Z][a-z])"
)
_UNITS = (
    r"(?:years?|months?|weeks?|days?|hours?|min(?:ute)?s?|minutos?|horas?|d[ií]as?|heures?|jours?|minuten?|stunden?|"
    r"tag(?:en?)?|timm(?:e|ar)|timer?)"
)
_BEHIND = (
    rf"(?i:[ /|(·,-]* ?(?:(?:last |first )?(?:updated|modified|edited|published)(?: on| at)?|"
    r"atualizado|actualizado)?:? "
    rf"(?:(?:\d{{1,3}}|an?) {_UNITS} ago|(?:há|hace|il y a|vor|för|for) (?:\d{{1,3}}|uma?|une?|una|eine[mr]) {_UNITS}"
    r"(?: siden| sedan)?)$"
    r"|[ /|(·,-]*(?:\d{1,3}[ -]min(?:ute)?s?(?: read)?|reading time:? \d{1,3} min(?:ute)?s?(?: read)?|"
    r"(?:temps de )?lecture : \d{1,3} min(?:utes)?\.?)$"
    r"|,? (?:quelle|source|fuente|fonte|bron): ?[^\d]{2,24}$|, (?:uk|us)$"
    r"|[ -]*first published (?:at|on) .{3,30}$)"
    r"| [-–—] [A-ZÀ-Þ][A-ZÀ-Þ ]{2,24}:?$"
)


class _Reading:
    """What the tokens of a line say of a date, read from left to right."""

    __slots__ = (
        "asked", "at", "clock", "half", "month", "month_at", "numbers", "tokens", "updated", "year", "year_first",
        "zone",
    )  # fmt: skip

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.at = 0
        self.numbers: list[int] = []  # up to day and year, in order
        self.month = self.year = 0
        self.month_at = -1  # how many numbers stand before the name of the month
        self.year_first = self.updated = False
        self.asked = False  # whether the order of day and month mattered
        self.clock = self.zone = self.half = ""

    def date(self, day_first: bool | None) -> Found | None:
        """The date, or None where a token belongs to none or something is missing."""
        tokens = self.tokens
        while self.at < len(tokens):
            token = tokens[self.at]
            if token in UPDATES and self._whole():
                self.asked = True
                if _tells_update(tokens[self.at :], day_first):
                    del tokens[self.at :]  # `… | Updated …`: the first printing counts
                    break
            elif self._whole() and self.at and (token in MONTHS or token.isdigit()) and self._said_again():
                del tokens[self.at :]
                break
            if not (self._number(token) if token.isdigit() else self._word(token)):
                return None
        return self._result(day_first)

    def _whole(self) -> bool:
        """Whether day, month and year have been read."""
        return bool(self.year) and len(self.numbers) + bool(self.month) >= 2

    def _said_again(self) -> bool:
        """Whether another whole date follows, as where a page prints one for machines too."""
        rest = self.tokens[self.at :]
        return (
            len(rest) >= 3
            and any(len(token) == 4 and token.isdigit() for token in rest[:5])
            and bool(_Reading(rest).date(True))
        )

    def _next(self, steps: int) -> str:
        """The token so many steps on, or ""."""
        at = self.at + steps
        return self.tokens[at] if at < len(self.tokens) else ""

    def _number(self, token: str) -> bool:
        """Take a number: part of the clock, year, day or month."""
        if not token.isascii():
            return False
        if self._is_clock(token):
            self._take_clock(token)
            return True
        if self.clock and self._next(1) == ":" and self.tokens[self.at - 1] == "(":
            self.at += 3  # the same time in another zone
            return True
        size = len(token)
        if size == 4 and not self.year and 1600 <= int(token) <= 2199:
            self.year = int(token)
            self.year_first = not self.numbers and not self.month
        elif size == 8 and not self.year and not self.month and not self.numbers:
            self.year, self.month = int(token[:4]), int(token[4:6])
            self.numbers.append(int(token[6:]))
            self.year_first = True
        elif size <= 2 and len(self.numbers) < 3:
            self.numbers.append(int(token))
        elif size == 4 and self.year and not self.clock and int(token) < 2400 and int(token[2:]) < 60:
            self.clock = f"{token[:2]}:{token[2:]}"
        else:
            return False
        self.at += 1
        return True

    def _is_clock(self, token: str) -> bool:
        """Whether hours and minutes stand here: `14:30`, `14h30`, or `14.30` behind a date."""
        mark, minutes = self._next(1), self._next(2)
        if self.clock or mark not in (":", ".", "h") or len(minutes) != 2 or not minutes.isdigit():
            return False
        if len(token) > 2 or int(token) > 24 or int(minutes) > 59:
            return False
        halved = not self.at and self._next(3) in ("am", "pm")  # `11.58 PM Friday, 26 April 2024`
        return mark != "." or halved or (self._whole() and self._next(3) != ".")

    def _take_clock(self, token: str) -> None:
        """Take hours, minutes, seconds and an offset from UTC."""
        self.clock = f"{int(token) % 24:02}:{self._next(2)}"
        self.at += 3
        if self._next(0) == ":" and self._next(1).isdigit():
            self.clock += f":{self._next(1)[:2].zfill(2)}"
            self.at += 2
            if self._next(0) == "." and self._next(1).isdigit():
                self.at += 2
        if self._next(0) in ("+", "-") and self._next(1).isdigit():
            sign, digits = self._next(0), self._next(1)
            self.at += 2
            if self._next(0) == ":" and self._next(1).isdigit():
                digits += self._next(1)
                self.at += 2
            if len(digits) == 4:
                self.zone = f"{sign}{digits[:2]}:{digits[2:]}"

    def _word(self, token: str) -> bool:
        """Take a word or mark: a month, half of the day, or one that goes with dates."""
        if token in MONTHS and self.month in (0, MONTHS[token]):  # `آذار/مارس`: two names of one month
            self.month, self.month_at = MONTHS[token], len(self.numbers)
        elif token == "a" and self._next(1) in ("las", "la"):
            self.at += 1  # `a las 15:07`
        elif token in ("am", "pm", "a", "p") and (self.clock or (self.numbers and self.month and self.year)):
            if token in ("a", "p"):
                if self._next(1) != "m" and (self._next(1), self._next(2)) != (".", "m"):
                    return False
                self.at += 2
            if not self.clock and len(self.numbers) > 1:
                self.clock = f"{self.numbers.pop():02}:00"
            self.half = token[0]
        elif token == "am" and not self.numbers and not self.clock:
            pass  # `veröffentlicht am 3. Mai`
        elif token in HALVES:
            self.half = HALVES[token]
        elif token in ("gmt", "utc") and self._next(1) in ("+", "-") and self._next(2).isdigit():
            self.at += 4 if self._next(3) == ":" else 2  # `4:15 AM GMT+2`
        elif token in UPDATES:
            self.updated = True
        elif token not in _SKIPPED and not (token == "t" and self.year):
            return False
        self.at += 1
        return True

    def _result(self, day_first: bool | None) -> Found | None:
        if not self.month and not self._settle_order(day_first):
            return None
        if not self.year and not self._settle_year():
            return None
        if len(self.numbers) != 1 or self.tokens[-1] in _NOT_LAST:
            return None
        if self.half and self.clock:
            self.clock = _in_24_hours(self.clock, self.half)
        if self.clock and self.tokens[-1] == "z":
            self.zone = "+00:00"
        iso = iso_day(self.year, self.month, self.numbers[0], self.clock, self.zone)
        return Found(iso, self.updated) if iso else None

    def _settle_order(self, day_first: bool | None) -> bool:
        """Which of two numbers is the month; False if nothing says so."""
        self.asked = True
        if len(self.numbers) == 3 and self.clock and not self.year and max(self.numbers[:2]) > 12:
            self.year = 2000 + self.numbers.pop()  # `11/19/19 06:56 AM`
        if len(self.numbers) != 2 or not self.year:
            return False
        a, b = self.numbers
        if self.year_first:
            day_first = False
        elif a > 12 or b > 12:
            day_first = a > 12
        elif a == b or (day_first is None and self.tokens.count(".") >= 2 and "/" not in self.tokens):
            day_first = True  # 3.4.2021: nobody who writes stops puts the month first
        if day_first is None:
            return False
        self.month, day = (b, a) if day_first else (a, b)
        self.numbers = [day]
        return True

    def _settle_year(self) -> bool:
        """Take the second number for a year of two digits, as in `3 Nov 21`."""
        if len(self.numbers) != 2 or self.numbers[1] > 99 or self.month_at != 1 or self.tokens[0] == ",":
            return False
        year = self.numbers.pop() + 2000
        self.year = year if year < 2050 else year - 100
        return True


def _tells_update(tokens: list[str], day_first: bool | None) -> bool:
    """Whether tokens say when a text was brought up to date, perhaps by the clock alone: `mis à jour à 09h30`."""
    if _Reading(tokens).date(day_first):
        return True
    numbers = sum(token.isdigit() for token in tokens)
    return 0 < numbers <= 3 and all(
        token.isdigit() or token in UPDATES or token in _SKIPPED or token in _HOURS for token in tokens
    )


def _in_24_hours(clock: str, half: str) -> str:
    """`clock` of a half of the day (`a` or `p`) as one of the whole."""
    hour = int(clock[:2])
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return f"{hour:02}{clock[2:]}"
