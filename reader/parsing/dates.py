"""Dates as news sites print them, to ISO 8601.

`date_line` reads a line that holds nothing but a date (with label, weekday, time, zone); `find_date` finds
one inside a field. The order of day and month in `3/4/2021` is decided by evidence: a number above 12 in the
same file, else the words of the file; a date that stays open gives None.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_MONTHS = """
january jan januar janvier enero gennaio januari janeiro gen ene
february feb februar février fevrier febrero febbraio februari fevereiro févr fevr fév febr fev
march mar märz maerz mars marzo maart março marco mrt
april apr avril abril aprile avr abr
may mai mayo maggio mei maio mag
june jun juni juin junio giugno junho giu
july jul juli juillet julio luglio julho juil lug
august aug août aout agosto augustus ago
september sep sept septembre septiembre settembre setembro set
october oct oktober octobre octubre ottobre outubro okt ott out
november nov novembre noviembre novembro
december dec dezember décembre decembre diciembre dicembre dezembro dez déc dic
"""
_MONTH = {name: number for number, row in enumerate(_MONTHS.strip().split("\n"), 1) for name in row.split()}
_WEEKDAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi
    samedi dimanche lunes martes miércoles miercoles jueves viernes sábado sabado domingo maandag dinsdag
    woensdag donderdag vrijdag zaterdag zondag lunedì martedì mercoledì giovedì venerdì sabato domenica""".split()
)
_LABELS = frozenset(
    """published publish updated update posted post on at last modified first date dated time de of the
    issued created released added edited le am um uhr der den den publié mis à jour publicado actualizado
    pubdate as print edition and by""".split()
)
_ZONES = frozenset(
    """gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst ist cet cest cat eat sast wat aest aedt jst hkt sgt
    pkt msk z local hrs hours hour h""".split()
)
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
_ORDINALS = frozenset("st nd rd th".split())
_NOT_LAST = frozenset("of the and by on at de".split())


class Found(NamedTuple):
    """A date: `iso`, and whether its line says that it is an update rather than the first printing."""

    iso: str
    updated: bool = False


