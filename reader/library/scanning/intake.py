"""One file becomes index records: read, fingerprinted, parsed, its texts made findable. Runs in worker processes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import PurePosixPath

from reader.library.at_once import at_once
from reader.library.errata.choices import Choices, Told
from reader.library.errata.parsed import articles_of
from reader.library.index.records import ArticleRecord, FileRecord, changed_at
from reader.library.query.tokens import indexable
from reader.library.scanning.slugs import title_from_address
from reader.library.texts import Utf8, make_recipe, utf8
from reader.model import Article
from reader.text import one_line

_TRIES = 3


#: What a mistake of ours raises on one odd text: it must not cost the reader all the others.
MISTAKES = (
    ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
)  # fmt: skip


class Unreadable(Exception):
    """A file that cannot be read; the message says why, without its name."""


def read_bytes(root: str, path: str, limit: int) -> tuple[bytes, int, int]:
    """(content, size, mtime in ns) of a regular file of at most `limit` bytes; raises Unreadable.

    A file that changes while it is read is read again.
    """
    try:
        descriptor = os.open(f"{root}/{path}", os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise Unreadable(error.strerror or str(error)) from None
    try:
        for _ in range(_TRIES):
            before = os.fstat(descriptor)
            if not stat.S_ISREG(before.st_mode):
                raise Unreadable("is not a regular file")
            if before.st_size > limit:
                raise Unreadable(
                    f"larger than {limit // (1 << 20)} MB; raise max_file_mb in the settings to read it"
                )
            data = os.pread(descriptor, before.st_size + 1, 0)
            while len(data) < before.st_size and (part := os.pread(descriptor, 1 << 30, len(data))):
                data += part  # a single call reads 2 GB at most
            after = os.fstat(descriptor)
            if before.st_size == len(data) == after.st_size and before.st_mtime_ns == after.st_mtime_ns:
                return data, after.st_size, changed_at(after)
        return data[:limit], len(data), changed_at(before)  # still being written: the next scan looks again
    except OSError as error:
        raise Unreadable(error.strerror or str(error)) from None
    finally:
        os.close(descriptor)


def fingerprint(data: bytes) -> bytes:
    """Twelve bytes that stand for the content."""
    return blake2b(data, digest_size=12).digest()


def text_mark(article: Article) -> bytes:
    """Eight bytes that stand for an article's text."""
    return blake2b(article.digest.encode(), digest_size=8).digest()


def take_in(
    root: str, files: Sequence[tuple[str, tuple[Told, ...]]], limit: int, choices: Choices
) -> Iterator[FileRecord]:
    """Everything the index wants of files (path, errata), which go by `choices` besides; never raises for what is in
    them."""

    def read(path: str) -> tuple[bytes, int, int] | Unreadable:
        try:
            return read_bytes(root, path, limit)
        except Unreadable as problem:
            return problem

    contents = at_once(read, [path for path, _ in files])
    for (path, errata), content in zip(files, contents):
        if isinstance(content, Unreadable):
            yield _without(root, path, str(content))
        else:
            yield _taken_in(path, *content, choices._replace(errata=errata))


def _taken_in(path: str, data: bytes, size: int, mtime: int, choices: Choices) -> FileRecord:
    from reader.parsing.decode import is_binary

    mark = fingerprint(data)
    if is_binary(data):
        return FileRecord(path, size, mtime, mark, "is not a text file; convert it to text first", [])
    try:
        articles = articles_of(data, path, choices)
    except ValueError as error:
        reason = str(getattr(getattr(error, "problem", None), "message", error))
        return FileRecord(path, size, mtime, mark, reason or "cannot be parsed", [])
    except MISTAKES as error:
        reason = f"cannot be parsed ({type(error).__name__}: {error}); please report this file"
        return FileRecord(path, size, mtime, mark, reason, [])
    decoded = utf8(data)
    several = len(articles) > 1
    return FileRecord(
        path, size, mtime, mark, "", [_record(article, data, decoded, several) for article in articles]
    )


def _without(root: str, path: str, reason: str) -> FileRecord:
    try:
        status = os.stat(os.path.join(root, path))
        return FileRecord(path, status.st_size, changed_at(status), b"", reason, [])
    except OSError:
        return FileRecord(path, -1, -1, b"", reason, [])


def shown_title(article: Article, several: bool) -> str:
    """The title of an article, else the words in its address, else the name of its file with the article's number."""
    if article.title and (title := one_line(article.title)):
        return title
    if slug := title_from_address(article):
        return slug
    name = one_line(PurePosixPath(article.file).stem) or "untitled"
    return f"{name} ({article.index + 1})" if several else name


def _record(article: Article, data: bytes, decoded: Utf8 | None, several: bool) -> ArticleRecord:
    words = indexable(article.text)
    title = shown_title(article, several)
    if article.title and article.title not in article.text:
        words = f"{words}\n\n{indexable(article.title)}"
    return ArticleRecord(
        article.index,
        title,
        article.published or "",
        one_line(article.source or ""),
        one_line(article.author or ""),
        len(article.text),
        text_mark(article),
        make_recipe(article, data, decoded),
        words,
        bool(article.corrected),
    )
