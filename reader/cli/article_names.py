"""Articles by the names that commands print and take: `FILE#NUMBER`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from reader.cli.console import complain
from reader.paths import article_place
from reader.text import one_line

if TYPE_CHECKING:
    from reader.library import Library


def parted(words: Iterable[str]) -> tuple[list[str], list[str]]:
    """The articles (`FILE#NUMBER`, or - for those on the standard input) among `words`, and the paths."""
    articles: list[str] = []
    paths: list[str] = []
    for word in words:
        is_article = word == "-" or (article_place(word) and not os.path.exists(word))
        (articles if is_article else paths).append(word)
    return articles, paths


def listed_file(folder: Path, file: str) -> str | None:
    """The path below `folder` that lists show as `file`, where runs of white space are one space and signs that act on
    a terminal another; None where there is none, or several."""
    found = folder
    for part in PurePath(file).parts:
        if not (found / part).exists():
            try:
                alike = [name for name in os.listdir(found) if one_line(name) == part.strip()]
            except OSError:
                return None
            if len(alike) != 1:
                return None
            part = alike[0]
        found /= part
    return str(found.relative_to(folder))


def _listed(library: Library, article: str) -> str | None:
    """The id of the article that is called, or that lists show as, `article`."""
    if library.index.number(article) is not None:
        return article
    place = article_place(article)
    file = listed_file(library.root, place[0]) if place else None
    found = f"{file}#{place[1]}" if place and file else ""
    return found if library.index.number(found) is not None else None


def read_names(words: Iterable[str]) -> list[str]:
    """The articles among `words`, with those on the standard input for a -: lines as `reader list` and `search --files`
    print them. To be asked before a library is opened: who writes the lines may be indexing it until he is done."""
    lines = [line for word in words for line in (sys.stdin if word == "-" else [word])]
    return list(dict.fromkeys(line.rstrip("\n").rpartition("\t")[2] for line in lines if line.strip()))


def named_articles(library: Library, names: Iterable[str]) -> tuple[list[str], int]:
    """The ids of the articles that are named, and how many are not in the library; each of those is told."""
    ids: list[str] = []
    unknown = 0
    for article in names:
        if (found := _listed(library, article)) is not None:
            ids.append(found)
        else:
            unknown += 1
            complain(f"{article}: no such article in {library.root}; `reader list` names them")
    return ids, unknown
