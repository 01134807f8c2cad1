"""A group of a screen's actions."""

from __future__ import annotations

from typing import Any


class Desk:
    """Each action that the table gives to a screen is a method of one of the screen's desks, by its name."""

    def __init__(self, frame: Any) -> None:
        self.frame = frame
