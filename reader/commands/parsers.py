"""The parser of each sub-command."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable
from importlib import import_module
from typing import NoReturn

from reader.text import one_line


class _Help(argparse.RawDescriptionHelpFormatter):
    """Asks how wide the terminal is without `shutil`, which brings compressors that a search does not need."""

    def __init__(self, prog: str) -> None:
        columns = os.environ.get("COLUMNS", "")
        try:
            width = int(columns) if columns.isdecimal() else os.get_terminal_size().columns
        except (OSError, ValueError):  # no terminal
            width = 80
        super().__init__(prog, width=max(width, 40) - 2)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the words it was given in one line that is harmless for a terminal."""

    def error(self, message: str) -> NoReturn:
        super().error(one_line(message))


def offer(action: argparse.Action, values: Iterable[str]) -> None:
    """Have the shells complete `values` for an option that takes others too."""
    action.offered = tuple(values)  # type: ignore[attr-defined]


def offered(action: argparse.Action) -> tuple[str, ...]:
    """What the shells complete for an option: its choices, or what was offered."""
    if action.choices:
        return tuple(map(str, action.choices))
    return getattr(action, "offered", ())


def build_parser(command: str) -> argparse.ArgumentParser:
    """The parser of one sub-command; only that command's module is imported."""
    module = import_module(f"reader.commands.{command}")
    parser = _Parser(
        prog=f"reader {command}",
        description=module.__doc__,
        formatter_class=_Help,
    )
    module.configure(parser)
    return parser
