"""The tree of sub-commands: their names, and one line each."""

from __future__ import annotations

#: Sub-command → one line of help. The module reader.commands.NAME holds `configure(parser)` and `run(options)`.
COMMANDS = {
    "read": "open the app on files and folders (the default)",
    "parse": "split raw files into clean articles",
    "detect": "mark people and figures in a text, or in JSON lines of texts",
    "list": "list the articles of a library",
    "show": "print an article",
    "search": "find passages",
    "people": "everyone in a library, who is named with whom, the passages on one person",
    "compare": "articles on one story side by side, and what copies change",
    "figures": "the ledger of figures",
    "mark": "mark articles read, starred, tagged",
    "correct": "put headlines, dates, authors, sources right, and where articles begin",
    "notes": "list notes, resolved against today's text",
    "note": "add, edit, remove or restore a note",
    "anchor": "describe and resolve passages (JSON lines)",
    "export": "write notes, people and figures in other formats",
    "index": "build or refresh a library's index",
    "doctor": "check files, notes, settings and the terminal",
    "config": "show, check or document the settings",
    "paths": "where Reader keeps its files",
    "completions": "completion script for bash, zsh or fish",
    "man": "the manual page of all commands",
}


def overview() -> str:
    """The text of `reader --help`."""
    width = max(map(len, COMMANDS))
    rows = "\n".join(f"  {name:<{width}}  {help_line}" for name, help_line in COMMANDS.items())
    return (
        "usage: reader [PATH ...]          open the app on files or folders\n"
        "       reader COMMAND [...]       the same power in a pipe\n\n"
        f"commands:\n{rows}\n\n"
        "  --version, -V   print the version     --help, -h   this text; `reader COMMAND --help` for one command\n"
    )
