"""All notes of a file put in their places in the articles that the file has now."""

from __future__ import annotations

from bisect import bisect_left, insort_right
from collections.abc import Iterable, Sequence
from itertools import count
from operator import itemgetter

from reader.columns import changed
from reader.model import Located, Note
from reader.notes.anchor.ground import Ground
from reader.notes.anchor.making import describe
from reader.notes.anchor.resolve import Resolution, is_unchanged, resolve

_Placed = Sequence[tuple[int, Located]]
# So many notes that go or come are taken out of the order of the others and put into it one by one.
_FEW = 64
_RANK = {"ok": 3, "moved": 2, "unsure": 1, "lost": 0}


def resolve_all(notes: Iterable[Note], text: str) -> tuple[Located, ...]:
    """Every note with its place in `text`, in the order given."""
    ground = Ground(text)
    made = []
    for note in notes:
        found = resolve(note.anchor, ground)
        made.append(Located(note, found.start, found.end, found.status))
    return tuple(made)


def carried(text: str, start: int, end: int, other: str) -> tuple[int, int] | None:
    """Where `text[start:end]` is in `other`, a later text of the same article; None when it is not there."""
    if text == other or start >= end:
        return start, end
    found = resolve(describe(text, start, end), other)
    return (found.start, found.end) if found.status in ("ok", "moved") else None


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
    found = sorted(located, key=_created)
    found.sort(key=_start)
    lost = bisect_left(found, 0, key=_start)
    return found[lost:] + found[:lost]


def _created(located: Located) -> str:
    return located[0].created


_start = itemgetter(1)


def _order(located: Located) -> tuple[bool, int, str]:
    note, start, _, _ = located
    return start < 0, start, note.created


class Placer:
    """Puts the notes of one file in their places again and again: a note that has not changed, in texts that have
    not, is not sought again."""

    def __init__(self) -> None:
        self._grounds: list[Ground] = []
        self._notes: Sequence[Note] = ()
        self._placed: tuple[tuple[int, Located], ...] = ()
        self._article = -1
        self._ordered: list[Located] = []  # those of the article in text order

    def place(self, notes: Sequence[Note], texts: Sequence[str]) -> tuple[tuple[int, Located], ...]:
        """What `place` gives."""
        self._take(notes, texts)
        return self._placed

    def in_article(self, notes: Sequence[Note], texts: Sequence[str], article: int) -> list[Located]:
        """Those of the notes that are in one of the texts, in its order."""
        gone, new = self._take(notes, texts)
        if article != self._article or len(gone) + len(new) > _FEW:
            self._article = article
            self._ordered = in_text_order(located for number, located in self._placed if number == article)
        else:
            self._ordered = [*self._ordered]
            for number, located in gone:
                if number == article:
                    at = bisect_left(self._ordered, _order(located), key=_order)
                    del self._ordered[next(n for n in count(at) if self._ordered[n] is located)]
            for number, located in new:
                if number == article:
                    insort_right(self._ordered, located, key=_order)
        return self._ordered

    def _take(self, notes: Sequence[Note], texts: Sequence[str]) -> tuple[_Placed, _Placed]:
        """Place the notes; what has gone of those that were placed before, and what is new."""
        if [ground.text for ground in self._grounds] != list(texts):
            self._grounds, self._notes, self._placed = [Ground(text) for text in texts], (), ()
            self._article = -1
        first, last = changed(self._notes, notes)
        end = len(self._notes) - last
        gone = self._placed[first:end]
        known = {id(placed[1].note): placed for placed in gone}
        new = [known.get(id(n)) or self._place(n) for n in notes[first : len(notes) - last]]
        self._placed = (*self._placed[:first], *new, *self._placed[end:])
        self._notes = notes
        return gone, new

    def _place(self, note: Note) -> tuple[int, Located]:
        number, anchor = note.anchor.article, note.anchor
        text = self._grounds[number].text if number < len(self._grounds) else ""
        if is_unchanged(anchor, text) and anchor.exact.strip():  # nearly all: nothing is to be weighed
            return number, Located(note, anchor.start, anchor.start + len(anchor.exact), "ok")
        return _placed(note, self._grounds)[:2]
