"""The motions of the reading pane as actions; every one takes the count typed before it."""

from __future__ import annotations

from collections.abc import Callable

from reader.ui.widgets.counting import Counting
from reader.ui.widgets.reading import motions
from reader.ui.widgets.reading.mouse import MouseView

_Motion = Callable[[str, int], int | None]
_OVERLAP = 2  # rows of the old page that stay in sight on the new one


class MovingView(Counting, MouseView):
    """A view with `action_…` methods for moving, scrolling and selecting by keys.

    While something is selected every motion extends the selection.
    """

    # ------------------------------------------------------------ rows and pages

    def action_line(self, by: int) -> None:
        """Scroll by rows; where there is nothing to scroll go to the next sentence, or back."""
        self._by_rows(self.take_count(by))

    def action_page(self, by: int) -> None:
        """Scroll by pages."""
        self._by_pages(self.take_count(by), self.rows - _OVERLAP)

    def action_half_page(self, by: int) -> None:
        """Scroll by half pages."""
        self._by_pages(self.take_count(by), self.rows // 2)

    def action_top(self) -> None:
        """Go to the top of the text."""
        self.take_count(1)
        self.scroll_to_row(0)
        self.move(motions.clamp(self.document.text, 0), show=False)

    def action_bottom(self) -> None:
        """Go to the end of the text."""
        self.take_count(1)
        self.flow.settle(self.flow.height, self.rows * 2)
        self.scroll_to_row(self.flow.height)
        self._to_end(1)

    def _by_rows(self, by: int) -> None:
        if self.selecting:
            self.move_rows(by)
        elif left := self.scroll_rows(by):
            self._by_sentences(left)

    def _by_pages(self, by: int, rows: int) -> None:
        rows = max(1, rows)
        if self.selecting:
            self.move_rows(by * rows)
            return
        top = self.top
        left = self.scroll_rows(by * rows)
        if left and self.top == top:
            self._to_end(by)

    def _to_end(self, by: int) -> None:
        """Put the caret on the first or last sentence."""
        text = self.document.text
        if by > 0 and self._to_ends:
            self.move(max(0, len(text) - 1), show=False)
        else:
            self.move(motions.sentence_at(text, len(text) if by > 0 else 0)[0], show=False)

    # ------------------------------------------------------------ units of the text

    def _by(self, by: int, forth: _Motion, back: _Motion, fine: bool) -> None:
        text, offset, moved = self.document.text, self.caret, False
        for _ in range(abs(by)):
            found = (forth if by > 0 else back)(text, offset)
            if found is None:
                break
            offset, moved = found, True
        if moved:
            self.move(offset, fine=fine)
        elif by > 0 and self.selecting:
            self.move(max(0, len(text.rstrip()) - 1), fine=fine)

    @property
    def _to_ends(self) -> bool:
        """Whether forward motions stop at the end of what they pass, so that no more is selected."""
        return self.selecting in ("char", "word")

    def _by_sentences(self, by: int) -> None:
        forth = motions.sentence_end if self._to_ends else motions.next_sentence
        self._by(by, forth, motions.previous_sentence, False)

    def action_sentence(self, by: int) -> None:
        """Go to the next sentence, or back (the start of this one first)."""
        self._by_sentences(self.take_count(by))

    def action_paragraph(self, by: int) -> None:
        """Go to the next paragraph, or back."""
        forth = motions.paragraph_end if self._to_ends else motions.next_paragraph
        self._by(self.take_count(by), forth, motions.previous_paragraph, False)

    def action_word(self, by: int) -> None:
        """Go to the next word, or back."""
        self._by(self.take_count(by), motions.next_word, motions.previous_word, True)

    def action_char(self, by: int) -> None:
        """Go to the next character, or back."""
        self._by(self.take_count(by), motions.next_character, motions.previous_character, True)

    def action_line_edge(self, by: int) -> None:
        """Go to the start (-1) or end (1) of the display row."""
        self.take_count(1)
        line = self.flow.line(self.flow.row_of(self.caret))
        if by < 0:
            self.move(line.start, fine=True)
        else:
            self.move(line.end if line.end == line.stop else max(line.start, line.end - 1), fine=True)

    # ------------------------------------------------------------ selecting

    def action_select(self, unit: str) -> None:
        """Select by `unit` (char, word, sentence); the same again selects nothing."""
        if self.selecting == unit:
            self.clear_selection()
        else:
            self.begin_selection(unit)
