"""Print the manual page of all commands, made from the commands as they are.

To be shown, or kept for `man reader`:

  reader man | man -l -
  reader man > ~/.local/share/man/man1/reader.1
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from reader import __version__
from reader.cli.console import say
from reader.cli.exit_codes import DONE, MEANINGS
from reader.cli.parsers import Word, arguments_of, build_parser, words_of
from reader.cli.tree import COMMANDS

_FILES = {
    "notes/": "in the library: notes and corrections, a YAML file for each source file",
    "$XDG_CONFIG_HOME/reader/config.yaml": "settings; `reader config --schema` prints a commented one",
    "$XDG_CONFIG_HOME/reader/themes/": "themes of your own",
    "$XDG_CACHE_HOME/reader/": "the index; it can be deleted at any time",
    "$XDG_STATE_HOME/reader/": "what was read, stars, tags, positions, undo",
}
_ENVIRONMENT = {
    "NO_COLOR": "when it is set, output has no colour; `--color` decides before it",
    "EDITOR, VISUAL": "the editor for a note and for a source file, unless the settings name one",
    "BROWSER": "the browser for web addresses, unless the settings name one",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """There are no options."""


def run(options: argparse.Namespace) -> int:
    """Print the page; always 0."""
    say("\n".join(_page()))
    return DONE


def _page() -> Iterator[str]:
    yield f'.TH READER 1 "" "reader {__version__}" "User Commands"'
    yield from (".nh", ".ad l")  # words of a command are not parted
    yield from (".SH NAME", "reader \\- read, search and annotate folders of raw news text", ".SH SYNOPSIS")
    yield from (".B reader", ".RI [ PATH ...]", ".br", ".B reader", ".I COMMAND", "[...]", ".SH DESCRIPTION")
    yield _roff(
        "Opens folders of raw, scraped news text: clean articles with every person and every figure marked, and notes"
        " on any passage. Everything seen on screen is also a command for a pipe. Raw files are never changed."
    )
    yield _roff("In the app, ? shows the keys of each pane, and : every command by name.")
    yield ".SH COMMANDS"
    for name in COMMANDS:
        yield from _command(name)
    for head, rows in (("EXIT STATUS", MEANINGS), ("FILES", _FILES), ("ENVIRONMENT", _ENVIRONMENT)):
        yield f".SH {head}"
        for word, said in rows.items():
            yield from (".TP", f".B {_roff(str(word))}", _roff(said))


def _command(name: str) -> Iterator[str]:
    parser = build_parser(name)
    yield f".SS reader {name}"
    yield _roff(" ".join(parser.format_usage().removeprefix("usage: ").split()))
    for paragraph in (parser.description or "").strip("\n").split("\n\n"):
        lines = map(_roff, paragraph.splitlines())
        yield ".PP"
        yield from (
            (".nf", *lines, ".fi") if paragraph.startswith("  ") else lines
        )  # an example stays as it is
    for word in (*arguments_of(parser), *words_of(parser)):
        if word.about and "--help" not in word.names:
            yield from (".TP", f".B {_roff(_written(word))}", _roff(word.about))


def _written(word: Word) -> str:
    values = f" {{{','.join(word.choices)}}}" if word.choices else f" {word.value}" if word.value else ""
    return ", ".join(word.names) + values


def _roff(text: str) -> str:
    """`text` as it is: no escape, no request (groff_man(7), "Portability")."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "")
    return "\\&" + text if text.startswith((".", "'")) else text
