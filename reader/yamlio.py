"""YAML read strictly, with line numbers.

Every scalar is read as text; the schema of each file converts it. So `no`, `1_000`, `12:34:56` or a
date that does not exist cannot surprise anyone.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.model import Problem

MAX_DEPTH = 12
#: So many values are read whatever they are; beyond that only as long as they are this many characters on average,
#: and up to a number that still can be read in under a second.
MANY_VALUES = 100_000
LEAST_LENGTH = 12
MOST_VALUES = 200_000
_LARGEST = 1 << 20  # bytes of a settings or theme file
_TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels"

# What the library says, and what that means to somebody who writes by hand. `{line}` is where it began.
_WORDS = (
    ("nesting depth", _TOO_DEEP),
    ("mapping values are not allowed", "a colon where none is expected; put text with a colon in quotes"),
    ("expected ',' or ']'", "the [ of line {line} is not closed, or a comma is missing"),
    ("expected ',' or '}'", "the {{ of line {line} is not closed, or a comma is missing"),
    ("unexpected end of stream", "the quote that opens here is not closed"),
    ("find expected key", "expected `key: value`; check the indentation and the quotes"),
    ("expected <block end>", "expected `key: value`; check the indentation and the quotes"),
    ("expected ':'", "a key without its colon; write `key: value`, or put the text in quotes"),
    ("expected '-'", "expected a dash (- ); check the indentation"),
    ("entries are not allowed", "a dash (- ) where none is expected; check the indentation"),
    ("node content", "a value is missing here"),
    (
        "cannot start any token",
        "a tab, or text that starts with @, ` or %; use spaces, put such text in quotes",
    ),
    ("tab character", "indented with a tab; use spaces"),
    ("unknown escape character", "a backslash in double quotes; write it twice, or use single quotes"),
    ("alphabetic or numeric character", "text that starts with & or *; put it in quotes"),
    ("mapping keys are not allowed", "text that starts with a question mark; put it in quotes"),
    ("directive", "a line that starts with %; put such text in quotes"),
    ("tag", "text that starts with an exclamation mark; put it in quotes"),
    ("comment or line break", "text behind | or >; put it on the next line and indent it"),
    ("indentation indicators", "text behind | or >; put it on the next line and indent it"),
    ("document start>", "something stands behind the end of a value; put the whole text in quotes"),
)
# What YAML does not allow in a file.
_UNPRINTABLE = "[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|(?<!^)\ufeff"


class YamlError(ValueError):
    """A YAML text that is refused; carries the `Problem` to show."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(slots=True)
class Node:
    """A YAML node and where it stands: `value` is text, a list of nodes, or a dict of nodes by key.

    Lines count from 1, columns from 0. `lines[line - 1 : end_line]` are the lines of its content, without
    the blank and comment lines after it; `end_column` is where a scalar or a flow collection ends on its
    last line. `key_line` is the line of its key in a mapping. `style` is the quote or block indicator of a
    scalar, "{" or "[" for a flow collection. `null` marks an empty or null scalar.
    """

    value: str | list[Node] | dict[str, Node]
    line: int
    end_line: int
    null: bool = False
    column: int = 0
    end_column: int = 0
    key_line: int = 0
    style: str = ""

    def plain(self) -> Any:
        """The node as str, list, dict or None, without places."""
        value = self.value
        if isinstance(value, dict):
            return {key: node.plain() for key, node in value.items()}
        if isinstance(value, list):
            return [node.plain() for node in value]
        return None if self.null else value


def parse_yaml(text: str, name: str) -> Node | None:
    """The one document of `text`, or None when it is empty. `name` stands in messages.

    Reads parser events, so nothing is constructed and nothing recurses: anchors, aliases, tags, merge keys,
    further documents, duplicate keys, keys that are no text and nesting deeper than 12 are refused.
    Raises: YamlError.
    """
    import yaml

    loader: Any = None
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        root = _read_events(loader, yaml, name)
    except YamlError:
        raise
    except yaml.MarkedYAMLError as error:
        raise YamlError(_in_words(error, name)) from None
    except Exception as error:  # readers of hostile bytes raise more than YAMLError
        found = re.search(_UNPRINTABLE, text)  # compiled when first needed, not at every start
        if found is not None:
            line = text.count("\n", 0, found.start()) + 1
            code = f"U+{ord(found[0]):04X}"
            raise YamlError(Problem(name, line, f"a control character ({code}); remove it")) from None
        reason = " ".join(str(error).split())[:120]
        raise YamlError(Problem(name, 0, f"not readable as YAML ({reason})")) from None
    finally:
        if loader is not None:
            loader.dispose()
    return None if root is None or root.null else root


def _in_words(error: Any, name: str) -> Problem:
    """An error of the YAML library as we would say it, at the line where it can be mended."""
    reason = " ".join(str(error.problem or error.context or "not YAML").split())
    mark, began = error.problem_mark or error.context_mark, error.context_mark
    if "unexpected end of stream" in reason and began:
        mark = began
    line = mark.line + 1 if mark else 0
    for theirs, ours in _WORDS:
        if theirs in reason:
            return Problem(name, line, ours.format(line=began.line + 1 if began else line))
    return Problem(name, line, f"not readable as YAML ({reason})")


