"""The `reader` command: `reader [PATH…]` opens the app, `reader COMMAND …` works headless."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from reader import __version__
from reader.commands.tree import COMMANDS, build_parser, overview


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code (0 done, 1 nothing found, 2 usage, 3 some inputs bad,
    4 notes in use or in conflict, 130 interrupted)."""
    words = list(sys.argv[1:] if argv is None else argv)
    first = words[0] if words else ""
    if first in ("-h", "--help", "help"):
        sys.stdout.write(overview())
        return 0
    if first in ("-V", "--version"):
        print(f"reader {__version__}")
        return 0
    command = words.pop(0) if first in COMMANDS else "read"
    try:
        parser = build_parser(command)
        try:  # options may stand between QUERY and PATH
            options = parser.parse_intermixed_args(words)
        except TypeError:  # not with sub-commands
            options = parser.parse_args(words)
        code: int = import_module(f"reader.commands.{command}").run(options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # the reader of our output has gone: that is its right
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
