"""A quote that somebody typed or pasted, found in a text: word for word, else as it looks."""

from __future__ import annotations

from reader.notes.anchor.exact import occurrences
from reader.notes.anchor.ground import Ground, fold


def find_quote(text: str | Ground, quote: str, near: int | None = None) -> tuple[list[tuple[int, int]], int]:
    """The spans of `quote` in the text, in order, and the number of the one to take: the first, or the one
    nearest to offset `near`. Case, kinds of quotes and dashes and white space are ignored only when the
    quote does not stand there word for word. ([], -1) when it is not there at all."""
    ground = text if isinstance(text, Ground) else Ground(text)
    spans: list[tuple[int, int]] = []
    if quote:
        spans = [(at, at + len(quote)) for at in occurrences(ground.text, quote, near or 0)]
    if not spans:
        folded = fold(quote).strip()
        if folded:
            at = ground.folded.folded(min(near or 0, len(ground.text)))
            found = occurrences(ground.folded.text, folded, at)
            spans = [ground.folded.raw_span(start, start + len(folded)) for start in found]
    if not spans:
        return [], -1
    if near is None:
        return spans, 0
    return spans, min(range(len(spans)), key=lambda number: abs(spans[number][0] - near))
