"""Text without what people do not see, with the way back to its offsets."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator

_SINGLE = dict.fromkeys("'‘’‚‛`´′ʼʻ＇", "'")
_DOUBLE = dict.fromkeys('"“”„‟«»″〝〞＂', '"')
_DASHES = dict.fromkeys("-‐‑‒–—―−﹘﹣－", "-")
# The last one draws Arabic words longer.
_HIDDEN = dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0e\ufe0f\u0640", "")


class _FoldTable(dict[int, str]):
    """Folded form of a character by code point, computed once each."""

    def __missing__(self, point: int) -> str:
        char = chr(point)
        if char.isspace():
            form = " "
        elif (digit := unicodedata.decimal(char, None)) is not None:
            form = str(digit)
        else:
            decomposed = unicodedata.normalize("NFKD", char.casefold())
            form = "".join(c for c in decomposed if not unicodedata.combining(c))
            # Spacing accents decompose to a space and a mark: they stay themselves.
            form = unicodedata.normalize("NFKD", form.casefold()).replace(" ", "") or char * (
                " " in decomposed
            )
            form = "".join(c if c == char else self[ord(c)] for c in form)  # folded again it stays the same
        self[point] = form
        return form


# Its capital is I, whose small letter is i in all languages but those that have it.
_DOTLESS = {"ı": "i"}
_FOLD = _FoldTable({ord(c): f for t in (_SINGLE, _DOUBLE, _DASHES, _HIDDEN, _DOTLESS) for c, f in t.items()})
_ASCII = bytes(range(128))
_ASCII_FOLDED = "".join(map(_FOLD.__getitem__, _ASCII)).encode() + bytes(range(128, 256))
_FEW = 40  # characters that are replaced one after the other, many times quicker than by a table


def _fold_each(text: str) -> tuple[str, str]:
    """`text` with each character folded, white space not yet joined; and its characters beyond ASCII, once each."""
    data = text.encode("utf-8", "surrogatepass")
    if text.isascii():
        return data.translate(_ASCII_FOLDED).decode(), ""
    rest = data.translate(None, _ASCII)
    odd = "".join(set(rest.decode("utf-8", "surrogatepass"))) if rest else ""
    folded = data.translate(_ASCII_FOLDED).decode("utf-8", "surrogatepass")
    changed = [char for char in odd if _FOLD[ord(char)] != char]
    if len(changed) > _FEW:
        return folded.translate(_FOLD), odd
    for char in changed:
        folded = folded.replace(char, _FOLD[ord(char)])
    return folded, odd


def fold_text(text: str) -> str:
    """`text` without what people do not see: case, accents, kinds of quotes and dashes, white space runs."""
    return _spaces_joined(_fold_each(text)[0])


def _spaces_joined(text: str) -> str:
    while "  " in text:
        text = text.replace("  ", " ")
    return text


_PARALLEL = array("q", [0])


class Folded:
    """A folded text with the way back to the offsets of the original.

    `joined`: white space runs become one space, as in `fold_text`; else each space stays one.
    """

    __slots__ = ("_folded_at", "_raw_at", "raw_length", "text")

    def __init__(self, raw: str, joined: bool = True) -> None:
        # Offsets run parallel except behind irregular places; only those are remembered.
        flat, odd = _fold_each(raw)
        self.text, self.raw_length = flat, len(raw)
        self._folded_at = self._raw_at = _PARALLEL
        if not (joined or odd):  # the usual case of a search
            return
        folded_at, raw_at = array("q", [0]), array("q", [0])
        last = length = 0
        for start, end, width in _irregular(raw, flat, odd, joined):
            length += start - last + width
            last = end
            folded_at.append(length)
            raw_at.append(last)
        if joined:
            self.text = _spaces_joined(flat)
        self._folded_at, self._raw_at = folded_at, raw_at

    @property
    def parallel(self) -> bool:
        """Whether every offset is the original's."""
        return len(self._raw_at) == 1

    def raw(self, offset: int) -> int:
        """The original offset of the character at folded `offset`."""
        i = bisect_right(self._folded_at, offset) - 1
        raw = self._raw_at[i] + offset - self._folded_at[i]
        if i + 1 < len(self._raw_at):
            raw = min(raw, self._raw_at[i + 1] - 1)
        return min(raw, self.raw_length)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The original span of the folded span `[start, end)`."""
        if end <= start:
            at = self.raw(start)
            return at, at
        return self.raw(start), self.raw(end - 1) + 1

    def folded(self, raw: int) -> int:
        """The folded offset of the original offset `raw`."""
        i = bisect_right(self._raw_at, raw) - 1
        at = self._folded_at[i] + raw - self._raw_at[i]
        if i + 1 < len(self._folded_at):
            at = min(at, self._folded_at[i + 1])
        return min(at, len(self.text))


def _irregular(raw: str, flat: str, odd: str, joined: bool) -> Iterator[tuple[int, int, int]]:
    """Where folding changes the length of `raw`: start, end, and the folded length."""
    gone = re.escape("".join(char for char in odd if not _FOLD[ord(char)]))
    wide = re.escape("".join(char for char in odd if len(_FOLD[ord(char)]) > 1))
    if gone or wide:
        runs = rf"[\s{gone}]{{2,}}|" if joined else ""
        for match in re.finditer(rf"{runs}[{gone}{wide}]", raw):
            form = match[0].translate(_FOLD)
            yield *match.span(), len(form) if len(match[0]) == 1 else len(form[:1])
        return
    end = 0 if joined else len(flat)
    while (start := flat.find("  ", end)) >= 0:
        end = start + 2
        while flat.startswith(" ", end):
            end += 1
        yield start, end, 1
