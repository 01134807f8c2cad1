"""What the reader says about whole articles: read, starred, tagged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui import wording
from reader.ui.screens.desk import MainDesk

if TYPE_CHECKING:
    from reader.ui.changes import Changes


class FilingDesk(MainDesk):
    """The state of articles."""

    def targets(self) -> list[str]:
        """The articles an action speaks of: the selected rows, the row under the cursor, or the open article."""
        frame = self.frame
        if frame.list.has_focus:
            if frame.list.picked:
                return frame.list.picked_ids()
            return [frame.list.current.id] if frame.list.current else []
        return [frame.session.article.id] if frame.session.article else []

    def star(self) -> None:
        """Star, or no longer."""
        ids = self.targets()
        self.frame.house.change(lambda changes: changes.star(ids))

    def toggle_read(self) -> None:
        """Read, or unread again."""
        self.frame.reading.stay_unread()
        ids = self.targets()
        self.frame.house.change(lambda changes: changes.toggle_read(ids))

    def read_all(self) -> None:
        """Everything that the list shows is read."""
        session = self.frame.session

        def work(changes: Changes) -> str:
            unread = [row.id for row in session.unread()]
            if not unread:
                return "Everything here is read."
            changes.toggle_read(unread)
            return f"{wording.count(len(unread), 'article')} read; u takes it back"

        self.frame.house.change(work)

    def edit_tags(self) -> None:
        """Ask for the tags of the articles: of several, for those that they have in common."""
        frame = self.frame
        ids = self.targets()
        if not ids:
            return
        tags = frame.house.changes.common_tags(ids)

        def chosen(text: str) -> None:
            wanted = tuple(
                dict.fromkeys(word.lstrip("#") for word in text.replace(",", " ").split() if word.strip("#"))
            )
            frame.house.change(lambda changes: changes.tag(ids, wanted))

        several = f" that all {len(ids):,} have" if len(ids) > 1 else ""
        frame.house.ask(
            f"Tags{several}, separated by spaces", " ".join(tags), chosen, complete=frame.house.known_tags
        )
