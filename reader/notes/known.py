"""The YAML files of one notes folder as they are now; what has not changed is not read again."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from pathlib import Path

from reader.garbage import uncollected
from reader.model import Problem
from reader.notes import piecemeal, reading
from reader.notes.journal import Journal
from reader.notes.kept import WORTH, KeptNotes
from reader.notes.pieces import LARGE
from reader.notes.sheet import NOTES, Entry, Layout, Sheet, parse_sheet
from reader.yamlio import YamlError

_CONFLICT = re.compile(rb"^<{7} ", re.MULTILINE)
# White space, and the bytes of a byte order mark.
_BLANK = b"\xef\xbb\xbf \t\r\n"
_START = 256  # bytes: a large file is not copied to see that there is something in it


@dataclass(slots=True)
class Cached:
    """A parsed file and the bytes it was parsed from."""

    snapshot: reading.Snapshot
    sheet: Sheet


class KnownFiles:
    """Reads the files of a notes folder."""

    def __init__(self, folder: Path, kept: KeptNotes | None = None) -> None:
        self.folder = folder
        self.kept = kept
        self.journal = Journal(folder)
        self._cache: dict[str, Cached] = {}

    @uncollected()
    def sheet(self, name: str, layout: Layout = NOTES, patience: float = reading.PATIENCE) -> Sheet | None:
        """The file `name` as it is now, None when there is none; unchanged files are not parsed again.

        Raises: YamlError for a file that cannot be read as notes, an empty one included; OSError.
        """
        known = self._known(name)
        if known is not None:
            return known.sheet
        return reading.patiently(self.folder / name, lambda found: self._parse(name, found, layout), patience)

    def stamp(self, name: str) -> reading.Stamp:
        """That of the bytes of which `sheet` has just told, or of the file as it is now."""
        cached = self._cache.get(name)
        return cached.snapshot.stamp if cached is not None else reading.stamp_of(self.folder / name)

    def _known(self, name: str) -> Cached | None:
        """The file as it was read, if nobody can have written it since."""
        cached, path = self._cache.get(name), self.folder / name
        if cached is None or reading.stamp_of(path) != cached.snapshot.stamp:
            return None
        return cached if _settled(cached.snapshot.stamp) or reading.still_is(path, cached.snapshot) else None

    def _parse(self, name: str, found: reading.Snapshot | None, layout: Layout) -> Sheet | None:
        if found is None:
            self._cache.pop(name, None)
            return None
        cached = self._cache.get(name)
        if cached and cached.snapshot.data == found.data:
            self._cache[name] = Cached(found, cached.sheet)
            return cached.sheet
        path = str(self.folder / name)
        if not found.data[:_START].strip(_BLANK) and not found.data.strip(_BLANK):
            raise YamlError(Problem(path, 0, "empty; a save may have failed. It is left alone"))
        try:
            kept = self.kept.stretches(name) if self.kept and not cached and len(found.data) >= WORTH else ()
            sheet = parse_sheet(found.data, path, layout, cached.sheet if cached else None, kept)
        except YamlError as error:
            raise _conflict(found.data, path) or error from None
        self._remember(name, Cached(found, sheet))
        return sheet

    def _remember(self, name: str, cached: Cached) -> None:
        self._cache.pop(name, None)
        self._cache[name] = cached
        while len(self._cache) > 64:
            self._cache.pop(next(iter(self._cache)))

    def _vouched(self, name: str, found: reading.Snapshot) -> bool:
        """Whether these very bytes are known to be a sound file of pieces: this process has read them, or the one
        that wrote them has, and has left their sha256 in the journal."""
        cached = self._cache.get(name)
        if cached is not None and cached.snapshot.data == found.data:
            return not cached.sheet.readonly and cached.sheet.stretches is not None
        last = self.journal.last_done(name)
        return bool(last.get("plain")) and last.get("sha") == found.sha

    def entry(self, name: str, entry_id: str) -> tuple[Entry, str] | None:
        """One entry of the file `name`, and the source file that `name` says it is about; None when it is not there.
        Of a large file as we left it only the lines of the entry are read. Raises: YamlError, OSError.
        """
        if name not in self._cache:
            found = reading.snapshot(self.folder / name)
            if found is not None and len(found.data) >= LARGE and self._vouched(name, found):
                held = piecemeal.entry_in(found.data, entry_id, NOTES)
                if held is not None:
                    return held
        sheet = self.sheet(name, patience=0)
        entry = sheet.find(entry_id) if sheet is not None else None
        return (entry, sheet.file) if sheet is not None and entry is not None else None


def _conflict(data: bytes, path: str) -> YamlError | None:
    """What to say of a file in which version control has left a conflict, None of any other."""
    found = _CONFLICT.search(data)
    if found is None:
        return None
    line = data.count(b"\n", 0, found.start()) + 1
    way_out = "choose one side, or `reader doctor notes --repair` keeps the notes of both"
    return YamlError(Problem(path, line, f"version control left a merge conflict here; {way_out}"))


def _settled(stamp: reading.Stamp) -> bool:
    """Whether the file is old enough that a second save would show in its time."""
    return time.time_ns() - stamp[0] > 50_000_000
