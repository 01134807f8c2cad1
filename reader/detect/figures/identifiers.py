"""Numbers that name rather than count: F-16, Resolution 2254, 3rd Battalion, No. 7, phone numbers, footnotes.

The rules look at what is glued to a number and at the words beside it; they know designators ("Article",
"Flight"), makers of numbered things and the shapes of codes.
"""

from __future__ import annotations

import re

from reader.detect.figures.lexemes import NUM, WORD, Tape

#: A run of digits that is a code: phone numbers, addresses of machines, section and version numbers.
CODE = re.compile(
    r"""
      \d+(?:[-.\u2010\u2011]\d+){2,}[\w-]{0,40}
    | \d{3}[-.]\d{4}(?![\d,.]\d|%)
    | \d{1,9}[A-Za-z]{1,3}\d\w{0,40}
    | \(?\d{3}\)?[ ]\d{3}[-.]\d{4}
    """,
    re.VERBOSE,
)
#: Glued before a number by a hyphen these leave it a number: mid-1990s, pre-2003, under-21.
_SOFT = frozenset(
    """mid pre post early late end magnitude then ex non over under sub age circa of nearly about some plus
minus""".split()
)
#: Words that number what they name, before the number, in singular and plural.
DESIGNATORS: frozenset[str] = frozenset(
    """resolution article section chapter title page pages paragraph clause rule act decree law amendment
    protocol annex appendix figure table exhibit item lot file volume vol edition no nos nr nrs room
    suite floor gate platform terminal flight highway route interstate road exit junction tram channel
    radio camp block sector zone district ward precinct site building hall tower apartment apt flat
    battalion brigade regiment division squadron platoon corps fleet task patrol model mark mk version
    windows ios android playstation iphone ipad galaxy xbox pentium boeing airbus antonov tupolev
    ilyushin embraer cessna mig sukhoi soyuz apollo gemini voyager pioneer artemis ariane falcon vostok
    shenzhou sputnik psalm verse sonata symphony opus op concerto phase stage step tier category grade
    formula episode lap hole prop proposition case docket pier dock berth bay hangar launchpad reactor
    turbine strain nikkei ftse dow dax russell nasdaq cac vitamin omega covid code zip wave extract
    fortune scenario option form schedule directive regulation convention type class seite artikel paragraf absatz
    kapitel nummer pagina articulo artigo articolo pasal artículo página статья статьи статье статью дом пункт пункта
    глава главы часть части номер квартира стаття статті المادة الفقرة رقم""".split()
)
DESIGNATORS |= {w + "s" for w in DESIGNATORS}
#: These name only when capitalised.
_CAPITAL = frozenset(
    """top war day week company group force count house field order point top area line unit level issue part plan bill
number studio world fox sky channel radio super big euro type class""".split()
)
_AFTER_ORDINAL = frozenset(
    """battalion brigade regiment division squadron infantry airborne cavalry armored armoured army corps fleet wing
    street st avenue ave circuit amendment congress floor arrondissement parallel platoon marine marines company
    battery artillery legion panzer expeditionary bomb fighter mechanized judicial special naval strategic tank rifle
    motor republic international guards ranger lady world reich estate""".split()
)
#: These make a name with a capital ordinal only: the Third World, but his third World Cup.
_CAPITALISED = frozenset("world lady estate reich international special".split())
#: Ordinals of high office count nonetheless.
_OFFICE = frozenset("president prime minister king pope governor".split())


def code_at(text: str, at: int, end: int) -> int:
    """The end of the code that starts at `at`, or 0."""
    m = CODE.match(text, at, end)
    return m.end() if m else 0


def glued_before(text: str, at: int) -> bool:
    """Whether the number at `at` hangs on letters or signs that make it part of a name, link or code."""
    if at == 0:
        return False
    c = text[at - 1]
    if c.isalnum() or c in "_#@\\=&?":
        return True
    before = text[at - 2] if at > 1 else ""
    if c in "-‑‐–" and before and (before.isalnum() or before in "/.-"):
        start = at - 2
        floor = max(0, at - 26)
        while start >= floor and (text[start].isalnum()):
            start -= 1
        word = text[start + 1 : at - 1]
        if word.isdigit():
            return True
        return word.lower() not in _SOFT and not (word.islower() and len(word) > 3 and c == "–")
    if c == "/":
        return before.isalnum() or before in "/."
    if c == "." and before.isdigit():
        return True
    return c == "+" and (before == "" or before.isspace() or before == "(") and text[at : at + 5].isdigit()


def is_footnote(text: str, start: int, end: int) -> bool:
    """[3], [12]."""
    return text[start - 1 : start] == "[" and text[end : end + 1] == "]"


