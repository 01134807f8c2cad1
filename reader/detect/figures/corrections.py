"""What readers said about figures, applied: not_figure, figure, span."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from reader.model import FIGURE_KINDS, Correction, Figure

_REASON = "as you said"


def correct(
    text: str,
    figures: Sequence[Figure],
    corrections: Iterable[Correction],
    read_alone: Callable[[int, int], Figure | None],
) -> list[Figure]:
    """`figures` of `text` with the reader's corrections applied in order; sorted, without overlaps.

    not_figure drops figures with that surface form (of the kind in `target`, if any); figure marks every
    occurrence of a form (`target`: its kind); span gives a figure's form the surface form in `target`.
    `read_alone(start, end)` reads a stretch as a figure, None when it is none.
    """
    found = list(figures)
    for remark in corrections:
        said, target = remark.text.strip(), remark.target.strip()
        form = said.casefold()
        if not form:
            continue
        if remark.action == "not_figure":
            found = [f for f in found if f.text.casefold() != form or (target and f.kind != target)]
        elif remark.action == "figure":
            found = _add(text, found, said, target, read_alone)
        elif remark.action == "span" and any(f.text.casefold() == form for f in found):
            found = _widen(text, found, form, target, read_alone)
    return sorted(found, key=lambda f: f.start)


def _occurrences(text: str, form: str) -> Iterable[tuple[int, int]]:
    head = r"(?<!\w)" if form[0].isalnum() else ""
    tail = r"(?!\w)" if form[-1].isalnum() else ""
    return [m.span() for m in re.finditer(head + re.escape(form) + tail, text, re.IGNORECASE)]


def _read(
    text: str, start: int, end: int, kind: str, read_alone: Callable[[int, int], Figure | None]
) -> Figure:
    """A figure over `start:end`, with a value when the grammar can read one."""
    figure = read_alone(start, end) or Figure(start, end, text[start:end], "number", None)
    if kind in FIGURE_KINDS and kind != figure.kind:
        figure = replace(figure, kind=kind)  # type: ignore[arg-type]
    return replace(figure, confidence=1.0, reason=_REASON)


def _add(
    text: str, found: list[Figure], form: str, kind: str, read_alone: Callable[[int, int], Figure | None]
) -> list[Figure]:
    spans = list(_occurrences(text, form))
    kept = [f for f in found if not any(f.start < end and start < f.end for start, end in spans)]
    return kept + [_read(text, start, end, kind, read_alone) for start, end in spans]


def _widen(
    text: str, found: list[Figure], form: str, target: str, read_alone: Callable[[int, int], Figure | None]
) -> list[Figure]:
    """Give figures whose form is `form` the extent of `target` where that stands over or inside them."""
    if not target:
        return found
    spans = list(_occurrences(text, target))
    changed: list[Figure] = []
    for figure in found:
        if figure.text.casefold() == form:
            over = next(((s, e) for s, e in spans if s < figure.end and figure.start < e), None)
            if over is not None:
                figure = replace(_read(text, *over, figure.kind, read_alone), subject=figure.subject)
        changed.append(figure)
    result: list[Figure] = []
    for figure in sorted(changed, key=lambda f: (f.start, -f.confidence)):
        if result and figure.start < result[-1].end:
            if figure.confidence > result[-1].confidence:
                result[-1] = figure
            continue
        result.append(figure)
    return result
