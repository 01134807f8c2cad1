"""What every command says and how: JSON lines on stdout, one safe line of trouble on stderr."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from typing import Any, BinaryIO

from reader.text import one_line, printable, printable_json


def open_input(name: str) -> AbstractContextManager[BinaryIO]:
    """The file `name` as bytes, the standard input for "-". Raises: OSError."""
    return nullcontext(sys.stdin.buffer) if name == "-" else open(name, "rb")


def complain(message: object) -> None:
    """Say one line on stderr, harmless for a terminal."""
    print(f"reader: {one_line(str(message))}", file=sys.stderr)


def emit(record: dict[str, Any]) -> None:
    """Write one JSON object as a line on stdout; ASCII only when a terminal reads it."""
    import json  # here: the app starts by way of this module

    line = printable_json(json.dumps(record, ensure_ascii=sys.stdout.isatty(), separators=(",", ":")))
    sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")


def say(text: str) -> None:
    """Write text and a line feed on stdout, harmless for a terminal."""
    sys.stdout.buffer.write(printable(text).encode("utf-8", "replace") + b"\n")
