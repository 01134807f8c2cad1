"""Reader: raw news text as clean articles with people, figures and notes.

The names below are the stable import surface; each is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "Article": "reader.model",
    "Figure": "reader.model",
    "Library": "reader.library",
    "Note": "reader.model",
    "NoteStore": "reader.notes",
    "Person": "reader.model",
    "detect": "reader.detect",
    "parse_file": "reader.parsing",
    "parse_text": "reader.parsing",
}
__all__ = [
    "Article",
    "Figure",
    "Library",
    "Note",
    "NoteStore",
    "Person",
    "detect",
    "parse_file",
    "parse_text",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'reader' has no attribute {name!r}")
    return getattr(import_module(home), name)
