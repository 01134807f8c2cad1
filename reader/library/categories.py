"""The categories of notes by the names the reader gave them, as queries ask for them."""

from __future__ import annotations

from functools import lru_cache

from reader.folding import fold_text
from reader.library.query.tree import Field, Query, QueryError, all_leaves
from reader.text import nearest


@lru_cache(64)
def categories_meant(value: str, names: tuple[str, ...]) -> tuple[int, ...]:
    """The categories, counted from 1, that are called `value` or have it for a number; with a star at its end, those
    whose names begin so."""
    wanted = fold_text(value.removesuffix("*")).strip()
    begun = value.endswith("*")
    called = [fold_text(name).strip() for name in names]
    found = [n for n, name in enumerate(called, 1) if name == wanted or (begun and name.startswith(wanted))]
    return tuple(found or [n for n in range(1, len(names) + 1) if str(n) == wanted])


def check_categories(query: Query, names: tuple[str, ...]) -> None:
    """Raise QueryError where `query` asks for a category that none of `names` is."""
    for leaf in all_leaves(query.root):
        if isinstance(leaf, Field) and leaf.name == "category" and not categories_meant(leaf.value, names):
            close = nearest(leaf.value.rstrip("*"), names)
            hint = f"did you mean {close!r}?" if close else f"choose from {', '.join(names)}"
            at = leaf.start + len("category:")
            raise QueryError(f"{leaf.value.rstrip('*')!r} is no category of notes; {hint}", at, leaf.end)