def _read_events(loader: Any, yaml: Any, name: str) -> Node | None:
    scalar, sequence, mapping = yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent
    root: Node | None = None
    around: list[Node] = []  # the open collections outside `node`
    node: Node | None = None  # the innermost open collection
    key, key_line = "", -1  # the key that waits for its value
    count = 0
    next_event = loader.get_event
    while True:
        event = next_event()
        kind = type(event)
        if kind is scalar or kind is sequence or kind is mapping:
            mark = event.start_mark
            count += 1
            if count > MANY_VALUES or event.anchor is not None or event.tag is not None:
                _check_value(event, count, name)
            if key_line < 0 and node is not None and type(node.value) is dict:
                _check_key(event, kind is scalar, node.value, name)
                key, key_line = event.value, mark.line
                continue
            made = _scalar(event, mark) if kind is scalar else _collection(event, mark, kind is mapping)
            if node is None:
                root = made
            elif type(node.value) is list:
                node.value.append(made)
                _extend(node, made)
            elif type(node.value) is dict:
                made.key_line = key_line + 1
                node.value[key] = made
                _extend(node, made)
            key_line = -1
            if kind is not scalar:
                if len(around) >= MAX_DEPTH:
                    raise _refused(mark, _TOO_DEEP, name)
                if node is not None:
                    around.append(node)
                node = made
        elif (kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent) and node is not None:
            if node.style:
                node.end_line, node.end_column = event.end_mark.line + 1, event.end_mark.column
            closed, node = node, around.pop() if around else None
            if node is not None:
                _extend(node, closed)
        elif kind is yaml.AliasEvent:
            raise _refused(event.start_mark, "aliases (*) are not allowed here; quote the text", name)
        elif kind is yaml.DocumentStartEvent and root is not None:
            raise _refused(event.start_mark, "a second document starts here (---); keep one", name)
        elif kind is yaml.StreamEndEvent:
            return root


def _check_value(event: Any, count: int, name: str) -> None:
    """Refuse what a value may not have, and the `count`-th where so many are too many."""
    mark = event.start_mark
    if count > MANY_VALUES and count * LEAST_LENGTH > mark.index:
        raise _refused(mark, f"more than {MANY_VALUES} tiny values; nobody wrote this", name)
    if count > MOST_VALUES:
        raise _refused(mark, f"more than {MOST_VALUES} values; split the file", name)
    if event.anchor is not None:
        raise _refused(mark, "anchors (&) are not allowed here; quote the text", name)
    if event.tag is not None and event.tag != "!":
        raise _refused(mark, "tags (!) are not allowed here; quote the text", name)


def _check_key(event: Any, is_scalar: bool, known: Container[str], name: str) -> None:
    mark = event.start_mark
    if not is_scalar:
        raise _refused(mark, "a key must be plain text", name)
    if event.value == "<<" and not event.style:
        raise _refused(mark, "merge keys (<<) are not allowed here", name)
    if event.value in known:
        raise _refused(mark, f"the key {event.value[:80]!r} stands twice; remove one", name)


def _refused(mark: Any, message: str, name: str) -> YamlError:
    return YamlError(Problem(name, mark.line + 1 if mark else 0, message))


def _extend(node: Node, child: Node) -> None:
    if child.end_line > node.end_line:
        node.end_line = child.end_line


def _collection(event: Any, mark: Any, is_mapping: bool) -> Node:
    style = ("{" if is_mapping else "[") if event.flow_style else ""
    value: dict[str, Node] | list[Node] = {} if is_mapping else []
    return Node(value, mark.line + 1, mark.line + 1, False, mark.column, mark.column, 0, style)


def _scalar(event: Any, mark: Any) -> Node:
    end, style = event.end_mark, event.style or ""
    null = not style and event.value in ("", "~", "null", "Null", "NULL")
    last = end.line + 1
    if style in ("|", ">"):
        # A block scalar ends where the next token starts, and has swallowed the blank lines before it.
        last = end.line + (1 if end.column else 0)
        last -= 0 if event.value.endswith("\n\n") else _blank_lines(event, mark.line, last)
    return Node(event.value, mark.line + 1, last, null, mark.column, end.column, 0, style)


def _blank_lines(event: Any, first: int, last: int) -> int:
    """How many lines of a block scalar lie after its text; a folded one may be longer than its value."""
    if event.style == ">":
        return 0
    text: str = event.value
    return max(0, last - first - 1 - text.count("\n") - (not text.endswith("\n")))


def read_yaml(path: Path) -> Node | None:
    """The document in the file `path` (UTF-8, at most 1 MB), None when empty.

    Raises: YamlError for a bad text; OSError when the file cannot be read.
    """
    name = str(path)
    with path.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise YamlError(Problem(name, 0, f"larger than {_LARGEST >> 10} KB; split it"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise YamlError(Problem(name, line, "not UTF-8 text; save it as UTF-8")) from None
    return parse_yaml(text, name)
