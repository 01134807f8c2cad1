"""The housekeeping of the main screen: scans, polling, undo, help, palette, problems, quitting."""

from __future__ import annotations

import os
from asyncio import get_running_loop
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len

from reader.model import Problem
from reader.text import one_line
from reader.ui import wording
from reader.ui.screens.desk import MainDesk

if TYPE_CHECKING:
    from reader.library import Progress, ScanResult
    from reader.model import Note
    from reader.ui.changes import Changes
    from reader.ui.room import Index, Room

_POLL = 0.8  # what others write is seen within a second
_GRACE = 0.5  # seconds that starting work waits for the reader's first look
_SAY_EVERY = 0.25
_DOING = {"walk": "looking", "text": "reading", "duplicates": "comparing", "marks": "marking"}


class HouseDesk(MainDesk):
    """What keeps the house."""

    def __init__(self, frame: Room) -> None:
        super().__init__(frame)
        self.scanning = False
        self._again = False
        self._of_files: tuple[Problem, ...] = ()  # what the last look at the files found wrong

    def start(self) -> None:
        """Look for changes, then keep looking."""
        frame = self.frame
        self._tell(frame.session.problems)
        if len(frame.session.rows):
            frame.set_timer(_GRACE, self.rescan)  # the first screen goes first
        else:
            self.rescan()
        get_running_loop().call_later(_POLL, self._poll)
        frame.set_timer(_GRACE * 2, self._tidy_notes)

    def _tidy_notes(self) -> None:
        """Clear away what a crash left in the notes folder, and merge the copies that sync tools made."""
        frame = self.frame
        frame.jobs.write(frame.session.library.notes.start, self._tidied, frame.trouble)

    def _tidied(self, problems: tuple[Problem, ...]) -> None:
        session = self.frame.session
        session.problems = [*dict.fromkeys([*session.problems, *problems])]
        self._tell(problems)

    def _tell(self, problems: Sequence[Problem]) -> None:
        """Say the first of `problems` and how many more there are; `g !` shows what does not fit."""
        if problems:
            frame, more = self.frame, len(problems) - 1
            where = _where(problems[0], frame.session.library.root)
            said = one_line(
                f"{os.path.basename(where) if os.path.isabs(where) else where}: {problems[0].message}"
            )
            rest = f"  (+{more}: g !)" if more else ""
            room = frame.app.size.width - 2
            if cell_len(said + rest) > room:
                rest = rest or "  (g !)"
                said = wording.fit(said, room - cell_len(rest))
            frame.trouble(said + rest)

    @cached_property
    def changes(self) -> Changes:
        """What is done for good, and its undoing."""
        from reader import paths
        from reader.notes.history import History
        from reader.ui.changes import Changes

        library = self.frame.session.library
        folder = paths.state_dir() / paths.library_key(library.root)
        return Changes(library, History(folder / "undo.jsonl"))

    # ------------------------------------------------------------ files
    def rescan(self) -> None:
        """Look for new, changed and deleted files, off the UI thread."""
        frame = self.frame
        if self.scanning:
            self._again = True
            return
        self.scanning = True
        library, jobs = frame.session.library, frame.jobs

        def progress(step: Progress) -> None:
            now = monotonic()
            if now - said[0] > _SAY_EVERY:
                said[0] = now
                text = f"{_DOING.get(step.phase, step.phase)} {step.done:,}" + (
                    f"/{step.total:,}" if step.total else ""
                )
                jobs.tell(lambda: frame.looking.show_progress(f"{text} (Esc stops)"))
            if step.phase != shown[0] or (step.phase == "text" and now - shown[1] > 2):
                shown[:2] = step.phase, now
                generation = library.index.generation
                if generation != shown[2]:
                    shown[2] = generation
                    jobs.tell(self._arrived)  # what is readable already need not wait for the rest

        # A scan that finds nothing says nothing; over an empty list every step counts.
        said = [monotonic() if len(frame.session.rows) else 0.0]
        shown: list[Any] = ["walk", 0.0, library.index.generation]
        jobs.run(
            lambda: library.scan(progress, lambda: jobs.stopped("scan"), patient=True),
            self._scanned,
            self._scan_failed,
            "scan",
        )

    def _arrived(self) -> None:
        """Some articles more are in the index."""
        frame = self.frame
        frame.looking.reload_rows()
        if frame.session.article is None and len(frame.session.rows):
            frame.reading.start()
            frame.reading.open_first()

    def _scanned(self, result: ScanResult) -> None:
        frame, session = self.frame, self.frame.session
        self.scanning = False
        frame.looking.show_progress("")
        known = {*session.problems, *self._of_files}
        if not result.stopped:
            self._of_files = result.problems
        if result.altered:
            self._follow_names(dict(result.renamed))
            frame.looking.reload_rows()
            self._follow_files()
        if result.stopped:
            frame.say("Stopped; g r goes on.")
        else:  # what was said once would be in the way at every file that comes in
            self._tell([problem for problem in result.problems if problem not in known])
        if self._again:
            self._again = False
            self.rescan()
        elif not result.stopped:
            frame.set_timer(_GRACE * 3, self._watch)

    def _scan_failed(self, error: Exception) -> None:
        self.scanning = False
        self.frame.looking.show_progress("")
        self.frame.trouble(error)

    def _follow_names(self, renamed: dict[str, str]) -> None:
        """The open file may have another name now: it stays open, at the same place."""
        article = self.frame.session.article
        if article is not None and article.file in renamed:
            self.frame.reading.reopen(f"{renamed[article.file]}#{article.index}")

    def _follow_files(self) -> None:
        """The index has changed: open something if nothing is, show the open article's new text."""
        frame, session = self.frame, self.frame.session
        if session.article is None:
            frame.reading.start()
            frame.reading.open_first()
            return
        try:
            digest = session.library.article(session.article.id).digest
        except (OSError, ValueError, LookupError):
            frame.say("The file of this article is gone; its text stays here until you leave it.")
            return
        if digest != session.article.digest and not session.raw:
            frame.reading.reopen()
            frame.say("The file changed; this is its new text.")
        else:
            frame.reading.mark_anew()

    def _watch(self) -> None:
        """Wait in a thread for files to change, then look again."""
        library, jobs = self.frame.session.library, self.frame.jobs

        def changed(found: bool) -> None:
            if found:
                self.rescan()

        jobs.watch(
            lambda: library.wait_for_change(lambda: jobs.stopped("watch")), changed, self.frame.trouble
        )

    def _poll(self) -> None:
        # By the event loop itself: a timer of Textual costs ten times what the look does.
        if not self.frame.is_running:
            return
        if not self.frame.jobs.writing and self.frame.session.notes_changed():
            self.frame.noting.poll()  # while we write, what has changed is most likely our own
        self.frame.reading.save_place()
        get_running_loop().call_later(_POLL, self._poll)

    # ------------------------------------------------------------ changes
    def change(self, work: Callable[[Changes], str]) -> None:
        """Do a change durably off the UI thread, then show the rows anew and say what was done."""
        frame = self.frame

        def done(said: str) -> None:
            frame.looking.rows_changed()
            frame.say(said, "good")

        frame.jobs.write(lambda: work(self.changes), done, frame.trouble)

    def undo(self, index: Index | None = None) -> None:
        """Take the last change back; `index` is the screen that was asked, and says so."""
        self._turn(self.changes.undo, index)

    def redo(self, index: Index | None = None) -> None:
        """Do it again."""
        self._turn(self.changes.redo, index)

    def _turn(self, way: Callable[[], str], index: Index | None) -> None:
        teller = index or self.frame

        def done(said: str) -> None:
            self.show_corrected()
            if index is not None:
                index.reload()
            teller.say(said, "good")

        self.frame.jobs.write(way, done, teller.trouble)

    def show_corrected(self) -> None:
        """Something about the open article changed: read it, its marks and its notes again."""
        frame, session = self.frame, self.frame.session
        if session.article is not None and frame.reading.is_outdated(session.article):
            frame.reading.refresh_article()
            return
        if session.article is not None:
            session.reload_notes()
            frame.reading.mark_anew()
        frame.looking.rows_changed()

    # ------------------------------------------------------------ asking
    def ask(self, title: str, text: str, then: Callable[[str], None], help: str = "") -> None:
        """Ask for a line of text."""
        from reader.ui.screens.ask import Ask

        def answered(answer: str | None) -> None:
            if answer is not None:
                then(answer)

        self.frame.app.push_screen(Ask(title, text, help), answered)

    def ask_missing(self) -> None:
        """Notes were removed by another program: offer to bring them back."""
        frame = self.frame
        notes = frame.session.library.notes

        def found(missing: tuple[Note, ...]) -> None:
            if not missing:
                return
            from reader.ui.screens.confirm import Confirm

            said = [note.body or note.anchor.exact for note in missing]

            def answered(answer: str | None) -> None:
                if answer == "r":
                    frame.jobs.write(restore, restored, frame.trouble)
                elif answer == "x":
                    frame.jobs.write(forget, lambda _: frame.say("Forgotten."), frame.trouble)

            def restore() -> None:
                for note in missing:
                    notes.restore(note.id)

            def forget() -> None:
                for note in missing:
                    notes.forget(note.id)

            def restored(_: object) -> None:
                self.show_corrected()
                frame.say("Restored", "good")

            number = f"{len(missing)} note{'s were' if len(missing) > 1 else ' was'} removed outside Reader"
            frame.app.push_screen(Confirm(number, said, (("r", "restore"), ("x", "forget"))), answered)

        frame.jobs.run(notes.missing, found, frame.trouble, group="missing")

    # ------------------------------------------------------------ the app
    def cancel(self) -> None:
        """Esc: the selection, the search, long work, zen, the sidebar: the first there is."""
        frame = self.frame
        text = frame.text
        if frame.bar.hush() or frame.placing.stop():
            return
        if text.selecting or text.pending:
            text.action_drop()
        elif frame.list.picked:
            frame.list.clear_picked()
        elif frame.finding.clear():
            return
        elif frame.reading.large_files.stop():
            frame.say("Stopped.")
        elif self.scanning and frame.jobs.stop("scan"):
            frame.say("Stopping…")
        elif frame.has_class("zen"):
            frame.looking.toggle_zen()
        elif frame.pane in ("notes", "people", "figures"):
            frame.looking.focus_text()

    def show_problems(self) -> None:
        """What is wrong with files, notes and settings; Enter opens the file at the line."""
        frame, session = self.frame, self.frame.session
        from reader.ui.screens.picker import Choice, Picker

        library = session.library
        found = [
            *dict.fromkeys((*session.problems, *self._of_files, *library.problems, *library.notes.problems()))
        ]
        if not found:
            frame.say("Nothing is wrong.", "good")
            return
        choices = [
            Choice(f"{_where(problem, library.root)}: {problem.message}", problem) for problem in found
        ]

        def chosen(problem: Problem | None) -> None:
            if problem is not None:
                frame.sharing.edit_at(problem.file, problem.line)

        frame.app.push_screen(Picker("What is wrong (Enter opens the file)", choices, wide=True), chosen)


def _where(problem: Problem, root: Path) -> str:
    """The file and the line of a problem, shortest first: inside the library by its path in there."""
    inside = os.path.join(str(root), "")
    name = problem.file[len(inside) :] if problem.file.startswith(inside) else problem.file
    return f"{name}:{problem.line}" if problem.line else name
