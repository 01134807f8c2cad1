"""What every command says and how: JSON lines on stdout, one safe line of trouble on stderr."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from typing import Any, BinaryIO

from reader.cli.exit_codes import UNREADABLE
from reader.text import one_line, printable, printable_json

# What has more is no request and no text, but an input without end.
_MOST = 256 << 20


def complain(message: object) -> None:
    """Say one line on stderr, harmless for a terminal."""
    print(f"reader: {one_line(str(message))}", file=sys.stderr)


def told(error: OSError, nameless: str) -> str:
    """What to say of an error of the machine; one that names no file is about `nameless`."""
    if isinstance(error, FileNotFoundError) and error.filename is None:  # only where we are has no name then
        return "the folder you are in is gone; go to another one with cd"
    return f"{error.filename or nameless}: {error.strerror or error}"


def each_input(names: Iterable[str], answer: Callable[[BinaryIO, str], int]) -> list[int]:
    """The exit code of `answer(stream, name)` for each input, "-" and none at all being the standard input; one that
    cannot be read is named on stderr."""
    codes = []
    for name in names or ["-"]:
        try:
            with nullcontext(sys.stdin.buffer) if name == "-" else open(name, "rb") as stream:
                codes.append(answer(stream, name))
        except BrokenPipeError:  # of the output
            raise
        except OSError as error:
            complain(f"{name}: {error.strerror or error}")
            codes.append(UNREADABLE)
    return codes


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of an input. Raises: OSError for one that seems to have no end."""
    while line := stream.readline(_MOST):
        if len(line) == _MOST:
            raise _endless("a line")
        yield line


def all_of(stream: BinaryIO) -> bytes:
    """All of an input. Raises: OSError, as `lines_of`."""
    data = stream.read(_MOST)
    if len(data) == _MOST:
        raise _endless("it")
    return data


def _endless(what: str) -> OSError:
    return OSError(errno.EFBIG, f"{what} has more than {_MOST >> 20} MB, too much to be read at once")


def emit(record: dict[str, Any]) -> None:
    """Write one JSON object as a line on stdout; ASCII only when a terminal reads it."""
    import json  # here: the app starts by way of this module

    line = printable_json(json.dumps(record, ensure_ascii=sys.stdout.isatty(), separators=(",", ":")))
    sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")


def say(text: str) -> None:
    """Write text and a line feed on stdout, harmless for a terminal."""
    sys.stdout.buffer.write(printable(text).encode("utf-8", "replace") + b"\n")
