"""The main screen: list, text, sidebar. It lays out and passes on; the desks do the work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

from textual import events
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.geometry import Region, Size

from reader.ui.actions import Action
from reader.ui.desks.beginning import Beginning
from reader.ui.desks.beside import BesideDesk
from reader.ui.desks.looking import LookingDesk
from reader.ui.desks.reading import ReadingDesk
from reader.ui.jobs import Jobs
from reader.ui.screens.frame import PICKED_RECORDS
from reader.ui.screens.main_desks import Desks
from reader.ui.session import Session
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.filter_bar import FilterBar
from reader.ui.widgets.line_list import LineList
from reader.ui.widgets.plain import Side, Stack
from reader.ui.widgets.reading.pane import ReadingPane
from reader.ui.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from reader.ui.widgets.line_input import LineInput
    from reader.ui.widgets.note_editor import NoteEditor

_SELECTING = (
    ("note.add", "Note"), ("mark.last", "Mark"), ("copy", "Copy"), ("cancel", "Drop"), ("correct", "Correct"),
    ("find.same", "Everywhere"), ("help", "Help"),
)  # fmt: skip
_PICKED = (
    ("article.tags", "Tags"), ("article.star", "Star"), ("article.read", "Read"), ("compare", "Compare"),
    ("correct", "Correct"), ("export", "Export"), ("cancel", "Drop"), ("help", "Help"),
)  # fmt: skip
_RAW = (
    ("view.raw", "Clean text"), ("correct", "Show or hide this line"), ("find", "Find"), ("help", "Help"),
    ("back", "Back"),
)  # fmt: skip
_WALKING = (
    ("hit.next", "Next"), ("hit.previous", "Previous"), ("go.results", "Results"), ("cancel", "End"),
    ("note.add", "Note"), ("mark.open", "Card"), ("read.on", "Read on"), ("find", "Find"), ("help", "Help"),
    ("back", "Back"),
)  # fmt: skip


class Main(Desks):
    """List, text and sidebar on one session."""

    BLANK = True  # its widgets cover it wholly

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__(session.keymap)
        self.session = session
        self.jobs = jobs
        self.filter_bar = FilterBar()
        self._styled = self._in_selection = False
        self._laid_out = Size(0, 0)
        self._fresh: bool | None = None  # shown for the first time just now
        self.list = ArticleList(session.rows, empty="No articles yet.", id="list")
        self.text = ReadingPane(id="text")
        self.side = Sidebar(session.settings.categories)
        self.left = Stack(self.filter_bar, self.list, id="left")
        self.middle = Stack(self.text, id="middle")
        self.reading = ReadingDesk(self)
        self.beginning = Beginning(self)
        self.looking = LookingDesk(self)
        self.beside = BesideDesk(self)

    def can(self, action: Action) -> bool:
        """Everything can be done here."""
        return True

    def compose(self) -> ComposeResult:
        """Three panes over one line of keys."""
        # Styled for the width from the first: Textual tells it after the first frame.
        self._laid_out = self.app.size
        width, steps = self._laid_out.width, self.app.HORIZONTAL_BREAKPOINTS or []
        self.add_class(*(name for _, name in sorted(s for s in steps if s[0] <= width)[-1:]), update=False)
        with Side(id="panes"):
            yield self.left
            yield self.middle
            yield self.side
        yield self.bar

    def on_mount(self) -> None:
        """Show the list, then the first unread article, then look for changes."""
        self.looking.start()
        self.beginning.start()
        if self.beginning.opens_at_once():  # then list and text come in one frame
            self.session.starting = True
            self.beginning.open_first()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.beginning.open_first()
        self.beginning.catch_up()
        self.files.start()

    def show_count(self, count: int) -> None:
        """Among what else stands there."""
        self.looking.show_state()

    def on_unmount(self) -> None:
        """The place is remembered and the next start prepared; nobody looks for changes any longer."""
        self.reading.save_place()
        self.beginning.keep_coming()
        self.files.end()

    def special_keys(self) -> Sequence[tuple[str, str]]:
        """While something is selected, hits are walked, or in the raw view, those keys that matter then."""
        pane = self.pane
        if pane == "text" and self.text.selecting:
            return _SELECTING
        if pane == "text" and self.session.raw:
            return _RAW
        if pane == "text" and self.searched is not None and self.searched.where:
            return _WALKING
        if pane == "list" and self.list.picked:
            return _PICKED
        if pane in ("people", "figures") and self.side.shown.picked:
            return [pair for pair in PICKED_RECORDS[pane] if pair[0] != "export"]
        return ()

    def action_copy_text(self) -> None:
        """ctrl+c: what is selected, as it stands there."""
        text = self.get_selected_text()
        if not text:
            raise SkipAction
        self.sharing.put(text, self)

    async def action_do(self, action_id: str) -> None:
        """Do an action; of a key that comes before the first article, what it does is done to that."""
        self.beginning.open_first()
        await super().action_do(action_id)

    def update_node_styles(self, animate: bool = True) -> None:
        """Style everything anew; not when it is shown for the first time, as it has just been styled."""
        if self._styled:
            super().update_node_styles(animate)
        self._styled = True

    def on_screen_resume(self) -> None:
        """It is about to be shown: with its keys in the first frame, which is laid out and painted only once."""
        self._fresh = self._fresh is None
        self.show_keys()

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint or lay out again, but not right after the first time."""
        if self._fresh and not (layout or recompose):
            self._fresh = False
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def on_resize(self, event: events.Resize) -> None:
        """Other widths show other panes."""
        if event.size == self._laid_out:
            event.prevent_default()  # it is told again what it is laid out for
        self._laid_out = event.size
        self.looking.settle(event.size.width)

    # ------------------------------------------------------------ what the panes say
    def on_line_list_highlighted(self, event: LineList.Highlighted) -> None:
        """Moving in the list opens the article; moving in the sidebar moves the text."""
        event.stop()
        if event.origin is self.list:
            self.reading.open_soon()
        elif event.origin.has_focus:
            self.beside.follow_side(event.origin)

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Enter in a list."""
        if event.origin is self.list:
            self.reading.open_row()
        else:
            self.beside.open_side(event.origin)

    def on_line_list_picked(self, event: LineList.Picked) -> None:
        """Other rows of the list are selected."""
        event.stop()
        if event.origin is self.list:
            self.looking.show_filter()
        self.show_keys()

    def on_line_list_left(self, event: LineList.Left) -> None:
        """Back from a list: from the sidebar to the text."""
        if event.origin is not self.list:
            self.looking.focus_text()

    def on_reading_pane_moved(self, event: ReadingPane.Moved) -> None:
        """The caret moved: the sidebar follows, the state too."""
        event.stop()
        self.beside.follow_text(event.offset)
        self.reading.moved()

    def on_reading_pane_selecting(self, event: ReadingPane.Selecting) -> None:
        """A selection begins or ends: other keys matter."""
        event.stop()
        if event.on != self._in_selection:
            self._in_selection = event.on
            self.show_keys()

    def on_reading_pane_mark_opened(self, event: ReadingPane.MarkOpened) -> None:
        """Enter or a click on a mark: its card, or the note."""
        self.visiting.open_mark(event.kind, event.ref)

    def on_reading_pane_missed(self, event: ReadingPane.Missed) -> None:
        """f, p or ] where there is nothing to go to."""
        self.say(
            f"There is no {event.kind} {'after' if event.by > 0 else 'before'} this place in the article."
        )

    def on_reading_pane_read(self, event: ReadingPane.Read) -> None:
        """More has been read."""
        self.looking.show_state()

    async def on_filter_bar_pressed(self, event: FilterBar.Pressed) -> None:
        """A click on the query line, or on the order that stands there."""
        if event.order:
            self.looking.show_list()
            self.call_after_refresh(self.ordering.sort)
        else:
            await self.finding.filter_list()

    def on_line_input_typed(self, event: LineInput.Typed) -> None:
        """A query is being typed."""
        self.finding.typed(event.origin, event.text)

    async def on_line_input_done(self, event: LineInput.Done) -> None:
        """A query is finished."""
        await self.finding.done(event.origin, event.text)

    async def on_line_input_cancelled(self, event: LineInput.Cancelled) -> None:
        """A query is given up."""
        await self.finding.cancelled(event.origin)

    def on_line_input_stepped(self, event: LineInput.Stepped) -> None:
        """An arrow key in a query field."""
        self.finding.stepped(event.origin, event.step)

    def on_note_editor_saved(self, event: NoteEditor.Saved) -> None:
        """A note is to be written."""
        self.noting.save(event.origin, event.draft, event.text)

    async def on_note_editor_kept(self, event: NoteEditor.Kept) -> None:
        """A draft is to be kept."""
        await self.noting.keep_draft(event.draft, event.text)

    def on_note_editor_rested(self, event: NoteEditor.Rested) -> None:
        """Typing rests."""
        self.noting.keep_typed(event.origin)

    async def on_note_editor_discarded(self, event: NoteEditor.Discarded) -> None:
        """A text is to be thrown away."""
        await self.noting.discard(event.draft)

    def on_note_editor_outside_wanted(self, event: NoteEditor.OutsideWanted) -> None:
        """A text is to be edited in the user's editor."""
        self.noting.edit_outside(event.origin, event.text)
