"""Alt with Enter or a digit, on terminals that send Esc in front of the key (xterm, tmux, screen, the console).

Textual takes the digits for the signs of a Mac's Option key and alt+Enter for Enter. Only the extended keyboard
protocols tell them apart without help.
"""

from __future__ import annotations

from typing import NamedTuple

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS


class _Key(NamedTuple):
    value: str


def tell_alt_keys() -> None:
    """Have Textual read `Esc Enter` as alt+Enter and `Esc 5` as alt+5, when they come in one."""
    table: dict[str, object] = ANSI_SEQUENCES_KEYS  # type: ignore[assignment]
    table["\x1b\r"] = (_Key("alt+enter"),)
    table.update((f"\x1b{n}", (_Key(f"alt+{n}"),)) for n in range(10))
