"""Options that several commands take, and what they mean."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable

from reader.orders import ARTICLE_ORDERS

_PAGE = 100  # rows or passages that a terminal gets unless more are asked for


def add_paths(parser: argparse.ArgumentParser, word: str = "") -> None:
    """The PATH arguments: folders or files, by default the current folder; among them a `word`, see below."""
    parser.add_argument(
        "paths",
        nargs="*",
        default=[],
        metavar=f"{word}|PATH" if word else "PATH",
        help=f"{f'a {word} and ' if word else ''}folders or files (default: this folder)",
    )


def word_and_paths(words: Iterable[str]) -> tuple[str, list[str]]:
    """The first of `words` that is no path, "" when all are, and the others."""
    paths = list(words)
    word = next((word for word in paths if not os.path.exists(word)), "")
    if word:
        paths.remove(word)
    return word, paths


def add_limit(parser: argparse.ArgumentParser, what: str) -> None:
    """The --limit option: at most so many of `what`, 0 for all; see `limit_of`."""
    parser.add_argument(
        "--limit",
        type=natural,
        metavar="N",
        help=f"at most N {what}, 0 for all (default: {_PAGE} on a terminal, all in a pipe)",
    )


def limit_of(options: argparse.Namespace) -> int:
    """How many are asked for, 0 for all: a page where a person looks, unless it was said."""
    if options.limit is not None:
        return int(options.limit)
    return _PAGE if sys.stdout.isatty() else 0


def natural(text: str) -> int:
    """An option's number, 0 or more."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text.strip()!r} is not a number from 0 up")
    return min(int(text), sys.maxsize)


def add_fresh(parser: argparse.ArgumentParser) -> None:
    """The --fresh option, see `openings.freshen`."""
    parser.add_argument("--fresh", action="store_true", help="look at every file, also in a large library")


def add_order(parser: argparse.ArgumentParser) -> None:
    """The --sort option of what follows the order of articles."""
    parser.add_argument(
        "--sort", default="newest", choices=ARTICLE_ORDERS, help="order of the articles (default: newest)"
    )