def _iso(year: int, month: int, day: int, clock: str = "", zone: str = "") -> str | None:
    if not (1600 <= year <= 2199 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    if day > (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31):
        return None
    if month == 2 and day == 29 and (year % 4 or (year % 100 == 0 and year % 400)):
        return None
    return f"{year:04}-{month:02}-{day:02}" + (f"T{clock}{zone}" if clock else "")


def date_line(text: str, day_first: bool | None = None) -> Found | None:
    """The date on a line that holds nothing else, or None. `day_first` settles 3/4/2021."""
    if not 6 <= len(text) <= 90:
        return None
    tokens = _TOKEN.findall(text.lower())
    if len(tokens) > 26:
        return None
    return _read(tokens, day_first)


def _read(tokens: list[str], day_first: bool | None) -> Found | None:
    numbers: list[int] = []  # up to day and year, in order
    month = year = 0
    clock = zone = half = ""
    updated = False
    month_at = -1
    seps = ""
    i, n = 0, len(tokens)
    while i < n:
        token = tokens[i]
        if token.isdigit():
            if not token.isascii():
                return None
            # hh:mm[:ss[.f]] or hh.mm behind a date
            if (
                i + 2 < n
                and tokens[i + 1] in (":", ".", "h")
                and len(tokens[i + 2]) == 2
                and tokens[i + 2].isdigit()
                and len(token) <= 2
                and int(token) < 25
                and int(tokens[i + 2]) < 60
                and (tokens[i + 1] != "." or (year and not (i + 3 < n and tokens[i + 3] == ".")))
                and not clock
            ):
                clock = f"{int(token) % 24:02}:{tokens[i + 2]}"
                i += 3
                if i + 1 < n and tokens[i] == ":" and tokens[i + 1].isdigit():
                    clock += f":{tokens[i + 1][:2].zfill(2)}"
                    i += 2
                    if i + 1 < n and tokens[i] == "." and tokens[i + 1].isdigit():
                        i += 2
                if i + 1 < n and tokens[i] in "+-" and tokens[i + 1].isdigit():
                    sign, digits = tokens[i], tokens[i + 1]
                    i += 2
                    if i + 1 < n and tokens[i] == ":" and tokens[i + 1].isdigit():
                        digits += tokens[i + 1]
                        i += 2
                    if len(digits) == 4:
                        zone = f"{sign}{digits[:2]}:{digits[2:]}"
                continue
            if len(token) == 4 and not year and 1600 <= int(token) <= 2199:
                year = int(token)
                if not numbers and not month:
                    seps = "y"
            elif len(token) == 8 and not year and not month and not numbers:
                year, month = int(token[:4]), int(token[4:6])
                numbers.append(int(token[6:]))
                seps = "y"
            elif len(token) <= 2 and len(numbers) < 3:
                numbers.append(int(token))
            elif len(token) == 4 and year and not clock and int(token) < 2400 and int(token[2:]) < 60:
                clock = f"{token[:2]}:{token[2:]}"
            else:
                return None
        elif token in _MONTH and not month and not (token in ("mar", "set", "ago", "out") and month):
            month, month_at = _MONTH[token], len(numbers)
        elif token in ("am", "pm", "a", "p") and (clock or (numbers and i + 1 <= n and month and year)):
            if token in ("a", "p"):
                if tokens[i + 1 : i + 3] != [".", "m"] and tokens[i + 1 : i + 2] != ["m"]:
                    return None
                i += 2
            if not clock and len(numbers) > 1:
                clock = f"{numbers.pop():02}:00"
            half = token[0]
        elif token in ("update", "updated", "modified", "actualizado"):
            updated = True
        elif (
            (token == "t" and year)
            or token in _WEEKDAYS
            or token in _LABELS
            or token in _ZONES
            or token in _ORDINALS
            or token == "t"
            or token in ",.;:|/-–—()[]·•'’"
        ):
            pass
        else:
            return None
        i += 1
    if not month:
        if len(numbers) == 2 and year:
            a, b = numbers
            if seps == "y":
                month, numbers = a, [b]
            else:
                order = True if a > 12 else False if b > 12 else day_first if a != b else True
                if order is None and tokens.count(".") >= 2 and "/" not in tokens:
                    order = True  # 3.4.2021: nobody who writes stops puts the month first
                if order is None:
                    return None
                month, numbers = (b, [a]) if order else (a, [b])
        else:
            return None
    if not year:
        if len(numbers) == 2 and numbers[1] <= 99 and month_at == 1 and "," not in tokens[:1]:
            year = numbers.pop() + (2000 if numbers[-1] <= 99 else 1900)
            year = year if year < 2050 else year - 100
        else:
            return None
    if len(numbers) != 1 or tokens[-1] in _NOT_LAST:
        return None
    if half and clock:
        hour = int(clock[:2])
        if hour > 12 and half == "a":
            half = ""
        elif half == "p" and hour < 12:
            hour += 12
        elif half == "a" and hour == 12:
            hour = 0
        clock = f"{hour:02}{clock[2:]}"
    if clock and tokens[-1] == "z":
        zone = "+00:00"
    iso = _iso(year, month, numbers[0], clock, zone)
    return Found(iso, updated) if iso else None


_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
_INSIDE: re.Pattern[str] | None = None


def find_date(text: str, day_first: bool | None = None) -> str | None:
    """The first full date inside a short text such as a field's value, as ISO 8601, or None."""
    whole = date_line(text, day_first)
    if whole:
        return whole.iso
    global _INSIDE
    if _INSIDE is None:
        _INSIDE = re.compile(
            rf"\b(?P<iso>\d{{4}}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?)\b"
            rf"|\b(?P<md>(?:{_NAMES})\b\.?,? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})\b"
            rf"|\b(?P<dm>\d{{1,2}}(?:st|nd|rd|th|\.|er|º)? (?:de |of )?(?:{_NAMES})\b\.?,? (?:de )?\d{{4}})\b"
            r"|\b(?P<num>\d{1,2}[/.]\d{1,2}[/.]\d{4})\b|\b(?P<ymd>\d{4}/\d{1,2}/\d{1,2})\b"
            r"|\b(?P<compact>(?:19|20)\d\d[01]\d[0-3]\d)\b",
            re.IGNORECASE,
        )
    for match in _INSIDE.finditer(text[:400]):
        found = date_line(match[0], day_first)
        if found:
            return found.iso
    return None


def url_date(url: str) -> str | None:
    """The day in the path of a web address (/2022/07/31/ or 2022-07-31), or None."""
    match = re.search(
        r"(?<!\d)((?:19|20)\d\d)[/-](0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
        r"[/-](0?[1-9]|[12]\d|3[01])(?!\d)",
        url.lower(),
    )
    if match:
        month = _MONTH.get(match[2]) or int(match[2])
        return _iso(int(match[1]), month, int(match[3]))
    match = re.search(r"(?<!\d)(20[0-3]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\d{4})?(?!\d)", url)
    return _iso(int(match[1]), int(match[2]), int(match[3])) if match else None


def day_order(texts: list[str]) -> bool | None:
    """Whether numeric dates in these lines put the day first: True, False, or None without evidence."""
    first = second = 0
    for text in texts:
        for a, b in re.findall(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](?:\d{4}|\d\d)(?!\d)", text[:400]):
            first += 12 < int(a) <= 31 and int(b) <= 12
            second += 12 < int(b) <= 31 and int(a) <= 12
    return None if first == second else first > second
