"""The library: a folder of raw news text with all that is known about it. The one door for app and commands."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reader import paths as places
from reader.library.contents import ArticleMissing, Contents
from reader.library.index.database import Database
from reader.library.index.marking import State
from reader.library.index.reading import Reader
from reader.library.matching import in_title
from reader.library.query.tree import EVERYTHING, Query
from reader.library.rows import Rows

if TYPE_CHECKING:
    # What the first screen does not need is imported where it is first used: the app starts sooner.
    from reader.library.company import Company, Together
    from reader.library.in_force import InForce
    from reader.library.index.writing import Writer
    from reader.library.people import Families, People
    from reader.library.records import (
        Comparison,
        Copy,
        LedgerRow,
        MergeProposal,
        Pair,
        PersonEntry,
        Report,
        ScanResult,
        Stop,
    )  # fmt: skip
    from reader.library.register import Register
    from reader.library.search import Hits
    from reader.library.upkeep import Upkeep
    from reader.library.watching import Watcher
    from reader.model import Article, Correction, Detection, Problem
    from reader.notes.corrections import CorrectionStore
    from reader.notes.store import NoteStore
    from reader.settings import Settings

__all__ = ["ArticleMissing", "Library"]


class Library:
    """Open one with `Library.open`. Reading is quick and may be done in any thread; `scan` belongs in a worker.

    Articles are named by `id` (`file#index`, file relative to `root`).
    """

    def __init__(self, root: Path, bases: tuple[Path, ...], settings: Settings | None) -> None:
        self.root, self.bases, self._settings = root, bases, settings
        key = places.library_key(root)
        part = "" if bases == (root,) else f"-{places.library_key(Path(os.sep.join(map(str, bases))))[-8:]}"
        self.database = Database(places.cache_dir() / f"{key}{part}", places.state_dir() / key)
        self.index = Reader(self.database)
        self.state = State(self.database, self.index.prints)
        self.contents = Contents(root, self.index, self._corrections, lambda: self.settings.max_file_mb << 20)
        self.database.function("holds", 2, self.contents.holds)
        self.database.function("fits", 3, self.contents.fits)
        self.database.function("in_title", 2, in_title)
        self.finder_trouble = ""  #: why the backend of the settings cannot be used
        if settings is not None and settings.backend != "builtin":
            from reader.detect.backend import follow_settings

            self.finder_trouble = follow_settings(settings.backend, settings.spacy_model)

    @classmethod
    def open(cls, paths: Sequence[Path], settings: Settings | None = None) -> Library:
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

    # ------------------------------------------------------------------ parts

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
        from reader.library.register import Register

        return Register(self.index, self.contents, self._corrections, self.state, self.query)

    def person_ids(self, name: str) -> Sequence[int]:
        """The index's numbers of all persons that `name` may mean."""
        return self.register.ids(name)

    @cached_property
    def notes(self) -> NoteStore:
        """The notes of this library."""
        from reader.notes.store import NoteStore

        return NoteStore.open(self.root, self.settings)

    @cached_property
    def corrections(self) -> CorrectionStore:
        """What the reader corrected, on disk beside the notes."""
        from reader.notes.corrections import CorrectionStore

        return CorrectionStore(self.notes.folder)

    @cached_property
    def in_force(self) -> InForce:
        """The corrections that hold now."""
        from reader.library.in_force import InForce

        return InForce(self.corrections, self.index)

    def present_notes(self) -> NoteStore | None:
        """The notes, None while there is no notes folder: then nothing of them need be loaded."""
        return self.notes if self.has_notes() else None

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
        return str(self.root / "notes"), str(spare)

    def _corrections(self) -> tuple[Correction, ...]:
        return () if self.present_notes() is None else self.in_force.read()

    @cached_property
    def upkeep(self) -> Upkeep:
        """What changes the index."""
        from reader.library.upkeep import Upkeep

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

    # ------------------------------------------------------------------ articles

    def query(self, query: str | Query, *, typing: bool = False) -> Query:
        """`query` understood; `typing`: its last word may still grow. Raises QueryError."""
        if not isinstance(query, str):
            return query
        if not query:
            return EVERYTHING
        from reader.library.query.grammar import parse_query

        return parse_query(query, typing=typing)

    def rows(
        self, query: str | Query = "", sort: str = "newest", group: str = "none", fold: bool = True,
        *, typing: bool = False,
    ) -> Rows:  # fmt: skip
        """The articles that match, in order. Sorts: newest, oldest, title, source, file, unread; groups: none,
        day, source. With `fold`, one row for each set of near-duplicates. Raises QueryError."""
        meant = self.query(query, typing=typing)
        return Rows(self.index, self.index.order(meant, self.person_ids, sort, group, fold), group)

    def article(self, article: str) -> Article:
        """The article, parsed from its file as it is now; raises ArticleMissing."""
        return self.contents.article(article)

    def articles(self, file: str) -> tuple[Article, ...]:
        """All articles of a file, as it is now; raises ArticleMissing."""
        return self.contents.articles(file)

    def raw(self, file: str) -> str:
        """The decoded text of a file, as blocks count it; raises ArticleMissing."""
        return self.contents.raw(file)

    def detection(self, article: str) -> Detection:
        """People and figures of an article: from the index, or found now; raises ArticleMissing."""
        return self.contents.detection(article)

    def glimpse(self, article: str, start: int, end: int) -> tuple[int, int, Detection]:
        """What `detection` will say of a stretch of a long article, as far as can be told at once: bounds and marks."""
        return self.contents.glimpse(article, start, end)

    # ------------------------------------------------------------------ across the library

    def search(self, query: str | Query, sort: str = "newest", *, typing: bool = False) -> Hits:
        """The passages that match, in reading order; raises QueryError."""
        from reader.library.search import Hits

        meant, contents = self.query(query, typing=typing), self.contents
        numbers = self.index.order(meant, self.person_ids, sort)
        return Hits(
            meant, numbers, self.index.places, contents.read, contents.marks,
            lambda name: self.register.names(name),  # who is who is loaded for a name only
            self.database.close,
        )  # fmt: skip

    def parts(self, query: str, *, typing: bool = False) -> list[tuple[str, int]]:
        """The parts of a query that must all match, as typed, and how many articles match each alone; none for a
        query of one part. Tells why nothing is found. Raises QueryError."""
        from reader.library.query.tree import All, Either, Not

        root = self.query(query, typing=typing).root
        nodes = root.nodes if isinstance(root, All) else ()
        leaves = [node for node in nodes if not isinstance(node, Not | All | Either)]
        return [
            (query[leaf.start : leaf.end], len(self.index.order(Query("", leaf), self.person_ids)))
            for leaf in leaves
        ]

    def complete(self, field: str, typed: str) -> list[str]:
        """Values of a query field that begin with what is typed, for `suggestions`."""
        return self.index.values(field, typed)

    @property
    def families(self) -> Families:
        """Which names are one person."""
        return self.register.families

    def people(self, query: str = "", sort: str = "articles") -> People:
        """Everyone. Words in `query` are looked for in the names, all else (`source:x after:2024`) chooses the
        articles. Sorts: articles (most first), name, last (met last first). Raises QueryError."""
        return self.register.people(query, sort)

    def people_alike(self, query: str) -> People:
        """For a name that nobody has: who has one that sounds like it or is a letter off. Raises QueryError."""
        return self.register.alike(query)

    def person(self, name: str) -> tuple[PersonEntry, Hits] | None:
        """The person called `name`, or the most frequent one whose name holds its words, and every passage that
        names them, newest first; None when there is nobody."""
        return self.register.person(name)

    def company(self, name: str, query: str = "", sort: str = "strength") -> Company | None:
        """Who is named in the same articles as the one `person` gives for `name`, None for nobody. Sorts: strength (how
        far above chance), articles (most in common first), name. `query` as for `people`. Raises QueryError."""
        return self.register.company(name, query, sort)

    def together(self, name: str, other: str, query: str = "") -> Together | None:
        """Two persons and the passages on both in the articles that name both, newest first; None when one of them is
        nobody. What is no word in `query` chooses among the articles. Raises QueryError."""
        return self.register.together(name, other, query)

    def pairs(self, query: str = "") -> Iterator[Pair]:
        """All pairs of persons who are named in one article, those with most articles first. Words in `query` are
        looked for in the names of either, all else chooses the articles. Raises QueryError."""
        return self.register.pairs(query)

    def merge_proposals(self) -> tuple[MergeProposal, ...]:
        """Pairs of names that may be one person, surest first, without those decided or put off. Decide with
        `apply(Correction("", "same" | "different", other, name))`, put off with `state.set_unsure`."""
        return self.register.proposals()

    def figures(self, query: str | Query = "", sort: str = "newest") -> Sequence[LedgerRow]:
        """The figures of the matching articles; `figure:` and `kind:` choose among them. Sorts: newest,
        oldest, value, kind, unit. Raises QueryError."""
        from reader.library.ledger import Ledger

        return Ledger(self.index.figures(self.query(query), self.person_ids, sort), self.contents.look)

    def duplicates(self, article: str) -> tuple[Copy, ...]:
        """The near-duplicates of an article and what each adds, lacks or changes; raises ArticleMissing."""
        from reader.library.duplicates import describe_copy

        shown = self.article(article).text
        number = self.index.number(article)
        copies = () if number is None else self.index.places(self.index.copies(number))
        return tuple(describe_copy(shown, self.contents.text(place), place) for _, place in copies)

    def accounts(self, article: str) -> list[str]:
        """The articles that tell the story of `article` in their own words, of each source the surest first, then its
        near-duplicates; raises ArticleMissing."""
        from reader.library.stories import accounts

        return accounts(self.index, self.article(article))

    def compare(self, articles: Sequence[str]) -> Comparison:
        """Several articles side by side; raises ArticleMissing."""
        from reader.library.compare import compare

        found, marks = tuple(map(self.article, articles)), tuple(map(self.detection, articles))
        return compare(found, marks, self.families, self._corrections())

    # ------------------------------------------------------------------ upkeep

    def scan(
        self,
        progress: Report | None = None,
        stop: Stop | None = None,
        *,
        copies: bool = True,
        marks: bool = True,
        apart: bool | None = None,
        patient: bool = False,
        processes: int | None = None,
    ) -> ScanResult:
        """Bring the index up to date with the folder; to be run in a worker thread, may be stopped anywhere.

        Texts come first, then near-duplicates (`copies`), then people and figures (`marks`). `apart`: in a
        process of its own, by default when the app asks and there is much to do; `processes`: others that help.
        `patient`: while another instance scans this library, wait, and then see whether it has left anything to do.
        Never raises for what is wrong with files or disk: that is in the result's problems.
        """
        report, halt = progress or (lambda _: None), stop or (lambda: False)
        result = self.upkeep.scan(
            report, halt, copies=copies, marks=marks, apart=apart, patient=patient, processes=processes
        )
        if self.present_notes() is None or not (wrong := self.in_force.problems()):
            return result
        from dataclasses import replace

        return replace(result, problems=tuple(dict.fromkeys((*result.problems, *wrong))))

    @property
    def watcher(self) -> Watcher:
        """Tells in a worker thread that files or notes of the library change."""
        return self.upkeep.watcher

    def folders_unchanged(self) -> bool:
        """Whether no folder gained or lost a name since the last scan; files changed in place are not seen."""
        from reader.library.freshness import folders_unchanged

        return folders_unchanged(self.index)

    def refresh_notes(self, file: str | None = None) -> None:
        """Take in what changed in the notes of one file, or of all."""
        self.upkeep.take_notes(file)

    def apply(self, correction: Correction) -> Correction:
        """Keep a correction and let it take effect in every article; returns it with its id. Raises NotesError."""
        made = self.corrections.add(correction)
        self._corrections_changed()
        return made

    def withdraw(self, correction: str) -> Correction:
        """Take a correction (its id) back everywhere; returns it. Raises NotesError."""
        gone = self.corrections.remove(correction)
        self._corrections_changed()
        return gone

    def _corrections_changed(self) -> None:
        self.forget_corrections()
        self.upkeep.corrections_changed()

    def corrections_outdated(self) -> bool:
        """Whether somebody else wrote the corrections since they were read. Cheap enough to poll, from any thread."""
        known = self.__dict__.get("in_force")
        return known is not None and known.is_outdated

    def forget_corrections(self) -> None:
        """Read the corrections anew with the next article; a scan brings them into the index."""
        self.in_force.forget()
        self.contents.forget()
        if "register" in self.__dict__:
            self.register.forget()

    def watches(self) -> tuple[str, ...]:
        """The queries that are followed: those in the settings, then the reader's own."""
        return self.upkeep.watches()

    def watch(self, query: str, on: bool = True) -> None:
        """Follow a query, or no longer; raises QueryError."""
        self.query(query)
        self.upkeep.watch(query, on)
