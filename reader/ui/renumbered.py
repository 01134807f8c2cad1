"""Articles that may have another number in their file when a change to them is taken back: what tells them from the
others of the file, and which they are then."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.paths import article_place

if TYPE_CHECKING:
    from reader.library.index.reading import Reader


def prints_of(index: Reader, ids: Sequence[str]) -> list[str]:
    """What tells each of the articles from the others of its file; "" of one that is alone in it."""
    files: dict[str, list[bytes]] = {}
    made = []
    for article_id in ids:
        file, number = article_place(article_id) or ("", 0)
        if file not in files:
            files[file] = index.digests(file)
        every = files[file]
        made.append(every[number].hex() if number < len(every) > 1 else "")
    return made


def id_today(index: Reader, article_id: str, known: str = "") -> str:
    """The id that an article has now of which `prints_of` gave `known`; the one that it had, if its text has gone."""
    file, number = article_place(article_id) or ("", 0)
    prints = [each.hex() for each in index.digests(file)] if known else []
    if known not in prints or prints[number : number + 1] == [known]:
        return article_id
    return f"{file}#{prints.index(known)}"
