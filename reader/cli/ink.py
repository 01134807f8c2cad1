"""Marks on a terminal, for the commands that print text to be read: only our own codes, never the text's.

With `--color auto` they appear when a person looks and NO_COLOR (no-color.org) is not set to anything.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterable

from reader.text import printable

# Select Graphic Rendition parameters (ECMA-48, 8.3.117).
_CODES = {"hit": "7", "head": "1", "quiet": "2"}
_SPACE = re.compile(r"[^\S ]")  # white space other than the space itself


def add_color(parser: argparse.ArgumentParser) -> None:
    """The --color option."""
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="mark hits and headings (auto: on a terminal, unless NO_COLOR is set)",
    )


class Ink:
    """Writes lines made of pieces, each with a style: "" or one of hit, head, quiet."""

    def __init__(self, when: str) -> None:
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        self.on = when == "always" or (when == "auto" and sys.stdout.isatty() and not plain)

    def line(self, *pieces: tuple[str, str]) -> None:
        """Write one line on stdout; what is in `pieces` is made harmless."""
        sys.stdout.buffer.write(self.encoded(pieces))

    def encoded(self, pieces: Iterable[tuple[str, str]]) -> bytes:
        """One line, for standard output; what is in `pieces` is made harmless."""
        return "".join(self.paint(text, style) for text, style in pieces).encode("utf-8", "replace") + b"\n"

    def paint(self, text: str, style: str) -> str:
        """`text` harmless, in the codes of `style` when there is colour."""
        safe = printable(text)
        return f"\x1b[{_CODES[style]}m{safe}\x1b[0m" if self.on and style and safe else safe

    def sentence(self, where: str, sentence: str, start: int, end: int) -> bytes:
        """A line with the sentence behind `where`, its stretch from `start` to `end` marked as a hit."""
        if not sentence.isprintable():
            sentence = _SPACE.sub(" ", sentence)
        if not self.on:
            return self.encoded([(f"{where}: {sentence}", "")])
        start = max(0, start)
        end = max(start, end)
        return self.encoded(
            [
                (f"{where}: ", "quiet"),
                (sentence[:start], ""),
                (sentence[start:end], "hit"),
                (sentence[end:], ""),
            ]
        )
