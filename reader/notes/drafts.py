"""Texts that are being typed, kept until they are saved or thrown away by hand."""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

from reader import paths
from reader.durable import replacing
from reader.notes.names import notes_name
from reader.notes.refusals import refusal
from reader.notes.scalars import whole
from reader.paths import slug


class Drafts:
    """Drafts of one notes folder, by source file and a key (a note id, or a place). One text file each.

    When the notes folder cannot be written they go to the user's state folder.
    """

    def __init__(self, folder: Path) -> None:
        mark = hashlib.sha256(str(folder.absolute()).encode("utf-8", "replace")).hexdigest()[:12]
        self._homes = (folder / ".drafts", paths.state_dir() / "drafts" / mark)

    def _name(self, file: str, key: str) -> str:
        mark = hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:8]
        return f"{notes_name(file).removesuffix('.yaml')}.{slug(key, 40)}.{mark}.txt"

    def save(self, file: str, key: str, text: str) -> Path:
        """Keep `text`; returns where. Raises: NotesRefused when neither place can be written."""
        error: OSError | None = None
        for home in self._homes:
            try:
                home.mkdir(parents=True, exist_ok=True)
                with replacing(home / self._name(file, key)) as out:
                    out.write(whole(text).encode("utf-8"))
                return home / self._name(file, key)
            except OSError as caught:
                error = error or caught
        assert error is not None
        raise refusal(self._homes[0], error)

    def get(self, file: str, key: str) -> str | None:
        """The kept text, None when there is none."""
        for home in self._homes:
            with contextlib.suppress(OSError):
                return (home / self._name(file, key)).read_text("utf-8", "replace")
        return None

    def drop(self, file: str, key: str) -> None:
        """Forget a draft; no error when there is none."""
        for home in self._homes:
            with contextlib.suppress(OSError):
                (home / self._name(file, key)).unlink()

    def all(self) -> list[Path]:
        """Every kept draft."""
        found: list[Path] = []
        for home in self._homes:
            with contextlib.suppress(OSError):
                found += sorted(p for p in home.iterdir() if p.suffix == ".txt")
        return found
