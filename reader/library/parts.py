"""What a library is made of, each part opened when it is first asked for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reader import paths as places
from reader.library.contents import Contents
from reader.library.index.database import Database
from reader.library.index.marking import State
from reader.library.index.reading import Reader
from reader.library.matching import in_title
from reader.library.query.tree import EVERYTHING, Query
from reader.text import one_line

if TYPE_CHECKING:
    # What the first screen does not need is imported where it is first used: the app starts sooner.
    from typing import Self

    from reader.library.errata.proofs import Proofs
    from reader.library.in_force import InForce
    from reader.library.index.writing import Writer
    from reader.library.people.register import Register
    from reader.library.scanning.upkeep import Upkeep
    from reader.model import Correction, Problem
    from reader.notes.corrections import CorrectionStore
    from reader.notes.history import History
    from reader.notes.store import NoteStore
    from reader.settings import Settings


class Parts:
    """Index, state, contents, notes and corrections of one folder, and the queries they are asked."""

    def __init__(self, root: Path, bases: tuple[Path, ...], settings: Settings | None) -> None:
        self.root, self.bases, self._settings = root, bases, settings
        key = places.library_key(root)
        part = "" if bases == (root,) else f"-{places.library_key(Path(os.sep.join(map(str, bases))))[-8:]}"
        state = places.state_dir() / key
        if not (state / places.ROOT_FILE).exists():
            from reader.library.scanning.moved import take_along

            take_along(state, root)
        self.database = Database(places.cache_dir() / f"{key}{part}", state)
        self.index = Reader(self.database)
        self.state = State(self.database, self.index.prints)
        self.contents = Contents(
            root, self.index, self._corrections, lambda: self.settings.max_file_mb << 20, self.database.folder
        )
        self.database.function("holds", 2, self.contents.holds)
        self.database.function("fits", 3, self.contents.fits)
        self.database.function("in_title", 2, in_title)
        self.database.function("in_category", 2, self._in_category)
        self.finder_trouble = ""  #: why the backend of the settings cannot be used
        if settings is not None and settings.backend != "builtin":
            from reader.detect.people.backend import follow_settings

            self.finder_trouble = follow_settings(settings.backend, settings.spacy_model)

    @classmethod
    def open(cls, paths: Sequence[Path], settings: Settings | None = None) -> Self:
        """The library of a folder, a file, or several of either; no scan, nothing is read but the index.

        Paths that do not exist are named in `problems`.
        """
        wanted = [Path(os.path.abspath(path)) for path in paths] or [Path.cwd()]
        if len(wanted) == 1:
            root = places.library_of(wanted[0])
        else:
            folders = [path if path.is_dir() else path.parent for path in wanted]
            root = Path(os.path.commonpath(folders))
        return cls(root, tuple(sorted(set(wanted))), settings)

    def close(self) -> None:
        """Let go of this thread's connection."""
        self.database.close()

    @property
    def settings(self) -> Settings:
        """The settings it was opened with, else the defaults."""
        if self._settings is None:
            from reader.settings import Settings

            self._settings = Settings()
        return self._settings

    @cached_property
    def register(self) -> Register:
        """Who is who."""
        from reader.library.people.register import Register

        return Register(self.index, self.contents, self._corrections, self.state, self.query)

    def person_ids(self, name: str) -> Sequence[int]:
        """The index's numbers of all persons that `name` may mean."""
        return self.register.ids(name)

    @cached_property
    def notes(self) -> NoteStore:
        """The notes of this library."""
        from reader.notes.store import NoteStore

        return NoteStore.open(self.root, self.settings, self.database.folder / places.NOTES_FOLDER)

    @cached_property
    def corrections(self) -> CorrectionStore:
        """What the reader corrected, on disk beside the notes."""
        from reader.notes.corrections import CorrectionStore

        return CorrectionStore(self.notes.folder)

    @cached_property
    def history(self) -> History:
        """What was done to this library and can be taken back, by whichever program that has it open."""
        from reader.notes.history import History

        return History(places.state_dir() / places.library_key(self.root) / "undo.jsonl")

    @cached_property
    def in_force(self) -> InForce:
        """The corrections that hold now."""
        from reader.library.in_force import InForce

        return InForce(self.corrections, self.index)

    @cached_property
    def proofs(self) -> Proofs:
        """The corrections of articles: what is in force, and new ones."""
        from reader.library.errata.proofs import Proofs

        return Proofs(self.contents, self._corrections)

    def present_notes(self) -> NoteStore | None:
        """The notes, None while there is no notes folder: then nothing of them need be loaded."""
        return self.notes if self.has_notes() else None

    def notes_to_tidy(self) -> NoteStore | None:
        """The notes, None where there are none and no draft was kept elsewhere because they could not be written."""
        return self.notes if os.path.exists(places.drafts_dir()) else self.present_notes()

    def attend_to_notes(self) -> tuple[Problem, ...]:
        """Load notes and corrections where there are some, which an article without any can be shown before; what is
        to be told of them."""
        from reader.model import Problem

        notes = self.present_notes()
        if notes is None:
            return ()
        self.in_force.read()
        if not notes.fallback:
            return notes.tidings
        said = f"cannot be written; notes are kept in {one_line(str(notes.folder))}"
        return (Problem(str(self.root / places.NOTES_FOLDER), 0, said), *notes.tidings)

    @property
    def notes_elsewhere(self) -> bool:
        """Whether the notes are kept outside the library because it cannot be written; once they are loaded."""
        return "notes" in self.__dict__ and self.notes.fallback

    def has_notes(self) -> bool:
        """Whether there is a notes folder, or should be one. Cheap enough to poll, from any thread."""
        return bool(
            "notes" in self.__dict__
            or (self._settings is not None and self._settings.notes)
            or any(map(os.path.exists, self._notes_places))
            or not os.access(self.root, os.W_OK)
        )

    @cached_property
    def _notes_places(self) -> tuple[str, ...]:
        """Where the notes folder may be: in the library, or among the user's data where that cannot be written."""
        spare = places.data_dir() / places.library_key(self.root)
        return str(self.root / places.NOTES_FOLDER), str(spare)

    def _corrections(self) -> tuple[Correction, ...]:
        if "notes" not in self.__dict__ and not self._may_be_corrected():
            return ()  # the first article of a start, for which they need not be loaded then
        return () if self.present_notes() is None else self.in_force.read()

    def _may_be_corrected(self) -> bool:
        if self._settings is not None and self._settings.notes:
            return True
        return self.has_corrections() or os.path.exists(self._notes_places[1])

    def has_corrections(self) -> bool:
        """Whether there are corrections in the library's own notes folder."""
        return os.path.exists(os.path.join(self._notes_places[0], places.CORRECTIONS_FILE))

    @cached_property
    def upkeep(self) -> Upkeep:
        """What changes the index."""
        from reader.library.scanning.upkeep import Upkeep

        return Upkeep(
            self.root, self.bases, self.settings, self.database, self.state, self.contents, self.person_ids,
            self._corrections, self.present_notes,
        )  # fmt: skip

    @property
    def writer(self) -> Writer:
        """Changes of the index, one by one."""
        return self.upkeep.writer

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the library's own files and paths."""
        from reader.model import Problem

        missing = (Problem(str(p), 0, "no such file or folder") for p in self.bases if not os.path.lexists(p))
        finder = (Problem("settings", 0, self.finder_trouble),) if self.finder_trouble else ()
        return (*self.database.problems, *missing, *finder)

    def query(self, query: str | Query, *, typing: bool = False) -> Query:
        """`query` understood; `typing`: its last word may still grow. Raises QueryError."""
        if not isinstance(query, str):
            return query
        if not query:
            return EVERYTHING
        from reader.library.query.grammar import parse_query

        meant = parse_query(query, typing=typing)
        if "category:" in query.lower():
            from reader.library.categories import check_categories

            check_categories(meant, self.settings.categories)
        return meant

    def _in_category(self, category: int, value: str) -> bool:
        from reader.library.categories import categories_meant

        return category in categories_meant(value, self.settings.categories)
