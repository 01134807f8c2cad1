"""Notes: writing, marking, editing, deleting; drafts; what others do to the notes file meanwhile."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.model import Article, Located, Note
from reader.notes import NotesError
from reader.notes.tags import tags_in
from reader.ui import outside, wording
from reader.ui.changes import new_note, place_of
from reader.ui.desks.drafting import Drafting, moved
from reader.ui.screens.desk import MainDesk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.ui.room import Room
    from reader.ui.widgets.note_editor import Draft, NoteEditor

_OTHER = "It was changed elsewhere meanwhile: that version is kept as a note of its own."


class NotingDesk(MainDesk):
    """Notes on the open article."""

    def __init__(self, frame: Room) -> None:
        super().__init__(frame)
        self._editor: NoteEditor | None = None
        self._begun: Article | None = None  # whose text is written on, as it was then
        self._came_from = "text"
        self._selection: tuple[int, int] | None = None  # that is written on
        self._drafts = Drafting(frame)

    @property
    def writing(self) -> bool:
        """Whether a note is being written."""
        return self._editor is not None

    # ------------------------------------------------------------ making notes
    def target(self) -> tuple[Article, int, int] | None:
        """The open article and the passage that a note would be on: the selection, else the sentence; None, said why,
        where notes cannot be made."""
        frame = self.frame
        article = frame.session.article
        if article is None or frame.session.raw:
            frame.say("Notes are made in the clean text: R shows it." if article else "Nothing is open.")
            return None
        start, end = frame.text.target
        if start >= end:
            frame.say("There is no text here to note on.")
            return None
        return article, start, end

    async def add_note(self) -> None:
        """Write a note on the sentence or selection, or edit the one that is there."""
        if self.frame.placing.put_here():
            return
        target = self.target()
        if target is None:
            return
        article, start, end = target
        existing = None if self.frame.text.selection else self.frame.session.note_at(start, end)
        if existing is not None:
            await self.edit(existing, below=True)
            return
        from reader.ui.widgets.note_editor import Draft

        key = f"{article.index}-{start}-{end}"
        await self._write(Draft(key, article.id, start, end, article.text[start:end]), "")

    async def add_article_note(self) -> None:
        """Write a note on the whole article, or edit the one that is there."""
        session = self.frame.session
        article = session.article
        if article is None:
            self.frame.say("Nothing is open.")
            return
        existing = next((item for item in session.located if not item.note.anchor.exact.strip()), None)
        if existing is not None:
            await self.edit(existing, below=True)
            return
        from reader.ui.widgets.note_editor import Draft

        await self._write(Draft(f"{article.index}-whole", article.id, 0, 0, ""), "")

    async def edit_note(self) -> None:
        """Edit the note under the cursor."""
        located, refused = self.under_cursor(), self.frame.session.refused
        if located is None and refused is not None and self.frame.pane == "notes":
            self.frame.sharing.edit_at(refused.file, refused.line)
        elif located is None:
            self.frame.say("There is no note here; a makes one.")
        else:
            await self.edit(located)

    def under_cursor(self) -> Located | None:
        """The note at the cursor of the sidebar, or that the caret stands on."""
        frame = self.frame
        if frame.pane == "notes":
            current = frame.side.shown.current
            return current if isinstance(current, Located) else None
        if frame.session.raw:
            return None
        return frame.session.note_at(frame.text.caret, frame.text.caret + 1) or frame.session.note_at(
            *frame.text.target
        )

    async def edit(self, located: Located, below: bool = False) -> None:
        """Write in a note that is there; `below`: on a line of its own, so that nothing is glued to its last tag."""
        from reader.ui.widgets.note_editor import Draft

        note = located.note
        article = self.frame.session.article
        if article is None:
            return
        exact = note.anchor.exact
        draft = Draft(note.id, article.id, located.start, located.end, exact, note, note.category)
        await self._write(draft, note.body, below)

    async def _write(self, draft: Draft, text: str, below: bool = False) -> None:
        """Open the editor, with what a draft kept instead of `text` where there is one; `below`: on a new line."""
        frame = self.frame
        from reader.ui.widgets.note_editor import NoteEditor

        if self._editor is not None:
            self._editor.area.focus()
            frame.say("Finish this note first: Enter saves, Esc keeps it as a draft.")
            return
        text, said = self._drafts.text_for(draft, text)
        if said:
            frame.say(said)
        elif below and text:
            text += "\n"
        self._came_from = "notes" if frame.pane == "notes" else "text"
        self._selection = None if draft.note is not None else frame.text.selection
        if not frame.session.raw:
            frame.text.light(draft.start, draft.end)
        editor = NoteEditor(draft, text, frame.house.known_tags)
        self._editor, self._begun = editor, frame.session.article
        beside = self._came_from == "notes" or frame.app.size.width >= 160
        home = frame.side if beside and frame.side.display else frame.middle
        if home is frame.side:
            editor.put_over(frame.side.row_of(draft.note.id if draft.note else None, draft.start))
        await home.mount(editor)
        frame.looking.show_state()
        if home is not frame.side and draft.start >= 0:
            frame.call_after_refresh(frame.text.show_caret)  # not behind the editor

    def renamed(self, names: Mapping[str, str]) -> None:
        """Files have other names now, by the old ones: what is being written goes along."""
        if self._begun is not None and (file := names.get(self._begun.file)):
            self._go_along(replace(self._begun, id=f"{file}#{self._begun.index}", file=file))

    def follow(self, before: str, article: Article) -> None:
        """The article whose id was `before` is another text now: what is being written on it stays on its passage."""
        if self._begun is not None and self._begun.id in (before, article.id):
            self._go_along(article)

    def _go_along(self, article: Article) -> None:
        editor, begun = self._editor, self._begun
        if editor is None or begun is None:
            return
        placed = moved(editor.draft, begun, article)
        if (
            placed is not None
        ):  # else it is on the text as it was, and will be among the notes that lost their passage
            if editor.touched and editor.text.strip():
                with suppress(NotesError):  # the text is still in the editor
                    self._drafts.move(editor.draft, placed, editor.text)
            editor.draft, self._begun = placed, article
        if not self.frame.session.raw:
            self.frame.text.light(*((placed.start, placed.end) if placed else (0, 0)))

    async def _close(self) -> None:
        editor, self._editor, self._begun = self._editor, None, None
        if editor is not None:
            await editor.remove()
        self.frame.text.clear_selection()
        self.frame.text.light()
        self.frame.looking.show_state()
        if self._came_from == "notes":
            self.frame.side.shown.focus()
        else:
            self.frame.looking.focus_text()

    # ------------------------------------------------------------ saving
    def save(self, editor: NoteEditor, draft: Draft, text: str) -> None:
        """Write the note; the editor keeps its text until it is durable."""
        frame, session, article = self.frame, self.frame.session, self._begun
        if article is None:
            return
        file = article.file
        body = text.strip()
        versions = self._versions(draft.note)
        if draft.note is None:

            def work() -> Note:
                note = new_note(article, draft.start, draft.end, body, draft.category)
                made = frame.house.changes.add_note(note, article)
                session.library.notes.drop_draft(file, draft.key)
                return made
        else:
            before, anchor = draft.note, place_of(draft.note, article, draft.start, draft.end)

            def work() -> Note:
                tags = tags_in(body, before.tags, before.body)
                made = frame.house.changes.edit_note(before, body=body, tags=tags, anchor=anchor)
                session.library.notes.drop_draft(file, draft.key)
                return made

        async def saved(note: Note) -> None:
            with frame.app.batch_update():  # the end of the editor and the note are one frame
                if editor.text.strip("\n") == text:
                    await self._close()
                else:  # typed on meanwhile: that belongs to the note that is there now
                    editor.go_on(note)
                self.took(note)
            other = self._versions(note) - versions
            frame.say(f"Saved. {_OTHER}" if other else "Saved", "good")

        def failed(error: Exception) -> None:
            editor.fail(wording.not_done(error))
            frame.trouble(wording.not_done(error))
            with suppress(NotesError):  # the text is still in the editor
                self._drafts.keep(draft, text)

        frame.jobs.write(work, lambda note: frame.call_next(saved, note), failed)

    def _versions(self, note: Note | None) -> set[str]:
        """The other versions of a note that are kept as notes of their own."""
        found = self.frame.session.notes if note is not None else None
        return (
            {other.id for other in found.notes if note and other.conflict_of == note.id} if found else set()
        )

    def took(self, note: Note) -> None:
        """A note was written: show it."""
        frame, session = self.frame, self.frame.session
        if session.article is not None and session.article.file == note.file:
            session.reload_notes()
            if session.raw:
                frame.beside.fill("notes")
            else:
                frame.reading.paint("notes")
            frame.looking.row_changed(session.article.id)
        if session.article is None or session.article.id != (other := f"{note.file}#{note.anchor.article}"):
            frame.looking.row_changed(other)

    async def keep_draft(self, draft: Draft, text: str) -> None:
        """Esc: keep what is typed; nothing typed, nothing kept."""
        before = draft.note.body if draft.note else ""
        try:
            if text.strip() not in ("", before.strip()):
                self._drafts.keep(draft, text)
                self.frame.say("Kept as a draft; a brings it back.")
            else:
                self._drafts.drop(draft)
        except NotesError as error:
            if self._editor is not None:
                self._editor.fail(f"{wording.not_done(error)}; the text stays here")
            return
        selection = self._selection
        await self._close()
        if selection is not None and text.strip():
            self.frame.text.select(*selection)  # the draft is one on that

    def keep_typed(self, editor: NoteEditor | None = None) -> str:
        """Keep what is being typed as a draft, in case the app does not end well; `editor` is where typing rests,
        without one the app is about to end: then it gives back what could be kept nowhere."""
        if self._editor is None or editor not in (None, self._editor):
            return ""
        draft, text = self._editor.draft, self._editor.text
        if not self._editor.touched or not text.strip():
            return ""
        if editor is None:
            try:
                self._drafts.keep(draft, text)
            except NotesError:
                return text
        else:
            self._drafts.keep_soon(draft, text)
        return ""

    async def discard(self, draft: Draft) -> None:
        """Throw away what is typed."""
        self._drafts.drop(draft)
        await self._close()
        self.frame.say("Thrown away.")

    def edit_outside(self, editor: NoteEditor, text: str) -> None:
        """Edit the text in the user's editor, with the app suspended."""
        frame = self.frame
        try:
            with frame.app.suspend():
                edited = outside.edit_text(text, frame.session.settings)
        except outside.OutsideError as error:
            frame.trouble(error)
            return
        editor.set_text(edited.rstrip("\n"))

    # ------------------------------------------------------------ marks
    def mark(self, category: int) -> None:
        """Mark the sentence or selection with a category (0: the last one); on a note, change its category."""
        frame, session = self.frame, self.frame.session
        session.category = category or session.category
        category = session.category
        on_note = self.under_cursor() if frame.pane == "notes" or not frame.text.selection else None
        if on_note is not None:
            note = on_note.note
            self._do(lambda: frame.house.changes.edit_note(note, category=category))
            return
        target = self.target()
        if target is None:
            return
        article, start, end = target
        frame.text.clear_selection()
        self._do(lambda: frame.house.changes.add_note(new_note(article, start, end, "", category), article))

    def _do(self, work: Callable[[], Note]) -> None:
        def saved(note: Note) -> None:
            self.took(note)
            names = self.frame.session.settings.categories
            name = names[note.category - 1] if 0 < note.category <= len(names) else "marked"
            self.frame.say(f"Saved: {name}", "good")

        def failed(error: Exception) -> None:
            self.frame.trouble(wording.not_done(error))

        self.frame.jobs.write(work, saved, failed)

    def delete_note(self) -> None:
        """Delete the note under the cursor; u brings it back."""
        located = self.under_cursor()
        if located is None:
            self.frame.say("There is no note here.")
            return
        note = located.note

        def removed(note: Note) -> None:
            self.took(note)
            self.frame.say(f"Deleted: {wording.brief(note.body or note.anchor.exact)} — u brings it back")

        frame = self.frame
        frame.jobs.write(
            lambda: frame.house.changes.remove_note(note),
            removed,
            lambda error: frame.trouble(wording.not_done(error, "deleted")),
        )

    # ------------------------------------------------------------ others write too
    def poll(self) -> None:
        """Take in what somebody else wrote to the notes of the open article."""
        frame, session = self.frame, self.frame.session
        before = {item.note.id for item in session.located}
        refused = session.refused
        session.reload_notes()
        frame.reading.paint("notes")
        if session.notes is not None and session.notes.problems:
            frame.trouble(session.notes.problems[0])
        elif refused is not None:  # what was said of that stands there still
            frame.say("The notes file can be read again.", "good")
        gone = before - {item.note.id for item in session.located}
        if gone:
            frame.house.ask_missing()
