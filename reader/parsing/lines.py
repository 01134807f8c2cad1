"""The lines of a text: what stands on them, where, and how many empty lines come before.

Only lines with something on them are kept. Offsets are code points of the decoded text.
"""

from __future__ import annotations

import re

_WORDS = re.compile(r"[^\W_]+")
_WIDE = "\u2e80"  # from here on, letters of East Asia
_SET_APART = "[\u2e80-\u9fff] [A-Za-z0-9]|[A-Za-z0-9] [\u2e80-\u9fff]"


class Line:
    """One line, or several joined ones. `text` is stripped; `text` stands at `[start, end)` of the file.

    `gap` counts the empty lines before it, `indent` the columns left of it.
    """

    __slots__ = ("_key", "end", "gap", "indent", "start", "text")

    def __init__(self, text: str, start: int, end: int, gap: int = 0, indent: int = 0) -> None:
        self.text = text  # one by one: a tuple of five takes longer
        self.start = start
        self.end = end
        self.gap = gap
        self.indent = indent
        self._key: str | None = None

    @property
    def key(self) -> str:
        """The text for comparing: lower case, words only, so that quotes, commas and dashes do not count."""
        if self._key is None:
            self._key = key_of(self.text)
        return self._key

    def opens(self, key: str) -> bool:
        """Whether the words start with those of `key`; most lines tell by their first word that they do not."""
        if self._key is None:
            first = _WORDS.search(self.text[:60].casefold())
            if first and not key.startswith(first[0]) and not first[0].startswith(key):
                return False
        return self.key.startswith(key)

    def repeats(self, other: Line) -> bool:
        """Whether both say the same words; most lines tell by their first word that they do not."""
        if self._key is None or other._key is None:
            first, second = (
                _WORDS.search(self.text[:60].casefold()),
                _WORDS.search(other.text[:60].casefold()),
            )
            if first and second and not (first[0].startswith(second[0]) or second[0].startswith(first[0])):
                return False
        return self.key == other.key

    def __repr__(self) -> str:
        return f"Line({self.text[:40]!r}, {self.start}, gap={self.gap})"


def key_of(text: str) -> str:
    """`text` in lower case with its words only."""
    return " ".join(_WORDS.findall(text.casefold()))


def read_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of `text[start:end]` that are not empty."""
    lines: list[Line] = []
    append = lines.append
    at, gap = start, 0
    part = text if start == 0 and (end is None or end >= len(text)) else text[start:end]
    spaced = "  " in part or "\t" in part
    for raw in part.split("\n"):
        size = len(raw)
        body = raw.strip()
        if body is raw and size:
            begin, stop, indent = at, at + size, 0
        elif body:
            indent = size - len(raw.lstrip())
            begin = at + indent
            stop = begin + len(body)
        else:
            gap += 1
            at += size + 1
            continue
        if spaced and ("  " in body or "\t" in body):
            body = " ".join(body.split())
        append(Line(body, begin, stop, gap, indent))
        gap = 0
        at += size + 1
    return lines


def join_lines(lines: list[Line], words: frozenset[str] = frozenset()) -> Line:
    """Several lines as one, joined by spaces; a word cut at a line's end keeps its hyphen.

    Where the `words` of a text are given, whose printer cut words, only the hyphens of compounds stay.
    """
    if len(lines) == 1:
        return lines[0]
    parts = [lines[0].text]
    for line in lines[1:]:
        last, text = parts[-1], line.text
        hyphen = last[-1] == "-" and last[-2:-1].isalpha() and text[:1].isalpha()
        if hyphen and words and text[0].islower() and _is_one_word(last, text, words):
            parts[-1] = last[:-1]
        elif not hyphen and takes_space(last, text):
            parts.append(" ")
        parts.append(text)
    first = lines[0]
    return Line("".join(parts), first.start, lines[-1].end, first.gap, first.indent)


def cut_words(lines: list[Line], text: str) -> frozenset[str]:
    """The words of a `text` whose printer cut words at the ends of `lines` (three and more); else nothing."""
    cuts = 0
    for a, b in zip(lines, lines[1:]):
        cuts += a.text[-1] == "-" and b.text[0].islower() and a.text[-2:-1].isalpha() and not b.gap
    if cuts < 3 or cuts * 40 < len(lines):
        return frozenset()
    return frozenset(re.findall(r"(?<![\w-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w-])", text.casefold()))


def _is_one_word(before: str, after: str, words: frozenset[str]) -> bool:
    """Whether the word that a hyphen cuts at a line's end is none of its own, as that of `short-term` is."""
    first = re.findall(r"[^\W\d_]*", before[:-1].casefold())[-2:][0]
    second = _WORDS.findall(after[:40].casefold())[0]
    if first + second in words:
        return True
    if f"{first}-{second}" in words or first in _FIRST:
        return False
    return first not in words or second not in words


# The first parts of compounds that are written with a hyphen.
_FIRST = frozenset(
    """well so short long self non anti ex co re pre post mid semi multi high low half cross all one two three four five
    six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety hundred first second third full part
    north south east west vice cease""".split()
)


def takes_space(before: str, after: str) -> bool:
    """Whether a space stood where a line was wrapped: Chinese and Japanese, unlike Korean, have none.

    Some writers of these put one around a Latin word.
    """
    last, first = before[-1], after[0]
    if last < _WIDE and first < _WIDE:
        return True
    if "\uac00" <= first <= "\ud7a3" or "\uac00" <= last <= "\ud7a3":
        return True
    if last > _WIDE and first > _WIDE:
        return False
    set_apart = re.compile(_SET_APART)  # here: it is long to compile, and most texts are in other scripts
    return bool(set_apart.search(before) or set_apart.search(after))
