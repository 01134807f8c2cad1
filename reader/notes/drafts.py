"""Texts that are being typed, kept until they are saved or thrown away by hand."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable
from pathlib import Path

from reader import paths
from reader.durable import make_folder, replacing
from reader.notes.names import notes_name
from reader.notes.refusals import refusal
from reader.notes.scalars import whole
from reader.paths import slug


class Drafts:
    """Drafts of one notes folder, by source file and a key (a note id, or a place). One text file each, whose name
    tells what it was begun on: a note that has been saved since is not to be set back by it.

    When the notes folder cannot be written they go to the user's state folder.
    """

    def __init__(self, folder: Path) -> None:
        mark = hashlib.sha256(str(folder.absolute()).encode("utf-8", "replace")).hexdigest()[:12]
        self._homes = (folder / ".drafts", paths.drafts_dir() / mark)

    def _name(self, file: str, key: str, base: str = "") -> str:
        begun = f"-{_mark(base)}" if base else ""
        return f"{notes_name(file).removesuffix('.yaml')}.{slug(key, 40)}.{_mark(key)}{begun}.txt"

    def _paths(self, file: str, key: str) -> list[Path]:
        """Every draft with that key, whatever it was begun on."""
        stem = self._name(file, key).removesuffix(".txt")
        return [path for path in self.all() if path.name == f"{stem}.txt" or path.name.startswith(f"{stem}-")]

    def save(self, file: str, key: str, text: str, base: str = "") -> Path:
        """Keep `text`, begun on the text `base`, in place of any other with that key; returns where. Raises:
        NotesRefused when neither place can be written."""
        error: OSError | None = None
        for home in self._homes:
            path = home / self._name(file, key, base)
            try:
                make_folder(home)
                with replacing(path) as out:
                    out.write(whole(text).encode("utf-8"))
            except OSError as caught:
                error = error or caught
                continue
            _remove([other for other in self._paths(file, key) if other != path])
            return path
        assert error is not None
        raise refusal(self._homes[0], error)

    def get(self, file: str, key: str, base: str = "") -> str | None:
        """The kept text that was begun on `base`, None when there is none."""
        for home in self._homes:
            with contextlib.suppress(OSError):
                return (home / self._name(file, key, base)).read_text("utf-8", "replace")
        return None

    def outdated(self, file: str, key: str) -> str | None:
        """A kept text, whatever it was begun on: what `get` does not find was begun on something else."""
        for path in self._paths(file, key):
            with contextlib.suppress(OSError):
                return path.read_text("utf-8", "replace")
        return None

    def drop(self, file: str, key: str) -> None:
        """Forget a draft, whatever it was begun on; no error when there is none."""
        _remove(self._paths(file, key))

    def place_of(self, draft: Path, files: Iterable[str]) -> tuple[str, str] | None:
        """The source file, one of `files`, and the key of a kept draft; None when it is of no such file."""
        stem, key, mark, _ = ("...." + draft.name).rsplit(".", 3)
        stem = f"{stem[4:]}.yaml"
        file = next((file for file in files if notes_name(file) == stem), None)
        return (file, key) if file is not None and mark.startswith(_mark(key)) else None

    def all(self) -> list[Path]:
        """Every kept draft."""
        found: list[Path] = []
        for home in self._homes:
            with contextlib.suppress(OSError):
                found += sorted(p for p in home.iterdir() if p.suffix == ".txt")
        return found


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]


def _remove(drafts: list[Path]) -> None:
    for path in drafts:
        with contextlib.suppress(OSError):
            path.unlink()
