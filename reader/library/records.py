"""What the library hands out: frozen records; ids are `file#index`, offsets code points of the article's text."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model import Article, Figure, Passage


@dataclass(frozen=True, slots=True)
class Hit:
    """One found passage with what the results list shows of its article."""

    article: str
    title: str
    published: str
    passage: Passage
    source: str = ""

    @property
    def sentence_place(self) -> tuple[str, int]:
        """What tells its sentence from all others: the article, and where the sentence begins in it."""
        return self.article, self.passage.sentence_start


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """One person of the library. `spellings` most frequent first, counts are (articles, mentions).

    `first`, `last` are the ISO dates of the oldest and newest dated article, "" when none is dated.
    """

    name: str
    spellings: tuple[str, ...]
    titles: tuple[str, ...]
    articles: int
    mentions: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Companion:
    """A person who is named in the same articles as another one: in `articles`, of the first and last of these days.

    Chance alone would bring about `chance` of them, as often as either is named. `person` is who it is everywhere.
    """

    person: PersonEntry
    articles: int
    chance: float
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two persons who are named together in `articles`, and the first and last day of these, "" for none."""

    name: str
    other: str
    articles: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class MergeProposal:
    """Two names that may be one person: why, how sure (0 to 1) and how often each is met (articles)."""

    name: str
    other: str
    reason: str
    score: float
    articles: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A figure in its sentence. `published` is ISO 8601 or ""; `sentence_start` an offset like the figure's."""

    figure: Figure
    sentence: str
    article: str
    title: str
    published: str
    source: str = ""
    sentence_start: int = 0

    @property
    def place(self) -> tuple[int, int]:
        """Where the figure stands in `sentence`: start and end."""
        start = min(max(self.figure.start - self.sentence_start, 0), len(self.sentence))
        return start, min(start + self.figure.end - self.figure.start, len(self.sentence))


@dataclass(frozen=True, slots=True)
class Copy:
    """A near-duplicate beside the article it is a copy of.

    `share` is the share of text in common (0 to 1); `adds` are its sentences the shown article lacks,
    `lacks` the other way round, `changes` pairs (shown, copy) of sentences that differ a little.
    """

    article: str
    title: str
    source: str
    published: str
    share: float
    adds: tuple[str, ...]
    lacks: tuple[str, ...]
    changes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ComparedPerson:
    """A person and in how many sentences of each compared article (same order) they are named.

    `also`: the names that other articles of these have for what is most likely the same person.
    """

    name: str
    mentions: tuple[int, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """What each compared article gives for one quantity: figures and sentences, empty where it says nothing.

    `differs`: at least two articles give values that do not agree.
    """

    label: str
    kind: str
    unit: str | None
    cells: tuple[tuple[tuple[Figure, str], ...], ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several articles on one event side by side."""

    articles: tuple[Article, ...]
    people: tuple[ComparedPerson, ...]
    figures: tuple[ComparedFigure, ...]
