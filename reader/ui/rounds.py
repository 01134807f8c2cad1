"""Passages that n and N go through: the hits of a search, found as they are reached, or the rows of a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from reader.ui.trail import Goal

if TYPE_CHECKING:
    from reader.library.records import Hit

#: How many passages are looked at for one, and painted around it.
_AROUND = 2000


def goal_of_hit(hit: Hit) -> Goal:
    """The passage of a hit."""
    passage = hit.passage
    return Goal(hit.article, passage.start, passage.end, passage.sentence, passage.sentence_start)


class Round:
    """`items` with a place among them; `goal` tells where one stands (default: items are hits)."""

    def __init__(self, items: Sequence[Any], goal: Callable[[Any], Goal] = goal_of_hit) -> None:
        self._items = items
        self._goal = goal
        self._at = 0

    @property
    def here(self) -> Goal:
        """The passage that the round is at. Raises: IndexError where there is none."""
        return self._goal(self._items[self._at])

    @property
    def at(self) -> int:
        """The number of that passage."""
        return self._at

    @property
    def said(self) -> str:
        """`3/14`, with a + while more may be found."""
        found = getattr(self._items, "found", None)
        if found is None:
            return f"{self._at + 1}/{len(self._items)}"
        return f"{self._at + 1}/{found}" + ("" if self._items.complete else "+")  # type: ignore[attr-defined]

    def start(self, at: Callable[[Goal], bool]) -> None:
        """Begin at the first passage that `at` takes, else at the first."""
        ahead = enumerate(islice(iter(self._items), _AROUND))
        self._at = next((number for number, item in ahead if at(self._goal(item))), 0)

    def start_at(self, number: int) -> None:
        """Begin at passage `number`."""
        self._at = number

    def step(self, by: int) -> bool:
        """Go `by` passages on, as far as there are any; whether that is another one."""
        there = max(0, self._at + by)
        try:
            self._items[there]
        except IndexError:  # now all of them are known
            there = max(0, len(self._items) - 1)
        moved, self._at = there != self._at, there
        return moved

    def beside(self) -> Iterator[Goal]:
        """The passages before and after in the same article, in a row with that which the round is at."""
        article = self.here.article
        low = self._at
        while low and self._goal(self._items[low - 1]).article == article:
            low -= 1
        for number in range(low, low + _AROUND):
            try:
                goal = self._goal(self._items[number])
            except IndexError:
                return
            if goal.article != article:
                return
            yield goal
