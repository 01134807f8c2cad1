"""Where the reader has been: back and forward over places, like a browser."""

from __future__ import annotations

from typing import NamedTuple

_LIMIT = 200


class Goal(NamedTuple):
    """Where a screen sends the reader: a stretch of an article."""

    article: str
    start: int
    end: int


class Place(NamedTuple):
    """An offset in an article."""

    article: str
    offset: int


class Trail:
    """Places left behind and places gone back from."""

    def __init__(self) -> None:
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    def leave(self, place: Place) -> None:
        """Remember `place`, which is left by a jump; what was ahead is forgotten."""
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
            del self._behind[:-_LIMIT]
        self._ahead.clear()

    def back(self, here: Place) -> Place | None:
        """The place before, or None at the beginning; `here` becomes the place ahead."""
        while self._behind:
            place = self._behind.pop()
            if place != here:
                self._ahead.append(here)
                return place
        return None

    def forward(self, here: Place) -> Place | None:
        """The place gone back from last, or None."""
        if not self._ahead:
            return None
        self._behind.append(here)
        return self._ahead.pop()
