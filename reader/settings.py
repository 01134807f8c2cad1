"""The user's `config.yaml` as one frozen record. A mistake names file:line and leaves the default in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from reader.model import Problem, Watch
from reader.orders import ARTICLE_ORDERS
from reader.paths import config_file
from reader.text import nearest
from reader.yamlio import Node, YamlError, read_yaml


class _Wrong(ValueError):
    """What is wrong with a value, in words."""


def _about(text: str, **more: Any) -> dict[str, Any]:
    return {"about": text, **more}


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a user can set. Each field's `about` is its documentation, printed by `reader config --schema`."""

    theme: str = field(
        default="dusk", metadata=_about("name of a theme, shipped or in themes/ beside this file")
    )
    width: int = field(default=72, metadata=_about("columns of the text", low=20, high=400))
    keys: dict[str, str] = field(default_factory=dict, metadata=_about("action id: key, key …"))
    categories: tuple[str, ...] = field(
        default=("important", "question", "quote", "check", "idea"),
        metadata=_about("the five note categories, in the order of the keys 1-5", count=5),
    )
    category_colors: tuple[str, ...] = field(
        default=("yellow", "red", "blue", "magenta", "green"),
        metadata=_about("their colours, in the same order", count=5),
    )
    notes: str = field(default="", metadata=_about("notes folder; empty: notes/ inside the library"))
    editor: str = field(default="", metadata=_about("editor command; empty: $VISUAL, then $EDITOR"))
    browser: str = field(
        default="", metadata=_about("browser command, %s for the address; empty: the system's")
    )
    sort: str = field(default="newest", metadata=_about("order of the list", choices=ARTICLE_ORDERS))
    group: str = field(
        default="none", metadata=_about("grouping of the list", choices=("none", "day", "source", "folder"))
    )
    fold_duplicates: bool = field(default=True, metadata=_about("fold near-duplicates in the list"))
    duplicate_threshold: float = field(
        default=0.7, metadata=_about("share of text in common that makes a near-duplicate", low=0.3, high=1.0)
    )
    mark_read_after: float = field(
        default=2.0,
        metadata=_about("seconds on the screen after which an article counts as read", low=0, high=3600),
    )
    watch: tuple[Watch, ...] = field(
        default=(), metadata=_about("queries to follow, or name: query; new matches are marked in the list")
    )
    confidence: float = field(
        default=0.5,
        metadata=_about("people below this confidence are drawn faint and skipped by p", low=0, high=1),
    )
    backend: str = field(default="builtin", metadata=_about("finder of people", choices=("builtin", "spacy")))
    spacy_model: str = field(default="en_core_web_sm", metadata=_about("model of the spacy backend"))
    also_read: tuple[str, ...] = field(
        default=(), metadata=_about("endings of other files that are to be read as text: [.html, .json]")
    )
    max_file_mb: int = field(
        default=256, metadata=_about("larger files are named and skipped", low=1, high=4096)
    )


def _text(node: Node) -> str:
    if not isinstance(node.value, str):
        raise _Wrong("expected text")
    return "" if node.null else node.value


def _flag(node: Node) -> bool:
    word = _text(node).lower()
    if word in ("true", "yes", "on"):
        return True
    if word in ("false", "no", "off"):
        return False
    raise _Wrong(f"expected true or false, not {word!r}")


def _number(cast: Callable[[str], Any], name: str) -> Callable[[Node], Any]:
    def convert(node: Node) -> Any:
        try:
            return cast(_text(node))
        except ValueError:
            raise _Wrong(f"expected {name}, not {_text(node)!r}") from None

    return convert


def _texts(node: Node) -> tuple[str, ...]:
    if not isinstance(node.value, list):
        raise _Wrong("expected a list")
    return tuple(_text(item) for item in node.value)


def _watches(node: Node) -> tuple[Watch, ...]:
    """Queries and `name: query` lines, in a list or as lines alone."""
    items = node.value if isinstance(node.value, list) else [node]
    found: list[Watch] = []
    for item in items:
        if isinstance(item.value, dict):
            found += [Watch(query, " ".join(name.split())) for name, query in _mapping(item).items()]
        elif item is node and not item.null:
            raise _Wrong("expected a list")
        elif query := _text(item):
            found.append(Watch(query))
    return tuple(found)


def _mapping(node: Node) -> dict[str, str]:
    if node.null:
        return {}
    if not isinstance(node.value, dict):
        raise _Wrong("expected `name: value` lines")
    return {
        key: ", ".join(_texts(item)) if isinstance(item.value, list) else _text(item)
        for key, item in node.value.items()
    }


