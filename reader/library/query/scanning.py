"""A typed query cut into its pieces: words, phrases, patterns, signs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

_SIGNS = {"AND": "and", "&": "and", "&&": "and", "NOT": "not"}
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
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        token = _token(text, at)
        yield token
        at = token.end


def _token(text: str, at: int) -> Token:
    char = text[at]
    if char in "()":
        return Token("open" if char == "(" else "close", char, at, at + 1)
    if char in "-−" and at + 1 < len(text) and not text[at + 1].isspace() and text[at + 1] not in "-)":
        return Token("not", char, at, at + 1)
    field = _field_name(text, at)
    if not field and char == "/" and (closed := _pattern_end(text, at)):
        return _pattern(text, at, closed)
    begin = at + len(field) + 1 if field else at
    signed = bool(field) and text.startswith("=", begin) and text[begin + 1 : begin + 2] in tuple(_QUOTES)
    opening = begin + signed
    if opening < len(text) and text[opening] in _QUOTES:
        value, end, flag = _quoted(text, opening)
        return Token("phrase", "=" * signed + value, at, end, field.lower(), flag)
    return _word(text, at, begin, field.lower())


def _quoted(text: str, at: int) -> tuple[str, int, str]:
    """What the quotation mark at `at` holds, where it ends, and how: "*" for words that begin so, or "unclosed"."""
    close = text.find(_QUOTES[text[at]], at + 1)
    if close < 0:
        close = text.find('"', at + 1)
    if close < 0:
        return text[at + 1 :], len(text), "unclosed"
    if text.startswith("*", close + 1):
        return text[at + 1 : close], close + 2, "*"
    return text[at + 1 : close], close + 1, ""


def _pattern(text: str, at: int, closed: int) -> Token:
    value, end = text[at + 1 : closed], closed + 1
    if text[end : end + 1] in ("i", "c") and text[end + 1 : end + 2] in ("", " ", ")"):
        return Token("pattern", value, at, end + 1, "", text[end])
    return Token("pattern", value, at, end)


def _word(text: str, at: int, begin: int, field: str) -> Token:
    end = begin
    while end < len(text) and not text[end].isspace() and text[end] not in '"“”()':
        end += 1
    word = text[begin:end]
    if not field and (word.lower() == "or" or word in ("|", "||")):
        return Token("or", word, at, end)
    if not field and word in _SIGNS:  # as other searches have it; "and" and "not" are words
        return Token(_SIGNS[word], word, at, end)
    return Token("word", word, at, end, field)


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
