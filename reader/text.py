"""Outside text made harmless: what may reach a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

# C0 but \n \t, DEL, C1, bidi embedding/override/isolate, ZWSP, invisible operators, inner BOM,
# interlinear marks, surrogates, noncharacters, tag characters. ZWJ, ZWNJ, LRM, RLM, soft hyphen stay.
_UNSAFE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef"
    "\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f\u2028\u2029"
    + "".join(f"{chr(p << 16 | 0xFFFE)}{chr(p << 16 | 0xFFFF)}" for p in range(1, 17))
)
_COMBINING_CAP = 8
_SLICE = 1 << 12
# The bytes that marks which can be stacked begin with, and what stands for itself in most text.
_MARK_BYTES = re.compile(rb"[\xcc\xcd]|\xd2[\x83-\x89]|\xe1[\xaa\xab\xb7]|\xe2\x83|\xef\xb8")
_PLAIN = bytes([9, 10, *range(32, 127)])
_LINE_BREAKS = {0x2028: "\n", 0x2029: "\n"}


@cache
def _unsafe_run() -> re.Pattern[str]:
    return re.compile(f"[{_UNSAFE}]+")  # when first needed: it is long to compile, and most text is safe


@cache
def _stack() -> re.Pattern[str]:
    # Blocks of combining marks that can be stacked without end ("zalgo").
    return re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{9,}")


_OPENING, _CLOSING = tuple('“"«„'), tuple('”"»“')


def printable(text: str) -> str:
    """`text` with every character that could act on a terminal replaced, one for one.

    Line and paragraph separators become line feeds, everything else unsafe U+FFFD, so offsets stay. Marks
    beyond the eighth on one base are replaced too. Safe text is returned as it is.
    """
    safe = text.isprintable() or _is_printable(text)
    if not safe and _unsafe_run().search(text):
        text = _unsafe_run().sub(
            lambda m: re.sub("[^\u2028\u2029]", "\ufffd", m[0]).translate(_LINE_BREAKS), text
        )
    if not text.isascii() and (len(text) < _SLICE or _has_marks(text)) and _stack().search(text):
        text = _stack().sub(lambda m: m[0][:_COMBINING_CAP] + "\ufffd" * (len(m[0]) - _COMBINING_CAP), text)
    return text


def _is_printable(text: str) -> bool:
    """Whether Python calls `text` printable but for line feeds: many times quicker than a look by a pattern.

    A slice at a time: a copy of the whole of a long text would leave its memory with the process for good.
    """
    return all(text[at : at + _SLICE].replace("\n", "").isprintable() for at in range(0, len(text), _SLICE))


def _has_marks(text: str) -> bool:
    """Whether there may be combining marks in a long `text`; in a third of the time of the pattern of stacks."""
    return any(
        _MARK_BYTES.search(text[at : at + _SLICE].encode("utf-8", "surrogatepass").translate(None, _PLAIN))
        for at in range(0, len(text), _SLICE)
    )


def one_line(text: str) -> str:
    """`text` safe for one line of a terminal: printable, white space runs become one space."""
    return " ".join(printable(text).split())


def is_quotation(line: str) -> bool:
    """Whether `line` is one whole quotation in marks of its own."""
    if len(line) < 3 or line[0] not in _OPENING or line[-1] not in _CLOSING:
        return False
    return not any(mark in line[1:-1] for mark in (*_OPENING, *_CLOSING))


def in_quotes(text: str) -> str:
    """`text` on one line in quotation marks, its own ones where it is a whole quotation."""
    line = one_line(text)
    return line if is_quotation(line) else f"“{line}”"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of the `known` words that `word` may be a slip of."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(known), 1)), None)


def printable_json(text: str) -> str:
    """A JSON text that says the same and can act on no terminal: unsafe characters become \\u escapes."""
    safe = printable(text)
    if safe == text:
        return text
    # One for one: where the two differ there is an unsafe character, and it stands inside a string.
    return "".join(
        kept if raw == kept else "".join(f"\\u{unit:04x}" for unit in _utf16(raw))
        for raw, kept in zip(text, safe)
    )


def _utf16(char: str) -> Iterator[int]:
    data = char.encode("utf-16-be", "surrogatepass")
    for at in range(0, len(data), 2):
        yield data[at] << 8 | data[at + 1]
