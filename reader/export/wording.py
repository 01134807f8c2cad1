"""The words in which people, figures and passages are told, the same in every readable format."""

from __future__ import annotations

from reader.library.records import Hit, LedgerRow, PersonEntry
from reader.library.wording import amount_text, count
from reader.model import Located


def person_facts(person: PersonEntry) -> str:
    """Counts, time, titles and spellings of a person in one line."""
    parts = [count(person.articles, "article"), count(person.mentions, "mention")]
    first, last = person.first[:10], person.last[:10]
    if first or last:
        parts.append(first if first == last else f"{first} to {last}")
    if person.titles:
        parts.append("titles: " + ", ".join(person.titles))
    others = [spelling for spelling in person.spellings if spelling != person.name]
    if others:
        parts.append("also: " + ", ".join(others))
    return "; ".join(parts)


#: The heads of a table of figures, see `figure_cells`.
FIGURE_HEADS = ("Figure", "Value", "Kind", "Sentence", "Article", "Source", "Date")


def figure_cells(row: LedgerRow) -> tuple[str, ...]:
    """A figure as a row of a table under `FIGURE_HEADS`."""
    figure = row.figure
    day = row.published[:10]
    return figure.text, amount_text(figure), figure.kind, row.sentence, row.title, row.source, day


def whence(hit: Hit) -> str:
    """The article of a passage in a few words: title, source, day."""
    return ", ".join(part for part in (hit.title, hit.source, hit.published[:10]) if part)


def whereabouts(located: Located) -> str:
    """What is to be said of a note's passage; "" when it was found."""
    said = {"lost": "passage not found in the article of today", "unsure": "passage uncertain"}
    return said.get(located.status, "")
