"""Print a completion script for bash, zsh or fish, made from the commands as they are.

That of zsh goes into a folder of your $fpath, as _reader.

  reader completions bash > ~/.local/share/bash-completion/completions/reader
  reader completions fish > ~/.config/fish/completions/reader.fish
"""

from __future__ import annotations

import argparse
import re

from reader.cli.console import say
from reader.cli.exit_codes import DONE
from reader.cli.parsers import Word, build_parser, words_of
from reader.cli.tree import COMMANDS


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `reader completions`."""
    parser.add_argument(
        "shell", choices=("bash", "zsh", "fish"), metavar="bash|zsh|fish", help="for which shell"
    )


def run(options: argparse.Namespace) -> int:
    """Print the script; always 0."""
    words = {name: list(words_of(build_parser(name))) for name in COMMANDS}
    script = {"bash": _bash, "zsh": _zsh, "fish": _fish}[options.shell](words)
    say(script.rstrip("\n"))
    return DONE


_PLAIN = re.compile(r"[^\w .,:;/=+…()’-]")


def _about(text: str) -> str:
    """The first sentence of a help text, without anything that a shell would read as syntax."""
    return _PLAIN.sub("", text.replace("'", "’")).partition(". ")[0]


def _unique(words: list[Word]) -> dict[str, Word]:
    return {name: word for word in words for name in word.names}


def _bash(words: dict[str, list[Word]]) -> str:
    cases, values = [], []
    for command, found in words.items():
        names = _unique(found)
        cases.append(f'      {command}) words="{" ".join(names)}" ;;')
        values += [
            f'      "{command} {name}") COMPREPLY=($(compgen -W "{" ".join(word.choices)}" -- "$cur")); return ;;'
            for name, word in names.items()
            if word.choices
        ]
    return f"""# bash completion for reader
_reader() {{
  local cur="${{COMP_WORDS[COMP_CWORD]}}" prev="${{COMP_WORDS[COMP_CWORD-1]}}" words=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="{" ".join(words)} --help --version"
  else
    case "${{COMP_WORDS[1]}} $prev" in
{chr(10).join(values)}
      *) ;;
    esac
    case "${{COMP_WORDS[1]}}" in
{chr(10).join(cases)}
      *) ;;
    esac
  fi
  local found  # a line each: names of files have spaces
  while IFS= read -r found; do COMPREPLY+=("$found"); done < <(compgen -W "$words" -- "$cur"; compgen -f -- "$cur")
}}
complete -o filenames -F _reader reader
"""


def _zsh(words: dict[str, list[Word]]) -> str:
    commands = "\n".join(f"    '{name}:{_about(COMMANDS[name])}'" for name in words)
    cases = []
    for command, found in words.items():
        lines = []
        for name, word in _unique(found).items():
            if name.startswith("-"):
                values = f":value:({' '.join(word.choices)})" if word.choices else ":value:_files"
                lines.append(f"      '{name}[{_about(word.about)}]{values if word.value else ''}' \\")
        fixed = " ".join(name for name in _unique(found) if not name.startswith("-"))
        rest = f"'1:what:({fixed})' '*:file:_files'" if fixed else "'*:file:_files'"
        cases.append("\n".join([f"    {command}) _arguments \\", *lines, f"      {rest} ;;"]))
    return f"""#compdef reader
_reader() {{
  local -a commands
  commands=(
{commands}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    _files
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
{chr(10).join(cases)}
    *) _files ;;
  esac
}}
_reader "$@"
"""


def _fish(words: dict[str, list[Word]]) -> str:
    lines = ["# fish completion for reader"]
    lines += [
        f"complete -c reader -n __fish_use_subcommand -a {name} -d '{_about(COMMANDS[name])}'"
        for name in words
    ]
    for command, found in words.items():
        seen = f"complete -c reader -n '__fish_seen_subcommand_from {command}'"
        for word in found:
            if not word.names[0].startswith("-"):
                lines.append(f"{seen} -a {word.names[0]} -d '{_about(word.about)}'")
                continue
            flags = [f"-l {n[2:]}" if n.startswith("--") else f"-s {n[1:]}" for n in word.names]
            takes = f" -r -f -a '{' '.join(word.choices)}'" if word.choices else " -r" * bool(word.value)
            lines.append(f"{seen} {' '.join(flags)} -d '{_about(word.about)}'{takes}")
    return "\n".join(lines) + "\n"
