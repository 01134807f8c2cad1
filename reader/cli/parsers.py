"""The parser of each sub-command, and the words that it takes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any, NamedTuple, NoReturn

from reader.cli.console import say
from reader.cli.wrapping import columns
from reader.text import one_line


class Help(argparse.HelpFormatter):
    """Keeps the paragraphs of a description, and as they are those that are indented: examples."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=max(columns(), 40) - 2)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        fill = super()._fill_text
        paragraphs = text.strip("\n").split("\n\n")
        return "\n\n".join(p if p.startswith("  ") else fill(p, width, indent) for p in paragraphs)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the words it was given in one line that is harmless for a terminal."""

    def print_help(self, file: Any = None) -> None:
        """Write the help as all output is written: argparse would stumble over an encoding that lacks a sign, and
        take a full disk for success."""
        say(self.format_help().rstrip("\n"))
        sys.stdout.flush()

    def error(self, message: str) -> NoReturn:
        super().error(one_line(message))


def offer(action: argparse.Action, values: Iterable[str]) -> None:
    """Have the shells complete `values` for an option that takes others too."""
    action.offered = tuple(values)  # type: ignore[attr-defined]


class Word(NamedTuple):
    """What a command takes: how it is written (an option by all its names), what it does, and what follows it: the
    name of a `value`, "" for none, and those that are offered."""

    names: tuple[str, ...]
    about: str
    value: str = ""
    choices: tuple[str, ...] = ()


def words_of(parser: argparse.ArgumentParser) -> Iterator[Word]:
    """The options of a parser, its sub-commands each with theirs, and the fixed choices of its arguments."""
    for action in parser._actions:  # argparse has no public list; the name is unchanged since Python 2.7
        if action.help == argparse.SUPPRESS:
            continue
        choices = tuple(map(str, action.choices or getattr(action, "offered", None) or ()))
        if isinstance(action, argparse._SubParsersAction):
            helps = {item.dest: item.help or "" for item in action._choices_actions}
            for name, inner in action.choices.items():
                yield Word((name,), helps.get(name, ""))
                yield from words_of(inner)
        elif action.option_strings:
            value = action.metavar or action.dest.upper() if action.nargs != 0 else ""
            shown = value if isinstance(value, str) else " ".join(value)
            yield Word(tuple(action.option_strings), _help_of(action), shown, choices)
        else:
            yield from (Word((choice,), "") for choice in choices)


def arguments_of(parser: argparse.ArgumentParser) -> Iterator[Word]:
    """The arguments of a parser that are no options nor sub-commands."""
    for action in parser._actions:
        if not (action.option_strings or isinstance(action, argparse._SubParsersAction)):
            yield Word((str(action.metavar or action.dest),), _help_of(action))


def _help_of(action: argparse.Action) -> str:
    return " ".join((action.help or "").split())


def shielded(parser: argparse.ArgumentParser, words: Sequence[str]) -> list[str]:
    """`words` with a space before each query that begins with a minus (`-bridge`): argparse would take it for options.

    What stands behind `--` is no option either; argparse itself gets that wrong where options and words are mixed.
    """
    takes = {name: action.nargs != 0 for action in parser._actions for name in action.option_strings}
    end = words.index("--") if "--" in words else len(words)
    made = []
    for at, word in enumerate(words):
        if at == end:
            continue
        is_option = at < end and (word.startswith("--") or word in takes or takes.get(word[:2], False))
        made.append(f" {word}" if word.startswith("-") and len(word) > 1 and not is_option else word)
    return made


def build_parser(command: str) -> argparse.ArgumentParser:
    """The parser of one sub-command; only that command's module is imported."""
    module = import_module(f"reader.commands.{command}")
    parser = _Parser(
        prog=f"reader {command}",
        description=module.__doc__,
        formatter_class=Help,
    )
    module.configure(parser)
    return parser
