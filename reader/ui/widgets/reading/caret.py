"""The caret and the selection over a text: plain state, no widget.

The caret is one offset. A selection runs from the unit (character, word, sentence) where it was begun to
the unit where the caret is, both included, whichever comes first.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.ui.widgets.reading import motions
from reader.ui.widgets.reading.page import Cursor

_NOTHING = (0, 0)


@dataclass(slots=True, repr=False, eq=False)
class Caret:
    """A place in `text`, perhaps with a selection that ends there.

    `focus` is what is drawn as the caret: a character, or a whole mark after a jump to it; empty while
    the reader moves by sentences and lines, when the tint of the sentence is enough.
    """

    text: str = ""
    offset: int = 0
    anchor: int | None = None
    unit: str = "char"
    focus: tuple[int, int] = _NOTHING
    _sentence: tuple[int, int] = (0, -1)
    _held: tuple[int, int] | None = None  # the selection, once it is known

    # ------------------------------------------------------------ moving

    def move(self, offset: int, *, fine: bool = False, focus: tuple[int, int] | None = None) -> None:
        """Go to `offset`. `fine` draws the character there, `focus` something else."""
        self.offset = motions.clamp(self.text, offset)
        self._held = None
        if focus is not None:
            self.focus = focus
        elif fine or self.anchor is not None:
            self.focus = motions.character_at(self.text, self.offset)
        else:
            self.focus = _NOTHING

    @property
    def sentence(self) -> tuple[int, int]:
        """The sentence at the caret; remembered until the caret leaves it."""
        start, end = self._sentence
        if not start <= self.offset < end:
            self._sentence = motions.sentence_at(self.text, self.offset)
        return self._sentence

    # ------------------------------------------------------------ selecting

    @property
    def selection(self) -> tuple[int, int] | None:
        """What is selected, None if nothing is."""
        if self.anchor is None:
            return None
        if self._held is not None:
            return self._held
        first = motions.around(self.text, self.anchor, self.unit)
        last = motions.around(self.text, self.offset, self.unit)
        end = max(first[1], last[1], self.focus[1] if self.focus[0] == self.offset else 0)
        self._held = min(first[0], last[0]), min(end, len(self.text))
        return self._held

    def begin(self, unit: str) -> None:
        """Select from here by `unit`, or change the unit of the selection there is."""
        if self.anchor is None:
            self.anchor = self.offset
        self.unit = unit
        self._held = None
        if self.focus[0] != self.offset or self.focus[0] == self.focus[1]:
            self.focus = motions.character_at(self.text, self.offset)

    def hold(self, start: int, end: int) -> None:
        """Select exactly `[start, end)`; the next motion extends it by characters from its start."""
        self.anchor, self.unit = start, "char"
        self.offset = motions.clamp(self.text, max(start, end - 1))
        self.focus = _NOTHING
        self._held = (start, end)

    def drop(self) -> None:
        """Select nothing."""
        self.anchor = None
        self._held = None
        self.focus = _NOTHING

    def state(self) -> Cursor:
        """What the painter draws; nothing shows of a sentence that is selected."""
        selection, sentence = self.selection or _NOTHING, self.sentence
        if selection[0] <= sentence[0] and sentence[1] <= selection[1]:
            sentence = _NOTHING
        return Cursor(sentence, selection, self.focus)
