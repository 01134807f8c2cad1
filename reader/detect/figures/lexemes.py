"""Lexemes of figures: a lazy, bounded tape of numbers, words and signs from one place of a text onwards.

A tape is started at a trigger and reads on only as far as the grammar asks, so plain text costs nothing.
Every pattern is bounded or deterministic: reading is linear in what is read.
"""

from __future__ import annotations

import re
import unicodedata

from reader.detect.language import groups_by_points, spoken_in

#: Kinds of lexemes. A BREAK (blank line, long gap, end of text) ends every figure.
NUM, WORD, SIGN, DATE, CLOCK, BREAK = range(6)

_LEXEME = re.compile(
    r"""
      (?P<date>
          (?:19|20)\d\d-?[01]\d-?[0-3]\d(?:T[0-2]\d:[0-5]\d(?::[0-5]\d)?(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d\w-])
        | \d{1,4}([-/.])\d{1,2}\2\d{1,4}(?!\d|[-/.]\d{3}|[/.]\d)
        | \d{1,4}([-/.])\d{1,2}\3(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}(?!\w)
        | \d{1,4}([-/.]|[ ])(?i:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\4\d{1,4}(?!\d)
      )
    | (?P<clock>[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?:\.\d{1,3})?(?![\d:]))
    | (?P<num>
          \d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,9})?(?!\d|,\d)
        | \d{1,3}(?:[\u00a0\u2009\u202f ]\d{3}){1,6}(?:[.,]\d{1,9})?(?![\d%]|,\d|[ ]?\d)
        | \d{1,3}(?:\.\d{3}){2,6}(?:,\d{1,9})?(?!\d|[.,]\d)
        | \d{1,3}(?:\.\d{3}){1,6},\d{1,9}(?!\d|[.,]\d)
        | \d{1,2}(?:,\d{2}){1,6},\d{3}(?:\.\d{1,9})?(?!\d|,\d)
        | (?<!\d,)\d{1,9},\d{1,2}(?![\d,]|\.\d)
        | \d+(?:\.\d+)?
        | (?<![^\W_])\.\d+
      )
    | (?P<word>[^\W\d_]+(?:['’](?i:clock)\b)?|['’][sS]\b)
    | (?P<sign>\S)
    """,
    re.VERBOSE,
)
_GAP = re.compile(r"[^\S\n]{0,5}(?:\n[^\S\n]{0,5})?(?!\s)")
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2009\u202f "), None)
_VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
VULGAR: dict[str, float] = {c: unicodedata.numeric(c) for c in _VULGAR}
#: Longer digit runs are identifiers.
LONGEST = 18
_UNPARTED = 12  # so are those from which on nobody leaves the thousands unparted
_KINDS = {"date": DATE, "clock": CLOCK, "num": NUM, "word": WORD, "sign": SIGN}


class Lexeme:
    """A lexeme at `start:end`; `low` is its folded text, `glued` says nothing stands before it."""

    __slots__ = ("end", "glued", "kind", "low", "start")

    def __init__(self, kind: int, start: int, end: int, low: str, glued: bool) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.low = low
        self.glued = glued


class Tape:
    """The lexemes of `text` from a place onwards, read on demand: `tape[i]` never fails."""

    __slots__ = ("_at", "_language", "_lexemes", "end", "text")

    def __init__(self, text: str, end: int | None = None) -> None:
        self.text = text
        self.end = len(text) if end is None else end
        self._at = 0
        self._lexemes: list[Lexeme] = []
        self._language: str | None = None

    @property
    def language(self) -> str:
        """The code of the language of the text, "" for English; found out when first asked for."""
        if self._language is None:
            self._language = spoken_in(self.text)
        return self._language

    def seek(self, at: int) -> None:
        """Start anew at offset `at`."""
        self._at = at
        self._lexemes = []

    def __getitem__(self, i: int) -> Lexeme:
        lexemes = self._lexemes
        while len(lexemes) <= i:
            lexemes.append(self._read())
        return lexemes[i]

    def word(self, i: int) -> str:
        """The folded word at `i`, or "" when something else stands there."""
        lexeme = self[i]
        return lexeme.low if lexeme.kind == WORD else ""

    def sign(self, i: int) -> str:
        """The sign at `i`, or ""."""
        lexeme = self[i]
        return lexeme.low if lexeme.kind == SIGN else ""

    def number(self, i: int) -> float | int | None:
        """The value of the digits at `i`, by the language of the text; None when they are too long for one."""
        literal = self[i].low
        if POINTED.fullmatch(literal) and groups_by_points(self.language):
            literal = literal.replace(".", "")
        return number_of(literal)

    def hyphen(self, i: int) -> bool:
        """Whether a hyphen stands at `i` with a word or number glued to both sides."""
        return self.sign(i) in ("-", "‑", "‐") and self[i].glued and self[i + 1].glued

    def _read(self) -> Lexeme:
        text, at = self.text, self._at
        gap = _GAP.match(text, at, self.end)
        if gap is None or gap.end() >= self.end:
            return Lexeme(BREAK, at, at, "", False)
        start = gap.end()
        m = _LEXEME.match(text, start, self.end)
        if m is None:
            return Lexeme(BREAK, at, at, "", False)
        self._at = m.end()
        name = m.lastgroup or "sign"
        kind = _KINDS[name]
        return Lexeme(kind, start, m.end(), m[0] if kind == NUM else fold(m[0]), start == at)


def fold(word: str) -> str:
    """Lower case without accents (CLDR names are kept so), curly apostrophes straight."""
    low = word.lower()
    if low.isascii():
        return low
    plain = (
        unicodedata.normalize("NFKD", low) if low not in VULGAR and "²" not in low and "³" not in low else low
    )
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "'")


#: Thousands in most languages, a fraction in English.
POINTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")


def number_of(literal: str) -> float | int | None:
    """The value of a number literal in any of the usual groupings; None when it is too long to be one."""
    plain = literal.translate(_SPACES)
    dot, comma = plain.rfind("."), plain.rfind(",")
    if comma >= 0 and dot >= 0:
        plain = plain.replace(",", "") if dot > comma else plain.replace(".", "").replace(",", ".")
    elif comma >= 0:
        tail = len(plain) - comma - 1
        plain = plain.replace(",", "" if tail == 3 else ".")
    elif plain.count(".") > 1:
        plain = plain.replace(".", "")
    if len(plain) > LONGEST + 1 or (literal.isdigit() and len(literal) > _UNPARTED):
        return None
    try:
        return float(plain) if "." in plain else int(plain)
    except ValueError:
        return None


def tidy(value: float) -> float | int:
    """Whole numbers as int, others rounded to 12 significant digits."""
    if isinstance(value, int):
        return value
    if abs(value) < 1e15 and value == int(value):
        return int(value)
    return float(f"{value:.15g}")
