"""What a request for a note means: which file and article, which passage, what is to be kept of it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.cli.notebook import Shelf, UnreadableArticle
from reader.library.categories import categories_meant
from reader.library.wording import count
from reader.model import Anchor, Article, Note, Problem
from reader.notes.anchor import describe, find_quote
from reader.notes.refusals import NoteMissing, NotesError
from reader.notes.store import NoteStore
from reader.notes.tags import tags_in


@dataclass(frozen=True, slots=True)
class Wish:
    """A note to be added: to which file, from which article; how many other places its quote has."""

    file: str
    note: Note
    article: Article
    others: int = 0


class Unclear(NotesError):
    """A request that makes no sense."""

    def __init__(self, message: str, file: str = "note add") -> None:
        super().__init__(Problem(file, 0, message))


def read_wish(store: NoteStore, shelf: Shelf, row: dict[str, Any]) -> Wish:
    """The note that a request means: file, quote, body and optionally start, article, tags, category, people and
    links. Raises: NotesError for what cannot be understood or found."""
    name = text_of(row, "file")
    if not name:
        raise Unclear('"file" is missing')
    path = Path(name)
    if not path.is_absolute() and not path.exists() and (store.library / path).exists():
        path = store.library / path
    if not _has_utf8_name(path):  # the notes file names it: it would belong to no file
        raise UnreadableArticle(Problem(name, 0, "its name is not UTF-8; rename it to put notes on it"))
    articles = shelf.articles(path, store)
    if not articles:
        raise UnreadableArticle(Problem(name, 0, "has no text to put a note on"))
    quote, near, wanted = text_of(row, "quote"), _number(row, "start"), _number(row, "article")
    if wanted is not None and not 0 <= wanted < len(articles):
        raise Unclear(f"has {count(len(articles), 'article')}, counted from 0; there is no {wanted}", name)
    file = store.key(os.path.abspath(path))
    note = _without_anchor(row, file, shelf.categories)
    if not quote:
        if not (note.body.strip() or note.tags or note.category or note.people or note.links):
            raise Unclear("the note is empty: name a passage to mark, or say something of the article", name)
        article = articles[wanted or 0]
        return Wish(file, note._replace(anchor=describe(article.text, 0, 0, wanted or 0)), article)
    for number in range(len(articles)) if wanted is None else [wanted]:
        text = articles[number].text
        spans, chosen = find_quote(text, quote, near)
        if spans:
            anchor = describe(text, *spans[chosen], number)
            others = 0 if near is not None else len(spans) - 1
            return Wish(file, note._replace(anchor=anchor), articles[number], others)
    raise NoteMissing(Problem(name, 0, f"this passage is not in the text: {quote[:60]}"), "saved")


def _has_utf8_name(path: Path) -> bool:
    try:
        return bool(str(path).encode())
    except UnicodeEncodeError:
        return False


def _without_anchor(row: dict[str, Any], file: str, names: tuple[str, ...]) -> Note:
    body = text_of(row, "body")
    called = row.get("category")
    try:
        category = category_called(
            called if isinstance(called, str) else _number(row, "category") or 0, names
        )
    except ValueError as error:
        raise Unclear(f'"category": {error}') from None
    return Note(
        "",
        file,
        Anchor(""),
        body=body,
        tags=tags_in(body, _texts(row, "tags")),
        category=category,
        people=_texts(row, "people"),
        links=_texts(row, "links"),
    )


def category_called(value: int | str, names: tuple[str, ...]) -> int:
    """The category of that number, or of that one of the `names`, 0 for none. Raises: ValueError."""
    if str(value).strip() in ("", "0"):
        return 0
    found = categories_meant(str(value), names)
    if len(found) != 1:
        raise ValueError(
            f"{value!r} is no category of notes; choose from {', '.join(names)}, 1 to 5, or 0 for none"
        )
    return found[0]


def text_of(row: dict[str, Any], key: str) -> str:
    """A text of a request, "" when it is not there. Raises: Unclear."""
    value = row.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Unclear(f'"{key}" must be text')
    return value


def _number(row: dict[str, Any], key: str) -> int | None:
    value = row.get(key)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool):
        raise Unclear(f'"{key}" must be a whole number')
    return value


def _texts(row: dict[str, Any], key: str) -> tuple[str, ...]:
    value = row.get(key) or []
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise Unclear(f'"{key}" must be a list of texts')
    return tuple(item.strip() for item in value if item.strip())
