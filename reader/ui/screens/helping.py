"""Help and palette: what every full screen can do."""

from __future__ import annotations

from reader.ui.screens.desk import Desk
from reader.ui.screens.frame import Frame


class HelpDesk(Desk[Frame]):
    """Saying what else can be done here."""

    def help(self) -> None:
        """All keys of this pane."""
        from reader.ui.screens.help import Help

        self.frame.app.push_screen(Help(self.frame))

    def palette(self) -> None:
        """Every action by name."""
        from reader.ui.palette import open_palette

        open_palette(self.frame)
