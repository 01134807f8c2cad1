"""The notes that a query asks for, in their places: `note:check` and `category:check` are about passages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.folding import fold_text
from reader.library.categories import categories_meant
from reader.library.query.tokens import tokens
from reader.library.query.tree import Field

if TYPE_CHECKING:
    from reader.library.index.records import PlaceRecord
    from reader.model import Located, Note
    from reader.notes.store import NoteStore


class Noted:
    """Finds the notes that some of the `leaves` of a query asks for in one article after the other; `names` are the
    reader's categories."""

    def __init__(
        self,
        leaves: Sequence[Field],
        notes: Callable[[], NoteStore | None],
        names: Callable[[], tuple[str, ...]],
    ) -> None:
        self._leaves, self._notes, self._names = leaves, notes, names
        self._placed = lru_cache(1)(self._place)

    @property
    def in_text(self) -> bool:
        """Whether passages are asked for: `tag:` and `is:noted` are about whole articles too."""
        return any(leaf.name in ("note", "category") for leaf in self._leaves)

    def located(self, place: PlaceRecord, text: str) -> tuple[Located, ...]:
        """The notes of an article that are meant, where they stand in its `text`."""
        return self._placed(place.path, place.idx, text)

    def _place(self, path: str, idx: int, text: str) -> tuple[Located, ...]:
        from reader.notes.anchor import resolve_all

        store = self._notes()
        own = store.read(path).notes if store is not None else ()
        return resolve_all(
            [note for note in own if note.anchor.article == idx and self._is_meant(note)], text
        )

    def _is_meant(self, note: Note) -> bool:
        return any(self._fits(note, leaf.name, leaf.value) for leaf in self._leaves)

    def _fits(self, note: Note, field: str, value: str) -> bool:
        """The same as the index says of an article's notes, see `index.conditions`."""
        if field == "is":
            return True
        if field == "category":
            return note.category in categories_meant(value, self._names())
        if field == "note":
            return value == "*" or " ".join(tokens(value)) in " ".join(
                tokens(f"{note.body} {note.anchor.exact}")
            )
        wanted, tags = fold_text(value.rstrip("*")).lstrip("#"), [tag.lower() for tag in note.tags]
        return any(tag.startswith(wanted) for tag in tags) if value.endswith("*") else wanted in tags
