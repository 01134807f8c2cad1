"""The words in which people, figures and passages are told, the same in every readable format."""

from __future__ import annotations

from collections.abc import Mapping

from reader.export.material import Material, heading
from reader.library.records import Hit, LedgerRow, PersonEntry
from reader.library.wording import amount_text, count, figure_text
from reader.model import Located
from reader.text import one_line

#: What notes are called where others point to them; see `note_names`.
NoteNames = Mapping[str, tuple[int, str]]
# Letters of a passage that are enough to know it by.
_ENOUGH = 60


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
    value = (
        amount_text(figure) if figure.kind == "date" else figure_text(figure)
    )  # all days are written alike
    return figure.text, value, figure.kind, row.sentence, row.title, row.source, day


def whence(hit: Hit) -> str:
    """The article of a passage in a few words: title, source, day."""
    return ", ".join(part for part in (hit.title, hit.source, hit.published[:10]) if part)


def whereabouts(located: Located) -> str:
    """What is to be said of a note's passage, and of a note that is there twice; "" when all is well."""
    said = {"lost": "passage not found in the article of today", "unsure": "passage uncertain"}
    other = "another version of a note" if located.note.conflict_of else ""
    return "; ".join(part for part in (said.get(located.status, ""), other) if part)


def note_names(material: Material) -> NoteNames:
    """By the id of a note its number in the document, from 1, and what it is called where another one points to it:
    its passage, else its text, else its article, the first words of it."""
    made: dict[str, tuple[int, str]] = {}
    for number, (entry, located) in enumerate(material.notes(), 1):
        note = located.note
        said = one_line(note.anchor.exact) or one_line(note.body) or one_line(heading(entry.article))
        if len(said) > _ENOUGH:
            cut = said.rfind(" ", _ENOUGH // 2, _ENOUGH)
            said = said[: cut if cut > 0 else _ENOUGH] + "…"
        made.setdefault(note.id, (number, said))
    return made


def elsewhere(note_id: str) -> str:
    """What a linked note is called that is not in the document."""
    return f"note {note_id}, not among these"
