"""Python values as YAML text that every YAML 1.1 and 1.2 reader reads back as the same strings.

Our own emitter, because we splice: it writes one value at a known indentation, and each result is read
back before it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

# Starts with a letter, holds nothing that means something in YAML, even inside [ ] and { } (there some readers stop
# at a question mark).
_PLAIN = re.compile(r"[^\W\d_](?:[\w .;()/%+=$€£!-]|(?<=\w)[’'](?=\w))*", re.UNICODE)
_WORDS = frozenset("y n yes no true false on off null nan inf".split())
# What does no harm in a line of prose, though it does in a list.
_HARMLESS = str.maketrans(dict.fromkeys(",?“”‘’"))
_MACHINE = re.compile(r"[A-Za-z0-9][A-Za-z0-9:.+_-]*")
#: Not printable in YAML, or not visible, or a line break to some readers; as a range of a regular expression.
SPECIAL = (
    "\x00-\x1f\x7f-\xa0\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef"
    "\ufeff\ufff0-\uffff\U0001fffe\U0001ffff\U000e0000-\U000e007f\U000f0000-\U0010ffff"
)
_SPECIAL = re.compile(f"[{SPECIAL}]")
_SPECIAL_LINE = re.compile(_SPECIAL.pattern.replace("\x00-\x1f", "\x00-\x08\x0b-\x1f"))
_SURROGATE = re.compile("[\ud800-\udfff]")
_NAMED = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0", "\x85": "\\N", "\xa0": "\\_"}

_SIGNS = {code[1]: char for char, code in _NAMED.items()} | {'"': '"', "\\": "\\"}
_ESCAPED = re.compile(r"\\(?:x..|u....|U........|.)")


def whole(text: str) -> str:
    """`text` without lone surrogates, which no file can hold: each becomes U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    point = ord(char)
    if char in _NAMED:
        return _NAMED[char]
    if 0xD800 <= point <= 0xDFFF:
        return "\ufffd"
    if point < 0x100:
        return f"\\x{point:02X}"
    return f"\\u{point:04X}" if point < 0x10000 else f"\\U{point:08X}"


def quoted(text: str) -> str:
    """`text` in double quotes on one line."""
    return '"' + _SPECIAL.sub(_escape, text.replace("\\", "\\\\").replace('"', '\\"')) + '"'


def unescaped(text: str) -> str:
    """What `quoted` made of a text, its quotes taken off, made undone."""
    if "\\" not in text:
        return text
    breaks, quotes = text.count("\\n"), text.count('\\"')
    if "\\\\" not in text and text.count("\\") == breaks + quotes:  # by far the most frequent ones
        return text.replace("\\n", "\n").replace('\\"', '"')
    return _ESCAPED.sub(_unescape, text)


def _unescape(match: re.Match[str]) -> str:
    sign = match[0][1]
    return chr(int(match[0][2:], 16)) if sign in "xuU" else _SIGNS[sign]


def scalar(text: str) -> str:
    """`text` on one line: bare when nothing in it means anything in YAML, else in double quotes."""
    if (
        len(text) < 4096
        and _PLAIN.fullmatch(text)
        and text[-1] != " "
        and text.lower() not in _WORDS
        and not _SPECIAL.search(text)
    ):
        return text
    return quoted(text)


def machine(text: str) -> str:
    """A number, date or id as it is; anything else in quotes."""
    return text if _MACHINE.fullmatch(text) and not text.endswith(":") else scalar(text)


def sentence(text: str) -> str:
    """A line of prose: bare also with commas and inner colons, as one writes it by hand; else quoted."""
    plain = text.translate(_HARMLESS)
    if plain and text[0].isalpha() and _PLAIN.fullmatch(plain) and scalar(plain) == plain and text[-1] != " ":
        return text
    return quoted(text)


def block(text: str, indent: int) -> str:
    """`text` after `key:` at `indent`: `|` with its lines when it has several, else one line.

    `|+` is never written: some writers end the document after it. What `|` cannot hold is quoted.
    """
    if "\n" not in text:
        return sentence(text)
    body = text[:-1] if text.endswith("\n") else text
    lines = body.split("\n")
    if not lines[0].strip() or lines[0][0] in " \t" or not lines[-1].strip() or _SPECIAL_LINE.search(text):
        return quoted(text)
    margin = " " * (indent + 2)
    head = "|" if text.endswith("\n") else "|-"
    return head + "".join(f"\n{margin}{line}" if line else "\n" for line in lines)


def flow(items: Sequence[str]) -> str:
    """A list of texts on one line."""
    return "[" + ", ".join(scalar(item) for item in items) + "]"


def anything(value: Any, indent: int) -> str:
    """What stands after `key:` for any text, list or mapping, at `indent`; starts with a space or a break."""
    if value is None:
        return ""
    if isinstance(value, str):
        return " " + block(value, indent)
    if isinstance(value, Mapping):
        if not value:
            return " {}"
        margin = "\n" + " " * (indent + 2)
        return "".join(f"{margin}{scalar(k)}:{anything(v, indent + 2)}" for k, v in value.items())
    if not value:
        return " []"
    if all(isinstance(item, str) and "\n" not in item for item in value):
        return " " + flow(value)
    margin = "\n" + " " * (indent + 2) + "-"
    return "".join(margin + anything(item, indent + 2) for item in value)
