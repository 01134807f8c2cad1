"""Themes: one YAML file each, shipped in `themes/` or the user's own beside the configuration.

A file holds the fields of a Textual theme by their own names, and `variables:` with ours: `person`, `figure`,
`note`, `hit`, `sentence`, `dim`, `category-1` … `category-5`. A file that is wrong is named with its line and
not used; nothing in it can stop the app.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from textual.color import Color, ColorParseError
from textual.theme import Theme

from reader import paths
from reader.durable import replacing
from reader.model import Problem
from reader.ui.chosen import read_chosen, write_chosen
from reader.yamlio import Node, YamlError, read_yaml

DEFAULT = "dusk"
_CHOICE = "theme"  # a file beside the state of libraries
_COLORS = (
    "primary", "secondary", "warning", "error", "success", "accent", "foreground", "background", "surface",
    "panel", "boost",
)  # fmt: skip
_FLAGS = ("dark", "ansi")
_NUMBERS = ("luminosity_spread", "text_alpha")
_STYLE_WORDS = frozenset("none bold italic underline underline2 reverse dim strike not".split())
#: What our style sheets use beside Textual's own variables, for themes that leave some out.
VARIABLES = {
    "person": "#f0c98b", "figure": "#8fc9c4", "note": "#e4b774", "hit": "#e9cf7a", "sentence": "#2b303b",
    "dim": "#9b9da6", "category-1": "#e5c76b", "category-2": "#ea928b", "category-3": "#8fb6dc",
    "category-4": "#d3a1d6", "category-5": "#98c58f",
}  # fmt: skip
_LIGHT = {
    "person": "#7d3c06", "figure": "#0f5c63", "note": "#8a4b08", "hit": "#7a5200", "sentence": "#eae5d6",
    "dim": "#625e55", "category-1": "#755700", "category-2": "#a32a2a", "category-3": "#1f5a8c",
    "category-4": "#86307f", "category-5": "#2f6b34",
}  # fmt: skip
#: Textual's own style sheets need these of a theme on the terminal's colours.
_ANSI = {
    "person": "ansi_yellow", "figure": "ansi_cyan", "note": "ansi_magenta", "hit": "ansi_yellow",
    "sentence": "ansi_default", "dim": "ansi_default", "category-1": "ansi_yellow", "category-2": "ansi_red",
    "category-3": "ansi_blue", "category-4": "ansi_magenta", "category-5": "ansi_green",
    "ansi-background": "ansi_default", "ansi-foreground": "ansi_default",
}  # fmt: skip
# Of the theme that is kept: another number when other fields are made of the same file.
_FORM = 2


class _Refused(ValueError):
    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def _color(key: str, node: Node) -> str:
    text = node.value
    if not isinstance(text, str) or node.null:
        raise _Refused(node.line, f"{key}: expected a colour")
    try:
        Color.parse(text)
    except ColorParseError:
        raise _Refused(
            node.line, f"{key}: {text!r} is not a colour; write it like #8fb6dc, red or ansi_blue"
        ) from None
    return text


def _variable(key: str, node: Node) -> str:
    text = node.value
    if key.endswith("-style") and isinstance(text, str):
        if not set(text.split()) <= _STYLE_WORDS:
            raise _Refused(
                node.line, f"{key}: {text!r} is not a text style; use words like bold or underline"
            )
        return text
    if isinstance(text, str) and text.endswith("%") and text[:-1].isdigit():
        return text
    return _color(key, node)


def _number(key: str, node: Node) -> float:
    try:
        value = float(str(node.value))
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise _Refused(node.line, f"{key}: expected a number from 0 to 1")
    return value


def _flag(key: str, node: Node) -> bool:
    if node.value not in ("true", "false"):
        raise _Refused(node.line, f"{key}: expected true or false")
    return node.value == "true"


def _fields(root: Node | None, name: str) -> dict[str, Any]:
    """The fields of a theme file named `name`, checked. Raises: _Refused."""
    if root is None or not isinstance(root.value, dict):
        raise _Refused(1, "expected `field: colour` lines")
    made: dict[str, Any] = {"variables": {}}
    for key, node in root.value.items():
        if key in _COLORS:
            made[key] = _color(key, node)
        elif key in _FLAGS:
            made[key] = _flag(key, node)
        elif key in _NUMBERS:
            made[key] = _number(key, node)
        elif key == "variables" and isinstance(node.value, dict):
            made["variables"] = {name: _variable(name, item) for name, item in node.value.items()}
        elif key != "name":
            raise _Refused(
                node.line, f"unknown field {key!r}; known: {', '.join((*_COLORS, *_FLAGS, *_NUMBERS))}"
            )
    if "primary" not in made:
        raise _Refused(root.line, "the field `primary` is missing")
    primary = Color.parse(made["primary"])
    made["variables"] = {
        # Textual's is half the primary colour, on which names and figures are hard to read.
        **({} if primary.ansi is not None else {"screen-selection-background": primary.with_alpha(0.3).hex}),
        **({} if made.get("dark", True) else _LIGHT),
        **(_ANSI if made.get("ansi") else {}),
        **made["variables"],
    }
    return {**made, "name": name}


def read_theme(path: Path) -> Theme | Problem:
    """The theme in the file `path`, named after the file, or what is wrong with it."""
    try:
        return Theme(**_fields(read_yaml(path), path.stem))
    except _Refused as refused:
        return Problem(str(path), refused.line, str(refused))
    except YamlError as error:
        return error.problem
    except OSError as error:
        return Problem(str(path), 0, error.strerror or str(error))


def theme_files() -> dict[str, Path]:
    """Every theme by name; a file of the user's goes before a shipped one of the same name."""
    return {path.stem: path for path in _candidates()}


