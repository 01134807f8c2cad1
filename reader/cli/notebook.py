"""What the note commands share: which library a path belongs to, its articles, and a note as JSON."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.cli.console import complain
from reader.cli.exit_codes import NOTHING, UNREADABLE, UNSAVED
from reader.cli.openings import user_settings
from reader.model import Article, Located, Problem
from reader.notes.refusals import NoteMissing, NotesError
from reader.notes.store import NoteStore
from reader.paths import CORRECTIONS_FILE, library_of

if TYPE_CHECKING:
    from reader.library.errata.choices import Choices


def declare_places(parser: argparse.ArgumentParser) -> None:
    """Add the options that say where notes are."""
    parser.add_argument("--notes", metavar="DIR", help="notes folder (default: notes/ in the library)")
    parser.add_argument(
        "--library", metavar="DIR", help="the library a file belongs to (default: found from the file)"
    )


def open_store(path: Path, options: argparse.Namespace) -> NoteStore:
    """The store for a file or folder as the options and the settings say."""
    from reader.settings import Settings

    settings = user_settings() or Settings()
    library = Path(options.library) if options.library else None
    if options.notes:
        folder = Path(options.notes)
        if library is None:
            home = folder.absolute().parent
            inside = path.absolute().is_relative_to(home)
            library = home if inside else library_of(path.absolute())
        return NoteStore(folder, library=library, colors=settings.category_colors)
    store = NoteStore.open(library or library_of(path.absolute()), settings)
    if store.fallback:
        complain(f"{store.library}: cannot be written; notes are kept in {store.folder}")
    for tiding in store.tidings:
        complain(tiding)
    return store


def choices_for(path: Path, store: NoteStore) -> Choices:
    """What the corrections beside the notes in `store` say of the file at `path`."""
    from reader.library.errata.choices import NO_CHOICES, choosing
    from reader.notes.corrections import CorrectionStore

    if not (store.folder / CORRECTIONS_FILE).exists():
        return NO_CHOICES
    return choosing(CorrectionStore(store.folder).read())(store.key(path.absolute()))


class Shelf:
    """Articles of files, each parsed once as long as it does not change, and what their notes may be."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[object, tuple[Article, ...]]] = {}

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """The names of the categories of notes."""
        from reader.settings import Settings

        return (user_settings() or Settings()).categories

    def articles(self, path: Path, store: NoteStore) -> tuple[Article, ...]:
        """The articles of the file, put right by the corrections beside the notes in `store`. Raises: NotesError when
        it cannot be read."""
        from reader.library.errata.parsed import articles_of
        from reader.notes.reading import stamp_of
        from reader.parsing import ParseError, read_bytes

        stamp = stamp_of(path), stamp_of(store.folder / CORRECTIONS_FILE)
        known = self._known.get(path)
        if known is not None and known[0] == stamp:
            return known[1]
        try:
            made = articles_of(read_bytes(path), str(path), choices_for(path, store))
        except ParseError as error:
            raise UnreadableArticle(Problem(str(path), 0, str(error))) from error
        except OSError as error:
            raise UnreadableArticle(Problem(str(path), 0, error.strerror or str(error))) from error
        self._known = {path: (stamp, made)}
        return made


class UnreadableArticle(NotesError):
    """The file that a note is on cannot be read."""

    def __str__(self) -> str:
        return self.problem.message if self.problem.file in self.problem.message else str(self.problem)


def exit_code(error: NotesError) -> int:
    """The exit code for a change that did not happen."""
    if isinstance(error, UnreadableArticle):
        return UNREADABLE
    return NOTHING if isinstance(error, NoteMissing) else UNSAVED


def note_record(
    located: Located, number: int, text: str, candidate: Sequence[int] | None = None, **more: Any
) -> dict[str, Any]:
    """A note as `reader notes --json` prints it; `text` is that of its article today."""
    note = located.note
    found = located.status != "lost"
    record: dict[str, Any] = {
        "id": note.id,
        "file": note.file,
        "article": number,
        "start": located.start if found else None,
        "end": located.end if found else None,
        "status": located.status,
        "quote": note.anchor.exact,
        "text": text[located.start : located.end] if found else None,
        "body": note.body,
        "tags": list(note.tags),
        "category": note.category,
        "people": list(note.people),
        "links": list(note.links),
        "created": note.created,
        "modified": note.modified,
    }
    if note.conflict_of:
        record["conflict_of"] = note.conflict_of
    if not found and candidate:
        record["candidate"] = list(candidate)
    return record | more
