"""Show the settings in use, check the configuration, or print a commented one to start from.

Without an option: every setting as a line of YAML; those that differ from the default are marked.

  reader config --schema > ~/.config/reader/config.yaml
  reader config --check
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from typing import Any

from reader.commands.console import complain, emit, say
from reader.commands.exit_codes import DONE, USAGE
from reader.model import Problem
from reader.paths import config_file
from reader.settings import Settings, line_of, load_settings, schema


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `reader config`."""
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="only say what is wrong; exit 2 if anything is")
    what.add_argument("--schema", action="store_true", help="print a commented config.yaml with the defaults")
    what.add_argument("--json", action="store_true", help="the settings in use as one JSON object")
    parser.add_argument("--file", metavar="FILE", help="look at this file instead of the user's")


def run(options: argparse.Namespace) -> int:
    """Show or check; 0 done, 2 the configuration has mistakes."""
    if options.schema:
        say(schema().rstrip("\n"))
        return DONE
    path = Path(options.file) if options.file else None
    settings, problems = load_settings(path)
    if options.check:
        problems += find_mistakes(settings, str(path or config_file()))
    for problem in problems:
        complain(problem)
    if options.check:
        if not problems:
            where = path or config_file()
            say(f"{where}: fine" if where.exists() else f"{where}: not there; the defaults are used")
        return USAGE if problems else DONE
    defaults = Settings()
    values = {item.name: getattr(settings, item.name) for item in fields(Settings)}
    values["watch"] = tuple(
        {watch.name: watch.query} if watch.name else watch.query for watch in settings.watch
    )
    if options.json:
        emit(values)
    else:
        for name, value in values.items():
            mark = "" if value == getattr(defaults, name) else "  # yours"
            say(f"{name}: {_yaml(value)}{mark}")
    sys.stdout.flush()
    return USAGE if problems else DONE


def find_mistakes(settings: Settings, file: str) -> tuple[Problem, ...]:
    """What is wrong with the keys, the theme, the watched queries and the backend: their own modules know."""
    from reader.detect.backend_spacy import trouble_with
    from reader.library.following import trouble_with as watch_trouble

    # By name: the app and the commands do not know each other.
    _, keys = import_module("reader.ui.keymap").check_keys(settings.keys, file)
    _, theme = import_module("reader.ui.theming").starting_theme(settings.theme)
    watch = []
    for followed in settings.watch:
        if wrong := watch_trouble(followed):
            line = line_of(file, "watch", followed.query)
            watch.append(Problem(file, line, f"watch: {followed.label}: {wrong}; it is not followed"))
    if line := line_of(file, "theme"):  # a theme that is there has mistakes in its own file
        theme = tuple(p if p.line else Problem(file, line, f"{p}; the default is used") for p in theme)
    trouble = trouble_with(settings.spacy_model) if settings.backend == "spacy" else ""
    backend = (
        (Problem(file, line_of(file, "spacy_model") or line_of(file, "backend"), trouble),) if trouble else ()
    )
    return (*keys, *theme, *watch, *backend)


def _yaml(value: Any) -> str:
    """A setting as YAML in one line; JSON strings are YAML strings."""
    import json

    if isinstance(value, tuple):
        return "[" + ", ".join(_yaml(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_yaml(key)}: {_yaml(item)}" for key, item in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)
