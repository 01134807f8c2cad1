"""Exporting what is shown: a format is chosen, a new file is written where Reader was started."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from reader.durable import replacing
from reader.export import FORMATS, export, file_bytes
from reader.export.gathering import gather
from reader.export.material import Material
from reader.export.scope import Scope
from reader.paths import from_home, slug
from reader.ui import wording
from reader.ui.screens.picker import Choice, Picker

if TYPE_CHECKING:
    from reader.library import Library
    from reader.ui.room import Room, Teller

_TITLES = {"html": "HTML", "csv": "CSV", "json": "JSON", "w3c": "W3C", "bibtex": "BibTeX"}
#: Formats that have no place for everything.
_ONLY = {"w3c": {"notes", "figures", "passages"}, "bibtex": {"notes"}, "readwise": {"notes"}}


def free_path(folder: Path, name: str, suffix: str) -> Path:
    """A path in `folder` that is not taken yet: `name.md`, `name-2.md`, …"""
    path = folder / f"{name}{suffix}"
    number = 2
    while path.exists():
        path = folder / f"{name}-{number}{suffix}"
        number += 1
    return path


def target_folder() -> Path:
    """Where exports go: the folder Reader was started in, or the home folder when that cannot be written."""
    here = Path.cwd()
    return here if os.access(here, os.W_OK) else Path.home()


def _contents(material: Material, references: bool) -> str:
    """What was exported, counted."""
    notes = sum(len(entry.notes) for entry in material.entries)
    counts = [
        (len(material.entries), "reference", "") if references else (notes, "note", ""),
        (len(material.people), "person", "people"),
        (len(material.figures), "figure", ""),
        (len(material.passages), "passage", ""),
    ]
    return ", ".join(wording.count(*count) for count in counts if count[0]) or wording.count(0, "note")


def export_scope(main: Room, teller: Teller, scope: Scope) -> None:
    """Ask for a format, then write what is in `scope` in it; `teller` is the screen that says what came of it."""
    library, parts, title = main.session.library, scope.parts, scope.title or scope.query
    name = slug(title or library.root.name, 40)
    choices = [
        Choice(f"{_TITLES.get(item.name, item.name.capitalize())} file", (item.name, True), item.about)
        for item in FORMATS.values()
        if not _ONLY.get(item.name, set(parts)).isdisjoint(parts)
    ]
    choices.append(Choice("Copy as Markdown", ("markdown", False), "to the clipboard"))

    def answered(value: tuple[str, bool] | None) -> None:
        if value is None:
            return
        format_name, to_file = value

        def done(result: tuple[str, str]) -> None:
            text, said = result
            if not said:
                none = "There are no notes here to export yet; a in the text writes one."
                teller.say(none if "notes" in parts else "There is nothing here to export.")
            elif to_file:
                teller.say(f"Exported {said}", "good", 8)
            else:
                from reader.ui.clipboard import copy_text

                teller.say(f"{said}: {copy_text(text, main.app.copy_to_clipboard)}", "good", 8)

        file = f"{name}-{'references' if format_name == 'bibtex' else parts[0]}" if to_file else ""
        main.jobs.run(lambda: _make(library, scope, format_name, file), done, teller.trouble)

    main.app.push_screen(Picker(f"Export {title or 'all notes'}", choices), answered)


def _make(library: Library, scope: Scope, format_name: str, file: str) -> tuple[str, str]:
    """Write what is in `scope` to a new file of this name, or give its text where that is "": the text, and what to say
    of it, "" where there is nothing. Raises: OSError, then no file is left."""
    references = format_name == "bibtex"  # of articles, whether there are notes on them or not
    material, problems = gather(library, scope, bare=references)
    if material.empty:
        return "", ""
    text = export(format_name, material)
    said = _contents(material, references)
    if problems:
        said += f" ({problems[0]})"
    if not file:
        return text, said
    path = free_path(target_folder(), file, FORMATS[format_name].suffix)
    with replacing(path) as written:
        written.write(file_bytes(format_name, text))
    return "", f"{said} to {path.name} in {from_home(path.parent)}"
