"""What stands around a figure: the words that make it approximate, and what is counted."""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"""\b(?:
      (?P<about>about(?!\sthe\s)|around|approximately|roughly|some|(?:an\s)?estimated|circa|approx\.?|or\sso|in\sthe\sregion\sof|close\sto|give\sor\stake)
    | (?P<nearly>nearly|almost|just\sunder|not\squite|just\sshy\sof)
    | (?P<least>at\sleast|no\s(?:less|fewer)\sthan|not\sless\sthan|a\sminimum\sof|as\s(?:many|much|few|little)\sas)
    | (?P<most>up\sto|at\s(?:the\s)?most|no\smore\sthan|not\smore\sthan|as\smany\sas|a\smaximum\sof)
    | (?P<over>(?:just\s|well\s|slightly\s|far\s|much\s)?(?:over|above)|exceed(?:ed|ing|s)?|in\sexcess\sof
        |(?:a\slittle\s|far\s|much\s)?(?:more|greater|higher|larger|better|longer)\sthan|upwards?\sof)
    | (?P<under>under|below|(?:less|fewer|lower|smaller|shorter)\sthan)
    )\s(?:(?:an?|the|only|just|another|estimated|reported)\s){0,2}[$€£]?$""",
    re.VERBOSE | re.IGNORECASE,
)
_SIGNS = {
    "~": "about",
    "≈": "about",
    ">": "over",
    "<": "under",
    "≥": "at least",
    "≤": "at most",
    "+": "over",
    "±": "about",
}
_NAMES = {
    "about": "about",
    "nearly": "nearly",
    "least": "at least",
    "most": "at most",
    "over": "over",
    "under": "under",
}
_AFTER = re.compile(
    r"(?:\+|-?plus\b|\sor\s(?:more|so|greater|higher|above)\b|\sor\s(?:less|fewer|under)\b|\sat\s(?:the\s)?(?:least|most)\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?:-?\s?)([^\W\d_][\w'’-]{0,40}(?:\.[A-Z]\.?)?)")
_STOP = frozenset(
    """of in and or who which that were was are is have has had be been being will would could can may might
should to from for at on by with as than the a an this these those its their his her our my while when
where after before since until during against into over under between among about because if but not so
then here there it they he she we you i per each apiece more last next ago later earlier now today yesterday
tomorrow worth out up down off through across along within without around near killed wounded injured died
said says saw took came went made got did does do also still just only even both all whose whom what how
why nor yet via amid despite including include includes remain remained left left-over lost won voted
began gathered struck fell shook held ran became gave sent told
elsewhere abroad together again alive monday tuesday wednesday thursday friday saturday sunday""".split()
)
_PLURALS = frozenset("people men women children police personnel troops others civilians dead".split())


def approximation(text: str, start: int, end: int) -> str:
    """about, over, under, nearly, at least, at most, or "": what the words around `start:end` make of it."""
    head = text[max(0, start - 40) : start]
    if head and head[-1] in _SIGNS:
        return _SIGNS[head[-1]] if head[-1] != "+" else ""
    if head[-1:] == " ":
        m = _BEFORE.search(head)
        if m and m.lastgroup:
            phrase = m[0].lower()
            return "at most" if phrase.startswith(("as many", "as much")) else _NAMES[m.lastgroup]
    m = _AFTER.match(text, end)
    if m is None:
        return ""
    word = m[0].lower()
    if "so" in word:
        return "about"
    if "less" in word or "fewer" in word or "under" in word or "most" in word:
        return "at most"
    return "at least"


def subject_of(text: str, end: int, kind: str) -> str:
    """What is counted or measured right after a figure: "ISIS terrorists" after "15"; "" when nothing is."""
    at = end
    if kind in ("money", "percent", "quantity", "duration"):
        m = re.compile(r"\s(?:worth\s)?of\s(?:the\s|a\s|an\s|its\s|their\s|his\s|all\s|this\s)?").match(
            text, at
        )
        if m is None:
            return ""
        at = m.end()
    words: list[str] = []
    while len(words) < 4:
        m = _WORD.match(text, at)
        if m is None or m.end() - at > 30:
            break
        word = m[1]
        low = word.lower().replace("’", "'").removesuffix("'s")
        if low in _STOP:
            break
        if (
            words
            and word[0].islower()
            and (low.endswith("ing") or (low.endswith("ed") and not _noun_follows(text, m.end())))
        ):
            break
        if words and word[0].isupper() and words[-1][0].islower():
            break
        words.append(word)
        at = m.end()
        if low in _PLURALS:
            break
        if (
            low.endswith("s")
            and word[0].islower()
            and not low.endswith("ss")
            and len(low) > 3
            and not _noun_follows(text, at)
        ):
            break
        if text[at : at + 1] != " ":
            break
    subject = " ".join(words)
    return subject.removesuffix("'s").removesuffix("’s")


def _noun_follows(text: str, at: int) -> bool:
    m = _WORD.match(text, at)
    return m is not None and m[1].lower() not in _STOP and m[1][0].islower() and not m[1].endswith("ed")