def names_number(tape: Tape, next_: int, start: int, before: str, literal: str) -> bool:
    """Whether a bare number at `start` (lexemes up to `next_`, digits `literal` or "" for words) names something.

    `before` is the folded word before it: a designator ("Flight 447"), or any name in prose ("Apollo 11") when
    nothing counted follows.
    """
    text = tape.text
    if literal and (_marks_item(text, start, next_, tape) or continues(text, start)):
        return True
    if _NUMBER_SIGN.search(text, max(0, start - 14), start):
        return True
    if text[max(0, start - 9) : start] == "Group of " or is_address(tape, next_):
        return True
    if not before:
        return False
    if before.partition("'")[0].partition("’")[0] in _COMMON:
        return False
    words = text[max(0, start - len(before) - 3) : start].split()
    raw = words[-1].strip("(\"'“‘") if words else ""
    capital = raw[:1].isupper()
    counted = _is_counted(tape, next_)
    if before in DESIGNATORS or (before in _CAPITAL and capital):
        if literal and not literal.isdigit():
            return False
        return capital or (not counted and (literal.isdigit() or not literal)) or before in _FIRM
    if not capital or not literal.isdigit() or len(literal) > 4 or counted or before in _COMMON:
        return False
    after = tape[next_]
    if (
        after.kind == NUM
        or after.low in ("-", "–", "—", "%", "$", "(", "/")
        or _opens(text, start - 1 - len(raw))
    ):
        return False
    return _is_prose(text, start)


#: After these, four digits are no year.
NUMBERED_LIKE_YEARS = frozenset(
    """resolution resolutions office windows room flight highway route page pages section sections article
articles law decree gtx rtx""".split()
)
_STREETS = frozenset(
    "street st avenue ave road rd lane drive boulevard blvd square place terrace court".split()
)


def is_address(tape: Tape, next_: int) -> bool:
    """Whether a street follows: "10 Downing Street"."""
    first, second = tape[next_], tape[next_ + 1]
    named = first.kind == WORD and tape.text[first.start].isupper()
    return named and second.low in _STREETS and tape.text[second.start].isupper()


#: These number things even when something countable follows: "page 3 girls", "chapter 11 proceedings".
_FIRM = frozenset(
    """page chapter article section resolution flight phase grade channel route highway interstate artemis ariane
    falcon""".split()
)
_COMMON = frozenset(
    """between among after before since until within under during when while if so then these those our my its both up
    around roughly fewer no plus another what there this now also because although though once per into through
    against without including the a an and or but of in on at from for with by to about over more than nearly almost
    some at least only just another monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december he she they we you i it his her their who that as
    all""".split()
)
_NUMBER_SIGN = re.compile(
    r"(?:\b(?:nos?|nr|ch|sec|fig|art|pp?|vol|op|rt|pt)\.|H\.R\.|#|§|№|S\s?&\s?P"
    r"|\b(?:tel|phone|fax|call|dial|telephone|hotline|mobile)\b[.: ]{1,3}[+(]?)\s?$",
    re.IGNORECASE,
)
_NUMBERED = DESIGNATORS | _CAPITAL
_SERIES = re.compile(r"\b([A-Za-z]+)s\s\d{1,4}(?:,\s\d{1,4}){0,8},?\s?(?:and|or|to|through|&)?\s$")
_LOWER = re.compile(r"\b[a-z]{3,}")


def _is_counted(tape: Tape, next_: int) -> bool:
    """Whether something counted follows: a lower-case word that is no function word."""
    after = tape[next_]
    return after.kind == WORD and tape.text[after.start].islower() and after.low not in _LINKS


_LINKS = frozenset(
    """is was has had will of in on at from for with by and or to as are were be but who which that than if when
while after before because also since until would could can may might should the a an his her its their so
then""".split()
)


def _is_prose(text: str, at: int) -> bool:
    """Whether the line around `at` is running prose rather than a headline in capitals or a table."""
    first = max(text.rfind("\n", max(0, at - 90), at) + 1, at - 90, 0)
    last = text.find("\n", at, at + 90)
    return len(_LOWER.findall(text, first, last if last >= 0 else at + 90)) >= 4


def _marks_item(text: str, start: int, next_: int, tape: Tape) -> bool:
    """Whether the number opens a line as a list or section mark: "1. The …", "2) …", "4.1 Findings"."""
    if start and text[start - 1] != "\n":
        return False
    after = tape[next_]
    if after.low in (".", ")") and after.glued and next_ == 1:
        item = tape[next_ + 1]
        return (item.kind == WORD or item.low in "“‘\"'") and not item.glued
    return tape[0].low.count(".") == 1 and after.kind == WORD and text[after.start].isupper()


def continues(text: str, start: int) -> bool:
    """Whether the number goes on a series of designated ones: "Articles 5 and 6"."""
    m = _SERIES.search(text, max(0, start - 60), start)
    return m is not None and m[1].lower() in _NUMBERED


def _opens(text: str, at: int) -> bool:
    """Whether a sentence starts right after `at`."""
    head = text[max(0, at - 2) : at + 1].rstrip(" \"“'‘(")
    return not head or head[-1] in ".!?:\n"


def _capital(tape: Tape) -> bool:
    return tape.text[tape[0].start].isupper()


def names_ordinal(tape: Tape, next_: int, digits: bool) -> bool:
    """Whether an ordinal is part of a name: 3rd Battalion, Seventh Fleet, 42nd Street, Second World War."""
    after = tape[next_]
    if tape.hyphen(next_):
        return tape.word(next_ + 1) == "in"
    if after.kind != WORD:
        return False
    raw = tape.text[after.start : after.end]
    if raw[0].isupper():
        if (after.low in _OFFICE and digits) or (after.low in _CAPITALISED and not _capital(tape)):
            return False
        second = tape[next_ + 1]
        if after.low == "century":
            return second.kind == WORD and tape.text[second.start].isupper()
        return after.low in _AFTER_ORDINAL or (second.low in _AFTER_ORDINAL and second.kind == WORD)
    return False
