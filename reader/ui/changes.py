"""Everything the reader can change for good, each recorded so that `u` takes it back, also after a restart.

Every method is durable when it returns and may run in a worker thread; it touches no widget.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from reader.library import Library
from reader.model import Anchor, Article, Correction, Note, Problem
from reader.notes.anchor import describe
from reader.notes.history import Change, History, exchange
from reader.notes.refusals import NoteMissing, NotesRefused
from reader.notes.tags import tags_in
from reader.text import in_quotes
from reader.ui import wording
from reader.ui.renumbered import id_today, prints_of

if TYPE_CHECKING:
    from reader.library.errata.proofs import Mark

#: What a correction of each kind does, with its text and target.
_SAID = {
    "not_person": "Not a person, here and elsewhere: {0}",
    "not_figure": "Not a figure, here and elsewhere: {0}",
    "person": "A person, here and elsewhere: {0}",
    "figure": "A figure ({1}), here and elsewhere: {0}",
    "span": "“{1}”, not “{0}”, here and elsewhere",
    "same": "{0} is {1}, here and elsewhere",
    "different": "{0} and {1} are two people",
    "show": "Shown from now on: {0}",
    "hide": "Hidden from now on: {0}",
}
#: The same of several.
_SAID_OF_SEVERAL = {
    "not_person": "Not people, here and elsewhere: {0}",
    "not_figure": "Not figures, here and elsewhere: {0}",
    "same": "{0} are {1}, here and elsewhere",
    "different": "{0} are not {2}",
}


def new_note(article: Article, start: int, end: int, body: str, category: int = 0) -> Note:
    """A note on `[start, end)` of an article, not yet saved."""
    anchor = describe(article.text, start, end, article.index)
    return Note("", article.file, anchor, body, tags_in(body), category)


def place_of(note: Note, article: Article, start: int, end: int) -> Anchor | None:
    """The anchor of a note that was written by hand and stands at `[start, end)` word for word; None if it has one."""
    written = note.anchor.exact if note.anchor.start < 0 else ""
    return (
        describe(article.text, start, end, article.index)
        if written and start >= 0 and article.text[start:end] == written
        else None
    )


def _note_record(note: Note) -> dict[str, Any]:
    return {**note._asdict(), "anchor": note.anchor._asdict()}


def _note_of(record: dict[str, Any]) -> Note:
    fields = dict(record)
    anchor = Anchor(**fields.pop("anchor"))
    for key in ("tags", "people", "links"):
        fields[key] = tuple(fields.get(key) or ())
    return Note(anchor=anchor, **fields)


class Changes:
    """The doing and undoing of changes to one library."""

    def __init__(self, library: Library, history: History) -> None:
        self._library = library
        self._history = history

    def _record(self, kind: str, label: str, before: Any, after: Any, where: str) -> None:
        self._history.record(Change(kind, label, before, after, where))

    # ------------------------------------------------------------ notes
    def add_note(self, note: Note, article: Article) -> Note:
        """Save a new note. Raises: NotesError."""
        made = self._library.notes.add(note.file, note, source=article)
        self._library.refresh_notes(made.file)
        self._record("note", f"note on {_passage(made)}", None, _note_record(made), made.file)
        return made

    def edit_note(
        self,
        note: Note,
        *,
        body: str | None = None,
        tags: Sequence[str] | None = None,
        category: int | None = None,
        anchor: Anchor | None = None,
        links: Sequence[str] | None = None,
    ) -> Note:
        """Change a note. Raises: NotesError."""
        made = self._library.notes.edit(
            note.file, note.id, body=body, tags=tags, category=category, anchor=anchor, links=links, base=note
        )
        self._library.refresh_notes(made.file)
        label = f"edit of the note on {_passage(made)}"
        self._record("note", label, _note_record(note), _note_record(made), made.file)
        return made

    def rename_tag(self, old: str, new: str) -> str:
        """Rename a tag of notes and articles, or merge it into another; "" takes it away. Raises: NotesError."""
        pairs = self._library.notes.rename_tags(old, new)
        for file in dict.fromkeys(note.file for note, _ in pairs):
            self._library.refresh_notes(file)
        steps: list[tuple[str, Any, Any]] = [
            ("note", _note_record(note), _note_record(made)) for note, made in pairs
        ]
        tagged = self._library.state.rename_tag(old, new)
        prints = prints_of(self._library.index, [item for item, _, _ in tagged])
        steps += [
            ("tags", [[item, list(was), known]], [[item, list(now), known]])
            for (item, was, now), known in zip(tagged, prints)
        ]
        if steps:
            before, after = [[kind, was] for kind, was, _ in steps], [[kind, now] for kind, _, now in steps]
            self._record("several", f"tag #{old} renamed", before, after, "")
        return f"{wording.counted(len(pairs), len(tagged))} changed"

    def remove_note(self, note: Note) -> Note:
        """Delete a note. Raises: NotesError."""
        gone = self._library.notes.remove(note.file, note.id)
        self._library.refresh_notes(gone.file)
        self._record(
            "note",
            f"deletion of the note on {_passage(gone)}",
            _note_record(gone),
            None,
            gone.file,
        )
        return gone

    def remove_notes(self, notes: Sequence[Note]) -> list[Note]:
        """Delete several notes as one step. Raises: NotesError."""
        if len(notes) < 2:
            return [self.remove_note(note) for note in notes]
        gone = self._remove_all(notes)
        if not gone:
            text = "another program has changed these notes; look at them first"
            raise NotesRefused(Problem(notes[0].file, 0, text), "removed")
        before = [["note", _note_record(note)] for note in gone]
        self._record("several", f"deletion of {len(gone)} notes", before, [["note", None] for _ in gone], "")
        return gone

    def _remove_all(self, notes: Iterable[Note]) -> list[Note]:
        """Delete notes, those of one file in one step; returns those that were."""
        ids: dict[str, list[str]] = {}
        for note in notes:
            ids.setdefault(note.file, []).append(note.id)
        gone = []
        for file, wanted in ids.items():
            gone += self._library.notes.remove_many(file, wanted)
            self._library.refresh_notes(file)
        return gone

    # ------------------------------------------------------------ state of articles
    def star(self, ids: Sequence[str]) -> str:
        """Star articles, or no longer when all of them are starred; says what was done."""
        state = self._library.state
        before = [[item, state.is_starred(item)] for item in ids]
        on = not all(value for _, value in before)
        return self._state("star", "star", before, [on] * len(before), "Starred" if on else "Star removed")

    def toggle_read(self, ids: Sequence[str]) -> str:
        """Mark articles read, or unread when all of them are read; says what was done."""
        state = self._library.state
        before = [[item, state.is_read(item)] for item in ids]
        on = not all(value for _, value in before)
        return self._state("read", "read state", before, [on] * len(before), "Read" if on else "Unread again")

    def common_tags(self, ids: Sequence[str]) -> tuple[str, ...]:
        """The tags that all of these articles have."""
        every = [self._library.state.tags(item) for item in ids]
        return tuple(tag for tag in (every[0] if every else ()) if all(tag in tags for tags in every))

    def tag(self, ids: Sequence[str], tags: Sequence[str]) -> str:
        """Give articles `tags` in place of those that they have in common; what only some have, they keep.
        Says what was done."""
        common = self.common_tags(ids)
        before = [[item, list(self._library.state.tags(item))] for item in ids]
        after = [
            list(dict.fromkeys((*tags, *(tag for tag in had if tag not in common)))) for _, had in before
        ]
        return self._state("tags", "tags", before, after, "Tags: " + (" ".join(tags) or "none"))

    def _state(self, kind: str, label: str, before: list[list[Any]], values: Sequence[Any], said: str) -> str:
        items = [item for item, _ in before]
        prints = prints_of(self._library.index, items)
        after = [[*each] for each in zip(items, values, prints)]
        self._apply_state(kind, after)
        self._record(kind, label, [[*each, known] for each, known in zip(before, prints)], after, "")
        return f"{said} ({len(before):,} articles)" if len(before) > 1 else said

    def _apply_state(self, kind: str, values: Iterable[Sequence[Any]]) -> None:
        state = self._library.state
        for item, value, *known in values:
            article_id = id_today(self._library.index, item, *known)
            if kind == "star":
                state.star(article_id, bool(value))
            elif kind == "read":
                state.mark_read(article_id, bool(value))
            else:
                state.set_tags(article_id, tuple(value))

    # ------------------------------------------------------------ corrections
    def correct(self, *corrections: Correction, of: Sequence[str] = ()) -> str:
        """Record what the reader says about detections; it holds everywhere from now on, as one step. Says what, `of`
        these people or figures, by default of the text of the first correction."""
        first, several = corrections[0], len(of) > 1
        about = wording.listed(of) if several else wording.brief(first.text)
        made = self._library.apply_all(corrections)
        label = f"correction of {about}" if several else f"correction of “{about}”"
        self._history.record(exchange(label, (), made))
        said = _SAID_OF_SEVERAL if several and first.action in _SAID_OF_SEVERAL else _SAID
        return said[first.action].format(about, wording.brief(first.target), wording.brief(first.text))

    def put_right(self, marks: Sequence[Mark], label: str) -> bool:
        """Exchange corrections of articles as one step, called `label`; whether there was anything to be done. Raises:
        NotesError."""
        gone = list({each.id: each for mark in marks for each in mark.gone}.values())
        made = [each for mark in marks for each in mark.made]
        if not (gone or made):
            return False
        kept = self._library.exchange([each.id for each in gone], made)
        self._history.record(exchange(label, gone, kept))
        return True

    # ------------------------------------------------------------ back and forth
    def undo(self) -> str:
        """Take the last change back; says what. Raises: NotesError, LookupError when there is nothing."""
        change = self._history.undo()
        if change is None:
            raise LookupError("There is nothing to take back.")
        self._turn(change, change.after, change.before, self._history.redo)
        return f"Undone: {change.label}"

    def redo(self) -> str:
        """Do again what was taken back last; says what. Raises: like `undo`."""
        change = self._history.redo()
        if change is None:
            raise LookupError("There is nothing to do again.")
        self._turn(change, change.before, change.after, self._history.undo)
        return f"Done again: {change.label}"

    def _turn(self, change: Change, now: Any, wanted: Any, step_back: Callable[[], object]) -> None:
        try:
            if change.kind == "several":
                self._turn_several([(kind, was, other) for (kind, was), (_, other) in zip(now, wanted)])
            else:
                self._turn_one(change.kind, now, wanted)
        except NoteMissing:
            self._history.drop(change)  # it cannot be turned any more
            raise
        except Exception:
            step_back()
            raise

    def _turn_several(self, steps: Sequence[tuple[str, Any, Any]]) -> None:
        """What is done to the notes of one file is one step, as it was when it was done. What is gone keeps the others
        from nothing."""
        edits: dict[str, list[tuple[Note, Note]]] = {}
        unwanted, wanted_back = [], []
        for kind, now, wanted in steps:
            if kind != "note":
                self._turn_one(kind, now, wanted)
            elif now and wanted:
                edits.setdefault(now["file"], []).append((_note_of(now), _note_of(wanted)))
            elif now:
                unwanted.append(_note_of(now))
            else:
                wanted_back.append(str(wanted["id"]))
        for file, pairs in edits.items():
            self._library.notes.edit_many(file, pairs)
            self._library.refresh_notes(file)
        self._remove_all(unwanted)
        back = self._library.notes.restore_many(wanted_back) if wanted_back else []
        for file in dict.fromkeys(note.file for note in back):
            self._library.refresh_notes(file)

    def _turn_one(self, kind: str, now: Any, wanted: Any) -> None:
        if kind == "note":
            self._turn_note(now, wanted)
        elif kind == "correction":
            ids = [record["id"] for record in now or ()]
            if wanted:
                self._library.exchange(ids, [Correction(**record) for record in wanted])
            else:
                self._library.withdraw_all(ids)
        else:
            self._apply_state(kind, wanted)

    def _turn_note(self, now: Any, wanted: Any) -> None:
        notes = self._library.notes
        if wanted is None:
            note = _note_of(now)
            notes.remove(note.file, note.id)
        elif now is None:
            note = _note_of(wanted)
            notes.restore(note.id)
        else:
            note, base = _note_of(wanted), _note_of(now)
            notes.edit(
                note.file, note.id, body=note.body, tags=note.tags, category=note.category, people=note.people,
                links=note.links, anchor=note.anchor, base=base,
            )  # fmt: skip
        self._library.refresh_notes(note.file)


def _passage(note: Note) -> str:
    return in_quotes(wording.brief(note.anchor.exact)) if note.anchor.exact.strip() else "the whole article"
