"""A typed query cut into its pieces: words, phrases, patterns, signs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "”": "”"}


class Token(NamedTuple):
    """A piece of a typed query: `kind` is word, phrase, pattern, open, close, or, not; `value` without marks."""

    kind: str
    value: str
    start: int
    end: int
    field: str = ""
    flag: str = ""


def scan_tokens(text: str) -> Iterator[Token]:
    """Cut a typed query into tokens; an unclosed quote or pattern reaches to the end of the text."""
    at, length = 0, len(text)
    while at < length:
        char = text[at]
        if char.isspace():
            at += 1
            continue
        start, field, sign = at, "", ""
        if char in "()":
            at += 1
            yield Token("open" if char == "(" else "close", char, start, at)
            continue
        if char in "-−" and at + 1 < length and not text[at + 1].isspace() and text[at + 1] not in "-)":
            at += 1
            yield Token("not", char, start, at)
            continue
        name = _field_name(text, at)
        if name:
            field, at = name, at + len(name) + 1
            if text.startswith("=", at) and text[at + 1 : at + 2] in tuple(_QUOTES):
                sign, at = "=", at + 1
            char = text[at] if at < length else " "
        if char in _QUOTES:
            close = text.find(_QUOTES[char], at + 1)
            if close < 0:
                close = text.find('"', at + 1)
            value, at = (text[at + 1 :], length) if close < 0 else (text[at + 1 : close], close + 1)
            flag = "" if close >= 0 else "unclosed"
            if at < length and text[at] == "*":
                flag, at = "*", at + 1
            yield Token("phrase", sign + value, start, at, field.lower(), flag)
        elif char == "/" and not field and (closed := _pattern_end(text, at)):
            value, at = text[at + 1 : closed], closed + 1
            flag = ""
            if at < length and text[at] in "ic" and (at + 1 == length or text[at + 1] in " )"):
                flag, at = text[at], at + 1
            yield Token("pattern", value, start, at, "", flag)
        else:
            begin = at
            while at < length and not text[at].isspace() and text[at] not in '"“”' and text[at] not in "()":
                at += 1
            word = text[begin:at]
            if not field and (word.lower() == "or" or word == "|"):
                yield Token("or", word, start, at)
            elif not field and word in ("AND", "NOT"):  # as other searches have it; "and" and "not" are words
                yield Token(word.lower(), word, start, at)
            else:
                yield Token("word", word, start, at, field.lower())


def _field_name(text: str, at: int) -> str:
    """The letters before a colon at `at`, "" when this is no field (a clock time, a URL)."""
    end = at
    while end < len(text) and end - at < 16 and text[end].isascii() and text[end].isalpha():
        end += 1
    if end == at or end >= len(text) or text[end] != ":" or text.startswith("//", end + 1):
        return ""
    return text[at:end]


def _pattern_end(text: str, at: int) -> int:
    """Where the pattern opened at `at` closes (an unescaped slash before a gap), 0 when it is just a slash."""
    end = at + 1
    while end < len(text):
        if text[end] == "\\":
            end += 2
            continue
        if text[end] == "/" and end > at + 1:
            rest = text[end + 1 : end + 3]
            if not rest or rest[0] in " )\t\n" or (rest[0] in "ic" and (len(rest) == 1 or rest[1] in " )")):
                return end
        end += 1
    return 0