_CONVERT: dict[str, Callable[[Node], Any]] = {
    "str": _text,
    "bool": _flag,
    "int": _number(int, "a whole number"),
    "float": _number(float, "a number"),
    "tuple[str, ...]": _texts,
    "dict[str, str]": _mapping,
    "tuple[Watch, ...]": _watches,
}


def _check(value: Any, rules: Mapping[str, Any]) -> None:
    if "choices" in rules and value not in rules["choices"]:
        raise _Wrong(f"expected one of {', '.join(rules['choices'])}, not {value!r}")
    if "low" in rules and not rules["low"] <= value <= rules["high"]:
        raise _Wrong(f"expected {rules['low']} to {rules['high']}, not {value}")
    if "count" in rules and len(value) != rules["count"]:
        raise _Wrong(f"expected {rules['count']} entries, found {len(value)}")


def may_be(name: str, value: Any) -> bool:
    """Whether a setting can have this value, of the type of its default."""
    item = next(item for item in fields(Settings) if item.name == name)
    if type(value) is not type(item.default):
        return False
    try:
        _check(value, item.metadata)
    except _Wrong:
        return False
    return True


def load_settings(path: Path | None = None) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings in `path` (default: `config_file()`) and what is wrong with it; never raises.

    A missing default file is fine; an unknown key or a wrong value is a problem, and its default is used.
    """
    file = path or config_file()
    try:
        root = read_yaml(file)
        if root is None:
            return Settings(), ()
        if not isinstance(root.value, dict):
            raise YamlError(Problem(str(file), root.line, "expected `setting: value` lines"))
        return _settings_of(root.value, str(file))
    except FileNotFoundError:
        if path is None:
            return Settings(), ()
        problem = Problem(str(file), 0, "no such file")
    except YamlError as error:
        problem = error.problem
    except OSError as error:
        problem = Problem(str(file), 0, error.strerror or str(error))
    return Settings(), (replace(problem, message=f"{problem.message}; the defaults are used"),)


def line_of(file: str, setting: str, entry: str = "") -> int:
    """The line of a setting in `file`, or of one `entry` of it (a key, or an item of a list); 0 when it is not
    there, or is the default."""
    try:
        root = read_yaml(Path(file))
        node = root.value[setting] if root is not None and isinstance(root.value, dict) else None
    except (OSError, YamlError, KeyError):
        return 0
    if node is None:
        return 0
    if isinstance(node.value, dict):
        return node.value[entry].line if entry in node.value else node.line
    items = node.value if isinstance(node.value, list) else []
    return next((item.line for item in items if entry in _values(item)), node.line)


def _values(item: Node) -> list[object]:
    """What an item of a list holds: its text, or those behind its names."""
    return [inner.value for inner in item.value.values()] if isinstance(item.value, dict) else [item.value]


def _settings_of(values: dict[str, Node], file: str) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings that `values` make, and what is wrong with them in `file`."""
    known = {item.name: item for item in fields(Settings)}
    changes: dict[str, Any] = {}
    problems = []
    for key, node in values.items():
        if key not in known:
            close = nearest(key, known)
            hint = f"did you mean {close!r}?" if close else "`reader config --schema` lists them all."
            problems.append(Problem(file, node.line, f"unknown setting {key!r}; {hint} It is ignored"))
            continue
        try:
            value = _CONVERT[str(known[key].type)](node)
            _check(value, known[key].metadata)
        except _Wrong as wrong:
            problems.append(Problem(file, node.line, f"{key}: {wrong}; the default is used"))
        else:
            changes[key] = value
    return Settings(**changes), tuple(problems)


def schema() -> str:
    """A commented `config.yaml` with every setting at its default, ready to be edited."""
    lines = ["# Reader's settings. Every line is optional; remove the # to change one.", ""]
    for item in fields(Settings):
        rules = item.metadata
        lines.append(
            f"# {rules['about']}" + (f" ({', '.join(rules['choices'])})" if "choices" in rules else "")
        )
        default = getattr(Settings(), item.name)
        if isinstance(default, tuple):
            shown = "[" + ", ".join(default) + "]"
        elif isinstance(default, bool):
            shown = str(default).lower()
        elif isinstance(default, dict):
            shown = "{}"
        else:
            shown = str(default) or '""'
        lines += [f"#{item.name}: {shown}", ""]
    return "\n".join(lines)
