"""People and figures in a text. `detect` is the one door; what is behind it can be replaced."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Correction, Detection


def detect(text: str, *, published: str | None = None, corrections: Sequence[Correction] = ()) -> Detection:
    """Mark the people and figures of `text`.

    `published` (ISO 8601) resolves relative dates; `corrections` apply before and after the finders.
    Offsets are code points of `text`; both tuples are sorted by start.
    """
    from reader.detect.figures import find_figures
    from reader.detect.people import find_people

    return Detection(
        find_people(text, corrections=corrections),
        find_figures(text, published=published, corrections=corrections),
    )
