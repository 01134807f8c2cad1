"""What every grammar of figures is given: the text, a tape on it, and what the article as a whole says."""

from __future__ import annotations

from dataclasses import dataclass

from reader.detect.figures.evidence import Evidence
from reader.detect.figures.lexemes import Tape
from reader.detect.figures.reading import Reading


@dataclass(slots=True)
class Scene:
    """One text being read; `tape` is at the place in question."""

    text: str
    evidence: Evidence
    tape: Tape

    def take_in(self, reading: Reading, word: str, words: tuple[str, ...]) -> Reading:
        """Let `reading` begin with the word before it when that is one of `words`: the "a" of "a hundred"."""
        if word in words:
            floor = max(0, reading.start - 12)
            at = self.text[floor : reading.start].lower().rfind(word)
            reading.start = floor + at if at >= 0 else reading.start
        return reading


MINUS_WORDS = ("minus", "negative")


def negate(scene: Scene, reading: Reading, before: str) -> Reading:
    """Take in a minus sign or word that stands before a number."""
    text, start = scene.text, reading.start
    if start and text[start - 1] in "-−" and (start == 1 or text[start - 2] in " (\n"):
        if start > 2 and text[start - 3].isdigit():
            return reading
        reading.start = start - 1
    elif before in MINUS_WORDS and reading.kind in ("number", "percent", "quantity"):
        if text.endswith("plus or minus ", 0, start):
            return reading
        scene.take_in(reading, before, MINUS_WORDS)
    else:
        return reading
    if isinstance(reading.value, (int, float)):
        reading.value = -reading.value
    elif isinstance(reading.value, tuple) and isinstance(reading.value[0], (int, float)):
        reading.value = (-reading.value[0], reading.value[1])
    return reading
