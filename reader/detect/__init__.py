"""People and figures in a text. `detect` is the one door; what is behind it can be replaced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.model import Correction, Detection, Figure

#: A digest of all that decides what is found, by which older marks are known as old; tests/detect/test_version.py
#: says what it must be after any change in this folder.
DETECTOR_VERSION = "c50568f6a4fe3707"
#: Characters in a slice of a long text.
SLICE = 60_000


class Slice(NamedTuple):
    """What is known of `text[start:end]`: its marks replace all earlier ones there."""

    start: int
    end: int
    detection: Detection


def detect(
    text: str, *, published: str | None = None, corrections: Sequence[Correction] = (), article: str = ""
) -> Detection:
    """Mark the people and figures of `text`.

    `published` (ISO 8601) resolves relative dates; `corrections` apply before and after the finders, those
    limited to another article than `article` (its id) are left out.
    Offsets are code points of `text`; both tuples are sorted by start.
    """
    from reader.detect.figures import find_figures
    from reader.detect.people import find_people

    corrections = [c for c in corrections if c.article in ("", article)]
    return Detection(
        find_people(text, corrections=corrections),
        find_figures(text, published=published, corrections=corrections),
    )


def detect_slices(
    text: str,
    *,
    first: tuple[int, int] = (0, 0),
    published: str | None = None,
    corrections: Sequence[Correction] = (),
) -> Iterator[Slice]:
    """Mark a long text piece by piece: what is on screen (`first`) at once, then the rest in order.

    The first slice is a small one around what is on screen. Each slice replaces all marks in its stretch.
    Names are those of the pieces seen so far; the last slice is the whole text, under its final names and with
    second mentions that stood in earlier pieces.
    """
    from reader.detect.figures import find_figures
    from reader.detect.people import PeopleFinder

    def figures_of(start: int, end: int) -> tuple[Figure, ...]:
        found = find_figures(text[start:end], published=published, corrections=corrections)
        return tuple(replace(f, start=f.start + start, end=f.end + start) for f in found)

    bounds = slice_bounds(text)
    if len(bounds) > 1:
        start, end = _window(text, *first)
        yield Slice(
            start, end, Detection(PeopleFinder(text, corrections).add(start, end), figures_of(start, end))
        )
    finder = PeopleFinder(text, corrections)
    figures: dict[int, tuple[Figure, ...]] = {}
    visible = [b for b in bounds if b[0] < max(first[1], first[0] + 1) and b[1] > first[0]]
    for start, end in visible + [b for b in bounds if b not in visible]:
        people = finder.add(start, end)
        figures[start] = figures_of(start, end)
        if len(bounds) > 1:
            yield Slice(start, end, Detection(people, figures[start]))
    yield Slice(
        0, len(text), Detection(finder.finish(), tuple(f for s in sorted(figures) for f in figures[s]))
    )


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """What is on screen, out to the nearest line breaks within reason."""
    start, end = max(0, start), min(len(text), max(end, start + 1))
    low, high = text.rfind("\n", max(0, start - 2000), start) + 1, text.find("\n", end, end + 2000)
    return (low or max(0, start - 200)), (high if high >= 0 else min(len(text), end + 200))


def slice_bounds(text: str, size: int = SLICE) -> list[tuple[int, int]]:
    """Cut `text` into stretches of about `size` that end at a paragraph, else at a line, else at a blank."""
    bounds, low = [], 0
    while len(text) - low > size * 3 // 2:
        near, far = low + size * 3 // 4, low + size * 5 // 4
        cut = low + size
        for mark in ("\n\n", "\n", " "):
            at = text.rfind(mark, near, far)
            if at > 0:
                cut = at + len(mark)
                break
        bounds.append((low, cut))
        low = cut
    bounds.append((low, len(text)))
    return bounds
