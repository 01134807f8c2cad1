"""What is meant by those who call a field or a state by another word: `by:` for `author:`, `is:new` for `is:unread`."""

from __future__ import annotations

from collections.abc import Iterable

from reader.text import nearest

_FIELDS = {
    "author": "by byline writer reporter journalist written",
    "person": "people persons who name names",
    "on": "date day in year month published",
    "since": "from",
    "until": "to till",
    "title": "headline heading head subject",
    "file": "path folder filename dir directory",
    "text": "body content word words contains",
    "source": "outlet paper newspaper publisher publication site agency",
    "is": "state status",
    "tag": "label keyword topic",
    "note": "comment remark",
    "category": "cat color colour",
}
_STATES = {
    "unread": "new fresh unseen",
    "read": "seen done old",
    "starred": "star stars favourite favorite flagged marked",
    "noted": "annotated commented",
    "corrected": "edited fixed changed",
    "copy": "duplicate duplicates dupe dup copies",
    "watched": "followed following",
}
_HAS = {"note": "note:*", "tag": "tag:*", "star": "is:starred", "copy": "is:copy", "copie": "is:copy"}


def _meant(word: str, others: dict[str, str], known: Iterable[str]) -> str:
    return (
        next((own for own, words in others.items() if word in words.split()), "")
        or nearest(word, known)
        or ""
    )


def state_meant(word: str, known: Iterable[str]) -> str:
    """Which of the `known` states a word may stand for, "" for none."""
    return _meant(word, _STATES, known)


def field_meant(name: str, value: str, known: Iterable[str]) -> str:
    """What is to be typed instead of `name:value`, whose name is no field; "" where nothing tells."""
    if name == "has" and (own := _HAS.get(value.lower().rstrip("s"))):
        return own
    if field := next((own for own, words in _FIELDS.items() if name in words.split()), ""):
        return f"{field}:"
    if value[:1].isdecimal() or ".." in value:  # usd:1m..5m
        return f"figure:{name}:{value}"
    close = nearest(name, known)
    return f"{close}:" if close else ""
