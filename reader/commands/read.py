"""Open the app on files and folders of raw news text; the current folder when none is named."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

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


@contextmanager
def _without_openssl() -> Iterator[None]:
    """Have asyncio and hashlib do without OpenSSL, as they do on a Python that was built without it.

    The app speaks to no network and hashes little; the library is 5 MB of memory and a thirtieth of the start.
    """
    names = [name for name in ("ssl", "_hashlib") if name not in sys.modules]
    sys.modules.update(dict.fromkeys(names))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in names:
            del sys.modules[name]


def run(options: argparse.Namespace) -> int:
    """Open the app; returns the exit code."""
    return read(options.paths, options.theme, options.notes, options.config)


def read(
    paths: Sequence[str], theme: str | None = None, notes: str | None = None, config: str | None = None
) -> int:
    """Open the app; returns the exit code. The process ends here, as soon as everything is durable."""
    from reader.commands.console import complain
    from reader.paths import is_readable

    missing = [path for path in paths if not os.path.exists(path)]
    if missing:
        from reader.commands.tree import COMMANDS
        from reader.text import nearest

        meant = nearest(missing[0], COMMANDS)
        way = f"did you mean `reader {meant}`?" if meant else "`reader --help` lists the commands"
        complain(f"{missing[0]}: no such file or folder, nor a command; {way}")
        return 2
    if paths and not any(map(is_readable, paths)):
        complain(f"{paths[0]}: may not be read; check its permissions")
        return 2
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        complain("the app needs a terminal; `reader --help` lists the commands that work in a pipe")
        return 2
    # Imports make many objects and no garbage: collecting meanwhile is a tenth of the start.
    gc.disable()
    with _without_openssl():
        # By name: the app and the commands do not know each other.
        opening = import_module("reader.ui.opening")
        import_module("hashlib")  # for whatever asks for it later: it would come with OpenSSL then
    files = [Path(path) for path in paths]
    code: int = opening.open_app(files, theme=theme, notes=notes, config=config)
    return code
