"""A library with one article and helpers to put notes on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model import Note
from reader.notes import NoteStore
from reader.notes.anchor import describe

TEXT = (
    "Harbour closed for a week\n\n"
    "The harbour was closed on Monday after a crane fell into the basin. “Nobody was hurt,” the mayor said.\n\n"
    "Officials expect the work to cost 3 million crowns. The ferry will leave from the old pier."
)


class Shelf:
    """A library folder, its store, and its text."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.text = TEXT
        (root / "a.txt").write_text(TEXT, "utf-8")
        self.store = NoteStore.open(root)

    def add(self, quote: str, body: str, **marks: object) -> Note:
        at = self.text.index(quote)
        note = Note("", "", describe(self.text, at, at + len(quote)), body, **marks)  # type: ignore[arg-type]
        return self.store.add("a.txt", note)

    @property
    def path(self) -> Path:
        return self.store.read("a.txt").path

    @property
    def yaml(self) -> str:
        return self.path.read_bytes().decode("utf-8")

    def bodies(self) -> list[str]:
        return [note.body for note in NoteStore.open(self.root).read("a.txt").notes]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    root = tmp_path / "lib"
    root.mkdir()
    return Shelf(root)
