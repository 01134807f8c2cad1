"""What is on the screen: panes and their order, widths, zen, themes, the sidebar that follows the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reader.ui import wording
from reader.ui.screens.desk import MainDesk
from reader.ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from reader.ui.room import Room

_SORTS = (
    ("newest", "Newest first"), ("oldest", "Oldest first"), ("title", "By title"), ("source", "By source"),
    ("file", "By file"), ("unread", "Unread first"),
)  # fmt: skip
_GROUPS = (("none", "No groups"), ("day", "Grouped by day"), ("source", "Grouped by source"))
_MEDIUM, _WIDE = 100, 160

_UNREADABLE = "These notes cannot be read now: {}. They are still in their file: e opens it."


class LookingDesk(MainDesk):
    """Panes and looks."""

    def __init__(self, frame: Room) -> None:
        super().__init__(frame)
        self._width = 0
        self._pane = "text"
        self._following = False
        self._progress = ""
        self._unfilled = True
        self._standing: dict[str, tuple[Sequence[Any], list[int], list[int]]] = {}

    def start(self) -> None:
        """The text has the keys: reading takes none at first."""
        frame = self.frame
        settings = frame.session.settings
        frame.text.set_width(settings.width)
        frame.text.set_categories(dict(enumerate(settings.categories, 1)))
        self.settle(frame.app.size.width)
        self.focus_text()

    # ------------------------------------------------------------ panes
    @property
    def narrow(self) -> bool:
        """Whether there is room for one pane only."""
        return self._width < _MEDIUM

    def settle(self, width: int) -> None:
        """The screen is `width` columns wide now."""
        if width != self._width:
            self._width = width
            self._arrange()

    def _arrange(self) -> None:
        frame = self.frame
        wanted = {
            frame.left: not self.narrow or self._pane == "list",
            frame.middle: not self.narrow or self._pane == "text",
            frame.side: self._width >= _WIDE or self._pane == "side",
        }
        for pane, shown in wanted.items():
            if pane.display != shown:  # a class on the screen would have every widget styled anew
                pane.display = shown
        frame.side.refill()
        if self._unfilled:
            self.fill_side()

    def _turn_to(self, pane: str) -> None:
        if pane != "text":
            self.frame.remove_class("zen")
        if pane != self._pane:
            self._pane = pane
            self._arrange()

    def show_list(self) -> None:
        """The list, with the keys in it."""
        self._turn_to("list")
        self.frame.list.focus()

    def focus_text(self) -> None:
        """The text, with the keys in it."""
        self._turn_to("text")
        self.frame.text.focus()

    async def show_side(self, tab: str) -> None:
        """A tab of the sidebar, with the keys in it, at what the text stands on."""
        self._turn_to("side")
        shown = await self.frame.side.show(tab)
        shown.focus()
        self.follow_text(self.frame.text.caret)

    def _follow_focus(self) -> None:
        """A click may have moved the keys to another pane."""
        focused = self.frame.pane
        if focused == "list" or (focused == "text" and self._pane == "list"):
            self._pane = focused
        elif focused in ("notes", "people", "figures"):
            self._pane = "side"

    async def next_pane(self, step: int) -> None:
        """The next pane: list, text, sidebar, round."""
        self._follow_focus()
        order = ("list", "text", "side")
        pane = order[(order.index(self._pane) + step) % 3]
        if pane == "list":
            self.show_list()
        elif pane == "text":
            self.focus_text()
        else:
            await self.show_side(self.frame.side.active)

    def back(self) -> None:
        """One level back: sidebar → text → list → out."""
        frame = self.frame
        self._follow_focus()
        if frame.has_class("zen"):
            self.toggle_zen()
        elif self._pane == "side":
            self.focus_text()
        elif self._pane == "text":
            self.show_list()
        else:
            frame.call_next(frame.app.action_quit)

    def toggle_zen(self) -> None:
        """The text alone, or everything again."""
        if not self.frame.has_class("zen"):
            self.focus_text()
        self.frame.toggle_class("zen")

    def widen(self, step: int) -> None:
        """Wider or narrower text; 0 is the width of the settings."""
        session = self.frame.session
        width = session.width + step if step else session.settings.width
        session.width = max(20, min(width, 400))
        self.frame.text.set_width(session.width)
        self.frame.say(f"{session.width} columns")

    # ------------------------------------------------------------ the list
    def show_filter(self) -> None:
        """The line above the list."""
        session = self.frame.session
        counts = [wording.count(len(session.rows), "article")]
        if picked := len(self.frame.list.picked):
            counts.insert(0, f"{picked:,} selected")
        if unread := session.unread_count:
            counts.append(f"{unread:,} unread")
        if session.fold and not session.query.strip():
            folded = session.library.index.count() - len(session.rows)
            counts += [f"{folded:,} folded"] * (folded > 0)
        order = session.sort + ("" if session.group == "none" else f", by {session.group}")
        self.frame.filter_bar.show(session.query, counts, order)

    def rows_changed(self) -> None:
        """Something about the rows changed (read, stars, notes), not which they are."""
        session = self.frame.session
        session.rows.refresh()
        self.frame.list.repaint_rows()
        self.count_unread()

    def count_unread(self) -> None:
        """Count what is unread, in a worker: there may be a hundred thousand articles."""
        frame, session = self.frame, self.frame.session
        frame.jobs.run(session.unread, lambda _: self.show_filter(), frame.trouble, group="unread")

    def reload_rows(self) -> None:
        """Which rows there are may have changed: read them again, staying on the same article."""
        frame, session = self.frame, self.frame.session
        current = frame.list.current.id if frame.list.current else None
        session.show(session.query)
        row = session.index(current) if current else None
        if row is None:
            row = session.index()
        self.set_rows(min(frame.list.cursor, len(session.rows) - 1) if row is None else row)
        self.show_filter()
        self.count_unread()

    def set_rows(self, row: int = 0) -> None:
        """Hand the rows of the session to the list, with what it says when there are none."""
        frame, session = self.frame, self.frame.session
        frame.list.say_when_empty("Nothing here answers the query." if session.query.strip() else "")
        kept = (session.rows.index_of(article) for article in frame.list.picked_ids())
        frame.list.set_rows(session.rows, row, quiet=True, picked=[at for at in kept if at is not None])

    def sort(self) -> None:
        """Choose order and groups of the focused list."""
        frame, session = self.frame, self.frame.session
        if frame.pane == "notes":
            session.notes_by = {"place": "newest", "newest": "category", "category": "place"}[
                session.notes_by
            ]
            session.locate()
            frame.reading.paint("notes")
            frame.say(f"Notes by {session.notes_by}")
            return
        if frame.pane == "people":
            session.people_by = {"place": "count", "count": "name", "name": "place"}[session.people_by]
            self.fill_side()
            frame.say(f"People by {session.people_by}")
            return
        if frame.pane == "figures":
            frame.say("Figures stand as in the text; # has those of the library, in any order.")
            return
        from reader.ui.screens.picker import Choice, Picker

        choices = [
            Choice(label, ("sort", name), "now" if session.sort == name else "") for name, label in _SORTS
        ] + [
            Choice(label, ("group", name), "now" if session.group == name else "") for name, label in _GROUPS
        ]

        def chosen(value: tuple[str, str] | None) -> None:
            if value is not None:
                what, name = value
                session.reorder(
                    sort=name if what == "sort" else None, group=name if what == "group" else None
                )
                self.reload_rows()

        frame.app.push_screen(Picker("Order of the list", choices), chosen)

    def fold_duplicates(self) -> None:
        """Fold near-duplicates, or show them all."""
        session = self.frame.session
        session.reorder(fold=not session.fold)
        self.reload_rows()
        self.frame.say("Near-duplicates folded" if session.fold else "Near-duplicates shown")

    # ------------------------------------------------------------ the sidebar
    def fill_side(self, *tabs: str) -> None:
        """Give the sidebar the records of the open article; only some tabs of it when these are named."""
        frame, session = self.frame, self.frame.session
        self._unfilled = not frame.side.display
        if self._unfilled:
            return
        rows = {"notes": lambda: session.located, "people": session.people, "figures": session.figures}
        for tab in tabs or rows:
            said = (
                _UNREADABLE.format(wording.told(session.refused))
                if tab == "notes" and session.refused
                else ""
            )
            frame.side.set_rows(tab, rows[tab](), said)
        self.follow_text(frame.text.caret)

    def follow_text(self, offset: int) -> None:
        """Put the sidebar's cursor on the record the text stands at."""
        side = self.frame.side
        self.show_state()
        if not side.display or not side.is_attached:
            return
        starts, owners = self._records(side.active, side.rows(side.active))
        near = bisect_right(starts, offset) - 1
        if near >= 0 and owners[near] != side.shown.cursor:
            side.shown.set_cursor(owners[near])

    def _records(self, tab: str, rows: Sequence[Any]) -> tuple[Sequence[int], Sequence[int]]:
        """Where in the text the rows of a tab stand, in text order, and which row each place belongs to."""
        known = self._standing.get(tab)
        if known is None or known[0] is not rows:
            if tab == "notes":
                places = [(row.start, index) for index, row in enumerate(rows) if row.start >= 0]
            else:
                places = [(start, index) for index, row in enumerate(rows) for start in _places(tab, row)]
            places.sort()
            known = rows, [start for start, _ in places], [index for _, index in places]
            self._standing[tab] = known
        return known[1], known[2]

    def follow_side(self, control: LineList) -> None:
        """Show in the text what the sidebar's cursor stands on."""
        tab = self.frame.side.active
        row = control.current
        places = [] if row is None else _places(tab, row)
        if places and not self.frame.session.raw:
            self.frame.text.go_to(places[0])

    def open_side(self, control: LineList) -> None:
        """Enter in the sidebar: a note's passage; a person's or figure's card."""
        frame = self.frame
        row = control.current
        if row is None:
            return
        if control.PANE == "notes":
            if row.start >= 0:
                frame.text.go_to(row.start)
                self.focus_text()
            else:
                frame.say(
                    "Its passage is not in the text any more: M shows what may be it, c moves the note, e edits it."
                )
        elif control.PANE == "people":
            frame.visiting.show_person(row.name)
        else:
            frame.visiting.show_figure(row.figure)

    # ------------------------------------------------------------ looks
    def pick_theme(self) -> None:
        """Choose a theme; each is shown while it is under the cursor."""
        frame = self.frame
        from reader.ui.screens.themes import theme_picker
        from reader.ui.theming import remember

        def chosen(name: str | None) -> None:
            if name is None:
                return
            try:
                remember(name)
                frame.say(f"{name} from now on", "good")
            except OSError as error:
                frame.say(f"{name} for this time only: {error.strerror or error}")

        frame.app.push_screen(theme_picker(frame.app, frame.trouble), chosen)

    def show_progress(self, text: str) -> None:
        """Show how long work goes on; "" when it is over."""
        self._progress = text
        self.show_state()

    def show_state(self) -> None:
        """The right end of the bottom line: work, hits, how far, how long."""
        frame = self.frame
        text = frame.text
        parts = [self._progress]
        if pending := max(text.pending, frame.list.pending, frame.side.shown.pending):
            parts.append(f"{pending}×")
        if text.selecting:
            parts.append(f"selecting {text.selecting}s")
        parts.append((frame.searched.where if frame.searched else "") or text.found)
        doubtful = len(frame.session.doubtful)
        if frame.session.moving is not None:
            parts.append("a puts the note here · Esc leaves it")
        elif doubtful:
            parts.append(f"{wording.count(doubtful, 'note')} to review: M")
        if frame.session.notes is not None and frame.session.notes.problems:
            parts.append("notes file: g !")
        notes = frame.session.library.present_notes()
        if notes is not None and notes.fallback:
            parts.append("notes elsewhere")
        frame.bar.show_state(" · ".join(part for part in parts if part))


def _places(tab: str, row: Any) -> Sequence[int]:
    """Where in the text a row of the sidebar stands: the offsets at which it begins."""
    if tab == "notes":
        return (row.start,) if row.start >= 0 else ()
    return row.starts if tab == "people" else (row.figure.start,)
