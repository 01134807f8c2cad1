"""Files that take long to parse: they are parsed beside the keys, and Esc stops waiting for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.paths import file_of

if TYPE_CHECKING:
    from reader.ui.room import Room

_LARGE = 1 << 20  # bytes of what everybody waits for
_NOTICED = 1 << 18  # of what would hold up the next key of somebody who goes through the list


class LargeFiles:
    """Parses the large file of one article at a time."""

    def __init__(self, frame: Room) -> None:
        self._frame = frame
        # The article whose file is being parsed; that whose file has just been.
        self._wanted = self._ready = ""
        self._then: Callable[[], object] = lambda: None

    def first(self, article_id: str, then: Callable[[], object], passing: bool = False) -> bool:
        """Parse the file of an article and call `then` if that must be waited for; whether it must."""
        later = self._takes_long(article_id, passing)
        if later:
            self._parse(article_id, then)
        else:
            self.stop()
        return later

    def _takes_long(self, article_id: str, passing: bool) -> bool:
        """Whether an article must be waited for: its file is a large one, and not that of the open article.
        `passing`: nobody asked for it, so it is less that is large."""
        session = self._frame.session
        if self._ready == article_id or (session.article is not None and session.article.id == article_id):
            return False
        return self._wanted == article_id or self.size(article_id) > (_NOTICED if passing else _LARGE)

    def size(self, article_id: str) -> int:
        """The bytes of an article's file; 0 when there is none."""
        try:
            return (self._frame.session.library.root / file_of(article_id)).stat().st_size
        except OSError:
            return 0

    def _parse(self, article_id: str, then: Callable[[], object]) -> None:
        """Parse the file of an article in a worker, then call `then`, unless something else is wanted by then."""
        frame, library = self._frame, self._frame.session.library
        self._then = then  # the last word on where in it
        if self._wanted == article_id:
            return

        def parsed(_: object) -> None:
            if self._wanted == article_id:
                self.stop()
                self._ready = article_id
                self._then()
                self._ready = ""

        def failed(error: Exception) -> None:
            if self._wanted == article_id:
                self.stop()
                frame.trouble(error)

        self._wanted = article_id
        frame.looking.show_progress("opening a large file" if self.size(article_id) > _LARGE else "")
        frame.jobs.run(lambda: library.article(article_id), parsed, failed, group="opening")

    def stop(self) -> bool:
        """Want none any more; whether one was on its way."""
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self._frame.looking.show_progress("")
        return bool(wanted)
