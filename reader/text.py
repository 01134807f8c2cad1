"""Text that every layer agrees on: what may reach a terminal, sentences, and folding with offset maps."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

# ------------------------------------------------------------------ outside text is made harmless

# C0 but \n \t, DEL, C1, bidi embedding/override/isolate, ZWSP, invisible operators, inner BOM,
# interlinear marks, surrogates, noncharacters, tag characters. ZWJ, ZWNJ, LRM, RLM, soft hyphen stay.
_UNSAFE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef"
    "\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f\u2028\u2029"
    + "".join(f"{chr(p << 16 | 0xFFFE)}{chr(p << 16 | 0xFFFF)}" for p in range(1, 17))
)
_COMBINING_CAP = 8
_SLICE = 1 << 14
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


# ------------------------------------------------------------------ sentences

# Words that end in a full stop without ending a sentence: titles, offices, addresses.
_ABBREVIATIONS = frozenset(
    """adm asst atty ave bldg blvd brig capt cf cmdr col comdr cpl dept det dist dr eds eg esp ex fr ft gen
    gov hon ie insp lt maj messrs mgr mlle mme mr mrs ms mt msgr mx pfc ph prof pt pvt rep reps res rev rs
    sen sens sgt ss st supt univ viz vs approx""".split()
)
# These do so before a number only.
_BEFORE_NUMBER = frozenset(
    """art ch fig figs no nos nr op p pp sec vol vols jan feb mar apr jun jul aug sept sep oct nov dec mon
    tue tues wed thu thur thurs fri sat sun""".split()
)
# After these (and after U.S., p.m.) a sentence ends if the next word is one that opens sentences.
_MAY_END = frozenset("assoc bros co corp est etc inc jr ltd mfg sr".split())
_SHORTENED = _ABBREVIATIONS | _BEFORE_NUMBER | _MAY_END
_STARTERS = frozenset(
    """A After Also Although An And As At Because Before But By During Each Earlier Even For From Four He Her
    His However I If In Instead It Its Last Later Many Meanwhile More Most No Nor Now Of On One Once Only Or
    Other Our Police She Since So Some Still Such That The Their Then There These They This Those Three To
    Two Under Until We What When Where Which While Who With You""".split()
)
_END = re.compile(
    r"(?P<stop>[.!?…]+)(?P<close>[\"'”’»\)\]]*)(?=\s|$|\[\d)|(?P<cjk>[。！？]+[」』”’）]*)|(?P<para>\n[ \t]*\n\s*)"
)
# Where one may begin: a set of characters is found many times quicker than the pattern.
_END_MARK = re.compile("[.!?…。！？\n]")
_OPENERS = "\"'“‘«([¿¡—–-"


def _starts_sentence(text: str, at: int) -> bool:
    """Whether a sentence may start at `at`: an opening mark, a capital, a digit or a script without case."""
    end = min(len(text), at + 8)
    while at < end and (text[at].isspace() or text[at] in _OPENERS):
        at += 1
    return at >= len(text) or not text[at].islower()


_NEXT_WORD = re.compile(r"\s+[\"'“‘(\[]?(\w+)")


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    """Whether the full stop at `stop` closes an abbreviation or an initial; `start` bounds the look back."""
    low = max(start, stop - 14)
    begin = text.rfind(" ", low, stop) + 1 or stop
    word = text[begin:stop]
    if not word.isalpha():  # a mark before it, or no space near
        begin = stop
        while begin > low and (text[begin - 1].isalnum() or text[begin - 1] == "."):
            begin -= 1
        word = text[begin:stop]
    elif len(word) > 1 and word.lower() not in _SHORTENED:
        return False
    if not word:
        return False
    if len(word) == 1:
        return word.isupper() and word != "I"
    following = _NEXT_WORD.match(text, stop + 1)
    after = following[1] if following else ""
    if "." in word:  # U.S. · p.m. · J.K.
        pairs = all(len(part) <= 2 for part in word.split(".")) and word[0].isalpha()
        return pairs and after not in _STARTERS
    word = word.lower()
    if word in _BEFORE_NUMBER:
        return after[:1].isdigit()
    return word in _ABBREVIATIONS or (word in _MAY_END and bool(after) and after not in _STARTERS)


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of `text[start:end]`, without the white space around them.

    A paragraph break always ends a sentence; a full stop does unless it closes an abbreviation or an
    initial, or the next word is in lower case. Linear in the length.
    """
    end = len(text) if end is None else end
    begin = start
    for stop, following in _ends(text, start, start, end):
        yield from _trimmed(text, begin, stop)
        begin = following
    yield from _trimmed(text, begin, end)


def _ends(text: str, low: int, start: int, end: int) -> Iterator[tuple[int, int]]:
    """(where a sentence ends, where the next may begin) in `text[start:end]`; only near text decides, from `low` on."""
    mark, match = _END_MARK.search(text, start, end), _END.match
    while mark:
        at = mark.start()
        if text.startswith(". ", at, end):  # the usual case first: this runs for every hit of a search
            stop = following = at + 1
            if not (text[stop + 1 : stop + 2].isupper() or _starts_sentence(text, stop)) or _is_abbreviation(
                text, low, at
            ):
                stop = -1
        elif (found := match(text, at, end)) is None:
            stop, following = -1, at + 1
        else:
            stop = following = found.end()
            if (signs := found["stop"]) is not None:
                if (signs == "." and _is_abbreviation(text, low, at)) or (
                    stop < end and not _starts_sentence(text, stop)
                ):
                    stop = -1
            elif found["para"] is not None:
                stop = at
        if stop >= 0:
            yield stop, following
        mark = _END_MARK.search(text, following, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


_NEAR = 250  # characters before an offset that most sentences begin in


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """The span of the sentence around `offset`, or of the nearest one before it; (0, 0) in an empty text."""
    low = text.rfind("\n\n", 0, offset)
    low = 0 if low < 0 else low + 2
    # Most often its beginning is near: behind the last full stop, else not far. Nothing before it matters then.
    for back in (text.rfind(". ", low, offset), offset - _NEAR):
        near = begin = _behind_letter(text, low, back)
        for stop, following in _ends(text, low, near, len(text)):
            if following > offset:
                if near < begin or near == low:
                    for start, end in _trimmed(text, begin, stop):
                        if start <= offset:
                            return start, end
                break
            begin = following
    found = (0, 0)
    high = text.find("\n\n", offset)
    for span in sentences(text, low, len(text) if high < 0 else high):
        if span[0] > offset and found != (0, 0):
            break
        found = span
        if span[1] > offset:
            break
    return found


def _behind_letter(text: str, low: int, at: int) -> int:
    """A place from `at` back to `low` that is `low` or behind a letter: no end of a sentence reaches across it."""
    while at > low and not text[at - 1].isalnum():
        at -= 1
    return max(at, low)


# ------------------------------------------------------------------ folding

_SINGLE = dict.fromkeys("'‘’‚‛`´′ʼʻ＇", "'")
_DOUBLE = dict.fromkeys('"“”„‟«»″〝〞＂', '"')
_DASHES = dict.fromkeys("-‐‑‒–—―−﹘﹣－", "-")
_HIDDEN = dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0e\ufe0f", "")


class _FoldTable(dict[int, str]):
    """Folded form of a character by code point, computed once each."""

    def __missing__(self, point: int) -> str:
        char = chr(point)
        if char.isspace():
            form = " "
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


_FOLD = _FoldTable({ord(c): f for t in (_SINGLE, _DOUBLE, _DASHES, _HIDDEN) for c, f in t.items()})
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
