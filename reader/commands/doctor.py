"""Check files, notes, settings and the terminal, and name everything that is wrong.

`reader doctor` checks everything, `reader doctor files [PATH]` what of a library can be read, `reader doctor notes
[PATH]` its notes, every file of them.

  reader doctor
  reader doctor files ~/news
"""

from __future__ import annotations

import argparse
import locale
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from reader.annotation import OF_ARTICLES
from reader.cli import notebook
from reader.cli.console import complain, say
from reader.cli.exit_codes import DONE, UNREADABLE, UNSAVED, USAGE
from reader.model import Correction
from reader.notes.store import NoteStore

AREAS = ("files", "notes", "settings", "terminal")


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "what",
        nargs="*",
        metavar="AREA|PATH",
        help="files, notes, settings or terminal (default: all), and a library",
    )
    parser.add_argument(
        "--repair",
        action="store_true",
        help="clear leftovers, merge conflict copies, keep both sides of merge conflicts",
    )
    notebook.declare_places(parser)


def run(options: argparse.Namespace) -> int:
    """Print the findings; 0 when there are none, 3 otherwise, 4 when a repair was not possible."""
    areas = [word for word in options.what if word in AREAS and (word == options.what[0])]
    places = options.what[len(areas) :] or ["."]
    findings = 0
    for area in areas or AREAS:
        if area in ("files", "notes"):
            for place in places:
                if not Path(place).exists():
                    complain(f"{place}: no such file or folder")
                    return USAGE
                if area == "files":
                    findings += _files(Path(place))
                    continue
                store = notebook.open_store(Path(place), options)
                if options.repair and not _repair(store):
                    return UNSAVED
                findings += _notes(store)
        else:
            findings += _settings() if area == "settings" else _terminal()
    return UNREADABLE if findings else DONE


def _report(area: str, findings: list[str], fine: str) -> int:
    for finding in findings:
        say(f"{area}: {finding}")
    if not findings:
        say(f"{area}: {fine}")
    return len(findings)


def _files(path: Path) -> int:
    from reader.cli.openings import show_progress
    from reader.library import Library
    from reader.library.index.soundness import is_sound
    from reader.library.scanning.freshness import not_read
    from reader.library.wording import count
    from reader.paths import library_of, was_opened
    from reader.settings import load_settings

    root = library_of(path.absolute())
    if not was_opened(root):  # nobody asked for an index of it
        return _report("files", [], f"{root} was not opened yet; `reader index` names what cannot be read")
    library = Library.open([path], load_settings()[0])
    try:
        with show_progress() as report:
            result = library.scan(report, copies=False, marks=False, apart=False)
        findings = [str(problem) for problem in dict.fromkeys((*library.problems, *result.problems))]
        if result.busy:
            findings.append("another Reader is indexing this library; try again when it has done")
        elif not is_sound(library.database.path, index=True):
            findings.append(
                f"{library.database.path}: is damaged; `reader index --rebuild` builds the index anew"
            )
        said = f"{count(library.index.count(), 'article')} in {library.root}, nothing wrong"
        wrong = _report("files", findings, said)
        if library.index.count() and (others := not_read(library.index, library.settings.also_read)):
            say(f"files: {others}")
        return wrong
    finally:
        library.close()


def _repair(store: NoteStore) -> bool:
    """Mend notes as far as that can be done; False after saying what could not."""
    problems = (*store.settle_conflicts(), *store.start()) if store.folder.exists() else ()
    for problem in problems:
        complain(problem)
    return not problems


def _notes(store: NoteStore) -> int:
    from reader.library.wording import count
    from reader.notes.checkup import check
    from reader.notes.corrections import CorrectionStore

    findings = [str(problem) for problem in check(store)]
    corrections = CorrectionStore(store.folder)
    of_articles = [each for each in corrections.read() if each.action in OF_ARTICLES]
    findings += [str(problem) for problem in corrections.problems]
    findings += _without_effect(store, corrections.path, of_articles) if of_articles else []
    files = notes = 0
    if not findings:
        for file in store.every():
            files += 1
            notes += len(file.notes)
    return _report(
        "notes",
        findings,
        f"{count(notes, 'note')} on {count(files, 'file')} in {store.folder}, nothing wrong",
    )


def _without_effect(store: NoteStore, path: Path, corrections: Sequence[Correction]) -> list[str]:
    """The corrections of articles that find nothing to put right."""
    from reader.library import Library
    from reader.library.errata.proofs import Proofs

    library = Library.open([store.library])
    try:
        unfound = Proofs(library.contents, lambda: tuple(corrections)).unfound()
        return [f"{path}: correction {said.id} has no effect: {why}" for said, why in unfound]
    finally:
        library.close()


def _settings() -> int:
    from reader.cli.mistakes import find_mistakes
    from reader.paths import config_file
    from reader.settings import load_settings

    settings, problems = load_settings()
    problems += find_mistakes(settings, str(config_file()))
    return _report("settings", [str(problem) for problem in problems], f"{config_file()}, nothing wrong")


def _terminal() -> int:
    findings = []
    encoding = (locale.getpreferredencoding(False) or "").lower().replace("-", "")
    if encoding != "utf8":
        findings.append(f"the locale's encoding is {encoding or 'unknown'}; set LANG to a UTF-8 locale")
    if os.environ.get("TERM", "dumb") in ("dumb", ""):
        findings.append("TERM is not set or dumb; the app needs a terminal that can move its cursor")
    elif sys.stdout.isatty():
        size = shutil.get_terminal_size()
        if size.columns < 60 or size.lines < 15:
            findings.append(f"{size.columns}x{size.lines} is small; 60x15 is the least that works well")
    if os.environ.get("TERM_PROGRAM") == "iTerm.app" and "TEXTUAL_DISABLE_KITTY_KEY" not in os.environ:
        findings.append("if accents or input methods misbehave, set TEXTUAL_DISABLE_KITTY_KEY=1")
    try:
        from yaml import CSafeLoader  # noqa: F401
    except ImportError:
        findings.append("PyYAML has no libyaml here; notes are read five times slower")
    colors = os.environ.get("COLORTERM", "") or "not announced"
    return _report("terminal", findings, f"TERM {os.environ.get('TERM', '')}, true colour {colors}")
