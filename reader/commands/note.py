"""Add, edit, remove and restore notes. A command that exits with 0 has the note safely on disk.

`add FILE --quote TEXT --body TEXT` puts a note on a passage (without --quote: on the whole article).
`add --batch -` reads JSON objects, one a line, with file (or FILE for all), quote, body and optionally start, article,
tags, category, people and links, and answers each with one line as soon as the note is durable.

  reader note add story.txt --quote 'the exact words' --body 'check this'
  reader note edit n4k7w2p --category check --tag money
"""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from reader.cli import notebook
from reader.cli.console import complain, say
from reader.cli.exit_codes import DONE, USAGE
from reader.cli.note_batch import add_batch
from reader.cli.parsers import Help
from reader.cli.wishes import category_called, read_wish
from reader.model import Anchor, Note, Problem
from reader.notes.names import notes_name
from reader.notes.refusals import NoteMissing, NotesError, NotesRefused
from reader.notes.store import NoteStore
from reader.notes.tags import tags_in

_ADDING = (
    "reader note add story.txt --quote 'the exact words' --body 'check this'",
    "reader note add --batch notes.jsonl --library ~/news",
)
_EDITING = ("reader note edit n4k7w2p --body 'checked' --category 0",)


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    actions = parser.add_subparsers(
        dest="action", required=True, metavar="add|edit|rm|restore", help="what to do"
    )
    add = _action(actions, "add", "add a note to a passage or a whole article", *_ADDING)
    add.add_argument("file", nargs="?", metavar="FILE", help="the article's file")
    add.add_argument("--quote", default="", metavar="TEXT", help="the passage; without it the whole article")
    add.add_argument("--body", metavar="TEXT", help="the note; - reads it from the standard input")
    add.add_argument("--start", type=int, metavar="N", help="take the occurrence nearest to this offset")
    add.add_argument("--article", type=int, metavar="N", help="number of the article in the file, from 0")
    add.add_argument("--batch", metavar="FILE", help="JSON lines from this file; - is the standard input")
    _declare_marks(add, "")
    notebook.declare_places(add)
    edit = _action(actions, "edit", "change a note; what is not named stays", *_EDITING)
    edit.add_argument("id", metavar="ID", help="the note, as `reader notes` prints it")
    edit.add_argument(
        "path", nargs="?", default=".", metavar="PATH", help="its file or library (default: this folder)"
    )
    edit.add_argument("--body", metavar="TEXT", help="the new text; - reads it from the standard input")
    edit.add_argument("--quote", metavar="TEXT", help="put the note on this passage instead")
    edit.add_argument("--start", type=int, metavar="N", help="take the occurrence nearest to this offset")
    _declare_marks(edit, ", instead of those it has")
    notebook.declare_places(edit)
    for name, text in (("rm", "remove a note"), ("restore", "bring back a note that is gone")):
        command = _action(actions, name, text, f"reader note {name} n4k7w2p ~/news")
        command.add_argument("id", metavar="ID", help="the note, as `reader notes` prints it")
        command.add_argument(
            "path", nargs="?", default=".", metavar="PATH", help="its file or library (default: this folder)"
        )
        notebook.declare_places(command)


def _action(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], name: str, about: str, *examples: str
) -> argparse.ArgumentParser:
    lines = "\n".join(f"  {example}" for example in examples)
    description = f"{about[0].upper()}{about[1:]}.\n\n{lines}"
    made: argparse.ArgumentParser = actions.add_parser(
        name, help=about, description=description, formatter_class=Help
    )
    return made


def _declare_marks(parser: argparse.ArgumentParser, instead: str) -> None:
    parser.add_argument("--tag", action="append", metavar="TAG", help=f"a tag{instead}; may be repeated")
    parser.add_argument(
        "--category", type=_category, metavar="NAME", help="category by name or number, 0 for none"
    )
    parser.add_argument(
        "--person", action="append", metavar="NAME", help=f"a person it is on{instead}; may be repeated"
    )
    parser.add_argument(
        "--link", action="append", metavar="ID", help=f"another note{instead}; may be repeated"
    )


def _category(value: str) -> int:
    try:
        return category_called(value, notebook.Shelf().categories)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def run(options: argparse.Namespace) -> int:
    """Make the change; 4 when it could not be saved, 3 when the article cannot be read, 1 when not found."""
    try:
        if options.action == "add" and options.batch is not None:
            return add_batch(options)
        if options.action == "add":
            return _add(options)
        store = notebook.open_store(Path(options.path), options)
        store.start()
        if options.action == "edit":
            return _edit(store, options)
        note = _held(store, options.id) if options.action == "rm" else None
        done = store.remove(note.file, note.id) if note else store.restore(options.id)
        say(done.id)
        return DONE
    except NotesError as error:
        complain(error)
        return notebook.exit_code(error)


def _add(options: argparse.Namespace) -> int:
    if not options.file or options.body is None:
        complain("note add needs FILE and --body, or --batch")
        return USAGE
    row = {
        "file": options.file,
        "quote": options.quote,
        "body": sys.stdin.read() if options.body == "-" else options.body,
        "start": options.start,
        "article": options.article,
        "tags": options.tag,
        "category": options.category,
        "people": options.person,
        "links": options.link,
    }
    store = notebook.open_store(Path(options.file), options)
    store.start()
    wish = read_wish(store, notebook.Shelf(), row)
    if wish.others:
        complain(
            f"{options.file}: the quote stands there {wish.others + 1} times; --start chooses another one"
        )
    say(store.add(wish.file, wish.note, source=wish.article).id)
    return DONE


def _held(store: NoteStore, note_id: str) -> Note:
    note = store.find(note_id)
    if note is None:
        known = store.lost.find([note_id]).get(note_id)
        broken = store.unreadable().get(notes_name(known[0])) if known else None
        if broken is not None:
            text = f"{broken.message}; repair the file first"
            raise NotesRefused(replace(broken, message=text), "changed")
        raise NoteMissing(Problem(str(store.folder), 0, f"there is no note {note_id}"))
    return note


def _edited_tags(note: Note, body: str | None, given: list[str] | None) -> Sequence[str] | None:
    """The tags after an edit: those given or kept, and those in the new words; None where nothing was said."""
    if body is None:
        return given
    return tags_in(body, note.tags if given is None else given, note.body if given is None else "")


def _own_place(store: NoteStore, note: Note) -> Anchor | None:
    """Where a note stands that was written by hand, if its words are in one place alone."""
    row = {"file": str(store.library / note.file), "quote": note.anchor.exact}
    with contextlib.suppress(NotesError):  # the article may have gone, or say it no more
        wish = read_wish(store, notebook.Shelf(), row)
        if not wish.others and wish.note.anchor.exact == note.anchor.exact:
            return wish.note.anchor
    return None


def _edit(store: NoteStore, options: argparse.Namespace) -> int:
    note = _held(store, options.id)
    body = sys.stdin.read() if options.body == "-" else options.body
    anchor = None
    if options.quote is not None:
        row = {"file": str(store.library / note.file), "quote": options.quote, "start": options.start}
        anchor = read_wish(store, notebook.Shelf(), row).note.anchor
    elif note.anchor.exact and note.anchor.start < 0:
        anchor = _own_place(store, note)
    made = store.edit(
        note.file,
        note.id,
        body=body,
        tags=_edited_tags(note, body, options.tag),
        category=options.category,
        people=options.person,
        links=options.link,
        anchor=anchor,
        base=note,
    )
    say(made.id)
    return DONE
