"""Regular expressions from a reader of news, kept from running for ever.

Python's matcher backtracks, and cannot be interrupted. A repeat without end inside another one, or over
alternatives that open alike, is what makes it exponential, so such patterns are refused.
"""

from __future__ import annotations

import re
import warnings
from typing import Any

from reader.library.query.tree import QueryError

_LONGEST = 500
_ENDLESS = 1000  # a counted repeat this long is as bad as one without end


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


def compile_pattern(pattern: str, exact: bool) -> re.Pattern[str]:
    """The compiled pattern; `^` and `$` stand at lines, case is ignored unless `exact`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return re.compile(pattern, re.MULTILINE | (0 if exact else re.IGNORECASE))


def _runaway(tree: Any, repeated: bool) -> bool:
    """Whether a repeat without end stands inside another, or repeats alternatives."""
    for operation, argument in tree:
        name = str(operation)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            low, high, inner = argument
            endless = high > _ENDLESS or (high > 1 and high != low and repeated)
            if endless and repeated:
                return True
            if _runaway(inner, repeated or high > 1):
                return True
        elif name == "BRANCH":
            if repeated:
                return True
            if any(_runaway(branch, repeated) for branch in argument[1]):
                return True
        elif name == "SUBPATTERN":
            if _runaway(argument[3], repeated):
                return True
        elif name in ("ASSERT", "ASSERT_NOT"):
            if _runaway(argument[1], repeated):
                return True
        elif name == "ATOMIC_GROUP":
            if _runaway(argument, repeated):
                return True
        elif name == "GROUPREF_EXISTS" and any(_runaway(t, repeated) for t in argument[1:] if t):
            return True
    return False
