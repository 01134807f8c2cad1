"""The ledger: every figure of the library with its sentence, in any order, fetched as it is looked at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache

from reader.columns import Lazy
from reader.library.index.figures_reading import FigurePlaces, Place
from reader.library.index.records import PlaceRecord
from reader.library.records import LedgerRow
from reader.model import Detection, Figure
from reader.sentences import sentence_at


class Ledger(Lazy[LedgerRow]):
    """The figures at `places`; rows are made on demand."""

    def __init__(
        self,
        places: FigurePlaces | Sequence[Place],
        look: Callable[[int], tuple[PlaceRecord, str, Detection] | None],
    ) -> None:
        self._places = places
        self._look = lru_cache(64)(look)

    def __len__(self) -> int:
        return len(self._places)

    def _at(self, index: int) -> LedgerRow:
        number, start = self._places[index]
        seen = self._look(number)
        if seen is None:
            return LedgerRow(Figure(0, 0, "", "number", None), "", "", "(gone)", "")
        place, text, detection = seen
        figures = detection.figures
        at = bisect_left(figures, start, key=lambda figure: figure.start)
        figure = figures[at] if at < len(figures) else None
        if figure is None or figure.start != start:
            figure = Figure(start, start, "", "number", None)
        low, high = sentence_at(text, start)
        return LedgerRow(
            figure, text[low:high], place.article, place.title, place.published, place.source, low
        )
