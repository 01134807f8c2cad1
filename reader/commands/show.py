"""Print an article, as the app shows it, or its file as it is."""

from __future__ import annotations

import argparse
import functools
import os
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from reader.commands.console import complain, emit, say
from reader.commands.ink import Ink, add_color
from reader.commands.openings import listed_file, natural
from reader.model import SHOWN, Article
from reader.paths import article_place


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "article", metavar="ARTICLE", help="a file, - for stdin, or FILE#N for its article number N (from 0)"
    )
    parser.add_argument(
        "folder",
        nargs="?",
        default="",
        metavar="FOLDER",
        help="the library whose list, search or figures named the article (default: this folder)",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--plain", action="store_true", help="the text alone")
    form.add_argument(
        "--raw", action="store_true", help="the whole file, decoded, lines marked with what hid them"
    )
    form.add_argument("--json", action="store_true", help="one object an article, with people and figures")
    parser.add_argument(
        "--width", type=natural, default=72, metavar="N", help="columns of the text (default 72, 0: no wrap)"
    )
    add_color(parser)


def run(options: argparse.Namespace) -> int:
    articles, code = _asked_for(options)
    ink = Ink(options.color)
    for count, article in enumerate(articles):
        if options.json:
            _emit(article)
            continue
        if count:
            say("\n" if options.plain or options.raw else "\n" + "─" * (options.width or 72) + "\n")
        if options.raw:
            _say_raw(article)
        elif options.plain:
            say(article.text)
        else:
            _say_shown(article, options.width, ink)
    return code


def _asked_for(options: argparse.Namespace) -> tuple[tuple[Article, ...], int]:
    """The articles to print, and the exit code; what is wrong was said."""
    from reader.parsing import ParseError, parse_bytes, parse_file

    name, number = _split(os.path.join(options.folder, options.article))
    place = article_place(options.article)
    if place and not os.path.exists(name) and (file := listed_file(Path(options.folder), place[0])):
        name = os.path.join(options.folder, file)
    if number is not None and not options.folder and not os.path.exists(name):
        complain(f"{name}: no such file here; when it is of another folder's list, name that folder after it")
        return (), 3
    try:
        if name == "-":
            articles = parse_bytes(sys.stdin.buffer.read(), file="-")
        else:
            articles = parse_file(Path(name), file=name)
    except ParseError as error:
        complain(error)
        return (), 3
    if not articles:
        complain(f"{name}: no text in it")
        return (), 1
    if number is None:
        return articles, 0
    if number >= len(articles):
        complain(f"{name}: there is no article {number}; the last one is {len(articles) - 1}")
        return (), 2
    return (articles[number],), 0


def _split(text: str) -> tuple[str, int | None]:
    place = None if os.path.exists(text) else article_place(text)
    return place or (text, None)


def _say_shown(article: Article, width: int, ink: Ink) -> None:
    facts = [article.source, article.published, article.author]
    for block in article.blocks:
        if block.role not in SHOWN:
            continue
        text = " ".join(block.text.split()) if width else block.text
        lead = {"caption": "▸ ", "subhead": "── ", "pull_quote": "❝ "}.get(block.role, "")
        style = {"headline": "head", "subhead": "head", "caption": "quiet"}.get(block.role, "")
        for line in (*_wrapped(lead + text, width).split("\n"), ""):
            ink.line((line, style))
        if block.role == "headline" and any(facts):
            ink.line((" · ".join(fact for fact in facts if fact), "quiet"))
            ink.line()
            facts = []


def _wrapped(text: str, width: int) -> str:
    """`text` in lines of at most `width` cells, broken at spaces and between wide characters."""
    if width < 10:
        return text
    lines = [""]
    room = width
    for piece in _pieces(text):
        cells = sum(map(_cells, piece))
        if cells > room and lines[-1] and not piece.isspace():
            lines[-1] = lines[-1].rstrip()
            lines.append("")
            room = width
        lines[-1] += piece
        room -= cells
    return "\n".join(lines)


def _pieces(text: str) -> Iterator[str]:
    """What must stand on one line: words, each with the punctuation that closes or opens it, and spaces."""
    start = 0
    for at in range(1, len(text)):
        before, after = text[at - 1], text[at]
        if before.isspace() != after.isspace() or (
            (_cells(before) == 2 or _cells(after) == 2)
            and unicodedata.category(after) not in ("Pe", "Pf", "Po")
            and unicodedata.category(before) not in ("Ps", "Pi")
        ):
            yield text[start:at]
            start = at
    yield text[start:]


@functools.cache
def _cells(char: str) -> int:
    """The cells that a terminal gives a character (UAX 11)."""
    if unicodedata.east_asian_width(char) in ("W", "F"):
        return 2
    return int(unicodedata.category(char) not in ("Mn", "Me", "Cf"))


def _say_raw(article: Article) -> None:
    for block in article.blocks:
        shown = block.role in SHOWN
        for line in block.text.split("\n"):
            say(line if shown else f"[{block.role}: {block.reason}] {line}")


def _emit(article: Article) -> None:
    from reader.commands.detect import as_record
    from reader.detect import detect

    found = detect(article.text, published=article.published)
    emit(
        {
            "id": article.id, "file": article.file, "index": article.index, "title": article.title,
            "published": article.published, "source": article.source, "author": article.author,
            "text": article.text, **as_record(found),
        }
    )  # fmt: skip
