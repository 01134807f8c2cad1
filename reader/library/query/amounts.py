"""The right side of `figure:` — `money>10m`, `>=5%`, `km<3`, `people>100`, `eur:1bn..2bn`, `date>2024-03`."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from reader.folding import fold_text
from reader.library.query.days import span_of_days
from reader.library.query.tokens import tokens
from reader.library.query.tree import Amount, QueryError
from reader.model import FIGURE_KINDS, Figure

_SHAPE = re.compile(r"(?P<target>[^<>=:\s]*)(?:(?P<op>>=|<=|==?|>|<|:)(?P<amount>.*))?", re.S)
_NUMBER = re.compile(
    r"(?P<sign>[$€£¥₹])?(?P<number>[-+−]?\d[\d,_]*(?:\.\d+)?|[-+−]?\.\d+)(?P<scale>[a-z]*)(?P<unit>%?)", re.I
)
_SCALES = {
    "": 1.0, "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "million": 1e6, "millions": 1e6,
    "b": 1e9, "bn": 1e9, "mrd": 1e9, "billion": 1e9, "billions": 1e9, "t": 1e12, "tn": 1e12, "trillion": 1e12,
    "trillions": 1e12,
}  # fmt: skip
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}
_EXAMPLES = "try figure:money>10m, figure:percent>=50, figure:km<3 or figure:usd:1m..5m"


_COMPARISON = re.compile(
    rf"""(?:{"|".join(FIGURE_KINDS)})s?(?:[<>]=?|=).*  # money>10m: an amount gone wrong is said
    |[\w$€£¥₹%°]*[<>]=?[$€£¥₹]?[-+−]?\.?\d.*           # km<3, $>10m, >=5%""",
    re.I | re.S | re.X,
)


def is_comparison(word: str) -> bool:
    """Whether a word of a query compares figures, without `figure:` before it."""
    return _COMPARISON.fullmatch(word) is not None


def parse_amount(text: str, start: int) -> Amount:
    """`text` typed at `start` as an Amount; raises QueryError at the part that is wrong."""
    match = _SHAPE.fullmatch(text)
    if match is None or not text:
        raise QueryError(f"cannot read the comparison; {_EXAMPLES}", start, start + len(text))
    target, op, amount = match["target"], match["op"] or "", match["amount"] or ""
    end = start + len(text)
    kind, unit = _target(target, start)
    if not op:
        if target and (_NUMBER.fullmatch(target) or ".." in target):  # figure:10m
            op, amount, kind, unit = "=", target, "", ""
        else:
            return Amount(kind, unit, start=start, end=end)
    at = end - len(amount)
    if not amount:
        raise QueryError(f"a value is missing after {op!r}; {_EXAMPLES}", start, end)
    low_text, dots, high_text = amount.partition("..")
    if dots and op in (">", ">=", "<", "<="):
        raise QueryError("a range needs no comparison; write figure:money:1m..5m", at, end)
    low, unit_low = _value(low_text, kind, at) if low_text else ((None, None), "")
    high, unit_high = _value(high_text, kind, end - len(high_text)) if dots and high_text else (low, "")
    unit = unit or unit_low or unit_high
    if kind == "money" and unit and not _is_currency(unit):
        raise QueryError(f"{unit!r} is no currency and no size of a number; {_EXAMPLES}", at, end)
    if unit == "%":
        kind, unit = kind or "percent", ""
    if dots:
        return Amount(kind, unit, low[0], high[1] if high_text else None, start=start, end=end)
    bounds: dict[str, tuple[float | None, float | None, bool, bool]] = {
        ">": (low[1], None, True, False),
        ">=": (low[0], None, False, False),
        "<": (None, low[0], False, True),
        "<=": (None, low[1], False, False),
    }
    a, b, a_open, b_open = bounds.get(op, (low[0], low[1], False, False))
    return Amount(kind, unit, a, b, a_open, b_open, start=start, end=end)


def _is_currency(unit: str) -> bool:
    from reader.detect.figures.currencies import CODES, NOUNS, SIGNS

    return unit.upper() in CODES or unit.casefold() in NOUNS or unit in SIGNS


@lru_cache(64)
def words_meant(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a typed word asks of figures: units, in lower case, and folded words of what is counted.

    `hours` means hour, `miles` mi, `pesos` those of every country, `dollars` and `usd` also those of which an article
    does not say the country;
    `people`, which is no unit, what is counted.
    """
    from reader.detect.figures.currencies import CODES, COINS, NOUNS
    from reader.detect.figures.units import DURATIONS, WORDS

    wanted = word.casefold()
    singular = wanted.removesuffix("s") if len(wanted) > 2 else wanted
    coin, code = NOUNS.get(wanted, ("", ""))
    symbols = [found for found in (WORDS.get(wanted), DURATIONS.get(wanted), code) if found]
    if coin and not code:  # a word of several countries: rupees, pesos
        symbols += [each for each, name in COINS.items() if name == coin]
    if "usd" in (wanted, code.casefold()) or code == "$":
        symbols += ["usd", "$"]
    units = tuple(dict.fromkeys((wanted, singular, *map(str.casefold, symbols))))
    known = {symbol.casefold() for symbol in (*WORDS.values(), *DURATIONS.values(), *CODES)}
    if symbols or wanted in known or not wanted.isalpha():
        return units, ()
    return units, tuple({fold_text(form): None for form in (wanted, singular, f"{wanted}s")})


def counted(figure: Figure) -> str:
    """The folded words of what a figure counts or measures, between spaces; "" where it does not say."""
    said = tokens(figure.subject) if figure.kind in ("number", "quantity") else ()
    return f" {' '.join(said)} " if said else ""


def _target(word: str, start: int) -> tuple[str, str]:
    """Kind and unit named by what stands before the comparison."""
    lower = word.lower()
    if lower in FIGURE_KINDS:
        return lower, ""
    if lower.rstrip("s") in FIGURE_KINDS:
        return lower.rstrip("s"), ""
    if word in _SIGNS:
        return "money", _SIGNS[word]
    if re.fullmatch(r"[A-Za-z]{3}", word) and lower in _CURRENCIES:
        return "money", word.upper()
    return "", word


_CURRENCIES = frozenset(
    """usd eur gbp jpy cny chf cad aud nzd inr rub try iqd irr syp ils sar aed egp kwd qar jod lbp pkr afn
    sek nok dkk pln czk huf ron uah brl mxn ars clp cop zar ngn kes krw sgd hkd twd thb idr myr vnd php""".split()
)


def _value(text: str, kind: str, start: int) -> tuple[tuple[float, float], str]:
    """The lowest and highest number meant by `text` and the unit it names."""
    if kind == "date":
        low, high = span_of_days(text, start)
        return (float(date.fromisoformat(low).toordinal()), float(date.fromisoformat(high).toordinal())), ""
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise QueryError(f"{text!r} is not a number; {_EXAMPLES}", start, start + len(text))
    word = match["scale"].lower()
    scale, unit = _SCALES.get(word), match["unit"] or _SIGNS.get(match["sign"] or "", "")
    if scale is None:
        if match["unit"] or match["sign"]:
            raise QueryError(f"{text!r} is not a number; {_EXAMPLES}", start, start + len(text))
        scale, unit = 1.0, word.upper() if word in _CURRENCIES else match["scale"]  # 45km
    number = float(re.sub("[,_]", "", match["number"]).replace("−", "-")) * scale
    return (number, number), unit
