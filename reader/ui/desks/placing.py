"""Where notes stand: reviewing what is not sure, putting a note on another passage; their links and tags."""

from __future__ import annotations

from collections import Counter
from typing import Any

from reader.model import Anchor, Note
from reader.notes.anchor import Ground, describe, resolve
from reader.sentences import sentence_at
from reader.text import one_line
from reader.ui import wording
from reader.ui.noted import goal_of, titles_of
from reader.ui.screens.desk import MainDesk

#: How well the best other place fits once the reader has said that it is another: as well as can be.
_REFUSED = 99
_ENDS = tuple('.!?”"')


class PlacingDesk(MainDesk):
    """Places, links and tags of notes."""

    # ------------------------------------------------------------ places
    def review_places(self) -> None:
        """Ask about each note of the article whose passage is not found for sure; where there is none, go on to the
        next article that has one."""
        frame, session = self.frame, self.frame.session
        article = session.article
        if article is None or not session.open_cases:
            self._look_on(article.file if article is not None else "")
            return
        from reader.ui.screens.note_review import Case, NoteReview

        ground = Ground(article.text)
        cases = []
        for located in session.open_cases:
            found = resolve(located.note.anchor, ground)
            place = found.candidate and _as_whole(article.text, *found.candidate, located.note)
            cases.append(Case(located.note, place, found.status))

        def done(by_hand: Case | None) -> None:
            if by_hand is not None:
                self._begin(by_hand.note, by_hand.place)

        frame.app.push_screen(NoteReview(self, article.text, cases, session.asked), done)

    def _look_on(self, file: str) -> None:
        """Open the next article of the library that has a note to be asked about, and ask."""
        from reader.library.doubtful import next_doubtful, without_file

        frame, session = self.frame, self.frame.session
        if not session.library.has_notes():
            frame.say("There are no notes yet.")
            return
        asked = frozenset(session.asked)

        def sought() -> tuple[str | None, int]:
            return next_doubtful(session.library, file, asked), without_file(session.library)

        def found(answer: tuple[str | None, int]) -> None:
            article_id, gone = answer
            if article_id is not None and frame.reading.open(article_id, jump=True):
                if session.open_cases:  # else it is a large one that is still being read: the next M asks
                    self.review_places()
                return
            again = "; M asks again about those left open" if session.doubtful else ""
            session.asked.clear()
            lost = f"; {wording.count(gone, 'note')} of files that have gone: g a lists all" if gone else ""
            frame.say(f"Every {'other ' if again or lost else ''}note has its passage{again}{lost}.")

        frame.say("Looking through all notes…")
        frame.jobs.run(sought, found, frame.trouble, group="review")

    def accept(self, note: Note, place: tuple[int, int]) -> None:
        """The passage of a note is at `place` of the open article."""
        article = self.frame.session.article
        if article is not None:
            self._write(note, describe(article.text, *place, article.index))

    def refuse(self, note: Note) -> None:
        """The likeliest place is not that of the note: it is listed without one until its passage comes back."""
        self._write(note, note.anchor._replace(rival=_REFUSED))

    def step_back(self) -> None:
        """Take the last answer back."""
        frame = self.frame
        frame.jobs.write(frame.house.changes.undo, lambda _: frame.house.show_corrected(), frame.trouble)

    def _write(self, note: Note, anchor: Anchor, said: str = "") -> None:
        frame = self.frame

        def saved(made: Note) -> None:
            frame.noting.took(made)
            if said:
                frame.say(said, "good")

        frame.jobs.write(
            lambda: frame.house.changes.edit_note(note, anchor=anchor),
            saved,
            lambda error: frame.trouble(wording.not_done(error)),
        )

    def move_note(self) -> None:
        """Put the note under the cursor on another passage: the next `a` says which."""
        located = self.frame.noting.under_cursor()
        if located is None:
            self.frame.say("There is no note here.")
        else:
            self._begin(located.note)

    def _begin(self, note: Note, place: tuple[int, int] | None = None) -> None:
        frame = self.frame
        if place is not None:
            frame.text.go_to(place[0])
        frame.session.moving = note
        frame.looking.focus_text()
        frame.looking.show_state()
        frame.say(
            "Go to its passage or select it: a puts the note there, Esc leaves it.",
            seconds=8,
        )

    def put_here(self) -> bool:
        """Put the note that is being moved on the sentence or selection; whether there was one."""
        frame, session = self.frame, self.frame.session
        if session.moving is None:
            return False
        # As it is by now, with its file, which may have another name; what was deleted meanwhile is not moved.
        here = session.notes.notes if session.notes is not None else ()
        note = next((note for note in here if note.id == session.moving.id), None)
        if note is None and session.article is not None and session.article.file == session.moving.file:
            session.moving = None
            return False
        target = frame.noting.target()
        if target is None:
            return True
        article, start, end = target
        if note is None:
            frame.say("A note stays with its file: go to a passage of that, or Esc.")
            return True
        session.moving = None
        frame.text.clear_selection()
        self._write(
            note,
            describe(article.text, start, end, article.index),
            "The note stands here now; u takes it back.",
        )
        return True

    def stop(self) -> bool:
        """Leave the note that is being moved where it is; whether there was one."""
        frame = self.frame
        if frame.session.moving is None:
            return False
        frame.session.moving = None
        frame.looking.show_state()
        frame.say("The note stays where it was.")
        return True

    # ------------------------------------------------------------ links
    def link_note(self) -> None:
        """Go to a note that this one is linked with, link another, or take a link away."""
        frame = self.frame
        located = frame.noting.under_cursor()
        if located is None:
            frame.say("There is no note here.")
            return
        library = frame.session.library

        def every() -> tuple[list[Note], list[str]]:
            notes = [note for part in library.notes.every() for note in part.notes]
            return notes, titles_of(library, notes)

        frame.jobs.run(
            every, lambda found: self._pick_link(located.note, *found), frame.trouble, group="links"
        )

    def _pick_link(self, note: Note, notes: list[Note], titles: list[str]) -> None:
        from reader.ui.screens.picker import Choice, Picker

        frame = self.frame
        where = {other.id: title for other, title in zip(notes, titles)}
        known = {other.id: other for other in notes}
        linked = [known[link] for link in note.links if link in known]
        back = [other for other in notes if note.id in other.links and other.id not in note.links]
        others = [other for other in notes if other.id != note.id and other.id not in note.links]
        # Two of a thought are written one after the other.
        others.sort(key=lambda other: other.created, reverse=True)
        choices = [
            Choice(f"{does}: {_said(other)}", (what, other), where[other.id])
            for does, what, those in (
                ("Go to", "go", [*linked, *back]), ("Link to", "on", others), ("No longer linked", "off", linked),
            )
            for other in those
        ]  # fmt: skip
        if not choices:
            frame.say("This is the only note; a link needs another one.")
            return

        def chosen(value: Any) -> None:
            if value is None:
                return
            what, other = value
            if what == "go":
                self.go_to(other)
                return
            links = [link for link in note.links if link != other.id] + ([other.id] if what == "on" else [])

            def saved(made: Note) -> None:
                frame.noting.took(made)
                frame.say(
                    "Linked; & on either note goes to the other." if what == "on" else "No longer linked.",
                    "good",
                )

            frame.jobs.write(
                lambda: frame.house.changes.edit_note(note, links=links),
                saved,
                lambda error: frame.trouble(wording.not_done(error)),
            )

        frame.app.push_screen(Picker("Links of this note", choices, wide=True), chosen)

    def go_to(self, note: Note) -> None:
        """Open the article of a note at its passage."""
        goal = goal_of(self.frame.session.library, note)
        if goal is None:
            self.frame.say("The article of that note is gone; the note stays in its file.")
        else:
            self.frame.reading.open(goal.article, goal.start, select=None, jump=True)

    # ------------------------------------------------------------ tags
    def rename_tag(self) -> None:
        """Rename a tag of notes and articles, or merge it into another one."""
        frame = self.frame
        library = frame.session.library

        def counted() -> tuple[Counter[str], Counter[str]]:
            notes = (note for notes in library.notes.every() for note in notes.notes)
            return (
                Counter(tag for note in notes for tag in note.tags),
                Counter(tag for _, tags in library.state.tagged() for tag in tags),
            )

        frame.jobs.run(
            counted,
            self._pick_tag,
            frame.trouble,
            group="tags",
        )

    def _pick_tag(self, found: tuple[Counter[str], Counter[str]]) -> None:
        from reader.ui.screens.picker import Choice, Picker

        frame = self.frame
        notes, articles = found
        every = notes + articles
        if not every:
            frame.say("Nothing has a tag yet: write #word in a note, or press t on an article.")
            return
        choices = [
            Choice(f"#{tag}", tag, wording.counted(notes[tag], articles[tag]))
            for tag, _ in sorted(every.items(), key=lambda item: (-item[1], item[0]))
        ]

        def renamed(said: str) -> None:
            frame.house.show_corrected()
            frame.say(f"{said}; u takes it back", "good")

        def rename(old: str, new: str) -> None:
            new = one_line(new).lstrip("#").strip()
            if new != old:
                frame.jobs.write(lambda: frame.house.changes.rename_tag(old, new), renamed, frame.trouble)

        def chosen(tag: str | None) -> None:
            if tag is not None:
                help = "A tag that is there already: the two become one. Empty: it is taken away."
                frame.house.ask(f"#{tag} is called", tag, lambda new: rename(tag, new), help)

        frame.app.push_screen(Picker("Which tag?", choices), chosen)


def _as_whole(text: str, start: int, end: int, note: Note) -> tuple[int, int]:
    """A likely place of a note; whole sentences, if its passage was."""
    anchor = note.anchor
    before, exact = anchor.prefix.rstrip(), anchor.exact.rstrip()
    opens = not before or before[-1] in _ENDS or anchor.prefix.endswith("\n")
    if opens and exact[-1:] in _ENDS and start < end:
        return min(start, sentence_at(text, start)[0]), max(end, sentence_at(text, end - 1)[1])
    return start, end


def _said(note: Note) -> str:
    return wording.brief(note.body or note.anchor.exact, 60) or wording.WHOLE
