"""Texts of articles, straight from their files: the index keeps a recipe instead of the text.

A recipe is the article's stretch of bytes in the file and, for each shown block, its span in there and how its
text is had from it. It is tried when it is made, and replaced by the text itself when it would not give the
text back, so that what is read later is what was indexed. Layout: one letter, then numbers as LEB128:

    u  UTF-8 with line feeds, or  w  with CR LF: first byte, end byte, then for each block the characters to
       skip, and length × 4 + mode: 0 verbatim, 1 white space joined, 2 stripped, 3 replaced by what follows
       (byte length and UTF-8); verbatim blocks with just an empty line between them are one
    z  the text, zlib

A file that changed since is noticed by its size and time; the caller then parses it again.
"""

from __future__ import annotations

import os
import zlib
from typing import TYPE_CHECKING

from reader.columns import LARGE
from reader.library.index.records import changed_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.library.index.records import PlaceRecord
    from reader.model import Article, Block

_VERBATIM, _JOINED, _STRIPPED, _LITERAL = range(4)


class Utf8:
    """A file in UTF-8 as text without byte order mark and with plain line feeds.

    Asked in rising order, `place` encodes every part of the text only once: a file may hold thousands of articles.
    """

    __slots__ = ("_at", "_byte", "_first", "text", "windows")

    def __init__(self, data: bytes) -> None:
        self._first = 3 if data.startswith(b"\xef\xbb\xbf") else 0
        text = (data[3:] if self._first else data).decode()
        self.windows = b"\r\n" in data
        self.text = text.replace("\r\n", "\n") if self.windows else text
        self._at, self._byte = 0, self._first

    def place(self, at: int) -> int:
        """The byte of the file at which the character `at` stands."""
        if at < self._at:
            self._at, self._byte = 0, self._first
        part = self.text[self._at : at]
        self._at = at
        self._byte += len(part) if part.isascii() else len(part.encode())
        if self.windows:
            self._byte += part.count("\n")
        return self._byte


def utf8(data: bytes) -> Utf8 | None:
    """`data` as text, None when it is not UTF-8."""
    try:
        return Utf8(data)
    except UnicodeDecodeError:
        return None


def make_recipe(article: Article, data: bytes, decoded: Utf8 | None) -> bytes:
    """The recipe of `article` out of the file `data`; `decoded` is `utf8(data)`."""
    recipe = None if decoded is None else _spans(article, data, decoded)
    return recipe or b"z" + zlib.compress(article.text.encode("utf-8", "surrogatepass"), 6)


def _spans(article: Article, data: bytes, decoded: Utf8) -> bytes | None:
    from reader.parsing.draft import SHOWN

    blocks = [block for block in article.blocks if block.role in SHOWN]
    if not blocks:
        return None
    start, end = blocks[0].raw_start, blocks[-1].raw_end
    low, high = decoded.place(start), decoded.place(end)
    whole = decoded.text
    out = bytearray(b"w" if decoded.windows else b"u")
    _put(out, low)
    _put(out, high)
    at, modes = start, 0
    for first, last, text in _runs(whole, blocks, article.text):
        if first < at or last < first:
            return None
        raw = whole[first:last]
        if raw == text:
            mode = _VERBATIM
        elif raw.strip() == text:
            mode = _STRIPPED
        else:
            mode = _JOINED if " ".join(raw.split()) == text else _LITERAL
        modes |= mode
        _put(out, first - at)
        _put(out, len(raw) << 2 | mode)
        if mode == _LITERAL:
            literal = text.encode("utf-8", "surrogatepass")
            _put(out, len(literal))
            out += literal
        at = last
    recipe = bytes(out)
    if len(recipe) >= len(article.text) // 2 + 64:
        return None
    if modes == _VERBATIM and high - low == end - start:
        return recipe  # a byte a character, and every block just as it stands: nothing can go wrong
    try:
        return recipe if follow_recipe(recipe, data[low:high]) == article.text else None
    except UnicodeDecodeError:
        return None