def _candidates() -> Iterator[Path]:
    for folder in (paths.shipped("themes"), paths.config_dir() / "themes"):
        try:
            yield from sorted(folder.glob("*.yaml"))
        except OSError:
            continue


def starting_theme(name: str) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme to start with, and what went wrong on the way; the default, or a built-in look, is the way out.

    What was read last is kept in the cache folder, so that a start needs no YAML.
    """
    problems: list[Problem] = []
    for wanted in dict.fromkeys((name, DEFAULT)):
        path = _find(wanted)
        if path is None:
            problems.append(
                Problem(f"theme {wanted!r}", 0, f"no such theme; known: {', '.join(theme_files())}")
            )
            continue
        kept = _kept(path)
        if kept is not None:
            return kept, tuple(problems)
        theme = read_theme(path)
        if isinstance(theme, Theme):
            _keep(path, theme)
            return theme, tuple(problems)
        problems.append(Problem(theme.file, theme.line, f"{theme.message}; the default theme is used"))
    return Theme(name=DEFAULT, primary="#8fb6dc", background="#1b1d23", surface="#21242b"), tuple(problems)


def remembered(wanted: str, settings: Path) -> str:
    """The theme chosen last: in the app, or by `theme:` (`wanted`) in the file `settings` when that is newer."""
    name = read_chosen(_CHOICE, settings)
    return name if name and _find(name) else wanted


def remember(name: str) -> None:
    """Start with this theme from now on. Raises: OSError."""
    write_chosen(_CHOICE, name)


def _find(name: str) -> Path | None:
    if Path(name).name != name:
        return None
    for folder in (paths.config_dir() / "themes", paths.shipped("themes")):
        path = folder / f"{name}.yaml"
        if path.is_file():
            return path
    return None


def _stamp(path: Path) -> list[Any]:
    info = path.stat()
    return [_FORM, str(path), info.st_mtime_ns, info.st_size]


def _kept(path: Path) -> Theme | None:
    try:
        kept = json.loads((paths.cache_dir() / "theme.json").read_text("utf-8"))
        return Theme(**kept["fields"]) if kept["stamp"] == _stamp(path) else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _keep(path: Path, theme: Theme) -> None:
    fields = {key: getattr(theme, key) for key in ("name", *_COLORS, *_FLAGS, *_NUMBERS, "variables")}
    data = json.dumps({"stamp": _stamp(path), "fields": fields})
    try:
        paths.cache_dir().mkdir(parents=True, exist_ok=True)
        with replacing(paths.cache_dir() / "theme.json") as file:
            file.write(data.encode())
    except OSError:
        return  # a cache only
