"""Where a motion ends: characters, words, sentences, paragraphs of a text. Offsets in, offsets out.

Nothing looks further than a window around the offset, so the cost does not grow with the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from reader.sentences import sentences
from reader.ui.widgets.reading.cells import cluster_start, step

_WINDOW = 6000
# A run of letters and digits with inner apostrophes; an ideograph or a kana is a word of its own.
_CJK = r"\u3040-\u30ff\u3400-\u9fff"
# A number is one word, with its points and commas, what is written of a currency, and a per cent sign.
_WORD = (
    rf"[{_CJK}]|(?:[A-Z]{{0,3}}[$€£¥₹₪](?=\d))?[^\W_{_CJK}]+"
    r"(?:(?:['’]|(?<=\d)[.,](?=\d))[^\W_]+)*(?:(?<=\d)%)?"
)

Span = tuple[int, int]


@cache
def _words() -> re.Pattern[str]:
    return re.compile(_WORD)  # with the first motion by words: it takes as long as painting ten rows


def clamp(text: str, offset: int) -> int:
    """`offset` brought into the text and to the start of the cluster there."""
    offset = min(max(offset, 0), len(text))
    return cluster_start(text, offset)


def character_at(text: str, offset: int) -> Span:
    """The cluster at `offset`; one place wide at the end of the text."""
    return offset, max(step(text, offset, 1), offset + 1)


def next_character(text: str, offset: int) -> int | None:
    """The start of the next cluster; the end of the text is one too."""
    return step(text, offset, 1) if offset < len(text) else None


def previous_character(text: str, offset: int) -> int | None:
    """The start of the cluster before `offset`."""
    return step(text, offset, -1) if offset else None


def paragraph_at(text: str, offset: int) -> Span:
    """The line of the text around `offset`, without its line feed."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return start, len(text) if end < 0 else end


def sentence_at(text: str, offset: int) -> Span:
    """The sentence around `offset`, or the nearest before it; empty in a text without any."""
    if text[offset : offset + 1] in ("", "\n"):
        offset = _ink_before(text, offset) or 0
    low = max(text.rfind("\n", max(0, offset - _WINDOW), offset) + 1, offset - _WINDOW, 0)
    high = text.find("\n", offset, offset + _WINDOW)
    high = min(len(text), offset + _WINDOW) if high < 0 else high
    found = (low, low)
    for span in sentences(text, low, high):
        if span[0] > offset and found[1] > found[0]:
            break
        found = span
        if span[1] > offset:
            break
    if found[0] == found[1] and (at := _ink_before(text, low)) is not None:
        return sentence_at(text, at)
    return found


def next_sentence(text: str, offset: int) -> int | None:
    """The start of the sentence after the one at `offset`, None after the last."""
    return _ink(text, max(sentence_at(text, offset)[1], offset))


def previous_sentence(text: str, offset: int) -> int | None:
    """The start of the sentence at `offset`, or of the one before if `offset` is there already."""
    start, end = sentence_at(text, offset)
    if start < offset and start < end:
        return start
    at = _ink_before(text, min(start, offset))
    return None if at is None else sentence_at(text, at)[0]


def sentence_end(text: str, offset: int) -> int | None:
    """The last character of the sentence at `offset`, or of the next one if `offset` is there already."""
    return _last_of(sentence_at, next_sentence, text, offset)


def paragraph_end(text: str, offset: int) -> int | None:
    """The last character of the paragraph at `offset`, or of the next one if `offset` is there already."""
    return _last_of(paragraph_at, next_paragraph, text, offset)


def _last_of(
    around_: Callable[[str, int], Span], following: Callable[[str, int], int | None], text: str, offset: int
) -> int | None:
    end = around_(text, offset)[1]
    if offset < end - 1:
        return end - 1
    at = following(text, offset)
    return None if at is None else around_(text, at)[1] - 1


def next_paragraph(text: str, offset: int) -> int | None:
    """The start of the next paragraph that has text in it."""
    feed = text.find("\n", offset)
    return None if feed < 0 else _ink(text, feed)


def previous_paragraph(text: str, offset: int) -> int | None:
    """The start of this paragraph, or of the one before if `offset` is there already."""
    at = _ink_before(text, offset)
    return None if at is None else _ink(text, paragraph_at(text, at)[0])


def word_at(text: str, offset: int) -> Span:
    """The word around `offset`, else the character there."""
    low = max(0, offset - 64)
    low = max(low, text.rfind("\n", low, offset) + 1)
    for match in _words().finditer(text, low, min(len(text), offset + 256)):
        if match.end() > offset:
            if match.start() <= offset:
                return match.span()
            break
    return character_at(text, offset)


def next_word(text: str, offset: int) -> int | None:
    """The start of the next word."""
    _, end = word_at(text, offset)
    at = end if end > offset else offset
    while at < len(text):
        match = _words().search(text, at, at + _WINDOW)
        if match:
            return match.start()
        at += _WINDOW
    return None


def previous_word(text: str, offset: int) -> int | None:
    """The start of this word, or of the one before if `offset` is there already."""
    high = offset
    while high > 0:
        low = max(0, high - 256)
        while 0 < low < high and not text[low - 1].isspace() and high - low < _WINDOW:
            low -= 1
        found = None
        for match in _words().finditer(text, low, high):
            found = match
        if found:
            return found.start()
        high = low
    return None


def _ink(text: str, offset: int) -> int | None:
    """The first offset from `offset` on that is not white space."""
    match = re.compile(r"\S").search(text, offset)
    return match.start() if match else None


def _ink_before(text: str, offset: int) -> int | None:
    """The last offset before `offset` that is not white space."""
    at = offset - 1
    while at >= 0 and text[at].isspace():
        at -= 1
    return at if at >= 0 else None


def around(text: str, offset: int, unit: str) -> Span:
    """The char, word, sentence, line or paragraph at `offset`, by the name of the unit."""
    if unit == "word":
        return word_at(text, offset)
    if unit == "sentence":
        return sentence_at(text, offset)
    if unit == "paragraph":
        return paragraph_at(text, offset)
    return character_at(text, offset)
