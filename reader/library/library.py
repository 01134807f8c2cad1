"""The library: a folder of raw news text with everything that is known about it. The one door for app and commands."""

from __future__ import annotations

import json
import os
import threading
from array import array
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reader import paths as places
from reader.library.index.database import Database
from reader.library.index.marking import State
from reader.library.index.reading import Reader
from reader.library.index.records import PlaceRecord
from reader.library.index.writing import Writer
from reader.library.ledger import Ledger
from reader.library.people import Families, Family, People, describe, gather
from reader.library.query.grammar import parse_query
from reader.library.query.tokens import tokens
from reader.library.query.tree import All, Amount, Field, Query, Words, all_leaves, split_leaves
from reader.library.records import (
    Comparison,
    Copy,
    LedgerRow,
    MergeProposal,
    PersonEntry,
    Progress,
    ScanResult,
)
from reader.library.rows import Rows
from reader.library.search import Hits
from reader.library.texts import read_text
from reader.model import Article, Correction, Detection, Problem
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.notes.corrections import CorrectionStore
    from reader.notes.store import NoteStore

_SMALL = 300  # files of a folder that is scanned in the app's own process


class ArticleMissing(LookupError):
    """An article that is not, or no longer, in the library."""


class Library:
    """Open one with `Library.open`. Reading is quick and may be done in any thread; `scan` belongs in a worker.

    Articles are named by `id` (`file#index`, file relative to `root`).
    """

    def __init__(self, root: Path, bases: tuple[Path, ...], settings: Settings) -> None:
        self.root, self.bases, self.settings = root, bases, settings
        key = places.library_key(root)
        part = "" if bases == (root,) else f"-{places.library_key(Path(os.sep.join(map(str, bases))))[-8:]}"
        self.database = Database(places.cache_dir() / f"{key}{part}", places.state_dir() / key)
        self.index = Reader(self.database)
        self.state = State(self.database, self._prints)
        self.database.function("holds", 2, self._holds)
        self.database.function("fits", 3, self._fits)
        self.database.function("in_title", 2, _in_title)
        self._parsed = lru_cache(16)(self._parse)
        self._texts = lru_cache(256)(self._read_text)
        self._detected = lru_cache(16)(self._find)
        self._people: tuple[int, str, People] | None = None
        self._corrected: tuple[object, tuple[Correction, ...]] | None = None

    @classmethod
    def open(cls, paths: Sequence[Path], settings: Settings | None = None) -> Library:
        """The library of a folder, a file, or several of either; no scan, nothing is read but the index.

        Paths that do not exist are named in `problems`.
        """
        wanted = [Path(os.path.abspath(path)) for path in paths] or [Path.cwd()]
        if len(wanted) == 1:
            root = wanted[0] if wanted[0].is_dir() else _home(wanted[0])
        else:
            folders = [path if path.is_dir() else path.parent for path in wanted]
            root = Path(os.path.commonpath(folders))
        return cls(root, tuple(sorted(set(wanted))), settings or Settings())

    # ------------------------------------------------------------------ parts

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

    def _may_have_notes(self) -> bool:
        """Whether there is any notes folder; without one, nothing of the notes need be loaded."""
        if self.settings.notes or "notes" in self.__dict__:
            return True
        return (self.root / "notes").exists() or (places.data_dir() / places.library_key(self.root)).exists()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the library's own files and paths."""
        missing = (Problem(str(p), 0, "no such file or folder") for p in self.bases if not os.path.lexists(p))
        return (*self.database.problems, *missing)

    @cached_property
    def writer(self) -> Writer:
        """Changes of the index."""
        from reader.parsing import PARSER_VERSION

        return Writer(self.database, PARSER_VERSION)

    def close(self) -> None:
        """Let go of this thread's connection."""
        self.database.close()

    # ------------------------------------------------------------------ articles

    def query(self, query: str | Query, *, typing: bool = False) -> Query:
        """`query` understood; raises QueryError."""
        return parse_query(query, typing=typing) if isinstance(query, str) else query

    @staticmethod
    def needs_marks(query: Query) -> bool:
        """Whether `query` can only be answered once people and figures have been found."""
        leaves = all_leaves(query.root)
        return any(
            isinstance(n, Amount) or (isinstance(n, Field) and n.name in ("person", "kind")) for n in leaves
        )

    def rows(
        self, query: str | Query = "", sort: str = "newest", group: str = "none", fold: bool = True,
        *, typing: bool = False,
    ) -> Rows:  # fmt: skip
        """The articles that match, in order. Sorts: newest, oldest, title, source, file, unread; groups: none,
        day, source. With `fold`, one row for each set of near-duplicates. Raises QueryError."""
        return Rows(self.index, self._order(self.query(query, typing=typing), sort, group, fold))

    def _order(self, query: Query, sort: str, group: str, fold: bool) -> array[int]:
        key = f"order {sort} {group} {int(fold)}"
        if not query.empty or sort == "unread":
            return self.index.order(query, self.person_ids, sort, group, fold)
        kept = self.index.recall(key)
        if kept:
            generation, numbers = int.from_bytes(kept[:8], "little"), array("q")
            numbers.frombytes(kept[8:])
            if generation == self.index.generation:
                return numbers
        return self.index.order(query, self.person_ids, sort, group, fold)

    def keep_order(self) -> None:
        """Keep the order the list opens with, so that the next start need not sort."""
        settings, empty = self.settings, Query("", All(()))
        order = self.index.order(
            empty, self.person_ids, settings.sort, settings.group, settings.fold_duplicates
        )
        key = f"order {settings.sort} {settings.group} {int(settings.fold_duplicates)}"
        self.writer.remember(key, self.index.generation.to_bytes(8, "little") + order.tobytes())

    def article(self, article: str) -> Article:
        """The article, parsed from its file as it is now; raises ArticleMissing."""
        file, _, number = article.rpartition("#")
        if not number.isdigit():
            raise ArticleMissing(article)
        found = self.articles(file)
        if int(number) >= len(found):
            raise ArticleMissing(article)
        return found[int(number)]

    def _parse(self, file: str, mtime: int, size: int) -> tuple[Article, ...]:
        from reader.parsing import parse_file

        hidden = frozenset(c.text for c in self._corrections() if c.action == "hide")
        shown = frozenset(c.text for c in self._corrections() if c.action == "show")
        return parse_file(self.root / file, file=file, hidden=hidden, shown=shown)

    def articles(self, file: str) -> tuple[Article, ...]:
        """All articles of a file, as it is now; raises ArticleMissing."""
        try:
            status = os.stat(self.root / file)
            return self._parsed(file, status.st_mtime_ns, status.st_size)
        except (OSError, ValueError):
            raise ArticleMissing(file) from None

    def raw(self, file: str) -> str:
        """The decoded text of a file, as blocks count it; raises ArticleMissing."""
        from reader.library.intake import Unreadable, read_bytes
        from reader.parsing import decode

        try:
            return decode(read_bytes(str(self.root), file, self.settings.max_file_mb << 20)[0]).text
        except Unreadable as problem:
            raise ArticleMissing(f"{file}: {problem}") from None

    def detection(self, article: str) -> Detection:
        """People and figures of an article: from the index, or found now; raises ArticleMissing."""
        from reader.library.packing import unpack

        parsed = self.article(article)
        number = self.index.number(article)
        place = self.index.place(number) if number is not None else None
        if number is not None and place is not None and self._text(number, place) == parsed.text:
            packed = self.index.packed_marks(number)
            if packed is not None:
                return unpack(packed, parsed.text)
        return self._detect(parsed.text, parsed.published)

    def _detect(self, text: str, published: str | None) -> Detection:
        return self._detected(text, published, self._corrections())

    def _find(self, text: str, published: str | None, corrections: tuple[Correction, ...]) -> Detection:
        from reader.detect import detect

        return detect(text, published=published, corrections=corrections)

    def _corrections(self) -> tuple[Correction, ...]:
        """The corrections as they are on disk; read again only when the file changed."""
        if not self._may_have_notes():
            return ()
        stamp = self.corrections.stamp()
        if self._corrected is None or self._corrected[0] != stamp:
            self._corrected = (stamp, self.corrections.read())
            self._parsed.cache_clear()
            self._detected.cache_clear()
        return self._corrected[1]

    def _text(self, number: int, place: PlaceRecord) -> str:
        return self._texts(number, place)

    def _read_text(self, number: int, place: PlaceRecord) -> str:
        text = read_text(self.root, place.path, place.size, place.mtime, place.recipe)
        if text is None:  # changed since it was indexed
            try:
                text = self.article(f"{place.path}#{place.idx}").text
            except ArticleMissing:
                text = ""
        return text

    def _marks(self, number: int, place: PlaceRecord) -> Detection:
        from reader.library.packing import unpack

        text = self._text(number, place)
        packed = self.index.packed_marks(number)
        return unpack(packed, text) if packed is not None else self._detect(text, place.published or None)

    def _prints(self, path: str, idx: int) -> tuple[bytes, bytes] | None:
        return self.index.prints(path, idx)

    # ------------------------------------------------------------------ search

    def search(self, query: str | Query, sort: str = "newest", *, typing: bool = False) -> Hits:
        """The passages that match, in reading order; raises QueryError."""
        meant = self.query(query, typing=typing)
        numbers = self.index.order(meant, self.person_ids, sort)
        return Hits(meant, numbers, self.index.places, self._text, self._marks, self._names)

    def _holds(self, number: int, literal: str) -> bool:
        from reader.text import fold_text

        place = self.index.place(number)
        return place is not None and literal in fold_text(self._text(number, place))

    def _fits(self, number: int, pattern: str, exact: int) -> bool:
        from reader.library.query.patterns import compile_pattern

        place = self.index.place(number)
        return place is not None and bool(
            compile_pattern(pattern, bool(exact)).search(self._text(number, place))
        )

    def complete(self, field: str, typed: str) -> list[str]:
        """Values of a query field that begin with what is typed, for `suggestions`."""
        return self.index.values(field, typed)

    # ------------------------------------------------------------------ people

    @property
    def families(self) -> Families:
        """Which names are one person."""
        return Families(self._corrections())

    def person_ids(self, name: str) -> list[int]:
        """The index's numbers of all persons that `name` may mean, other spellings included."""
        found = self.index.persons_like(tokens(name))
        families = self.families
        if not families.merged or not found:
            return [number for number, _ in found]
        keys = {families.key(known) for _, known in found}
        return [number for number, known, _ in self.index.person_names() if families.key(known) in keys]

    def _names(self, name: str) -> frozenset[str]:
        ids = frozenset(self.person_ids(name))
        return frozenset(known for number, known, _ in self.index.person_names() if number in ids)

    def people(self, query: str = "") -> People:
        """Everyone, most articles first. Words in `query` are looked for in the names, all else (`source:x
        after:2024`) chooses the articles. Raises QueryError."""
        generation = self.index.generation
        if self._people and self._people[:2] == (generation, query):
            return self._people[2]
        words, rest = split_leaves(self.query(query).root, Words)
        rows = self.index.persons(Query(query, rest), self.person_ids)
        wanted = [token for word in words if isinstance(word, Words) for token in word.tokens]
        if wanted:
            ids = set(self.person_ids(" ".join(wanted)))
            rows = [row for row in rows if row[0] in ids]
        people = People(self.index, gather(rows, self.families))
        self._people = (generation, query, people)
        return people

    def family(self, name: str) -> Family | None:
        """The person called just `name`, or the one with most articles whose name holds its words."""
        people = self.people().families
        key = self.families.key(name)
        exact = next((f for f in people if self.families.key(f.name) == key), None)
        if exact:
            return exact
        ids = set(self.person_ids(name))
        return next((family for family in people if ids & set(family.ids)), None)

    def person(self, name: str) -> tuple[PersonEntry, Hits] | None:
        """The person and every passage that names them, newest first; None when nobody is called that."""
        family = self.family(name)
        if family is None:
            return None
        known = {number: text for number, text, _ in self.index.person_names()}
        names = frozenset(known[number] for number in family.ids)
        query = Query(name, Field("person", family.name))
        numbers = self.index.articles_on(family.ids)
        hits = Hits(query, numbers, self.index.places, self._text, self._marks, lambda _: names)
        return describe(self.index, family), hits

    def merge_proposals(self) -> tuple[MergeProposal, ...]:
        """Pairs of names that may be one person, surest first, without those decided or put off."""
        from reader.library.merging import propose

        return propose(self.people().families, self._corrections(), self.state.unsure(), self.index)

    # ------------------------------------------------------------------ figures

    def figures(self, query: str | Query = "", sort: str = "newest") -> Sequence[LedgerRow]:
        """The figures of the matching articles; `figure:` and `kind:` choose among them. Sorts: newest,
        oldest, value, kind, unit. Raises QueryError."""
        meant = self.query(query)
        amounts, rest = split_leaves(meant.root, Amount)
        kinds = [
            Amount(n.value, "") for n in Query("", rest).wanted() if isinstance(n, Field) and n.name == "kind"
        ]
        wanted = [a for a in amounts if isinstance(a, Amount)] + kinds
        found = self.index.figures(Query(meant.text, rest), wanted, self.person_ids, sort)
        return Ledger(found, self._look)

    def _look(self, number: int) -> tuple[PlaceRecord, str, Detection] | None:
        place = self.index.place(number)
        return (place, self._text(number, place), self._marks(number, place)) if place else None

    # ------------------------------------------------------------------ copies and comparison

    def duplicates(self, article: str) -> tuple[Copy, ...]:
        """The near-duplicates of an article and what each adds, lacks or changes; raises ArticleMissing."""
        from reader.library.duplicates import describe_copy

        shown = self.article(article).text
        number = self.index.number(article)
        if number is None:
            return ()
        found = []
        for copy, place in self.index.places(self.index.copies(number)):
            row = (f"{place.path}#{place.idx}", place.title, place.source, place.published)
            found.append(describe_copy(shown, self._text(copy, place), row))
        return tuple(found)

    def compare(self, articles: Sequence[str]) -> Comparison:
        """Several articles side by side; raises ArticleMissing."""
        from reader.library.compare import compare

        found = tuple(self.article(article) for article in articles)
        return compare(found, tuple(self.detection(article) for article in articles), self.families)

    # ------------------------------------------------------------------ scanning

    def scan(
        self,
        progress: Callable[[Progress], None] | None = None,
        stop: Callable[[], bool] | None = None,
        *,
        marks: bool = True,
        apart: bool | None = None,
        processes: int | None = None,
    ) -> ScanResult:
        """Bring the index up to date with the folder; to be run in a worker thread, may be stopped anywhere.

        Texts come first, then near-duplicates, then (with `marks`) people and figures. `apart`: in a process
        of its own, by default when the app asks and there is much to do; `processes`: others that help.
        Never raises for what is wrong with files or disk: that is in the result's problems.
        """
        report, halt = progress or (lambda _: None), stop or (lambda: False)
        if apart is None:
            apart = threading.current_thread() is not threading.main_thread() and self._is_large()
        if apart:
            from reader.library.refresh import refresh_apart

            found = refresh_apart(self.bases, self.settings, report, halt, marks)
            if found is not None:
                return found
        import sqlite3

        try:
            return self._scan_here(report, halt, marks, processes)
        except sqlite3.OperationalError as error:  # disk full, no access: what was committed stays
            return ScanResult(problems=(Problem(str(self.database.path), 0, f"cannot be written: {error}"),))
        except sqlite3.DatabaseError:
            self.database.rebuild()
            return self._scan_here(report, halt, marks, processes)
        except OSError as error:
            return ScanResult(problems=(Problem(str(self.root), 0, error.strerror or str(error)),))

    def wait_for_change(self, stop: Callable[[], bool]) -> bool:
        """Wait in a worker thread until a file of the library changes (True) or `stop()` says so (False)."""
        from reader.library.watching import wait_for_change

        return wait_for_change(self.bases, self._left_out()[-1], stop)

    def _is_large(self) -> bool:
        if self.index.count() > _SMALL or self.index.unmarked_count() > _SMALL // 3:
            return True
        from reader.library.walk import walk

        found = walk(self.root, self.bases, self._left_out(), [])
        return any(count > _SMALL for count, _ in enumerate(found))

    def _left_out(self) -> tuple[Path, ...]:
        """Folders below the root that hold no articles."""
        usual = self.root / "notes"
        return (usual, self.notes.folder) if self.settings.notes else (usual,)

    def folders_unchanged(self) -> bool:
        """Whether no folder gained or lost a name since the last scan; files changed in place are not seen."""
        checked, kept = self.index.recall("checked"), self.index.recall("folders")
        if not checked or not kept:
            return False
        try:
            return all(
                os.stat(path).st_mtime_ns == mtime and checked - mtime > _SETTLED
                for path, mtime in json.loads(kept).items()
            )
        except OSError:
            return False

    def _scan_here(
        self, report: Callable[[Progress], None], stop: Callable[[], bool], marks: bool, processes: int | None
    ) -> ScanResult:
        from reader.library import refresh
        from reader.library.scan import Folder, Scan

        refresh.refresh_corrections(self.index, self.writer, self._corrections(), self.person_ids)
        settings = self.settings
        folder = Folder(
            self.root, self.bases, self._left_out(), settings.max_file_mb << 20, settings.confidence, settings.duplicate_threshold, self._corrections(),
        )  # fmt: skip
        if processes is None:
            processes = min(2, os.cpu_count() or 1)
        scan = Scan(folder, self.database, self.writer.parser, self.state, report, stop)
        before = self.index.generation
        result = scan.run(processes, marks)
        if result.busy:
            return result
        if self._may_have_notes() or self.index.note_stamps():
            if result.added or result.changed or result.removed or result.moved:
                result = self._follow_notes(scan.arrived, result)
            refresh.refresh_notes(self.index, self.writer, self.notes)
        if self.index.generation != before or self.index.recall("watches") != "\n".join(self.watches()):
            wrong = refresh.refresh_watched(self.index, self.writer, self.watches(), self.person_ids)
            self.keep_order()
            if wrong:
                result = replace(result, problems=(*result.problems, *wrong))
        return result

    def _follow_notes(self, arrived: Sequence[str], result: ScanResult) -> ScanResult:
        """Notes go where their text went: into files that are new or changed since the last scan."""
        own = self.notes.files()
        if all(self.index.file(file) for file in own) and not set(own) & set(arrived):
            return result
        from reader.notes import NotesError
        from reader.notes.follow import follow

        def texts(file: str) -> list[str]:
            try:
                return [article.text for article in self.articles(file)]
            except ArticleMissing:
                return []

        existing = {file for file in own if self.index.file(file)} | set(arrived)
        try:
            follow(self.notes, sorted(existing), texts)
        except NotesError as error:
            return replace(result, problems=(*result.problems, error.problem))
        return result

    def refresh_notes(self, file: str | None = None) -> None:
        """Take in what changed in the notes of one file, or of all."""
        from reader.library import refresh

        if file is None:
            refresh.refresh_notes(self.index, self.writer, self.notes)
        else:
            found = self.notes.read(file)
            self.writer.store_notes(file, repr(self.notes.stamp(file)), refresh.note_rows(found.notes))

    # ------------------------------------------------------------------ corrections and watch list

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
        """Few articles are looked at again at once, many by the next scan."""
        from reader.library import refresh
        from reader.library.workers import work

        self._corrected = None
        corrections = self._corrections()
        refresh.refresh_corrections(self.index, self.writer, corrections, self.person_ids)
        self._people = None
        waiting = self.index.unmarked(_AT_ONCE + 1)
        if len(waiting) <= _AT_ONCE:
            texts = [(n, self._text(n, place), place.published) for n, place in self.index.places(waiting)]
            job = (
                "detect",
                [tuple(asdict(c).values()) for c in corrections],
                self.settings.confidence,
                texts,
            )
            self.writer.store_marks(work(job))

    def watches(self) -> tuple[str, ...]:
        """The queries that are followed: those in the settings, then the reader's own."""
        return tuple(dict.fromkeys((*self.settings.watch, *self.state.watches())))

    def watch(self, query: str, on: bool = True) -> None:
        """Follow a query, or no longer; raises QueryError."""
        from reader.library import refresh

        parse_query(query)
        self.state.watch(query, on)
        refresh.refresh_watched(self.index, self.writer, self.watches(), self.person_ids)

    def watch_matches(self) -> Rows:
        """The articles that match the watch list, newest first."""
        return self.rows("is:watched", fold=False)


_SETTLED = 2_000_000_000  # nanoseconds after which a folder's time tells of every later change
_AT_ONCE = 40  # articles that are looked at again while the reader waits


def _home(file: Path) -> Path:
    """The library a single file belongs to: the nearest folder above that has notes, else its own folder."""
    noted = (folder for folder in file.parents if (folder / "notes" / ".lock").exists())
    return next(noted, file.parent)


def _in_title(title: str, words: str) -> bool:
    return f" {words} " in f" {' '.join(tokens(title))} "
