"""The housekeeping of the main screen: changes and their undoing, questions, cancelling."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from reader.ui.screens.desk import MainDesk

if TYPE_CHECKING:
    from reader.model import Note
    from reader.ui.changes import Changes
    from reader.ui.room import Index
    from reader.ui.screens.ask import Complete


class HouseDesk(MainDesk):
    """What keeps the house."""

    @cached_property
    def changes(self) -> Changes:
        """What is done for good, and its undoing."""
        from reader.ui.changes import Changes

        library = self.frame.session.library
        return Changes(library, library.history)

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
        self.settle(way, self.show_corrected, index)

    def settle(self, work: Callable[[], str], show: Callable[[], None], index: Index | None = None) -> None:
        """Do `work` durably off the UI thread, `show` what came of it, here and in `index`, the screen that was
        asked, and say what it says. What corrections left to do in other articles is done behind."""
        frame = self.frame
        teller, library = index or frame, frame.session.library

        def done(found: tuple[str, bool]) -> None:
            said, behind = found
            show()
            if behind:
                frame.files.rescan()
            if index is not None:
                index.reload()
            if said:
                teller.say(said, "good")

        frame.jobs.write(lambda: (work(), library.is_behind()), done, teller.trouble)

    def show_corrected(self) -> None:
        """Something about the open article changed: read it, its marks and its notes again."""
        self.frame.proofs.catch_up()

    # ------------------------------------------------------------ asking
    def ask(
        self,
        title: str,
        text: str,
        then: Callable[[str], None],
        help: str = "",
        complete: Complete | None = None,
        check: Callable[[str], str] | None = None,
        *,
        tell: Callable[[str], str] | None = None,
        whole: bool = False,
    ) -> None:
        """Ask for a line of text; `complete` says what a word of it, or the `whole`, may become, `check` what is wrong
        with it, `tell` how it is understood."""
        from reader.ui.screens.ask import Ask

        def answered(answer: str | None) -> None:
            if answer is not None:
                then(answer)

        self.frame.app.push_screen(Ask(title, text, help, complete, check, tell=tell, whole=whole), answered)

    def known_tags(self, typed: str) -> list[str]:
        """The tags that begin so, with the # that was typed."""
        sign = "#" if typed.startswith("#") else ""
        found = self.frame.session.library.complete("tag", typed.removeprefix(sign))
        return [f"{sign}{tag}" for tag in found if tag != typed.removeprefix(sign)]

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
        if any(widget.drop_count() for widget in (text, frame.list, frame.side.shown)):
            return
        if text.selecting:
            text.action_drop()
        elif frame.list.picked:
            frame.list.clear_picked()
        elif frame.pane in ("people", "figures") and frame.side.shown.picked:
            frame.side.shown.clear_picked()
        elif frame.finding.clear():
            return
        elif frame.reading.large_files.stop():
            frame.say("Stopped.")
        elif frame.files.scanning and frame.jobs.stop("scan"):
            frame.say("Stopping…")
        elif frame.has_class("zen"):
            frame.looking.toggle_zen()
        elif frame.pane in ("notes", "people", "figures"):
            frame.looking.focus_text()
