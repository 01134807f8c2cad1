"""Keeping the index up to date: scans here or in another process, corrections, notes, the watch list."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reader import __version__
from reader.library.contents import ArticleMissing, Contents, Corrections
from reader.library.index.conditions import PersonIds
from reader.library.index.database import Database
from reader.library.index.marking import State
from reader.library.index.reading import Reader
from reader.library.index.writing import Writer
from reader.library.scanning.progress import Progress, Report, ScanResult, Stop
from reader.model import Problem, Watch
from reader.paths import NOTES_FOLDER
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.library.errata.revision import Revision
    from reader.library.scanning.watching import Watcher
    from reader.notes.store import NoteStore

_SMALL = 300  # files of a folder that is scanned in the app's own process
_LONG = 1 << 19  # bytes or characters to be read or marked, as above
_LOOK_AGAIN = 0.5  # seconds between looks whether another instance has done


class Upkeep:
    """What changes the index of one library. `notes()` is None while there is no notes folder."""

    def __init__(
        self,
        root: Path,
        bases: tuple[Path, ...],
        settings: Settings,
        database: Database,
        state: State,
        contents: Contents,
        persons: PersonIds,
        corrections: Corrections,
        notes: Callable[[], NoteStore | None],
    ) -> None:
        from reader.parsing import PARSER_VERSION

        self.root, self.bases, self.settings = root, bases, settings
        self.database, self.state, self.contents = database, state, contents
        self.index = Reader(database)
        self.writer = Writer(database, PARSER_VERSION)
        self._persons, self._corrections, self._notes = persons, corrections, notes
        self._scanned = ScanResult()  # what the last scan had done, however it ended
        self._looked = time.time_ns()

    # ------------------------------------------------------------------ scanning

    def scan(
        self,
        report: Report,
        stop: Stop,
        *,
        copies: bool,
        marks: bool,
        apart: bool | None,
        patient: bool,
        processes: int | None,
    ) -> ScanResult:
        """See `Library.scan`."""
        self._looked = time.time_ns()
        self.database.follow()
        if patient and self._await_others(report, stop):
            result = self.scan(
                report, stop, copies=copies, marks=marks, apart=apart, patient=False, processes=processes
            )
            return replace(result, followed=True)
        if apart is None:
            apart = threading.current_thread() is not threading.main_thread() and self._is_large()
        if apart and self.database.lasting:
            from reader.library.scanning.apart import scan_apart

            found = scan_apart(self.bases, self.settings, report, stop, marks)
            if found is not None:
                self.database.follow()
                return found
        import sqlite3

        self._scanned = ScanResult()
        try:
            return self._scan_here(report, stop, copies, marks, processes)
        except OSError as error:
            return self._broken_off(str(self.root), error.strerror or str(error))
        except Exception as error:
            if not self.database.is_damaged(error):
                if not isinstance(error, sqlite3.OperationalError):
                    raise
                # Disk full, no access: what was committed stays.
                way_out = (
                    "; make room there, or name another disk in XDG_CACHE_HOME"
                    if "full" in str(error)
                    else ""
                )
                return self._broken_off(str(self.database.path), f"cannot be written: {error}{way_out}")
        self.database.rebuild()
        return self._scan_here(report, stop, copies, marks, processes)

    def _broken_off(self, where: str, why: str) -> ScanResult:
        """What a scan had done when it came to an end before its time."""
        return replace(self._scanned, problems=(Problem(where, 0, why),))

    def _await_others(self, report: Report, stop: Stop) -> bool:
        """Wait until no other instance scans this library; whether there was one and it is done."""
        waited = False
        while self.database.in_use and not stop():
            waited = True
            report(Progress("text", self.index.count(), 0))
            time.sleep(_LOOK_AGAIN)
        return waited and not stop()

    def _is_large(self) -> bool:
        """Whether there is so much to look at, read or mark that the keys would wait for it."""
        index = self.index
        if (
            index.has_more_files(_SMALL)
            or index.unmarked_count() > _SMALL // 3
            or index.unmarked_length() > _LONG
        ):
            return True
        from reader.library.scanning.walk import walk

        known = {
            (path, size, changed)
            for path, size, changed, parser in index.files()
            if parser == self.writer.parser
        }
        if index.recall("finder") not in (None, self._finder):
            known = set()  # everything is marked anew
        new = 0
        for count, found in enumerate(walk(self.root, self.bases, self.left_out(), [], known=self._endings)):
            new += 0 if found in known else found.size
            if count > _SMALL or new > _LONG:
                return True
        return False

    def _scan_here(
        self, report: Report, stop: Stop, copies: bool, marks: bool, processes: int | None
    ) -> ScanResult:
        from reader.library.people.everyone import keep_everyone
        from reader.library.scanning import refresh
        from reader.library.scanning.scan import UNFOLLOWED, Scan
        from reader.library.scanning.survey import Folder

        corrections, settings = self._corrections(), self.settings
        numbers = self.revision.begin()
        self._follow_finder()
        folder = Folder(
            self.root,
            self.bases,
            self.left_out(),
            settings.max_file_mb << 20,
            settings.confidence,
            settings.duplicate_threshold,
            corrections,
            self._endings,
        )
        if processes is None:  # another backend is loaded once, here
            processes = min(2, os.cpu_count() or 1) if settings.backend == "builtin" else 0
        before, late = self.index.marks_generation, bool(self.index.recall(UNFOLLOWED))
        scan = Scan(folder, self.database, self.writer.parser, self.state, report, stop)
        try:
            result = scan.run(processes, copies=copies, marks=marks)
        finally:
            self._scanned = scan.result
        if result.busy:
            return result
        arrived = [path for path, *_ in self.index.files()] if late else scan.arrived
        if self._corrections() is not corrections:
            self.revision.repeat(corrections)
        result = self._follow_notes(arrived, result)
        if not result.stopped and (wrong := self.revision.follow(numbers, dict(result.renamed))):
            result = replace(result, problems=(*result.problems, *wrong))
        result = self._follow_watches(result, before)
        if marks and not result.stopped:
            keep_everyone(self.index, self.writer, corrections)
        if not result.stopped:
            refresh.look_for_damage(self.index, self.writer)
        return result

    @property
    def _finder(self) -> str:
        """The way in which people and figures are found now."""
        from reader.detect import DETECTOR_VERSION

        chosen = self.settings
        return f"{__version__} {DETECTOR_VERSION} {chosen.backend} {chosen.spacy_model} {chosen.confidence}"

    def _follow_finder(self) -> None:
        """Have everything marked again when there is another way to find people and figures."""
        if (known := self.index.recall("finder")) != self._finder:
            if known is not None:
                self.writer.unmark(None)
            self.writer.remember("finder", self._finder)

    def _follow_watches(self, result: ScanResult, before: tuple[int, int]) -> ScanResult:
        """The articles that match the watch list, and the opening order, when either may have changed; `before`
        is the generation before the scan."""
        from reader.library.following import refresh_watched

        watches = self.watches()
        watched = self.index.recall("watches") or ""
        if self.index.marks_generation == before and watched == "\n".join(watch.query for watch in watches):
            return result
        wrong = refresh_watched(self.index, self.writer, watches, self._persons)
        self.keep_order()
        return replace(result, problems=(*result.problems, *wrong))

    def _follow_notes(self, arrived: Sequence[str], result: ScanResult) -> ScanResult:
        """Notes go where their text went, into files that are new or changed; and what changed in them is taken in."""
        from reader.library.scanning.refresh import refresh_notes
        from reader.library.scanning.scan import UNFOLLOWED

        notes = self._notes()
        wrong = self._move_notes(notes, arrived) if notes and (arrived or result.removed) else ()
        if wrong:  # somebody else is writing, say: the next scan tries again
            self.writer.remember(UNFOLLOWED, 1)
        elif arrived and not result.stopped:
            self.writer.remember(UNFOLLOWED, 0)
        if notes:
            wrong = (*wrong, *refresh_notes(self.index, self.writer, notes))
        return replace(result, problems=(*result.problems, *wrong)) if wrong else result

    def _move_notes(self, notes: NoteStore, arrived: Sequence[str]) -> tuple[Problem, ...]:
        """Move them; what could not be done."""
        own = notes.files(notes.unchanged(self.index.note_stamps()))
        if all(self.index.file(file) for file in own) and not set(own) & set(arrived):
            return ()
        from reader.notes import NotesError
        from reader.notes.follow import follow

        def texts(file: str) -> list[str]:
            try:
                return [article.text for article in self.contents.articles(file)]
            except ArticleMissing:
                return []

        existing = {file for file in own if self.index.file(file)} | set(arrived)
        try:
            follow(notes, sorted(existing), texts)
        except NotesError as error:
            return (error.problem,)
        return ()

    @cached_property
    def revision(self) -> Revision:
        """What corrections change."""
        from reader.library.errata.revision import Revision

        return Revision(
            self.root, self.settings, self.index, self.writer, self.contents, self._persons, self._corrections,
            self._notes,
        )  # fmt: skip

    @cached_property
    def watcher(self) -> Watcher:
        """See `Library.watcher`."""
        from reader.library.scanning.watching import Watcher

        notes, left_out = self._notes(), self.left_out()
        folder = left_out[-1] if notes is None else notes.folder
        return Watcher(self.root, self.bases, left_out, folder, lambda: self._looked, self._endings)

    @property
    def _endings(self) -> frozenset[str]:
        """Those of files that are read."""
        from reader.library.scanning.walk import endings

        return endings(self.settings.also_read)

    def keep_order(self) -> None:
        """Keep the order the list opens with, so that the next start need not sort."""
        sort = "newest" if self.settings.sort == "unread" else self.settings.sort
        for chosen in {(sort, self.settings.group, self.settings.fold_duplicates), ("newest", "none", False)}:
            self.writer.remember(*self.index.packed_base(*chosen))

    def left_out(self) -> tuple[Path, ...]:
        """Folders below the root that hold no articles."""
        usual = self.root / NOTES_FOLDER
        if not self.settings.notes:
            return (usual,)
        notes = self._notes()
        return (usual, notes.folder) if notes is not None else (usual,)

    # ------------------------------------------------------------------ notes, corrections, watch list

    def take_notes(self, file: str | None) -> None:
        """Take in what changed in the notes of one file, or of all."""
        from reader.library.scanning import refresh

        notes = self._notes()
        if notes is None:
            return
        with _or_by_the_next_scan():
            if file is None:
                refresh.refresh_notes(self.index, self.writer, notes)
            else:
                refresh.take_notes(self.index, self.writer, notes, file)

    def corrections_changed(self) -> None:
        """Let corrections take effect: few articles are looked at again at once, many by the next scan."""
        with _or_by_the_next_scan():
            self.revision.take_effect()

    def watches(self) -> tuple[Watch, ...]:
        """The queries that are followed, each once: those in the settings, then the reader's own."""
        known: dict[str, Watch] = {}
        for watch in (*self.settings.watch, *self.state.watches()):
            known.setdefault(watch.query, watch)
        return tuple(known.values())

    def watches_changed(self) -> None:
        """Bring what is watched up to date in the index."""
        from reader.library.following import refresh_watched

        with _or_by_the_next_scan():
            refresh_watched(self.index, self.writer, self.watches(), self._persons)


@contextmanager
def _or_by_the_next_scan() -> Iterator[None]:
    """What is kept elsewhere and cannot be written into the index now, as on a full disk, is taken in later."""
    import sqlite3

    with suppress(sqlite3.OperationalError):
        yield
