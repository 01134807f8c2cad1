"""Everything that can be wrong with a notes folder, found and named; nothing is changed."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from reader.model import Problem
from reader.notes import copies, reading, versions
from reader.notes.names import notes_name
from reader.notes.store import FileNotes, NoteStore
from reader.yamlio import YamlError

_TEMPORARY = re.compile(r"\..+\.[0-9]+\.[0-9a-f]{8}\.tmp")
_COMMENTED_OUT = re.compile(
    r"^(?:- |  )(?:body|exact): +[^\s\"'|>\[{&*!#%@`][^\n#]* (#[^\s#]+)", re.MULTILINE
)


def check(store: NoteStore) -> Iterator[Problem]:
    """Yield every finding; source files are looked for on the disk."""
    if not store.folder.exists():
        return
    yield from _folder(store.folder)
    ids: dict[str, str] = {}  # of each note, with the path of its file
    links: list[tuple[str, str, str]] = []
    for notes in store.every():
        path = str(notes.path)
        yield from _of_file(store, notes)
        for note in notes.notes:
            if note.id in ids and ids[note.id] != path:
                yield Problem(path, 0, f"the id {note.id} stands in {Path(ids[note.id]).name} too")
            ids[note.id] = path
            links += [(path, note.id, link) for link in note.links]
            if note.conflict_of:
                text = f"note {note.id} is another version of {note.conflict_of}; keep one of them"
                yield Problem(path, 0, text)
    for path, note_id, link in links if not store.unreadable() else ():
        if link not in ids:
            yield Problem(path, 0, f"note {note_id} links to {link}, which does not exist")
    yield from _of_lost_notes(store, ids)
    for draft in store.drafts.all():
        yield Problem(str(draft), 0, "an unsaved draft")


def _of_file(store: NoteStore, notes: FileNotes) -> Iterator[Problem]:
    """What is wrong with a file of notes as a whole."""
    path = str(notes.path)
    yield from notes.problems
    yield from _commented_out(notes.path)
    if notes.path.exists() and not os.access(notes.path, os.W_OK):
        yield Problem(path, 0, "read-only; notes on this article cannot be changed")
    if not notes.file:
        if notes.notes:
            yield Problem(path, 0, "does not say which file it is about; add source: file: to it")
        return
    if notes.path.name != notes_name(notes.file):
        yield Problem(path, 0, f"should be called {notes_name(notes.file)} to be found for {notes.file}")
    if notes.notes and not store.source_path(notes.file).exists():
        count = len(notes.notes)
        kept = "its note is kept" if count == 1 else f"its {count} notes are kept"
        yield Problem(path, 0, f"{notes.file} has gone; {kept} (reader index looks where its text is now)")


def _commented_out(path: Path) -> Iterator[Problem]:
    """Where somebody wrote a `#tag` by hand that YAML takes for a comment."""
    with contextlib.suppress(OSError, YamlError):
        found = reading.snapshot(path)
        text = found.data.decode("utf-8", "replace") if found is not None else ""
        for match in _COMMENTED_OUT.finditer(text):
            said = f"to YAML {match[1]} and what follows is a comment; put the text in quotes to keep it"
            yield Problem(str(path), text.count("\n", 0, match.start()) + 1, said)


def _of_lost_notes(store: NoteStore, ids: Collection[str]) -> Iterator[Problem]:
    """The notes that are not, or not any more, as they should be; `ids` are those of all that are there."""
    found = [(note.id, note.file, "was removed outside Reader") for note in store.missing()]
    found += [(note.id, note.file, "was set back to an older text") for note in store.set_back()]
    found += [
        (known[0], known[1], "was being saved when Reader stopped") for known in store.lost.unfinished(ids)
    ]
    for note_id, file, said in found:
        yield Problem(
            str(store.folder), 0, f"note {note_id} on {file} {said} (reader note restore {note_id})"
        )


def _folder(folder: Path) -> Iterator[Problem]:
    if not os.access(folder, os.W_OK | os.X_OK):
        yield Problem(str(folder), 0, "cannot be written; new notes would be refused")
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield Problem(str(folder), 0, f"cannot be read: {error.strerror or error}")
        return
    for name in names:
        if _TEMPORARY.fullmatch(name):
            yield Problem(
                str(folder / name), 0, "left over from a crash; reader doctor notes --repair clears it"
            )
        elif versions.looks_like_backup(name):
            yield Problem(str(folder / name), 0, "a backup of an editor; ignored")
    for name, others in copies.listing(folder).items():
        for other in others:
            if (folder / name).exists():
                yield Problem(
                    str(folder / other), 0, f"a copy of {name}; --repair or the next change merges it"
                )
