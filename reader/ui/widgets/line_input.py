"""A one-line text field over the bottom or top of a pane, with a line below it for help or trouble."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from reader.ui.widgets.shown import Field, Shown

#: Checks what is typed: (message, first wrong character, its end), or None when it is fine.
Check = Callable[[str], tuple[str, int, int] | None]
#: What could stand at the cursor: (text, start, end, help) each.
Complete = Callable[[str, int], Sequence[tuple[str, int, int, str]]]
#: Lines below the field in which trouble is told where one is too short.
_TALL = 6


class LineInput(Vertical):
    """Asks for a line. Enter sends `Done`, Esc sends `Cancelled`, every change sends `Typed`."""

    DEFAULT_CSS: ClassVar[str] = """
    LineInput {
        height: 2;
        background: $panel;
        layout: grid;
        grid-size: 2 2;
        grid-columns: auto 1fr;
        grid-rows: 1 1;
        & > .label { width: auto; padding: 0 1; color: $accent; text-style: bold; }
        & > Input { width: 1fr; background: $panel; }
        & > .below { column-span: 2; height: 1; color: $dim; padding: 0 1; }
    }
    """
    HINTS: Sequence[tuple[str, str]] = (("enter", "Done"), ("tab", "Complete"), ("escape", "Cancel"))
    BINDINGS: ClassVar = [
        Binding("escape", "cancel", "Cancel", show=False, priority=True),
        Binding("tab", "complete", "Complete", show=False, priority=True),
        Binding("down", "leave(1)", "Down", show=False, priority=True),
        Binding("up", "leave(-1)", "Up", show=False, priority=True),
    ]

    @dataclass
    class Typed(Message):
        """The text changed; `text` is what stands before that which is wrong, as far as `check` can tell."""

        origin: LineInput
        text: str

    @dataclass
    class Done(Message):
        """Enter was pressed."""

        origin: LineInput
        text: str

    @dataclass
    class Cancelled(Message):
        """Esc was pressed."""

        origin: LineInput

    @dataclass
    class Stepped(Message):
        """An arrow key was pressed, meant for the list that belongs to the field."""

        origin: LineInput
        step: int

    @dataclass
    class Passed(Message):
        """Tab was pressed and there is nothing to complete: on to what belongs to the field."""

        origin: LineInput

    def __init__(
        self,
        label: str,
        text: str = "",
        *,
        help: str = "",
        hints: Sequence[tuple[str, str]] = (),
        check: Check | None = None,
        complete: Complete | None = None,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        if hints:
            self.HINTS = tuple(hints)
        self._label = label
        self._text = text
        self._help = help
        self._helping = True  # whether the line below shows the help
        self._check = check
        self._complete = complete
        self._offered: Sequence[tuple[str, int, int, str]] = ()

    def compose(self) -> ComposeResult:
        """The field with its label, and the line below."""
        yield Shown(self._label, classes="label")
        yield Field(self._text)
        yield Shown(self._help, classes="below")

    @property
    def field(self) -> Input:
        """The text field itself."""
        return self.query_one(Input)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.field.value

    def on_mount(self) -> None:
        """Take the keys. What stands there is selected: a letter begins anew, an arrow or End goes on with it."""
        self.field.focus()
        self.field.select_all()

    def on_resize(self) -> None:
        """Another width: the help fits it."""
        if self._helping:
            self._show_help()

    def below(self, content: Content, lines: int = 1) -> None:
        """Say something in the line below, or in a few."""
        self._helping = False
        below = self.query_one(".below", Shown)
        if below.styles.height is None or below.styles.height.value != lines:
            self.styles.height, self.styles.grid_rows, below.styles.height = 1 + lines, f"1 {lines}", lines
        below.update(content)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Check what is typed, show what is wrong under the wrong word, or what may come next."""
        event.stop()
        text = event.value
        if text == self._text:
            return
        self._text = text
        wrong = self._check(text) if self._check else None
        self._offered = self._complete(text, self.field.cursor_position) if self._complete else ()
        if wrong is not None and not (self._offered and wrong[2] >= len(text)):
            message, start, end = wrong
            shift = max(0, len(self._label) + 1 + start - int(self.field.scroll_offset.x))
            mark = "▔" * max(1, min(end, len(text)) - start)
            room = max(self.size.width - 2, 10)
            if shift + len(mark) + 1 + cell_len(message) <= room:
                self.below(Content.assemble(" " * shift, (mark, "$error"), (f" {message}", "$error")))
            else:
                told = wrap(message, room)[: _TALL - 1]
                self.below(Content.assemble(" " * shift, ("\n".join((mark, *told)), "$error")), 1 + len(told))
        elif self._offered:
            offers = [f"{word} {about}".strip() for word, _, _, about in self._offered[:6]]
            room = max(self.size.width - 7, 10)  # no offer is cut but the first
            while len(offers) > 1 and cell_len("   ".join(offers)) > room:
                offers.pop()
            self.below(Content.assemble((" Tab ", "bold"), ("   ".join(offers), "$dim")))
        else:
            self._show_help()
        self.post_message(self.Typed(self, self._sound(text, wrong)))

    def _show_help(self) -> None:
        """The help, as many of its parts between semicolons as there is room for."""
        parts = self._help.split("; ")
        while len(parts) > 1 and cell_len("; ".join(parts)) > self.size.width - 2:
            parts.pop()
        self.below(Content("; ".join(parts)))
        self._helping = True

    def _sound(self, text: str, wrong: tuple[str, int, int] | None) -> str:
        """`text` as far as nothing is wrong with it."""
        while wrong is not None and self._check is not None:
            text = text[: min(wrong[1], len(text) - 1)]
            wrong = self._check(text)
        return text

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        event.stop()
        self.post_message(self.Done(self, event.value))

    def action_cancel(self) -> None:
        """Esc."""
        self.post_message(self.Cancelled(self))

    def action_leave(self, step: int) -> None:
        """An arrow key moves in the list that belongs to the field."""
        self.post_message(self.Stepped(self, step))

    def action_complete(self) -> None:
        """Take the first completion, unless what is typed is whole already."""
        text = self.field.value
        if not self._offered or any(text[start:end] == word for word, start, end, _ in self._offered):
            self.post_message(self.Passed(self))
            return
        word, start, end, _ = self._offered[0]
        space = "" if word.endswith(":") else " "
        self.field.value = text[:start] + word + space + text[end:].lstrip()
        self.field.cursor_position = start + len(word) + len(space)
