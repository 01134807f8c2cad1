"""What may follow the first key of a chord, in columns over the bottom line."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.actions import key_label
from reader.ui.keymap import textual_key
from reader.ui.widgets.looks import Look, Looks
from reader.ui.widgets.plain import Drawn
from reader.ui.wording import fit

_WIDEST = 24  # cells of a column
_LOOKS = {"key": Look("accent", shape="bold"), "label": Look("foreground"), "said": Look("dim")}


class ChordPanel(Drawn, Widget):
    """Lies over the panes until the next key; a click on a choice presses its key."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.looks = Looks(self, _LOOKS)
        self._prefix = ""
        self._hints: Sequence[tuple[str, str]] = ()
        self._column, self._rows = _WIDEST, 1

    def show(self, prefix: str, hints: Sequence[tuple[str, str]], width: int) -> None:
        """Show the (key, label) pairs that may follow `prefix` on a screen of `width` columns."""
        self._prefix = key_label(prefix)
        self._hints = sorted(hints, key=lambda hint: (not hint[0].isalnum(), hint[0].casefold(), hint[0]))
        longest = max((cell_len(key_label(key)) + cell_len(label) for key, label in hints), default=0) + 4
        self._column = min(longest, _WIDEST, max(width - 1, 1))
        columns = max((width - 1) // self._column, 1)
        self._rows = -(-len(hints) // columns)
        self.styles.height = self._rows + 1
        self.display = True
        self.refresh(layout=True)

    def notify_style_update(self) -> None:
        """Another theme: every style is made again."""
        super().notify_style_update()
        self.looks.clear()

    def render_line(self, y: int) -> Strip:
        """A row of choices; the first line says what they follow."""
        width = self.size.width
        if y == 0:
            return Strip(
                [Segment(fit(f" {self._prefix} …  Esc lets go", width), self.looks.of("said"))], width
            )
        segments: list[Segment] = []
        left = width
        for key, label in self._hints[y - 1 :: self._rows]:
            shown = f" {key_label(key)}"
            if left < self._column:
                break
            segments.append(Segment(shown, self.looks.of("key")))
            segments.append(Segment(fit(f" {label}", self._column - cell_len(shown)), self.looks.of("label")))
            left -= self._column
        segments.append(Segment(" " * left, self.looks.of()))
        return Strip(segments, width)

    def on_click(self, event: events.Click) -> None:
        """Press the key under the mouse; beside the choices, none."""
        event.stop()
        index = event.x // self._column * self._rows + event.y - 1
        inside = event.y > 0 and index < len(self._hints)
        self.app.simulate_key(textual_key(self._hints[index][0]) if inside else "escape")
