"""The articles of one file, parsed beforehand for the next start: only to load the parser takes a twentieth of it.

They are known by the parser and by what is in the file, so what is shown is what parsing would give now.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import fields
from pathlib import Path

from reader.durable import replacing
from reader.library.errata.choices import Choices
from reader.model import Article, Block
from reader.parsing import PARSER_VERSION
from reader.paths import sha256

_NAME = "next.json"


def kept_articles(folder: Path, file: str, data: bytes, choices: Choices) -> tuple[Article, ...] | None:
    """What `articles_of(data, file, choices)` gives, if that is kept in `folder`; else None."""
    try:
        kept = json.loads((folder / _NAME).read_bytes())
        if kept["stamp"] != _stamp(file, data, choices):
            return None
        return tuple(
            Article(
                **{
                    **plain,
                    "blocks": tuple([Block(*block) for block in plain["blocks"]]),
                    "corrected": tuple(plain["corrected"]),
                }
            )
            for plain in kept["articles"]
        )
    except (OSError, ValueError, TypeError, LookupError):
        return None  # a cache only


def keep_articles(
    folder: Path, file: str, data: bytes, choices: Choices, articles: Collection[Article]
) -> None:
    """Keep what `articles_of` gave, instead of what was kept before. Raises OSError."""
    plain = [
        {field.name: getattr(article, field.name) for field in fields(Article)}
        | {"blocks": [(b.role, b.text, b.raw_start, b.raw_end, b.reason) for b in article.blocks]}
        for article in articles
    ]
    with replacing(folder / _NAME) as stream:
        stream.write(json.dumps({"stamp": _stamp(file, data, choices), "articles": plain}).encode())


def _stamp(file: str, data: bytes, choices: Choices) -> list[object]:
    chosen = [choices.hidden, choices.shown, choices.errata]
    return [PARSER_VERSION, file, sha256(data), json.loads(json.dumps(chosen))]
