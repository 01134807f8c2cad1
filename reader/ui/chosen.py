"""What is chosen by keys and holds at the next start too: the theme, the order of the list, the width of the text.

Each is in a file beside the state of libraries. What was chosen last holds: by keys, or in the settings.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reader import paths
from reader.durable import replacing
from reader.settings import may_be

_VIEW = "view.json"
#: The settings that keys change.
VIEW_SETTINGS = ("sort", "group", "fold_duplicates", "width")


def read_chosen(name: str, settings: Path) -> str:
    """The choice called `name`; "" when there is none, or when the file `settings` is newer."""
    kept = paths.state_dir() / name
    try:
        if settings.is_file() and settings.stat().st_mtime_ns > kept.stat().st_mtime_ns:
            return ""
        return kept.read_text("utf-8").strip()
    except (OSError, ValueError):
        return ""


def write_chosen(name: str, choice: str) -> None:
    """Start with this choice from now on. Raises: OSError."""
    paths.state_dir().mkdir(parents=True, exist_ok=True)
    with replacing(paths.state_dir() / name) as file:
        file.write(f"{choice}\n".encode())


def read_view(settings: Path) -> dict[str, Any]:
    """What keys have set in place of the settings in the file `settings`: `VIEW_SETTINGS` with their values."""
    try:
        kept = json.loads(read_chosen(_VIEW, settings) or "{}")
        return {name: kept[name] for name in VIEW_SETTINGS if name in kept and may_be(name, kept[name])}
    except (ValueError, TypeError):
        return {}


def write_view(view: Mapping[str, Any]) -> None:
    """Start with these values in place of the settings from now on. Raises: OSError."""
    write_chosen(_VIEW, json.dumps(dict(view)))
