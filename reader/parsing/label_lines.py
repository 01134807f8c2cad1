"""Lines that are labels: `Label: value`, `---LABEL---`, and the fields that they name."""

from __future__ import annotations

from reader.parsing.patterns import pattern
from reader.parsing.phrases import LABEL_FIELD


def label_of(text: str) -> tuple[str, str] | None:
    """(field, value) of a `Label: value` line with a known field name, or None. The value may be empty."""
    pair = label_like(text)
    field = LABEL_FIELD.get(pair[0]) if pair else None
    return (field, pair[1]) if pair and field else None


def field_named(name: str) -> str:
    """The field that a column, or a key of a record, holds by its name; "" for none."""
    pair = label_of(f"{name}: x")
    return pair[0] if pair else ""


def label_like(text: str) -> tuple[str, str] | None:
    """(name, value) of a line of the form `Label: value`, the name in small letters without spaces, or None."""
    match = pattern(
        r"[*_#\-\s]*([^\W\d_][^\W\d]?(?:[ /-]?[^\W\d]){0,23})(?:\(s\))?[*_]{0,2}\s*[:：][*_]{0,2}"
        r"(?:\s+|(?=https?:|[\u2e80-\ufaff])|$)(.*)"
    ).match(text)
    if not match:
        return None
    name = match[1].lower().replace(" ", "").replace("_", "").replace("-", "").replace("/", "")
    return name, match[2].strip().strip('"').strip()


def section_mark(text: str) -> str | None:
    """The field of a line like `---TITLE---` or `[CONTENT]` or `== Body ==`, or None."""
    match = pattern(
        r"(?:[-=*#_]{2,}|\[)\s{0,2}([A-Za-z][A-Za-z _]{2,20}?)\s{0,2}:?(?:[-=*#_]{2,}|\])"
    ).fullmatch(text)
    if not match:
        return None
    return LABEL_FIELD.get(match[1].lower().replace(" ", "").replace("_", ""))
