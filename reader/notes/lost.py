"""Notes that are gone from their files: what the journal and the versions still know of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from reader.notes import reading, versions
from reader.notes.keeper import Keeper
from reader.notes.lock import locked
from reader.notes.merge import same
from reader.notes.schema import Fields
from reader.notes.sheet import Sheet, parse_sheet
from reader.notes.splice import entry_block, merged_fields
from reader.yamlio import YamlError

Known = tuple[str, Fields, str]  # file, fields, own lines


class Lost:
    """Finds removed and missing notes of one folder."""

    def __init__(self, keeper: Keeper) -> None:
        self.keeper = keeper

    def find(self, note_id: str) -> Known | None:
        """What a note said last, from the journal, else from the newest version that has it."""
        found: Known | None = None
        for record in self.keeper.journal.records():
            if record.get("op") == "move" and found is not None and record.get("from") == found[0]:
                found = (str(record.get("file")), found[1], found[2])
            if record.get("id") != note_id or record.get("name") == "corrections.yaml":
                continue
            found = _after(record, found) or found
        for sheet in self._versions(note_id):
            entry = sheet.find(note_id)
            if entry is not None:
                if found is None or entry.fields == found[1]:
                    file = found[0] if found else sheet.file
                    return file, entry.fields, entry_block(sheet, entry)
                break
        return found

    def _versions(self, note_id: str) -> Iterator[Sheet]:
        """Every readable version of a notes file that names the note, newest first."""
        folder = versions.history_folder(self.keeper.folder)
        try:
            files = sorted(folder.iterdir(), key=versions.version_time, reverse=True)
        except OSError:
            return
        for path in files:
            try:
                found = reading.snapshot(path)
                if found is not None and note_id.encode() in found.data:
                    yield parse_sheet(reading.text_of(found.data, path.name), path.name)
            except (YamlError, OSError):
                continue

    def missing(self, present: Collection[str]) -> Iterator[tuple[str, str, Fields]]:
        """(id, file, fields) of notes that were written, never removed or forgotten here, and are not `present`."""
        alive: dict[str, Known] = {}
        waiting: dict[str, list[tuple[str, Known | None]]] = {}
        for record in self.keeper.journal.records():
            number = record.get("done")
            if number is not None:
                for note_id, known in waiting.pop(str(number), ()):
                    if known is None and note_id in record.get("undone", ()):
                        continue
                    if known is None:
                        alive.pop(note_id, None)
                    else:
                        alive[note_id] = known
                continue
            if record.get("op") == "move":
                for moved, (file, fields, block) in alive.items():
                    if file == record.get("from"):
                        alive[moved] = (str(record.get("file")), fields, block)
                continue
            note_id = str(record.get("id", ""))
            if not note_id or record.get("name") == "corrections.yaml":
                continue
            if record.get("op") in ("remove", "forget"):
                step: tuple[str, Known | None] = (note_id, None)
            else:
                step = (note_id, _after(record, alive.get(note_id)))
                if step[1] is None:
                    continue
            waiting.setdefault(str(record.get("x")), []).append(step)
        for note_id, (file, fields, _) in alive.items():
            if note_id not in present:
                yield note_id, file, fields

    def set_back(self, present: Mapping[str, Fields]) -> list[tuple[str, str, Fields]]:
        """Notes that say today what they said before a change made here, so that somebody has saved an old copy:
        (id, file, what they should say). `present` are the entries of all files by id."""
        last: dict[str, Known] = {}
        past: dict[str, list[Fields]] = {}
        for record in self.keeper.journal.records():
            note_id = str(record.get("id", ""))
            if note_id not in present or record.get("op") not in ("add", "edit"):
                continue
            known = _after(record, last.get(note_id))
            if known is not None:
                if note_id in last:
                    past.setdefault(note_id, []).append(last[note_id][1])
                last[note_id] = known
        return [
            (note_id, last[note_id][0], last[note_id][1])
            for note_id, earlier in past.items()
            if not same(present[note_id], last[note_id][1])
            and any(same(present[note_id], e) for e in earlier)
        ]

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
