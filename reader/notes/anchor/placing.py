"""All notes of a file put in their places in the articles that the file has now."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter

from reader.columns import changed
from reader.model import Located, Note
from reader.notes.anchor.ground import Ground
from reader.notes.anchor.resolve import Resolution, is_unchanged, resolve

_RANK = {"ok": 3, "moved": 2, "unsure": 1, "lost": 0}


def resolve_all(notes: Iterable[Note], text: str) -> tuple[Located, ...]:
    """Every note with its place in `text`, in the order given."""
    ground = Ground(text)
    made = []
    for note in notes:
        found = resolve(note.anchor, ground)
        made.append(Located(note, found.start, found.end, found.status))
    return tuple(made)


def place(notes: Iterable[Note], texts: Sequence[str]) -> tuple[tuple[int, Located], ...]:
    """Every note with the number of its article and its place there; `texts` are the articles of its file.

    A note whose quote is not in its own article is sought in the others: files are split anew. What is lost
    keeps the number it had, or 0.
    """
    return tuple((number, located) for number, located, _ in place_scored(notes, texts))


def place_scored(notes: Iterable[Note], texts: Sequence[str]) -> tuple[tuple[int, Located, Resolution], ...]:
    """`place` with the whole resolution, for review dialogs."""
    grounds = [Ground(text) for text in texts]
    return tuple(_placed(note, grounds) for note in notes)


def _placed(note: Note, grounds: Sequence[Ground]) -> tuple[int, Located, Resolution]:
    home, whole = note.anchor.article, not note.anchor.exact.strip()
    number = home if home < len(grounds) else 0
    if whole:
        number = _whole(note, grounds, number)
    best = resolve(note.anchor, grounds[number]) if grounds else Resolution(-1, -1, "lost", 0.0)
    if best.status in ("unsure", "lost") and not whole:
        for other, ground in enumerate(grounds):
            if other == number and number == home:
                continue
            found = resolve(note.anchor, ground)
            better = _RANK[found.status] - _RANK[best.status]
            if better > 0 or (better == 0 and found.status != "lost" and found.score > best.score):
                number, best = other, found
    return number, Located(note, best.start, best.end, best.status), best


def _whole(note: Note, grounds: Sequence[Ground], number: int) -> int:
    """The article that a note on a whole article is about: the one as long as it was, if its number is another's."""
    as_long = [n for n, ground in enumerate(grounds) if len(ground.text) == note.anchor.length]
    return as_long[0] if len(as_long) == 1 else number


def in_text_order(located: Iterable[Located]) -> list[Located]:
    """Notes in the order of the text, of one place the oldest first; lost ones last."""
    found = sorted(located, key=attrgetter("note.created"))
    found.sort(key=attrgetter("start"))
    lost = bisect_left(found, 0, key=attrgetter("start"))
    return [*found[lost:], *found[:lost]]


class Placer:
    """Puts the notes of one file in their places again and again: a note that has not changed, in texts that have
    not, is not sought again."""

    def __init__(self) -> None:
        self._grounds: list[Ground] = []
        self._notes: Sequence[Note] = ()
        self._placed: tuple[tuple[int, Located], ...] = ()

    def place(self, notes: Sequence[Note], texts: Sequence[str]) -> tuple[tuple[int, Located], ...]:
        """What `place` gives."""
        if [ground.text for ground in self._grounds] != list(texts):
            self._grounds, self._notes, self._placed = [Ground(text) for text in texts], (), ()
        first, last = changed(self._notes, notes)
        end = len(self._notes) - last
        known = {id(n): placed for n, placed in zip(self._notes[first:end], self._placed[first:end])}
        new = [known.get(id(n)) or self._place(n) for n in notes[first : len(notes) - last]]
        self._placed = (*self._placed[:first], *new, *self._placed[end:])
        self._notes = notes
        return self._placed

    def _place(self, note: Note) -> tuple[int, Located]:
        number, anchor = note.anchor.article, note.anchor
        text = self._grounds[number].text if number < len(self._grounds) else ""
        if is_unchanged(anchor, text) and anchor.exact.strip():  # nearly all: nothing is to be weighed
            return number, Located(note, anchor.start, anchor.start + len(anchor.exact), "ok")
        return _placed(note, self._grounds)[:2]
