"""Where Reader keeps its files.

With a PATH also where the notes, index and state of that library are.

  reader paths ~/news
"""

from __future__ import annotations

import argparse
from pathlib import Path

from reader.cli.console import complain, emit, say
from reader.cli.exit_codes import DONE, USAGE


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `reader paths`."""
    parser.add_argument("path", nargs="?", metavar="PATH", help="a library: a folder or a file of articles")
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(options: argparse.Namespace) -> int:
    """Print the places; 0 done, 2 no such library."""
    from reader import paths

    places = {
        "config": paths.config_file(),
        "themes": paths.config_dir() / "themes",
        "cache": paths.cache_dir(),
        "state": paths.state_dir(),
        "data": paths.data_dir(),
        "shipped themes": paths.shipped("themes"),
        "samples": paths.shipped("articles"),
    }
    if options.path is not None:
        library = Path(options.path)
        if not library.exists():
            complain(f"{options.path}: no such file or folder; name a folder of articles")
            return USAGE
        places |= _of_library(library)
    if options.json:
        emit({name: str(place) for name, place in places.items()})
        return DONE
    width = max(map(len, places))
    for name, place in places.items():
        say(f"{name:<{width}}  {place}{'' if place.exists() else '  (not there yet)'}")
    return DONE


def _of_library(path: Path) -> dict[str, Path]:
    from reader import paths
    from reader.notes import NoteStore
    from reader.settings import load_settings

    root = paths.library_of(path.absolute())
    key = paths.library_key(root)
    return {
        "library": root.resolve(),
        "notes": NoteStore.open(root, load_settings()[0]).folder.resolve(),
        "index": paths.cache_dir() / key,
        "read state": paths.state_dir() / key,
    }
