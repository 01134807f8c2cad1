"""Numbers that name rather than count: F-16, Resolution 2254, 3rd Battalion, No. 7, phone numbers, footnotes.

The rules look at what is glued to a number and at the words beside it; they know designators ("Article",
"Flight"), makers of numbered things and the shapes of codes.
"""

from __future__ import annotations

import re

from reader.detect.lexemes import NUM, WORD, Tape

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
    "mid pre post early late then ex non over under sub age circa of nearly about some plus minus about".split()
)
#: Words that number what they name, before the number.
DESIGNATORS: frozenset[str] = frozenset(
    """resolution article section chapter title page pages paragraph clause rule act bill decree law amendment protocol
    annex appendix figure table exhibit count item lot file volume vol issue edition no no. nos nos. nr nrs nrs. number numbers № room suite floor
    gate platform terminal flight highway route interstate road exit junction line bus train tram channel radio
    camp block sector zone district ward precinct unit area site building hall tower house apartment apt flat
    battalion brigade regiment division squadron company platoon corps force fleet group task patrol boat
    type class model mark mk version windows ios android playstation iphone ipad galaxy xbox pentium boeing airbus antonov
    tupolev ilyushin embraer cessna bombardier mig sukhoi soyuz apollo gemini mercury voyager pioneer viking discovery sputnik
    psalm verse sonata symphony opus op concerto part book phase stage step level tier category grade formula
    episode season series lap hole post box route-no point prop proposition measure psalm section(s) case docket
    catch studio pier dock berth bay hangar launchpad pad reactor turbine engine well field strain
    nikkei ftse dow dax s&p russell nasdaq euro cac top vitamin omega covid euro big super code area-code zip version
    plan scenario option appendix form schedule notice order directive regulation convention ss bs""".split()
) - frozenset(
    "company group force count house field order point top area number numbers line unit level issue part plan bill".split()
)
#: These name only when capitalised.
_CAPITAL = frozenset(
    """company group force count house field order point top area line unit level issue part plan bill number studio world
    fox sky channel radio super big euro type class""".split()
)
_AFTER_ORDINAL = frozenset(
    """battalion brigade regiment division squadron infantry airborne cavalry armored armoured army corps fleet wing
    street avenue ave circuit amendment congress floor arrondissement parallel platoon marine marines company
    battery artillery legion panzer expeditionary bomb fighter armored mechanized lady world reich estate""".split()
)
#: Ordinals of high office count nonetheless.
_OFFICE = frozenset("president prime minister king pope governor".split())
#: What may be glued to digits and leaves a number (units and magnitudes are asked elsewhere).
_ROMAN = re.compile(r"[IVXL]+$")


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
    return (
        c == "+"
        and at - 1 >= 0
        and (before == "" or before.isspace() or before == "(")
        and text[at : at + 5].isdigit()
    )


def is_footnote(text: str, start: int, end: int) -> bool:
    """[3], [12]."""
    return text[start - 1 : start] == "[" and text[end : end + 1] == "]"


def names_number(tape: Tape, next_: int, start: int, before: str, literal: str, value: float) -> bool:
    """Whether a bare number at `start` (lexemes up to `next_`) belongs to the word before it: a designator, a model."""
    text = tape.text
    if not before:
        return _numbered(text, start)
    at = text.rfind(" ", 0, start - 1) + 1 if text[start - 1] == " " else start
    raw = text[max(at, start - len(before) - 3) : start].strip(" (\n\"'“‘")
    capital = raw[:1].isupper()
    if before in DESIGNATORS:
        if before in ("no", "nr") or before in ("lap", "hole", "season", "series", "exit", "floor"):
            return capital or (before in ("exit", "no") and value < 1000 and before != "no")
        return True
    if before in _CAPITAL and capital:
        return True
    if not capital or literal == "" or not literal.isdigit():
        return False
    # a capitalised word and a plain number, followed by nothing that is counted: "Apollo 11", "Windows 10"
    after = tape[next_]
    if len(literal) > 4 or _opens(text, start - 1 - len(raw)) or before in _COMMON:
        return False
    if after.kind == WORD and text[after.start].islower() and after.low not in _LINKS:
        return False
    if after.kind == WORD and text[after.start].isupper() and len(raw) < 3:
        return False
    if after.kind == NUM or after.low in ("-", ",", "–", "(", "%", "$", "to", "and", ")", ":", ";"):
        return False
    return after.kind == WORD and after.low in _LINKS and value < 1000 and before in _MODELS


_MODELS = frozenset(
    "apollo windows boeing airbus playstation xbox galaxy iphone ipad soyuz voyager gemini".split()
)
_LINKS = frozenset("is was has had will of in on at from for with by".split())
_COMMON = frozenset(
    """the a an and or but of in on at from for with by to about over more than nearly almost some at least
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december""".split()
)
_NUMBER_SIGN = re.compile(r"(?:\b(?:nos?|nr|ch|sec|fig|art|pp?|vol|op|rt|pt)\.|#|§|№)\s?$", re.IGNORECASE)
_PHONE_WORD = re.compile(
    r"(?:\b(?:tel|phone|fax|call|dial|telephone|hotline|mobile)\b[.: ]{0,3}[+(]?)$", re.IGNORECASE
)


def _numbered(text: str, start: int) -> bool:
    """No. 7, § 12, #5, Tel: 123."""
    head = text[max(0, start - 14) : start]
    return bool(_NUMBER_SIGN.search(head) or _PHONE_WORD.search(head))


def _opens(text: str, at: int) -> bool:
    """Whether a sentence starts right after `at`."""
    head = text[max(0, at - 2) : at + 1].rstrip(" \"“'‘(")
    return not head or head[-1] in ".!?:\n"


def names_ordinal(tape: Tape, next_: int, digits: bool) -> bool:
    """Whether an ordinal is part of a name: 3rd Battalion, Seventh Fleet, 42nd Street, Second World War."""
    after = tape[next_]
    if tape.hyphen(next_):
        return tape.word(next_ + 1) == "in"
    if after.kind != WORD:
        return False
    raw = tape.text[after.start : after.end]
    if raw[0].isupper():
        if after.low in _OFFICE and digits:
            return False
        second = tape[next_ + 1]
        return after.low in _AFTER_ORDINAL or (second.low in _AFTER_ORDINAL and second.kind == WORD) or after.low in (
            "judicial", "special", "naval", "strategic", "tank", "rifle", "motor", "republic", "international", "guards", "ranger",
        )  # fmt: skip
    return False
