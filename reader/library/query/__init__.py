"""The one query language of list, search, export and the command line."""

from typing import TYPE_CHECKING, Any

from reader.library.query.tree import (
    Query,
    QueryError,
    beside_others,
    person_query,
    phrase_query,
    without_words,
)

if TYPE_CHECKING:
    from reader.library.query.completion import suggestions
    from reader.library.query.grammar import parse_query

__all__ = [
    "Query", "QueryError", "beside_others", "parse_query", "person_query", "phrase_query", "suggestions",
    "without_words",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """The grammar is imported when a query is first typed (PEP 562)."""
    if name not in __all__:
        raise AttributeError(name)
    from importlib import import_module

    part = "grammar" if name == "parse_query" else "completion"
    return getattr(import_module(f"{__name__}.{part}"), name)
