"""Any raw news text to clean articles, and nothing is lost.

`decode` reads bytes, `parse_bytes` and `parse_file` give the articles of a file, `parse_text` those of a text.
Every non-blank character of the decoded text is in exactly one block, in order; what is not for reading is
furniture with a reason.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from reader.garbage import uncollected
from reader.parsing.build import build
from reader.parsing.decode import Decoded, clean, decode, is_binary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model import Article, Problem
    from reader.parsing.draft import Parsed

#: Changes whenever the same file may give other articles; caches hold it.
PARSER_VERSION = "51"
#: Files above this many bytes are refused.
LARGEST = 1 << 29

__all__ = [
    "LARGEST",
    "PARSER_VERSION",
    "Decoded",
    "ParseError",
    "analyse",
    "check_text",
    "decode",
    "parse_bytes",
    "parse_file",
    "parse_part",
    "parse_records",
    "parse_text",
    "read_bytes",
]


class ParseError(ValueError):
    """A file that cannot be read as text; `problem` names it and the way out."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def parse_text(
    text: str, *, file: str = "", hidden: Collection[str] = frozenset(), shown: Collection[str] = frozenset()
) -> tuple[Article, ...]:
    """The articles of a text; at least one if there is anything on it but blanks. Never raises on odd content.

    `shown` and `hidden` hold texts of blocks that the reader wants shown or hidden for good.
    """
    return _articles(clean(text).text, file, hidden, shown)


def parse_bytes(
    data: bytes,
    *,
    file: str = "",
    hidden: Collection[str] = frozenset(),
    shown: Collection[str] = frozenset(),
) -> tuple[Article, ...]:
    """The articles of a file's bytes; offsets count code points of `decode(data).text`."""
    return _articles(decode(data).text, file, hidden, shown)


def parse_part(
    text: str,
    start: int,
    end: int,
    *,
    file: str = "",
    hidden: Collection[str] = frozenset(),
    shown: Collection[str] = frozenset(),
) -> tuple[Article, ...]:
    """The articles of a part of a decoded text, read as if it were a file of its own; offsets count in `text`."""
    from dataclasses import replace

    return tuple(
        replace(article, blocks=tuple(
            [replace(b, raw_start=b.raw_start + start, raw_end=b.raw_end + start) for b in article.blocks]
        ))
        for article in _articles(text[start:end], file, hidden, shown)
    )  # fmt: skip


def parse_file(
    path: str | os.PathLike[str],
    *,
    file: str | None = None,
    hidden: Collection[str] = frozenset(),
    shown: Collection[str] = frozenset(),
) -> tuple[Article, ...]:
    """The articles of the file at `path`, known as `file` (default: the path). Raises ParseError."""
    name = os.fspath(path) if file is None else file
    return parse_bytes(read_bytes(path, name), file=name, hidden=hidden, shown=shown)


def read_bytes(path: str | os.PathLike[str], name: str = "") -> bytes:
    """The bytes of a text file. Raises ParseError for a missing, unreadable, binary or too large one."""
    name = name or os.fspath(path)
    try:
        # Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with open(handle, "rb") as stream:
            found = os.fstat(handle)
            if stat.S_ISDIR(found.st_mode):
                raise _problem(name, "is a folder; name the files in it")
            if not stat.S_ISREG(found.st_mode):
                raise _problem(name, "is a pipe, socket or device, not a file; use - to read standard input")
            if found.st_size > LARGEST:
                raise _problem(name, f"larger than {LARGEST >> 20} MB; split it first")
            data = stream.read(LARGEST + 1)
    except FileNotFoundError:
        raise _problem(name, "no such file; check the path") from None
    except IsADirectoryError:
        raise _problem(name, "is a folder; name the files in it") from None
    except PermissionError:
        raise _problem(name, "may not be read; check its permissions") from None
    except ParseError:
        raise
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _problem(name, f"cannot be read ({reason}); check the path") from None
    return check_text(data, name)


def check_text(data: bytes, name: str) -> bytes:
    """`data` as it is. Raises ParseError if it is no text in any encoding."""
    if is_binary(data):
        raise _problem(name, "is not a text file; convert it to text first")
    return data


def _problem(name: str, message: str) -> ParseError:
    from reader.model import Problem

    return ParseError(Problem(name, 0, message))


def parse_records(data: bytes, *, file: str = "") -> Iterator[dict[str, Any]]:
    """The articles of a file's bytes as plain dicts, as `reader parse --json` prints them."""
    from reader.parsing.build import records

    text = decode(data).text
    if text and not text.isspace():
        with uncollected(len(text)):
            drafts = analyse(text).drafts
        yield from records(text, drafts, file)


def analyse(text: str) -> Parsed:
    """What a decoded text was found to be, with the reasons, before it is built into articles.

    A reader that stumbles declines: the text is then shown whole, as it is.
    """
    from reader.parsing.formats import recognise
    from reader.parsing.generic import parse_plain, parse_whole
    from reader.parsing.lines import read_lines

    lines = read_lines(text)
    try:
        parsed = recognise(text, lines)
    except Exception:  # a fault of ours must not cost the user the file
        parsed = None
    if parsed is not None:
        return parsed
    try:
        return parse_plain(text, lines)
    except Exception:
        return parse_whole(lines)


def _articles(text: str, file: str, hidden: Collection[str], shown: Collection[str]) -> tuple[Article, ...]:
    if not text or text.isspace():
        return ()
    with uncollected(len(text)):
        return build(text, analyse(text).drafts, file, hidden, shown)
