"""Where things live: files shipped with the package and the user's own places (XDG base directories)."""

from __future__ import annotations

import os
import re
import unicodedata
from contextlib import suppress
from importlib import import_module
from pathlib import Path

#: The notes folder in a library; in it, the file that is locked by who writes, and that of what readers corrected.
NOTES_FOLDER = "notes"
NOTES_LOCK = ".lock"
CORRECTIONS_FILE = "corrections.yaml"
#: Beside the state of a library: says where the library is.
ROOT_FILE = "root"
_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The folder `name` ("themes", "articles") that comes with Reader, from a wheel or a checkout."""
    installed = _PACKAGE / "shipped" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def _xdg(variable: str, fallback: str) -> Path:
    value = os.environ.get(variable, "")
    # The specification says that relative values are to be ignored.
    base = Path(value) if value.startswith("/") else Path.home() / fallback
    return base / "reader"


def config_dir() -> Path:
    """The user's configuration and themes; may not exist yet."""
    return _xdg("XDG_CONFIG_HOME", ".config")


def config_file() -> Path:
    """The user's settings; may not exist."""
    return config_dir() / "config.yaml"


def cache_dir() -> Path:
    """What can be rebuilt: library indexes."""
    return _xdg("XDG_CACHE_HOME", ".cache")


def state_dir() -> Path:
    """What is the user's but not written by hand: read state, stars, positions, undo."""
    return _xdg("XDG_STATE_HOME", ".local/state")


def drafts_dir() -> Path:
    """Texts being typed for which there is no room beside the notes."""
    return state_dir() / "drafts"


def data_dir() -> Path:
    """Notes of libraries whose own folder cannot be written."""
    return _xdg("XDG_DATA_HOME", ".local/share")


def slug(text: str, limit: int = 60) -> str:
    """`text` as a safe file name part: `[A-Za-z0-9._-]`, at most `limit` characters, never empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9._-]+", "-", plain).strip("-.")[:limit].rstrip("-.") or "file"


def is_readable(path: str | Path) -> bool:
    """Whether a file may be read, a folder read and gone into."""
    return os.access(path, os.R_OK | (os.X_OK if os.path.isdir(path) else 0))


def article_place(article: str) -> tuple[str, int] | None:
    """The file that an article's name (`FILE#NUMBER`) names and the number in it, None where it is no such name."""
    file, _, number = article.rpartition("#")
    is_number = number.isascii() and number.isdecimal() and len(number) < 10
    return (file, int(number)) if file and is_number else None


def file_of(article: str) -> str:
    """The file in an article's id."""
    return article.rpartition("#")[0]


def library_of(path: Path) -> Path:
    """The library that `path` (absolute) is or belongs to: a folder itself, of a file the nearest folder above it
    that has notes, else the nearest that Reader was opened on (never the home folder or one above it), else its own."""
    if path.is_dir():
        return path
    noted = (folder for folder in path.parents if (folder / NOTES_FOLDER / NOTES_LOCK).exists())
    if found := next(noted, None):
        return found
    home = Path.home()
    opened = (folder for folder in path.parents if folder not in (home, *home.parents) and was_opened(folder))
    return next(opened, path.parent)


def was_opened(folder: Path) -> bool:
    """Whether Reader was ever opened on a folder."""
    key = library_key(folder)
    return (cache_dir() / key).exists() or (state_dir() / key).exists()


def from_home(path: Path) -> str:
    """A path as people write it: what is in their home folder begins with ~."""
    home = Path.home()
    return str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)


def library_key(root: Path) -> str:
    """The name under which a library's index and state are kept: slug and 8 hex digits of its real path."""
    real = os.path.realpath(root)
    return f"{slug(Path(real).name)}--{sha256(os.fsencode(real))[:8]}"


def sha256(data: bytes) -> str:
    """The SHA-256 of `data` in hex digits."""
    # hashlib loads OpenSSL, or five modules instead: the interpreter has this one by itself.
    for name in ("_sha2", "_sha256"):
        with suppress(ImportError):
            return str(import_module(name).sha256(data).hexdigest())
    return str(import_module("hashlib").sha256(data).hexdigest())
