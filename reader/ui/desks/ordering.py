"""The order of the list and of the sidebar's lists, and what of the list is folded."""

from __future__ import annotations

from reader.ui.screens.desk import MainDesk

_SORTS = (
    ("newest", "Newest first"), ("oldest", "Oldest first"), ("arrived", "Last arrived first"),
    ("title", "By title"), ("source", "By source"), ("file", "By file"), ("unread", "Unread first"),
)  # fmt: skip
_GROUPS = (
    ("none", "No groups"), ("day", "Grouped by day"), ("source", "Grouped by source"),
    ("folder", "Grouped by folder"),
)  # fmt: skip


class OrderingDesk(MainDesk):
    """Orders."""

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
            frame.beside.fill()
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
                self._show()

        now = [name for name, _ in _SORTS].index(session.sort)
        frame.app.push_screen(Picker("Order of the list", choices, start=now), chosen)

    def fold_duplicates(self) -> None:
        """Fold near-duplicates, or show them all."""
        session = self.frame.session
        session.reorder(fold=not session.fold)
        self._show()
        self.frame.say("Near-duplicates folded" if session.fold else "Near-duplicates shown")

    def _show(self) -> None:
        self.frame.looking.reload_rows()
        self.frame.views.keep()
