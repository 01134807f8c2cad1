"""Taking things out: copying with a citation, exporting, the source in the editor, the browser, a pipe."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from reader.durable import replacing
from reader.export.material import heading
from reader.export.scope import EVERY_NOTE, Scope
from reader.library.scanning.slugs import address_of
from reader.settings import load_settings, schema
from reader.text import one_line, printable
from reader.ui import citation, outside, wording
from reader.ui.clipboard import copy_text
from reader.ui.screens.desk import MainDesk
from reader.ui.trail import Goal

if TYPE_CHECKING:
    from reader.ui.room import Teller

_URL = re.compile(r"https?://[^\s<>\"'“”‘’]+")


class SharingDesk(MainDesk):
    """The clipboard, files, other programs."""

    # ------------------------------------------------------------ copying
    def copy(self) -> None:
        """Copy the sentence or selection with its citation; from the list, the references of its rows."""
        self._copy(alone=False)

    def copy_reference(self) -> None:
        """Copy the reference alone."""
        self._copy(alone=True)

    def _copy(self, alone: bool) -> None:
        frame, session = self.frame, self.frame.session
        if frame.list.has_focus:
            articles = [session.library.article(item) for item in frame.filing.targets()]
            self.put("\n".join(citation.reference(article) for article in articles), frame)
        elif session.article is not None:
            if session.raw and not alone:
                start, end = frame.text.target
                self.put(frame.text.document.text[start:end], frame)
                return
            start, end = (0, 0) if session.raw else frame.text.target
            self.copy_passage(frame, Goal(session.article.id, start, end), alone)
            if frame.text.selection:
                frame.text.clear_selection()

    def copy_passage(self, teller: Teller, goal: Goal, alone: bool) -> None:
        """Copy a stretch of an article with its citation; `teller` is the screen that says how."""
        session = self.frame.session
        article = session.article  # though its file may have gone
        if article is None or article.id != goal.article:
            article = session.library.article(goal.article)
        text = (
            citation.reference(article) if alone else citation.quotation(article, *goal.within(article.text))
        )
        self.put(text, teller)

    def put(self, text: str, teller: Teller) -> None:
        """Copy `text`; `teller` says how."""
        text = printable(text)
        if not text.strip():
            teller.say("There is nothing to copy here.")
            return
        through_terminal = self.frame.app.copy_to_clipboard
        short = wording.brief(text)
        self.frame.jobs.run(
            lambda: copy_text(text, lambda _: None),
            lambda how: teller.say(f"{short} — {how}", "good"),
            teller.trouble,
        )
        through_terminal(text)

    # ------------------------------------------------------------ exporting
    def export(self) -> None:
        """Export what is shown: the article's notes; in the list, those of its rows."""
        frame, session = self.frame, self.frame.session
        from reader.ui.screens.export import export_scope

        if frame.list.has_focus and not frame.list.picked:
            some = Scope(session.query, ("notes", "passages"))
            export_scope(frame, frame, some if session.query.strip() else EVERY_NOTE)
            return
        ids = frame.filing.targets()
        if not ids:
            frame.say("There is nothing to export.")
            return
        title = heading(session.article) if len(ids) == 1 and session.article else ""
        export_scope(frame, frame, Scope(articles=ids, title=one_line(title or f"{len(ids)} articles")))

    # ------------------------------------------------------------ other programs
    def open_source(self) -> None:
        """The source file in the editor, at the place of the cursor."""
        frame, session = self.frame, self.frame.session
        article = session.article
        if article is None:
            return
        line = 1
        try:
            raw = session.library.raw(article.file)
            from reader.ui.widgets.reading.document import raw_place

            at = frame.text.caret if session.raw else raw_place(article, raw, frame.text.caret)
            line = raw.count("\n", 0, at) + 1
        except (OSError, ValueError, LookupError):
            line = 1
        self.edit_at(str(session.library.root / article.file), line)

    def open_settings(self) -> None:
        """The settings in the editor; where there are none yet, every one with its default."""
        frame, file = self.frame, self.frame.session.settings_file
        try:
            if not file.exists():
                file.parent.mkdir(parents=True, exist_ok=True)
                with replacing(file) as made:
                    made.write(schema().encode())
            before = file.read_bytes()
            changed = self.edit_at(str(file), 1) and file.read_bytes() != before
        except OSError as error:
            frame.trouble(error)
            return
        if changed:
            _, wrong = load_settings(file)
            if wrong:
                frame.trouble(wrong[0])
            else:
                frame.say("The settings hold from the next start on.", "good")

    def edit_at(self, file: str, line: int) -> bool:
        """A file in the editor, at a line; whether that worked."""
        frame = self.frame
        path = Path(file)
        if not path.is_absolute():
            path = frame.session.library.root / file
        if not path.is_file():
            frame.say(f"{file} is not a file that can be opened.")
            return False
        try:
            with frame.app.suspend():
                outside.edit_file(path, line, frame.session.settings)
        except outside.OutsideError as error:
            frame.trouble(error)
            return False
        finally:
            frame.files.rescan()
        return True

    def open_browser(self) -> None:
        """The article's web address in the browser."""
        frame, session = self.frame, self.frame.session
        if session.article is None:
            return
        address = address_of(session.article)
        if not address:  # any that it names
            named = (_URL.search(block.text) for block in session.article.blocks)
            address = next((found[0].rstrip(".,;:!?)]") for found in named if found), "")

        def failed(error: Exception) -> None:
            if address:
                frame.app.copy_to_clipboard(address)
            frame.trouble(f"{error}{' — the address is copied' * bool(address)}")

        frame.jobs.run(
            lambda: outside.browse(address, session.settings),
            lambda _: frame.say(f"Opened {address}"),
            failed,
        )

    def pipe(self) -> None:
        """Pipe the selection, or the whole text, to a command and show what it says."""
        frame = self.frame
        if frame.session.article is None:
            return
        text = frame.text.selected_text or frame.text.document.text

        def chosen(command: str) -> None:
            if not command.strip():
                return

            def done(output: str) -> None:
                if not output:
                    frame.say(f"{one_line(command)}: done, nothing printed", "good")
                    return
                from reader.ui.screens.output import Output

                frame.app.push_screen(Output(one_line(command), printable(output)))

            frame.jobs.run(lambda: outside.pipe(text, command), done, frame.trouble)

        frame.house.ask("Pipe the text to", "", chosen, help="a shell command, such as wc -w")
