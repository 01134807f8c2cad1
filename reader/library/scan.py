"""Bringing the index up to date with the folder: what is new, changed, moved, gone; then copies, then marks.

Every batch is one transaction with all that belongs to its files, so that a scan can be broken off anywhere, even
by kill -9, and the next one goes on where it stopped.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass, replace
from itertools import chain, islice
from pathlib import Path

from reader.library.duplicates import find_copies
from reader.library.index.database import Database
from reader.library.index.marking import State
from reader.library.index.reading import Reader
from reader.library.index.records import ArticleRecord, FileRecord
from reader.library.index.writing import Writer
from reader.library.intake import Unreadable, fingerprint, read_bytes
from reader.library.records import Progress, Report, ScanResult, Stop
from reader.library.texts import read_text
from reader.library.walk import Found, walk
from reader.library.workers import Job, answers
from reader.model import Correction, Problem

_FILES_A_JOB, _BYTES_A_JOB = 50, 2 << 20
# Seconds between transactions at first and at most, bytes of files between them at most: what comes first is shown
# at once, and a long scan does not leave the word index in hundreds of pieces.
_COMMIT_SOON, _COMMIT_LATE, _COMMIT_BYTES = 0.125, 4.0, 24 << 20
_FEW = 200  # fewer new files than this are not worth another process
_FIRST = 1000  # files that are taken in before others are looked for, articles that are marked before others
_MANY = 1000  # new files that make a large scan


@dataclass(frozen=True, slots=True)
class Folder:
    """What is scanned: `root`, the `bases` below it that were asked for, what to leave out, the size limit.

    `floor` is the confidence from which people count, `threshold` the share that makes a near-duplicate.
    """

    root: Path
    bases: tuple[Path, ...]
    skip: tuple[Path, ...]
    limit: int
    floor: float
    threshold: float
    corrections: tuple[Correction, ...] = ()


class Scan:
    """One run over one folder."""

    def __init__(
        self, folder: Folder, database: Database, parser: str, state: State,
        report: Report, stop: Stop,
    ) -> None:  # fmt: skip
        self.folder = folder
        self.index = Reader(database)
        self.writer = Writer(database, parser)
        self.database, self.parser, self.state = database, parser, state
        self.report, self.stop = report, stop
        self.arrived: list[str] = []
        self.problems: list[Problem] = []
        self.folders: dict[str, int] = {}
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
        problems = [*self.problems, *(Problem(p, 0, why) for p, why in self.index.file_problems())]
        return replace(self.result, problems=tuple(problems), stopped=self.stop())

    # ------------------------------------------------------------------ texts

    def texts(self, processes: int) -> None:
        """Take in every file that is new or has changed."""
        started = time.time_ns()
        self.report(Progress("walk", 0, 0))
        if self.index.has_more_files(0) or self.state.fingerprints():
            fresh, gone = self._differences()
            self.arrived = [found.path for found in fresh]
            fresh = self._settle_moves(fresh, gone)
            if gone:
                self.writer.forget(gone)
            self.result = replace(self.result, removed=len(gone))
            self._take_in(iter([fresh]), processes)
        else:
            self._take_in(self._everything(), processes)
        if not self.stop():
            self.writer.remember("checked", started)
            self.writer.remember("folders", json.dumps(self.folders))

    def _everything(self) -> Iterator[list[Found]]:
        """Every file: some at once, the others when those are being read."""
        seen = self._walk(lambda _: None)
        while part := list(islice(seen, _FIRST if not self.arrived else None)):
            self.arrived += [found.path for found in part]
            yield part

    def _walk(self, report: Report) -> Iterator[Found]:
        folder = self.folder
        seen = walk(folder.root, folder.bases, folder.skip, self.problems, self.folders)
        for count, found in enumerate(seen, 1):
            yield found
            if not count % 2000:
                if self.stop():
                    return
                report(Progress("walk", count, 0))

    def _differences(self) -> tuple[list[Found], list[str]]:
        """Files to be taken in, and paths that are gone. Holds one number for each known file, no names."""
        known: set[int] = set()
        some_old = False
        for path, size, mtime, parser in self.index.files():
            if parser == self.parser:
                known.add(hash((path, size, mtime)))
            else:
                some_old = True
        fresh: list[Found] = []
        for found in self._walk(self.report):
            mark = hash((found.path, found.size, found.mtime))
            if mark in known:
                known.discard(mark)
            else:
                fresh.append(found)
        if self.stop():
            return [], []
        paths = {found.path for found in fresh}
        gone = [
            path
            for path, size, mtime, parser in (self.index.files() if known or some_old else ())
            if path not in paths and (hash((path, size, mtime)) in known or parser != self.parser)
        ]
        return fresh, gone

    def _settle_moves(self, fresh: list[Found], gone: list[str]) -> list[Found]:
        """Files that only moved take their articles, state and notes along; the others remain fresh."""
        lost: dict[bytes, list[str]] = {}
        sizes: set[int] = set()
        for path in gone:
            if (file := self.index.file(path)) and file[2]:
                lost.setdefault(file[2], []).append(path)
                sizes.add(file[0])
        stateful = self.state.fingerprints()
        if not lost and not stateful:
            return fresh
        rest: list[Found] = []
        moves: dict[str, Found] = {}
        for found in fresh:
            old = None
            if (found.size in sizes or stateful) and not self.index.file(found.path):
                old = self._former(found, lost, stateful)
            if old is None or old in moves:
                rest.append(found)
            elif self.index.file(old):
                moves[old] = found
            else:  # known to the state only: the index is new
                self.state.adopt(old, found.path)
                rest.append(found)
        self.writer.move([(old, *found) for old, found in moves.items()])
        gone[:] = [path for path in gone if path not in moves]
        renamed = tuple((old, found.path) for old, found in moves.items())
        self.result = replace(self.result, moved=len(renamed), renamed=renamed)
        return rest

    def _former(self, found: Found, lost: dict[bytes, list[str]], stateful: frozenset[bytes]) -> str | None:
        """The path that a file had before, of equal files the one of the same name; None when it is new."""
        try:
            data, _, _ = read_bytes(str(self.folder.root), found.path, self.folder.limit)
        except Unreadable:
            return None
        mark = fingerprint(data)
        if paths := lost.get(mark):
            name = os.path.basename(found.path)
            old = next((path for path in paths if os.path.basename(path) == name), paths[0])
            paths.remove(old)
            return old
        if mark in stateful:
            return self.state.homeless(mark, lambda path: os.path.lexists(self.folder.root / path))
        return None

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
        for answer in answers(jobs, processes if self.total > _FEW else 0, self.stop):
            for record in answer:
                waiting.append(FileRecord._make((*record[:5], list(map(ArticleRecord._make, record[5])))))
                size += record[1]
            done += len(answer)
            if time.monotonic() - last > pause or size > _COMMIT_BYTES:
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
        hidden = [c.text for c in self.folder.corrections if c.action == "hide"]
        shown = [c.text for c in self.folder.corrections if c.action == "show"]
        paths: list[str] = []
        size, most = 0, 8  # a small first job: the first screen waits for it
        for found in fresh:
            paths.append(found.path)
            size += found.size
            if len(paths) >= most or size > _BYTES_A_JOB:
                yield ("parse", str(self.folder.root), self.folder.limit, hidden, shown, paths)
                paths, size, most = [], 0, _FILES_A_JOB
        if paths:
            yield ("parse", str(self.folder.root), self.folder.limit, hidden, shown, paths)

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
        self.writer.remember("threshold", self.folder.threshold)

    def marks(self, processes: int) -> None:
        """Find people and figures where that is still to be done."""
        total, done = self.index.unmarked_count(), 0
        if not total:
            return
        corrections = [astuple(c) for c in self.folder.corrections]
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
            texts = []
            for number, place in self.index.places(numbers[at : at + size]):
                text = read_text(self.folder.root, place)
                if text is not None:  # a file that changed since waits for the next scan
                    texts.append((number, text, place.published, place.article))
            yield (*head, texts)

    def _text(self, number: int) -> str:
        place = self.index.place(number)
        if place is None:
            return ""
        return read_text(self.folder.root, place) or ""
