"""List notes with the places they have in today's text.

Without PATH the notes of the library in the current folder. A note whose passage has gone is `lost`, one whose
file has gone is listed as an orphan; neither is ever dropped.

  reader notes --category check .
  reader notes --doubtful --json . | jq -r .id
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.cli import notebook
from reader.cli.console import complain, emit, say
from reader.cli.exit_codes import DONE, NOTHING, UNREADABLE, USAGE
from reader.cli.openings import user_settings
from reader.cli.rows import nothing_found
from reader.folding import fold_text
from reader.library.categories import categories_meant
from reader.library.wording import count
from reader.model import Located, Note
from reader.notes.anchor import place_scored
from reader.notes.refusals import NotesError
from reader.notes.store import FileNotes, NoteStore
from reader.settings import Settings
from reader.text import in_quotes, one_line

if TYPE_CHECKING:
    from reader.library.index.marking import State


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or libraries (default: this folder)")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--tag", metavar="TAG", help="only notes with this tag")
    parser.add_argument("--category", metavar="NAME", help="only notes of this category, by name or number")
    parser.add_argument("--search", metavar="TEXT", help="only notes with this in body, quote or tags")
    parser.add_argument("--missing", action="store_true", help="notes removed outside Reader, to restore")
    parser.add_argument(
        "--doubtful", action="store_true", help="only notes unsure of their passage, or that lost it"
    )
    parser.add_argument("--orphans", action="store_true", help="only notes whose file has gone")
    parser.add_argument(
        "--rename-tag", nargs=2, metavar=("OLD", "NEW"), help="rename or merge a tag of notes and articles"
    )
    notebook.declare_places(parser)


def run(options: argparse.Namespace) -> int:
    """Print the notes; 1 when there are none, 3 when some files could not be read, 4 when not saved."""
    options.names = names = (user_settings() or Settings()).categories
    if options.category is not None:
        options.category = categories_meant(options.category, names)
        if not options.category:
            complain(f"there is no such category of notes; choose from {', '.join(names)}")
            return USAGE
    try:
        if options.rename_tag:
            return _rename_tag(options)
        return _list_missing(options) if options.missing else _list_found(options)
    except NotesError as error:
        complain(error)
        return notebook.exit_code(error)


def _rename_tag(options: argparse.Namespace) -> int:
    """Rename a tag of notes and articles, say how many changed; returns the exit code."""
    notes = articles = 0
    for store in _stores(options):
        notes += store.rename_tag(*options.rename_tag)
        articles += len(_state(store).rename_tag(*options.rename_tag))
    of_articles = f" and {count(articles, 'article')}" if articles else ""
    say(f"{count(notes, 'note')}{of_articles} changed")
    return DONE if notes or articles else NOTHING


def _list_missing(options: argparse.Namespace) -> int:
    """Print the notes that were removed outside Reader; returns the exit code."""
    missing = [note for store in _stores(options) for note in store.missing()]
    for note in missing:
        words = {"quote": note.anchor.exact, "body": note.body, "tags": list(note.tags)}
        _show(options, {"id": note.id, "file": note.file, "status": "missing", **words})
    return DONE if missing else nothing_found()


def _stores(options: argparse.Namespace) -> Iterator[NoteStore]:
    for name in options.paths or ["."]:
        yield notebook.open_store(Path(name), options)


def _list_found(options: argparse.Namespace) -> int:
    """Print the notes that are asked for; returns the exit code."""
    shelf = notebook.Shelf()
    shown = trouble = 0
    for name in options.paths or ["."]:
        path = Path(name)
        store = notebook.open_store(path, options)
        if not path.exists() and not store.read(store.key(path.absolute())).notes:
            complain(f"{name}: no such file or folder, and no notes on one; check the name")
            trouble += 1
            continue
        for notes in store.every() if path.is_dir() else [store.read(store.key(path.absolute()))]:
            for problem in notes.problems:
                complain(problem)
                trouble += not notes.notes
            shown += _list(options, store, shelf, notes)
    return UNREADABLE if trouble else DONE if shown else nothing_found()


def _state(store: NoteStore) -> State:
    """The state of the articles of the library that the notes belong to."""
    from reader.library import Library

    return Library.open([store.library], user_settings()).state


def _list(options: argparse.Namespace, store: NoteStore, shelf: notebook.Shelf, notes: FileNotes) -> int:
    """Print those of the notes on a file that are asked for; returns how many."""
    wanted = [note for note in notes.notes if _fits(options, note)]
    if not wanted:
        return 0
    orphan = False
    texts: list[str] = []
    path = store.source_path(notes.file)
    try:
        texts = [article.text for article in shelf.articles(path, store)]
    except NotesError as error:
        orphan = not path.exists()
        if not orphan:
            complain(error)
    if options.orphans and not orphan:
        return 0
    shown = 0
    for number, located, found in place_scored(wanted, texts):
        if options.doubtful and not located.is_doubtful:
            continue
        shown += 1
        text = texts[number] if number < len(texts) else ""
        more: dict[str, Any] = {"orphan": True} if orphan else {}
        _show(options, notebook.note_record(located, number, text, found.candidate, **more), located)
    return shown


def _fits(options: argparse.Namespace, note: Note) -> bool:
    if options.tag and options.tag.lstrip("#").casefold() not in [tag.casefold() for tag in note.tags]:
        return False
    if options.category is not None and note.category not in options.category:
        return False
    if options.search:
        there = fold_text("\n".join([note.body, note.anchor.exact, *note.tags]))
        return fold_text(options.search) in there
    return True


def _show(options: argparse.Namespace, record: dict[str, Any], located: Located | None = None) -> None:
    if options.json:
        emit(record)
        return
    where = one_line(record["file"]) + (f":{located.start}" if located and located.status != "lost" else "")
    quote = one_line(record["quote"])
    quote = quote if len(quote) <= 100 else quote[:99] + "…"
    category = record.get("category", 0)
    marked = [one_line(options.names[category - 1])] if 0 < category <= len(options.names) else []
    marked += [f"#{tag}" for tag in record["tags"]]
    version = f" (another version of {record['conflict_of']}: keep one)" if record.get("conflict_of") else ""
    say(
        f"{record['id']}  {record['status']:<7} {where}"
        + (" (orphan)" if record.get("orphan") else "")
        + version
    )
    if quote:
        say(f"    {in_quotes(quote)}")
    for line in record["body"].splitlines():
        say(f"    {line}")
    if marked:
        say(f"    {' '.join(marked)}")
    if record.get("links"):
        say(f"    → {' '.join(map(one_line, record['links']))}")
