"""CNN/Daily Mail `.story` files: paragraphs, then `@highlight` lines each followed by a summary line."""

from __future__ import annotations

from reader.parsing.body import line_pieces
from reader.parsing.draft import Draft
from reader.parsing.lines import Line
from reader.parsing.patterns import pattern


def read(text: str, lines: list[Line]) -> list[Draft] | None:
    """The story with its highlights hidden, or None if it is none."""
    first = next((i for i, line in enumerate(lines) if line.text == "@highlight"), None)
    if not first:
        return None
    draft = Draft()
    draft.pieces = line_pieces(lines[:first])
    if pattern(r"(?:.{0,60})\(CNN\)").match(lines[0].text):
        draft.put("source", "CNN", "(CNN) in front of the first paragraph")
    for line in lines[first:]:
        draft.add(line, "furniture", "highlight of the story")
    return [draft]
