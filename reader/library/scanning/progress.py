"""What a scan tells: how far it is, and at its end what it has done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reader.model import Problem


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a scan is. `phase` is walk, text, duplicates or marks; `total` 0 means not known yet."""

    phase: str
    done: int
    total: int

    @property
    def doing(self) -> str:
        """The phase in a word."""
        return _DOING.get(self.phase, self.phase)


_DOING = {"walk": "looking", "text": "reading", "duplicates": "comparing", "marks": "marking"}


#: Is told how far a scan is; says whether it is to stop.
Report = Callable[[Progress], None]
Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class ScanResult:
    """What a scan changed, counted in files. `busy`: another instance is scanning and does the work.

    `stopped`: the caller asked to stop; the rest is done by the next scan. `moved` files kept state and notes;
    `renamed` says from which path to which. `followed`: another instance has changed the index meanwhile.
    `folded`: near-duplicates were looked for.
    """

    added: int = 0
    changed: int = 0
    removed: int = 0
    moved: int = 0
    marked: int = 0
    problems: tuple[Problem, ...] = ()
    busy: bool = False
    stopped: bool = False
    renamed: tuple[tuple[str, str], ...] = ()
    followed: bool = False
    folded: bool = False

    @property
    def altered(self) -> bool:
        """Whether the list has to be shown anew."""
        return bool(
            self.added
            or self.changed
            or self.removed
            or self.moved
            or self.marked
            or self.folded
            or self.followed
        )
