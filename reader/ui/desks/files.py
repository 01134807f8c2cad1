"""The files of the library and what others write to them: scans, and the looking out for changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic, sleep
from typing import TYPE_CHECKING

from reader.model import Problem
from reader.ui.screens.desk import MainDesk

if TYPE_CHECKING:
    from reader.library import Progress, ScanResult
    from reader.model import Article
    from reader.ui.room import Room

_POLL = 0.8  # what others write is seen within a second
_RARELY = 5.0  # seconds between looks where the system tells of changes: of those of this machine only
_GRACE = 0.5  # seconds that starting work waits for the reader's first look
_SAY_EVERY = 0.25
_SHOW_EVERY = 2.0  # seconds at most between looks at what a scan has brought
_FEW = 200  # files


class _Arrivals:
    """When what a scan has brought is to be shown: after each phase, and of many texts the first at once, the others
    ever more rarely. `generation` tells whether there is anything new."""

    def __init__(self, generation: Callable[[], int]) -> None:
        self._generation, self._shown = generation, generation()
        self._phase, self._next, self._pause = "walk", 0.0, _SAY_EVERY

    def due(self, step: Progress, now: float) -> bool:
        """Whether it is time to, at `step`."""
        if step.phase == "text" and not step.done:
            # A few are all there in a moment, the newest too: that is the one to begin with.
            self._phase, self._next = "text", now + (_SHOW_EVERY if step.total <= _FEW else 0)
        if step.phase == self._phase and (step.phase != "text" or now < self._next):
            return False
        generation = self._generation()
        if generation == self._shown:
            return False
        self._phase, self._shown = step.phase, generation
        self._next, self._pause = now + self._pause, min(self._pause * 2, _SHOW_EVERY)
        return True


class FilesDesk(MainDesk):
    """Files, and who else writes them."""

    def __init__(self, frame: Room) -> None:
        super().__init__(frame)
        self.scanning = False
        self._again = self._ended = False
        self._calm = False  # no scan goes on or has just gone on: the next change of a file begins one
        self.looked = False  # at all files, since the start: which there are is known
        self._failed = ""  # why looking out has failed, told once
        self.problems: tuple[Problem, ...] = ()  # what the last look at the files found wrong

    def start(self) -> None:
        """Look for changes, then keep looking."""
        frame = self.frame
        self._tell(frame.session.problems)
        if len(frame.session.rows):
            frame.set_timer(_GRACE, self.rescan)  # the first screen goes first
        else:
            self.rescan()
        self._watch()
        frame.set_timer(_GRACE * 2, self._tidy_notes)

    def _tidy_notes(self) -> None:
        """Clear away what a crash left in the notes folder, and merge the copies that sync tools made; where there are
        no notes nothing of them is loaded."""
        frame, notes = self.frame, self.frame.session.library.notes_to_tidy()
        if notes is not None:
            frame.jobs.write(lambda: (notes.start(), len(notes.drafts.all())), self._tidied, frame.trouble)

    def _tidied(self, found: tuple[tuple[Problem, ...], int]) -> None:
        session = self.frame.session
        problems, session.unsaved = found
        self.frame.looking.show_state()
        session.problems = [*dict.fromkeys([*session.problems, *problems])]
        self._tell(problems)

    def _tell(self, problems: Sequence[Problem]) -> None:
        if problems:
            self.frame.problems.tell(problems)

    # ------------------------------------------------------------ what others write
    def _watch(self) -> None:
        self.frame.jobs.watch(self._look_out, lambda _: None, self._look_failed)

    def _look_failed(self, error: Exception) -> None:
        """Perhaps a disk that was away for a moment: look out again later."""
        if str(error) != self._failed:
            self._failed = str(error)
            self.frame.trouble(error)
        self.frame.set_timer(_RARELY, self._watch)

    def _look_out(self) -> None:
        """In a thread, until the app ends: tell the app what changed. While nothing does, its own is left alone."""
        frame, session = self.frame, self.frame.session
        library, jobs = session.library, frame.jobs
        state, index = library.state.version, library.database.follow()
        while not self._ended:
            if not self._calm:
                sleep(_POLL)
            elif library.watcher.wait(_RARELY if library.watcher.sees_notes else _POLL):
                self._calm = False
                jobs.tell(self.rescan)
            if session.notes_changed():
                jobs.tell(self._take_notes)
            if library.corrections_outdated():
                jobs.tell(self._take_corrections)
            if index != (index := library.database.follow()):  # it was deleted: it is filled again
                jobs.tell(self.rescan)
            if state != (state := library.state.version):  # perhaps by another window
                jobs.tell(frame.looking.rows_changed)

    def end(self) -> None:
        """Nobody looks any more."""
        self._ended = True
        self.frame.session.library.watcher.end()

    def _take_notes(self) -> None:
        # While we write, what has changed is most likely our own.
        if not self.frame.jobs.writing and self.frame.session.notes_changed():
            self.frame.noting.poll()

    def _take_corrections(self) -> None:
        library = self.frame.session.library
        if not self.frame.jobs.writing and library.corrections_outdated():
            library.forget_corrections()
            self.frame.proofs.catch_up()  # of those of another window the index knows already
            self.rescan()

    # ------------------------------------------------------------ scans
    def rescan(self) -> None:
        """Look for new, changed and deleted files, off the UI thread."""
        frame = self.frame
        if self.scanning:
            self._again = True
            return
        self.scanning, self._calm = True, False
        library, jobs = frame.session.library, frame.jobs

        def progress(step: Progress) -> None:
            now = monotonic()
            if now - said[0] > _SAY_EVERY:
                said[0] = now
                text = f"{step.doing} {step.done:,}" + (f"/{step.total:,}" if step.total else "")
                jobs.tell(lambda: frame.looking.show_progress(text))
            if arrivals.due(step, now):
                jobs.tell(self._arrived)  # what is readable already need not wait for the rest

        arrivals = _Arrivals(lambda: library.index.generation)
        # A scan that finds nothing says nothing; over an empty list every step counts.
        said = [monotonic() if len(frame.session.rows) else 0.0]

        def scan() -> tuple[ScanResult, list[Problem]]:
            result = library.scan(progress, lambda: jobs.stopped("scan"), patient=True)
            return result, [] if result.stopped or result.busy else library.untold(result.problems)

        jobs.run(scan, self._scanned, self._scan_failed, "scan")

    def _arrived(self) -> None:
        """Some articles more are in the index."""
        frame = self.frame
        frame.looking.reload_rows()
        if len(frame.session.rows) and (frame.session.article is None or frame.beginning.gives_way()):
            frame.beginning.start()
            frame.beginning.open_first()

    def _scanned(self, found: tuple[ScanResult, list[Problem]]) -> None:
        frame, session = self.frame, self.frame.session
        result, untold = found
        self.scanning, self.looked = False, True
        frame.looking.show_progress("")
        news = [problem for problem in session.library.problems if problem not in session.problems]
        session.problems += news
        if not result.stopped:
            self.problems = result.problems
        if result.altered:
            self._follow_names(dict(result.renamed))
            frame.looking.reload_rows()
            self._follow_files()
        elif not len(session.rows):
            frame.beginning.start()  # which says so
        if result.stopped:
            frame.say("Stopped; g r goes on.")
        else:  # what was said once would be in the way at every start and every file that comes in
            self._tell([*dict.fromkeys((*untold, *news))])
        self._go_on(watching=not result.stopped)

    def _scan_failed(self, error: Exception) -> None:
        self.scanning, self.looked = False, True
        self.frame.looking.show_progress("")
        self.frame.trouble(error)
        self._go_on(watching=True)

    def _go_on(self, watching: bool) -> None:
        """A scan is over: begin the one that was asked for meanwhile, or wait for changes."""
        if self._again:
            self._again = False
            self.rescan()
        elif watching:
            self.frame.set_timer(_GRACE * 3, self._rest)

    def _follow_names(self, renamed: dict[str, str]) -> None:
        """The open file may have another name now: it stays open, at the same place, and so a note on it."""
        self.frame.noting.renamed(renamed)
        self.frame.session.trail.renamed(renamed)
        article = self.frame.session.article
        if article is not None and article.file in renamed:
            self.frame.reading.reopen(f"{renamed[article.file]}#{article.index}")

    def _follow_files(self) -> None:
        """The index has changed: open something if nothing is, show the open article's new text."""
        frame, session = self.frame, self.frame.session
        if session.article is None:
            frame.beginning.start()
            frame.beginning.open_first()
            return
        if (other := self._renumbered(session.article)) and not session.raw:
            frame.reading.reopen(other)
            return
        try:
            now = session.library.article(session.article.id)
        except (OSError, ValueError, LookupError):
            if not frame.proofs.same_place():  # it may have become part of the one above
                frame.say("The file of this article is gone; its text stays here until you leave it.")
            return
        changed = session.raw and frame.views.follow_raw()
        if now.corrected != session.article.corrected:
            frame.proofs.same_place()
        elif now.digest != session.article.digest and not session.raw:
            frame.reading.reopen()
            changed = True
        else:
            frame.reading.mark_anew()
        if changed:
            frame.say("The file changed; this is its new text.")

    def _renumbered(self, article: Article) -> str:
        """The id of an article before which others of its file have come or gone; "" when it has its own."""
        library = self.frame.session.library
        try:
            if library.article(article.id).digest == article.digest:
                return ""
        except (OSError, ValueError, LookupError):
            pass  # there are fewer now
        try:
            every = library.articles(article.file)
        except (OSError, ValueError, LookupError):
            return ""
        return next((other.id for other in every if other.digest == article.digest), "")

    def _rest(self) -> None:
        self._calm = not self.scanning
