"""What commands do to corrections is taken back with `u` in the app too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.cli.console import complain
from reader.library.wording import count
from reader.notes.history import exchange

if TYPE_CHECKING:
    from reader.library import Library
    from reader.model import Correction


def remember(library: Library, gone: Sequence[Correction], made: Sequence[Correction]) -> None:
    """Corrections went and others came, just now: have the app know of it. That it cannot is told."""
    changed = len({each.id for each in (*gone, *made)})
    label = f"{count(changed, 'correction')} from the command line"
    try:
        library.history.record(exchange(label, gone, made))
    except OSError as error:
        complain(f"{library.history.path}: {error.strerror or error}; `u` in the app does not know of this")
