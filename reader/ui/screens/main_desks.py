"""The desks of the main screen, each made when it is first wanted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from reader.ui.desks.beginning import Beginning
from reader.ui.desks.beside import BesideDesk
from reader.ui.desks.dividing import DividingDesk
from reader.ui.desks.looking import LookingDesk
from reader.ui.desks.reading import ReadingDesk
from reader.ui.jobs import Jobs
from reader.ui.screens.desk import Desk
from reader.ui.screens.frame import Frame
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.filter_bar import FilterBar
from reader.ui.widgets.plain import Stack
from reader.ui.widgets.reading.pane import ReadingPane
from reader.ui.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from reader.ui.desks.correcting import CorrectingDesk
    from reader.ui.desks.files import FilesDesk
    from reader.ui.desks.filing import FilingDesk
    from reader.ui.desks.finding import FindingDesk
    from reader.ui.desks.house import HouseDesk
    from reader.ui.desks.noting import NotingDesk
    from reader.ui.desks.ordering import OrderingDesk
    from reader.ui.desks.placing import PlacingDesk
    from reader.ui.desks.problems import ProblemsDesk
    from reader.ui.desks.proofs import ProofDesk
    from reader.ui.desks.sharing import SharingDesk
    from reader.ui.desks.views import ViewsDesk
    from reader.ui.desks.visiting import VisitingDesk
    from reader.ui.desks.watching import WatchingDesk
    from reader.ui.screens.helping import HelpDesk


# In the order in which they are asked for an action: those of reading first.
_ORDER = (
    "reading", "looking", "dividing", "beside", "views", "ordering", "finding", "files", "house", "noting", "placing",
    "correcting", "proofs", "sharing", "watching", "visiting", "filing", "helping", "problems",
)  # fmt: skip


class Desks(Frame):
    """A screen with desks, and what of it they work with."""

    jobs: Jobs
    filter_bar: FilterBar
    list: ArticleList
    text: ReadingPane
    side: Sidebar
    left: Stack
    middle: Stack
    reading: ReadingDesk
    beginning: Beginning
    looking: LookingDesk
    beside: BesideDesk

    @cached_property
    def dividing(self) -> DividingDesk:
        """How wide the panes are."""
        return DividingDesk(self)

    # Desks that are not needed to show an article are made when they are first wanted: reading starts sooner.
    @cached_property
    def files(self) -> FilesDesk:
        """Scans, and what others write."""
        from reader.ui.desks.files import FilesDesk

        return FilesDesk(self)

    @cached_property
    def problems(self) -> ProblemsDesk:
        """What is wrong."""
        from reader.ui.desks.problems import ProblemsDesk

        return ProblemsDesk(self)

    @cached_property
    def house(self) -> HouseDesk:
        """Changes and their undoing, questions."""
        from reader.ui.desks.house import HouseDesk

        return HouseDesk(self)

    @cached_property
    def finding(self) -> FindingDesk:
        """Searches."""
        from reader.ui.desks.finding import FindingDesk

        return FindingDesk(self)

    @property
    def searched(self) -> FindingDesk | None:
        """The desk of searches if there have been any, else None."""
        return vars(self).get("finding")

    @cached_property
    def noting(self) -> NotingDesk:
        """Notes."""
        from reader.ui.desks.noting import NotingDesk

        return NotingDesk(self)

    @cached_property
    def placing(self) -> PlacingDesk:
        """Where notes stand, what they are linked with, what they are tagged with."""
        from reader.ui.desks.placing import PlacingDesk

        return PlacingDesk(self)

    @cached_property
    def correcting(self) -> CorrectingDesk:
        """Corrections."""
        from reader.ui.desks.correcting import CorrectingDesk

        return CorrectingDesk(self)

    @cached_property
    def proofs(self) -> ProofDesk:
        """Corrections of articles."""
        from reader.ui.desks.proofs import ProofDesk

        return ProofDesk(self)

    @cached_property
    def sharing(self) -> SharingDesk:
        """Copies, exports, other programs."""
        from reader.ui.desks.sharing import SharingDesk

        return SharingDesk(self)

    @cached_property
    def watching(self) -> WatchingDesk:
        """The watch list."""
        from reader.ui.desks.watching import WatchingDesk

        return WatchingDesk(self)

    @cached_property
    def visiting(self) -> VisitingDesk:
        """Screens over the library."""
        from reader.ui.desks.visiting import VisitingDesk

        return VisitingDesk(self)

    @cached_property
    def views(self) -> ViewsDesk:
        """Other views of the text."""
        from reader.ui.desks.views import ViewsDesk

        return ViewsDesk(self)

    @cached_property
    def ordering(self) -> OrderingDesk:
        """Orders of the lists."""
        from reader.ui.desks.ordering import OrderingDesk

        return OrderingDesk(self)

    @cached_property
    def filing(self) -> FilingDesk:
        """The state of articles."""
        from reader.ui.desks.filing import FilingDesk

        return FilingDesk(self)

    @cached_property
    def helping(self) -> HelpDesk:
        """Help and palette."""
        from reader.ui.screens.helping import HelpDesk

        return HelpDesk(self)

    @property
    def desks(self) -> Iterator[Desk[Any]]:
        """All of them, each made when it is come to: a key loads those that are asked before its own."""
        return (getattr(self, name) for name in _ORDER)
