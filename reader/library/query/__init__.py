"""The one query language of list, search, export and the command line."""

from reader.library.query.completion import Suggestion, suggestions
from reader.library.query.grammar import FIELDS, parse_query
from reader.library.query.tree import Query, QueryError

__all__ = ["FIELDS", "Query", "QueryError", "Suggestion", "parse_query", "suggestions"]
