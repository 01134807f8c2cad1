"""YAML read strictly with line numbers, and files written atomically.

Every scalar is read as text; the schema of each file converts it. So `no`, `1_000`, `12:34:56` or a
date that does not exist cannot surprise anyone.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.model import Problem

MAX_DEPTH = 12


class YamlError(ValueError):
    """A YAML text that is refused; carries the `Problem` to show."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(slots=True)
class Node:
    """A YAML node: `value` is text, a list of nodes, or a dict of nodes by key. Lines count from 1.

    `end_line` is the first line after the node. `null` marks an empty or null scalar.
    """

    value: str | list[Node] | dict[str, Node]
    line: int
    end_line: int
    null: bool = False

    def plain(self) -> Any:
        """The node as str, list, dict or None, without line numbers."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return None if self.null else self.value


def parse_yaml(text: str, name: str) -> Node | None:
    """The one document of `text`, or None when it is empty. `name` stands in messages.

    Reads parser events, so nothing is constructed: anchors, aliases, tags, merge keys, further documents,
    duplicate keys, keys that are no text and nesting deeper than 12 are refused.
    Raises: YamlError.
    """
    import yaml

    def refuse(mark: Any, message: str) -> YamlError:
        return YamlError(Problem(name, mark.line + 1 if mark else 0, message))

    # libyaml recurses on nested flow collections; cap them before it sees them.
    _check_flow_depth(text, name)
    root: Node | None = None
    stack: list[tuple[Node, str | None]] = []  # collection, key that waits for its value
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse(text, Loader=loader):
            mark = event.start_mark
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise refuse(mark, "anchors and aliases (& and *) are not allowed here; quote the text")
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                raise refuse(mark, "a second document starts here (---); keep one")
            if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                node, _ = stack.pop()
                node.end_line = _end_line(event.end_mark)
                continue
            if not isinstance(event, (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                continue
            if event.tag is not None and event.tag != "!":
                raise refuse(mark, "tags (!) are not allowed here; quote the text")
            parent, key = stack[-1] if stack else (None, None)
            if parent is not None and isinstance(parent.value, dict) and key is None:
                if not isinstance(event, yaml.ScalarEvent):
                    raise refuse(mark, "a key must be plain text")
                if event.value == "<<":
                    raise refuse(mark, "merge keys (<<) are not allowed here")
                if event.value in parent.value:
                    raise refuse(mark, f"the key {event.value!r} stands twice; remove one")
                stack[-1] = (parent, event.value)
                continue
            node = _node(event, yaml)
            if parent is None:
                root = node
            elif isinstance(parent.value, list):
                parent.value.append(node)
            elif isinstance(parent.value, dict) and key is not None:
                parent.value[key] = node
                stack[-1] = (parent, None)
            if not isinstance(node.value, str):
                if len(stack) >= MAX_DEPTH:
                    raise refuse(mark, f"nested deeper than {MAX_DEPTH} levels")
                stack.append((node, None))
    except YamlError:
        raise
    except yaml.MarkedYAMLError as error:
        reason = " ".join(str(error.problem or error.context or "not YAML").split())
        raise refuse(error.problem_mark or error.context_mark, reason) from None
    except Exception as error:  # readers of hostile bytes raise more than YAMLError
        raise YamlError(
            Problem(name, 0, f"not readable as YAML ({' '.join(str(error).split())[:120]})")
        ) from None
    if root is not None and root.null:
        return None
    return root


def _end_line(mark: Any) -> int:
    return int(mark.line + (1 if mark.column else 0))


def _node(event: Any, yaml: Any) -> Node:
    line, end = event.start_mark.line + 1, event.end_mark.line + 1
    if isinstance(event, yaml.ScalarEvent):
        null = event.style is None and event.value in ("", "~", "null", "Null", "NULL")
        return Node(event.value, line, end, null)
    return Node({} if isinstance(event, yaml.MappingStartEvent) else [], line, end)


def _check_flow_depth(text: str, name: str) -> None:
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return
    # Only an unbroken run can be deep enough to hurt the C parser: text in quotes is short of closing marks.
    depth = worst = at = 0
    for index, char in enumerate(text):
        if char in "[{":
            depth += 1
            if depth > worst:
                worst, at = depth, index
        elif char in "]}" and depth:
            depth -= 1
    if worst > 1000:
        raise YamlError(Problem(name, text.count("\n", 0, at) + 1, f"nested deeper than {MAX_DEPTH} levels"))


def read_yaml(path: Path, limit: int = 1 << 20) -> Node | None:
    """The document in the file `path` (UTF-8, at most `limit` bytes), None when empty.

    Raises: YamlError for a bad text; OSError when the file cannot be read.
    """
    name = str(path)
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise YamlError(Problem(name, 0, f"larger than {limit // 1024} KB; split it"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise YamlError(Problem(name, line, "not UTF-8 text; save it as UTF-8")) from None
    return parse_yaml(text, name)


@contextlib.contextmanager
def replacing(path: Path, mode: int = 0o644) -> Iterator[Any]:
    """Write a file whole or not at all: yields a binary file that replaces `path` when the block ends well.

    The data and the folder are synced before it returns. Raises: OSError; the old file is then untouched.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{target.name}.{os.getpid()}.{secrets.token_hex(4)}.tmp")
    fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, mode)
    try:
        with os.fdopen(fd, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` durable. Raises: OSError."""
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
