"""The corrections that hold now: those on disk, and while their file cannot be made out, those before."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.library.errata.choices import correction_of
from reader.library.index.reading import Reader
from reader.model import Correction, Problem

if TYPE_CHECKING:
    from reader.notes.corrections import CorrectionStore


class InForce:
    """Reads the corrections of `store` again only when their file changed."""

    def __init__(self, store: CorrectionStore, index: Reader) -> None:
        self._store, self._index = store, index
        self._known: tuple[object, tuple[Correction, ...]] | None = None

    def forget(self) -> None:
        """They changed: read anew."""
        self._known = None

    @property
    def is_unread(self) -> bool:
        """Whether nobody has asked for them yet."""
        return self._known is None

    @property
    def is_outdated(self) -> bool:
        """Whether their file changed since it was read."""
        return self._known is not None and self._known[0] != self._store.stamp()

    def read(self) -> tuple[Correction, ...]:
        """All of them, in file order; what the index took in last where the file cannot be made out."""
        stamp = self._store.stamp()
        if self._known is None or self._known[0] != stamp:
            made = self._store.read()
            self._known = (stamp, made if self._store.readable else corrections_before(self._index))
        return self._known[1]

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with their file, and what comes of it."""
        self.read()
        if self._store.readable:
            return self._store.problems
        said = "the corrections before are used until it is repaired"
        return tuple(replace(p, message=f"{p.message}; {said}") for p in self._store.problems)


def corrections_before(index: Reader) -> tuple[Correction, ...]:
    """The corrections of the last scan, without ids and dates."""
    kept = index.recall("corrections")
    return tuple(map(correction_of, json.loads(kept))) if kept else ()
