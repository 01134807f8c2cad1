"""Bringing the index up to date with the folder: texts first, then copies, then marks.

Every batch is one transaction with all that belongs to its files, so that a scan can be broken off anywhere, even
by kill -9, and the next one goes on where it stopped.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, replace
from functools import partial
from itertools import chain, islice

from reader.library.at_once import at_once
from reader.library.duplicates import find_copies
from reader.library.errata.choices import Told, choosing, of_marks
from reader.library.index.database import Database
from reader.library.index.marking import State
from reader.library.index.reading import Reader
from reader.library.index.records import FileRecord
from reader.library.index.writing import Writer
from reader.library.scanning.freshness import settings_stamp
from reader.library.scanning.progress import Progress, Report, ScanResult, Stop
from reader.library.scanning.survey import Folder, Survey
from reader.library.scanning.walk import Found
from reader.library.scanning.workers import Job, answers
from reader.library.texts import read_text
from reader.model import Problem

_FILES_A_JOB, _BYTES_A_JOB = 50, 2 << 20
# Seconds between transactions at first and at most, bytes of files between them at most: what comes first is shown
# at once, and a long scan does not leave the word index in hundreds of pieces.
_COMMIT_SOON, _COMMIT_LATE, _COMMIT_BYTES = 0.125, 4.0, 24 << 20
_FEW = 200  # fewer new files than this are not worth another process
_FIRST = 1000  # files that are taken in before others are looked for, articles that are marked before others
_MANY = 1000  # new files that make a large scan
#: What is remembered while files have arrived that notes may still have to follow.
UNFOLLOWED = "unfollowed"


class Scan:
    """One run over one folder."""

    def __init__(
        self, folder: Folder, database: Database, parser: str, state: State,
        report: Report, stop: Stop,
    ) -> None:  # fmt: skip
        self.folder = folder
        self.index = Reader(database)
        self.writer = Writer(database, parser)
        self.database, self.state = database, state
        self.report, self.stop = report, stop
        self.survey = Survey(folder, self.index, state, parser, report, stop)
        self.arrived: list[str] = []
        self.total = 0
        self.result = ScanResult()

    def run(self, processes: int, *, copies: bool = True, marks: bool = True) -> ScanResult:
        """Do it all, or without `copies` and `marks` only what makes texts searchable."""
        with self.database.alone() as mine:
            if not mine:
                return ScanResult(busy=True)
            self.texts(processes)
            if (copies or marks or 0 < self.total < _MANY) and not self.stop():
                self.writer.settle(self.stop)
            if copies and not self.stop():
                self.copies(processes)
            if marks and not self.stop():
                self.marks(processes)
        problems = [*self.survey.problems, *(Problem(p, 0, why) for p, why in self.index.file_problems())]
        return replace(self.result, problems=tuple(problems), stopped=self.stop())

    # ------------------------------------------------------------------ texts

    def texts(self, processes: int) -> None:
        """Take in every file that is new or has changed."""
        started = time.time_ns()
        self.report(Progress("walk", 0, 0))
        if self.index.has_more_files(0) or self.state.fingerprints():
            changes = self.survey.changes()
            self.writer.remember("looked for", (time.time_ns() - started) / 1e9)
            self._arrive([*changes.fresh, *changes.moved.values()])
            self.writer.move([(old, *found) for old, found in changes.moved.items()])
            if changes.gone:
                self.writer.forget(changes.gone)
            renamed = tuple((old, found.path) for old, found in changes.moved.items())
            self.result = ScanResult(removed=len(changes.gone), moved=len(renamed), renamed=renamed)
            self._take_in(iter([changes.fresh]), processes)
        else:
            self._take_in(self._everything(), processes)
        if not self.stop():
            self.writer.remember("checked", started)
            self.writer.remember("folders", json.dumps(self.survey.folders))
            self.writer.remember("settings", settings_stamp())

    def _everything(self) -> Iterator[list[Found]]:
        """Every file: some at once, the others when those are being read."""
        seen = self.survey.walk(lambda _: None)
        while part := list(islice(seen, _FIRST if not self.arrived else None)):
            self._arrive(part)
            yield part

    def _arrive(self, files: Iterable[Found]) -> None:
        """These are new or changed. Whether notes have followed them is kept: a scan may be broken off before."""
        paths = [found.path for found in files]
        if paths and not self.arrived:
            self.writer.remember(UNFOLLOWED, 1)
        self.arrived += paths

    def _take_in(self, parts: Iterator[list[Found]], processes: int) -> None:
        """Parse and store the files of all `parts`; the later ones are asked for when work runs out."""
        first = next(parts, [])
        self.total = len(first)
        if not first:
            return
        self.report(Progress("text", 0, self.total))
        if self.total >= _MANY:
            self.writer.begin_many()
        done = size = 0
        waiting: list[FileRecord] = []
        last, pause = 0.0, _COMMIT_SOON
        jobs = self._parse_jobs(chain(first, chain.from_iterable(self._counted(parts))))
        for answer in answers(jobs, processes if self.total > _FEW else 0, self.stop, first_here=True):
            for record in answer:
                waiting.append(FileRecord.of(record))
                size += waiting[-1].size
            done += len(answer)
            # Near the end ever less is left to be written when there is nothing more to parse beside it.
            ending = len(waiting) > max(_FEW, self.total - done)
            if time.monotonic() - last > pause or size > _COMMIT_BYTES or ending:
                self._store(waiting)
                waiting, size = [], 0
                last, pause = time.monotonic(), min(pause * 1.3, _COMMIT_LATE)
            self.report(Progress("text", done, self.total))
        if waiting:
            self._store(waiting)
        self.report(Progress("text", done, self.total))

    def _counted(self, parts: Iterator[list[Found]]) -> Iterator[list[Found]]:
        for part in parts:
            self.total += len(part)
            yield part

    def _parse_jobs(self, fresh: Iterable[Found]) -> Iterator[Job]:
        choices = choosing(self.folder.corrections)
        head = ("parse", str(self.folder.root), self.folder.limit, *choices("")[:2])
        files: list[tuple[str, tuple[Told, ...]]] = []
        size, most = 0, 8  # a small first job: the first screen waits for it
        for found in fresh:
            files.append((found.path, choices(found.path).errata))
            size += found.size
            if len(files) >= most or size > _BYTES_A_JOB:
                yield (*head, files)
                files, size, most = [], 0, _FILES_A_JOB
        if files:
            yield (*head, files)

    def _store(self, records: list[FileRecord]) -> None:
        added, changed = self.writer.store(records)
        self.result = replace(
            self.result, added=self.result.added + added, changed=self.result.changed + changed
        )

    # ------------------------------------------------------------------ copies and marks

    def copies(self, processes: int) -> None:
        """Sketch what is new and fold near-duplicates."""
        total, done = self.index.unsketched_count(), 0
        settled = self.index.recall("threshold") == self.folder.threshold
        if settled and not total and not self.result.removed and not self.result.changed:
            return
        fresh = set(self.index.unsketched(total)) if settled else None
        jobs = self._text_jobs(self.index.unsketched, ("sketch",), 100)
        for answer in answers(jobs, processes if total > 2000 else 0, self.stop):
            self.writer.store_sketches(answer)
            done += len(answer)
            self.report(Progress("duplicates", done, total))
        if self.stop():
            return
        found = find_copies(self.index, self.folder.threshold, self._text, fresh)
        self.writer.store_copies(found)
        self.result = replace(self.result, folded=True)
        self.writer.remember("threshold", self.folder.threshold)

    def marks(self, processes: int) -> None:
        """Find people and figures where that is still to be done."""
        total, done = self.index.unmarked_count(), 0
        if not total:
            return
        corrections = [astuple(c) for c in of_marks(self.folder.corrections)]
        jobs = self._text_jobs(self._unmarked, ("detect", corrections, self.folder.floor), 20)
        self.report(Progress("marks", 0, total))
        for answer in answers(jobs, processes if total > _FEW else 0, self.stop):
            self.writer.store_marks(answer)
            done += len(answer)
            self.result = replace(self.result, marked=done)
            self.report(Progress("marks", done, total))

    def _unmarked(self, limit: int) -> list[int]:
        """What is still to be marked: first what the list shows first, then as the index has it, which packs best."""
        waiting = self.index.unmarked(limit)
        left = set(waiting)
        first = [number for number in self.index.base("newest", "none")[:_FIRST] if number in left]
        left.difference_update(first)
        return [*first, *filter(left.__contains__, waiting)]

    def _text_jobs(self, ask: Callable[[int], list[int]], head: Job, size: int) -> Iterator[Job]:
        """Jobs over the articles that `ask` names; each article is given out once."""
        numbers = ask(1 << 40)
        for at in range(0, len(numbers), size):
            texts: list[tuple[int, str, str, str]] = []
            places = list(self.index.places(numbers[at : at + size]))
            read = at_once(partial(read_text, str(self.folder.root)), [place for _, place in places])
            for (number, place), text in zip(places, read):
                if text is not None:  # a file that changed since waits for the next scan
                    texts.append((number, text, place.published, place.article))
            yield (*head, texts)

    def _text(self, number: int) -> str:
        place = self.index.place(number)
        if place is None:
            return ""
        return read_text(str(self.folder.root), place) or ""
