"""The articles of a file with what readers said of them: index, app and commands all get them through this door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.errata.choices import NO_CHOICES, Choices

if TYPE_CHECKING:
    from reader.model import Article


def articles_of(data: bytes, file: str, choices: Choices = NO_CHOICES) -> tuple[Article, ...]:
    """The articles of a file's bytes, put right. Raises ParseError."""
    from reader.parsing import parse_bytes

    hidden, shown = frozenset(choices.hidden), frozenset(choices.shown)
    articles = parse_bytes(data, file=file, hidden=hidden, shown=shown)
    if not choices.errata:
        return articles
    from reader.library.errata.applying import put_right
    from reader.parsing import decode

    try:
        return put_right(articles, decode(data).text, choices)
    except Exception:  # a fault of ours must not cost the user the file
        return articles
