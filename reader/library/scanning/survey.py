"""What of a folder is new or changed, moved or gone since it was indexed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.library.index.marking import State
from reader.library.index.reading import Reader
from reader.library.scanning.intake import Unreadable, fingerprint, read_bytes
from reader.library.scanning.progress import Progress, Report, Stop
from reader.library.scanning.walk import ENDINGS, Found, other_files, walk
from reader.model import Correction, Problem

#: What helps where files are left out for their endings.
TO_READ = (
    "list those of text under also_read: in the settings, name such a file itself, or convert it to .txt"
)


@dataclass(frozen=True, slots=True)
class Folder:
    """What is scanned: `root`, the `bases` below it that were asked for, what to leave out, the size limit.

    `floor` is the confidence from which people count, `threshold` the share that makes a near-duplicate, `known` are
    the endings of files that are read.
    """

    root: Path
    bases: tuple[Path, ...]
    skip: tuple[Path, ...]
    limit: int
    floor: float
    threshold: float
    corrections: tuple[Correction, ...] = ()
    known: frozenset[str] = ENDINGS


@dataclass(frozen=True, slots=True)
class Changes:
    """Files to be taken in, paths that are gone, and old path → where its file is now, with all else unchanged."""

    fresh: list[Found]
    gone: list[str]
    moved: dict[str, Found]


class Survey:
    """Looks over a folder. `problems` are what is odd in it, `folders` the times of change (ns) of those seen."""

    def __init__(
        self, folder: Folder, index: Reader, state: State, parser: str, report: Report, stop: Stop
    ) -> None:
        self.problems: list[Problem] = []
        self.folders: dict[str, int] = {}
        self._folder, self._index, self._state, self._parser = folder, index, state, parser
        self._report, self._stop = report, stop

    def walk(self, report: Report) -> Iterator[Found]:
        """Every file there is; when there is none, what there is instead becomes a problem."""
        folder, count = self._folder, 0
        seen = walk(folder.root, folder.bases, folder.skip, self.problems, self.folders, folder.known)
        for count, found in enumerate(seen, 1):
            yield found
            if not count % 2000:
                if self._stop():
                    return
                report(Progress("walk", count, 0))
        if not count and (others := other_files(self.folders, folder.known)):
            said = f"no text in it but {others}; {TO_READ}"
            self.problems.append(Problem(str(folder.root), 0, said))

    def changes(self) -> Changes:
        """What differs from the index; nothing when the scan is stopped meanwhile."""
        fresh, gone = self._differences()
        return self._without_moves(fresh, gone)

    def _differences(self) -> tuple[list[Found], list[str]]:
        """Files to be taken in, and paths that are gone. Holds one number for each known file, no names."""
        known: set[int] = set()
        some_old = False
        for path, size, mtime, parser in self._index.files():
            if parser == self._parser:
                known.add(hash((path, size, mtime)))
            else:
                some_old = True
        fresh: list[Found] = []
        for found in self.walk(self._report):
            mark = hash((found.path, found.size, found.mtime))
            if mark in known:
                known.discard(mark)
            else:
                fresh.append(found)
        if self._stop():
            return [], []
        paths = {found.path for found in fresh}
        gone = [
            path
            for path, size, mtime, parser in (self._index.files() if known or some_old else ())
            if path not in paths and (hash((path, size, mtime)) in known or parser != self._parser)
        ]
        return fresh, gone

    def _without_moves(self, fresh: list[Found], gone: list[str]) -> Changes:
        """Files that only moved take their articles, state and notes along; the others remain fresh."""
        lost: dict[bytes, list[str]] = {}
        sizes: set[int] = set()
        for path in gone:
            if (file := self._index.file(path)) and file[2]:
                lost.setdefault(file[2], []).append(path)
                sizes.add(file[0])
        stateful = self._state.fingerprints()
        if not lost and not stateful:
            return Changes(fresh, gone, {})
        rest: list[Found] = []
        moved: dict[str, Found] = {}
        for found in fresh:
            old = None
            if (found.size in sizes or stateful) and not self._index.file(found.path):
                old = self._former(found, lost, stateful)
            if old is None or old in moved:
                rest.append(found)
            elif self._index.file(old):
                moved[old] = found
            else:  # known to the state only: the index is new
                self._state.adopt(old, found.path)
                rest.append(found)
        return Changes(rest, [path for path in gone if path not in moved], moved)

    def _former(self, found: Found, lost: dict[bytes, list[str]], stateful: frozenset[bytes]) -> str | None:
        """The path that a file had before, of equal files the one of the same name; None when it is new."""
        try:
            data, _, _ = read_bytes(str(self._folder.root), found.path, self._folder.limit)
        except Unreadable:
            return None
        mark = fingerprint(data)
        if paths := lost.get(mark):
            name = os.path.basename(found.path)
            old = next((path for path in paths if os.path.basename(path) == name), paths[0])
            paths.remove(old)
            return old
        if mark in stateful:
            return self._state.homeless(mark, lambda path: os.path.lexists(self._folder.root / path))
        return None
