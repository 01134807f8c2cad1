"""The words in which people and figures are told, the same in every readable format."""

from __future__ import annotations

from reader.library.records import PersonEntry


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def person_facts(person: PersonEntry) -> str:
    """Counts, time, titles and spellings of a person in one line."""
    parts = [_count(person.articles, "article"), _count(person.mentions, "mention")]
    first, last = person.first[:10], person.last[:10]
    if first or last:
        parts.append(first if first == last else f"{first} to {last}")
    if person.titles:
        parts.append("titles: " + ", ".join(person.titles))
    others = [spelling for spelling in person.spellings if spelling != person.name]
    if others:
        parts.append("also: " + ", ".join(others))
    return "; ".join(parts)


def span_of_time(title: str, published: str) -> str:
    """An article in a few words: its title and day."""
    return f"{title}, {published[:10]}" if published else title
