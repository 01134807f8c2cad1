"""A passage with its reference, as `y` copies it."""

from __future__ import annotations

from reader.export.material import heading
from reader.model import Article
from reader.text import in_quotes, one_line
from reader.ui import wording


def reference(article: Article) -> str:
    """Author, title, source and date, as far as known: `A. Author, “Title”, Source, 5 Jan 2026`."""
    parts = [article.author, f"“{heading(article)}”", article.source, wording.day(article.published)]
    return one_line(", ".join(part for part in parts if part))


def quotation(article: Article, start: int, end: int) -> str:
    """The stretch in quotation marks, then its reference."""
    return f"{in_quotes(article.text[start:end])}\n— {reference(article)}\n"
