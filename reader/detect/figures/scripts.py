"""Figures in scripts other than Latin: "2,5 млн рублей", "٣ مارس ٢٠٢١", "1.2 लाख करोड़ रुपये", "2億5000万円".

A number in digits, its magnitudes and its unit by the tables of `script_words`; one pattern a script, each of whose
parts is bounded: linear. Number words are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reader.detect.figures.calendars import is_day, iso
from reader.detect.figures.lexemes import number_of, tidy
from reader.detect.figures.script_words import HAN, SCRIPTS, Script
from reader.model import Figure, FigureKind

_NUMBER = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3}){1,4}(?:[.,]\d{1,4})?(?!\d)|\d{1,15}(?:[.,]\d{1,4})?(?!\d)"
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
_HALVES = {
    "午後": 12, "下午": 12, "晚上": 12, "오후": 12, "午前": 0, "上午": 0, "早上": 0, "凌晨": 0, "오전": 0, "저녁": 12,
}  # fmt: skip
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}  # the years before their first
_HAN_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"十": 10}


def has_other_script(text: str) -> bool:
    """Whether a letter of one of the scripts is in `text`."""
    return not text.isascii() and _letters().search(text) is not None


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(f"[{''.join(script.letters for script in SCRIPTS)}]")


def read_scripts(text: str) -> list[Figure]:
    """The figures of `text` with a word of such a script behind them, sorted by start. Digits are western ones."""
    plain = text.translate(_FULL_WIDTH)
    found = [
        figure
        for at, script in enumerate(SCRIPTS)
        if re.search(f"[{script.letters}]", plain)
        for figure in _read(script, _pattern(at), plain, text)
    ]
    return sorted(found, key=lambda figure: figure.start)


@cache
def _pattern(at: int) -> re.Pattern[str]:
    """A date, a time, or a number with its magnitudes and its unit, in the script of that place."""
    script = SCRIPTS[at]
    gap = r"[\s\u00a0-]?" if script.spaced else r"\s?"
    end = r"(?!\w)" if script.spaced else ""
    sizes = "|".join(f"(?:{size})" for size in script.sizes)
    units = "|".join(f"(?P<u{at}>{unit})" for at, unit in enumerate(script.units))
    if script is HAN:
        day = r"\s?(?P<d>\d{1,2})\s?(?:日|号|일)"
        date = rf"(?P<y>\d{{4}})\s?(?:年|년)(?:\s?(?P<m>\d{{1,2}})\s?(?:月|월)(?:{day})?)?(?![間间])"
        date += r"|(?P<era>令和|平成|昭和)\s?(?P<of>\d{1,2}|元)\s?年"
        date += r"|(?P<m2>\d{1,2})\s?(?:月|월)\s?(?P<d2>\d{1,2})\s?(?:日|号|일)"
        clock = rf"(?P<half>{'|'.join(_HALVES)})?\s?(?P<h>\d{{1,2}})(?:時|时|點|点|시)(?!間|间|간)"
        clock += r"(?:\s?(?P<min>\d{1,2})\s?[分분])?"
        share = r"百分之(?P<share>\d{1,3}(?:\.\d{1,2})?|[一二三四五六七八九十]{1,3})"
        chain = (
            rf"(?P<n>(?:(?:{_NUMBER})\s?(?:{sizes}){{0,2}}\s?){{0,2}}(?:{_NUMBER})(?:\s?(?:{sizes})){{0,2}})"
        )
        free = r"(?<![\dA-Za-z-])(?<!\d[.,:/])(?<![第제])"
        named = "日号月年条章編编版期届回目次番丁世號機室階층호번차대위항조편일월년"  # what digits number
        day = rf"(?![-:/.]?\d|[A-Za-z]|\s?(?:[{named}]|분기))"
        return re.compile(rf"{free}(?:{date})|{share}|{clock}|{free}{chain}(?:\s?(?:{units})|{day})")
    months = "|".join(f"(?P<M{at}>{month})" for at, month in enumerate(script.months, 1))
    year = f"(?:{gap}(?:{script.year}))?" if script.year else ""
    date = rf"(?P<d>\d{{1,2}}){gap}(?:{months}){end}(?:\s(?P<y>\d{{4}})(?!\d){year})?"
    clock = rf"(?P<h>\d{{1,2}})(?::(?P<min>\d\d))?\s(?:{script.clock}){end}|" if script.clock else ""
    if script.ordinal:
        clock += rf"(?P<ord>\d{{1,3}})-(?:{script.ordinal}){end}|"
    sum_ = rf"(?P<n>{_NUMBER})(?P<size>(?:{gap}(?:{sizes})){{0,2}})(?:(?:{gap}|\s)(?:{units}){end})?"
    return re.compile(rf"(?<![\w.,-])(?:{date}|{clock}{sum_})", re.IGNORECASE)


def _read(script: Script, pattern: re.Pattern[str], plain: str, text: str) -> Iterator[Figure]:
    units = list(script.units.values())
    for m in pattern.finditer(plain):
        groups = {name: value for name, value in m.groupdict().items() if value is not None}
        read = _place(groups) or _date(groups) or _clock(groups) or _share(groups)
        if read is None and "n" in groups:
            read = _measure(script, groups, units)
        if read is None:
            continue
        kind, value, unit, reason = read
        end = m.end() - len(m[0]) + len(m[0].rstrip())
        yield Figure(m.start(), end, text[m.start() : end], kind, value, unit, reason=reason)


_Read = tuple[FigureKind, float | int | str, str | None, str]


def _place(groups: dict[str, str]) -> _Read | None:
    return ("ordinal", int(groups["ord"]), None, "a place in an order") if "ord" in groups else None


def _date(groups: dict[str, str]) -> _Read | None:
    month = next((int(name[1:]) for name in groups if name[0] == "M"), 0)
    month = month or int(groups.get("m") or groups.get("m2") or 0)
    day = int(groups.get("d") or groups.get("d2") or 0)
    year = int(groups["y"]) if "y" in groups else None
    if "era" in groups:
        year = _ERAS[groups["era"]] + (1 if groups["of"] == "元" else int(groups["of"]))
    if not month:
        return ("date", f"{year:04d}", None, "a year") if year and 1500 <= year < 2200 else None
    if day and not is_day(month, day):
        return None
    if year and not day:
        return "date", f"{year:04d}-{month:02d}", None, "a month by number"
    return "date", iso(year, month, day), None, "a month by name"


def _clock(groups: dict[str, str]) -> _Read | None:
    if "h" not in groups:
        return None
    hour, minute = int(groups["h"]), int(groups.get("min") or 0)
    if hour < 12:
        hour += _HALVES.get(groups.get("half", ""), 0)
    return (
        ("time", f"{hour % 24:02d}:{minute:02d}", None, "a time of day")
        if hour < 25 and minute < 60
        else None
    )


def _share(groups: dict[str, str]) -> _Read | None:
    if "share" not in groups:
        return None
    share = groups["share"]
    value = number_of(share) if share[0].isdigit() else _han(share)
    return ("percent", value, "%", "a share in percent") if value is not None else None


def _han(digits: str) -> int:
    """The value of Chinese digits below a hundred: 五, 十五, 二十, 三十五."""
    head, ten, tail = digits.partition("十")
    if not ten:
        return _HAN_DIGITS[digits[-1]]
    return (_HAN_DIGITS[head[-1]] if head else 1) * 10 + (_HAN_DIGITS[tail[0]] if tail else 0)


def _measure(script: Script, groups: dict[str, str], units: list[tuple[str, str]]) -> _Read | None:
    """A number with a unit, or with a magnitude; in Han also one by itself."""
    at = next((int(name[1:]) for name in groups if name[0] == "u" and name[1:].isdigit()), -1)
    value = _sum(script, groups["n"] + groups.get("size", ""))
    if value is None:
        return None
    if at >= 0:
        kind, unit = units[at]
        return kind, value, unit, "a number with its unit"  # type: ignore[return-value]
    sized = any(re.search(size, groups["n"] + groups.get("size", "")) for size in script.sizes)
    counts = script is HAN and not re.fullmatch(r"(?:19|20)\d\d|0\d+", groups["n"].strip())
    return ("number", value, None, "a number in digits") if sized or counts else None


def _sum(script: Script, written: str) -> float | int | None:
    """The value of digits with magnitudes: "2億5000万", "2,5 млн", "1.2 लाख करोड़"."""
    total: float = 0
    for part in re.finditer(
        rf"({_NUMBER})((?:[\s-]?(?:{'|'.join(f'(?:{s})' for s in script.sizes)}))*)", written
    ):
        value = number_of(part[1].strip())
        if value is None:
            return None
        for pattern, size in script.sizes.items():
            value *= size ** len(re.findall(pattern, part[2]))
        total += value
    return tidy(total)
