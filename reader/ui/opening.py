"""Starting the app, and ending it once everything is durable."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from reader.library import Library
from reader.library.index.files import leave_nothing
from reader.model import Problem
from reader.paths import config_file
from reader.settings import load_settings
from reader.text import one_line, printable
from reader.ui.app import ReaderApp
from reader.ui.chosen import read_view
from reader.ui.crash import Crash
from reader.ui.keymap import Keymap, check_keys
from reader.ui.session import Session
from reader.ui.theming import remembered, starting_theme

# Seconds that a thread computes while others wait, a tenth of what Python gives it: a key is dealt with in a dozen
# steps, and waits for the turn of whatever marks or reads beside it at each.
_TURN = 0.0005


def make_app(
    paths: Sequence[Path], *, theme: str | None = None, notes: str | None = None, config: str | None = None
) -> ReaderApp:
    """The app on `paths`, ready to run. What is wrong with the user's files is told inside it.

    Raises: OSError when the library's index cannot be opened at all.
    """
    settings, wrong = load_settings(Path(config) if config else None)
    problems: list[Problem] = list(wrong)
    if notes:
        settings = replace(settings, notes=os.path.abspath(os.path.expanduser(notes)))
    keymap = Keymap()
    if settings.keys:
        keymap, wrong = check_keys(settings.keys, config or str(config_file()))
        problems += wrong
    file = Path(config) if config else config_file()
    look, wrong = starting_theme(theme or remembered(settings.theme, file))
    problems += wrong
    view = read_view(file)
    library = Library.open(paths, replace(settings, **view))
    session = Session(library, settings, keymap, problems, view)
    session.settings_file = file
    return ReaderApp(session, look)


def open_app(
    paths: Sequence[Path], *, theme: str | None = None, notes: str | None = None, config: str | None = None
) -> int:
    """Run the app and end the process; returns an exit code only when it could not start."""
    crash = Crash()
    sys.setswitchinterval(_TURN)
    try:
        app = make_app(paths, theme=theme, notes=notes, config=config)
    except OSError as error:
        from reader.cli.console import complain, told

        complain(told(error, "the library"))
        return 2
    except Exception as error:  # an error of our own: told in one line, the whole of it in a file
        crash.add(error)
        print(f"reader: {one_line(crash.line)}", file=sys.stderr)
        return 1
    crash.listen(app)
    try:
        code = app.run() or app.return_code or 0
    except KeyboardInterrupt:
        code = 130
    except Exception as error:  # as above; notes being written are still waited for
        crash.add(error)
        code = 1
    durable = app.jobs.drain()
    if line := crash.line:
        print(f"reader: {one_line(line)}", file=sys.stderr)
        code = code or 1
    if app.unkept:
        print(
            f"reader: a note could be kept nowhere; this is its text:\n{printable(app.unkept)}",
            file=sys.stderr,
        )
        code = 4
    if not durable:
        print(
            "reader: a note could not be written in time; its text is in the drafts of the notes folder",
            file=sys.stderr,
        )
        code = 4
    sys.stdout.flush()
    sys.stderr.flush()
    leave_nothing()
    # The interpreter's own farewell takes a tenth of a second and has nothing left to do.
    os._exit(code)
