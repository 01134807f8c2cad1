"""Notes from JSON lines, each answered as soon as it is durable: `reader note add --batch`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from reader.cli import notebook
from reader.cli.console import complain, emit
from reader.cli.exit_codes import DONE, UNREADABLE, UNSAVED, USAGE
from reader.cli.wishes import Unclear, Wish, read_wish, text_of
from reader.notes.refusals import NotesError
from reader.notes.store import NoteStore

Answer = dict[str, Any]


def add_batch(options: argparse.Namespace) -> int:
    """Answer every line of the input; returns the exit code of the worst answer."""
    if os.path.isdir(options.batch):
        complain(f"{options.batch}: is a folder; name a file of JSON lines, or - for the standard input")
        return USAGE
    batch = _Batch(options)
    for lines in _arrivals(0 if options.batch == "-" else os.open(options.batch, os.O_RDONLY)):
        for answer in batch.answers(lines):
            emit(answer)
        sys.stdout.flush()
    return batch.code


def _arrivals(source: int) -> Iterator[list[bytes]]:
    """The complete lines that each read of `source` brings, without waiting for more."""
    rest = b""
    while part := os.read(source, 1 << 16):
        lines = (rest + part).split(b"\n")
        rest = lines.pop()
        lines = [line for line in lines if line.strip()]
        if lines:
            yield lines
    if rest.strip():
        yield [rest]


class _Batch:
    """The stores and articles that the lines so far have asked for; `code` is the exit code until now."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._shelf = notebook.Shelf()
        self._stores: dict[Path, NoteStore] = {}
        self.code = DONE

    def answers(self, lines: Sequence[bytes]) -> list[Answer]:
        """Add the notes of `lines`, those of one file in one durable step, and answer each line in its place."""
        answers: list[Answer] = [{} for _ in lines]
        groups: dict[tuple[NoteStore, str], list[tuple[int, Wish]]] = {}
        for place, line in enumerate(lines):
            try:
                store, wish = self._read(line)
                groups.setdefault((store, wish.file), []).append((place, wish))
            except NotesError as error:
                answers[place] = self._failure(error, UNREADABLE)
        for (store, file), wishes in groups.items():
            try:
                made = store.add_many(file, [w.note for _, w in wishes], source=wishes[0][1].article)
                for (place, _), note in zip(wishes, made, strict=True):
                    answers[place] = {"ok": True, "id": note.id}
            except NotesError as error:
                for place, _ in wishes:
                    answers[place] = self._failure(error, UNSAVED)
        return answers

    def _failure(self, error: NotesError, code: int) -> Answer:
        self.code = max(self.code, code)
        return {"ok": False, "error": str(error)}

    def _read(self, line: bytes) -> tuple[NoteStore, Wish]:
        """The note that a line asks for, and where it is to be kept. Raises: NotesError."""
        try:
            row = json.loads(line)
        except ValueError:
            raise Unclear("not a line of JSON") from None
        if not isinstance(row, dict):
            raise Unclear("a JSON object is expected on every line")
        row.setdefault("file", self._options.file)
        path = Path(text_of(row, "file") or ".")
        folder = path.absolute().parent
        if folder not in self._stores:
            self._stores[folder] = notebook.open_store(path, self._options)
            self._stores[folder].start()
        store = self._stores[folder]
        return store, read_wish(store, self._shelf, row)
