"""Drafts to articles: every character of the file gets its block, texts are joined, fingerprints taken."""

from __future__ import annotations

from collections.abc import Collection
from zlib import crc32

from reader.model import SHOWN, Article, Block
from reader.parsing.draft import Draft, Piece
from reader.parsing.lines import read_lines


def build(
    text: str,
    drafts: list[Draft],
    file: str,
    hidden: Collection[str] = (),
    shown: Collection[str] = (),
) -> tuple[Article, ...]:
    """The articles of a file. Runs of `text` that no piece took become furniture, so that nothing is lost.

    `shown` and `hidden` are texts of blocks that the reader wants seen, or not seen, for good.
    """
    articles = []
    at = 0
    for index, draft in enumerate(drafts):
        pieces: list[Piece] = []
        for piece in draft.pieces:
            if piece.start > at:
                _fill(text, at, piece.start, pieces)
            pieces.append(piece)
            at = max(at, piece.end)
        if index == len(drafts) - 1:
            _fill(text, at, len(text), pieces)
            at = len(text)
        if shown or hidden:
            _override(pieces, hidden, shown)
        articles.append(_article(file, index, draft, pieces))
    return tuple(articles)


def _fill(text: str, start: int, end: int, pieces: list[Piece]) -> None:
    if text[start:end].strip():
        for line in read_lines(text, start, end):
            pieces.append(Piece("furniture", line.text, line.start, line.end, "layout of the file"))


def _override(pieces: list[Piece], hidden: Collection[str], shown: Collection[str]) -> None:
    for piece in pieces:
        if piece.role not in SHOWN and piece.text in shown:
            piece.role, piece.reason = "para", "shown by your own correction"
        elif piece.role in SHOWN and piece.text in hidden:
            piece.role, piece.reason = "furniture", "hidden by your own correction"


def _article(file: str, index: int, draft: Draft, pieces: list[Piece]) -> Article:
    blocks = tuple(Block(p.role, p.text, p.start, p.end, p.reason) for p in pieces)
    text = "\n\n".join(b.text for b in blocks if b.role in SHOWN)
    raw = text.encode("utf-8", "surrogatepass")
    digest = f"{crc32(raw):08x}{crc32(raw[::-1]):08x}{len(raw):x}"
    return Article(
        f"{file}#{index}",
        file,
        index,
        draft.title,
        draft.published,
        draft.source,
        draft.author,
        blocks,
        text,
        digest,
    )
