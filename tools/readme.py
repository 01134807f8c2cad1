#!/usr/bin/env python3
"""Write the generated parts of README.md (keys, commands) from the code; `--check` only compares.

A part stands between `<!-- NAME -->` and `<!-- /NAME -->`.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from reader.__main__ import COMMANDS
from reader.ui.actions import GROUPS, TABLE, Action, in_series, key_label

README = Path(__file__).resolve().parent.parent / "README.md"


def _keys(action: Action) -> str:
    labels = (" ".join(map(key_label, key.split())).replace("|", "\\|") for key in action.keys)
    return " ".join(f"`{label}`" for label in labels)


def keys_table() -> str:
    """Every action with its keys, where it works and what it does, by group."""
    rows = []
    for group in GROUPS:
        rows += ["", f"**{group}**", "", "| key | where | what | id |", "|---|---|---|---|"]
        for action, *others in in_series(action for action in TABLE if action.group == group):
            where = "everywhere" if "app" in action.panes else ", ".join(action.panes)
            keys, ids = _keys(action), f"`{action.id}`"
            if others:
                keys, ids = f"{keys} … {_keys(others[-1])}", f"{ids} … `{others[-1].id}`"
            rows.append(f"| {keys} | {where} | {action.help} | {ids} |")
    return "\n".join(rows).strip()


def commands_table() -> str:
    """Every sub-command with its line of help."""
    rows = ["| command | what |", "|---|---|"]
    rows += [f"| `reader {name}` | {line} |" for name, line in COMMANDS.items()]
    return "\n".join(rows)


def render(text: str) -> str:
    """`text` with its generated parts made anew."""
    for name, part in (("keys", keys_table()), ("commands", commands_table())):
        pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.S)
        text = pattern.sub(lambda m, part=part: f"{m[1]}{part}\n{m[2]}", text)
    return text


def main() -> int:
    """Write README.md, or with --check say whether it is up to date (exit code 1 when not)."""
    old = README.read_text(encoding="utf-8")
    new = render(old)
    if "--check" in sys.argv[1:]:
        if new != old:
            print("README.md is out of date: run tools/readme.py", file=sys.stderr)
        return int(new != old)
    README.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
