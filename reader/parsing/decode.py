"""Bytes to text: byte order marks, UTF-16/32 by the pattern of NUL bytes, strict UTF-8, then a detector.

What comes out is safe to show (`reader.text.printable`), has `\\n` as its only line end, and is the one text
that `raw_start` and `raw_end` of blocks count in. Repairs happen only on strong evidence and are named.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from reader.text import printable


class Decoded(NamedTuple):
    """A file's text, the encoding it was read with and what was mended, in words."""

    text: str
    encoding: str
    repairs: tuple[str, ...] = ()


#: Bytes of a file that are looked at to judge its encoding.
SAMPLE = 1 << 16
_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_MARKS = tuple(mark for mark, _ in _BOMS)
# Starts of files that are certainly not text.
_MAGIC = (
    b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"BZh", b"\x7fELF",
    b"\xd0\xcf\x11\xe0", b"SQLite format 3\x00", b"7z\xbc\xaf", b"Rar!", b"\xfd7zXZ", b"OggS", b"ID3",
    b"RIFF", b"\x00\x01\x00\x00", b"MZ\x90\x00", b"\xca\xfe\xba\xbe",
)  # fmt: skip
_CONTROL = bytes(set(range(32)) - {8, 9, 10, 11, 12, 13, 26, 27}) + b"\x7f"
# Bytes that mean nothing but themselves in every text.
_PLAIN = bytes([9, 10, *range(32, 127)])

# C1 controls are Windows-1252 marks that some step took for Latin-1; 85 is the line end of mainframes.
_C1 = re.compile("[\x80-\x84\x86-\x9f]")
_INVISIBLE = (
    ("\ufeff", "byte order marks"),
    ("\u200b", "zero-width spaces"),
    ("\u2060", "word joiners"),
    ("\u00ad", "soft hyphens"),
)
_BREAKS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
# Letters that begin what a wrong table makes of UTF-8.
_WRONG = frozenset("ÃÂÐØâ")


