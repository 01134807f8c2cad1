"""Write notes, people, figures or passages in another format.

Without --query, --what notes writes every note of the PATHs, also those whose passage or article is gone. A
query chooses articles as `reader search` does. -o writes the file whole or not at all.

  reader export --format org -o notes.org ~/news
  reader export -q 'person:ruiz' --what passages --format csv . > ruiz.csv
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from reader.cli.console import complain
from reader.cli.exit_codes import DONE, NOTHING, UNSAVED, USAGE
from reader.cli.parsers import offer
from reader.notes import NoteStore


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `reader export`."""
    from reader.export import FORMATS
    from reader.export.material import PARTS

    about = "; ".join(f"{item.name}: {item.about}" for item in FORMATS.values())
    parser.add_argument("paths", nargs="*", metavar="PATH", help="folders or files (default: this folder)")
    chosen = parser.add_argument(
        "-f", "--format", metavar="FORMAT", help=f"default: by the suffix of -o. {about}"
    )
    offer(chosen, FORMATS)
    parser.add_argument("-t", "--template", metavar="FILE", help="a Jinja template instead of a format")
    parser.add_argument("-q", "--query", default="", help="only articles that match")
    parser.add_argument(
        "-w",
        "--what",
        choices=(*PARTS, "all"),
        default="notes",
        help="what to write (default: notes; passages need a query)",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="where to (default: standard output)")
    parser.add_argument("--notes", metavar="DIR", help="the notes folder, if it is not the library's own")


def run(options: argparse.Namespace) -> int:
    """Export; 0 done, 1 nothing to write, 2 bad option or query, 3 some inputs unreadable."""
    from reader.cli.openings import freshen, open_library, say_problems, understand
    from reader.export import FormatError, export, format_named
    from reader.export.gathering import gather
    from reader.export.material import PARTS
    from reader.export.scope import Scope
    from reader.export.templates import TemplateError, render_template

    try:
        suffix = Path(options.output or "").suffix.removeprefix(".")
        format_name = format_named(options.format or suffix or "markdown").name
    except FormatError as error:
        complain(error)
        return USAGE
    if options.what == "passages" and not options.query.strip():
        complain("which passages? name them with --query, as in `reader search`")
        return USAGE
    library, status = open_library(options.paths)
    if options.notes:
        library.notes = NoteStore(Path(os.path.abspath(options.notes)), library=library.root)
    query = understand(library, options.query)
    parts = PARTS if options.what == "all" else (options.what,)
    bare = format_name == "bibtex" and not options.template
    marks = bool({"people", "figures"} & set(parts)) or query.needs_marks
    if options.query or bare or marks:
        status = freshen(library, marks=marks, copies=query.needs_copies) or status
    material, unread = gather(library, Scope(options.query, parts), bare=bare)
    status = say_problems(unread, library.root) or status
    if material.empty:
        complain(f"nothing to export: {_way_out(options.what, options.query)}")
        return status or NOTHING
    try:
        if options.template:
            text = render_template(Path(options.template), material)
        else:
            text = export(format_name, material)
    except TemplateError as error:
        complain(error)
        return USAGE
    return _write(text, "" if options.template else format_name, options.output) or status


def _way_out(what: str, query: str) -> str:
    if query:
        return "no article matches the query" if what != "notes" else "no article that matches has notes"
    return "there are no notes yet" if what == "notes" else f"no {what} found"


def _write(text: str, format_name: str, output: str | None) -> int:
    # A newline in the text may be CRLF already (CSV): bytes are written as they are.
    if output is None or output == "-":
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
        return DONE
    from reader.durable import replacing
    from reader.export import file_bytes

    path = Path(output)
    try:
        # A device or a named pipe is written to, not replaced.
        through = path.exists() and not path.is_file()
        with path.open("wb") if through else replacing(path) as file:
            file.write(file_bytes("" if through else format_name, text))
    except OSError as error:
        complain(f"{output}: {error.strerror or error}; name a file in a folder that can be written")
        wrong = isinstance(error, FileNotFoundError | IsADirectoryError | NotADirectoryError)
        return USAGE if wrong else UNSAVED
    return DONE
