"""Several articles on one event side by side: whom each names, and where their figures for one thing differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.library.bounds import bounds
from reader.library.people.entries import Families, Family
from reader.library.people.merging import likely_one
from reader.library.query.tokens import tokens
from reader.library.records import ComparedFigure, ComparedPerson, Comparison
from reader.model import Article, Correction, Detection, Figure
from reader.sentences import sentence_at

_COMPARED = frozenset({"money", "percent", "quantity", "number", "duration"})
_ALIKE = 0.34  # share of common words from which two sentences speak of one quantity
_ABOUT = 0.05  # what "about" and its kin leave open, as a share of the value
_SMALL_WORDS = frozenset(
    """a an the of in on at to for from by with and or but as is are was were be been has have had it its this
    that which who he she they their his her said says about more than over at least nearly up down after before
    not no also would will could may""".split()
)


@dataclass(slots=True)
class _Cited:
    """A figure of article number `article` with its sentence and the words that tell what it counts."""

    article: int
    figure: Figure
    sentence: str
    words: frozenset[str]
    subject: frozenset[str]


def compare(
    articles: Sequence[Article],
    detections: Sequence[Detection],
    families: Families,
    corrections: Sequence[Correction] = (),
) -> Comparison:
    """People and figures of `articles` (with their detections) in rows, each with a cell for every article."""
    return Comparison(
        tuple(articles), _people(detections, families, corrections), _figures(articles, detections)
    )


def _people(
    detections: Sequence[Detection], families: Families, corrections: Sequence[Correction]
) -> tuple[ComparedPerson, ...]:
    counts: dict[str, list[int]] = {}
    names: dict[str, str] = {}
    for i, detection in enumerate(detections):
        for person in detection.people:
            key = families.key(person.name)
            names.setdefault(key, families.shown(key) or person.name)
            counts.setdefault(key, [0] * len(detections))[i] += 1
    rows = _joined([ComparedPerson(names[key], tuple(row)) for key, row in counts.items()], corrections)
    rows.sort(key=lambda row: (-sum(n > 0 for n in row.mentions), -sum(row.mentions), row.name))
    return tuple(rows)


def _joined(rows: list[ComparedPerson], corrections: Sequence[Correction]) -> list[ComparedPerson]:
    """`rows` with those on one line whom no article names both and whose names are surely one."""
    by_name = {row.name: row for row in rows}
    people = [
        Family(row.name, (), sum(map(bool, row.mentions)), sum(row.mentions), None, None) for row in rows
    ]
    for pair in likely_one(people, corrections):
        first, second = (by_name[family.name] for family in pair)
        if first is second or any(a and b for a, b in zip(first.mentions, second.mentions)):
            continue
        first, second = sorted((first, second), key=lambda row: -sum(row.mentions))
        mentions = tuple(a + b for a, b in zip(first.mentions, second.mentions))
        joined = ComparedPerson(first.name, mentions, (*first.also, second.name, *second.also))
        by_name |= dict.fromkeys((joined.name, *joined.also), joined)
    return list(dict.fromkeys(by_name.values()))


def _figures(articles: Sequence[Article], detections: Sequence[Detection]) -> tuple[ComparedFigure, ...]:
    groups: list[list[_Cited]] = []
    for i, (article, detection) in enumerate(zip(articles, detections)):
        for figure in detection.figures:
            if figure.kind not in _COMPARED or bounds(figure) == (None, None):
                continue
            cited = _cite(i, article.text, figure)
            best = max(groups, key=lambda group: _likeness(cited, group), default=None)
            if best is not None and _likeness(cited, best) >= _ALIKE:
                best.append(cited)
            else:
                groups.append([cited])
    rows = [_row(group, len(articles)) for group in groups]
    rows.sort(key=lambda row: (not row.differs, -sum(map(bool, row.cells))))
    return tuple(rows)


def _cite(article: int, text: str, figure: Figure) -> _Cited:
    low, high = sentence_at(text, figure.start)
    sentence = text[low:high]
    around = text[low : figure.start] + " " + text[figure.end : high]
    words = frozenset(w for w in tokens(around) if w not in _SMALL_WORDS and not w.isdigit())
    subject = frozenset(w.removesuffix("s") for w in tokens(figure.subject) if w not in _SMALL_WORDS)
    return _Cited(article, figure, sentence, words, subject)


def _likeness(cited: _Cited, group: Sequence[_Cited]) -> float:
    likeness = [_pair_likeness(cited, other) for other in group]
    # An article that gives the group another value already speaks of two things: length and width.
    return 0.0 if -1.0 in likeness else max(likeness)


def _pair_likeness(one: _Cited, other: _Cited) -> float:
    """0 to 1: how surely two figures speak of one quantity; -1 for two values of one article."""
    if one.figure.kind != other.figure.kind or one.figure.unit != other.figure.unit:
        return 0.0
    if one.article == other.article and bounds(one.figure) != bounds(other.figure):
        return -1.0
    either = one.words | other.words
    shared = len(one.words & other.words) / len(either) if either else 0.0
    if one.subject and other.subject:
        return shared + 0.25 if one.subject & other.subject else shared * 0.5
    return shared


def _row(group: Sequence[_Cited], count: int) -> ComparedFigure:
    first = group[0].figure
    cells = tuple(
        tuple((cited.figure, cited.sentence) for cited in group if cited.article == i) for i in range(count)
    )
    label = next((c.figure.subject for c in group if c.figure.subject), "") or group[0].sentence
    given = [[bounds(figure) for figure, _ in cell] for cell in cells if cell]
    approximate = any(c.figure.approx for c in group)
    differs = any(
        not any(_agree(a, b, approximate) for a in mine for b in theirs)
        for i, mine in enumerate(given)
        for theirs in given[i + 1 :]
    )
    return ComparedFigure(label, first.kind, first.unit, cells, differs)


def _agree(
    one: tuple[float | None, float | None], other: tuple[float | None, float | None], approximate: bool
) -> bool:
    a, b = _filled(one)
    c, d = _filled(other)
    slack = _ABOUT * max(abs(a), abs(b), abs(c), abs(d)) if approximate else 0.0
    return a <= d + slack and c <= b + slack


def _filled(span: tuple[float | None, float | None]) -> tuple[float, float]:
    low, high = span
    return (low if low is not None else float("-inf"), high if high is not None else float("inf"))
