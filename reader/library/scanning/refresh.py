"""What a scan brings up to date around the index, corrections and notes, and whether the index is whole."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reader.annotation import OF_ARTICLES, OF_BORDERS
from reader.columns import changed
from reader.library.errata.choices import correction_of, told
from reader.library.in_force import corrections_before
from reader.library.index.conditions import PersonIds
from reader.library.index.reading import Reader
from reader.library.index.soundness import is_whole
from reader.library.index.writing import NoteRow, Writer
from reader.library.query.tokens import tokens
from reader.library.query.tree import Query, Words
from reader.model import Correction, Note, Problem
from reader.paths import file_of

if TYPE_CHECKING:
    from reader.notes.store import NoteStore

_DAY = 24 * 3600  # seconds between looks whether the index is whole


def look_for_damage(index: Reader, writer: Writer) -> None:
    """Once a day, for damage that raises no error but gives wrong answers. Raises sqlite3.DatabaseError."""
    import sqlite3

    looked = index.recall("whole")
    if looked is not None and abs(time.time() - looked) < _DAY:
        return
    if looked is not None and not is_whole(index.database.connection):
        raise sqlite3.DatabaseError("malformed")
    writer.remember("whole", time.time())


def refresh_corrections(
    index: Reader, writer: Writer, corrections: Sequence[Correction], persons: PersonIds
) -> dict[str, list[bytes]]:
    """Have the articles looked at again that corrections made or withdrawn since then speak of; returns the files in
    which they may get other numbers, with their fingerprints until then.

    Corrections change behind our back too: by hand, or by another Reader.
    """
    now, before = set(map(told, corrections)), set(map(told, corrections_before(index)))
    if now == before:
        return {}
    touched: set[int] = set()
    files: set[str] = set()
    everything = False
    for said in now ^ before:
        action, text, target, article, *_ = said
        if action in OF_ARTICLES:
            files.add(correction_of(said).file)
        elif action in ("show", "hide"):
            if article:
                files.add(file_of(article))
            elif action == "hide" and said in now:
                files |= {place.path for _, place in index.places(holding(index, [text], persons))}
            else:
                everything = True
        elif article:
            number = index.number(article)
            touched |= {number} if number is not None else set()
        else:
            touched |= set(holding(index, [text, target], persons))
    writer.unmark(sorted(touched))
    if everything:
        writer.distrust()
    elif files:
        writer.distrust(sorted(files))
    remember_corrections(writer, corrections)
    return {
        said.file: index.digests(said.file)
        for said in map(correction_of, now ^ before)
        if said.action in OF_BORDERS
    }


def remember_corrections(writer: Writer, corrections: Iterable[Correction]) -> None:
    """The index is as these corrections say."""
    writer.remember("corrections", json.dumps(sorted(set(map(told, corrections)))))


def holding(index: Reader, texts: Sequence[str], persons: PersonIds) -> list[int]:
    """The articles that hold one of `texts` as a phrase."""
    found: set[int] = set()
    for text in texts:
        words = tokens(text)
        if words:
            found |= set(index.order(Query(text, Words(words, text)), persons))
    return sorted(found)


def note_rows(notes: Iterable[Note]) -> list[NoteRow]:
    """Notes as the index keeps them."""
    rows = []
    for note in notes:
        tags = "".join(f"\n{tag.lower()}" for tag in note.tags)
        words = " ".join(tokens(f"{note.body} {note.anchor.exact}"))
        rows.append((note.id, note.anchor.article, f"{tags}\n" if tags else "", words, note.category))
    return rows


def take_notes(index: Reader, writer: Writer, notes: NoteStore, file: str) -> None:
    """Take in the notes of one file. If the index has them as they were when the file was read last, only those
    that have changed since are written."""
    before, now = notes.latest(file), notes.read(file)
    stamp = repr(now.stamp)
    if before is None or index.note_stamps().get(file) != repr(before.stamp):
        writer.store_notes(file, stamp, note_rows(now.notes))
        notes.keep(file)
        return
    first, last = changed(before.notes, now.notes)
    new = now.notes[first : len(now.notes) - last]
    gone = {note.id for note in before.notes[first : len(before.notes) - last]} - {note.id for note in new}
    writer.change_notes(file, stamp, sorted(gone), note_rows(new))
    notes.keep(file)


def refresh_notes(index: Reader, writer: Writer, notes: NoteStore) -> list[Problem]:
    """Take in the notes of every file whose notes changed; the others are not read. Returns what keeps some from being
    read, whose notes stay as they were."""
    known = index.note_stamps()
    same = notes.unchanged(known)
    files = set(notes.files(same))
    wrong: list[Problem] = []
    for file in (files | known.keys()) - same:
        found = notes.read(file)
        if found.problems and not found.notes:
            wrong += found.problems
        elif file in files:
            writer.store_notes(file, repr(found.stamp), note_rows(found.notes))
            notes.keep(file)
        else:
            writer.store_notes(file, "", ())
    return wrong
