"""Tables of articles, one a row (CSV by RFC 4180, semicolons and tabs too): headline, text, perhaps day and paper."""

from __future__ import annotations

from reader.parsing.date_order import day_order
from reader.parsing.dates import find_date
from reader.parsing.draft import Draft, Piece
from reader.parsing.fields import clean_author, clean_source
from reader.parsing.label_lines import field_named
from reader.parsing.lines import Line

Cell = tuple[int, int]  # where the words of a cell stand, without the quotes around them


def read(text: str, lines: list[Line]) -> list[Draft] | None:
    """The articles of a table whose first row names a column of texts and one of headlines or days; else None."""
    top = lines[0]
    mark = max(",;\t", key=text[top.start : top.end].count)
    try:
        head, at = _row(text, top.start, mark)
        fields = [field_named(text[start:end].strip()) for start, end in head]
        if not {"body", "summary"} & set(fields) or not {"title", "published"} & set(fields):
            return None
        rows = _rows(text, at, mark, len(fields))
    except ValueError:
        return None
    days = [text[slice(*row[n])] for row in rows for n, field in enumerate(fields) if field == "published"]
    order = day_order(days)
    column = "body" if "body" in fields else "summary"
    drafts = [draft for row in rows if (draft := _article(text, fields, row, column, order)).pieces]
    return drafts or None


def _rows(text: str, at: int, mark: str, width: int) -> list[list[Cell]]:
    """The rows from `at` on, each of as many cells. Raises ValueError where one has others."""
    rows = []
    while at < len(text):
        row, at = _row(text, at, mark)
        if len(row) == width:
            rows.append(row)
        elif len(row) > 1 or row[0][0] < row[0][1]:
            raise ValueError("a row of other cells")
    return rows


def _row(text: str, at: int, mark: str) -> tuple[list[Cell], int]:
    """The cells of the row that begins at `at`, and where the next row begins. Raises ValueError."""
    cells: list[Cell] = []
    while True:
        if text[at : at + 1] == '"':
            end = text.find('"', at + 1)
            while end >= 0 and text[end + 1 : end + 2] == '"':
                end = text.find('"', end + 2)
            if end < 0:
                raise ValueError("a cell whose quotes stay open")
            cells.append((at + 1, end))
            at = end + 1
        else:
            stop = text.find("\n", at)
            stop = len(text) if stop < 0 else stop
            end = text.find(mark, at, stop)
            end = stop if end < 0 else end
            cells.append((at, end))
            at = end
        if text[at : at + 1] != mark:
            following = text.find("\n", at)
            return cells, len(text) if following < 0 else following + 1
        at += 1


def _article(text: str, fields: list[str], row: list[Cell], column: str, order: bool | None) -> Draft:
    """The article on a row; `column` is what holds its text."""
    draft = Draft()
    for field, (start, end) in zip(fields, row):
        if field == column:
            draft.pieces += _paragraphs(text, start, end)
            continue
        value = " ".join(text[start:end].replace('""', '"').split())
        if not value:
            continue
        if field == "title" and draft.title is None:
            draft.put("title", value, "title of the row")
            draft.pieces.append(Piece("headline", value, start, end, "title of the row"))
        elif field == "published":
            draft.put("published", find_date(value, order), "day of the row")
        elif field == "source":
            draft.put("source", clean_source(value), "paper of the row")
        elif field == "author":
            draft.put("author", clean_author(value), "author of the row")
    return draft


def _paragraphs(text: str, start: int, end: int) -> list[Piece]:
    """The lines of the cell that holds the text."""
    pieces = []
    for line in text[start:end].split("\n"):
        if shown := " ".join(line.replace('""', '"').split()):
            pieces.append(Piece("para", shown, start, start + len(line), "text of the row"))
        start += len(line) + 1
    return pieces
