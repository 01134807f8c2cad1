"""What of a library an export is to hold."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.records import Hit, LedgerRow, PersonEntry


@dataclass(frozen=True, slots=True)
class Scope:
    """The `parts` (of PARTS in `material`) of what `articles` (ids, in order) or else `query` chooses; with neither,
    of every file that has notes, also those whose article is gone. `title` names it.

    Of the notes only those with an id in `notes`, unless it is None. With `named` the words of the query are looked
    for in the names of people, as in their index. Of people, figures and passages only those `chosen`, unless there
    are none.
    """

    query: str = ""
    parts: Sequence[str] = ("notes",)
    articles: Sequence[str] | None = None
    notes: Collection[str] | None = None
    title: str = ""
    named: bool = False
    chosen: Sequence[PersonEntry | LedgerRow | Hit] = ()


EVERY_NOTE = Scope()
