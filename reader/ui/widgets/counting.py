"""A count typed before a motion: `5 j` goes five rows down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widget import Widget

# A mixin: a widget more in the chain would be one more that Textual looks through at the start.
if TYPE_CHECKING:
    _Mixin = Widget
else:
    _Mixin = object

_HIGHEST = 9999


class Counting(_Mixin):
    """A widget whose motions take the count typed before them."""

    #: The count so far, 0 when none is typed.
    pending = 0

    @dataclass(repr=False, eq=False)
    class Counted(Message):
        """A digit was typed, or the count is used up (0)."""

        count: int

    def action_digit(self, digit: int) -> None:
        """Type one more digit of the count for the next motion."""
        self._set_count(min(self.pending * 10 + digit, _HIGHEST))

    def take_count(self, by: int) -> int:
        """`by` times the count typed before, which is used up."""
        count = self.pending or 1
        self.drop_count()
        return by * count

    def drop_count(self) -> bool:
        """Forget the count; whether there was one."""
        if not self.pending:
            return False
        self._set_count(0)
        return True

    def _set_count(self, count: int) -> None:
        self.pending = count
        (self.screen if self.is_attached else self).post_message(self.Counted(count))