def _runs(whole: str, blocks: Sequence[Block], shown: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, text) of each block of the `shown` text; of those that stand in the file just as they are shown,
    with just an empty line between them, as of one."""
    first = last = at = 0
    texts: list[str] = []
    for block in blocks:
        start = block.raw_start
        if not (texts and start == last + 2 and whole.startswith("\n\n", last)):
            if texts:
                yield first, last, "\n\n".join(texts)
                texts.clear()
            left, end = len(shown) - at, blocks[-1].raw_end
            if start + left == end and left < LARGE and whole.startswith(rest := shown[at:], start):
                yield start, end, rest  # the usual case: all that is left
                return
            first = start
        if whole.startswith(block.text, start) and block.raw_end - start == len(block.text):
            last = block.raw_end
            texts.append(block.text)
        else:
            if texts:
                yield first, last, "\n\n".join(texts)
                texts.clear()
            yield start, block.raw_end, block.text
        at += len(block.text) + 2
    if texts:
        yield first, last, "\n\n".join(texts)


def follow_recipe(recipe: bytes, data: bytes) -> str:
    """The text that a `u` or `w` recipe makes of its stretch of bytes; UnicodeDecodeError: the file changed."""
    return _follow(recipe, _stretch(recipe)[2], data)


def _stretch(recipe: bytes) -> tuple[int, int, int]:
    """First byte and end byte of the article in its file, and where in the recipe the blocks begin."""
    low, at = _take(recipe, 1)
    return (low, *_take(recipe, at))


def _follow(recipe: bytes, at: int, data: bytes) -> str:
    raw = data.decode()
    if recipe[0] == 0x77:
        raw = raw.replace("\r\n", "\n")
    parts: list[str] = []
    place, end = 0, len(recipe)
    while at < end:
        # Numbers of one and two bytes are read here: this runs for every hit of a search.
        skip, at = recipe[at], at + 1
        if skip > 0x7F:
            skip, at = _take(recipe, at - 1)
        length, at = recipe[at], at + 1
        if length > 0x7F:
            if recipe[at] < 0x80:
                length, at = length & 0x7F | recipe[at] << 7, at + 1
            else:
                length, at = _take(recipe, at - 1)
        place += skip
        stop = place + (length >> 2)
        mode = length & 3
        if mode == _VERBATIM:
            parts.append(raw[place:stop])
        elif mode == _LITERAL:
            size, at = _take(recipe, at)
            parts.append(recipe[at : at + size].decode("utf-8", "surrogatepass"))
            at += size
        else:
            piece = raw[place:stop]
            if mode == _JOINED:
                piece = " ".join(piece.split())
            parts.append(piece.strip() if mode == _STRIPPED else piece)
        place = stop
    return "\n\n".join(parts)


def _put(out: bytearray, number: int) -> None:
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)


def _take(recipe: bytes, at: int) -> tuple[int, int]:
    number = recipe[at]
    if number < 0x80:
        return number, at + 1
    number &= 0x7F
    shift = 7
    while True:
        at += 1
        byte = recipe[at]
        number |= (byte & 0x7F) << shift
        if byte < 0x80:
            return number, at + 1
        shift += 7


def read_text(root: str, place: PlaceRecord) -> str | None:
    """The text of an article below `root`, None when its file is not what it was when it was indexed."""
    recipe = place.recipe
    if recipe[:1] == b"z":
        try:
            return zlib.decompress(recipe[1:]).decode("utf-8", "surrogatepass")
        except (zlib.error, UnicodeDecodeError):  # damaged
            return None
    try:
        low, high, at = _stretch(recipe)
        descriptor = os.open(f"{root}/{place.path}", os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, IndexError):
        return None
    try:
        status = os.fstat(descriptor)
        if status.st_size != place.size or changed_at(status) != place.mtime:
            return None
        return _follow(recipe, at, os.pread(descriptor, high - low, low))
    except (OSError, UnicodeDecodeError, IndexError):  # the last: a recipe that is damaged
        return None
    finally:
        os.close(descriptor)
