"""Where the reader has been: back and forward over places, like a browser, and back to where the last session ended."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from reader.paths import file_of

_LIMIT = 200


class Goal(NamedTuple):
    """Where the reader goes or was: a stretch of an article, and the sentence it is in, as they stood then."""

    article: str
    start: int
    end: int
    sentence: str = ""
    sentence_start: int = 0

    @property
    def whole(self) -> Goal:
        """The sentence instead of the stretch of it, where it is known."""
        end = self.sentence_start + len(self.sentence)
        return self._replace(start=self.sentence_start, end=end) if self.sentence else self

    def within(self, text: str) -> tuple[int, int]:
        """Where the stretch is in `text`, the article as it is now: the file may have changed since."""
        start, at = self.sentence_start, self.sentence_start
        if self.sentence and not text.startswith(self.sentence, start):
            from reader.notes.anchor import find_quote  # for files that change under a search

            spans, chosen = find_quote(text, self.sentence, near=start)
            at = spans[chosen][0] if spans else start
        return self.start + at - start, self.end + at - start


class Trail:
    """Places left behind and places gone back from; `file` keeps where reading was last."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._kept: Goal | None = None
        self._behind: list[Goal] = []
        self._ahead: list[Goal] = []

    @cached_property
    def _earlier(self) -> list[Goal]:
        """Where reading was last in the session before this one, until that has been gone back to."""
        try:
            place, _, sentence = self._file.read_text("utf-8").rstrip("\n").partition("\n")
            offset, _, article = place.partition(" ")
            start, _, sentence = sentence.partition(" ")
            return [Goal(article, int(offset), int(offset), sentence, int(start or 0))] if article else []
        except (OSError, ValueError):
            return []

    def keep(self, place: Goal) -> None:
        """Keep where reading is for the next session, if the disk has room for it."""
        _ = self._earlier
        if place == self._kept:
            return
        self._kept = place
        lines = f"{place.start} {place.article}\n{place.sentence_start} {place.sentence}\n"
        with suppress(OSError, ValueError):
            self._file.write_text(lines, "utf-8")

    def renamed(self, names: Mapping[str, str]) -> None:
        """Files have other names now, by the old ones."""
        for places in (self._earlier, self._behind, self._ahead):
            for at, place in enumerate(places):
                if file := names.get(file_of(place.article)):
                    _, _, number = place.article.rpartition("#")
                    places[at] = place._replace(article=f"{file}#{number}")

    def leave(self, place: Goal) -> None:
        """Remember `place`, which is left by a jump; what was ahead is forgotten."""
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
            del self._behind[:-_LIMIT]
        self._ahead.clear()

    def back(self, here: Goal) -> Goal | None:
        """The place before, or None at the beginning; `here` becomes the place ahead."""
        while self._behind or self._earlier:
            place = (self._behind or self._earlier).pop()
            if place[:2] != here[:2]:
                self._ahead.append(here)
                return place
        return None

    def forward(self, here: Goal) -> Goal | None:
        """The place gone back from last, or None."""
        if not self._ahead:
            return None
        self._behind.append(here)
        return self._ahead.pop()
