"""Alt with Enter or a digit, on terminals that send Esc in front of the key (xterm, tmux, screen, the console).

Textual takes the digits for signs of a Mac's Option key, and alt+Enter for Enter. In the extended notation of the
kitty protocol it knows them.
"""

from __future__ import annotations

import re

from textual.constants import DISABLE_KITTY_KEY

_SENT = re.compile(r"\x1b([\r0-9])")


def spelt_out(typed: str) -> str:
    """What a terminal sent, with alt+Enter and alt+digit in the extended notation."""
    if "\x1b" not in typed or DISABLE_KITTY_KEY:
        return typed
    return _SENT.sub(lambda match: f"\x1b[{ord(match[1])};3u", typed)
