"""Corrections taken into the index: files whose articles they are on are read again; and what goes by a number or a
name follows: notes and corrections to the number that their article has now, corrections to the name of its file."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple
from pathlib import Path
from typing import TYPE_CHECKING

from reader.annotation import OF_ARTICLES, OF_BORDERS
from reader.library.contents import Contents, Corrections
from reader.library.errata.choices import choosing, of_marks
from reader.library.index.conditions import PersonIds
from reader.library.index.reading import Reader
from reader.library.index.records import FileRecord, changed_at
from reader.library.index.writing import Writer
from reader.library.scanning.refresh import holding, refresh_corrections, remember_corrections, take_notes
from reader.library.scanning.workers import work
from reader.model import Correction, Problem
from reader.paths import article_place
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.notes.store import NoteStore

#: Of files whose articles may have other numbers now, the fingerprints of the articles until then.
Before = Mapping[str, Sequence[bytes]]

_AT_ONCE = 40  # files, and articles, that are looked at again while the reader waits
_LONG = 1 << 20  # bytes of those files
_WORDS = 12  # of an opening by which an article is looked for in the index


class Revision:
    """What corrections change in one library. `notes()` is None while there is no notes folder."""

    def __init__(
        self, root: Path, settings: Settings, index: Reader, writer: Writer, contents: Contents, persons: PersonIds,
        corrections: Corrections, notes: Callable[[], NoteStore | None],
    ) -> None:  # fmt: skip
        self._root, self._settings = root, settings
        self._index, self._writer, self._contents = index, writer, contents
        self._persons, self._corrections, self._notes = persons, corrections, notes

    def begin(self) -> Before:
        """Have the articles looked at again that corrections made or withdrawn speak of."""
        return refresh_corrections(self._index, self._writer, self._corrections(), self._persons)

    def take_effect(self) -> None:
        """Look at those articles again at once if they are few: many wait for the next scan."""
        before = self.begin()
        self._read_again()
        self._mark_again()
        self._follow_numbers(before)  # if that cannot be, notes are found by their words

    def repeat(self, taken: Sequence[Correction]) -> None:
        """A scan has taken in what it read with the corrections `taken`, which have changed meanwhile: let those that
        hold now take effect on it too."""
        remember_corrections(self._writer, taken)
        self.take_effect()

    def follow(self, before: Before, renamed: Mapping[str, str]) -> list[Problem]:
        """After a scan: notes and corrections go to the numbers that their articles have now, corrections to the names
        of their files, those of some of which are known. Returns what could not be done."""
        if not before and not any(each.article for each in self._corrections()):
            return []
        wrong = self._follow_numbers(before)
        return wrong + self._place(self._new_homes(renamed), self.take_effect)

    # ------------------------------------------------------------------ files and marks

    def _read_again(self) -> None:
        """Those that are not as they were when they were indexed are left to the next scan."""
        waiting = self._index.distrusted(_AT_ONCE + 1)
        if not waiting or len(waiting) > _AT_ONCE or sum(size for _, size, _ in waiting) > _LONG:
            return
        choices = choosing(self._corrections())
        hidden, shown, _ = choices("")
        files = [
            (path, choices(path).errata)
            for path, *known in waiting
            if _stamp(self._root / path) == tuple(known)
        ]
        if files:
            limit = self._settings.max_file_mb << 20
            records = work(("parse", str(self._root), limit, hidden, shown, files))
            self._writer.store(map(FileRecord.of, records))

    def _mark_again(self) -> None:
        waiting = self._index.unmarked(_AT_ONCE + 1)
        if waiting and len(waiting) <= _AT_ONCE:
            texts = [
                (number, self._contents.text(place), place.published, place.article)
                for number, place in self._index.places(waiting)
            ]
            told = [astuple(correction) for correction in of_marks(self._corrections())]
            self._writer.store_marks(work(("detect", told, self._settings.confidence, texts)))

    # ------------------------------------------------------------------ what follows

    def _follow_numbers(self, before: Before) -> list[Problem]:
        notes = self._notes() if before else None
        if notes is None:  # then nothing of them is loaded
            return []
        from reader.notes.refusals import NotesError
        from reader.notes.renumber import renumber

        homes: dict[str, str] = {}
        try:
            for file, old in before.items():
                new = self._index.digests(file)
                if not new or new == old:
                    continue
                numbers = became(old, new)
                homes |= self._renumbered(file, numbers)
                if notes.read(file).notes:
                    texts = [article.text for article in self._contents.articles(file)]
                    if renumber(notes, file, texts, numbers):
                        take_notes(self._index, self._writer, notes, file)
        except NotesError as error:
            return [error.problem]
        except LookupError:  # the file has gone meanwhile
            pass
        return self._place(homes, self._mark_anew)

    def _renumbered(self, file: str, numbers: Mapping[int, int]) -> dict[str, str]:
        """The articles of those corrections of people and figures that are on articles with other numbers now."""
        here = [
            (each.id, article_place(each.article))
            for each in self._corrections()
            if each.file == file and each.action not in OF_ARTICLES
        ]
        return {
            said: f"{file}#{numbers[place[1]]}"
            for said, place in here
            if place and numbers.get(place[1], place[1]) != place[1]
        }

    def _place(self, homes: Mapping[str, str], then: Callable[[], object]) -> list[Problem]:
        """Put corrections on the articles that they are on now; returns what could not be done."""
        notes = self._notes() if homes else None
        if notes is None:
            return []
        from reader.notes.corrections import CorrectionStore
        from reader.notes.refusals import NotesError

        try:
            CorrectionStore(notes.folder).place(homes)
            then()
        except NotesError as error:
            return [error.problem]
        return []

    def _mark_anew(self) -> None:
        self.begin()
        self._mark_again()

    def _new_homes(self, renamed: Mapping[str, str]) -> dict[str, str]:
        """The articles of those corrections that have gone along with their file, or with its text into another one."""
        homes: dict[str, str] = {}
        for each in self._corrections():
            if each.article and not os.path.lexists(self._root / each.file):
                home = _in(renamed[each.file], each) if each.file in renamed else self._home(each)
                homes |= {each.id: home} if home else {}
        return homes

    def _home(self, said: Correction) -> str | None:
        """The article that has the words of a correction of an article, where there is just one."""
        if said.action not in OF_ARTICLES:
            return None
        words = (said.text if said.action in OF_BORDERS else said.opening).split()[:_WORDS]
        here = holding(self._index, [" ".join(words)], self._persons) if len(words) > 3 else []
        homes = {place.article for _, place in self._index.places(here)}
        return homes.pop() if len(homes) == 1 else None


def _in(file: str, said: Correction) -> str:
    place = article_place(said.article)
    return f"{file}#{place[1]}" if place else file


def _stamp(path: Path) -> tuple[int, int]:
    try:
        status = os.stat(path)
        return status.st_size, changed_at(status)
    except OSError:
        return -1, -1


def became(old: Sequence[bytes], new: Sequence[bytes]) -> dict[int, int]:
    """The number that each of the articles of a file, known by their fingerprints, has now: that of the same text, else
    of what stands there between the same neighbours."""
    made: dict[int, int] = {}
    at = 0
    for number, digest in enumerate(old):
        if digest in new[at:]:
            at = new.index(digest, at)
            made[number] = at
            at += 1
            continue
        behind = next((new.index(d, at) for d in old[number + 1 :] if d in new[at:]), len(new))
        made[number] = max(0, min(at, behind - 1))
        if at < behind:
            at += 1
    return made
