"""Notes go where their text went: files renamed, moved, or cut into several.

The same bytes under another name are the same file. Otherwise a file in which the quotes stand word for word
inherits the notes whose passages it has. A note that fits nowhere stays where it is and is listed.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reader.durable import sync_folder
from reader.folding import fold_text
from reader.model import Note
from reader.notes import reading, splice, versions
from reader.notes.anchor import describe, place_scored
from reader.notes.lock import locked
from reader.notes.merge import Operation
from reader.notes.names import normal_file, notes_name
from reader.notes.refusals import refusal
from reader.notes.sheet import Sheet, title_line
from reader.notes.store import FileNotes, NoteStore
from reader.yamlio import YamlError

#: From here on a note that was not found word for word is taken along.
SURE = 0.9
_PROBE = 24


@dataclass(frozen=True, slots=True)
class Move:
    """Notes that went from one source file to another, and why."""

    old: str
    new: str
    notes: tuple[str, ...]
    reason: str


Texts = Callable[[str], Sequence[str]]


def follow(store: NoteStore, existing: Iterable[str], texts: Texts, *, lost: bool = True) -> tuple[Move, ...]:
    """Move the notes of files that have gone to the files where their text is now.

    `existing` are the source files of the library (relative paths), `texts` gives the texts of the articles of
    one. With `lost`, notes whose passage has left a file that is still there are sought in the others too.
    Files with notes of their own can inherit more. Raises: NotesError; moves before it are done.
    """
    present = {normal_file(file): file for file in existing}
    homeless, changed = _homeless(store, present, lost)
    if not homeless and not changed:
        return ()
    made: list[Move] = []
    prints: dict[str, str] = {}
    own = set(store.files())
    fresh = [file for file in present if file not in own]
    by_print: dict[str, list[str]] = {}
    wanted = {print_ for _, print_ in homeless if print_}
    if wanted:
        for file in fresh:
            prints[file] = _fingerprint(store, file)
            if prints[file] in wanted:
                by_print.setdefault(prints[file], []).append(file)
    rest: list[FileNotes] = []
    for notes, print_ in homeless:
        same = by_print.get(print_, [])
        new = _nearest_name(notes.file, same)
        if new is None:
            rest.append(notes)
            continue
        same.remove(new)
        relocate(store, notes, new)
        made.append(Move(notes.file, new, tuple(n.id for n in notes.notes), "the same file by its content"))
    for notes in [*rest, *changed]:
        gone = notes in rest
        candidates = [file for file in present if file != notes.file]
        made += _by_quotes(store, notes, candidates, texts, whole=gone)
    return tuple(made)


def _homeless(
    store: NoteStore, present: dict[str, str], lost: bool
) -> tuple[list[tuple[FileNotes, str]], list[FileNotes]]:
    """Files of notes whose source has gone, with its fingerprint; and those whose source has other bytes now."""
    gone, changed = [], []
    for notes in store.every():
        if not notes.notes or not notes.file or notes.readonly:
            continue
        known = store.fingerprint_of(notes.path.name)
        if notes.file not in present:
            gone.append((notes, known))
        elif (
            lost and known and _fingerprint(store, notes.file) not in (known, "")
        ):  # "": gone just now, or shut
            changed.append(notes)
    return gone, changed


def _fingerprint(store: NoteStore, file: str) -> str:
    try:
        with store.source_path(file).open("rb") as data:
            return hashlib.file_digest(data, "sha256").hexdigest()
    except OSError:
        return ""


def _nearest_name(old: str, files: Sequence[str]) -> str | None:
    """Of several files with the same bytes the one most like the old name."""
    base = old.rsplit("/", 1)[-1]
    return min(files, key=lambda file: (file.rsplit("/", 1)[-1] != base, file), default=None)


def _by_quotes(
    store: NoteStore, notes: FileNotes, candidates: Sequence[str], texts: Texts, *, whole: bool
) -> list[Move]:
    """Move each note to the file that has its passage. `whole`: the source has gone altogether, so its notes on
    the whole article and its lost notes go with the majority."""
    wanted = list(notes.notes)
    if not whole:
        here = place_scored(wanted, list(texts(notes.file)))
        wanted = [found.note for _, found, _ in here if found.status == "lost"]
        if not wanted:
            return []
    homes: dict[str, tuple[float, str, Note]] = {}
    for file in _likely(store, wanted, candidates):
        bodies = list(texts(file))
        for number, located, found in place_scored(wanted, bodies):
            note = located.note
            if not note.anchor.exact.strip() or located.status not in ("ok", "moved") or found.score < SURE:
                continue
            if note.id not in homes or found.score > homes[note.id][0]:
                if bodies[number][located.start : located.end] == note.anchor.exact:
                    anchor = describe(bodies[number], located.start, located.end, number)
                else:  # what its writer has seen stays: "killed 6" is not made "killed 14"
                    anchor = note.anchor._replace(article=number)
                homes[note.id] = (found.score, file, note._replace(anchor=anchor))
    if not homes:
        return []
    targets: dict[str, list[Note]] = {}
    for _, file, note in homes.values():
        targets.setdefault(file, []).append(note)
    if whole:
        heir = max(targets, key=lambda file: (len(targets[file]), file))
        if len(targets[heir]) * 2 >= sum(bool(n.anchor.exact.strip()) for n in wanted) / len(targets):
            old = {note.id: note for note in wanted}
            came = [(old[new.id], new) for new in targets[heir]]
            targets[heir] += [_with_others(note, came) for note in wanted if note.id not in homes]
    return [
        Move(notes.file, file, tuple(hand_over(store, notes, moved, file)), "its passages are there now")
        for file, moved in targets.items()
    ]


def _with_others(note: Note, came: Sequence[tuple[Note, Note]]) -> Note:
    """A note whose passage says nothing of where it belongs, in the article to which most notes of its own went;
    `came` are the others before and after."""
    own = [new for old, new in came if old.anchor.article == note.anchor.article] or [new for _, new in came]
    number = Counter(new.anchor.article for new in own).most_common(1)[0][0]
    return note._replace(anchor=note.anchor._replace(article=number))


def _likely(store: NoteStore, notes: Sequence[Note], candidates: Sequence[str]) -> list[str]:
    """The files in which at least one of the longest quotes stands, by a look at their text."""
    probes = []
    for note in sorted(notes, key=lambda n: -len(n.anchor.exact))[:8]:
        quote = fold_text(note.anchor.exact).strip()
        if len(quote) >= 12:
            middle = max(0, (len(quote) - _PROBE) // 2)
            probes.append(quote[middle : middle + _PROBE].strip())
    likely = []
    for file in candidates:
        try:
            found = reading.snapshot(store.source_path(file))
        except (OSError, YamlError):
            continue
        if found is None:
            continue
        text = fold_text(found.data.decode("utf-8", "replace"))
        if any(probe in text for probe in probes):
            likely.append(file)
    return likely


def hand_over(store: NoteStore, notes: FileNotes, moved: Sequence[Note], file: str) -> list[str]:
    """Put notes of one file into the file of another source, their own lines and comments with them."""
    keeper = store.keeper
    sheet = keeper.sheet(notes.path.name)
    if sheet is None:
        return []
    additions, removals = [], []
    for note in moved:
        entry = sheet.find(note.id)
        if entry is None:
            continue
        block = splice.entry_block(sheet, entry) if entry.given else ""
        additions.append(Operation("add", note.id, {"id": note.id} | entry.fields, block=block))
        removals.append(Operation("remove", note.id, base=entry.fields))
    if not additions:
        return []
    name = notes_name(file)
    # First there, then gone here: a crash in between leaves both, never neither.
    keeper.change(name, additions, source=store.source_of(file), about=file)
    keeper.change(notes.path.name, removals, about=file)
    for note in moved:
        store.edit(file, note.id, anchor=note.anchor)
    _retire_if_empty(store, notes.path.name)
    return [operation.id for operation in additions]


def relocate(store: NoteStore, notes: FileNotes, file: str) -> None:
    """Give a notes file the name that belongs to `file`; only its `source: file:` changes. Raises: NotesError."""
    keeper, old, new = store.keeper, notes.path.name, notes_name(file)
    folder = store.folder
    if (folder / new).exists():
        hand_over(store, notes, notes.notes, file)
        return
    with locked(folder):
        sheet = keeper.sheet(old)
        if sheet is None:
            return
        number = keeper.journal.begin([{"op": "move", "name": new, "file": file, "from": notes.file}])
        try:
            text = splice.with_source(sheet, {"file": file})
            text = text.replace(title_line(notes.file), title_line(file), 1)
            temporary, _ = versions.write_temporary(
                folder / new, reading.Snapshot(text.encode("utf-8")), None
            )
            versions.put_in_place(temporary, folder / new, versions.version_path(folder, new), None)
            os.replace(folder / old, versions.version_path(folder, old))
            sync_folder(folder)
        except OSError as error:
            raise refusal(folder / new, error) from error
        keeper.journal.finish(number)


def _retire_if_empty(store: NoteStore, name: str) -> None:
    """A notes file whose last note has moved away goes to the history, unless it says anything else."""
    with locked(store.folder):
        sheet = store.keeper.sheet(name)
        if sheet is not None and _says_nothing(sheet):
            os.replace(store.folder / name, versions.version_path(store.folder, name))
            sync_folder(store.folder)


def _says_nothing(sheet: Sheet) -> bool:
    if sheet.entries or sheet.root is None or not isinstance(sheet.root.value, dict):
        return False
    if sheet.items is not None and not sheet.items.null and sheet.items.value:
        return False
    return set(sheet.root.value) <= {sheet.layout.version, "source", sheet.layout.entries}
