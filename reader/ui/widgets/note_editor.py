"""Writing a note in place: Enter saves, alt+Enter makes a new line, F4 opens $EDITOR, Esc keeps a draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import TextArea

from reader.model import Note
from reader.text import one_line
from reader.ui import wording
from reader.ui.widgets.shown import Shown

_QUOTE_LINES = 2
_REST = 1.0  # seconds without a key after which what is typed is kept


@dataclass(frozen=True, slots=True)
class Draft:
    """What is being written: on which passage, into which note (None: a new one), with which category."""

    key: str
    article: str
    start: int
    end: int
    quote: str
    note: Note | None = None
    category: int = 0


class NoteArea(TextArea):
    """The field itself. A frame may still be drawn from the old layout when the widget is gone already."""

    def watch_has_focus(self, has_focus: bool) -> None:
        """Nothing looks different without the keys, least of all while it is being taken away."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of `crop`; blank once the widget has been taken away and has no styles any more."""
        if not self.is_attached:
            return [Strip.blank(crop.width)] * crop.height
        return super().render_lines(crop)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Show the cursor. When many lines were taken back at once, it is put into the text that is left only after
        the scroll bar has gone: until then there is nothing to show."""
        if self.cursor_location[0] >= self.document.line_count:
            return Offset()
        return super().scroll_cursor_visible(center, animate)


class NoteEditor(Vertical):
    """The field for one note. The text stays in it until it is saved or thrown away by hand."""

    DEFAULT_CSS: ClassVar[str] = """
    NoteEditor {
        height: auto;
        max-height: 60%;
        background: $panel;
        border-top: tall $accent;
        padding: 0 1;
        & > .quote { color: $dim; text-style: italic; }
        & > TextArea { height: auto; min-height: 3; max-height: 12; background: $panel; padding: 0; border: none; }
        & > .trouble { height: auto; }
        &.in-place { layer: above; }
    }
    """
    HINTS: ClassVar = (
        ("enter", "Save"), ("escape", "Keep as draft"), ("ctrl+n", "New line"), ("ctrl+x", "Throw away"),
        ("f4", "Your editor"), ("tab", "Complete #tag"),
    )  # fmt: skip
    BINDINGS: ClassVar = [
        Binding("enter,ctrl+s", "save", "Save", show=False, priority=True),
        Binding("alt+enter,ctrl+n,ctrl+j", "break_line", "New line", show=False, priority=True),
        Binding("f4", "edit_outside", "Editor", show=False, priority=True),
        Binding("escape", "keep_draft", "Keep as draft", show=False, priority=True),
        Binding("tab", "complete", "Complete", show=False, priority=True),
        Binding("ctrl+x", "discard", "Throw away", show=False, priority=True),
        # Typing is taken back as in shells: ctrl+z leads to those, here as everywhere.
        Binding("ctrl+z", "app.suspend_process", "Suspend", show=False, priority=True, id="suspend"),
        Binding("ctrl+underscore", "undo_typing", "Undo", show=False, priority=True),
    ]

    @dataclass
    class Saved(Message):
        """Enter: the text is to be written. The editor waits for `finish` or `fail`."""

        origin: NoteEditor
        draft: Draft
        text: str

    @dataclass
    class Kept(Message):
        """Esc: the text is to be kept as a draft."""

        origin: NoteEditor
        draft: Draft
        text: str

    @dataclass
    class Rested(Message):
        """Typing rests: what is there is to be kept in case the app does not end well."""

        origin: NoteEditor
        draft: Draft
        text: str

    @dataclass
    class Discarded(Message):
        """The text is to be thrown away."""

        origin: NoteEditor
        draft: Draft

    @dataclass
    class OutsideWanted(Message):
        """F4: the text is to be edited in the user's editor."""

        origin: NoteEditor
        text: str

    def __init__(self, draft: Draft, text: str, known_tags: Callable[[str], Sequence[str]]) -> None:
        super().__init__(id="note-editor")
        self._known_tags = known_tags
        self.draft = draft
        self._start = text
        self.saving = False
        self._row: int | None = None
        self._rest: Timer | None = None

    def put_over(self, row: int) -> None:
        """Lie over the list, from `row` of the parent on, as far as there is room."""
        self._row = row
        self.add_class("in-place")

    def on_resize(self) -> None:
        """Another width, or the text grew: as much of the quote as there is room for; stay inside the parent."""
        quote = wording.wrap_words(wording.passage(self.draft.quote), max(self.size.width, 8), _QUOTE_LINES)
        self.query_one(".quote", Shown).update(Content("\n".join(quote)))
        parent = self.parent
        if self._row is not None and isinstance(parent, Widget):
            top = max(1, min(self._row, parent.size.height - self.outer_size.height))
            self.styles.offset = (0, top)

    def compose(self) -> ComposeResult:
        """The quote, the field, a line for trouble."""
        yield Shown(classes="quote")
        area = NoteArea(self._start, soft_wrap=True, show_line_numbers=False, compact=True)
        area.cursor_blink = False
        yield area
        yield Shown(classes="trouble")

    @property
    def area(self) -> TextArea:
        """The field itself."""
        return self.query_one(TextArea)

    @property
    def text(self) -> str:
        """What is written."""
        return self.area.text

    @property
    def touched(self) -> bool:
        """Whether something else is written than what was there when it was opened, or saved last."""
        return self.text != self._start

    def on_mount(self) -> None:
        """Take the keys, behind what is written already."""
        self.query_one(".trouble").display = False
        self.area.move_cursor(self.area.document.end)
        self.area.focus()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Something was typed."""
        event.stop()
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_REST, self._rested)

    def _rested(self) -> None:
        if not self.saving and self.touched:
            self.post_message(self.Rested(self, self.draft, self.text))

    def on_paste(self, event: events.Paste) -> None:
        """A paste is text like any other; the wall is in front of the terminal."""
        event.stop()

    def set_text(self, text: str) -> None:
        """Replace what is written."""
        self.area.load_text(text)
        self.area.move_cursor(self.area.document.end)

    def go_on(self, note: Note) -> None:
        """The note is saved, but more has been written since."""
        self.saving = False
        self.draft, self._start = replace(self.draft, note=note, key=note.id), note.body
        self._rested()

    def fail(self, text: str) -> None:
        """The note could not be saved: `text` says so and why, what was written stays."""
        self.saving = False
        line = self.query_one(".trouble", Shown)
        line.display = True
        line.update(Content.assemble((one_line(text), "bold $error")))

    def action_save(self) -> None:
        """Enter."""
        if not self.saving:
            self.saving = True
            self.post_message(self.Saved(self, self.draft, self.text.strip("\n")))

    def action_break_line(self) -> None:
        """A new line."""
        self.area.insert("\n")

    def action_undo_typing(self) -> None:
        """Take the last typing back."""
        self.area.undo()

    def action_complete(self) -> None:
        """Make of the `#be` before the cursor the first tag that begins so."""
        row, column = self.area.cursor_location
        word = self.area.document.get_line(row)[:column].rpartition(" ")[2]
        if word.startswith("#") and (known := self._known_tags(word)):
            self.area.replace(f"{known[0]} ", (row, column - len(word)), (row, column))

    def action_edit_outside(self) -> None:
        """The user's editor."""
        self.post_message(self.OutsideWanted(self, self.text))

    def action_keep_draft(self) -> None:
        """Esc."""
        if not self.saving:
            self.post_message(self.Kept(self, self.draft, self.text))

    def action_discard(self) -> None:
        """Away with it."""
        if not self.saving:
            self.post_message(self.Discarded(self, self.draft))
