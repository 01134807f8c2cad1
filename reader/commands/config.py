"""Show the settings in use, check the configuration, or print a commented one to start from.

Without an option: every setting as a line of YAML; those that differ from the default are marked.

  reader config --schema > ~/.config/reader/config.yaml
  reader config --check
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

from reader.cli.console import complain, emit, say
from reader.cli.exit_codes import DONE, USAGE
from reader.cli.mistakes import find_mistakes
from reader.paths import config_file
from reader.settings import Settings, load_settings, schema


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


def _yaml(value: Any) -> str:
    """A setting as YAML in one line; JSON strings are YAML strings."""
    import json

    if isinstance(value, tuple):
        return "[" + ", ".join(_yaml(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_yaml(key)}: {_yaml(item)}" for key, item in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)
