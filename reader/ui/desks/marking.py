"""The marks of a long article: those of what is on screen at once, wherever that is, until all of them are found."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from reader.garbage import given_back
from reader.model import Article, Detection, Figure, Person
from reader.ui.session import LONG_TEXT

if TYPE_CHECKING:
    from reader.ui.room import Room

_PATIENCE = 0.15  # seconds: most marks that are in the index are there before
_LOADING = 1.5  # those of a very long text; the finders take longer to load, and twenty megabytes
_LOOKS = 0.2
_MOST = 20_000  # characters that are marked at once

M = TypeVar("M", bound=Person | Figure)


class Marking:
    """Marks one long article at a time."""

    def __init__(self, frame: Room) -> None:
        self._frame = frame
        self._article = ""  # the one whose marks are not all there
        self._known: list[tuple[int, int]] = []

    def start(self, article: Article) -> None:
        """Find the marks of the open article."""
        frame, library = self._frame, self._frame.session.library
        self._article, self._known = article.id, []
        frame.text.bring_marks = self._bring if len(article.text) <= LONG_TEXT else None

        def arrived(detection: Detection) -> None:
            if self._is_open(article.id):
                with given_back(len(article.text)):
                    self._arrive(detection)

        frame.jobs.run(lambda: library.detection(article.id), arrived, frame.trouble, group="marking")
        frame.set_timer(_PATIENCE, lambda: self._wait(article.id))

    def _arrive(self, detection: Detection) -> None:
        self._article, self._frame.text.bring_marks = "", None
        self._show(detection)

    def _bring(self) -> None:
        """A key asks for the marks of a text that is not long: they are found before it is answered."""
        article = self._article
        with suppress(OSError, ValueError, LookupError):  # the file has gone
            if self._is_open(article):
                self._arrive(self._frame.session.library.detection(article))

    def _wait(self, article_id: str) -> None:
        """Look when there has been time for the marks that are in the index."""
        frame = self._frame
        if not self._is_open(article_id):
            return
        if frame.session.library.is_marked(article_id):
            frame.set_timer(_LOADING, lambda: self._look(article_id))
        else:
            self._look(article_id)

    def _is_open(self, article_id: str) -> bool:
        session = self._frame.session
        return (
            self._article == article_id and session.article is not None and session.article.id == article_id
        )

    def _show(self, detection: Detection) -> None:
        self._frame.session.detection = detection
        self._frame.reading.paint("people", "figures")

    def _look(self, article_id: str) -> None:
        """Mark what is on screen, unless it is; look again while the rest is not there."""
        frame = self._frame
        if not frame.is_running or not self._is_open(article_id):
            return
        start, end = frame.text.on_screen
        if frame.session.raw or any(low <= start and end <= high for low, high in self._known):
            frame.set_timer(_LOOKS, lambda: self._look(article_id))
            return
        ahead = min(end - start, _MOST)

        def glimpsed(found: tuple[int, int, Detection]) -> None:
            if self._is_open(article_id):
                self._add(*found)
                self._look(article_id)

        frame.jobs.run(
            lambda: frame.session.library.glimpse(article_id, start, end + ahead),
            glimpsed,
            frame.trouble,
            group="glimpse",
        )

    def _add(self, low: int, high: int, found: Detection) -> None:
        self._known.append((low, high))
        there = self._frame.session.detection
        self._show(
            Detection(
                _put(there.people, found.people, low, high), _put(there.figures, found.figures, low, high)
            )
        )


def _put(there: Sequence[M], found: Sequence[M], low: int, high: int) -> tuple[M, ...]:
    """Marks with those between `low` and `high` exchanged."""
    before, after = [m for m in there if m.start < low], [m for m in there if m.start >= high]
    return (*before, *found, *after)
