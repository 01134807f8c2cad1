"""People and figures in a text. `detect` is the one door; what is behind it can be replaced."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from types import ModuleType

from reader.model import Correction, Detection

#: A digest of all that decides what is found, by which older marks are known as old; tests/detect/test_version.py
#: says what it must be after any change in this folder.
DETECTOR_VERSION = "092f3463d0b9097c"


def detect(
    text: str, *, published: str | None = None, corrections: Sequence[Correction] = (), article: str = ""
) -> Detection:
    """Mark the people and figures of `text`.

    `published` (ISO 8601) resolves relative dates; `corrections` apply before and after the finders, those
    limited to another article than `article` (its id) are left out.
    Offsets are code points of `text`; both tuples are sorted by start.
    """
    from reader.detect.figures.finder import find_figures
    from reader.detect.people.finder import find_people

    corrections = [c for c in corrections if c.article in ("", article)]
    return Detection(
        find_people(text, corrections=corrections),
        find_figures(text, published=published, corrections=corrections),
    )


def detect_around(
    text: str, start: int, end: int, *, published: str | None = None, corrections: Sequence[Correction] = (),
    article: str = "",
) -> tuple[int, int, Detection]:  # fmt: skip
    """Mark `text[start:end]` out to the nearest line breaks, by what stands there: a glimpse of a long text.

    Takes what `detect` takes; returns the bounds of what was marked and its marks, offsets in `text`.
    """
    low, high = _whole_lines(text, max(0, start), min(len(text), max(end, start + 1)))
    found = detect(text[low:high], published=published, corrections=corrections, article=article)
    return (
        low,
        high,
        Detection(
            tuple(replace(person, start=person.start + low, end=person.end + low) for person in found.people),
            tuple(
                replace(figure, start=figure.start + low, end=figure.end + low) for figure in found.figures
            ),
        ),
    )


def _whole_lines(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` out to the nearest line breaks within reason."""
    low, high = text.rfind("\n", max(0, start - 2000), start) + 1, text.find("\n", end, end + 2000)
    return (low or max(0, start - 200)), (high if high >= 0 else min(len(text), end + 200))


class _Door(ModuleType):
    """This module is called like its function: `from reader import detect` gives the one or the other, whichever was
    loaded first."""

    __call__ = staticmethod(detect)


sys.modules[__name__].__class__ = _Door
