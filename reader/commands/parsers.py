"""The parser of each sub-command."""

from __future__ import annotations

import argparse
from importlib import import_module


class _Help(argparse.RawDescriptionHelpFormatter):
    """Asks how wide the terminal is when help is printed, not at every start."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=78)

    def format_help(self) -> str:
        import shutil

        self._width = shutil.get_terminal_size().columns - 2
        return super().format_help()


def build_parser(command: str) -> argparse.ArgumentParser:
    """The parser of one sub-command; only that command's module is imported."""
    module = import_module(f"reader.commands.{command}")
    parser = argparse.ArgumentParser(
        prog=f"reader {command}",
        description=module.__doc__,
        formatter_class=_Help,
    )
    module.configure(parser)
    return parser
