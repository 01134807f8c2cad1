"""Print an article as the app shows it, or its file as it is.

What stands before the text is left out with --plain.

  reader show story.txt
  reader show digest.txt#2 --plain | wc -w
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from reader.cli.article_names import listed_file
from reader.cli.console import complain, emit, say
from reader.cli.exit_codes import DONE, NOTHING, UNREADABLE, USAGE
from reader.cli.ink import Ink, add_color
from reader.cli.options import natural
from reader.cli.wrapping import wrapped
from reader.model import SHOWN, Article
from reader.paths import article_place


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
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
    """Print the articles of a file, or one; 1 when it has no text, 2 for a number it lacks, 3 when it is unreadable."""
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
    from reader.cli.put_right import choices_of
    from reader.parsing import ParseError, parse_bytes, parse_file

    name, number = _split(os.path.join(options.folder, options.article))
    place = article_place(options.article)
    if place and not os.path.exists(name) and (file := listed_file(Path(options.folder), place[0])):
        name = os.path.join(options.folder, file)
    if number is not None and not options.folder and not os.path.exists(name):
        complain(f"{name}: no such file here; when it is of another folder's list, name that folder after it")
        return (), UNREADABLE
    try:
        if name == "-":
            articles = parse_bytes(sys.stdin.buffer.read(), file="-")
        elif (choices := choices_of(name)) is not None:
            from reader.library.errata.parsed import articles_of
            from reader.parsing import read_bytes

            articles = articles_of(read_bytes(name), name, choices)
        else:
            articles = parse_file(Path(name), file=name)
    except ParseError as error:
        complain(error)
        return (), UNREADABLE
    if not articles:
        complain(f"{name}: no text in it")
        return (), NOTHING
    if number is None:
        return articles, DONE
    if number >= len(articles):
        complain(f"{name}: there is no article {number}; the last one is {len(articles) - 1}")
        return (), USAGE
    return (articles[number],), DONE


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
        shown = lead + text
        for start, end in wrapped(shown, width):
            ink.line((shown[start:end], style))
        ink.line()
        if block.role == "headline" and any(facts):
            ink.line((" · ".join(fact for fact in facts if fact), "quiet"))
            ink.line()
            facts = []


def _say_raw(article: Article) -> None:
    for block in article.blocks:
        shown = block.role in SHOWN
        for line in block.text.split("\n"):
            say(line if shown else f"[{block.role}: {block.reason}] {line}")


def _emit(article: Article) -> None:
    from reader.cli.detections import detection_record
    from reader.detect import detect

    found = detect(article.text, published=article.published)
    emit(
        {
            "id": article.id, "file": article.file, "index": article.index, "title": article.title,
            "published": article.published, "source": article.source, "author": article.author,
            "text": article.text, **detection_record(found),
        }
    )  # fmt: skip
