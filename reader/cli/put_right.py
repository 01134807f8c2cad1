"""Articles of files as readers have put them right, for commands that open no library."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reader.paths import CORRECTIONS_FILE, NOTES_FOLDER, config_file, data_dir, library_key, library_of

if TYPE_CHECKING:
    from reader.library.errata.choices import Choices
    from reader.notes.store import NoteStore


def choices_of(name: str) -> Choices | None:
    """What readers said of the file of that name, None for nothing: then nothing of corrections is loaded."""
    path = Path(os.path.abspath(name))
    store = _store(path.parent) if os.path.isfile(path) else None
    if store is None:
        return None
    from reader.cli.notebook import choices_for

    choices = choices_for(path, store)
    return choices if any(choices) else None


@lru_cache(64)
def _store(folder: Path) -> NoteStore | None:
    """The notes for the files of a folder, if there are corrections beside them."""
    root = library_of(folder / "a file")
    here = (config_file(), root / NOTES_FOLDER / CORRECTIONS_FILE, data_dir() / library_key(root))
    if not any(map(os.path.exists, here)):
        return None
    from reader.cli.openings import user_settings
    from reader.notes.store import NoteStore

    store = NoteStore.open(root, user_settings())
    return store if (store.folder / CORRECTIONS_FILE).exists() else None