def is_binary(data: bytes) -> bool:
    """Whether `data` is no text in any encoding: a known file type, or full of control bytes."""
    if data.startswith(_MAGIC):
        return True
    head = data[:SAMPLE]
    if not head or head.startswith(_MARKS) or _wide(head):
        return False
    controls = len(head) - len(head.translate(None, _CONTROL))
    return controls > max(8, len(head) // 20)


def decode(data: bytes) -> Decoded:
    """The text of `data`; never raises, whatever the bytes are."""
    text, encoding, repairs = _read(data)
    return clean(text, encoding, repairs)


def clean(text: str, encoding: str = "str", repairs: tuple[str, ...] = ()) -> Decoded:
    """`text` with one kind of line end, without terminal codes, mended where the evidence is strong."""
    done = list(repairs)
    used = _unusual(text)
    if not used.isdisjoint(_WRONG):
        from reader.parsing.mojibake import mend

        if "Ã" in used or "Â" in used or "Ð" in used or "Ø" in used or "â€" in text or "â\x80" in text:
            text, mended = mend(text)
            if mended:
                done.append(f"{mended} wrongly decoded letters mended")
                used = _unusual(text)
    if used:
        tidy = _tidy(text, used, done)
        if tidy is not text:
            text, used = tidy, _unusual(tidy)
    if "&" in text and ";" in text:
        text, mended = _mend_entities(text)
        if mended:
            done.append(f"{mended} HTML entities read")
            used = _unusual(text)
    kept = "".join(used)  # a look at the letters in use saves the look at each one
    safe = kept == printable(kept) and not any(map(unicodedata.combining, kept))
    return Decoded(text if safe else printable(text), encoding, tuple(done))


def _unusual(text: str) -> set[str]:
    """The characters of `text` other than those of plain ASCII text."""
    return set(text.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass"))


def _tidy(text: str, used: set[str], done: list[str]) -> str:
    """`text` without the invisible and control characters that are in `used`; `done` gets the repairs."""
    for mark, name in _INVISIBLE:
        if mark in used:
            text = text.replace(mark, "")
            done.append(f"{name} removed")
    if any("\x80" <= mark <= "\x9f" and mark != "\x85" for mark in used):
        text = _C1.sub(lambda m: m[0].encode("latin-1").decode("cp1252", "replace"), text)
        done.append("Windows-1252 punctuation read")
    if "\x1b" in used:
        text = re.sub(
            r"\x1b(?:\[[0-9;:?]{0,32}[ -/]{0,4}[@-~]"
            r"|[]PX^_][^\x00-\x1f]{0,2000}(?:\x07|\x1b\\)"  # titles of windows, addresses of links
            r"|[@-Z\\-_])",
            "",
            text,
        )
        done.append("terminal codes removed")
    if "\x08" in used:  # overstruck text of old printers: b\bb
        text = re.sub(".\x08", "", text)
        done.append("overstruck letters removed")
    if "\x00" in used:
        text = text.replace("\x00", "")
        done.append("NUL characters removed")
    if "\x1a" in used and not text.rstrip("\x1a \n\r").count("\x1a"):
        text = text.replace("\x1a", "")
        done.append("end-of-file marks removed")
    if "\r" in used:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    for mark in _BREAKS:
        if mark in used:
            text = text.replace(mark, "\n")
    return text


# ------------------------------------------------------------------ encodings


def _read(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    bom, name = b"", ""
    if data.startswith(_MARKS):
        bom, name = next(known for known in _BOMS if data.startswith(known[0]))
    if bom and name != "utf-8":
        return data[len(bom) :].decode(name, "replace"), name, ()
    wide = _wide(data[:SAMPLE])
    if wide:
        return data.decode(wide, "replace"), wide, ()
    data = data[len(bom) :]
    if 0x1B in data and (b"\x1b$" in data or b"\x1b(J" in data):
        try:
            return data.decode("iso2022_jp_2004"), "iso-2022-jp", ()
        except UnicodeDecodeError:
            pass
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        from reader.parsing.charset import guess

        return guess(data)


def _wide(head: bytes) -> str:
    """The name of the UTF-16 or UTF-32 form whose NUL bytes `head` shows, else ""."""
    nul = head.count(0)
    size = len(head) & ~3
    if size < 4 or nul < 2:
        return ""
    lanes = [head[i:size:4].count(0) / (size // 4) for i in range(4)]
    if min(lanes[2], lanes[3]) > 0.9 and lanes[0] < 0.5:
        return "utf-32-le"
    if min(lanes[0], lanes[1]) > 0.9 and lanes[3] < 0.5:
        return "utf-32-be"
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) < len(head) * 0.02 or max(even, odd) < 20 * min(even, odd):
        return ""
    name = "utf-16-le" if odd > even else "utf-16-be"
    try:
        text = head[: len(head) & ~1].decode(name, "ignore")
    except UnicodeDecodeError:
        return ""
    # Every space and line feed of such a text carries its own NUL byte.
    spaces = sum(text.count(c) for c in " \n\r\t")
    return name if spaces > len(text) * 0.01 else ""


# ------------------------------------------------------------------ entities

_ADDRESS = ("=", "?", "/")
_ENTITY = r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\d{0,2});"


def _mend_entities(text: str) -> tuple[str, int]:
    """`text` with its HTML entities read: all, if at least four stand outside of addresses; else those there that are
    no ASCII, which nobody writes so: "&#8364;500"."""
    found = {
        m.start()
        for m in re.finditer(_ENTITY, text)
        if m[0] != "&amp;" and text[m.start() - 1 : m.start()] not in _ADDRESS
    }
    if not found:
        return text, 0
    from html import unescape

    sure = len(found) >= 4 and len(found) * 40_000 >= len(text)
    count = 0

    def read(match: re.Match[str]) -> str:
        nonlocal count
        seen = unescape(match[0])
        if not sure and (seen.isascii() or match.start() not in found):
            return match[0]
        count += seen != match[0]
        return seen

    text = re.sub(_ENTITY, read, text)
    return text.replace("\x00", "").replace("\r", "\n"), count
