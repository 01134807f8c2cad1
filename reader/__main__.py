"""The `reader` command: `reader [PATH…]` opens the app, `reader COMMAND …` works headless."""

from __future__ import annotations

import contextlib
import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from reader import __version__
from reader.cli.console import complain, say, told
from reader.cli.exit_codes import DONE, INTERRUPTED, UNSAVED, USAGE, Ended
from reader.cli.tree import COMMANDS, overview

if TYPE_CHECKING:
    from argparse import Namespace

#: Commands that leave nothing running behind them.
_ANSWERS = ("search", "list")
#: Commands that take a query, which may begin with a minus.
_ASKS = ("search", "list", "figures", "people", "export")


def command() -> NoReturn:
    """The console script: `main`, and out.

    After an answer the interpreter is not taken apart: thousands of hits make that a tenth of the whole.
    """
    answer = sys.argv[1:2] and sys.argv[1] in _ANSWERS
    if answer:
        gc.set_threshold(100_000, 50, 100)  # it makes much, and hardly any cycles
    code = main()
    if answer and "tempfile" not in sys.modules:  # else what was put into temporary folders goes with us
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code, one of `reader.cli.exit_codes`."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by who started us
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    # The app is drawn on stderr.
    for stream, errors in ((sys.stdin, "replace"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):  # what we write is UTF-8, whatever the locale
            stream.reconfigure(encoding="utf-8", errors=errors)
    try:
        try:
            code = _answer(list(map(_readable, sys.argv[1:] if argv is None else argv)))
        except Ended as end:
            code = end.code
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # the reader of our output has gone: that is its right
        _drop_output()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:  # inputs are looked after by the commands: this is the output, or the machine
        complain(told(error, "standard output"))
        _drop_output()
        return UNSAVED
    except Exception as error:
        if not (said := _mend(str(error))):
            raise
        complain(said)
        return USAGE


def _readable(word: str) -> str:
    """`word` as UTF-8, unless it is the name of a file, which may be any bytes."""
    if word.isascii() or os.path.exists(word):
        return word
    return word.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _answer(words: list[str]) -> int:
    first = words[0] if words else ""
    if first == "help" and words[1:2] and words[1] in COMMANDS:
        words = [words[1], "--help"]
    elif first in ("-h", "--help", "help"):
        say(overview().rstrip("\n"))
        return DONE
    elif first in ("-V", "--version"):
        say(f"reader {__version__}")
        return DONE
    command = words.pop(0) if words and words[0] in COMMANDS else "read"
    if command == "read" and not any(word.startswith("-") for word in words):
        # No options: started without a parser.
        code: int = import_module("reader.commands.read").read(words)
    else:
        code = import_module(f"reader.commands.{command}").run(_options(command, words))
    return code


def _mend(error: str) -> str:
    said: str = import_module("reader.library.index.database").mend(error)
    return said


def _options(command: str, words: list[str]) -> Namespace:
    from reader.cli.parsers import build_parser, shielded

    parser = build_parser(command)
    if command in _ASKS:
        words = shielded(parser, words)
    if "--" in words:
        return parser.parse_args(words)  # mixed, argparse loses what stands behind it
    try:  # options may stand between QUERY and PATH
        return parser.parse_intermixed_args(words)
    except TypeError:  # not with sub-commands
        return parser.parse_args(words)


def _drop_output() -> None:
    """Send what is left in the buffer nowhere, so that the interpreter has nothing to complain of at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    command()
