"""The clipboard: OSC 52 through the terminal, and the desktop's own command where there is one.

OSC 52 gives no answer, so what is told to the user is what is known: which command took the text, or that
the terminal was asked.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable


def clipboard_command() -> list[str] | None:
    """The desktop's copying command, or None: pbcopy on macOS, wl-copy under Wayland, xclip or xsel under X."""
    if sys.platform == "darwin" and shutil.which("pbcopy"):
        return ["pbcopy"]
    if os.environ.get("WAYLAND_DISPLAY") and shutil.which("wl-copy"):
        return ["wl-copy"]
    if os.environ.get("DISPLAY"):
        if shutil.which("xclip"):
            return ["xclip", "-selection", "clipboard"]
        if shutil.which("xsel"):
            return ["xsel", "--clipboard", "--input"]
    return None


def copy_text(text: str, through_terminal: Callable[[str], None]) -> str:
    """Copy `text`; returns how, in words for the user. `through_terminal` sends OSC 52.

    Runs the command at most two seconds; call it from a worker thread for long texts.
    """
    through_terminal(text)
    command = clipboard_command()
    if command is None:
        return "copied through the terminal (OSC 52)"
    try:
        subprocess.run(
            command,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=2,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        return f"copied through the terminal (OSC 52); {command[0]} failed: {type(error).__name__}"
    return f"copied with {command[0]} and through the terminal"
