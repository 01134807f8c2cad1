"""What can be done on every full screen over the library."""

from __future__ import annotations

from reader.ui.screens.desk import BrowsingDesk


class BrowseDesk(BrowsingDesk):
    """What every such screen can do."""

    async def find(self) -> None:
        """Type in the query field."""
        await self.frame.edit_query()

    def back(self) -> None:
        """Back where I came from."""
        self.frame.dismiss(None)

    def cancel(self) -> None:
        """Esc."""
        rows = self.frame.list
        if not (self.frame.bar.hush() or rows.drop_count() or (rows.picked and rows.clear_picked())):
            self.frame.dismiss(None)

    def next_pane(self, step: int) -> None:
        """Between the field and the list."""
        self.frame.turn_pane()

    def export(self) -> None:
        """Export what is selected, or all that is shown."""
        from reader.ui.screens.export import export_scope

        frame = self.frame
        picked = frame.list.picked
        export_scope(frame.main, frame, frame.exported_of(frame.list.chosen) if picked else frame.exported())

    def show_in_list(self) -> None:
        """The list, filtered by what is shown here."""
        if query := self._typed("F shows its articles in the list"):
            self.frame.leave()
            self.frame.main.looking.filter_by(query)

    def toggle_watch(self) -> None:
        """Follow what is shown, or no longer."""
        if query := self._typed("W follows it"):
            self.frame.main.watching.toggle(query, self.frame)

    def name_watch(self) -> None:
        """Follow what is shown under a name, or change that."""
        if query := self._typed("g W follows it under a name"):
            self.frame.main.watching.name(query, self.frame)

    def _typed(self, what_for: str) -> str:
        """The query of what is shown; without one it is said that it is needed, and `what_for`."""
        query = self.frame.scope().strip()
        if not query:
            self.frame.say(f"Type a query first: {what_for}.")
        return query

    def undo(self) -> None:
        """Take the last change back."""
        self.frame.main.house.undo(self.frame)

    def redo(self) -> None:
        """Do it again."""
        self.frame.main.house.redo(self.frame)

    def copy(self) -> None:
        """Copy the row."""
        self._copy(alone=False)

    def copy_reference(self) -> None:
        """Copy the reference alone."""
        self._copy(alone=True)

    def _copy(self, alone: bool) -> None:
        frame = self.frame
        row = frame.list.current
        goal = frame.goal(row) if row is not None else None
        if goal is not None:
            frame.main.sharing.copy_passage(frame, goal.whole, alone)
