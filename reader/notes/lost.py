"""Notes that are gone from their files: what the journal and the versions still know of them."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from reader.notes import packs, reading, versions
from reader.notes.keeper import Keeper
from reader.notes.lock import locked
from reader.notes.schema import Fields
from reader.notes.sheet import Sheet, parse_sheet
from reader.notes.splice import entry_block, merged_fields
from reader.paths import CORRECTIONS_FILE
from reader.yamlio import YamlError

# Fields that say nothing by themselves of what somebody wrote.
_UNTOLD = frozenset({"id", "modified", "anchor"})
Known = tuple[str, Fields, str]  # file, fields, own lines


class Lost:
    """Finds removed and missing notes of one folder."""

    def __init__(self, keeper: Keeper) -> None:
        self.keeper = keeper

    def find(self, note_ids: Collection[str]) -> dict[str, Known]:
        """What notes said last, from the journal, else from the newest version that has them; by their ids."""
        found: dict[str, Known] = {}
        for record in self.keeper.journal.records():
            note_id = str(record.get("id"))
            if record.get("op") == "move":
                for moved, (file, fields, block) in found.items():
                    if file == record.get("from"):
                        found[moved] = str(record.get("file")), fields, block
            elif note_id in note_ids and record.get("name") != CORRECTIONS_FILE:
                found |= {note_id: known} if (known := _after(record, found.get(note_id))) else {}
        sought = set(note_ids)
        for note_id, sheet in self._versions(sought):
            entry = sheet.find(note_id)
            if entry is None:
                continue
            sought.discard(note_id)
            said = found.get(note_id)
            if said is None or entry.fields == said[1]:
                file = said[0] if said else sheet.file
                found[note_id] = file, entry.fields, entry_block(sheet, entry)
        return found

    def _versions(self, sought: Collection[str]) -> Iterator[tuple[str, Sheet]]:
        """Every readable version of a notes file that names a note of those that are `sought` still, newest first."""
        folder = versions.history_folder(self.keeper.folder)
        try:
            files = sorted(folder.iterdir(), key=_newest_first)
        except OSError:
            return
        for path in files:
            if not sought:
                return
            for data, named in _naming(path, sought).items():
                with contextlib.suppress(YamlError):
                    sheet = parse_sheet(data, path.name) if named else None
                    yield from ((note_id, sheet) for note_id in named if sheet is not None)

    def missing(self, present: Collection[str]) -> Iterator[tuple[str, str, Fields]]:
        """(id, file, fields) of notes that were written, never removed or forgotten here, and are not `present`."""
        alive: dict[str, Known] = {}
        waiting: dict[str, list[tuple[str, Known | None]]] = {}
        for record in self.keeper.journal.records():
            if record.get("done") is not None:
                for note_id, known in waiting.pop(str(record["done"]), ()):
                    if known is not None:
                        alive[note_id] = known
                    elif note_id not in record.get("undone", ()):
                        alive.pop(note_id, None)
            elif record.get("op") == "move":
                for moved, (file, fields, block) in alive.items():
                    if file == record.get("from"):
                        alive[moved] = (str(record.get("file")), fields, block)
            elif (step := _step(record, alive)) is not None:
                waiting.setdefault(str(record.get("x")), []).append(step)
        for note_id, (file, fields, _) in alive.items():
            if note_id not in present:
                yield note_id, file, fields

    def set_back(self, present: Mapping[str, Fields]) -> list[tuple[str, str, Fields]]:
        """Notes that say today what they said before a change made here, so that somebody has saved an old copy:
        (id, file, what they should say). `present` are the entries of all files by id."""
        last: dict[str, Known] = {}
        past: dict[str, list[Fields]] = {}
        for record in self._finished():
            note_id = str(record.get("id", ""))
            if note_id not in present or record.get("op") not in ("add", "edit"):
                continue
            known = _after(record, last.get(note_id))
            if known is None:
                continue
            earlier = past.setdefault(note_id, [])
            base = record.get("base")
            if isinstance(base, dict):  # what it said before may be all that the journal still knows
                earlier.append(base)
            if note_id in last:
                earlier.append(last[note_id][1])
            last[note_id] = known
        return [
            (note_id, last[note_id][0], last[note_id][1])
            for note_id, earlier in past.items()
            if _is_older(present[note_id], last[note_id][1], earlier)
        ]

    def _finished(self) -> Iterator[dict[str, object]]:
        """What was done and got into its file; a change that was refused is in the journal too."""
        waiting: dict[str, list[dict[str, object]]] = {}
        for record in self.keeper.journal.records():
            if "done" in record:
                yield from waiting.pop(str(record["done"]), ())
            else:
                waiting.setdefault(str(record.get("x")), []).append(record)

    def unfinished(self, present: Collection[str]) -> list[tuple[str, str, Fields]]:
        """Notes whose saving was cut short, so that they never were acknowledged: (id, file, fields)."""
        made = []
        for record in self.keeper.journal.unfinished():
            if record.get("op") == "add" and record.get("id") not in present:
                known = _after(record, None)
                if known is not None:
                    made.append((str(record["id"]), known[0], known[1]))
        return made

    def forget(self, note_id: str) -> None:
        """Note in the journal that a missing note is not to be listed again. Raises: NotesError."""
        self.keeper.ensure_folder()
        with locked(self.keeper.folder):
            journal = self.keeper.journal
            journal.finish(journal.begin([{"op": "forget", "id": note_id}]))


def _naming(path: Path, sought: Collection[str]) -> dict[bytes, set[str]]:
    """The versions in a file of the history that name notes of `sought`, each with those it is the last to name."""
    naming: dict[bytes, set[str]] = {}
    with contextlib.suppress(YamlError, OSError):
        for data in _data_of(path):
            if named := {note_id for note_id in sought if note_id.encode() in data}:
                for others in naming.values():
                    others -= named
                naming[data] = named
    return naming


def _data_of(path: Path) -> Iterator[bytes]:
    """The bytes of a version, or of all of a pack, oldest first. Raises: YamlError, OSError."""
    if packs.is_pack(path):
        yield from (version for _, version in packs.unpack(path))
    elif (found := reading.snapshot(path)) is not None:
        yield found.data


def _newest_first(path: Path) -> tuple[bool, int]:
    return packs.is_pack(path), -versions.version_time(path)


def _is_older(now: Fields, last: Fields, earlier: Sequence[Fields]) -> bool:
    """Whether everything in which an entry differs from what it said last is what it said at an earlier time."""
    changed = [key for key in now.keys() | last.keys() if (now.get(key) or None) != (last.get(key) or None)]
    told = [key for key in changed if key not in _UNTOLD]
    return bool(told) and all(
        any((fields.get(key) or None) == (now.get(key) or None) for fields in earlier) for key in told
    )


def _step(record: dict[str, object], alive: Mapping[str, Known]) -> tuple[str, Known | None] | None:
    """The note that a change is about, with what it says then, None where it is to be gone; None for another change."""
    note_id = str(record.get("id", ""))
    if not note_id or record.get("name") == CORRECTIONS_FILE:
        return None
    if record.get("op") in ("remove", "forget"):
        return note_id, None
    known = _after(record, alive.get(note_id))
    return (note_id, known) if known is not None else None


def _after(record: dict[str, object], before: Known | None) -> Known | None:
    """What the note says after the change in `record`; what it said when the change removes it."""
    fields, base = record.get("fields"), record.get("base")
    file = str(record.get("file") or (before[0] if before else ""))
    block = record.get("block")
    if record.get("op") == "add" and isinstance(fields, dict):
        return file, fields, block if isinstance(block, str) else ""
    if record.get("op") == "edit" and isinstance(fields, dict) and isinstance(base, dict):
        return file, {"id": str(record.get("id"))} | merged_fields(base, fields), ""
    if record.get("op") == "remove" and isinstance(base, dict):
        return file, {"id": str(record.get("id"))} | base, ""
    return before
