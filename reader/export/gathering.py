"""From a library to the material of an export: which articles, with their notes in place."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from reader.export.material import Entry, Material
from reader.export.scope import EVERY_NOTE, Scope
from reader.library.in_sentences import of_whole_articles
from reader.library.library import ArticleMissing, Library
from reader.library.people.entries import People
from reader.library.people.entries import gather as families
from reader.library.records import Hit, LedgerRow, PersonEntry
from reader.library.scanning.slugs import address_of
from reader.model import Article, Located, Note, Problem, Row
from reader.notes.anchor.placing import in_text_order, place
from reader.paths import file_of


def gather(
    library: Library, scope: Scope = EVERY_NOTE, *, bare: bool = False
) -> tuple[Material, tuple[Problem, ...]]:
    """The material of `scope` and what could not be read; `bare` keeps articles without notes.

    People, figures, passages and a query come from the index: scan before. Raises QueryError.
    """
    query, parts, notes = scope.query, scope.parts, scope.notes
    problems: list[Problem] = []
    entries: tuple[Entry, ...] = ()
    if "notes" in parts or bare:
        found = _entries(library, scope.articles, query, bare, problems)
        if notes is not None:
            found = (_only(entry, notes) for entry in found)
        entries = tuple(entry for entry in found if bare or entry.notes)
    people: Iterable[PersonEntry] = ()
    figures: Iterable[LedgerRow] = ()
    passages: Iterable[Hit] = ()
    if chosen := scope.chosen:
        people = (row for row in chosen if isinstance(row, PersonEntry))
        figures = (row for row in chosen if isinstance(row, LedgerRow))
        passages = (row for row in chosen if isinstance(row, Hit))
    else:
        if "people" in parts:
            people = library.people(query) if scope.named else _people(library, query)
        if "figures" in parts:
            figures = library.figures(query if len(parts) == 1 else of_whole_articles(library.query(query)))
        if "passages" in parts and query:
            passages = _passages(library, query, len(parts) == 1)
    title = scope.title or _title(library, query)
    records = tuple(people), tuple(figures), tuple(passages)
    return Material(title, entries, *records, library.settings.categories), tuple(dict.fromkeys(problems))


def _only(entry: Entry, notes: Collection[str]) -> Entry:
    return replace(entry, notes=tuple(located for located in entry.notes if located.note.id in notes))


def _passages(library: Library, query: str, alone: bool) -> tuple[Hit, ...]:
    """The passages found. Those of notes (`note:check`), and the first sentences of articles that have none
    (`is:starred`), are given where nothing else is exported."""
    hits = library.search(query)
    return tuple(hits) if alone or hits.in_text else ()


def _people(library: Library, query: str) -> Sequence[PersonEntry]:
    """Everyone in the articles that match. (`Library.people` would look for bare words in the names.)"""
    rows = library.index.persons(library.query(query), library.person_ids)
    return People(library.index, families(rows, library.families, {}))


def _title(library: Library, query: str) -> str:
    bases = library.bases
    name = bases[0].name if len(bases) == 1 else library.root.name
    return f"{query} — {name}" if query else name or str(library.root)


def _entries(
    library: Library, articles: Iterable[str] | None, query: str, bare: bool, problems: list[Problem]
) -> Iterator[Entry]:
    if articles is not None:
        return _of_articles(library, articles, problems)
    if not (query or bare):
        return _of_noted_files(library, problems)
    rows: Iterable[Row] = library.rows(query, fold=False)
    if not bare:
        noted = set(library.notes.files())
        rows = (row for row in rows if file_of(row.id) in noted)
    return _of_articles(library, (row.id for row in rows), problems)


def _of_articles(library: Library, articles: Iterable[str], problems: list[Problem]) -> Iterator[Entry]:
    """The entries of the articles with these ids."""
    placed: dict[str, dict[int, list[Located]]] = {}
    tagged = _tags(library)
    for article_id in articles:
        try:
            article = library.article(article_id)
        except ArticleMissing:
            problems.append(Problem(article_id, 0, "not in the library any more; it is left out"))
            continue
        if article.file not in placed:
            placed[article.file] = _placed(library, article.file, problems)[1]
        notes = placed[article.file].get(article.index, [])
        yield _entry(article, notes, tagged)


def _tags(library: Library) -> dict[str, tuple[str, ...]]:
    """The tags of articles by their ids; notes are exported without them where there is no state, or none to be had."""
    if not library.database.state_path.exists():
        return {}
    try:
        return dict(library.state.tagged())
    except OSError:
        return {}


def _entry(article: Article, notes: list[Located], tagged: Mapping[str, tuple[str, ...]]) -> Entry:
    return Entry(article, tuple(in_text_order(notes)), tagged.get(article.id, ()), address_of(article))


def _of_noted_files(library: Library, problems: list[Problem]) -> Iterator[Entry]:
    problems += library.notes.problems()
    tagged = _tags(library)
    for file in library.notes.files():
        if not _in_scope(library, file):
            continue
        articles, placed = _placed(library, file, problems)
        for index in sorted(placed):
            article = articles[index] if index < len(articles) else _gone(file, index)
            yield _entry(article, placed[index], tagged)


def _in_scope(library: Library, file: str) -> bool:
    path = Path(os.path.abspath(library.root / file))
    return any(path == base or base in path.parents for base in library.bases)


def _placed(
    library: Library, file: str, problems: list[Problem]
) -> tuple[tuple[Article, ...], dict[int, list[Located]]]:
    """The articles of a file and its notes by the number of the article they are in now."""
    known = library.notes.read(file)
    problems += known.problems
    articles = _articles(library, file) if known.notes else ()
    placed: dict[int, list[Located]] = {}
    for number, located in _located(known.notes, [article.text for article in articles]):
        placed.setdefault(number, []).append(located)
    return articles, placed


def _articles(library: Library, file: str) -> tuple[Article, ...]:
    try:
        return library.articles(file)
    except ArticleMissing:
        return ()


def _located(notes: tuple[Note, ...], texts: list[str]) -> tuple[tuple[int, Located], ...]:
    if texts:
        return place(notes, texts)
    # The source is gone: its notes are still the reader's.
    return tuple((note.anchor.article, Located(note, -1, -1, "lost")) for note in notes)


def _gone(file: str, index: int) -> Article:
    return Article(f"{file}#{index}", file, index, None, None, None, None, (), "", "")
