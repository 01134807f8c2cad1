"""Google Alerts as mails print them: each item is a headline, its paper, and the piece of text that was found.

Two forms: items that end in `Flag as irrelevant`, and items that end in an address in angle brackets below
`=== News - 2 new results for [port strike] ===`.
"""

from __future__ import annotations

from reader.parsing.dates import find_date
from reader.parsing.draft import Draft, Piece
from reader.parsing.fields import clean_source
from reader.parsing.lines import Line, join_lines
from reader.parsing.patterns import pattern

_RESULTS = r"=== .{2,30} - \d+ new results? for \[.{1,200}\] ==="
# What stands above the first item of a kind.
_ABOVE = (
    r"(?:As[- ]it[- ]happens|Daily|Weekly) update\b.{0,60}|NEWS|WEB|BLOGS|DISCUSSIONS|VIDEOS?|BOOKS|FINANCE"
)
_FLAG = "Flag as irrelevant"
_DATE_LINES = 12  # lines that may tell when the alert was sent


def read(text: str, lines: list[Line]) -> list[Draft] | None:
    """The items of an alert, or None if the text is none."""
    ends = [i for i, line in enumerate(lines) if line.text.endswith(_FLAG) and len(line.text) < 60]
    ends = ends or _addresses(lines)
    if not ends:
        return None
    day = next(
        (d for line in lines[:_DATE_LINES] if len(line.text) < 80 and (d := find_date(line.text))), None
    )
    drafts: list[Draft] = []
    start = 0
    for end in ends:
        above = [i for i in range(start, end) if pattern(f"{_ABOVE}|{_RESULTS}").fullmatch(lines[i].text)]
        top = above[-1] + 1 if above else start
        draft = Draft()
        draft.pieces = [Piece.of(line, "furniture", "head or foot of the alert") for line in lines[start:top]]
        _item(draft, [line for line in lines[top:end] if line.text not in ("Facebook", "Twitter")])
        draft.put("published", day, "when the alert was sent")
        draft.add(lines[end], "furniture", "button or address of the alert")
        drafts.append(draft)
        start = end + 1
    for line in lines[start:]:
        drafts[-1].add(line, "furniture", "foot of the alert")
    return drafts


def _addresses(lines: list[Line]) -> list[int]:
    """The lines of addresses that end the items of an alert in plain text."""
    results = next((i for i, line in enumerate(lines) if pattern(_RESULTS).fullmatch(line.text)), -1)
    if results < 0:
        return []
    rest = enumerate(lines[results + 2 :], results + 2)
    return [
        i
        for i, line in rest
        if not line.gap and lines[i - 1].text[-1] != ":" and pattern(r"<https?://\S+>").fullmatch(line.text)
    ]


def _item(draft: Draft, lines: list[Line]) -> None:
    """Give a draft the headline, paper and text of one item."""
    if not lines:
        return
    draft.put("title", lines[0].text, "first line of the item")
    draft.add(lines[0], "headline", "first line of the item")
    if len(lines) > 2:
        draft.put("source", clean_source(lines[1].text), "second line of the item")
        draft.add(lines[1], "furniture", "paper of the item")
    body = lines[2 if len(lines) > 2 else 1 :]
    if body:
        draft.pieces.append(Piece.of(join_lines(body), "para", "text of the item"))
