"""Drafts to articles: every character of the file gets its block, texts are joined, fingerprints taken."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast
from zlib import crc32

from reader.parsing.draft import READABLE, SHOWN, Draft, Piece
from reader.parsing.lines import read_lines

if TYPE_CHECKING:
    from reader.model import Article, Block


_START = attrgetter("raw_start")


def complete(
    text: str, drafts: list[Draft], hidden: Collection[str] = (), shown: Collection[str] = ()
) -> Iterator[tuple[Draft, list[Piece]]]:
    """Every draft with its pieces; runs of `text` that no piece took become furniture, so nothing is lost.

    `shown` and `hidden` are texts of blocks that the reader wants seen, or not seen, for good.
    """
    at = 0
    for index, draft in enumerate(drafts):
        pieces: list[Piece] = []
        for piece in sorted(draft.pieces, key=_START):
            start = piece.raw_start
            if start != at:
                if start < at:  # a reader of some layout took a line twice: the first one keeps it
                    piece.raw_start, piece.raw_end = at, max(at, piece.raw_end)
                elif not text[at:start].isspace():
                    _fill(text, at, start, pieces)
            pieces.append(piece)
            if piece.raw_end > at:
                at = piece.raw_end
        if index == len(drafts) - 1:
            _fill(text, at, len(text), pieces)
        if shown or hidden:
            _override(pieces, hidden, shown)
        if draft.author and draft.source:
            draft.author = _without_source(draft.author, draft.source) or None
        yield draft, pieces


def _without_source(author: str, source: str) -> str:
    """An author without the paper they write for, which has a field of its own: "By Ann Ruiz, Harbour Wire"; "" for
    the paper alone."""
    if author.casefold() == source.casefold():
        return ""
    if author.casefold().endswith(f", {source.casefold()}"):
        return author[: -len(source)].rstrip(", ") or author
    return author


def _fill(text: str, start: int, end: int, pieces: list[Piece]) -> None:
    gap = text[start:end]
    if not gap or gap.isspace():
        return
    mark = gap.strip()
    if len(mark) < 4 and "\n" not in mark and " " not in mark:  # what parts the cells of a table
        at = start + gap.index(mark)
        pieces.append(Piece("furniture", mark, at, at + len(mark), "layout of the file"))
    else:
        for line in read_lines(text, start, end):
            pieces.append(Piece("furniture", line.text, line.start, line.end, "layout of the file"))


def _override(pieces: list[Piece], hidden: Collection[str], shown: Collection[str]) -> None:
    for piece in pieces:
        if piece.role not in SHOWN and piece.text in shown:
            piece.role, piece.reason = "para", "shown by your own correction"
        elif piece.role in SHOWN and piece.text in hidden:
            piece.role, piece.reason = "furniture", "hidden by your own correction"


def fingerprint(text: str) -> str:
    """A short digest of an article's text."""
    raw = text.encode("utf-8", "surrogatepass")
    return f"{crc32(raw) << 32 | crc32(raw[::-1]):016x}{len(raw):x}"


def joined(pieces: list[Piece]) -> str:
    """The text of an article: what is shown, in order, parted by blank lines."""
    return "\n\n".join([piece.text for piece in pieces if piece.role in SHOWN])


@cache
def _records() -> tuple[type[Article], type[Block]]:
    """The records of the model, which takes a while to import, and to ask for them for each file as well."""
    from reader.model import Article, Block

    return Article, Block


def build(
    text: str,
    drafts: list[Draft],
    file: str,
    hidden: Collection[str] = (),
    shown: Collection[str] = (),
) -> tuple[Article, ...]:
    """The articles of a file."""
    article_of, block = _records()
    articles = []
    for index, (draft, pieces) in enumerate(complete(text, drafts, hidden, shown)):
        for piece in pieces:  # to make frozen records anew takes longer than all the rest here
            piece.__class__ = block  # type: ignore[assignment]
        blocks = cast("list[Block]", pieces)
        body = joined(pieces)
        fields = (draft.title, draft.published, draft.source, draft.author)
        articles.append(
            article_of(f"{file}#{index}", file, index, *fields, tuple(blocks), body, fingerprint(body))
        )
    return tuple(articles)


def records(text: str, drafts: list[Draft], file: str) -> Iterator[dict[str, Any]]:
    """The articles of a file as the JSON objects of `reader parse --json`, one at a time."""
    for index, (draft, pieces) in enumerate(complete(text, drafts)):
        body = joined(pieces)
        fields = (draft.title, draft.published, draft.source, draft.author)
        yield _record(file, index, fields, pieces, body, fingerprint(body))


def record(article: Article) -> dict[str, Any]:
    """The same of an article that is made, with what readers have put right in it."""
    fields = (article.title, article.published, article.source, article.author)
    made = _record(article.file, article.index, fields, article.blocks, article.text, article.digest)
    return made | {"corrected": article.corrected} if article.corrected else made


def _record(
    file: str,
    index: int,
    fields: tuple[str | None, ...],
    pieces: Sequence[Piece | Block],
    text: str,
    digest: str,
) -> dict[str, Any]:
    title, published, source, author = fields
    return {
        "file": file,
        "index": index,
        "id": f"{file}#{index}",
        "title": title,
        "published": published,
        "source": source,
        "author": author,
        "captions": [p.text for p in pieces if p.role == "caption"],
        "paragraphs": [p.text for p in pieces if p.role in READABLE],
        "furniture": [p.text for p in pieces if p.role == "furniture"],
        "text": text,
        "digest": digest,
        "blocks": [
            {
                "role": p.role,
                "text": p.text,
                "raw_start": p.raw_start,
                "raw_end": p.raw_end,
                "reason": p.reason,
            }
            for p in pieces
        ],
    }
