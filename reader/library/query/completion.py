"""What can be typed next in a query: fields, states, kinds, and names the library knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.library.query.grammar import DAY_FIELDS, FIELDS, STATES
from reader.library.query.scanning import scan_tokens
from reader.model import FIGURE_KINDS

#: Gives the library's own values of a field that begin with what is typed: person, source, author, tag, category, file.
Values = Callable[[str, str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Replace the typed text from `start` to `end` by `text`; `help` says what it is."""

    text: str
    start: int
    end: int
    help: str = ""


_MOST = 12  # suggestions at a time
_DAYS = {
    "today": "",
    "yesterday": "",
    "7d": "seven days ago",
    "2w": "two weeks ago",
    "3m": "three months ago",
}


def suggestions(text: str, cursor: int | None = None, values: Values | None = None) -> tuple[Suggestion, ...]:
    """What could stand at `cursor` (default: the end) instead of the word that is being typed there."""
    cursor = len(text) if cursor is None else cursor
    token = next((t for t in scan_tokens(text) if t.start < cursor <= t.end), None)
    if token is None or token.kind not in ("word", "phrase"):
        return ()
    if not token.field:
        typed = text[token.start : cursor].lower()
        return tuple(
            Suggestion(f"{name}:", token.start, token.end, about)
            for name, about in FIELDS.items()
            if name.startswith(typed) and token.kind == "word"
        )[:_MOST]
    start = token.start + len(token.field) + 1
    sign = "=" if text.startswith("=", start) else ""
    typed = text[start + len(sign) : cursor].lstrip('"“').lower()
    found: list[Suggestion] = []
    for value, about in _choices(token.field, typed, values):
        shown = f'"{value}"' if any(c.isspace() or c in '()"' for c in value) else value
        found.append(Suggestion(sign + shown, start, token.end, about))
        if len(found) == _MOST:
            break
    return tuple(found)


def _choices(field: str, typed: str, values: Values | None) -> Sequence[tuple[str, str]]:
    if field == "is":
        return [(s, "") for s in STATES if s.startswith(typed)]
    if field in ("kind", "figure"):
        return [(k, "") for k in FIGURE_KINDS if k.startswith(typed)]
    if field in DAY_FIELDS:
        return [(d, about) for d, about in _DAYS.items() if d.startswith(typed)]
    return [(value, "") for value in (values(field, typed) if values else ())]
