"""A folder of news as one whole: its index, the query language, passages, people, figures, copies."""

from reader.library.library import ArticleMissing, Library
from reader.library.query.grammar import parse_query
from reader.library.query.tree import Query, QueryError
from reader.library.records import Hit, PersonEntry, Progress, ScanResult

__all__ = [
    "ArticleMissing", "Hit", "Library", "PersonEntry", "Progress", "Query", "QueryError", "ScanResult", "parse_query",
]  # fmt: skip
