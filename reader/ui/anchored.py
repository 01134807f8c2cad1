"""Rows with characters that terminals give different widths.

Many draw the vowel signs of Indic scripts (category Mc) beside their letter, as the C library counts them, others on
it, as Textual counts them; joined emoji are one sign or several. What stands behind such characters would be pushed
to the right. So each stretch of a row is begun where it belongs, and the blanks between stretches are written first:
what a stretch takes more it takes of these, and no other part of the screen is touched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby
from operator import attrgetter

from reader.ui.looks import Run, difference
from reader.ui.widgets.reading.cells import cells

# The blocks of scripts with such signs; joiners, variants, flags and tones of skin.
_DISPUTED = (
    "[\u0900-\u0dff\u0f00-\u109f\u1700-\u17ff\u1900-\u1cff\ua800-\uaaff\uabc0-\uabff\U00011000-\U00011fff"
    "\u200d\ufe0f\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]"
)
_GAP = re.compile(" {2,}")


@cache
def _disputed() -> re.Pattern[str]:
    return re.compile(_DISPUTED)  # with the first frame that has more than one-cell characters


def disputed(text: str) -> bool:
    """Whether a text has characters of which it depends on the terminal how wide they are."""
    return _disputed().search(text) is not None


def anchored(runs: Sequence[Run]) -> str:
    """What writes `runs`, which stand row by row, so that each of their stretches begins in its column; then the
    plain look again."""
    sent: list[str] = []
    now = ""
    for _, row in groupby(runs, attrgetter("row")):
        gaps, stretches = _parted(list(row))
        end = -1  # where the cursor is, -1 where that is not sure
        for run in (*gaps, *stretches):
            if run.col != end:
                sent.append(f"\x1b[{run.row};{run.col}H")
            sent += difference(now, run.look), run.text
            now, end = run.look, run.col + cells(run.text)
        # The cursor may stand anywhere now: the next row begins with a move.
    return "".join(sent) + difference(now, "")


def _parted(row: Sequence[Run]) -> tuple[list[Run], list[Run]]:
    """The blanks of a row that part its stretches, and what the stretches are made of; of a row that all terminals
    draw alike all is stretches."""
    if not any(disputed(run.text) for run in row):
        return [], list(row)
    gaps: list[Run] = []
    stretches: list[Run] = []
    for run in row:
        at, col = 0, run.col
        for gap in _GAP.finditer(run.text):
            if gap.start() > at:
                stretches.append(Run(run.row, col, run.look, run.text[at : gap.start()]))
                col += cells(run.text[at : gap.start()])
            gaps.append(Run(run.row, col, run.look, gap[0]))
            col += len(gap[0])
            at = gap.end()
        if at < len(run.text):
            stretches.append(Run(run.row, col, run.look, run.text[at:]))
    return gaps, stretches
