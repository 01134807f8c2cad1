"""What an article as a whole says about its figures: the order of day and month, whose dollar, which pound.

Everything is worked out at most once, and only when a figure asks.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cached_property

from reader.detect.figures.calendars import published_day
from reader.detect.figures.currencies import COINS, DEFAULTS, LETTERS, PLACES, SHARED, SIGN_PREFIXES, SURE

_SPELT = re.compile(
    r"\b(?:(\d{1,2})(?:st|nd|rd|th)?\s)?(?:January|February|March|April|June|July|August|September|October|November"
    r"|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b(?:\.?\s(\d{1,2})\b)?"
)
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:19|20)?\d\d(?![\d/.-])")
_WORD = re.compile(r"[^\W\d_]+(?:\.[A-Za-z]\b\.?)?")
_PERSON_MAY = re.compile(r"\b(?:Theresa|Brian|Elaine|M(?:rs|s|r)\.?|Minister|Lady)\sMay\b")
_STERLING = re.compile(r"£|\b(?:sterling|pence|GBP|euros?)\b|€")
_BARE_DOLLAR = re.compile(r"(?<![\w.$])\$(?=\d)")
# One sum in two dollars: "HK$780 million ($100 million)", "$1.3 billion (A$2 billion)".
_CONVERTED = re.compile(
    r"\b[A-Z]{1,2}\$[\d.,]+(?:\s\w+)?\s\((?:about |around |some |or )?\$\d"
    r"|(?<![\w.$])\$[\d.,]+(?:\s\w+)?\s\((?:about |around |some |or )?[A-Z]{1,2}\$\d"
)
_WEIGHTY = re.compile(
    r"\b(?:weigh\w*|kilograms?|kilos?|kg|bombs?|explosives|ounces|heavier|lighter)\b", re.IGNORECASE
)


class Evidence:
    """Lazy findings about one text and its publication date."""

    def __init__(self, text: str, published: str | None) -> None:
        self.text = text
        self.day: date | None = published_day(published)

    @cached_property
    def day_first(self) -> bool | None:
        """Whether numeric dates put the day first; None when nothing tells."""
        first = second = 0
        for m in _NUMERIC.finditer(self.text):
            a, b = int(m[1]), int(m[3])
            first += a > 12 >= b
            second += b > 12 >= a
            if self.day and a <= 12 and b <= 12 and a != b:
                month, day = self.day.month, self.day.day
                first += (b, a) == (month, day)
                second += (a, b) == (month, day)
        if first != second:
            return first > second
        for m in _SPELT.finditer(self.text):
            first += bool(m[1])
            second += bool(m[2]) and not m[1]
        return None if first == second else first > second

    @cached_property
    def may_is_a_name(self) -> bool:
        """Whether a person called May is in the article."""
        return bool(_PERSON_MAY.search(self.text))

    @cached_property
    def places(self) -> Counter[str]:
        """How often each country's words occur, by its currency."""
        found: Counter[str] = Counter()
        for word, times in Counter(_WORD.findall(self.text)).items():
            code = PLACES.get(word.lower().rstrip(".") if word.lower() != "u.s." else "u.s.")
            if word.lower() in ("u.s", "us", "usa") or word in ("U.S.",):
                code = "USD" if word != "us" else None
            if code:
                found[code] += times
        return found

    def money(self, unit: str) -> tuple[str, str]:
        """(code, reason) for a money word or sign that several countries share; the word itself when open."""
        if unit == "$":
            return self._dollar
        if len(unit) == 3 and unit.isupper():
            return unit, ""
        best, most = "", 0
        for code, times in self.places.items():
            if times > most and (code in SHARED.get(unit, ()) or COINS.get(code, "") == unit):
                best, most = code, times
        if best:
            return best, f"the article speaks of a country that pays in {COINS[best]}s"
        why = "several countries have it and the article names none"
        return DEFAULTS.get(unit, unit), why

    def letter_of_money(self, letter: str) -> bool:
        """Whether `letter`, glued to a sum, is money here: N500 million; K2 million where Zambia is spoken of."""
        return letter in SURE or any(self.places[code] for code in LETTERS.get(letter, ()))

    @cached_property
    def _dollar(self) -> tuple[str, str]:
        signs = [
            (SIGN_PREFIXES[m[1].lower()], m.start())
            for m in re.finditer(r"\b(US|U\.S\.|A|AU|C|CA|NZ|HK|S|NT)\$", self.text)
            if m[1].lower() in SIGN_PREFIXES
        ]
        named = [code for code, _ in signs]
        if named and "USD" not in named and len(set(named)) == 1:
            return self._beside(*signs[0], len(signs))
        usd = self.places["USD"] + named.count("USD")
        rival, times = max(
            ((c, n) for c, n in self.places.items() if c != "USD" and COINS.get(c, "") == "dollar"),
            key=lambda pair: pair[1],
            default=("", 0),
        )
        spelt = re.search(r"\b[A-Z]\w+ dollars?\b", self.text)
        if rival in ("AUD", "CAD", "NZD", "SGD") and times >= 3 and not usd and not named and not spelt:
            return rival, "the article is about that country and names no other dollar"
        if usd:
            return "USD", "a dollar of the United States, which the article names"
        return "$", "a dollar, of which country the article does not say" if rival else "a dollar"

    def _beside(self, code: str, first: int, times: int) -> tuple[str, str]:
        """The bare dollar of an article that writes one other country's with its letters, `times` and at `first`."""
        if _CONVERTED.search(self.text):
            return "USD", "the article gives sums in two dollars"
        if self.places["USD"]:
            return "USD", "a dollar of the United States, which the article names"
        # Letters once, at the first sum, say what is meant from there on; letters again and again are kept to.
        bare = _BARE_DOLLAR.search(self.text)
        if bare and bare.start() > first and times == 1:
            near = ". " not in self.text[first : bare.start()]
            if self.places[code] > 1 or (self.places[code] and near):
                return code, "the article's first dollar is of that country"
        return "$", "a dollar, though the article writes another country's with its letters"

    @cached_property
    def pounds_are_money(self) -> bool:
        """Whether a bare "pounds" is a sum rather than a weight here."""
        if _STERLING.search(self.text):
            return True
        pays = sum(n for c, n in self.places.items() if COINS.get(c, "") == "pound")
        return pays > 0 and not _WEIGHTY.search(self.text) and pays >= self.places["USD"]
