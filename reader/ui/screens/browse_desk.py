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
        if not (self.frame.bar.hush() or self.frame.list.drop_count()):
            self.frame.dismiss(None)

    def next_pane(self, step: int) -> None:
        """Between the field and the list."""
        self.frame.turn_pane()

    def export(self) -> None:
        """Export what is shown."""
        from reader.ui.screens.export import export_scope

        frame = self.frame
        export_scope(frame.main, frame, **frame.exported())

    def show_in_list(self) -> None:
        """The list, filtered by what is shown here."""
        frame = self.frame
        query = frame.scope().strip()
        if query:
            frame.leave()
            frame.main.looking.filter_by(query)
        else:
            frame.say("Type a query first: F shows its articles in the list.")

    def toggle_watch(self) -> None:
        """Follow what is shown, or no longer."""
        frame = self.frame
        query = frame.scope().strip()
        if query:
            frame.main.watching.toggle(query, frame)
        else:
            frame.say("Type a query first: W follows it.")

    def name_watch(self) -> None:
        """Follow what is shown under a name, or change that."""
        frame = self.frame
        query = frame.scope().strip()
        if query:
            frame.main.watching.name(query, frame)
        else:
            frame.say("Type a query first: g W follows it under a name.")

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
            frame.main.sharing.copy_passage(frame, goal.article, goal.start, goal.end, alone)
