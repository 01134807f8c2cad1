"""A folder of news as one whole: its index, the query language, passages, people, figures, copies."""

from typing import TYPE_CHECKING, Any

from reader.library.contents import FIRST_AT_ONCE, ArticleMissing
from reader.library.library import Library
from reader.library.query.tree import UNREAD, Query, QueryError

if TYPE_CHECKING:
    from reader.library.query.grammar import parse_query
    from reader.library.records import Hit, PersonEntry
    from reader.library.scanning.progress import Progress, ScanResult

__all__ = [
    "FIRST_AT_ONCE", "UNREAD", "ArticleMissing", "Hit", "Library", "PersonEntry", "Progress", "Query", "QueryError",
    "ScanResult", "parse_query",
]  # fmt: skip

_PARTS = {
    "parse_query": "query.grammar", "Progress": "scanning.progress", "ScanResult": "scanning.progress",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """What opening a library does not need is imported when it is first asked for (PEP 562)."""
    if name not in __all__:
        raise AttributeError(name)
    from importlib import import_module

    part = _PARTS.get(name, "records")
    return getattr(import_module(f"{__name__}.{part}"), name)
