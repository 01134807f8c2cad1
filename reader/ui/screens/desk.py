"""A group of a screen's actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from reader.ui.room import Browsing, Room

F = TypeVar("F")


class Desk(Generic[F]):
    """Each action that the table gives to a screen is a method of one of the screen's desks, by its name.

    `frame` is the screen, by what the desk needs of it.
    """

    def __init__(self, frame: F) -> None:
        self.frame = frame


class MainDesk(Desk["Room"]):
    """A desk of the main screen."""

    def __init__(self, frame: Room) -> None:
        super().__init__(frame)


class BrowsingDesk(Desk["Browsing"]):
    """A desk of a screen over the library."""

    def __init__(self, frame: Browsing) -> None:
        super().__init__(frame)
