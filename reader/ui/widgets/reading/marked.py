"""The marks of a text in the reading pane, and the search in it, whose hits are marks too."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual.timer import Timer

from reader.columns import columns_of
from reader.model import Span
from reader.text import one_line
from reader.ui.widgets.reading.document import Document
from reader.ui.widgets.reading.moving import MovingView

if TYPE_CHECKING:
    from reader.ui.widgets.reading.finder import Finder, Folds

#: What `found` says of a search that is over and found nothing.
NO_HITS = "no hits"
_FIND_AT_ONCE, _FIND_SLICE, _FIND_PAUSE = 0.05, 0.008, 0.02  # seconds


class MarkedView(MovingView):
    """A moving view with layers of marks, motions from mark to mark, and search."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._finder: Finder | None = None
        self._folds: Folds | None = None  # of the text while a search is on
        self._finding: Timer | None = None
        self._goal: int | None = None  # a search goes to its first hit from here on
        self._back = 0  # where the caret goes when there is none
        #: Set while people and figures are on their way: has them here at once, for a key that asks for them.
        self.bring_marks: Callable[[], None] | None = None

    def open(self, document: Document, position: int = 0) -> None:
        """Show `document` without marks or search, the caret at `position` (0: the top)."""
        self._stop_find()
        super().open(document, position)

    # ------------------------------------------------------------ layers

    def set_layer(self, kind: str, spans: Iterable[Span]) -> None:
        """Replace the spans of one of `LAYERS`; KeyError for another name."""
        self.repaint(self.marks.put(kind, spans))

    def extend_layer(self, kind: str, spans: Sequence[Span]) -> None:
        """Add spans to a layer, best in order of the text: marks of a long text as they are found."""
        self.marks.extend(kind, spans)
        first = self.flow.line(self.top).start
        last = self.flow.line(self.top + self.rows).end
        starts, ends = columns_of(spans, "start", "end")
        if any(start <= last and end >= first for start, end in zip(starts, ends)):
            self.repaint()

    def set_categories(self, words: Mapping[int, str]) -> None:
        """The words of the note categories 1-5, shown beside the notes that have them."""
        self.painter.categories = {number: one_line(word) for number, word in words.items()}
        self.repaint()

    @property
    def shown_layers(self) -> frozenset[str]:
        """The layers that are drawn."""
        return self.marks.shown

    def show_layers(self, kinds: Iterable[str]) -> None:
        """Draw these layers only."""
        self.marks.shown = frozenset(kinds)
        self.repaint()

    def marks_at(self, offset: int) -> tuple[tuple[str, Span], ...]:
        """(layer, span) of the drawn marks under the character at `offset`, the topmost first."""
        return self.marks.at(offset)

    def action_next_mark(self, kind: str, by: int) -> None:
        """Go to the next or previous mark of `kind`: person, figure, note, hit. Faint marks are passed."""
        if self.bring_marks is not None and kind in ("person", "figure"):
            self.bring_marks()
        layer = self.marks.layer(kind)
        found, offset = None, self.caret
        for _ in range(abs(self.take_count(by))):
            span = layer.after(offset) if by > 0 else layer.before(offset)
            if span is None:
                break
            found, offset = span, span.start
        if found is not None:
            self.move(found.start, focus=(found.start, found.end))
        else:
            self.mark_missed(kind, by)

    def mark_missed(self, kind: str, by: int) -> None:
        """Called when there is no further mark of `kind` (`by` < 0: none before)."""

    # ------------------------------------------------------------ search in the text

    @property
    def origin(self) -> tuple[int, int]:
        """Where the caret is, and from where on a search that begins now looks: the sentence is in it."""
        return self.caret, min(self.caret, self.sentence[0])

    def find(self, query: str, origin: tuple[int, int] | None = None) -> int:
        """Mark `query` everywhere and go to the first hit from `origin` on, by default from here; without any hit the
        caret is back there. Returns the hits so far.

        Of a long text the part up to that hit is searched at once, the rest while the reader reads.
        """
        from reader.ui.widgets.reading.finder import Finder, Folds  # with the first search

        folds = self._folds or Folds(self.document.text)
        self.clear_find()
        self._folds = folds
        self._finder = finder = Finder(folds, query)
        self._back, self._goal = origin or self.origin
        self._search(_FIND_AT_ONCE)
        return finder.count

    def _search(self, seconds: float) -> None:
        """Search on for `seconds`, or until there is a hit to go to; then again after a pause."""
        finder = self._finder
        if finder is None:
            return
        end = time.perf_counter() + seconds
        while not finder.done and time.perf_counter() < end:
            added = finder.step()
            self.extend_layer("hit", added)
            if self._goal is not None and added and added[-1].start >= self._goal:
                break
        hits = self.marks.layer("hit")
        hit = None if self._goal is None else hits.after(self._goal - 1)
        if hit is None and finder.done and self._goal is not None and len(hits):
            hit = hits[0]
        if hit is not None:
            self._goal = None
            self.move(hit.start, focus=(hit.start, hit.end))
        if finder.done:
            if self._goal is not None and self.caret != self._back:
                self.move(self._back)
            self._goal = None
            self.caret_moved(self.caret)
        else:
            self._finding = self.set_timer(_FIND_PAUSE, lambda: self._search(_FIND_SLICE))

    def find_next(self, by: int) -> bool:
        """Go to the next or previous hit; False if there is none on that side."""
        before = self.caret
        self.action_next_mark("hit", by)
        return self.caret != before

    def action_find_next(self, by: int) -> None:
        """Go to the next or previous hit, around the end of the text."""
        layer = self.marks.layer("hit")
        if not self.find_next(by) and len(layer):
            span = layer[0 if by > 0 else len(layer) - 1]
            self.move(span.start, focus=(span.start, span.end))

    def clear_find(self) -> None:
        """Forget the search and its marks."""
        self._stop_find()
        if len(self.marks.layer("hit")):
            self.set_layer("hit", ())

    def _stop_find(self) -> None:
        self._finder = self._goal = self._folds = None
        if self._finding is not None:
            self._finding.stop()
            self._finding = None

    @property
    def found(self) -> str:
        """Which hit the caret is at, of how many: `3/14`; `14+` while a long text is searched; "" without a search."""
        layer = self.marks.layer("hit")
        searching = self._finder is not None and not self._finder.done
        if not len(layer):
            return "" if self._finder is None else "…" if searching else NO_HITS
        return f"{layer.index_at(self.caret)}/{len(layer)}{'+' if searching else ''}"
