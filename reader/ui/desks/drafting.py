"""The drafts of what is being typed into a note."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from reader.notes import NotesError
from reader.notes.anchor import carried
from reader.paths import file_of

if TYPE_CHECKING:
    from reader.model import Article
    from reader.ui.room import Room
    from reader.ui.widgets.note_editor import Draft

#: The key of a draft on a passage, or on a whole article.
_PLACE = re.compile(r"(?P<article>[0-9]{1,9})-(?:whole|(?P<start>[0-9]{1,9})-(?P<end>[0-9]{1,9}))")


class Drafting:
    """Keeps and drops drafts, at once or in the thread that writes: an older text never replaces a newer one."""

    def __init__(self, frame: Room) -> None:
        self._frame = frame
        self._lock = Lock()
        self._asked = 0  # how often something was to be kept or dropped

    def keep(self, draft: Draft, text: str) -> None:
        """Keep `text` now. Raises: NotesError."""
        with self._lock:
            self._asked += 1
            self._save(draft, text)

    def keep_soon(self, draft: Draft, text: str) -> None:
        """Keep `text` off the UI thread, unless something newer is to be done by then. It is still in the editor:
        nothing is said when that fails."""
        self._asked += 1
        number = self._asked

        def work() -> None:
            with self._lock, suppress(NotesError):
                if number == self._asked:
                    self._save(draft, text)

        self._frame.jobs.write(work, lambda _: None, self._frame.trouble)

    def move(self, draft: Draft, placed: Draft, text: str) -> None:
        """`draft`, whose text is `text`, stands elsewhere now. Raises: NotesError."""
        if (file_of(draft.article), draft.key) != (file_of(placed.article), placed.key):
            self.keep(placed, text)
            self.drop(draft)

    def drop(self, draft: Draft) -> None:
        """Forget a draft now."""
        with self._lock:
            self._asked += 1
            self._frame.session.library.notes.drop_draft(file_of(draft.article), draft.key)

    def text_for(self, draft: Draft, text: str) -> tuple[str, str]:
        """What to begin with where `text` is saved, and what to say of it: a draft in its place, or below it when
        something else has been saved since the draft was begun."""
        notes, file = self._frame.session.library.notes, file_of(draft.article)
        kept = notes.draft(file, draft.key, _base(draft))
        if kept is not None:
            return (kept, "This is the draft you left here.") if kept != text else (text, "")
        kept = notes.outdated_draft(file, draft.key)
        if kept is None or kept.strip() == text.strip():
            return text, ""
        said = "The note was saved anew after you left a draft here: the draft stands below its text."
        return f"{text}\n\n{kept}", said

    def _save(self, draft: Draft, text: str) -> None:
        self._frame.session.library.notes.save_draft(file_of(draft.article), draft.key, text, _base(draft))


def _base(draft: Draft) -> str:
    return draft.note.body if draft.note is not None else ""


def moved(draft: Draft, begun: Article, article: Article) -> Draft | None:
    """What is being written on `begun` where it stands in `article`, the same one as it is now; None when its passage
    is not there, word for word: a note is on what its writer has seen."""
    place = carried(begun.text, draft.start, draft.end, article.text)
    if place is None or article.text[slice(*place)] != begun.text[draft.start : draft.end]:
        return None
    start, end = place
    if draft.note is not None:
        note, key = draft.note._replace(file=article.file), draft.key
    else:
        note, key = None, f"{article.index}-{start}-{end}" if start < end else f"{article.index}-whole"
    return replace(draft, key=key, article=article.id, start=start, end=end, note=note)


async def take_up(frame: Room, draft: Path) -> bool:
    """Open the editor on the passage or note that a kept draft is on; False when that is not there any more."""
    library = frame.session.library
    found = library.notes.draft_place(draft, [row[0] for row in library.index.files()])
    if found is None:
        return False
    file, key = found
    place = _PLACE.fullmatch(key)
    note = next((note for note in library.notes.read(file).notes if note.id == key), None)
    if place is None and note is None:
        return False
    number = place["article"] if place is not None else max(note.anchor.article, 0) if note is not None else 0
    article_id = f"{file}#{number}"
    if not frame.reading.open(article_id, jump=True):
        return False
    if frame.session.article is None or frame.session.article.id != article_id:
        frame.say("The article of that note is a large one; when it is open, go on with the draft.")
        return True
    if place is None:
        located = next((item for item in frame.session.located if item.note.id == key), None)
        if located is None:
            return False
        frame.text.go_to(max(located.start, 0))
        await frame.noting.edit(located)
    elif place["start"] is None:
        await frame.noting.add_article_note()
    else:
        frame.text.select(int(place["start"]), min(int(place["end"]), len(frame.text.document.text)))
        await frame.noting.add_note()
    return True
