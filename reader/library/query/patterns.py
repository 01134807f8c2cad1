"""Regular expressions from a reader of news, kept from running for ever.

Python's matcher backtracks, and cannot be interrupted. A repeat inside another one, or over alternatives, can
make it exponential, several repeats without end over the same characters a high power of the text's length, and many
that have an end (`a?a?a?…`) the product of what each may take: such patterns are refused.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import prod
from typing import Any

from reader.library.query.tree import QueryError

_LONGEST = 500
_ENDLESS = 200  # a counted repeat this long is as bad as one without end
_SIDE_BY_SIDE = 2  # repeats without end over the same characters
_WAYS = 1_000_000  # in how many ways others over the same characters may share them


def check_pattern(pattern: str, start: int) -> None:
    """Raise QueryError when `pattern` (typed at `start`) is wrong or could take for ever."""
    end = start + len(pattern)
    if len(pattern) > _LONGEST:
        raise QueryError(f"a pattern of more than {_LONGEST} characters", start, end)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(pattern)
            tree = re._parser.parse(pattern)  # type: ignore[attr-defined]
    except re.error as error:
        at = start + (error.pos or 0)
        raise QueryError(f"the pattern is wrong: {error.msg}", at, max(at + 1, end)) from None
    except (RecursionError, OverflowError):
        raise QueryError("the pattern is too deep or too large", start, end) from None
    if _runaway(tree, False):
        raise QueryError("a repeat inside a repeat could run for ever; write it without", start, end)
    repeats = list(_repeats(tree))
    for one, _ in repeats:
        ways = [ways for other, ways in repeats if one & other]
        if ways.count(0) > _SIDE_BY_SIDE:
            raise QueryError("more than two repeats without end; write {0,80} instead of * or +", start, end)
        if prod(filter(None, ways)) > _WAYS:
            raise QueryError("too many repeats and signs that may be missing, side by side", start, end)


@lru_cache(16)  # one query asks it of every article
def compile_pattern(pattern: str, exact: bool) -> re.Pattern[str]:
    """The compiled pattern; `^` and `$` stand at lines, case is ignored unless `exact`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return re.compile(pattern, re.MULTILINE | (0 if exact else re.IGNORECASE))


def fits(pattern: str, exact: bool, text: str) -> bool:
    """Whether `text` fits a pattern somewhere: what every match holds is looked for first, which is many times
    quicker."""
    needle = _literal(pattern)
    if needle and text.isascii() and needle not in text.lower():
        return False
    return bool(compile_pattern(pattern, exact).search(text))


@lru_cache(16)
def _literal(pattern: str) -> str:
    """The longest run of plain ASCII that every match of a pattern holds, in lower case; "" for none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = re._parser.parse(pattern)  # type: ignore[attr-defined]
    runs = [""]
    for operation, argument in tree:
        if str(operation) == "LITERAL" and argument < 128:
            runs[-1] += chr(argument).lower()
        else:
            runs.append("")
    return max(runs, key=len)


_REPEATS = frozenset(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))


def _runaway(tree: Any, repeated: bool) -> bool:
    """Whether what may be long or short stands inside a repeat, `a?` too, or alternatives do."""
    for operation, argument in tree:
        name = str(operation)
        if name in _REPEATS:
            low, high, inner = argument
            if (repeated and (high != low or high > _ENDLESS)) or _runaway(inner, repeated or high > 1):
                return True
        elif (repeated and name == "BRANCH") or any(_runaway(t, repeated) for t in _inside(name, argument)):
            return True
    return False


_EVERYTHING = frozenset(range(128))


def _repeats(tree: Any) -> Iterator[tuple[frozenset[int], int]]:
    """The characters (of ASCII, standing for all) that each repeat may take, and how many numbers of them, 0 for one
    without end; none that takes as many always."""
    for operation, argument in tree:
        name = str(operation)
        if name in _REPEATS:
            low, high, inner = argument
            if high > _ENDLESS:
                yield _characters(inner), 0
            else:
                if high != low:
                    yield _characters(inner), high - low + 1
                yield from _repeats(inner)
        else:
            for part in _inside(name, argument):
                yield from _repeats(part)


def _inside(name: str, argument: Any) -> Sequence[Any]:
    """The patterns inside an operation of a parsed pattern that is no repeat (names are those of `re._constants`)."""
    if name == "BRANCH":
        return tuple(argument[1])
    if name == "SUBPATTERN":
        return (argument[3],)
    if name in ("ASSERT", "ASSERT_NOT"):
        return (argument[1],)
    if name == "ATOMIC_GROUP":
        return (argument,)
    if name == "GROUPREF_EXISTS":
        return [part for part in argument[1:] if part]
    return ()


def _characters(tree: Any) -> frozenset[int]:
    """What a repeated single character can be; everything when it is more than that."""
    if len(tree) != 1:
        return _EVERYTHING
    operation, argument = tree[0]
    name = str(operation)
    if name == "LITERAL":
        return frozenset(map(ord, chr(argument).lower() + chr(argument).upper()))
    if name == "NOT_LITERAL":
        return _EVERYTHING - {argument}
    if name != "IN":
        return _EVERYTHING
    found: set[int] = set()
    for kind, value in argument:
        if str(kind) == "LITERAL":
            found |= set(map(ord, chr(value).lower() + chr(value).upper()))
        elif str(kind) == "RANGE":
            found |= {point for point in range(128) if value[0] <= point <= value[1]}
            found |= {ord(chr(point).swapcase()) for point in found if point < 128}
        elif str(kind) == "CATEGORY":
            found |= {point for point in range(128) if _in_category(str(value), chr(point))}
    return _EVERYTHING - found if str(argument[0][0]) == "NEGATE" else frozenset(found)


def _in_category(name: str, char: str) -> bool:
    held = {"DIGIT": char.isdigit(), "SPACE": char.isspace(), "WORD": char.isalnum() or char == "_"}
    kind = name.rpartition("_")[2]
    return held.get(kind, True) != ("_NOT_" in name)
