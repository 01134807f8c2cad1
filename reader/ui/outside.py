"""Other programs: the user's editor, the browser, a pipe. The app is suspended by the caller where needed."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path

from reader.settings import Settings

_PIPE_SECONDS = 60
_BROWSER_SECONDS = 2.0  # a browser that cannot be opened says so before; one that runs on is open


class OutsideError(RuntimeError):
    """Another program could not do its part; says what to do."""


def editor_command(settings: Settings) -> list[str]:
    """The editor: the setting, $VISUAL, $EDITOR, or what there is. Raises: OutsideError."""
    wanted = (settings.editor or os.environ.get("VISUAL") or os.environ.get("EDITOR") or "").strip()
    if wanted:
        return _words(wanted, "editor")
    for name in ("sensible-editor", "nano", "vim", "vi"):
        if shutil.which(name):
            return [name]
    raise OutsideError("No editor found: set `editor:` in the settings, or $EDITOR.")


def _words(command: str, of: str) -> list[str]:
    """The words of a command that the user gave. Raises: OutsideError."""
    try:
        return shlex.split(command)
    except ValueError:
        raise OutsideError(f"the {of} command {command!r} cannot be read; check its quotes") from None


def _run_editor(arguments: list[str], settings: Settings) -> None:
    import subprocess

    command = editor_command(settings)
    try:
        code = subprocess.call([*command, *arguments])
    except OSError as error:
        raise OutsideError(
            f"{command[0]}: {error.strerror or error}; set `editor:` in the settings"
        ) from None
    if code:
        raise OutsideError(f"{command[0]} ended with code {code}; nothing was taken over")


def edit_text(text: str, settings: Settings) -> str:
    """Let the user edit `text` in a temporary file, whose last line ends as lines do; returns what is in it then,
    without that end. Raises: OutsideError."""
    import tempfile

    try:
        with tempfile.TemporaryDirectory(prefix="reader-") as folder:
            path = Path(folder) / "note.md"
            path.write_text(f"{text}\n" if text else "", "utf-8")
            _run_editor([str(path)], settings)
            return path.read_bytes().decode("utf-8", "replace").removesuffix("\n")
    except OSError as error:
        raise OutsideError(f"{error.strerror or error}") from None


def edit_file(path: Path, line: int, settings: Settings) -> None:
    """Open a file in the editor, at a line where the editor understands `+N`. Raises: OutsideError."""
    name = Path(editor_command(settings)[0]).name
    plus = [f"+{line}"] if line > 1 and name in ("vi", "vim", "nvim", "nano", "emacs", "kak", "micro") else []
    _run_editor([*plus, str(path)], settings)


def browse(url: str, settings: Settings) -> None:
    """Open a web address; waits a moment for what comes of it. `%s` in the command stands for the address.

    Raises: OutsideError for anything but http(s), without a browser, or when it fails at once (nothing to show it on).
    """
    if not url.lower().startswith(("http://", "https://")) or any(c.isspace() for c in url):
        raise OutsideError("There is no web address in this article.")
    import subprocess

    default = "open" if sys.platform == "darwin" else "xdg-open"
    wanted = (settings.browser or os.environ.get("BROWSER", "")).strip()
    command = _words(wanted or default, "browser")
    given = [word.replace("%s", url) for word in command]
    try:
        opened = subprocess.Popen(
            given if given != command else [*command, url],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        raise OutsideError(f"{command[0]} cannot be started; set `browser:` in the settings") from None
    try:
        code = opened.wait(_BROWSER_SECONDS)
    except subprocess.TimeoutExpired:
        return
    if code:
        raise OutsideError(
            f"{command[0]} ended with code {code}; is there a browser? `browser:` in the settings"
        )


def pipe(text: str, command: str) -> str:
    """What `command` (run by the shell) prints when given `text`. Raises: OutsideError."""
    import subprocess

    try:
        done = subprocess.run(
            command,
            shell=True,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_PIPE_SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise OutsideError(f"{command}: stopped after {_PIPE_SECONDS} seconds") from None
    except OSError as error:
        raise OutsideError(f"{command}: {error.strerror or error}") from None
    output = done.stdout.decode("utf-8", "replace").strip()
    if done.returncode:
        raise OutsideError(f"{command}: ended with code {done.returncode}: {output[:200]}")
    return output
