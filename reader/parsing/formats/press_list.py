"""Press lists (Mediargus, Europresse): `12. Headline`, then `Paper, date, p. 4, 853w.`, then the text."""

from __future__ import annotations

from reader.parsing.body import line_pieces
from reader.parsing.credit import credit_fields
from reader.parsing.cues import is_long
from reader.parsing.dates import date_line, find_date
from reader.parsing.draft import Draft, Piece
from reader.parsing.fields import clean_source
from reader.parsing.lines import Line
from reader.parsing.patterns import pattern


def _is_reference(line: Line) -> bool:
    """Whether a line gives outlet, date and page or word count."""
    text = line.text
    if len(text) > 160 or not find_date(text):
        return False
    if any(field == "source" for field, _ in credit_fields(text)):
        return True
    return bool(
        pattern(
            r"\b(?:p|pp|pg|page|blz|s)\. ?[A-Z]?\d|\b\d[\d.]* ?(?:w\b|words|woorden|mots|tekens)", 2
        ).search(text)
    )


def _is_dated(line: Line) -> bool:
    """Whether a line gives a name and a date and nothing more."""
    name, comma, day = line.text.partition(", ")
    return bool(comma) and len(name) < 60 and name[:1].isupper() and date_line(day) is not None


def read(text: str, lines: list[Line]) -> list[Draft] | None:
    """The items of a press list, or None if it is none."""
    number = pattern(r"\d{1,4}\. \S").match
    numbered = [
        i
        for i, line in enumerate(lines)
        if ". " in line.text[:6] and len(line.text) < 250 and number(line.text)
    ]
    starts = [i for i in numbered if any(map(_is_reference, lines[i + 1 : i + 3]))]
    if len(starts) < 2:
        return None
    # Of papers that no word tells for one: what stands under the number is a name and a day all the same.
    starts = [i for i in numbered if i in starts or any(map(_is_dated, lines[i + 1 : i + 3]))]
    drafts = []
    for n, start in enumerate(starts):
        end = starts[n + 1] if n + 1 < len(starts) else len(lines)
        drafts.append(_item(lines[start:end]))
    before = [
        Piece.of(line, "para", "text above the list")
        if is_long(line.text)
        else Piece.of(line, "furniture", "head of the list")
        for line in lines[: starts[0]]
    ]
    drafts[0].pieces = before + drafts[0].pieces
    return drafts


def _item(lines: list[Line]) -> Draft:
    draft = Draft()
    first = lines[0]
    cut = first.text.index(". ") + 2
    middle = min(first.start + cut, first.end)
    draft.pieces.append(
        Piece("furniture", first.text[:cut].strip(), first.start, middle, "number in the list")
    )
    draft.pieces.append(Piece("headline", first.text[cut:], middle, first.end, "numbered headline"))
    draft.put("title", first.text[cut:].strip(), "numbered headline")
    body = 1
    for i in range(1, min(3, len(lines))):
        if _is_reference(lines[i]):
            for line in lines[1:i]:
                draft.add(line, "subhead", "line under the headline")
            draft.put("published", find_date(lines[i].text), "reference line")
            draft.put("source", clean_source(lines[i].text.split(",")[0]), "reference line")
            draft.add(lines[i], "dateline", "reference line")
            body = i + 1
            break
    draft.pieces += line_pieces(lines[body:])
    return draft
