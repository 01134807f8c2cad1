"""Open the app on files and folders of raw news text.

When none is named, on the current folder.

  reader ~/news
  reader read --theme paper ~/news/2024 story.txt
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from reader.cli.exit_codes import USAGE

if TYPE_CHECKING:
    import argparse


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="folders and files")
    parser.add_argument("--theme", help="theme for this time, instead of the one in the settings")
    parser.add_argument(
        "--notes", metavar="DIR", help="folder of the notes (default: notes/ inside the library)"
    )
    parser.add_argument("--config", metavar="FILE", help="settings file to use instead of your own")


class _Unwanted(ModuleType):
    """Stands for a module of which others import no more than classes that are never used: each is an empty one."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


@contextmanager
def without_the_unused() -> Iterator[None]:
    """Have the app loaded without what it does not use; asked for later, it is there.

    Textual's command palette comes with eight widgets, a twelfth of the start: there is a palette of our own. asyncio
    and hashlib do without OpenSSL, as on a Python that was built without it: the app speaks to no network and hashes
    little; it is 5 MB of memory and a thirtieth of the start.
    """
    unused: dict[str, Any] = {"textual.command": _Unwanted("textual.command"), "ssl": None}
    unused = {name: module for name, module in unused.items() if name not in sys.modules}
    sys.modules.setdefault("_hashlib", None)  # type: ignore[arg-type]  # for good: else hashlib would come with it later
    sys.modules.update(unused)
    try:
        yield
    finally:
        for name in unused:
            del sys.modules[name]


def run(options: argparse.Namespace) -> int:
    """Open the app; returns the exit code."""
    return read(options.paths, options.theme, options.notes, options.config)


def read(
    paths: Sequence[str], theme: str | None = None, notes: str | None = None, config: str | None = None
) -> int:
    """Open the app; returns the exit code. The process ends here, as soon as everything is durable."""
    from reader.cli.console import complain
    from reader.paths import is_readable

    missing = [path for path in paths if not os.path.exists(path)]
    if "-" in missing:
        complain("the app opens files and folders; `reader show -` and `reader parse -` read a pipe")
        return USAGE
    if missing:
        from reader.cli.tree import COMMANDS
        from reader.text import nearest

        meant = nearest(missing[0], COMMANDS)
        way = f"did you mean `reader {meant}`?" if meant else "`reader --help` lists the commands"
        complain(f"{missing[0]}: no such file or folder, nor a command; {way}")
        return USAGE
    if paths and not any(map(is_readable, paths)):
        complain(f"{paths[0]}: may not be read; check its permissions")
        return USAGE
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        complain("the app needs a terminal; `reader --help` lists the commands that work in a pipe")
        return USAGE
    # Imports make many objects and no garbage: collecting meanwhile is a tenth of the start.
    gc.disable()
    with without_the_unused():
        # By name: the app and the commands do not know each other.
        opening = import_module("reader.ui.opening")
    files = [Path(path) for path in paths]
    code: int = opening.open_app(files, theme=theme, notes=notes, config=config)
    return code
